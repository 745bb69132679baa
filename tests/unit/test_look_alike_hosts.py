"""Hosts that look like others: no message, list or export shows one as what it is not."""

from __future__ import annotations

import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.article import Article
from desktop_app.errors import HostNotFound
from desktop_app.export.sheet import address_of
from desktop_app.network import shown_address, shown_host
from desktop_app.sources.network import Address
from desktop_app.sources.source import Limits
from desktop_app.sources.web import fetch_url


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("apple.com", "apple.com"),
        ("аррӏе.com", "xn--80ak6aa92e.com"),  # Cyrillic throughout, under a Latin top-level domain
        ("pаypal.com", "xn--pypal-4ve.com"),  # one Cyrillic letter
        ("ɡoogle.com", "xn--oogle-qmc.com"),  # a Latin letter of phonetics
        ("ƽ.com", "xn--cja.com"),
        ("пример.рф", "пример.рф"),
        ("новини.укр", "новини.укр"),
        ("bücher.de", "bücher.de"),
        ("日本.jp", "xn--wgv71a.jp"),
        ("xn--80ak6aa92e.com", "xn--80ak6aa92e.com"),
        ("127.0.0.1", "127.0.0.1"),
    ],
)
def test_what_is_shown(host: str, shown: str) -> None:
    assert shown_host(host) == shown
    assert shown_address(f"https://{host}:8080/путь?q=а#x") == f"https://{shown}:8080/путь?q=а#x"


@given(host=st.text(max_size=30))
def test_no_host_is_too_strange(host: str) -> None:
    assert isinstance(shown_host(host), str)
    assert isinstance(shown_address(f"https://{host}/x"), str)


def test_errors_name_the_host_that_was_asked() -> None:
    def nobody(host: str, port: int) -> tuple[Address, ...]:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    with pytest.raises(HostNotFound) as caught:
        fetch_url("https://аррӏе.com/news", limits=Limits(), cancelled=lambda: False, look_up=nobody)
    assert caught.value.params["host"] == "xn--80ak6aa92e.com"


def test_exports_link_to_the_host_that_was_asked() -> None:
    assert address_of(Article("https://аррӏе.com/news", "x")) == "https://xn--80ak6aa92e.com/news"
