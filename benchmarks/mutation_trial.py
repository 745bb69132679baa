"""One warm process for ``mutation``: tests are run in forks of it, in which one module has a fault.

What the tests need of other people's libraries is imported once, before the forks; nothing of Kratko is, so that no
result is kept from a run without the fault.
"""

from __future__ import annotations

import ast
import importlib.abc
import importlib.machinery
import importlib.util
import json
import multiprocessing
import os
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import CodeType
from typing import Any

_MEMORY = 6 << 30
_OURS = ("desktop_app", "tests", "benchmarks")


class _Faulty(importlib.machinery.SourceFileLoader):
    def __init__(self, name: str, path: str, tree: ast.Module) -> None:
        super().__init__(name, path)
        self._tree = tree

    def get_code(self, fullname: str) -> CodeType:
        return compile(self._tree, self.path, "exec", dont_inherit=True)


class _Finder(importlib.abc.MetaPathFinder):
    def __init__(self, name: str, path: Path, tree: ast.Module) -> None:
        self._name, self._path, self._tree = name, path, tree

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> importlib.machinery.ModuleSpec | None:
        if fullname != self._name:
            return None
        loader = _Faulty(fullname, str(self._path), self._tree)
        package = [str(self._path.parent)] if self._path.name == "__init__.py" else None
        return importlib.util.spec_from_file_location(
            fullname, self._path, loader=loader, submodule_search_locations=package
        )


class _Watch:
    """A plugin of pytest: which test failed first, how long each took, and what each ran."""

    def __init__(self, coverage: Any = None) -> None:
        self.failed: str | None = None
        self.seconds: dict[str, float] = {}
        self._coverage = coverage

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        if self._coverage is not None:
            self._coverage.switch_context(nodeid)

    def pytest_runtest_logreport(self, report: Any) -> None:
        self.seconds[report.nodeid] = self.seconds.get(report.nodeid, 0.0) + report.duration
        if report.failed and self.failed is None:
            self.failed = report.nodeid


def _in_fork(job: Callable[[], Any], seconds: float | None) -> tuple[int, Any]:
    """How ``job`` ended in a fork (a wait status) and what it returned; ``seconds`` limits its processor time."""
    handle, name = tempfile.mkstemp(prefix="kratko-mutation-", suffix=".json")
    os.close(handle)
    child = os.fork()
    if child == 0:
        code = 70
        try:
            silence = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(silence, stream)
            if seconds is not None:
                resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds) + 2))
                resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
            Path(name).write_text(json.dumps(job()), encoding="utf-8")
            code = 0
        except BaseException:
            Path(name).write_text(json.dumps(traceback.format_exc()), encoding="utf-8")
        finally:
            os._exit(code)
    limit = time.monotonic() + 30 * (seconds or 1000)
    while True:
        pid, status = os.waitpid(child, os.WNOHANG)
        if pid:
            break
        if time.monotonic() > limit:
            os.kill(child, signal.SIGKILL)
        time.sleep(0.02)
    written = Path(name).read_text(encoding="utf-8")
    Path(name).unlink()
    return status, json.loads(written) if written else None


def _run(tests: Sequence[str], watch: _Watch, *more: str) -> int:
    import pytest

    quiet = ["-q", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"]  # of plugins, see warm
    return int(pytest.main([*more, *quiet, *tests], plugins=[watch]))


def warm(root: Path, tests: Sequence[str]) -> None:
    """Import what ``tests`` need of other people's libraries, and load their word lists."""
    sys.pycache_prefix = tempfile.mkdtemp(prefix="kratko-mutation-pycache-")
    sys.dont_write_bytecode = False
    sys.path.insert(0, str(root))
    os.chdir(root)

    def needed() -> list[str]:
        _run(tests, _Watch(), "--collect-only")
        return [name for name in sys.modules if name.partition(".")[0] not in _OURS]

    _, names = _in_fork(needed, None)
    for name in names or ():
        try:
            importlib.import_module(name)
        except Exception:  # another's module that only its own package may import
            continue
    import coverage  # noqa: F401
    import pymorphy3

    pymorphy3.MorphAnalyzer(lang="ru")
    cache = tempfile.mkdtemp(prefix="kratko-mutation-cache-")
    os.environ["KRATKO_TEST_CACHE"] = os.environ["XDG_CACHE_HOME"] = cache
    _in_fork(_keep_tables, None)


def _keep_tables() -> None:
    from desktop_app import word_tables

    for lang in ("en", "uk", "de", "pl", "fr", "tr"):
        word_tables.keep(lang)


def mapped(
    root: Path, folder: Path, tests: Sequence[str], jobs: int = 1
) -> tuple[dict[str, float], dict[str, dict[int, list[str]]]]:
    """Seconds of each test, and the tests that run each line of each file under ``folder`` (named from ``root``).

    ``jobs`` files of tests are run at once. Raises ``RuntimeError`` when a test fails without any fault.
    """
    paths = [Path(test) for test in tests]
    files = [str(file) for path in paths for file in (sorted(path.rglob("test_*.py")) if path.is_dir() else [path])]
    seconds: dict[str, float] = {}
    lines: dict[str, dict[int, list[str]]] = {}
    with multiprocessing.get_context("fork").Pool(jobs) as pool:
        for took, run in pool.imap_unordered(partial(_mapped_file, root, folder), files):
            seconds |= took
            for name, rows in run.items():
                for line, names in rows.items():
                    lines.setdefault(name, {}).setdefault(int(line), []).extend(names)
    return seconds, lines


def _mapped_file(root: Path, folder: Path, file: str) -> tuple[dict[str, float], dict[str, dict[str, list[str]]]]:
    def job() -> Any:
        import coverage

        tracer = coverage.Coverage(data_file=None, source=[str(folder)], config_file=False)
        watch = _Watch(tracer)
        tracer.start()
        code = _run([file], watch)
        tracer.stop()
        data = tracer.get_data()
        lines = {
            Path(name).relative_to(root).as_posix(): {
                line: [context for context in contexts if context]
                for line, contexts in data.contexts_by_lineno(name).items()
            }
            for name in data.measured_files()
        }
        return [code, watch.failed, watch.seconds, lines]

    status, result = _in_fork(job, None)
    if status or result is None or result[0]:
        raise RuntimeError(f"the tests fail without any fault: {status} {result if status else result[1]}")
    _, _, seconds, lines = result
    return seconds, lines


def tried(root: Path, file: str, tree: ast.Module, tests: Sequence[str], seconds: float) -> tuple[str, str | None]:
    """``killed`` (with the test that did), ``hung`` or ``survived``: ``tests`` with ``tree`` for the module ``file``.

    ``seconds`` is the processor time after which the tests hang.
    """
    name = file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    def job() -> Any:
        sys.meta_path.insert(0, _Finder(name, root / file, tree))
        watch = _Watch()
        return [_run(tests, watch, "-x"), watch.failed]

    status, result = _in_fork(job, seconds)
    if os.WIFSIGNALED(status):
        return "hung", None
    if status:
        return "killed", "the interpreter"
    code, failed = result
    return ("survived", None) if code == 0 else ("killed", failed or "the import")
