"""Dates as machines and people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.extraction.dates import find_date, parse_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("10:37 06.01.2026", "2026-01-06T10:37"),
        ("06.01.2026, 10:37", "2026-01-06T10:37"),
        ("6 января 2026", "2026-01-06"),
        ("6 січня 2026, 9:05", "2026-01-06T09:05"),
        ("6 янв. 2026 в 10:37", "2026-01-06T10:37"),
        ("January 6, 2026", "2026-01-06"),
        ("Jan 6, 2026 5:30 p.m.", "2026-01-06T17:30"),
        ("Published 6 January 2026 at 12:05 am", "2026-01-06T00:05"),
        ("6. Januar 2026", "2026-01-06"),
        ("le 6 janvier 2026", "2026-01-06"),
        ("6 de enero de 2026", "2026-01-06"),
        ("6 stycznia 2026", "2026-01-06"),
        ("2026年1月6日", "2026-01-06"),
        ("2026-01-06 10:37", "2026-01-06T10:37"),
        ("12/31/2025", "2025-12-31"),
        ("31/12/2025", "2025-12-31"),
    ],
)
def test_find_date(text: str, iso: str) -> None:
    assert find_date(text) == iso


@pytest.mark.parametrize(
    "text", ["", "no date", "99.99.2026", "31 февраля 2026", "version 1.2.3", "20-point plan", "May I go"]
)
def test_no_date(text: str) -> None:
    assert find_date(text) is None


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2026-01-06", "2026-01-06"),
        ("2026-01-06T10:37:00Z", "2026-01-06T10:37:00+00:00"),
        ("2026-01-06T10:37:00.123+02:00", "2026-01-06T10:37:00+02:00"),
        ("Tue, 06 Jan 2026 10:37:00 GMT", "2026-01-06T10:37"),
        ("0001-01-01T00:00:00", None),
        ("nonsense", None),
    ],
)
def test_parse_date(value: str, iso: str | None) -> None:
    assert parse_date(value) == iso


@given(st.text(max_size=150))
def test_any_text(text: str) -> None:
    find_date(text)
    parse_date(text)
