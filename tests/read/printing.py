"""Small PDF files for the tests, every word at a place in sight: `print_pdf([[(100, 50, 12, "chữ")]])`.

The font is not embedded: each character is half its size wide, and a ToUnicode map says what it is.
"""

from __future__ import annotations

from collections.abc import Sequence

Piece = tuple[float, float, float, str]
"""x, top and size in points, the text; "**" before it is bold, "^" runs up the page."""
Rule = tuple[float, float, float, float]
"""x0, top, x1, bottom of a drawn line."""

_WIDTH, _HEIGHT = 595, 842
_MAP = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def "
    "1 begincodespacerange <0000> <FFFF> endcodespacerange "
    + "256 beginbfrange "
    + " ".join(f"<{high:02X}00> <{high:02X}FF> <{high:02X}00>" for high in range(256))
    + " endbfrange endcmap end end"
)


def print_pdf(
    pages: Sequence[Sequence[Piece]],
    rules: Sequence[Sequence[Rule]] = (),
    rotation: int = 0,
    annotations: Sequence[Sequence[Piece]] = (),
    fonts: tuple[str, str] = ("Times", "Times-Bold"),
) -> bytes:
    """A PDF of these pages; `annotations` gives by page the pieces of a stamp over the whole page.

    `fonts` names the font of plain and of bold text.
    """
    objects: list[bytes] = [b"", b""]  # catalogue and page tree come once the pages are known
    known = " ".join(f"/F{number} {_add_font(objects, name)} 0 R" for number, name in enumerate(fonts, start=1))
    resources = f"<< /Font << {known} >> >>"
    kids = []
    for number, pieces in enumerate(pages):
        content = _draw(pieces, rules[number] if number < len(rules) else ())
        stream = _add_stream(objects, content)
        extra = ""
        if number < len(annotations) and annotations[number]:
            box = f"/BBox [0 0 {_WIDTH} {_HEIGHT}]"
            head = f"/Type /XObject /Subtype /Form {box} /Resources {resources}"
            form = _add_stream(objects, _draw(annotations[number], ()), head)
            extra = (
                f" /Annots [<< /Type /Annot /Subtype /Stamp /F 4 /Rect [0 0 {_WIDTH} {_HEIGHT}]"
                f" /AP << /N {form} 0 R >> >>]"
            )
        kids.append(
            _add(
                objects,
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {_WIDTH} {_HEIGHT}] /Rotate {rotation}"
                f" /Resources {resources} /Contents {stream} 0 R{extra} >>",
            )
        )
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>".encode()
    return _write(objects)


def _draw(pieces: Sequence[Piece], rules: Sequence[Rule]) -> str:
    shown = []
    for x, top, size, text in pieces:
        font = 2 if text.startswith("**") else 1
        turn = "0 1 -1 0" if text.startswith("^") else "1 0 0 1"
        codes = text.removeprefix("**").removeprefix("^").encode("utf-16-be").hex()
        shown.append(f"BT /F{font} {size} Tf {turn} {x} {_HEIGHT - top - size} Tm <{codes}> Tj ET")
    drawn = [f"{x0} {_HEIGHT - top} m {x1} {_HEIGHT - bottom} l S" for x0, top, x1, bottom in rules]
    return "\n".join([*drawn, *shown])


def _add(objects: list[bytes], content: str) -> int:
    objects.append(content.encode())
    return len(objects)


def _add_stream(objects: list[bytes], content: str, head: str = "") -> int:
    return _add(objects, f"<< {head} /Length {len(content.encode())} >>\nstream\n{content}\nendstream")


def _add_font(objects: list[bytes], name: str) -> int:
    mapping = _add_stream(objects, _MAP)
    descriptor = _add(
        objects,
        f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0"
        " /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>",
    )
    inner = _add(
        objects,
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /DW 500 /FontDescriptor {descriptor} 0 R"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
    )
    return _add(
        objects,
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H"
        f" /DescendantFonts [{inner} 0 R] /ToUnicode {mapping} 0 R >>",
    )


def _write(objects: Sequence[bytes]) -> bytes:
    data = b"%PDF-1.7\n"
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    count = len(objects) + 1
    return data + b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        count, table, count, len(data),
    )  # fmt: skip
