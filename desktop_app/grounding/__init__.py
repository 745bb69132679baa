"""Where each number, name and clause of a summary stands in its article; see ``docs/grounding.md``."""

from desktop_app.grounding.checker import check
from desktop_app.grounding.repair import drop_clause, repair_numbers
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
from desktop_app.grounding.salience import salient_quotes
from desktop_app.grounding.source import Source

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
]
