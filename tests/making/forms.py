"""The same sheets in every form that reaches an office: legacy fonts, web pages, Markdown, spreadsheets, scans."""

from __future__ import annotations

import base64
import html
import io
import os
import shutil
import subprocess
import tempfile
import unicodedata
import unittest
import zipfile
from collections.abc import Callable, Iterator, Sequence
from email.message import EmailMessage
from pathlib import Path

from lxml import etree

from making.pdf import OfficeMissing
from making.plain import render_text
from making.sheet import Block, Paragraph, Sheet, Table, flatten, split_bold, strip_marks
from making.word import render_docx
from vanban.lexicon.legacy_fonts import encode_legacy

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FONTS = {"tcvn3": ".VnTime", "vni": "VNI-Times"}


class TesseractMissing(unittest.SkipTest):
    """Tesseract is not installed: a test that meets this is skipped by pytest."""


def convert(docx: bytes, suffix: str) -> bytes:
    """A .docx as LibreOffice saves it under another format; raises OfficeMissing where `soffice` is absent."""
    program = shutil.which("soffice")
    if program is None:
        raise OfficeMissing("soffice is not on PATH: install libreoffice-writer and fonts-liberation2")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "sheet.docx")
        source.write_bytes(rewrite_docx(docx, _end_with_paragraph))
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [program, profile, "--headless", "--convert-to", suffix, "--outdir", folder, str(source)]
        subprocess.run(command, capture_output=True, timeout=180, check=False, env={**os.environ, "HOME": folder})
        return source.with_suffix(f".{suffix}").read_bytes()


def _end_with_paragraph(root: etree._Element) -> None:
    """Word ends every text with a paragraph, also behind a table; without it .doc loses the table."""
    body = root.find(f"{_W}body")
    assert body is not None
    body.insert(len(body) - 1, etree.Element(f"{_W}p"))


def render_scan(pdf: bytes) -> bytes:
    """A PDF as a scanner gives it: pictures of its pages at 200 dots an inch; raises TesseractMissing."""
    if shutil.which("tesseract") is None:
        raise TesseractMissing("tesseract is not on PATH: install tesseract-ocr and tesseract-ocr-vie")
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    pages = [document[index].render(scale=200 / 72).to_pil().convert("L") for index in range(len(document))]
    stream = io.BytesIO()
    pages[0].save(stream, "PDF", resolution=200, save_all=True, append_images=pages[1:])
    return stream.getvalue()


def rewrite_docx(docx: bytes, change: Callable[[etree._Element], None]) -> bytes:
    """The .docx with its document part changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                root = etree.fromstring(content)
                change(root)
                content = etree.tostring(root)
            new.writestr(name, content)
    return stream.getvalue()


def render_legacy_docx(docx: bytes, code: str) -> bytes:
    """The .docx in the fonts of before Unicode; in TCVN3 capitals with a tone come from the font of capitals."""

    def change(root: etree._Element) -> None:
        for run in list(root.iter(f"{_W}r")):
            text = run.find(f"{_W}t")
            if text is None or not text.text:
                continue
            parent = run.getparent()
            assert parent is not None
            for part, capitals in _split_capitals(text.text) if code == "tcvn3" else [(text.text, False)]:
                copy = etree.fromstring(etree.tostring(run))
                shown = copy.find(f"{_W}t")
                assert shown is not None
                shown.text = encode_legacy(part.lower() if capitals else part, code)
                shown.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                look = copy.find(f"{_W}rPr")
                assert look is not None
                font = etree.Element(f"{_W}rFonts")
                for kind in ("ascii", "hAnsi", "cs"):
                    font.set(f"{_W}{kind}", _FONTS[code] + ("H" if capitals else ""))
                look.insert(0, font)
                run.addprevious(copy)
            parent.remove(run)

    return rewrite_docx(docx, change)


def _split_capitals(text: str) -> Iterator[tuple[str, bool]]:
    """Runs of letters that TCVN3 has no capital for, and what stands between them."""
    part, capitals = "", False
    for letter in text:
        wanted = letter.isupper() and len(unicodedata.normalize("NFD", letter)) > 1
        if part and wanted != capitals:
            yield part, capitals
            part = ""
        part, capitals = part + letter, wanted
    yield part, capitals


def render_decomposed_docx(docx: bytes) -> bytes:
    """The .docx with its letters and marks apart (NFD)."""

    def change(root: etree._Element) -> None:
        for text in root.iter(f"{_W}t"):
            text.text = unicodedata.normalize("NFD", text.text or "")

    return rewrite_docx(docx, change)


def encode_1258(text: str) -> bytes:
    """Text in Windows-1258, whose tones are signs of their own behind letters with ă, â, ê, ô, ơ, ư."""
    written = []
    for letter in text:
        try:
            letter.encode("cp1258")
            written.append(letter)
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            tones = "".join(part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323")
            base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
            written.append(base + tones)
    return "".join(written).encode("cp1258", errors="replace")


def render_html(sheets: Sequence[Sheet]) -> str:
    """A page as a portal of documents shows them: borderless tables for heading and end, tables with borders."""
    parts = [part for sheet in flatten(list(sheets)) for part in _web_parts(sheet)]
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>{''.join(parts)}</body></html>"


def _web_parts(sheet: Sheet) -> Iterator[str]:
    def lines(*texts: str) -> str:
        return "<br>".join(html.escape(line) for text in texts if text for line in text.split("\n"))

    def row(left: str, right: str) -> str:
        return f"<tr><td>{left}</td><td>{right}</td></tr>"

    if sheet.issuer:
        issuer = lines(sheet.issuer_parent, sheet.issuer, sheet.mark_under_issuer)
        below = lines(sheet.number, sheet.subject if sheet.is_letter else "", *sheet.marks)
        date = f"<i>{lines(sheet.place_date)}</i>"
        yield f"<table>{row(issuer, lines(*sheet.motto_lines))}{row(below, date)}</table>"
    if sheet.type_title is not None:
        titles = lines(sheet.type_title, sheet.subject, sheet.note)
        yield f"<p align='center'><b>{titles}</b></p>"
    if len(sheet.addressees) == 1:
        yield f"<p>{lines(f'{sheet.addressee_head} {sheet.addressees[0]}')}</p>"
    elif sheet.addressees:
        yield f"<p>{lines(sheet.addressee_head, *(f'- {entry}' for entry in sheet.addressees))}</p>"
    yield f"<p align='center'><b>{lines(sheet.office)}</b></p>"
    for ground in sheet.grounds:
        yield f"<p><i>{lines(ground)}</i></p>"
    yield from map(_web_block, sheet.body)
    if sheet.recipients or sheet.signer:
        left = lines(sheet.recipients_head, *(f"- {entry}" for entry in sheet.recipients)) if sheet.recipients else ""
        yield f"<table>{row(left, f'<b>{lines(*sheet.signature, sheet.signer)}</b>')}</table>"
    for appendix in sheet.appendices:
        yield from map(_web_block, appendix)


def _web_block(block: Block) -> str:
    if isinstance(block, Table):
        rows: dict[int, list[str]] = {}
        for r, _, cell in block.cells():
            span = f' rowspan="{cell.rows}" colspan="{cell.columns}"'
            text = "<br>".join(html.escape(strip_marks(line)) for line in cell.text.split("\n"))
            rows.setdefault(r, []).append(f"<td{span}>{text}</td>")
        inside = "".join(f"<tr>{''.join(rows.get(r, []))}</tr>" for r in range(len(block.rows)))
        return f'<table border="1">{inside}</table>'
    inside = "".join(
        f"<b>{html.escape(part)}</b>" if bold or block.style in ("heading", "centred") else html.escape(part)
        for part, bold in split_bold(block.text)
    )
    return f"<p{' align=center' if block.style == 'centred' else ''}>{inside}</p>"


def render_markdown(sheets: Sequence[Sheet]) -> str:
    """Markdown as converters of Word write it: a table for the heading, bold titles, a table for the end."""
    return "\n\n".join(part for sheet in flatten(list(sheets)) for part in _mark_parts(sheet)) + "\n"


def _mark_parts(sheet: Sheet) -> Iterator[str]:
    def bold(text: str) -> list[str]:
        return [f"**{line}**" for line in text.split("\n") if line]

    if sheet.issuer:
        issuer = "\n".join(filter(None, (sheet.issuer_parent, sheet.issuer, sheet.mark_under_issuer)))
        below = "\n".join(filter(None, (sheet.number, sheet.subject if sheet.is_letter else "", *sheet.marks)))
        rows = [[issuer, "\n".join(sheet.motto_lines)], [below, sheet.place_date]]
        yield "\n".join([_mark_row(rows[0]), "|---|---|", _mark_row(rows[1])])
    if sheet.type_title is not None:
        yield from (*bold(sheet.type_title), *bold(sheet.subject), *(sheet.note.split("\n") if sheet.note else ()))
    if len(sheet.addressees) == 1:
        yield f"{sheet.addressee_head} {sheet.addressees[0]}"
    elif sheet.addressees:
        yield sheet.addressee_head
        yield from (f"- {entry}" for entry in sheet.addressees)
    yield from bold(sheet.office)
    yield from (f"*{ground}*" for ground in sheet.grounds)
    yield from map(_mark_block, sheet.body)
    if sheet.recipients or sheet.signer:
        left = [sheet.recipients_head, *(f"- {entry}" for entry in sheet.recipients)] if sheet.recipients else []
        right = [line for line in (*sheet.signature, sheet.signer) if line]
        yield _mark_row(["\n".join(left), "\n".join(right)]) + "\n|---|---|"
    for appendix in sheet.appendices:
        yield from map(_mark_block, appendix)


def _mark_block(block: Block) -> str:
    if isinstance(block, Paragraph):
        text = strip_marks(block.text)
        return f"**{text}**" if block.style in ("heading", "centred") else block.text
    return "\n".join(_mark_rows(block))


def _mark_row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("\n", "<br>") for cell in cells) + " |"


def _mark_rows(table: Table) -> Iterator[str]:
    """Markdown knows no merged cells: what one says stands in each that it covers."""
    said = {
        (r + down, c + across): cell.text
        for r, c, cell in table.cells()
        for down in range(cell.rows)
        for across in range(cell.columns)
    }
    for number, row in enumerate(table.rows):
        cells = [said.get((number, column), "") for column in range(len(row))]
        yield _mark_row(cells)
        if number == table.heads - 1:
            yield "|" + "---|" * len(row)


def render_book(sheets: Sequence[Sheet]) -> bytes:
    """A workbook (.xlsx): the text of the sheets a row a line, tables in cells, merged ones merged."""
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    row = 0
    for sheet in flatten(list(sheets)):
        plain = Sheet(**{**vars(sheet), "appendices": (), "body": (), "attached": None})
        head, _, end = render_text([plain]).partition("\n\nNơi nhận:")
        blocks: list[Block] = [Paragraph(line) for line in head.split("\n") if line.strip()]
        blocks += sheet.body
        blocks += [Paragraph(line) for line in ("Nơi nhận:" + end).split("\n") if end and line.strip()]
        blocks += [block for appendix in sheet.appendices for block in appendix]
        for block in blocks:
            if isinstance(block, Paragraph):
                row += 1
                page.cell(row, 1, strip_marks(block.text))
                continue
            for r, c, cell in block.cells():
                page.cell(row + r + 1, c + 1, strip_marks(cell.text))
                if cell.rows > 1 or cell.columns > 1:
                    page.merge_cells(None, row + r + 1, c + 1, row + r + cell.rows, c + cell.columns)
            row += len(block.rows)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def pack_mail(name: str, content: bytes) -> bytes:
    """An e-mail that carries a file."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "vanthu@mau.vn", "donvi@mau.vn", "Gửi văn bản"
    mail.set_content("Kính gửi đơn vị, xin gửi văn bản kèm theo.")
    mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


def pack_zip(name: str, content: bytes) -> bytes:
    """A zip that holds a file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return stream.getvalue()


def pack_package(name: str, content: bytes) -> bytes:
    """An edXML package that holds a file and a head that says nothing of it."""
    encoded = base64.b64encode(content).decode()
    return (
        "<edXML><edXMLEnvelope><edXMLHeader><MessageHeader/></edXMLHeader></edXMLEnvelope>"
        f"<AttachmentEncoded><Attachment><AttachmentName>{name}</AttachmentName><ContentTransferEncoded>{encoded}</ContentTransferEncoded></Attachment>"
        "</AttachmentEncoded></edXML>"
    ).encode()


def _retone(text: str) -> str:
    """Capitals with a tone cannot be typed in TCVN3: those who wrote in it set the tone on the next letter."""
    return text.replace("Ủy", "Uỷ")


FORMS: dict[str, Callable[[Sequence[Sheet]], bytes]] = {
    "docx": render_docx,
    "txt": lambda sheets: render_text(sheets).encode(),
    "txt-rows": lambda sheets: render_text(sheets, order="rows").encode(),
    "txt-utf16": lambda sheets: render_text(sheets).encode("utf-16"),
    "txt-utf16-unmarked": lambda sheets: render_text(sheets).encode("utf-16-le"),
    "txt-1258": lambda sheets: encode_1258(render_text(sheets)),
    "txt-nfd": lambda sheets: unicodedata.normalize("NFD", render_text(sheets)).encode(),
    "txt-tcvn3": lambda sheets: encode_legacy(_retone(render_text(sheets)), "tcvn3").encode("cp1252", "replace"),
    "txt-vni": lambda sheets: encode_legacy(render_text(sheets), "vni").encode("cp1252", "replace"),
    "md": lambda sheets: render_markdown(sheets).encode(),
    "html": lambda sheets: render_html(sheets).encode(),
    "docx-tcvn3": lambda sheets: render_legacy_docx(render_docx(sheets), "tcvn3"),
    "docx-vni": lambda sheets: render_legacy_docx(render_docx(sheets), "vni"),
    "docx-nfd": lambda sheets: render_decomposed_docx(render_docx(sheets)),
    "xlsx": render_book,
    "eml": lambda sheets: pack_mail("van ban.docx", render_docx(sheets)),
    "zip": lambda sheets: pack_zip("van ban.docx", render_docx(sheets)),
    "edxml": lambda sheets: pack_package("van ban.docx", render_docx(sheets)),
    "pdf": lambda sheets: convert(render_docx(sheets), "pdf"),
    "doc": lambda sheets: convert(render_docx(sheets), "doc"),
    "rtf": lambda sheets: convert(render_docx(sheets), "rtf"),
    "odt": lambda sheets: convert(render_docx(sheets), "odt"),
    "html-office": lambda sheets: convert(render_docx(sheets), "html"),
    "doc-tcvn3": lambda sheets: convert(render_legacy_docx(render_docx(sheets), "tcvn3"), "doc"),
    "scan": lambda sheets: render_scan(convert(render_docx(sheets), "pdf")),
}
"""Every form by name; what `vanban` reads of each must be the same."""
