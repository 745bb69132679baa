"""The library in the window: what is read is kept, found again, ordered, deleted and brought back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from desktop_app.article import Article, Digest
from desktop_app.gui import settings
from desktop_app.gui.app import Application
from desktop_app.gui.left_column import LeftColumn
from desktop_app.gui.library_model import PAGE, Group, Role, group_of
from desktop_app.gui.library_presenter import EntryCommand
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.tag_dialog import TagDialog
from desktop_app.library.entries import Entry
from desktop_app.library.library import Library
from desktop_app.options import SummaryOptions
from desktop_app.sources.source import FileSource, TextSource, UrlSource
from desktop_app.worker.messages import ReadJob, SummarizeJob
from tests.gui import stories
from tests.gui.conftest import Hands
from tests.gui.fakes import FakeChildren, HonestKeeper

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    monkeypatch.setenv("KRATKO_DATA", str(folder))
    return folder


@pytest.fixture
def children(data: Path) -> FakeChildren:
    return FakeChildren(keeping=True)


@pytest.fixture
def library(data: Path) -> Iterator[Library]:
    with Library.default() as kept:
        yield kept


@pytest.fixture
def left(window: MainWindow) -> LeftColumn:
    return window.left


def article(number: int, words: str = "The mill at Aldbrook ground 12 tonnes of rye.", **parts: object) -> Article:
    address = f"https://aldbrook.example/{number}"
    made = Article(
        source=address, url=address, title=f"Story number {number}", site="Aldbrook Echo", body=f"{words} {number}.",
        lang="en",
    )  # fmt: skip
    return replace(made, **parts)  # type: ignore[arg-type]


def fill(library: Library, number: int, **parts: object) -> list[int]:
    return [library.save(Digest(article(at, **parts), (), None)).id for at in range(1, number + 1)]  # type: ignore[arg-type]


def titles(left: LeftColumn) -> list[str | None]:
    return [hit.entry.title for hit in left.panel.model.hits]


def start(left: LeftColumn, hands: Hands) -> None:
    left.start()
    hands.settle()


class TestKeeping:
    def test_what_is_read_is_kept_with_its_summary(self, left: LeftColumn, hands: Hands, library: Library) -> None:
        # WHEN an article is read
        hands.open()
        hands.settle()
        hands.read()
        # THEN it is in the list, and on the disk, before there is a summary
        assert titles(left) == [stories.ARTICLE.title]
        (entry,) = library.entries()
        assert entry.summary is None
        assert library.digest(entry.id).figures == stories.figures()
        # AND with its summary once that is there
        hands.summarise()
        (entry,) = library.entries()
        assert entry.summary == stories.summary().text
        (stored,) = library.summaries(entry.id)
        assert (stored.length, stored.options.lang) == (hands.app.session.options.length, "auto")

    def test_a_page_that_is_no_article_is_kept_only_if_it_is_summarised(
        self, left: LeftColumn, hands: Hands, library: Library, window: MainWindow
    ) -> None:
        from tests.gui.test_problems import STUB

        hands.open()
        hands.read(STUB)
        assert library.count() == 0
        window.session.summarize(insist=True)
        hands.summarise("A stub.")
        assert library.count() == 1

    def test_a_damaged_library_is_told_and_reading_goes_on(
        self, left: LeftColumn, hands: Hands, data: Path, window: MainWindow
    ) -> None:
        data.mkdir(exist_ok=True)
        (data / "library.sqlite").write_bytes(b"no database " * 500)
        start(left, hands)
        assert "damaged" in left.panel.hint.lower()
        hands.digest()
        assert window.digest.summary.text.toPlainText() == stories.summary().text
        assert titles(left) == [stories.ARTICLE.title]


class TestComingBack:
    def test_an_entry_opens_at_once_without_reading(
        self, left: LeftColumn, hands: Hands, children: FakeChildren, window: MainWindow, qtbot: QtBot
    ) -> None:
        # GIVEN a kept digest, and another article on the screen
        hands.digest()
        hands.open(TextSource("Another one."))
        hands.read(replace(stories.ARTICLE, source="-", url=None, title="Another", body="Another one, with words."), ())
        jobs = len(children.reader.jobs), len(children.writer.jobs)
        # WHEN it is clicked in the list
        row = left.panel.model.row_of(1)
        assert row is not None
        spot = left.panel.list.visualRect(left.panel.model.index(row)).center()
        qtbot.mouseClick(left.panel.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        hands.settle()
        # THEN article, figures and summary are there, and neither child was asked
        assert "Quillmere’s railway" in window.reader.view.toPlainText()
        assert len(window.digest.figures.cards) == 4
        assert window.digest.summary.text.toPlainText() == stories.summary().text
        assert (len(children.reader.jobs), len(children.writer.jobs)) == jobs
        # AND the window says where it comes from
        assert window.status.origin.startswith("From your library")

    def test_the_same_link_brings_the_kept_digest(
        self, left: LeftColumn, hands: Hands, children: FakeChildren, window: MainWindow
    ) -> None:
        hands.digest()
        hands.open(TextSource("Another one."))
        hands.settle()
        jobs = len(children.reader.jobs)
        hands.open(UrlSource(stories.ARTICLE.source + "?utm_source=letter#top"))
        hands.settle()
        assert window.digest.summary.text.toPlainText() == stories.summary().text
        assert len(children.reader.jobs) == jobs
        # AND it can be read again all the same
        hands.press(Qt.Key.Key_F5)
        hands.settle()
        assert len(children.reader.jobs) == jobs + 1
        assert not window.status.origin
        hands.read()
        assert isinstance(children.writer.last, SummarizeJob)
        assert window.session.writing  # nothing old is put in the place of the new summary

    def test_a_keeper_that_does_not_answer_does_not_hold_a_link_up(
        self, left: LeftColumn, hands: Hands, children: FakeChildren, window: MainWindow, qtbot: QtBot
    ) -> None:
        hands.digest()
        hands.settle()
        keeper = children.keeper
        assert isinstance(keeper, HonestKeeper)
        keeper.held_up = True
        other = UrlSource("https://elsewhere.example/")
        hands.open(other)
        qtbot.waitUntil(lambda: window.session.source == other)
        assert isinstance(children.reader.last, ReadJob)
        # AND its late answer changes nothing
        hands.read(replace(stories.ARTICLE, source=other.url, url=other.url, title="Elsewhere"))
        keeper.let_go()
        hands.settle()
        assert "Elsewhere" in window.reader.view.toPlainText()

    def test_the_same_text_brings_the_kept_summary(
        self, left: LeftColumn, hands: Hands, children: FakeChildren, window: MainWindow, tmp_path: Path
    ) -> None:
        hands.digest()
        hands.settle()
        # WHEN the same text comes out of a file
        path = tmp_path / "railway.txt"
        hands.open(FileSource(path))
        hands.read(replace(stories.ARTICLE, source=str(path), url=None))
        # THEN the summary that was begun is stopped, and the kept one is there
        assert window.digest.summary.text.toPlainText() == stories.summary().text
        assert not window.session.writing
        assert window.status.origin

    def test_a_kept_summary_of_another_length_comes_without_the_model(
        self, left: LeftColumn, hands: Hands, children: FakeChildren, window: MainWindow
    ) -> None:
        hands.digest()
        hands.app.settings.set(settings.SUMMARY_LENGTH, "long")
        hands.summarise("A long summary of the railway and its people.")
        left.library.open(1)
        hands.settle()
        written = sum(isinstance(job, SummarizeJob) for job in children.writer.jobs)
        hands.app.settings.set(settings.SUMMARY_LENGTH, "short")
        hands.settle()
        assert window.digest.summary.text.toPlainText() == stories.summary().text
        assert sum(isinstance(job, SummarizeJob) for job in children.writer.jobs) == written
        hands.app.settings.set(settings.SUMMARY_LENGTH, "medium")
        assert sum(isinstance(job, SummarizeJob) for job in children.writer.jobs) == written + 1

    def test_an_entry_without_a_summary_offers_to_make_one(
        self, left: LeftColumn, hands: Hands, library: Library, window: MainWindow, children: FakeChildren
    ) -> None:
        fill(library, 1)
        start(left, hands)
        left.library.open(1)
        hands.settle()
        assert window.digest.summary.facts == "Not summarized yet."
        assert window.digest.summary.action.isVisible()
        window.digest.summary.action.click()
        hands.summarise("Twelve tonnes of rye.")
        assert library.entry(1).summary == "Twelve tonnes of rye."


class TestList:
    def test_the_newest_come_first_under_headings(self, left: LeftColumn, hands: Hands, library: Library) -> None:
        numbers = fill(library, 3)
        library.pin([numbers[0]])
        start(left, hands)
        rows = [left.panel.model.index(at).data() for at in range(left.panel.model.rowCount())]
        assert rows == ["Pinned", "Story number 1", "Today", "Story number 3", "Story number 2"]

    @pytest.mark.parametrize(
        ("age", "group"), [(0, "today"), (1, "yesterday"), (2, "week"), (6, "week"), (7, "month"), (400, "month")]
    )
    def test_days_are_told_apart(self, age: int, group: str) -> None:
        now = datetime.now().astimezone()
        saved = now - timedelta(days=age)
        entry = Entry(1, "-", None, None, None, "en", None, 1, 0, None, saved, saved)
        found = group_of(entry, now.date())
        assert found.kind == group
        assert found == Group(group, *((saved.year, saved.month) if group == "month" else ()))

    def test_search_finds_other_forms_and_shows_the_place(
        self, left: LeftColumn, hands: Hands, library: Library, qtbot: QtBot
    ) -> None:
        fill(library, 2)
        library.save(Digest(article(9, "Geese crossed the harbour at dawn."), (), None))
        start(left, hands)
        hands.press(Qt.Key.Key_F, CONTROL | Qt.KeyboardModifier.ShiftModifier)
        assert left.panel.search.hasFocus()
        qtbot.keyClicks(left.panel.search, "harbours")
        qtbot.waitUntil(lambda: titles(left) == ["Story number 9"])
        hit = left.panel.model.hits[0]
        assert hit.passage[hit.marks[0].start : hit.marks[0].end] == "harbour"
        # AND the keys lead to it and open it
        hands.press(Qt.Key.Key_Down)
        hands.press(Qt.Key.Key_Return)
        assert "Geese" in hands.app.window.reader.view.toPlainText()
        # AND nothing found is said
        left.panel.search.setFocus()
        left.panel.search.setText("submarine")
        qtbot.waitUntil(lambda: bool(left.panel.hint))
        left.panel.everything.click()
        qtbot.waitUntil(lambda: len(titles(left)) == 3)

    def test_filters_narrow_the_list_and_are_taken_back(self, left: LeftColumn, hands: Hands, library: Library) -> None:
        numbers = fill(library, 2)
        library.save(Digest(article(9, "Гуси летіли.", lang="uk", site="Вісник"), (), None))
        library.tag([numbers[0]], ["mills"])
        start(left, hands)
        for choice, found in (({"lang": "uk"}, 9), ({"tag": "mills"}, 1), ({"site": "Вісник"}, 9)):
            left.panel.filter.choose(**choice)  # type: ignore[arg-type]
            hands.settle()
            assert titles(left) == [f"Story number {found}"]
            (chip,) = left.panel.filter.chips
            chip.click()
            hands.settle()
            assert len(titles(left)) == 3
        left.panel.filter._fill()
        assert [action.text() for action in left.panel.filter.menu.actions() if action.text()] == [
            *("Pinned only", "Date", "Site", "Language", "Tag")
        ]

    def test_ten_thousand_entries_come_page_by_page(self, left: LeftColumn, hands: Hands, library: Library) -> None:
        many(library, 10_000)
        start(left, hands)
        panel = left.panel
        assert panel.model.loaded == PAGE
        for _ in range(300):
            if panel.model.loaded == 10_000:
                break
            bar = panel.list.verticalScrollBar()
            bar.setValue(bar.maximum())
            hands.settle()
        assert panel.model.loaded == 10_000
        assert len({hit.entry.id for hit in panel.model.hits}) == 10_000
        # AND what is kept meanwhile comes to its top without losing the place
        panel.choose(5)
        library.save(Digest(article(20_000), (), None))
        left.library.refresh()
        hands.settle()
        assert panel.model.loaded == 10_001
        assert panel.chosen == (5,)
        assert panel.model.hits[0].entry.title == "Story number 20000"

    def test_every_line_can_be_heard(self, left: LeftColumn, hands: Hands, library: Library) -> None:
        (number,) = fill(library, 1)
        library.tag([number], ["mills"])
        library.pin([number])
        start(left, hands)
        heard = QAccessible.queryAccessibleInterface(left.panel.list)
        assert heard.text(QAccessible.Text.Name) == "Kept digests"
        row = left.panel.model.row_of(number)
        assert row is not None
        words = heard.child(row).text(QAccessible.Text.Name)
        assert words.startswith("Story number 1, Aldbrook Echo, ")
        assert words.endswith("Pinned, #mills")
        assert left.panel.model.index(row).data(Role.HIT).entry.id == number


class TestDoing:
    def test_deleting_can_be_undone(
        self, left: LeftColumn, hands: Hands, library: Library, window: MainWindow, qtbot: QtBot
    ) -> None:
        numbers = fill(library, 3)
        start(left, hands)
        for bring_back in ("button", "key"):
            left.panel.choose(*numbers[:2])
            left.panel.list.setFocus()
            hands.press(Qt.Key.Key_Delete)
            assert titles(left) == ["Story number 3"]
            assert left.snackbar.isVisible()
            assert left.snackbar.words == "2 digests were deleted"
            if bring_back == "button":
                qtbot.mouseClick(left.snackbar.button, Qt.MouseButton.LeftButton)
            else:
                hands.press(Qt.Key.Key_Z, CONTROL)
            hands.settle()
            assert len(titles(left)) == 3
            assert not left.snackbar.isVisible()

    def test_what_is_open_goes_with_its_entry(self, left: LeftColumn, hands: Hands, window: MainWindow) -> None:
        hands.digest()
        hands.settle()
        left.library.delete([1])
        hands.settle()
        assert window.empty.isVisible()
        assert left.snackbar.words.startswith("“Quillmere’s railway")

    def test_the_menu_pins_copies_and_more(
        self, left: LeftColumn, hands: Hands, library: Library, qtbot: QtBot
    ) -> None:
        numbers = tuple(fill(library, 2))
        given: list[tuple[int, ...]] = []
        left.library.commands.append(EntryCommand(lambda: "Compare…", given.append, least=2))
        start(left, hands)
        single = {action.text(): action for action in left.library.menu_for(numbers[:1]).actions()}
        assert "Compare…" not in single
        single["Pin"].trigger()
        hands.settle()
        assert library.entry(numbers[0]).pinned
        both = {action.text(): action for action in left.library.menu_for(numbers).actions()}
        both["Compare…"].trigger()
        assert given == [numbers]
        both["Copy"].trigger()
        assert "Story number 1\nhttps://aldbrook.example/1" in QGuiApplication.clipboard().text()
        again = {action.text(): action for action in left.library.menu_for(numbers[:1]).actions()}
        again["Summarize again"].trigger()
        hands.settle()
        assert hands.app.session.writing

    def test_the_menu_opens_where_the_pointer_is(
        self, left: LeftColumn, hands: Hands, library: Library, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        shown: list[QPoint] = []
        monkeypatch.setattr(QMenu, "popup", lambda _, spot: shown.append(spot))
        (number,) = fill(library, 1)
        start(left, hands)
        left.panel.choose(number)
        left.panel.list.customContextMenuRequested.emit(QPoint(20, 60))
        assert shown == [left.panel.list.viewport().mapToGlobal(QPoint(20, 60))]

    def test_tags_are_given_and_taken(self, left: LeftColumn, hands: Hands, library: Library) -> None:
        numbers = fill(library, 2)
        library.tag([numbers[0]], ["mills"])
        dialog = TagDialog(["mills", "rye"], [library.entry(number).tags for number in numbers])
        hands.qtbot.addWidget(dialog)
        assert dialog.list.item(0).checkState() is Qt.CheckState.PartiallyChecked
        assert dialog.changes() == ((), ())
        dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
        dialog.list.item(1).setCheckState(Qt.CheckState.Checked)
        dialog.new.setText("#harvest,  old  town ")
        assert dialog.changes() == (("harvest", "old town", "mills", "rye"), ())
        dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
        assert dialog.changes()[1] == ("mills",)

    def test_clearing_asks_and_leaves_nothing(
        self, left: LeftColumn, hands: Hands, library: Library, data: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        fill(library, 3)
        library.close()
        start(left, hands)
        answers = iter(["Cancel", "Remove everything"])

        def answer(box: QMessageBox) -> int:
            wanted = next(answers)
            assert "3 digests" in box.text()
            for button in box.buttons():
                if button.text().replace("&", "") == wanted:
                    button.click()
            return 0

        monkeypatch.setattr(QMessageBox, "exec", answer)
        left.library.clear()
        hands.settle()
        assert len(titles(left)) == 3
        left.library.clear()
        hands.settle()
        assert titles(left) == []
        assert all(b"Aldbrook" not in file.read_bytes() for file in data.iterdir())


class TestNotKeeping:
    def test_nothing_of_it_reaches_the_disk(
        self, app: Application, left: LeftColumn, hands: Hands, data: Path, library: Library, tmp_path: Path
    ) -> None:
        # GIVEN a library, and a reader who does not want to be remembered
        fill(library, 1)
        library.close()
        start(left, hands)
        app.settings.set(settings.KEEP_DIGESTS, False)
        # THEN the window says so
        assert app.window.status.private
        assert left.panel._private.isVisible()
        # WHEN something is read, looked up and summarised
        hands.digest()
        hands.settle()
        app.settings._store.sync()
        # THEN no file has a word of it
        for file in [file for file in tmp_path.rglob("*") if file.is_file()]:
            assert b"uillmere" not in file.read_bytes(), file
        assert titles(left) == ["Story number 1"]
        # AND what was kept before can be read, but is not changed
        left.library.open(1)
        hands.settle()
        app.session.summarize()
        hands.summarise("Rye.")
        with Library.default() as kept:
            assert kept.entry(1).summary is None
        # WHEN it is to be kept again
        left.panel._private.keep.click()
        assert app.settings.get(settings.KEEP_DIGESTS)
        hands.digest()
        assert len(titles(left)) == 2


def many(library: Library, number: int) -> None:
    """Put entries straight into the tables: saving ten thousand one by one is not the point here."""
    library.save(Digest(article(1), (), None), SummaryOptions())
    with library._database.writing() as connection:
        row = dict(connection.execute("SELECT * FROM digests").fetchone())
        del row["id"]
        names, values = ", ".join(row), ", ".join(f":{name}" for name in row)
        for at in range(2, number + 1):
            changed = {**row, "title": f"Story number {at}", "saved_at": row["saved_at"] - 3600.0 * at}
            connection.execute(f"INSERT INTO digests ({names}) VALUES ({values})", changed)
