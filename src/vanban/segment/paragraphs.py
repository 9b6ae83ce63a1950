"""Rows put together to paragraphs: where a line break is only the end of the paper, the sentence goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from vanban.model.document import TableCell
from vanban.model.text import Cell, Span
from vanban.notation.actions import find_action, opens_with_action
from vanban.notation.folding import fold
from vanban.notation.parties import parse_parties
from vanban.notation.party_heads import begins_party
from vanban.notation.passage import Passage, clean
from vanban.segment.labels import parse_label
from vanban.segment.rows import Row

# Paper is at least so wide; a text whose lines are longer than this many letters is not wrapped by hand.
_UNWRAPPED = 180
_SAYING = 50  # letters of a line that is no title: where nearly all of these end in a mark, each is a paragraph
_TITLE = re.compile(r"\W*(?:Trách nhiệm|Nhiệm vụ|Quyền hạn)\b")
_CITING = re.compile(r"(?:^|\s)(?:Điều|điều|khoản|Khoản|điểm|Mục|mục|Chương|Phần|tháng|ngày|năm|quý|Quý|số)$")
_DASHED = re.compile(r"[-–] ?(?:\d{2,4}\b|[A-ZĐ])")
_MARKS = (".", ";", ":", "!", "?", "…")
_CLOSERS = "\"”')]"


# A label that a narrow column broke from what it says.
_BARE_LABEL = re.compile(
    r"^\W*(?:(?:cơ quan|đơn vị|bộ phận)(?:, (?:cơ quan|đơn vị))?\s)?(?:chủ trì|phối hợp|thực hiện|"
    r"chịu trách nhiệm)(?: thực hiện)?\s*:$|^\W*(?:thời gian|thời hạn)(?: thực hiện| hoàn thành)?\s*:$",
    re.IGNORECASE,
)


_CLASS_OPENS = re.compile(r"\b[Cc]ác (?:[Ss]ở|[Bb]ộ|tỉnh|huyện|xã|phường|ngành|Cục|Vụ|Phòng)\s*:$")
_CLOSING = re.compile(r"Điều \d+\. (?:Chánh|Các|Giám đốc|Thủ trưởng|Trưởng)")
# With these a letter turns to all whom it goes to: no more of the item above.
_TURNS = re.compile(
    r"Nhận được (?:[Cc]ông|[Vv]ăn|[Kk]ế|[Cc]hỉ|[Qq]uyết)|Trên đây là|(?:Trong q|Q)uá trình (?:triển khai|thực hiện)"
)
_DASH_INSIDE = re.compile(r"(?:\d{4} [-–] ?\d{4}\b|Lao động [-–] ?Thương binh)[^\n]{0,24}$")


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph of the body, or a row of a table (then `cells` is not empty)."""

    span: Span
    passage: Passage
    bold: bool
    centred: bool
    cells: tuple[TableCell, ...] = ()
    part: str = "body"


def make_paragraphs(text: str, rows: Sequence[Row], outside: Sequence[Span]) -> list[Paragraph]:
    """The paragraphs that `rows` hold, in order; the rows of a table are one paragraph each."""
    width = _paper_width(rows)
    right = max((row.line.box[2] for row in rows if row.line.box is not None and row.line.cell is None), default=0.0)
    made: list[Paragraph] = []
    group: list[Row] = []

    def close() -> None:
        if group:
            span = (group[0].start, group[-1].end)
            passage = clean(text, span, outside)
            if passage:
                # A row that begins bold and goes on plain ("**1.** Tiếp tục …") is not a bold paragraph.
                bold = all(row.bold for row in group) and _bold_throughout(text, group)
                made.append(Paragraph(span, passage, bold, all(row.line.centred is True for row in group)))
            group.clear()

    index = 0
    while index < len(rows):
        cell = rows[index].line.cell
        if cell is not None:
            close()
            end = index
            while end < len(rows) and (other := rows[end].line.cell) is not None and other.table == cell.table:
                end += 1
            made += _table_paragraphs(text, rows[index:end], outside)
            index = end
            continue
        if group and not _joins(text, group, rows[index], width, right):
            close()
        group.append(rows[index])
        index += 1
    close()
    return made


def _bold_throughout(text: str, group: Sequence[Row]) -> bool:
    if group[0].line.bold is not None:
        return True
    raw = text[group[0].start : group[-1].end].strip()
    inside = sum(len(part) for part in re.findall(r"\*\*(.*?)\*\*", raw, re.DOTALL))
    return inside >= 0.8 * len(raw.replace("*", ""))


def _paper_width(rows: Sequence[Row]) -> float:
    """The width of a full line in letters, or infinity where lines are whole paragraphs."""
    free = [row for row in rows if row.line.cell is None]
    lengths = sorted(len(row.text) for row in free)
    if not lengths:
        return float("inf")
    said = [row for row in free if row.line.box is None and len(row.text) > _SAYING and not row.upper]
    whole = sum(1 for row in said if _is_ended(row.text))
    if (len(said) >= 4 and whole >= 0.85 * len(said)) or (lengths[-1] > _UNWRAPPED and len(said) < 4):
        return float("inf")
    return min(lengths[int(0.93 * (len(lengths) - 1))], _UNWRAPPED)


def _is_ended(text: str) -> bool:
    """Whether a line ends in a mark, or in the "./." under a paper."""
    return text.rstrip(_CLOSERS).endswith(_MARKS) or text.endswith("/")


def _joins(text: str, group: Sequence[Row], row: Row, width: float, right: float) -> bool:
    """Whether `row` goes on with the paragraph that `group` holds so far."""
    last, first = group[-1], len(group) == 1
    if last.line.part != row.line.part or last.line.column != row.line.column:
        return False
    if last.line.paragraph is not None:
        return last.line.paragraph == row.line.paragraph and parse_label(row.text) is None
    label = parse_label(row.text)
    bare = parse_label(last.text)
    if bare is not None and bare.end >= len(last.text) and label is None:
        return True  # the label stands on a line of its own
    if first and label is None and _BARE_LABEL.search(last.text) and not row.gap:
        return True  # "- Đơn vị thực hiện:" / "Văn phòng Sở."
    ended = _is_ended(last.text)
    if width == float("inf"):
        return False
    if re.search(r"\w-$", last.text) and not row.gap:
        return True  # "Covid-" / "19": a word broken at its own hyphen
    if last.line.box is not None and row.line.box is not None:
        return _joins_by_place(group, row, right, ended, label is not None)
    if row.text[0].islower() and label is None and not row.gap:
        return True
    if row.gap:
        return not ended and row.text[0].islower() and len(last.text) > 0.7 * width and label is None
    if label is not None and label.kind in ("arabic", "letter") and _CITING.search(last.text):
        return True  # "Điều" / "5. Trách nhiệm …": the number of an article, or of a citation
    if _DASH_INSIDE.search(f"{last.text} {row.text[:24]}") and not ended and not row.gap:
        return True  # "giai đoạn 2022" / "- 2025", "Sở Lao động" / "- Thương binh …"
    if label is not None and (ended or first or label.kind not in ("bullet", "arabic", "roman")):
        return False
    if label is not None and (label.kind == "bullet" or label.strong):
        return False
    if last.upper != row.upper and (last.upper or row.upper) and min(len(last.text), len(row.text)) > 12:
        return False
    if not ended:
        short = len(last.text) < 0.5 * width or len(last.text) + 1 + len(row.text.split(" ", 1)[0]) < 0.8 * width
        titled = first and short and row.text[0].isupper()
        if row.text[0].isupper() and label is None and _is_title(group, row, width):
            return False
        if titled and (_names_only(last.text, row.text) or _titles(last.text, row.text)):
            return False
        return not (
            last.bold
            and _bold_throughout(text, [last])
            and not row.bold
            and len(last.text) < 0.6 * width
            and row.text[0].isupper()
        )
    next_word = row.text.split(" ", 1)[0]
    fits = len(last.text) + 1 + len(next_word) <= 0.9 * width
    if label is None and (
        _CLASS_OPENS.search(last.text) or (last.text.endswith(";") and _CLOSING.match(group[0].text))
    ):
        return not fits  # "Giám đốc các sở:" / "Tài chính, …", "Điều 3. Chánh Văn phòng; …;" / "Giám đốc …"
    if last.text.endswith(".") and _TURNS.match(row.text):
        return False
    return not fits and not last.text.endswith((":", ";"))


def _is_title(group: Sequence[Row], row: Row, width: float) -> bool:
    """Whether a labelled line that leaves room for the next word is a title, and `row` what stands under it.

    "Điều 5. Trách nhiệm Sở Y tế" / "Chủ trì …"; "2. Vụ Kế hoạch" / "Cân đối vốn …"; "6. Về thi đua" / "Giao Phòng A:".
    """
    last, label = group[-1].text, parse_label(group[0].text)
    if label is None or len(last) + 1 + len(row.text.split(" ", 1)[0]) > 0.75 * width:
        return False
    if label.kind == "article":
        titled = _TITLE.match(group[0].text, label.end) is not None and len(group) < 3
        return titled and (opens_with_action(row.text[:60].lower()) or row.text.startswith("Có trách nhiệm"))
    short = len(group) == 1 and len(last) < 0.5 * width
    return short and (_names_only(last, row.text) or _titles(last, row.text) or row.text.endswith(":"))


def _names_only(title: str, following: str) -> bool:
    """Whether a labelled line names a party and the next says what it is to do: "2. Vụ Kế hoạch" / "Cân đối vốn …"."""
    label = parse_label(title)
    if (
        label is None
        or label.kind not in ("arabic", "letter")
        or not begins_party(title, label.end)
        or find_action(title, label.end) is not None
    ):
        return False
    lowered = following[:60].lower()
    return opens_with_action(lowered) and not begins_party(following)


def _titles(title: str, following: str) -> bool:
    """Whether a short labelled line is a title over a sentence: "3. Thẩm định vụ việc" / "Phòng X chủ trì …"."""
    label = parse_label(title)
    if label is None or label.kind not in ("arabic", "letter", "roman") or len(title[label.end :].split()) < 3:
        return False
    if begins_party(title, label.end) or _HANGS.search(title):
        return False
    found = parse_parties(following)
    return found is not None and found.stop == "action" and following.startswith("chủ trì", found.end)


_HANGS = re.compile(r"(?:,|\b(?:và|của|do|với|cho|giao|đề nghị|yêu cầu|phân công|trước|là))$", re.IGNORECASE)


def _joins_by_place(group: Sequence[Row], row: Row, right: float, ended: bool, labelled: bool) -> bool:
    last, first = group[-1], len(group) == 1
    box, other, start = last.line.box, row.line.box, group[0].line.box
    assert box is not None and other is not None
    per_letter = (box[2] - box[0]) / max(len(last.text), 1)
    next_word = len(row.text.split(" ", 1)[0]) + 1
    room = right - box[2] > next_word * per_letter * 1.3
    indent = other[0] - box[0]
    # A title line, which leaves room for the next word, over an indented paragraph: "3.4. Chỉ đạo Sở Ngoại vụ" /
    # "Chủ động xây dựng …"; the title may be of several lines, and bold where what follows is not.
    plainer = last.bold and not row.bold
    titled = room and not row.text[0].islower() and ((first and abs(indent) < 12) or indent > 12 or plainer)
    if last.line.page != row.line.page:
        return not ended and not labelled and not titled
    height = max(box[3] - box[1], 1.0)
    if labelled and not ended and not room and abs(indent) < 2 and _DASHED.match(row.text):
        # "… giai đoạn 2024" / "- 2026", "Sở Lao động" / "- Thương binh …": a dash left of where the first line begins.
        return start is not None and start[0] > box[0] + 12
    if other[1] - box[3] > 1.2 * height or (labelled and (ended or indent > -2 or (last.upper and not row.upper))):
        return False
    if row.bold != last.bold and (last.upper or row.upper):
        return False
    if ended and indent > 12 and other[0] > 0:
        return False
    return not (ended and room) and not titled


def _table_paragraphs(text: str, rows: Sequence[Row], outside: Sequence[Span]) -> list[Paragraph]:
    """One paragraph a row of the table; the head rows name the cells of the others and give no paragraph."""
    grid: dict[tuple[int, int], list[Row]] = {}
    places: dict[tuple[int, int], Cell] = {}
    for row in rows:
        cell = row.line.cell
        assert cell is not None
        grid.setdefault((cell.row, cell.column), []).append(row)
        places[(cell.row, cell.column)] = cell
    columns = max(cell.column + cell.column_span for cell in places.values())
    order = sorted({row for row, _ in grid})
    texts = {key: clean(text, (group[0].start, group[-1].end), outside) for key, group in grid.items()}
    heads, first_body = _table_heads(texts, places, order, columns)
    made = []
    for number in order:
        if number < first_body:
            continue
        cells = []
        for column in range(columns):
            key = (number, column)
            if key not in texts:
                covering = _covering(places, number, column)
                if covering is None or covering[0] == number:
                    continue
                key = covering
            cells.append(TableCell(heads.get(column, ""), texts[key].text, texts[key].span()))
        own = [key for key in grid if key[0] == number]
        start = min(grid[key][0].start for key in own)
        end = max(grid[key][-1].end for key in own)
        passage = clean(text, (start, end), outside)
        made.append(Paragraph((start, end), passage, False, False, tuple(cells)))
    return made


def _covering(places: dict[tuple[int, int], Cell], row: int, column: int) -> tuple[int, int] | None:
    """The merged cell that reaches over a place in the grid."""
    for key, cell in places.items():
        if cell.row <= row < cell.row + cell.row_span and cell.column <= column < cell.column + cell.column_span:
            return key
    return None


_HEAD_WORDS = (
    "tt",
    "stt",
    "so tt",
    "noi dung",
    "nhiem vu",
    "don vi",
    "co quan",
    "thoi gian",
    "thoi han",
    "san pham",
    "ghi chu",
    "ten ",
)


_SUBHEAD = re.compile(r"(?:(?:co quan|don vi) )?(?:chu tri|phoi hop|thuc hien)|bat dau|ket thuc|hoan thanh|tu|den")


def _table_heads(
    texts: dict[tuple[int, int], Passage], places: dict[tuple[int, int], Cell], order: list[int], columns: int
) -> tuple[dict[int, str], int]:
    """The head of each column (two head rows are joined: "Cơ quan / Chủ trì") and the first row of the body."""
    first = [texts[(order[0], column)].text for column in range(columns) if (order[0], column) in texts]
    wordy = sum(
        1 for head in first if fold(head).startswith(_HEAD_WORDS) or any(w in fold(head) for w in _HEAD_WORDS[3:9])
    )
    if len(first) < 2 or wordy < 2:
        return {}, order[0]
    depth = max(cell.row_span for key, cell in places.items() if key[0] == order[0])
    second = [fold(texts[(order[0] + 1, column)].text) for column in range(columns) if (order[0] + 1, column) in texts]
    if depth == 1 and second and all(_SUBHEAD.fullmatch(name) for name in second):
        depth = 2  # Markdown has no merged cells: "Cơ quan thực hiện" twice, below it "Chủ trì" and "Phối hợp"
    heads: dict[int, str] = {}
    body = order[0] + depth
    # Where merged cells are not told (Markdown), what one says stands again in the rows that it covers.
    while body in order[:3] and any(
        fold(texts[body, column].text) == fold(texts[order[0], column].text)
        for column in range(columns)
        if (body, column) in texts and (order[0], column) in texts and len(texts[body, column].text) > 1
    ):
        body += 1
    for column in range(columns):
        names: list[str] = []
        for number in range(order[0], body):
            key = _covering(places, number, column)
            if key is not None and key in texts and texts[key].text not in names:
                names.append(texts[key].text)
        heads[column] = " / ".join(names)
    numbered = [texts.get((body, column)) for column in range(columns)]
    if (
        numbered
        and all(passage is None or re.fullmatch(r"\(?\d{1,2}\)?", passage.text) for passage in numbered)
        and any(numbered)
    ):
        body += 1  # a row that numbers the columns: (1) (2) (3)
    return heads, body
