"""From what a model says to the summary that is shown: openings, quotes and loose ends taken off, length kept."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from desktop_app.choices import Style
from desktop_app.fluency import as_list, points
from desktop_app.model_store.catalogue import LengthRule
from desktop_app.resources import resource
from desktop_app.summarizer.budget import split_sentences

#: An announcement is not longer than this; nothing is shown before it is clear that there is none.
_LONGEST_OPENING = 90
_THOUGHTS = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL | re.IGNORECASE)
_MARKUP = re.compile(r"\*\*|^\s*#+\s+|^\s*>\s+", re.MULTILINE)
_QUOTES = {'"': '"', "«": "»", "“": "”", "„": "“", "'": "'", "‘": "’", "「": "」", "`": "`"}
_SENTENCE_END = re.compile(r"[.!?…。！？।؟][\"'”’»)\]」]*$")
_COLON = re.compile(r"[:：]\s*")


@cache
def _opening_words() -> tuple[str, ...]:
    table = tomllib.loads(resource("summarizer", "preambles.toml").read_text(encoding="utf-8"))["words"]
    return tuple(sorted({word for words in table.values() for word in words}))


def strip_opening(text: str) -> str:
    """``text`` without an announcement such as ``Here is a summary of the article:``."""
    text = text.lstrip()
    colon = _COLON.search(text, 0, _LONGEST_OPENING)
    if colon is None:
        return text
    opening = text[: colon.start()].strip(' *_#"«').lower()
    announces = any(re.search(rf"(?<!\w){re.escape(word)}", opening) for word in _opening_words())
    if not announces or _SENTENCE_END.search(opening) or any(char.isdigit() for char in opening):
        return text
    # A quotation ("Статья гласит: «…»") begins inside the sentence; an announcement is all there is before the colon.
    if text[colon.end() : colon.end() + 1] in ("", "«", "“", "„", '"') and "\n" not in colon.group():
        return text
    return text[colon.end() :]


def strip_quotes(text: str) -> str:
    """``text`` without quotation marks around the whole of it."""
    text = text.strip()
    closing = _QUOTES.get(text[:1])
    if closing and len(text) > 1 and text.endswith(closing) and closing not in text[1:-1]:
        return text[1:-1].strip()
    return text


def clean(raw: str) -> str:
    """What of ``raw`` is summary: without thoughts, markup and announcements."""
    return strip_opening(_MARKUP.sub("", _THOUGHTS.sub("", raw)))


class SummaryShaper:
    """Takes a summary piece by piece, says what to show of it, and shapes the whole at the end."""

    def __init__(self, rule: LengthRule, lang: str, style: Style = Style.PARAGRAPH) -> None:
        self._rule = rule
        self._lang = lang
        self._style = style
        self._raw = ""
        self._shown = ""

    def feed(self, piece: str) -> str:
        """Take the next piece; returns what is new to show, possibly nothing yet."""
        self._raw += piece
        text = clean(self._raw)
        undecided = len(text) < _LONGEST_OPENING and "\n" not in text and not _SENTENCE_END.search(text.rstrip())
        if not self._shown and undecided and self._may_announce(text):
            return ""
        text = text.rstrip().lstrip("".join(_QUOTES)) if not self._shown else text.rstrip()
        text = self._in_style(text)
        if not text.startswith(self._shown):
            position = text.find(self._shown)
            if position < 0:
                return ""  # the finished text will replace what is shown
            text = text[position:]
        new = text[len(self._shown) :]
        self._shown += new
        return new

    def _in_style(self, text: str) -> str:
        """What may be shown of the unfinished ``text``."""
        if self._style is Style.HEADLINE:
            return next((line for line in text.splitlines() if line.strip()), "").rstrip(".")
        if self._style is not Style.BULLETS:
            return text
        head, feed, last = text.rpartition("\n")
        # The sign of a list at the head of a line is not told from a word until more of the line is there.
        return as_list(points(text if not feed or len(last.split()) > 1 else head)) if len(text.split()) > 1 else ""

    def _may_announce(self, text: str) -> bool:
        lowered = text.lower()
        return len(text) < 12 or any(word.strip() in lowered for word in _opening_words())

    @property
    def enough(self) -> bool:
        """Whether more was written than will be kept, so that the model may stop."""
        text = clean(self._raw)
        if len(text.split()) > 3 * self._rule.words:
            return True
        if self._style is Style.HEADLINE:
            return "\n" in text.lstrip()
        if self._style is Style.BULLETS and "\n" in text:
            return len(points(text)) > self._rule.sentences
        return len(split_sentences(text, self._lang)) > self._rule.sentences

    def finish(self, ended: bool) -> str:
        """The summary: whole sentences, none twice, within the rule; ``ended`` tells that the model came to an end."""
        text = strip_quotes(clean(self._raw).strip())
        if self._style is Style.HEADLINE:
            return next((line.strip() for line in text.splitlines() if line.strip()), "")
        if self._style is Style.BULLETS and len(points(text)) > 1:
            return as_list(points(text)[: self._rule.sentences])
        spans = list(split_sentences(text, self._lang))
        if not spans:
            return text
        if not ended and len(spans) > 1 and not _SENTENCE_END.search(text):
            spans.pop()
        seen: set[str] = set()
        kept: list[tuple[int, int]] = []
        words = 0
        for span in spans:
            sentence = text[span.start : span.end]
            key = re.sub(r"\W+", " ", sentence).casefold().strip()
            words += len(sentence.split())
            if key in seen:
                words -= len(sentence.split())
                continue
            if kept and (len(kept) == self._rule.sentences or words > self._rule.words):
                break
            seen.add(key)
            kept.append((span.start, span.end))
        if self._style is Style.BULLETS:
            # A model that knows no lists wrote sentences.
            return as_list(text[start:end].strip() for start, end in kept)
        return _join(text, kept)


def _join(text: str, kept: list[tuple[int, int]]) -> str:
    """The kept sentences, with the paragraphs of ``text``."""
    joined = ""
    last = 0
    for start, end in kept:
        if joined:
            joined += "\n\n" if "\n" in text[last:start] else " "
        joined += re.sub(r"\s+", " ", text[start:end])
        last = end
    return joined
