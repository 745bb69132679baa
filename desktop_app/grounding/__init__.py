"""Where each number, name and clause of a summary stands in its article; see ``docs/grounding.md``.

The report is at hand at once; what makes one is loaded when it is first asked for (PEP 562), since the window, which
shows reports and makes none, should not wait for it.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from desktop_app.grounding.report import (
    Checked,
    Claim,
    ClaimKind,
    Derivation,
    Grounding,
    Place,
    Problem,
    Sentence,
    State,
)

if TYPE_CHECKING:
    from desktop_app.grounding.checker import check
    from desktop_app.grounding.repair import drop_clause, repair_numbers
    from desktop_app.grounding.salience import salient_quotes
    from desktop_app.grounding.source import Source
    from desktop_app.grounding.verbs import verb_spans

__all__ = [
    "Checked",
    "Claim",
    "ClaimKind",
    "Derivation",
    "Grounding",
    "Place",
    "Problem",
    "Sentence",
    "Source",
    "State",
    "check",
    "drop_clause",
    "repair_numbers",
    "salient_quotes",
    "verb_spans",
]

_LATER = {
    "check": "checker",
    "drop_clause": "repair",
    "verb_spans": "verbs",
    "repair_numbers": "repair",
    "salient_quotes": "salience",
    "Source": "source",
}


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
