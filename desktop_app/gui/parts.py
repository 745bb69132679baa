"""The parts of the main window that are made after it is on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

from desktop_app.gui.growing import Growing

if TYPE_CHECKING:
    from desktop_app.gui.actions import Actions
    from desktop_app.gui.backend import Backend
    from desktop_app.gui.coming_back import ComingBack
    from desktop_app.gui.digest_pane import DigestPane
    from desktop_app.gui.drop_overlay import DropOverlay
    from desktop_app.gui.exits import Exits
    from desktop_app.gui.feed_page import FeedPage
    from desktop_app.gui.intake import Intake
    from desktop_app.gui.left_column import LeftColumn
    from desktop_app.gui.manners import Manners
    from desktop_app.gui.message_bar import MessageBar
    from desktop_app.gui.models import ModelShelf
    from desktop_app.gui.problem_page import ProblemPage
    from desktop_app.gui.reader_pane import ReaderPane
    from desktop_app.gui.sentence_peek import SentencePeek
    from desktop_app.gui.session import Session
    from desktop_app.gui.surroundings import Surroundings
    from desktop_app.gui.tools import Tools
    from desktop_app.gui.welcome_page import WelcomePage


class Parts(QMainWindow):
    """Names them. Each is made by a step of ``growing``; asking for one that is not there takes all that are left."""

    growing: Growing

    tools: Tools
    backend: Backend
    shelf: ModelShelf
    session: Session
    banner: MessageBar
    outcome: MessageBar
    reader: ReaderPane
    digest: DigestPane
    problem: ProblemPage
    welcome: WelcomePage
    feed: FeedPage
    left: LeftColumn
    back: ComingBack
    peek: SentencePeek
    intake: Intake
    drops: DropOverlay
    exits: Exits
    around: Surroundings
    manners: Manners
    actions_: Actions

    if not TYPE_CHECKING:  # which would take any name for one of a part

        def __getattr__(self, name: str) -> object:
            """A part that is not there yet."""
            if name in Parts.__annotations__ and "growing" in self.__dict__:
                self.growing.finish()
                if name in self.__dict__:
                    return self.__dict__[name]
            raise AttributeError(f"the window has no {name}")
