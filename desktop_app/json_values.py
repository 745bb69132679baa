"""Reading foreign JSON: a value is of the kind that is needed, or ``TypeError`` or ``ValueError`` is raised."""

from __future__ import annotations

import re
from typing import Any

_SURROGATE = re.compile("[\ud800-\udfff]")


def an_object(value: object) -> dict[str, Any]:
    """An object."""
    if not isinstance(value, dict):
        raise TypeError(f"an object is needed, not {type(value).__name__}")
    return value


def a_list(value: object) -> list[Any]:
    """A list; an empty one for null."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise TypeError(f"a list is needed, not {type(value).__name__}")
    return value


def a_text(value: object) -> str:
    """Text; halves of characters become U+FFFD."""
    if not isinstance(value, str):
        raise TypeError(f"text is needed, not {type(value).__name__}")
    # JSON can spell halves of characters (\ud800), which no file can hold.
    return _SURROGATE.sub("\ufffd", value)


def text_or_none(value: object) -> str | None:
    """Text, or nothing."""
    return None if value is None else a_text(value)


def a_number(value: object) -> float:
    """A finite number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"a number is needed, not {type(value).__name__}")
    number = float(value)
    if number != number or number in (float("inf"), float("-inf")):
        raise ValueError("a finite number is needed")
    return number


def a_whole(value: object) -> int:
    """A whole number."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"a whole number is needed, not {type(value).__name__}")
    return value


def a_param(value: object) -> str | int | float:
    """Text or a number."""
    return a_text(value) if isinstance(value, str) else (value if isinstance(value, int) else a_number(value))
