"""Fixtures shared by all tests: where development data and the embedded model are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development data beside the checkout; tests that need it are skipped where it is missing."""
    folder = Path(os.environ.get("KRATKO_SHARED", REPOSITORY.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("development data (../shared) is not on this machine")
    return folder


@pytest.fixture(scope="session")
def embedded_model() -> str:
    """The id of the default model, which must be installed; ``make test`` does that first."""
    from desktop_app.model_store import ModelStore

    store = ModelStore.default()
    model = store.catalogue.default.id
    if not store.installed(model):
        pytest.skip("the embedded model is not installed: run “kratko models install”")
    return model
