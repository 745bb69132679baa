"""What the reader chose about a summary; window and command line fill the same fields."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.choices import AUTO_LANGUAGE, Engine, Length, Style


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
