"""Plain text to an article: pages copied with everything on them are cleaned, any other text is left as it is.

A text counts as a copied page when it carries at least two kinds of such traces: a line with its date, a reading
time, a heading over other stories, an advert mark, buttons. Without them nothing is taken away.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import cache

from desktop_app.article import Article, Headline
from desktop_app.extraction.dates import find_date
from desktop_app.extraction.furniture import kinds
from desktop_app.extraction.html import language
from desktop_app.extraction.paragraphs import Line, joined, lines_of
from desktop_app.extraction.walls import measure_words
from desktop_app.resources import resource

_TRACES = 2
# No page is that long; a book is not looked through for buttons.
_MOST_LINES = 3000
_LONGEST_TITLE = 220
_FEWEST_TITLE_WORDS, _MOST_TITLE_WORDS = 3, 30
_NO_TITLE = frozenset({"byline", "credit", "call_to_action", "notice", "privacy"})
# A real paragraph between headlines: long, or of several sentences.
_PROSE_WORDS = 20
_SURE_PROSE_WORDS = 35
_TWO_SENTENCES_WORDS = 12
_SENTENCES_AFTER = 2
_SENTENCE_WORDS = 5
# A full stop within a sentence ("62 тыс. семей") is followed by a small letter or a figure.
_SENTENCE_END = re.compile(r"[.!?…。！？؟।][»”\"')\]]*(?=\s+[^\s\da-zа-яёєіїґà-ÿ]|\s*$)")
_ENDED = re.compile(r"[.!?…。！？؟।][»”\"')\]]*$")
_NO_TITLE_END = re.compile(r"[.,;:…。，；：][»”\"')\]]*$")
_MENU_WORDS = 4
# Longer lines are text, whatever they begin with.
_MOST_MARK_WORDS, _LONGEST_MARK = 14, 150
_HEADLINE_WORDS = (3, 40)


class Kind(Enum):
    """What a line of a copied page is."""

    TEXT = auto()
    DATE = auto()
    READING_TIME = auto()
    BYLINE = auto()
    RELATED = auto()
    ADVERT = auto()
    SERVICE = auto()


@cache
def _patterns() -> dict[Kind, re.Pattern[str]]:
    data = tomllib.loads(resource("extraction", "pasted.toml").read_text("utf-8"))
    names = {Kind.RELATED: "related", Kind.ADVERT: "advert", Kind.SERVICE: "service"}
    return {
        kind: re.compile("|".join(f"(?:{line})" for line in data[name]["line"]), re.I) for kind, name in names.items()
    }


def kind_of(text: str) -> Kind:
    """What the line ``text`` is by its wording."""
    bare = text.strip(" \t:|•·*#>-–—»«→[]()▶►").strip()
    words = len(bare.split())
    if not bare or words > _MOST_MARK_WORDS or len(bare) > _LONGEST_MARK:
        return Kind.TEXT
    for kind in (Kind.ADVERT, Kind.RELATED, Kind.SERVICE):
        if _patterns()[kind].fullmatch(bare):
            return kind
    found = kinds(bare)
    if "byline_anywhere" in found and words <= 8 and any(sign.isdigit() for sign in bare):
        return Kind.READING_TIME
    if words <= 10 and not _ENDED.search(bare) and find_date(bare) and _mostly_date(bare):
        return Kind.DATE
    if "byline" in found and words <= 8 and not _ENDED.search(bare):
        return Kind.BYLINE
    return Kind.TEXT


def _mostly_date(text: str) -> bool:
    """Whether little but the date stands in the line: a place or a word such as "updated" may."""
    rest = [word for word in re.findall(r"[^\W\d_]+", text) if find_date(f"1 {word} 2000") is None]
    return len(rest) <= 5


def read_text(text: str, source: str, url: str | None = None) -> Article:
    """The article in plain ``text``; its notices are still empty."""
    lines = lines_of(text)
    if len(lines) <= _MOST_LINES:
        copied = _CopiedPage(lines)
        if copied.traces >= _TRACES and (article := copied.article(source)).body:
            return replace(article, url=url)
    title, rest = _leading_title(lines)
    body = joined(rest)
    return Article(source=source, body=body, title=title, lang=language(body or title or "", None), url=url)


def _leading_title(lines: Sequence[Line]) -> tuple[str | None, Sequence[Line]]:
    """The first line if it stands alone, looks like a headline, and a text follows."""
    if len(lines) < 2 or not lines[1].after_blank:
        return None, lines
    first, rest = lines[0].text, lines[1:]
    if not _is_title(first) or first[:1] in "-•*>–—" or kinds(first) & _NO_TITLE:
        return None, lines
    # A headline is followed by something longer than itself; the lines of a list or a poem are about alike.
    longest = max(measure_words(line.text) for line in rest)
    if longest <= max(8, measure_words(first)):
        return None, lines
    return first, rest


def _is_title(text: str) -> bool:
    """Whether a line has the length and the end of a headline and is a single sentence."""
    if len(text) > _LONGEST_TITLE or _NO_TITLE_END.search(text) or len(_SENTENCE_END.findall(text)) > 1:
        return False
    return _FEWEST_TITLE_WORDS <= measure_words(text) <= _MOST_TITLE_WORDS


@dataclass(slots=True)
class _Parts:
    title: str | None = None
    site: str | None = None
    published: str | None = None
    byline: str | None = None
    body: list[Line] = field(default_factory=list)
    related: list[str] = field(default_factory=list)


class _CopiedPage:
    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._kinds = [kind_of(line.text) for line in lines]
        self._prose = [self._is_prose(index) for index in range(len(lines))]
        self._first = next((index for index, prose in enumerate(self._prose) if prose), len(lines))
        self._last = max((index for index, prose in enumerate(self._prose) if prose), default=-1)

    def _is_prose(self, index: int) -> bool:
        text = self._lines[index].text
        words = measure_words(text)
        ended = _ENDED.search(text) is not None
        return self._kinds[index] is Kind.TEXT and ended and (words >= _PROSE_WORDS or self._sentences(text) >= 2)

    @staticmethod
    def _sentences(text: str) -> int:
        return len(_SENTENCE_END.findall(text))

    @property
    def traces(self) -> int:
        """How many kinds of traces of a copied page there are; a date counts only above the text."""
        found: set[Kind] = {kind for kind in self._kinds if kind not in (Kind.TEXT, Kind.DATE, Kind.BYLINE)}
        if Kind.DATE in self._kinds[: self._first]:
            found.add(Kind.DATE)
        # One button may be a heading of an ordinary text ("Video", "Contact"); three are a page.
        if self._kinds.count(Kind.SERVICE) < 3:
            found.discard(Kind.SERVICE)
        # So may be a heading such as "Further reading" or "News", unless headlines stand under it.
        if Kind.RELATED in found and not any(self._opens_list(index) for index in range(len(self._lines))):
            found.discard(Kind.RELATED)
        return len(found) if self._first < len(self._lines) else 0

    def _opens_list(self, index: int) -> bool:
        if self._kinds[index] is not Kind.RELATED:
            return False
        after = self._lines[index + 1 : index + 4]
        return not after or not any(self._prose[index + 1 : index + 2])

    def article(self, source: str) -> Article:
        """The page taken apart."""
        parts = _Parts()
        self._read_head(parts)
        self._read_rest(parts)
        body = joined(parts.body)
        return Article(
            source=source,
            body=body,
            title=parts.title,
            byline=parts.byline,
            site=parts.site,
            published=parts.published,
            lang=language(body, None),
            related=tuple(Headline(text) for text in dict.fromkeys(parts.related) if text != parts.title),
        )

    def _read_head(self, parts: _Parts) -> None:
        head = range(self._first)
        dated = next((index for index in head if self._kinds[index] is Kind.DATE), None)
        texts = [index for index in head if self._kinds[index] is Kind.TEXT]
        for index in head:
            if self._kinds[index] is Kind.BYLINE and parts.byline is None:
                parts.byline = _name(self._lines[index].text)
        if dated is not None:
            parts.published = find_date(self._lines[dated].text)
        titles = [index for index in texts if self._looks_like_title(index)]
        # The headline is the line with most words near the text; menus and the name of the site are short.
        title = max(titles, key=lambda index: (min(len(self._lines[index].text.split()), 8), index), default=None)
        if title is not None:
            parts.title = self._lines[title].text
        parts.site = self._site(texts, title, dated)
        # What stands between headline and text is its standfirst, or a paragraph too short to be told for one.
        after = title if title is not None else (dated if dated is not None else -1)
        parts.body = [
            self._lines[index] for index in texts if index > after and measure_words(self._lines[index].text) >= 5
        ]

    def _looks_like_title(self, index: int) -> bool:
        return _is_title(self._lines[index].text)

    def _site(self, texts: list[int], title: int | None, dated: int | None) -> str | None:
        """A short line beside the date, or the very first one."""
        for index in texts:
            text = self._lines[index].text
            if index == title or len(text.split()) > _MENU_WORDS or len(text) > 60 or _ENDED.search(text):
                continue
            if index == 0 or (dated is not None and abs(index - dated) == 1):
                return text
        return None

    def _read_rest(self, parts: _Parts) -> None:
        mode = Kind.TEXT
        for index in range(self._first, len(self._lines)):
            line, kind = self._lines[index], self._kinds[index]
            in_body = index <= self._last
            if kind in (Kind.RELATED, Kind.ADVERT):
                mode = kind
            elif kind in (Kind.SERVICE, Kind.READING_TIME) or (
                kind in (Kind.DATE, Kind.BYLINE) and mode is not Kind.TEXT
            ):
                continue
            elif mode is Kind.TEXT:
                # Below the last paragraph, lines that are no sentences are tags, names of sections and the like.
                if in_body or self._is_sentence(index):
                    parts.body.append(line)
            elif self._resumes(index) or (mode is Kind.ADVERT and in_body):
                mode = Kind.TEXT
                parts.body.append(line)
            elif mode is Kind.RELATED and self._is_headline(line.text):
                parts.related.append(_without_time(line.text))

    def _resumes(self, index: int) -> bool:
        """Whether the article goes on here after a list of other stories: a long paragraph, or several in a row."""
        text = self._lines[index].text
        if not self._is_sentence(index):
            return False
        words = measure_words(text)
        if words >= _SURE_PROSE_WORDS or (words >= _TWO_SENTENCES_WORDS and self._sentences(text) >= 2):
            return True
        # Teasers alternate with headlines, which end without a full stop; paragraphs follow each other.
        after = range(index + 1, min(index + 4, len(self._lines)))
        return words >= _TWO_SENTENCES_WORDS and sum(map(self._is_sentence, after)) >= _SENTENCES_AFTER

    def _is_sentence(self, index: int) -> bool:
        text = self._lines[index].text
        return (
            self._kinds[index] is Kind.TEXT
            and measure_words(text) >= _SENTENCE_WORDS
            and _ENDED.search(text) is not None
        )

    @staticmethod
    def _is_headline(text: str) -> bool:
        fewest, most = _HEADLINE_WORDS
        return fewest <= measure_words(text) <= most and not kinds(text) & {"call_to_action", "privacy", "notice"}


def _name(text: str) -> str | None:
    name = re.sub(r"^[^\W\d_]+\s*:\s*|^(by|von|par|por|di|автор)\s+", "", text.strip(), flags=re.I)
    return name if 0 < len(name.split()) <= 6 else None


def _without_time(text: str) -> str:
    return re.sub(r"^\d{1,2}[:.]\d{2}[,\s]+(?=\S)|[,\s]+\d{1,2}:\d{2}$", "", text).strip()
