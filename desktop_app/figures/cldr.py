"""The generic path: number signs, unit, currency, scale and month names of any language from Unicode CLDR.

Data: https://cldr.unicode.org, read through Babel (BSD), https://babel.pocoo.org.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

#: CLDR unit → the engine's name. Money, dates and times have tables of their own.
_UNITS = {
    "duration-year": "year", "duration-month": "month", "duration-week": "week", "duration-day": "day",
    "duration-hour": "hour", "duration-minute": "minute", "duration-second": "second", "length-kilometer": "km",
    "length-meter": "m", "length-centimeter": "cm", "length-millimeter": "mm", "length-mile": "mile",
    "length-foot": "ft", "length-inch": "inch", "length-yard": "yard", "area-square-meter": "m2",
    "area-square-kilometer": "km2", "area-hectare": "ha", "area-acre": "acre", "area-square-foot": "ft2",
    "area-square-mile": "mile2", "volume-cubic-meter": "m3", "volume-liter": "l", "volume-milliliter": "ml",
    "volume-hectoliter": "hl", "volume-centiliter": "cl", "volume-gallon": "gallon", "volume-barrel": "barrel",
    "mass-ton": "t",
    "mass-tonne": "t", "mass-metric-ton": "t", "mass-kilogram": "kg", "mass-gram": "g", "mass-milligram": "mg",
    "mass-pound": "lb", "mass-ounce": "oz", "speed-kilometer-per-hour": "km/h", "speed-meter-per-second": "m/s",
    "speed-mile-per-hour": "mph", "temperature-celsius": "celsius", "temperature-fahrenheit": "fahrenheit",
    "energy-kilowatt-hour": "kWh", "power-kilowatt": "kW", "power-megawatt": "MW", "power-gigawatt": "GW",
    "concentr-percent": "percent", "concentr-permille": "permille", "digital-gigabyte": "GB",
    "digital-megabyte": "MB", "digital-terabyte": "TB",
}  # fmt: skip
_COMMON = (
    ("%", "percent"), ("‰", "permille"), ("km", "km"), ("m²", "m2"), ("km²", "km2"), ("kg", "kg"), ("ha", "ha"),
    ("km/h", "km/h"), ("°c", "celsius"), ("°f", "fahrenheit"), ("kwh", "kWh"), ("mwh", "MWh"), ("gwh", "GWh"),
    ("mw", "MW"), ("gw", "GW"), ("kw", "kW"), ("m2", "m2"), ("km2", "km2"), ("m3", "m3"), ("m³", "m3"),
    ("٪", "percent"),
    ("％", "percent"), ("℃", "celsius"), ("cm", "cm"), ("mm", "mm"), ("°", "celsius"), ("ml", "ml"),
)  # fmt: skip
#: Invisible marks of direction that CLDR's patterns of right-to-left languages carry and running text does not.
_MARKS = str.maketrans("", "", "\u200e\u200f\u061c")
_SPACES = frozenset(" \u00a0\u202f\u2009")
_PATTERN = re.compile(r"\{0\}")
_SCALE = re.compile(r"(?<![\w])1(?:0*)$|^1(?:0+)$")
#: Words CLDR gives for units that mean something else too often to be trusted alone.
_SKIP = frozenset({"m", "t", "l", "h", "d", "j", "a", "s", "g", "in", "ft", "b", "c", "f", "с", '"', "'", "″", "′"})


@dataclass(frozen=True, slots=True)
class Base:
    """The tables CLDR gives for one language."""

    decimal: str
    groups: frozenset[str]
    space_groups: bool
    units: tuple[tuple[str, str], ...]
    currencies: tuple[tuple[str, str], ...]
    scales: tuple[tuple[str, float], ...]
    months: tuple[str, ...]
    codes: frozenset[str]
    home: tuple[tuple[str, str], ...]


def base(lang: str) -> Base:
    """CLDR's tables for a language code; English signs for a language CLDR does not have."""
    from babel import Locale, UnknownLocaleError
    from babel.numbers import get_group_symbol

    try:
        locale = Locale.parse(lang.replace("-", "_"))
    except (UnknownLocaleError, ValueError, TypeError):
        locale = Locale.parse("en")
    data: Mapping[str, Any] = locale._data
    symbols = data["number_symbols"]
    latin = symbols.get("latn", symbols) if hasattr(symbols, "get") else symbols
    decimal = str(latin.get("decimal", "."))
    group = str(get_group_symbol(locale)) if "group" not in latin else str(latin["group"])
    spaces = bool(set(group) & _SPACES)
    groups = {"'", "’"} | ({group} if not spaces else set())
    groups |= {",", "."} - {decimal}
    return Base(
        decimal=decimal,
        groups=frozenset(groups),
        space_groups=spaces,
        units=tuple(_units(data)) + _COMMON,
        currencies=(
            *_currencies(locale, data),
            ("euro", "EUR"),
            ("euros", "EUR"),
            ("dollars", "USD"),
        ),
        scales=tuple(_scales(data)),
        months=tuple(_months(data)),
        codes=_codes(locale),
        home=tuple(_home_currency(lang, data, locale.currencies)),
    )


def _units(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    patterns = data.get("unit_patterns", {})
    for unit, name in _UNITS.items():
        lengths = patterns.get(unit) or {}
        for length, forms in lengths.items():
            if length not in ("long", "short") or not hasattr(forms, "items"):
                continue
            for pattern in _leaves(forms):
                word = _PATTERN.sub("", str(pattern)).translate(_MARKS).strip()
                if word and word.lower() not in _SKIP and "{" not in word:
                    yield word, name


def _leaves(forms: Any) -> Iterator[str]:
    for key, value in forms.items():
        if key in ("per", "displayName", "display_name"):
            continue
        if hasattr(value, "values"):
            yield from _leaves(value)
        elif value:
            yield str(value)


#: ISO 4217 codes of metals, whose names are ordinary words.
_METALS = frozenset({"XAU", "XAG", "XPT", "XPD"})


def _currencies(locale: Any, data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for code, name in locale.currencies.items():
        if code in _METALS:
            continue  # «four gold medals»
        if len(str(name)) > 2:
            yield str(name).translate(_MARKS), code
    for code, forms in data.get("currency_names_plural", {}).items():
        if code in _METALS:
            continue
        for name in forms.values():
            yield str(name).translate(_MARKS), code


def _home_currency(lang: str, data: Mapping[str, Any], names: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The bare noun of the country's own money and of the US dollar: «korun» for «českých korun», «דולר»."""
    from babel.core import get_global
    from babel.numbers import get_territory_currencies

    plural = data.get("currency_names_plural", {})
    place = _noun_place(names)
    likely = str(get_global("likely_subtags").get(lang, ""))
    territory = likely.rsplit("_", 1)[-1]
    codes = get_territory_currencies(territory) if len(territory) == 2 else []
    for code in (*codes[:1], "USD"):
        for name in list(plural.get(code, {}).values()) or [names.get(code, "")]:
            words = str(name).translate(_MARKS).split()
            if words and len(words[place]) > 2:
                yield words[place], code


def _noun_place(names: Mapping[str, Any]) -> int:
    """Where the noun stands in names of money, first (0) or last (-1): where all dollars have the same word."""
    dollars = [str(names.get(code, "")).translate(_MARKS).split() for code in ("USD", "CAD", "AUD")]
    return 0 if all(len(words) > 1 and words[0] == dollars[0][0] for words in dollars) else -1


def _scales(data: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    formats = data.get("compact_decimal_formats", {})
    for length in ("long", "short"):
        for forms in (formats.get(length) or {}).values():
            for magnitude, pattern in forms.items():
                text = str(getattr(pattern, "pattern", pattern))
                digits = text.count("0")
                word = text.replace("0", "").replace("'", "").replace("\u00a0", " ").translate(_MARKS).strip()
                if digits and word and magnitude.isdigit() and (length == "long" or len(word) > 1):
                    yield word, float(magnitude) / 10 ** (digits - 1)


def _months(data: Mapping[str, Any]) -> Iterator[str]:
    for context in data.get("months", {}).values():
        for width in ("wide", "abbreviated"):
            for name in (context.get(width) or {}).values():
                if len(str(name)) > 2 and not str(name).isdigit():
                    yield str(name)


def _codes(locale: Any) -> frozenset[str]:
    return frozenset(code for code in locale.currencies if len(code) == 3 and code.isascii())


def cldr_unit(name: str) -> str | None:
    """CLDR's name of the engine's unit ``name``, ``None`` if it has none."""
    return next((unit for unit, ours in _UNITS.items() if ours == name and unit != "mass-ton"), None)
