"""Differences of figures in the words of a language, with Unicode CLDR (https://cldr.unicode.org) by way of Babel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.article import Bound, Figure
from desktop_app.export.sheet import words

if TYPE_CHECKING:
    from desktop_app.library import Difference

_POINTS = frozenset({"percent", "pp"})
#: Units that are words of ours, not signs people read.
_BARE = frozenset({"times", "fraction"})
#: From here on, numbers are told in thousands, millions and so on.
_COMPACT = 10_000


def difference_text(difference: Difference, first: Figure, other: Figure, lang: str) -> str:
    """By how much ``other`` differs from ``first``: sign and word tell the way, a share where one means something.

    Of figures that are bounds or about, the difference is about as well.
    """
    table = words(lang)["comparison"]
    if difference.amount == 0:
        return table["same"]
    more = difference.amount > 0
    amount = f"{'+' if more else '−'}{_amount(abs(difference.amount), first.unit, lang)}"
    if not first.bound == other.bound == Bound.EXACT:
        amount = f"≈ {amount}"
    if difference.share is None:
        side = table["more" if more else "less"]
    else:
        side = table["more_by" if more else "less_by"].format(share=_share(abs(difference.share), lang))
    return f"{amount} ({side})"


def _amount(amount: float, unit: str | None, lang: str) -> str:
    from babel.numbers import format_currency, is_currency

    number = _number(amount, lang)
    if unit is None:
        return number
    if unit in _POINTS:
        return words(lang)["comparison"]["points"].format(amount=number)
    if is_currency(unit):
        if amount < _COMPACT:
            return str(format_currency(amount, unit, locale=lang))
        from babel.numbers import format_compact_currency

        return str(format_compact_currency(amount, unit, locale=lang, fraction_digits=2))
    from desktop_app.figures.cldr import cldr_unit

    if (known := cldr_unit(unit)) is not None:
        from babel.units import format_unit

        return str(format_unit(round(amount, 2 if amount < _COMPACT else None), known, "short", locale=lang))
    return number if unit in _BARE else f"{number} {unit}"


def _number(amount: float, lang: str) -> str:
    from babel.numbers import format_compact_decimal, format_decimal

    if amount < _COMPACT:
        return str(format_decimal(amount, "#,##0.##" if amount >= 1 else "0.####", locale=lang))
    return str(format_compact_decimal(amount, locale=lang, fraction_digits=2, format_type="long"))


def _share(share: float, lang: str) -> str:
    from babel.numbers import format_percent

    return str(format_percent(share, "#,##0.#%" if share < 1 else "#,##0%", locale=lang))
