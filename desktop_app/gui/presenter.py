"""Between the session and the widgets: shows what happens, and turns buttons of messages into work."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop_app.article import Article, Figure, Notice, NoticeCode, Summary
from desktop_app.choices import Length, Style
from desktop_app.errors import KratkoError, NotAnArticle
from desktop_app.events import StageChanged
from desktop_app.feed import Feed
from desktop_app.gui import evidence, settings
from desktop_app.gui.evidence import Evidence
from desktop_app.gui.i18n import InterfaceLanguage
from desktop_app.gui.install_binding import InstallBinding
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.languages import is_right_to_left
from desktop_app.gui.message_bar import Remedy
from desktop_app.gui.model_work import Work
from desktop_app.gui.models import ModelShelf
from desktop_app.gui.remedies import Way, after_reading, after_writing
from desktop_app.gui.session import Session, needs_installation
from desktop_app.gui.settings import Settings
from desktop_app.gui.view import View
from desktop_app.messages import describe_error, describe_notice
from desktop_app.network import NetworkPolicy
from desktop_app.sources.source import FileSource, Source, TextSource, UrlSource


class Presenter(QObject):
    """Wires ``session`` to ``view``. Commands the view cannot carry out itself are given as ``helpers``."""

    def __init__(
        self,
        view: View,
        session: Session,
        settings_: Settings,
        shelf: ModelShelf,
        language: InterfaceLanguage,
        helpers: dict[Way, Callable[[], object]],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._view = view
        self._session = session
        self._settings = settings_
        self._shelf = shelf
        self._language = language
        self._helpers = helpers
        self._reword: dict[str, Callable[[], None]] = {}
        self._binding = InstallBinding(view.digest.summary.install, settings_, session.models, language, self)
        self._connect()
        keep_worded(window, self._word)

    def _connect(self) -> None:
        session, view = self._session, self._view
        session.opened.connect(self._opened)
        session.closed.connect(self._closed)
        session.stage_changed.connect(self._stage)
        session.feed_ready.connect(self._feed_ready)
        session.article_ready.connect(self._article_ready)
        session.figures_ready.connect(self._figures_ready)
        session.figures_settled.connect(view.digest.figures.settle)
        session.read_failed.connect(self._read_failed)
        session.read_stopped.connect(self._read_stopped)
        session.summary_started.connect(self._summary_started)
        session.summary_piece.connect(view.digest.summary.add_piece)
        session.summary_ready.connect(self._summary_ready)
        session.summary_withheld.connect(self._summary_withheld)
        session.summary_failed.connect(self._summary_failed)
        session.summary_stopped.connect(view.digest.summary.show_stopped)
        session.models.finished.connect(self._work_finished)
        session.summary_pending.connect(view.digest.summary.show_pending)
        session.summary_absent.connect(view.digest.summary.show_absent)
        summary = view.digest.summary
        summary.summarize_wished.connect(lambda: session.summarize(insist=True))
        summary.stop_wished.connect(session.stop)
        summary.language_chosen.connect(self._choose_language)
        summary.length_chosen.connect(self._choose_length)
        summary.style_chosen.connect(self._choose_style)
        summary.asked.connect(session.ask)
        summary.text.evidence_wished.connect(self._show_evidence)
        summary.install.install_wished.connect(self._install)
        view.digest.figures.chosen.connect(self._show_figure)
        view.digest.figures.asked_about.connect(self._ask_about)
        view.digest.figures.looked_at.connect(view.peek.look_at)
        view.digest.figures.looked_away.connect(view.peek.look_away)

    def _opened(self, source: Source) -> None:
        view = self._view
        self._reword.clear()
        view.banner.hide()
        view.status.show_sent_to("")
        view.address.show_text(_shown(source))
        view.reader.show_waiting()
        view.digest.summary.show_waiting()
        view.digest.figures.show_waiting()
        view.show_work()

    def _closed(self) -> None:
        self._reword.clear()
        self._view.banner.hide()
        self._view.address.show_text("")
        self._view.show_empty()

    def _stage(self, stage: StageChanged | None) -> None:
        self._view.status.show_stage(stage)

    def _feed_ready(self, feed: Feed) -> None:
        self._view.show_feed()
        self._view.feed.show_feed(feed)

    def _article_ready(self, article: Article) -> None:
        self._view.reader.show_article(article)
        self._view.digest.summary.set_article(article)
        mild = [notice for notice in article.notices if not notice.blocking]
        if article.readable and mild:
            self._say("banner", lambda: self._show_mild(mild))

    def _figures_ready(self, figures: tuple[Figure, ...]) -> None:
        article = self._session.article
        rtl = article is not None and is_right_to_left(article.lang)
        direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        page_of = article.page_of if article is not None else lambda _: None
        self._view.digest.figures.show_figures(figures, direction, page_of)

    def _read_failed(self, error: KratkoError) -> None:
        self._say("problem", lambda: self._show_read_failure(error))
        self._view.show_problem()

    def _read_stopped(self) -> None:
        if self._session.article is None:
            self._view.show_empty()
        elif not self._session.figures:
            self._view.digest.figures.show_figures((), Qt.LayoutDirection.LayoutDirectionAuto)

    def _summary_started(self) -> None:
        article = self._session.article
        if article is not None and not article.readable:  # asked and answered
            self._view.banner.hide()
            self._reword.pop("banner", None)
        self._reword.pop("summary", None)
        self._view.digest.summary.begin()

    def _summary_ready(self, summary: Summary) -> None:
        sent = next((n for n in summary.notices if n.code is NoticeCode.TEXT_LEAVES_COMPUTER), None)
        self._view.status.show_sent_to(str(dict(sent.params).get("host", "")) if sent else "")
        title = self._shelf.title(summary.model)
        if summary.about:  # one that was kept
            self._view.digest.summary.ask_line.set_about(summary.about)
        self._say("summary", lambda: self._show_summary(summary, title))

    def _summary_withheld(self, article: Article) -> None:
        blocking = [notice for notice in article.notices if notice.blocking]
        self._say("banner", lambda: self._show_withheld(blocking))
        self._view.digest.summary.text.end()
        self._say("summary", self._show_not_made)

    def _summary_failed(self, error: KratkoError) -> None:
        if needs_installation(error):
            facts = self._shelf.facts(str(error.params.get("model")) if "model" in error.params else None)
            if facts is not None:
                card = self._view.digest.summary.install
                card.offer(facts)
                if self._session.models.going(facts.id) is Work.INSTALL:
                    card.begin()
                self._view.digest.summary.show_install()
                return
        self._say("summary", lambda: self._show_summary_failure(error))

    def _install(self) -> None:
        """Install the model that summaries are to be made with."""
        summary = self._view.digest.summary
        facts = summary.install.facts or self._shelf.facts(self._session.options.model)
        if facts is None:
            return
        if summary.install.isHidden():
            summary.message.hide()
            summary.install.offer(facts)
            summary.show_install()
        self._session.models.install(facts.id)

    def _work_finished(self, model: str, work: Work) -> None:
        if work is not Work.INSTALL:
            return
        if self._wanted() == model:
            self._installed()

    def _wanted(self) -> str:
        """The model that summaries are to be made with."""
        facts = self._shelf.facts(self._session.options.model)
        return facts.id if facts is not None else self._session.options.model or ""

    def _installed(self) -> None:
        article = self._session.article
        if article is not None and article.readable and self._session.summary is None:
            self._session.summarize()
        else:
            self._view.digest.summary.install.hide()
            self._session.warm_up()

    def _choose_language(self, lang: str) -> None:
        self._settings.set(settings.SUMMARY_LANGUAGE, lang)

    def _choose_length(self, length: Length) -> None:
        self._settings.set(settings.SUMMARY_LENGTH, length.value)

    def _choose_style(self, style: Style) -> None:
        self._settings.set(settings.SUMMARY_STYLE, style.value)

    def _ask_about(self, figure: Figure) -> None:
        """Narrow the summary to what the article says about ``figure``."""
        about = " ".join(f"{figure.text} {figure.label}".split())
        self._view.digest.summary.ask_line.set_about(about)
        self._session.ask(about)

    def _show_figure(self, figure: Figure) -> None:
        self._view.show_reader()
        self._view.reader.view.mark(evidence.of_figure(figure))

    def _show_evidence(self, found: Evidence) -> None:
        self._view.digest.figures.choose_none()
        self._view.show_reader()
        self._view.reader.view.mark(found)

    def _show_mild(self, notices: list[Notice]) -> None:
        words = "\n".join(describe_notice(notice, self._language.lang) for notice in notices)
        self._view.banner.show_message("info", "", words)

    def _show_withheld(self, notices: list[Notice]) -> None:
        words = "\n".join(describe_notice(notice, self._language.lang) for notice in notices)
        remedies = [Remedy(self.tr("Summarize anyway"), lambda: self._session.summarize(insist=True), True, "summary")]
        if isinstance(self._session.source, UrlSource):
            remedies.append(self._remedy(Way.OPEN_IN_BROWSER))
            remedies.append(self._remedy(Way.PASTE))
        title = self.tr("This may not be a whole article")
        self._view.banner.show_message("warning", title, words, remedies)

    def _show_not_made(self) -> None:
        words = self.tr("No summary was made of this page. What was read is shown as it is.")
        self._view.digest.summary.show_problem("info", "", words, ())

    def _show_read_failure(self, error: KratkoError) -> None:
        wording = describe_error(error, self._language.lang)
        ways = [way for way in after_reading(error) if way is not Way.GO_ONLINE or _may_go_online()]
        remedies = [self._remedy(way, primary=at == 0) for at, way in enumerate(ways)]
        source = self._session.source
        self._view.problem.show_problem(wording.title, wording.advice, _shown(source) if source else "", remedies)

    def _show_summary(self, summary: Summary, title: str) -> None:
        notices = [
            describe_notice(notice, self._language.lang)
            for notice in summary.notices
            if notice.code is not NoticeCode.TEXT_LEAVES_COMPUTER
            # The summary itself says what was not found, kind by kind.
            and not (notice.code is NoticeCode.UNSUPPORTED and summary.grounding is not None)
        ]
        self._view.digest.summary.show_summary(summary, title, notices)

    def _show_summary_failure(self, error: KratkoError) -> None:
        wording = describe_error(error, self._language.lang)
        if isinstance(error, NotAnArticle):
            self._view.digest.summary.show_problem("info", wording.title, wording.advice, ())
            return
        ways = after_writing(error)
        if Way.INSTALL in ways and self._shelf.facts(self._session.options.model) is None:
            ways = (Way.RETRY,)  # a model of the reader's own that the catalogue cannot fetch
        remedies = []
        actions: dict[Way, tuple[Callable[[], None], str | None]] = {
            Way.RETRY: (self._session.summarize, "retry"),
            Way.INSTALL: (self._install, "download"),
            Way.GO_ONLINE: (partial(self._go_online, self._session.summarize), None),
        }
        for way in ways:
            if way is Way.GO_ONLINE and not _may_go_online():
                continue
            action, icon = actions[way]
            remedies.append(Remedy(self._way_words(way), action, True, icon))
        self._view.digest.summary.show_problem("error", wording.title, wording.advice, remedies)

    def _remedy(self, way: Way, *, primary: bool = False) -> Remedy:
        icons = {Way.RETRY: "retry", Way.CHOOSE_FILE: "folder", Way.PASTE: "paste", Way.EDIT_ADDRESS: "link"}
        action = {Way.RETRY: self._session.retry, Way.OPEN_IN_BROWSER: self._open_in_browser}.get(way)
        if way is Way.GO_ONLINE:
            action = partial(self._go_online, self._session.retry)
        return Remedy(self._way_words(way), action or _plain(self._helpers[way]), primary, icons.get(way))

    def _way_words(self, way: Way) -> str:
        words = {
            Way.RETRY: self.tr("Try again"),
            Way.EDIT_ADDRESS: self.tr("Correct the address"),
            Way.CHOOSE_FILE: self.tr("Choose a file"),
            Way.OPEN_IN_BROWSER: self.tr("Open in the browser"),
            Way.PASTE: self.tr("Paste the text"),
            Way.INSTALL: self.tr("Install again"),
            Way.GO_ONLINE: self.tr("Go online"),
        }
        return words[way]

    def _go_online(self, then: Callable[[], None]) -> None:
        self._settings.set(settings.OFFLINE, False)
        then()

    def _open_in_browser(self) -> None:
        if isinstance(self._session.source, UrlSource):
            QDesktopServices.openUrl(QUrl(self._session.source.url))

    def _say(self, part: str, show: Callable[[], None]) -> None:
        """Show a message that is worded again when the language of the interface changes."""
        self._reword[part] = show
        show()

    def _word(self) -> None:
        for show in tuple(self._reword.values()):
            show()


def _shown(source: Source) -> str:
    """A source as the address field shows it; pasted text has no name."""
    match source:
        case UrlSource(url):
            return url
        case FileSource(path):
            return str(path)
        case TextSource():
            return ""


def _may_go_online() -> bool:
    """Whether offline mode is the reader's choice in the window, to be taken back there."""
    return not NetworkPolicy.from_environment().offline


def _plain(handler: Callable[[], object]) -> Callable[[], None]:
    def call() -> None:
        handler()

    return call
