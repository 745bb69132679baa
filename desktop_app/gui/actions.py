"""Every command of the window, in one table: its words, shortcut, icon and what it does."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.gui import icons, settings
from desktop_app.gui.i18n import LANGUAGES
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.settings import FROM_SYSTEM, Setting, Settings
from desktop_app.gui.theme import Theme

_Keys = QKeySequence.StandardKey


def QT_TRANSLATE_NOOP(_context: str, words: str) -> str:
    """Marks ``words`` for the translators (``lupdate`` knows the name) and gives them back untranslated."""
    return words


@dataclass(frozen=True, slots=True)
class Command:
    """One command; ``keys`` are standard keys or sequences, all of them work."""

    name: str
    words: str
    keys: tuple[QKeySequence.StandardKey | str, ...] = ()
    icon: str | None = None


COMMANDS = (
    Command("paste", QT_TRANSLATE_NOOP("Commands", "Paste and digest"), (_Keys.Paste,), "paste"),
    Command("open", QT_TRANSLATE_NOOP("Commands", "Open a file…"), (_Keys.Open,), "folder"),
    Command("address", QT_TRANSLATE_NOOP("Commands", "Type a link"), ("Ctrl+L",), "link"),
    Command("sample", QT_TRANSLATE_NOOP("Commands", "Try a sample"), (), "file"),
    Command("copy_summary", QT_TRANSLATE_NOOP("Commands", "Copy the summary"), ("Ctrl+Shift+C",), "copy"),
    Command("listen", QT_TRANSLATE_NOOP("Commands", "Read the summary aloud"), ("Ctrl+Shift+L",), "speak"),
    Command("quick_open", QT_TRANSLATE_NOOP("Commands", "Go to…"), ("Ctrl+K",), "search"),
    Command("find", QT_TRANSLATE_NOOP("Commands", "Find in the article"), (_Keys.Find,), "search"),
    Command("find_next", QT_TRANSLATE_NOOP("Commands", "Find next"), (_Keys.FindNext,)),
    Command("find_previous", QT_TRANSLATE_NOOP("Commands", "Find previous"), (_Keys.FindPrevious,)),
    Command("save", QT_TRANSLATE_NOOP("Commands", "Save as…"), (_Keys.Save, _Keys.SaveAs), "save"),
    Command("copy_digest", QT_TRANSLATE_NOOP("Commands", "Copy summary and figures"), ("Ctrl+Alt+C",), "copy"),
    Command("copy_markdown", QT_TRANSLATE_NOOP("Commands", "Copy as Markdown"), ("Ctrl+Shift+M",)),
    Command("share_picture", QT_TRANSLATE_NOOP("Commands", "Share picture…"), ("Ctrl+Shift+P",), "picture"),
    Command("print", QT_TRANSLATE_NOOP("Commands", "Print…"), (_Keys.Print,), "print"),
    Command("compare", QT_TRANSLATE_NOOP("Commands", "Compare with…"), (), "compare"),
    Command("next_figure", QT_TRANSLATE_NOOP("Commands", "Next figure"), ("F8",)),
    Command("previous_figure", QT_TRANSLATE_NOOP("Commands", "Previous figure"), ("Shift+F8",)),
    Command("larger", QT_TRANSLATE_NOOP("Commands", "Larger text"), (_Keys.ZoomIn, "Ctrl+="), "text_larger"),
    Command("smaller", QT_TRANSLATE_NOOP("Commands", "Smaller text"), (_Keys.ZoomOut,), "text_smaller"),
    Command("usual_size", QT_TRANSLATE_NOOP("Commands", "Usual text size"), ("Ctrl+0",)),
    Command("sidebar", QT_TRANSLATE_NOOP("Commands", "Queue and library"), ("Ctrl+B", "F9"), "sidebar"),
    Command("settings", QT_TRANSLATE_NOOP("Commands", "Settings…"), (_Keys.Preferences, "Ctrl+,"), "settings"),
    Command("models", QT_TRANSLATE_NOOP("Commands", "Models…"), (), "chip"),
    Command("privacy", QT_TRANSLATE_NOOP("Commands", "Privacy…"), (), "shield"),
    Command("search", QT_TRANSLATE_NOOP("Commands", "Search the library"), ("Ctrl+Shift+F",), "search"),
    Command("refresh", QT_TRANSLATE_NOOP("Commands", "Read again"), (_Keys.Refresh,), "retry"),
    Command("undo", QT_TRANSLATE_NOOP("Commands", "Undo deleting"), (_Keys.Undo,)),
    Command("watch", QT_TRANSLATE_NOOP("Commands", "Watch a folder…"), (), "watch"),
    Command("clear_library", QT_TRANSLATE_NOOP("Commands", "Clear the library…"), (), "trash"),
    Command("stop", QT_TRANSLATE_NOOP("Commands", "Stop"), ("Esc",), "stop"),
    Command("guide", QT_TRANSLATE_NOOP("Commands", "User guide"), (_Keys.HelpContents,), "book"),
    Command("shortcuts", QT_TRANSLATE_NOOP("Commands", "Keys and mouse"), ("Ctrl+/",), "help"),
    Command("about", QT_TRANSLATE_NOOP("Commands", "About Kratko"), (), "info"),
    Command("quit", QT_TRANSLATE_NOOP("Commands", "Quit"), (_Keys.Quit,), "quit"),
)

#: The menu behind ☰; ``None`` is a line between groups.
_MENU = (
    *("paste", "open", "watch", "quick_open", None, "share", "copy_summary", "listen", "compare", None),
    *("find", "search", "refresh", "sidebar", None),
)
#: The menus “View” and “Help” behind it.
_VIEW = ("next_figure", "previous_figure", None, "larger", "smaller", "usual_size")
_HELP = ("guide", "shortcuts", "sample", None, "privacy", "about")
#: The menu of the button “Share”, also behind ☰.
_SHARE = ("copy_digest", "copy_markdown", "share_picture", None, "save", "print", None)


#: Where macOS puts commands of its own accord; all others stay where they are.
_ROLES = {
    "settings": QAction.MenuRole.PreferencesRole,
    "about": QAction.MenuRole.AboutRole,
    "quit": QAction.MenuRole.QuitRole,
}


class Actions:
    """The commands as ``QAction`` objects of ``window``, and the menus made of them."""

    def __init__(
        self, window: QWidget, theme: Theme, settings_: Settings, handlers: dict[str, Callable[[], object]]
    ) -> None:
        self._theme = theme
        self._settings = settings_
        self._actions: dict[str, QAction] = {}
        for command in COMMANDS:
            action = QAction(window)
            keys: list[QKeySequence] = []
            for key in command.keys:
                if isinstance(key, QKeySequence.StandardKey):
                    keys += QKeySequence.keyBindings(key)
                else:
                    keys.append(QKeySequence(key))
            action.setShortcuts(list(dict.fromkeys(keys)))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.triggered.connect(_without_state(handlers[command.name]))
            action.setMenuRole(_ROLES.get(command.name, QAction.MenuRole.NoRole))
            window.addAction(action)
            self._actions[command.name] = action
        self.share = QMenu(window)
        self._fill(self.share, _SHARE)
        self._with_text = self._switch(window, settings.EXPORT_WITH_TEXT)
        self.share.addAction(self._with_text)
        self.menu = QMenu(window)
        self._fill(self.menu, _MENU)
        self.view = QMenu(self.menu)
        self._fill(self.view, _VIEW)
        self._serif = self._switch(window, settings.READING_SERIF)
        self.view.addAction(self._serif)
        self.view.addSeparator()
        self.appearance = self._choice(window, settings.COLOUR_SCHEME, (FROM_SYSTEM, "light", "dark"))
        self._language = self._choice(window, settings.INTERFACE_LANGUAGE, (FROM_SYSTEM, *LANGUAGES))
        self.menu.addMenu(self.view)
        self.menu.addSeparator()
        self._at_once = self._switch(window, settings.SUMMARIZE_AT_ONCE)
        self._keep = self._switch(window, settings.KEEP_DIGESTS)
        self.menu.addActions([self._at_once, self._keep, self._actions["clear_library"]])
        self.menu.addSeparator()
        self.menu.addAction(self._actions["settings"])
        self.help = QMenu(self.menu)
        self._fill(self.help, _HELP)
        self.menu.addMenu(self.help)
        self.menu.addAction(self._actions["quit"])
        theme.changed.connect(self._draw)
        settings_.changed.connect(self._check)
        self._draw()
        keep_worded(window, self._word)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def _fill(self, menu: QMenu, names: tuple[str | None, ...]) -> None:
        for name in names:
            if name is None:
                menu.addSeparator()
            elif name == "share":
                menu.addMenu(self.share)
            else:
                menu.addAction(self._actions[name])

    def palette(self) -> list[QAction]:
        """The commands that can be given now by their names, in the order of the table."""
        left_out = ("quick_open", "stop")
        found = [self._actions[command.name] for command in COMMANDS if command.name not in left_out]
        return [action for action in found if action.isEnabled() and action.isVisible()]

    def all(self) -> list[QAction]:
        """Every command there is on this computer, in the order of the table."""
        return [self._actions[c.name] for c in COMMANDS if self._actions[c.name].isVisible()]

    def enable(self, names: Iterable[str], on: bool) -> None:
        """Whether the commands ``names`` can be given now."""
        for name in names:
            self._actions[name].setEnabled(on)

    def _switch(self, window: QWidget, setting: Setting[bool]) -> QAction:
        action = QAction(window)
        action.setCheckable(True)
        action.setChecked(self._settings.get(setting))
        action.toggled.connect(lambda on: self._settings.set(setting, on))
        return action

    def _choice(self, window: QWidget, setting: Setting[str], values: tuple[str, ...]) -> QMenu:
        menu = QMenu(self.view)
        group = QActionGroup(window)
        for value in values:
            action = QAction(window)
            action.setCheckable(True)
            action.setData(value)
            action.setChecked(self._settings.get(setting) == value)
            group.addAction(action)
            menu.addAction(action)
        group.triggered.connect(lambda action: self._settings.set(setting, action.data()))
        self.view.addMenu(menu)
        return menu

    def _check(self, setting: Setting[object]) -> None:
        if setting is settings.KEEP_DIGESTS:
            self._keep.setChecked(self._settings.get(settings.KEEP_DIGESTS))
        elif setting is settings.SUMMARIZE_AT_ONCE:
            self._at_once.setChecked(self._settings.get(settings.SUMMARIZE_AT_ONCE))
        elif setting is settings.READING_SERIF:
            self._serif.setChecked(self._settings.get(settings.READING_SERIF))
        for menu, known in ((self.appearance, settings.COLOUR_SCHEME), (self._language, settings.INTERFACE_LANGUAGE)):
            if setting is known:
                for action in menu.actions():
                    action.setChecked(action.data() == self._settings.get(known))

    def _draw(self) -> None:
        colours = self._theme.colours
        for command in COMMANDS:
            if command.icon:
                self._actions[command.name].setIcon(icons.icon(command.icon, colours.text, colours.outline))
        self.share.setIcon(icons.icon("share", colours.text, colours.outline))
        self.view.setIcon(icons.icon("book", colours.text))
        self.help.setIcon(icons.icon("help", colours.text))
        self.appearance.setIcon(icons.icon("appearance", colours.text))
        self._language.setIcon(icons.icon("language", colours.text))

    def _word(self) -> None:
        translate = QCoreApplication.translate
        for command in COMMANDS:
            self._actions[command.name].setText(translate("Commands", command.words))
        self.share.setTitle(translate("Commands", "Share"))
        self.view.setTitle(translate("Commands", "View"))
        self.help.setTitle(translate("Commands", "Help"))
        self._with_text.setText(translate("Commands", "With the text of the article"))
        self._serif.setText(translate("Commands", "Letters with serifs"))
        self._keep.setText(translate("Commands", "Keep digests"))
        self._at_once.setText(translate("Commands", "Summarize at once"))
        self.appearance.setTitle(translate("Commands", "Appearance"))
        self._language.setTitle(translate("Commands", "Interface language"))
        names = {
            FROM_SYSTEM: translate("Commands", "As the system"),
            "light": translate("Commands", "Light"),
            "dark": translate("Commands", "Dark"),
            **LANGUAGES,
        }
        for menu in (self.appearance, self._language):
            for action in menu.actions():
                action.setText(names[action.data()])


def _without_state(handler: Callable[[], object]) -> Callable[[], None]:
    """``triggered`` tells whether an action is checked, which commands do not want to know."""

    def call() -> None:
        handler()

    return call
