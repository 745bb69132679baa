"""Comparisons as tables: the way a difference goes is told by sign and word, and nothing of an article is markup."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import lxml.html
import pytest
from markdown_it import MarkdownIt

from desktop_app.article import Article, Bound, Change, Digest, Figure
from desktop_app.cli.main import main
from desktop_app.errors import UnknownExportFormat
from desktop_app.export.comparison import comparison_of
from desktop_app.export.comparison_formats import export_comparison, to_csv, to_html, to_markdown, to_text
from desktop_app.json_form import dump_digests
from tests.unit.export.test_export import HOSTILE


def figure(text: str, value: float, label: str, **more: object) -> Figure:
    return Figure(0, len(text), text, value, label=label, **more)  # type: ignore[arg-type]


def digest(title: str, *figures: Figure, lang: str = "en") -> Digest:
    address = f"https://news.example/{title[-1]}"
    return Digest(Article(address, "…", title, lang=lang, published="2026-03-14", site="News"), figures)


def pair(one: Figure, other: Figure) -> list[Digest]:
    return [digest("Report 1", one), digest("Report 2", other)]


TICKETS = pair(
    figure("5 euros", 5, "price of a ticket", unit="EUR", kind="money"),
    figure("6.50 euros", 6.5, "price of a ticket", unit="EUR", kind="money"),
)


def difference(one: Figure, other: Figure, lang: str = "en") -> str:
    (row,) = comparison_of(pair(one, other), lang).rows
    assert row.cells[0] is not None
    assert row.cells[1] is not None
    assert not row.cells[0].difference
    return row.cells[1].difference.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("unit", "kind", "first", "second", "lang", "told"),
    [
        ("EUR", "money", 5, 6.5, "en", "+€1.50 (30% more)"),
        ("EUR", "money", 4.6e9, 2.3e9, "en", "−€2.3B (50% less)"),
        ("RUB", "money", 150, 180, "ru", "+30,00 ₽ (больше на 20%)"),
        (None, "count", 22_000, 19_500, "uk", "−2 500 (менше на 11,4%)"),
        (None, "count", 1_000_000, 2_250_000, "ru", "+1,25 миллиона (больше на 125%)"),
        ("percent", "percent", 3, 4.5, "en", "+1.5 pp (more)"),
        ("km", "measure", 7, 5.5, "uk", "−1,5 км (менше на 21,4%)"),
        ("minute", "duration", 18, 18, "en", "the same"),
        (None, "count", 0, 3, "en", "+3 (more)"),
    ],
)
def test_differences_are_told_by_sign_and_word(
    unit: str | None, kind: str, first: float, second: float, lang: str, told: str
) -> None:
    one, other = (figure("x", value, "length of the crossing", unit=unit, kind=kind) for value in (first, second))
    assert difference(one, other, lang) == told


def test_what_is_not_exact_differs_by_about_so_much() -> None:
    one = figure("over 100", 100, "boats in harbour", noun="boat", bound=Bound.AT_LEAST)
    assert difference(one, replace(one, value=120, bound=Bound.EXACT)) == "≈ +20 (20% more)"


def test_a_deeper_fall_is_less() -> None:
    one = figure("5%", 5, "sales of bread", unit="percent", kind="percent", change=Change("down", "by"))
    assert difference(one, replace(one, value=8)) == "−3 pp (less)"


def test_figures_that_one_digest_alone_has_are_listed_apart() -> None:
    cranes = figure("3", 3, "new cranes")
    again = replace(cranes, same_as=0)
    sheet = comparison_of([TICKETS[0], digest("Report 2", *TICKETS[1].figures, cranes, again)], "en")
    assert [row.label for row in sheet.rows] == ["price of a ticket"]
    assert [[line.value for line in lines] for lines in sheet.alone] == [[], ["3"]]
    assert "Only in “Report 2”" in to_text(sheet)


def test_three_digests_stand_side_by_side() -> None:
    third = digest("Report 3", figure("4 euros", 4, "price of a ticket", unit="EUR", kind="money"))
    (row,) = comparison_of([*TICKETS, third], "en").rows
    assert [cell.direction for cell in row.cells if cell] == [0, 1, -1]


def test_markdown_is_a_table() -> None:
    page = lxml.html.fromstring(
        MarkdownIt("gfm-like", {"linkify": False}).render(to_markdown(comparison_of(TICKETS, "en")))
    )
    assert [cell.text_content() for cell in page.xpath("//tbody/tr/td")] == [
        "price of a ticket", "5 euros", "6.50 euros +€1.50 (30% more)",
    ]  # fmt: skip
    assert [cell.text_content() for cell in page.xpath("//thead//th")][1:] == ["1. Report 1", "2. Report 2"]


def test_html_has_heads_of_rows_and_columns() -> None:
    page = lxml.html.fromstring(to_html(comparison_of(TICKETS, "uk")).encode())
    assert page.xpath("//h1")[0].text == "Порівняння"
    assert len(page.xpath("//th[@scope='col']")) == 3
    assert page.xpath("//th[@scope='row']")[0].text_content() == "price of a ticket"
    assert page.xpath("//th//a/@href") == ["https://news.example/1", "https://news.example/2"]


def test_csv_holds_numbers_that_programs_can_read() -> None:
    head, row = csv.reader(io.StringIO(to_csv(comparison_of(TICKETS, "en"))))
    assert row == ["price of a ticket", "EUR", "5 euros", "5", "", "", "6.50 euros", "6.5", "1.5", "0.3"]
    assert len(head) == len(row)


def test_nothing_of_an_article_acts_as_markup_or_formula() -> None:
    hostile = figure(HOSTILE, 1, f"=cmd {HOSTILE}", noun="boat")
    sheet = comparison_of([digest(f"={HOSTILE}", hostile)] * 2, "en")
    page = lxml.html.fromstring(to_html(sheet).encode())
    assert not page.xpath("//img|//script|//*[@onerror]")
    rendered = lxml.html.fromstring(MarkdownIt("gfm-like", {"linkify": False}).render(to_markdown(sheet)))
    assert not rendered.xpath("//img|//code|//em|//a[not(starts-with(@href, 'https://news.example'))]")
    assert len(rendered.xpath("//tbody/tr/td")) == 3
    for row in csv.reader(io.StringIO(to_csv(sheet))):
        assert not any(cell.startswith(("=", "+", "@")) for cell in row)
    assert "\x1b" not in to_text(sheet)


def test_digests_about_different_things_say_so() -> None:
    sheet = comparison_of(pair(figure("1", 1, "boats"), figure("2 km", 2, "length of road", unit="km")), "ru")
    assert "не нашлось" in to_text(sheet)
    assert "не нашлось" in to_markdown(sheet)
    assert [len(lines) for lines in sheet.alone] == [1, 1]


def test_files_end_like_a_format(tmp_path: Path) -> None:
    sheet = comparison_of(TICKETS, "en")
    for suffix in (".md", ".html", ".csv", ".txt"):
        export_comparison(tmp_path / f"x{suffix}", sheet)
        assert "price of a ticket" in (tmp_path / f"x{suffix}").read_text(encoding="utf-8")
    with pytest.raises(UnknownExportFormat):
        export_comparison(tmp_path / "x.exe", sheet)


def test_the_command_line_compares_exported_digests(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "in.json"
    source.write_text(dump_digests(TICKETS), encoding="utf-8")
    assert main(["compare", str(source), "--headings", "en"]) == 0
    assert "6.50 euros  +€1.50 (30% more)" in capsys.readouterr().out
    assert main(["compare", str(source), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["differences"][1] == {"amount": 1.5, "share": 0.3}
    assert main(["compare", str(source), str(tmp_path / "none.json"), "--out", str(tmp_path / "x.html")]) == 3
    assert "price of a ticket" in (tmp_path / "x.html").read_text(encoding="utf-8")
    assert main(["compare", str(source), "--out", "x.pdf"]) == 2
    source.write_text(dump_digests(TICKETS[:1]), encoding="utf-8")
    assert main(["compare", str(source)]) == 1
