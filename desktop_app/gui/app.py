"""Builds the application: the one place where its objects are made and joined."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from desktop_app import APP_ID
from desktop_app.gui import icons, settings
from desktop_app.gui.i18n import InterfaceLanguage
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.settings import Settings
from desktop_app.gui.theme import Theme

if TYPE_CHECKING:
    from desktop_app.gui.backend import Backend, ClientFactory
    from desktop_app.gui.models import ModelShelf
    from desktop_app.gui.session import Session
    from desktop_app.gui.single_instance import Handover
    from desktop_app.gui.tools import Crew

#: Seconds that the keeper may take to write down the last digest after the window is gone.
_SETTLING = 5.0


class Application(NamedTuple):
    """The joined parts; ``window`` is not shown yet."""

    qt: QApplication
    theme: Theme
    settings: Settings
    language: InterfaceLanguage
    window: MainWindow

    @property
    def backend(self) -> Backend:
        """The child processes."""
        return self.window.backend

    @property
    def session(self) -> Session:
        """The work of the window."""
        return self.window.session


def qt_application() -> QApplication:
    """The Qt application, named and in the style that Kratko's style sheet is written for; the one there is if any."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        # Told at once: to make or get a style loads all enumerations of QStyle, a tenth of the time to the window.
        app = QApplication([*(sys.argv[:1] or ["kratko"]), "-style", "Fusion"])
    else:
        app.setStyle("Fusion")
    app.setApplicationName("kratko")
    app.setApplicationDisplayName("Kratko")
    app.setOrganizationName("Kratko")
    app.setDesktopFileName(APP_ID)
    app.setWindowIcon(icons.application_icon())
    return app


def build(
    qt: QApplication,
    *,
    store: QSettings | None = None,
    make_client: ClientFactory | None = None,
    shelf: ModelShelf | None = None,
    whole: bool = True,
) -> Application:
    """Make and join everything, without showing the window or starting a child process.

    ``store`` is where settings are kept (the user's by default), ``make_client`` makes the child processes' clients,
    ``shelf`` tells about models. Unless ``whole``, only what is seen first is made, and ``window.growing`` makes the
    rest.
    """
    kept = Settings(store if store is not None else QSettings())
    language = InterfaceLanguage()
    language.use(kept.get(settings.INTERFACE_LANGUAGE))
    theme = Theme(qt, settings.SCHEMES[kept.get(settings.COLOUR_SCHEME)])
    window = MainWindow(theme, kept, language, lambda: _crew(theme, kept, language, make_client, shelf))

    def keep_together() -> None:
        tools = window.tools
        for part in (kept, language, theme, window.backend, tools.session, tools.keeper):
            part.setParent(window)  # all of them end with it

    window.growing.grown.connect(keep_together)
    if whole:
        window.growing.finish()
    return Application(qt, theme, kept, language, window)


def _crew(
    theme: Theme,
    kept: Settings,
    language: InterfaceLanguage,
    make_client: ClientFactory | None,
    shelf: ModelShelf | None,
) -> Crew:
    from desktop_app.gui.backend import Backend
    from desktop_app.gui.keeper import Keeper
    from desktop_app.gui.models import CatalogueShelf
    from desktop_app.gui.painting import child
    from desktop_app.gui.session import Session
    from desktop_app.gui.tools import Crew, Tools
    from desktop_app.worker.client import next_job_id

    backend = Backend(make_client or child.make_client)
    session = Session(backend, next_job_id, settings.options_from(kept))
    tools = Tools(theme, kept, language, session, Keeper(backend, next_job_id))
    return Crew(tools, backend, shelf or CatalogueShelf())


def run(sources: Sequence[str] = (), *, sample: bool = False) -> int:
    """Open the window on ``sources`` (links, paths or text), or on the sample; returns the exit code."""
    from desktop_app.gui import defects
    from desktop_app.gui.ending import EndingSignals
    from desktop_app.gui.single_instance import Handover, SingleInstance
    from desktop_app.paths import data_folder

    qt = qt_application()
    instance = SingleInstance(data_folder())

    def given() -> Handover:
        return Handover.of(sources, sample=sample)

    if not instance.first(given):
        return 0
    app = build(qt, whole=False)
    sys.excepthook = defects.telling(lambda: app.window.banner, lambda: app.language.lang)

    def end() -> None:
        app.window.manners.quit()

    ending = EndingSignals(end)
    instance.handed.connect(lambda given: _take(app, given))

    def begin() -> None:
        # The window is on the screen by now; starting the children must not delay it.
        instance.listen()
        start(app)
        told = given()
        if told.sources or told.sample:
            _open(app, told)
        else:
            app.window.back.resume()

    app.window.growing.grown.connect(begin)
    app.window.show()
    app.window.growing.begin()
    code = app.qt.exec()
    instance.close()
    app.backend.settle(_SETTLING)
    ending.close()
    return code


def start(app: Application) -> None:
    """Start the children and fetch what is kept, once the window is whole."""
    app.backend.start()
    app.session.warm_up()
    app.window.left.start()


def _open(app: Application, given: Handover) -> None:
    from desktop_app.sources.address import parse_source

    if given.sources:
        app.window.open([parse_source(source) for source in given.sources])
    elif given.sample:
        app.window.open_sample()


def _take(app: Application, given: Handover) -> None:
    """Another start was given something: come to the front with it."""
    if given.offline:
        app.settings.set(settings.OFFLINE, True)
    if given.token:
        os.environ["XDG_ACTIVATION_TOKEN"] = given.token  # taken by Qt when the window asks to be in front
    app.window.back.forward()
    _open(app, given)
