"""``kratko figures``: the key figures of sources, or of the rows of a JSON-lines file."""

from __future__ import annotations

import argparse

from desktop_app.article import Figure
from desktop_app.cli.inputs import load_article, read_jsonl
from desktop_app.cli.output import ExitCode, error_row, exit_code, plain, print_row, tell, tell_error
from desktop_app.errors import KratkoError
from desktop_app.messages import system_language
from desktop_app.worker.reading import ReadingChild


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
    done = 0
    with ReadingChild() as child:
        for argument in arguments:
            done += _find(argument, child, as_json=as_json)
    return exit_code(done, len(arguments) - done)


def _find(argument: str, child: ReadingChild, *, as_json: bool) -> bool:
    from desktop_app.json_form import figure_row

    try:
        digest = load_article(argument, child, with_figures=True)
    except KratkoError as error:
        tell_error(error, argument)
        if as_json:
            print_row(error_row(argument, error))
        return False
    article = digest.article
    if as_json:
        figures = [figure_row(figure, article) for figure in digest.figures]
        print_row({"source": article.source, "title": article.title, "lang": article.lang, "figures": figures})
    else:
        _print_figures(digest.figures)
    return True


def value_words(figure: Figure, lang: str) -> str:
    """The value with its movement and its bound in words of ``lang``, such as *at most $25 million*."""
    from desktop_app.export.sheet import line_of

    line = line_of(figure, lang)
    return " ".join(filter(None, (line.lead, line.value)))


def _print_figures(found: tuple[Figure, ...]) -> None:
    lang = system_language()
    for figure in found:
        if figure.same_as is None:
            print(plain(f"{value_words(figure, lang)}\t{figure.label}\t{figure.section}"))
