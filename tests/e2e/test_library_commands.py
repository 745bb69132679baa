"""Many sources, the library and exports on the command line; the model is a stand-in, its words are not the point."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
import pytest

from desktop_app.cli.commands import COMMANDS
from desktop_app.cli.export import ENDINGS
from desktop_app.cli.main import main
from desktop_app.cli.output import ExitCode
from desktop_app.errors import EngineFailed
from desktop_app.gui.painting.exporters import all_exporters
from desktop_app.json_form import parse_digests
from desktop_app.library import Library
from desktop_app.summarizer.protocol import StreamItem, SummaryRequest, TextPiece, Usage

FERRY = (
    "The ferry to Lunde carried {count} passengers last year, the operator said on Monday. Tickets cost 5 euros each. "
    "Shopkeepers on the island said bread would run out by Tuesday. The council asked the navy for help and promised "
    "a new ship by Friday, two years after the old one was sold to a museum on the mainland."
)

Run = Callable[..., tuple[int, list[dict[str, Any]], str]]


class StandIn:
    """Stands in for an engine; counts what it is asked for, and fails where the text says so."""

    engine = model = "stand-in"
    budget = 1000
    requests = 0

    def count_tokens(self, text: str) -> int:
        return len(text.split())

    def stream(self, request: SummaryRequest, cancelled: Callable[[], bool]) -> Iterator[StreamItem]:
        StandIn.requests += 1
        if "STOP HERE" in request.text:
            raise KeyboardInterrupt
        if "FAIL HERE" in request.text:
            raise EngineFailed(engine=self.engine, reason="asked to")
        yield TextPiece("The ferry to Lunde was full last year.")
        yield Usage(prompt_tokens=100, tokens=8, finished=True)

    def close(self) -> None:
        pass


@pytest.fixture(autouse=True)
def stand_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("desktop_app.summarizer.pool.SummarizerPool.get", lambda *arguments: StandIn())
    monkeypatch.setenv("KRATKO_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(StandIn, "requests", 0)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command; returns its exit code, the JSON rows it printed, and what it said."""

    def run_command(*arguments: object) -> tuple[int, list[dict[str, Any]], str]:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        output = capsys.readouterr()
        rows = [json.loads(line) for line in output.out.splitlines() if line.startswith("{")]
        return code, rows, output.err + output.out

    return run_command


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles, one of them deeper, a picture, and what is hidden."""
    folder = tmp_path / "articles"
    (folder / "deeper").mkdir(parents=True)
    (folder / ".git").mkdir()
    (folder / "b.txt").write_text(FERRY.format(count="22,000"), encoding="utf-8")
    (folder / "deeper" / "a.md").write_text(f"# Ferry news\n\n{FERRY.format(count='19,500')}", encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    (folder / ".hidden.txt").write_text("hidden", encoding="utf-8")
    (folder / ".git" / "x.txt").write_text("hidden", encoding="utf-8")
    return folder


def names(rows: list[dict[str, Any]]) -> list[str]:
    return [Path(row["source"]).name for row in rows]


def test_commands_are_known_to_the_program() -> None:
    assert {"library", "export"} <= set(COMMANDS)
    assert tuple(exporter.suffix for exporter in all_exporters()) == ENDINGS


def test_a_folder_stands_for_what_can_be_read_in_it(run: Run, folder: Path) -> None:
    code, rows, said = run("digest", folder, "--json")
    assert code == ExitCode.OK
    assert names(rows) == ["b.txt", "a.md"]
    assert "1 files of other kinds" in said
    assert all(row["summary"]["text"].startswith("The ferry") for row in rows)


def test_a_pattern_stands_for_the_files_it_meets(run: Run, folder: Path) -> None:
    code, rows, _ = run("digest", folder / "**" / "*.md", folder / "b.*", folder / "b.txt", "--json")
    assert code == ExitCode.OK
    assert names(rows) == ["a.md", "b.txt"]


def test_nothing_that_can_be_read_is_failure(run: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run("digest", folder / "*.png", "--json")[0] == ExitCode.FAILED
    code, (row,), _ = run("digest", tmp_path / "empty", "--json")
    assert (code, row["error"]["code"]) == (ExitCode.FAILED, "file_unreadable")
    code, (row,), _ = run("digest", folder / "*.epub", "--json")
    assert (code, row["error"]["code"]) == (ExitCode.FAILED, "file_missing")


def test_a_picture_named_by_itself_is_an_error(run: Run, folder: Path) -> None:
    code, rows, _ = run("digest", folder / "picture.png", folder / "b.txt", "--json")
    assert code == ExitCode.PARTIAL
    assert rows[0]["error"]["code"] == "unsupported_type"


def test_resuming_does_only_what_is_missing(run: Run, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    (folder / "c.txt").write_text(FERRY.format(count="7") + " FAIL HERE", encoding="utf-8")
    code, rows, _ = run("digest", folder, "--json", "--resume", out)
    assert code == ExitCode.PARTIAL
    kept = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert kept == rows
    assert StandIn.requests == 3
    (folder / "c.txt").write_text(FERRY.format(count="8"), encoding="utf-8")
    code, rows, _ = run("digest", folder, "--json", "--resume", out)
    assert code == ExitCode.OK
    assert names(rows) == ["c.txt"]
    assert StandIn.requests == 4
    assert len(out.read_text(encoding="utf-8").splitlines()) == 4
    assert run("digest", folder, "--resume", out)[0] == ExitCode.OK
    assert StandIn.requests == 4


def test_what_was_done_before_a_stop_is_kept_and_exported(run: Run, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    (folder / "c.txt").write_text(FERRY.format(count="7") + " STOP HERE", encoding="utf-8")
    code, _, _ = run(
        "digest", folder / "b.txt", folder / "c.txt", folder, "--resume", out, "--export", tmp_path / "x.json"
    )
    assert code == ExitCode.INTERRUPTED
    assert names([json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]) == ["b.txt"]
    assert len(parse_digests((tmp_path / "x.json").read_text(encoding="utf-8"))) == 1


@pytest.mark.parametrize("cut", [3, 40, 200, -1])
def test_a_row_that_a_kill_left_unfinished_is_done_again(run: Run, folder: Path, tmp_path: Path, cut: int) -> None:
    out = tmp_path / "out.jsonl"
    run("digest", folder, "--resume", out)
    first, second = out.read_bytes().splitlines(keepends=True)
    out.write_bytes(first + second[:cut])
    run("digest", folder, "--resume", out)
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert names(rows) == ["b.txt", "a.md"]
    assert StandIn.requests == (2 if cut == -1 else 3), "a whole row needs no line end to be one"


@pytest.mark.parametrize("content", ["My novel, chapter one", "My novel\n", '{"other": 1}\n', "[]\n"])
def test_a_file_of_another_kind_is_never_written_to(run: Run, folder: Path, tmp_path: Path, content: str) -> None:
    out = tmp_path / "novel.txt"
    out.write_text(content, encoding="utf-8")
    code, _, said = run("digest", folder, "--resume", out)
    assert code == ExitCode.FAILED
    assert "line 1" in said
    assert out.read_text(encoding="utf-8") == content
    assert StandIn.requests == 0


def test_nothing_is_kept_unless_asked_for(run: Run, folder: Path) -> None:
    run("digest", folder)
    run("digest", folder, "--no-keep")
    assert run("library", "list", "--json")[1] == []
    run("digest", folder, "--keep")
    assert sorted(names(run("library", "list", "--json")[1])) == ["a.md", "b.txt"]


def test_all_digests_go_into_one_export(run: Run, folder: Path, tmp_path: Path) -> None:
    assert run("digest", folder, "--export", tmp_path / "x.docx")[0] == ExitCode.OK
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(tmp_path / "x.docx")).paragraphs)
    assert text.count("The ferry to Lunde was full last year.") == 2
    code, _, said = run("digest", folder, "--export", tmp_path / "x.exe")
    assert code == ExitCode.USAGE
    assert ".docx" in said
    assert StandIn.requests == 2, "a wrong ending is told before any work"


def test_rows_and_exported_json_become_documents(run: Run, folder: Path, tmp_path: Path) -> None:
    run("digest", folder, "--resume", tmp_path / "rows.jsonl", "--export", tmp_path / "all.json")
    code, _, said = run("export", tmp_path / "all.json", tmp_path / "rows.jsonl", tmp_path / "x.md", "--headings", "uk")
    assert code == ExitCode.OK
    assert "4 digests" in said
    text = (tmp_path / "x.md").read_text(encoding="utf-8")
    assert text.count("## Головні цифри") == 4
    assert "22,000" in text
    code, _, said = run("export", tmp_path / "all.json", folder / "b.txt", tmp_path / "again.json")
    assert code == ExitCode.PARTIAL
    assert "b.txt" in said
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "all.json").read_bytes()
    assert run("export", tmp_path / "missing.json", tmp_path / "x.md")[0] == ExitCode.FAILED
    assert run("export", tmp_path / "all.json", tmp_path / "no" / "x.md")[0] == ExitCode.FAILED
    assert run("export", tmp_path / "all.json", tmp_path / "x.exe")[0] == ExitCode.USAGE


class TestLibrary:
    @pytest.fixture(autouse=True)
    def kept(self, stand_in: None, run: Run, folder: Path) -> None:
        run("digest", folder, "--keep")

    def test_search_and_filters(self, run: Run) -> None:
        code, rows, _ = run("library", "search", "shopkeeper", "--json")
        assert (code, len(rows)) == (ExitCode.OK, 2)
        passage = rows[0]["passage"]
        assert [passage[start:end] for start, end in rows[0]["marks"]] == ["Shopkeepers"]
        assert names(run("library", "search", "news", "--lang", "en", "--json")[1]) == ["a.md"]
        assert run("library", "search", "ferry", "--lang", "ru", "--json")[1] == []
        assert run("library", "list", "--until", "2001-01-01", "--json")[1] == []
        assert "Ferry news" in run("library", "list", "--limit", "1")[2]

    def test_show_and_compare(self, run: Run) -> None:
        _, _, said = run("library", "show", "2", "--text")
        assert "Ferry news" in said
        assert "was full last year" in said
        assert "sold to a museum" in said
        code, rows, said = run("library", "show", "1", "99", "--json")
        assert code == ExitCode.PARTIAL
        assert "99" in said
        assert rows[0]["article"]["body"].startswith("The ferry")
        _, rows, _ = run("library", "compare", "1", "2", "--json")
        passengers = next(row for row in rows if row["figures"][0]["value"] == 22_000)
        assert passengers["figures"][1]["value"] == 19_500
        assert passengers["differences"][1]["amount"] == -2500
        assert "−2,500 (11.4% less)" in run("library", "compare", "1", "2", "--headings", "en")[2]

    def test_pins_tags_and_undo(self, run: Run) -> None:
        run("library", "pin", "1")
        run("library", "tag", "1", "Sea", "north")
        rows = run("library", "list", "--json")[1]
        assert (rows[0]["id"], rows[0]["pinned"], rows[0]["tags"]) == (1, True, ["north", "Sea"])
        assert "#Sea" in run("library", "list", "--tag", "sea", "--pinned")[2]
        run("library", "untag", "1", "sea")
        run("library", "unpin", "1")
        assert run("library", "list", "--tag", "sea", "--json")[1] == []
        assert run("library", "delete", "1", "99")[0] == ExitCode.PARTIAL
        assert len(run("library", "list", "--json")[1]) == 1
        assert run("library", "restore", "1")[0] == ExitCode.OK
        assert len(run("library", "list", "--json")[1]) == 2

    def test_export_and_import(self, run: Run, tmp_path: Path) -> None:
        assert run("library", "export", tmp_path / "x.html", "2")[0] == ExitCode.OK
        assert "Ferry news" in (tmp_path / "x.html").read_text(encoding="utf-8")
        assert run("library", "export", tmp_path / "all.json")[0] == ExitCode.OK
        assert run("library", "export", tmp_path / "x.json", "--lang", "ru")[0] == ExitCode.FAILED
        assert run("library", "export", tmp_path / "x.exe")[0] == ExitCode.USAGE
        assert run("library", "clear", "--yes")[0] == ExitCode.OK
        assert run("library", "list", "--json")[1] == []
        assert run("library", "import", tmp_path / "all.json", tmp_path / "x.html")[0] == ExitCode.PARTIAL
        with Library.default() as library:
            digests = {library.digest(entry.id).article.source: library.digest(entry.id) for entry in library.entries()}
        exported = parse_digests((tmp_path / "all.json").read_text(encoding="utf-8"))
        assert digests == {digest.article.source: digest for digest in exported}

    def test_clearing_asks_first(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        import io

        class Terminal(io.StringIO):
            def isatty(self) -> bool:
                return True

        assert run("library", "clear")[0] == ExitCode.USAGE
        for answer, code, left in (("no\n", ExitCode.FAILED, 2), ("yes\n", ExitCode.OK, 0)):
            monkeypatch.setattr("sys.stdin", Terminal(answer))
            assert run("library", "clear")[0] == code
            assert len(run("library", "list", "--json")[1]) == left

    def test_a_library_that_cannot_be_used_says_so(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "data" / "library.sqlite").write_bytes(b"no library" * 200)
        code, _, said = run("library", "list")
        assert code == ExitCode.FAILED
        assert "damaged-" in said
        assert run("library", "list")[0] == ExitCode.OK

    def test_a_digest_is_printed_even_if_it_cannot_be_kept(self, run: Run, folder: Path, tmp_path: Path) -> None:
        (tmp_path / "data" / "library.sqlite").write_bytes(b"no library" * 200)
        code, rows, said = run("digest", folder / "b.txt", "--keep", "--json")
        assert code == ExitCode.FAILED
        assert rows[0]["summary"]["text"]
        assert "damaged-" in said
