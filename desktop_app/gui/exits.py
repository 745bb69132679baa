"""The ways out of the window, joined: taking away, comparing, and taking exported digests in again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.article import Digest
from desktop_app.gui import comparing, taking_away
from desktop_app.gui.actions import Actions
from desktop_app.gui.backend import Backend
from desktop_app.gui.comparing import Comparing
from desktop_app.gui.dragging import DragOut
from desktop_app.gui.importing import Importing
from desktop_app.gui.left_column import LeftColumn
from desktop_app.gui.library_presenter import EntryCommand
from desktop_app.gui.message_bar import MessageBar
from desktop_app.gui.summary_view import SummaryView
from desktop_app.gui.taking_away import Takeaway
from desktop_app.gui.tools import Tools
from desktop_app.worker.keeping import DigestsFetched, FetchDigests

_NEEDING_A_DIGEST = (*taking_away.NAMES, *comparing.NAMES)


class Exits(QObject):
    """Makes the parts. ``turn_to`` shows a page of the window, ``back`` what was there before."""

    def __init__(
        self,
        tools: Tools,
        backend: Backend,
        left: LeftColumn,
        bar: MessageBar,
        window: QWidget,
        turn_to: Callable[[QWidget], object],
        back: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._tools = tools
        self.away = Takeaway(tools, backend, bar, window)
        self.importing = Importing(tools, backend, left.keeping, left.snackbar, left.open, window)
        self.comparing = Comparing(
            tools, backend, self.away, self.importing, window, lambda: turn_to(self.comparing.page), back
        )
        left.library.commands += [
            EntryCommand(lambda: self.tr("Save as…"), self._on_entries(self.away.save), "save"),
            EntryCommand(lambda: self.tr("Copy summary and figures"), self._on_entries(self.away.copy)),
            EntryCommand(lambda: self.tr("Print…"), self._on_entries(self.away.print_), "print"),
            EntryCommand(lambda: self.tr("Compare"), self._on_entries(self.comparing.compare), "compare", least=2),
        ]

    def commands(self) -> dict[str, Callable[[], object]]:
        """The commands of the ways out, by their names in ``actions``."""
        return {**self.away.commands(), "compare": self.comparing.compare_with}

    def attach(self, actions: Actions, summary: SummaryView) -> None:
        """Join the commands with what shows them."""
        summary.share.setMenu(actions.share)
        DragOut(summary.heading, self.away.mime)
        self.away.copied.connect(summary.show_copied)
        self.away.available.connect(lambda on: actions.enable(_NEEDING_A_DIGEST, on))
        actions.enable(_NEEDING_A_DIGEST, False)

    def _on_entries(self, action: Callable[[Sequence[Digest]], object]) -> Callable[[tuple[int, ...]], object]:
        """``action`` on kept digests, which are fetched first."""

        def fetched(answer: DigestsFetched) -> None:
            if answer.digests:
                action(answer.digests)

        return lambda numbers: self._tools.keeper.ask(FetchDigests(numbers), fetched)
