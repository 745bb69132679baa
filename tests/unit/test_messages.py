"""Every error, notice and stage has words in every interface language, with the same placeholders."""

from __future__ import annotations

import string
import tomllib
from typing import Any

import pytest

from desktop_app import errors
from desktop_app.article import Notice, NoticeCode
from desktop_app.events import Stage
from desktop_app.messages import (
    INTERFACE_LANGUAGES,
    describe_error,
    describe_notice,
    describe_stage,
    system_language,
)
from desktop_app.resources import resource


def all_errors() -> list[type[errors.KratkoError]]:
    found, todo = [], [errors.KratkoError]
    while todo:
        cls = todo.pop()
        found.append(cls)
        todo += cls.__subclasses__()
    return [cls for cls in found if cls.__module__.startswith(errors.__name__)]


def table(lang: str) -> dict[str, Any]:
    return tomllib.loads(resource("messages", f"{lang}.toml").read_text(encoding="utf-8"))


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("lang", INTERFACE_LANGUAGES)
def test_every_error_class_has_words_of_its_own(lang: str) -> None:
    assert {cls.code for cls in all_errors()} == set(table(lang)["errors"])


@pytest.mark.parametrize("lang", INTERFACE_LANGUAGES)
def test_every_notice_and_stage_has_words(lang: str) -> None:
    assert {str(code) for code in NoticeCode} == set(table(lang)["notices"])
    assert {str(stage) for stage in Stage} == set(table(lang)["stages"])
    assert all(describe_stage(stage, lang) for stage in Stage)


@pytest.mark.parametrize("lang", INTERFACE_LANGUAGES[1:])
def test_translations_keep_the_placeholders(lang: str) -> None:
    english, other = table("en"), table(lang)
    for kind, entries in english.items():
        for key, parts in entries.items():
            for part, words in parts.items():
                assert placeholders(words) == placeholders(other[kind][key][part]), f"{lang} {kind}.{key}.{part}"


def test_every_error_says_what_to_do_except_a_stop_the_reader_asked_for() -> None:
    for cls in all_errors():
        error = cls(notice="paywall") if cls is errors.NotAnArticle else cls()
        assert describe_error(error).title
        assert bool(describe_error(error).advice) is (cls is not errors.Cancelled)


def test_placeholders_are_filled() -> None:
    wording = describe_error(errors.HttpStatus(host="example.org", status=404), "ru")
    assert "example.org" in wording.title
    assert "404" in wording.title
    notice = Notice(NoticeCode.PARTLY_READ, (("read_words", 120), ("words", 300)))
    assert "120" in describe_notice(notice, "uk")


def test_no_summary_says_why() -> None:
    wording = describe_error(errors.NotAnArticle(notice="consent_wall"), "en")
    assert "consent page" in wording.advice


def test_a_language_kratko_does_not_speak_falls_back_to_english() -> None:
    assert describe_stage(Stage.WRITING, "fi") == describe_stage(Stage.WRITING, "en")


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LANG": "uk_UA.UTF-8"}, "uk"),
        ({"LC_ALL": "ru_RU.UTF-8", "LANG": "en_GB.UTF-8"}, "ru"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
    ],
)
def test_system_language(environment: dict[str, str], expected: str) -> None:
    assert system_language(environment) == expected
