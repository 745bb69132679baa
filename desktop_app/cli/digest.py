"""``kratko digest``: summary and key figures of each source."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.article import Article, Digest, Figure, Section, Summary
from desktop_app.choices import AUTO_LANGUAGE, Engine, Length, Style
from desktop_app.cli.batch import Argument, ResumeFile, expand
from desktop_app.cli.export import add_export_options, can_export, write_to
from desktop_app.cli.feeds import Choice, choice, feed_lines, feed_row
from desktop_app.cli.figures import value_words
from desktop_app.cli.output import (
    ExitCode,
    clear_status,
    error_row,
    exit_code,
    plain,
    print_row,
    show_stage,
    tell,
    tell_error,
)
from desktop_app.errors import FeedGiven, KratkoError, UnsupportedType
from desktop_app.events import (
    ArticleReady,
    FeedReady,
    FiguresReady,
    FiguresSettled,
    StageChanged,
    SummaryPiece,
    SummaryReady,
)
from desktop_app.feed import Feed
from desktop_app.json_form import digest_row
from desktop_app.messages import describe_notice, system_language
from desktop_app.options import SummaryOptions
from desktop_app.sources.source import entry_source
from desktop_app.worker.reading import ReadingChild

if TYPE_CHECKING:
    from desktop_app.library import Library
    from desktop_app.summarizer.pool import SummarizerPool

_FIGURES_SHOWN = 10


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``digest`` to ``commands``."""
    parser = commands.add_parser("digest", help="summary and key figures of pages, files or text")
    parser.add_argument("source", nargs="+", metavar="SOURCE", help="a web address, a file, a folder, a pattern, or -")
    add_summary_options(parser)
    parser.add_argument(
        "--entries",
        type=choice,
        metavar="WHICH",
        help="of a feed (RSS, Atom), digest these: 1,3-5 or all or newest:3; without it the entries are listed",
    )
    add_batch_options(parser)
    parser.set_defaults(run=run)


def add_batch_options(parser: argparse.ArgumentParser) -> None:
    """Add the options about where digests go, shared by the commands that make them."""
    parser.add_argument("--anyway", action="store_true", help="summarise even what does not look like an article")
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")
    parser.add_argument(
        "--resume", metavar="OUT.jsonl", help="add the rows to this file, and skip the sources done in it already"
    )
    parser.add_argument(
        "--keep", action=argparse.BooleanOptionalAction, default=False, help="keep the digests in the library"
    )
    parser.add_argument("--export", metavar="FILE", help="write all digests to FILE; its ending names the format")
    add_export_options(parser.add_argument_group("with --export"))


def add_summary_options(parser: argparse.ArgumentParser) -> None:
    """Add the options about the summary, shared by several commands."""
    parser.add_argument(
        "--lang", default=AUTO_LANGUAGE, metavar="CODE", help="language of the summary; auto is the article's own"
    )
    parser.add_argument("--length", type=Length, choices=list(Length), default=Length.SHORT, help="short by default")
    parser.add_argument(
        "--style", type=Style, choices=list(Style), default=Style.PARAGRAPH, help="a paragraph by default"
    )
    parser.add_argument(
        "--about", default="", metavar="QUESTION", help="only what the article says about this question or subject"
    )
    parser.add_argument("--model", metavar="ID", help="catalogue id, path or hub id; see kratko models list")
    parser.add_argument("--engine", type=Engine, choices=list(Engine), default=Engine.AUTO)
    parser.add_argument("--server", metavar="URL", help="address of an OpenAI-compatible server, for --engine server")


def summary_options(arguments: argparse.Namespace) -> SummaryOptions:
    """The options of :func:`add_summary_options`."""
    return SummaryOptions(
        lang=arguments.lang,
        length=arguments.length,
        style=arguments.style,
        about=arguments.about,
        model=arguments.model,
        engine=arguments.engine,
        server_url=arguments.server,
        insist=getattr(arguments, "anyway", False),
    )


def run(arguments: argparse.Namespace) -> int:
    """Digest every source; one that fails does not stop the others."""
    return digest_all(arguments, expand(arguments.source))


def digest_all(arguments: argparse.Namespace, sources: Iterable[Argument]) -> int:
    """Digest ``sources`` as they come, as the options of :func:`add_batch_options` say; returns the exit code."""
    from desktop_app.model_store import ModelStore
    from desktop_app.summarizer.pool import SummarizerPool

    if arguments.export and not can_export(arguments, arguments.export):
        return ExitCode.USAGE
    options = summary_options(arguments)
    with ExitStack() as stack:
        batch = _Batch(
            options,
            as_json=arguments.json,
            child=stack.enter_context(ReadingChild()),
            pool=stack.enter_context(closing(SummarizerPool(ModelStore.default()))),
            resume=stack.enter_context(ResumeFile(arguments.resume)) if arguments.resume else None,
            library=stack.enter_context(_library()) if arguments.keep else None,
            collect=bool(arguments.export),
            choice=arguments.entries,
        )
        try:
            for argument in sources:
                batch.digest(argument)
        finally:
            # What is done is exported even if the rest is stopped.
            if batch.digests:
                write_to(arguments, Path(arguments.export), batch.digests)
    return batch.exit_code()


def _library() -> Library:
    from desktop_app.library import Library

    return Library.default()


class _Batch:
    """The sources of one command, one after the other."""

    def __init__(
        self,
        options: SummaryOptions,
        *,
        as_json: bool,
        child: ReadingChild,
        pool: SummarizerPool,
        resume: ResumeFile | None,
        library: Library | None,
        collect: bool,
        choice: Choice | None = None,
    ) -> None:
        self.digests: list[Digest] = []
        self._options = options
        self._as_json = as_json
        self._child = child
        self._pool = pool
        self._resume = resume
        self._library = library
        self._collect = collect
        self._choice = choice
        self._done = self._failed = self._passed_over = 0

    def digest(self, argument: Argument) -> None:
        """Digest one source, print it and put it where it was asked to go."""
        if self._resume is not None and self._resume.done(argument.text):
            self._done += 1
            return
        making = _Making(argument, stream=not self._as_json)
        try:
            making.follow(self._options, self._pool, self._child)
        except KratkoError as error:
            if making.feed is not None and isinstance(error, FeedGiven) and not argument.found:
                self._digest_entries(making.feed)
                return
            if argument.found and isinstance(error, UnsupportedType):
                # Folders hold all kinds of files; only those Kratko reads were meant.
                self._passed_over += 1
                return
            tell_error(error, argument.text)
            making.error = error
        clear_status()
        if self._as_json:
            print_row(making.row())
        else:
            making.print_rest()
        if self._resume is not None:
            self._resume.add(making.row())
        if self._put_away(making) and making.summary is not None:
            self._done += 1
        else:
            self._failed += 1

    def _digest_entries(self, feed: Feed) -> None:
        """Digest the entries that were chosen; without a choice, show what there is to choose from."""
        clear_status()
        if self._choice is None:
            if self._as_json:
                print_row(feed_row(feed))
            else:
                for line in feed_lines(feed):
                    print(plain(line))
            tell(f"kratko: {feed.source}: choose entries with --entries 1,3-5 or all or newest:3")
            return
        for entry in self._choice(feed):
            self.digest(Argument(entry.url, source=entry_source(feed, entry)))

    def exit_code(self) -> int:
        """The exit code of the command."""
        if self._passed_over:
            tell(f"kratko: {self._passed_over} files of other kinds were passed over")
            if not self._done and not self._failed:
                return ExitCode.FAILED
        return exit_code(self._done, self._failed)

    def _put_away(self, making: _Making) -> bool:
        """Keep what was made, if asked to; whether that went well."""
        digest = making.digest()
        if digest is None:
            return True
        if self._collect:
            self.digests.append(digest)
        if self._library is not None:
            try:
                self._library.save(digest, self._options)
            except KratkoError as error:
                tell_error(error, making.argument)
                return False
        return True


class _Making:
    """A digest in the making: what has arrived so far."""

    def __init__(self, argument: Argument, *, stream: bool) -> None:
        self.argument = argument.text
        self.feed: Feed | None = None
        self._source = argument
        self.stream = stream
        self.article: Article | None = None
        self.figures: tuple[Figure, ...] = ()
        self.summary: Summary | None = None
        self.error: KratkoError | None = None
        self._streamed = ""
        self._headed = False

    def follow(self, options: SummaryOptions, pool: SummarizerPool, child: ReadingChild) -> None:
        from desktop_app.digest import make_digest

        for event in make_digest(self._source.open(), options, pool, reader=child.read):
            match event:
                case StageChanged():
                    if not self._streamed:
                        show_stage(event)
                case FeedReady(feed=feed):
                    self.feed = feed
                case ArticleReady(article=article):
                    self.article = article
                    for notice in article.notices:
                        tell(f"kratko: {self.argument}: {describe_notice(notice, system_language())}")
                case FiguresReady(figures=figures):
                    self.figures = figures
                    # On a terminal they are wanted at once; elsewhere once, in the order the summary settles.
                    if self.stream and sys.stdout.isatty():
                        self._print_head()
                case FiguresSettled(figures=figures):
                    self.figures = figures
                case SummaryPiece(text=text):
                    self._stream(text)
                case SummaryReady(summary=summary):
                    self.summary = summary

    def digest(self) -> Digest | None:
        """What there is, ``None`` if nothing could be read."""
        return None if self.article is None else Digest(self.article, self.figures, self.summary)

    def row(self) -> dict[str, Any]:
        digest = self.digest()
        if digest is None:
            assert self.error is not None
            return error_row(self.argument, self.error)
        return digest_row(digest, self.error)

    def print_rest(self) -> None:
        """What has not been streamed: the end of the summary and what is to be said about it."""
        if self.article is not None and not self._headed:
            self._print_head()
        if self.summary is None:
            return
        if self._streamed.strip() == self.summary.text:
            print(flush=True)
        else:
            # What was streamed is on paper already, unless the terminal can show the checked text instead.
            print("\n" * bool(self._streamed) + plain(self.summary.text), flush=True)
        for notice in self.summary.notices:
            tell(f"kratko: {describe_notice(notice, system_language())}")

    def _print_head(self) -> None:
        clear_status()
        assert self.article is not None
        self._headed = True
        for line in head_lines(self.article, self.figures):
            print(plain(line))
        print(flush=True)

    def _stream(self, text: str) -> None:
        if self.stream and sys.stdout.isatty():
            clear_status()
            print(plain(text), end="", flush=True)
            self._streamed += text


def head_lines(article: Article, figures: tuple[Figure, ...]) -> Iterator[str]:
    """The article's title, what is known of it, and its first figures, as the terminal shows them."""
    from desktop_app.export.sheet import words

    lang = system_language()
    headings = words(lang)["words"]
    if article.title:
        yield article.title
    counted = headings["words"].format(count=article.words)
    facts = [fact for fact in (article.site, article.published, counted) if fact]
    yield " · ".join(facts)
    firsts = [figure for figure in figures if figure.same_as is None]
    body = [figure for figure in firsts if figure.section is not Section.RELATED][:_FIGURES_SHOWN]
    related = [figure for figure in firsts if figure.section is Section.RELATED][:_FIGURES_SHOWN]
    for name, group in ((headings["figures"], body), (headings["related"], related)):
        if group:
            yield ""
            yield f"{name}:"
            values = [value_words(figure, lang) for figure in group]
            width = max(map(len, values))
            for figure, value in zip(group, values, strict=True):
                yield f"  {value:>{width}}  {figure.label}".rstrip()
