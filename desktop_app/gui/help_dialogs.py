"""Help: what the keys do; and who made what Kratko is built on."""

from __future__ import annotations

import platform
import re
from collections.abc import Sequence

import PySide6
from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtGui import QAction, QFont, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app import __version__
from desktop_app.gui import icons
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.theme import Space, Theme, TypeSize
from desktop_app.gui.widgets import Column, TextButton, hairline, label
from desktop_app.worker import confinement

#: What Kratko is built on, with its licence; the libraries that reading and writing rest on.
_PARTS = (
    ("Qt for Python", "LGPL-3.0"),
    ("llama.cpp, xllamacpp", "MIT, Apache-2.0"),
    ("PyTorch, transformers", "BSD-3-Clause, Apache-2.0"),
    ("lxml, readability-lxml, trafilatura", "BSD-3-Clause, Apache-2.0"),
    ("pymorphy3, simplemma, razdel", "MIT"),
    ("pypdfium2, python-docx", "Apache-2.0, MIT"),
    ("httpx2, babel, SQLite", "BSD-3-Clause, public domain"),
)


_USUAL_KEYS = re.compile(r".+\+.+|F\d+|Esc|Del")


class ShortcutsDialog(QDialog):
    """Every command that has keys, with them, and what the mouse does."""

    def __init__(self, theme: Theme, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._actions = actions
        self._title = label("greeting")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(Space.S)
        inner = Column()
        inner.setProperty("role", "desk")
        column = QVBoxLayout(inner)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        column.addWidget(self._title)
        column.addSpacing(Space.S)
        column.addLayout(self._lines)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        self.resize(QSize(520, 640))
        self._scroll = scroll
        keep_worded(self, self._word)

    def rows(self) -> list[tuple[str, str]]:
        """Command and keys, as shown."""
        native = QKeySequence.SequenceFormat.NativeText
        found = []
        for action in self._actions:
            # Keys of media keyboards have names that say nothing.
            usual = [key for key in action.shortcuts() if _USUAL_KEYS.fullmatch(key.toString())]
            keys = [key.toString(native) for key in usual][:2]
            if keys:
                found.append((action.text().rstrip("…"), "  ".join(keys)))
        return [
            *found,
            (self.tr("From number to number in the summary; follow"), self.tr("Arrows; Enter")),
            (self.tr("Size of the article text"), self.tr("Ctrl+wheel")),
            (self.tr("Read what you drop"), self.tr("Drop a file or link anywhere")),
        ]

    def _word(self) -> None:
        self.setWindowTitle(self.tr("Keys and mouse"))
        self._title.setText(self.tr("Keys and mouse"))
        self._title.setFont(self._theme.font(TypeSize.TITLE, QFont.Weight.DemiBold))
        self._scroll.setAccessibleName(self.tr("Keys and mouse"))
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for words, keys in self.rows():
            self._lines.addWidget(_line(words, keys))
            self._lines.addWidget(hairline())


def _line(words: str, keys: str) -> QWidget:
    name, shortcut = label("plain", wraps=True), label("muted")
    name.setText(words)
    shortcut.setText(keys)
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.XL)
    row.addWidget(name, 1)
    row.addWidget(shortcut)
    return line


class AboutDialog(QDialog):
    """Name, version, licences, and the versions to send along with a question."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        picture = QLabel()
        picture.setPixmap(icons.application_icon().pixmap(64, 64))
        picture.setFixedSize(64, 64)
        self._name = label("greeting")
        self._version = label("muted")
        self._text = label("plain", wraps=True)
        self._licence = label("plain", wraps=True)
        self._heading = label("strong", wraps=True)
        self.copy = TextButton(theme, "plain", "copy")
        self.close_button = TextButton(theme, "primary")
        self.copy.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.accept)
        names = QVBoxLayout()
        names.setSpacing(Space.XS)
        names.addWidget(self._name)
        names.addWidget(self._version)
        head = QHBoxLayout()
        head.setSpacing(Space.L)
        head.addWidget(picture)
        head.addLayout(names, 1)
        parts = QGridLayout()
        parts.setHorizontalSpacing(Space.L)
        parts.setVerticalSpacing(Space.XS)
        for at, (part, licence) in enumerate(_PARTS):
            for column, (words, role) in enumerate(((part, "plain"), (licence, "quiet"))):
                cell = label(role)
                cell.setText(words)
                parts.addWidget(cell, at, column)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addStretch()
        buttons.addWidget(self.copy)
        buttons.addWidget(self.close_button)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column_.setSpacing(Space.M)
        column_.addLayout(head)
        column_.addWidget(self._text)
        column_.addWidget(self._licence)
        column_.addWidget(hairline())
        column_.addWidget(self._heading)
        column_.addLayout(parts)
        column_.addSpacing(Space.S)
        column_.addLayout(buttons)
        self.close_button.setFocus()
        self.setMinimumWidth(420)
        self.resize(500, 420)
        keep_worded(self, self._word)

    @staticmethod
    def details() -> str:
        """Versions of everything that a question may turn on; nothing of what was read."""
        system = platform.platform()
        qt = f"Qt {qVersion()}, PySide6 {PySide6.__version__}, {QGuiApplication.platformName()}"
        parser = f"documents are read under {confinement.described()}"
        return f"Kratko {__version__}; Python {platform.python_version()}; {qt}; {system}; {parser}"

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details())
        self.copy.setText(self.tr("Copied"))

    def _word(self) -> None:
        self.setWindowTitle(self.tr("About Kratko"))
        self._name.setText("Kratko")
        self._name.setFont(self._theme.font(TypeSize.TITLE, QFont.Weight.DemiBold))
        self._version.setText(self.tr("Version {version}").format(version=__version__))
        self._text.setText(
            self.tr("Reads an article for you: a short summary beside the key figures, all on this computer.")
        )
        self._licence.setText(
            self.tr(
                "Free software under the Apache-2.0 licence. Models have licences of their own, shown on their page."
            )
        )
        self._heading.setText(self.tr("Built on"))
        self.copy.setText(self.tr("Copy versions"))
        self.close_button.setText(self.tr("Close"))
