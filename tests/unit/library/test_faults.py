"""What can happen to a file: a kill while it is written, a lock, damage, a newer version, no permission, no room.

Each really happens here.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.article import Digest
from desktop_app.errors import (
    LibraryDamaged,
    LibraryError,
    LibraryFull,
    LibraryLocked,
    LibraryNewer,
    LibraryReadOnly,
)
from desktop_app.library import Library
from desktop_app.library.database import Database
from desktop_app.library.schema import MIGRATIONS
from desktop_app.queue_state import Queue
from desktop_app.sources.source import TextSource
from tests.conftest import REPOSITORY
from tests.unit.library import writer
from tests.unit.library.conftest import make_digest

VERSIONS = Path(__file__).parent / "versions"


def start_writer(path: Path, name: str, stop: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.unit.library.writer", str(path), name, str(stop)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=REPOSITORY,
    )


def output_of(process: subprocess.Popen[str]) -> list[tuple[int, int]]:
    out, _ = process.communicate()
    # The last line may have been cut off by the kill; then it was not reported.
    lines = out.split("\n")[:-1]
    return [(int(line.split()[0]), int(line.split()[1])) for line in lines]


def read_all(library: Library, count: int) -> None:
    for number in range(1, count + 1):
        library.digest(number)


def check_sound(path: Path) -> None:
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    connection.execute("INSERT INTO search (search) VALUES ('integrity-check')")
    connection.close()


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_a_killed_process_loses_nothing_it_reported(path: Path) -> None:
    random.seed(20_26)
    reported: dict[int, str] = {}
    for life in range(6):
        name = f"life{life}"
        process = start_writer(path, name, 1_000_000)
        assert process.stdout is not None
        rows = [process.stdout.readline() for _ in range(random.randint(6, 40))]
        process.send_signal(signal.SIGKILL)
        for number, count in map(str.split, rows):
            reported[int(number)] = writer.body(name, int(count))
        reported |= {number: writer.body(name, count) for number, count in output_of(process)}
    check_sound(path)
    with Library(path) as library:
        assert len(reported) > 30
        for number, body in reported.items():
            digest = library.digest(number)
            assert digest.article.body == body
            assert digest.summary is not None
        assert library.count() - len(reported) <= 6, "more than the last of each life was kept without being reported"


def test_two_processes_write_at_once(path: Path) -> None:
    processes = [start_writer(path, name, 40) for name in ("one", "two")]
    reported = [output_of(process) for process in processes]
    assert [process.returncode for process in processes] == [0, 0]
    with Library(path) as library:
        assert library.count() == 64
        for name, rows in zip(("one", "two"), reported, strict=True):
            for number, count in rows:
                assert library.digest(number).article.body == writer.body(name, count)
    check_sound(path)


def test_a_failed_change_changes_nothing(library: Library, digest: Digest, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("desktop_app.library.library._add_tags", fails)
    with pytest.raises(KeyboardInterrupt):
        library.save(digest)
    monkeypatch.undo()
    assert library.count() == 0
    assert library.save(digest).created


def test_a_locked_file_says_so_and_works_again(library: Library, digest: Digest, path: Path) -> None:
    number = library.save(digest).id
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LibraryLocked) as error:
        library.save(make_digest("Another text of 12.", source="b"))
    assert error.value.params == {"path": str(path), "seconds": 0.2}
    assert library.digest(number) == digest, "reading goes on while another writes"
    other.close()
    library.save(make_digest("Another text of 12.", source="b"))
    assert library.count() == 2


def test_clearing_while_another_reads_says_that_it_is_not_done(library: Library, digest: Digest, path: Path) -> None:
    library.save(digest)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT * FROM digests").fetchone()
    with pytest.raises(LibraryLocked):
        library.clear()
    other.close()
    library.clear()


@pytest.mark.parametrize(
    "content", [b"Not a database, but somebody's text.\n" * 50, b"SQLite format 3\x00" + b"\xff" * 5000]
)
def test_a_damaged_file_is_set_aside_untouched(path: Path, digest: Digest, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with Library(path) as library:
        with pytest.raises(LibraryDamaged) as error:
            library.save(digest)
        kept = Path(str(error.value.params["kept_as"]))
        assert kept.read_bytes() == content
        assert kept.parent == path.parent
        assert library.save(digest).created, "the next job works"
        assert library.count() == 1
    assert kept.read_bytes() == content


def test_damage_found_later_is_set_aside_with_all_that_can_still_be_saved(path: Path) -> None:
    with Library(path) as library:
        for number in range(60):
            library.save(make_digest(f"Report {number}. " * 200, source=str(number), lang="xx"))
    damaged = bytearray(path.read_bytes())
    damaged[4096 * 3 : -4096] = random.Random(1).randbytes(len(damaged) - 4096 * 4)
    path.write_bytes(damaged)
    with Library(path) as library:
        with pytest.raises(LibraryDamaged) as error:
            read_all(library, 60)
        kept = Path(str(error.value.params["kept_as"]))
        assert kept.read_bytes() == bytes(damaged)
        assert library.count() == 0
    with Library(path) as library:
        library.save(make_digest())
        assert kept.exists()


def test_a_file_cut_off_in_the_middle_is_set_aside(path: Path) -> None:
    with Library(path) as library:
        for number in range(40):
            library.save(make_digest(f"Report {number}. " * 200, source=str(number), lang="xx"))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with Library(path) as library, pytest.raises(LibraryDamaged):
        read_all(library, 40)
    assert len(library._database.set_aside()) == 1


def test_a_damaged_search_index_is_made_anew(path: Path, digest: Digest) -> None:
    with Library(path) as library:
        number = library.save(digest).id
    connection = sqlite3.connect(path)
    connection.execute("UPDATE search_data SET block = X'00112233445566778899' WHERE id > 1")
    connection.commit()
    connection.close()
    with Library(path) as library:
        with pytest.raises(LibraryError) as error:
            library.search("bridge")
        assert type(error.value) is LibraryError
        assert [hit.entry.id for hit in library.search("bridges")] == [number]
        assert library.digest(number) == digest
        assert library._database.set_aside() == []


def test_a_file_that_was_replaced_under_our_hands_is_opened_anew(library: Library, digest: Digest, path: Path) -> None:
    library.save(digest)
    for file in path.parent.iterdir():
        file.rename(file.with_name(f"gone-{file.name}"))
    assert library.count() == 0
    assert library.save(digest).created


def test_a_newer_version_is_left_alone(path: Path, digest: Digest) -> None:
    with Library(path) as library:
        library.save(digest)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = path.read_bytes()
    with Library(path) as library:
        for attempt in (library.count, library.clear, lambda: library.save(digest)):
            with pytest.raises(LibraryNewer) as error:
                attempt()
            assert error.value.params == {"path": str(path), "found": 99, "known": len(MIGRATIONS)}
    assert path.read_bytes() == before


_AS_NOBODY = """
import os, sys
from pathlib import Path
from desktop_app.errors import LibraryReadOnly
from desktop_app.library import Library
from tests.unit.library.conftest import make_digest
import desktop_app.figures, desktop_app.library.identity
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
library = Library(Path(sys.argv[1]))
print(library.count(), library.digest(1).article.title, len(library.search("bridge", dictionaries=False)))
for attempt in (lambda: library.save(make_digest(lang="xx")), lambda: library.pin([1]), library.clear):
    try:
        attempt()
    except LibraryReadOnly as error:
        print(error.params["path"])
library.close()
"""


@pytest.mark.skipif(os.name != "posix", reason="permissions of folders")
@pytest.mark.parametrize("mode", [0o555, 0o777])
def test_a_library_that_may_not_be_written_can_be_read(
    digest: Digest, mode: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    import tempfile

    # Not under pytest's folder, which is closed to other users.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "library.sqlite"
        with Library(path) as library:
            library.save(digest)
        path.chmod(0o444)
        folder.chmod(mode)
        done = subprocess.run(
            [sys.executable, "-c", _AS_NOBODY, str(path)], capture_output=True, text=True, check=False, cwd=REPOSITORY
        )
        folder.chmod(0o700)
    if "PermissionError" in done.stderr and str(folder) not in done.stderr:
        pytest.skip("the checkout is closed to other users")
    assert done.stdout.splitlines() == ["1 Ostby bridge opens 1", *[str(path)] * 3], done.stderr


def test_a_folder_that_cannot_be_made_says_so(tmp_path: Path, digest: Digest) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(LibraryReadOnly):
        Library(tmp_path / "file" / "library.sqlite").save(digest)


def test_a_data_folder_that_cannot_be_made_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("KRATKO_DATA", str(tmp_path / "file" / "data"))
    with pytest.raises(LibraryReadOnly):
        Library.default().save(make_digest("Bridge of 12."))
    with pytest.raises(LibraryReadOnly):
        Queue.default().add([TextSource("Bridge of 12.")])


@pytest.mark.parametrize("column", ["article", "figures"])
def test_one_entry_that_is_damaged_spoils_no_other(path: Path, column: str) -> None:
    with Library(path) as library:
        for name in ("one", "two"):
            library.save(make_digest(f"Bridge {name} of 12.", source=name, title=name))
    connection = sqlite3.connect(path)
    connection.execute(f"UPDATE digests SET {column} = replace({column}, '{{', '(') WHERE id = 1")
    connection.commit()
    connection.close()
    with Library(path) as library:
        assert [entry.title for entry in library.entries()] == ["two", "one"]
        assert len(library.search("bridges")) == 2
        with pytest.raises(LibraryError) as error:
            library.digest(1)
        assert "damaged" in str(error.value.params["reason"])
        assert library.digest(2).article.title == "two"


_LIMITED = """
import resource, sys
from pathlib import Path
from desktop_app.errors import LibraryFull
from desktop_app.library import Library
from tests.unit.library.conftest import make_digest
library = Library(Path(sys.argv[1]))
first = library.save(make_digest(lang="xx")).id
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
saved = 0
try:
    for number in range(1000):
        library.save(make_digest(f"Text {number}. " * 300, source=str(number), lang="xx"))
        saved += 1
except LibraryFull as error:
    print("full", error.params["path"], library.count() == saved + 1)
print(library.digest(first).article.title)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits of file size")
def test_a_disk_without_room_loses_nothing(path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(path)], capture_output=True, text=True, check=False, cwd=REPOSITORY
    )
    assert done.stdout.splitlines() == [f"full {path} True", "Ostby bridge opens"], done.stderr
    check_sound(path)
    with Library(path) as library:
        assert library.save(make_digest("Now there is room for 12 more.", source="x", lang="xx")).created


def test_a_full_database_says_how_much_is_free(library: Library, digest: Digest) -> None:
    library.save(digest)
    with library._database.reading() as connection:
        connection.execute("PRAGMA max_page_count = 1")
    with pytest.raises(LibraryFull) as error:
        library.save(make_digest("Long text. " * 50_000, source="b", lang="xx"))
    assert int(error.value.params["free_mb"]) >= 0
    assert library.count() == 1


def test_every_older_version_is_brought_up_to_date(tmp_path: Path) -> None:
    dumps = sorted(VERSIONS.glob("v*.sql"))
    assert [dump.stem for dump in dumps] == [f"v{number}" for number in range(1, len(MIGRATIONS) + 1)]
    for dump in dumps:
        path = tmp_path / f"{dump.stem}.sqlite"
        connection = sqlite3.connect(path)
        connection.executescript(dump.read_text(encoding="utf-8"))
        connection.close()
        with Library(path) as library:
            (entry,) = library.entries()
            assert (entry.title, entry.tags, entry.pinned) == ("Ostby bridge opens", ("Roads",), True)
            digest = library.digest(entry.id)
            assert digest == make_digest()
            assert library.find_article(digest.article) == entry
            assert [hit.entry for hit in library.search("bridges")] == [entry]
            assert library.save(digest).id == entry.id
        check_sound(path)


def test_an_empty_file_is_a_new_library(path: Path, digest: Digest) -> None:
    path.parent.mkdir()
    path.touch()
    with Library(path) as library:
        assert library.save(digest).created


class TestMigrations:
    """The machinery of versions, with a schema of its own."""

    FIRST = ("CREATE TABLE notes (text TEXT)",)
    SECOND = ("ALTER TABLE notes ADD COLUMN size INTEGER", "UPDATE notes SET size = length(text)")

    @pytest.fixture
    def old(self, path: Path) -> Path:
        database = Database(path, [self.FIRST])
        with database.writing() as connection:
            connection.execute("INSERT INTO notes VALUES ('seven')")
        database.close()
        return path

    def test_data_is_carried_over(self, old: Path) -> None:
        database = Database(old, [self.FIRST, self.SECOND])
        with database.reading() as connection:
            assert tuple(connection.execute("SELECT * FROM notes").fetchone()) == ("seven", 5)
            assert connection.execute("PRAGMA user_version").fetchone()[0] == 2
        database.close()

    def test_a_migration_that_fails_leaves_the_old_version(self, old: Path) -> None:
        database = Database(old, [self.FIRST, (*self.SECOND, "UPDATE nothing SET x = 1")])
        with pytest.raises(LibraryError), database.reading():
            pass
        database.close()
        before = Database(old, [self.FIRST])
        with before.reading() as connection:
            assert tuple(connection.execute("SELECT * FROM notes").fetchone()) == ("seven",)
        before.close()
