"""The key of this device to a vault, in the keyring of the operating system.

With it a vault opens without its passphrase, so it is a comfort and never the only way in. Everything that can be wrong
with a keyring is therefore an answer and not an error, each with one sentence, and nothing is removed because of it:
what is locked, gone or out of its mind today can be well again tomorrow.

A keyring may ask its owner for a password in a window of its own, or never answer at all. It is asked in a thread
that nobody has to wait for longer than `patience`. The call itself waits, so it belongs into a worker.
"""

from __future__ import annotations

import sys
from base64 import b64decode, b64encode
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import Protocol, TypeVar

from app.system.keyring_troubles import Trouble, trouble_behind

T = TypeVar("T")

PATIENCE = 30.0
"""Seconds: long enough to type the keyring's own password, short enough to wonder."""

TRUSTED: dict[str, tuple[str, ...]] = {
    "win32": ("keyring.backends.Windows.WinVaultKeyring",),
    "darwin": ("keyring.backends.macOS.Keyring",),
    "linux": ("keyring.backends.SecretService.Keyring", "keyring.backends.kwallet.DBusKeyring"),
}
"""The keyrings that encrypt what they keep, and open with their owner's session. There are others that write files."""

_SERVICE = "Nachweis"
_SECRET_BYTES = 32
_CHECK_BYTES = 4
_LONGEST = 100
_PAUSE = 0.1


class Keyring(Protocol):
    """What is asked of a keyring; those of the library `keyring` have it."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return what was stored, or None."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Store something."""

    def delete_password(self, service: str, username: str) -> None:
        """Remove what was stored."""


def of_this_system() -> Keyring:
    """Return the first trusted keyring that works here; NoKeyringError if there is none.

    The library's own choice can be turned to any module by a settings file or a variable, also to one that writes
    plain text, and it is made once for the whole run; this one is made each time, so that a keyring may start late.
    """
    from keyring.core import load_keyring  # noqa: PLC0415 - it is slow, and the first window needs none
    from keyring.errors import NoKeyringError  # noqa: PLC0415 - the same

    for name in TRUSTED.get(sys.platform, ()):
        with suppress(Exception):
            found = load_keyring(name)
            if sys.platform == "win32":  # pragma: no cover - the library's default would travel with the user's profile
                found.persist = "local machine"  # type: ignore[attr-defined] # only this keyring has it
            return found
    raise NoKeyringError


def nothing() -> None:
    """Do nothing meanwhile."""


def remember(
    device: str,
    secret: bytes,
    *,
    keyring: Callable[[], Keyring] = of_this_system,
    patience: float = PATIENCE,
    meanwhile: Callable[[], None] = nothing,
) -> Trouble | None:
    """Leave the secret with the keyring, and see whether it gives it back.

    Add the slot to the vault only afterwards: a key without a slot opens nothing, a slot without a key is a broken
    promise. `meanwhile` is called every tenth of a second while we wait; it gives up by raising.
    """
    stored = _written(device, secret)

    def ask(kept: Keyring) -> object:
        kept.set_password(*_entry(device), stored)
        return kept.get_password(*_entry(device))

    answer = _answered(ask, keyring, patience, meanwhile)
    if isinstance(answer, Trouble):
        return answer
    return None if answer == stored else Trouble.WRONG


def recall(
    device: str,
    *,
    keyring: Callable[[], Keyring] = of_this_system,
    patience: float = PATIENCE,
    meanwhile: Callable[[], None] = nothing,
) -> bytes | Trouble:
    """Return the secret that the keyring holds for this device. Whether it opens the vault, the vault knows."""

    def ask(kept: Keyring) -> object:
        return kept.get_password(*_entry(device))

    answer = _answered(ask, keyring, patience, meanwhile)
    if isinstance(answer, Trouble):
        return answer
    if answer is None:
        return Trouble.EMPTIED
    return _read(device, answer) or Trouble.WRONG


def forget(
    device: str,
    *,
    keyring: Callable[[], Keyring] = of_this_system,
    patience: float = PATIENCE,
    meanwhile: Callable[[], None] = nothing,
) -> Trouble | None:
    """Remove the entry of this device, because somebody wants it gone; remove the slot from the vault first."""

    def ask(kept: Keyring) -> object:
        from keyring.errors import PasswordDeleteError  # noqa: PLC0415 - it is slow, and the first window needs none

        with suppress(PasswordDeleteError):  # also said when there is nothing to delete: the next line knows
            kept.delete_password(*_entry(device))
        return kept.get_password(*_entry(device))

    answer = _answered(ask, keyring, patience, meanwhile)
    if isinstance(answer, Trouble):
        return answer
    return None if answer is None else Trouble.FAULTY


def _entry(device: str) -> tuple[str, str]:
    """Return service and user: a service each, because Windows moves things about when two users share one."""
    return f"{_SERVICE} {device}", device


def _written(device: str, secret: bytes) -> str:
    if len(secret) != _SECRET_BYTES:
        raise ValueError("not the secret of a device")
    return b64encode(secret + _check(device, secret)).decode()


def _read(device: str, stored: object) -> bytes | None:
    """Return the secret if this is what was once written for this device."""
    if not isinstance(stored, str) or len(stored) > _LONGEST:
        return None
    try:
        content = b64decode(stored, validate=True)
    except ValueError:
        return None
    secret = content[:_SECRET_BYTES]
    return secret if stored == b64encode(secret + _check(device, secret)).decode() else None


def _check(device: str, secret: bytes) -> bytes:
    from hashlib import sha256  # noqa: PLC0415 - it brings OpenSSL along, and the first window needs none

    return sha256(device.encode(errors="surrogatepass") + b"\0" + secret).digest()[:_CHECK_BYTES]


def _answered(
    ask: Callable[[Keyring], T], keyring: Callable[[], Keyring], patience: float, meanwhile: Callable[[], None]
) -> T | Trouble:
    answers: SimpleQueue[T | Trouble] = SimpleQueue()
    Thread(target=lambda: answers.put(_tried(ask, keyring)), name="keyring", daemon=True).start()
    end = monotonic() + patience
    while (left := end - monotonic()) > 0:
        with suppress(Empty):
            return answers.get(timeout=min(_PAUSE, left))
        meanwhile()
    return Trouble.SILENT


def _tried(ask: Callable[[Keyring], T], keyring: Callable[[], Keyring]) -> T | Trouble:
    try:
        return ask(keyring())
    except BaseException as error:  # noqa: BLE001 - a keyring raises whatever the libraries below it raise
        return trouble_behind(error)
