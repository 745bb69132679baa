"""The JSON forms of digests and their parts, both ways.

Two forms. The *rows* are what the command line prints: made for other programs to read, fields are added and never
renamed (ADR 4). The *full* form keeps everything, so that ``digest_from_json(digest_to_json(digest)) == digest``; the
library and the JSON export use it. A figure of the full form is a row's figure (``figures.to_json``) with the fields a
row leaves out.
"""

from __future__ import annotations

from desktop_app.json_form.documents import VERSION, dump_digests, parse_digests
from desktop_app.json_form.full import (
    article_from_json,
    article_to_json,
    digest_from_json,
    digest_to_json,
    figure_from_json,
    figure_to_json,
    summary_from_json,
    summary_to_json,
)
from desktop_app.json_form.grounding import grounding_json
from desktop_app.json_form.rows import (
    article_row,
    digest_row,
    error_json,
    figure_row,
    summary_json,
    summary_pages,
    warning_texts,
)

__all__ = [
    "VERSION",
    "article_from_json",
    "article_row",
    "article_to_json",
    "digest_from_json",
    "digest_row",
    "digest_to_json",
    "dump_digests",
    "error_json",
    "figure_from_json",
    "figure_row",
    "figure_to_json",
    "grounding_json",
    "parse_digests",
    "summary_from_json",
    "summary_json",
    "summary_pages",
    "summary_to_json",
    "warning_texts",
]
