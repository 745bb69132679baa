"""What a reader means by a line typed, pasted or dropped into one field: a link, a file or the text itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from desktop_app.errors import InvalidAddress
from desktop_app.sources.source import FileSource, Source, TextSource, UrlSource

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(//)?", re.I)
_OPAQUE_SCHEMES = frozenset({"about", "blob", "data", "javascript", "mailto", "tel", "vbscript"})
# RFC 1123 labels, extended to letters of any script (IDN); the last label is a name, never a number.
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_HOST = re.compile(rf"(?:{_LABEL}\.)+(?:xn--[a-z0-9-]+|[^\W\d_]{{2,}})\.?", re.I)
_LOCAL_HOST = re.compile(r"localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\]", re.I)
_WEB_LINK = re.compile(r"https?://\S+", re.I)
_LIST_MARK = re.compile(r"(?:[-*•–—·▪]|\(?\d{1,3}[.)])\s+")
_LOOKS_LIKE_PATH = re.compile(r"(?:~?/|\.{1,2}/|~?\\|\.{1,2}\\|[a-z]:[\\/])", re.I)
# Endings that are no top-level domain, so that a missing ``notes.txt`` is a missing file and not a web site.
_FILE_ENDINGS = frozenset(
    {".txt", ".markdown", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".pdf", ".docx", ".docm", ".doc", ".odt", ".ott"}
    | {".fodt", ".rtf", ".epub", ".fb2", ".eml", ".pptx", ".ppt", ".xlsx", ".xls", ".ods"}
)
_LONGEST_PATH = 4096
#: More characters than this are a text, whatever it is made of: tens of thousands of links at least.
_LONGEST_LIST = 4_000_000
# A shared link comes with its headline; more words than this are a text that quotes a link.
_WORDS_AROUND_LINK = 40


def parse_source(text: str) -> Source:
    """Tell what ``text`` is: a web address, a ``file://`` link, a path or text to be read itself.

    A lone path that looks like one is a file even if there is none, so that the reader hears about it. Nothing is
    fetched and nothing raised; a wrong address shows when it is loaded.
    """
    line = text.strip().strip("\u200b\ufeff")
    if not line:
        return TextSource(text)
    if "\n" not in line and len(line) <= _LONGEST_PATH:
        bare = _unwrapped(line)
        source = _file_link(bare) or _web_link(bare) or _file(bare)
        if source is not None:
            return source
    return _only_link(line) or TextSource(text)


def parse_sources(text: str) -> tuple[Source, ...]:
    """Tell what ``text`` is, as :func:`parse_source` does, but take a list of links for as many sources.

    A list is nothing but links, one a line (with bullets or numbers, if need be) or parted by spaces. Each is taken
    once, in order. Anything else is one source.
    """
    links = _links(text) if len(text) <= _LONGEST_LIST else ()
    # A single link is understood as before, with its headline if there is one.
    return links if len(links) > 1 else (parse_source(text),)


def _links(text: str) -> tuple[Source, ...]:
    """The links that ``text`` consists of, none if it holds anything else; a text is given up at its first word."""
    lines = [_LIST_MARK.sub("", line.strip().strip("\u200b\ufeff")) for line in text.splitlines()]
    lines = [line for line in lines if line and not line.startswith("#")]  # comments of text/uri-list, RFC 2483
    words = (word.strip(",;") for line in lines for word in line.split())
    found = _all_listed(lines, full=False) or _all_listed(filter(None, words), full=True)
    return tuple(dict.fromkeys(found))


def _all_listed(pieces: Iterable[str], *, full: bool) -> list[Source]:
    links = []
    for piece in pieces:
        link = _listed(piece, full=full)
        if link is None:
            return []
        links.append(link)
    return links


def normalise_address(address: str) -> str:
    """Return ``address`` with its scheme; a bare ``example.com/x`` becomes ``https://example.com/x``.

    Raises ``InvalidAddress`` unless it is an http or https address with a host.
    """
    line = _unwrapped(address.strip())
    if line.startswith("//"):
        line = "https:" + line
    scheme = _SCHEME.match(line)
    if scheme is None or _is_host_with_port(line):
        host = re.split(r"[/?#:]", line, maxsplit=1)[0]
        local = _LOCAL_HOST.match(line)
        if local is None and not _HOST.fullmatch(host):
            raise InvalidAddress(address=address)
        line = ("http://" if local else "https://") + line
    try:
        parts = urlsplit(line)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise InvalidAddress(address=address) from error
    if parts.scheme.lower() not in ("http", "https") or not host or re.search(r"\s", parts.netloc):
        raise InvalidAddress(address=address)
    return line


def _listed(item: str, *, full: bool) -> Source | None:
    """The link that ``item`` of a list is. A bare host is one with a path behind it: ``and/or`` is a word."""
    bare = _unwrapped(item.rstrip(",;"))
    if re.search(r"\s", bare):
        return None
    if _WEB_LINK.fullmatch(bare):
        return UrlSource(bare)
    if bare.lower().startswith("file://"):
        return _file_link(bare)
    host, slash, _ = bare.partition("/")
    named = bare.lower().startswith("www.") or (slash and not full)
    return UrlSource(normalise_address(bare)) if named and _HOST.fullmatch(host) else None


def _unwrapped(line: str) -> str:
    for opening, closing in (("<", ">"), ('"', '"'), ("'", "'"), ("«", "»"), ("“", "”")):
        if len(line) > 2 and line.startswith(opening) and line.endswith(closing):
            return line[1:-1].strip()
    return line


def _is_host_with_port(line: str) -> bool:
    """``example.com:8080/x`` reads like a scheme, but is a host and its port."""
    return re.match(r"[^/:]+:\d{1,5}(?:[/?#]|$)", line) is not None


def _web_link(line: str) -> Source | None:
    if re.search(r"\s", line):
        return None
    scheme = _SCHEME.match(line)
    if scheme is not None and not _is_host_with_port(line):
        is_link = scheme.group(2) or scheme.group(1).lower() in _OPAQUE_SCHEMES
        drive = len(scheme.group(1)) == 1
        return UrlSource(line) if is_link and not drive else None
    if _exists(line) or any(line.lower().endswith(ending) for ending in _FILE_ENDINGS if "/" not in line):
        return None
    host = re.split(r"[/?#:]", line, maxsplit=1)[0]
    if "@" not in line and (_HOST.fullmatch(host) or (_LOCAL_HOST.match(line) and line != "localhost")):
        return UrlSource(normalise_address(line))
    return None


def _file_link(line: str) -> Source | None:
    if not line.lower().startswith("file:"):
        return None
    try:
        parts = urlsplit(line)
    except ValueError:
        return None
    from urllib.request import url2pathname  # brings HTTP and mail along, for the sake of a few lines

    host = "" if parts.netloc.lower() == "localhost" else parts.netloc
    path = url2pathname(parts.path) if not host else f"//{host}{unquote(parts.path)}"
    return FileSource(Path(path)) if path else None


def _file(line: str) -> Source | None:
    looks_like_path = _LOOKS_LIKE_PATH.match(line) is not None
    known_ending = " " not in line and any(line.lower().endswith(ending) for ending in _FILE_ENDINGS)
    if looks_like_path or known_ending or _exists(line):
        return FileSource(Path(line).expanduser()) if not line.startswith("//") else None
    return None


def _exists(line: str) -> bool:
    try:
        return Path(line).expanduser().exists()
    except (OSError, RuntimeError, ValueError):
        return False


def _only_link(text: str) -> Source | None:
    """A headline shared together with its link, as phones do: the link is what is meant."""
    if len(text) > _LONGEST_PATH or len(text.split()) > _WORDS_AROUND_LINK:
        return None
    links = _WEB_LINK.findall(text)
    if len(links) == 1 and (text.startswith(links[0]) or text.endswith(links[0])):
        return UrlSource(links[0].rstrip(".,;)»”"))
    return None
