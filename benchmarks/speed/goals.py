"""From rows to the table of goals: medians with the least and the greatest."""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]
#: Rows by what was measured of which text: ``rows["at_once"]["news/ru/0"]``.
Rows = dict[str, dict[str, Row]]


@dataclass(frozen=True)
class Goal:
    """``values`` are in ``unit``; met if their median is at most (with ``at_least``: at least) ``target``."""

    what: str
    target: float
    values: list[float]
    unit: str = ""
    at_least: bool = False

    @property
    def median(self) -> float:
        """The middle one."""
        return statistics.median(self.values)

    @property
    def met(self) -> bool:
        """Whether the median reaches the goal."""
        return self.median >= self.target if self.at_least else self.median <= self.target

    def line(self) -> str:
        """One line of a Markdown table."""
        sign = "≥" if self.at_least else "≤"
        if not self.values:
            return f"| {self.what} | {sign} {self.target:g}{self.unit} | – | not measured | |"
        spread = f"{_short(min(self.values))}–{_short(max(self.values))} ({len(self.values)})"
        verdict = "met" if self.met else "missed"
        return f"| {self.what} | {sign} {self.target:g}{self.unit} | {_short(self.median)} | {spread} | {verdict} |"


def _short(value: float) -> str:
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.2f}"


def _of(rows: Rows, name: str, kind: str) -> dict[str, Row]:
    return {key: row for key, row in rows.get(name, {}).items() if key.startswith(f"{kind}/") and "missing" not in row}


def _ratios(above: dict[str, Row], below: dict[str, Row], clock: str) -> list[float]:
    return [above[key][clock] / below[key][clock] for key in above if key in below and below[key][clock]]


def goals(rows: Rows, weights_mb: float) -> list[Goal]:
    """All goals of this benchmark; those of the window are measured by another."""
    raw, once, ahead = (_of(rows, name, "news") for name in ("raw", "at_once", "ahead"))
    again = _of(rows, "again", "news")
    cold, coldest = _of(rows, "cold", "news"), _of(rows, "coldest", "news")
    found = [
        Goal("first figures, reader up", 150, [1000 * row["figures"] for row in once.values()], " ms"),
        Goal("first figures, reader started cold", 1500, [1000 * row["figures"] for row in cold.values()], " ms"),
        Goal("first figures, first start ever", 1500, [1000 * row["figures"] for row in coldest.values()], " ms"),
        Goal("first words / raw's, from the button, article read ahead", 0.6, _ratios(ahead, raw, "first")),
        Goal("first words / raw's, from the text, nothing read ahead", 0.6, _ratios(once, raw, "first")),
        Goal("whole digest / raw, from the button, article read ahead", 0.7, _ratios(ahead, raw, "whole")),
        Goal("whole digest / raw, from the text, nothing read ahead", 0.7, _ratios(once, raw, "whole")),
    ]
    for form in sorted({form for row in again.values() for form in row}):
        forms = {key: row[form] for key, row in again.items()}
        found.append(Goal(f"again as {form} / first digest", 0.4, _ratios(forms, once, "whole")))
    queue, raw_queue = rows.get("queue", {}), rows.get("raw queue", {})
    done = sum(row["articles"] for key, row in queue.items() if key in raw_queue)
    for clock, told in (("seconds", ""), ("cpu", ", by processor time")):
        rates = _ratios(raw_queue, queue, clock)
        found.append(Goal(f"queue of {done}: articles a minute / raw's{told}", 1.3, rates, at_least=True))
    for name, told in (("whole", "book / news, whole digest"), ("first", "book / news, first words")):
        news: dict[str, list[float]] = {}
        for key, row in once.items():
            news.setdefault(key.split("/")[1], []).append(row[name])
        books = _of(rows, "at_once", "book")
        values = [
            row[name] / statistics.median(news[lang])
            for key, row in books.items()
            if (lang := key.split("/")[1]) in news
        ]
        found.append(Goal(told, 3, values))
    used = rows.get("memory", {}).get("kratko")
    found.append(
        Goal(
            "writer's memory at its peak beyond the weights",
            600,
            [used["writer"]["peak"] - weights_mb] if used else [],
            " MB",
        )
    )
    found.append(Goal("writer's memory after idling", 300, [used["idle"]["now"]] if used else [], " MB"))
    return found


def goal_table(found: Iterable[Goal]) -> str:
    """The goals as Markdown."""
    head = "| what | goal | median | least–greatest (number) | |\n|---|---|---|---|---|\n"
    return head + "\n".join(goal.line() for goal in found)


def system_table(rows: Rows) -> str:
    """Seconds to the first words / to the end, of every system on every kind of text."""
    kinds = ["short", "news", "long", "book"]
    names = {
        "at_once": "Kratko, nothing read ahead",
        "ahead": "Kratko, article read ahead",
        "raw": "raw llama.cpp",
        "transformers": "transformers, bfloat16",
        "ctranslate2": "CTranslate2, int8",
        "textrank": "TextRank",
        "lexrank": "LexRank",
    }
    lines = ["| seconds to the first words / to the end | " + " | ".join(kinds) + " |", "|---" * 5 + "|"]
    for name, told in names.items():
        if name not in rows:
            continue
        cells = []
        for kind in kinds:
            of_kind = list(_of(rows, name, kind).values())
            first, whole = ([row[clock] for row in of_kind] for clock in ("first", "whole"))
            cells.append(f"{_short(statistics.median(first))} / {_short(statistics.median(whole))}" if of_kind else "–")
        lines.append(f"| {told} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def language_table(rows: Rows) -> str:
    """Ratios to the raw model on news, language by language, and tokens read and written."""
    raw, once = _of(rows, "raw", "news"), _of(rows, "at_once", "news")
    lines = [
        "| news | first / raw | whole / raw | processor / raw | read, raw | read | written, raw | written |",
        "|---" * 8 + "|",
    ]
    for lang in dict.fromkeys(key.split("/")[1] for key in once):
        keys = [key for key in once if key in raw and key.split("/")[1] == lang]
        if not keys:
            continue
        ratios = [
            f"{statistics.median(once[key][clock] / (raw[key][clock] or 1) for key in keys):.2f}"
            for clock in ("first", "whole", "cpu")
        ]
        tokens = [
            f"{statistics.median(of[key][name] for key in keys):.0f}"
            for name in ("prompt_tokens", "tokens")
            for of in (raw, once)
        ]
        lines.append(f"| {lang} | " + " | ".join(ratios + tokens) + " |")
    return "\n".join(lines)
