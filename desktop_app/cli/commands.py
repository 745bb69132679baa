"""The names of the commands, apart from what they load: a start of the window asks for nothing else."""

from __future__ import annotations

from typing import Final

#: First words that mean a command; anything else is a source for the window.
COMMANDS: Final = (
    *("digest", "extract", "figures", "summarize", "library", "export", "compare", "models"),
    *("watch", "integrate", "completion", "manual"),
)
