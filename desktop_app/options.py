"""What the reader chose about a summary and its picture; window and command line fill the same fields."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.article import Length, Style

#: The summary is written in the article's own language.
AUTO_LANGUAGE = "auto"


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


@dataclass(frozen=True, slots=True)
class SummaryOptions:
    """``model`` is a catalogue id, a path or a hub id, ``None`` the default model.

    ``server_url`` is the base address of an OpenAI-compatible server (engine ``SERVER`` only). With ``insist`` a page
    that is not an article is summarised all the same. ``about`` narrows the summary to a question or subject.
    """

    lang: str = AUTO_LANGUAGE
    length: Length = Length.SHORT
    style: Style = Style.PARAGRAPH
    about: str = ""
    model: str | None = None
    engine: Engine = Engine.AUTO
    server_url: str | None = None
    seed: int = 0
    insist: bool = False
