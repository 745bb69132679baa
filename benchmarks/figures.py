"""Measure the key-figures engine.

usage:
  python benchmarks/figures.py predict IN.jsonl OUT.jsonl   rows {"id", "text", "lang"?} → rows {"id", "figures"}
  python benchmarks/figures.py quantities DUCKLING.jsonl    share of right values by language and kind
  python benchmarks/figures.py speed [WORDS]                milliseconds for an article of so many words, warm
  python benchmarks/figures.py reasons FILE LANG            why each figure of a text stands where it stands
  python benchmarks/figures.py tables                       write resources/figures/spelled.json from unicode-rbnf
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from desktop_app.article import Figure
from desktop_app.figures import find_in_text, to_json, warm

RESOURCES = Path(__file__).resolve().parent.parent / "resources" / "figures"

#: Duckling's unit names → factor and unit of the engine.
_UNITS = {
    "Kilometre": (1, "km"), "Metre": (1, "m"), "Centimetre": (1, "cm"), "Millimetre": (1, "mm"), "Mile": (1, "mile"),
    "Foot": (1, "ft"), "Inch": (1, "inch"), "Yard": (1, "yard"), "Litre": (1, "l"), "Millilitre": (1, "ml"),
    "Hectolitre": (1, "hl"), "Gallon": (1, "gallon"), "Gram": (1, "g"), "Kilogram": (1, "kg"), "Pound": (1, "lb"),
    "Ounce": (1, "oz"), "Celsius": (1, "celsius"), "Fahrenheit": (1, "fahrenheit"), "Degree": (1, "celsius"),
}  # fmt: skip
#: Units of one kind that Duckling converts and the engine leaves as written.
_FACTORS = {
    "mg": 0.001, "kg": 1000.0, "t": 1e6, "g": 1.0, "km": 1000.0, "m": 1.0, "cm": 0.01, "mm": 0.001,
}  # fmt: skip
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")


def predict(source: Path, target: Path) -> None:
    """Write predictions in the shape of ``kratko figures --jsonl``."""
    rows = [json.loads(line) for line in source.read_text("utf-8").splitlines()]
    began = time.perf_counter()
    with target.open("w", encoding="utf-8") as out:
        for row in rows:
            figures = [to_json(figure) for figure in find_in_text(row["text"], row.get("lang"))]
            out.write(json.dumps({"id": row["id"], "figures": figures}, ensure_ascii=False) + "\n")
    words = sum(len(row["text"].split()) for row in rows)
    print(f"{words} words in {time.perf_counter() - began:.2f} s", file=sys.stderr)


def expected_values(expected: str) -> tuple[list[float], str | None]:
    """The numbers of Duckling's notation, ``simple Dollar 10`` or ``between Kilometre (3, 5``, and the unit name."""
    words = expected.split()
    unit = words[1] if len(words) > 1 and words[1][:1].isalpha() else None
    plain = re.sub(r"(?<=\d)_(?=\d)", "", re.sub(r"\(Just.*", "", expected))
    numbers = [float(n) for n in _NUMBER.findall(plain)]
    return numbers, unit


def right(row: dict[str, Any], figures: tuple[Figure, ...]) -> bool:
    """Whether some figure has the expected value (ordinals: whether there is none)."""
    if row["dim"] == "Ordinal":
        return not figures
    numbers, unit = expected_values(row["expected"])
    cents = unit == "Cent"
    for figure in figures:
        found = [figure.value] if figure.high is None else [figure.value, figure.high]
        for scale in {1.0, 100.0 if cents else 1.0, *_conversions(unit, figure.unit)}:
            if len(found) == len(numbers) and all(
                abs(a * scale - b) <= 1e-6 * max(1.0, abs(b)) for a, b in zip(found, numbers, strict=True)
            ):
                return True
    return False


def _conversions(expected: str | None, unit: str | None) -> set[float]:
    base = _UNITS.get(expected or "", (1, ""))[1]
    if base in _FACTORS and unit in _FACTORS:
        return {_FACTORS[unit] / _FACTORS[base]}
    return set()


def quantities(source: Path, languages: frozenset[str] | None = None) -> dict[tuple[str, str], tuple[int, int]]:
    """``(language, kind) → (right, all)``, each example as a text of its own; all languages unless some are named."""
    seen: Counter[tuple[str, str]] = Counter()
    good: Counter[tuple[str, str]] = Counter()
    for line in source.read_text("utf-8").splitlines():
        row = json.loads(line)
        if languages is not None and row["lang"] not in languages:
            continue
        key = (row["lang"], row["dim"])
        seen[key] += 1
        good[key] += right(row, find_in_text(row["input"], row["lang"]))
    return {key: (good[key], seen[key]) for key in sorted(seen)}


def report_quantities(source: Path) -> None:
    """Print the shares by language and kind."""
    table = quantities(source)
    for lang in sorted({lang for lang, _ in table}):
        rows = {kind: counts for (code, kind), counts in table.items() if code == lang}
        values = [counts for kind, counts in rows.items() if kind != "Ordinal"]
        hit, total = sum(a for a, _ in values), sum(b for _, b in values)
        kinds = ", ".join(f"{kind} {a}/{b}" for kind, (a, b) in rows.items())
        print(f"{lang}: {hit / max(1, total):.3f} of {total} values | {kinds}")


def speed(words: int) -> None:
    """Print the median of five runs over a text grown from the engine's own test sentences."""
    samples = {
        "ru": "В области за год построили 12,4 тыс. квартир на 3,5 млрд рублей, цены выросли на 7 %. "
        "Губернатор рассказал журналистам о планах правительства региона и о дорогах. ",
        "uk": "За рік громада отримала 12,4 млн грн субвенції, тарифи зросли на 7 %. "
        "Міський голова розповів журналістам про плани виконкому та ремонт доріг. ",
        "en": "The county spent $12.4 million on 350 new homes while rents rose 7 percent. "
        "Officials told reporters about the plans of the council and its roads. ",
    }
    for lang, sample in samples.items():
        began = time.perf_counter()
        warm(lang)
        loading = time.perf_counter() - began
        text = (sample * (words // len(sample.split()) + 1))[: words * 12]
        times = []
        for _ in range(5):
            began = time.perf_counter()
            find_in_text(text, lang)
            times.append(time.perf_counter() - began)
        print(f"{lang}: loading {loading:.2f} s, {len(text.split())} words {sorted(times)[2] * 1000:.0f} ms")


def reasons(source: Path, lang: str) -> None:
    """Print each figure with its score."""
    for figure in find_in_text(source.read_text("utf-8"), lang):
        print(f"{figure.score:6.2f}  {figure.text}  {figure.label}")


def tables() -> None:
    """Tabulate number words of every language unicode-rbnf knows and the lexicons do not spell out."""
    from unicode_rbnf import FormatPurpose, RbnfEngine

    result: dict[str, dict[str, Any]] = {}
    numbers = [*range(101), *range(200, 1000, 100), 1000]
    for lang in RbnfEngine.get_supported_languages():
        if "_" in lang or "-" in lang:
            continue
        engine = RbnfEngine.for_language(lang)
        words: dict[str, int] = {}
        glued = False
        for number in numbers:
            try:
                spelled = engine.format_number(number, FormatPurpose.CARDINAL).text_by_ruleset
            except (ValueError, KeyError):
                continue
            for text in spelled.values():
                clean = text.replace("\u00ad", "").strip()
                if re.fullmatch(r"[^\W\d_]+", clean):
                    words.setdefault(clean, number)
                    glued |= 20 < number < 100 and number % 10 != 0
        result[lang] = {"words": words, "glued": glued}
    (RESOURCES / "spelled.json").write_text(json.dumps(result, ensure_ascii=False, indent=0, sort_keys=True), "utf-8")


def main() -> None:
    """Run the command named on the command line."""
    command, *rest = sys.argv[1:] or ["help"]
    if command == "predict":
        predict(Path(rest[0]), Path(rest[1]))
    elif command == "quantities":
        report_quantities(Path(rest[0]))
    elif command == "speed":
        speed(int(rest[0]) if rest else 1000)
    elif command == "reasons":
        reasons(Path(rest[0]), rest[1])
    elif command == "tables":
        tables()
    else:
        print(__doc__)


if __name__ == "__main__":
    main()
