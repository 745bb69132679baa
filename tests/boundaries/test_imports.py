"""The borders inside the program: where Qt may be imported, which way the data flows, what stays unloaded."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

PACKAGE = REPOSITORY / "desktop_app"

#: From source to view; a part may import what stands before it, never what stands after.
FLOW = (
    "sources",
    "extraction",
    "figures",
    "grounding",
    "salience",
    "fluency",
    "model_store",
    "summarizer",
    "digest",
    "json_form",
    "library",
    "export",
    "queue_state",
    "worker",
)
VIEWS = ("gui", "cli", "__main__")

#: Too heavy, or too dangerous with foreign input, for the process of the window.
HEAVY = ("torch", "transformers", "xllamacpp", "readability", "trafilatura", "pymorphy3", "huggingface_hub")


def modules(folder: Path = PACKAGE) -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(folder.rglob("*.py")):
        if "_bundled" not in path.parts:
            yield path.relative_to(REPOSITORY).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def running(node: ast.AST) -> Iterator[ast.AST]:
    """All nodes but those under ``if TYPE_CHECKING``, which never run."""
    yield node
    typing_only = isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    if not typing_only:
        for child in ast.iter_child_nodes(node):
            yield from running(child)


def imported_names(tree: ast.Module) -> Iterator[str]:
    for node in running(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module
            if node.module == "desktop_app":
                yield from (f"desktop_app.{alias.name}" for alias in node.names)


def test_imports_are_absolute() -> None:
    for name, tree in modules():
        for node in ast.walk(tree):
            assert not (isinstance(node, ast.ImportFrom) and node.level), f"{name} imports relatively"


def test_qt_is_imported_only_by_the_window() -> None:
    users = {name for name, tree in modules() if any(n.split(".")[0] == "PySide6" for n in imported_names(tree))}
    assert users, "the check looks at the wrong place"
    assert all(name.startswith("desktop_app/gui/") for name in users), sorted(users)


def part_of(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def test_data_flows_one_way() -> None:
    order = {part: place for place, part in enumerate(FLOW)}
    for name, tree in modules():
        mine = Path(name).with_suffix("").parts[1]
        for imported in imported_names(tree):
            if not imported.startswith("desktop_app."):
                continue
            theirs = part_of(imported)
            if mine not in VIEWS:
                assert theirs not in VIEWS, f"{name} imports the view {imported}"
            if mine in order and theirs in order:
                assert order[theirs] <= order[mine], f"{name} imports {imported}, which comes later"
            if mine not in order and mine not in VIEWS:
                assert theirs not in order or theirs == "sources", f"{name} (foundation) imports {imported}"


#: Libraries and standard modules that open connections, and the programs that do.
NETWORK = (
    "httpx2",
    "urllib.request",
    "http.client",
    "requests",
    "socket",
    "ssl",
    "ftplib",
    "smtplib",
    "xmlrpc",
    "PySide6.QtNetwork",
)
#: Who may use them, and the gate each passes.
GATED = {
    "desktop_app/sources/web.py": ".hooks(Contact.PAGE)",
    "desktop_app/model_store/hub.py": ".hooks(Contact.MODEL)",
    "desktop_app/model_store/wheels.py": ".admit(Contact.MODEL",
    "desktop_app/summarizer/server.py": ".hooks(Contact.SERVER)",
}
UNGATED = {
    "desktop_app/summarizer/llama_listener.py": "speaks to the library's own listener inside this process",
    "desktop_app/gui/ending.py": "wakes Qt's loop through a pair of sockets inside this process",
    "desktop_app/gui/single_instance.py": "a local socket that only the user may open",
    "desktop_app/sources/address.py": "turns file addresses into paths",
    "desktop_app/sources/network.py": "the transport of the client in web.py, reached once that has asked",
}


def test_every_way_to_the_network_passes_the_gate() -> None:
    users = set()
    for name, tree in modules():
        names = set(imported_names(tree))
        text = (REPOSITORY / name).read_text(encoding="utf-8")
        if any(found == part or found.startswith(f"{part}.") for found in names for part in NETWORK) or '"pip"' in text:
            users.add(name)
    assert users - set(UNGATED) == set(GATED), sorted(users)
    for name, gate in GATED.items():
        assert gate in (REPOSITORY / name).read_text(encoding="utf-8"), f"{name} does not ask network.NetworkPolicy"


def loaded_after(code: str, environment: dict[str, str] | None = None) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print('\\n'.join(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
        cwd=REPOSITORY,
        env=environment,
    )
    return {line.split(".")[0] for line in done.stdout.splitlines()}


@pytest.mark.parametrize(
    "code",
    [
        "import contextlib, desktop_app.cli.main as m\nwith contextlib.suppress(SystemExit): m.main(['--help'])",
        "import contextlib, desktop_app.__main__ as m\nwith contextlib.suppress(SystemExit): m.main(['--version'])",
        "import desktop_app.worker.client",
        "import importlib, pkgutil, desktop_app.gui\n"
        "for m in pkgutil.walk_packages(desktop_app.gui.__path__, 'desktop_app.gui.'): importlib.import_module(m.name)",
    ],
    ids=["cli help", "version", "worker client", "window"],
)
def test_heavy_libraries_stay_out_until_needed(code: str) -> None:
    assert not loaded_after(code) & set(HEAVY)


def test_the_command_line_loads_no_qt() -> None:
    code = "import importlib, pkgutil, desktop_app.cli\n" + (
        "for m in pkgutil.walk_packages(desktop_app.cli.__path__, 'desktop_app.cli.'):\n"
        "    if not m.name.endswith('__main__'): importlib.import_module(m.name)"
    )
    assert "PySide6" not in loaded_after(code)


def test_modules_stay_small() -> None:
    lengths = {name: len((REPOSITORY / name).read_text(encoding="utf-8").splitlines()) for name, _ in modules()}
    long = {name: length for name, length in lengths.items() if length > 500}
    assert not long, "a module of this length owns more than one thing"
