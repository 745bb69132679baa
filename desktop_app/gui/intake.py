"""The ways in: what was typed, pasted, dropped or chosen becomes sources to be opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.gui import settings
from desktop_app.gui.incoming import file_patterns, sources_from
from desktop_app.gui.settings import Settings
from desktop_app.resources import resource
from desktop_app.sources.address import parse_sources
from desktop_app.sources.source import FileSource, Source


class Intake(QObject):
    """Hands sources to ``open_``. ``wanting`` tells that there was nothing to take: the address field is the place."""

    wanting = Signal()

    def __init__(self, window: QWidget, settings_: Settings, open_: Callable[[Sequence[Source]], None]) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings_
        self._open = open_

    def type(self, text: str) -> None:
        """Open what was typed into the address field."""
        self._open(parse_sources(text))

    def sample(self, lang: str) -> None:
        """Open the sample article in ``lang``."""
        self._open([FileSource(resource("samples", f"{lang}.md"))])

    def paste(self) -> None:
        """Open what is on the clipboard."""
        found = sources_from(QGuiApplication.clipboard().mimeData())
        if found:
            self._open(found)
        else:
            self.wanting.emit()

    def choose_files(self) -> None:
        """Ask for files and open them."""
        folder = self._settings.get(settings.LAST_FOLDER)
        kinds = self.tr("Documents ({patterns});;All files (*)").format(patterns=file_patterns())
        names, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Open files"), folder, kinds)
        if names:
            if self._settings.get(settings.KEEP_DIGESTS):
                self._settings.set(settings.LAST_FOLDER, str(Path(names[0]).parent))
            self._open([FileSource(Path(name)) for name in names])
