"""Advice on models: the plain rule, on made-up computers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.model_advice import (
    PATIENCE,
    PYTORCH_FACTOR,
    USUAL_SECONDS,
    Candidate,
    Fit,
    Machine,
    Reason,
    Speed,
    advise,
    estimate,
)
from desktop_app.model_store.speeds import Speeds

USUAL = Candidate("usual", 2000, grade=3)
LARGE = Candidate("large", 3000, grade=4)
SMALL = Candidate("small", 1400, grade=2)
ENGLISH = Candidate("english", 400, grade=1, all_languages=False)
LIMITED = Candidate("limited", 1000, grade=9, non_commercial=True)
OWN = Candidate("own", 5000)
ALL = (USUAL, LARGE, SMALL, ENGLISH, LIMITED)


def speed(seconds: float) -> Speed:
    """A measurement that makes ``seconds`` of a usual article."""
    return Speed(2 * 600 / seconds, 2 * 50 / seconds, 600, 50, 400, 1.0, "2026-11-27T03:00:00+00:00")


@pytest.mark.parametrize(
    ("machine", "speeds", "in_use", "model", "reason"),
    [
        (Machine(16_000, 4), {}, "usual", "large", Reason.BETTER),
        (Machine(16_000, 4), {}, "large", "large", Reason.FITS),
        # 5,000 MB: the large model would take more than half of it.
        (Machine(5_000, 4), {}, "usual", "usual", Reason.FITS),
        (Machine(5_000, 4), {}, "large", "usual", Reason.LIGHTER),
        # One core: the large one would take 39 seconds.
        (Machine(16_000, 1), {}, "usual", "usual", Reason.FITS),
        (Machine(3_000, 2), {}, "usual", "small", Reason.LIGHTER),
        (Machine(600, 2), {}, "usual", None, Reason.NOTHING),
        (Machine(16_000, 4), {"usual": speed(90)}, "usual", "small", Reason.SLOW),
        # What was measured counts more than what was expected: of the model itself, and of another one.
        (Machine(16_000, 4), {"large": speed(45)}, "usual", "usual", Reason.FITS),
        (Machine(16_000, 4), {"usual": speed(25)}, "usual", "usual", Reason.FITS),
        (Machine(16_000, 1), {"usual": speed(8)}, "usual", "large", Reason.BETTER),
    ],
)
def test_the_rule(machine: Machine, speeds: dict[str, Speed], in_use: str, model: str | None, reason: Reason) -> None:
    advice = advise(ALL, machine, speeds, in_use)
    assert (advice.model, advice.reason) == (model, reason)
    assert set(advice.estimates) == {candidate.id for candidate in ALL}


def test_a_model_of_ones_own_that_fits_is_left_alone() -> None:
    assert advise((*ALL, OWN), Machine(32_000, 8), {}, "own").reason is Reason.FITS
    assert advise((*ALL, OWN), Machine(6_000, 8), {}, "own").reason is Reason.LIGHTER


def test_an_equal_is_no_reason_to_change() -> None:
    twin = Candidate("twin", 1000, grade=3, installed=True)
    assert advise((USUAL, twin), Machine(16_000, 4), {}, "usual").model == "usual"


def test_estimates_scale_with_memory_cores_and_pytorch() -> None:
    two = Machine(16_000, 2)
    assert estimate(USUAL, two, {}, ALL).seconds == pytest.approx(USUAL_SECONDS)
    assert estimate(USUAL, Machine(16_000, 4), {}, ALL).seconds == pytest.approx(USUAL_SECONDS / 2)
    torch = Candidate("torch", 2000, pytorch=True)
    assert estimate(torch, two, {}, ALL).seconds == pytest.approx(USUAL_SECONDS * PYTORCH_FACTOR)
    assert estimate(torch, Machine(16_000, 2, 8_000), {}, ALL).seconds == pytest.approx(USUAL_SECONDS)
    assert estimate(LARGE, two, {"usual": speed(10)}, ALL).seconds == pytest.approx(15)
    assert estimate(USUAL, two, {"usual": speed(10)}, ALL).measured


@given(ram=st.integers(0, 200_000), cores=st.integers(0, 256), in_use=st.sampled_from([c.id for c in ALL]))
def test_what_is_advised_always_fits(ram: int, cores: int, in_use: str) -> None:
    advice = advise(ALL, Machine(ram, cores), {}, in_use)
    if advice.model is not None:
        found = advice.estimates[advice.model]
        assert found.fit is Fit.GOOD
        assert found.seconds <= PATIENCE or advice.reason is Reason.SLOW
    if advice.model not in (None, in_use):
        assert advice.model not in ("english", "limited")


def test_measurements_survive_and_are_forgotten(tmp_path: Path) -> None:
    folder = tmp_path / "models"
    Speeds(folder).put("usual", speed(10))
    Speeds(folder).put("large", speed(20))
    assert Speeds(folder).all() == {"usual": speed(10), "large": speed(20)}
    assert Speeds(folder).all()["large"].seconds_for(400) == pytest.approx(20)
    Speeds(folder).forget("usual")
    assert set(Speeds(folder).all()) == {"large"}
    # What somebody spoilt is left out, and the rest kept.
    file = folder / "speeds.json"
    rows = json.loads(file.read_text())
    file.write_text(json.dumps({**rows, "bad": {"reading": 1}, "zero": {**rows["large"], "writing": 0}}))
    assert set(Speeds(folder).all()) == {"large"}
    file.write_text("not json")
    assert Speeds(folder).all() == {}
