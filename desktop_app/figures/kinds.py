"""The kind of a figure, for icons and ranking."""

from __future__ import annotations

DURATIONS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})
_KINDS = {"percent": "percent", "pp": "percent", "permille": "percent", "times": "factor", "fraction": "fraction"}


def kind_of(unit: str | None) -> str:
    """money, percent, factor, fraction, duration, measure or count."""
    if unit is None:
        return "count"
    if unit in _KINDS:
        return _KINDS[unit]
    if unit in DURATIONS:
        return "duration"
    if len(unit) == 3 and unit.isupper() and unit.isalpha() and unit not in ("MWh", "kWh"):
        return "money"
    return "measure"
