"""Menu entry, icons, manual page, completion: valid by the tools of the desktop, and true to the program."""

from __future__ import annotations

import argparse
import configparser
import re
import shlex
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

from desktop_app import APP_ID, __version__
from desktop_app.cli.commands import COMMANDS
from desktop_app.cli.main import build_parser
from desktop_app.integration import SHELLS, completion, integration_files, manual_page, place, remove
from desktop_app.integration.completion import all_actions
from desktop_app.integration.file_types import FILE_TYPES, REFUSED_SUFFIXES, media_types
from desktop_app.integration.files import desktop_entry
from desktop_app.resources import resource
from desktop_app.sources import parse_source
from desktop_app.sources.formats import FORMATS
from desktop_app.sources.source import FileSource
from tests.conftest import REPOSITORY
from tests.packaging.conftest import Installed

ENTRY = resource("desktop", f"{APP_ID}.desktop")
METAINFO = resource("desktop", f"{APP_ID}.metainfo.xml")

Tool = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def tool() -> Tool:
    """Runs a tool of the system; the test is skipped where it is missing."""

    def run_tool(name: str, *arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
        if shutil.which(name) is None:
            pytest.skip(f"{name} is not on this machine")
        return subprocess.run([name, *arguments], capture_output=True, text=True, timeout=60, **options)  # type: ignore[call-overload,no-any-return]

    return run_tool


def entry(text: str) -> dict[str, str]:
    parser = configparser.RawConfigParser(delimiters=("=",), comment_prefixes=("#",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(text)
    return dict(parser["Desktop Entry"])


def commands(parser: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    found = []
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                found += [command, *commands(command)]
    return found


def test_the_desktop_entry_is_valid(tool: Tool) -> None:
    done = tool("desktop-file-validate", ENTRY)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_metainfo_is_valid(tool: Tool) -> None:
    done = tool("appstreamcli", "validate", "--no-net", METAINFO)
    assert done.returncode == 0, done.stdout


def test_entry_and_metainfo_know_every_file_the_program_reads() -> None:
    read = {suffix for kind in FORMATS for suffix in kind.suffixes} - REFUSED_SUFFIXES
    assert {suffix for kind in FILE_TYPES for suffix in kind.suffixes} == read
    types = list(media_types())
    assert len(types) == len(set(types))
    assert entry(ENTRY.read_text(encoding="utf-8"))["MimeType"].rstrip(";").split(";") == types
    component = ElementTree.parse(METAINFO).getroot()
    assert [item.text for item in component.iterfind("provides/mediatype")] == types


def test_entry_metainfo_and_window_name_the_same_program() -> None:
    values = entry(ENTRY.read_text(encoding="utf-8"))
    component = ElementTree.parse(METAINFO).getroot()
    assert values["Icon"] == values["StartupWMClass"] == component.findtext("id") == APP_ID
    assert component.findtext("launchable") == ENTRY.name
    assert values["Exec"] == "kratko %U"
    for key in ("GenericName", "Comment", "Keywords"):
        assert len({values[key], values[f"{key}[ru]"], values[f"{key}[uk]"]}) == 3


def test_the_version_is_among_the_releases() -> None:
    releases = [item.get("version") for item in ElementTree.parse(METAINFO).getroot().iterfind("releases/release")]
    assert releases[0] == __version__
    assert len(releases) == len(set(releases))


def test_icons_have_the_sizes_they_are_named_after() -> None:
    pictures = sorted(resource("desktop", "icons").glob("*.png"), key=lambda path: int(path.stem))
    assert [path.stem for path in pictures] == ["16", "22", "24", "32", "48", "64", "128", "256", "512"]
    for path in pictures:
        header = path.read_bytes()[:24]
        assert header.startswith(b"\x89PNG")
        assert (int.from_bytes(header[16:20]), int.from_bytes(header[20:24])) == (int(path.stem),) * 2


@pytest.mark.parametrize("path", ["/opt/kratko/kratko", "/home/ann o'x/.local/bin/kratko", '/a "b"/100%/$x/k`\\ratko'])
def test_any_path_survives_the_exec_key(path: str) -> None:
    line = entry(desktop_entry([path, "-m", "x"]))["Exec"]
    # Undone as the specification has desktops do it: the string first, then the quotes, then the field codes.
    command = line.replace("\\\\", "\\").removesuffix(" -m x %U")
    if quoted := re.fullmatch(r'"((?:[^"`$\\]|\\["`$\\])*)"', command):
        command = re.sub(r"\\(.)", r"\1", quoted[1])
    else:
        assert not re.search(r"[\s\"'\\><~|&;$*?#()`]", command)
    assert command.replace("%%", "%") == path
    assert line.endswith(" -m x %U")


def test_the_addresses_that_desktops_hand_over_are_files(tmp_path: Path) -> None:
    for name in ("notes.txt", "два слова & 100%.pdf", "a#b?.md"):
        assert parse_source(f"file://{quote(str(tmp_path / name))}") == FileSource(tmp_path / name)


def test_the_manual_names_every_command_and_option(tool: Tool, tmp_path: Path) -> None:
    page = tmp_path / "kratko.1"
    page.write_text(manual_page(build_parser(), __version__), encoding="utf-8")
    plain = page.read_text(encoding="utf-8").replace("\\-", "-")
    assert {name for name in COMMANDS if f".SS kratko {name}" not in plain} == set()
    for command in commands(build_parser()):
        section = plain.partition(f"\n.SS {command.prog}\n")[2].partition("\n.S")[0]
        assert section, command.prog
        for action in command._actions:
            for name in action.option_strings or ([action.metavar] if action.metavar else []):
                assert re.search(rf"^\.B (.*, )?{re.escape(str(name))}\b", section, re.M) or isinstance(
                    action, argparse._SubParsersAction
                ), f"{command.prog} {name}"
    done = tool("man", "--warnings", "--local-file", page, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"})
    assert done.returncode == 0
    assert done.stderr == ""
    assert "EXIT STATUS" in done.stdout


@pytest.mark.parametrize("shell", SHELLS)
def test_completions_know_every_command_and_option(shell: str) -> None:
    script = completion(build_parser(), shell)
    for action in all_actions(build_parser()):
        for name in action.option_strings:
            bare = name.lstrip("-") if shell == "fish" else name
            assert re.search(rf"(?<![\w-]){re.escape(bare)}(?![\w-])", script), name
    assert all(re.search(rf"\b{name}\b", script) for name in COMMANDS)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("dig", {"digest"}),
        ("library re", {"restore"}),
        ("digest --len", {"--length"}),
        ("digest --length m", {"medium"}),
        ("completion ", set(SHELLS)),
    ],
)
def test_bash_completes(tool: Tool, tmp_path: Path, words: str, expected: set[str]) -> None:
    (tmp_path / "kratko").write_text(completion(build_parser(), "bash"), encoding="utf-8")
    typed = ["kratko", *words.split(" ")]
    array = " ".join(shlex.quote(word) for word in typed)
    script = (
        f"source ./kratko; COMP_WORDS=({array}); COMP_CWORD={len(typed) - 1}; "
        f"_shtab_kratko kratko {shlex.quote(typed[-1])} {shlex.quote(typed[-2])}; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    )
    done = tool("bash", "--norc", "-c", script, cwd=tmp_path)
    assert set(done.stdout.split()) == expected, done.stderr


@pytest.mark.parametrize(
    ("words", "expected"), [("dig", {"digest"}), ("library re", {"restore"}), ("digest --length m", {"medium"})]
)
def test_fish_completes(tool: Tool, tmp_path: Path, words: str, expected: set[str]) -> None:
    (tmp_path / "kratko.fish").write_text(completion(build_parser(), "fish"), encoding="utf-8")
    done = tool(
        "fish", "--no-config", "-c", f"source kratko.fish; complete -C {shlex.quote('kratko ' + words)}", cwd=tmp_path
    )
    assert {line.split("\t")[0] for line in done.stdout.splitlines()} == expected, done.stderr


def test_zsh_understands_its_completion(tool: Tool, tmp_path: Path) -> None:
    (tmp_path / "_kratko").write_text(completion(build_parser(), "zsh"), encoding="utf-8")
    done = tool("zsh", "-n", tmp_path / "_kratko")
    assert (done.returncode, done.stderr) == (0, "")
    done = tool("zsh", "-fc", f"fpath=({tmp_path} $fpath); autoload -Uz compinit; compinit -u -D; echo $_comps[kratko]")
    assert done.stdout.strip() == "_kratko", done.stderr


def test_files_are_placed_and_taken_away_whole(tmp_path: Path) -> None:
    share = tmp_path / "share"
    (share / "applications").mkdir(parents=True)
    (share / "applications" / "other.desktop").write_text("[Desktop Entry]\n", encoding="utf-8")
    files = integration_files(build_parser(), ["/opt/my apps/kratko"])
    placed = place(files, share)
    assert not placed.failed
    assert {path.relative_to(share).as_posix(): path.read_bytes() for path in placed.files} == files
    assert place(files, share) == placed, "placing again is no error"
    removed = remove(files, share)
    assert set(removed.files) == set(placed.files)
    assert (share / "applications" / "other.desktop").exists()
    left = {path.relative_to(share).parts[0] for path in share.rglob("*") if path.is_file()}
    assert left <= {"applications", "icons"}, "others’ files and caches of the desktop alone may stay"


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    share = tmp_path / "share"
    share.mkdir()
    (share / "man").write_text("a file where a folder should be", encoding="utf-8")
    placed = place(integration_files(build_parser(), ["kratko"]), share)
    assert [path.name for path, _ in placed.failed] == ["kratko.1"]
    assert len(placed.files) > 10
    assert not list(share.rglob(".kratko-*")), "nothing half written stays"


@pytest.mark.packaging
@pytest.mark.skipif(sys.platform != "linux", reason="the menu of freedesktop.org desktops")
def test_an_installed_program_joins_the_desktop(installed: Installed, tool: Tool) -> None:
    # GIVEN Kratko as pipx installs it WHEN it is integrated
    done = installed.run("integrate")
    share = installed.home / ".local" / "share"
    # THEN the entry is valid and starts the installed program
    assert done.returncode == 0, done.stderr
    path = share / "applications" / ENTRY.name
    assert entry(path.read_text(encoding="utf-8"))["Exec"] == f"{installed.program} %U"
    validated = tool("desktop-file-validate", path)
    assert validated.stdout + validated.stderr == ""
    assert (share / "icons/hicolor/256x256/apps" / f"{APP_ID}.png").exists()
    # AND a folder can be chosen for packages
    done = installed.run("integrate", "--into", "package/usr/share", "--program", "kratko")
    assert done.returncode == 0, done.stderr
    packaged = installed.home / "package/usr/share/applications" / ENTRY.name
    assert packaged.read_bytes() == ENTRY.read_bytes()
    # AND it goes away again
    assert installed.run("integrate", "--remove").returncode == 0
    assert not path.exists()


def test_the_installer_for_windows_knows_every_file_the_program_reads() -> None:
    script = (REPOSITORY / "packaging" / "kratko.iss").read_text(encoding="utf-8")
    named = re.findall(r"Software\\Classes\\(\.\w+)\\OpenWithProgids", script)
    assert named == [suffix for kind in FILE_TYPES for suffix in kind.suffixes]
    assert f"AppId={APP_ID}\n" in script
