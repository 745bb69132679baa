"""The words of the interface about a figure: how it is limited, how it moves, where else it stands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from desktop_app.article import Bound, Figure
from desktop_app.gui.figure_groups import Entry

_NBSP = "\u00a0"


def value_text(figure: Figure) -> str:
    """The figure as its source writes it, never broken across lines."""
    return _NBSP.join(figure.text.split())


def bound_text(figure: Figure) -> str:
    """How the value limits the quantity; empty where it is exact."""
    translate = QCoreApplication.translate
    match figure.bound:
        case Bound.ABOUT:
            return translate("FigureWords", "about")
        case Bound.AT_LEAST:
            return translate("FigureWords", "at least")
        case Bound.AT_MOST:
            return translate("FigureWords", "at most")
        case _:
            return ""


def change_text(figure: Figure) -> str:
    """The movement the figure describes, in words; empty where there is none."""
    if figure.change is None:
        return ""
    translate = QCoreApplication.translate
    rises = figure.change.direction == "up"
    match figure.change.role:
        case "by":
            return translate("FigureWords", "rose by") if rises else translate("FigureWords", "fell by")
        case "from":
            return translate("FigureWords", "rose from") if rises else translate("FigureWords", "fell from")
        case _:
            return translate("FigureWords", "rose to") if rises else translate("FigureWords", "fell to")


def places_text(entry: Entry) -> str:
    """How often the figure is given if more than once, and on which page, such as ×2  p. 12."""
    often = f"×{QLocale().toString(len(entry.places))}" if len(entry.places) > 1 else ""
    return "  ".join(part for part in (often, page_text(entry)) if part)


def page_text(entry: Entry) -> str:
    """The printed page of the figure, such as p. 12; empty where there are no pages."""
    if entry.page is None:
        return ""
    return QCoreApplication.translate("FigureWords", "p. {page}").format(page=QLocale().toString(entry.page))


def spoken(entry: Entry, places: str) -> str:
    """The whole card in one line, for screen readers; ``places`` tells how often it is given, if more than once."""
    figure = entry.figure
    parts = [
        figure.text,
        age_text(figure),
        change_text(figure),
        bound_text(figure),
        figure.label,
        places,
        page_text(entry),
    ]
    if figure.in_summary:
        parts.append(summary_text())
    if figure.conflicts_with:
        parts.append(conflict_text())
    return ", ".join(part for part in parts if part)


def summary_text() -> str:
    """That the summary states the figure."""
    return QCoreApplication.translate("FigureWords", "also in the summary")


def age_text(figure: Figure) -> str:
    """That the value is an age; empty where it is none, or where the text says years."""
    if figure.kind != "age" or not figure.text.replace("–", "").replace("-", "").isdigit():
        return ""
    return QCoreApplication.translate("FigureWords", "age")


def conflict_text() -> str:
    """That the text gives another value for the same thing."""
    return QCoreApplication.translate("FigureWords", "another value elsewhere")


def line_text(entry: Entry) -> str:
    """The figure in one line for the clipboard: bound or movement, value, label."""
    figure = entry.figure
    lead = " ".join(part for part in (change_text(figure), bound_text(figure), figure.text) if part)
    return f"{lead} — {figure.label}" if figure.label else lead
