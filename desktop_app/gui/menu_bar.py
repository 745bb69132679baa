"""The menu bar of macOS, where the system expects every command; elsewhere they are behind ☰."""

from __future__ import annotations

import sys
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QMainWindow, QMenuBar

from desktop_app.gui.actions import QT_TRANSLATE_NOOP, Actions
from desktop_app.gui.language_watch import keep_worded

#: Menus and their commands in Apple's order; “about”, “settings” and “quit” go to the menu of the application itself.
MENUS: Final = (
    (
        QT_TRANSLATE_NOOP("MenuBar", "File"),
        (
            "paste",
            "open",
            "watch",
            "address",
            "quick_open",
            None,
            "save",
            "share_picture",
            "print",
            None,
            "settings",
            "quit",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("MenuBar", "Edit"),
        ("undo", None, "copy_summary", "copy_digest", "copy_markdown", None, "find", "find_next", "find_previous"),
    ),
    (
        QT_TRANSLATE_NOOP("MenuBar", "View"),
        ("sidebar", "next_figure", "previous_figure", None, "larger", "smaller", "usual_size"),
    ),
    (
        QT_TRANSLATE_NOOP("MenuBar", "Article"),
        ("refresh", "listen", "stop", None, "search", "models", "privacy", "clear_library"),
    ),
    (QT_TRANSLATE_NOOP("MenuBar", "Help"), ("guide", "shortcuts", "sample", "about")),
)


class MenuBar(QObject):
    """Gives ``window`` its menu bar if the platform has one at the top of the screen."""

    def __init__(self, window: QMainWindow, actions: Actions, *, wanted: bool = sys.platform == "darwin") -> None:
        super().__init__(window)
        self.bar: QMenuBar | None = None
        if not wanted:
            return
        self.bar = QMenuBar()
        self._menus = []
        for words, names in MENUS:
            menu = self.bar.addMenu("")
            for name in names:
                if name is None:
                    menu.addSeparator()
                else:
                    menu.addAction(actions[name])
            self._menus.append((menu, words))
        window.setMenuBar(self.bar)
        keep_worded(window, self._word)

    def _word(self) -> None:
        for menu, words in self._menus:
            menu.setTitle(QCoreApplication.translate("MenuBar", words))
