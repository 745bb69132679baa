"""Joins the find bar to the article."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from desktop_app.gui.find_bar import FindBar, find_all
from desktop_app.gui.reader_pane import ReaderPane


class Finding(QObject):
    """Looks in what the reader pane shows."""

    def __init__(self, reader: ReaderPane) -> None:
        super().__init__(reader)
        self._view = reader.view
        self.bar: FindBar = reader.find_bar
        self._places: list[tuple[int, int]] = []
        self._at = 0
        self.bar.sought.connect(self._seek)
        self.bar.stepped.connect(self.step)
        self.bar.closed.connect(self.close)
        self._view.typeset.connect(self._seek_again)

    def open(self) -> None:
        """Show the bar, with the selected words in it if there are any."""
        if self._view.isVisible() and self._view.article is not None:
            selected = self._view.textCursor().selectedText().replace("\u2029", " ").strip()
            self.bar.open(selected if len(selected) <= 80 else "")

    def step(self, by: int) -> None:
        """Go on by so many places, round the ends."""
        if self.bar.isHidden():
            self.open()
        elif self._places:
            self._at = (self._at + by) % len(self._places)
            self._show()

    def close(self) -> bool:
        """Put the bar away; whether it was there. The place at hand stays selected."""
        if self.bar.isHidden():
            return False
        if self._places:
            self._view.select(*self._places[self._at])
        self._places = []
        self._view.show_found([], 0)
        if self.bar.isAncestorOf(self.bar.window().focusWidget() or self.bar):
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.bar.hide()
        return True

    def _seek(self, text: str) -> None:
        before = self._places[self._at][0] if self._places else self._view.first_position()
        self._places = find_all(self._view.toPlainText(), text)
        # The first at or after where the reader is.
        self._at = next((at for at, place in enumerate(self._places) if place[0] >= before), 0)
        self._show()

    def _seek_again(self) -> None:
        if not self.bar.isHidden():
            self._seek(self.bar.field.text())

    def _show(self) -> None:
        self._view.show_found(self._places, self._at)
        self.bar.show_place(self._at + 1 if self._places else 0, len(self._places))
