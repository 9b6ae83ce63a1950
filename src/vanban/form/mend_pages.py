"""Paper, margins and page numbers of a .docx set right (*khổ giấy, lề trang, số trang*)."""

from __future__ import annotations

import posixpath
from typing import Protocol

from lxml import etree

from vanban.form.repair import NumberPages, SetPage

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_HEADER_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
_HEADER_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
# What may follow `w:titlePg` and `w:pgMar` in a `w:sectPr` (ECMA-376 17.6.17).
_AFTER_TITLE = ("textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings", "sectPrChange")
_AFTER_PAPER = ("pgMar", "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote")
_NUMBER = (
    '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:pPr><w:jc w:val="center"/></w:pPr>'
    "{runs}</w:p>"
)
_RUN = (
    '<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:b w:val="0"/>'
    '<w:i w:val="0"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>{inside}</w:r>'
)


class Parts(Protocol):
    """The parts of an open .docx: `mend.Package`."""

    document: str
    changed: set[str]

    def has(self, path: str) -> bool:
        """Whether a part is there."""

    def load(self, path: str) -> etree._Element:
        """Its root."""

    def add(self, path: str, content: bytes) -> None:
        """A new part."""


def set_page(document: etree._Element, repair: SetPage) -> bool:
    """Set what the repair names of one section; tells whether that changed anything."""
    section = find_section(document, repair.section)
    if section is None:
        return False
    before = etree.tostring(section)
    size, margins = (
        _child(section, "pgSz", (*_AFTER_PAPER, *_AFTER_TITLE)),
        _child(section, "pgMar", (*_AFTER_PAPER[1:], *_AFTER_TITLE)),
    )
    for element, key, value in (
        (size, "w", repair.width),
        (size, "h", repair.height),
        (margins, "top", repair.top),
        (margins, "bottom", repair.bottom),
        (margins, "left", repair.left),
        (margins, "right", repair.right),
    ):
        if value is not None:
            element.set(f"{W}{key}", str(round(value / 25.4 * 1440)))
    return etree.tostring(section) != before


def find_section(document: etree._Element, index: int) -> etree._Element | None:
    """The `w:sectPr` with a number, counted as `read.docx_layout` does."""
    body = document.find(f"{W}body")
    found = []
    for child in body if body is not None else ():
        section = child if child.tag == f"{W}sectPr" else child.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            found.append(section)
    return found[index] if index < len(found) else None


def _child(section: etree._Element, name: str, after: tuple[str, ...]) -> etree._Element:
    """The child with a name, made in its place where it is not there."""
    found = section.find(f"{W}{name}")
    if found is None:
        found = etree.Element(f"{W}{name}")
        below = next((child for child in section if child.tag in {f"{W}{one}" for one in after}), None)
        if below is None:
            section.append(found)
        else:
            below.addprevious(found)
    return found


def number_pages(package: Parts, repair: NumberPages) -> None:
    """Put the page number into the middle of the running head of one section, hide it on the first page, and take it
    from where it stood. Running heads and feet hold nothing else, which the rule has made sure of."""
    document = package.load(package.document)
    section = find_section(document, repair.section)
    folder, base = posixpath.split(package.document)
    relations_path = posixpath.join(folder, "_rels", f"{base}.rels")
    if section is None or not package.has(relations_path) or not package.has("[Content_Types].xml"):
        return
    relations = package.load(relations_path)
    targets = {
        relation.get("Id", ""): posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
        for relation in relations
    }
    _empty(package, [targets.get(identifier, "") for identifier in _references(document)])
    head = next((one for one in section.iterchildren(f"{W}headerReference") if _form(one) == "default"), None)
    path = targets.get(head.get(f"{R}id", ""), "") if head is not None else ""
    if not package.has(path):
        path = _add_header(package, section, relations, folder)
        package.changed.add(relations_path)
    _write_number(package, path, repair.size)
    if repair.section == 0:
        _child(section, "titlePg", _AFTER_TITLE).attrib.pop(f"{W}val", "")
    kind = section.find(f"{W}pgNumType")
    if kind is not None:
        kind.attrib.pop(f"{W}fmt", "")
    package.changed |= {package.document, path}


def _references(document: etree._Element) -> list[str]:
    return [
        reference.get(f"{R}id", "")
        for place in ("header", "footer")
        for reference in document.iter(f"{W}{place}Reference")
    ]


def _form(reference: etree._Element) -> str:
    return reference.get(f"{W}type") or "default"


def _empty(package: Parts, paths: list[str]) -> None:
    """Take the paragraphs with page numbers out of running heads and feet."""
    for path in dict.fromkeys(paths):
        root = package.load(path) if path and package.has(path) else None
        for paragraph in list(root.iter(f"{W}p")) if root is not None else ():
            codes = [code.text or "" for code in paragraph.iter(f"{W}instrText")]
            codes += [field.get(f"{W}instr", "") for field in paragraph.iter(f"{W}fldSimple")]
            if any(code.split()[:1] == ["PAGE"] for code in codes):
                for child in list(paragraph):
                    if child.tag != f"{W}pPr":
                        paragraph.remove(child)
                package.changed.add(path)


def _add_header(package: Parts, section: etree._Element, relations: etree._Element, folder: str) -> str:
    """A running head of its own for a section."""
    number = next(number for number in range(1, 1000) if not package.has(f"{folder}/headerVb{number}.xml"))
    path = f"{folder}/headerVb{number}.xml".lstrip("/")
    identifier = next(f"rIdVb{place}" for place in range(1, 1000) if f"rIdVb{place}" not in _identifiers(relations))
    package.add(path, f'<w:hdr xmlns:w="{W[1:-1]}"/>'.encode())
    relation = etree.SubElement(relations, f"{{{_RELATIONS}}}Relationship")
    for key, value in (("Id", identifier), ("Type", _HEADER_TYPE), ("Target", posixpath.basename(path))):
        relation.set(key, value)
    types = package.load("[Content_Types].xml")
    override = etree.SubElement(types, f"{{{_TYPES}}}Override")
    override.set("PartName", f"/{path}")
    override.set("ContentType", _HEADER_CONTENT)
    package.changed.add("[Content_Types].xml")
    reference = etree.Element(f"{W}headerReference")
    reference.set(f"{W}type", "default")
    reference.set(f"{R}id", identifier)
    section.insert(0, reference)
    return path


def _identifiers(relations: etree._Element) -> set[str]:
    return {relation.get("Id", "") for relation in relations}


def _write_number(package: Parts, path: str, size: float) -> None:
    """One centred paragraph with the field of the page number."""
    root = package.load(path)
    marks = (
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>2</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    runs = "".join(_RUN.format(size=round(size * 2), inside=mark) for mark in marks)
    paragraph = etree.fromstring(_NUMBER.format(runs=runs))
    empty = [one for one in root.iterchildren(f"{W}p") if not any((text.text or "") for text in one.iter(f"{W}t"))]
    if empty:
        root.replace(empty[0], paragraph)
    else:
        root.append(paragraph)
    package.changed.add(path)
