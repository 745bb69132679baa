"""What a reader can choose about a summary and its picture, by name.

Apart from :mod:`desktop_app.options`, which the window does not need before it is painted.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

#: The summary is written in the article's own language.
AUTO_LANGUAGE: Final = "auto"


class Length(StrEnum):
    """How much summary the reader asked for."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"


class Style(StrEnum):
    """The form of a summary."""

    PARAGRAPH = "paragraph"
    #: One point a line, each line beginning with :data:`~desktop_app.article.BULLET`.
    BULLETS = "bullets"
    #: One line without a full stop.
    HEADLINE = "headline"


class Engine(StrEnum):
    """Which engine runs the model; ``AUTO`` takes the one the catalogue names."""

    AUTO = "auto"
    LLAMA_CPP = "llama.cpp"
    TRANSFORMERS = "transformers"
    SERVER = "server"


class PictureSize(StrEnum):
    """The shapes of a share picture."""

    WIDE = "wide"
    SQUARE = "square"

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height."""
        return (1200, 630) if self is PictureSize.WIDE else (1080, 1080)


class PictureTheme(StrEnum):
    """The colours of a share picture."""

    LIGHT = "light"
    DARK = "dark"
