"""The manual page, written from the parser of the command line in the man(7) macros.

See groff_man(7) and man-pages(7) for the order of the sections.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator

_FILES = (
    ("~/.local/share/kratko", "Models and the library of kept digests. KRATKO_DATA moves it."),
    ("~/.config/Kratko", "What the window remembers."),
    ("~/.cache/kratko", "Tables of words and the like, made again where they are missing."),
)
_ENVIRONMENT = (
    ("KRATKO_DATA", "Folder of models and library, instead of the system’s own place for data."),
    (
        "KRATKO_IDLE_MINUTES",
        "Minutes without work after which a model’s memory is given back; 0 is never.",
    ),
    ("KRATKO_OFFLINE", "If 1, nobody is contacted, whatever is asked."),
    ("LANGUAGE, LC_ALL, LC_MESSAGES, LANG", "Language of messages: English, Russian or Ukrainian."),
)
_EXAMPLES = (
    ("kratko digest https://example.org/story", "Summary and key figures of a page."),
    ("kratko digest report.pdf --lang en --length long", "A long summary, in English."),
    ("kratko figures notes.txt --json", "The figures alone, for other programs."),
)


def manual_page(parser: argparse.ArgumentParser, version: str) -> str:
    """The page ``kratko.1`` for the command line that ``parser`` understands."""
    return "\n".join([*_head(parser, version), *_commands(parser), *_rest(parser)]) + "\n"


def _head(parser: argparse.ArgumentParser, version: str) -> Iterator[str]:
    name = parser.prog
    yield f'.TH {name.upper()} 1 "" "{name} {version}" "User Commands"'
    yield ".SH NAME"
    yield rf"{name} \- read an article: a short summary beside the key figures"
    yield ".SH SYNOPSIS"
    for number, line in enumerate(_usage(parser).split(" | ")):
        if number:
            yield ".br"
        yield f".B {_text(line)}"
    yield ".SH DESCRIPTION"
    yield _text(parser.description or "")
    yield ".SH OPTIONS"
    yield from _actions(parser)


def _commands(parser: argparse.ArgumentParser) -> Iterator[str]:
    yield ".SH COMMANDS"
    yield from _each_command(parser)


def _each_command(parser: argparse.ArgumentParser) -> Iterator[str]:
    for group in parser._actions:
        if not isinstance(group, argparse._SubParsersAction):
            continue
        helps = {choice.dest: choice.help or "" for choice in group._choices_actions}
        for name, command in group.choices.items():
            yield f".SS {_text(command.prog)}"
            yield _text(_sentence(helps.get(name, "")))
            yield ".PP"
            yield f".B {_text(_usage(command))}"
            yield from _actions(command)
            yield from _each_command(command)


def _rest(parser: argparse.ArgumentParser) -> Iterator[str]:
    yield ".SH EXIT STATUS"
    for line in (parser.epilog or "").splitlines()[1:]:
        code, _, meaning = line.strip().partition(" ")
        yield from _item(code, meaning.strip())
    for title, items in (("FILES", _FILES), ("ENVIRONMENT", _ENVIRONMENT), ("EXAMPLES", _EXAMPLES)):
        yield f".SH {title}"
        for term, meaning in items:
            yield from _item(term, meaning)


def _actions(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction) or action.help == argparse.SUPPRESS:
            continue
        value = _value(action)
        term = f"{', '.join(action.option_strings)} {value}".strip()
        yield from _item(term, _sentence(_expanded(action)))


def _value(action: argparse.Action) -> str:
    if action.nargs == 0:
        return ""
    if action.metavar:
        return action.metavar if isinstance(action.metavar, str) else " ".join(action.metavar)
    if action.choices is not None:
        return "{" + ",".join(str(choice) for choice in action.choices) + "}"
    return action.dest.upper()


def _expanded(action: argparse.Action) -> str:
    """The help of ``action`` with argparse's own placeholders filled in."""
    return (action.help or "") % {**vars(action), "prog": "kratko"}


def _usage(parser: argparse.ArgumentParser) -> str:
    plain = re.sub(r"\x1b\[[0-9;]*m", "", parser.format_usage())  # coloured on a terminal from Python 3.14 on
    return " ".join(plain.split()).removeprefix("usage: ")


def _item(term: str, meaning: str) -> Iterator[str]:
    yield ".TP"
    yield f".B {_text(term)}"
    yield _text(meaning)


def _sentence(words: str) -> str:
    words = words.strip()
    return words[:1].upper() + words[1:] + ("" if not words or words.endswith((".", "…", ")")) else ".")


def _text(words: str) -> str:
    r"""``words`` as roff shows them: backslashes and hyphens as such, no request at the start of a line."""
    shown = " ".join(words.split()).replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{shown}" if shown.startswith((".", "'")) else shown
