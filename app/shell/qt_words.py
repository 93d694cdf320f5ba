"""Qt's own words, on its file dialog's buttons for instance, in the language of the program."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.core.language import Code

_LOCALES = {
    "de": QLocale(QLocale.Language.German, QLocale.Country.Germany),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class QtWords:
    """The translator that is installed now; there is at most one."""

    def __init__(self, code: Code) -> None:
        self._installed: QTranslator | None = None
        self.speak(code)

    def speak(self, code: Code) -> None:
        """Let Qt speak this language from now on. English is what Qt speaks by itself."""
        self.fall_silent()
        QLocale.setDefault(_LOCALES[code])
        translator = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if code != "en" and translator.load(f"qtbase_{code}", folder):
            QCoreApplication.installTranslator(translator)
            self._installed = translator

    def fall_silent(self) -> None:
        """Let Qt speak as it does by itself."""
        if self._installed:
            QCoreApplication.removeTranslator(self._installed)
            self._installed = None
