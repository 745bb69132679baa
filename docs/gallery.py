"""Renders the states of the real window into pictures: ``python docs/gallery.py FOLDER [--lang en …] [--scale 1.5]``.

``python docs/gallery.py docs/images --readme --scale 1.5`` makes the pictures of the README anew.

The window is the shipped one; only its child processes are played by the tests' stand-ins, so that every state comes
up without waiting. Articles are the shipped samples, figures are found by the real finder.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from desktop_app.article import Article, Headline, Notice, NoticeCode, Outcome, Style, Summary
from desktop_app.errors import HostNotFound, HttpStatus, ModelNotInstalled, WorkerCrashed
from desktop_app.events import ArticleReady, FiguresReady, Stage, StageChanged, SummaryPiece, SummaryReady
from desktop_app.figures import find_in_article
from desktop_app.fluency import as_list, plain_points
from desktop_app.grounding import check
from desktop_app.resources import resource
from desktop_app.sentences import sentences
from desktop_app.sources.source import FileSource, Source, UrlSource
from desktop_app.worker.messages import Progress
from docs.gallery_library import SEARCHES, fill

#: What the default model wrote of the samples (the last one by hand: the sample is none of the shipped ones).
SUMMARIES = {
    "en": "Harlowe Bay ferry carries 1.04 million passengers in its first summer, with a 18-minute crossing and single "
    "ticket cost of $3.20.",
    "ru": "Верхнелучье получило новую канатную дорогу, которая перевезла 1,04 млн пассажиров за первое лето. Это почти "
    "вдвое больше, чем ожидали в мэрии.",
    "uk": "В Лугомирі відкрито новий швидкісний трамвай до Заозерська, який перевіз мільйон пасажирів за перше літо. "
    "Потік автомобілів на прибережній дорозі влітку скоротився на 23%, а кількість ночівель туристів у Заозерську "
    "зросла до 212 тисяч зі 140 тисяч торік.",
    "he": "הרכבל החדש בכפר תלמון הסיע 84 אלף נוסעים בחודש הראשון. מחיר כרטיס הוא 12 שקלים.",
}
#: A slip for the state that shows one: what is written, and what instead.
WRONG = {
    "en": ("1.04 million", "1.24 million"),
    "ru": ("1,04 млн", "1,24 млн"),
    "uk": ("212 тисяч", "312 тисяч"),
    "he": ("84", "94"),
}
RELATED = {
    "en": ("Storm leaves 7,100 homes on Senn without power", "Bakers’ fair in Harlowe draws 5,000 visitors"),
    "ru": ("Без света после грозы остались 7,1 тыс. домов", "На ярмарку пекарей пришли 5 тысяч гостей"),
    "uk": ("Без світла після грози лишилися 7,1 тис. будинків", "На ярмарок пекарів прийшли 5 тисяч гостей"),
    "he": (),
}
META = {
    "en": ("The Harlowe Lantern", "Mara Lindqvist"),
    "ru": ("Лученский вестник", "Марта Ольшанская"),
    "uk": ("Заозерський вісник", "Марта Вільшанська"),
    "he": ("עיתון ההר", "נועה שדה"),
}
HEBREW = (
    "הרכבל החדש הסיע 84 אלף נוסעים בחודש אחד\n\n"
    "הרכבל החדש בין כפר תלמון לפסגת ההר הסיע 84 אלף נוסעים בחודש הראשון לפעילותו, אמר המנהל ביום שני.\n\n"
    "מחיר כרטיס הוא 12 שקלים, וילדים נוסעים חינם. הנסיעה נמשכת 18 דקות. מספר המכוניות בכביש ההר ירד ב-23%.\n\n"
    'הקו השני ייפתח באביב ויעלה 46 מיליון שקלים. אורכו יהיה 7 ק"מ.'
)

#: The pictures of the README: name, language, scheme, state.
README = (
    ("window-en-light", "en", "light", "chosen"),
    ("window-ru-dark", "ru", "dark", "chosen"),
    ("window-uk-narrow", "uk", "light", "tab-digest"),
    ("no-model", "en", "light", "no-model"),
    ("compare", "en", "light", "compared"),
    ("library", "en", "light", "queue-writing"),
)


def sample(lang: str) -> Article:
    """The sample article in ``lang``, with the particulars that a web page would give."""
    text = HEBREW if lang == "he" else resource("samples", f"{lang}.md").read_text(encoding="utf-8")
    title, body = text.strip().split("\n\n", 1)
    site, byline = META[lang]
    return Article(
        source=f"https://news.example/{lang}/first-summer",
        url=f"https://news.example/{lang}/first-summer",
        title=title.removeprefix("# "),
        body=body,
        byline=byline,
        site=site,
        published="2026-09-04",
        lang=lang,
        related=tuple(Headline(text) for text in RELATED[lang]),
    )


class Gallery:
    """One window in one language and scheme, taken through its states."""

    def __init__(self, folder: Path, lang: str, scheme: str) -> None:
        from PySide6.QtCore import QSettings

        from desktop_app.gui import settings
        from desktop_app.gui.app import build, qt_application
        from desktop_app.gui.models import CatalogueShelf
        from tests.gui.fakes import FakeChildren

        self.folder = folder
        self.lang, self.scheme = lang, scheme
        self.qt = qt_application()
        store = QSettings(str(Path(tempfile.mkdtemp()) / "gallery.ini"), QSettings.Format.IniFormat)
        store.setValue(settings.INTERFACE_LANGUAGE.key, "en" if lang == "he" else lang)
        store.setValue(settings.COLOUR_SCHEME.key, scheme)
        self.data = Path(tempfile.mkdtemp())
        os.environ["KRATKO_DATA"] = str(self.data)
        self.children = FakeChildren(keeping=True)
        shelf = CatalogueShelf()
        default = shelf.facts(None)
        assert default is not None
        self.model = default.id
        self.app = build(self.qt, store=store, make_client=self.children, shelf=shelf)
        self.app.backend.start()
        self.app.window.show()

    def render(self, only: str, name_as: str | None = None) -> None:
        """Save every state whose name contains ``only``, or the one of just that name as ``name_as`` if given."""
        article = sample(self.lang)
        for name, size, show in self.states(article, self.lang):
            self.app.window.resize(*size)
            self.app.window.digest.figures.looked_away.emit()
            show()
            for _ in range(8):  # messages, layouts and repaints that follow from each other
                self.qt.processEvents()
            if name == only if name_as else only in name:
                self.save(name_as or f"{self.lang}-{self.scheme}-{name}")

    def save(self, name: str) -> None:
        """Save the window as it is, or the menu or dialog over it."""
        from PySide6.QtWidgets import QDialog

        window = self.app.window
        dialogs = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
        top = self.qt.activePopupWidget() or (dialogs or [window])[-1]
        top.grab().save(str(self.folder / f"{name}.png"))

    def close(self) -> None:
        """Be gone, with the translations of this language."""
        from PySide6.QtCore import QEvent

        self.app.window.close()
        self.app.window.deleteLater()
        self.qt.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def states(self, article: Article, lang: str) -> Iterator[tuple[str, tuple[int, int], Callable[[], object]]]:
        """Name, window size, and what brings the state up; each goes on from the one before."""
        wide, middle, narrow = (1440, 900), (920, 800), (560, 800)
        window, figures = self.app.window, self.app.window.digest.figures
        reader = lambda: self.children.reader  # noqa: E731
        writer = lambda: self.children.writer  # noqa: E731
        found = find_in_article(article)
        summary = Summary(SUMMARIES[lang], lang, self.model, "llama.cpp", 0, 0, 0, article.words)
        half = replace(summary, read_words=article.words // 2, notices=(self._partly(article),))
        page = UrlSource(article.source)
        summary = replace(summary, grounding=check(summary.text, article, summary_lang=lang))
        wrong = summary.text.replace(*WRONG[lang])
        flagged = replace(summary, text=wrong, grounding=check(wrong, article, summary_lang=lang))
        first = article.body.split("\n\n")[0]
        quoted = replace(
            summary,
            text=first,
            grounding=check(first, article, summary_lang=lang),
            outcome=Outcome.QUOTED,
            notices=(Notice(NoticeCode.QUOTED),),
        )
        yield "empty", wide, window.show_empty
        yield "empty-narrow", narrow, window.show_empty
        yield "drop", wide, window.drops.invite
        window.drops.hide()
        yield "fetching", wide, lambda: self.open(page)
        yield (
            "figures",
            wide,
            lambda: self.tell(
                reader(),
                ArticleReady(article),
                FiguresReady(found),
                then=lambda: writer().emit(_stage(Stage.LOADING_MODEL)),
            ),
        )
        yield (
            "streaming",
            wide,
            lambda: writer().emit(
                StageChanged(Stage.WRITING, 0.4), SummaryPiece(" ".join(SUMMARIES[lang].split()[:16]))
            ),
        )
        yield "done", wide, lambda: self.tell(writer(), SummaryReady(summary))
        yield "chosen", wide, lambda: self.choose(2)
        yield "peek", wide, lambda: window.peek.look_at(figures.cards[1], True)
        yield "all-figures", (1440, 1100), figures._show_all
        yield "figures-end", wide, lambda: figures._scroll.verticalScrollBar().setValue(9999)
        yield "stacked", middle, lambda: None
        yield "tab-digest", narrow, lambda: window.tabs.setCurrentIndex(0)
        yield "tab-article", narrow, lambda: window.tabs.setCurrentIndex(1)
        window.tabs.setCurrentIndex(0)
        from gallery_output import output_states

        yield from output_states(self, article, summary)
        yield "partly-read", wide, lambda: self.digest(page, article, half)
        yield "flagged", wide, lambda: self.digest(page, article, flagged)
        yield "flagged-claim", wide, self.step
        yield "quoted", wide, lambda: self.digest(page, article, quoted)
        yield from self.styles(page, article, summary)
        yield "no-model", wide, lambda: self.digest(page, article, None, ModelNotInstalled(model=self.model))
        yield "installing", wide, self.install
        self.app.session.models.stop(self.model)
        yield "crashed", wide, lambda: self.digest(page, article, None, WorkerCrashed(role="writer", exit_code=-11))
        yield "withheld", wide, lambda: self.withhold(page, article)
        yield from self.library_states(lang)
        yield from self.queue_states(article)
        from gallery_settings import settings_states

        yield from settings_states(self)
        yield "host-not-found", wide, lambda: self.fail(page, HostNotFound(host="news.example"))
        yield "refused", wide, lambda: self.fail(page, HttpStatus(host="news.example", status=403))

    def styles(
        self, page: Source, article: Article, summary: Summary
    ) -> Iterator[tuple[str, tuple[int, int], Callable[[], object]]]:
        """Bullet points, a headline, and a summary about something."""
        from desktop_app.gui import settings

        wide, narrow = (1280, 800), (560, 800)
        keep, ask = self.app.settings, self.app.window.digest.summary.ask_line
        points = [article.body[span.start : span.end] for span in sentences(article.body, article.lang)[:3]]
        listed = as_list(points)
        bullets = replace(
            summary,
            text=listed,
            style=Style.BULLETS,
            grounding=check(plain_points(listed), article, summary_lang=article.lang),
        )
        headline = replace(summary, text=article.title or "", style=Style.HEADLINE, grounding=None)
        keep.set(settings.SUMMARY_STYLE, Style.BULLETS.value)
        yield "bullets", wide, lambda: self.digest_anew(page, article, bullets)
        keep.set(settings.SUMMARY_STYLE, Style.HEADLINE.value)
        yield "headline", wide, lambda: self.digest_anew(page, article, headline)
        keep.set(settings.SUMMARY_STYLE, Style.PARAGRAPH.value)
        yield "ask", wide, ask.open
        about = replace(summary, about=points[0][:40])
        yield "asked", wide, lambda: self.digest_anew(page, article, about)
        yield "asked-narrow", narrow, lambda: None
        ask.set_about("")

    def library_states(self, lang: str) -> Iterator[tuple[str, tuple[int, int], Callable[[], object]]]:
        """What the left column looks like."""
        from desktop_app.gui import settings

        wide, narrow = (1280, 800), (560, 800)
        window, left = self.app.window, self.app.window.left
        fill(self.data, lang, self.model)
        yield "library", wide, left.start
        yield "library-open", wide, lambda: left.library.open(2)
        yield "library-chosen", wide, lambda: (left.panel.choose(1, 2), left.panel.list.setFocus())
        yield "library-deleted", wide, lambda: left.library.delete(left.panel.chosen)
        yield "library-undone", wide, left.library.undo
        yield "library-filter", wide, lambda: left.panel.filter.choose(days=30, lang=lang)
        yield (
            "library-search",
            wide,
            lambda: (
                left.panel.filter.clear(),
                left.panel.search.setText(SEARCHES[lang]),
                left.panel.search.returnPressed.emit(),
            ),
        )
        yield (
            "library-nothing",
            wide,
            lambda: self.look_for("submarine"),
        )
        self.look_for("")
        yield "library-drawer", narrow, lambda: window.frame.set_open(True)
        window.frame.close_drawer()
        yield "private", wide, lambda: self.app.settings.set(settings.KEEP_DIGESTS, False)
        yield "private-narrow", narrow, lambda: None
        self.app.settings.set(settings.KEEP_DIGESTS, True)

    def queue_states(self, article: Article) -> Iterator[tuple[str, tuple[int, int], Callable[[], object]]]:
        """Eight sources on their way."""
        wide, narrow = (1280, 800), (560, 800)
        window, left = self.app.window, self.app.window.left
        links = [UrlSource(f"https://news.example/{name}") for name in "abcdef"]
        yield "queue-begun", wide, lambda: window.open([*links, FileSource(Path("minutes.docx"))])
        yield "queue-reading", wide, lambda: [self.read_item(article, number) for number in range(3)]
        yield "queue-failed", wide, lambda: self.children.reader.fail(HttpStatus(host="news.example", status=404))
        yield "queue-writing", wide, lambda: self.write_item(article)
        yield "queue-pending", wide, lambda: left.queue.open(left.book.items[2].id)
        yield "queue-paused", wide, left.queue.toggle
        yield "queue-drawer", narrow, lambda: window.frame.set_open(True)
        window.frame.close_drawer()
        yield "queue-narrow", narrow, lambda: None
        left.queue.forget()

    def read_item(self, article: Article, number: int) -> None:
        title = article.title if not number else " ".join((article.title or "").split()[number : number + 7])
        body = f"{article.body}\n\n{number}"
        made = replace(article, source=f"https://news.example/{number}", url=None, title=title, body=body)
        self.tell(self.children.reader, ArticleReady(made), FiguresReady(find_in_article(made)))

    def write_item(self, article: Article) -> None:
        summary = Summary(SUMMARIES[self.lang], self.lang, self.model, "llama.cpp", 0, 0, 0, article.words)
        self.tell(self.children.writer, SummaryReady(summary))
        self.children.writer.emit(StageChanged(Stage.WRITING, 0.4))

    def look_for(self, words: str) -> None:
        panel = self.app.window.left.panel
        panel.filter.clear()
        panel.search.setText(words)
        panel.search.returnPressed.emit()

    def choose(self, number: int) -> None:
        cards = self.app.window.digest.figures.cards
        cards[min(number, len(cards) - 1)].click()

    def step(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        text = self.app.window.digest.summary.text
        text.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(text, Qt.Key.Key_Down)
        QTest.keyClick(text, Qt.Key.Key_Return)

    def open(self, source: Source) -> None:
        self.app.window.open([source])
        self.children.reader.emit(_stage(Stage.FETCHING))

    def tell(self, client: object, *events: object, then: Callable[[], object] = lambda: None) -> None:
        client.emit(*events)  # type: ignore[attr-defined]
        client.done()  # type: ignore[attr-defined]
        self.qt.processEvents()
        then()

    def digest(self, source: Source, article: Article, summary: Summary | None, error: Exception | None = None) -> None:
        self.open(source)
        self.tell(self.children.reader, ArticleReady(article), FiguresReady(find_in_article(article)))
        if summary is not None:
            self.tell(self.children.writer, SummaryReady(summary))
        else:
            self.children.writer.fail(error)  # type: ignore[arg-type]

    def digest_anew(self, source: Source, article: Article, summary: Summary) -> None:
        """As if the library did not have it."""
        self.app.session.open(source, fresh=True)
        self.tell(self.children.reader, ArticleReady(article), FiguresReady(find_in_article(article)))
        self.tell(self.children.writer, SummaryReady(summary))

    def install(self) -> None:
        self.app.window.digest.summary.install.install_button.click()
        self.children.installer.emit(Progress(412_000_000, 1_117_320_768))

    def withhold(self, source: Source, article: Article) -> None:
        stub = replace(article, body=article.body.split("\n\n")[0], notices=(Notice(NoticeCode.PAYWALL),))
        self.open(source)
        self.tell(self.children.reader, ArticleReady(stub), FiguresReady(find_in_article(stub)))

    def fail(self, source: Source, error: Exception) -> None:
        self.open(source)
        self.children.reader.fail(error)  # type: ignore[arg-type]

    @staticmethod
    def _partly(article: Article) -> Notice:
        return Notice(NoticeCode.PARTLY_READ, (("read_words", article.words // 2), ("words", article.words)))


def _stage(stage: Stage) -> StageChanged:
    return StageChanged(stage)


def share_picture(folder: Path) -> None:
    """The share picture of the English sample, as the program writes it."""
    from desktop_app.article import Digest
    from desktop_app.export import ExportOptions
    from desktop_app.gui.painting.exporters import PictureExporter

    article = sample("en")
    summary = Summary(SUMMARIES["en"], "en", "", "llama.cpp", 0, 0, 0, article.words)
    digest = Digest(article, find_in_article(article), summary)
    (folder / "share-picture.png").write_bytes(PictureExporter().export([digest], ExportOptions()))


def main() -> None:
    parser = argparse.ArgumentParser(description="Render the states of the window into pictures.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lang", nargs="*", default=["en", "ru", "uk", "he"], choices=list(SUMMARIES))
    parser.add_argument("--scheme", nargs="*", default=["light", "dark"], choices=["light", "dark"])
    parser.add_argument("--scale", default="1", help="device pixels per pixel, such as 1.5")
    parser.add_argument("--only", default="", help="states whose name contains this")
    parser.add_argument("--readme", action="store_true", help="only the pictures of the README, by their names")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    os.environ["QT_SCALE_FACTOR"] = options.scale
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform in ("win32", "darwin")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if options.readme:
        share_picture(options.folder)
        for name, lang, scheme, state in README:
            gallery = Gallery(options.folder, lang, scheme)
            gallery.render(state, name)
            gallery.close()
        return
    for lang in options.lang:
        for scheme in options.scheme:
            gallery = Gallery(options.folder, lang, scheme)
            gallery.render(options.only)
            gallery.close()


if __name__ == "__main__":
    main()
