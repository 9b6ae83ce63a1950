"""Packages of the exchange between offices (*gói tin edXML*, QCVN 102:2016): the head as lines, files as members."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from typing import Any

from vanban.errors import UnreadableError
from vanban.model.text import Problem, Text
from vanban.read.docx_parts import DoctypeError
from vanban.read.draft import Draft, join_drafts

_MEDIA_TYPE = "application/edxml+xml"
_LARGEST = 200 * 1024 * 1024
_HEAD = re.compile(rb"<(?:\w+:)?edXML\b|<(?:\w+:)?edXMLEnvelope\b", re.IGNORECASE)
_NAMED = (
    ("From", "Từ"), ("To", "Đến"), ("Code", "Số, ký hiệu"), ("PromulgationInfo", "Nơi và ngày ban hành"),
    ("DocumentType", "Loại văn bản"), ("Subject", "Trích yếu"), ("Content", "Nội dung"), ("SignerInfo", "Người ký"),
    ("DueDate", "Hạn trả lời"), ("ToPlaces", "Nơi nhận"), ("OtherInfo", "Thông tin khác"), ("DocumentId", "Mã văn bản"),
    ("ResponseFor", "Trả lời văn bản"), ("ResponseDate", "Hạn trả lời"), ("SteeringType", "Loại chỉ đạo"),
)  # fmt: skip


def is_package(data: bytes) -> bool:
    """True for XML whose first elements are those of edXML, whatever its namespace."""
    return data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and bool(_HEAD.search(data[:4096]))


def read_package(data: bytes, name: str) -> Text:
    """Read the head of an edXML package, one line a field with its State name in Vietnamese.

    Elements are known by their local names: old and new toolkits differ in namespace. The documents are its files.
    """
    root = _parse(data, name)
    header = next((element for element in root.iter() if _local(element) == "MessageHeader"), None)
    drafts = list(_draft_header(header)) if header is not None else []
    names = [member for member, _ in _list_files(root)]
    if not drafts and not names:
        raise UnreadableError(f"{name}: gói edXML không có phần đầu và không có tệp nào; hãy yêu cầu gửi lại.")
    text, lines = join_drafts(drafts)
    sentence = f"Gói edXML có {len(names)} tệp: {', '.join(names[:20])}." if names else "Gói edXML không kèm tệp nào."
    problem = Problem("attachments", sentence, severity="info" if names else "warning")
    return Text(text=text, lines=lines, media_type=_MEDIA_TYPE, reader="edxml", problems=(problem,))


def list_files(data: bytes, name: str) -> list[tuple[str, bytes]]:
    """The files of a package, decoded; one that cannot be decoded is left out."""
    return _list_files(_parse(data, name))


def _parse(data: bytes, name: str) -> Any:
    from lxml import etree

    if len(data) > _LARGEST:
        raise UnreadableError(f"{name}: gói edXML quá lớn (hơn 200 MB); hãy yêu cầu gửi tệp riêng.")
    # Damaged packages are read as far as they go; attachments are long texts, which need `huge_tree`.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, recover=True, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
        if root is None:
            raise UnreadableError(f"{name}: gói edXML hỏng; hãy yêu cầu gửi lại.")
        if root.getroottree().docinfo.internalDTD is not None:
            raise DoctypeError("document type declared")
    except (etree.XMLSyntaxError, DoctypeError, ValueError) as error:
        raise UnreadableError(f"{name}: gói edXML hỏng; hãy yêu cầu gửi lại.") from error
    return root


def _local(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _draft_header(header: Any) -> Iterator[Draft]:
    shown = dict(_NAMED)
    for element in header:
        label = shown.get(_local(element))
        if label is None:
            continue
        values = [" ".join((child.text or "").split()) for child in element.iter() if isinstance(child.tag, str)]
        separator = "/" if _local(element) == "Code" else "; "
        value = separator.join(value for value in values if value)
        if value:
            yield Draft(content=f"{label}: {value}", part="header")


def _list_files(root: Any) -> list[tuple[str, bytes]]:
    files: list[tuple[str, bytes]] = []
    names = {
        _child(reference, "ContentId"): _child(reference, "AttachmentName")
        for reference in root.iter()
        if _local(reference) == "Reference"
    }
    for element in root.iter():
        if _local(element) != "Attachment":
            continue
        encoded = _child(element, "ContentTransferEncoded") or (element.text or "")
        name = _child(element, "AttachmentName") or names.get(_child(element, "ContentId"), "")
        try:
            content = base64.b64decode(re.sub(r"\s+", "", encoded), validate=False)
        except (binascii.Error, ValueError):
            continue
        if content:
            files.append((name.replace("/", "_") or f"tep-{len(files) + 1}", content))
    return files


def _child(element: Any, local: str) -> str:
    found = next((child for child in element if _local(child) == local), None)
    return "" if found is None else (found.text or "").strip()
