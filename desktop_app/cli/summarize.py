"""``kratko summarize``: summaries for the rows of a JSON-lines file, each written as soon as it is done."""

from __future__ import annotations

import argparse
from typing import Any

from desktop_app.article import Article, Summary
from desktop_app.cli.digest import add_summary_options, summary_options
from desktop_app.cli.inputs import read_jsonl
from desktop_app.cli.output import exit_code, print_row, tell_error
from desktop_app.errors import KratkoError, ModelError
from desktop_app.events import SummaryReady
from desktop_app.json_form import grounding_json
from desktop_app.options import SummaryOptions


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``summarize`` to ``commands``."""
    parser = commands.add_parser("summarize", help="summaries of many texts from a JSON-lines file")
    parser.add_argument(
        "--jsonl",
        metavar="IN",
        required=True,
        help="rows with id, text, and optionally title and lang; - for standard input",
    )
    add_summary_options(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Summarise every row; one that fails gets a row with ``error`` and does not stop the others."""
    from dataclasses import replace

    from desktop_app.model_store import ModelStore
    from desktop_app.summarizer.pool import SummarizerPool

    # The rows are texts by their sender's word: no page to be suspicious of.
    options = replace(summary_options(arguments), insist=True)
    pool = SummarizerPool(ModelStore.default())
    done = failed = 0
    try:
        for row in read_jsonl(arguments.jsonl):
            try:
                summary = _summarize(row, options, pool)
            except ModelError:
                raise  # without the model no row can be done
            except KratkoError as error:
                failed += 1
                tell_error(error, str(row["id"]))
                print_row({"id": row["id"], "summary": "", "error": error.code})
                continue
            done += 1
            print_row(
                {
                    "id": row["id"],
                    "summary": summary.text,
                    "lang": summary.lang,
                    "seconds": round(summary.seconds, 3),
                    "outcome": str(summary.outcome),
                    "grounding": grounding_json(summary.grounding),
                }
            )
    finally:
        pool.close()
    return exit_code(done, failed)


def _summarize(row: dict[str, Any], options: SummaryOptions, pool: Any) -> Summary:
    from desktop_app.digest import summarize
    from desktop_app.language import detect

    lang = row.get("lang") or detect(row["text"])[0]
    article = Article(source=str(row["id"]), body=row["text"], title=row.get("title"), lang=lang)
    for event in summarize(article, options, pool):
        if isinstance(event, SummaryReady):
            return event.summary
    raise AssertionError("a summary ends with SummaryReady")
