"""What stands in an export for whoever opens it without Nachweis, perhaps years from now."""

README_TEXT = """\
NACHWEIS: EXPORT EINES TRESORS (English below)

Dieses Archiv enthält alles, was in einem Tresor von Nachweis steht. Sie brauchen
kein Nachweis, um es zu lesen: Alle Dateien sind Text (JSON, UTF-8), dazu kommen
die Dateien, die im Tresor abgelegt sind.

  manifest.json         woher: Kennung des Tresors, Zeitpunkt, Zahl der Einträge,
                        Größe und SHA-256 jeder anderen Datei
  tables/NAME.json      eine Liste je Tabelle, ein Eintrag je Zeile
  files/SHA-256         abgelegte Dateien. Im Eintrag steht an ihrer Stelle
                        {"bytes": Größe, "sha256": Name der Datei}
  history.jsonl         der Verlauf: [Nummer, Text, Hash], eine Änderung je Zeile
  history_items.jsonl   was jede Änderung vorfand:
                        [Nummer, Platz, Tabelle, Kennung, Eintrag davor]
  checkpoints.json      Unterschriften (Ed25519) unter den Verlauf
  signers.json          die öffentlichen Schlüssel dazu. Der private Schlüssel
                        und die Passphrase sind nicht in diesem Archiv.

Prüfen:      nachweis verify DATEI
Einlesen:    nachweis import DATEI ORT   (ergibt wieder einen gleichen Tresor)

Von Hand:    Hash 0 = SHA-256("nachweis history 1" + Kennung des Tresors)
             Hash n = SHA-256(Hash n-1 als 32 Bytes + Text n als UTF-8)
             Ein Text nennt zu jedem Eintrag den SHA-256 vor und nach der Änderung.
             Es ist der SHA-256 der Zeile in tables/, ohne das Komma am Ende.

Dieser Export steht im Verlauf des Tresors, aber noch nicht im Verlauf hier: Dort
wird er vermerkt, sobald das Archiv fertig ist.


NACHWEIS: EXPORT OF A VAULT

This archive holds everything that is in a vault of Nachweis. You do not need
Nachweis to read it: all files are text (JSON, UTF-8), beside the files that were
put into the vault.

  manifest.json         which vault, when, how many records, size and SHA-256 of
                        every other file
  tables/NAME.json      one list per table, one record to a line
  files/SHA-256         files that were put into the vault. In the record stands
                        {"bytes": size, "sha256": name of the file} in their place
  history.jsonl         the history: [number, text, hash], one change to a line
  history_items.jsonl   what every change found:
                        [number, place, table, id, record before]
  checkpoints.json      signatures (Ed25519) over the history
  signers.json          the public keys to them. The private key and the passphrase
                        are not in this archive.

To check:    nachweis verify FILE
To import:   nachweis import FILE PLACE   (gives an equal vault again)

By hand:     hash 0 = SHA-256("nachweis history 1" + id of the vault)
             hash n = SHA-256(hash n-1 as 32 bytes + text n as UTF-8)
             A text names for every record the SHA-256 before and after the change.
             It is the SHA-256 of the line in tables/, without the comma at its end.

This export stands in the history of the vault, but not yet in the history here: it
is noted there once the archive is complete.
"""
