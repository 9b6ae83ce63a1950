"""Word documents (*tệp .docx*), read straight from the XML of their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.errors import UnreadableError
from vanban.model.text import Problem, Text
from vanban.read.docx_blocks import Place, Walker, Watch
from vanban.read.docx_chunks import Chunks
from vanban.read.docx_fonts import LegacyFonts
from vanban.read.docx_inline import Fields
from vanban.read.docx_numbering import Counters, read_lists
from vanban.read.docx_parts import Parts, R, W, read_parts
from vanban.read.docx_styles import get_value, is_on, read_styles
from vanban.read.draft import Draft, join_drafts

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WORD = re.compile(r"[^\W\d_]")


def read_docx(data: bytes, name: str, around: Chunks | None = None) -> Text:
    """Read the paragraphs, tables, text boxes, headers, footers and notes of a Word document as it is printed.

    Tracked changes count as accepted, of fields the result is read, automatic numbers stand before their paragraph.
    Headers come first, footers and notes last, each once; comments, hidden and deleted text are not printed.
    A file of another kind that is printed in the text (`w:altChunk`) is read in its place; `around` is given where this
    document is itself such a file.
    """
    parts = read_parts(data, name)
    chunks = Chunks(parts.chunks, name, around)
    text, lines = join_drafts(draft_document(parts, name, chunks))
    problems = tuple(chunks.problems)
    if not text.strip():
        sentence = "Tệp không có chữ nào; nếu nội dung là ảnh, hãy nhận dạng chữ (OCR) trước."
        problems += (Problem(code="no-text", message=sentence, severity="error"),)
    return Text(text=text, lines=lines, media_type=_MEDIA_TYPE, reader="docx", problems=problems)


def draft_document(parts: Parts, name: str, chunks: Chunks, watch: Watch | None = None) -> list[Draft]:
    """The lines of all parts in the order in which they are read; `watch` is told of each paragraph, where the file
    has letters from before Unicode twice."""
    try:
        fonts = LegacyFonts()
        drafts = _draft_parts(parts, fonts, chunks, watch)
        if fonts.choose():
            drafts = _draft_parts(parts, LegacyFonts(fonts.choose()), chunks, watch)
        return drafts
    except RecursionError as error:
        raise UnreadableError(
            f"{name}: bảng lồng nhau quá sâu; hãy mở bằng Word, tách các bảng lồng nhau rồi lưu lại."
        ) from error


def _draft_parts(parts: Parts, fonts: LegacyFonts, chunks: Chunks, watch: Watch | None) -> list[Draft]:
    styles, lists = read_styles(parts.by_kind.get("styles")), read_lists(parts.by_kind.get("numbering"))
    return list(_walk_parts(parts, Walker(styles, Counters(lists), fonts, chunks.draft, watch)))


def _walk_parts(parts: Parts, walker: Walker) -> Iterator[Draft]:
    body = parts.document.find(f"{W}body")
    if body is None:
        return
    yield from _walk_heads(parts, walker, "header")
    yield from walker.walk(body, Place(), Fields())
    yield from _walk_heads(parts, walker, "footer")
    for kind in ("footnotes", "endnotes"):
        notes = parts.by_kind.get(kind)
        for note in notes if notes is not None else ():
            # Separators between text and notes are notes with a type.
            if note.get(f"{W}type") in (None, "normal"):
                yield from walker.walk(note, Place(part="note"), Fields())


def _walk_heads(parts: Parts, walker: Walker, kind: str) -> Iterator[Draft]:
    """The running heads or feet that are printed, without page numbers, equal lines once."""
    settings = parts.by_kind.get("settings")
    evens = None if settings is None else settings.find(f"{W}evenAndOddHeaders")
    has_evens = evens is not None and is_on(get_value(evens))
    seen: set[str] = set()
    used: set[str] = set()
    for section in parts.document.iter(f"{W}sectPr"):
        title = section.find(f"{W}titlePg")
        has_first = title is not None and is_on(get_value(title))
        for reference in section.iterchildren(f"{W}{kind}Reference"):
            form = reference.get(f"{W}type")
            identifier = reference.get(f"{R}id", "")
            printed = {"first": has_first, "even": has_evens}.get(form or "", True)
            if not printed or identifier in used or identifier not in parts.by_id:
                continue
            used.add(identifier)
            for draft in walker.walk(parts.by_id[identifier], Place(part=kind), Fields(drops_pages=True)):
                content = draft.content.strip()
                if content not in seen and _WORD.search(content) and not _is_page_word(content):
                    seen.add(content)
                    yield draft


def _is_page_word(content: str) -> bool:
    """What is left of "Trang 2/5" or "Page 2" once the fields are gone."""
    return bool(re.fullmatch(r"(?:Trang|Page)\W*\d*\W*\d*", content, re.IGNORECASE))
