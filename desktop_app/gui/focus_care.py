"""Where the keys go when what had the focus goes away: to the article, not to whatever Qt finds next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.gui.reader_pane import ReaderPane
from desktop_app.gui.session import Session

_OTHER = Qt.FocusReason.OtherFocusReason


class FocusCare:
    """Looks after the focus of the window that ``pages`` are in.

    ``pages`` hold the focus for the article while it is not there yet. ``parting`` are the parts that a reader who has
    opened something is done with; ``banner`` among them goes away when a summary begins.
    """

    def __init__(
        self,
        pages: QStackedWidget,
        reader: ReaderPane,
        banner: QWidget,
        parting: Sequence[QWidget],
        session: Session,
    ) -> None:
        self._pages = pages
        self._reader = reader
        self._banner = banner
        self._parting = (banner, *parting)
        session.opened.connect(lambda _: self._leave_parting())
        session.article_ready.connect(lambda _: self.come_to_article())
        session.summary_started.connect(self._leave_banner)

    def leave_page(self) -> None:
        """The page that shows is about to make room for another."""
        page, focused = self._pages.currentWidget(), self._focused
        if page is not None and focused is not None and page.isAncestorOf(focused):
            self._pages.setFocus(_OTHER)

    def come_to_article(self) -> None:
        """The article shows now."""
        if self._pages.hasFocus():
            self._reader.view.setFocus(_OTHER)

    @property
    def _focused(self) -> QWidget | None:
        return self._pages.window().focusWidget()

    def _leave_parting(self) -> None:
        # What was typed is on its way: keys now scroll the article, and pasting digests again.
        focused = self._focused
        if focused is None or not focused.isVisible() or any(part.isAncestorOf(focused) for part in self._parting):
            self._pages.setFocus()

    def _leave_banner(self) -> None:
        focused = self._focused
        if focused is not None and self._banner.isAncestorOf(focused):
            self._reader.view.setFocus(_OTHER)
