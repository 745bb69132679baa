"""The wiring of the window: which command does what, and who listens to whom, once all parts are there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QByteArray

from desktop_app.gui import settings
from desktop_app.gui.effects import Effects
from desktop_app.gui.focus_care import FocusCare
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.presenter import Presenter
from desktop_app.gui.remedies import Way
from desktop_app.gui.tools import Tools
from desktop_app.gui.view import View


def commands(window: MainWindow) -> dict[str, Callable[[], object]]:
    """What each command of :mod:`desktop_app.gui.actions` does."""
    summary, figures = window.digest.summary, window.digest.figures
    return {
        "paste": window.intake.paste,
        "open": window.intake.choose_files,
        "address": window.edit_address,
        "sample": window.open_sample,
        "copy_summary": summary.copy_summary,
        "next_figure": lambda: figures.step(1),
        "previous_figure": lambda: figures.step(-1),
        "larger": lambda: window.zoom(1),
        "smaller": lambda: window.zoom(-1),
        "usual_size": lambda: window.zoom(0),
        **window.left.commands(),
        "stop": window.stop,
        **window.around.commands(),
        **window.manners.commands(),
        **window.exits.commands(),
    }


def join(window: MainWindow, tools: Tools) -> FocusCare:
    """Join the parts of ``window`` with each other; returns what looks after its focus."""
    theme, settings_, language, session = tools.theme, tools.settings, tools.language, tools.session
    actions, shelf, digest = window.actions_, window.shelf, window.digest
    window.address.menu.setMenu(actions.menu)
    window.around.attach(actions, window.left.library.open)
    window.manners.attach(actions, shelf, window.left.book, window.intake.paste, window.back.forward)
    window.exits.attach(actions, digest.summary)
    Presenter(_view(window), session, settings_, shelf, language, _helpers(window), window)
    parting = (window.address, digest.figures)
    focus = FocusCare(window.pages, window.reader, window.banner, parting, session)
    _connect(window, settings_.set)
    Effects(settings_, theme, language, session, digest, window.status, window)
    return focus


def _view(window: MainWindow) -> View:
    return View(
        address=window.address,
        banner=window.banner,
        reader=window.reader,
        digest=window.digest,
        problem=window.problem,
        feed=window.feed,
        status=window.status,
        peek=window.peek,
        show_empty=window.show_empty,
        show_work=window.show_work,
        show_problem=window.show_problem,
        show_feed=partial(window.turn_to, window.feed),
        show_reader=window.show_reader,
    )


def _helpers(window: MainWindow) -> dict[Way, Callable[[], object]]:
    return {
        Way.EDIT_ADDRESS: window.edit_address,
        Way.CHOOSE_FILE: window.intake.choose_files,
        Way.PASTE: window.intake.paste,
    }


def _connect(window: MainWindow, remember: Callable[[settings.Setting[QByteArray], QByteArray], None]) -> None:
    address, empty, intake, splitter = window.address, window.empty, window.intake, window.splitter
    address.submitted.connect(intake.type)
    intake.wanting.connect(address.field.setFocus)
    address.paste_wished.connect(intake.paste)
    window.drops.dropped.connect(window.open)
    address.open.clicked.connect(intake.choose_files)
    address.sidebar.clicked.connect(window.frame.toggle)
    window.welcome.left.connect(window.show_empty)
    empty.address_wished.connect(window.edit_address)
    window.feed.chosen.connect(window.open)
    empty.paste_wished.connect(intake.paste)
    empty.files_wished.connect(intake.choose_files)
    empty.sample_wished.connect(window.open_sample)
    window.reader.zoomed.connect(window.zoom)
    window.tabs.currentChanged.connect(window.arrange)
    splitter.splitterMoved.connect(lambda: remember(settings.READER_SPLITTER, splitter.saveState()))
    window.session.opened.connect(window.name)
    window.session.article_ready.connect(window.name)
