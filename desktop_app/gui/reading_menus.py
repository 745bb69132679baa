"""The menus of article and summary under the right mouse button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QTextEdit

from desktop_app.article import Figure, Span
from desktop_app.gui import icons
from desktop_app.gui.digest_pane import DigestPane
from desktop_app.gui.finding import Finding
from desktop_app.gui.reader_pane import ReaderPane
from desktop_app.gui.session import Session
from desktop_app.gui.theme import Theme


class ReadingMenus(QObject):
    """Offers what can be done with the words under the pointer; ``more`` are commands of the summary besides."""

    def __init__(
        self,
        theme: Theme,
        session: Session,
        reader: ReaderPane,
        digest: DigestPane,
        finding: Finding,
        more: Callable[[], list[QAction]],
    ) -> None:
        super().__init__(reader)
        self._theme = theme
        self._session = session
        self._view = reader.view
        self._digest = digest
        self._finding = finding
        self._more = more
        for part, make in ((self._view, self.of_article), (digest.summary.text, self.of_summary)):
            part.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            part.customContextMenuRequested.connect(
                lambda spot, part=part, make=make: make(spot).popup(part.viewport().mapToGlobal(spot))
            )

    def of_article(self, spot: QPoint) -> QMenu:
        """The menu of the article at ``spot``."""
        view = self._view
        menu = self._menu(view)
        selected = _selected(view)
        self._add(menu, self.tr("Copy"), "copy", view.copy, bool(selected))
        self._add(menu, self.tr("Copy with source"), None, lambda: self._copy_with_source(selected), bool(selected))
        menu.addSeparator()
        figure = self.figure_at(spot)
        if figure is not None:
            name = self.tr("Show “{figure}” among the figures").format(figure=" ".join(figure.text.split()))
            self._add(menu, name, "arrow_right", lambda: self._show_figure(figure))
        if selected:
            self._add(menu, self.tr("Find this in the article"), "search", self._finding.open, len(selected) <= 80)
        link = view.anchorAt(spot)
        if link:
            self._add(menu, self.tr("Copy the link"), "link", lambda: QGuiApplication.clipboard().setText(link))
        menu.addSeparator()
        self._add(menu, self.tr("Select all"), None, view.selectAll, view.article is not None)
        return menu

    def of_summary(self, spot: QPoint) -> QMenu:
        """The menu of the summary."""
        text = self._digest.summary.text
        menu = self._menu(text)
        selected = _selected(text)
        self._add(menu, self.tr("Copy"), "copy", text.copy, bool(selected))
        self._add(menu, self.tr("Copy with source"), None, lambda: self._copy_with_source(selected), bool(selected))
        menu.addSeparator()
        menu.addActions(self._more())
        menu.addSeparator()
        self._add(menu, self.tr("Select all"), None, text.selectAll, bool(text.toPlainText()))
        return menu

    def figure_at(self, spot: QPoint) -> Figure | None:
        """The figure of the article under ``spot``."""
        position = self._view.cursorForPosition(spot).position()
        for figure in self._session.figures:
            place = self._view.place_of(figure.section, Span(figure.start, figure.end))
            if place is not None and place[0] <= position <= place[1]:
                return figure
        return None

    def _show_figure(self, figure: Figure) -> None:
        for card in self._digest.figures.cards:
            if figure in card.entry.places or figure == card.entry.figure:
                if not card.isChecked():
                    card.click()
                card.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _copy_with_source(self, text: str) -> None:
        article = self._session.article
        parts = [article.title or "", article.site or "", article.url or ""] if article is not None else []
        source = ", ".join(dict.fromkeys(part for part in parts if part))
        QGuiApplication.clipboard().setText(f"“{text}”\n— {source}" if source else text)

    def _menu(self, over: QTextEdit) -> QMenu:
        menu = QMenu(over)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _add(self, menu: QMenu, words: str, icon: str | None, do: Callable[[], object], enabled: bool = True) -> None:
        colours = self._theme.colours
        action = menu.addAction(words)
        if icon is not None:
            action.setIcon(icons.icon(icon, colours.text, colours.outline))
        action.setEnabled(enabled)
        action.triggered.connect(lambda _checked: do())


def _selected(text: QTextEdit) -> str:
    """The selected words; paragraphs are parted as in plain text."""
    return text.textCursor().selectedText().replace("\u2029", "\n").replace("\u2028", "\n").strip()
