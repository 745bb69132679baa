"""Settings, models, and what helps to find the way: everything that lies over the window."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QScrollArea

from desktop_app.choices import Engine
from desktop_app.errors import WrongDigest
from desktop_app.gui import settings
from desktop_app.gui.models_page import ModelsPage
from desktop_app.model_advice import Advice, Estimate, Fit, Machine, ModelOffer, Reason
from desktop_app.worker.messages import AdviseJob, Progress
from docs.gallery import articles, kept
from docs.gallery.scene import Scene
from docs.gallery.state import NARROW, WIDE, State

_OTHER = "qwen3-1.7b"
_SIZE = 1_834_426_016


def preferences(scene: Scene) -> Iterator[State]:
    """Each page of the settings."""
    around = scene.window.around
    for name in ("general", "reading", "summaries", "privacy"):
        yield State(f"settings-{name}", lambda name=name: around.open_settings(name))  # type: ignore[misc]
    scene.set(settings.ENGINE, Engine.SERVER.value)
    scene.set(settings.SERVER_URL, "https://models.example/v1")
    yield State("settings-server", lambda: around.open_settings("summaries"))
    scene.set(settings.OFFLINE, True)
    yield State("settings-offline", lambda: around.open_settings("privacy"))
    yield State("settings-small", lambda: around.preferences.resize(around.preferences.minimumSizeHint()))


def models(scene: Scene) -> Iterator[State]:
    """The page of models: advice, an offer, an installation and how it may end, and removing."""
    around = scene.window.around
    page: ModelsPage

    def advise() -> None:
        nonlocal page
        around.open_settings("models")
        found = around.preferences.findChild(ModelsPage)
        assert found is not None
        page = found
        job = next(job for job in reversed(scene.reader.jobs) if isinstance(job, AdviseJob))
        estimates = {model: Estimate(Fit.GOOD, 12.0, view.state.card.default) for model, view in page.cards.items()}
        estimates["mt5-xlsum"] = Estimate(Fit.TIGHT, 41.0, False)
        scene.reader.emit(Advice(Machine(8192, 4), _OTHER, Reason.BETTER, estimates), job=job)
        scene.reader.done(job)

    def offer() -> None:
        page.cards[_OTHER].install.click()
        scene.reader.emit(ModelOffer(_OTHER, "Qwen3 1.7B", _SIZE, "apache-2.0", False, False))
        scene.reader.done()

    def download() -> None:
        page.cards[_OTHER].install.click()
        scene.installer.emit(Progress(412_000_000, _SIZE))

    def scroll_down() -> None:
        area = page.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if isinstance(area, QScrollArea):
            area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())

    yield State("models", advise)
    yield State("models-offer", offer)
    yield State("models-installing", download)
    failed = WrongDigest(model=_OTHER, file="model.gguf", expected="cc324af0", found="9b1d66e2")
    yield State("models-failed", lambda: scene.installer.fail(failed))
    yield State("models-measuring", page.cards[scene.model].measure.click)
    scene.app.session.models.stop(scene.model)
    yield State("models-removing", page.cards[scene.model].remove.click)
    yield State("models-end", scroll_down)


def helps(scene: Scene) -> Iterator[State]:
    """Finding in the article, going anywhere by name, the keys, the guide, and who made it."""
    window, around = scene.window, scene.window.around
    kept.fill(scene.data, scene.lang, scene.model)
    window.left.start()
    scene.digest(articles.summary_of(scene.article, scene.model))

    def find(words: str) -> None:
        window.manners.commands()["find"]()
        window.reader.find_bar.field.setText(words)

    yield State("find", lambda: find("o" if scene.lang == "en" else "о"))
    yield State("find-nothing", lambda: find("submarine"))
    yield State("find-narrow", lambda: window.tabs.setCurrentIndex(1), NARROW)
    window.manners.finding.close()
    yield State("quick-open", around.open_quickly)
    assert around.quick is not None
    quick = around.quick
    yield State("quick-open-typed", lambda: quick.field.setText("o" if scene.lang == "en" else "о"))
    yield State("quick-open-nothing", lambda: quick.field.setText("submarine"))
    yield State("quick-open-narrow", lambda: quick.field.setText(""), NARROW)
    quick.leave()
    yield State("keys", around.open_shortcuts, WIDE)
    scene.close_dialogs()
    yield State("guide", around.open_guide)
    scene.close_dialogs()
    yield State("about", around.open_about)
    scene.close_dialogs()
    view = window.reader.view
    at = view.viewport().rect().center()
    menus = window.manners.menus
    yield State("article-menu", lambda: menus.of_article(at).popup(view.viewport().mapToGlobal(at)))
    if menu := scene.qt.activePopupWidget():
        menu.close()
