"""What there is to say about a model, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from desktop_app.gui import formatting
from desktop_app.gui.languages import native_name
from desktop_app.gui.models import ModelCard
from desktop_app.model_advice import Advice, Estimate, Fit, Reason

_FEW = 3


translate = QCoreApplication.translate


class ModelCounts(QObject):
    """What is counted: ``lupdate`` finds plurals only where an object says them."""

    def languages(self, number: int) -> str:
        """So many languages."""
        return self.tr("%n language(s)", "", number)

    def cores(self, number: int) -> str:
        """So many cores of the processor."""
        return self.tr("%n core(s)", "", number)


def facts(card: ModelCard) -> str:
    """Size, licence and languages, as far as they are known."""
    size = formatting.size(card.size) if card.size else translate("ModelWords", "size told by the hub")
    licence = card.licence or translate("ModelWords", "licence unknown")
    return " · ".join(part for part in (size, licence, languages(card.languages)) if part)


def languages(codes: tuple[str, ...]) -> str:
    """Which languages a model writes; empty where nobody says."""
    if not codes:
        return ""
    if codes == ("*",):
        return translate("ModelWords", "most languages")
    if len(codes) <= _FEW:
        return ", ".join(native_name(code) for code in codes)
    return ModelCounts().languages(len(codes))


def speed(estimate: Estimate | None) -> str:
    """How long a summary takes here."""
    if estimate is None:
        return ""
    seconds = QLocale().toString(max(1, round(estimate.seconds)))
    if estimate.measured:
        return translate("ModelWords", "{seconds} s for a usual article, measured here").format(seconds=seconds)
    return translate("ModelWords", "about {seconds} s for a usual article, estimated").format(seconds=seconds)


def fit(estimate: Estimate | None) -> str:
    """What to know about the memory; empty if it fits well."""
    if estimate is None or estimate.fit is Fit.GOOD:
        return ""
    if estimate.fit is Fit.TIGHT:
        return translate("ModelWords", "A tight fit for the memory of this computer.")
    return translate("ModelWords", "Needs more memory than this computer can spare.")


def machine(advice: Advice) -> str:
    """This computer."""
    found = advice.machine
    memory = QLocale().toString(round(found.ram_mb / 1024))
    words = translate("ModelWords", "This computer: {memory} GB of memory").format(memory=memory)
    cores = ModelCounts().cores(found.cores)
    card = translate("ModelWords", "a graphics card") if found.gpu_mb else translate("ModelWords", "no graphics card")
    return f"{words}, {cores}, {card}."


def advice(found: Advice, title: str) -> str:
    """What is advised; ``title`` is the name of the model."""
    words = {
        Reason.FITS: translate("ModelWords", "The model you use suits this computer"),
        Reason.BETTER: translate("ModelWords", "Better for this computer: {model}"),
        Reason.LIGHTER: translate("ModelWords", "Lighter for this computer: {model}"),
        Reason.SLOW: translate("ModelWords", "All models are slow here; the quickest is {model}"),
        Reason.NOTHING: translate("ModelWords", "No model fits this computer well; the figures work without one"),
    }
    return words[found.reason].format(model=title)
