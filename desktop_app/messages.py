"""The words for errors, notices and stages, in the reader's language; shared by the window and the command line.

The words live in ``resources/messages/<lang>.toml``, one table a kind, placeholders as in ``str.format``.
"""

from __future__ import annotations

import locale
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop_app.article import Notice
from desktop_app.errors import KratkoError
from desktop_app.events import Stage
from desktop_app.resources import resource

#: Languages the interface speaks; the first is the fall-back.
INTERFACE_LANGUAGES = ("en", "ru", "uk")


@dataclass(frozen=True, slots=True)
class Wording:
    """What happened, and what the reader can do about it (may be empty)."""

    title: str
    advice: str

    @property
    def sentences(self) -> str:
        """Both as one text."""
        title = self.title if self.title.endswith((".", "!", "?", "…")) else f"{self.title}."
        return f"{title} {self.advice}" if self.advice else self.title


def describe_error(error: KratkoError, lang: str = "en") -> Wording:
    """The words for ``error`` in ``lang`` (English if Kratko does not speak it)."""
    entry = _entry("errors", _error_key(error), lang)
    params = dict(error.params)
    if "notice" in params:
        params["notice"] = _entry("notices", str(params["notice"]), lang)["text"]
    return Wording(_fill(entry["title"], params), _fill(entry.get("advice", ""), params))


def describe_notice(notice: Notice, lang: str = "en") -> str:
    """The words for ``notice`` in ``lang``."""
    return _fill(_entry("notices", str(notice.code), lang)["text"], dict(notice.params))


def describe_stage(stage: Stage, lang: str = "en") -> str:
    """The words for a step at work, such as “Writing the summary”."""
    return str(_entry("stages", str(stage), lang)["text"])


def system_language(environment: Mapping[str, str] = os.environ) -> str:
    """The interface language for this user: that of the locale where Kratko speaks it, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            break
    else:
        value = locale.getlocale()[0] or ""
    code = value.replace("-", "_").split("_")[0].split(".")[0].lower()
    return code if code in INTERFACE_LANGUAGES else INTERFACE_LANGUAGES[0]


def _error_key(error: KratkoError) -> str:
    """A class without words of its own is told in the words of its base."""
    known = _table("en")["errors"]
    for cls in type(error).__mro__:
        code = getattr(cls, "code", None)
        if code in known:
            return str(code)
    return KratkoError.code


def _entry(kind: str, key: str, lang: str) -> dict[str, str]:
    for code in (lang, INTERFACE_LANGUAGES[0]):
        if code in INTERFACE_LANGUAGES and key in (table := _table(code)[kind]):
            return dict(table[key])
    raise KeyError(f"no words for {kind}.{key}")


@cache
def _table(lang: str) -> dict[str, Any]:
    return tomllib.loads(resource("messages", f"{lang}.toml").read_text(encoding="utf-8"))


class _Params(dict[str, object]):
    """A placeholder nobody filled stays empty: a half-worded error is better than none."""

    def __missing__(self, key: str) -> str:
        return ""


def _fill(template: str, params: Mapping[str, object]) -> str:
    return template.format_map(_Params(params))
