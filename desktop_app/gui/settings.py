"""Everything the window remembers, in one table over :class:`QSettings`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from PySide6.QtCore import QByteArray, QObject, QSettings, Qt, Signal

from desktop_app.choices import AUTO_LANGUAGE, Engine, Length, PictureSize, PictureTheme, Style

if TYPE_CHECKING:
    from desktop_app.network import NetworkPolicy
    from desktop_app.options import SummaryOptions

T = TypeVar("T")


class Setting(Generic[T]):
    """A value the window remembers under ``key``; ``allowed`` limits it, anything else reads as ``default``."""

    def __init__(self, key: str, default: T, allowed: tuple[T, ...] = ()) -> None:
        self.key: Final = key
        self.default: Final = default
        self.allowed: Final = allowed


#: Interface language and colour scheme: what the system says.
FROM_SYSTEM: Final = "system"

INTERFACE_LANGUAGE: Final = Setting("interface/language", FROM_SYSTEM, (FROM_SYSTEM, "en", "ru", "uk"))
SCHEMES: Final = {FROM_SYSTEM: Qt.ColorScheme.Unknown, "light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
COLOUR_SCHEME: Final = Setting("interface/scheme", FROM_SYSTEM, tuple(SCHEMES))
READING_SIZE: Final = Setting("reading/size", 17, tuple(range(14, 23)))
READING_SERIF: Final = Setting("reading/serif", False)
SUMMARY_LANGUAGE: Final = Setting("summary/language", AUTO_LANGUAGE)
SUMMARY_LENGTH: Final = Setting("summary/length", Length.SHORT.value, tuple(length.value for length in Length))
SUMMARY_STYLE: Final = Setting("summary/style", Style.PARAGRAPH.value, tuple(style.value for style in Style))
SUMMARIZE_AT_ONCE: Final = Setting("summary/at_once", True)
MODEL: Final = Setting("summary/model", "")
GEOMETRY: Final = Setting("window/geometry", QByteArray())
READER_SPLITTER: Final = Setting("window/reader_splitter", QByteArray())
DIGEST_SPLITTER_WIDE: Final = Setting("window/digest_splitter_wide", QByteArray())
DIGEST_SPLITTER_TALL: Final = Setting("window/digest_splitter_tall", QByteArray())
SIDEBAR: Final = Setting("window/sidebar", True)
SIDEBAR_WIDTH: Final = Setting("window/sidebar_width", 264, tuple(range(216, 421)))
KEEP_DIGESTS: Final = Setting("library/keep", True)
WATCHED_FOLDER: Final = Setting("queue/watched_folder", "")
WATCHED_UNTIL: Final = Setting("queue/watched_until", "")
LAST_FOLDER: Final = Setting("files/last_folder", "")
EXPORT_FOLDER: Final = Setting("export/folder", "")
EXPORT_FORMAT: Final = Setting("export/format", ".pdf")
EXPORT_WITH_TEXT: Final = Setting("export/with_text", False)
COMPARISON_FORMAT: Final = Setting("export/comparison_format", ".html")
PICTURE_SIZE: Final = Setting("export/picture_size", PictureSize.WIDE.value, tuple(size.value for size in PictureSize))
PICTURE_THEME: Final = Setting("export/picture_theme", PictureTheme.LIGHT.value, tuple(t.value for t in PictureTheme))
#: Whether what was open last is opened again.
REOPEN: Final = Setting("session/reopen", True)
#: Whether long work that ends while the window is not in front is told by the system.
NOTIFY: Final = Setting("general/notify", True)
TRAY: Final = Setting("general/tray", False)
ENGINE: Final = Setting("summary/engine", Engine.AUTO.value, (Engine.AUTO.value, Engine.SERVER.value))
SERVER_URL: Final = Setting("summary/server", "")
OFFLINE: Final = Setting("privacy/offline", False)
#: Number in the library of what was open last, 0 for nothing.
LAST_ENTRY: Final = Setting("session/entry", 0)
#: Whether the page that explains has been read.
WELCOMED: Final = Setting("session/welcomed", False)

TABLE: Final[tuple[Setting[Any], ...]] = (
    INTERFACE_LANGUAGE,
    COLOUR_SCHEME,
    READING_SIZE,
    READING_SERIF,
    SUMMARY_LANGUAGE,
    SUMMARY_LENGTH,
    SUMMARY_STYLE,
    SUMMARIZE_AT_ONCE,
    MODEL,
    GEOMETRY,
    READER_SPLITTER,
    DIGEST_SPLITTER_WIDE,
    DIGEST_SPLITTER_TALL,
    SIDEBAR,
    SIDEBAR_WIDTH,
    KEEP_DIGESTS,
    WATCHED_FOLDER,
    WATCHED_UNTIL,
    LAST_FOLDER,
    EXPORT_FOLDER,
    EXPORT_FORMAT,
    EXPORT_WITH_TEXT,
    COMPARISON_FORMAT,
    PICTURE_SIZE,
    PICTURE_THEME,
    REOPEN,
    NOTIFY,
    TRAY,
    ENGINE,
    SERVER_URL,
    OFFLINE,
    LAST_ENTRY,
    WELCOMED,
)


class Settings(QObject):
    """Typed reading and writing of :data:`TABLE`; ``changed`` carries the :class:`Setting` that got a new value."""

    changed = Signal(object)

    def __init__(self, store: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store

    def get(self, setting: Setting[T]) -> T:
        """The remembered value, or the default where there is none, or none that makes sense."""
        if not self._store.contains(setting.key):
            return setting.default
        # Text stores give numbers and truth values back as text; the type of the default says what they were.
        value = self._store.value(setting.key, setting.default, type(setting.default))
        if not isinstance(value, type(setting.default)) or (setting.allowed and value not in setting.allowed):
            return setting.default
        return value

    def set(self, setting: Setting[T], value: T) -> None:
        """Remember ``value``; one outside ``allowed`` is a ``ValueError``."""
        if setting.allowed and value not in setting.allowed:
            raise ValueError(f"{setting.key} cannot be {value!r}")
        if self.get(setting) != value:
            self._store.setValue(setting.key, value)
            self.changed.emit(setting)


def options_from(settings: Settings) -> SummaryOptions:
    """The summary options the reader has set."""
    from desktop_app.options import SummaryOptions

    return SummaryOptions(
        lang=settings.get(SUMMARY_LANGUAGE),
        length=Length(settings.get(SUMMARY_LENGTH)),
        style=Style(settings.get(SUMMARY_STYLE)),
        # A server has models of its own, under names of its own.
        model=None if settings.get(ENGINE) == Engine.SERVER.value else settings.get(MODEL) or None,
        engine=Engine(settings.get(ENGINE)),
        server_url=settings.get(SERVER_URL).strip() or None,
    )


def network_from(settings: Settings) -> NetworkPolicy:
    """Whether the network may be used: not if the reader says so, here or in the environment."""
    from desktop_app.network import NetworkPolicy

    return NetworkPolicy(offline=settings.get(OFFLINE) or NetworkPolicy.from_environment().offline)
