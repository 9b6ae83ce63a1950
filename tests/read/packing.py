"""Small .docx files for the tests, XML in sight: `pack_docx("<w:p>…</w:p>")`."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_ROOTS = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "header1": "hdr", "footer1": "ftr"}


def pack_docx(body: str, *, chunks: Mapping[str, bytes] | None = None, **parts: str) -> bytes:
    """A .docx with this body; further parts by name: styles, numbering, footnotes, header1 (rId header1), footer1.

    `chunks` are files for `<w:altChunk r:id="…"/>` by their relation id.
    """
    relations = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{name.rstrip("1")}" Target="{name}.xml"/>' for name in parts
    ) + "".join(f'<Relationship Id="{name}" Type="{_OFFICE}/aFChunk" Target="{name}.dat"/>' for name in chunks or {})
    files: dict[str, str | bytes] = {f"word/{name}.dat": content for name, content in (chunks or {}).items()}
    files |= {
        "_rels/.rels": _relations(f'<Relationship Id="d" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'),
        "word/_rels/document.xml.rels": _relations(relations),
        "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
    }
    for name, content in parts.items():
        root = _ROOTS[name]
        files[f"word/{name}.xml"] = f"<w:{root} {_NAMESPACES}>{content}</w:{root}>"
    return pack_zip(files)


def _relations(content: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}">{content}</Relationships>'


def pack_zip(files: Mapping[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            archive.writestr(path, content)
    return stream.getvalue()


def make_paragraph(text: str, properties: str = "", run: str = "") -> str:
    return (
        f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def make_table(rows: list[list[str]], bordered: bool = True) -> str:
    """A table of cells; a cell that begins with "<" is taken as XML, else as the text of one paragraph."""
    kind = "single" if bordered else "nil"
    sides = "".join(f'<w:{side} w:val="{kind}"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    content = "".join(
        "<w:tr>"
        + "".join(f"<w:tc>{cell if cell.startswith('<') else make_paragraph(cell)}</w:tc>" for cell in row)
        + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr>{content}</w:tbl>"
