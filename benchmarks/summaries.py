"""Summaries of several systems side by side, scored by the shared measures.

usage: python -m benchmarks.summaries DEV.jsonl --tools FOLDER --out FOLDER
       [--systems kratko,raw,lead2,textrank,lexrank] [--sizes ru=15,uk=15,en=15,de=10,*=100]
       [--half develop|held-out|both] [--seed 1] [--longest 20000] [--only FILE] [--most N]
       [--model ID] [--answers FILE]

DEV rows: {"id", "lang", "title", "text", "reference"?}. The folder of the tools holds ``score_summaries.py`` and
``score_words.py``. Each system writes ``SYSTEM.jsonl`` into the results folder, one row an article as soon as it is
done; started again, it goes on where it stopped. Systems:
  kratko    what the app shows, through ``write_summary``
  raw       the same model and prompt, the whole text up to the budget, temperature 0, nothing done to the answer
  lead2     the first two sentences
  textrank, lexrank   two sentences by sumy (Apache-2.0; ``pip install sumy``)
A safetensors model given as ``--model`` runs on transformers, a GGUF on llama.cpp. Systems take turns on each article.
Articles are divided into two halves by a digest of their id; what was tuned was tuned on the first alone.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from desktop_app.article import Article
from desktop_app.choices import Engine, Length
from desktop_app.events import SummaryPiece, SummaryReady
from desktop_app.options import SummaryOptions
from desktop_app.sentences import sentences

Row = dict[str, Any]
#: Text in, row out: {"summary", "seconds", …}.
System = Callable[[Row], Row]

OPTIONS = SummaryOptions(engine=Engine.AUTO)
LIMIT_SENTENCES, LIMIT_WORDS = 2, 40


def article(row: Row) -> Article:
    """The row as the document the app works on."""
    return Article(source=row["id"], body=row["text"], title=row.get("title"), lang=row["lang"])


def develop(row: Row) -> bool:
    """Whether the row belongs to the half that may be tuned on."""
    return int(hashlib.sha1(row["id"].encode()).hexdigest(), 16) % 2 == 0


def sample(rows: list[Row], sizes: dict[str, int], seed: int, half: str, longest: int) -> list[Row]:
    """At most ``sizes[lang]`` rows of a language, ``sizes["*"]`` of any other, in an order fixed by ``seed``."""
    rows = [r for r in rows if len(r["text"].split()) >= 40 and len(r["text"]) <= longest]
    if half != "both":
        rows = [r for r in rows if develop(r) == (half == "develop")]
    random.Random(seed).shuffle(rows)
    taken: Counter[str] = Counter()
    chosen = []
    for row in rows:
        if taken[row["lang"]] < sizes.get(row["lang"], sizes.get("*", 0)):
            taken[row["lang"]] += 1
            chosen.append(row)
    return chosen


class Model:
    """The default model, loaded once for both systems that need it."""

    def __init__(self, answers: Path | None = None, model: str | None = None) -> None:
        from benchmarks.answers import KeptAnswers
        from desktop_app.model_store import ModelStore
        from desktop_app.summarizer import open_summarizer

        opened = open_summarizer(replace(OPTIONS, model=model), ModelStore.default())
        self.bare: Any = opened
        self.summarizer: Any = opened if answers is None else KeptAnswers(opened, answers)

    def forget(self) -> None:
        """Have the model drop the article it holds, so that no system finds it read by another."""
        from desktop_app.summarizer.protocol import SummaryRequest

        ahead = getattr(self.bare, "read_ahead", None)
        if ahead is not None:
            ahead(SummaryRequest(text="1", lang="en", source_lang="en"), lambda: False)

    def kratko(self, row: Row) -> Row:
        """What the reader sees, with what the checks did."""
        from desktop_app.summarizer.writing import write_summary

        begun, saved = time.monotonic(), getattr(self.summarizer, "saved", 0.0)
        first = None
        for event in write_summary(article(row), OPTIONS, self.summarizer):
            if isinstance(event, SummaryPiece) and first is None:
                first = time.monotonic() - begun
            if isinstance(event, SummaryReady):
                summary = event.summary
        flags = getattr(summary.grounding, "flags", ()) if getattr(summary, "grounding", None) else ()
        return {
            "summary": summary.text,
            "seconds": time.monotonic() - begun + getattr(self.summarizer, "saved", 0.0) - saved,
            "first": first,
            "prompt_tokens": summary.prompt_tokens,
            "tokens": summary.tokens,
            "read_words": summary.read_words,
            "outcome": str(getattr(summary, "outcome", "")),
            "flags": [claim.text for claim in flags],
        }

    def raw(self, row: Row) -> Row:
        """The same model and prompt on the whole text, and nothing else."""
        from desktop_app.summarizer.budget import cut_to_budget
        from desktop_app.summarizer.protocol import SummaryRequest, TextPiece, Usage

        begun = time.monotonic()
        model = self.bare
        cut = cut_to_budget(row["text"].strip(), row["lang"], model.budget, model.count_tokens)
        request = SummaryRequest(
            text=cut.text, lang=row["lang"], source_lang=row["lang"], length=Length.SHORT, title=row.get("title")
        )
        first, text, usage = None, "", None
        for item in model.stream(request, lambda: False):
            if isinstance(item, TextPiece):
                first = first or time.monotonic() - begun
                text += item.text
            elif isinstance(item, Usage):
                usage = item
        return {
            "summary": text.strip(),
            "seconds": time.monotonic() - begun,
            "first": first,
            "prompt_tokens": usage.prompt_tokens if usage else None,
            "tokens": usage.tokens if usage else None,
        }


def timed(make: Callable[[Row], str]) -> System:
    """A system out of a function from row to text."""

    def run(row: Row) -> Row:
        begun = time.monotonic()
        text = make(row)
        return {"summary": text, "seconds": time.monotonic() - begun}

    return run


def lead(row: Row) -> str:
    """The first two sentences."""
    spans = sentences(row["text"], row["lang"])[:2]
    return " ".join(" ".join(row["text"][s.start : s.end].split()) for s in spans)


def extractive(name: str) -> System:
    """Two sentences by sumy, on our sentence borders: sumy's own splitter knows fewer languages."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.summarizers.text_rank import TextRankSummarizer

    class Words:
        def to_words(self, text: str) -> tuple[str, ...]:
            import re

            return tuple(re.findall(r"\w+", text))

    summarizer = {"textrank": TextRankSummarizer, "lexrank": LexRankSummarizer}[name](lambda word: word.lower()[:6])

    def make(row: Row) -> str:
        text = row["text"]
        lines = [Sentence(" ".join(text[s.start : s.end].split()), Words()) for s in sentences(text, row["lang"])]
        return " ".join(str(line) for line in summarizer(ObjectDocumentModel([Paragraph(lines)]), 2))

    return timed(make)


def run(systems: dict[str, System], rows: list[Row], folder: Path, between: Callable[[], None]) -> None:
    """Let all ``systems`` summarise the rows they have not done yet, article by article: what else the machine does
    then hits them alike. Which of them begins changes from article to article; ``between`` is done before each.
    """
    done = {name: {row["id"] for row in read(folder / f"{name}.jsonl")} for name in systems}
    for number, row in enumerate(rows):
        names = list(systems)
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            if row["id"] in done[name]:
                continue
            between()
            made = {"id": row["id"], "lang": row["lang"], **systems[name](row)}
            with (folder / f"{name}.jsonl").open("a", encoding="utf-8") as out:
                out.write(json.dumps(made, ensure_ascii=False) + "\n")
            print(f"{number + 1}/{len(rows)} {name} {row['id']} {made['seconds']:.1f} s", file=sys.stderr)


def read(path: Path) -> Iterator[Row]:
    """Rows of a JSON lines file, none if it is not there."""
    if path.exists():
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines)


def load_tool(folder: Path, name: str) -> Any:
    """One of the shared measures as a module."""
    spec = importlib.util.spec_from_file_location(name, folder / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def unknown_rate(tool: Any, rows: list[Row], made: dict[str, Row], lang: str) -> float | None:
    """Unknown words per 100, as ``score_words.py`` counts them."""
    import contextlib
    import io
    import re
    import tempfile

    mine = [row for row in rows if row["lang"] == lang and row["id"] in made]
    if not mine:
        return None
    with tempfile.TemporaryDirectory() as folder:
        gold, pred = Path(folder, "gold.jsonl"), Path(folder, "pred.jsonl")
        gold.write_text("".join(json.dumps(row) + "\n" for row in mine), "utf-8")
        pred.write_text("".join(json.dumps(made[row["id"]]) + "\n" for row in mine), "utf-8")
        out, argv = io.StringIO(), sys.argv
        sys.argv = ["score_words.py", str(gold), str(pred)]
        try:
            with contextlib.redirect_stdout(out):
                tool.main()
        finally:
            sys.argv = argv
    found = re.search(r": ([\d.]+) unknown", out.getvalue())
    return float(found.group(1)) if found else None


def table(names: list[str], rows: list[Row], folder: Path, tools: Path) -> None:
    """One line a system over the rows all of them have done."""
    score, words = load_tool(tools, "score_summaries"), load_tool(tools, "score_words")
    made = {name: {row["id"]: row for row in read(folder / f"{name}.jsonl")} for name in names}
    common = [row for row in rows if all(row["id"] in made[name] for name in names)]
    print(f"{len(common)} articles: {dict(Counter(row['lang'] for row in common).most_common())}")
    print(
        f"{'system':10} numbers names  lang   length unk.ru unk.uk copied  R-1   R-2   R-L   words  s(med) ratio  first"
    )
    for name in names:
        cells = _cells(score, common, made[name], made.get("raw", {}))
        rates = [unknown_rate(words, common, made[name], lang) for lang in ("ru", "uk")]
        print(f"{name:10} " + cells.format(*("   -" if rate is None else f"{rate:.2f}" for rate in rates)))
    for lang in sorted({row["lang"] for row in common}):
        mine = [row for row in common if row["lang"] == lang and row.get("reference")]
        if mine:
            means = (
                statistics.mean(score.rouge(made[name][row["id"]]["summary"], row["reference"])[0] for row in mine)
                for name in names
            )
            scores = "  ".join(f"{name} {100 * mean:.1f}" for name, mean in zip(names, means, strict=True))
            print(f"  {lang:3} {len(mine):3} R-1: {scores}")
    for name in names:
        rows_made = [made[name][row["id"]] for row in common]
        outcomes = Counter(row["outcome"] for row in rows_made if row.get("outcome"))
        if outcomes:
            flags = sum(len(row.get("flags") or ()) for row in rows_made)
            total = sum(outcomes.values())
            shares = ", ".join(f"{outcome} {count / total:.2f}" for outcome, count in outcomes.most_common())
            print(f"{name}: {shares}; flags shown: {flags}")


def _cells(score: Any, rows: list[Row], made: dict[str, Row], raw: dict[str, Row]) -> str:
    numbers, names, languages, within, copied, rouge, ratios, firsts = [], [], [], [], [], [], [], []
    for row in rows:
        mine = made[row["id"]]
        text, source = mine["summary"], f"{row.get('title') or ''}\n{row['text']}"
        numbers.append(score.number_precision(text, source))
        names.append(score.name_precision(text, source, row["lang"]))
        languages.append(score.language_ok(text, row["lang"]))
        within.append(len(text.split()) <= LIMIT_WORDS and len(sentences(text, row["lang"])) <= LIMIT_SENTENCES)
        copied.append(score.copied(text, source))
        if row.get("reference"):
            rouge.append(score.rouge(text, row["reference"]))
        if row["id"] in raw:
            ratios.append(mine["seconds"] / raw[row["id"]]["seconds"])
            if mine.get("first") and raw[row["id"]].get("first"):
                firsts.append(mine["first"] / raw[row["id"]]["first"])

    def share(pairs: list[tuple[int, int]]) -> float:
        return sum(a for a, _ in pairs) / (sum(b for _, b in pairs) or 1)

    known = [flag for flag in languages if flag is not None]
    r1, r2, rl = (100 * statistics.mean(column) for column in zip(*rouge, strict=True))
    return (
        f"{share(numbers):.3f}   {share(names):.3f}  {statistics.mean(known):.3f}  {statistics.mean(within):.3f}  "
        "{}   {}   "
        f"{statistics.mean(copied):.2f}   {r1:5.1f} {r2:5.1f} {rl:5.1f} "
        f"{statistics.median(len(made[r['id']]['summary'].split()) for r in rows):5.0f}  "
        f"{statistics.median(made[r['id']]['seconds'] for r in rows):6.2f}  "
        + (f"{statistics.median(ratios):.2f}" if ratios else "-")
        + (f"  {statistics.median(firsts):.2f}" if firsts else "")
    )


def main() -> None:
    """Run the systems asked for, then print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--tools", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--systems", default="kratko,raw,lead2,textrank,lexrank")
    parser.add_argument("--sizes", default="ru=15,uk=15,en=15,de=10,*=100")
    parser.add_argument("--half", choices=("develop", "held-out", "both"), default="both")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--longest", type=int, default=20_000, help="characters; longer articles are left out")
    parser.add_argument("--only", type=Path, help="a JSONL file: only articles whose id stands in it")
    parser.add_argument("--model", help="catalogue id or path; the default model if not given")
    parser.add_argument("--answers", type=Path, help="keep Kratko's answers of the model here and use them again")
    parser.add_argument("--most", type=int, default=10_000, help="rows in all")
    asked = parser.parse_args()
    sizes = {lang: int(count) for lang, count in (pair.split("=") for pair in asked.sizes.split(","))}
    wanted = {row["id"] for row in read(asked.only)} if asked.only else None
    pool = [row for row in read(asked.gold) if wanted is None or row["id"] in wanted]
    rows = sample(pool, sizes, asked.seed, asked.half, asked.longest)[: asked.most]
    asked.out.mkdir(parents=True, exist_ok=True)
    names = asked.systems.split(",")
    model = Model(asked.answers, asked.model) if {"kratko", "raw"} & set(names) else None
    systems: dict[str, System] = {}
    for name in names:
        if name in ("kratko", "raw"):
            systems[name] = getattr(model, name)
        else:
            systems[name] = timed(lead) if name == "lead2" else extractive(name)
    run(systems, rows, asked.out, model.forget if model is not None else lambda: None)
    table(names, rows, asked.out, asked.tools)


if __name__ == "__main__":
    main()
