"""The lines of a file as rows that can be told apart: cleaned, folded, and cut where two columns share a line."""

from __future__ import annotations

import itertools
import re

import msgspec

from vanban.model.text import Line, Text
from vanban.notation.folding import count_letters, fold
from vanban.notation.passage import Passage, clean
from vanban.notation.person import begins_post, find_name, is_surname, names_collective, parse_person
from vanban.segment.cuts import AUTHORITY, heading_cuts

# Rules and separators: "-------", "***", "- * -", "-0-", "===", "____", "|", "(" left by a drawing, a rule of dots.
_RULE = re.compile(r"^[\W_]*$|^-\s?[0oO*]\s?-$")
_STARS = re.compile(r"^[\W_]*\*{3,}[\W_]*$")  # a rule of stars ("***", "==***==") neither opens nor ends emphasis
_GAP = re.compile(r"(?:\s{3,}|\t+|\s+[—|]\s+)")
_RECIPIENTS = re.compile(r"[\s|*_>]*(?:noi nhan|noi gui(?=\s?:))\W*")
_SIGNED = re.compile(r"\(?\s*da ky\b")
_ARCHIVE = re.compile(r"[\W_]*luu\b")
# An entry of the recipients with a line of the signature behind it on the same line.
_ENTRY_END = re.compile(r"[;.,)](?:\s+[~\-–:]*\s*(?=[A-ZĐÂÊÔƠƯ])|(?=(?:TM|KT|TL|TUQ)\.|[KT]/[MTL] ))")


_DASHES = ("-", "~", "+", "–", "—")


# Rows are told by how they begin: what stands behind is folded by nobody.
_KEY = 240


class Row(msgspec.Struct, frozen=True):
    """One line, or one of the columns of it: `text` cleaned, `key` its beginning, folded to the same length.

    `gap` says that a blank line or a rule stands before it, `upper` that it is set in capitals.
    """

    start: int
    end: int
    text: str
    key: str
    passage: Passage
    line: Line
    gap: bool
    bold: bool
    upper: bool


def _is_upper(text: str) -> bool:
    """Whether a line is set in capitals (at least three in four of its letters)."""
    capitals, letters = count_letters(text)
    return capitals >= 2 and capitals >= 0.75 * letters


def make_rows(text: Text) -> list[Row]:
    """The rows of all lines in order, without rules, blank lines and what stands outside the reading.

    Two columns that share lines are put one after the other: the recipients, then the signature beside them.
    """
    rows: list[Row] = []
    gap = False
    emphasis = False
    position = 0
    beside = 0  # lines on which a signature may still stand beside the recipients
    held: list[Row] = []
    halves: set[int] = set()
    least = 3 if _is_spaced(text) else 2  # line ends that make a gap
    for line in text.lines:
        raw = text.text[line.start : line.end]
        if not raw.strip():
            continue
        gap = gap or text.text.count("\n", position, line.start) >= least
        position = line.end
        marks = 0 if "***" in raw and len(raw) < 200 and _STARS.match(raw) else raw.count("**")
        bold = line.bold if line.bold is not None else (emphasis or raw.lstrip("| ").startswith("**"))
        emphasis = emphasis ^ (marks % 2 == 1)
        if line.part in ("header", "footer", "note"):
            continue
        if _RULE.match(raw):
            gap = True
            continue
        pieces, kind = _pieces(raw, line, beside > 0)
        if kind == "recipients":
            beside = 30
        elif kind == "":
            beside = max(beside - 1, 0)
        for number, (start, end) in enumerate(pieces):
            passage = clean(text.text, (line.start + start, line.start + end))
            if not passage:
                continue
            if kind == "columns":
                halves.add(line.start + start)
            placed = msgspec.structs.replace(line, column=number + 1) if kind == "columns" else line
            said = passage.text
            place = (line.start + start, line.start + end)
            row = Row(*place, said, fold(said[:_KEY]), passage, placed, gap, bold, _is_upper(said))
            unplaced = line.box is None and line.paragraph is None
            is_half = (kind in ("recipients", "entry") and bool(number)) or (beside and line.column == 2 and unplaced)
            if is_half or (held and unplaced and not kind and _stands_between(rows[-1], row)):
                held.append(row)
                continue
            if held and _ends_list(rows, row):
                rows += held
                held = []
                beside = 0
            if rows and not gap and _is_broken(rows[-1], row):
                rows[-1] = _merged(text, rows[-1], row)
            else:
                rows.append(row)
            gap = False
    return _by_columns([*rows, *held], halves)


def _is_spaced(text: Text) -> bool:
    """Whether a blank line stands between all lines, those of one sentence among them: it tells nothing then."""
    lines = [line for line in text.lines[:400] if text.text[line.start : line.end].strip() and line.box is None]
    if len(lines) < 12:
        return False
    pairs = list(itertools.pairwise(lines))
    apart = sum("\n\n" in text.text[first.end : second.start] for first, second in pairs)
    going_on = sum(text.text[second.start : second.end].lstrip(" *|")[:1].islower() for _, second in pairs)
    return apart >= 0.9 * len(pairs) and going_on >= 0.15 * len(pairs)


def _stands_between(last: Row, row: Row) -> bool:
    """Whether a line between two entries belongs to the signature beside them: a post in capitals, a name."""
    listed = last.text.startswith(_DASHES) and last.text.endswith(";")
    return listed and (_is_authority(row.text) or (not row.upper and _is_named(row.text)))


def _ends_list(rows: list[Row], row: Row) -> bool:
    """Whether `row` stands behind the list of recipients that `rows` end with; a typist's mark may stand between."""
    if row.text.startswith(_DASHES):
        return False
    if _SIGNED.match(row.key):
        return bool(_ARCHIVE.match(rows[-1].key))
    person = parse_person(row.text)
    last = rows[-2] if re.fullmatch(r"[^\W\d_]{2,9}", rows[-1].text) and len(rows) > 1 else rows[-1]
    closed = last.text.endswith((".", "/")) or (_ARCHIVE.match(last.key) and not last.text.endswith((",", "(")))
    if person and (row.gap or (is_surname(person.split()[0]) and closed)):
        return True
    return (row.gap or row.upper) and bool(_ARCHIVE.match(last.key))


def _by_columns(rows: list[Row], halves: set[int]) -> list[Row]:
    """Each run of rows that are halves of lines, sorted: first the left column, then the right."""
    sorted_rows: list[Row] = []
    index = 0
    while index < len(rows):
        end = index
        while end < len(rows) and rows[end].start in halves:
            end += 1
        if end > index:
            sorted_rows += sorted(rows[index:end], key=lambda row: row.line.column)
            index = end
        else:
            sorted_rows.append(rows[index])
            index += 1
    return sorted_rows


def _is_broken(first: Row, second: Row) -> bool:
    """Whether a narrow column broke "Kính gửi", "Nơi nhận" or a mark of authority from what follows it."""
    if first.key in ("kinh", "noi"):
        return second.key.startswith({"kinh": "gui", "noi": "nhan"}[first.key])
    return bool(re.fullmatch(r"(?:TM|KT|TL|TUQ)\.|[TK]/[MTL]", first.text)) and second.upper


def _merged(text: Text, first: Row, second: Row) -> Row:
    passage = clean(text.text, (first.start, second.end))
    return msgspec.structs.replace(
        first, end=second.end, text=passage.text, key=fold(passage.text), passage=passage, upper=_is_upper(passage.text)
    )


def _pieces(raw: str, line: Line, beside: bool) -> tuple[list[tuple[int, int]], str]:
    """The stretches of a line and what they are: "heading", "recipients", "entry", "columns" or "" for one."""
    whole = [(0, len(raw))]
    if line.box is not None:
        return _on_page(raw, line, whole, beside)
    if line.cell or len(raw) > (420 if line.paragraph is None else 120):
        return whole, ""
    folded = fold(raw)
    cuts = heading_cuts(raw, folded)
    if cuts:
        bounds = [0, *cuts, len(raw)]
        return list(itertools.pairwise(bounds)), "heading"
    head = _RECIPIENTS.match(folded)
    if line.column:
        return whole, "recipients" if head else ""
    cut, kind = 0, ""
    if head:
        kind = "recipients"
        if AUTHORITY.match(raw, head.end()) or _is_authority(raw[head.end() :]):
            cut = head.end()
        else:
            ends = [end for end in _ENTRY_END.finditer(raw) if raw[end.start()] != ","]  # "Lưu: VT, KT. TM. …"
            gaps = [gap for gap in (*_GAP.finditer(raw), *ends) if _is_authority(raw[gap.end() :])]
            cut = gaps[0].end() if gaps else 0
    elif beside:
        cut = _entry_end(raw, folded)
        kind = "entry" if cut else ""
    if not cut and len(raw.strip()) < 160:
        gaps = [
            gap
            for gap in re.finditer(r"\s{4,}|\t+", raw)
            if raw[: gap.start()].strip(" |*") and raw[gap.end() :].strip()
        ]
        cells = [raw[left:right] for left, right in _between(raw, gaps)] if 1 <= len(gaps) <= 2 else []
        if len(cells) > 1 and all(_two_columns(left, right) for left, right in itertools.pairwise(cells)):
            if len(cells) == 2:
                cut, kind = gaps[0].end(), "entry" if beside else "columns"
            elif not beside:  # three sign side by side
                return _between(raw, gaps), "columns"
        elif len(cells) == 2 and beside and _is_signed(cells[1]):
            cut, kind = gaps[0].end(), "entry"
    return ([(0, cut), (cut, len(raw))], kind) if cut else (whole, kind)


def _between(raw: str, gaps: list[re.Match[str]]) -> list[tuple[int, int]]:
    """The stretches that gaps leave between them."""
    return list(itertools.pairwise([0, *(gap.end() for gap in gaps), len(raw)]))


def _on_page(raw: str, line: Line, whole: list[tuple[int, int]], beside: bool) -> tuple[list[tuple[int, int]], str]:
    """A line of a page: columns are told by their place already, but for a signature beside the end of an entry, and a
    heading that was set with blanks."""
    if len(raw) > 120 or line.cell or line.column == 2:
        return whole, ""
    folded = fold(raw)
    cuts = heading_cuts(raw, folded) if not line.column else []
    if cuts:
        return list(itertools.pairwise([0, *cuts, len(raw)])), "heading"
    if _RECIPIENTS.match(folded):
        return whole, "recipients"
    cut = _entry_end(raw, folded) if beside else 0
    return ([(0, cut), (cut, len(raw))], "entry") if cut else (whole, "")


def _entry_end(raw: str, folded: str) -> int:
    """Where an entry of the list ends and a line of the signature beside it begins, 0 where none does."""
    if not raw.lstrip(" |*").startswith((*_DASHES, "•")):
        return 0
    gaps = re.finditer(r"\s{3,}", raw)
    wide = [gap for gap in gaps if raw[: gap.start()].strip() and _is_authority(raw[gap.end() :])]
    ends = [end for end in _ENTRY_END.finditer(raw) if raw[end.start()] != "," or not _goes_on(raw, folded, end.end())]
    for end in (*wide, *ends):
        rest = raw[end.end() :]
        behind = raw[end.start()] == ";" and rest.rstrip()[-1:].isalpha()  # "- UBND tỉnh; Lê Văn An" above the last
        if _is_authority(rest) or ((_ARCHIVE.match(folded) or behind) and _is_named(rest)):
            return end.end()
    return 0


def _goes_on(raw: str, folded: str, start: int) -> bool:
    """Whether an entry goes on behind a comma: "… Huyện ủy, HĐND", "Lưu: VT, KT."."""
    rest = raw[start:]
    return bool(_ARCHIVE.match(folded)) or not (AUTHORITY.match(rest) or begins_post(rest))


def _is_named(text: str) -> bool:
    """Whether a stretch is a person's name with a surname that we know."""
    person = parse_person(text.strip(" |*_"))
    return person is not None and is_surname(person.split()[0])


def _is_signed(text: str) -> bool:
    """Whether a stretch beside the list is of a signature: a name, "(Đã ký)", a post in small letters."""
    return _is_named(text) or _SIGNED.match(fold(text)) is not None or (begins_post(text) and len(text) < 40)


def _is_authority(text: str) -> bool:
    """Whether a stretch in capitals is a line of a signature; a name may stand behind it on the same line."""
    stretch = text.strip(" |*_~-.")
    name = find_name(stretch)
    if name and _is_named(stretch[name:]):
        stretch = stretch[:name].rstrip()
        if not (AUTHORITY.match(stretch) or begins_post(stretch)):
            return False  # "UBND TP Hà Nội"
    return (
        len(stretch) > 4
        and stretch.isupper()
        and (bool(AUTHORITY.match(stretch)) or begins_post(stretch) or names_collective(stretch))
    )


def _two_columns(left: str, right: str) -> bool:
    """Whether two stretches with a wide blank between are columns: a capital, a dash entry or a post each."""
    first, second = left.strip(" |*"), right.strip(" |*")
    if not first or not second or len(first) > 70 or len(second) > 70:
        return False
    if first.startswith(("-", "+")) and (second.isupper() or second.istitle()):
        return True
    if (parse_person(first) and parse_person(second)) or (begins_post(first) and begins_post(second)):
        return True
    return bool(first.isupper() and second.isupper()) or bool(re.search(r"ng[àa]y.{0,8}th[áa]ng", second))
