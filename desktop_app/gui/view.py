"""The parts of the window that the presenter speaks to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.gui.address_bar import AddressBar
from desktop_app.gui.digest_pane import DigestPane
from desktop_app.gui.feed_page import FeedPage
from desktop_app.gui.message_bar import MessageBar
from desktop_app.gui.problem_page import ProblemPage
from desktop_app.gui.reader_pane import ReaderPane
from desktop_app.gui.sentence_peek import SentencePeek
from desktop_app.gui.status_line import StatusLine


@dataclass(frozen=True)
class View:
    """Widgets, and the pages the window can turn to."""

    address: AddressBar
    banner: MessageBar
    reader: ReaderPane
    digest: DigestPane
    problem: ProblemPage
    feed: FeedPage
    status: StatusLine
    peek: SentencePeek
    show_empty: Callable[[], None]
    show_work: Callable[[], None]
    show_problem: Callable[[], None]
    show_feed: Callable[[], None]
    show_reader: Callable[[], None]
