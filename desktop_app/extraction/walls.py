"""Telling an article from what stands in its place: walls, error pages, stubs."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from desktop_app.article import Article, Notice, NoticeCode
from desktop_app.extraction.votes import tokens
from desktop_app.resources import resource

#: Fewer words than this are no article to be summarised.
FEWEST_WORDS = 40
# A wall is short; a text longer than this is read, whatever else is on the page.
_STUB_WORDS = 160
_CONSENT_WORDS = 900
_ERROR_WORDS = 120
# Walls have little text around them; more is not searched.
_LONGEST_SEARCHED = 200_000
_SENTENCE = re.compile(r"[^.!?。！？\n]+[.!?。！？]*")
# A sentence or line longer than this is prose that mentions the matter.
_LONGEST_ERROR_LINE = 90
# Words of scripts without spaces are about this many signs long (han and kana: BCCWJ and CTB averages; Thai: BEST).
_SIGNS_PER_WORD = (
    (re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"), 1.7),
    (re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"), 4.0),
)


@cache
def _wording() -> dict[str, re.Pattern[str]]:
    data = tomllib.loads(resource("extraction", "walls.toml").read_text("utf-8"))
    patterns = {kind: "|".join(f"(?:{words})" for words in next(iter(lists.values()))) for kind, lists in data.items()}
    return {kind: re.compile(pattern, re.I) for kind, pattern in patterns.items()}


def measure_words(text: str) -> int:
    """Number of words; for scripts without spaces estimated from the number of signs."""
    spaced = text
    estimate = 0.0
    for pattern, signs in _SIGNS_PER_WORD:
        estimate += len(pattern.findall(spaced)) / signs
        spaced = pattern.sub(" ", spaced)
    return len(tokens(spaced)) + round(estimate)


def notices(article: Article, page_text: str, page_title: str, free: bool | None) -> tuple[Notice, ...]:
    """What the reader should know about how ``article`` was read.

    ``page_text`` is all text of its page, ``page_title`` the content of its title element, and ``free`` is false if the
    page declares that the text has to be paid for.
    """
    words = measure_words(article.body)
    wall = _wall(article, words, page_text, page_title, free)
    if wall is not None:
        return (Notice(wall),)
    if words == 0:
        return (Notice(NoticeCode.NO_BODY),)
    if words < FEWEST_WORDS:
        return (Notice(NoticeCode.TOO_SHORT, (("words", words),)),)
    return ()


def _wall(article: Article, words: int, page_text: str, page_title: str, free: bool | None) -> NoticeCode | None:
    if words < _ERROR_WORDS and _is_error(article.title or "", page_title, page_text, words):
        return NoticeCode.ERROR_PAGE
    if words < _CONSENT_WORDS and _share("consent", article.body) >= 0.4 and _count("consent", article.body) >= 2:
        return NoticeCode.CONSENT_WALL
    if words >= _STUB_WORDS:
        return None
    # Below here the page shows little of an article; its whole text says why.
    consent, login, paywall = (_count(kind, page_text) for kind in ("consent", "login", "paywall"))
    if free is False and (paywall or words < FEWEST_WORDS or article.body.rstrip().endswith(("...", "…"))):
        return NoticeCode.PAYWALL
    if words < FEWEST_WORDS and consent >= 3 and consent > max(login, paywall):
        return NoticeCode.CONSENT_WALL
    if _share("login", article.body) >= 0.4 or (words < FEWEST_WORDS and login >= 2 and login >= paywall):
        return NoticeCode.LOGIN_WALL
    # An offer is the last thing on a stub; in the middle of a text it is what the text is about.
    end = article.body.rpartition("\n\n")[2]
    if (_count("paywall", article.body) >= 2 and _count("paywall", end)) or (
        paywall >= 2 and (_ends_open(article.body) or words < FEWEST_WORDS)
    ):
        return NoticeCode.PAYWALL
    return None


def _is_error(title: str, page_title: str, page_text: str, words: int) -> bool:
    pattern = _wording()["error"]
    names = [name.strip() for name in (title, *re.split(r"\s[|–—-]\s", page_title)) if name.strip()]
    if any(_fills(pattern, name) for name in names):
        return True
    if words >= FEWEST_WORDS:
        return False
    lines = [line.strip() for line in page_text[:_LONGEST_SEARCHED].split("\n")]
    return any(len(line) <= _LONGEST_ERROR_LINE and _fills(pattern, line) for line in lines)


def _fills(pattern: re.Pattern[str], line: str) -> bool:
    """Whether the wording makes up most of ``line``, and is not just mentioned in it."""
    matched = sum(match.end() - match.start() for match in pattern.finditer(line))
    return matched > 0 and matched >= 0.5 * len(line)


def _count(kind: str, text: str) -> int:
    """How many different phrases of a ``kind`` occur."""
    return len({match.group().lower() for match in _wording()[kind].finditer(text[:_LONGEST_SEARCHED])})


def _share(kind: str, text: str) -> float:
    sentences = [sentence for sentence in _SENTENCE.findall(text[:_LONGEST_SEARCHED]) if sentence.strip()]
    if not sentences:
        return 0.0
    pattern = _wording()[kind]
    total = sum(map(len, sentences))
    return sum(len(sentence) for sentence in sentences if pattern.search(sentence)) / total


def _ends_open(body: str) -> bool:
    """Whether the text breaks off."""
    end = body.rstrip()[-4:]
    return end.endswith(("...", "…", "[…]")) or not re.search(r"[.!?。！？»”\"')\]]\s*$", end)
