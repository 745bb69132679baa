"""The gallery's states of the first start, the settings, finding, and help."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from desktop_app.model_advice import Advice, Estimate, Fit, Machine, ModelOffer, Reason
from desktop_app.options import Engine
from desktop_app.worker.messages import AdviseJob, Progress

if TYPE_CHECKING:
    from gallery import Gallery

State = tuple[str, tuple[int, int], Callable[[], object]]


def settings_states(gallery: Gallery) -> Iterator[State]:
    """With an article open."""
    from desktop_app.gui import settings
    from desktop_app.gui.models_page import ModelsPage

    wide, narrow = (1280, 800), (560, 800)
    app, window = gallery.app, gallery.app.window
    around, kept = window.around, gallery.app.settings
    reader, installer = gallery.children.reader, lambda: gallery.children.installer

    def welcome() -> None:
        kept.set(settings.WELCOMED, False)
        window.back.resume()

    def page() -> ModelsPage:
        found = around.preferences.findChild(ModelsPage)
        assert found is not None
        return found

    def advise() -> None:
        around.open_settings("models")
        job = next(job for job in reversed(reader.jobs) if isinstance(job, AdviseJob))
        estimates = {model: Estimate(Fit.GOOD, 12.0, view.state.card.default) for model, view in page().cards.items()}
        estimates["mt5-xlsum"] = Estimate(Fit.TIGHT, 41.0, False)
        reader.emit(Advice(Machine(8192, 4), "qwen3-1.7b", Reason.BETTER, estimates), job=job)
        reader.done(job)

    def offer() -> None:
        page().cards["qwen3-1.7b"].install.click()
        reader.emit(ModelOffer("qwen3-1.7b", "Qwen3 1.7B", 1_834_426_016, "apache-2.0", False, False))
        reader.done()

    def download() -> None:
        page().cards["qwen3-1.7b"].install.click()
        installer().emit(Progress(412_000_000, 1_834_426_016))

    def find() -> None:
        around.preferences.close()
        window.show_work()
        window.manners.commands()["find"]()
        window.reader.find_bar.field.setText("o" if gallery.lang == "en" else "о")

    yield "welcome", wide, welcome
    yield "welcome-narrow", narrow, lambda: None
    yield "welcome-installing", wide, window.welcome.card.install_button.click
    app.session.models.stop(gallery.model)
    for name in ("general", "reading", "summaries", "privacy"):
        yield f"settings-{name}", wide, lambda name=name: around.open_settings(name)  # type: ignore[misc]
    kept.set(settings.ENGINE, Engine.SERVER.value)
    kept.set(settings.SERVER_URL, "https://models.example/v1")
    kept.set(settings.OFFLINE, True)
    yield "settings-server", wide, lambda: around.open_settings("summaries")
    yield "settings-offline", wide, lambda: around.open_settings("privacy")
    for setting in (settings.ENGINE, settings.SERVER_URL, settings.OFFLINE):
        kept.set(setting, setting.default)  # type: ignore[arg-type]
    yield "models", wide, advise
    yield "models-offer", wide, offer
    yield "models-installing", wide, download
    app.session.models.stop("qwen3-1.7b")
    yield "models-removing", wide, next(iter(page().cards.values())).remove.click
    yield "find", wide, find
    window.manners.finding.close()
    yield "quick-open", wide, around.open_quickly
    around.quick.leave()  # type: ignore[union-attr]
    yield "keys", wide, around.open_shortcuts
    yield "about", wide, lambda: (gallery.qt.activeModalWidget().close(), around.open_about())  # type: ignore[union-attr]
    if dialog := gallery.qt.activeModalWidget():
        dialog.close()
