"""Articles from Markdown."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.article import Article
from desktop_app.extraction import extract
from desktop_app.sources import Page, PageFormat


def read(text: str) -> Article:
    return extract(Page(name="a.md", text=text, format=PageFormat.MARKDOWN))


def test_everything_shown_is_kept() -> None:
    article = read(
        "# A title\n\nSome *emphasis*, a [link](https://example.com) and `code`\non two lines.\n\n## Part\n\n"
        "- one\n- two\n  - deeper\n\n3. three\n4. four\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
        "```\nx = 1\n\ny = 2\n```\n\n"
        "> quoted\n\n"
        "<p align=center>raw</p>\n\n![picture](a.png)\n\nEnd<br>line."
    )
    assert article.title == "A title"
    assert article.body == (
        "Some emphasis, a link and code on two lines.\n\nPart\n\n• one\n• two\n  • deeper\n\n3. three\n4. four\n\n"
        "a | b\n1 | 2\n\nx = 1\n\ny = 2\n\nquoted\n\nraw\n\nEnd\nline."
    )


def test_front_matter() -> None:
    article = read('---\ntitle: "Of boats"\ndate: 2024-05-06\nauthor: Jo Reed\nlang: en\ntags: [a]\n---\nText.\n')
    assert (article.title, article.published, article.byline) == ("Of boats", "2024-05-06", "Jo Reed")
    assert article.body == "Text."


def test_front_matter_in_toml() -> None:
    article = read('+++\ntitle = "Of boats"\ndate = 2024-05-06\n+++\n# Of boats\n\nText.\n')
    assert (article.title, article.published, article.body) == ("Of boats", "2024-05-06", "Text.")


def test_a_rule_is_no_front_matter() -> None:
    assert read("---\n\nText between rules.\n\n---\n\nMore.").body == "Text between rules.\n\nMore."


def test_text_before_the_first_heading() -> None:
    article = read("Foreword.\n\n# Heading\n\nText.")
    assert article.title is None
    assert article.body == "Foreword.\n\nHeading\n\nText."


@pytest.mark.parametrize(
    "text", ["# ", "- \n- ", "|", "```", "> > > >", "---\ntitle: x", "+++\nbad\n+++\nx", "[" * 2000]
)
def test_odd_markdown(text: str) -> None:
    assert isinstance(read(text), Article)


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="#-*>|`[]()!_ \n1.abc<>~+:", max_size=120))
def test_any_markdown(text: str) -> None:
    assert isinstance(read(text), Article)
