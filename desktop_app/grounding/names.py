"""Names in a text, and whether two mentions name the same thing whatever their case endings.

A name is a run of capitalised words; a capital at the start of a sentence counts only where the dictionary or the rest
of the text knows the word as a name. Scripts without capitals have no names here. Matching strips the case endings the
language gives to names (lists in ``resources/grounding``) and evens out the vowels and consonants that alternate before
them (Павел/Павла, Львів/Львова, Америка/Америці).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from desktop_app import word_tables
from desktop_app.grounding.lexicon import lexicon
from desktop_app.grounding.words import Token, known_word, normal
from desktop_app.russian import russian_morphology

_CONSONANT = "бвгджзйклмнпрстфхцчшщ"
#: Consonants that soften before an ending in і or е.
_SOFT = {"ц": "к", "з": "г", "с": "х", "ч": "к", "ж": "г"}
_OPENING = frozenset("«\"“„'‘([—–-•:")
_ADJECTIVE = re.compile("ск|ськ|цьк|зьк|ан|ян|ian$|ish$|ese$|i$|an$|isch|czn|sk")
#: Fewest letters of a part of a compound.
_LEAST_PART = 4
#: Endings no name has.
_INFINITIVE = {"ru": ("ться", "ать", "ять", "еть", "ить", "овать"), "uk": ("тися", "ати", "яти", "іти", "ити", "вати")}
#: Languages that add suffix to suffix: what is left of a name there is most of its beginning.
_SUFFIXING = frozenset({"tr", "az", "kk", "ky", "uz", "fi", "et", "hu"})
#: Languages that write every noun with a capital.
_ALL_NOUNS = frozenset({"de", "lb"})
_GERMAN_NOUN = re.compile("(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|tät|ismus|nis|nisse)$")


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words; ``sure`` is false where only its place at the head of a sentence makes it one."""

    tokens: tuple[Token, ...]
    sure: bool

    @property
    def start(self) -> int:
        """Offset of the first letter."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Offset after the last letter."""
        return self.tokens[-1].end

    @property
    def first(self) -> int:
        """Index of the first token."""
        return self.tokens[0].index

    @property
    def last(self) -> int:
        """Index of the last token."""
        return self.tokens[-1].index

    @property
    def possessive(self) -> bool:
        """Whether it ends in an English or German genitive sign."""
        return self.tokens[-1].low.endswith(("'s", "'"))

    @property
    def words(self) -> tuple[Token, ...]:
        """The capitalised words, without connectors."""
        return tuple(token for token in self.tokens if token.capital)


def inside_capitals(sentences: Iterable[Sequence[Token]]) -> frozenset[str]:
    """Stems of the words that stand capitalised inside sentences: evidence that they are names."""
    found: set[str] = set()
    for tokens in sentences:
        words = [token for token in tokens if token.kind == "word"]
        if words and sum(token.capital for token in words) > 0.6 * len(words) and len(words) > 3:
            continue  # a headline with capitals everywhere proves nothing
        for position, token in enumerate(tokens):
            if token.capital and not _opens(tokens, position):
                found.update(stems(token.low, ""))
    return frozenset(found)


def find_names(
    tokens: Sequence[Token], lang: str, capitals: frozenset[str], lower: frozenset[str] = frozenset()
) -> tuple[Name, ...]:
    """Names of one sentence; ``capitals`` from :func:`inside_capitals`, ``lower`` the words seen uncapitalised."""
    words = lexicon(lang)
    shouting = _shouting(tokens)
    names: list[Name] = []
    run: list[Token] = []

    def close() -> None:
        while run and not run[-1].capital:
            run.pop()
        if run:
            names.append(Name(tuple(run), _sure(run, tokens, shouting)))
        run.clear()

    for position, token in enumerate(tokens):
        if (token.capital and _name_word(token, position, tokens, lang, capitals, lower, shouting)) or (
            run and token.low in words.connectors and position + 1 < len(tokens) and _joins(token, tokens, position)
        ):
            run.append(token)
        else:
            close()
    close()
    return tuple(name for name in names if any(len(token.text) > 1 for token in name.words))


def _joins(token: Token, tokens: Sequence[Token], position: int) -> bool:
    return token.low != "and" and tokens[position + 1].capital


def _shouting(tokens: Sequence[Token]) -> bool:
    words = [token for token in tokens if token.kind == "word" and len(token.text) > 3]
    return len(words) > 3 and sum(token.text.isupper() for token in words) > 0.6 * len(words)


def _sure(run: Sequence[Token], tokens: Sequence[Token], shouting: bool) -> bool:
    return not shouting and not (len(run) == 1 and _opens(tokens, tokens.index(run[0])))


def _opens(tokens: Sequence[Token], position: int) -> bool:
    """Whether a capital here may be due to the start of a sentence or quotation alone."""
    back = position - 1
    while back >= 0 and tokens[back].kind == "sign" and tokens[back].text in _OPENING:
        back -= 1
    return back < 0 or back < position - 1 or (tokens[back].kind == "sign" and tokens[back].text in ".!?…")


def _titled(tokens: Sequence[Token], position: int) -> bool:
    """Whether the word opens a short quotation inside a sentence: the name of a firm, ship or book."""
    if position < 2 or tokens[position - 1].text not in '«“„"' or tokens[position - 2].kind != "word":
        return False
    return any(token.text in '»”“"' for token in tokens[position + 1 : position + 5])


def _name_word(
    token: Token,
    position: int,
    tokens: Sequence[Token],
    lang: str,
    capitals: frozenset[str],
    lower: frozenset[str],
    shouting: bool,
) -> bool:
    words = lexicon(lang)
    low = token.low
    if len(token.text) == 1:
        following = tokens[position + 1] if position + 1 < len(tokens) else None
        return following is not None and following.text == "." and not _opens(tokens, position)
    if (
        low in words.not_names
        or low in words.numerals
        or (low in words.function and not (token.text.isupper() and len(low) > 1))
    ):
        return False
    if lang in _ALL_NOUNS:
        return _german_name(token, tokens, position, lang)
    if not shouting and (not _opens(tokens, position) or _titled(tokens, position)):
        return True
    if token.text.isupper() and len(token.text) > 1 and not shouting:
        return True
    if low in lower or low.endswith(_INFINITIVE.get(lang, "\0")):
        return False
    if low in capitals or (not capitals.isdisjoint(stems(low, "")) and not _common(low, lang)):
        return True
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    if following is not None and following.capital and not shouting and not _common(low, lang):
        return True
    return not shouting and _proper(token.text, lang)


def _german_name(token: Token, tokens: Sequence[Token], position: int, lang: str) -> bool:
    """A capitalised word no dictionary and no compound of dictionary words explains."""
    if _GERMAN_NOUN.search(token.low) or "-" in token.text or known_word(token.low, lang):
        return False
    return not _opens(tokens, position) and not _compound(token.low, lang)


@lru_cache(maxsize=20_000)
def _compound(low: str, lang: str) -> bool:
    for cut in range(_LEAST_PART, len(low) - _LEAST_PART + 1):
        if known_word(low[:cut].removesuffix("s"), lang) and known_word(low[cut:], lang):
            return True
    return False


@lru_cache(maxsize=20_000)
def _proper(text: str, lang: str) -> bool:
    """Whether a dictionary, asked for the capitalised word, has it as a name or not at all."""
    low = normal(text)
    if lang == "ru":
        return russian_name(low)
    if not known_word(low, lang):
        return lexicon(lang).known
    return word_tables.lemma(text, lang)[:1].isupper()


@lru_cache(maxsize=20_000)
def _common(low: str, lang: str) -> bool:
    """Whether the word is an ordinary one in the dictionary."""
    if lang == "ru":
        return not russian_name(low)
    return known_word(low, lang) and not word_tables.lemma(low.capitalize(), lang)[:1].isupper()


@lru_cache(maxsize=20_000)
def russian_name(low: str) -> bool:
    """Whether pymorphy3 (MIT) reads the word as a name first, or does not know it."""
    analyser = russian_morphology()
    if not analyser.word_is_known(low):
        return True
    return any(mark in analyser.parse(low)[0].tag for mark in ("Name", "Surn", "Patr", "Geox", "Orgn"))


@lru_cache(maxsize=50_000)
def stems(low: str, lang: str) -> frozenset[str]:
    """What may be left of a name without its ending; forms of one name share one of these.

    With no language the endings of all of them are stripped, which is enough as evidence of a capital.
    """
    endings = lexicon(lang).name_endings if lang else _widest()
    low = low.replace(".", "")
    found = {low}
    for ending in endings:
        if ending and low.endswith(ending):
            stem = low[: -len(ending)]
            if len(stem) >= 3 or (len(stem) == 2 and len(ending) == 1):
                found.add(stem)
    for stem in tuple(found):
        found.update(_alternants(stem))
    if lang in _SUFFIXING:
        found.update(low[:length] for length in range(max(4, 3 * len(low) // 5), len(low)))
    return frozenset(found)


@lru_cache(maxsize=1)
def _widest() -> frozenset[str]:
    return lexicon("ru").name_endings | lexicon("uk").name_endings | lexicon("und").name_endings


def _alternants(stem: str) -> Iterable[str]:
    if len(stem) < 3:
        return
    if stem[-1] in _CONSONANT and stem[-2] in "оеёії" and len(stem) > 3:
        yield stem[:-2] + stem[-1]  # Павел → Павл, Київ → Киъв
    if stem.endswith(("ів", "їв")):
        yield stem[:-2] + "ов"
        yield stem[:-2] + "ев"
        yield stem[:-2] + "єв"
    if stem[-1] in _SOFT:
        yield stem[:-1] + _SOFT[stem[-1]]


def same_word(one: str, other: str, lang: str) -> bool:
    """Whether two lower-case words may be forms of one name."""
    if one == other:
        return True
    return not stems(one, lang).isdisjoint(stems(other, lang))


@lru_cache(maxsize=50_000)
def derived(name: str, word: str, lang: str) -> bool:
    """Whether one is an adjective made of the other: Росія – російський, Britain – British."""
    short, long = sorted((name, word), key=len)
    common = 0
    for left, right in zip(short, long, strict=False):
        if left != right:
            break
        common += 1
    if common < 4 or common < len(short) - 3:
        return False
    return bool(_ADJECTIVE.search(long[common - 1 :]) or _ADJECTIVE.search(short[common:]))


def same_name(one: Name, other: Name, lang: str) -> bool:
    """Whether two mentions may mean one bearer: the words of the shorter all stand in the longer."""
    short, long = sorted((one.words, other.words), key=len)
    return bool(short) and all(any(_akin(token.low, candidate.low, lang) for candidate in long) for token in short)


def _akin(one: str, other: str, lang: str) -> bool:
    return same_word(one, other, lang) or derived(one, other, lang)
