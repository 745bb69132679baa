from __future__ import annotations

import stat
import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
import simplemma
from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from desktop_app import messages, word_tables
from desktop_app.worker.child import QUIET, STEP
from desktop_app.worker.handlers import ReaderHandler

if TYPE_CHECKING:
    from desktop_app.worker.parsing import Parser

WORDS = ["Люди", "людей", "Києва", "містах", "прем'єр-міністр", "шкіл", "читала", "пішла", "Харкова", "ґудзики"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the tries of a test lie; what a process remembers is forgotten before and after."""
    monkeypatch.setattr(word_tables, "cache_folder", lambda: tmp_path / "cache")
    forget()
    yield tmp_path / "cache" / "words"
    forget()


def forget() -> None:
    word_tables._made.cache_clear()


def trie(folder: Path) -> Path:
    (found,) = folder.iterdir()
    return found


def table(lang: str) -> str:
    return type(word_tables._words().tables.get_dictionary(lang)).__name__


def test_without_a_trie_the_answers_are_simplemmas_own(folder: Path) -> None:
    assert [word_tables.lemma(word, "uk") for word in WORDS] == [simplemma.lemmatize(word, lang="uk") for word in WORDS]
    assert [word_tables.is_known(word, "uk") for word in WORDS] == [
        simplemma.is_known(word, lang="uk") for word in WORDS
    ]
    assert not folder.exists(), "nothing was written that was not asked for"


def test_a_trie_answers_as_the_table_does(folder: Path) -> None:
    # GIVEN the trie of Italian, and a process that has not read it yet
    known = list(DefaultDictionaryFactory().get_dictionary("it"))[::200]
    words = [
        *known,
        *(word.capitalize() for word in known[::7]),
        *(f"{word}x" for word in known[::7]),
        "l'acqua",
        *WORDS,
    ]
    plain = [(simplemma.lemmatize(word, lang="it"), simplemma.is_known(word, lang="it")) for word in words]
    assert len(known) > 100
    word_tables.keep("it")
    forget()
    # WHEN it is asked THEN every answer is that of the table
    assert [(word_tables.lemma(word, "it"), word_tables.is_known(word, "it")) for word in words] == plain
    assert table("it") == "TrieWrapDict"


def test_a_trie_is_the_users_alone_and_of_one_version(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "it-0.9.trie").write_bytes(b"old")
    (folder / "uk-0.9.trie").write_bytes(b"old")
    word_tables.keep("it")
    assert {path.name for path in folder.iterdir()} == {f"it-{simplemma.__version__}.trie", "uk-0.9.trie"}
    if sys.platform == "win32":
        return  # no such modes there
    assert stat.S_IMODE((folder / f"it-{simplemma.__version__}.trie").stat().st_mode) == 0o600


def test_a_trie_of_another_build_is_not_read(folder: Path) -> None:
    word_tables.keep("it")
    content = b"no trie at all" * 100
    trie(folder).write_bytes(blake2b(content, digest_size=16).digest() + content)
    forget()
    assert not word_tables.is_kept("it")
    assert word_tables.lemma("bambini", "it") == "bambino"


@pytest.mark.parametrize("damage", [b"", b"short", None])
def test_a_damaged_trie_is_not_read(folder: Path, damage: bytes | None) -> None:
    word_tables.keep("it")
    path = trie(folder)
    whole = path.read_bytes()
    path.write_bytes(damage if damage is not None else whole[:-1] + bytes([whole[-1] ^ 1]))
    forget()
    assert not word_tables.is_kept("it")
    assert word_tables.lemma("bambini", "it") == "bambino"
    assert table("it") != "TrieWrapDict"
    # AND it can be made again
    word_tables.keep("it")
    assert path.read_bytes() == whole


def test_a_folder_that_cannot_be_written_does_no_harm(folder: Path) -> None:
    folder.parent.write_bytes(b"a file where the folder should be")
    word_tables.keep("it")
    assert not word_tables.is_kept("it")
    assert word_tables.lemma("bambini", "it") == "bambino"


def test_languages_without_a_table_have_nothing_to_keep(folder: Path) -> None:
    assert word_tables.is_kept("zh")
    assert not word_tables.is_kept("it")
    with pytest.raises(ValueError, match="zh"):
        word_tables.lemma("词", "zh")


class Reader(ReaderHandler):
    """One that has read an article in ``lang``, and no process beside it."""

    def __init__(self, lang: str) -> None:
        self._parser = cast("Parser", object())
        self._understanding = None
        self._langs = {lang}
        self._settled = set()


def test_a_reader_with_nothing_to_do_makes_those_of_the_languages_it_has_met(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "INTERFACE_LANGUAGES", ("ast", "zh", "ru"))
    monkeypatch.setattr(messages, "system_language", lambda: "ru")
    assert list(Reader("id").prepare()) == [STEP, QUIET, QUIET]
    assert {path.name.partition("-")[0] for path in folder.iterdir()} == {"ast", "id"}
    # AND once, by any reader
    assert list(Reader("id").prepare()) == [STEP]


def test_a_reader_tries_once_where_nothing_can_be_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "INTERFACE_LANGUAGES", ())
    monkeypatch.setattr(messages, "system_language", lambda: "en")
    monkeypatch.setattr(word_tables, "write_private", lambda *_: (_ for _ in ()).throw(OSError("no room")))
    reader = Reader("id")
    reader._settled.add("en")
    assert list(reader.prepare()) == [STEP, QUIET]
    assert list(reader.prepare()) == [STEP]
