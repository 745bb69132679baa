"""Dates, sizes and times the way the interface language writes them."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QLocale


def date(published: str) -> str:
    """An ISO 8601 date or date-time as a date for reading; what cannot be parsed is given back as it is."""
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return published
    # A named month is understood everywhere; 06/01 is not.
    day = QDate(moment.year, moment.month, moment.day)
    locale = QLocale()
    return locale.toString(day, "MMMM d, yyyy" if locale.name() == "en_US" else "d MMMM yyyy")


def size(number_of_bytes: int) -> str:
    """A file size in decimal units, such as 1.1 GB."""
    precision = 1 if number_of_bytes >= 1_000_000_000 else 0
    return QLocale().formattedDataSize(number_of_bytes, precision, QLocale.DataSizeFormat.DataSizeSIFormat)


def percent(share: float) -> str:
    """A share (0…1) as a whole percentage; only all of it is 100 %."""
    whole = 100 if share >= 1 else min(99, round(share * 100))
    return QLocale().toString(whole)
