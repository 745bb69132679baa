"""The control words of RTF that stand for signs, hide text or name encodings (specification 1.9.1)."""

from __future__ import annotations

import codecs

# Destinations that hold no running text; those introduced by \* are left out unless known.
LEFT_OUT = frozenset(
    [
        "colortbl",
        "pict",
        "object",
        "objdata",
        "header",
        "headerl",
        "headerr",
        "headerf",
        "footer",
        "footerl",
        "footerr",
        "footerf",
        "footnote",
        "annotation",
        "atnid",
        "atnauthor",
        "listtable",
        "listoverridetable",
        "listpicture",
        "xe",
        "tc",
        "fldinst",
        "themedata",
        "datastore",
        "latentstyles",
        "rsidtbl",
        "generator",
        "nonshppict",
        "shp",
        "do",
        "bkmkstart",
        "bkmkend",
        "ftnsep",
        "ftnsepc",
        "ftncn",
        "aftnsep",
        "aftnsepc",
        "aftncn",
        "revtbl",
        "filetbl",
        "private",
        "template",
        "company",
        "operator",
        "keywords",
        "subject",
        "doccomm",
        "category",
        "manager",
        "hlinkbase",
        "comment",
        "printim",
        "buptim",
        "revtim",
        "falt",
        "panose",
    ]
)
BULLETS = frozenset({"listtext", "pntext"})
SIGNS = {
    "tab": " ", "line": "\n", "softline": "\n", "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ",
    "qmspace": " ", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "page": " ",
    "column": " ", "zwj": "\u200d", "zwnj": "\u200c", "ltrmark": "\u200e", "rtlmark": "\u200f",
}  # fmt: skip
# Values of \fcharset.
CHARSETS = {
    0: "cp1252", 77: "mac_roman", 78: "shift_jis", 79: "big5", 80: "euc_kr", 81: "mac_arabic", 83: "mac_greek",
    85: "mac_turkish", 89: "mac_cyrillic", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "cp950",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
CODE_PAGES = {932: "cp932", 936: "gb18030", 949: "cp949", 950: "cp950", 1361: "johab", 10000: "mac_roman",
               10007: "mac_cyrillic", 65001: "utf-8", 54936: "gb18030"}  # fmt: skip


def code_page(number: int) -> str:
    """Python's name of a code page of Windows or of the Macintosh; that of Western Europe if it has none."""
    name = CODE_PAGES.get(number, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
