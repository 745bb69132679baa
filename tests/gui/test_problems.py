"""What goes wrong is told with a way out, and the next job works."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop_app import errors
from desktop_app.article import Notice, NoticeCode
from desktop_app.errors import (
    DownloadInterrupted,
    EngineFailed,
    FileMissing,
    HostNotFound,
    HttpStatus,
    KratkoError,
    ModelNotInstalled,
    WorkerCrashed,
)
from desktop_app.gui import settings
from desktop_app.gui.app import Application
from desktop_app.gui.defects import telling
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.remedies import Way, after_reading, after_writing
from desktop_app.sources.source import TextSource, UrlSource
from desktop_app.worker.messages import InstallJob, Progress, ReadJob, SummarizeJob
from tests.gui import stories
from tests.gui.conftest import Hands
from tests.gui.fakes import FakeChildren, FakeShelf

STUB = replace(stories.ARTICLE, body="Read on with a subscription.", notices=(Notice(NoticeCode.PAYWALL),))


def leaves(kind: type[KratkoError]) -> list[type[KratkoError]]:
    return [kind] + [leaf for child in kind.__subclasses__() for leaf in leaves(child)]


@pytest.mark.parametrize("kind", leaves(errors.SourceError), ids=lambda kind: kind.__name__)
def test_every_reading_error_has_a_way_out(
    window: MainWindow, hands: Hands, children: FakeChildren, kind: type[KratkoError]
) -> None:
    # GIVEN a link being read
    hands.open()
    # WHEN it cannot be had
    children.reader.fail(kind(host="quillmere.example", status=404, path="a.txt", name="a.txt", address="x"))
    hands.settle()
    # THEN the window says so, keeps what was typed, and offers at least one button
    assert window.problem.isVisible()
    title, _ = window.problem.words()
    assert title
    assert "{" not in title
    assert window.problem.remedies
    assert window.address.field.text() == stories.ARTICLE.source
    assert window.status.words == ""


def test_trying_again_reads_the_same_source(
    window: MainWindow, hands: Hands, children: FakeChildren, qtbot: QtBot
) -> None:
    hands.open()
    children.reader.fail(HostNotFound(host="quillmere.example"))
    hands.settle()
    edit, retry = window.problem.remedies
    # WHEN the address is to be corrected, THEN it is there, selected
    qtbot.mouseClick(edit, Qt.MouseButton.LeftButton)
    assert window.address.field.hasFocus()
    assert window.address.field.selectedText() == stories.ARTICLE.source
    # WHEN tried again, THEN the same source is read, and shown when it comes
    qtbot.mouseClick(retry, Qt.MouseButton.LeftButton)
    job = children.reader.last
    assert isinstance(job, ReadJob)
    assert job.source == UrlSource(stories.ARTICLE.source)
    hands.read()
    assert window.reader.view.isVisible()


def test_a_refused_page_can_be_pasted(window: MainWindow, hands: Hands, children: FakeChildren, qtbot: QtBot) -> None:
    hands.open()
    children.reader.fail(HttpStatus(host="quillmere.example", status=403))
    hands.settle()
    QGuiApplication.clipboard().setText("The text of the page,\nas the browser shows it.")
    paste = next(button for button in window.problem.remedies if button.text() == "Paste the text")
    qtbot.mouseClick(paste, Qt.MouseButton.LeftButton)
    job = children.reader.last
    assert isinstance(job, ReadJob)
    assert job.source == TextSource("The text of the page,\nas the browser shows it.")


def test_ways_out_fit_the_error() -> None:
    assert after_reading(FileMissing(path="x"))[0] is Way.CHOOSE_FILE
    assert after_reading(HttpStatus(status=404))[0] is Way.OPEN_IN_BROWSER
    assert after_writing(EngineFailed(reason="x")) == (Way.RETRY,)
    assert after_writing(ModelNotInstalled(model="x")) == (Way.INSTALL,)


def test_after_a_crash_of_the_writer_the_next_job_works(
    window: MainWindow, hands: Hands, children: FakeChildren, qtbot: QtBot
) -> None:
    # GIVEN a summary being written
    hands.open()
    hands.read()
    # WHEN the child process dies
    children.writer.fail(WorkerCrashed(role="writer", exit_code=-9))
    hands.settle()
    # THEN the article and the figures stay, and the crash is told with a button
    message = window.digest.summary.message
    assert message.isVisible()
    assert "stopped unexpectedly" in message.words()[0]
    assert len(window.digest.figures.cards) == 4
    # AND trying again works
    qtbot.mouseClick(message.remedies[0], Qt.MouseButton.LeftButton)
    assert not message.isVisible()
    hands.summarise("It worked.")
    assert window.digest.summary.text.toPlainText() == "It worked."


def test_after_a_crash_of_the_reader_the_next_source_works(
    window: MainWindow, hands: Hands, children: FakeChildren
) -> None:
    hands.open()
    children.reader.fail(WorkerCrashed(role="reader", exit_code=-11))
    hands.settle()
    assert window.problem.isVisible()
    hands.digest()
    assert window.reader.view.isVisible()
    assert window.digest.summary.text.toPlainText() == stories.summary().text


def test_figures_that_fail_leave_the_article(window: MainWindow, hands: Hands, children: FakeChildren) -> None:
    from desktop_app.events import ArticleReady

    hands.open()
    children.reader.emit(ArticleReady(stories.ARTICLE))
    hands.settle()
    children.reader.fail(errors.InternalError(reason="x"))
    hands.settle()
    assert window.reader.view.isVisible()
    assert not window.digest.figures.cards


def test_what_is_no_article_is_summarised_only_on_demand(
    window: MainWindow, hands: Hands, children: FakeChildren, qtbot: QtBot
) -> None:
    # GIVEN a page that turns out to be a stub behind a paywall
    hands.open()
    hands.read(STUB, ())
    # THEN what was read is shown, and no summary is made
    assert "Read on with a subscription." in window.reader.view.toPlainText()
    assert window.banner.isVisible()
    assert "subscribers" in window.banner.words()[1]
    assert not any(isinstance(job, SummarizeJob) for job in children.writer.jobs)
    assert not window.digest.summary.text.waiting
    # WHEN the reader insists
    qtbot.mouseClick(window.banner.remedies[0], Qt.MouseButton.LeftButton)
    # THEN it is made
    job = children.writer.last
    assert isinstance(job, SummarizeJob)
    assert job.options.insist
    assert not window.banner.isVisible()
    hands.summarise("A stub.")
    assert window.digest.summary.text.toPlainText() == "A stub."
    # AND a change of length need not insist again
    window._settings.set(settings.SUMMARY_LENGTH, "long")
    job = children.writer.last
    assert isinstance(job, SummarizeJob)
    assert job.options.insist


def test_the_banner_goes_with_the_next_source(window: MainWindow, hands: Hands) -> None:
    hands.open()
    hands.read(STUB, ())
    hands.digest()
    assert not window.banner.isVisible()


def test_a_mild_notice_stays_while_the_summary_is_made(window: MainWindow, hands: Hands) -> None:
    unsure = replace(stories.ARTICLE, notices=(Notice(NoticeCode.LANGUAGE_UNSURE),))
    hands.open()
    hands.read(unsure)
    assert window.session.writing
    assert window.banner.isVisible()
    assert "language" in window.banner.words()[1]
    hands.summarise()
    assert window.banner.isVisible()


def test_notices_of_a_summary_are_told_in_words(window: MainWindow, hands: Hands, children: FakeChildren) -> None:
    from desktop_app.events import SummaryReady

    hands.open()
    hands.read()
    notice = Notice(NoticeCode.PARTLY_READ, (("read_words", 200), ("words", 420)))
    words = stories.ARTICLE.words
    children.writer.emit(SummaryReady(stories.summary(read_words=words // 2, notices=(notice,))))
    children.writer.done()
    hands.settle()
    assert "200 of 420" in window.digest.summary.notices.words()[1]
    # AND are not said twice
    assert "%" not in window.digest.summary.facts


def test_a_summary_of_a_part_says_so_by_itself(window: MainWindow, hands: Hands, children: FakeChildren) -> None:
    from desktop_app.events import SummaryReady

    hands.open()
    hands.read()
    children.writer.emit(SummaryReady(stories.summary(read_words=stories.ARTICLE.words // 2)))
    hands.settle()
    assert "50 % of the article" in window.digest.summary.facts


def test_text_that_left_the_computer_is_not_hidden(window: MainWindow, hands: Hands, children: FakeChildren) -> None:
    from desktop_app.events import SummaryReady

    hands.open()
    hands.read()
    notice = Notice(NoticeCode.TEXT_LEAVES_COMPUTER, (("host", "models.example"),))
    children.writer.emit(SummaryReady(stories.summary(notices=(notice,))))
    hands.settle()
    assert window.status.promise == "Text was sent to models.example"
    hands.open()
    assert window.status.promise == "Everything stays on this computer"


def test_a_defect_is_told_and_the_window_goes_on(
    app: Application, hands: Hands, capsys: pytest.CaptureFixture[str]
) -> None:
    # GIVEN the hook that the program installs
    tell = telling(lambda: app.window.banner, lambda: "en")
    # WHEN code of the window fails
    try:
        raise KeyError("figure")
    except KeyError as error:
        tell(KeyError, error, error.__traceback__)
    # THEN the reader is told, the whole story is on stderr, and the next article works
    title, advice = app.window.banner.words()
    assert app.window.banner.isVisible()
    assert "wrong inside Kratko" in title
    assert "KeyError" in advice
    assert "Traceback" in capsys.readouterr().err
    hands.digest()
    assert not app.window.banner.isVisible()


class TestWithoutModel:
    @pytest.fixture
    def shelf(self) -> FakeShelf:
        return FakeShelf(installed=False)

    @pytest.fixture(autouse=True)
    def refused(self, hands: Hands, children: FakeChildren) -> None:
        """GIVEN an article that was read, and no model to summarise it."""
        hands.open()
        hands.read()
        children.writer.fail(ModelNotInstalled(model="tiny-writer"))
        hands.settle()

    def test_size_and_licence_are_told_before_anything_is_fetched(
        self, window: MainWindow, children: FakeChildren
    ) -> None:
        card = window.digest.summary.install
        assert card.isVisible()
        assert card.facts_text == "Tiny Writer 1B · 986 MB · licence Apache-2.0"
        assert len(window.digest.figures.cards) == 4
        assert "installer" not in {str(role) for role in children.clients}

    def test_installing_leads_to_the_summary(
        self, window: MainWindow, hands: Hands, children: FakeChildren, qtbot: QtBot
    ) -> None:
        # WHEN the installation is asked for
        card = window.digest.summary.install
        qtbot.mouseClick(card.install_button, Qt.MouseButton.LeftButton)
        job = children.installer.last
        assert isinstance(job, InstallJob)
        assert job.model == "tiny-writer"
        # THEN its progress shows
        children.installer.emit(Progress(493_000_000, 986_000_000))
        hands.settle()
        assert card.progress.value() == 500
        assert card.stop_button.isVisible()
        # AND at its end the waiting article is summarised
        children.installer.done()
        hands.settle()
        assert not card.isVisible()
        hands.summarise("At last.")
        assert window.digest.summary.text.toPlainText() == "At last."

    def test_a_broken_download_can_be_tried_again(
        self, window: MainWindow, hands: Hands, children: FakeChildren, qtbot: QtBot
    ) -> None:
        card = window.digest.summary.install
        qtbot.mouseClick(card.install_button, Qt.MouseButton.LeftButton)
        children.installer.fail(DownloadInterrupted(model="tiny-writer", reason="reset"))
        hands.settle()
        assert "broke off" in card.failure
        assert card.install_button.text() == "Try again"
        qtbot.mouseClick(card.install_button, Qt.MouseButton.LeftButton)
        assert sum(isinstance(job, InstallJob) for job in children.installer.jobs) == 2

    def test_the_download_can_be_stopped(
        self, window: MainWindow, hands: Hands, children: FakeChildren, qtbot: QtBot
    ) -> None:
        card = window.digest.summary.install
        qtbot.mouseClick(card.install_button, Qt.MouseButton.LeftButton)
        qtbot.mouseClick(card.stop_button, Qt.MouseButton.LeftButton)
        assert children.installer.cancelled == [children.installer.last.id]
        assert card.install_button.isVisible()
        assert card.failure == ""

    def test_the_download_goes_on_while_another_article_is_read(
        self, window: MainWindow, hands: Hands, children: FakeChildren, qtbot: QtBot
    ) -> None:
        card = window.digest.summary.install
        qtbot.mouseClick(card.install_button, Qt.MouseButton.LeftButton)
        children.installer.emit(Progress(100, 1000))
        hands.open(UrlSource("https://other.example/"))
        hands.read()
        children.writer.fail(ModelNotInstalled(model="tiny-writer"))
        hands.settle()
        assert card.isVisible()
        assert card.stop_button.isVisible()
        assert not children.installer.cancelled
