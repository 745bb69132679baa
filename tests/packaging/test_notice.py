"""NOTICE is current, and nothing under it forbids what Kratko's own licence allows."""

from __future__ import annotations

import importlib.util
import re
import sys
from types import ModuleType

import pytest

from tests.conftest import REPOSITORY

pytest.importorskip("packaging", reason="packaging, which the list is made with, is not installed")


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    path = REPOSITORY / "packaging" / "make_notice.py"
    spec = importlib.util.spec_from_file_location("make_notice", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def pinned() -> dict[str, str]:
    lines = (REPOSITORY / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return {
        re.sub(r"[-_.]+", "-", name).lower(): version for name, _, version in (line.partition("==") for line in lines)
    }


def allowed(licence: str) -> bool:
    """Whether one of the alternatives lets Kratko be used and passed on by anybody for anything."""
    return any(
        not re.search(r"(?<![L])GPL|AGPL|affero|non-?commercial|\bNC\b|proprietary|SSPL|BUSL", alternative, re.I)
        for alternative in re.split(r"\bOR\b", licence)
    )


def test_the_list_is_current(maker: ModuleType) -> None:
    found = maker.packages()
    versions = pinned()
    other = {p.name: p.version for p in found if versions.get(p.name) != p.version}
    if other:
        pytest.skip(f"other versions are installed here than those tested together: {other}")
    assert maker.NOTICE.read_text(encoding="utf-8") == maker.notice(found), "run packaging/make_notice.py"


def test_every_licence_is_known_and_allowed(maker: ModuleType) -> None:
    found = maker.packages()
    assert len(found) > 40
    assert not [p.name for p in found if not p.licence]
    assert not {p.name: p.licence for p in found if not allowed(p.licence)}
    assert all(p.url.startswith("http") for p in found)


@pytest.mark.parametrize(
    ("licence", "verdict"),
    [
        ("MIT", True),
        ("LGPL-3.0-only OR GPL-2.0-only", True),
        ("GPL-3.0-or-later", False),
        ("AGPL-3.0", False),
        ("GNU Affero General Public License v3", False),
        ("CC BY-NC-SA 4.0", False),
        ("MIT AND GPL-2.0-only", False),
        ("LGPL", True),
    ],
)
def test_licences_are_judged_rightly(licence: str, verdict: bool) -> None:
    assert allowed(licence) is verdict
