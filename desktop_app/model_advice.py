"""Which model suits a computer: a plain rule over memory, cores and what was measured here.

1. A model is **too large** if it needs more than three quarters of the memory, a **tight fit** from a half on: the rest
   belongs to the system and the programs beside it.
2. The time for a usual article (:data:`USUAL_WORDS` words) is taken from a measurement of the model itself; else from
   one of another model, scaled by the memory both need, since reading and writing both pass over all weights; else
   from :data:`USUAL_SECONDS`, measured with the default model on two cores, scaled by memory and cores. Models that
   run on PyTorch take :data:`PYTORCH_FACTOR` times as long without a graphics card.
3. Advised is, of the models that fit well, may be used for anything and write all languages, the one of the highest
   grade that needs at most :data:`PATIENCE` seconds; the quicker of two equals, and the one in use before any other.
   Where all take longer, the quickest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

USUAL_WORDS: Final = 400
#: Seconds the default model took for a short summary of a usual article on :data:`_USUAL_CORES` cores.
USUAL_SECONDS: Final = 13.0
_USUAL_CORES: Final = 2
_USUAL_RAM: Final = 2000
#: Beyond this many cores memory is the bottleneck.
_MOST_CORES: Final = 8
PYTORCH_FACTOR: Final = 3.0
#: Seconds a summary may take.
PATIENCE: Final = 30.0
_TIGHT, _TOO_LARGE = 0.5, 0.75


@dataclass(frozen=True, slots=True)
class Machine:
    """This computer: memory in megabytes, physical cores, memory of the graphics card in megabytes (0 without one)."""

    ram_mb: int
    cores: int
    gpu_mb: int = 0


@dataclass(frozen=True, slots=True)
class Speed:
    """What was measured of a model on this computer.

    Reading and writing in tokens a second, over ``prompt_tokens`` read of ``words`` words and ``tokens`` written;
    ``load_seconds`` until it was ready. ``measured`` is an ISO 8601 time.
    """

    reading: float
    writing: float
    prompt_tokens: int
    tokens: int
    words: int
    load_seconds: float
    measured: str

    def seconds_for(self, words: int) -> float:
        """Seconds for a short summary of ``words`` words, loading not counted."""
        return self.prompt_tokens * words / self.words / self.reading + self.tokens / self.writing


@dataclass(frozen=True, slots=True)
class ModelOffer:
    """What installing a model would bring.

    ``size`` in bytes; ``licence`` an SPDX id or a name, empty where nobody says; ``local`` files stay where they are.
    """

    model: str
    title: str
    size: int
    licence: str
    non_commercial: bool
    local: bool


class Fit(StrEnum):
    """Whether a model fits into the memory."""

    GOOD = "good"
    TIGHT = "tight"
    TOO_LARGE = "too_large"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A model to choose among. ``grade`` orders models by their summaries, 0 where nobody says."""

    id: str
    ram_mb: int
    grade: int = 0
    all_languages: bool = True
    non_commercial: bool = False
    pytorch: bool = False
    installed: bool = False


@dataclass(frozen=True, slots=True)
class Estimate:
    """What to expect of a model here; ``measured`` if the time comes from itself rather than from others."""

    fit: Fit
    seconds: float
    measured: bool


class Reason(StrEnum):
    """Why a model is advised."""

    FITS = "fits"  # the one in use is the one to use
    BETTER = "better"  # a better one fits as well
    LIGHTER = "lighter"  # the one in use is too large or too slow here
    SLOW = "slow"  # all that fit are slow here; the quickest
    NOTHING = "nothing"  # none fits


@dataclass(frozen=True, slots=True)
class Advice:
    """``model`` is the one to use (``None`` if there is none) for ``reason``; ``estimates`` by model."""

    machine: Machine
    model: str | None
    reason: Reason
    estimates: Mapping[str, Estimate]


def estimate(model: Candidate, machine: Machine, speeds: Mapping[str, Speed], all_: Sequence[Candidate]) -> Estimate:
    """What to expect of ``model``."""
    share = model.ram_mb / machine.ram_mb if machine.ram_mb else 1.0
    fit = Fit.TOO_LARGE if share > _TOO_LARGE else Fit.TIGHT if share > _TIGHT else Fit.GOOD
    if model.id in speeds:
        return Estimate(fit, speeds[model.id].seconds_for(USUAL_WORDS), True)
    slow = PYTORCH_FACTOR if model.pytorch and not machine.gpu_mb else 1.0
    known = [other for other in all_ if other.id in speeds and other.ram_mb and not other.pytorch]
    if known:
        nearest = min(known, key=lambda other: abs(other.ram_mb - model.ram_mb))
        seconds = speeds[nearest.id].seconds_for(USUAL_WORDS) * model.ram_mb / nearest.ram_mb
    else:
        cores = max(1, min(machine.cores, _MOST_CORES))
        seconds = USUAL_SECONDS * model.ram_mb / _USUAL_RAM * _USUAL_CORES / cores
    return Estimate(fit, seconds * slow, False)


def advise(models: Sequence[Candidate], machine: Machine, speeds: Mapping[str, Speed], in_use: str) -> Advice:
    """Which of ``models`` to use on ``machine``, where ``in_use`` is used now."""
    estimates = {model.id: estimate(model, machine, speeds, models) for model in models}

    def suits(model: Candidate) -> bool:
        found = estimates[model.id]
        return found.fit is Fit.GOOD and found.seconds <= PATIENCE

    def rank(model: Candidate) -> tuple[int, bool, bool, float]:
        return model.grade, model.id == in_use, model.installed, -estimates[model.id].seconds

    free = [m for m in models if m.all_languages and not m.non_commercial and m.grade]
    fitting = [model for model in free if suits(model)]
    used = next((model for model in models if model.id == in_use), None)
    if not fitting:
        if used is not None and suits(used):
            return Advice(machine, in_use, Reason.FITS, estimates)
        small = [model for model in free if estimates[model.id].fit is Fit.GOOD]
        if not small:
            return Advice(machine, None, Reason.NOTHING, estimates)
        quickest = min(small, key=lambda model: estimates[model.id].seconds)
        return Advice(machine, quickest.id, Reason.SLOW, estimates)
    best = max(fitting, key=rank)
    if used is None or not suits(used):
        return Advice(machine, best.id, Reason.LIGHTER if used is not None else Reason.BETTER, estimates)
    # Of a model of the reader's own nobody knows how well it writes: it is left alone.
    if not used.grade or used.grade >= best.grade:
        return Advice(machine, used.id, Reason.FITS, estimates)
    return Advice(machine, best.id, Reason.BETTER, estimates)
