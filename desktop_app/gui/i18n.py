"""Interface languages: compiling, finding and installing translations.

Translators edit ``resources/translations/kratko_<language>.ts``. :mod:`desktop_app.gui.lrelease` turns them into
``.qm``, so nothing but the Python packages is needed; the build does it for wheels and bundles. In a checkout the
window does it by itself whenever a ``.ts`` is newer than what was compiled from it.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QCryptographicHash, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtGui import QGuiApplication

from desktop_app.gui.cache import cache_folder
from desktop_app.gui.settings import FROM_SYSTEM
from desktop_app.resources import resource

#: Interface languages with their own names; English is the language of the source.
LANGUAGES: Final = {"en": "English", "ru": "Русский", "uk": "Українська"}

_log = logging.getLogger(__name__)


def compiled(lang: str) -> Path | None:
    """The compiled translation of the interface into ``lang``, made if need be; ``None`` if it cannot be had."""
    try:
        folder = resource("translations")
    except FileNotFoundError:
        return None
    source, built = folder / f"kratko_{lang}.ts", folder / f"kratko_{lang}.qm"
    # Installed programs carry the compiled files alone.
    if built.exists() and (not source.exists() or built.stat().st_mtime >= source.stat().st_mtime):
        return built
    if not source.exists():
        return None
    digest = QCryptographicHash.hash(source.read_bytes(), QCryptographicHash.Algorithm.Sha256).toHex().toStdString()
    cached = cache_folder() / "translations" / f"{source.stem}-{digest[:16]}.qm"
    if not cached.exists():
        from desktop_app.gui.lrelease import TranslationsNotCompiled, compile_translation

        try:
            cached.parent.mkdir(parents=True, exist_ok=True)
            compile_translation(source, cached)
            for old in cached.parent.glob(f"{source.stem}-*.qm"):
                if old != cached:
                    old.unlink(missing_ok=True)
        except (OSError, TranslationsNotCompiled) as error:
            _log.info("the interface stays English: %s", error)
            return None
    return cached


def system_language() -> str:
    """The first language the system prefers that the interface speaks, else English."""
    for name in QLocale.system().uiLanguages():
        lang = name.replace("_", "-").split("-")[0].lower()
        if lang in LANGUAGES:
            return lang
    return "en"


class InterfaceLanguage(QObject):
    """Installs the translators of one language, ours and Qt's own, and sets the locale and direction with it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._installed: list[QTranslator] = []
        self.lang = "en"

    def use(self, choice: str) -> None:
        """Switch to ``choice``: a code of :data:`LANGUAGES` or ``system``."""
        app = QCoreApplication.instance()
        assert app is not None
        self.lang = system_language() if choice == FROM_SYSTEM else choice
        QLocale.setDefault(_locale(self.lang))
        for translator in self._installed:
            app.removeTranslator(translator)
        self._installed = []
        qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        ours = compiled(self.lang)
        for file in (qt_folder / f"qtbase_{self.lang}.qm", ours):
            translator = QTranslator(self)
            if file is not None and translator.load(str(file)):
                app.installTranslator(translator)
                self._installed.append(translator)
        if isinstance(app, QGuiApplication):
            app.setLayoutDirection(QLocale().textDirection())


def _locale(lang: str) -> QLocale:
    """The system's own locale where it speaks ``lang`` (its country counts for formats), else that of the language."""
    system = QLocale.system()
    return system if system.name().split("_")[0] == lang else QLocale(lang)
