"""Bytes of many encodings, rightly and wrongly declared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.sources.decoding import decode, utf16_without_bom

UKRAINIAN = "Київ отримав нову партію ліків. Її розподілять між лікарнями міста, повідомила міська рада."
RUSSIAN = "Сегодня в городе открылась выставка картин; её будут показывать до конца мая, сообщил музей."
BULGARIAN = "Днес в града се откри изложба, на която дойдоха стотици жители и гости от цялата страна."
GREEK = "Σήμερα στην πόλη άνοιξε μια έκθεση που επισκέφθηκαν εκατοντάδες κάτοικοι της περιοχής."
GERMAN = "Über den Dächern der Stadt wehte gestern ein kühler Wind, größer als üblich für den Frühling."
JAPANESE = "今日は市内で展覧会が開かれ、多くの市民が訪れました。カタカナも使います。"
CHINESE = "今天在城市里举办了展览会，吸引了数百名居民前来参观。"

DECLARATIONS = [[], ["utf-8"], ["iso-8859-1"], ["windows-1251"], ["koi8-r"], ["no-such-charset"]]


@pytest.mark.parametrize("declared", DECLARATIONS)
@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (UKRAINIAN, "cp1251"),
        (UKRAINIAN, "koi8-u"),
        (UKRAINIAN, "utf-8"),
        (UKRAINIAN, "utf-16-le"),
        (UKRAINIAN, "utf-16-be"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (RUSSIAN, "iso8859-5"),
        (BULGARIAN, "cp1251"),
        (GREEK, "cp1253"),
        (GERMAN, "utf-8"),
        (JAPANESE, "utf-8"),
        (CHINESE, "utf-8"),
    ],
)
def test_the_bytes_outweigh_the_declaration(text: str, codec: str, declared: list[str]) -> None:
    assert decode(text.encode(codec), declared) == text


@pytest.mark.parametrize(
    ("text", "codec", "label"),
    [
        (GERMAN, "cp1252", "iso-8859-1"),
        (GERMAN, "iso8859-15", "iso-8859-15"),
        (JAPANESE, "cp932", "shift_jis"),
        (JAPANESE, "euc-jp", "euc-jp"),
        (JAPANESE, "iso2022_jp", "iso-2022-jp"),
        (CHINESE, "gb18030", "gb2312"),
        ("Žluťoučký kůň úpěl ďábelské ódy.", "iso8859-2", "iso-8859-2"),
        ("Bugün şehirde bir sergi açıldı.", "cp1254", "iso-8859-9"),
    ],
)
def test_declared(text: str, codec: str, label: str) -> None:
    assert decode(text.encode(codec), [label]) == text


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_mark_wins(codec: str) -> None:
    assert decode(RUSSIAN.encode(codec), ["windows-1251"]) == RUSSIAN


def test_the_header_comes_before_the_meta_element() -> None:
    assert decode(UKRAINIAN.encode("koi8-u"), ["koi8-u", "windows-1251"]) == UKRAINIAN


def test_one_broken_letter_does_not_spoil_a_utf8_page() -> None:
    data = UKRAINIAN.encode() + b"\xd0 " + UKRAINIAN.encode()
    assert decode(data, ["utf-8"]).startswith(UKRAINIAN)
    assert decode(data, ["utf-8"]).endswith(UKRAINIAN)


def test_curly_quotes_of_windows_in_a_page_called_latin_1() -> None:
    assert decode("“Yes,” she said – once.".encode("cp1252"), ["iso-8859-1"]) == "“Yes,” she said – once."


def test_markup_does_not_hide_the_alphabet() -> None:
    page = "<html><script>" + "var a = function () { return 1 };" * 50 + f"</script><p>{RUSSIAN}</p></html>"
    assert RUSSIAN in decode(page.encode("cp1251"), ["iso-8859-1"])


def test_line_ends() -> None:
    assert decode(b"a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_utf16_is_not_seen_in_binary_data() -> None:
    assert utf16_without_bom(bytes(range(256)) * 8) is None
    assert utf16_without_bom(b"\x00\x00\x01\x00" * 100) is None


@given(
    st.binary(max_size=400),
    st.lists(st.sampled_from(["utf-8", "koi8-u", "gb2312", "utf-16", "base64", "x", ""]), max_size=2),
)
def test_never_fails(data: bytes, declared: list[str]) -> None:
    assert "\r" not in decode(data, declared)


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), max_size=200))
def test_utf8_round_trip(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode(text.encode()) == text
