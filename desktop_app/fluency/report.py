"""What the review of a summary says. Only the standard library is imported."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.article import Span
from desktop_app.choices import Length, Style


class ProblemKind(StrEnum):
    """What is wrong with the language or the wording of a summary."""

    EMPTY = "empty"
    #: The text is in another language than asked.
    WRONG_LANGUAGE = "wrong_language"
    #: A word holds letters the language does not have.
    FOREIGN_LETTERS = "foreign_letters"
    #: A word mixes scripts: «Пfizer».
    MIXED_SCRIPT = "mixed_script"
    #: A word stands neither in the article nor in the dictionary.
    UNKNOWN_WORD = "unknown_word"
    #: Case, number or gender do not fit: «о новый закон».
    AGREEMENT = "agreement"
    #: Words of the model to its reader: "Here is a summary:".
    PREAMBLE = "preamble"
    #: The text speaks of the article instead of what the article says.
    ABOUT_ARTICLE = "about_article"
    REPETITION = "repetition"
    #: The last sentence breaks off.
    UNFINISHED = "unfinished"
    TOO_LONG = "too_long"
    #: A word or two say nothing.
    TOO_SHORT = "too_short"
    #: A stretch of the article was left in its own language.
    UNTRANSLATED = "untranslated"


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem at ``span`` of the summary's text."""

    kind: ProblemKind
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Limit:
    """The most sentences (points, of a list) and words a summary may have, and its form."""

    sentences: int
    words: int
    style: Style = Style.PARAGRAPH


#: What each length allows where the model's own prompt does not say.
LIMITS = {Length.SHORT: Limit(2, 40), Length.MEDIUM: Limit(5, 110), Length.LONG: Limit(14, 300)}
