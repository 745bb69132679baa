"""Comparing in the window, and opening exported digests as they are stored."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop_app.article import Article, Digest, Figure
from desktop_app.errors import InternalError
from desktop_app.export.comparison import comparison_of
from desktop_app.gui import settings
from desktop_app.gui.app import Application, build, qt_application
from desktop_app.gui.compare_dialog import CompareDialog
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.painting.child import make_client
from desktop_app.json_form import dump_digests
from desktop_app.sources.source import FileSource, Source
from desktop_app.worker.keeping import DigestsFetched, EntriesListed, FetchDigests, ListEntries, SaveDigest
from desktop_app.worker.messages import (
    Compared,
    CompareJob,
    DigestsLoaded,
    ExportComparisonJob,
    KeepJob,
    LoadDigestsJob,
    ReadJob,
    Role,
    SummarizeJob,
)
from tests.gui.awkward import AWKWARD, EVERYDAY, HEBREW
from tests.gui.conftest import Hands
from tests.gui.fakes import FakeChildren, FakeShelf
from tests.gui.test_taking_away import dialog_of, qt_dialogs, save_as  # noqa: F401


def report(number: int, price: str, value: float, *more: Figure) -> Digest:
    article = Article(f"https://news.example/{number}", "…", f"Report {number}", lang="en", published="2026-03-14")
    ticket = Figure(0, 5, price, value, label="price of a ticket", unit="EUR", kind="money", context="A sentence.")
    return Digest(article, (ticket, *more))


BOATS = Figure(9, 11, "12", 12, label="boats in the harbour")
REPORTS = (report(1, "5 euros", 5), report(2, "6.50 euros", 6.5, BOATS))


def compare(window: MainWindow, children: FakeChildren, hands: Hands, *digests: Digest) -> None:
    window.exits.comparing.compare(digests)
    hands.settle()
    children.clients[Role.EXPORTER].emit(Compared(comparison_of(digests, window.exits.away.options().lang)))
    children.clients[Role.EXPORTER].done()
    hands.settle()


def cells(window: MainWindow) -> list[list[str]]:
    model = window.exits.comparing.page.table.comparison
    return [
        [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_digests_stand_side_by_side(window: MainWindow, children: FakeChildren, hands: Hands) -> None:
    compare(window, children, hands, *REPORTS)
    page = window.exits.comparing.page
    assert page.isVisible()
    assert cells(window) == [
        ["price of a ticket", "5 euros", "6.50 euros, +€1.50 (30% more)"],
        ["Only in “Report 2”", "", ""],
        ["boats in the harbour", "", "12"],
    ]
    header = page.table.horizontalHeader().model()
    assert header.headerData(2, Qt.Orientation.Horizontal) == "Report 2"
    spoken = page.table.comparison.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Report 2, 6.50 euros, +€1.50 (30% more)"
    assert page.table.comparison.index(0, 2).data(Qt.ItemDataRole.ToolTipRole) == "A sentence."


def test_it_is_said_while_figures_are_compared_and_if_that_fails(
    window: MainWindow, children: FakeChildren, hands: Hands
) -> None:
    window.exits.comparing.compare(REPORTS)
    page = window.exits.comparing.page
    assert page.note == "Comparing…"
    assert not page.save.isEnabled()
    children.clients[Role.EXPORTER].fail(InternalError(reason="asked to"))
    hands.settle()
    assert page.message.isVisible()
    assert not page.note


def test_the_table_is_walked_and_copied_by_keyboard(window: MainWindow, children: FakeChildren, hands: Hands) -> None:
    compare(window, children, hands, *REPORTS)
    table = window.exits.comparing.page.table
    assert table.hasFocus()
    hands.press(Qt.Key.Key_Right)
    hands.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert table.selected_text() == "5 euros\t6.50 euros, +€1.50 (30% more)"
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == table.selected_text()
    hands.press(Qt.Key.Key_Tab)
    assert not table.hasFocus(), "Tab leaves the table"


def test_the_whole_comparison_is_copied_rich_and_plain(
    window: MainWindow, children: FakeChildren, hands: Hands
) -> None:
    compare(window, children, hands, *REPORTS)
    window.exits.comparing.page.copy.click()
    mime = QGuiApplication.clipboard().mimeData()
    assert mime is not None
    assert "<table" in mime.html()
    assert "30% more" in mime.text()


def test_the_comparison_is_saved(window: MainWindow, children: FakeChildren, hands: Hands, tmp_path: Path) -> None:
    compare(window, children, hands, *REPORTS)
    window.exits.comparing.page.save.click()
    save_as(window, str(tmp_path / "prices"), "Table")
    job = children.clients[Role.EXPORTER].last
    assert isinstance(job, ExportComparisonJob)
    assert (job.path, job.digests) == (str(tmp_path / "prices.csv"), REPORTS)


def test_closing_goes_back_to_what_was_there(window: MainWindow, children: FakeChildren, hands: Hands) -> None:
    compare(window, children, hands, *REPORTS)
    window.exits.comparing.page.back.click()
    assert window.empty.isVisible()
    hands.digest()
    compare(window, children, hands, *REPORTS)
    assert not window.reader.isVisible()
    window.exits.comparing.page.back.click()
    assert window.reader.isVisible()


def test_another_language_words_the_comparison_again(
    window: MainWindow, app: Application, children: FakeChildren, hands: Hands
) -> None:
    compare(window, children, hands, *REPORTS)
    app.settings.set(settings.INTERFACE_LANGUAGE, "uk")
    hands.settle()
    job = children.clients[Role.EXPORTER].last
    assert isinstance(job, CompareJob)
    assert job.lang == "uk"
    children.clients[Role.EXPORTER].emit(Compared(comparison_of(job.digests, "uk")))
    hands.settle()
    assert "більше на 30%" in cells(window)[0][2]


def test_nothing_in_common_is_said(window: MainWindow, children: FakeChildren, hands: Hands) -> None:
    compare(window, children, hands, REPORTS[0], HEBREW)
    assert "No two of these" in window.exits.comparing.page.note
    assert len(cells(window)) == 4


@pytest.mark.parametrize("width", [700, 1280])
def test_no_cell_is_cut(window: MainWindow, children: FakeChildren, hands: Hands, width: int) -> None:
    window.resize(width, 700)
    compare(window, children, hands, *AWKWARD.values())
    table = window.exits.comparing.page.table
    delegate: Any = table.itemDelegate()
    for row in range(0, table.comparison.rowCount(), 7):
        for column in range(table.comparison.columnCount()):
            if table.columnSpan(row, column) > 1:
                continue
            texts = delegate.texts(row, column, table.columnWidth(column))
            assert sum(text.height for text in texts) <= table.rowHeight(row)
            assert all(text.bounds.width() <= table.columnWidth(column) for text in texts)


def last(children: FakeChildren, kind: type) -> KeepJob:
    jobs = reversed(children.clients[Role.KEEPER].jobs)
    return next(job for job in jobs if isinstance(job, KeepJob) and isinstance(job.request, kind))


def keeper_jobs(children: FakeChildren, kind: type) -> list[Any]:
    jobs = children.clients[Role.KEEPER].jobs
    return [job.request for job in jobs if isinstance(job, KeepJob) and isinstance(job.request, kind)]


def test_what_is_open_is_compared_with_chosen_entries(window: MainWindow, children: FakeChildren, hands: Hands) -> None:
    from datetime import UTC, datetime

    from desktop_app.library.entries import Entry, Hit

    hands.digest()
    window.actions_["compare"].trigger()
    dialog = dialog_of(window, CompareDialog)
    keeper = children.clients[Role.KEEPER]
    now = datetime.now(UTC)
    entry = Entry(7, "https://news.example/7", "Report 7", None, None, "en", None, 9, 1, None, now, now, False, ())
    job = last(children, ListEntries)
    keeper.emit(EntriesListed((Hit(entry, "", ()),), 0, False, 1), job=job)
    hands.settle()
    assert not dialog.compare.isEnabled()
    dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
    assert dialog.chosen == (7,)
    dialog.compare.click()
    (request,) = keeper_jobs(children, FetchDigests)
    assert request.numbers == (7,)
    job = last(children, FetchDigests)
    keeper.emit(DigestsFetched((REPORTS[0],)), job=job)
    hands.settle()
    compared = children.clients[Role.EXPORTER].last
    assert isinstance(compared, CompareJob)
    assert compared.digests == (*window.exits.away.current(), REPORTS[0])


def test_chosen_entries_of_the_library_are_taken_away_and_compared(
    window: MainWindow, children: FakeChildren, hands: Hands
) -> None:
    words = {command.words(): command for command in window.left.library.commands}
    words["Compare"].action((1, 2))
    keeper = children.clients[Role.KEEPER]
    job = last(children, FetchDigests)
    keeper.emit(DigestsFetched(REPORTS), job=job)
    hands.settle()
    assert isinstance(children.clients[Role.EXPORTER].last, CompareJob)
    assert words["Compare"].least == 2
    words["Save as…"].action((1, 2))
    job = last(children, FetchDigests)
    keeper.emit(DigestsFetched(REPORTS), job=job)
    hands.settle()
    dialog = dialog_of(window, QFileDialog)
    assert "Digests 2" in dialog.selectedFiles()[0]
    dialog.reject()


def load(children: FakeChildren, *digests: Digest) -> None:
    job = next(job for job in reversed(children.reader.jobs) if isinstance(job, LoadDigestsJob))
    children.reader.emit(DigestsLoaded(digests), job=job)
    children.reader.done(job)


def test_an_exported_digest_is_shown_as_it_is_stored(
    window: MainWindow, children: FakeChildren, hands: Hands, tmp_path: Path
) -> None:
    # GIVEN an exported digest WHEN it is dropped
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "x.json"))])
    assert hands.drag(mime)
    hands.drop(mime)
    load(children, EVERYDAY)
    hands.settle()
    # THEN article, figures and summary are there, and neither was anything read nor summarised
    assert window.exits.away.current() == (EVERYDAY,)
    assert "84,000" in window.digest.summary.text.toPlainText()
    assert len(window.digest.figures.cards) > 2
    assert not [job for job in children.reader.jobs if isinstance(job, ReadJob)]
    assert not [job for job in children.writer.jobs if isinstance(job, SummarizeJob)]
    # AND it is kept
    assert [request.digest for request in keeper_jobs(children, SaveDigest)] == [EVERYDAY]


def test_many_exported_digests_go_into_the_library(
    window: MainWindow, children: FakeChildren, hands: Hands, tmp_path: Path
) -> None:
    window.open([FileSource(tmp_path / "x.json")])
    load(children, EVERYDAY, HEBREW, *REPORTS)
    hands.settle()
    assert window.exits.away.current() == (EVERYDAY,)
    assert [request.digest for request in keeper_jobs(children, SaveDigest)] == [EVERYDAY, HEBREW, *REPORTS]


def test_nothing_is_kept_where_nothing_shall_be(
    window: MainWindow, app: Application, children: FakeChildren, hands: Hands, tmp_path: Path
) -> None:
    app.settings.set(settings.KEEP_DIGESTS, False)
    window.open([FileSource(tmp_path / "x.json")])
    load(children, EVERYDAY, HEBREW)
    hands.settle()
    assert window.exits.away.current() == (EVERYDAY,)
    assert not keeper_jobs(children, SaveDigest)
    assert window.left.snackbar.isVisible()


def test_a_file_of_another_kind_is_read_like_any_other(
    window: MainWindow, children: FakeChildren, hands: Hands, tmp_path: Path
) -> None:
    from desktop_app.errors import NotADigest

    source = FileSource(tmp_path / "x.json")
    window.open([source])
    children.reader.fail(NotADigest(path="x", reason="y"))
    hands.settle()
    job = children.reader.last
    assert isinstance(job, ReadJob)
    assert job.source == source


def test_sources_beside_exported_digests_are_opened_together(
    window: MainWindow, children: FakeChildren, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.errors import NotADigest

    opened: list[list[Source]] = []
    monkeypatch.setattr(window.exits.importing, "_open", lambda sources: opened.append(list(sources)))
    names = ("digests.json", "a.txt", "other.json")
    sources = [FileSource(tmp_path / name) for name in names]
    window.open(sources)
    first, second = [job for job in children.reader.jobs if isinstance(job, LoadDigestsJob)]
    children.reader.fail(NotADigest(path="x", reason="y"), second)
    hands.settle()
    assert not opened
    children.reader.emit(DigestsLoaded((HEBREW,)), job=first)
    hands.settle()
    assert opened == [[sources[1], sources[2]]]
    assert [request.digest for request in keeper_jobs(children, SaveDigest)] == [HEBREW]


@pytest.fixture
def real(qapp: QApplication, qtbot: QtBot, store: object, tmp_path: Path) -> Iterator[Application]:
    """The window over a real exporter's and a real reader's child."""
    fakes = FakeChildren()

    def choose(role: Role, on_message: Callable[[Any], None]) -> object:
        return make_client(role, on_message) if role in (Role.EXPORTER, Role.READER) else fakes(role, on_message)

    made = build(qt_application(), store=store, make_client=choose, shelf=FakeShelf())  # type: ignore[arg-type]
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.window.close()


def test_real_children_import_compare_and_write(real: Application, tmp_path: Path, qtbot: QtBot) -> None:
    window = real.window
    source = tmp_path / "digests.json"
    source.write_text(dump_digests([EVERYDAY]), encoding="utf-8")
    window.open([FileSource(source)])
    qtbot.waitUntil(lambda: window.exits.away.current() == (EVERYDAY,), timeout=60_000)
    window.exits.comparing.compare(REPORTS)
    page = window.exits.comparing.page
    qtbot.waitUntil(lambda: page.sheet is not None, timeout=60_000)
    assert cells(window)[0][2] == "6.50 euros, +€1.50 (30% more)"
    page.save.click()
    save_as(window, str(tmp_path / "x.csv"))
    qtbot.waitUntil(lambda: window.outcome.words()[1] == "Saved: x.csv", timeout=60_000)
    rows = list(csv.reader((tmp_path / "x.csv").read_text(encoding="utf-8").splitlines()))
    assert rows[1][:3] == ["price of a ticket", "EUR", "5 euros"]
