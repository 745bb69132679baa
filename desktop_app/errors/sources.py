"""The page, file or text could not be had."""

from __future__ import annotations

from desktop_app.errors.base import KratkoError


class SourceError(KratkoError):
    """The page, file or text could not be had."""

    code = "source"


class InvalidAddress(SourceError):
    """``address`` is not a web address Kratko opens."""

    code = "invalid_address"


class HostNotFound(SourceError):
    """``host`` does not resolve."""

    code = "host_not_found"


class ConnectionFailed(SourceError):
    """The connection to ``host`` failed for ``reason``."""

    code = "connection_failed"


class TlsFailed(SourceError):
    """The secure connection to ``host`` could not be trusted for ``reason``."""

    code = "tls_failed"


class TimedOut(SourceError):
    """``host`` did not deliver within ``seconds``."""

    code = "timed_out"


class HttpStatus(SourceError):
    """``host`` answered with the HTTP ``status``."""

    code = "http_status"


class TooManyRedirects(SourceError):
    """``host`` kept sending the request elsewhere."""

    code = "too_many_redirects"


class PrivateAddress(SourceError):
    """A page, feed or redirect leads to ``host``, which is this computer or its network."""

    code = "private_address"


class TooLarge(SourceError):
    """The document is over ``limit_mb`` megabytes."""

    code = "too_large"


class UnsupportedType(SourceError):
    """``name`` is of a ``type`` Kratko cannot read."""

    code = "unsupported_type"


class LegacyDocument(UnsupportedType):
    """``name`` is of an old ``type`` that other programs can save as one Kratko reads."""

    code = "legacy_document"


class FeedGiven(UnsupportedType):
    """``name`` is a feed: a list of articles rather than one."""

    code = "feed_given"


class PasswordProtected(SourceError):
    """``name`` opens only with a password."""

    code = "password_protected"


class DamagedDocument(SourceError):
    """``name`` is damaged or incomplete: not the ``type`` that it begins or is named as."""

    code = "damaged_document"


class ScanWithoutText(SourceError):
    """``name`` holds pictures of its ``pages`` pages, but no text."""

    code = "scan_without_text"


class TooManyPages(SourceError):
    """The document has ``pages`` pages, more than ``limit``."""

    code = "too_many_pages"


class UnpacksTooLarge(SourceError):
    """``name`` unpacks to more than ``limit_mb`` megabytes, or to suspiciously more than it is."""

    code = "unpacks_too_large"


class ReadingTooLong(SourceError):
    """``name`` could not be taken apart within ``seconds``."""

    code = "reading_too_long"


class FileMissing(SourceError):
    """There is no file at ``path``."""

    code = "file_missing"


class FileUnreadable(SourceError):
    """The file at ``path`` cannot be read for ``reason``."""

    code = "file_unreadable"


class EmptySource(SourceError):
    """``name`` holds no text."""

    code = "empty_source"
