"""Many sources at once: the queue in the window, over played children and a keeper that really keeps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QSettings, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.article import Notice, NoticeCode
from desktop_app.errors import FileMissing, ModelNotInstalled, WorkerCrashed
from desktop_app.events import ArticleReady, FiguresReady, SummaryPiece, SummaryReady
from desktop_app.gui import settings
from desktop_app.gui.app import Application, build, qt_application
from desktop_app.gui.left_column import LeftColumn
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.model_work import Work
from desktop_app.library.library import Library
from desktop_app.queue_items import ItemState
from desktop_app.queue_state import Queue
from desktop_app.sources.source import FileSource, Source, UrlSource
from desktop_app.worker.messages import ReadJob, SummarizeJob
from tests.gui import stories
from tests.gui.conftest import Hands
from tests.gui.fakes import FakeChildren, FakeShelf

S = ItemState


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    monkeypatch.setenv("KRATKO_DATA", str(folder))
    return folder


@pytest.fixture
def children(data: Path) -> FakeChildren:
    return FakeChildren(keeping=True)


@pytest.fixture
def left(window: MainWindow) -> LeftColumn:
    return window.left


LINKS: list[Source] = [UrlSource(f"https://quillmere.example/{name}") for name in "abcde"]


class Crew:
    """Plays reader and writer: what they are at, and how it ends."""

    def __init__(self, hands: Hands, children: FakeChildren) -> None:
        self.hands = hands
        self.children = children

    @property
    def reading(self) -> Source:
        job = self.children.reader.last
        assert isinstance(job, ReadJob)
        return job.source

    def read(self, *, readable: bool = True) -> None:
        source = self.reading
        assert isinstance(source, UrlSource | FileSource)
        name = source.url if isinstance(source, UrlSource) else str(source.path)
        article = replace(
            stories.ARTICLE, source=name, url=None, title=f"Title of {name[-5:]}", body=f"{stories.BODY}\n\n{name}",
            notices=() if readable else (Notice(NoticeCode.PAYWALL),),
        )  # fmt: skip
        self.children.reader.emit(ArticleReady(article), FiguresReady(stories.figures()))
        self.children.reader.done()
        self.hands.settle()

    def write(self, text: str = "Eighty-four thousand people rode.") -> None:
        self.children.writer.emit(SummaryReady(stories.summary(text)))
        self.children.writer.done()
        self.hands.settle()

    def writes(self) -> int:
        return sum(isinstance(job, SummarizeJob) for job in self.children.writer.jobs)


@pytest.fixture
def crew(hands: Hands, children: FakeChildren) -> Crew:
    return Crew(hands, children)


def states(left: LeftColumn) -> list[ItemState]:
    return [item.state for item in left.book.items]


def drop(hands: Hands, window: MainWindow, *files: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    hands.drag(mime)
    hands.drop(mime)
    hands.settle()


def test_a_single_source_is_no_queue(window: MainWindow, left: LeftColumn, hands: Hands) -> None:
    hands.digest()
    assert not left.queue_panel.isVisible()
    assert len(left.book) == 0


def test_figures_of_all_come_first_and_summaries_follow(
    window: MainWindow, left: LeftColumn, hands: Hands, crew: Crew, qtbot: QtBot
) -> None:
    # WHEN three links are opened
    window.open(LINKS[:3])
    hands.settle()
    # THEN they stand in the queue, and the first is shown while it is read
    assert left.queue_panel.isVisible()
    assert states(left) == [S.READING, S.WAITING, S.WAITING]
    assert window.address.field.text() == "https://quillmere.example/a"
    # AND the reader goes on to the next while the writer is at the first
    crew.read()
    assert states(left) == [S.SUMMARISING, S.READING, S.WAITING]
    assert len(window.digest.figures.cards) == 4
    # AND is given the figures, so that later summaries of the article rest on the same sentences
    job = crew.children.writer.last
    assert isinstance(job, SummarizeJob)
    assert job.figures == stories.figures()
    crew.read()
    crew.read()
    assert states(left) == [S.SUMMARISING, S.READ, S.READ]
    for number in range(3):
        assert states(left)[number] is S.SUMMARISING
        crew.write(f"Summary {number}.")
    assert states(left) == [S.DONE] * 3
    qtbot.waitUntil(lambda: left.queue_panel.words == ("3 of 3", "All done"))
    # AND all of them are in the library
    with Library.default() as library:
        assert sorted(entry.summary or "" for entry in library.entries()) == ["Summary 0.", "Summary 1.", "Summary 2."]
    qtbot.waitUntil(lambda: len(left.panel.model.hits) == 3)


def test_an_item_shows_what_there_is_while_the_queue_goes_on(
    window: MainWindow, left: LeftColumn, hands: Hands, crew: Crew, children: FakeChildren
) -> None:
    window.open(LINKS[:3])
    hands.settle()
    crew.read()
    crew.read()
    numbers = [item.id for item in left.book.items]
    text = window.digest.summary.text
    # the first streams
    children.writer.emit(SummaryPiece("Eighty-four "))
    hands.settle()
    assert text.toPlainText().strip() == "Eighty-four"
    # the second has its figures, and its summary waits
    left.queue.open(numbers[1])
    hands.settle()
    assert "Title of ple/b" in window.reader.view.toPlainText()
    assert len(window.digest.figures.cards) == 4
    assert "its turn" in window.digest.summary.facts
    children.writer.emit(SummaryPiece("thousand "))
    hands.settle()
    assert text.toPlainText() == ""
    # back at the first, all that was written meanwhile is there
    left.queue.open(numbers[0])
    hands.settle()
    assert text.toPlainText().strip() == "Eighty-four thousand"
    # the third comes up once it is read
    left.queue.open(numbers[2])
    hands.settle()
    assert window.reader.view.toPlainText() == ""
    crew.read()
    assert "Title of ple/c" in window.reader.view.toPlainText()
    crew.write()
    assert states(left) == [S.DONE, S.SUMMARISING, S.READ]


def test_one_bad_item_never_stops_the_rest(
    window: MainWindow, left: LeftColumn, hands: Hands, crew: Crew, children: FakeChildren, qtbot: QtBot
) -> None:
    window.open(LINKS[:3])
    hands.settle()
    children.reader.fail(FileMissing(path="/tmp/a"))
    hands.settle()
    assert window.problem.isVisible()  # it was open
    crew.read()
    crew.read(readable=False)
    crew.write()
    assert states(left) == [S.FAILED, S.DONE, S.DONE]
    row = left.queue_panel.model.index(0)
    assert "file" in row.data(Qt.ItemDataRole.AccessibleTextRole).lower()
    qtbot.waitUntil(lambda: left.queue_panel.words == ("3 of 3", "All done · 1 failed"))
    # AND the failed one can be tried again
    left.queue._fill_menu()
    actions = {action.text(): action for action in left.queue_panel.menu.actions()}
    actions["Try all failed again"].trigger()
    hands.settle()
    assert states(left)[0] is S.READING
    crew.read()
    crew.write()
    # AND what is finished leaves, if wished
    left.queue._fill_menu()
    {action.text(): action for action in left.queue_panel.menu.actions()}["Clear finished"].trigger()
    hands.settle()
    assert len(left.book) == 0
    qtbot.waitUntil(lambda: not left.queue_panel.isVisible())


def test_a_missing_model_holds_the_summaries_not_the_figures(
    window: MainWindow, left: LeftColumn, hands: Hands, crew: Crew, children: FakeChildren, qtbot: QtBot
) -> None:
    window.open(LINKS[:3])
    hands.settle()
    crew.read()
    children.writer.fail(ModelNotInstalled(model="tiny-writer"))
    hands.settle()
    crew.read()
    crew.read()
    assert states(left) == [S.READ] * 3
    assert crew.writes() == 1
    qtbot.waitUntil(left.queue_panel.remedy.isVisible)
    assert window.digest.summary.install.isVisible()
    # WHEN it is installed
    window.session.models.finished.emit("tiny-writer", Work.INSTALL)
    hands.settle()
    # THEN the one that is open is summarised, and the others after it
    assert crew.writes() == 2
    crew.write()
    assert states(left) == [S.DONE, S.SUMMARISING, S.READ]


def test_a_child_that_dies_once_is_forgiven(
    window: MainWindow, left: LeftColumn, hands: Hands, crew: Crew, children: FakeChildren
) -> None:
    window.open(LINKS[:2])
    hands.settle()
    crew.read()
    children.writer.fail(WorkerCrashed(role="writer", exit_code=-9))
    hands.settle()
    assert states(left)[0] is S.SUMMARISING
    assert crew.writes() == 2
    children.writer.fail(WorkerCrashed(role="writer", exit_code=-9))
    hands.settle()
    assert states(left)[0] is S.FAILED


def test_the_reader_goes_first(
    window: MainWindow, left: LeftColumn, hands: Hands, crew: Crew, children: FakeChildren
) -> None:
    # GIVEN a queue at work on both lines
    window.open(LINKS[:3])
    hands.settle()
    crew.read()
    assert states(left) == [S.SUMMARISING, S.READING, S.WAITING]
    reading, writing = children.reader.last, children.writer.last
    # WHEN an article is opened
    other = UrlSource("https://elsewhere.example/")
    hands.open(other)
    # THEN the reader is taken from the queue at once, and the writer once there is something to write
    assert reading.id in children.reader.cancelled
    assert crew.reading == other
    assert states(left) == [S.SUMMARISING, S.WAITING, S.WAITING]
    hands.read()
    assert writing.id in children.writer.cancelled
    assert states(left) == [S.READ, S.READING, S.WAITING]
    # AND the queue goes on when the article is done
    hands.app.session.summary_ready.connect(lambda _: None)
    article_job = next(job for job in children.writer.jobs if isinstance(job, SummarizeJob) and job.id > writing.id)
    children.writer.emit(SummaryReady(stories.summary()), job=article_job)
    children.writer.done(article_job)
    hands.settle()
    assert states(left)[0] is S.SUMMARISING
    assert window.digest.summary.text.toPlainText() == stories.summary().text


def test_escape_pauses_and_nothing_is_lost(
    window: MainWindow, left: LeftColumn, hands: Hands, crew: Crew, children: FakeChildren, qtbot: QtBot
) -> None:
    window.open(LINKS[:3])
    hands.settle()
    crew.read()
    hands.press(Qt.Key.Key_Escape)
    assert states(left) == [S.READ, S.WAITING, S.WAITING]
    assert len(children.writer.cancelled) == 1
    qtbot.waitUntil(lambda: left.queue_panel.words[1] == "Paused")
    qtbot.mouseClick(left.queue_panel.pause, Qt.MouseButton.LeftButton)
    hands.settle()
    assert states(left) == [S.SUMMARISING, S.READING, S.WAITING]
    # the button lets go on what is being done
    qtbot.mouseClick(left.queue_panel.pause, Qt.MouseButton.LeftButton)
    crew.read()
    assert states(left) == [S.SUMMARISING, S.READ, S.WAITING]


def test_items_are_moved_with_keys_and_mouse_and_stopped_one_by_one(
    window: MainWindow, left: LeftColumn, hands: Hands, crew: Crew, children: FakeChildren
) -> None:
    window.open(LINKS)
    hands.settle()
    panel = left.queue_panel
    a, b, c, d, e = (item.id for item in left.book.items)
    panel.choose(d)
    panel.list.setFocus()
    for _ in range(2):
        hands.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [item.id for item in left.book.items] == [a, d, b, c, e]
    assert panel.chosen == (d,)
    hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [item.id for item in left.book.items] == [a, b, d, c, e]
    # dragged
    mime = panel.model.mimeData([panel.model.index(4), panel.model.index(3)])
    panel.model.dropMimeData(mime, Qt.DropAction.MoveAction, 1, 0, panel.model.index(-1))
    assert [item.id for item in left.book.items] == [a, c, e, b, d]
    # the order is on the disk
    with Queue.default() as queue:
        assert [item.id for item in queue.items()] == [a, c, e, b, d]
    # the next one read is the next in the new order
    crew.read()
    assert crew.reading == LINKS[2]
    # stopped with the menu, taken out with a key
    {action.text(): action for action in left.queue.menu_for([c]).actions()}["Stop"].trigger()
    hands.settle()
    assert children.reader.cancelled
    assert crew.reading == LINKS[4]
    panel.choose(b)
    panel.list.setFocus()
    hands.press(Qt.Key.Key_Delete)
    assert b not in [item.id for item in left.book.items]


def test_a_folder_and_a_list_of_links_are_queues(
    window: MainWindow, left: LeftColumn, hands: Hands, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "papers"
    (folder / "deep").mkdir(parents=True)
    for name in ("b.txt", "a.md", "deep/c.html"):
        (folder / name).write_text("Words.")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    drop(hands, window, folder)
    names = [item.source.path.name for item in left.book.items if isinstance(item.source, FileSource)]
    assert names == ["a.md", "b.txt", "c.html"]
    assert left.snackbar.words == "1 file of another kind was passed over"
    # AND twenty links on the clipboard
    mime = QMimeData()
    mime.setText("\n".join(f"https://quillmere.example/{number}" for number in range(20)))
    QGuiApplication.clipboard().setMimeData(mime)
    window.sidebar.setFocus()
    hands.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(left.book) == 23


def test_ten_thousand_dropped_files_do_not_freeze_the_window(
    window: MainWindow, left: LeftColumn, hands: Hands, tmp_path: Path, crew: Crew
) -> None:
    drop(hands, window, *[tmp_path / f"{number}.txt" for number in range(10_000)])
    assert len(left.book) == 10_000
    assert left.queue_panel.model.rowCount() == 10_000
    crew.read()
    assert states(left)[:3] == [S.SUMMARISING, S.READING, S.WAITING]


def test_a_restart_goes_on_where_it_was(
    qapp: QApplication, qtbot: QtBot, store: QSettings, app: Application, left: LeftColumn, hands: Hands, crew: Crew,
    children: FakeChildren,
) -> None:  # fmt: skip
    # GIVEN a queue of which one is done, one being summarised, one read, one failed, one being read
    app.window.open(LINKS)
    hands.settle()
    for _ in range(3):
        crew.read()
    crew.write()
    children.reader.fail(FileMissing(path="/tmp/d"))
    hands.settle()
    assert states(left) == [S.DONE, S.SUMMARISING, S.READ, S.FAILED, S.READING]
    # WHEN the window is gone, and another one comes
    app.window.close()
    crew_of_second = FakeChildren(keeping=True)
    second = build(qt_application(), store=store, make_client=crew_of_second, shelf=FakeShelf())
    qtbot.addWidget(second.window)
    second.window.show()
    second.backend.start()
    second.window.left.start()
    hands.settle()
    # THEN what was done and kept is out of it, what was being worked on is begun again, and the rest is as it was
    assert states(second.window.left) == [S.SUMMARISING, S.READ, S.FAILED, S.READING]
    failed = second.window.left.book.items[2]
    assert isinstance(failed.error, FileMissing)
    # AND nothing jumps into the window
    assert second.window.empty.isVisible()
    second.window.close()


def test_summaries_on_request_wait_for_the_word(
    app: Application, left: LeftColumn, hands: Hands, crew: Crew, qtbot: QtBot
) -> None:
    app.settings.set(settings.SUMMARIZE_AT_ONCE, False)
    app.window.open(LINKS[:2])
    hands.settle()
    crew.read()
    crew.read()
    assert states(left) == [S.READ, S.READ]
    qtbot.waitUntil(left.queue_panel.remedy.isVisible)
    assert left.queue_panel.remedy.text() == "Summarize all"
    qtbot.mouseClick(left.queue_panel.remedy, Qt.MouseButton.LeftButton)
    hands.settle()
    assert states(left) == [S.SUMMARISING, S.READ]


def test_a_summary_out_of_turn_finishes_the_item(
    window: MainWindow, left: LeftColumn, hands: Hands, crew: Crew, children: FakeChildren
) -> None:
    window.open(LINKS[:3])
    hands.settle()
    crew.read()
    crew.read()
    left.queue.open(left.book.items[1].id)
    hands.settle()
    window.digest.summary.action.click()
    hands.settle()
    assert states(left)[:2] == [S.READ, S.READ]
    crew.write("Out of turn.")
    assert states(left)[:2] == [S.SUMMARISING, S.DONE]
    assert window.digest.summary.text.toPlainText() == "Out of turn."


def test_not_keeping_keeps_the_queue_off_the_disk(
    app: Application, left: LeftColumn, hands: Hands, crew: Crew, data: Path, tmp_path: Path
) -> None:
    app.settings.set(settings.KEEP_DIGESTS, False)
    app.window.open(LINKS[:2])
    hands.settle()
    crew.read()
    crew.read()
    crew.write()
    crew.write()
    assert states(left) == [S.DONE, S.DONE]
    left.queue.open(left.book.items[1].id)
    hands.settle()
    assert app.window.digest.summary.text.toPlainText() == "Eighty-four thousand people rode."
    app.settings._store.sync()
    for file in [file for file in tmp_path.rglob("*") if file.is_file()]:
        assert b"uillmere" not in file.read_bytes(), file
        assert b"thousand" not in file.read_bytes(), file


def test_what_appears_in_a_watched_folder_goes_into_the_queue(
    app: Application, left: LeftColumn, hands: Hands, crew: Crew, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    left.watched._settled = 0.3
    left.watched.watch(folder)
    # the panel tells of it although nothing is there yet
    qtbot.waitUntil(lambda: left.queue_panel.words[1] == "Watching “inbox”")
    assert left.queue_panel.isVisible()
    qtbot.wait(600)
    (folder / "story.txt").write_text("A story.")
    qtbot.waitUntil(lambda: len(left.book) == 1, timeout=30_000)
    assert crew.reading == FileSource(folder / "story.txt")
    assert app.window.empty.isVisible()  # nothing jumps into the window
    # AND the next session goes on with it
    assert app.settings.get(settings.WATCHED_FOLDER) == str(folder)
    left.watched.end()
    assert not app.settings.get(settings.WATCHED_FOLDER)
    assert left.watched.folder is None


@pytest.fixture(autouse=True)
def _closed(app: Application) -> Iterator[None]:
    yield
    app.window.close()
