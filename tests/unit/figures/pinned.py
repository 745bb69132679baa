"""Figures of whole articles, sentence by sentence, kept word for word: a pin against unnoticed change.

    python -m tests.unit.figures.pinned           # writes pins/*.toml anew; read the difference before you commit it

The articles are those of the golden files and stories of the checker. What is right is judged in the tables of
sentences; sentences that are known to be read wrongly are named in ``MISREAD`` and left out: mistakes are not pinned.
"""

from __future__ import annotations

import sys
import tomllib
from functools import cache
from pathlib import Path

from desktop_app.article import Article, Section
from desktop_app.figures import find_in_text
from tests.unit.figures.lines import line
from tests.unit.grounding.pinned import files, quoted

HERE = Path(__file__).parent
PINS = HERE / "pins"
#: Sentences, by their beginning, of which a figure or its label is read wrongly or clumsily.
MISREAD: tuple[str, ...] = (
    "The company's shares fell 6%", "Its chief executive, Priya", "Bexford City Council has",
    "Only four of the city's", "Traffic on match days", "Rovers' owner, the American", "Local MP Callum Reeve",
    "A 4.6kg meteorite found", "Frei said he did not", "Colbert kept it", "The union accused the owners",
    "A rival chain, Millstone", "Tenants' adviser Paul", "The farmers' federation", "The port company estimates",
    "Aquaris spokeswoman Tilda", "Kupra's chief executive", "The goalkeeper Rui Lobo", "Parents are divided",
    "The game studio Lumenfall", "Norlaks says it will", "Biologist Erik Strand", "Over two years 31",
    "The economist Piet", "Environmental groups hope", "Geschäftsführerin Anke", "After a gap of",
    "Fares would go up", "Trains carry 35,000", "A study by the University of Lorne", "On the existing line",
    "Average rents in Marlby", "In 2019 Helix paid", "Sales at the Alder", "Rival bakery Dorn",
    "Плата выросла бы",
    "Учёные Осбинского", "Вода у источников",
    "Экологи надеются", "Вратарь Руи Лобо", "Полка стоит от", "Холдинг «Северкран»", "Прокурор Дана Файт",
    "Министр транспорта Карина", "Двухкомнатная квартира", "С 9 июня частная", "Глава профсоюза Денис",
    "Квитки подорожчають", "Плата зросла б", "Суд у Феневі",
    "Викраденого на 700", "Рук купила вівтар", "Страховики свого", "Науковці Осбинського",
    "Селищна рада схвалила", "Вода біля джерел", "Двокімнатна квартира",
    "Екологи сподіваються", "Воротар Руї Лобо", "З понеділка проїзд", "Кесельське водосховище",
    "За пів року зоопарк", "На компенсації воно", "Змагання зібрали", "Петрів не голосувала",
    "Профспілка та власник", "За два роки важкий", "З 9 червня приватна", "Компанія «Агротерм» побудує",
    "Поліція затримала 31 страйкаря", "Прокурорка Дана Файт",
)  # fmt: skip


@cache
def articles() -> dict[str, list[tuple[str, str]]]:
    """Name of a golden file or of the stories of a language → (language, text) of its articles."""
    return {name: [(row["article"].lang, _text(row["article"])) for row in rows] for name, rows in files().items()}


def _text(article: Article) -> str:
    return f"{article.title}\n\n{article.body}" if article.title else article.body


def read(text: str, lang: str) -> dict[str, list[str]]:
    """Sentence → its figures in their order, those of the title and repeats marked."""
    found: dict[str, list[str]] = {}
    for figure in sorted(find_in_text(text, lang), key=lambda figure: figure.start):
        marks = [("title", figure.section is Section.TITLE), ("again", figure.same_as is not None)]
        marks.append(("against", bool(figure.conflicts_with)))
        shown = line(figure) + "".join(f" | {name}" for name, holds in marks if holds)
        found.setdefault(" ".join(figure.context.split()), []).append(shown)
    return {sentence: lines for sentence, lines in found.items() if not sentence.startswith(MISREAD)}


def kept(name: str) -> list[dict[str, list[str]]]:
    """What is pinned: for each article of a file, its sentences with their figures."""
    return [row["of"] for row in tomllib.loads((PINS / f"{name}.toml").read_text("utf-8"))["article"]]


def written(name: str) -> str:
    """The pin of a file, anew."""
    lines = [f"# Figures of {name}, kept word for word; see tests/unit/figures/pinned.py."]
    for lang, text in articles()[name]:
        lines += ["", "[[article]]", "[article.of]"]
        for sentence, figures in read(text, lang).items():
            lines += [f"{quoted(sentence)} = [", *(f"  {quoted(figure)}," for figure in figures), "]"]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write all pins, or those whose names contain the first argument, anew."""
    PINS.mkdir(exist_ok=True)
    for name in articles():
        if not sys.argv[1:] or sys.argv[1] in name:
            (PINS / f"{name}.toml").write_text(written(name), encoding="utf-8")


if __name__ == "__main__":
    main()
