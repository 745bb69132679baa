"""Language and wording of a summary: what a reader would stumble over, and what of it can be mended. No model."""

from desktop_app.fluency.own_words import new_to, own_words
from desktop_app.fluency.phrases import without_frame
from desktop_app.fluency.points import as_list, line_spans, plain_points, points
from desktop_app.fluency.report import LIMITS, Limit, Problem, ProblemKind
from desktop_app.fluency.respelling import respell, restore
from desktop_app.fluency.reviewing import review
from desktop_app.fluency.tidying import tidy

__all__ = [
    "LIMITS",
    "Limit",
    "Problem",
    "ProblemKind",
    "as_list",
    "line_spans",
    "new_to",
    "own_words",
    "plain_points",
    "points",
    "respell",
    "restore",
    "review",
    "tidy",
    "without_frame",
]
