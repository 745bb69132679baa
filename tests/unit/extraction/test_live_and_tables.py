"""Live blogs, tables of figures and boxes of facts: what of them belongs to an article, and how it is set."""

from __future__ import annotations

import pytest

from desktop_app.extraction import extract
from desktop_app.figures import find_in_article
from desktop_app.sources.source import Page, PageFormat

ENTRIES = [
    (
        "9.05 Uhr: Der Rat tritt zusammen",
        "Der Stadtrat von Quillmere ist am Morgen zusammengetreten, um über den Bau der Mole zu beraten.",
    ),
    (
        "10.30 Uhr: Die Kosten steigen",
        "Nach Angaben des Hafenamts wird die neue Mole 48 Millionen Euro kosten, sechs Millionen mehr als geplant.",
    ),
    ("12.15 Uhr: Proteste", "Vor dem Rathaus haben sich rund 300 Menschen versammelt, die gegen das Vorhaben sind."),
    ("14.40 Uhr: Pause", "Die Sitzung ist unterbrochen worden, weil ein Mitglied des Rates am Mittag erkrankt ist."),
    (
        "16.55 Uhr: Der Rat stimmt zu",
        "Mit 32 gegen drei Stimmen hat der Rat dem Bau zugestimmt. Die Arbeiten beginnen im Frühjahr.",
    ),
]
PARAGRAPH = (
    "The council of Quillmere voted on Monday to build a second pier. It will cost 48 million euros and open in the "
    "spring of 2027, said the mayor, Ann Lee, after a debate of nine hours that was watched by hundreds of people."
)
MENU = "<nav><ul>" + "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(8)) + "</ul></nav>"


def article_of(body: str) -> str:
    html = f"<html><head><title>Quillmere builds a pier</title></head><body>{MENU}<main><article>"
    html += f"<h1>Quillmere builds a pier</h1>{body}</article></main><footer>© Quillmere News</footer></body></html>"
    return extract(Page("x", html, PageFormat.HTML, url="https://news.example/pier")).body


@pytest.mark.parametrize("tag", ["h2", "h3", "h5"])
def test_a_live_blog_keeps_its_times(tag: str) -> None:
    entries = "".join(f"<div class='entry'><{tag}>{time}</{tag}><p>{text}</p></div>" for time, text in ENTRIES)
    body = article_of(f"<p>{PARAGRAPH}</p>{entries}")
    for time, text in ENTRIES:
        assert f"{time}\n\n{text}" in body


def test_rows_of_a_table_stand_line_by_line() -> None:
    rows = [
        ("Year", "Ships", "Revenue, million €"),
        ("2023", "412", "1.8"),
        ("2024", "389", "1.6"),
        ("2025", "455", "2.1"),
    ]
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    body = article_of(f"<p>{PARAGRAPH}</p><table>{cells}</table><p>{PARAGRAPH}</p>")
    assert "\n".join(" | ".join(row) for row in rows) in body


@pytest.mark.parametrize("name", ["infobox", "fact-box", "faktaboks", "infokasten", "article__factbox"])
def test_a_box_of_facts_is_left_out_at_any_depth(name: str) -> None:
    box = (
        f"<aside class='{name}'><div class='wrap'><div class='inner'><h3>Quillmere in brief</h3><ul>"
        "<li>The town was founded in the year 1204 by fishermen.</li><li>It has 31,000 inhabitants and two piers.</li>"
        "</ul></div></div></aside>"
    )
    body = article_of(f"<p>{PARAGRAPH}</p>" * 3 + box + f"<p>{PARAGRAPH}</p>" * 3)
    assert "48 million euros" in body
    assert "founded in the year 1204" not in body


def test_lists_of_an_article_stay() -> None:
    items = "".join(
        f"<li>The pier of {place} costs {number} million euros.</li>" for place, number in (("A", 3), ("B", 4))
    )
    html = f"<p>{PARAGRAPH}</p><p>These piers are planned:</p><ul>{items}</ul><p>{PARAGRAPH}</p>"
    body = article_of(html)
    assert "• The pier of A costs 3 million euros.\n• The pier of B costs 4 million euros." in body
    article = extract(Page("x", f"<html><body><article>{html}</article></body></html>", PageFormat.HTML))
    assert {3e6, 4e6, 48e6} <= {figure.value for figure in find_in_article(article)}
