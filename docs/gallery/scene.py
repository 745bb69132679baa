"""The real window, taken from state to state.

The window is the shipped one; only its child processes are played by the tests' stand-ins, so that every state comes up
without waiting. Library and queue are really kept, in a folder of their own; figures and checks are the real ones.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QPoint, QSettings, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.article import Article, Summary
from desktop_app.errors import KratkoError
from desktop_app.events import ArticleReady, FiguresReady, Stage, StageChanged, SummaryReady
from desktop_app.figures import find_in_article
from desktop_app.gui import settings
from desktop_app.gui.app import build, qt_application
from desktop_app.gui.models import CatalogueShelf, ModelCard, ModelFacts
from desktop_app.sources.source import FileSource, Source, UrlSource
from desktop_app.worker.messages import Role
from docs.gallery.articles import sample
from docs.gallery.state import State
from tests.gui.fakes import FakeChildren, FakeClient

_W = TypeVar("_W", bound=QWidget)
#: Rounds of the event loop: messages, layouts and repaints that follow from each other.
_ROUNDS = 8


class GalleryShelf(CatalogueShelf):
    """The shipped catalogue, with the models that a state needs on the disk."""

    def __init__(self) -> None:
        self.installed: set[str] = set()

    def facts(self, model: str | None) -> ModelFacts | None:
        found = super().facts(model)
        return found and replace(found, installed=found.id in self.installed)

    def cards(self) -> tuple[ModelCard, ...]:
        return tuple(replace(card, installed=card.id in self.installed) for card in super().cards())

    def folder(self) -> str:
        return "~/.local/share/kratko/models"


class Scene:
    """One window in ``lang`` and the colours of ``scheme``."""

    def __init__(self, lang: str, scheme: str) -> None:
        self.lang, self.scheme = lang, scheme
        self.qt = qt_application()
        self._folder = tempfile.TemporaryDirectory(prefix="kratko-gallery-")
        self.data = Path(self._folder.name)
        os.environ["KRATKO_DATA"] = str(self.data)
        store = QSettings(str(self.data / "gallery.ini"), QSettings.Format.IniFormat)
        store.setValue(settings.INTERFACE_LANGUAGE.key, lang)
        store.setValue(settings.COLOUR_SCHEME.key, scheme)
        self.children = FakeChildren(keeping=True)
        self.shelf = GalleryShelf()
        default = self.shelf.facts(None)
        assert default is not None
        self.model = default.id
        self.shelf.installed.add(self.model)
        self.app = build(self.qt, store=store, make_client=self.children, shelf=self.shelf)
        self.window = self.app.window
        self.article = sample(lang)
        self.page = UrlSource(self.article.source)
        self.app.backend.start()
        self.window.show()

    def picture(self, state: State) -> QImage:
        """Bring ``state`` up; returns the window, or the menu or dialog over it."""
        self.window.resize(*state.size)
        self.window.digest.figures.looked_away.emit()
        state.show()
        self.settle()
        dialogs = [dialog for dialog in self.window.findChildren(QDialog) if dialog.isVisible()]
        top = self.qt.activePopupWidget() or (dialogs or [self.window])[-1]
        return top.grab().toImage()

    def settle(self) -> None:
        """Let everything happen that follows."""
        for _ in range(_ROUNDS):
            self.qt.processEvents()

    def wait(self, milliseconds: int) -> None:
        """Let timers run that long."""
        QTest.qWait(milliseconds)

    def close(self) -> None:
        """Be gone, with the translations of this language."""
        self.window.close()
        self.window.deleteLater()
        self.qt.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.settle()
        self._folder.cleanup()

    def set(self, setting: settings.Setting[Any], value: object) -> None:
        """Change a setting, as its control would."""
        self.app.settings.set(setting, value)

    def shown(self, kind: type[_W]) -> _W:
        """The visible widget of this kind."""
        return next(widget for widget in self.window.findChildren(kind) if widget.isVisible())

    @property
    def middle(self) -> QPoint:
        """Where a menu comes up."""
        return self.window.mapToGlobal(self.window.rect().center())

    def close_dialogs(self) -> None:
        """Turn back to the window."""
        for dialog in self.window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.close()
        self.settle()

    # What the child processes tell

    @property
    def reader(self) -> FakeClient:
        return self.children.reader

    @property
    def writer(self) -> FakeClient:
        return self.children.writer

    @property
    def installer(self) -> FakeClient:
        return self.children.installer

    @property
    def exporter(self) -> FakeClient:
        return self.children.clients[Role.EXPORTER]

    def open(self, source: Source | None = None) -> None:
        """A source is opened, and being fetched."""
        self.app.session.open(source or self.page, fresh=True)
        self.reader.emit(StageChanged(Stage.FETCHING))

    def read(self, article: Article | None = None) -> None:
        """The reader process is done with ``article``, the sample by default."""
        article = article or self.article
        self.reader.emit(ArticleReady(article), FiguresReady(find_in_article(article)))
        self.reader.done()
        self.qt.processEvents()

    def digest(self, summary: Summary, article: Article | None = None) -> None:
        """An article is read and summarised."""
        self.open(UrlSource((article or self.article).source))
        self.read(article)
        self.writer.emit(SummaryReady(summary))
        self.writer.done()

    def fail_reading(self, error: KratkoError, source: Source | None = None) -> None:
        """A source cannot be read."""
        self.open(source)
        self.reader.fail(error)

    def fail_writing(self, error: KratkoError) -> None:
        """The sample cannot be summarised."""
        self.open()
        self.read()
        self.writer.fail(error)

    def queue(self) -> None:
        """Seven sources on their way."""
        links: list[Source] = [UrlSource(f"https://news.example/{name}") for name in "abcdef"]
        self.window.open([*links, FileSource(Path("minutes.docx"))])

    def read_queued(self, number: int) -> None:
        """The reader is done with the next of the queue, whose title begins at the word ``number`` of the sample's."""
        title = self.article.title if not number else " ".join((self.article.title or "").split()[number : number + 7])
        body = f"{self.article.body}\n\n{number}"
        self.read(replace(self.article, source=f"https://news.example/{number}", url=None, title=title, body=body))

    # What the reader does

    def press(self, widget: QWidget, *keys: Qt.Key) -> None:
        """Press ``keys`` in ``widget``."""
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        for key in keys:
            QTest.keyClick(widget, key)

    def then(self, *steps: Callable[[], object]) -> Callable[[], None]:
        """The steps in their order, as one."""

        def all_of_them() -> None:
            for step in steps:
                step()
                self.qt.processEvents()

        return all_of_them
