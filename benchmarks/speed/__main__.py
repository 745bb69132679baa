"""Waiting, side by side in one run on one machine: Kratko, raw llama.cpp on the same weights, and others.

usage: python -m benchmarks.speed ARTICLES.jsonl [MORE.jsonl] --out RAW.jsonl
       [--langs ru,uk,en] [--seed 1] [--news 2] [--short 1] [--long 1] [--book 1] [--queue 6]
       [--others textrank,lexrank] [--converted FOLDER] [--stand-in] [--table]

ARTICLES rows: {"lang", "title", "text" or "body"}. Texts of 150, 450, 3,000 and 100,000 words are made of them
(``inputs.py``). Kratko is measured through its real children, from the text to the message that the window shows
(``kratko.py``); every other system has a process of its own (``others.py``), and gets the whole text with the same
prompt and output limit. Systems take turns on each text, what matters most comes first, and every measurement is added
to RAW.jsonl at once: started again, the run goes on where it stopped. ``--table`` only prints what is there.
The goals about the window are measured by ``benchmarks.window``.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.speed import others, stand_in
from benchmarks.speed.goals import Rows, goal_table, goals, language_table, system_table
from benchmarks.speed.inputs import Text, choose, described, load
from benchmarks.speed.kratko import Kratko
from benchmarks.speed.processes import cache_at, machine
from desktop_app import word_tables
from desktop_app.model_store import ModelStore
from desktop_app.options import SummaryOptions
from desktop_app.worker.handlers import make_handler

Row = dict[str, Any]
OPENERS: dict[str, others.Opener] = {
    "raw": others.llama_cpp,
    "transformers": others.transformers,
    "ctranslate2": others.ctranslate2,
    "textrank": others.extractive,
    "lexrank": others.extractive,
}
#: Those that need the weights in another form.
CONVERTED = ("transformers", "ctranslate2")
#: Articles of the queue that Kratko has done before the raw model does the same.
TURN = 10


class Run:
    """The measurements: what is in the file already is not measured again."""

    def __init__(self, asked: argparse.Namespace, weights: Path, texts: list[Text]) -> None:
        self._asked = asked
        self._weights = weights
        self._texts = texts
        self._kratko: Kratko | None = None
        self._others: dict[str, others.Other] = {}
        self.rows: Rows = read_rows(asked.out)

    def kratko(self) -> Kratko:
        """Kratko with its model loaded."""
        if self._kratko is None:
            made_by = stand_in.make_handler if self._asked.stand_in else make_handler
            self._kratko = Kratko(SummaryOptions(insist=True), made_by)
        return self._kratko

    def other(self, name: str) -> others.Other:
        """Another system, its model loaded."""
        if name not in self._others:
            path = {name: name for name in ("textrank", "lexrank")}
            path |= {name: str(self._asked.converted / name) for name in CONVERTED if self._asked.converted}
            opener = stand_in.raw if self._asked.stand_in else OPENERS[name]
            self._others[name] = others.Other(opener, path.get(name, str(self._weights)))
        return self._others[name]

    def close(self, *names: str) -> None:
        """End Kratko's children and other systems, all if none is named."""
        if self._kratko is not None and (not names or "kratko" in names):
            self._kratko.close()
            self._kratko = None
        for name in names or tuple(self._others):
            if name in self._others:
                self._others.pop(name).close()

    def measure(self, name: str, key: str, work: Callable[[], Row]) -> None:
        """Do ``work`` unless it was done, and keep its row."""
        if key in self.rows.get(name, {}):
            return
        begun = time.monotonic()
        row = work()
        self.rows.setdefault(name, {})[key] = row
        with self._asked.out.open("a", encoding="utf-8") as out:
            out.write(json.dumps({"measured": name, "of": key, **row}) + "\n")
        whole = row.get("whole", row.get("missing", ""))
        told = f"{whole:.2f} s" if isinstance(whole, float) else whole
        print(f"{name} {key}: {told} ({time.monotonic() - begun:.0f} s in all)", file=sys.stderr, flush=True)

    def by_other(self, name: str, text: Text) -> None:
        """One text by another system."""

        def work() -> Row:
            system = self.other(name)
            return {"missing": system.missing} if system.missing else system.write(text)

        self.measure(name, text.key, work)

    def by_kratko(self, name: str, text: Text) -> None:
        """One measurement of Kratko, by the name of its method."""
        self.measure(name, text.key, lambda: getattr(self.kratko(), name)(text))

    def of(self, kind: str) -> list[Text]:
        """Texts of a kind, first those numbered 0 in all languages."""
        return sorted((text for text in self._texts if text.kind == kind), key=lambda text: text.key.split("/")[2])

    def all(self) -> None:
        """Everything, what matters most first."""
        news = self.of("news")
        for number, text in enumerate(news):
            if text.key.endswith("/0"):
                self.news(text, raw_first=number % 2 == 0)
        self.queue(news[: self._asked.queue])
        for kind in ("book", "short"):
            for text in self.of(kind):
                self.by_kratko("at_once", text)
        for text in self.of("short"):
            self.by_other("raw", text)
        for text in self.of("long"):
            self.by_kratko("at_once", text)
        for number, text in enumerate(news):
            self.news(text, raw_first=number % 2 == 0)
        self.measure("memory", "kratko", lambda: self.kratko().memory())
        self.measure("memory", "raw", lambda: self.other("raw").memory())
        self.close("kratko")
        self.orientation()
        for text in self.of("long"):
            self.by_other("raw", text)
        self.close()

    def news(self, text: Text, *, raw_first: bool) -> None:
        """One article by the raw model and by Kratko, then Kratko's other ways."""
        turns = [lambda: self.by_other("raw", text), lambda: self.by_kratko("at_once", text)]
        for turn in turns if raw_first else turns[::-1]:
            turn()
        for name in ("again", "ahead", "cold", "coldest"):
            self.by_kratko(name, text)

    def queue(self, texts: list[Text]) -> None:
        """Many articles, by Kratko's two lines and by the raw model one after another, in turns of ten articles."""

        def raw(some: list[Text]) -> Row:
            begun = time.monotonic()
            made = [self.other("raw").write(text) for text in some]
            return {"seconds": time.monotonic() - begun, "cpu": sum(row["cpu"] for row in made), "articles": len(some)}

        for number, begin in enumerate(range(0, len(texts), TURN)):
            some = texts[begin : begin + TURN]
            turns = [("queue", lambda some=some: self.kratko().queue(some)), ("raw queue", lambda some=some: raw(some))]
            for name, turn in turns if number % 2 == 0 else turns[::-1]:
                self.measure(name, str(number), turn)

    def orientation(self) -> None:
        """The other systems: extractive ones on all lengths, slow ones on a few texts."""
        names = [name for name in self._asked.others.split(",") if name]
        names += CONVERTED if self._asked.converted else ()
        for name in names:
            fast = OPENERS[name] is others.extractive
            news = [text for text in self.of("news") if fast or text.key.endswith("/0")]
            for text in [*news, *self.of("short"), *(self.of("long") if fast else [])]:
                self.by_other(name, text)
            self.close(name)


def read_rows(path: Path) -> Rows:
    """What was measured before."""
    rows: Rows = {}
    if path.exists():
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            rows.setdefault(row.pop("measured"), {})[row.pop("of")] = row
    return rows


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--langs", default="ru,uk,en")
    parser.add_argument("--seed", type=int, default=1)
    for kind, count in (("news", 2), ("short", 1), ("long", 1), ("book", 1)):
        parser.add_argument(f"--{kind}", type=int, default=count, help="texts of this length in each language")
    parser.add_argument("--queue", type=int, default=6, help="articles of the queue, taken of the news")
    parser.add_argument("--others", default="textrank,lexrank")
    parser.add_argument("--converted", type=Path, metavar="FOLDER", help="what benchmarks.speed.convert made")
    parser.add_argument("--stand-in", action="store_true", help="a model that only waits, to try the benchmark itself")
    parser.add_argument("--table", action="store_true", help="measure nothing")
    asked = parser.parse_args()
    counts = {kind: getattr(asked, kind) for kind in ("news", "short", "long", "book")}
    texts = choose(load(asked.articles), counts, asked.langs.split(","), asked.seed)
    store = ModelStore.default()
    weights = asked.out if asked.stand_in else store.path(None)
    run = Run(asked, weights, texts)
    if not asked.table:
        with tempfile.TemporaryDirectory(prefix="kratko-speed-") as cache, cache_at(cache):
            for lang in ("en", "uk"):  # as on a computer where Kratko was used before
                word_tables.keep(lang)
            try:
                run.measure("machine", "this", machine)
                run.all()
            finally:
                run.close()
    about = run.rows.get("machine", {}).get("this", {})
    print(f"{about.get('processor')}, {about.get('cores')} cores, {about.get('versions')}; {described(texts)}\n")
    print(goal_table(goals(run.rows, 0.0 if asked.stand_in else weights.stat().st_size / 1e6)), end="\n\n")
    print(system_table(run.rows), end="\n\n")
    print(language_table(run.rows))


if __name__ == "__main__":
    main()
