"""A digest as a page of words, the same for every document format: what is shown, in which order, in which language."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import PurePath
from urllib.parse import urlsplit, urlunsplit

from desktop_app.article import BULLET, Article, Digest, Figure, Outcome, Section
from desktop_app.export.exporter import ExportOptions
from desktop_app.language import right_to_left
from desktop_app.messages import INTERFACE_LANGUAGES, describe_notice
from desktop_app.network import shown_address
from desktop_app.resources import resource

#: Signs that turn text around for what follows, and code points XML cannot hold.
_UNWANTED = re.compile("[\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
#: A path rather than the id of a model, which may have one slash (``owner/name``).
_PATH = re.compile(r"[/~.\\]|[A-Za-z]:[\\/]|.*\\")
_TAG = re.compile("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True)
class Line:
    """A figure: what leads it in (``about``, ``rose to``), the figure as written, what it is about, its sentence."""

    lead: str
    value: str
    label: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """``address`` is a web address safe to link to, ``place`` what else the source is called.

    ``lang`` and ``rtl`` tell of the article's text, ``summary_lang`` and ``summary_rtl`` of the summary's. ``points``
    are those of a summary in bullet points, without their marks; empty for one in sentences.
    """

    title: str
    lang: str
    rtl: bool
    facts: tuple[str, ...]
    address: str | None
    place: str | None
    summary: str | None
    points: tuple[str, ...]
    summary_lang: str
    summary_rtl: bool
    made: str | None
    notices: tuple[str, ...]
    figures: tuple[Line, ...]
    related: tuple[Line, ...]
    paragraphs: tuple[str, ...]


def words(lang: str) -> dict[str, dict[str, str]]:
    """The tables of ``resources/export`` in ``lang``, in English if Kratko does not speak it."""
    return _table(lang if lang in INTERFACE_LANGUAGES else INTERFACE_LANGUAGES[0])


@cache
def _table(lang: str) -> dict[str, dict[str, str]]:
    return tomllib.loads(resource("export", f"{lang}.toml").read_text(encoding="utf-8"))


def clean(text: str) -> str:
    """``text`` on one line, without control characters and signs that turn text around."""
    text = _UNWANTED.sub("", text)
    kept = (" " if sign.isspace() else sign for sign in text if sign.isspace() or not _steers(sign))
    return " ".join("".join(kept).split())


def _steers(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cs")


def sheet_of(digest: Digest, options: ExportOptions) -> Sheet:
    """What a document shows of ``digest``."""
    article, summary = digest.article, digest.summary
    table = words(options.lang)
    address = address_of(article)
    own = _tag(article.lang)
    lang = _tag(summary.lang) if summary else own
    notices = article.notices + (summary.notices if summary else ())
    return Sheet(
        title=clean(article.title or "") or table["words"]["untitled"],
        lang=own,
        rtl=right_to_left(own),
        facts=tuple(_facts(article, options.lang)),
        address=address,
        place=None if address else place_of(article.source),
        summary=clean(summary.text) if summary else None,
        points=_points(summary.text) if summary else (),
        summary_lang=lang,
        summary_rtl=right_to_left(lang),
        # Sentences of the article were written by no model; a notice says whose they are.
        made=table["words"]["made"].format(model=_model(summary.model))
        if summary and summary.outcome is not Outcome.QUOTED
        else None,
        notices=tuple(clean(describe_notice(notice, options.lang)) for notice in notices),
        figures=_lines(digest.figures, options, related=False),
        related=_lines(digest.figures, options, related=True),
        paragraphs=tuple(filter(None, map(clean, article.body.split("\n\n")))) if options.with_text else (),
    )


def _points(text: str) -> tuple[str, ...]:
    lines = [line for line in map(clean, text.splitlines()) if line]
    listed = all(line.startswith(BULLET.strip()) for line in lines)
    return tuple(line.removeprefix(BULLET.strip()).strip() for line in lines) if listed else ()


def _tag(lang: str) -> str:
    """``lang`` if it is formed like a language tag (BCP 47), ``und`` otherwise."""
    return lang if _TAG.fullmatch(lang) else "und"


def _model(model: str) -> str:
    """The model's id; of a file on this computer only its name."""
    return place_of(model) or "" if _PATH.match(model) else clean(model)


def _facts(article: Article, lang: str) -> list[str]:
    facts = [clean(fact) for fact in (article.byline, article.site) if fact]
    if article.published:
        facts.append(day_of(article.published, lang))
    if article.words:
        facts.append(words(lang)["words"]["words"].format(count=article.words))
    return facts


def day_of(published: str, lang: str) -> str:
    """An ISO 8601 date as people write it; what is none as it stands."""
    from babel.dates import format_date

    try:
        day = date.fromisoformat(published[:10])
    except ValueError:
        return clean(published)
    return str(format_date(day, "long", locale=lang if lang in INTERFACE_LANGUAGES else INTERFACE_LANGUAGES[0]))


def address_of(article: Article) -> str | None:
    """The page's web address without a password, if it has one."""
    for url in (article.url, article.source):
        try:
            parts = urlsplit(clean(url or ""))
            host = parts.netloc.rpartition("@")[2]
        except ValueError:
            continue
        if parts.scheme.lower() in ("http", "https") and host:
            # What could end an address in a document is written as its number.
            plain = shown_address(urlunsplit((parts.scheme, host, parts.path, parts.query, parts.fragment)))
            return re.sub(r"[\s<>\"\\^`{|}]", lambda sign: f"%{ord(sign.group()):02X}", plain)
    return None


def place_of(source: str) -> str | None:
    """The name of a file; its folders may tell more than the reader wants to hand on."""
    name = clean(re.split(r"[/\\]", source)[-1]) if source != "-" else ""
    return PurePath(name).name or None


def _lines(figures: Sequence[Figure], options: ExportOptions, *, related: bool) -> tuple[Line, ...]:
    chosen = [figure for figure in figures if figure.same_as is None and (figure.section is Section.RELATED) is related]
    return tuple(line_of(figure, options.lang) for figure in chosen[: options.figures])


def line_of(figure: Figure, lang: str) -> Line:
    """``figure`` with the words of ``lang`` for its bound and movement."""
    table = words(lang)
    lead = table["bounds"].get(str(figure.bound), "")
    if figure.change is not None:
        change = table["changes"].get(f"{figure.change.direction}_{figure.change.role}", "")
        lead = " ".join(filter(None, (change, lead)))
    return Line(lead, clean(figure.text), clean(figure.label), clean(figure.context))
