"""What the list of the library is narrowed to: a menu to choose it from, and chips that tell it and take it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.gui.flow_layout import FlowLayout
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.languages import native_name
from desktop_app.gui.theme import Space, Theme
from desktop_app.gui.widgets import IconButton, TextButton
from desktop_app.library.entries import Facets, Filter

#: More sites than this are not offered: the search finds the others.
_MOST_SITES = 20
_DAYS = (1, 7, 30, 365)


class LibraryFilter(QWidget):
    """The chips; ``button`` opens the menu and stands elsewhere. ``changed`` tells that ``wanted`` is another."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._facets = Facets((), (), ())
        self._days: int | None = None
        self._wanted = Filter()
        self.button = IconButton(theme, "filter")
        self.button.setPopupMode(self.button.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.button)
        self.button.setMenu(self.menu)
        self._chips = FlowLayout(self)
        self._chips.setContentsMargins(Space.M, 0, Space.M, Space.XS)
        self._chips.setSpacing(Space.XS)
        self.menu.aboutToShow.connect(self._fill)
        self.hide()
        keep_worded(self, self._word)

    @property
    def wanted(self) -> Filter:
        """What is wanted; a stretch of days ends today."""
        since = None if self._days is None else date.today() - timedelta(days=self._days - 1)
        return replace(self._wanted, since=since)

    @property
    def chips(self) -> tuple[TextButton, ...]:
        """The chips shown."""
        items = (self._chips.itemAt(at) for at in range(self._chips.count()))
        widgets = [item.widget() for item in items if item is not None]
        return tuple(widget for widget in widgets if isinstance(widget, TextButton))

    def set_facets(self, facets: Facets) -> None:
        """What there is to choose from."""
        self._facets = facets

    def clear(self) -> None:
        """Want everything."""
        self._days, self._wanted = None, Filter()
        self._tell()

    def choose(self, *, days: int | None = None, **parts: object) -> None:
        """Want what ``parts`` (fields of ``Filter``) say, or digests of the last ``days``; the rest stays."""
        if days is not None:
            self._days = days
        self._wanted = replace(self._wanted, **parts)  # type: ignore[arg-type]
        self._tell()

    def _fill(self) -> None:
        menu = self.menu
        menu.clear()
        pinned = menu.addAction(self.tr("Pinned only"))
        pinned.setCheckable(True)
        pinned.setChecked(self._wanted.pinned)
        pinned.toggled.connect(lambda on: self.choose(pinned=on))
        menu.addSeparator()
        days = menu.addMenu(self.tr("Date"))
        for number in _DAYS:
            action = self._add(days, self._day_words(number), chosen=self._days == number)
            action.triggered.connect(lambda _=False, number=number: self.choose(days=number))
        groups = (
            (self.tr("Site"), "site", [(site, site) for site, _ in self._facets.sites[:_MOST_SITES]]),
            (self.tr("Language"), "lang", [(code, native_name(code)) for code, _ in self._facets.langs]),
            (self.tr("Tag"), "tag", [(tag, f"#{tag}") for tag, _ in self._facets.tags]),
        )
        for words, name, values in groups:
            part = menu.addMenu(words)
            part.setEnabled(bool(values))
            for value, shown in values:
                action = self._add(part, shown.replace("&", "&&"), chosen=getattr(self._wanted, name) == value)
                action.triggered.connect(lambda _=False, name=name, value=value: self.choose(**{name: value}))
        if self.chips:
            menu.addSeparator()
            menu.addAction(self.tr("Show everything")).triggered.connect(self.clear)

    @staticmethod
    def _add(menu: QMenu, words: str, *, chosen: bool) -> QAction:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(chosen)
        return action

    def _day_words(self, days: int) -> str:
        return self.tr("Today") if days == 1 else self.tr("Last %n day(s)", "", days)

    def _tell(self) -> None:
        self._show_chips()
        self.changed.emit()

    def _show_chips(self) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        wanted = self._wanted
        parts: list[tuple[str, dict[str, object]]] = []
        if wanted.pinned:
            parts.append((self.tr("Pinned only"), {"pinned": False}))
        if self._days is not None:
            parts.append((self._day_words(self._days), {}))
        if wanted.site:
            parts.append((wanted.site, {"site": None}))
        if wanted.lang:
            parts.append((native_name(wanted.lang), {"lang": None}))
        if wanted.tag:
            parts.append((f"#{wanted.tag}", {"tag": None}))
        for words, back in parts:
            chip = TextButton(self._theme, "chip", "close")
            chip.setText(words.replace("&", "&&"))
            chip.setAccessibleName(self.tr("No longer only: {what}").format(what=words))
            chip.setToolTip(chip.accessibleName())
            chip.clicked.connect(lambda _=False, back=back: self._take_back(back))
            self._chips.addWidget(chip)
        self.setVisible(bool(parts))

    def _take_back(self, part: dict[str, object]) -> None:
        if not part:
            self._days = None
        self.choose(**part)  # type: ignore[arg-type]

    def _word(self) -> None:
        self.button.word(self.tr("Filter"))
        self._show_chips()
