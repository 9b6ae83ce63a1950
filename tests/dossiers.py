"""Papers for tests of dossiers: a few words about each, written as plain text and parsed."""

from __future__ import annotations

from collections.abc import Sequence

from making import Sheet, blocks, render_text
from vanban import assemble, parse
from vanban.crosscheck import crosscheck
from vanban.model.document import Document
from vanban.model.dossier import Dossier, Finding


def paper(
    code: str,
    day: str,
    body: str,
    *,
    issuer: str = "ỦY BAN NHÂN DÂN\nTỈNH BÌNH SƠN",
    parent: str = "",
    title: str | None = "KẾ HOẠCH",
    subject: str = "Trồng cây phân tán",
    to: Sequence[str] = (),
    recipients: Sequence[str] = ("Các cơ quan, đơn vị liên quan;", "Lưu: VT."),
    signature: Sequence[str] = ("GIÁM ĐỐC",),
    place: str = "Bình Sơn",
) -> Sheet:
    """A sheet with what tests say of it; `day` is written as in a heading: "02 tháng 3 năm 2026"."""
    return Sheet(
        issuer=issuer,
        issuer_parent=parent,
        number=f"Số: {code}",
        place_date=f"{place}, ngày {day}",
        type_title=title,
        subject=subject,
        addressees=tuple(to),
        body=blocks(body),
        recipients=tuple(recipients),
        signature=tuple(signature),
        signer="Lò Văn Sáng",
    )


def read(sheet: Sheet, name: str = "giay.txt") -> list[Document]:
    return parse(name, render_text([sheet]).encode()).documents


def dossier(*sheets: Sheet) -> Dossier:
    return assemble([document for number, sheet in enumerate(sheets) for document in read(sheet, f"{number}.txt")])


def targets(read: Dossier) -> list[tuple[str, str, str | None]]:
    """Citing code, cited code, and what the citation resolves to."""
    return [
        (document.code.text, reference.code.text, reference.target)
        for document in read.documents
        for reference in document.references
        if document.code and reference.code
    ]


def findings(*sheets: Sheet) -> list[Finding]:
    found = crosscheck(dossier(*sheets))
    for finding in found:
        assert finding.message.endswith(".")
        assert all(place.text and place.span for place in finding.places)
    return found


def codes(*sheets: Sheet) -> list[str]:
    return [finding.code for finding in findings(*sheets)]
