"""What to know about a page or a summary, and everything that can go wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt

from desktop_app import errors
from desktop_app.article import Article, Notice, NoticeCode
from desktop_app.errors import KratkoError
from desktop_app.gui import settings
from desktop_app.worker.messages import Progress
from docs.gallery import articles
from docs.gallery.scene import Scene
from docs.gallery.state import MESSAGE, NARROW, State

#: Enough to word any error.
_PARAMETERS: Final[dict[str, str | int]] = {
    "about": "ferry",
    "address": "htp:/news.example",
    "contact": "page",
    "count": 3,
    "engine": "llama.cpp",
    "exit_code": -11,
    "expected": "cc324af0",
    "file": "model.gguf",
    "folder": "/home/mara/.local/share/kratko/models",
    "found": "9b1d66e2",
    "free_mb": 640,
    "host": "news.example",
    "id": 17,
    "kept_as": "/home/mara/.local/share/kratko/library-damaged.sqlite",
    "known": 4,
    "limit": 500,
    "limit_mb": 64,
    "model": "qwen2.5-coder-1.5b",
    "name": "minutes of the council.doc",
    "needed_mb": 1120,
    "notice": "consent_wall",
    "pages": 812,
    "path": "/home/mara/Documents/minutes of the council.pdf",
    "reason": "connection reset by peer",
    "seconds": 20,
    "status": 403,
    "type": "Word 97",
    "url": "http://localhost:8080/v1",
}
#: Steps to the first claim of a summary, and to its place in the article.
_DOWN_AND_IN: Final = (Qt.Key.Key_Down, Qt.Key.Key_Return)
_BLOCKING: Final = (
    NoticeCode.CONSENT_WALL,
    NoticeCode.LOGIN_WALL,
    NoticeCode.PAYWALL,
    NoticeCode.ERROR_PAGE,
    NoticeCode.TOO_SHORT,
    NoticeCode.NO_BODY,
)


def notices(scene: Scene) -> Iterator[State]:
    """A digest with something to know about it, and pages that are no articles."""
    article, model = scene.article, scene.model
    yield State("partly-read", lambda: scene.digest(articles.partly_read(article, model)))
    yield State("flagged", lambda: scene.digest(articles.slipped(article, model)))
    yield State("flagged-claim", lambda: scene.press(scene.window.digest.summary.text, *_DOWN_AND_IN))
    yield State("flagged-narrow", size=NARROW)
    yield State("quoted", lambda: scene.digest(articles.quoted(article, model)))
    wrong = replace(articles.summary_of(article, model), notices=(Notice(NoticeCode.WRONG_LANGUAGE),))
    yield State("wrong-language", lambda: scene.digest(wrong))
    unsure = replace(article, notices=(Notice(NoticeCode.LANGUAGE_UNSURE),))
    yield State("language-unsure", lambda: scene.digest(articles.summary_of(article, model), unsure))
    unanswered = replace(
        articles.quoted(article, model), notices=(Notice(NoticeCode.NOT_ANSWERED, (("about", "ferry"),)),)
    )
    yield State("not-answered", lambda: scene.digest(unanswered))
    away = Notice(NoticeCode.TEXT_LEAVES_COMPUTER, (("host", "models.example"),))
    yield State("text-leaves", lambda: scene.digest(replace(articles.summary_of(article, model), notices=(away,))))
    for code in _BLOCKING:
        yield State(code.value.replace("_", "-"), lambda code=code: _withhold(scene, code))  # type: ignore[misc]
    yield State("no-body-narrow", size=NARROW)


def failures(scene: Scene) -> Iterator[State]:
    """Every error at the place where it is told: pages and files, then models and engines, then the library."""
    for kind in leaves(errors.SourceError):
        yield State(f"error-{_name(kind)}", lambda kind=kind: scene.fail_reading(made(kind)), MESSAGE)  # type: ignore[misc]
    yield State("error-offline", lambda: scene.fail_reading(errors.OfflineMode(**_PARAMETERS)), MESSAGE)
    yield State("error-offline-narrow", size=NARROW)
    yield State("error-reader-crashed", lambda: scene.fail_reading(made(errors.WorkerCrashed)), MESSAGE)
    others = (errors.WorkerCrashed, errors.OutOfMemory, errors.InternalError)
    for kind in (*leaves(errors.ModelError), *leaves(errors.EngineError), *others):
        yield State(f"error-{_name(kind)}", lambda kind=kind: scene.fail_writing(made(kind)), MESSAGE)  # type: ignore[misc]
    for kind in leaves(errors.LibraryError):
        yield State(
            f"error-{_name(kind)}",
            lambda kind=kind: scene.window.left.library._keeper.troubled.emit(made(kind)),  # type: ignore[misc]
            MESSAGE,
        )
    yield State("error-library-narrow", size=NARROW)


def absent_model(scene: Scene) -> Iterator[State]:
    """An article without a model: the offer, its installation, and how that may end."""
    scene.shelf.installed.clear()
    card = scene.window.digest.summary.install
    yield State("no-model", lambda: scene.fail_writing(errors.ModelNotInstalled(model=scene.model)))
    yield State("no-model-narrow", size=NARROW)
    progress = Progress(412_000_000, 1_117_320_768)
    yield State("installing", scene.then(card.install_button.click, lambda: scene.installer.emit(progress)))
    yield State("installing-failed", lambda: scene.installer.fail(made(errors.DownloadInterrupted)))
    scene.set(settings.WELCOMED, False)
    yield State("welcome", scene.window.back.resume)
    yield State("welcome-narrow", size=NARROW)
    yield State("welcome-installing", scene.window.welcome.card.install_button.click)
    yield State("welcome-failed", lambda: scene.installer.fail(made(errors.NoSourceReachable)))


def _withhold(scene: Scene, code: NoticeCode) -> None:
    article = scene.article
    body = "" if code is NoticeCode.NO_BODY else article.body.split("\n\n")[0]
    stub: Article = replace(article, body=body, notices=(Notice(code, (("words", 38),)),))
    scene.open()
    scene.read(stub)


def made(kind: type[KratkoError]) -> KratkoError:
    """An error of ``kind`` with everything that its words may name."""
    return kind(**_PARAMETERS)


def _name(kind: type[KratkoError]) -> str:
    return kind.code.replace("_", "-")


def leaves(kind: type[KratkoError]) -> Iterator[type[KratkoError]]:
    """All errors under ``kind``, in the order of the tree."""
    for below in kind.__subclasses__():
        yield below
        yield from leaves(below)
