"""From an empty window to an article with its digest, at every width."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt

from desktop_app.events import Stage, StageChanged, SummaryPiece, SummaryReady
from desktop_app.gui import settings
from docs.gallery import articles
from docs.gallery.scene import Scene
from docs.gallery.state import BESIDE, NARROW, SMALLEST, STACKED, WIDE, State


def beginning(scene: Scene) -> Iterator[State]:
    """Nothing, something on its way, and the finished digest."""
    window, figures = scene.window, scene.window.digest.figures
    yield State("empty", window.show_empty)
    yield State("empty-narrow", size=NARROW)
    yield State("drop", window.drops.invite)
    window.drops.hide()
    yield State("fetching", scene.open)
    yield State("figures-first", scene.then(scene.read, lambda: scene.writer.emit(StageChanged(Stage.LOADING_MODEL))))
    yield State("model-reads", lambda: scene.writer.emit(StageChanged(Stage.READING_MODEL, 0.6)))
    some = " ".join(articles.SUMMARIES[scene.lang].split()[:16])
    yield State("streaming", lambda: scene.writer.emit(StageChanged(Stage.WRITING, 0.4), SummaryPiece(some)))
    yield State("streaming-narrow", size=NARROW)
    summary = articles.summary_of(scene.article, scene.model)
    choices = window.digest.summary.head.choices
    yield State("choices-menu", lambda: choices.menu().popup(scene.middle))
    choices.menu().hide()
    yield State("done", lambda: (scene.writer.emit(SummaryReady(summary)), scene.writer.done()))
    yield State("figure-chosen", figures.cards[2].click)
    yield State("peek", lambda: window.peek.look_at(figures.cards[1], True))
    yield State("figures-focused", lambda: scene.press(figures.cards[1], Qt.Key.Key_Down))
    yield State("figures-all", figures._show_all, (1440, 1100))
    yield State("figures-end", lambda: figures._scroll.verticalScrollBar().setValue(9999))


def widths(scene: Scene) -> Iterator[State]:
    """The digest from the widest window to the smallest; text as large as it gets."""
    window = scene.window
    scene.digest(articles.summary_of(scene.article, scene.model))
    scene.set(settings.SIDEBAR, False)
    yield State("width-1600", size=(1600, 900))
    yield State("width-1000-beside", size=BESIDE)
    yield State("width-900-stacked", size=STACKED)
    yield State("width-760-stacked", size=(760, 760))
    yield State("width-560-digest", lambda: window.tabs.setCurrentIndex(0), NARROW)
    yield State("width-560-article", lambda: window.tabs.setCurrentIndex(1), NARROW)
    yield State("width-400-digest", lambda: window.tabs.setCurrentIndex(0), SMALLEST)
    window.tabs.setCurrentIndex(0)
    largest = settings.READING_SIZE.allowed[-1]
    yield State("reading-large", scene.then(lambda: scene.set(settings.READING_SIZE, largest)))
    yield State("reading-serif", lambda: scene.set(settings.READING_SERIF, True))


def forms(scene: Scene) -> Iterator[State]:
    """Bullet points, a headline, an answer; an article that is read from right to left; a mirrored window."""
    window, ask = scene.window, scene.window.digest.summary.ask_line
    scene.set(settings.SUMMARY_STYLE, "bullets")
    yield State("bullets", lambda: scene.digest(articles.points(scene.article, scene.model)))
    scene.set(settings.SUMMARY_STYLE, "headline")
    yield State("headline", lambda: scene.digest(articles.headline(scene.article, scene.model)))
    scene.set(settings.SUMMARY_STYLE, "paragraph")
    summary = articles.summary_of(scene.article, scene.model)
    yield State("ask", scene.then(lambda: scene.digest(summary), ask.open))

    def answer() -> None:
        scene.digest(summary)
        ask.set_about(" ".join(scene.article.body.split()[:5]))

    yield State("asked", answer)
    yield State("asked-narrow", size=NARROW)
    ask.set_about("")
    hebrew = articles.sample("he")
    yield State("right-to-left-article", lambda: scene.digest(articles.summary_of(hebrew, scene.model), hebrew))
    yield State("right-to-left-figure", window.digest.figures.cards[0].click)
    yield State("mirrored", lambda: scene.qt.setLayoutDirection(Qt.LayoutDirection.RightToLeft))
    yield State("mirrored-stacked", size=STACKED)
    scene.qt.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    disputed, bare = articles.disputed(scene.lang), articles.bare(scene.lang)
    first = [article.body.split("\n\n")[0] for article in (disputed, bare)]
    yield State(
        "figures-differ", lambda: scene.digest(articles.summary_of(disputed, scene.model, first[0]), disputed), WIDE
    )
    yield State("figures-related", lambda: scene.digest(articles.summary_of(bare, scene.model, first[1]), bare))
    yield State("figures-related-stacked", size=STACKED)
