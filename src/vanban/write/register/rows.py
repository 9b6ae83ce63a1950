"""The rows of a register, *sổ đăng ký, sổ theo dõi văn bản*: one a document, in the order of arrival or of issue.

NĐ 30/2020/NĐ-CP, Điều 15, 22 and Phụ lục IV. What no document tells stays empty, for a clerk to write: number and day
of arrival come from the stamp "ĐẾN", from the edXML package, or from the day of receipt that is given, and from nothing
else.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence

import msgspec

from vanban.directory import Directory, Enquiry, ask, load_directory
from vanban.lexicon.registers import Register, find_register
from vanban.model.document import Document, Party
from vanban.model.dossier import Dossier
from vanban.notation.arrival import Arrival, find_arrival
from vanban.notation.folding import match_key
from vanban.write.listing import Column, Listing, clean
from vanban.write.tracking import track
from vanban.write.tracking.due import parse_iso

_DOTS = "……………………"
_HEAD_ARRIVAL = re.compile(r"^(?:\w+/)*Arrival(?P<what>Date|Number):\s*(?P<value>.+)$", re.MULTILINE)
_SLASHED = re.compile(r"(\d{4})[/-](\d{1,2})[/-](\d{1,2})")
_LATEST = dt.date.max


class Line(msgspec.Struct, frozen=True):
    """A document with what a register says of it beside its fields."""

    document: Document
    arrival: Arrival
    answered_by: Sequence[Document] = ()
    due: str = ""
    twin: str = ""


def draw_up_register(
    dossier: Dossier,
    kind: str,
    *,
    organ: str | None = None,
    received: dt.date | None = None,
    as_of: dt.date | None = None,
    directory: Directory | None = None,
) -> Listing:
    """The register of a kind ("den", "di" or "theo-doi") of all documents that have a number of their own, or of those
    that `organ` issued (di) or got (the others). `received` is the day of arrival of what has no stamp.
    """
    register = find_register(kind)
    enquiry = ask(directory or load_directory(), organ, dossier.documents, None) if organ else None
    documents = [each for each in dossier.documents if each.issued_by is None and _belongs(each, kind, enquiry)]
    lines = _make_lines(dossier, documents, kind, organ, received, as_of or dt.date.today(), directory)
    lines.sort(key=_by_issue if kind == "di" else _by_arrival)
    values = [VALUES[column.value] for column in register.columns]
    return Listing(
        title=register.title,
        columns=[Column(column.name, column.width) for column in register.columns],
        cells=[[clean(value(line)) for value in values] for line in lines],
        above=[clean(_name_organ(lines, kind, organ)).upper()],
        below=_tell_time(register, lines, kind),
        sheet={"den": "Văn bản đến", "di": "Văn bản đi", "theo-doi": "Theo dõi giải quyết"}[kind],
        numbered=True,
        empty="Không có văn bản nào.",
    )


def _belongs(document: Document, kind: str, enquiry: Enquiry | None) -> bool:
    if enquiry is None:
        return True
    issuer = document.issuer
    name = (issuer.full_name or issuer.name) if issuer else None
    own = name is not None and enquiry.names(Party(name, organ_id=issuer.organ_id if issuer else None), document)
    return own == (kind == "di")


def _make_lines(
    dossier: Dossier,
    documents: Sequence[Document],
    kind: str,
    organ: str | None,
    received: dt.date | None,
    as_of: dt.date,
    directory: Directory | None,
) -> list[Line]:
    answers: dict[str, list[Document]] = {}
    for other in dossier.documents:
        for target in {each.target for each in other.references if each.relation == "responds_to" and each.target}:
            answers.setdefault(target, []).append(other)
    dues = _find_dues(dossier, organ, received, as_of, directory) if kind == "theo-doi" else {}
    seen: dict[tuple[str, ...], str] = {}
    lines = []
    for document in documents:
        lines.append(
            Line(
                document,
                _arrive(document, None if kind == "di" else received),
                answers.get(document.id, ()),
                dues.get(document.id, ""),
                _find_twin(document, seen),
            )
        )
    return lines


def _arrive(document: Document, received: dt.date | None) -> Arrival:
    """When a document came: by its stamp, by the package that brought it, by the day that is given."""
    stamped = find_arrival(document.text) or Arrival(0, 0)
    head = {
        found["what"]: found["value"] for found in _HEAD_ARRIVAL.finditer(document.head.text if document.head else "")
    }
    day = _SLASHED.search(head.get("Date", ""))
    sent = parse_iso("-".join(part.zfill(2) for part in day.groups())) if day else None
    return msgspec.structs.replace(
        stamped, number=stamped.number or head.get("Number"), date=stamped.date or sent or received
    )


def _find_dues(
    dossier: Dossier, organ: str | None, received: dt.date | None, as_of: dt.date, directory: Directory | None
) -> Mapping[str, str]:
    """The earliest day of the duties of each document, of those that concern the organ where one is named."""
    homes = {duty.id: document.id for document in dossier.documents for duty in document.duties}
    days: dict[str, list[str]] = {}
    for row in track(dossier, organ=organ, as_of=as_of, received=received, directory=directory):
        day = row.sharper or (row.duty.deadline.date if row.duty.deadline else None)
        if day and parse_iso(day):
            days.setdefault(homes[row.duty.id], []).append(day)
    return {document: min(known) for document, known in days.items()}


def _find_twin(document: Document, seen: dict[tuple[str, ...], str]) -> str:
    """The earlier document with the same number, symbol, organ and year, of which Phụ lục VI asks to be warned."""
    code, issuer = document.code, document.issuer
    name = (issuer.full_name or issuer.name) if issuer else None
    if code is None or code.number is None or not name:
        return ""
    key = (match_key(code.text), match_key(name), _date(document)[:4])
    twin = seen.get(key, "")
    seen.setdefault(key, code.text)
    return twin


def _by_arrival(line: Line) -> tuple[dt.date, int, str]:
    day = line.arrival.date or parse_iso(_date(line.document)) or _LATEST
    return (day, _figures(line.arrival.number), _date(line.document))


def _by_issue(line: Line) -> tuple[dt.date, int, str]:
    code = line.document.code
    return (parse_iso(_date(line.document)) or _LATEST, _figures(code.number if code else None), "")


def _figures(number: str | None) -> int:
    found = re.match(r"\d+", number or "")
    return int(found.group()) if found else 10**9


def _name_organ(lines: Sequence[Line], kind: str, organ: str | None) -> str:
    """The organ that keeps the register: the one that is named; of what goes out the issuer, where there is one."""
    if organ:
        return organ
    issuers = {tell_author(line) for line in lines}
    return issuers.pop() if kind == "di" and len(issuers) == 1 and "" not in issuers else _DOTS


def _tell_time(register: Register, lines: Sequence[Line], kind: str) -> list[str]:
    days = [
        day
        for line in lines
        if (
            day := parse_iso(_date(line.document))
            if kind == "di"
            else line.arrival.date or parse_iso(_date(line.document))
        )
    ]
    years = f"{min(days).year}" if days and min(days).year == max(days).year else ""
    years = years or (f"{min(days).year} - {max(days).year}" if days else _DOTS)
    span = f"; từ ngày {min(days):%d/%m/%Y} đến ngày {max(days):%d/%m/%Y}" if days else ""
    return [f"Năm {years}{span}; {len(lines)} văn bản", f"(Mẫu: {register.source})"]


def tell_author(line: Line) -> str:
    """*Tác giả*: the issuing organ."""
    issuer = line.document.issuer
    return (issuer.full_name or issuer.name or "") if issuer else ""


def tell_arrival_date(line: Line) -> str:
    """*Ngày đến*."""
    return f"{line.arrival.date:%d/%m/%Y}" if line.arrival.date else ""


def tell_arrival_number(line: Line) -> str:
    """*Số đến*."""
    return line.arrival.number or ""


def tell_code(line: Line) -> str:
    """*Số, ký hiệu*."""
    return line.document.code.text if line.document.code else ""


def tell_date(line: Line) -> str:
    """*Ngày tháng văn bản*."""
    day = parse_iso(_date(line.document))
    return f"{day:%d/%m/%Y}" if day else ""


def tell_type_and_subject(line: Line) -> str:
    """*Tên loại và trích yếu nội dung*."""
    kind = line.document.document_type.name if line.document.document_type else ""
    return ": ".join(part for part in (kind, line.document.subject or "") if part)


def tell_document(line: Line) -> str:
    """*Tên loại, số, ký hiệu, ngày, tháng và tên cơ quan ban hành*."""
    kind = line.document.document_type.name if line.document.document_type else ""
    day, author = tell_date(line), tell_author(line)
    named = " ".join(part for part in (kind, tell_code(line), f"ngày {day}" if day else "") if part)
    return named + (f" của {author}" if author else "")


def tell_forwarded_to(line: Line) -> str:
    """*Đơn vị hoặc người nhận*: only what the stamp says."""
    return line.arrival.forwarded_to or ""


def tell_signers(line: Line) -> str:
    """*Người ký*."""
    return "; ".join(signer.full_name for signer in line.document.signers if signer.full_name)


def tell_recipients(line: Line) -> str:
    """*Nơi nhận*: "Như trên" stands for those that the letter is addressed to."""
    names: list[str] = []
    for party in line.document.to_places:
        named = line.document.addressees if party.same_as == "addressees" else []
        names += [each.name for each in named] or [party.name]
    return "; ".join(dict.fromkeys(names or [party.name for party in line.document.addressees]))


def tell_archive(line: Line) -> str:
    """*Đơn vị, người nhận bản lưu*: the "Lưu" line."""
    archive = line.document.archive
    return ", ".join([*archive.units, *archive.drafters]) if archive else ""


def tell_copies(line: Line) -> str:
    """*Số lượng bản*."""
    archive = line.document.archive
    return str(archive.copies) if archive and archive.copies else ""


def tell_due(line: Line) -> str:
    """*Thời hạn giải quyết*: the day that the package asks for, else the earliest of the duties."""
    head = line.document.head
    day = parse_iso((head.due_date if head and head.due_date else None) or line.due)
    return f"{day:%d/%m/%Y}" if day else ""


def tell_progress(line: Line) -> str:
    """*Tiến độ giải quyết*: that there is an answer; more is not known."""
    return "đã có văn bản trả lời" if line.answered_by else ""


def tell_answer(line: Line) -> str:
    """*Số, ký hiệu văn bản trả lời*: the documents of the dossier that answer this one."""
    return "; ".join(dict.fromkeys(each.code.text for each in line.answered_by if each.code))


def tell_notes(line: Line) -> str:
    """*Ghi chú*: marks of urgency and secrecy; that number, symbol and organ were there before."""
    marks = [mark for mark in (line.document.priority, line.document.secrecy) if mark]
    twin = f"trùng số, ký hiệu, cơ quan ban hành với một văn bản khác ({line.twin})" if line.twin else ""
    return "; ".join([*marks, *([twin] if twin else [])])


def tell_nothing(_line: Line) -> str:
    """What no document tells, for a clerk to write: the day on which it was passed on, the receipt."""
    return ""


VALUES: dict[str, Callable[[Line], str]] = {
    "arrival_date": tell_arrival_date,
    "arrival_number": tell_arrival_number,
    "author": tell_author,
    "code": tell_code,
    "date": tell_date,
    "type_and_subject": tell_type_and_subject,
    "document": tell_document,
    "forwarded_to": tell_forwarded_to,
    "signers": tell_signers,
    "recipients": tell_recipients,
    "archive": tell_archive,
    "copies": tell_copies,
    "due": tell_due,
    "progress": tell_progress,
    "answer": tell_answer,
    "notes": tell_notes,
    "none": tell_nothing,
}
"""What `lexicon/data/registers.toml` names as the value of a column."""


def _date(document: Document) -> str:
    return (document.promulgation.date if document.promulgation else None) or ""
