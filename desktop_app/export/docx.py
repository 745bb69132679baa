"""Digests as a Word document (Office Open XML, ECMA-376), with python-docx (MIT, https://python-docx.readthedocs.io)."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from desktop_app.article import Digest
from desktop_app.export.exporter import ExportOptions
from desktop_app.export.sheet import Line, Sheet, sheet_of, words

_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


class DocxExporter:
    """A document with real headings and tables, so that readers and screen readers find their way."""

    name = "Word"
    suffix = ".docx"
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    single = False

    def export(self, digests: Sequence[Digest], options: ExportOptions) -> bytes:
        """See :class:`~desktop_app.export.exporter.Exporter`."""
        from docx import Document

        sheets = [sheet_of(digest, options) for digest in digests]
        document = Document()
        properties = document.core_properties
        properties.author, properties.comments = "Kratko", ""
        properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
        properties.title = sheets[0].title[:255]
        for number, sheet in enumerate(sheets):
            _Page(document, sheet, options.lang).write(after_break=number > 0)
        buffer = io.BytesIO()
        document.save(buffer)
        return buffer.getvalue()


class _Page:
    """Writes one sheet to the end of ``document``."""

    def __init__(self, document: Any, sheet: Sheet, lang: str) -> None:
        self._document = document
        self._sheet = sheet
        self._lang = lang
        self._words = words(lang)["words"]

    def write(self, *, after_break: bool) -> None:
        sheet, own = self._sheet, (self._sheet.lang, self._sheet.rtl)
        heading = self._paragraph(sheet.title, *own, style="Heading 1")
        heading.paragraph_format.page_break_before = after_break
        if sheet.facts:
            self._paragraph(" · ".join(sheet.facts))
        if sheet.address or sheet.place:
            source = self._paragraph(f"{self._words['source']}: ")
            if sheet.address:
                self._link(source, sheet.address)
            else:
                source.add_run(sheet.place)
        if sheet.summary:
            self._heading("summary")
            style = "List Bullet" if sheet.points else None
            for words in sheet.points or (sheet.summary,):
                self._paragraph(words, sheet.summary_lang, sheet.summary_rtl, style)
        for notice in sheet.notices:
            self._paragraph(notice, style="Intense Quote")
        for name, lines in (("figures", sheet.figures), ("related", sheet.related)):
            if lines:
                self._heading(name)
                self._table(lines)
        if sheet.paragraphs:
            self._heading("article")
            for paragraph in sheet.paragraphs:
                self._paragraph(paragraph, *own)
        if sheet.made:
            self._paragraph("")
            self._paragraph(sheet.made, style="Caption")

    def _heading(self, name: str) -> None:
        self._paragraph(self._words[name], style="Heading 2")

    def _paragraph(self, text: str, lang: str | None = None, rtl: bool = False, style: str | None = None) -> Any:
        paragraph = self._document.add_paragraph(style=style)
        self._run(paragraph, text, lang or self._lang, rtl=rtl)
        return paragraph

    def _run(self, paragraph: Any, text: str, lang: str, *, rtl: bool, bold: bool | None = None) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        run = paragraph.add_run(text)
        run.bold = bold
        properties = run._r.get_or_add_rPr()
        if rtl:
            # Element order matters in both (ECMA-376, CT_PPr and CT_RPr).
            paragraph._p.get_or_add_pPr().insert_element_before(
                OxmlElement("w:bidi"), "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr"
            )
            properties.append(OxmlElement("w:rtl"))
        if lang != "und":
            language = OxmlElement("w:lang")
            language.set(qn("w:val"), lang)
            language.set(qn("w:bidi"), lang)
            properties.append(language)

    def _link(self, paragraph: Any, address: str) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), paragraph.part.relate_to(address, _LINK, is_external=True))
        run = paragraph.add_run(address)
        run.font.underline = True
        link.append(run._r)
        paragraph._p.append(link)

    def _table(self, lines: Sequence[Line]) -> None:
        from docx.oxml import OxmlElement

        lang, rtl = self._sheet.lang, self._sheet.rtl
        table = self._document.add_table(rows=1, cols=3, style="Table Grid")
        if rtl:
            # After w:tblStyle, before everything else python-docx writes (CT_TblPr).
            table._tbl.tblPr.insert(1, OxmlElement("w:bidiVisual"))
        for cell, name in zip(table.rows[0].cells, ("figure", "about", "sentence"), strict=True):
            self._run(cell.paragraphs[0], self._words[name], self._lang, rtl=False, bold=True)
        for line in lines:
            value = " ".join(filter(None, (line.lead, line.value)))
            cells = table.add_row().cells
            self._run(cells[0].paragraphs[0], value, lang, rtl=rtl, bold=True)
            self._run(cells[1].paragraphs[0], line.label, lang, rtl=rtl)
            self._run(cells[2].paragraphs[0], line.sentence, lang, rtl=rtl)
