"""From the first start to an exported digest, as a reader walks it: the real program, a real screen, mouse and keys.

Nothing is called in the program: it is a process of its own, on a desktop of its own, and is only looked at between
one click and the next. Pictures of every step are kept among pytest's temporary files (``--basetemp`` names a folder).
"""

from __future__ import annotations

import contextlib
import re
import struct
from pathlib import Path

import pytest

from desktop_app.choices import Length
from desktop_app.model_store.catalogue import ModelSpec
from tests.unit.model_store.conftest import FakeHub
from tests.walk.conftest import Walk
from tests.walk.desktop import Spot, wait_for
from tests.walk.stage import HOLD, SUMMARIES

SUMMARY = "window.digest.summary"
TEXT = f"{SUMMARY}.text.toPlainText()"
CARDS = "window.digest.figures.cards"
VIEW = "window.reader.view"
LIBRARY = "window.left.panel"
TITLES = f"[hit.entry.title for hit in {LIBRARY}.model.hits]"
#: Seconds; a model on busy cores reads and writes for minutes.
_WRITING = 400


@pytest.mark.timeout(900)
def test_from_the_first_start_to_an_exported_digest(
    walk: Walk, hub: FakeHub, stand_in: Path, neighbour: Spot, tmp_path: Path
) -> None:
    walk.start()
    install_on_the_first_page(walk, hub, "Stand-in Writer · 6 MB · licence Apache-2.0", 3_000_000)
    paste_an_article(walk, stand_in / HOLD)
    assert walk.look(TEXT) == SUMMARIES[Length.SHORT]
    follow_a_figure(walk)
    choose_medium_length(walk)
    assert walk.look(TEXT) == SUMMARIES[Length.MEDIUM]
    find_in_the_article(walk)
    drop_a_file(walk, neighbour)
    find_the_first_article_in_the_library(walk)
    assert walk.look(TEXT) == SUMMARIES[Length.MEDIUM]
    save_as_markdown(walk, tmp_path / "railway.md")
    assert SUMMARIES[Length.MEDIUM] in (tmp_path / "railway.md").read_text(encoding="utf-8")
    save_a_picture(walk, tmp_path / "railway.png")
    quit_with_the_keyboard(walk)
    come_back_to_the_same_article(walk)
    assert walk.look(TEXT) == SUMMARIES[Length.MEDIUM]
    close_with_the_window_manager(walk)


@pytest.mark.model
@pytest.mark.timeout(1800)
@pytest.mark.usefixtures("neighbour")
def test_the_same_with_nothing_played(walk: Walk, hub: FakeHub, default_model: ModelSpec, tmp_path: Path) -> None:
    """The shipped catalogue, its default model and its writer; only the way to the hub is short."""
    assert default_model.size is not None
    walk.start()
    facts = f"{default_model.title} · 1.1 GB · licence {default_model.licence}"
    install_on_the_first_page(walk, hub, facts, default_model.size // 2)
    paste_an_article(walk)
    short = walk.look(TEXT)
    assert 8 <= len(short.split()) <= 60
    follow_a_figure(walk)
    choose_medium_length(walk)
    medium = walk.look(TEXT)
    assert medium != short
    save_as_markdown(walk, tmp_path / "railway.md")
    assert medium in (tmp_path / "railway.md").read_text(encoding="utf-8")
    save_a_picture(walk, tmp_path / "railway.png")
    quit_with_the_keyboard(walk)
    come_back_to_the_same_article(walk)
    assert walk.look(TEXT) == medium
    close_with_the_window_manager(walk)


def install_on_the_first_page(walk: Walk, hub: FakeHub, facts: str, half: int) -> None:
    hub.hold_at = half
    # The page that explains says everything beforehand, and nobody has been asked for anything.
    walk.wait("window.welcome.isVisible()")
    assert walk.look("window.welcome.card.facts_text") == facts
    assert not hub.requests
    walk.picture("first-start")
    walk.click("window.welcome.card.install_button")
    bar = "window.welcome.card.progress"
    walk.wait(f"{bar}.isVisible() and {bar}.value() > 0.4 * {bar}.maximum() > 0")
    walk.picture("installing")
    hub.released.set()
    walk.wait("window.empty.isVisible()")
    walk.picture("ways-in")


def paste_an_article(walk: Walk, hold: Path | None = None) -> None:
    if hold is not None:
        hold.touch()
    walk.press("ctrl+v")
    # The figures are there while the summary is being written.
    walk.wait(f"len({CARDS}) > 4 and len({TEXT}) > 20 and app.session.summary is None", _WRITING)
    walk.picture("streaming")
    if hold is not None:
        hold.unlink()
    walk.wait("app.session.summary is not None", _WRITING)
    walk.picture("digest")
    # The keys belong to the article from here on.
    assert walk.look(f"window.focusWidget() is {VIEW}")


def follow_a_figure(walk: Walk) -> None:
    # The figure of the last paragraph, far below what is in sight.
    last = f"[card for card in {CARDS} if card.entry.figure.text == '7 km'][0]"
    bar = f"{VIEW}.verticalScrollBar().value()"
    assert walk.look(bar) == 0
    walk.click(last)
    walk.wait(f"{last}.isChecked() and {VIEW}.marked_text()[1] == '7 km'")
    walk.wait(f"{bar} > 0 and mark_in_sight({VIEW})")
    walk.picture("figure")


def choose_medium_length(walk: Walk) -> None:
    box = f"{SUMMARY}.length"
    walk.click(box)
    walk.wait(f"{box}.view().isVisible()")
    walk.picture("lengths")
    walk.click_row(f"{box}.view()", 1)
    walk.wait(f"app.session.options.length == 'medium' and {box}.currentData() == 'medium'")
    walk.wait("app.session.summary is not None", _WRITING)
    walk.picture("medium")


def find_in_the_article(walk: Walk) -> None:
    bar = "window.reader.find_bar"
    walk.press("ctrl+f")
    walk.wait(f"{bar}.field.hasFocus()")
    walk.type("lighthouse")
    walk.wait(f"{bar}.count == '1 of 1'")
    walk.press("ctrl+a")
    walk.type("the line")
    walk.wait(f"{bar}.count.endswith(' of 3')")
    walk.press("Return")
    walk.picture("find")
    walk.press("Escape")
    walk.wait(f"not {bar}.isVisible() and {VIEW}.hasFocus()")
    assert walk.look(f"{VIEW}.textCursor().selectedText()").lower() == "the line"


def drop_a_file(walk: Walk, neighbour: Spot) -> None:
    middle = walk.spot(f"spot({VIEW}.viewport())")
    walk.desktop.drag(neighbour, middle, over=lambda: walk.look("window.drops.isVisible()"))
    walk.wait("app.session.article and 'Aldbrook' in app.session.article.title")
    walk.wait("app.session.summary is not None")
    walk.wait(f"len({TITLES}) == 2")
    walk.picture("dropped")


def find_the_first_article_in_the_library(walk: Walk) -> None:
    walk.press("ctrl+shift+f")
    walk.wait(f"{LIBRARY}.search.hasFocus()")
    walk.type("passengers shipyard")
    walk.wait(f"len({TITLES}) == 1 and 'Brackwater' in {TITLES}[0]")
    walk.picture("searched")
    row = walk.look(f"{LIBRARY}.model.row_of({LIBRARY}.model.hits[0].entry.id)")
    walk.click_row(f"{LIBRARY}.list", row)
    walk.wait("app.session.article and 'Brackwater' in app.session.article.title")
    walk.wait("app.session.summary is not None and app.session.kept is not None")
    walk.picture("opened-again")


def save_as_markdown(walk: Walk, path: Path) -> None:
    walk.press("ctrl+s")
    type_into_the_file_dialog(walk, path)
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# Brackwater’s harbour railway")
    assert "61,000" in text
    assert "7 km" in text
    walk.wait("window.outcome.isVisible()")
    assert walk.look("window.outcome.words()")[1] == f"Saved: {path.name}"
    walk.picture("saved")


def save_a_picture(walk: Walk, path: Path) -> None:
    walk.press("ctrl+shift+p")
    save = walk.spot("spot(dialog('ShareDialog').save)")
    walk.picture("share-picture")
    walk.desktop.click(save)
    type_into_the_file_dialog(walk, path)
    head = path.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", head[16:24]) == (1200, 630)
    walk.wait(f"window.outcome.words()[1] == 'Saved: {path.name}'")


def type_into_the_file_dialog(walk: Walk, path: Path) -> None:
    walk.wait("dialog('QFileDialog').isActiveWindow()")
    # The name that is offered is selected: typing replaces it.
    walk.type(str(path))
    walk.picture("file-dialog")
    walk.press("Return")
    wait_for(lambda: path.exists() and path.stat().st_size, f"{path} to be written")
    walk.wait("window.isActiveWindow()")


def quit_with_the_keyboard(walk: Walk) -> None:
    children = walk.children()
    assert len(children) >= 4  # reader, writer, keeper, exporter
    walk.press("ctrl+q")
    ends_well(walk, children)


def come_back_to_the_same_article(walk: Walk) -> None:
    walk.start()
    walk.wait("app.session.article and 'Brackwater' in app.session.article.title and app.session.summary")
    walk.picture("back-again")


def close_with_the_window_manager(walk: Walk) -> None:
    children = walk.children()
    walk.press("alt+F4")
    ends_well(walk, children)


def ends_well(walk: Walk, children: list[int]) -> None:
    code, said = walk.ended()
    # What Qt says of scripts that this computer has no fonts for is not ours.
    said = re.sub(r"^qt\.text\.font\.db: .*\n", "", said, flags=re.MULTILINE)
    assert (code, said) == (0, "")
    for pid in children:
        wait_for(lambda pid=pid: not _alive(pid), f"child {pid} to end")  # type: ignore[misc]


def _alive(pid: int) -> bool:
    with contextlib.suppress(OSError):
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    return False
