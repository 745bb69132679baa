"""Saving, copying, sharing, printing and dragging, in the real window; files are written by the real exporter."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import docx
import pypdfium2
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDrag, QDragEnterEvent, QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QProgressDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.article import Digest
from desktop_app.errors import ExportFailed, UnknownExportFormat
from desktop_app.export import ExportOptions, PictureSize, PictureTheme
from desktop_app.export.naming import file_name
from desktop_app.gui import settings
from desktop_app.gui.app import Application, build, qt_application
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.painting.child import make_client
from desktop_app.gui.printing import PrintJob
from desktop_app.gui.share_dialog import ShareDialog
from desktop_app.gui.taking_away import NAMES
from desktop_app.json_form import parse_digests
from desktop_app.worker.messages import Exported, ExportJob, Role
from tests.gui import stories
from tests.gui.awkward import AWKWARD, EVERYDAY, HEBREW, RUSSIAN
from tests.gui.conftest import Hands
from tests.gui.fakes import FakeChildren, FakeClient, FakeShelf


@pytest.fixture(autouse=True)
def qt_dialogs() -> Iterator[None]:
    """Qt's own file dialogs, which can be typed into."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    yield
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


Kind = TypeVar("Kind", bound=QWidget)


def dialog_of(window: MainWindow, kind: type[Kind]) -> Kind:
    found = [dialog for dialog in window.findChildren(kind) if dialog.isVisible()]
    assert len(found) == 1, found
    return found[0]


def save_as(window: MainWindow, name: str, kind: str | None = None) -> None:
    """Types ``name`` into the save dialog that is open, after choosing the format that begins with ``kind``."""
    dialog = dialog_of(window, QFileDialog)
    if kind is not None:
        words = next(words for words in dialog.nameFilters() if words.startswith(kind))
        dialog.selectNameFilter(words)
        dialog.filterSelected.emit(words)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText(name)
    QTest.keyClick(field, Qt.Key.Key_Return)


def clipboard() -> QMimeData:
    mime = QGuiApplication.clipboard().mimeData()
    assert mime is not None
    return mime


def remedy(window: MainWindow, words: str) -> None:
    next(button for button in window.outcome.remedies if button.text() == words).click()


def test_nothing_can_be_taken_away_before_there_is_something(window: MainWindow, hands: Hands) -> None:
    assert not any(window.actions_[name].isEnabled() for name in NAMES)
    assert not window.digest.summary.share.isVisible()
    hands.open()
    hands.read()
    assert all(window.actions_[name].isEnabled() for name in NAMES), "figures can go without a summary"
    assert window.digest.summary.share.isVisible()
    hands.open()
    assert not any(window.actions_[name].isEnabled() for name in NAMES)


def test_the_standard_keys_save_and_print(window: MainWindow) -> None:
    keys = {name: [key.toString() for key in window.actions_[name].shortcuts()] for name in NAMES}
    assert "Ctrl+S" in keys["save"]
    assert "Ctrl+P" in keys["print"]


def test_copying_fills_the_clipboard_rich_and_plain(window: MainWindow, hands: Hands) -> None:
    hands.digest()
    window.actions_["copy_digest"].trigger()
    mime = clipboard()
    for part in ("carried 84,000 people in its first month", "940 crowns", "https://quillmere.example/railway"):
        assert part in mime.text()
        assert part in mime.html()
    assert "<table" in mime.html()
    assert "**940 crowns**" in bytes(mime.data("text/markdown").data()).decode()
    assert window.digest.summary.copy.words == "Copied"


def test_copying_as_markdown_is_plain_text(window: MainWindow, hands: Hands) -> None:
    hands.digest()
    window.actions_["copy_markdown"].trigger()
    assert clipboard().text().startswith("# Quillmere’s railway")
    assert not clipboard().hasHtml()


def test_saving_asks_once_and_remembers(
    window: MainWindow, app: Application, hands: Hands, children: FakeChildren, tmp_path: Path
) -> None:
    # GIVEN a digest
    hands.digest()
    # WHEN it is saved as Word
    window.actions_["save"].trigger()
    dialog = dialog_of(window, QFileDialog)
    assert dialog.selectedFiles()[0].endswith("Quillmere’s railway carries 84,000 people in a month.pdf")
    save_as(window, str(tmp_path / "report"), "Word")
    # THEN the child is asked for a file with the right ending
    job = children.clients[Role.EXPORTER].last
    assert isinstance(job, ExportJob)
    assert job.path == str(tmp_path / "report.docx")
    assert job.digests == window.exits.away.current()
    # AND folder and format are offered the next time
    children.clients[Role.EXPORTER].emit(Exported((job.path,)))
    children.clients[Role.EXPORTER].done()
    hands.settle()
    assert window.outcome.words()[1] == "Saved: report.docx"
    window.actions_["save"].trigger()
    again = [dialog for dialog in window.findChildren(QFileDialog) if dialog.isVisible()][-1]
    assert again.directory().absolutePath() == str(tmp_path)
    assert again.selectedNameFilter() == "Word (*.docx)"
    again.reject()


def test_a_typed_ending_wins(window: MainWindow, hands: Hands, children: FakeChildren, tmp_path: Path) -> None:
    hands.digest()
    window.exits.away.save()
    save_as(window, str(tmp_path / "x.csv"))
    job = children.clients[Role.EXPORTER].last
    assert isinstance(job, ExportJob)
    assert job.path == str(tmp_path / "x.csv")
    assert window.exits.away.options().bom


def test_another_format_changes_the_ending_in_the_field(window: MainWindow, hands: Hands) -> None:
    hands.digest()
    window.exits.away.save()
    dialog = dialog_of(window, QFileDialog)
    dialog.filterSelected.emit("Markdown (*.md)")
    assert dialog.selectedFiles()[0].endswith("in a month.md")
    dialog.reject()


def test_a_failure_says_what_to_do_and_asks_again(
    window: MainWindow, app: Application, hands: Hands, children: FakeChildren, tmp_path: Path
) -> None:
    hands.digest()
    window.exits.away.save()
    save_as(window, str(tmp_path / "x.pdf"))
    children.clients[Role.EXPORTER].fail(ExportFailed(path="x.pdf", reason="No space left on device"))
    hands.settle()
    title, advice = window.outcome.words()
    assert "x.pdf" in title
    assert "No space left on device" in advice
    # AND it is worded again in another language
    app.settings.set(settings.INTERFACE_LANGUAGE, "ru")
    hands.settle()
    assert "Не удалось" in window.outcome.words()[0] or "не " in window.outcome.words()[0]
    remedy(window, "Выбрать другое место")
    dialog_of(window, QFileDialog).reject()


def test_long_writing_is_told_and_can_be_cancelled(
    window: MainWindow, hands: Hands, children: FakeChildren, tmp_path: Path, qtbot: QtBot
) -> None:
    hands.digest()
    window.exits.away.save()
    save_as(window, str(tmp_path / "x.pdf"))
    qtbot.waitUntil(window.outcome.isVisible, timeout=3000)
    assert window.outcome.words()[1] == "Writing x.pdf…"
    remedy(window, "Cancel")
    exporter = children.clients[Role.EXPORTER]
    assert isinstance(exporter, FakeClient)
    assert exporter.cancelled == [exporter.last.id]
    assert not window.outcome.isVisible()
    exporter.fail(UnknownExportFormat(name="x", known="y"))
    hands.settle()
    assert not window.outcome.isVisible(), "what was stopped is not told any more"


def test_the_picture_is_shown_as_it_will_be(
    window: MainWindow, app: Application, hands: Hands, children: FakeChildren, tmp_path: Path
) -> None:
    hands.digest()
    window.actions_["share_picture"].trigger()
    dialog = dialog_of(window, ShareDialog)
    dialog.sizes[PictureSize.SQUARE].click()
    dialog.themes[PictureTheme.DARK].click()
    assert dialog.preview.picture.size.height() == 1080
    # WHEN it is copied THEN the whole picture is on the clipboard
    dialog.copy.click()
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (1080, 1080)
    assert image.pixelColor(540, 5).lightness() < 60
    assert dialog.copy.text() == "Copied"
    # WHEN it is saved THEN the same is asked of the child, and the choice is remembered
    dialog.save.click()
    save_as(window, str(tmp_path / "card"))
    job = children.clients[Role.EXPORTER].last
    assert isinstance(job, ExportJob)
    assert (job.path, job.options.picture, job.options.theme) == (
        str(tmp_path / "card.png"), PictureSize.SQUARE, PictureTheme.DARK,
    )  # fmt: skip
    assert not dialog.isVisible()
    assert app.settings.get(settings.PICTURE_SIZE) == "square"


def test_the_preview_fills_its_place_and_keeps_its_shape(window: MainWindow, hands: Hands) -> None:
    hands.digest()
    window.exits.away.share_picture()
    dialog = dialog_of(window, ShareDialog)
    dialog.resize(900, 800)
    hands.settle()
    place = dialog.preview.place()
    assert abs(place.width() / place.height() - 1200 / 630) < 0.01
    assert dialog.preview.rect().toRectF().contains(place)
    shot = dialog.preview.grab().toImage()
    assert shot.pixelColor(shot.width() // 2, shot.height() // 2).isValid()
    dialog.reject()


def test_printing_prints_what_the_preview_shows(window: MainWindow, hands: Hands, tmp_path: Path, qtbot: QtBot) -> None:
    hands.digest()
    window.actions_["print"].trigger()
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(QPrintPreviewDialog)))
    dialog_of(window, QPrintPreviewDialog).close()
    hands.settle()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    PrintJob([EVERYDAY, RUSSIAN], ExportOptions(with_text=True), window).paint(printer)
    document = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    assert "Мост через Лучу" in text
    assert f"1 / {len(document)}" in text


def test_the_window_goes_on_while_many_pages_are_prepared_and_can_stop_it(
    window: MainWindow, hands: Hands, qtbot: QtBot
) -> None:
    def visible(kind: type[QWidget]) -> bool:
        return any(dialog.isVisible() for dialog in window.findChildren(kind))

    ticks: list[bool] = []
    timer = QTimer(window)
    timer.timeout.connect(lambda: ticks.append(visible(QPrintPreviewDialog)))
    timer.start(0)
    # GIVEN a lot to print, which takes long
    window.exits.away.print_([AWKWARD["five hundred figures"]] * 400)
    qtbot.waitUntil(lambda: visible(QProgressDialog), timeout=60_000)
    # THEN the window goes on meanwhile
    qtbot.waitUntil(lambda: dialog_of(window, QProgressDialog).value() > 8, timeout=60_000)
    assert len(ticks) > 8
    # WHEN it is stopped
    dialog_of(window, QProgressDialog).canceled.emit()
    hands.settle()
    qtbot.wait(50)
    timer.stop()
    # THEN nothing was shown, and nothing is left of it
    assert not any(ticks)
    assert not window.findChildren(QProgressDialog)
    assert not window.findChildren(PrintJob)


def test_only_the_pages_asked_for_are_printed(window: MainWindow, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFromTo(2, 2)
    PrintJob([EVERYDAY, RUSSIAN], ExportOptions(), window).paint(printer)
    document = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert len(document) == 1
    assert "2 / 3" in document[0].get_textpage().get_text_range()


def test_the_summary_is_dragged_out_by_its_heading(
    window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.digest()
    dragged: list[QMimeData] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, *_: dragged.append(drag.mimeData()))
    handle = window.digest.summary.heading
    middle = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    far = middle + QPoint(QApplication.startDragDistance() + 4, 0)
    _move(handle, far)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=far)
    (mime,) = dragged
    assert "940 crowns" in mime.text()
    assert mime.hasHtml()


def _move(widget: QWidget, to: QPoint) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(to), widget.mapToGlobal(QPointF(to)), Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_many_pictures_never_replace_files_unasked(
    window: MainWindow, hands: Hands, children: FakeChildren, tmp_path: Path
) -> None:
    (tmp_path / "x-2.png").write_bytes(b"mine")
    window.exits.away.save([EVERYDAY, RUSSIAN, HEBREW])
    save_as(window, str(tmp_path / "x.png"))
    box = dialog_of(window, QMessageBox)
    assert "x-2.png" in box.informativeText()
    assert Role.EXPORTER not in children.clients
    box.button(QMessageBox.StandardButton.Cancel).click()
    hands.settle()
    assert Role.EXPORTER not in children.clients
    window.exits.away.save([EVERYDAY, RUSSIAN, HEBREW])
    save_as(window, str(tmp_path / "x.png"))
    box = dialog_of(window, QMessageBox)
    next(button for button in box.buttons() if button.text() == "Replace").click()
    job = children.clients[Role.EXPORTER].last
    assert isinstance(job, ExportJob)
    assert len(job.digests) == 3


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Bread: 5 % dearer / cheaper?", "Bread 5 % dearer cheaper"),
        ("../../etc/passwd", "etc passwd"),
        ("con", "_con"),
        ("NUL.txt", "_NUL.txt"),
        ("", "Kratko"),
        ("... . .", "Kratko"),
        ("word " * 60, ("word " * 16).strip()),
        ("x" * 300, "x" * 80),
        ("Мост: «Лучу»", "Мост «Лучу»"),
        ("a\x00b\nc\u202etxt.exe", "ab ctxt.exe"),
    ],
)
def test_names_of_files_are_safe_everywhere(title: str, name: str) -> None:
    from dataclasses import replace

    digest = Digest(replace(stories.ARTICLE, title=title), ())
    assert file_name([digest], "en") == name
    assert file_name([digest, digest], "ru") == "Статей 2"


@pytest.fixture
def real(qapp: QApplication, qtbot: QtBot, store: object, tmp_path: Path) -> Iterator[Application]:
    """The window over a real exporter's child; reading and writing are played."""
    fakes = FakeChildren()

    def choose(role: Role, on_message: object) -> object:
        return make_client(role, on_message) if role is Role.EXPORTER else fakes(role, on_message)  # type: ignore[arg-type]

    made = build(qt_application(), store=store, make_client=choose, shelf=FakeShelf())  # type: ignore[arg-type]
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.window.close()


def test_every_format_is_written_by_the_real_child(real: Application, tmp_path: Path, qtbot: QtBot) -> None:
    window = real.window
    every = list(AWKWARD.values())
    for suffix in ("pdf", "docx", "html", "md", "txt", "csv", "json"):
        window.exits.away.save(every)
        save_as(window, str(tmp_path / f"all.{suffix}"))
        qtbot.waitUntil(lambda suffix=suffix: window.outcome.words()[1] == f"Saved: all.{suffix}", timeout=60_000)
    assert parse_digests((tmp_path / "all.json").read_text(encoding="utf-8")) == tuple(every)
    pages = pypdfium2.PdfDocument(tmp_path / "all.pdf")
    assert f"Digests: {len(every)}" in pages[0].get_textpage().get_text_range()
    assert len(docx.Document(str(tmp_path / "all.docx")).tables) > 10
    rows = list(csv.reader(io.StringIO((tmp_path / "all.csv").read_text(encoding="utf-8-sig"))))
    assert len(rows) == 1 + sum(len(digest.figures) for digest in every)
    assert (tmp_path / "all.html").read_text(encoding="utf-8").count("<article>") == len(every)


def test_pictures_are_written_by_the_real_child(real: Application, tmp_path: Path, qtbot: QtBot) -> None:
    window = real.window
    window.exits.away.save([EVERYDAY, HEBREW])
    save_as(window, str(tmp_path / "x.png"))
    qtbot.waitUntil(lambda: window.outcome.words()[1] == "Saved: x-1.png … x-2.png", timeout=60_000)
    assert QImage(str(tmp_path / "x-2.png")).width() == 1200


def test_a_place_that_cannot_be_written_is_told(real: Application, tmp_path: Path, qtbot: QtBot) -> None:
    window = real.window
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    window.exits.away._write(blocked / "x.pdf", (EVERYDAY,), window.exits.away.options())
    qtbot.waitUntil(lambda: window.outcome.isVisible() and "x.pdf" in window.outcome.words()[0], timeout=60_000)
    assert [button.text() for button in window.outcome.remedies] == ["Choose another place", "Close"]
    assert blocked.read_text(encoding="utf-8") == "in the way"


def test_what_is_dragged_out_is_not_read_again(window: MainWindow, hands: Hands) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://quillmere.example/railway")])
    assert hands.drag(mime)

    class Own(QDragEnterEvent):
        def source(self) -> QWidget:
            return window.digest.summary.heading

    event = Own(QPoint(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    window.drops.hide()
    event.ignore()
    window.drops.eventFilter(window, event)
    assert not event.isAccepted()
    assert not window.drops.isVisible()


def test_dialogs_speak_every_language_without_cutting_words(window: MainWindow, app: Application, hands: Hands) -> None:
    hands.digest()
    for lang in ("en", "ru", "uk"):
        app.settings.set(settings.INTERFACE_LANGUAGE, lang)
        hands.settle()
        window.exits.away.share_picture()
        dialog = dialog_of(window, ShareDialog)
        hands.settle()
        for button in (dialog.save, dialog.copy, dialog.close_, *dialog.sizes.values(), *dialog.themes.values()):
            assert button.width() >= button.sizeHint().width(), (lang, button.text())
            assert dialog.rect().contains(button.geometry()), (lang, button.text())
        dialog.reject()
        hands.settle()
