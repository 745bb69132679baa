"""Parts of speech and lemmas, as well as each language lets us: a dictionary for Russian (pymorphy3, MIT), lemma
tables with endings for the others (simplemma, MIT), closed classes from the lexicon for all.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from desktop_app import word_tables
from desktop_app.figures.lexicon import Lexicon, lexicon
from desktop_app.figures.tokens import Token
from desktop_app.russian import russian_morphology

NOUN, ADJ, VERB, INF, PART, ADV = "noun", "adj", "verb", "inf", "part", "adv"
PREP, CONJ, PRON, DET, NUM, AUX, PTCL, PUNCT = "prep", "conj", "pron", "det", "num", "aux", "ptcl", "punct"


@dataclass(frozen=True, slots=True)
class Word:
    """Analysis of one word: part of speech, lemma; ``case`` and ``animate`` where the dictionary has them.

    ``proper`` is a name: capitalised, and not because it opens a sentence. ``cases`` are all cases the form can be.
    """

    pos: str
    lemma: str
    cases: frozenset[str] = frozenset()
    animate: bool = False
    plural: bool = False
    proper: bool = False


class Morphology:
    """Analyses words of one language; results are kept."""

    def __init__(self, lex: Lexicon) -> None:
        self._lex = lex
        self._kept: dict[str, Word] = {}

    def word(self, token: Token) -> Word:
        """The likeliest analysis of a token."""
        if token.kind == "p":
            return _PUNCT
        if token.kind == "d":
            return _NUM
        found = self._kept.get(token.text)
        if found is None:
            if len(self._kept) > 50_000:
                self._kept.clear()
            found = self._kept[token.text] = self._analyse(token.text, token.low)
        return found

    def proper(self, token: Token) -> bool:
        """Whether a word that opens a sentence is a name; unknown words count as names."""
        return self.word(token).proper

    def _closed(self, low: str) -> str | None:
        lex = self._lex
        if low in lex.pronouns:
            return PRON
        if low in lex.auxiliaries:
            return AUX
        if low in lex.determiners:
            return DET
        if low in lex.prepositions:
            return PREP
        if low in lex.conjunctions:
            return CONJ
        if low in lex.particles:
            return PTCL
        if low in lex.numbers:
            return NUM
        return None

    def _analyse(self, text: str, low: str) -> Word:
        pos = self._closed(low)
        if pos is not None:
            return Word(pos, low)
        return self._open(text, low)

    def _open(self, text: str, low: str) -> Word:
        return Word(NOUN, low)


_PUNCT = Word(PUNCT, "")
_NUM = Word(NUM, "")


class Russian(Morphology):
    """pymorphy3 with the OpenCorpora dictionary."""

    _POS: ClassVar[dict[str, str]] = {
        "NOUN": NOUN, "ADJF": ADJ, "ADJS": VERB, "COMP": ADV, "VERB": VERB, "INFN": INF, "PRTF": PART, "PRTS": VERB,
        "GRND": VERB, "NUMR": NUM, "ADVB": ADV, "NPRO": PRON, "PRED": VERB, "PREP": PREP, "CONJ": CONJ, "PRCL": PTCL,
        "INTJ": PTCL,
    }  # fmt: skip

    def _open(self, text: str, low: str) -> Word:
        parses = russian_morphology().parse(text)[:8]
        if text[:1].islower():  # «30 волков», not the surname
            parses = [p for p in parses if not any(name in p.tag for name in ("Name", "Surn", "Patr"))] or parses
        first = parses[0]
        tag = first.tag
        pos = self._POS.get(str(tag.POS), NOUN)
        same = [p for p in parses if p.normal_form == first.normal_form and p.tag.POS == tag.POS]
        cases = frozenset(str(p.tag.case) for p in same if p.tag.case)
        if "Apro" in tag:
            pos = DET
        names = {"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "UNKN", "LATN", "Abbr"}
        proper = any(name in tag for name in names) or not russian_morphology().word_is_known(low)
        lemma = first.normal_form
        if tag.POS == "PRTF":  # «погибших»: the participle, not its verb
            base = first.inflect({"nomn", "sing", "masc"})
            lemma = base.word if base is not None else lemma
        return Word(pos, lemma, cases, tag.animacy == "anim", tag.number == "plur", proper)


_PAST = ("ив", "ав", "ув", "яв", "ила", "ило", "или", "ала", "ало", "али", "ула", "ули", "яла", "яли")


class Ukrainian(Morphology):
    """simplemma's lemmas; the ending of lemma and form tells the part of speech."""

    _NEUTER = ("но", "то")

    def _open(self, text: str, low: str) -> Word:
        lemma = word_tables.lemma(low, "uk")
        if self._lex.verbs.has(low):
            return Word(VERB, lemma)
        if lemma.endswith(("ти", "тися", "тись")) and len(lemma) > 4 and not lemma.endswith("сти"):
            return Word(INF if low == lemma else VERB, lemma)
        if lemma.endswith(("сти", "сти", "зти", "стися")) and low != lemma:
            return Word(VERB, lemma)
        if low.endswith(("ться", "лися", "лась", "лося", "ється", "ються", "вся", "лось", "лись")):
            return Word(VERB, lemma)
        if low.endswith(("ано", "яно", "ено", "єно", "ито", "уто", "ято")) and len(low) > 5:
            return Word(VERB, lemma)
        if lemma.endswith("лий") and low.endswith(("ла", "ло", "ли")) and self._lex.copulas.has(low):
            return Word(VERB, lemma)  # «зросла» is the verb, not the adjective of the lemma table
        if lemma.endswith(("ний", "тий", "лий", "ський", "цький", "ий", "ій")) and lemma[-3:] not in ("мій", "вій"):
            if lemma.endswith(("ований", "ений", "аний", "утий", "итий")) and low.endswith(("і", "а", "о", "ий")):
                return Word(PART if not low.endswith("о") else VERB, lemma, plural=low.endswith("і"))
            return Word(ADJ, lemma, plural=low.endswith(("і", "их", "им", "ими")))
        if low == lemma and low.endswith(("увати", "ати", "ити", "іти")) and low != "діти":
            return Word(INF, lemma)
        if low.endswith(("ють", "ять", "уть", "ить", "ає", "ує", "ює", "еє")) and low == lemma and len(low) > 4:
            return Word(VERB, lemma)
        if low == lemma and len(low) > 4 and low.endswith(_PAST) and not word_tables.is_known(low, "uk"):
            return Word(VERB, lemma)
        if low == lemma and low.endswith(("ши", "чи")) and len(low) > 5:
            return Word(VERB, lemma)
        plural = low.endswith(("ів", "ей", "ь", "ам", "ах", "ями", "ами", "и", "і", "їв")) and low != lemma
        return Word(
            NOUN,
            lemma,
            plural=plural,
            proper=text[:1].isupper() and low == lemma and not word_tables.is_known(low, "uk"),
        )


class English(Morphology):
    """simplemma's lemmas, endings and the lexicon's list of verbs."""

    def _open(self, text: str, low: str) -> Word:
        if low.endswith("'s"):
            return Word(NOUN, low[:-2])
        lemma = word_tables.lemma(low, "en")
        verbs = self._lex.verbs
        if text[:1].islower():
            if low.endswith("ly") and len(low) > 4:
                return Word(ADV, lemma)
            if verbs.has(low):
                return Word(VERB, lemma)
            if low.endswith("ing") and lemma != low:
                return Word(PART, lemma)
            if low.endswith("ed") and len(low) > 4:
                return Word(VERB, lemma)
            past = lemma != low and not low.endswith(("s", "ing", "er", "est")) and low not in _PLURALS
            if past and may_be_verb(low):
                return Word(VERB, lemma)  # «wept», «overtook»
        if low.endswith(_ENGLISH_ADJECTIVES) and len(low) > 5:
            return Word(ADJ, lemma)
        plural = (low.endswith("s") and not low.endswith(("ss", "us", "is"))) or low in _PLURALS
        return Word(NOUN, lemma, plural=plural, proper=text[:1].isupper())


@cache
def may_be_verb(low: str) -> bool:
    """Whether the lemma table knows *-ing* or *-ed* forms of the English word."""
    base = word_tables.lemma(low, "en")
    if len(base) < 3:
        return False
    stems = (base, base[:-1] if base.endswith("e") else base, base + base[-1])
    return any(word_tables.lemma(stem + ending, "en") == base for stem in stems for ending in ("ing", "ed"))


_ENGLISH_ADJECTIVES = ("ous", "ful", "less", "ical", "able", "ible", "ional", "ary", "ive", "ern", "ish", "est")
#: Irregular plurals, and words that are plural without an ending.
_PLURALS = frozenset({
    "people", "children", "men", "women", "police", "feet", "staff", "aircraft", "troops", "teeth", "mice", "geese",
    "data", "media", "criteria",
})  # fmt: skip


class Generic(Morphology):
    """simplemma where it has the language; every open word counts as a noun unless its lemma looks like a verb."""

    def __init__(self, lex: Lexicon, lang: str | None) -> None:
        super().__init__(lex)
        self._lang = lang

    def _open(self, text: str, low: str) -> Word:
        pos = self._shape(text, low)
        if self._lang is None:
            return Word(pos, low)
        lemma = word_tables.lemma(text, self._lang)
        return Word(pos, lemma if self._lex.nouns_capital else lemma.lower())

    def _shape(self, text: str, low: str) -> str:
        """The part of speech by the lexicon's lists of verbs and endings."""
        lex = self._lex
        if lex.verbs.has(low):
            return VERB
        if lex.nouns_capital and text[0].isupper():
            return NOUN
        if len(low) > 4 and low.endswith(lex.adjective_endings):
            return ADJ
        if len(low) > 4 and low.endswith(lex.verb_endings):
            return VERB
        return ADV if lex.nouns_capital else NOUN


@cache
def morphology(lang: str) -> Morphology:
    """The analyser of a language code."""
    lex = lexicon(lang)
    if lang == "ru":
        return Russian(lex)
    if lang == "uk":
        return Ukrainian(lex)
    if lang == "en":
        return English(lex)
    return Generic(lex, lang if lang in _LEMMATISED else None)


#: Languages whose lemma table is small enough to load while a reader waits; others keep the form of the text.
_LEMMATISED = frozenset({"de", "fr", "es", "it", "pt", "nl", "cs"})
