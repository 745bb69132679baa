"""Opens the real window on the address in ``argv[1]`` until it is read; run as a program by the tests."""

import sys

from PySide6.QtCore import QSettings, QTimer

from desktop_app.gui.app import build, qt_application
from desktop_app.sources.source import UrlSource


def main() -> int:
    app = build(qt_application(), store=QSettings(sys.argv[2], QSettings.Format.IniFormat))
    window, session = app.window, app.window.session
    codes: list[int] = []

    def leave(code: int) -> None:
        codes.append(code)
        window.close()
        app.qt.quit()

    session.figures_ready.connect(lambda figures: QTimer.singleShot(1500, lambda: leave(0 if figures else 3)))
    session.read_failed.connect(lambda error: leave(4))
    window.show()
    app.backend.start()
    session.warm_up()
    window.open([UrlSource(sys.argv[1])])
    QTimer.singleShot(90_000, lambda: leave(5))
    app.qt.exec()
    return codes[0]


if __name__ == "__main__":
    sys.exit(main())
