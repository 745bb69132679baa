"""The document model every other part speaks: articles, figures and summaries.

Beside the standard library only :mod:`desktop_app.choices` is imported here. All classes are immutable, so that they
cross the process boundary and can be shared between views without copies. Offsets are counted in Unicode code points,
half open: ``text[start:end]``.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app.choices import Style

if TYPE_CHECKING:
    from desktop_app.grounding.report import Grounding


class Section(StrEnum):
    """The part of a page a figure stands in; see :meth:`Article.section_text`."""

    TITLE = "title"
    BODY = "body"
    RELATED = "related"


class Bound(StrEnum):
    """How a value limits the quantity: exactly, about, at least, at most."""

    EXACT = "="
    ABOUT = "~"
    AT_LEAST = ">="
    AT_MOST = "<="


#: What a line of a summary in bullet points begins with.
BULLET = "• "


class NoticeCode(StrEnum):
    """What a reader should know about how a page was read; worded in ``resources/messages``."""

    CONSENT_WALL = "consent_wall"
    LOGIN_WALL = "login_wall"
    PAYWALL = "paywall"
    ERROR_PAGE = "error_page"
    TOO_SHORT = "too_short"
    NO_BODY = "no_body"
    PARTLY_READ = "partly_read"
    LANGUAGE_UNSURE = "language_unsure"
    WRONG_LANGUAGE = "wrong_language"
    STOPPED = "stopped"
    TEXT_LEAVES_COMPUTER = "text_leaves_computer"
    NO_MODEL = "no_model"
    QUOTED = "quoted"
    UNSUPPORTED = "unsupported"
    NOT_ANSWERED = "not_answered"


class Outcome(StrEnum):
    """How a summary came to be what is shown."""

    #: As the model wrote it.
    WRITTEN = "written"
    #: A word, number, clause or sentence that the checks objected to was set right or left out.
    MENDED = "mended"
    #: The model's second try.
    REWRITTEN = "rewritten"
    #: Sentences of the article, since nothing the model wrote passed the checks.
    QUOTED = "quoted"
    #: As the model wrote it, with statements the article does not carry; they are in the grounding's flags.
    FLAGGED = "flagged"


#: Notices after which a summary is made only if the reader insists: what was read is not an article.
BLOCKING = frozenset(
    {
        NoticeCode.CONSENT_WALL,
        NoticeCode.LOGIN_WALL,
        NoticeCode.PAYWALL,
        NoticeCode.ERROR_PAGE,
        NoticeCode.TOO_SHORT,
        NoticeCode.NO_BODY,
    }
)


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell the reader; ``params`` fill the placeholders of its wording."""

    code: NoticeCode
    params: tuple[tuple[str, str | int | float], ...] = ()

    @property
    def blocking(self) -> bool:
        """Whether the page should not be summarised without asking."""
        return self.code in BLOCKING


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a text, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline of another story found on the same page."""

    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A page after extraction.

    ``source`` is what the reader gave (an address, a path, or ``-`` for pasted text), ``url`` the canonical address
    where one is known. ``body`` is plain text, paragraphs separated by one empty line. ``lang`` is a BCP-47 primary
    language subtag (``und`` when unknown), ``published`` an ISO 8601 date or date-time. ``pages`` are the offsets in
    the body at which its printed pages begin, ascending; empty for what has no pages.
    """

    source: str
    body: str
    title: str | None = None
    byline: str | None = None
    site: str | None = None
    published: str | None = None
    lang: str = "und"
    url: str | None = None
    related: tuple[Headline, ...] = ()
    notices: tuple[Notice, ...] = ()
    pages: tuple[int, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """The number, from 1, of the printed page that ``offset`` of the body is on; ``None`` if it has no pages."""
        return bisect_right(self.pages, offset) or 1 if self.pages else None

    def page_of(self, figure: Figure) -> int | None:
        """The printed page that ``figure`` is on; ``None`` unless it stands in a body that has pages."""
        return self.page_at(figure.start) if figure.section is Section.BODY else None

    def section_text(self, section: Section) -> str:
        """The text that offsets of figures in ``section`` count in.

        Related headlines are joined by a line feed.
        """
        if section is Section.TITLE:
            return self.title or ""
        if section is Section.BODY:
            return self.body
        return "\n".join(headline.text for headline in self.related)

    @property
    def words(self) -> int:
        """Number of white-space separated words in the body."""
        return len(self.body.split())

    @property
    def readable(self) -> bool:
        """Whether the page is an article that may be summarised without asking."""
        return not any(notice.blocking for notice in self.notices)


@dataclass(frozen=True, slots=True)
class Change:
    """A movement the figure describes: its direction (``up``, ``down``) and role (``by``, ``to`` or ``from``)."""

    direction: str
    role: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity found in the text.

    ``start``/``end`` count in ``Article.section_text(section)`` and slice to ``text``. ``value`` is the full number
    (7,08 млн is 7080000), ``high`` the upper end of a range. ``unit`` is an ISO 4217 code or a name such as
    ``percent``, ``pp``, ``times``, ``fraction``, ``year``, ``km``, ``m2``; ``noun`` the lemma of what is counted.
    ``label`` says in the source's own words what the figure is about; ``context`` is its sentence, ``sentence`` that
    sentence's place. ``kind`` is one of money, percent, count, measure, duration, factor, fraction, age, score.
    ``same_as`` is the ``start`` of the figure that this one repeats: one of the body for figures of title and body,
    one of the related headlines for those there. ``conflicts_with`` are the starts of figures that give another
    value for the same thing. ``score`` grows with importance. ``in_summary`` says that the summary states the
    quantity, here or at another mention (:func:`desktop_app.corroboration.corroborated`).
    """

    start: int
    end: int
    text: str
    value: float
    high: float | None = None
    bound: Bound = Bound.EXACT
    unit: str | None = None
    noun: str | None = None
    label: str = ""
    context: str = ""
    sentence: Span = field(default=Span(0, 0))
    section: Section = Section.BODY
    kind: str = "count"
    change: Change | None = None
    same_as: int | None = None
    conflicts_with: tuple[int, ...] = ()
    score: float = 0.0
    in_summary: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """A finished summary with what it cost: seconds from the request, tokens read and written.

    ``read_words`` is how many words of the body the summary rests on; ``grounding`` is what the check against the
    article found, ``None`` if none was made. ``about`` is the question or subject it was narrowed to, ``""`` for the
    whole article.
    """

    text: str
    lang: str
    model: str
    engine: str
    seconds: float
    prompt_tokens: int
    tokens: int
    read_words: int
    notices: tuple[Notice, ...] = ()
    outcome: Outcome = Outcome.WRITTEN
    grounding: Grounding | None = None
    style: Style = Style.PARAGRAPH
    about: str = ""


@dataclass(frozen=True, slots=True)
class Digest:
    """An article with its figures (most important first) and its summary, if one was made."""

    article: Article
    figures: tuple[Figure, ...]
    summary: Summary | None = None
