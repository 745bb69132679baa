"""The words of the interface about a claim of the summary: how the article has it, or that it was not found."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.article import Article
from desktop_app.grounding.report import Claim, ClaimKind, Derivation, Place, Problem, State


def claim_text(claim: Claim, article: Article) -> str:
    """What was found of ``claim`` in ``article``, in one or two sentences."""
    translate = QCoreApplication.translate
    found = [_words_at(place, article) for place in claim.places]
    match claim.state:
        case State.EXACT:
            return translate("ClaimWords", "Found in the article")
        case State.OTHER_FORM:
            if not found:
                return translate("ClaimWords", "Found in the article in another form")
            return translate("ClaimWords", "In the article: “{words}”").format(words=found[0])
        case State.DERIVABLE:
            return _derivation(claim.how).format(values=" · ".join(found))
        case State.NOT_FOUND:
            words = _problem(claim)
            if found and claim.kind is not ClaimKind.ACTION:
                words += "\n" + translate("ClaimWords", "In the article: “{words}”").format(words=found[0])
            return words


def _words_at(place: Place, article: Article) -> str:
    return " ".join(article.section_text(place.section)[place.span.start : place.span.end].split())


def _derivation(how: Derivation | None) -> str:
    translate = QCoreApplication.translate
    match how:
        case Derivation.ROUNDING:
            return translate("ClaimWords", "Rounded from: {values}")
        case Derivation.SUM:
            return translate("ClaimWords", "Sum of: {values}")
        case Derivation.DIFFERENCE:
            return translate("ClaimWords", "Difference between: {values}")
        case Derivation.PERCENTAGE:
            return translate("ClaimWords", "Share worked out from: {values}")
        case Derivation.CHANGE:
            return translate("ClaimWords", "Change worked out from: {values}")
        case Derivation.COUNT:
            return translate("ClaimWords", "Counted in the article: {values}")
        case _:
            return translate("ClaimWords", "Worked out from: {values}")


def _problem(claim: Claim) -> str:
    translate = QCoreApplication.translate
    match claim.problem:
        case Problem.OTHER_UNIT:
            return translate("ClaimWords", "The article gives this number in another unit")
        case Problem.OTHER_NOUN:
            return translate("ClaimWords", "In the article this number counts something else")
        case Problem.OTHER_CHANGE:
            return translate("ClaimWords", "The article tells of another change")
        case Problem.OTHER_PLACE:
            return translate("ClaimWords", "The article says this of another number or name")
        case Problem.MIXED_NAME:
            return translate("ClaimWords", "In the article the parts of this name belong to different names")
        case Problem.ROLES:
            return translate("ClaimWords", "In the article somebody else did this")
        case Problem.NEGATION:
            return translate("ClaimWords", "The article affirms what is denied here, or the reverse")
        case Problem.INTENDED:
            return translate("ClaimWords", "The article only says that this was wanted or planned")
        case Problem.OPPOSITE:
            return translate("ClaimWords", "The article has a word of opposite meaning")
        case Problem.NEVER_MEET:
            return translate("ClaimWords", "The article does not say these things together")
    match claim.kind:
        case ClaimKind.NUMBER:
            return translate("ClaimWords", "This number was not found in the article")
        case ClaimKind.DATE:
            return translate("ClaimWords", "This date was not found in the article")
        case ClaimKind.NAME:
            return translate("ClaimWords", "This name was not found in the article")
        case ClaimKind.ACTION:
            return translate("ClaimWords", "This statement was not found in the article")
