"""What is kept comes back the same, once, with all its summaries."""

from __future__ import annotations

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop_app.article import Article, Digest, Notice, NoticeCode
from desktop_app.choices import Engine, Length
from desktop_app.errors import UnknownDigest
from desktop_app.library import Filter, Library
from desktop_app.options import SummaryOptions
from tests.unit.library.conftest import Clock, make_digest


def test_a_digest_comes_back_equal(library: Library, digest: Digest) -> None:
    saved = library.save(digest)
    assert saved.created
    assert library.digest(saved.id) == digest


def test_an_entry_tells_what_a_list_needs(library: Library, clock: Clock) -> None:
    number = library.save(
        make_digest(site="Ostby Post", url="https://news.example.org/ostby-bridge"), tags=["Roads"]
    ).id
    entry = library.entry(number)
    assert (entry.title, entry.site, entry.lang, entry.words) == ("Ostby bridge opens", "Ostby Post", "en", 13)
    assert entry.url == "https://news.example.org/ostby-bridge"
    assert entry.summary == "A new bridge opens in Ostby in May."
    assert entry.figures == 1
    assert entry.tags == ("Roads",)
    assert entry.saved_at == entry.updated_at == datetime.fromtimestamp(clock.now, UTC)
    assert not entry.pinned


def test_the_files_are_private(library: Library, digest: Digest, path: Path) -> None:
    library.save(digest)
    if os.name == "posix":
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
        assert {"library.sqlite", "library.sqlite-wal"} <= set(modes)
        assert set(modes.values()) == {0o600}


@pytest.mark.parametrize(
    "other",
    [
        "http://www.news.example.org/ostby-bridge/",
        "https://NEWS.example.org:443/ostby-bridge?fbclid=abc&utm_campaign=x#comments",
    ],
)
def test_the_same_address_is_the_same_digest(library: Library, digest: Digest, other: str) -> None:
    first = library.save(digest)
    found = library.find_address(other)
    assert found is not None
    assert found.id == first.id
    changed = make_digest("The bridge at Ostby opened. It cost 12 million euros, as was said before.", source=other)
    again = library.save(changed)
    assert again == replace(first, created=False)
    assert library.count() == 1
    assert library.digest(first.id).article.body == changed.article.body


def test_another_page_of_the_site_is_another_digest(library: Library, digest: Digest) -> None:
    library.save(digest)
    assert library.find_address("https://news.example.org/ostby-bridge?page=2") is None
    assert library.find_address("not an address") is None


def test_the_same_text_is_the_same_digest_wherever_it_came_from(library: Library, digest: Digest) -> None:
    first = library.save(digest)
    pasted = make_digest(digest.article.body.replace(" ", "  ", 1), source="-", title=None)
    assert library.save(pasted).id == first.id
    found = library.find_article(pasted.article)
    assert found is not None
    assert found.id == first.id


def test_a_site_that_names_one_canonical_address_for_all_pages_loses_none(library: Library) -> None:
    home = "https://site.example/"
    for word in ("one", "two", "three"):
        library.save(make_digest(f"Story {word} tells of 12 things.", source=f"{home}{word}", title=word, url=home))
    assert library.count() == 3


def test_summaries_of_several_kinds_live_side_by_side(library: Library, digest: Digest, clock: Clock) -> None:
    assert digest.summary is not None
    number = library.save(digest, SummaryOptions(length=Length.SHORT)).id
    clock.now += 1
    longer = replace(digest, summary=replace(digest.summary, text="A long one."))
    asked = SummaryOptions(length=Length.LONG, lang="en", engine=Engine.SERVER, server_url="http://me:secret@box:1")
    library.save(longer, asked)
    clock.now += 1
    spanish = replace(digest, summary=replace(digest.summary, text="Un puente.", lang="es"))
    library.save(spanish)
    clock.now += 1
    library.save(replace(longer, summary=replace(digest.summary, text="A better long one.")), asked)
    stored = library.summaries(number)
    assert [(one.summary.text, one.length) for one in stored] == [
        ("A better long one.", Length.LONG),
        ("Un puente.", Length.SHORT),
        (digest.summary.text, Length.SHORT),
    ]
    assert stored[0].options == replace(asked, server_url=None), "a server's address may hold a password"
    assert library.digest(number).summary == stored[0].summary
    assert library.digest(number, stored[1].id) == spanish


def test_summaries_of_a_text_that_changed_are_not_shown_beside_the_new_one(library: Library, digest: Digest) -> None:
    number = library.save(digest).id
    library.save(make_digest("Quite another text about 12 bridges.", summary=None))
    assert library.summaries(number) == ()
    assert library.digest(number).summary is None


def test_a_consent_page_never_replaces_an_article(library: Library, digest: Digest) -> None:
    number = library.save(digest).id
    wall = (Notice(NoticeCode.CONSENT_WALL),)
    library.save(make_digest("Before you continue, accept 12 cookies.", summary=None, notices=wall))
    assert library.digest(number) == digest


def test_the_same_consent_page_before_two_articles_is_kept_twice(library: Library) -> None:
    for name in ("one", "two"):
        wall = Article(f"https://a.example/{name}", "Accept all.", notices=(Notice(NoticeCode.CONSENT_WALL),))
        library.save(Digest(wall, ()))
    assert library.count() == 2


def test_articles_without_text_are_not_taken_for_each_other(library: Library) -> None:
    for name in ("one", "two"):
        library.save(make_digest("", source=name))
    assert library.count() == 2


def test_texts_no_file_can_hold_are_kept_all_the_same(library: Library) -> None:
    number = library.save(make_digest("Half \ud800 of 12 characters.\x00 End.", title="\udfff")).id
    assert library.digest(number).article.body == "Half \ufffd of 12 characters.\x00 End."


def test_deleting_can_be_undone(library: Library, digest: Digest) -> None:
    number = library.save(digest, tags=["Roads"]).id
    library.delete([number])
    assert library.entries() == ()
    assert library.search("bridge") == ()
    assert library.find_article(digest.article) is None
    with pytest.raises(UnknownDigest):
        library.digest(number)
    library.restore([number])
    assert library.digest(number) == digest
    assert library.entry(number).tags == ("Roads",)


def test_saving_what_was_deleted_brings_it_back(library: Library, digest: Digest) -> None:
    number = library.save(digest).id
    library.delete([number])
    assert library.save(digest).id == number
    assert library.digest(number) == digest


def test_deleting_some_that_are_not_there_deletes_none(library: Library, digest: Digest) -> None:
    number = library.save(digest).id
    with pytest.raises(UnknownDigest) as error:
        library.delete([number, 99])
    assert error.value.params == {"id": 99}
    assert library.count() == 1


def test_what_was_deleted_is_forgotten_after_a_week(library: Library, clock: Clock) -> None:
    first = library.save(make_digest()).id
    second = library.save(make_digest("Another text with 12 words.", source="b.txt")).id
    library.delete([first])
    clock.now += timedelta(days=8).total_seconds()
    library.delete([second])
    with pytest.raises(UnknownDigest):
        library.restore([first])
    library.restore([second])
    assert library.save(make_digest()).id not in (first, second), "a number is never given twice"


def test_clearing_leaves_nothing_to_be_read_from_the_disk(library: Library, path: Path) -> None:
    secrets = ("Quixxotry", "zanzibarium", "plumbotron")
    library.save(
        make_digest("The quixxotry of 12 years.", title="Quixxotry", summary="Of zanzibarium."), tags=["plumbotron"]
    )
    library.save(make_digest("More quixxotry.", source="b.txt"))
    library.delete([2])
    traces = [secret.lower().encode() for secret in secrets]
    on_disk = b"".join(file.read_bytes().lower() for file in path.parent.iterdir())
    assert all(trace in on_disk for trace in traces), "the check looks at the wrong place"
    damaged = path.with_name("library.damaged-20260101-000000.sqlite")
    damaged.write_bytes(b"quixxotry")
    library.clear()
    assert library.count() == 0
    with pytest.raises(UnknownDigest):
        library.restore([2])
    on_disk = b"".join(file.read_bytes().lower() for file in path.parent.iterdir())
    assert not [trace for trace in traces if trace in on_disk]
    library.save(make_digest())
    assert library.search("bridge")


def test_purging_leaves_no_words_behind(library: Library, path: Path) -> None:
    library.save(make_digest())
    number = library.save(make_digest("The quixxotry of 12 years.", source="b.txt", title=None, summary=None)).id
    library.delete([number])
    assert library.purge() == 1
    library.close()
    assert b"quixxotry" not in path.read_bytes().lower()
    assert library.search("bridge")


def test_lists_are_filtered_and_pinned_ones_come_first(library: Library, clock: Clock) -> None:
    ids = []
    for number, (lang, site) in enumerate([("en", "Ostby Post"), ("ru", "Вестник"), ("en", "Вестник")]):
        digest = make_digest(
            f"Text {number} of 12.", source=f"https://s{number}.example.org/x", lang=lang, site=site, summary=None
        )
        ids.append(library.save(digest, tags=["Мосты"] if number else []).id)
        clock.now += 86_400
    library.pin([ids[0]])

    def found(**conditions: object) -> list[int]:
        return [ids.index(entry.id) for entry in library.entries(Filter(**conditions))]  # type: ignore[arg-type]

    assert found() == [0, 2, 1]
    assert found(pinned=True) == [0]
    assert found(lang="en") == [0, 2]
    assert found(site="вестник") == [2, 1]
    assert found(site="s1.example.org") == [1]
    assert found(site="example.org") == [0, 2, 1]
    assert found(site="ample.org") == []
    assert found(tag="мосты", lang="ru") == [1]
    day = library.entry(ids[1]).saved_at.astimezone().date()
    assert found(since=day) == [2, 1]
    assert found(until=day) == [0, 1]
    assert found(since=day, until=day) == [1]
    assert library.count(Filter(lang="en")) == 2
    assert [entry.id for entry in library.entries(limit=1, offset=1)] == [ids[2]]
    library.pin([ids[0]], pinned=False)
    assert found() == [2, 1, 0]
    facets = library.facets()
    assert facets.langs == (("en", 2), ("ru", 1))
    assert facets.sites == (("Вестник", 2), ("Ostby Post", 1))
    assert facets.tags == (("Мосты", 2),)


def test_tags_are_told_apart_by_letters_not_by_case(library: Library, digest: Digest) -> None:
    number = library.save(digest).id
    library.tag([number], ["Росія", "roads", "  Long   ago "])
    library.tag([number], ["РОСІЯ", ""])
    assert library.entry(number).tags == ("Long ago", "roads", "Росія")
    library.untag([number], ["росія", "nothing"])
    assert library.entry(number).tags == ("Long ago", "roads")
    with pytest.raises(UnknownDigest):
        library.tag([99], ["x"])


def test_one_library_serves_many_threads(library: Library) -> None:
    def work(name: str) -> list[int]:
        return [
            library.save(make_digest(f"Text {name} {count} of 12.", source=f"{name}{count}", lang="xx")).id
            for count in range(5)
        ]

    with ThreadPoolExecutor(4) as pool:
        ids = [number for found in pool.map(work, "abcd") for number in found]
    assert sorted(ids) == list(range(1, 21))
    assert library.count() == 20


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="counts open files")
def test_nothing_stays_open(path: Path, digest: Digest) -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(20):
        with Library(path) as library:
            library.save(digest)
            library.search("bridge", dictionaries=False)
    assert len(list(Path("/proc/self/fd").iterdir())) == before
    assert sorted(file.name for file in path.parent.iterdir()) == ["library.sqlite"], "the log was merged"
