"""The real window over stand-ins for its child processes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.article import Article, Figure
from desktop_app.events import ArticleReady, FiguresReady, SummaryReady
from desktop_app.gui import settings
from desktop_app.gui.app import Application, build, qt_application
from desktop_app.gui.main_window import MainWindow
from desktop_app.sources.source import Source, UrlSource
from tests.gui import stories
from tests.gui.fakes import FakeChildren, FakeShelf

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform in ("win32", "darwin")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    """Settings of a reader whose system speaks English."""
    kept = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    kept.setValue(settings.INTERFACE_LANGUAGE.key, "en")
    kept.setValue(settings.COLOUR_SCHEME.key, "light")
    return kept


@pytest.fixture
def children() -> FakeChildren:
    return FakeChildren()


@pytest.fixture
def shelf() -> FakeShelf:
    return FakeShelf()


@pytest.fixture
def whole() -> bool:
    """Whether ``app`` begins with all parts of its window there and its children started."""
    return True


@pytest.fixture
def app(
    qapp: QApplication,
    qtbot: QtBot,
    store: QSettings,
    children: FakeChildren,
    shelf: FakeShelf,
    whole: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Application]:
    """The application with its window on the screen, 1280 × 800."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    QGuiApplication.clipboard().clear()
    made = build(qt_application(), store=store, make_client=children, shelf=shelf, whole=whole)
    qtbot.addWidget(made.window)
    if whole:
        made.backend.start()
    made.window.resize(1280, 800)
    made.window.show()
    qtbot.waitExposed(made.window)
    yield made
    made.window.close()


@pytest.fixture
def window(app: Application) -> MainWindow:
    return app.window


@dataclass
class Hands:
    """What a reader does, and what the child processes answer, in one line each."""

    app: Application
    children: FakeChildren
    qtbot: QtBot

    def settle(self) -> None:
        """Let queued messages, layouts and deferred deletions happen."""
        for _ in range(3):
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def open(self, source: Source | None = None) -> None:
        """Hand a source to the window."""
        self.app.window.open([source or UrlSource(stories.ARTICLE.source)])
        self.settle()

    def read(self, article: Article = stories.ARTICLE, figures: tuple[Figure, ...] | None = None) -> None:
        """The reader process answers with ``article`` and ends."""
        found = stories.figures() if figures is None else figures
        self.children.reader.emit(ArticleReady(article), FiguresReady(found))
        self.children.reader.done()
        self.settle()

    def summarise(self, text: str | None = None) -> None:
        """The writer process answers and ends."""
        self.children.writer.emit(SummaryReady(stories.summary(text) if text else stories.summary()))
        self.children.writer.done()
        self.settle()

    def digest(self) -> None:
        """Open, read and summarise the usual article."""
        self.open()
        self.read()
        self.summarise()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        target = QApplication.focusWidget() or self.app.window
        self.qtbot.keyClick(target, key, modifier)
        self.settle()

    def drag(self, mime: QMimeData, over: QWidget | None = None) -> bool:
        """Drag something over a widget (the window's middle by default); returns whether it is welcome there.

        The event goes to the native window, so that Qt finds the widget that takes it, as in a real drag.
        """
        event = QDragEnterEvent(
            self._spot(over),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        event.ignore()
        QCoreApplication.sendEvent(self.app.window.windowHandle(), event)
        return event.isAccepted()

    def drag_away(self) -> None:
        """Drag it out again."""
        QCoreApplication.sendEvent(self.app.window.windowHandle(), QDragLeaveEvent())

    def drop(self, mime: QMimeData, over: QWidget | None = None) -> None:
        """Drop it there."""
        event = QDropEvent(
            QPointF(self._spot(over)),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QCoreApplication.sendEvent(self.app.window.windowHandle(), event)
        self.settle()

    def _spot(self, over: QWidget | None) -> QPoint:
        widget = over or self.app.window
        return widget.mapTo(self.app.window, widget.rect().center())


@pytest.fixture
def hands(app: Application, children: FakeChildren, qtbot: QtBot) -> Hands:
    made = Hands(app, children, qtbot)
    made.settle()
    return made
