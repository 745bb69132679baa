"""What two well-known extractors take for the article: readability-lxml and trafilatura.

Both are asked for text only; it is brought back onto our blocks by shared runs of words, so that neither's own idea of
paragraphs matters.
"""

from __future__ import annotations

import copy
import logging
import re
from collections.abc import Iterable

from lxml.html import HtmlElement

from desktop_app.extraction.blocks import segment

_WORD = re.compile(r"\w+")
_RUN = 4


class Vote:
    """The text an extractor chose, ready to be asked about pieces of the page."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines: set[tuple[str, ...]] = set()
        self._runs: set[tuple[str, ...]] = set()
        self.words = 0
        for line in lines:
            words = tokens(line)
            self.words += len(words)
            self._lines.add(tuple(words))
            self._runs.update(runs(words))

    def share(self, words: list[str]) -> float:
        """Share (0…1) of ``words`` that was chosen; a line shorter than a run must be a line of the choice."""
        if not words:
            return 0.0
        if len(words) < _RUN:
            return float(tuple(words) in self._lines)
        own = list(runs(words))
        return sum(run in self._runs for run in own) / len(own)


def tokens(text: str) -> list[str]:
    """The words of ``text``; signs of scripts written without spaces count one by one."""
    return _WORD.findall(_UNSPACED.sub(r" \g<0> ", text))


# Han, kana, Thai, Lao, Khmer and Myanmar are written without spaces between words.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def runs(words: list[str]) -> Iterable[tuple[str, ...]]:
    """All runs of four words."""
    return zip(*(words[start:] for start in range(_RUN)), strict=False)


def readability_lines(root: HtmlElement) -> list[str]:
    """The lines of the article by readability-lxml; empty if it fails. ``root`` is left as it is."""
    from lxml.html import document_fromstring
    from readability import Document

    logging.getLogger("readability").setLevel(logging.CRITICAL)
    try:
        article = document_fromstring(Document(copy.deepcopy(root)).summary())
    except Exception:  # a third-party heuristic on arbitrary input: its failure is a missing vote, not an error
        return []
    return [line for block in segment(article) for line in block.text.split("\n")]


def trafilatura_lines(root: HtmlElement) -> list[str]:
    """The lines of the article by trafilatura; empty if it fails. ``root`` is left as it is."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        text = trafilatura.extract(copy.deepcopy(root), include_comments=False, deduplicate=False)
    except Exception:  # as above
        return []
    return [line.lstrip("- ") for line in (text or "").split("\n") if line.strip()]
