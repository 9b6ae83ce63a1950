"""The parts of a .docx (*tệp thành phần*): taken out of the zip within bounds and parsed without trust."""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from vanban.errors import UnreadableError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

LARGEST_PART = 24 * 1024 * 1024
"""The longest real document seen has 3 MB of XML; libxml2 needs ten times a part's size as a tree."""
LARGEST_TOTAL = 48 * 1024 * 1024
_SAFE_SIZE = 2 * 1024 * 1024
_TIGHTEST = 200
_MOST_TAGS = 1_500_000

_STRICT_MARK = b"http://purl.oclc.org/ooxml/"
# Word's "Strict Open XML" differs in the names of its namespaces alone.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


class Parts(NamedTuple):
    """The document part, and the parts that it names, parsed: by kind ("styles", "numbering") and by relation id.

    `chunks` holds by relation id the files of other kinds that `w:altChunk` prints in the text, unparsed; `paths` where
    the parts stand in the zip: by relation id, the document under "".
    """

    document: etree._Element
    by_kind: Mapping[str, etree._Element]
    by_id: Mapping[str, etree._Element]
    chunks: Mapping[str, bytes]
    paths: Mapping[str, str]


_KINDS = ("styles", "numbering", "footnotes", "endnotes", "settings", "theme")


def read_parts(data: bytes, name: str) -> Parts:
    """Open the zip and parse the parts that hold text; refuses what is no Word document, and zip bombs."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read_archive(archive, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, LookupError, struct.error) as error:
        raise UnreadableError(
            f"{name}: tệp .docx hỏng (không giải nén được); hãy tải lại, hoặc mở bằng Word và lưu lại."
        ) from error
    except NotImplementedError as error:
        raise UnreadableError(f"{name}: tệp nén theo cách lạ; hãy mở bằng Word và lưu lại thành .docx.") from error
    except RuntimeError as error:  # zipfile's word for an encrypted member
        raise UnreadableError(f"{name}: tệp nén có mật khẩu; hãy gỡ mật khẩu rồi gửi lại.") from error


def _read_archive(archive: zipfile.ZipFile, name: str) -> Parts:
    names = {member.filename.lstrip("/"): member for member in archive.infolist()}
    loader = _Loader(archive, names, name)
    root = _find_document(loader)
    if root is None:
        raise UnreadableError(f"{name}: {_name_kind(names)}")
    document = loader.load(root)
    if document is None or document.tag != f"{W}document":
        raise UnreadableError(
            f"{name}: tệp .docx không có phần nội dung của Word; hãy mở bằng Word và lưu lại thành .docx."
        )
    by_kind: dict[str, etree._Element] = {}
    by_id: dict[str, etree._Element] = {}
    chunks: dict[str, bytes] = {}
    paths = {"": root}
    for identifier, kind, target in _find_relations(loader, root):
        if kind in _KINDS and kind not in by_kind:
            part = loader.load(target, broken_is_absent=True)
            if part is not None:
                by_kind[kind] = part
        elif kind in ("header", "footer"):
            part = loader.load(target, broken_is_absent=True)
            if part is not None:
                by_id[identifier], paths[identifier] = part, target
        elif kind == "aFChunk":
            content = loader.take(target)
            if content:
                chunks[identifier] = content
    return Parts(document, by_kind, by_id, chunks, paths)


class _Loader:
    """Takes members out of one open archive and keeps count of what they weigh."""

    def __init__(self, archive: zipfile.ZipFile, members: Mapping[str, zipfile.ZipInfo], name: str) -> None:
        self._archive = archive
        self._members = members
        self._name = name
        self._weight = 0

    def has(self, path: str) -> bool:
        return path in self._members

    def load(self, path: str, broken_is_absent: bool = False) -> etree._Element | None:
        """Parse a member, None where it is absent."""
        content = self.take(path)
        if content is None:
            return None
        if _STRICT_MARK in content:
            for strict, transitional in _STRICT:
                content = content.replace(strict, transitional)
        try:
            return parse_xml(content)
        except (etree.XMLSyntaxError, DoctypeError) as error:
            if broken_is_absent and not isinstance(error, DoctypeError):
                return None
            raise UnreadableError(
                f"{self._name}: tệp .docx hỏng (phần {path} không đúng XML của Word); "
                "hãy tải lại, hoặc mở bằng Word và lưu lại."
            ) from error

    def take(self, path: str) -> bytes | None:
        """The bytes of a member, None where it is absent; the sizes that the archive states are not trusted."""
        if path not in self._members:
            return None
        with self._archive.open(self._members[path]) as stream:
            content = stream.read(LARGEST_PART + 1)
            packed = self._members[path].compress_size
        self._weight += len(content)
        if len(content) > LARGEST_PART or self._weight > LARGEST_TOTAL or is_bomb(content, packed):
            raise UnreadableError(
                f"{self._name}: tệp .docx giải nén ra quá lớn ({path}); hãy kiểm tra nguồn gốc, hoặc chia nhỏ văn bản."
            )
        return content


def is_bomb(content: bytes, packed: int) -> bool:
    """True for XML that only an attack packs so tightly, or that holds more tags than any real document.

    Word's XML shrinks ten to thirty times; a tag costs a hundred bytes and more once parsed.
    """
    is_tight = len(content) > _SAFE_SIZE and len(content) > _TIGHTEST * max(packed, 1)
    return is_tight or (len(content) > _MOST_TAGS and content.count(b"<") > _MOST_TAGS)


class DoctypeError(ValueError):
    """A part declares a document type: Word never writes one, attacks do (XXE, entity bombs)."""


def parse_xml(content: bytes) -> etree._Element:
    """Parse without entities, network or DTD; depth and text size stay within libxml2's own bounds."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(content, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise DoctypeError("document type declared")
    return root


def _find_document(loader: _Loader) -> str | None:
    for _, kind, target in _find_relations(loader, ""):
        if kind == "officeDocument" and loader.has(target):
            # Excel and PowerPoint name their main part by the same relation.
            return target if re.search(r"(^|/)word/|document\d*\.xml$", target) else None
    return "word/document.xml" if loader.has("word/document.xml") else None


def _find_relations(loader: _Loader, source: str) -> list[tuple[str, str, str]]:
    """Identifier, kind and target path of the inner relations of a part ("" is the package)."""
    folder, base = posixpath.split(source)
    relations = loader.load(posixpath.join(folder, "_rels", f"{base}.rels"), broken_is_absent=True)
    found = []
    for relation in relations if relations is not None else ():
        if relation.tag != _RELATION or relation.get("TargetMode") == "External":
            continue
        target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
        found.append((relation.get("Id", ""), relation.get("Type", "").rpartition("/")[2], target))
    return found


def _name_kind(names: Mapping[str, zipfile.ZipInfo]) -> str:
    """What a zip without a Word document is, as the end of a message."""
    if any(member.startswith("xl/") for member in names):
        return "tệp là bảng tính Excel, không phải Word; hãy chép nội dung sang tệp .docx."
    if any(member.startswith("ppt/") for member in names):
        return "tệp là bản trình chiếu PowerPoint, không phải Word; hãy chép nội dung sang tệp .docx."
    if "content.xml" in names:
        return "tệp là OpenDocument (.odt), chưa đọc được; hãy mở bằng Word hoặc LibreOffice rồi lưu thành .docx."
    return "tệp là tệp nén ZIP, không phải Word; hãy giải nén rồi đọc từng tệp bên trong."
