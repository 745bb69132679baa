"""Evidence for and against each block of a page being part of the article.

The kinds of evidence follow boilerplate detection as published: text and link density and the blocks around
(Kohlschütter et al. 2010, "Boilerplate Detection using Shallow Text Features"), names of classes (Mozilla's
Readability), agreement of independent extractors, and structured data.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from desktop_app.extraction.blocks import Block, purpose
from desktop_app.extraction.furniture import kinds
from desktop_app.extraction.votes import Vote, tokens

_DATE = re.compile(r"\b(19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b")
_ENDED = re.compile(r"[.!?…。！？।։۔»”\"')]\s*$")
_COMMA = re.compile("[,，、،]")
_SEPARATOR = re.compile(r"[|›»/]")
_TAGS = ("p", "li", "tr", "td", "figcaption", "pre", "dt", "dd", "h1")
_LEVELS = 2
# An attribute of an element that holds this share of the article says nothing against single blocks.
_SHARE_OF_CONTAINER = 0.3
_CONTAINER_SHARE = 0.85


@dataclass(slots=True)
class PageEvidence:
    """What is known about the page before its blocks are weighed.

    ``votes`` are those of readability, trafilatura and, where the page has one, of the ``articleBody`` of its
    structured data; ``title`` and ``lead`` come from its metadata.
    """

    blocks: list[Block]
    readability: Vote
    trafilatura: Vote
    structured: Vote | None = None
    title: str = ""
    lead: str = ""
    words: list[list[str]] = field(default_factory=list)
    features: list[dict[str, float]] = field(default_factory=list)
    container: HtmlElement | None = None


def collect(evidence: PageEvidence) -> None:
    """Fill ``words``, ``container`` and ``features`` of ``evidence``, one mapping of name to strength a block."""
    _Collector(evidence).collect()


class _Collector:
    def __init__(self, evidence: PageEvidence) -> None:
        self.page = evidence
        self.blocks = evidence.blocks
        evidence.words = self.words = [tokens(block.text) for block in self.blocks]
        self.length = [len(words) for words in self.words]
        self.r = [evidence.readability.share(words) for words in self.words]
        self.t = [evidence.trafilatura.share(words) for words in self.words]
        structured = evidence.structured
        self.j = [structured.share(words) for words in self.words] if structured else [0.0] * len(self.blocks)
        self.kinds = [kinds(block.text) for block in self.blocks]
        self.copies = Counter(tuple(words) for words in self.words)
        self.title = tuple(tokens(evidence.title))
        self.h1 = next((index for index, block in enumerate(self.blocks) if block.tag == "h1"), -1)
        self.mass: dict[HtmlElement, float] = defaultdict(float)
        self.total = 0.0
        self.purposes: dict[HtmlElement, frozenset[str]] = {}

    def collect(self) -> None:
        if not self.blocks:
            return
        self._weigh_elements()
        self.page.container = self._container()
        self.agreement = self._agreement()
        self._group()
        self.page.features = [
            {name: float(value) for name, value in self._features(index).items() if value}
            for index in range(len(self.blocks))
        ]

    def _weigh_elements(self) -> None:
        for index, block in enumerate(self.blocks):
            votes = self.r[index] + self.t[index] + 2 * self.j[index]
            mass = self.length[index] * votes * (1 - block.link_density)
            if mass > 0:
                self.total += mass
                self.mass[block.element] += mass
                for ancestor in block.element.iterancestors():
                    self.mass[ancestor] += mass

    def _container(self) -> HtmlElement:
        """The deepest element that holds nearly everything voted for."""
        best, best_depth = self.blocks[0].element.getroottree().getroot(), -1
        for element, mass in self.mass.items():
            if mass >= _CONTAINER_SHARE * self.total:
                depth = sum(1 for _ in element.iterancestors())
                if depth > best_depth:
                    best, best_depth = element, depth
        return best

    def _agreement(self) -> float:
        both = sum(n * min(r, t) for n, r, t in zip(self.length, self.r, self.t, strict=True))
        either = sum(n * max(r, t) for n, r, t in zip(self.length, self.r, self.t, strict=True))
        return both / either if either else 0.0

    def _group(self) -> None:
        """Blocks that look alike (same tag and classes) tend to share their fate."""
        self.looks: list[tuple[object, ...]] = []
        self.alike: dict[tuple[object, ...], list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])
        self.parents: dict[HtmlElement | None, list[float]] = defaultdict(lambda: [0.0, 0.0])
        for index, block in enumerate(self.blocks):
            parent = block.element.getparent()
            look = (
                block.tag,
                block.element.get("class"),
                parent.tag if parent is not None else None,
                parent.get("class") if parent is not None else None,
            )
            self.looks.append(look)
            group, n = self.alike[look], self.length[index]
            for slot, value in enumerate((n, n * self.r[index], n * self.t[index], 1)):
                group[slot] += value
            self.parents[parent][0] += len(block.text)
            self.parents[parent][1] += block.link_chars

    def _features(self, index: int) -> dict[str, float]:
        return {
            "bias": 1.0,
            **self._votes(index),
            **self._text(index),
            **self._markup(index),
            **self._place(index),
            **self._wording(index),
            **self._neighbours(index),
        }

    def _votes(self, index: int) -> dict[str, float]:
        r, t, agreement = self.r[index], self.t[index], self.agreement
        found = {
            "r": r,
            "t": t,
            "rt": r * t,
            "any": max(r, t),
            "agree": agreement,
            "agree_r": agreement * r,
            "agree_t": agreement * t,
        }
        if self.page.structured:
            j = self.j[index]
            found |= {"hasj": 1, "j": j, "notj": 1 - j, "j_r": j * r, "notj_t": (1 - j) * t}
        group = self.alike[self.looks[index]]
        found |= {"sig_r": group[1] / max(1, group[0]), "sig_t": group[2] / max(1, group[0]), "sig_one": group[3] == 1}
        return found

    def _text(self, index: int) -> dict[str, float]:
        block, n, t = self.blocks[index], self.length[index], self.t[index]
        text = block.text
        letters = [sign for sign in text[:400] if sign.isalpha()]
        ended = _ENDED.search(text) is not None
        bold = min(1.0, block.bold_chars / max(1, len(text)))
        return {
            "log": math.log1p(n) / 5,
            "short": n < 5,
            "mid": 5 <= n < 12,
            "long": n > 25,
            "term": ended,
            "term_long": ended and n > 12,
            "colon": text.rstrip().endswith(":"),
            "lower": text[:1].islower(),
            "dash": text[:1] in "–—-•·*>»",
            "commas": min(3, len(_COMMA.findall(text))) / 3,
            "bold": bold,
            "allbold": bold > 0.9,
            "bold_t": (bold > 0.9) * t,
            "date": n < 15 and _DATE.search(text) is not None,
            "dateline": n < 15 and not ended and _DATE.search(text) is not None,
            "pipe": n < 20 and block.tag != "tr" and _SEPARATOR.search(text) is not None,
            "at": "@" in text,
            "http": "http" in text or "www." in text,
            "upper": n > 1 and len(letters) > 4 and sum(sign.isupper() for sign in letters) > 0.7 * len(letters),
            "nolet": not letters,
            "title": bool(self.title) and tuple(self.words[index]) == self.title,
            "dup": self.copies[tuple(self.words[index])] > 1,
            "lead_eq": bool(self.page.lead) and text.strip()[:60] == self.page.lead.strip()[:60],
        }

    def _markup(self, index: int) -> dict[str, float]:
        block, r, t = self.blocks[index], self.r[index], self.t[index]
        density = block.link_density
        kind = block.tag if block.tag in _TAGS else "h" if block.heading else "div"
        parent = self.parents[block.element.getparent()]
        return {
            f"tag_{kind}": 1,
            f"tag_{kind}_r": r,
            f"tag_{kind}_t": t,
            "ld": density,
            "ld_r": density * r,
            "ld_t": density * t,
            "alllink": density > 0.9,
            "headline_link": density > 0.5 and self.length[index] < 30 and not _ENDED.search(block.text),
            "alllink_t": (density > 0.9) * t,
            "par_ld": parent[1] / max(1, parent[0]),
        }

    def _place(self, index: int) -> dict[str, float]:
        block, r, t = self.blocks[index], self.r[index], self.t[index]
        found: dict[str, float] = {"after_h1": index > self.h1 >= 0, "before_h1": index < self.h1}
        depth, inside, near, within = 0, False, set[str](), set[str]()
        element: HtmlElement | None = block.element
        while element is not None:
            if element is self.page.container:
                inside = True
                break
            if self.mass.get(element, 0.0) < _SHARE_OF_CONTAINER * self.total:
                (near if depth < _LEVELS else within).update(self._purpose(element))
            element = element.getparent()
            depth += 1
        if not inside:
            return found | {"outside": 1, "out_r": r, "out_t": t}
        found |= {f"near_{family}": 1 for family in near}
        # A box of facts is one at any depth; other names mean little further out.
        found["within_box"] = "box" in within - near
        found |= {"depth": min(depth, 6) / 6, "direct": depth <= 1, "direct_p": depth <= 1 and block.tag == "p"}
        return found | {"in_notr": 1 - r, "in_nott": 1 - t}

    def _purpose(self, element: HtmlElement) -> frozenset[str]:
        if element not in self.purposes:
            self.purposes[element] = purpose(element)
        return self.purposes[element]

    def _wording(self, index: int) -> dict[str, float]:
        block, n = self.blocks[index], self.length[index]
        found: dict[str, float] = {}
        for kind in self.kinds[index]:
            found[f"ph_{kind}"] = 1
            found[f"ph_{kind}_{'s' if n < 15 else 'm' if n < 60 else 'l'}"] = 1
            if block.link_density > 0.4:
                found[f"ph_{kind}_ld"] = 1
        return found

    def _neighbours(self, index: int) -> dict[str, float]:
        found: dict[str, float] = {}
        for step in (-2, -1, 1, 2):
            other = index + step
            if not 0 <= other < len(self.blocks):
                continue
            block = self.blocks[other]
            found |= {
                f"n{step}_r": self.r[other],
                f"n{step}_t": self.t[other],
                f"n{step}_log": math.log1p(self.length[other]) / 5,
                f"n{step}_ld": block.link_density,
            }
            if abs(step) == 1:
                found[f"n{step}_same"] = self.looks[other] == self.looks[index]
                found[f"n{step}_h"] = block.heading
                found[f"n{step}_ra"] = "read_also" in self.kinds[other] and self.length[other] < 15
        return found


def runs_of(words: Sequence[str], size: int = 4) -> list[tuple[str, ...]]:
    """All runs of ``size`` words; the whole if it is shorter."""
    if len(words) < size:
        return [tuple(words)] if words else []
    return [tuple(words[start : start + size]) for start in range(len(words) - size + 1)]
