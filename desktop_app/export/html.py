"""Digests as one HTML page that loads nothing: styles inside, no script, no picture, a policy that forbids the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from string import Template

from desktop_app.article import Digest
from desktop_app.export.exporter import ExportOptions
from desktop_app.export.sheet import Line, Sheet, sheet_of, words
from desktop_app.messages import INTERFACE_LANGUAGES
from desktop_app.resources import resource


class HtmlExporter:
    """A self-contained page; texts in their own language and direction."""

    name = "HTML"
    suffix = ".html"
    media_type = "text/html"
    single = False

    def export(self, digests: Sequence[Digest], options: ExportOptions) -> bytes:
        """See :class:`~desktop_app.export.exporter.Exporter`."""
        sheets = [sheet_of(digest, options) for digest in digests]
        lang = options.lang if options.lang in INTERFACE_LANGUAGES else INTERFACE_LANGUAGES[0]
        title = sheets[0].title if len(sheets) == 1 else words(lang)["words"]["many"].format(count=len(sheets))
        return page("\n".join("\n".join(_article(sheet, lang)) for sheet in sheets), title, lang).encode()


def page(body: str, title: str, lang: str, *, wide: bool = False) -> str:
    """A whole page around ``body``, which is markup already; ``wide`` lets it take the width of the screen."""
    style = resource("export", "page.css").read_text(encoding="utf-8").strip()
    return Template(resource("export", "page.html").read_text(encoding="utf-8")).substitute(
        lang=lang,
        dir="ltr",
        title=escape(title),
        style=f"{style}\nbody {{ max-width: 72rem; }}" if wide else style,
        body=body,
    )


def fragment(digest: Digest, options: ExportOptions) -> str:
    """The digest as HTML without a page around it, for the clipboard."""
    return "\n".join(_article(sheet_of(digest, options), options.lang))


def _article(sheet: Sheet, lang: str) -> Iterator[str]:
    table = words(lang)["words"]
    own = language(sheet.lang, rtl=sheet.rtl)
    yield "<article>"
    yield f"<h1{own}>{escape(sheet.title)}</h1>"
    if sheet.facts:
        yield f'<p class="facts">{" · ".join(f"<bdi>{escape(fact)}</bdi>" for fact in sheet.facts)}</p>'
    if sheet.address:
        link = f'<a href="{escape(sheet.address)}" rel="noreferrer nofollow"><bdi>{escape(sheet.address)}</bdi></a>'
        yield f'<p class="facts">{escape(table["source"])}: {link}</p>'
    elif sheet.place:
        yield f'<p class="facts">{escape(table["source"])}: <bdi>{escape(sheet.place)}</bdi></p>'
    if sheet.summary:
        yield f"<h2>{escape(table['summary'])}</h2>"
        spoken = language(sheet.summary_lang, rtl=sheet.summary_rtl)
        points = "".join(f"<li>{escape(point)}</li>" for point in sheet.points)
        yield (
            f'<ul class="summary"{spoken}>{points}</ul>'
            if points
            else (f'<p class="summary"{spoken}>{escape(sheet.summary)}</p>')
        )
    for notice in sheet.notices:
        yield f'<p class="notice">{escape(notice)}</p>'
    for heading, lines in ((table["figures"], sheet.figures), (table["related"], sheet.related)):
        if lines:
            yield f"<h2>{escape(heading)}</h2>"
            yield f"<table{own}>"
            yield from (_row(line) for line in lines)
            yield "</table>"
    if sheet.paragraphs:
        yield f"<h2>{escape(table['article'])}</h2>"
        yield from (f"<p{own}>{escape(paragraph)}</p>" for paragraph in sheet.paragraphs)
    if sheet.made:
        yield f'<p class="made">{escape(sheet.made)}</p>'
    yield "</article>"


def _row(line: Line) -> str:
    value = " ".join(filter(None, (line.lead, line.value)))
    sentence = f"<small>{escape(line.sentence)}</small>" if line.sentence else ""
    return f"<tr><td><bdi>{escape(value)}</bdi></td><td>{escape(line.label)}{sentence}</td></tr>"


def language(lang: str, *, rtl: bool) -> str:
    """The attributes that tell the language and direction of an element."""
    known = f' lang="{escape(lang)}"' if lang != "und" else ""
    return f'{known} dir="{"rtl" if rtl else "ltr"}"' if known else ' dir="auto"'
