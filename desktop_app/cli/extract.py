"""``kratko extract``: the article of each source, without summary or figures."""

from __future__ import annotations

import argparse

from desktop_app.cli.inputs import load_article
from desktop_app.cli.output import error_row, exit_code, plain, print_row, tell, tell_error
from desktop_app.errors import KratkoError
from desktop_app.json_form import article_row
from desktop_app.messages import describe_notice, system_language
from desktop_app.worker.reading import ReadingChild


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``extract`` to ``commands``."""
    parser = commands.add_parser("extract", help="the text of the article alone")
    parser.add_argument("source", nargs="+", metavar="SOURCE", help="a web address, a path, or - for standard input")
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Extract every source; one that fails does not stop the others."""
    done = 0
    with ReadingChild() as child:
        for argument in arguments.source:
            done += _extract(argument, child, as_json=arguments.json)
    return exit_code(done, len(arguments.source) - done)


def _extract(argument: str, child: ReadingChild, *, as_json: bool) -> bool:
    try:
        article = load_article(argument, child).article
    except KratkoError as error:
        tell_error(error, argument)
        if as_json:
            print_row(error_row(argument, error))
        return False
    for notice in article.notices:
        tell(f"kratko: {argument}: {describe_notice(notice, system_language())}")
    if as_json:
        print_row(article_row(article))
    else:
        print(plain("\n\n".join(filter(None, [article.title, article.body]))), end="\n\n")
    return True
