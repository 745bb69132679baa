"""The page of models: facts before any download, one piece of work a model, and a way out of every failure."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from desktop_app.errors import DownloadInterrupted, OfflineMode, WrongDigest
from desktop_app.gui import settings
from desktop_app.gui.app import Application
from desktop_app.gui.model_card import ModelCardView
from desktop_app.gui.models_page import ModelsPage
from desktop_app.model_advice import Advice, Estimate, Fit, Machine, ModelOffer, Reason, Speed
from desktop_app.worker.messages import (
    AdviseJob,
    InstallJob,
    MeasureJob,
    OfferJob,
    Progress,
    ReleaseJob,
    RemoveJob,
    VerifyJob,
)
from tests.gui.conftest import Hands
from tests.gui.fakes import FakeChildren, FakeShelf


@pytest.fixture
def page(app: Application, hands: Hands, shelf: FakeShelf) -> ModelsPage:
    usual = shelf.cards()[0]
    other = replace(
        usual, id="large", title="Large Writer 3B", size=None, installed=False, default=False, non_commercial=True
    )
    shelf.others.append(other)
    app.window.actions_["models"].trigger()
    hands.settle()
    made = app.window.around.preferences.findChild(ModelsPage)
    assert made is not None
    return made


def words(view: ModelCardView) -> str:
    from PySide6.QtWidgets import QLabel

    return "\n".join(label.text() for label in view.findChildren(QLabel) if label.isVisibleTo(view))


def advise(children: FakeChildren, hands: Hands, model: str, reason: Reason) -> None:
    job = next(job for job in reversed(children.reader.jobs) if isinstance(job, AdviseJob))
    estimates = {"tiny-writer": Estimate(Fit.GOOD, 12.4, True), "large": Estimate(Fit.TIGHT, 20.0, False)}
    children.reader.emit(Advice(Machine(8192, 1), model, reason, estimates), job=job)
    children.reader.done(job)
    hands.settle()


def test_everything_is_said_before_anything_is_downloaded(
    page: ModelsPage, hands: Hands, children: FakeChildren
) -> None:
    tiny, large = page.cards["tiny-writer"], page.cards["large"]
    assert all(part in words(tiny) for part in ("In use", "986 MB", "Apache-2.0", "most languages"))
    assert "Not for commercial use." in words(large)
    # Size and licence of the other are asked for first.
    hands.qtbot.mouseClick(large.install, Qt.MouseButton.LeftButton)
    assert isinstance(children.reader.last, OfferJob)
    assert "Asking for size" in words(large)
    children.reader.emit(ModelOffer("large", "Large", 3_000_000_000, "CC-BY-NC-4.0", True, False))
    children.reader.done()
    hands.settle()
    assert "3.0 GB" in words(large)
    assert large.install.text() == "Install (3.0 GB)"
    hands.qtbot.mouseClick(large.install, Qt.MouseButton.LeftButton)
    assert isinstance(children.installer.last, InstallJob)
    assert children.installer.last.model == "large"


def test_a_download_shows_how_far_it_is_stops_and_goes_on(
    page: ModelsPage, hands: Hands, children: FakeChildren, shelf: FakeShelf
) -> None:
    large = page.cards["large"]
    shelf.others[0] = replace(shelf.others[0], size=2_000_000_000)
    page.refresh()
    large.install.click()
    children.installer.emit(Progress(500_000_000, 2_000_000_000))
    hands.settle()
    assert large.bar.value() / large.bar.maximum() == pytest.approx(0.25)
    assert "500 MB of 2.0 GB" in words(large)
    assert QAccessible.queryAccessibleInterface(large.bar).text(QAccessible.Text.Name)
    shelf.others[0] = replace(shelf.others[0], partial=500_000_000)
    hands.qtbot.mouseClick(large.stop, Qt.MouseButton.LeftButton)
    hands.settle()
    assert children.installer.cancelled == [children.installer.last.id]
    assert "Stopped." in words(large)
    assert large.install.text() == "Go on (2.0 GB)"
    large.install.click()
    children.installer.fail(DownloadInterrupted(model="large", reason="the hub: reset"))
    hands.settle()
    assert "the hub: reset" in large.said.text()
    large.install.click()
    shelf.others[0] = replace(shelf.others[0], installed=True, partial=0)
    children.installer.done()
    hands.settle()
    assert "Installed and checked." in words(large)
    # AND it can be used at once
    hands.qtbot.mouseClick(large.use, Qt.MouseButton.LeftButton)
    assert hands.app.session.options.model == "large"
    assert large.state.in_use
    assert not page.cards["tiny-writer"].state.in_use


def test_advice_names_the_better_model_and_its_reason(page: ModelsPage, hands: Hands, children: FakeChildren) -> None:
    advise(children, hands, "large", Reason.BETTER)
    title, text = page.advice.words()
    assert title == "Better for this computer: Large Writer 3B" or title == "Better for this computer: large"
    assert text == "This computer: 8 GB of memory, 1 core, no graphics card."
    assert "12 s for a usual article, measured here" in words(page.cards["tiny-writer"])
    assert "about 20 s" in words(page.cards["large"])
    assert "tight fit" in words(page.cards["large"])
    page.advice.remedies[0].click()
    assert isinstance(children.reader.last, OfferJob)
    advise(children, hands, "tiny-writer", Reason.FITS)
    assert not page.advice.remedies


def test_removing_asks_first_and_frees_the_memory_first(page: ModelsPage, hands: Hands, children: FakeChildren) -> None:
    tiny = page.cards["tiny-writer"]
    hands.qtbot.mouseClick(tiny.remove, Qt.MouseButton.LeftButton)
    assert "986 MB become free" in tiny.said.text()
    assert "installer" not in {str(role) for role in children.clients}
    hands.qtbot.mouseClick(tiny.keep, Qt.MouseButton.LeftButton)
    assert not tiny.said.isVisible()
    tiny.remove.click()
    hands.qtbot.mouseClick(tiny.confirm, Qt.MouseButton.LeftButton)
    assert isinstance(children.writer.last, ReleaseJob)
    assert isinstance(children.installer.last, RemoveJob)


def test_checking_and_measuring(page: ModelsPage, hands: Hands, children: FakeChildren) -> None:
    tiny = page.cards["tiny-writer"]
    tiny.verify.click()
    assert isinstance(children.installer.last, VerifyJob)
    children.installer.fail(WrongDigest(file="tiny.gguf", expected="a", found="b"))
    hands.settle()
    assert tiny.said.property("role") == "danger"
    tiny.measure.click()
    job = children.writer.last
    assert isinstance(job, MeasureJob)
    assert job.options.model == "tiny-writer"
    asked = sum(isinstance(job, AdviseJob) for job in children.reader.jobs)
    children.writer.emit(Speed(100, 10, 400, 40, 250, 1, "2026-11-27T03:00:00+00:00"))
    children.writer.done()
    hands.settle()
    assert "Measured." in words(tiny)
    assert sum(isinstance(job, AdviseJob) for job in children.reader.jobs) == asked + 1


def test_a_model_of_ones_own(page: ModelsPage, hands: Hands, children: FakeChildren, tmp_path: Path) -> None:
    hands.qtbot.keyClicks(page.name, "someone/tiny")
    hands.qtbot.keyClick(page.name, Qt.Key.Key_Return)
    job = children.reader.last
    assert isinstance(job, OfferJob)
    assert job.model == "someone/tiny"
    children.reader.emit(ModelOffer("someone/tiny", "someone/tiny", 90_000_000, "", False, False))
    children.reader.done()
    hands.settle()
    view = page.cards["someone/tiny"]
    assert "licence unknown" in words(view)
    assert "Nobody says" in view.said.text()
    view.install.click()
    assert isinstance(children.installer.last, InstallJob)
    # A safetensors file stands for its folder.
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "model.safetensors").write_bytes(b"x")
    page.ask_about(str(tmp_path / "m" / "model.safetensors"))
    assert children.reader.last.model == str(tmp_path / "m")  # type: ignore[union-attr]


def test_offline_the_way_out_is_a_button(
    app: Application, page: ModelsPage, hands: Hands, children: FakeChildren
) -> None:
    app.settings.set(settings.OFFLINE, True)
    large = page.cards["large"]
    large.install.click()
    job = children.reader.last
    assert isinstance(job, OfferJob)
    assert job.network.offline
    children.reader.fail(OfflineMode(host="hub.example", contact="model"))
    hands.settle()
    assert large.go_online.isVisible()
    hands.qtbot.mouseClick(large.go_online, Qt.MouseButton.LeftButton)
    assert not app.settings.get(settings.OFFLINE)
    assert isinstance(children.reader.last, OfferJob)
    assert not children.reader.last.network.offline


def test_the_card_in_the_window_tells_of_the_same_download(
    app: Application, page: ModelsPage, hands: Hands, children: FakeChildren, shelf: FakeShelf
) -> None:
    from desktop_app.errors import ModelNotInstalled

    shelf.model = replace(shelf.model, installed=False)
    page.refresh()
    hands.open()
    hands.read()
    children.writer.fail(ModelNotInstalled(model="tiny-writer"))
    hands.settle()
    page.cards["tiny-writer"].install.click()
    children.installer.emit(Progress(493_000_000, 986_000_000))
    hands.settle()
    bar = app.window.digest.summary.install.progress
    assert bar.value() / bar.maximum() == pytest.approx(0.5)
    shelf.put()
    children.installer.done()
    hands.settle()
    assert app.session.writing
