"""Builds the application: the one place where its objects are made and joined."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app import APP_ID
from desktop_app.gui import defects, icons, settings
from desktop_app.gui.backend import Backend, ClientFactory
from desktop_app.gui.ending import EndingSignals
from desktop_app.gui.i18n import InterfaceLanguage
from desktop_app.gui.keeper import Keeper
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.models import CatalogueShelf, ModelShelf
from desktop_app.gui.painting.child import make_client
from desktop_app.gui.session import Session
from desktop_app.gui.settings import Settings, options_from
from desktop_app.gui.single_instance import Handover, SingleInstance
from desktop_app.gui.theme import Theme
from desktop_app.gui.tools import Tools
from desktop_app.paths import data_folder
from desktop_app.sources.address import parse_source
from desktop_app.worker.client import next_job_id

#: Seconds that the keeper may take to write down the last digest after the window is gone.
_SETTLING = 5.0


@dataclass(frozen=True)
class Application:
    """The joined parts; ``window`` is not shown yet."""

    qt: QApplication
    theme: Theme
    settings: Settings
    language: InterfaceLanguage
    backend: Backend
    session: Session
    window: MainWindow


def qt_application() -> QApplication:
    """The Qt application, named; the one there is if there is one."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
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
    make_client: ClientFactory = make_client,
    shelf: ModelShelf | None = None,
) -> Application:
    """Make and join everything, without showing the window or starting a child process.

    ``store`` is where settings are kept (the user's by default), ``make_client`` makes the child processes' clients,
    ``shelf`` tells about models.
    """
    kept = Settings(store if store is not None else QSettings())
    language = InterfaceLanguage()
    language.use(kept.get(settings.INTERFACE_LANGUAGE))
    theme = Theme(qt, settings.SCHEMES[kept.get(settings.COLOUR_SCHEME)])
    backend = Backend(make_client)
    session = Session(backend, next_job_id, options_from(kept))
    keeper = Keeper(backend, next_job_id)
    tools = Tools(theme, kept, language, session, keeper)
    window = MainWindow(tools, backend, shelf or CatalogueShelf())
    for part in (kept, language, theme, backend, session, keeper):
        part.setParent(window)  # all of them end with it
    return Application(qt, theme, kept, language, backend, session, window)


def run(sources: Sequence[str] = (), *, sample: bool = False) -> int:
    """Open the window on ``sources`` (links, paths or text), or on the sample; returns the exit code."""
    qt = qt_application()
    instance = SingleInstance(data_folder())
    given = Handover.of(sources, sample=sample)
    if not instance.first(given):
        return 0
    app = build(qt)
    sys.excepthook = defects.telling(app.window.banner, lambda: app.language.lang)
    ending = EndingSignals(app.window.manners.quit)
    instance.handed.connect(lambda given: _take(app, given))
    app.window.show()

    def begin() -> None:
        # The window is on the screen by now; starting the children must not delay it.
        app.backend.start()
        app.session.warm_up()
        app.window.left.start()
        if given.sources or given.sample:
            _open(app, given)
        else:
            app.window.back.resume()

    QTimer.singleShot(0, begin)
    code = app.qt.exec()
    instance.close()
    app.backend.settle(_SETTLING)
    ending.close()
    return code


def _open(app: Application, given: Handover) -> None:
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
