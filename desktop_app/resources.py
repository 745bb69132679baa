"""The one place that finds files shipped with Kratko.

In a checkout they lie in ``resources/`` and ``models/`` beside the package; in an installed wheel the build puts both
under ``desktop_app/_bundled``.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _root() -> Path:
    bundled = _PACKAGE / "_bundled"
    return bundled if bundled.is_dir() else _PACKAGE.parent


def resource(*parts: str) -> Path:
    """Path of a shipped resource, for example ``resource("messages", "en.toml")``.

    Raises ``FileNotFoundError`` if there is none.
    """
    path = _root().joinpath("resources", *parts)
    if not path.exists():
        raise FileNotFoundError(path)
    return path


def catalogue_folder() -> Path:
    """Folder of the model catalogue, one TOML file a model."""
    return _root() / "models"


def shipped_folders() -> tuple[Path, ...]:
    """The folders of all that is shipped with Kratko."""
    return _root() / "resources", _root() / "models"
