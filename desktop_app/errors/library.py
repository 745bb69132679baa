"""What was read could not be kept, or not be taken away."""

from __future__ import annotations

from desktop_app.errors.base import KratkoError


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
