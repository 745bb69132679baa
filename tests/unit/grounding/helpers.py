"""Short ways to ask the checker."""

from __future__ import annotations

from desktop_app.article import Article
from desktop_app.grounding import Claim, ClaimKind, Grounding, Problem, check


def article(body: str, lang: str, title: str | None = None, published: str | None = None) -> Article:
    return Article(source="-", body=body, title=title, lang=lang, published=published)


def ground(summary: str, body: str, lang: str, *, into: str | None = None, title: str | None = None) -> Grounding:
    return check(summary, article(body, lang, title), summary_lang=into or lang)


def flagged(summary: str, body: str, lang: str, *, into: str | None = None) -> list[Problem | None]:
    return [claim.problem for claim in ground(summary, body, lang, into=into).flags]


def only(grounding: Grounding, kind: ClaimKind) -> Claim:
    claims = [claim for claim in grounding.claims if claim.kind is kind]
    assert len(claims) == 1, claims
    return claims[0]
