"""Names for the files of digests."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from desktop_app.article import Digest
from desktop_app.export.sheet import clean, words

_LONGEST: Final = 80
#: What one of the common file systems forbids, and what shells and sync programs stumble over.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
#: Names Windows keeps for devices, with any ending.
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


def file_name(digests: Sequence[Digest], lang: str) -> str:
    """A name without an ending for a file of ``digests``: the title, or how many they are, in the words of ``lang``."""
    table = words(lang)["words"]
    title = clean(digests[0].article.title or "") if len(digests) == 1 else table["many"].format(count=len(digests))
    name = " ".join(_FORBIDDEN.sub(" ", title).split())
    if len(name) > _LONGEST:
        name = name[:_LONGEST].rpartition(" ")[0] or name[:_LONGEST]
    name = name.strip(" .")
    return f"_{name}" if _DEVICES.match(name) else name or "Kratko"
