"""Gross slips of Ukrainian grammar: a case its preposition or verb does not take, adjectives, numerals that do not fit.

The forms are told by lemma and ending (:mod:`desktop_app.fluency.ukrainian`), which leaves much in doubt. So these
rules speak only of what no reading allows, and only where words are neighbours: "від початок" (the preposition takes
no nominative), "вирішив доля" (neither the subject of a masculine verb nor its object).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from desktop_app.article import Span
from desktop_app.fluency.report import Problem, ProblemKind
from desktop_app.fluency.ukrainian import Readings, adjective, declension, lemma, nominal, noun, word_lists

_TOKEN = re.compile(r"\d+(?:[.,\u00a0 ]\d+)*|[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*|[^\w\s]")
_GOVERNED = {
    "від од до для без біля серед протягом упродовж впродовж внаслідок унаслідок щодо стосовно задля заради після": "g",
    "крім окрім з-за із-за з-під з-поміж з-над": "g",
    "завдяки": "d",
    "всупереч": "dg",
    "над": "i",
    "перед понад під": "ia",
    "між": "gi",
    "поміж": "gia",
    "про через крізь попри": "a",
    "за": "gai",
    "з із зі": "gia",
    "в у": "gal",
    "на о об": "al",
    "по": "ald",
    "при": "l",
}
_CASES = {preposition: frozenset(cases) for words, cases in _GOVERNED.items() for preposition in words.split()}
_SINGULAR_NOMINATIVE = frozenset({"nf", "vf"})
_PAST = re.compile(r"(?:ав|яв|ив|їв|ів|ув|ло|ли)(?:ся|сь)?\Z")
_NO_SUBJECT = re.compile(r"(?:[аеиоуяюі](?:вши|ючи|ячи|учи|ачи)(?:сь)?|[аяеєиіу]но|[аяиіу]то|вши|ючи|ячи|учи|ачи)\Z")
_FINITE = re.compile(r"\w{2,}[уюая]ть(?:ся)?\Z")
_COPULAS = frozenset({"бути", "стати", "ставати", "зватися", "називатися", "лишитися", "залишитися"})
_COMPARATIVE = re.compile(r"ш(?:е|ий|а|і|их|ими?|ої|ою|ого|ому|у|ій)\Z")
_JOINING = frozenset({"і", "й", "та", "або", "чи", ",", "—", "–", "-"})
_CLAUSE_END = frozenset(".:;!?()")
#: How far the second of two subjects may stand behind the first.
_JOIN_REACH = 7
_SOME = frozenset({"кілька", "декілька"})
_BEFORE_HOURS = frozenset({"в", "у", "о", "об", "на", "до", "після", "з", "за"})
_THOUSANDS = frozenset({"тис", "млн", "млрд", "тисяч", "мільйонів", "мільярдів"})
#: The ending of a dative, or of an adjective's plural: *духові*.
_DATIVE = ("ові", "еві", "єві")
#: Adjectives that only tell what a noun belongs to: they stand for no noun and rule none.
_RELATIONAL = re.compile(r"(?:[сцз]ьк|\w{3}[оеє]в|[аіу]льн|[иії]чн|ційн|[тс]ивн)ий\Z")
_FROM_PLACES = re.compile(r"[сцз]ький\Z")
_LABELS = frozenset({"номер", "№", "рейсу", "моделі", "пункт", "розділ", "стаття", "частина"})


class _Words:
    """The tokens of a text, lower case with one kind of apostrophe, and their places."""

    def __init__(self, text: str) -> None:
        matches = list(_TOKEN.finditer(text))
        self.spans = [Span(m.start(), m.end()) for m in matches]
        self.written = [re.sub("[’ʼ]", "'", m.group()) for m in matches]
        self.low = [word.lower() for word in self.written]

    def __len__(self) -> int:
        return len(self.low)

    def form(self, i: int) -> str:
        """The word as the table has it: lower case, unless it is a name."""
        word = self.written[i]
        if word[0].isupper() and not _opens(self, i):
            return word if lemma(word) and (lemma(word) or "")[0].isupper() else ""
        return self.low[i]


def _opens(words: _Words, i: int) -> bool:
    return i == 0 or words.low[i - 1] in {".", "!", "?", ":", "•"}


def ukrainian_agreement_problems(summary: str) -> list[Problem]:
    """Slips in a Ukrainian text, in order."""
    words = _Words(summary)
    found: dict[int, int] = {}
    for rule in _rules():
        for i in range(len(words) - 1):
            last = rule(words, i)
            if last is not None and i not in found:
                found[i] = last
    problems: list[Problem] = []
    reached = 0
    for first, last in sorted(found.items()):
        if first < reached:
            continue  # told already
        reached = last
        span = Span(words.spans[first].start, words.spans[last].end)
        problems.append(Problem(ProblemKind.AGREEMENT, span, summary[span.start : span.end]))
    return problems


@cache
def _rules() -> Sequence[Callable[[_Words, int], int | None]]:
    return (_government, _pronoun, _verb, _described_after_preposition, _object, _concord, _relation, _number, _month)


def _readings(words: _Words, i: int) -> Readings:
    """The readings of a word as noun or adjective, as :func:`nominal` with what is known of people."""
    form = words.form(i)
    found = nominal(form)
    if "-" in form and not lemma(form):
        return frozenset()
    return found - {"am"} if "nm" in found and lemma(form) in word_lists().persons else found


def _government(words: _Words, i: int) -> int | None:
    """«від початок», «про вакциною»."""
    allowed = _CASES.get(words.low[i])
    if allowed is None:
        return None
    found = _readings(words, i + 1)
    if not found or any(reading[0] in allowed for reading in found):
        return None
    if _lets_nominative(words, i) or ("vf" in found and words.low[i] == "о" and len(found) == 1):
        return None
    name = words.written[i + 1]
    if name[0].isupper() and (not found <= _SINGULAR_NOMINATIVE or lemma(name[:-1]) == name[:-1]):
        return None  # of Олександр or of Олександра
    return i + 1


def _lets_nominative(words: _Words, i: int) -> bool:
    """Whether no case is asked for: «що це за людина», «понад сотня людей», «від лат. terra»."""
    word = words.low[i]
    if word == "за" and {"що", "яка", "який"}.intersection(words.low[max(0, i - 4) : i]):
        return True
    if word == "за" and i and _COMPARATIVE.search(words.low[i - 1]):
        return True  # у гірших за київські обставинах
    if word == "понад" and lemma(words.low[i + 1]) in word_lists().amounts:
        return True
    return words.low[i + 2 : i + 3] == ["."] and i + 3 < len(words) and not words.written[i + 3][0].isupper()


def _pronoun(words: _Words, i: int) -> int | None:
    """«до цей», «за він»."""
    allowed = _CASES.get(words.low[i])
    pronoun, lists = words.low[i + 1], word_lists()
    found = "n" if pronoun in lists.nominative_pronouns else "na" if pronoun in lists.accusative_pronouns else None
    if allowed is None or found is None or words.written[i + 1][0].isupper() or _lets_nominative(words, i):
        return None
    return None if any(case in allowed for case in found) else i + 1


def _verb(words: _Words, i: int) -> int | None:
    """«страх за захворіють»: no preposition stands before a finite verb."""
    form = words.low[i + 1]
    if words.low[i] not in _CASES or not _FINITE.search(form) or not (lemma(form) or "").endswith(("ти", "тися")):
        return None
    return i + 1


def _described_after_preposition(words: _Words, i: int) -> int | None:
    """«від нової вакцина», «у державний власності»."""
    allowed = _CASES.get(words.low[i])
    if allowed is None or i + 2 >= len(words) or words.written[i + 1][0].isupper() or words.written[i + 2][0].isupper():
        return None
    form = words.low[i + 1]
    described = frozenset(reading for reading in adjective(form) if reading[0] in allowed)
    things = _things(words, i + 2)
    if words.low[i + 2].endswith("а") and described & {"gm", "am"}:
        return None  # для нового робота
    if not described or not things or _free(form) or described & things or _lets_nominative(words, i):
        return None
    if all(reading[1] == "p" for reading in things) and _JOINING.intersection(words.low[max(0, i - _JOIN_REACH) : i]):
        return None  # з міського, з мобільного телефонів
    cases = {reading[0] for reading in things}
    turn = form.endswith("ому") and allowed >= {"l"}  # у подальшому, в основному
    if (
        (cases <= set("navl") and not turn)
        or (form.endswith("ий") and "i" not in cases)
        or _RELATIONAL.search(lemma(form) or "")
    ):
        return i + 2
    return None


def _things(words: _Words, i: int) -> Readings:
    """The readings of a noun whose gender is sure."""
    form = words.low[i]
    return frozenset() if form.endswith(_DATIVE) or lemma(form) in word_lists().masculine else noun(form)


def _free(form: str) -> bool:
    """Whether an adjective may stand without a noun."""
    base, lists = lemma(form) or "", word_lists()
    if form.endswith(_DATIVE) or base.endswith(("щий", "чий", "ший")):
        return True  # у духові часу; у товщі
    return base in lists.free or (
        base in lists.languages and "ськ" in form and form.endswith(("а", "ої", "ій", "у", "ою"))
    )


def _relation(words: _Words, i: int) -> int | None:
    """«європейський фірм», «земельної ділянка»."""
    form = words.low[i]
    if words.written[i][0].isupper() or words.written[i + 1][0].isupper() or _free(form):
        return None
    described, things = adjective(form), _things(words, i + 1)
    if not described or not things or described & things or noun(form) or (i and _lets_nominative(words, i - 1)):
        return None
    before = words.low[max(0, i - 3) : i]
    if _JOINING.intersection(before[-1:]) or (before and described & nominal(before[-1])):
        return None  # «українським і турецьким послам»; «порядку денного кількість»
    if all(reading[0] in "id" for reading in described) or ("np" in described and _joined(words, i + 1)):
        return None
    if "nf" in described and words.low[i + 1].endswith(("а", "я")):
        return None  # журналістка, which the table calls a form of журналіст
    if any(reading[1] == "p" for reading in things) and (
        _JOINING.intersection(before) or any(word[0].isdigit() or word in word_lists().numerals for word in before)
    ):
        return None
    if form.endswith("ої") and things <= _SINGULAR_NOMINATIVE:
        return i + 1
    governed = any(reading[0] in "gdi" for reading in things) and not _FROM_PLACES.search(lemma(form) or "")
    return i + 1 if not governed and _RELATIONAL.search(lemma(form) or "") else None


def _bare_feminine(words: _Words, i: int) -> bool:
    """Whether a word can only be the nominative of a feminine noun."""
    if i >= len(words) or words.written[i][0].isupper():
        return False
    found = _things(words, i)
    return bool(found) and found <= _SINGULAR_NOMINATIVE


def _object(words: _Words, i: int) -> int | None:
    """«вирішив доля», «отримавши посада», «затверджено програма»."""
    verb = words.low[i]
    base = lemma(verb) if len(verb) > 3 else None
    if base is None or not base.endswith(("ти", "тися")) or base in _COPULAS or verb in word_lists().adverbs:
        return None
    if not (_PAST.search(verb) or _NO_SUBJECT.search(verb)):
        return None
    last = i + 1
    described = words.low[last]
    if last + 1 < len(words) and adjective(described) == _SINGULAR_NOMINATIVE and not _free(described):
        last += 1
    if not _bare_feminine(words, last) or lemma(words.low[last]) in word_lists().amounts:
        return None
    return None if verb.endswith(("ли", "лися", "лись")) and _joined(words, last) else last


def _joined(words: _Words, i: int) -> bool:
    """Whether another subject may follow: «прийшли сестра та брат»."""
    for word in words.low[i + 1 : i + 1 + _JOIN_REACH]:
        if word in _JOINING:
            return True
        if word in _CLAUSE_END:
            return False
    return False


def _concord(words: _Words, i: int) -> int | None:
    """«нова закон», «новий посада», «нову посада»."""
    form, thing = words.low[i], words.low[i + 1]
    if words.written[i + 1][0].isupper() or (words.written[i][0].isupper() and not _opens(words, i)):
        return None
    described = adjective(form)
    lists = word_lists()
    if not described or _free(form) or form.endswith(("ше", "че")) or noun(form):
        return None
    things = _things(words, i + 1)
    if not things or lemma(thing) in lists.times | lists.amounts:
        return None
    if any(reading[0] not in "nav" for reading in things) or any(reading[0] not in "nav" for reading in described):
        return None
    if described & things or any(reading[1] == "p" for reading in things):
        return None
    if "nf" in described and thing.endswith(("а", "я")):
        return None
    if "np" in described and _joined(words, i + 1):
        return None
    return i + 1


def _number(words: _Words, i: int) -> int | None:
    """«33 смерть», «два кандидат», «кілька візиті»."""
    amount = words.low[i]
    before = words.low[i - 1] if i else ""
    form = words.low[i + 1]
    base = lemma(form)
    lists = word_lists()
    if words.written[i + 1][0].isupper() or before in _LABELS or base is None or base in lists.uncounted:
        return None
    found = noun(form)
    if not found or any(reading[1] == "p" for reading in nominal(form)) or base in lists.masculine:
        return None
    if form.endswith(_DATIVE):
        return None  # дві стовпові ями
    if before in _BEFORE_HOURS and amount in lists.numerals - _SOME and not found <= {"nf", "vf"}:
        return None  # коли в шість тато прийшов
    if amount in lists.numerals:
        return None if any(reading[0] == "g" for reading in found) else i + 1
    if base not in lists.counted or not found <= {"nf", "vf", "nm", "am", "af"} or declension(base) is None:
        return None
    if amount in _THOUSANDS:
        return i + 1 if declension(base) == "feminine" else None
    return i + 1 if _many(amount) else None


def _month(words: _Words, i: int) -> int | None:
    """«19 червень»."""
    day = words.low[i]
    return i + 1 if words.low[i + 1] in word_lists().months and day.isdecimal() and 1 <= int(day) <= 31 else None


def _many(amount: str) -> bool:
    if not amount[0].isdigit():
        return False
    if "," in amount or "." in amount:
        return True
    whole = re.sub(r"\D", "", amount)
    return int(whole) > 1 and not (whole[-1] == "1" and whole[-2:] != "11")
