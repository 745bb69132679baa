"""``kratko library``: the kept digests, listed, searched, shown, compared, exported, deleted and cleared."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from desktop_app.cli.compare import add_comparison_options, compare_digests
from desktop_app.cli.digest import head_lines
from desktop_app.cli.export import add_export_options, add_output, can_export, read_input, write
from desktop_app.cli.output import ExitCode, exit_code, plain, print_row, tell, tell_error
from desktop_app.errors import KratkoError
from desktop_app.json_form import digest_to_json, parse_digests
from desktop_app.messages import describe_notice, system_language

if TYPE_CHECKING:
    from desktop_app.library import Entry, Filter, Library

_TITLE = 100


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``library`` to ``commands``."""
    parser = commands.add_parser("library", help="the digests you keep: list, search, show, export, delete")
    actions = parser.add_subparsers(title="actions", metavar="ACTION", dest="action", required=True)

    listing = actions.add_parser("list", help="kept digests, pinned ones first, then the newest")
    _add_filters(listing)
    search = actions.add_parser("search", help="digests with all these words, in any of their forms")
    search.add_argument("query", nargs="+", metavar="WORD", help='words; "in quotes" as they stand; -word without it')
    _add_filters(search)
    show = actions.add_parser("show", help="the whole digest")
    show.add_argument("id", type=int, nargs="+", metavar="ID")
    show.add_argument("--text", action="store_true", help="with the text of the article")
    show.add_argument("--json", action="store_true", help="print one JSON object a line")
    comparison = actions.add_parser("compare", help="figures about the same thing side by side")
    comparison.add_argument("id", type=int, nargs="+", metavar="ID")
    add_comparison_options(comparison)
    export = actions.add_parser("export", help="write digests to a file")
    add_output(export)
    export.add_argument(
        "id", type=int, nargs="*", metavar="ID", help="all that the filters let through if none is named"
    )
    _add_conditions(export)
    add_export_options(export)
    imported = actions.add_parser("import", help="keep the digests of exported JSON files")
    imported.add_argument("input", nargs="+", metavar="IN.json")
    for name, text in (
        ("delete", "delete digests; “restore” brings them back for a week"),
        ("restore", "bring deleted digests back"),
        ("pin", "keep digests at the top of the list"),
        ("unpin", "no longer keep them there"),
    ):
        actions.add_parser(name, help=text).add_argument("id", type=int, nargs="+", metavar="ID")
    for name, text in (("tag", "give a digest tags"), ("untag", "take tags away")):
        tagging = actions.add_parser(name, help=text)
        tagging.add_argument("id", type=int, metavar="ID")
        tagging.add_argument("tags", nargs="+", metavar="TAG")
    clear = actions.add_parser("clear", help="remove everything for good")
    clear.add_argument("--yes", action="store_true", help="without asking")
    parser.set_defaults(run=run)


def _add_filters(parser: argparse.ArgumentParser) -> None:
    _add_conditions(parser)
    parser.add_argument("--limit", type=int, default=50, metavar="N", help="at most so many (50)")
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")


def _add_conditions(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--since", type=date.fromisoformat, metavar="DAY", help="kept on this day (2026-01-31) or later"
    )
    parser.add_argument("--until", type=date.fromisoformat, metavar="DAY", help="kept on this day or before")
    parser.add_argument("--site", metavar="NAME", help="from this site, by its name or host")
    parser.add_argument("--lang", metavar="CODE", help="articles in this language")
    parser.add_argument("--tag", metavar="TAG")
    parser.add_argument("--pinned", action="store_true")


def _filter(arguments: argparse.Namespace) -> Filter:
    from desktop_app.library import Filter

    return Filter(
        since=arguments.since,
        until=arguments.until,
        site=arguments.site,
        lang=arguments.lang,
        tag=arguments.tag,
        pinned=arguments.pinned,
    )


def run(arguments: argparse.Namespace) -> int:
    """Do ``arguments.action``."""
    from desktop_app.library import Library

    with Library.default() as library:
        return _ACTIONS[arguments.action](library, arguments)


def _list(library: Library, arguments: argparse.Namespace) -> int:
    for entry in library.entries(_filter(arguments), limit=max(0, arguments.limit)):
        if arguments.json:
            print_row(_entry_row(entry))
        else:
            _print_entry(entry)
    return ExitCode.OK


def _search(library: Library, arguments: argparse.Namespace) -> int:
    hits = library.search(" ".join(arguments.query), _filter(arguments), limit=max(0, arguments.limit))
    for hit in hits:
        if arguments.json:
            marks = [[mark.start, mark.end] for mark in hit.marks]
            print_row({**_entry_row(hit.entry), "passage": hit.passage, "marks": marks})
        else:
            _print_entry(hit.entry)
            print(plain(f"       {hit.passage}"))
    if not hits:
        tell("kratko library: nothing found")
    return ExitCode.OK


def _print_entry(entry: Entry) -> None:
    pin = "*" if entry.pinned else " "
    facts = [entry.saved_at.astimezone().date().isoformat(), entry.lang, entry.site, *(f"#{tag}" for tag in entry.tags)]
    title = shorten(entry.title or entry.summary or entry.source, _TITLE, placeholder="…")
    print(plain(f"{entry.id:>5}{pin} {title}  ({' · '.join(fact for fact in facts if fact)})"))


def _entry_row(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "source": entry.source,
        "title": entry.title,
        "url": entry.url,
        "site": entry.site,
        "lang": entry.lang,
        "published": entry.published,
        "words": entry.words,
        "figures": entry.figures,
        "summary": entry.summary,
        "saved": entry.saved_at.isoformat(timespec="seconds"),
        "updated": entry.updated_at.isoformat(timespec="seconds"),
        "pinned": entry.pinned,
        "tags": list(entry.tags),
    }


def _show(library: Library, arguments: argparse.Namespace) -> int:
    def show(number: int) -> None:
        digest = library.digest(number)
        if arguments.json:
            print_row({"id": number, **digest_to_json(digest)})
            return
        for line in head_lines(digest.article, digest.figures):
            print(plain(line))
        for stored in library.summaries(number):
            print(plain(f"\n{stored.summary.text}"))
            for notice in stored.summary.notices:
                tell(f"kratko: {describe_notice(notice, system_language())}")
        if arguments.text:
            print(plain(f"\n{digest.article.body}"))
        print()

    return _each(arguments.id, show)


def _compare(library: Library, arguments: argparse.Namespace) -> int:
    return compare_digests([library.digest(number) for number in arguments.id], arguments)


def _export(library: Library, arguments: argparse.Namespace) -> int:
    if not can_export(arguments, arguments.output):
        return ExitCode.USAGE
    numbers = arguments.id or [entry.id for entry in library.entries(_filter(arguments), limit=sys.maxsize)]
    if not numbers:
        tell("kratko library: there is nothing to export")
        return ExitCode.FAILED
    write(arguments, [library.digest(number) for number in numbers])
    return ExitCode.OK


def _import(library: Library, arguments: argparse.Namespace) -> int:
    def keep(name: str) -> None:
        for digest in parse_digests(read_input(name), name):
            library.save(digest)

    return _each(arguments.input, keep)


def _tag(library: Library, arguments: argparse.Namespace) -> int:
    change = library.tag if arguments.action == "tag" else library.untag
    change([arguments.id], arguments.tags)
    return ExitCode.OK


def _clear(library: Library, arguments: argparse.Namespace) -> int:
    if not arguments.yes:
        if not sys.stdin.isatty():
            tell("kratko library clear: say --yes to remove everything for good")
            return ExitCode.USAGE
        tell(f"{library.count()} digests will be removed for good. Type “yes” to go on:")
        if sys.stdin.readline().strip().lower() != "yes":
            return ExitCode.FAILED
    library.clear()
    return ExitCode.OK


def _each(items: list[Any], action: Callable[[Any], None]) -> int:
    """Do ``action`` for every item; one that fails does not stop the others."""
    done = failed = 0
    for item in items:
        try:
            action(item)
            done += 1
        except KratkoError as error:
            failed += 1
            tell_error(error, str(item))
    return exit_code(done, failed)


_ACTIONS: dict[str, Callable[[Library, argparse.Namespace], int]] = {
    "list": _list,
    "search": _search,
    "show": _show,
    "compare": _compare,
    "export": _export,
    "import": _import,
    "delete": lambda library, arguments: _each(arguments.id, lambda number: library.delete([number])),
    "restore": lambda library, arguments: _each(arguments.id, lambda number: library.restore([number])),
    "pin": lambda library, arguments: _each(arguments.id, lambda number: library.pin([number])),
    "unpin": lambda library, arguments: _each(arguments.id, lambda number: library.pin([number], pinned=False)),
    "tag": _tag,
    "untag": _tag,
    "clear": _clear,
}
