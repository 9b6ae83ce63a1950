"""A package of the exchange between offices, *gói tin edXML* (QCVN 102:2016/BTTTT): the head of a document and its
files. What a document does not say is left out; codes whose meaning the standard leaves to each edition (types,
priorities as figures) are written as words.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import mimetypes
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from vanban.errors import SecretError
from vanban.model.document import Document, Head, Party
from vanban.write.drafts.placeholder import clean_text, find_placeholders

SPACE = "http://www.mic.gov.vn/TBT/QCVN_102_2016"
_BUSINESS = {"new": "0", "recall": "1", "update": "2", "replace": "3"}
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def make_head(document: Document) -> Head:
    """What a package says of a document: its own fields, and the codes of what it answers.

    Raises `SecretError` for a document with a mark of secrecy, which does not go this way (Luật 117/2025/QH15).
    """
    if document.secrecy:
        raise SecretError("Văn bản mang dấu chỉ độ mật không gửi bằng gói edXML; hãy gửi theo đường văn bản mật.")
    answered = [one.code for one in document.references if one.relation == "responds_to" and one.code]
    code = document.code if document.code and document.code.number else None
    return Head(
        text="",
        document_type=msgspec.structs.replace(document.document_type, abbreviation=None)
        if document.document_type
        else None,
        code=code,
        promulgation=document.promulgation,
        issuer=document.issuer,
        subject=document.subject,
        priority=document.priority,
        addressees=document.addressees,
        to_places=[Party(_show(party)) for party in document.to_places],
        signers=[signer for signer in document.signers if signer.full_name],
        responds_to=answered,
        business="new",
    )


def _show(party: Party) -> str:
    return f"{party.name} ({party.purpose})" if party.purpose else party.name


def write_package(head: Head, files: Sequence[tuple[str, bytes]], sent: dt.datetime | None = None) -> bytes:
    """The package as XML: the head, a manifest, and the `files` (name, bytes) in base64; `sent` is the moment that
    the trace of the way begins with, left out where it is not given."""
    from lxml import etree

    root = etree.Element(f"{{{SPACE}}}edXML", nsmap={"edXML": SPACE})
    envelope = _add(root, "edXMLEnvelope")
    header = _add(envelope, "edXMLHeader")
    _write_message(_add(header, "MessageHeader"), head)
    _write_trace(_add(header, "TraceHeaderList"), head, sent)
    manifest = _add(_add(envelope, "edXMLBody"), "edXMLManifest")
    manifest.set("version", "1.0")
    encoded = _add(root, "AttachmentEncoded")
    for name, data in files:
        kind = _WORD if name.endswith(".docx") else mimetypes.guess_type(name)[0] or "application/octet-stream"
        named = (
            ("ContentId", f"cid:{hashlib.sha256(data).hexdigest()[:32]}"),
            ("AttachmentName", name),
            ("ContentType", kind),
        )
        _fill(_add(manifest, "Reference"), named)
        attachment = _add(encoded, "Attachment")
        _fill(attachment, named)
        _add(attachment, "ContentTransferEncoded").text = base64.b64encode(data).decode("ascii")
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return made


def _write_message(message: Any, head: Head) -> None:
    issuer = head.issuer
    if issuer:
        named = (issuer.organ_id, issuer.parent, issuer.name)
        _group(message, "From", zip(("OrganId", "OrganizationInCharge", "OrganName"), named, strict=True))
    for party in head.addressees:
        _group(message, "To", (("OrganId", party.organ_id), ("OrganName", party.name)))
    if head.code:
        _group(message, "Code", (("CodeNumber", head.code.number), ("CodeNotation", head.code.notation)))
    if head.promulgation:
        issued = (("Place", head.promulgation.place), ("PromulgationDate", _day(head.promulgation.date)))
        _group(message, "PromulgationInfo", issued)
    if head.document_type:
        _group(message, "DocumentType", (("TypeName", head.document_type.name),))
    _fill(message, (("Subject", head.subject),))
    for signer in head.signers:
        signed = (("Competence", signer.competence), ("Position", signer.position), ("FullName", signer.full_name))
        _group(message, "SignerInfo", signed)
    _fill(message, (("DueDate", _day(head.due_date)),))
    _group(message, "ToPlaces", (("Place", party.name) for party in head.to_places))
    _group(message, "OtherInfo", (("Priority", head.priority),))
    for code in head.responds_to:
        _group(message, "ResponseFor", (("Code", code.text),))
    if issuer and issuer.organ_id and head.code and head.promulgation and head.promulgation.date:
        identity = f"{issuer.organ_id},{_day(head.promulgation.date)},{head.code.number}/{head.code.notation}"
        _fill(message, (("DocumentId", identity),))


def _write_trace(trace: Any, head: Head, sent: dt.datetime | None) -> None:
    if sent:
        organ = head.issuer.organ_id if head.issuer else None
        moment = sent.strftime("%Y/%m/%d %H:%M:%S")
        _group(trace, "TraceHeader", (("OrganId", organ), ("Timestamp", moment)))
    # The standard spells it so.
    _group(trace, "Bussiness", (("BussinessDocType", _BUSINESS.get(head.business or "new")),))


def _day(iso: str | None) -> str | None:
    return iso.replace("-", "/") if iso else None


def _group(parent: Any, name: str, values: Iterable[tuple[str, str | None]]) -> None:
    """A group with those of its values that are known; none without any."""
    known = [(key, value) for key, value in values if value and not find_placeholders(value)]
    if known:
        _fill(_add(parent, name), known)


def _fill(parent: Any, values: Iterable[tuple[str, str | None]]) -> None:
    for name, value in values:
        if value and not find_placeholders(value):
            _add(parent, name).text = clean_text(value)


def _add(parent: Any, name: str) -> Any:
    child = parent.makeelement(f"{{{SPACE}}}{name}", {})
    parent.append(child)
    return child
