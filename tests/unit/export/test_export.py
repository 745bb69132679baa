"""Every format shows the digest, nothing of an article can act as markup, and files are written whole or not at all."""

from __future__ import annotations

import csv
import io
import os
import stat
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

from desktop_app.article import Article, Bound, Change, Digest, Figure, Outcome, Section, Summary
from desktop_app.errors import ExportFailed, UnknownExportFormat
from desktop_app.export import EXPORTERS, ExportOptions, export_to
from desktop_app.export.data import safe_cell
from desktop_app.export.html import fragment
from desktop_app.export.markdown import escape
from desktop_app.export.sheet import clean
from desktop_app.json_form import parse_digests
from desktop_app.messages import INTERFACE_LANGUAGES
from tests.conftest import REPOSITORY
from tests.unit.library.conftest import make_digest
from tests.unit.test_json_form import digests

HOSTILE = "<img src=x onerror=alert(1)> **b** [l](javascript:x) `c` # | & \x1b[2J \u202eevil\u202c =1+1"


def rich_digest() -> Digest:
    figures = (
        Figure(0, 5, "12 %", 12.0, bound=Bound.ABOUT, unit="percent", label="prices of bread", context="Prices rose.",
               kind="percent", change=Change("up", "by")),
        Figure(9, 14, "12 %", 12.0, unit="percent", label="again", same_as=0),
        Figure(3, 6, "-5", -5.0, high=-3.5, label="=degrees", section=Section.TITLE),
        Figure(0, 2, "40", 40.0, noun="ship", label="ships lost", section=Section.RELATED),
    )  # fmt: skip
    article = Article(
        "https://me:secret@news.example.org/x?a=1&b=<2>", "First paragraph.\n\nSecond one.", "Bread & ships",
        byline="A. Person", site="News", published="2026-03-14T10:00:00Z", lang="en",
    )  # fmt: skip
    return Digest(article, figures, Summary("Bread costs more.", "en", "small-model", "llama.cpp", 1, 1, 1, 4))


def exported(name: str, *digests: Digest, **options: object) -> bytes:
    return EXPORTERS.for_name(f"x.{name}").export(digests, ExportOptions(**options))  # type: ignore[arg-type]


def words_of_docx(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    links = [link.text for paragraph in document.paragraphs for link in paragraph.hyperlinks]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells + links)


@pytest.mark.parametrize("name", ["md", "html", "docx", "txt"])
def test_documents_show_what_matters(name: str) -> None:
    content = exported(name, rich_digest(), with_text=True)
    text = words_of_docx(content) if name == "docx" else content.decode()
    if name == "html":
        text = lxml.html.fromstring(content).text_content()
    if name == "md":
        text += lxml.html.fromstring(MarkdownIt().render(text)).text_content()
    for part in ("Bread & ships", "A. Person", "News", "March 14, 2026", "Bread costs more.", "rose by about", "12 %",
                 "prices of bread", "ships lost", "Second one.", "news.example.org/x?a=1&b=%3C2%3E", "small-model",
                 "Also on this page", "Words: 4"):  # fmt: skip
        assert part in text, part
    assert "again" not in text, "a mention is not a figure of its own"
    assert "secret" not in text
    assert text.index("12 %") < text.index("ships lost")


@pytest.mark.parametrize(
    ("name", "marked"),
    [("md", "- Bread costs more.\n- Ships are late."), ("txt", "• Bread costs more.\n• Ships are late.")],
)
def test_points_of_a_summary_stand_on_lines_of_their_own(name: str, marked: str) -> None:
    digest = rich_digest()
    assert digest.summary is not None
    listed = replace(digest, summary=replace(digest.summary, text="• Bread costs more.\n• Ships are late."))
    assert marked in exported(name, listed).decode()
    page = lxml.html.fromstring(exported("html", listed))
    assert [item.text for item in page.iterfind(".//ul/li")] == ["Bread costs more.", "Ships are late."]
    document = docx.Document(io.BytesIO(exported("docx", listed)))
    points = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "List Bullet"]
    assert points == ["Bread costs more.", "Ships are late."]


@pytest.mark.parametrize("name", ["md", "html", "docx", "txt"])
def test_the_text_is_left_out_unless_asked_for_and_figures_are_limited(name: str) -> None:
    content = exported(name, rich_digest(), figures=1)
    text = words_of_docx(content) if name == "docx" else content.decode()
    assert "Second one." not in text
    assert "degrees" not in text


@pytest.mark.parametrize("name", ["md", "html", "docx", "txt"])
@pytest.mark.parametrize(("lang", "heading"), [("ru", "Главные цифры"), ("uk", "Головні цифри"), ("fi", "Key figures")])
def test_headings_are_in_the_language_of_the_reader(name: str, lang: str, heading: str) -> None:
    content = exported(name, rich_digest(), lang=lang)
    assert heading in (words_of_docx(content) if name == "docx" else content.decode())


@pytest.mark.parametrize("name", ["md", "html", "docx", "txt", "json", "csv"])
def test_many_digests_are_in_one_file(name: str) -> None:
    content = exported(name, rich_digest(), make_digest(title="Ferry stops", source="-"))
    text = words_of_docx(content) if name == "docx" else content.decode()
    assert text.index("Bread") < text.index("Ferry stops")


@pytest.mark.parametrize("exporter", list(EXPORTERS), ids=lambda exporter: exporter.name)
def test_a_bare_digest_can_be_exported_too(exporter: object) -> None:
    bare = Digest(Article("-", ""), ())
    assert EXPORTERS.for_name(f"x{exporter.suffix}").export([bare], ExportOptions())  # type: ignore[attr-defined]


def hostile_digest() -> Digest:
    figure = Figure(0, 1, HOSTILE, 1.0, label=HOSTILE, context=HOSTILE, unit=HOSTILE, noun=HOSTILE, kind=HOSTILE)
    article = Article(HOSTILE, f"{HOSTILE}\n\n- {HOSTILE}", HOSTILE, HOSTILE, HOSTILE, HOSTILE, '"><b>', HOSTILE)
    return Digest(article, (figure,), Summary(HOSTILE, '"><b>', HOSTILE, "x", 1, 1, 1, 1))


def test_html_holds_no_markup_of_the_article_and_loads_nothing() -> None:
    content = exported("html", hostile_digest(), with_text=True)
    page = lxml.html.fromstring(content)
    assert not page.xpath("//img|//script|//iframe|//object|//link|//b")
    assert not page.xpath("//@onerror|//@src|//@href")
    assert (
        page.xpath("//meta[@http-equiv='Content-Security-Policy']")[0].get("content").startswith("default-src 'none'")
    )
    assert "@import" not in content.decode()
    assert "url(" not in content.decode()
    assert clean(HOSTILE) in page.text_content()


def test_only_web_addresses_become_links() -> None:
    page = lxml.html.fromstring(exported("html", rich_digest()))
    assert page.xpath("//@href") == ["https://news.example.org/x?a=1&b=%3C2%3E"]
    for source in ("javascript:alert(1)", "file:///etc/x", "data:text/html,x", "http://", "http://[bad"):
        digest = make_digest(source=source)
        assert not lxml.html.fromstring(exported("html", digest)).xpath("//@href")
        assert b"](" not in exported("md", digest)
        assert not MarkdownIt().render(exported("md", digest).decode()).count("<a ")


def test_folders_are_not_handed_on() -> None:
    digest = make_digest(source="/home/somebody/secret-project/report.html")
    for name in ("md", "html", "txt", "csv"):
        assert b"secret-project" not in exported(name, digest)
        assert b"report.html" in exported(name, digest)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_shown_by_markdown_as_it_is(text: str) -> None:
    text = clean(text)
    rendered = MarkdownIt("commonmark").render(f"# {escape(text)}\n\n{escape(text)}\n\n- **{escape('x' + text)}**")
    page = lxml.html.fromstring(f"<div>{rendered}</div>")
    assert {element.tag for element in page.iter()} <= {"div", "h1", "p", "ul", "li", "strong"}
    shown = " ".join(page.text_content().split())
    assert shown == " ".join(f"{text} {text} x{text}".split())


def test_markdown_cannot_be_broken_out_of() -> None:
    rendered = MarkdownIt("commonmark").render(exported("md", hostile_digest(), with_text=True).decode())
    page = lxml.html.fromstring(f"<div>{rendered}</div>")
    assert {element.tag for element in page.iter()} <= {
        "div",
        "h1",
        "h2",
        "p",
        "ul",
        "li",
        "strong",
        "em",
        "blockquote",
    }


def test_a_word_document_is_sound_and_holds_no_control_characters() -> None:
    content = exported("docx", hostile_digest(), with_text=True)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))
    assert clean(HOSTILE) in words_of_docx(content)


def test_word_has_real_headings_links_and_a_page_for_each_digest() -> None:
    document = docx.Document(io.BytesIO(exported("docx", rich_digest(), make_digest())))
    headings = [p for p in document.paragraphs if p.style.name == "Heading 1"]
    assert [bool(p.paragraph_format.page_break_before) for p in headings] == [False, True]
    addresses = [link.address for p in document.paragraphs for link in p.hyperlinks]
    assert addresses[0] == "https://news.example.org/x?a=1&b=%3C2%3E"
    assert document.core_properties.author == "Kratko"
    assert document.core_properties.title == "Bread & ships"


def test_right_to_left_texts_run_from_right_to_left() -> None:
    digest = make_digest("افتتح الجسر بكلفة 12 مليون.", title="الجسر", lang="ar", summary="افتتح الجسر.")
    page = lxml.html.fromstring(exported("html", digest))
    assert page.xpath("//h1/@dir") == page.xpath("//p[@class='summary']/@dir") == ["rtl"]
    assert page.xpath("//h1/@lang") == ["ar"]
    document = docx.Document(io.BytesIO(exported("docx", digest)))
    heading = document.paragraphs[0]
    assert heading.text == "الجسر"
    assert heading._p.xpath("./w:pPr/w:bidi")
    assert heading.runs[0]._r.xpath("./w:rPr/w:rtl")
    assert document.tables[0]._tbl.xpath("./w:tblPr/w:bidiVisual")
    assert not docx.Document(io.BytesIO(exported("docx", make_digest()))).paragraphs[0]._p.xpath("./w:pPr/w:bidi")


def test_what_the_article_says_itself_is_not_called_written_by_a_model() -> None:
    digest = rich_digest()
    assert digest.summary is not None
    quoted = replace(digest, summary=replace(digest.summary, outcome=Outcome.QUOTED))
    assert b"small-model" in exported("md", digest)
    assert b"small-model" not in exported("md", quoted)


@pytest.mark.parametrize(
    ("model", "shown"),
    [
        ("/home/somebody/models/tiny.gguf", "tiny.gguf"),
        ("C:\\Users\\somebody\\tiny.gguf", "tiny.gguf"),
        ("./somebody/tiny.gguf", "tiny.gguf"),
        ("owner/tiny", "owner/tiny"),
        ("qwen3-1.7b", "qwen3-1.7b"),
    ],
)
def test_of_a_model_file_only_the_name_is_handed_on(model: str, shown: str) -> None:
    digest = rich_digest()
    assert digest.summary is not None
    text = exported("txt", replace(digest, summary=replace(digest.summary, model=model))).decode()
    assert f"Written by {shown} in Kratko" in " ".join(text.split())
    assert "somebody" not in text


def test_csv_names_the_printed_page() -> None:
    digest = make_digest()
    paged = replace(digest, article=replace(digest.article, pages=(0, 20)))
    assert [rows_of(exported("csv", one))[0]["page"] for one in (digest, paged)] == ["", "2"]


def test_json_comes_back_equal() -> None:
    digests = (rich_digest(), make_digest())
    assert parse_digests(exported("json", *digests).decode()) == digests


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_csv_has_a_row_for_every_figure() -> None:
    rows = rows_of(exported("csv", rich_digest()))
    assert [row["value"] for row in rows] == ["12", "12", "-5", "40"]
    assert rows[0]["change"] == "up"
    assert rows[0]["address"] == "https://news.example.org/x?a=1&b=%3C2%3E"
    assert rows[0]["bound"] == "about"
    assert rows[1]["repeats"] == "0"
    assert rows[2]["high"] == "-3.5"
    assert rows[2]["text"] == "'-5"
    assert rows[2]["label"] == "'=degrees"
    assert exported("csv", rich_digest(), bom=True).startswith(b"\xef\xbb\xbf")
    assert not exported("csv", rich_digest()).startswith(b"\xef\xbb\xbf")


@given(st.text(max_size=8).flatmap(lambda t: st.sampled_from([t, "=" + t, " @" + t, "+1", "\t=x", "－1", "-2+3"])))
def test_no_cell_of_csv_is_a_formula(text: str) -> None:
    figure = Figure(0, 1, text, 1.0, unit=text, noun=text, label=text, context=text, kind=text)
    digest = replace(make_digest(title=text, site=text), figures=(figure,))
    (row,) = rows_of(exported("csv", digest))
    for name, cell in row.items():
        if name not in ("value", "high", "repeats", "page"):
            assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")), (name, cell)
            assert not cell.startswith(("\t", "\r", "\n"))


def test_the_apostrophe_is_put_only_where_it_is_needed() -> None:
    assert [safe_cell(text) for text in ("5 %", "a=b", "−5", "", "'=x")] == ["5 %", "a=b", "−5", "", "'=x"]


def test_the_clipboard_gets_html_without_a_page() -> None:
    assert fragment(rich_digest(), ExportOptions()).startswith("<article>")


def test_files_are_written_whole(tmp_path: Path) -> None:
    path = tmp_path / "отчёт.MD"
    path.write_text("old", encoding="utf-8")
    export_to(path, [rich_digest()])
    assert path.read_text(encoding="utf-8").startswith("# Bread \\& ships")
    assert [file.name for file in tmp_path.iterdir()] == ["отчёт.MD"]


def test_a_link_goes_on_pointing_where_it_did(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old", encoding="utf-8")
    (tmp_path / "link.md").symlink_to("real.md")
    export_to(tmp_path / "link.md", [rich_digest()])
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text(encoding="utf-8") != "old"


@pytest.mark.parametrize("name", ["missing/x.md", "file/x.md", "x" * 300 + ".md", "nul\x00.md"])
def test_what_cannot_be_written_says_so(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ExportFailed) as error:
        export_to(tmp_path / name, [rich_digest()])
    assert error.value.params["reason"]


@pytest.mark.parametrize("name", ["x.pdf", "x", ".md", "x.md.zip"])
def test_unknown_endings_name_the_known_ones(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnknownExportFormat) as error:
        export_to(tmp_path / name, [rich_digest()])
    assert ".docx" in str(error.value.params["known"])


_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from desktop_app.errors import ExportFailed
from desktop_app.export import export_to
from tests.unit.library.conftest import make_digest
from tests.unit.test_json_form import digests
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
try:
    export_to(Path(sys.argv[1]), [make_digest("long " * 10_000)])
except ExportFailed as error:
    print(error.params["reason"])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits of file size")
def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text("old", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", _FULL_DISK, str(path)], capture_output=True, text=True, check=True, cwd=REPOSITORY
    )
    assert done.stdout.strip()
    assert path.read_text(encoding="utf-8") == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["x.json"]


@pytest.mark.skipif(os.name != "posix", reason="modes of files")
def test_exported_files_are_as_private_as_the_user_wants_files_to_be(tmp_path: Path) -> None:
    export_to(tmp_path / "x.md", [rich_digest()])
    (tmp_path / "y").touch()
    assert stat.S_IMODE((tmp_path / "x.md").stat().st_mode) == stat.S_IMODE((tmp_path / "y").stat().st_mode)


def test_more_formats_can_be_added() -> None:
    class Upper:
        name, suffix, media_type = "Upper", ".upper", "text/plain"

        def export(self, digests: object, options: ExportOptions) -> bytes:
            return b"UPPER"

    more = EXPORTERS.and_also([Upper()])
    assert [exporter.suffix for exporter in more] == [*(exporter.suffix for exporter in EXPORTERS), ".upper"]
    assert more.for_name("a.upper").export([rich_digest()], ExportOptions()) == b"UPPER"


def test_every_language_has_the_same_words() -> None:
    import string
    import tomllib

    from desktop_app.resources import resource

    tables = {
        lang: tomllib.loads(resource("export", f"{lang}.toml").read_text(encoding="utf-8"))
        for lang in INTERFACE_LANGUAGES
    }

    def shape(table: dict[str, dict[str, str]]) -> dict[tuple[str, str], set[str | None]]:
        return {
            (kind, key): {name for _, name, _, _ in string.Formatter().parse(words) if name}
            for kind, entries in table.items()
            for key, words in entries.items()
        }

    assert shape(tables["en"]) == shape(tables["ru"]) == shape(tables["uk"])


@settings(max_examples=15, deadline=None)
@given(st.lists(digests, min_size=1, max_size=2), st.sampled_from(INTERFACE_LANGUAGES), st.booleans())
def test_whatever_a_digest_holds_can_be_exported(given_digests: list[Digest], lang: str, with_text: bool) -> None:
    options = ExportOptions(lang=lang, with_text=with_text)
    for exporter in EXPORTERS:
        assert exporter.export(given_digests, options)
