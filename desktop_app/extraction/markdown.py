"""Markdown to an article: the text as it would be shown, with front matter as title, date and author."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from html import unescape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from desktop_app.article import Article
from desktop_app.extraction.dates import parse_date
from desktop_app.extraction.html import language
from desktop_app.language import primary

# Front matter as Jekyll (YAML) and Hugo (TOML) have it, at the very start.
_YAML = re.compile(r"\ufeff?---[^\S\n]*\n(.*?)\n(?:---|\.\.\.)[^\S\n]*(?:\n|$)", re.S)
_TOML = re.compile(r"\ufeff?\+\+\+[^\S\n]*\n(.*?)\n\+\+\+[^\S\n]*(?:\n|$)", re.S)
_YAML_LINE = re.compile(r"([A-Za-z_-]+)\s*:\s*(.+?)\s*$")
_TAG = re.compile(r"<!--(?:[^-]|-(?!->))*(?:-->)?|<[^<>]*>")


def read_markdown(text: str, source: str, url: str | None = None) -> Article:
    """The article in Markdown ``text``; its notices are still empty."""
    matter, text = _front_matter(text)
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    writer = _Writer()
    for token in tokens:
        writer.take(token)
    title = matter.get("title")
    parts = writer.parts
    # The first heading is the title, unless there is text before it.
    if parts and parts[0].level and (title is None or parts[0].text.strip() == title):
        title, parts = parts[0].text.strip(), parts[1:]
    body = "\n\n".join(part.text for part in parts)
    return Article(
        source=source,
        body=body,
        title=title or None,
        byline=matter.get("author"),
        published=parse_date(matter["date"]) if "date" in matter else None,
        lang=language(body or title or "", primary(matter.get("lang") or matter.get("language"))),
        url=url,
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    if match := _TOML.match(text):
        try:
            data = tomllib.loads(match.group(1))
        except tomllib.TOMLDecodeError:
            return {}, text
        return {key.lower(): str(value) for key, value in data.items()}, text[match.end() :]
    if match := _YAML.match(text):
        lines = [found for line in match.group(1).split("\n") if (found := _YAML_LINE.match(line))]
        # Between two rules may stand text as well; front matter has a key on its first line.
        if _YAML_LINE.match(match.group(1).strip().split("\n")[0]):
            return {line.group(1).lower(): line.group(2).strip("\"'") for line in lines}, text[match.end() :]
    return {}, text


@dataclass(slots=True)
class _Part:
    text: str
    level: int = 0


@dataclass(slots=True)
class _Writer:
    """Turns the flat list of tokens into paragraphs."""

    parts: list[_Part] = field(default_factory=list)
    _level: int = 0
    _lists: list[int | None] = field(default_factory=list)
    _open: bool = False
    _cells: list[str] | None = None
    _mark: str = ""

    def take(self, token: Token) -> None:
        """Add what ``token`` shows."""
        kind = token.type
        if kind == "heading_open":
            self._level = int(token.tag[1:])
        elif kind == "heading_close":
            self._level = 0
        elif kind in ("bullet_list_open", "ordered_list_open"):
            # A list that continues one paragraph is one part; its items are lines.
            self._lists.append(int(token.attrGet("start") or 1) if kind.startswith("ordered") else None)
            self._open = self._open and len(self._lists) > 1
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
            self._open = bool(self._lists)
        elif kind == "list_item_open":
            number = self._lists[-1]
            indent = "  " * (len(self._lists) - 1)
            self._mark = f"{indent}• " if number is None else f"{indent}{number}. "
            if number is not None:
                self._lists[-1] = number + 1
        elif kind == "tr_open":
            self._cells = []
        elif kind == "tr_close":
            self._line(" | ".join(self._cells or []))
            self._cells = None
        elif kind == "table_close":
            self._open = False
        elif kind == "inline":
            self._inline(_shown(token))
        elif kind in ("fence", "code_block"):
            self._add(token.content.rstrip("\n"))
        elif kind == "html_block" and (text := unescape(_TAG.sub("", token.content)).strip()):
            self._add(text)

    def _inline(self, text: str) -> None:
        if self._cells is not None:
            self._cells.append(text)
        elif self._lists:
            self._line(self._mark + text)
            self._mark = "  " * len(self._lists)
        elif text.strip():
            self._add(text)

    def _line(self, text: str) -> None:
        """A line of a list or table."""
        if not text.strip():
            return
        if self._open:
            self.parts[-1].text += "\n" + text
        else:
            self.parts.append(_Part(text))
            self._open = True

    def _add(self, text: str) -> None:
        self.parts.append(_Part(text, self._level))
        self._open = False


def _shown(token: Token) -> str:
    text = ""
    for child in token.children or []:
        if child.type in ("text", "code_inline"):
            text += child.content
        elif child.type == "softbreak":
            text += " "
        elif child.type == "hardbreak" or (child.type == "html_inline" and re.match(r"<br\b", child.content, re.I)):
            text += "\n"
    return text.strip()
