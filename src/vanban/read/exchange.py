"""Packages of the exchange between offices (*gói tin edXML*, QCVN 102:2016): the head as lines, files as members."""

from __future__ import annotations

import base64
import itertools
import re
from collections.abc import Iterator
from typing import Any

from vanban.errors import UnreadableError
from vanban.model.text import Problem, Text
from vanban.read.docx_parts import DoctypeError
from vanban.read.draft import Draft, join_drafts

_MEDIA_TYPE = "application/edxml+xml"
_LARGEST = 200 * 1024 * 1024
_HEADS = ("MessageHeader", "Bussiness", "Business")
_NO_DIGIT = re.compile(r"[^A-Za-z0-9+/]+")
_MOST_LINES = 500
_LONGEST_VALUE = 5000
_DEEPEST = 6


def read_package(data: bytes, name: str) -> Text:
    """Read the head of an edXML package: one line a value, with the State's own name ("Code/CodeNumber: 12").

    Elements are known by their local names: old and new toolkits differ in namespace. The documents are its files;
    one that the package names and does not hold is a `Problem`.
    """
    root = _parse(data, name)
    drafts = list(_draft_head(root))
    names = [member for member, _ in _list_files(root)]
    if not drafts and not names:
        raise UnreadableError(f"{name}: gói edXML không có phần đầu và không có tệp nào; hãy yêu cầu gửi lại.")
    text, lines = join_drafts(drafts)
    sentence = f"Gói edXML có {len(names)} tệp: {', '.join(names[:20])}." if names else "Gói edXML không kèm tệp nào."
    problems = [Problem("attachments", sentence, severity="info" if names else "warning")]
    lost = [named for named in _list_named(root).values() if named and named not in names]
    if lost:
        sentence = f"Gói edXML nêu tệp mà không chứa: {', '.join(lost[:20])}; hãy yêu cầu gửi lại."
        problems.append(Problem("attachment-missing", sentence))
    return Text(text=text, lines=lines, media_type=_MEDIA_TYPE, reader="edxml", problems=tuple(problems))


def list_files(data: bytes, name: str) -> list[tuple[str, bytes]]:
    """The files of a package, decoded as far as they go."""
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
    # A prefix that a damaged package does not declare stays in the tag.
    return re.split("[}:]", element.tag)[-1] if isinstance(element.tag, str) else ""


def _draft_head(root: Any) -> Iterator[Draft]:
    """The values of the message's head and of its business ("Bussiness" in the standard: new, recall, replace)."""
    for element in itertools.islice(_find_values(root), _MOST_LINES):
        value = " ".join((element.text or "").split())[:_LONGEST_VALUE]
        path = [_local(element)]
        for above in itertools.islice(element.iterancestors(), _DEEPEST):
            if _local(above) in _HEADS:
                break
            path.append(_local(above))
        yield Draft(content=f"{'/'.join(reversed(path))}: {value}", part="header")


def _find_values(root: Any) -> Iterator[Any]:
    heads = (element for element in root.iter() if _local(element) in _HEADS)
    for head in itertools.islice(heads, len(_HEADS)):
        yield from (element for element in head.iter() if not len(element) and (element.text or "").strip())


def _list_named(root: Any) -> dict[str, str]:
    """The files that the manifest names, by the identifier of their content."""
    return {
        _child(reference, "ContentId"): _safe(_child(reference, "AttachmentName"))
        for reference in root.iter()
        if _local(reference) == "Reference"
    }


def _list_files(root: Any) -> list[tuple[str, bytes]]:
    files: list[tuple[str, bytes]] = []
    names = _list_named(root)
    for element in root.iter():
        if _local(element) != "Attachment":
            continue
        encoded = _child(element, "ContentTransferEncoded") or (element.text or "")
        name = _safe(_child(element, "AttachmentName")) or names.get(_child(element, "ContentId"), "")
        digits = _NO_DIGIT.sub("", encoded)
        # What is left of a cut package is worth a try: its reader says what is wrong with it.
        whole = digits[: len(digits) - (len(digits) % 4 == 1)]
        content = base64.b64decode(whole + "=" * (-len(whole) % 4))
        if content:
            files.append((name or f"tep-{len(files) + 1}", content))
    return files


def _safe(name: str) -> str:
    return " ".join(name.replace("/", "_").split())


def _child(element: Any, local: str) -> str:
    found = next((child for child in element if _local(child) == local), None)
    return "" if found is None else (found.text or "").strip()
