"""Between the library's panel and the keeper: lists, searches, and does what the reader wants with entries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, QPoint, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu, QMessageBox, QPushButton, QWidget

from desktop_app.errors import KratkoError
from desktop_app.gui import formatting, icons, settings
from desktop_app.gui.keeping import Keeping
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.library_model import PAGE
from desktop_app.gui.library_panel import LibraryPanel
from desktop_app.gui.settings import Setting
from desktop_app.gui.snackbar import Snackbar
from desktop_app.gui.status_line import StatusLine
from desktop_app.gui.tag_dialog import TagDialog
from desktop_app.gui.tools import Tools
from desktop_app.library.entries import Entry
from desktop_app.messages import describe_error
from desktop_app.worker.keeping import (
    Change,
    ChangeEntries,
    ClearLibrary,
    EntriesListed,
    FacetsFound,
    GetFacets,
    ListEntries,
    TagEntries,
)

#: Milliseconds of quiet before words are also looked up in dictionaries.
_SECOND_LOOK = 500
_NEW_DAY = 600_000
_SLACK = 8


@dataclass(frozen=True)
class EntryCommand:
    """Something more to be done with chosen entries, such as exporting them: its words, and what is called with their
    numbers; offered for ``least`` entries and more.
    """

    words: Callable[[], str]
    action: Callable[[tuple[int, ...]], object]
    icon: str | None = None
    least: int = 1


class LibraryPresenter(QObject):
    """Other parts of the window add their own :class:`EntryCommand`\\ s to ``commands``.

    ``opened`` is called when the reader has opened an entry.
    """

    clearing = Signal()

    def __init__(
        self,
        panel: LibraryPanel,
        keeping: Keeping,
        tools: Tools,
        status: StatusLine,
        snackbar: Snackbar,
        window: QWidget,
        opened: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self.commands: list[EntryCommand] = []
        self._panel = panel
        self._keeping = keeping
        self._keeper, self._session, self._settings = tools.keeper, tools.session, tools.settings
        self._language, self._theme = tools.language, tools.theme
        self._status = status
        self._snackbar = snackbar
        self._window = window
        self._opened = opened
        self._text = ""
        self._ticket = 0
        self._day = date.today()
        self._undo: Callable[[], object] | None = None
        self._tags: tuple[str, ...] = ()
        self._trouble: KratkoError | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SECOND_LOOK)
        self._soon.timeout.connect(self.refresh)
        self._second_look = QTimer(self)
        self._second_look.setSingleShot(True)
        self._second_look.setInterval(_SECOND_LOOK)
        self._connect()
        self._show_private()
        keep_worded(window, self._word)

    def _connect(self) -> None:
        panel = self._panel
        panel.search_wished.connect(self._search)
        panel.filter.changed.connect(self.refresh)
        panel.opened.connect(self.open)
        panel.menu_wished.connect(self._show_menu)
        panel.delete_wished.connect(lambda: self.delete(panel.chosen))
        panel.keep_wished.connect(lambda: self._settings.set(settings.KEEP_DIGESTS, True))
        panel.model.more_wished.connect(self._more)
        self._second_look.timeout.connect(lambda: self._list(dictionaries=True))
        self._keeping.saved.connect(lambda _: self.refresh())
        self._session.kept_changed.connect(lambda _: self._show_origin())
        self._session.opened.connect(lambda _: self._mark_open())
        self._session.summary_ready.connect(lambda _: self._show_origin())
        self._status.refresh_wished.connect(self._keeping.refresh)
        self._settings.changed.connect(self._setting_changed)
        self._keeper.troubled.connect(self._troubled)
        clock = QTimer(self)
        clock.timeout.connect(self._look_at_the_calendar)
        clock.start(_NEW_DAY)

    # The list

    def refresh(self) -> None:
        """List again what is wanted, as far as it is loaded."""
        self._list(dictionaries=False)
        if self._text:
            self._second_look.start()
        self._keeper.ask(GetFacets(), self._facets, lambda _: None)

    def refresh_soon(self) -> None:
        """The same, once for many changes."""
        if not self._soon.isActive():
            self._soon.start()

    def _search(self, text: str) -> None:
        if text.strip() != self._text:
            self._text = text.strip()
            self._second_look.stop()
            self.refresh()

    def _list(self, *, dictionaries: bool) -> None:
        self._keeper.forget(self._ticket)
        # A little more than is loaded: what comes on top must not push what is at the end out of the list.
        limit = max(PAGE, self._panel.model.loaded + _SLACK)
        request = ListEntries(self._panel.filter.wanted, self._text, limit, 0, dictionaries)
        searched = bool(self._text)

        def listed(answer: EntriesListed) -> None:
            if searched and not answer.hits and not dictionaries:
                # Perhaps it stands there in another form: that is looked up before anybody is told "nothing".
                self._second_look.stop()
                self._list(dictionaries=True)
            else:
                self._listed(answer, searched)

        self._ticket = self._keeper.ask(request, listed, self._list_failed)

    def _listed(self, answer: EntriesListed, searched: bool) -> None:
        self._trouble = None
        self._keeping.kept = answer.kept
        with self._panel.kept_in_place():
            self._panel.model.show(answer.hits, more=answer.more, searched=searched)
        self._mark_open()
        self._show_list()

    def _more(self, offset: int) -> None:
        request = ListEntries(self._panel.filter.wanted, self._text, PAGE, offset, dictionaries=bool(self._text))
        self._keeper.ask(request, self._came, lambda _: None)

    def _came(self, answer: EntriesListed) -> None:
        if answer.offset == self._panel.model.loaded:
            self._panel.model.append(answer.hits, more=answer.more)

    def _show_list(self) -> None:
        narrowed = bool(self._text or self._panel.filter.chips)
        if self._trouble is not None:
            wording = describe_error(self._trouble, self._language.lang)
            self._panel.show_list(wording.sentences)
        elif self._panel.model.loaded:
            self._panel.show_list()
        elif narrowed:
            self._panel.show_list(self.tr("Nothing like that is kept."), narrowed=True)
        else:
            self._panel.show_list(self.tr("What you read is kept here, on this computer only."))

    def _list_failed(self, error: KratkoError) -> None:
        self._trouble = error
        self._show_list()

    def _facets(self, answer: FacetsFound) -> None:
        self._panel.filter.set_facets(answer.facets)
        self._tags = tuple(tag for tag, _ in answer.facets.tags)

    # What can be done

    def open(self, number: int) -> None:
        """Show an entry in the window."""
        self._keeping.open_entry(number, self._opened)

    def delete(self, numbers: Sequence[int]) -> None:
        """Delete entries; that can be undone."""
        if not numbers:
            return
        entries = self._entries(numbers)
        gone = tuple(numbers)
        if self._session.number in gone:
            self._session.close()
        self._change(Change.DELETE, gone)
        self._undo = lambda: self._change(Change.RESTORE, gone)
        title = entries[0].title if len(entries) == 1 else None
        words = self.tr("“{title}” was deleted").format(title=_short(title)) if title else ""
        words = words or self.tr("%n digest(s) were deleted", "", len(gone))
        self._snackbar.show_message(words, self.tr("Undo"), self.undo)

    def undo(self) -> None:
        """Take back the last deletion."""
        undo, self._undo = self._undo, None
        self._snackbar.hide()
        if undo is not None:
            undo()

    def clear(self) -> None:
        """Ask, then remove the whole library for good."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Clear the library"))
        box.setText(self.tr("Remove all %n digest(s) for good?", "", self._keeping.kept))
        box.setInformativeText(
            self.tr(
                "Articles, summaries, tags and the queue are removed from this computer and overwritten. This cannot "
                "be undone. Copies in backups and exported files stay."
            )
        )
        remove = QPushButton(self.tr("Remove everything"))
        box.addButton(remove, QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(keep)
        box.exec()
        if box.clickedButton() is remove:
            self._undo = None
            self._session.close()
            self.clearing.emit()
            self._keeper.ask(ClearLibrary(), lambda _: self._cleared())

    def add_tags(self, numbers: Sequence[int]) -> None:
        """Ask for the tags of entries."""
        dialog = TagDialog(self._tags, [entry.tags for entry in self._entries(numbers)], self._window)
        if dialog.exec():
            add, remove = dialog.changes()
            self._keeper.ask(TagEntries(tuple(numbers), add, remove), lambda _: self.refresh())

    def _change(self, change: Change, numbers: tuple[int, ...]) -> None:
        self._keeper.ask(ChangeEntries(change, numbers), lambda _: self.refresh())

    def _cleared(self) -> None:
        self.refresh()
        self._snackbar.show_message(self.tr("The library is empty: nothing is left in its files"))

    def _entries(self, numbers: Sequence[int]) -> list[Entry]:
        wanted = set(numbers)
        return [hit.entry for hit in self._panel.model.hits if hit.entry.id in wanted]

    def _show_menu(self, spot: QPoint) -> None:
        numbers = self._panel.chosen
        menu = self.menu_for(numbers)
        menu.popup(spot)

    def menu_for(self, numbers: tuple[int, ...]) -> QMenu:
        """What can be done with the entries of these numbers, as a menu that deletes itself."""
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        entries = self._entries(numbers)
        pinned = all(entry.pinned for entry in entries)
        single = entries[0] if len(entries) == 1 else None

        def add(words: str, icon: str | None, action: Callable[[], object]) -> None:
            made = menu.addAction(words)
            made.triggered.connect(lambda _=False: action())
            if icon is not None:
                made.setIcon(icons.icon(icon, self._theme.colours.text))

        if single is not None:
            add(self.tr("Open"), "file", lambda: self.open(single.id))
            add(self.tr("Summarize again"), "summary", lambda: self._summarise(single.id))
            if _can_be_visited(single):
                add(self.tr("Open the source"), "link", lambda: _visit(single))
            menu.addSeparator()
        change = Change.UNPIN if pinned else Change.PIN
        add(self.tr("Unpin") if pinned else self.tr("Pin"), "pin", lambda: self._change(change, numbers))
        add(self.tr("Tags…"), "tag", lambda: self.add_tags(numbers))
        menu.addSeparator()
        add(self.tr("Copy"), "copy", lambda: self._copy(entries))
        for command in self.commands:
            if len(numbers) >= command.least:
                add(command.words(), command.icon, lambda command=command: command.action(numbers))  # type: ignore[misc]
        menu.addSeparator()
        add(self.tr("Delete"), "trash", lambda: self.delete(numbers))
        return menu

    def _summarise(self, number: int) -> None:
        def begin() -> None:
            self._opened()
            self._session.summarize(insist=True)

        self._keeping.open_entry(number, begin)

    def _copy(self, entries: Sequence[Entry]) -> None:
        blocks = ["\n".join(filter(None, (entry.title, entry.summary, entry.url))) for entry in entries]
        QGuiApplication.clipboard().setText("\n\n".join(blocks))

    # What is told

    def _mark_open(self) -> None:
        self._panel.set_open(self._session.number)

    def _show_origin(self) -> None:
        entry = self._session.kept
        words = ""
        if entry is not None:
            day = formatting.date(entry.updated_at.astimezone().isoformat())
            words = self.tr("From your library, {day}").format(day=day)
        self._status.show_origin(words)
        self._mark_open()

    def _show_private(self) -> None:
        private = not self._settings.get(settings.KEEP_DIGESTS)
        self._panel.show_private(private)
        self._status.show_private(private)

    def _setting_changed(self, setting: Setting[object]) -> None:
        if setting is settings.KEEP_DIGESTS:
            self._show_private()

    def _troubled(self, error: KratkoError) -> None:
        wording = describe_error(error, self._language.lang)
        self._snackbar.show_message(wording.sentences)

    def _look_at_the_calendar(self) -> None:
        if date.today() != self._day:
            self._day = date.today()
            self._panel.model.regroup()

    def _word(self) -> None:
        self._show_list()
        self._show_origin()


def _short(title: str, most: int = 60) -> str:
    return title if len(title) <= most else f"{title[: most - 1].rstrip()}…"


def _can_be_visited(entry: Entry) -> bool:
    return bool(entry.url) or entry.source != "-"


def _visit(entry: Entry) -> None:
    address = entry.url or entry.source
    QDesktopServices.openUrl(QUrl(address) if "://" in address else QUrl.fromLocalFile(address))
