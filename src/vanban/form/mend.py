"""Mends a .docx (*sửa thể thức*): carries out repairs in the XML of its parts and leaves all else byte for byte.

What cannot be done without a guess is left: words that do not stand in their paragraph exactly once, a run of which
only a part is meant, a running head that says something else too. Never in place: bytes in, bytes out.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Sequence

from lxml import etree

from vanban.errors import UnreadableError
from vanban.form.mend_pages import number_pages, set_page
from vanban.form.repair import NumberPages, Repair, ReplaceWords, SetLetters, SetPage

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_GONE = frozenset(W + name for name in ("del", "moveFrom", "txbxContent", "instrText", "delText"))
# Schema order of what stands before these in a `w:rPr`.
_BEFORE_FONTS = frozenset((f"{W}rStyle",))
_AFTER_SIZE = frozenset(
    W + name
    for name in (
        "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout",
        "specVanish", "oMath", "rPrChange",
    )
)  # fmt: skip
_FIXED = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


def mend_docx(data: bytes, name: str, repairs: Sequence[Repair]) -> bytes:
    """The file with the repairs carried out; the very same bytes where none could be.

    Raises `UnreadableError` where the file is no Word document that can be written again.
    """
    if not data.startswith(b"PK"):
        raise UnreadableError(f"{name}: chỉ sửa được tệp .docx; hãy mở bằng Word, lưu lại thành .docx rồi sửa.")
    if not repairs:
        return data
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            package = Package(archive)
            for repair in repairs:
                _carry_out(package, repair)
            return package.write() if package.changed else data
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, KeyError, OSError, ValueError) as error:
        raise UnreadableError(f"{name}: không sửa được tệp .docx này; hãy mở bằng Word và lưu lại trước.") from error


class Package:
    """The parts of an open .docx: parsed when they are first asked for, written back only where they were changed."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._trees: dict[str, etree._Element] = {}
        self._paragraphs: dict[str, list[etree._Element]] = {}
        self._added: dict[str, bytes] = {}
        self.changed: set[str] = set()
        self.document = next(
            (entry for entry in archive.namelist() if entry.lstrip("/") == "word/document.xml"),
            next((entry for entry in archive.namelist() if entry.endswith("document.xml")), "word/document.xml"),
        )

    def has(self, path: str) -> bool:
        """Whether the part is there."""
        return path in self._added or path in self._archive.namelist()

    def load(self, path: str) -> etree._Element:
        """The root of a part; entities and the network stay closed."""
        if path not in self._trees:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
            self._trees[path] = etree.fromstring(self._added.get(path) or self._archive.read(path), parser)
        return self._trees[path]

    def paragraphs(self, path: str) -> list[etree._Element]:
        """The paragraphs of a part as they were numbered when it was read."""
        if path not in self._paragraphs:
            self._paragraphs[path] = list(self.load(path).iter(f"{W}p"))
        return self._paragraphs[path]

    def add(self, path: str, content: bytes) -> None:
        """A new part."""
        self._added[path] = content
        self.changed.add(path)

    def write(self) -> bytes:
        """The zip again: members as they were, with their times, those that were changed written anew."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
            for member in self._archive.infolist():
                changed = member.filename in self.changed and member.filename in self._trees
                content = self._dump(member.filename) if changed else self._archive.read(member.filename)
                new.writestr(member, content, member.compress_type)
            for path in self._added:
                entry = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
                new.writestr(
                    entry, self._dump(path) if path in self._trees else self._added[path], zipfile.ZIP_DEFLATED
                )
        return buffer.getvalue()

    def _dump(self, path: str) -> bytes:
        return etree.tostring(self._trees[path].getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def _carry_out(package: Package, repair: Repair) -> None:
    if isinstance(repair, SetPage):
        done = set_page(package.load(package.document), repair)
        package.changed |= {package.document} if done else set()
    elif isinstance(repair, NumberPages):
        number_pages(package, repair)
    elif package.has(repair.address.part):
        paragraphs = package.paragraphs(repair.address.part)
        if repair.address.index < len(paragraphs):
            paragraph = paragraphs[repair.address.index]
            done = _replace(paragraph, repair) if isinstance(repair, ReplaceWords) else _set_letters(paragraph, repair)
            package.changed |= {repair.address.part} if done else set()


def _pieces(paragraph: etree._Element) -> list[tuple[etree._Element, str]]:
    """The elements that print something in a paragraph, in order, with what they print."""
    found: list[tuple[etree._Element, str]] = []

    def walk(element: etree._Element) -> None:
        for child in element:
            if child.tag in _GONE or (child.tag == f"{W}p" and child is not paragraph):
                continue
            if child.tag == f"{W}t":
                found.append((child, child.text or ""))
            elif child.tag in _FIXED and element.tag == f"{W}r":
                found.append((child, _FIXED[child.tag]))
            else:
                walk(child)

    walk(paragraph)
    return found


def _find(pieces: Iterable[tuple[etree._Element, str]], words: str) -> int | None:
    """Where words begin that stand in the pieces exactly once."""
    text = "".join(piece for _, piece in pieces)
    return text.index(words) if words and text.count(words) == 1 else None


def _replace(paragraph: etree._Element, repair: ReplaceWords) -> bool:
    """Put new words in the place of old ones; only the characters that differ are touched."""
    pieces = _pieces(paragraph)
    place = _find(pieces, repair.old)
    if place is None:
        return False
    old, new = repair.old, repair.new
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    start, end = place + head, place + len(old) - tail
    written = new[head : len(new) - tail]
    position = 0
    plan: list[tuple[etree._Element, str]] = []
    for element, piece in pieces:
        left, right = max(start - position, 0), min(end - position, len(piece))
        inside = left < right or (start == end and 0 <= start - position <= len(piece) and bool(written))
        if inside:
            if element.tag != f"{W}t":
                return False
            plan.append((element, piece[:left] + written + piece[max(right, left) :]))
            written = ""
        position += len(piece)
    for element, text in plan:
        element.text = text
        if text != text.strip():
            element.set(_SPACE, "preserve")
    return bool(plan)


def _set_letters(paragraph: etree._Element, repair: SetLetters) -> bool:
    """Set size and font of the runs that print the words; a run that prints more than them is left."""
    pieces = _pieces(paragraph)
    place = _find(pieces, repair.words)
    if place is None:
        return False
    end, position, done = place + len(repair.words), 0, False
    for element, piece in pieces:
        left, right = position, position + len(piece)
        position = right
        run = element.getparent()
        if right <= place or left >= end or element.tag != f"{W}t" or run is None or run.tag != f"{W}r":
            continue
        outside = piece[: max(place - left, 0)] + piece[len(piece) - max(right - end, 0) :]
        alone = all(other.getparent() is not run or not text.strip() or other is element for other, text in pieces)
        if outside.strip() or (repair.size is not None and not alone and not _all_inside(pieces, run, place, end)):
            continue
        done = _set_run(run, repair) or done
    return done


def _all_inside(pieces: list[tuple[etree._Element, str]], run: etree._Element, start: int, end: int) -> bool:
    """Whether all that a run prints lies within the words."""
    position = 0
    for element, piece in pieces:
        if element.getparent() is run and piece.strip() and not (start <= position and position + len(piece) <= end):
            return False
        position += len(piece)
    return True


def _set_run(run: etree._Element, repair: SetLetters) -> bool:
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = etree.Element(f"{W}rPr")
        run.insert(0, properties)
    before = etree.tostring(properties)
    if repair.font is not None:
        fonts = properties.find(f"{W}rFonts")
        if fonts is None:
            fonts = etree.Element(f"{W}rFonts")
            place = sum(child.tag in _BEFORE_FONTS for child in properties)
            properties.insert(place, fonts)
        for key in [key for key in fonts.attrib if str(key).endswith("Theme")]:
            del fonts.attrib[key]
        for slot in ("ascii", "hAnsi", "cs"):
            fonts.set(f"{W}{slot}", repair.font)
    if repair.size is not None:
        for name in ("sz", "szCs"):
            size = properties.find(f"{W}{name}")
            if size is None:
                size = etree.Element(f"{W}{name}")
                after = [child for child in properties if child.tag in _AFTER_SIZE or child.tag == f"{W}szCs"]
                if after:
                    after[0].addprevious(size)
                else:
                    properties.append(size)
            size.set(f"{W}val", f"{round(repair.size * 2)}")
    return etree.tostring(properties) != before
