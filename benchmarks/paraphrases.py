"""How the grounding checker judges the hand-written summaries of ``tests/golden/grounding_*.toml``.

usage: python -m benchmarks.paraphrases [--half develop|held-out|both] [--show]

Prints, by file and half, the share of wrong summaries that are flagged and of faithful ones that are flagged wrongly.
``--show`` prints the develop half's mistakes; those of the held-out half are only counted.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from desktop_app.article import Article
from desktop_app.grounding import Source, check

GOLDEN = Path(__file__).resolve().parent.parent / "tests" / "golden"


@dataclass
class Count:
    """Mistakes and totals of one half of a file."""

    faithful: int = 0
    alarms: list[str] = field(default_factory=list)
    made: Counter[str] = field(default_factory=Counter)
    missed: list[tuple[str, str]] = field(default_factory=list)

    @property
    def caught(self) -> int:
        """How many wrong summaries were flagged."""
        return sum(self.made.values()) - len(self.missed)

    def by_kind(self) -> str:
        """``roles 3/4, …`` in the order of the kinds' names."""
        missed = Counter(kind for kind, _ in self.missed)
        return ", ".join(f"{kind} {self.made[kind] - missed[kind]}/{self.made[kind]}" for kind in sorted(self.made))


def files() -> list[Path]:
    """The golden files, in order of name."""
    return sorted(GOLDEN.glob("grounding_*.toml"))


def count(path: Path, half: str) -> Count:
    """Check all summaries of one half of a file; its language is the last part of its name."""
    result = Count()
    lang = path.stem.rpartition("_")[2]
    data: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    for item in data["article"]:
        if half not in ("both", item["half"]):
            continue
        article = Article(
            source="-", body=item["text"].strip(), title=item["title"], lang=lang, published=item.get("published")
        )
        source = Source(article)
        for text in item["faithful"]:
            result.faithful += 1
            flags = check(text, source, summary_lang=lang).flags
            if flags:
                reasons = "; ".join(f"{flag.kind}/{flag.problem} {flag.text!r}" for flag in flags)
                result.alarms.append(f"{text}  <- {reasons}")
        for row in item["unfaithful"]:
            result.made[row["kind"]] += 1
            if not check(row["text"], source, summary_lang=lang).flags:
                result.missed.append((row["kind"], row["text"]))
    return result


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", default="both", choices=("develop", "held-out", "both"))
    parser.add_argument("--show", action="store_true", help="print the mistakes of the develop half")
    parser.add_argument("--only", default="", help="files whose names contain this")
    arguments = parser.parse_args()
    print("| file | half | caught | false alarms | caught by kind |\n|---|---|---|---|---|")
    shown = []
    for path in files():
        if arguments.only not in path.stem:
            continue
        for half in ("develop", "held-out") if arguments.half == "both" else (arguments.half,):
            found = count(path, half)
            made = sum(found.made.values())
            print(
                f"| {path.stem} | {half} | {found.caught}/{made} | {len(found.alarms)}/{found.faithful} "
                f"| {found.by_kind()} |"
            )
            if half == "develop":
                shown += [f"[{path.stem}] ALARM {text}" for text in found.alarms]
                shown += [f"[{path.stem}] MISSED {kind}: {text}" for kind, text in found.missed]
    if arguments.show:
        print("\n".join(shown))


if __name__ == "__main__":
    main()
