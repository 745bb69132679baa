"""PDF and share pictures as they come out of the file: words where they belong, nothing beyond the edges."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop_app.article import Digest
from desktop_app.export import ExportOptions, PaperSize, PictureSize, PictureTheme, export_to
from desktop_app.export.card import MOST, card_of
from desktop_app.gui.painting.card import CardPicture
from desktop_app.gui.painting.exporters import PdfExporter, PictureExporter, all_exporters
from desktop_app.gui.painting.flow import Strip, paginate
from desktop_app.json_form import dump_digests
from tests.conftest import REPOSITORY
from tests.gui.awkward import AWKWARD, EVERYDAY, HEBREW, RUSSIAN

pytestmark = pytest.mark.usefixtures("qapp")

EVERY = pytest.mark.parametrize("digest", AWKWARD.values(), ids=AWKWARD)


def pdf(*digests: Digest, **options: object) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(PdfExporter().export(digests, ExportOptions(**options)))  # type: ignore[arg-type]


def words(document: pypdfium2.PdfDocument, page: int | None = None) -> str:
    pages = range(len(document)) if page is None else (page,)
    return " ".join(" ".join(document[number].get_textpage().get_text_range() for number in pages).split())


def links(page: pypdfium2.PdfPage) -> list[str]:
    found = []
    start, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, ctypes.byref(start), ctypes.byref(link)):
        action = pdfium.FPDFLink_GetAction(link)
        size = pdfium.FPDFAction_GetURIPath(page.pdf, action, None, 0)
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDFAction_GetURIPath(page.pdf, action, buffer, size)
        found.append(buffer.value.decode())
    return found


def test_a_pdf_holds_the_digest_as_text_that_can_be_selected() -> None:
    text = words(pdf(EVERYDAY, with_text=True))
    for part in ("Quillmere’s railway carries 84,000 people in a month", "Nora Feld", "March 9, 2026", "Summary",
                 "The Quillmere railway carried 84,000 people in its first month.", "rose to 940", "crowns",
                 "rents in the upper town", "Also on this page", "homes without power", "1 / 2", "Paragraph 15",
                 "tiny-writer"):  # fmt: skip
        assert part in text, part


def test_a_pdf_speaks_cyrillic() -> None:
    text = words(pdf(RUSSIAN, lang="ru"))
    for part in (
        "Мост через Лучу открылся на год раньше срока",
        "Главные цифры",
        "4,6 млрд",
        "4 мая 2026",
        "обошёлся мост",
    ):
        assert part in text, part


def test_a_pdf_sets_hebrew_from_right_to_left() -> None:
    page = pdf(HEBREW)[0]
    text = page.get_textpage()
    assert "הרכבל החדש" in words(page.pdf)
    (first, *_), (last, *_) = (text.get_charbox(text.get_text_range().index(sign)) for sign in ("ה", "ם"))
    assert first > last, "the first letter of the title stands right of its last"
    assert first > page.get_width() / 2


def test_the_source_is_a_link() -> None:
    assert links(pdf(EVERYDAY)[0]) == ["https://quillmere.example/railway"]
    assert not links(pdf(replace(EVERYDAY, article=replace(EVERYDAY.article, url=None, source="javascript:x")))[0])


def test_many_digests_begin_with_contents_that_name_the_right_pages() -> None:
    document = pdf(EVERYDAY, RUSSIAN, HEBREW, with_text=True)
    contents = words(document, 0)
    assert contents.startswith("Digests: 3")
    assert len(document) == 5
    for title, page in (("Quillmere’s railway carries 84,000 people in a month", 2), ("раньше срока", 4)):
        assert f"{title} {page}" in contents
        assert title in words(document, page - 1)
    assert words(document, 4).endswith("5 / 5 הרכבל החדש הסיע 84 אלף נוסעים · Kratko") or "5 / 5" in words(document, 4)


def test_pages_have_the_size_asked_for() -> None:
    assert [round(side) for side in pdf(EVERYDAY)[0].get_size()] == [595, 842]
    assert [round(side) for side in pdf(EVERYDAY, paper=PaperSize.LETTER)[0].get_size()] == [612, 792]


@EVERY
def test_all_words_of_a_pdf_stand_inside_its_margins(digest: Digest) -> None:
    document = pdf(digest, figures=500, with_text=True)
    for page in document:
        width, height = page.get_size()
        text = page.get_textpage()
        for at in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(at)
            if right > left:
                assert left >= 50
                assert right <= width - 50
                assert bottom >= 30
                assert top <= height - 45
    assert "1 / " in words(document, 0)


def test_nothing_of_a_long_table_is_lost() -> None:
    text = words(pdf(AWKWARD["five hundred figures"], figures=500))
    assert all(f"thing number {number} that was counted by the town" in text for number in range(1, 501))


def strips(*heights: float, keep: tuple[int, ...] = ()) -> list[Strip]:
    return [Strip(height, lambda *_: None, keep=number in keep) for number, height in enumerate(heights)]


def test_a_heading_goes_to_the_page_of_what_it_heads() -> None:
    pages = paginate(strips(60, 30, 20, keep=(1,)), 100)
    assert [[placed.strip.height for placed in page] for page in pages] == [[60], [30, 20]]
    # AND what is higher than a page breaks rather than runs off it
    pages = paginate(strips(60, 60, 60, keep=(0, 1)), 100)
    assert [len(page) for page in pages] == [1, 1, 1]


def picture(digest: Digest, size: PictureSize, theme: PictureTheme = PictureTheme.LIGHT) -> CardPicture:
    return CardPicture(card_of(digest, ExportOptions()), size, theme)


@pytest.mark.parametrize("size", PictureSize)
@EVERY
def test_nothing_on_a_picture_overlaps_or_leaves_it(digest: Digest, size: PictureSize) -> None:
    card = picture(digest, size)
    inside = QRectF(0, 0, *size.pixels).adjusted(50, 50, -50, -50)
    for number, one in enumerate(card.placed):
        assert not one.text.words or inside.contains(one.bounds), (one.part, one.bounds)
        for other in card.placed[number + 1 :]:
            assert not one.bounds.intersects(other.bounds), (one.part, other.part)


@pytest.mark.parametrize("theme", PictureTheme)
@pytest.mark.parametrize("size", PictureSize)
@EVERY
def test_the_margins_of_a_picture_hold_no_ink(digest: Digest, size: PictureSize, theme: PictureTheme) -> None:
    image = picture(digest, size, theme).image()
    assert (image.width(), image.height()) == size.pixels
    # The coloured edge is on the left or right; between it and the texts, and along the other edges, there is nothing.
    ground = image.pixelColor(image.width() // 2, 4)
    for x in range(14, image.width() - 14, 3):
        assert image.pixelColor(x, 40) == image.pixelColor(x, image.height() - 40) == ground
    for y in range(4, image.height() - 4, 3):
        assert image.pixelColor(40, y) == image.pixelColor(image.width() - 40, y) == ground


def test_everyday_words_are_on_a_picture_whole() -> None:
    for size in PictureSize:
        for digest in (EVERYDAY, RUSSIAN, HEBREW):
            card = picture(digest, size)
            assert not [placed.part for placed in card.placed if placed.text.cut]
            shown = [placed.text.words for placed in card.placed]
            assert digest.article.title in shown
            assert digest.summary is not None
            assert digest.summary.text in shown


def test_what_is_too_long_ends_with_an_ellipsis() -> None:
    card = picture(AWKWARD["long everything"], PictureSize.WIDE)
    for part in ("title", "summary"):
        (placed,) = [placed for placed in card.placed if placed.part == part]
        assert placed.text.cut
        assert placed.text.words.endswith("…")
        assert len(placed.text.words) > 60, "most of the room is used"


def test_figures_on_a_picture_are_few_and_say_what_they_are_about() -> None:
    card = picture(AWKWARD["five hundred figures"], PictureSize.SQUARE)
    assert 3 <= len([placed for placed in card.placed if placed.part == "value"]) <= MOST
    assert all(placed.text.words for placed in card.placed if placed.part == "label")
    assert not card_of(AWKWARD["others' figures"], ExportOptions()).figures


def test_a_picture_speaks_the_language_of_its_text() -> None:
    assert card_of(RUSSIAN, ExportOptions(lang="en")).note == "Пересказ языковой модели"
    assert card_of(HEBREW, ExportOptions(lang="uk")).note == "Переказ мовної моделі"
    assert card_of(AWKWARD["quoted"], ExportOptions()).note == "Sentences of the article"
    assert "not all of it" in card_of(AWKWARD["long everything"], ExportOptions()).note
    assert not card_of(AWKWARD["no summary"], ExportOptions()).note


def test_the_preview_is_the_picture(qapp: QApplication) -> None:
    card = picture(EVERYDAY, PictureSize.WIDE)
    half = card.image(0.5)
    assert (half.width(), half.height()) == (600, 315)
    again = QImage(1200, 630, QImage.Format.Format_RGB32)
    painter = QPainter(again)
    card.paint(painter)
    painter.end()
    assert again == card.image()


def test_light_and_dark_differ_and_are_written_as_png() -> None:
    light, dark = (
        QImage.fromData(PictureExporter().export([EVERYDAY], ExportOptions(theme=theme))) for theme in PictureTheme
    )
    assert light.pixelColor(600, 5).lightness() > 200
    assert dark.pixelColor(600, 5).lightness() < 60


def test_many_digests_make_many_pictures(tmp_path: Path) -> None:
    paths = export_to(tmp_path / "x.png", [EVERYDAY, RUSSIAN, HEBREW], ExportOptions(), all_exporters())
    assert [path.name for path in paths] == ["x-1.png", "x-2.png", "x-3.png"]
    assert all(QImage(str(path)).width() == 1200 for path in paths)
    assert not (tmp_path / "x.png").exists()


def kratko(*arguments: object, code: int = 0) -> str:
    """Runs the program in a process of its own, where there is no display."""
    done = subprocess.run(
        [sys.executable, "-m", "desktop_app", *map(str, arguments)],
        cwd=REPOSITORY, capture_output=True, text=True, env=_bare(), timeout=120,
    )  # fmt: skip
    assert done.returncode == code, done.stderr
    return done.stderr


def _bare() -> dict[str, str]:
    import os

    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return {name: value for name, value in os.environ.items() if name not in hidden} | {"LC_ALL": "C.UTF-8"}


def test_the_command_line_makes_them_without_a_display(tmp_path: Path) -> None:
    source = tmp_path / "in.json"
    source.write_text(dump_digests([EVERYDAY, RUSSIAN]), encoding="utf-8")
    assert "2 digests" in kratko("export", source, tmp_path / "out.pdf", "--headings", "uk")
    assert "Головні цифри" in words(pypdfium2.PdfDocument(tmp_path / "out.pdf"))
    said = kratko("export", source, tmp_path / "out.png", "--size", "square", "--theme", "dark")
    assert "out-1.png … out-2.png" in said
    image = QImage(str(tmp_path / "out-2.png"))
    assert (image.width(), image.height()) == (1080, 1080)
    assert image.pixelColor(540, 5).lightness() < 60


def test_a_file_that_was_there_stays_whole_if_the_new_one_fails(tmp_path: Path) -> None:
    source, folder = tmp_path / "in.json", tmp_path / "no such folder"
    source.write_text(dump_digests([EVERYDAY]), encoding="utf-8")
    assert "could not be written" in kratko("export", source, folder / "out.pdf", code=1)


def test_qt_is_loaded_for_what_is_painted_alone(tmp_path: Path) -> None:
    source = tmp_path / "in.json"
    source.write_text(dump_digests([EVERYDAY]), encoding="utf-8")
    for name, loaded in (("out.md", "False"), ("out.png", "True")):
        code = (
            "import sys, desktop_app.__main__ as m\n"
            f"m.main(['export', {str(source)!r}, {str(tmp_path / name)!r}])\nprint('PySide6' in sys.modules)"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=REPOSITORY, env=_bare())
        assert done.stdout.strip() == loaded, done.stderr
