"""A summary that may be shown, with what the checks of wording and of grounding say about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop_app.article import Article, Span
from desktop_app.choices import Style
from desktop_app.fluency import Limit, Problem, ProblemKind, new_to, own_words, plain_points, review, tidy
from desktop_app.grounding import Grounding, check, verb_spans

#: What is known of words outside these languages comes from tables with gaps: worth another try, not worth a loss.
_SURE_WORDS = frozenset({"ru", "uk"})
#: Support below which sentences of the default model were mostly wrong or vague; six in a hundred are.
_WEAK = 0.72
_SAMPLE = 300
#: Nouns and adjectives of its own that the default model gets right in English.
_HARMLESS = 2
#: A summary with a smaller share of words that the headline above it does not have tells the reader nothing.
_NEWS = 0.4


@dataclass(frozen=True, slots=True)
class Candidate:
    """One summary; ``quoted`` when it is made of the article's own sentences."""

    text: str
    problems: tuple[Problem, ...]
    grounding: Grounding
    quoted: bool = False
    #: Content words that the article does not have.
    own: tuple[Span, ...] = ()
    #: Whether words of the model's own were set back to the article's.
    restored: bool = False
    #: Whether it says hardly more than the headline; looked at in drafts only.
    echo: bool = False

    @property
    def clean(self) -> bool:
        """Whether neither check found anything."""
        return not self.problems and not self.grounding.flags

    @property
    def weak(self) -> bool:
        """Whether a sentence shares so little with the article that another try is worth its time."""
        return any(s.support is not None and s.support < _WEAK for s in self.grounding.sentences)

    @property
    def words(self) -> int:
        """White-space separated words."""
        return len(self.text.split())


class Judge:
    """Checks the summaries of one article in one language within one limit."""

    def __init__(self, article: Article, lang: str, limit: Limit, *, keep_lines: bool = False) -> None:
        self.article = article
        self.lang = lang
        self.limit = limit
        self._keep_lines = keep_lines
        self._source = f"{article.title or ''}\n{article.body}"

    @property
    def crossed(self) -> bool:
        """Whether the summary is in another language than the article."""
        return self.article.lang not in (self.lang, "und")

    def prepare(self) -> None:
        """Load what the checks need for this article and language, so that they take no time later."""
        self.judge(self.article.body[:_SAMPLE])

    def tidied(self, raw: str, *, complete: bool = True) -> Candidate:
        """Mend what can be mended safely in ``raw``, then judge it."""
        text = tidy(
            raw, lang=self.lang, source=self._source, limit=self.limit, complete=complete, keep_lines=self._keep_lines
        )
        return replace(self.judge(text, complete=complete), echo=self.echoes_title(text))

    def judge(self, text: str, *, complete: bool = True) -> Candidate:
        """``text`` as it is, with what the checks say."""
        problems = review(text, self.article, self.lang, limit=self.limit, complete=complete)
        return Candidate(text, problems, self.ground(text, self.lang), own=self._own(text))

    def echoes_title(self, text: str) -> bool:
        """Whether ``text`` says hardly more than the article's title above it."""
        if not self.article.title or self.crossed or self.limit.style is Style.HEADLINE:
            return False
        share = new_to(self.article.title, text, self.lang)
        return share is not None and share < _NEWS

    def _own(self, text: str) -> tuple[Span, ...]:
        """Words of the model's own that tell against ``text``: in English not one or two that are no verbs."""
        own = own_words(text, self.article, self.lang)
        if self.lang != "en" or not 0 < len(own) <= _HARMLESS:
            return own
        verbs = verb_spans(text, self.lang) or ()
        return own if any(span in verbs for span in own) else ()

    def ground(self, text: str, lang: str) -> Grounding:
        """What of ``text``, in ``lang``, the article carries."""
        shown = plain_points(text) if self.limit.style is Style.BULLETS else text
        return check(shown, self.article, summary_lang=lang)

    def passable(self, candidate: Candidate) -> bool:
        """Whether nothing found in ``candidate`` is worse than what would be shown instead of it."""
        if not candidate.text or candidate.grounding.flags:
            return False
        mild = {ProblemKind.TOO_LONG} if candidate.words <= 1.25 * self.limit.words else set()
        if self.lang not in _SURE_WORDS:
            mild.add(ProblemKind.UNKNOWN_WORD)
        return all(problem.kind in mild for problem in candidate.problems)


def prepare_checks(article: Article) -> None:
    """Load what the checks of a summary in the article's own language need, before there is a summary."""
    Judge(article, article.lang, Limit(2, 40, Style.PARAGRAPH)).prepare()


def best(candidates: Iterable[Candidate]) -> Candidate:
    """The candidate with the fewest faults, then one that says more than the headline, the one with the fewest words of
    its own, the best support, the most words."""

    def faults(c: Candidate) -> tuple[float, ...]:
        return len(c.problems) + len(c.grounding.flags), c.echo, len(c.own), -round(c.grounding.support, 2), -c.words

    return min(candidates, key=faults)
