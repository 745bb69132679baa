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

from desktop_app.errors.base import (
    Cancelled,
    InternalError,
    KratkoError,
    NotAnArticle,
    OfflineMode,
    OutOfMemory,
    WorkerCrashed,
)
from desktop_app.errors.library import (
    ExportError,
    ExportFailed,
    LibraryDamaged,
    LibraryError,
    LibraryFull,
    LibraryLocked,
    LibraryNewer,
    LibraryReadOnly,
    NotADigest,
    PaintingUnavailable,
    UnknownDigest,
    UnknownExportFormat,
)
from desktop_app.errors.models import (
    DamagedModelFile,
    DiskFull,
    DownloadInterrupted,
    EngineError,
    EngineFailed,
    EngineLeftOut,
    EngineUnavailable,
    ModelError,
    ModelFolderClosed,
    ModelNotInstalled,
    NoSourceReachable,
    ServerUnreachable,
    UnknownModel,
    UnsafeModelFile,
    WrongDigest,
)
from desktop_app.errors.sources import (
    ConnectionFailed,
    DamagedDocument,
    EmptySource,
    FeedGiven,
    FileMissing,
    FileUnreadable,
    HostNotFound,
    HttpStatus,
    InvalidAddress,
    LegacyDocument,
    PasswordProtected,
    PrivateAddress,
    ReadingTooLong,
    ScanWithoutText,
    SourceError,
    TimedOut,
    TlsFailed,
    TooLarge,
    TooManyPages,
    TooManyRedirects,
    UnpacksTooLarge,
    UnsupportedType,
)

__all__ = [
    "Cancelled",
    "ConnectionFailed",
    "DamagedDocument",
    "DamagedModelFile",
    "DiskFull",
    "DownloadInterrupted",
    "EmptySource",
    "EngineError",
    "EngineFailed",
    "EngineLeftOut",
    "EngineUnavailable",
    "ExportError",
    "ExportFailed",
    "FeedGiven",
    "FileMissing",
    "FileUnreadable",
    "HostNotFound",
    "HttpStatus",
    "InternalError",
    "InvalidAddress",
    "KratkoError",
    "LegacyDocument",
    "LibraryDamaged",
    "LibraryError",
    "LibraryFull",
    "LibraryLocked",
    "LibraryNewer",
    "LibraryReadOnly",
    "ModelError",
    "ModelFolderClosed",
    "ModelNotInstalled",
    "NoSourceReachable",
    "NotADigest",
    "NotAnArticle",
    "OfflineMode",
    "OutOfMemory",
    "PaintingUnavailable",
    "PasswordProtected",
    "PrivateAddress",
    "ReadingTooLong",
    "ScanWithoutText",
    "ServerUnreachable",
    "SourceError",
    "TimedOut",
    "TlsFailed",
    "TooLarge",
    "TooManyPages",
    "TooManyRedirects",
    "UnknownDigest",
    "UnknownExportFormat",
    "UnknownModel",
    "UnpacksTooLarge",
    "UnsafeModelFile",
    "UnsupportedType",
    "WorkerCrashed",
    "WrongDigest",
]
