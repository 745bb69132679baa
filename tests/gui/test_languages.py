"""The interface in three languages."""

from __future__ import annotations

import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QLocale

from desktop_app.gui import i18n, lrelease, settings
from desktop_app.gui.app import Application
from desktop_app.gui.formatting import date, size
from desktop_app.resources import resource
from tests.conftest import REPOSITORY
from tests.gui.conftest import Hands
from tests.gui.fakes import FakeChildren

TRANSLATED = ("ru", "uk")


def messages(file: Path) -> dict[tuple[str, str], list[str]]:
    """Translations by context and source text; several where there are plural forms."""
    found = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
            if translation.get("type") in ("unfinished", "vanished", "obsolete"):
                forms = [""]
            found[context.findtext("name", ""), message.findtext("source", "")] = forms
    return found


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    """Every text of the interface, as Qt's own tool finds them in the code."""
    target = tmp_path_factory.mktemp("ts") / "all.ts"
    tool = next(Path(PySide6.__path__[0]).glob("lupdate*"))
    code = sorted(str(file) for file in (REPOSITORY / "desktop_app" / "gui").glob("*.py"))
    subprocess.run([tool, *code, "-ts", target], check=True, capture_output=True)
    return set(messages(target))


@pytest.mark.parametrize("lang", TRANSLATED)
def test_nothing_is_left_untranslated(lang: str, extracted: set[tuple[str, str]]) -> None:
    have = messages(resource("translations", f"kratko_{lang}.ts"))
    assert extracted, "the check looks at the wrong place"
    assert not extracted - {key for key, forms in have.items() if all(forms)}
    assert not set(have) - extracted, "texts that are gone from the code"


@pytest.mark.parametrize("lang", TRANSLATED)
def test_placeholders_survive_translation(lang: str) -> None:
    import re

    for (_, source), forms in messages(resource("translations", f"kratko_{lang}.ts")).items():
        for form in forms:
            assert sorted(re.findall(r"\{\w+\}|%n", form)) == sorted(re.findall(r"\{\w+\}|%n", source)), source


@pytest.mark.parametrize("lang", TRANSLATED)
def test_plurals_have_three_forms(lang: str) -> None:
    plural = [
        forms
        for (_, source), forms in messages(resource("translations", f"kratko_{lang}.ts")).items()
        if "%n" in source
    ]
    assert plural
    assert all(len(forms) == 3 for forms in plural)


def test_translations_are_compiled_where_they_are_not_yet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # GIVEN translations without compiled ones beside them, and an empty cache
    folder = tmp_path / "translations"
    shutil.copytree(resource("translations"), folder, ignore=shutil.ignore_patterns("*.qm"))
    for module in (i18n, lrelease):
        monkeypatch.setattr(module, "resource", tmp_path.joinpath)
    monkeypatch.setattr(i18n, "cache_folder", lambda: tmp_path / "cache")
    # WHEN one is wanted
    built = i18n.compiled("uk")
    # THEN it is compiled into the cache
    assert built is not None
    assert built.is_relative_to(tmp_path / "cache")
    # AND the build puts all of them beside their sources, where they are preferred
    assert {file.name for file in lrelease.compile_translations()} == {"kratko_en.qm", "kratko_ru.qm", "kratko_uk.qm"}
    assert i18n.compiled("uk") == folder / "kratko_uk.qm"
    # AND an installed program, which has no sources, uses what was built
    for source in folder.glob("*.ts"):
        source.unlink()
    assert i18n.compiled("uk") == folder / "kratko_uk.qm"
    assert i18n.compiled("xx") is None


def test_the_language_switches_while_working(app: Application, hands: Hands, children: FakeChildren) -> None:
    from desktop_app.events import Stage, StageChanged

    # GIVEN a summary being written, in English
    hands.open()
    hands.read()
    children.writer.emit(StageChanged(Stage.WRITING))
    hands.settle()
    window = app.window
    assert window.status.words == "Writing the summary…"
    # WHEN Russian is chosen
    app.settings.set(settings.INTERFACE_LANGUAGE, "ru")
    hands.settle()
    # THEN everything speaks Russian, and the work goes on
    assert window.digest.summary.action.text() == "Остановить"
    assert window.address.digest.text() == "Прочитать"
    assert window.status.words != "Writing the summary…"
    assert "9 марта 2026" in window.reader.view.toPlainText()
    assert "Ещё на этой странице" in window.reader.view.toPlainText()
    assert "в 2 местах" in window.digest.figures.cards[0].accessibleName()
    hands.summarise()
    assert window.digest.summary.facts.startswith("По всей статье")


def test_errors_on_the_screen_are_worded_again(app: Application, hands: Hands, children: FakeChildren) -> None:
    from desktop_app.errors import HostNotFound

    hands.open()
    children.reader.fail(HostNotFound(host="quillmere.example"))
    hands.settle()
    english = app.window.problem.words()
    app.settings.set(settings.INTERFACE_LANGUAGE, "uk")
    hands.settle()
    assert app.window.problem.words() != english
    assert app.window.problem.remedies[1].text() == "Спробувати знову"


def test_dates_and_sizes_follow_the_language() -> None:
    before = QLocale()
    try:
        QLocale.setDefault(QLocale("uk"))
        assert date("2026-09-04T10:00:00+03:00") == "4 вересня 2026"
        assert size(1_117_320_736) == "1,1 ГБ"
        QLocale.setDefault(QLocale("en_GB"))
        assert date("2026-09-04") == "4 September 2026"
        assert date("last week") == "last week"
    finally:
        QLocale.setDefault(before)


def test_the_sample_speaks_the_language_of_the_interface(
    app: Application, hands: Hands, children: FakeChildren
) -> None:
    for lang in i18n.LANGUAGES:
        app.settings.set(settings.INTERFACE_LANGUAGE, lang)
        app.window.open_sample()
        assert children.reader.last.source.path.name == f"{lang}.md"  # type: ignore[union-attr]
