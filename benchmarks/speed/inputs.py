"""Texts of four lengths in several languages, made of real articles that never enter the project.

An article of the length wanted is taken as it is; where there is none, articles of the language are joined, and cut at
the end of a sentence. Which ones is decided by a seed.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_app.sentences import sentences

#: Words of each kind.
WORDS = {"short": 150, "news": 450, "long": 3000, "book": 100_000}
#: An article may be so much shorter or longer than wanted.
_NEAR = 0.15


@dataclass(frozen=True)
class Text:
    """``key`` names it: kind, language, number. ``made`` tells of how many articles it was joined, 1 for a real one."""

    key: str
    kind: str
    lang: str
    title: str
    body: str
    made: int

    @property
    def words(self) -> int:
        """Number of words."""
        return len(self.body.split())


def load(paths: list[Path]) -> list[dict[str, Any]]:
    """Articles of JSON lines files: ``lang``, ``title`` and ``text`` or ``body`` of each."""
    rows = []
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                text = (row.get("text") or row.get("body") or "").strip()
                if text and row.get("lang"):
                    rows.append({"lang": row["lang"], "title": row.get("title") or "", "text": text})
    return rows


def choose(rows: list[dict[str, Any]], counts: dict[str, int], langs: list[str], seed: int) -> list[Text]:
    """``counts[kind]`` texts of every kind and language; a real article is taken once."""
    texts = []
    for lang in langs:
        pool = [row for row in rows if row["lang"] == lang]
        if not pool:
            raise SystemExit(f"no article in {lang}")
        random.Random(f"{seed} {lang}").shuffle(pool)
        taken: set[int] = set()
        for kind, count in counts.items():
            for number in range(count):
                rng = random.Random(f"{seed} {lang} {kind} {number}")
                texts.append(_text(f"{kind}/{lang}/{number}", kind, lang, pool, taken, rng))
    return texts


def _text(key: str, kind: str, lang: str, pool: list[dict[str, Any]], taken: set[int], rng: random.Random) -> Text:
    wanted = WORDS[kind]
    for number, row in enumerate(pool):
        if number not in taken and abs(len(row["text"].split()) - wanted) <= _NEAR * wanted:
            taken.add(number)
            return Text(key, kind, lang, row["title"], row["text"], 1)
    parts: list[str] = []
    title, length = "", 0
    while length < wanted:
        for row in rng.sample(pool, len(pool)):
            if length < wanted:
                title = title or row["title"]
                parts.append(row["text"])
                length += len(row["text"].split())
    return Text(key, kind, lang, title, _cut("\n\n".join(parts), lang, wanted), len(parts))


def _cut(text: str, lang: str, words: int) -> str:
    """The beginning of ``text`` up to the end of the sentence that holds its last word wanted."""
    count = 0
    for span in sentences(text, lang):
        count += len(text[span.start : span.end].split())
        if count >= words:
            return text[: span.end]
    return text


def described(texts: list[Text]) -> str:
    """How many texts of which kind, and of how many words."""
    kinds = Counter(text.kind for text in texts)
    parts = []
    for kind, count in kinds.items():
        words = sorted(text.words for text in texts if text.kind == kind)
        joined = sum(text.made > 1 for text in texts if text.kind == kind)
        parts.append(f"{count} {kind} ({words[0]:,}–{words[-1]:,} words{f', {joined} joined' if joined else ''})")
    return ", ".join(parts)
