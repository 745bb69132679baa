"""Choosing entries of a feed on the command line."""

from __future__ import annotations

import argparse

import pytest

from desktop_app.cli.feeds import choice, feed_lines, feed_row
from desktop_app.feed import Feed, FeedEntry

FEED = Feed(
    "https://a.example/feed",
    "RSS",
    (
        FeedEntry("one", "https://a.example/1", "2026-01-01"),
        FeedEntry("two", "https://a.example/2"),
        FeedEntry("three", "https://a.example/3", "2026-01-03T23:00:00-05:00"),
        FeedEntry("four", "https://a.example/4", "2026-01-04T02:00:00+03:00"),
    ),
    title="Quillmere",
)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("1", "one"),
        ("1,3-4", "one three four"),
        ("3 - 4, 1", "three four one"),
        ("2,2,2-2", "two"),
        ("4-9", "four"),
        ("9", ""),
        ("all", "one two three four"),
        ("newest", "three"),
        ("newest:2", "three four"),
        ("newest 3", "three four one"),
        ("Newest=99", "three four one two"),
    ],
)
def test_choices(text: str, titles: str) -> None:
    assert [entry.title for entry in choice(text)(FEED)] == titles.split()


@pytest.mark.parametrize("text", ["", "x", "1-", "-1", "1;2", "newest-1", "all,1", "99999", "1..3"])
def test_what_is_no_choice(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        choice(text)


def test_what_there_is_to_choose_from() -> None:
    assert list(feed_lines(FEED)) == [
        "Quillmere",
        "1  2026-01-01  one",
        "2              two",
        "3  2026-01-03  three",
        "4  2026-01-04  four",
    ]
    assert feed_row(FEED)["entries"][1] == {
        "number": 2,
        "title": "two",
        "url": "https://a.example/2",
        "published": None,
    }
