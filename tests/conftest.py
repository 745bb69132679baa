"""Fixtures shared by all tests: where development data and the embedded model are."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

REPOSITORY = Path(__file__).resolve().parent.parent

# The same examples in every run, whatever the machine's speed: a test must not fail for one who changed nothing.
# New examples are looked for with KRATKO_EXPLORE=1; what they find is kept as a case.
settings.register_profile("steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("explore", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("explore" if os.environ.get("KRATKO_EXPLORE") else "steady")


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What programs under test can make again they make in a folder of the tests, ``$KRATKO_TEST_CACHE`` if given."""
    with pytest.MonkeyPatch.context() as patch:
        given = os.environ.get("KRATKO_TEST_CACHE")
        patch.setenv("XDG_CACHE_HOME", given or str(tmp_path_factory.mktemp("cache")))
        yield


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
