"""The model could not be had, or not be run."""

from __future__ import annotations

from desktop_app.errors.base import KratkoError


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
