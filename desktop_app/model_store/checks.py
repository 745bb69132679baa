"""Strict reading of TOML tables: every value is checked, and keys nobody asked for are errors."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from enum import StrEnum
from pathlib import PurePosixPath
from types import TracebackType
from typing import Any, TypeVar

_E = TypeVar("_E", bound=StrEnum)
_MISSING: Any = object()

_IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_HUB_REPO = re.compile(r"[A-Za-z0-9][\w.-]{0,95}/[A-Za-z0-9][\w.-]{0,95}", re.ASCII)
_REVISION = re.compile(r"[A-Za-z0-9][\w./-]{0,127}", re.ASCII)
_FILE_PART = re.compile(r"[\w.+-][\w.+ -]{0,199}", re.ASCII)


class CatalogueError(ValueError):
    """A catalogue file does not fit the schema; the message names the file, the key and what is wrong."""


def is_hub_repo(text: str) -> bool:
    """Whether ``text`` has the shape ``owner/name`` of a hub repository."""
    return bool(_HUB_REPO.fullmatch(text)) and ".." not in text and not text.endswith((".gguf", ".safetensors"))


def is_safe_name(name: str) -> bool:
    """Whether ``name`` is a relative path of plain parts that cannot leave the folder it is put in."""
    parts = name.split("/")
    return (
        0 < len(name) <= 255
        and not PurePosixPath(name).is_absolute()
        and all(_FILE_PART.fullmatch(part) and part not in (".", "..") and not part.endswith(".") for part in parts)
    )


class Table:
    """A TOML table read key by key; used as a context manager it complains about keys left unread."""

    def __init__(self, values: Mapping[str, Any], where: str) -> None:
        self._values = values
        self._where = where
        self._read: set[str] = set()

    def __enter__(self) -> Table:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        unknown = sorted(set(self._values) - self._read)
        if error is None and unknown:
            raise self.error(unknown[0], "is not a known key")

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def error(self, key: str, problem: str) -> CatalogueError:
        """The error to raise about ``key``."""
        return CatalogueError(f"{self._where}: {key}: {problem}")

    def check(self, condition: bool, key: str, problem: str) -> None:
        """Raise :class:`CatalogueError` about ``key`` unless ``condition``."""
        if not condition:
            raise self.error(key, problem)

    def _get(self, key: str, kinds: type | tuple[type, ...], default: Any = _MISSING) -> Any:
        self._read.add(key)
        if key not in self._values:
            if default is _MISSING:
                raise self.error(key, "is missing")
            return default
        value = self._values[key]
        accepted = kinds if isinstance(kinds, tuple) else (kinds,)
        if not isinstance(value, accepted) or (isinstance(value, bool) and bool not in accepted):
            names = " or ".join(kind.__name__ for kind in accepted)
            raise self.error(key, f"must be {names}, not {type(value).__name__}")
        return value

    def text(self, key: str, default: str = _MISSING) -> str:
        """A text; not empty unless it has a default."""
        value: str = self._get(key, str, default)
        self.check(bool(value.strip()) or default is not _MISSING, key, "is empty")
        return value

    def flag(self, key: str, default: bool = _MISSING) -> bool:
        """A truth value."""
        value: bool = self._get(key, bool, default)
        return value

    def integer(self, key: str, low: int, high: int) -> int:
        """A whole number within ``low`` … ``high``."""
        value: int = self._get(key, int)
        self.check(low <= value <= high, key, f"must be {low} to {high}, not {value}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        values = self._get(key, list)
        self.check(all(isinstance(value, str) and value for value in values), key, "must be a list of texts")
        return tuple(values)

    def mapping(self, key: str, kinds: type | tuple[type, ...], default: Mapping[str, Any]) -> dict[str, Any]:
        """A table of plain values."""
        values = self._get(key, dict, default)
        self.check(all(isinstance(value, kinds) for value in values.values()), key, "holds a value of the wrong kind")
        return dict(values)

    def table(self, key: str) -> Table:
        """A table inside this one."""
        return Table(self._get(key, dict), f"{self._where}: {key}")

    def tables(self, key: str) -> list[Table]:
        """A list of tables inside this one."""
        values = self._get(key, list)
        self.check(all(isinstance(value, dict) for value in values), key, "must be a list of tables")
        return [Table(value, f"{self._where}: {key}[{index}]") for index, value in enumerate(values)]

    def choice(self, key: str, kind: type[_E]) -> _E:
        """One of the values of an enumeration."""
        value = self.text(key)
        try:
            return kind(value)
        except ValueError:
            raise self.error(key, f"must be one of {[item.value for item in kind]}, not {value!r}") from None

    def _matching(self, key: str, pattern: re.Pattern[str], what: str) -> str:
        value = self.text(key)
        self.check(bool(pattern.fullmatch(value)), key, f"{value[:80]!r} is not {what}")
        return value

    def identifier(self, key: str) -> str:
        """A short name that is safe as the name of a folder."""
        return self._matching(key, _IDENTIFIER, "a name of lower-case letters, digits, '.', '_' and '-'")

    def digest(self, key: str) -> str:
        """A SHA-256 digest in hexadecimal."""
        return self._matching(key, _SHA256, "a SHA-256 digest in lower-case hexadecimal")

    def hub_repo(self, key: str) -> str:
        """A hub repository, ``owner/name``."""
        value = self._matching(key, _HUB_REPO, "a hub repository (owner/name)")
        self.check(is_hub_repo(value), key, f"{value!r} is not a hub repository (owner/name)")
        return value

    def revision(self, key: str) -> str:
        """A commit, branch or tag of a hub repository."""
        value = self._matching(key, _REVISION, "a revision")
        self.check(".." not in value, key, f"{value!r} is not a revision")
        return value

    def file_name(self, key: str) -> str:
        """A relative path that stays inside its folder."""
        value = self.text(key)
        self.check(is_safe_name(value), key, f"{value[:80]!r} is not a plain relative path")
        return value

    def numbered(self, key: str) -> str:
        """A format string whose only placeholder is ``n``."""
        value = self.text(key)
        try:
            fields = [(name, spec) for _, name, spec, _ in string.Formatter().parse(value) if name is not None]
            value.format(n=1)
        except (ValueError, KeyError, IndexError, AttributeError) as error:
            raise self.error(key, f"is not a pattern with {{n}}: {error}") from None
        for name, spec in fields:
            self.check(name == "n" and re.fullmatch(r"(0\d)?d?", spec or "") is not None, key, "may only hold {n}")
        self.check(is_safe_name(value.format(n=1)), key, "is not a plain relative path")
        return value


def is_non_commercial(licence: str) -> bool:
    """Whether the id of ``licence`` says that it forbids commercial use, as those of Creative Commons do with “nc”."""
    return "nc" in licence.lower().replace("_", "-").split("-")
