"""What the share picture of a digest says, without its looks: few words, each from the digest itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlsplit

from desktop_app.article import Digest, Figure, Outcome, Section
from desktop_app.export.exporter import ExportOptions
from desktop_app.export.sheet import Line, address_of, clean, day_of, line_of, sheet_of, words
from desktop_app.messages import INTERFACE_LANGUAGES

#: Most key figures of a picture.
MOST: Final = 6
#: With fewer that say what they are about, figures without a label are shown as well.
_FEW: Final = 3


@dataclass(frozen=True, slots=True)
class Card:
    """The words of a picture.

    ``origin`` is where the article is from, ``day`` its date; ``note`` tells who wrote the summary, or that it holds
    something the article does not. ``rtl`` and ``summary_rtl`` tell which way the texts run.
    """

    title: str
    rtl: bool
    origin: str
    day: str
    summary: str | None
    summary_rtl: bool
    figures: tuple[Line, ...]
    note: str


def card_of(digest: Digest, options: ExportOptions) -> Card:
    """What a picture of ``digest`` says.

    Our own words are in the language of its text if Kratko speaks it, in ``options.lang`` otherwise: whoever sees the
    picture reads that language, whoever made it may have another.
    """
    article = digest.article
    own = digest.summary.lang if digest.summary else article.lang
    if own in INTERFACE_LANGUAGES:
        options = replace(options, lang=own)
    sheet = sheet_of(replace(digest, figures=()), replace(options, with_text=False))
    host = urlsplit(address_of(article) or "").hostname or ""
    return Card(
        title=sheet.title,
        rtl=sheet.rtl,
        origin=clean(article.site or "") or host.removeprefix("www.") or sheet.place or "",
        day=day_of(article.published, options.lang) if article.published else "",
        summary=sheet.summary,
        summary_rtl=sheet.summary_rtl,
        figures=tuple(line_of(figure, options.lang) for figure in _chosen(digest.figures)),
        note=_note(digest, options.lang),
    )


def _chosen(figures: Sequence[Figure]) -> list[Figure]:
    """The most important figures of the article itself, those that say what they are about before the others."""
    own = [figure for figure in figures if figure.same_as is None and figure.section is not Section.RELATED]
    told = [figure for figure in own if figure.label.strip()]
    bare = [figure for figure in own if not figure.label.strip()]
    return (told + bare[: max(0, _FEW - len(told))])[:MOST]


def _note(digest: Digest, lang: str) -> str:
    table = words(lang)["words"]
    if digest.summary is None:
        return ""
    name = {Outcome.QUOTED: "card_quoted", Outcome.FLAGGED: "card_flagged"}.get(digest.summary.outcome, "card_made")
    return table[name]
