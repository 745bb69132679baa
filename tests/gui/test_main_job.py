"""Article in, summary and figures out: with keys, clipboard and mouse, over played child processes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop_app.events import ArticleReady, FiguresReady, Stage, StageChanged, SummaryPiece
from desktop_app.gui import settings
from desktop_app.gui.main_window import MainWindow
from desktop_app.sources.source import FileSource, TextSource, UrlSource
from desktop_app.worker.messages import ReadJob, SummarizeJob, WarmUpJob
from tests.gui import stories
from tests.gui.conftest import Hands
from tests.gui.fakes import FakeChildren

LINK = "https://quillmere.example/railway"


def source_of(children: FakeChildren) -> object:
    job = children.reader.last
    assert isinstance(job, ReadJob)
    return job.source


def put_on_clipboard(mime: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(mime)


def text_mime(text: str, html: str | None = None) -> QMimeData:
    mime = QMimeData()
    mime.setText(text)
    if html is not None:
        mime.setHtml(html)
    return mime


def url_mime(*urls: QUrl) -> QMimeData:
    mime = QMimeData()
    mime.setUrls(list(urls))
    return mime


def test_a_typed_link_is_digested_with_enter(
    window: MainWindow, hands: Hands, children: FakeChildren, qtbot: QtBot
) -> None:
    # GIVEN the fresh window: the cursor is in the address field
    assert window.address.field.hasFocus()
    # WHEN a link is typed and Enter pressed
    qtbot.keyClicks(window.address.field, "quillmere.example/railway")
    hands.press(Qt.Key.Key_Return)
    # THEN it is read, and the article, its figures and its summary arrive
    assert source_of(children) == UrlSource("https://quillmere.example/railway")
    hands.read()
    assert "Quillmere’s railway" in window.reader.view.toPlainText()
    assert len(window.digest.figures.cards) == 4
    job = children.writer.last
    assert isinstance(job, SummarizeJob)
    assert job.article == stories.ARTICLE
    hands.summarise("In short: 84,000 people.")
    assert window.digest.summary.text.toPlainText() == "In short: 84,000 people."


def test_the_button_digests_as_well(window: MainWindow, hands: Hands, children: FakeChildren, qtbot: QtBot) -> None:
    # GIVEN an empty field: there is nothing to digest yet
    assert not window.address.digest.isEnabled()
    # WHEN a text is typed and the button clicked
    qtbot.keyClicks(window.address.field, "Only a sentence about nine towers.")
    qtbot.mouseClick(window.address.digest, Qt.MouseButton.LeftButton)
    # THEN the text is the article
    assert source_of(children) == TextSource("Only a sentence about nine towers.")


def test_pasting_outside_a_field_digests(window: MainWindow, hands: Hands, children: FakeChildren) -> None:
    # GIVEN an open article, and another text with markup on the clipboard
    hands.digest()
    put_on_clipboard(
        text_mime("A new text.\n\nIts second paragraph.", "<p>A new text.</p><p>Its second paragraph.</p>")
    )
    # WHEN Ctrl+V is pressed while the article has the focus
    window.reader.view.setFocus()
    hands.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    # THEN text and markup are read
    source = source_of(children)
    assert isinstance(source, TextSource)
    assert source.text.startswith("A new text.")
    assert source.html is not None
    assert "<p>A new text.</p>" in source.html


def test_a_short_text_pasted_into_the_field_stays_there(
    window: MainWindow, hands: Hands, children: FakeChildren
) -> None:
    # GIVEN a link on the clipboard and the cursor in the field
    put_on_clipboard(text_mime(LINK))
    window.address.field.setFocus()
    # WHEN it is pasted
    hands.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    # THEN it can still be edited
    assert window.address.field.text() == LINK
    assert not children.reader.jobs


def test_a_text_of_many_lines_pasted_into_the_field_is_digested_whole(
    window: MainWindow, hands: Hands, children: FakeChildren
) -> None:
    # GIVEN a text of several paragraphs on the clipboard and the cursor in the field
    put_on_clipboard(text_mime("First paragraph.\n\nSecond paragraph."))
    window.address.field.setFocus()
    # WHEN it is pasted
    hands.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    # THEN its paragraphs survive
    assert source_of(children) == TextSource("First paragraph.\n\nSecond paragraph.")


def test_pasting_nothing_leads_to_the_field(window: MainWindow, hands: Hands, children: FakeChildren) -> None:
    # GIVEN an empty clipboard
    window.empty.ways[0].setFocus()
    # WHEN pasted
    hands.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    # THEN nothing breaks and the cursor waits in the field
    assert not children.reader.jobs
    assert window.address.field.hasFocus()


def test_a_file_can_be_chosen(
    window: MainWindow, hands: Hands, children: FakeChildren, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # GIVEN a reader who will choose a file
    chosen = tmp_path / "story.md"
    asked: list[tuple[str, str]] = []

    def choose(_parent: object, _title: str, folder: str, kinds: str) -> tuple[list[str], str]:
        asked.append((folder, kinds))
        return [str(chosen)], kinds

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    # WHEN Ctrl+O is pressed
    hands.press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    # THEN the kinds that can be read are offered, and the file is read
    assert {"*.md", "*.html", "*.txt"} <= set(asked[0][1].split("(")[1].split(")")[0].split())
    assert source_of(children) == FileSource(chosen)
    # AND the next dialog begins where it lay
    hands.press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert asked[1][0] == str(tmp_path)


@pytest.mark.parametrize(
    ("mime", "source"),
    [
        (url_mime(QUrl(LINK)), UrlSource(LINK)),
        (text_mime(LINK), UrlSource(LINK)),
        (text_mime("Just words, twelve of them."), TextSource("Just words, twelve of them.")),
    ],
    ids=["link", "link as text", "text"],
)
def test_links_and_texts_can_be_dropped(hands: Hands, children: FakeChildren, mime: QMimeData, source: object) -> None:
    assert hands.drag(mime)
    hands.drop(mime)
    assert source_of(children) == source


def test_drops_land_anywhere(window: MainWindow, hands: Hands, children: FakeChildren) -> None:
    hands.digest()
    views = (window.address.field, window.reader.view, window.digest.summary.text, window.digest.figures)
    for number, view in enumerate((*views, window.status)):
        mime = text_mime(f"Text number {number}.")
        assert hands.drag(mime, view), view
        assert window.drops.isVisible()
        hands.drop(mime, view)
        assert source_of(children) == TextSource(f"Text number {number}.")
        hands.digest()


def test_dragging_away_uncovers_the_window(window: MainWindow, hands: Hands, children: FakeChildren) -> None:
    hands.drag(text_mime("Words"))
    hands.drag_away()
    assert not window.drops.isVisible()
    assert not children.reader.jobs


def test_what_cannot_be_read_is_not_welcome(window: MainWindow, hands: Hands) -> None:
    mime = QMimeData()
    mime.setData("application/x-colour", b"\0\1")
    assert not hands.drag(mime)
    assert not window.drops.isVisible()


def test_the_sample_is_a_click_away(window: MainWindow, hands: Hands, children: FakeChildren, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.empty.sample, Qt.MouseButton.LeftButton)
    source = source_of(children)
    assert isinstance(source, FileSource)
    assert source.path.name == "en.md"
    assert source.path.is_file()


def test_figures_are_there_before_the_model(window: MainWindow, hands: Hands, children: FakeChildren) -> None:
    # GIVEN a source being read
    hands.open()
    # WHEN article and figures come while the model is still loading
    children.reader.emit(ArticleReady(stories.ARTICLE))
    children.reader.emit(StageChanged(Stage.FIGURES), FiguresReady(stories.figures()))
    children.reader.done()
    hands.settle()
    # THEN they can be used, and the line at the bottom tells what is being done
    assert len(window.digest.figures.cards) == 4
    assert window.status.words == "Loading the model…"
    assert window.status.bar.maximum() == 0  # unknown share: the bar only moves


def test_the_summary_streams_in_without_moving_anything(
    window: MainWindow, hands: Hands, children: FakeChildren
) -> None:
    # GIVEN a summary on its way
    hands.open()
    hands.read()
    summary = window.digest.summary
    assert summary.text.waiting
    place = summary.action.mapTo(window, summary.action.rect().topLeft())
    # WHEN words arrive one by one
    for piece in (" The", " railway", " carried 84,000 people in its first month, its director said,"):
        children.writer.emit(StageChanged(Stage.WRITING, 0.5), SummaryPiece(piece))
        hands.settle()
        # THEN the button under them stays where it is
        assert summary.action.mapTo(window, summary.action.rect().topLeft()) == place
    assert summary.text.toPlainText() == "The railway carried 84,000 people in its first month, its director said,"
    assert window.status.bar.value() == 500
    # AND the end says what the summary rests on
    hands.summarise()
    assert "whole article" in summary.facts
    assert "Tiny Writer 1B" in summary.facts
    assert window.status.words == ""


def test_escape_stops_at_once(window: MainWindow, hands: Hands, children: FakeChildren) -> None:
    # GIVEN a summary being written
    hands.open()
    hands.read()
    children.writer.emit(SummaryPiece("Half a sent"))
    hands.settle()
    job = children.writer.last
    # WHEN Esc is pressed
    hands.press(Qt.Key.Key_Escape)
    # THEN the child is told, and the window is at rest without waiting for it
    assert children.writer.cancelled == [job.id]
    assert window.status.words == ""
    assert window.digest.summary.action.text() == "Summarize"
    assert window.digest.summary.text.toPlainText() == "Half a sent"
    # AND what the child still says is not heard
    children.writer.emit(SummaryPiece("ence"), job=job)
    hands.settle()
    assert window.digest.summary.text.toPlainText() == "Half a sent"


def test_the_stop_button_becomes_summarize(
    window: MainWindow, hands: Hands, children: FakeChildren, qtbot: QtBot
) -> None:
    hands.open()
    hands.read()
    button = window.digest.summary.action
    assert button.text() == "Stop"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.text() == "Summarize"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    hands.settle()
    assert sum(isinstance(job, SummarizeJob) for job in children.writer.jobs) == 2
    assert button.text() == "Stop"


def test_stopping_before_the_article_came_leads_back(window: MainWindow, hands: Hands, children: FakeChildren) -> None:
    hands.open()
    hands.press(Qt.Key.Key_Escape)
    assert window.empty.isVisible()
    assert window.address.field.text() == stories.ARTICLE.source
    # AND a late answer does not bring the article up
    hands.read()
    assert window.empty.isVisible()


def test_a_new_source_takes_the_place_of_the_old_one(window: MainWindow, hands: Hands, children: FakeChildren) -> None:
    # GIVEN a digest in the making
    hands.open()
    hands.read()
    old = children.writer.last
    # WHEN another source is opened
    hands.open(UrlSource("https://other.example/"))
    # THEN the old summary is stopped and its last words dropped
    assert old.id in children.writer.cancelled
    children.writer.emit(SummaryPiece("of the old one"), job=old)
    hands.settle()
    assert window.digest.summary.text.toPlainText() == ""
    assert not window.digest.figures.cards


def test_language_and_length_make_the_summary_anew(window: MainWindow, hands: Hands, children: FakeChildren) -> None:
    # GIVEN a finished digest, with room for a control for each choice
    window.resize(1700, 800)
    hands.digest()
    # WHEN Ukrainian is chosen with the keyboard
    box = window.digest.summary.language
    box.setFocus()
    while box.currentData() != "uk":
        hands.press(Qt.Key.Key_Down)
    hands.settle()
    # THEN the summary is on its way in Ukrainian
    job = children.writer.last
    assert isinstance(job, SummarizeJob)
    assert job.options.lang == "uk"
    hands.summarise("Коротко.")
    # AND a longer one is, when that is chosen
    window.digest.summary.length.setFocus()
    hands.press(Qt.Key.Key_Down)
    job = children.writer.last
    assert isinstance(job, SummarizeJob)
    assert (job.options.lang, job.options.length.value) == ("uk", "medium")
    # AND the window remembers both
    assert window._settings.get(settings.SUMMARY_LANGUAGE) == "uk"
    assert window._settings.get(settings.SUMMARY_LENGTH) == "medium"


def test_summaries_can_be_left_for_later(
    window: MainWindow, hands: Hands, children: FakeChildren, qtbot: QtBot
) -> None:
    # GIVEN a reader who wants no summary until asked
    window._settings.set(settings.SUMMARIZE_AT_ONCE, False)
    hands.open()
    hands.read()
    assert not any(isinstance(job, SummarizeJob) for job in children.writer.jobs)
    # WHEN the button is clicked
    qtbot.mouseClick(window.digest.summary.action, Qt.MouseButton.LeftButton)
    # THEN it is made
    assert isinstance(children.writer.last, SummarizeJob)


def test_the_summary_can_be_copied(window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
    hands.digest()
    qtbot.mouseClick(window.digest.summary.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == stories.summary().text
    assert window.digest.summary.copy.words == "Copied"


def test_the_model_is_warmed_up_before_it_is_needed(window: MainWindow, hands: Hands, children: FakeChildren) -> None:
    window.session.warm_up()
    assert isinstance(children.writer.jobs[0], WarmUpJob)
    # AND that is no work the reader hears about
    children.writer.emit(StageChanged(Stage.LOADING_MODEL), job=children.writer.jobs[0])
    hands.settle()
    assert window.status.words == ""


def test_closing_ends_the_children_without_waiting(window: MainWindow, hands: Hands, children: FakeChildren) -> None:
    hands.open()
    assert window.close()
    assert children.reader.closed
    assert children.writer.closed
