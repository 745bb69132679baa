"""Everything that can go wrong in a way the reader should hear about.

::

    KratkoError
    ├── SourceError             the page, file or text could not be had
    │   ├── InvalidAddress      not a web address
    │   ├── HostNotFound        the name does not resolve
    │   ├── ConnectionFailed    refused, reset, unreachable
    │   ├── TlsFailed           the secure connection could not be trusted
    │   ├── TimedOut            nothing came in time
    │   ├── HttpStatus          the server answered 4xx or 5xx
    │   ├── TooManyRedirects
    │   ├── PrivateAddress      a stranger's link into the reader's own network
    │   ├── TooLarge            over the size limit
    │   ├── UnsupportedType     not a kind of document Kratko reads
    │   │   ├── LegacyDocument  Word and PowerPoint before 2007
    │   │   └── FeedGiven       a list of articles (RSS, Atom), not an article
    │   ├── PasswordProtected
    │   ├── DamagedDocument     the kind is known, but it cannot be taken apart
    │   ├── ScanWithoutText     pictures of pages, no text
    │   ├── TooManyPages
    │   ├── UnpacksTooLarge     a small file that unpacks to a huge one
    │   ├── ReadingTooLong      taking it apart took too long
    │   ├── FileMissing
    │   ├── FileUnreadable
    │   └── EmptySource         nothing in it
    ├── ModelError              the model could not be had
    │   ├── UnknownModel
    │   ├── ModelNotInstalled
    │   ├── NoSourceReachable   no place to download from answered
    │   ├── DownloadInterrupted
    │   ├── WrongDigest         the file is not the one the catalogue names
    │   ├── DiskFull
    │   ├── ModelFolderClosed   the folder of models may not be written
    │   ├── UnsafeModelFile     a format that can run code when opened
    │   └── DamagedModelFile    not a sound model file
    ├── EngineError             the model could not be run
    │   ├── EngineUnavailable   the engine's library is missing or cannot run this model
    │   │   └── EngineLeftOut   this edition of Kratko comes without the engine
    │   ├── EngineFailed
    │   └── ServerUnreachable
    ├── LibraryError            the library of kept digests could not be used
    │   ├── LibraryLocked       another program holds it
    │   ├── LibraryDamaged      not a sound file; it was set aside
    │   ├── LibraryReadOnly
    │   ├── LibraryFull         no room on the disk to write it
    │   ├── LibraryNewer        written by a newer Kratko
    │   └── UnknownDigest       nothing kept under this number
    ├── ExportError             a digest could not be taken away
    │   ├── UnknownExportFormat
    │   ├── ExportFailed        the file could not be written
    │   ├── PaintingUnavailable Qt's system libraries are missing
    │   └── NotADigest          a file to import holds none
    ├── OfflineMode             the reader keeps Kratko off the network
    ├── NotAnArticle            read, but there is nothing to summarise
    ├── WorkerCrashed           the child process ended unexpectedly
    ├── OutOfMemory             it took more memory than there is for it
    ├── InternalError           a defect of Kratko
    └── Cancelled               the reader stopped the work

Each class has a ``code``; the words for it, in every interface language, are in ``resources/messages`` with the
parameters as placeholders. Instances pickle, so that they cross the process boundary.
"""

from __future__ import annotations

from typing import Any, ClassVar


class KratkoError(Exception):
    """Base of all errors meant for the reader.

    ``params`` fill the placeholders of the wording; values are text or numbers.
    """

    code: ClassVar[str] = "internal"

    def __init__(self, **params: str | int | float) -> None:
        super().__init__(params)
        self.params = params

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.params)

    def __str__(self) -> str:
        details = ", ".join(f"{key}={value!r}" for key, value in self.params.items())
        return f"{self.code}({details})"


def _rebuild(cls: type[KratkoError], params: dict[str, str | int | float]) -> KratkoError:
    return cls(**params)


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


class ModelError(KratkoError):
    """The model could not be had."""

    code = "model"


class UnknownModel(ModelError):
    """The catalogue has no ``model``, and it is no file, folder or hub id either."""

    code = "unknown_model"


class ModelNotInstalled(ModelError):
    """``model`` is known but not on this computer."""

    code = "model_not_installed"


class NoSourceReachable(ModelError):
    """None of the places that carry ``model`` answered; ``reason`` says why the last one did not."""

    code = "no_source_reachable"


class DownloadInterrupted(ModelError):
    """The download of ``model`` broke off for ``reason``; the next try goes on where it stopped."""

    code = "download_interrupted"


class WrongDigest(ModelError):
    """``file`` is not the one the catalogue names: ``found`` instead of ``expected``."""

    code = "wrong_digest"


class DiskFull(ModelError):
    """``needed_mb`` megabytes are needed in ``folder``, ``free_mb`` are free."""

    code = "disk_full"


class ModelFolderClosed(ModelError):
    """The folder of models at ``path`` cannot be written for ``reason``."""

    code = "model_folder_closed"


class UnsafeModelFile(ModelError):
    """``file`` is of a format that can run code when opened."""

    code = "unsafe_model_file"


class DamagedModelFile(ModelError):
    """``file`` is not a sound model file for ``reason``."""

    code = "damaged_model_file"


class EngineError(KratkoError):
    """The model could not be run."""

    code = "engine"


class EngineUnavailable(EngineError):
    """``engine`` cannot run here for ``reason``."""

    code = "engine_unavailable"


class EngineLeftOut(EngineUnavailable):
    """``model`` needs ``engine``, whose libraries this edition of Kratko comes without."""

    code = "engine_left_out"


class EngineFailed(EngineError):
    """``engine`` stopped for ``reason``."""

    code = "engine_failed"


class ServerUnreachable(EngineError):
    """The model server at ``url`` did not answer for ``reason``."""

    code = "server_unreachable"


class LibraryError(KratkoError):
    """The library file at ``path`` could not be used for ``reason``."""

    code = "library"


class LibraryLocked(LibraryError):
    """Another program kept ``path`` to itself for longer than ``seconds``."""

    code = "library_locked"


class LibraryDamaged(LibraryError):
    """``path`` is not a sound library; it was moved to ``kept_as`` untouched."""

    code = "library_damaged"


class LibraryReadOnly(LibraryError):
    """``path`` may not be written."""

    code = "library_read_only"


class LibraryFull(LibraryError):
    """There is no room to write ``path``; ``free_mb`` megabytes are free in its folder."""

    code = "library_full"


class LibraryNewer(LibraryError):
    """``path`` has the schema ``found``; this program knows those up to ``known``."""

    code = "library_newer"


class UnknownDigest(LibraryError):
    """The library keeps no digest with the number ``id``."""

    code = "unknown_digest"


class ExportError(KratkoError):
    """A digest could not be taken out of Kratko or into it."""

    code = "export"


class UnknownExportFormat(ExportError):
    """``name`` ends like none of the ``known`` formats."""

    code = "unknown_export_format"


class ExportFailed(ExportError):
    """The file at ``path`` could not be written for ``reason``."""

    code = "export_failed"


class PaintingUnavailable(ExportError):
    """PDF and pictures cannot be painted on this computer for ``reason``."""

    code = "painting_unavailable"


class NotADigest(ExportError):
    """The file at ``path`` holds no digest of Kratko's for ``reason``."""

    code = "not_a_digest"


class OfflineMode(KratkoError):
    """Nothing was asked of ``host``: offline mode is on. ``contact`` is a ``network.Contact``."""

    code = "offline_mode"


class NotAnArticle(KratkoError):
    """What was read is not an article; ``notice`` is the code of the notice that says why."""

    code = "not_an_article"


class WorkerCrashed(KratkoError):
    """The child process of ``role`` ended with ``exit_code``."""

    code = "worker_crashed"


class OutOfMemory(KratkoError):
    """The work took more memory than there is for it."""

    code = "out_of_memory"


class InternalError(KratkoError):
    """A defect: ``reason`` names the exception."""

    code = "internal"


class Cancelled(KratkoError):
    """The reader stopped the work."""

    code = "cancelled"
