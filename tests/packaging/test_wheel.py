"""The wheel as pipx installs it: everything is inside, and it runs from anywhere."""

from __future__ import annotations

import json
import re
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from desktop_app import __version__
from tests.conftest import REPOSITORY
from tests.packaging.conftest import Installed, run

pytestmark = pytest.mark.packaging

ARTICLE = """# A bridge for Oster

The bridge over the Oster was opened on Monday. It cost 4.5 million euros and is 320 metres long. Until now the two
halves of the town were joined by a ferry, which carried 1,200 people a day. The mayor said that the bridge would be
free of charge for all who live in the town, and that the old ferry would be kept for festivals and for the museum.
"""

LOOK = """
import json
import desktop_app
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from desktop_app.gui.app import build, qt_application
qt = qt_application()
app = build(qt)
found = {"from": desktop_app.__file__, "words": {}}
for lang in ("en", "ru", "uk"):
    app.language.use(lang)
    qt.processEvents()
    found["words"][lang] = sorted(action.text() for action in app.window.findChildren(QAction) if action.text())
app.window.show()
def look():
    picture = app.window.grab()
    found["size"] = [picture.width(), picture.height()]
    qt.quit()
QTimer.singleShot(0, look)
qt.exec()
print(json.dumps(found))
"""


def test_everything_the_program_reads_is_inside(installed: Installed) -> None:
    with zipfile.ZipFile(installed.wheel) as wheel:
        inside = set(wheel.namelist())
    for folder in ("resources", "models"):
        files = [
            file for file in (REPOSITORY / folder).rglob("*") if file.is_file() and file.suffix not in (".ts", ".qm")
        ]
        assert files
        missing = {f"desktop_app/_bundled/{file.relative_to(REPOSITORY).as_posix()}" for file in files} - inside
        assert not missing, f"not in the wheel: {sorted(missing)}"
    translations = {Path(name).name for name in inside if "translations/" in name}
    assert translations == {"kratko_en.qm", "kratko_ru.qm", "kratko_uk.qm"}
    modules = {file.relative_to(REPOSITORY).as_posix() for file in (REPOSITORY / "desktop_app").rglob("*.py")}
    assert {name for name in inside if name.endswith(".py")} == modules
    strangers = {name.split("/")[0] for name in inside} - {"desktop_app", f"kratko-{__version__}.dist-info"}
    assert not strangers


def test_the_version_stands_in_one_place(installed: Installed) -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+(\.dev\d+|rc\d+)?", __version__)
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "version" not in project
    assert installed.wheel.name.split("-")[1] == __version__
    done = installed.run("--version")
    assert (done.returncode, done.stdout.strip()) == (0, f"kratko {__version__}")


def test_figures_and_text_are_found_from_another_folder(installed: Installed) -> None:
    (installed.home / "bridge.md").write_text(ARTICLE, encoding="utf-8")
    done = installed.run("figures", "bridge.md", "--json")
    assert done.returncode == 0, done.stderr
    values = {figure["value"] for figure in json.loads(done.stdout)["figures"]}
    assert {4.5e6, 320, 1200} <= values
    done = installed.run("extract", "bridge.md", "--json")
    assert done.returncode == 0, done.stderr
    row = json.loads(done.stdout)
    assert row["title"] == "A bridge for Oster"
    assert row["text"].startswith("The bridge over the Oster")
    assert done.stderr == ""


def test_the_catalogue_and_the_words_are_there(installed: Installed) -> None:
    done = installed.run("models", "list", "--json")
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["default"] for row in rows].count(True) == 1
    assert not any(row["installed"] for row in rows), "the user’s own folders were read, not those of the test"
    done = installed.run("extract", "missing.txt", LC_ALL="uk_UA.UTF-8", LANGUAGE="uk")
    assert done.returncode == 1
    assert re.search("[а-щьюяєіїґ]{4}", done.stderr), done.stderr


@pytest.mark.skipif(sys.platform not in ("linux",), reason="the offscreen platform is tried on Linux")
def test_the_window_opens_in_every_language(installed: Installed) -> None:
    done = run([installed.python, "-c", LOOK], installed.home, {"QT_QPA_PLATFORM": "offscreen"})
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert Path(found["from"]).is_relative_to(installed.python.parent.parent)
    english, russian, ukrainian = (set(found["words"][lang]) for lang in ("en", "ru", "uk"))
    assert len(english) > 5
    # Only names, as those of the languages, are the same.
    assert len(english & russian) <= 5, "the translations were not found"
    assert len(english & ukrainian) <= 5
    assert russian != ukrainian
    assert min(found["size"]) > 300
    assert not list((installed.home / ".cache").rglob("*.qm")), "translations were compiled anew"
