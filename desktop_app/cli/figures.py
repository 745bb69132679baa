"""``kratko figures``: the key figures of sources, or of the rows of a JSON-lines file."""

from __future__ import annotations

import argparse

from desktop_app.article import Figure
from desktop_app.cli.inputs import load_article, read_jsonl
from desktop_app.cli.output import ExitCode, error_row, exit_code, plain, print_row, tell, tell_error
from desktop_app.errors import KratkoError


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``figures`` to ``commands``."""
    parser = commands.add_parser("figures", help="the key figures alone; needs no model")
    parser.add_argument("source", nargs="*", metavar="SOURCE", help="a web address, a path, or - for standard input")
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")
    parser.add_argument(
        "--jsonl", metavar="IN", help="read rows with id, text and lang (optional), write rows with id and figures"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Find the figures of every source or row."""
    if arguments.jsonl:
        return _run_rows(arguments.jsonl)
    if not arguments.source:
        tell("kratko figures: name a SOURCE or give --jsonl")
        return ExitCode.USAGE
    return _run_sources(arguments.source, as_json=arguments.json)


def _run_rows(path: str) -> int:
    from desktop_app.figures import find_in_text, to_json

    for row in read_jsonl(path):
        found = find_in_text(row["text"], row.get("lang"))
        print_row({"id": row["id"], "figures": [to_json(figure) for figure in found]})
    return ExitCode.OK


def _run_sources(arguments: list[str], *, as_json: bool) -> int:
    from desktop_app.figures import find_in_article
    from desktop_app.json_form import figure_row

    done = failed = 0
    for argument in arguments:
        try:
            article = load_article(argument)
        except KratkoError as error:
            failed += 1
            tell_error(error, argument)
            if as_json:
                print_row(error_row(argument, error))
            continue
        done += 1
        found = find_in_article(article)
        if as_json:
            print_row(
                {
                    "source": article.source,
                    "title": article.title,
                    "lang": article.lang,
                    "figures": [figure_row(figure, article) for figure in found],
                }
            )
        else:
            _print_figures(found)
    return exit_code(done, failed)


def _print_figures(found: tuple[Figure, ...]) -> None:
    for figure in found:
        if figure.same_as is None:
            print(plain(f"{figure.text}\t{figure.label}\t{figure.section}"))
