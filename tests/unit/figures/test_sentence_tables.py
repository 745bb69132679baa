"""Tables of sentences with all their figures (``sentences/*.toml``), and what holds for each of them anywhere."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from desktop_app.article import Figure
from desktop_app.figures import find_in_text
from tests.unit.figures.lines import line

#: The sentences of a language stand in ``<code>.toml`` and ``<code>_*.toml``.
TABLES: dict[str, list[tuple[str, list[str]]]] = {}
for path in sorted((Path(__file__).parent / "sentences").glob("*.toml")):
    rows = tomllib.loads(path.read_text("utf-8"))["case"]
    TABLES.setdefault(path.stem.partition("_")[0], []).extend((row["text"], row["figures"]) for row in rows)
CASES = [(lang, text, figures) for lang, cases in TABLES.items() for text, figures in cases]
#: A sentence before and one behind, without a figure, a name or a word of change.
AROUND = {
    "ru": ("Ночью прошёл дождь. ", " Утром стало тихо."),
    "uk": ("Уночі пройшов дощ. ", " Зранку стало тихо."),
    "en": ("It rained at night. ", " The morning was quiet."),
}
LINES = {
    "ru": ("Ночью прошёл дождь.\n", "\nУтром стало тихо."),
    "uk": ("Уночі пройшов дощ.\n", "\nЗранку стало тихо."),
    "en": ("It rained at night.\n", "\nThe morning was quiet."),
}


def found(text: str, lang: str) -> list[Figure]:
    return sorted(find_in_text(text, lang), key=lambda figure: figure.start)


@pytest.mark.parametrize(("lang", "text", "figures"), CASES)
def test_a_sentence_has_these_figures(lang: str, text: str, figures: list[str]) -> None:
    assert [line(figure) for figure in found(text, lang)] == figures


@pytest.mark.parametrize("lang", AROUND)
def test_neighbours_change_nothing(lang: str) -> None:
    """A sentence between two others, or on a line between others, has the figures it has alone, at their places."""
    for before, behind in (AROUND[lang], LINES[lang]):
        for text, figures in TABLES[lang]:
            last = re.findall(r"[^\W\d_]+|\d+", text)[-1]
            abbreviated = len(last) <= 3 or not text.endswith((".", "!", "?"))  # «25 м/с. Утром …» may go on
            if behind.startswith(" ") and (abbreviated or re.match(r"\d[.)] ", text)):
                continue
            between = found(before + text + behind, lang)
            assert [line(figure) for figure in between] == figures
            assert [figure.context for figure in between] == [figure.context for figure in found(text, lang)]
            whole = before + text + behind
            assert all(whole[figure.start : figure.end] == figure.text for figure in between)


@pytest.mark.parametrize("lang", TABLES)
def test_a_sentence_cut_anywhere_is_read_without_an_error(lang: str) -> None:
    """Whatever words of a sentence are there, its figures lie inside it and say what stands there."""
    for text, _ in TABLES[lang][::3]:
        cuts = [at for at in range(1, len(text)) if text[at].isalnum() != text[at - 1].isalnum()]
        for piece in [text[:cut] for cut in cuts] + [text[cut:] for cut in cuts[::3]]:
            for figure in find_in_text(piece, lang):
                assert piece[figure.start : figure.end] == figure.text
                assert figure.sentence.start <= figure.start < figure.end <= figure.sentence.end
