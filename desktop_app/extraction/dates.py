"""Dates of publication, as pages and readers write them, to ISO 8601."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time
from functools import cache

# Languages whose month names are known; the names come from CLDR through Babel.
_LANGUAGES = tuple(
    re.findall(
        "[a-z]+", "en ru uk be bg sr de fr es it pt nl pl cs sk sv nb da fi hu ro el tr lt lv et hr sl id vi ca sw zu"
    )
)
_TIME = re.compile(r"(?<![\d.])([01]?\d|2[0-3])[:.h]([0-5]\d)(?::[0-5]\d)?\s*([ap]\.?m\.?)?(?![\d.]|\s*%)", re.I)
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)\d\d)(?!\d)")
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?!\d)")
_KOREAN = re.compile(r"((?:19|20)\d\d)\s*[년.]\s*(\d{1,2})\s*[월.]\s*(\d{1,2})\s*[일.]?")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 120


def parse_date(value: str) -> str | None:
    """ISO 8601 of a machine-made date such as ``2026-01-06T10:37:00+02:00`` or an HTTP date; ``None`` if it is none."""
    text = value.strip()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return find_date(text)
    if not 1900 <= moment.year <= 2200:
        return None
    return text[:10] if len(text) == 10 else moment.isoformat(timespec="seconds")


def find_date(text: str) -> str | None:
    """The first date in a short line as people write it, with its time of day if one stands beside it, in ISO 8601."""
    line = unicodedata.normalize("NFKC", text[:_LONGEST])
    found = _numeric(line) or _named(line)
    if found is None:
        return None
    day, rest = found
    clock = _clock(rest)
    return datetime.combine(day, clock).isoformat(timespec="minutes") if clock else day.isoformat()


def _numeric(line: str) -> tuple[date, str] | None:
    for pattern in (_ISO, _KOREAN):
        if match := pattern.search(line):
            return _dated(match, *map(int, match.groups()), line=line)
    if match := _NUMERIC.search(line):
        first, second, year = map(int, match.groups())
        # Day first, as nearly everywhere; 12/31/2025 can only be read the American way.
        day, month = (second, first) if second > 12 else (first, second)
        return _dated(match, year, month, day, line=line)
    return None


def _dated(match: re.Match[str], year: int, month: int, day: int, *, line: str) -> tuple[date, str] | None:
    try:
        return date(year, month, day), line[: match.start()] + " " + line[match.end() :]
    except ValueError:
        return None


def _named(line: str) -> tuple[date, str] | None:
    """``6 января 2026``, ``January 6, 2026``, ``6. Jan 2026``."""
    months = _months()
    for match in _WORD.finditer(line):
        month = months.get(match.group().lower())
        if month is None:
            continue
        before = re.search(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s*(?:de\s+|of\s+)?$", line[: match.start()], re.I)
        after = re.match(r"\.?,?\s*(?:de\s+|del\s+)?((?:19|20)\d\d)(?!\d)", line[match.end() :])
        if before and after:
            day, year = int(before.group(1)), int(after.group(1))
            start, end = before.start(), match.end() + after.end()
        else:
            both = re.match(r"\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)(?!\d)", line[match.end() :])
            if not both:
                continue
            day, year = int(both.group(1)), int(both.group(2))
            start, end = match.start(), match.end() + both.end()
        try:
            return date(year, month, day), line[:start] + " " + line[end:]
        except ValueError:
            continue
    return None


def _clock(rest: str) -> time | None:
    match = _TIME.search(rest)
    if match is None:
        return None
    hour, minute, half = int(match.group(1)), int(match.group(2)), (match.group(3) or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return time(hour, minute)


@cache
def _months() -> dict[str, int]:
    from babel.dates import get_month_names

    names: dict[str, int] = {}
    for language in _LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, language).items():
                    word = name.lower().rstrip(".")
                    if len(word) >= 3 and _WORD.fullmatch(word):
                        names.setdefault(word, number)
    return names
