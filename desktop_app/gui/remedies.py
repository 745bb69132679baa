"""Which buttons help against which error."""

from __future__ import annotations

from enum import Enum, auto

from desktop_app import errors
from desktop_app.errors import KratkoError


class Way(Enum):
    """A way out of an error."""

    RETRY = auto()
    EDIT_ADDRESS = auto()
    CHOOSE_FILE = auto()
    OPEN_IN_BROWSER = auto()
    PASTE = auto()
    INSTALL = auto()
    GO_ONLINE = auto()


_AFTER_READING: tuple[tuple[type[KratkoError], tuple[Way, ...]], ...] = (
    (errors.OfflineMode, (Way.GO_ONLINE, Way.PASTE, Way.CHOOSE_FILE)),
    (errors.InvalidAddress, (Way.EDIT_ADDRESS, Way.PASTE)),
    (errors.HostNotFound, (Way.EDIT_ADDRESS, Way.RETRY)),
    (errors.HttpStatus, (Way.OPEN_IN_BROWSER, Way.PASTE, Way.RETRY)),
    (errors.TlsFailed, (Way.OPEN_IN_BROWSER, Way.PASTE)),
    (errors.TooManyRedirects, (Way.OPEN_IN_BROWSER, Way.PASTE)),
    (errors.TooLarge, (Way.PASTE, Way.CHOOSE_FILE)),
    (errors.UnsupportedType, (Way.CHOOSE_FILE, Way.PASTE)),
    (errors.FileMissing, (Way.CHOOSE_FILE, Way.RETRY)),
    (errors.FileUnreadable, (Way.CHOOSE_FILE, Way.RETRY)),
    (errors.EmptySource, (Way.PASTE, Way.CHOOSE_FILE)),
)


def after_reading(error: KratkoError) -> tuple[Way, ...]:
    """Ways out of an error that left no article, the best first."""
    return next((ways for kind, ways in _AFTER_READING if isinstance(error, kind)), (Way.RETRY,))


def after_writing(error: KratkoError) -> tuple[Way, ...]:
    """Ways out of an error that left no summary, the best first."""
    if isinstance(error, errors.ModelNotInstalled | errors.WrongDigest):
        return (Way.INSTALL,)
    if isinstance(error, errors.OfflineMode):
        return (Way.GO_ONLINE,)
    return (Way.RETRY,)
