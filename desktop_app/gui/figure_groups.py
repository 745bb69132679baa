"""How figures are gathered for the eye: repeats merged, other stories of the page apart, comparable ones in bars."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from desktop_app.article import Figure, Section

#: A chart of fewer bars says less than the cards; bars shorter than a pixel or so say nothing.
_FEWEST_BARS: Final = 3
_MOST_BARS: Final = 8
_LARGEST_RATIO: Final = 200.0
#: Kinds whose values can be compared by length from a common zero.
_COMPARABLE: Final = frozenset({"money", "percent", "count", "measure", "duration"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure with all places it stands at, most important first, and its printed page, if there are any."""

    figure: Figure
    places: tuple[Figure, ...]
    page: int | None = None

    @property
    def key(self) -> tuple[Section, int]:
        """What stays the same when figures are ordered anew."""
        return self.figure.section, self.figure.start


@dataclass(frozen=True, slots=True)
class Comparison:
    """Three or more figures of one noun and unit, in the order of the text."""

    noun: str
    unit: str | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class FigureGroups:
    """The figures of an article, and those of other stories on its page; both most important first."""

    article: tuple[Entry, ...]
    related: tuple[Entry, ...]
    comparisons: tuple[Comparison, ...]


def group(figures: Iterable[Figure], page_of: Callable[[Figure], int | None] = lambda _: None) -> FigureGroups:
    """Group ``figures`` (most important first), merging those that repeat another; ``page_of`` tells their pages."""
    merged: dict[tuple[Section, int], list[Figure]] = {}
    figures = tuple(figures)
    firsts = {(figure.section, figure.start): figure for figure in figures}
    for figure in figures:
        start = _first(figure, firsts)
        section = figure.section
        if section is Section.TITLE and figure.same_as is not None and (Section.BODY, start) in firsts:
            section = Section.BODY  # the title says what the body says
        merged.setdefault((section, start), []).append(figure)
    article: list[Entry] = []
    related: list[Entry] = []
    for (section, start), members in merged.items():
        shown = next((f for f in members if f.start == start and f.section is section), members[0])
        places = (shown, *sorted((f for f in members if f is not shown), key=lambda figure: figure.start))
        (related if section is Section.RELATED else article).append(Entry(shown, places, page_of(shown)))
    return FigureGroups(tuple(article), tuple(related), _comparisons(article))


def _first(figure: Figure, firsts: dict[tuple[Section, int], Figure]) -> int:
    """The start of the figure that ``figure`` repeats, through chains and despite loops."""
    seen = {figure.start}
    while figure.same_as is not None and figure.same_as not in seen:
        seen.add(figure.same_as)
        following = firsts.get((figure.section, figure.same_as))
        if following is None:
            return figure.same_as
        figure = following
    return figure.start


def _comparisons(entries: list[Entry]) -> tuple[Comparison, ...]:
    # Percentages or sums of money without a noun are of different things: on one scale they would mislead.
    kinds: defaultdict[tuple[str, str, str | None, bool], list[Entry]] = defaultdict(list)
    for entry in entries:
        figure = entry.figure
        if figure.kind in _COMPARABLE and figure.value > 0 and figure.noun:
            moves = figure.change is not None and figure.change.role == "by"
            kinds[figure.kind, figure.noun, figure.unit, moves].append(entry)
    found = []
    for (_, noun, unit, _), members in kinds.items():
        values = [entry.figure.value for entry in members]
        if len(set(values)) >= _FEWEST_BARS and max(values) / min(values) <= _LARGEST_RATIO:
            shown = sorted(
                members[:_MOST_BARS],
                key=lambda entry: (entry.figure.section is not Section.TITLE, entry.figure.start),
            )
            found.append(Comparison(noun, unit, tuple(shown)))
    return tuple(found)
