"""The key figures: cards of the article's own, bars where they compare, and those of the page's other stories."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.article import Figure, Section
from desktop_app.gui import figure_words, icons
from desktop_app.gui.compare_bars import CompareBars
from desktop_app.gui.figure_card import FigureCard
from desktop_app.gui.figure_groups import Comparison, Entry, FigureGroups, group
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.skeleton import Skeleton
from desktop_app.gui.theme import Space, Theme
from desktop_app.gui.widgets import HEAD_HEIGHT, Column, IconButton, TextButton, hairline, label

#: Cards shown before the reader asks for all.
_SHOWN = 9
_CARD_WIDTH = 215
_SKELETON = ((22, 0.4, 8), (10, 0.8, 26), (22, 0.3, 8), (10, 0.7, 26), (22, 0.45, 8), (10, 0.62, 0))


class FiguresView(QWidget):
    """All figures of one article. ``chosen`` carries the :class:`Figure` (of one place) the reader wants to see."""

    chosen = Signal(object)  # Figure
    looked_at = Signal(object, bool)  # FigureCard, at once
    looked_away = Signal()
    asked_about = Signal(object)  # Figure

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._groups: FigureGroups | None = None
        self._all = False
        self._related_open = False
        self._columns = 1
        self._places: dict[tuple[Section, int], int] = {}
        self._waiting: FigureGroups | None = None
        self._page_of: Callable[[Figure], int | None] = lambda _: None
        self._cards: list[FigureCard] = []
        self.more: TextButton | None = None
        self.related_fold: TextButton | None = None
        self._heading = label("heading")
        self._count = label("quiet")
        self._copy = IconButton(theme, "copy")
        self._copy.clicked.connect(self.copy_all)
        row = QWidget()
        row.setFixedHeight(HEAD_HEIGHT)
        head = QHBoxLayout(row)
        head.setContentsMargins(Space.XL, Space.S, Space.M, 0)
        head.setSpacing(Space.S)
        head.addWidget(self._heading)
        head.addWidget(self._count)
        head.addStretch()
        head.addWidget(self._copy)
        self._inner = Column()
        self._inner.setProperty("role", "desk")
        self._stack = QVBoxLayout(self._inner)
        self._stack.setContentsMargins(Space.M, 0, Space.M, Space.L)
        self._stack.setSpacing(Space.XS)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(row)
        layout.addWidget(self._scroll, 1)
        keep_worded(self, self._word)

    @property
    def cards(self) -> tuple[FigureCard, ...]:
        """The cards shown, in reading order."""
        return tuple(self._cards)

    def lead_on_to(self, *following: QWidget) -> None:
        """Tab goes from the head of the view to ``following``, one after another."""
        for one, next_ in pairwise((self._copy, *following)):
            QWidget.setTabOrder(one, next_)

    def show_waiting(self) -> None:
        """Clear the view for figures that are being looked for."""
        self._groups, self._all, self._related_open = None, False, False
        self._places, self._waiting = {}, None
        self._rebuild()

    def show_figures(
        self,
        figures: Sequence[Figure],
        direction: Qt.LayoutDirection,
        page_of: Callable[[Figure], int | None] = lambda _: None,
    ) -> None:
        """Show ``figures`` (most important first) of a text that runs in ``direction``; ``page_of`` tells pages."""
        self._page_of = page_of
        self._groups, self._waiting = group(figures, page_of), None
        self._related_open = not self._groups.article
        self._inner.setLayoutDirection(direction)
        self._rebuild()

    def settle(self, figures: Sequence[Figure]) -> None:
        """Mark what the summary states, and order the figures as it settles them.

        Nothing moves under the reader's hands: while the pointer or the focus is here, a figure is chosen, or the list
        is scrolled, the cards are only marked, and put in order once the reader turns elsewhere.
        """
        if self._groups is None:
            return
        settled = group(figures, self._page_of)
        told = {entry.key: entry for entry in (*settled.article, *settled.related)}
        for card in self._cards:
            card.tell(told.get(card.entry.key, card.entry))
        self._waiting = settled
        if not self._in_use():
            self._put_in_order()

    def _in_use(self) -> bool:
        touched = self.underMouse() or self._scroll.verticalScrollBar().value() > 0
        return touched or any(card.hasFocus() or card.isChecked() or card.underMouse() for card in self._cards)

    def _put_in_order(self) -> None:
        settled, self._waiting = self._waiting, None
        if settled is not None and settled != self._groups:
            self._groups = settled
            self._rebuild()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._waiting is not None:
            QTimer.singleShot(0, self, self._settle_later)

    def _settle_later(self) -> None:
        if not self._in_use():
            self._put_in_order()

    def copy_all(self) -> None:
        """Copy the figures as lines of text."""
        groups = self._waiting or self._groups
        if groups is not None:
            lines = [figure_words.line_text(entry) for entry in (*groups.article, *groups.related)]
            QGuiApplication.clipboard().setText("\n".join(lines))

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) figure."""
        if not self._cards:
            return
        current = next((i for i, card in enumerate(self._cards) if card.isChecked()), None)
        at = (0 if by > 0 else -1) if current is None else (current + by) % len(self._cards)
        if any(card.hasFocus() for card in self._cards):
            self._cards[at].setFocus(Qt.FocusReason.MouseFocusReason)
        self._choose(self._cards[at].entry)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = max(1, (self.width() - 2 * Space.M) // _CARD_WIDTH)
        if columns != self._columns:
            self._columns = columns
            self._rebuild()

    def _walk(self, card: FigureCard, key: int) -> None:
        """Move the focus from ``card`` as the grid lies, mirrored for text from right to left."""
        onward = -1 if self._inner.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        steps = {
            Qt.Key.Key_Down: self._columns,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Right: onward,
            Qt.Key.Key_Left: -onward,
            Qt.Key.Key_Home: -len(self._cards),
            Qt.Key.Key_End: len(self._cards),
        }
        target = self._cards.index(card) + steps[Qt.Key(key)]
        self._focus(self._cards[max(0, min(len(self._cards) - 1, target))])

    def _word(self) -> None:
        self._heading.setText(self.tr("Key figures"))
        self._copy.word(self.tr("Copy all figures"))
        self.setAccessibleName(self.tr("Key figures"))
        self._rebuild()

    def _rebuild(self) -> None:
        chosen = next((card.entry.key for card in self._cards if card.isChecked()), None)
        focused = next((card.entry.key for card in self._cards if card.hasFocus()), None)
        self._clear()
        if self._waiting is not None:  # everything is drawn anew anyway
            self._groups, self._waiting = self._waiting, None
        groups = self._groups
        self._copy.setEnabled(groups is not None and bool(groups.article or groups.related))
        self._count.setText("")
        if groups is None:
            waiting = Skeleton(self._theme, _SKELETON)
            waiting.setContentsMargins(Space.M, 0, Space.M, 0)
            self._add(waiting, inset=True)
            self._stack.addStretch()
            return
        total = len(groups.article)
        if total:
            self._count.setText(self.locale().toString(total))
            self._add_grid(groups.article if self._all else groups.article[:_SHOWN])
        else:
            self._add(self._quiet(self.tr("No figures in the article itself.")), inset=True)
        if total > _SHOWN and not self._all:
            more = self.more = TextButton(self._theme, "quiet", "chevron_down")
            more.setText(self.tr("Show all %n figures", "", total))
            more.clicked.connect(self._show_all)
            self._add(more, inset=True)
        for comparison in groups.comparisons:
            self._add_chart(comparison)
        if groups.related:
            self._add_related(groups.related)
        self._stack.addStretch()
        self._restore(chosen, focused)

    def _restore(self, chosen: tuple[Section, int] | None, focused: tuple[Section, int] | None) -> None:
        for card in self._cards:
            card.setChecked(card.entry.key == chosen)
        holder = next((card for card in self._cards if card.entry.key == focused), None)
        self._make_tab_stop(holder or (self._cards[0] if self._cards else None))
        if holder is not None:
            holder.setFocus()

    def _clear(self) -> None:
        self.looked_away.emit()
        self._cards, self.more, self.related_fold = [], None, None
        while (item := self._stack.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _add(self, widget: QWidget, *, inset: bool = False) -> None:
        if inset:
            box = QWidget()
            row = QHBoxLayout(box)
            row.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
            row.addWidget(widget)
            if isinstance(widget, TextButton):
                row.addStretch()
            widget = box
        self._stack.addWidget(widget)

    def _add_grid(self, entries: Sequence[Entry]) -> None:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(Space.XS)
        for column in range(self._columns):
            grid.setColumnStretch(column, 1)
        for place, entry in enumerate(entries):
            card = self._card(entry)
            grid.addWidget(card, place // self._columns, place % self._columns, Qt.AlignmentFlag.AlignTop)
        self._stack.addWidget(box)

    def _card(self, entry: Entry) -> FigureCard:
        card = FigureCard(self._theme, entry)
        card.clicked.connect(lambda: self._choose(entry))
        card.looked_at.connect(self.looked_at)
        card.looked_away.connect(self.looked_away)
        card.walked.connect(self._walk)
        card.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        card.customContextMenuRequested.connect(lambda at: self.menu_of(card).popup(card.mapToGlobal(at)))
        self._cards.append(card)
        return card

    def _add_chart(self, comparison: Comparison) -> None:
        self._add(hairline(), inset=True)
        parts = (self.tr("Compared"), comparison.noun, comparison.unit)
        self._add(self._quiet(" · ".join(part for part in parts if part)), inset=True)
        chart = CompareBars(self._theme, comparison)
        chart.chosen.connect(self._choose)
        self._stack.addWidget(chart)

    def _add_related(self, entries: Sequence[Entry]) -> None:
        self._add(hairline(), inset=True)
        chevron = "chevron_down" if self._related_open else "chevron_right"
        fold = self.related_fold = TextButton(self._theme, "fold", chevron)
        title = self.tr("Also on this page")
        fold.setText(f"{title}  {self.locale().toString(len(entries))}")
        # Narrow columns have no room for it as wide as it would be; its words begin where reading does.
        fold.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        fold.setCheckable(True)
        fold.setChecked(self._related_open)
        fold.setToolTip(self.tr("Figures from headlines of other stories on the same page"))
        fold.clicked.connect(self._toggle_related)
        self._add(fold)
        if self._related_open:
            self._add_grid(entries)

    def _quiet(self, text: str) -> QWidget:
        made = label("quiet", wraps=True)
        made.setText(text)
        return made

    def _show_all(self) -> None:
        self._all = True
        self._rebuild()

    def _toggle_related(self) -> None:
        self._related_open = not self._related_open
        self._rebuild()

    def _choose(self, entry: Entry) -> None:
        """Show the figure's place; choosing it again shows its next place."""
        for card in self._cards:
            if card.entry.key == entry.key:
                again = card.isChecked()
                self._places[entry.key] = (self._places.get(entry.key, 0) + 1) % len(entry.places) if again else 0
                card.setChecked(True)
                self._make_tab_stop(card)
                self._scroll.ensureWidgetVisible(card, 0, Space.L)
            else:
                card.setChecked(False)
        self.looked_away.emit()
        self.chosen.emit(entry.places[self._places.get(entry.key, 0)])

    def choose_none(self) -> None:
        """The article shows something else now."""
        for card in self._cards:
            card.setChecked(False)

    def _make_tab_stop(self, stop: FigureCard | None) -> None:
        """Tab reaches one card; arrow keys go on from there."""
        for card in self._cards:
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if card is stop else Qt.FocusPolicy.ClickFocus)

    def _focus(self, card: FigureCard) -> None:
        self._make_tab_stop(card)
        card.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(card, 0, Space.L)

    def menu_of(self, card: FigureCard) -> QMenu:
        """What can be done with a figure; deleted once it was closed."""
        menu = QMenu(self)
        colours = self._theme.colours
        go = menu.addAction(icons.icon("arrow_right", colours.text), self.tr("Show in the article"))
        go.triggered.connect(lambda: self._choose(card.entry))
        if card.entry.figure.section is Section.BODY:
            ask = menu.addAction(icons.icon("ask", colours.text), self.tr("Summary about this"))
            ask.triggered.connect(lambda: self.asked_about.emit(card.entry.figure))
        clipboard = QGuiApplication.clipboard()
        copy = menu.addAction(icons.icon("copy", colours.text), self.tr("Copy the figure"))
        copy.triggered.connect(lambda: clipboard.setText(figure_words.line_text(card.entry)))
        if card.entry.figure.context:
            sentence = menu.addAction(self.tr("Copy its sentence"))
            sentence.triggered.connect(lambda: clipboard.setText(card.entry.figure.context))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu
