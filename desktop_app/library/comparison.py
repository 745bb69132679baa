"""Figures about the same thing in several digests, side by side.

Two figures are about the same thing if they have the same unit and kind, count the same noun, play the same role in a
change, and their labels share enough words (Dice coefficient of word stems; Dice 1945, "Measures of the amount of
ecologic association between species"); a label of one word is helped by its sentence. Pairs are taken best
first, each figure once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_app.article import Digest, Figure, Section
from desktop_app.library.words import keys, words

#: Figures beyond the most important ones of a digest are not compared.
_MOST = 200
_LIKENESS = 0.4
_LIKENESS_OF_SAME_NOUN = 0.3
_SHORTEST = 4
#: Differences of these are not told as a share: a share of a share misleads.
_SHARES = frozenset({"percent", "pp", "fraction", "times"})


@dataclass(frozen=True, slots=True)
class Difference:
    """``amount`` is the later value less the first, in their unit; ``share`` the same as a part of the first, where
    that means something.
    """

    amount: float
    share: float | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """One thing: its figure in each digest (``None`` where there is none), and how each differs from the first there
    is; ``differences`` has ``None`` for the first figure and where there is no figure.
    """

    label: str
    unit: str | None
    figures: tuple[Figure | None, ...]
    differences: tuple[Difference | None, ...]


@dataclass(slots=True)
class _Row:
    figures: dict[int, Figure]
    traits: list[_Traits] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Traits:
    """What a figure is about, in comparable form."""

    hard: tuple[str | None, str, str | None]
    noun: str | None
    label: frozenset[str]
    context: frozenset[str]

    def likeness(self, other: _Traits) -> float:
        """0 for different things, more for surer ones."""
        if self.hard != other.hard or self.noun != other.noun:
            return 0.0
        same_noun = self.noun is not None
        if not self.label or not other.label:
            # Nothing but the noun to go by.
            return 0.3 if same_noun and self.label == other.label else 0.1 if same_noun else 0.0
        if min(len(self.label), len(other.label)) == 1 and (self._told_by(other) or other._told_by(self)):
            return 0.35
        dice = 2 * len(self.label & other.label) / (len(self.label) + len(other.label))
        return dice + 0.5 * same_noun if dice >= (_LIKENESS_OF_SAME_NOUN if same_noun else _LIKENESS) else 0.0

    def _told_by(self, other: _Traits) -> bool:
        """Whether a label of several words stands in the sentence of a figure whose own label says little."""
        return len(self.label) > 1 and self.label <= other.context


def compare(digests: Sequence[Digest]) -> tuple[Comparison, ...]:
    """The things at least two of ``digests`` give a figure for, in the order of importance in the first that has them.

    Articles of one language can be compared; loads no dictionaries.
    """
    rows: list[_Row] = []
    for place, digest in enumerate(digests):
        found = [(figure, _traits(figure, digest.article.lang)) for figure in _own(digest)]
        _join(rows, place, found)
    return tuple(_comparison(row, len(digests)) for row in rows if len(row.figures) > 1)


def left_over(digests: Sequence[Digest], comparisons: Sequence[Comparison]) -> tuple[tuple[Figure, ...], ...]:
    """For each of ``digests`` the figures of its article that stand in none of its ``comparisons``."""
    paired = [{id(row.figures[place]) for row in comparisons} for place in range(len(digests))]
    return tuple(
        tuple(figure for figure in _own(digest) if id(figure) not in taken)
        for digest, taken in zip(digests, paired, strict=True)
    )


def _own(digest: Digest) -> list[Figure]:
    """The first mentions of the most important figures of the article itself."""
    return [
        figure for figure in digest.figures[:_MOST] if figure.same_as is None and figure.section is not Section.RELATED
    ]


def _join(rows: list[_Row], place: int, found: list[tuple[Figure, _Traits]]) -> None:
    pairs = [
        (likeness, -number, -which)
        for number, row in enumerate(rows)
        for which, (_, traits) in enumerate(found)
        if (likeness := max(traits.likeness(other) for other in row.traits)) > 0
    ]
    taken: set[int] = set()
    for _, number, which in sorted(pairs, reverse=True):
        row = rows[-number]
        if -which not in taken and place not in row.figures:
            figure, traits = found[-which]
            taken.add(-which)
            row.figures[place] = figure
            row.traits.append(traits)
    rows.extend(_Row({place: figure}, [traits]) for which, (figure, traits) in enumerate(found) if which not in taken)


def _traits(figure: Figure, lang: str) -> _Traits:
    noun = _stems(figure.noun or "", lang, shortest=1)
    label = _stems(figure.label, lang, shortest=_SHORTEST) - noun
    # "Rose to 5" tells a level, as "is 5" does; "rose by 5" and "from 5" tell something else.
    role = figure.change.role if figure.change and figure.change.role != "to" else None
    return _Traits(
        (figure.unit, figure.kind, role),
        " ".join(sorted(noun)) or None,
        label,
        _stems(figure.context, lang, shortest=_SHORTEST),
    )


def _stems(text: str, lang: str, *, shortest: int) -> frozenset[str]:
    found: set[str] = set()
    for word, span in words(text):
        written = text[span.start : span.end]
        # Function words are short in the languages we know; so are abbreviations, but those are in capitals.
        if not word[0].isdigit() and (len(word) >= shortest or (written.isupper() and len(word) > 1)):
            key = keys(word, [lang], dictionaries=False)
            found.update(key.stems or {key.word})
    return frozenset(found)


def _comparison(row: _Row, count: int) -> Comparison:
    figures = tuple(row.figures.get(place) for place in range(count))
    present = [figure for figure in figures if figure is not None]
    first = present[0]
    differences = tuple(None if figure is None or figure is first else _difference(first, figure) for figure in figures)
    label = next((figure.label for figure in present if figure.label), first.noun or "")
    return Comparison(label, first.unit, figures, differences)


def _difference(first: Figure, other: Figure) -> Difference:
    before, after = _amount(first), _amount(other)
    share = None if before == 0 or first.unit in _SHARES else (after - before) / abs(before)
    return Difference(after - before, share)


def _amount(figure: Figure) -> float:
    """The value, the middle of a range; a fall counts below zero."""
    value = figure.value if figure.high is None else (figure.value + figure.high) / 2
    falls = figure.change is not None and figure.change.role == "by" and figure.change.direction == "down"
    return -abs(value) if falls else value
