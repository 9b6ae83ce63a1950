"""Parts, articles, clauses and points (*phần, chương, mục, điều, khoản, điểm*): NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I,
Mục II.6.đ."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from vanban.form.passages import main_nodes
from vanban.form.rule import ERROR, PARTY, WARNING, Remark, Rule, Severity, state
from vanban.form.sheet import Sheet, replace_words, trim, walk_nodes
from vanban.form.typeface import check_style
from vanban.model.document import Node
from vanban.model.text import Span
from vanban.notation.folding import fold

_ALPHABET = "abcdđeghiklmnopqrstuvxy"
_LEAP = 3
_REACH = 3000
"""Characters that a quotation may be long; a mark that somebody forgot must not hide the rest of the paper."""
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_AMENDING = re.compile(r"sua doi|bo sung|thay the cum tu|bai bo")
_LABELS = {
    "article": re.compile(r"(?:Điều|ĐIỀU)\s+\d+[a-zđ]?(?P<gap>\s*)(?P<mark>[.:\-–)/]?)"),
    "arabic": re.compile(r"\d{1,3}(?P<gap>\s*)(?P<mark>[.:)\-–/]?)(?!\d)"),
    "letter": re.compile(r"[a-zđ](?P<gap>\s*)(?P<mark>[).:\-–/]?)"),
}


def _nodes(sheet: Sheet, kind: str) -> list[Node]:
    """The parts of one kind in the body, in order."""
    return _own(sheet, [node for node in walk_nodes(main_nodes(sheet)) if node.kind == kind and node.label])


def _own(sheet: Sheet, nodes: list[Node]) -> list[Node]:
    """The parts that are the paper's own: those within quotation marks are another's."""
    return [node for node in nodes if not _is_quoted(sheet.text, node.span[0])]


def _is_quoted(text: str, place: int) -> bool:
    """Whether a quotation that began before is still open."""
    before = text[max(0, place - _REACH) : place]
    opened, closed = before.rfind("“"), before.rfind("”")
    return opened > closed


def _head(sheet: Sheet, node: Node) -> Span:
    """The first line of a part."""
    end = sheet.text.find("\n", node.span[0])
    return trim(sheet.text, (node.span[0], min(node.span[1], end if end >= 0 else node.span[1])))


def _amends(sheet: Sheet) -> bool:
    """Whether the paper changes another, whose articles then stand in its own."""
    return bool(_AMENDING.search(fold(sheet.document.subject or "")))


def _count_roman(label: str) -> int | None:
    values = [_ROMAN[letter] for letter in label if letter in _ROMAN]
    if len(values) != len(label) or not values:
        return None
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _count_letter(label: str) -> int | None:
    return _ALPHABET.index(label) + 1 if label in _ALPHABET and len(label) == 1 else None


def _count_arabic(label: str) -> int | None:
    return int(label) if label.isdigit() else None


def _follow(
    sheet: Sheet, nodes: list[Node], count: Callable[[str], int | None], name: str, *, restarts: bool
) -> Iterator[Remark]:
    """A remark where a number does not follow the one before; `restarts` lets a new list begin at one."""
    before: int | None = None
    for node in nodes:
        number = count(str(node.label))
        if number is None:
            before = None
            continue
        asked = (before or 0) + 1
        # What goes back is the reading's fault more often than the paper's, and so is what leaps far.
        wrong = before is not None and number != asked and before <= number <= asked + _LEAP
        if wrong and not (restarts and number == 1):
            yield Remark(
                f"Thứ tự {name} không liên tục: {node.label} đứng sau {name} thứ {before}.", _head(sheet, node)
            )
        before = number


def check_articles(sheet: Sheet) -> Iterator[Remark]:
    """Số thứ tự các điều liên tục.

    Các điều đánh số liên tục từ đầu đến hết văn bản, không phụ thuộc chương, mục.

    Đúng: Điều 1, Điều 2, Điều 3
    Sai: Điều 1, Điều 2, Điều 4
    """
    if not _amends(sheet):
        yield from _follow(sheet, _nodes(sheet, "article"), _count_arabic, "điều", restarts=False)


def check_clauses(sheet: Sheet) -> Iterator[Remark]:
    """Số thứ tự các khoản liên tục.

    Khoản trong mỗi điều, mỗi mục đánh số liên tục bằng chữ số Ả Rập, bắt đầu từ 1.

    Đúng: 1., 2., 3.
    Sai: 1., 2., 2.
    """
    if _amends(sheet):
        return
    for parent in [None, *walk_nodes(main_nodes(sheet))]:
        children = main_nodes(sheet) if parent is None else parent.children
        nodes = _own(sheet, [node for node in children if node.kind == "arabic" and (node.label or "").isdigit()])
        yield from _follow(sheet, nodes, _count_arabic, "khoản", restarts=True)


def check_points(sheet: Sheet) -> Iterator[Remark]:
    """Thứ tự các điểm theo bảng chữ cái tiếng Việt.

    a, b, c, d, đ, e, g, h, i, k, l …; có đ sau d, không có f, j, w, z.

    Đúng: a), b), c), d), đ), e), g)
    Sai: a), b), c), d), e), f)
    """
    if _amends(sheet):
        return
    for parent in [None, *walk_nodes(main_nodes(sheet))]:
        children = main_nodes(sheet) if parent is None else parent.children
        nodes = _own(sheet, [node for node in children if node.kind == "letter" and len(node.label or "") == 1])
        for node in nodes:
            if node.label in ("f", "j", "w", "z"):
                yield Remark(f"Điểm “{node.label})”: bảng chữ cái tiếng Việt không có chữ này.", _head(sheet, node))
        yield from _follow(sheet, nodes, _count_letter, "điểm", restarts=True)


def check_parts(sheet: Sheet) -> Iterator[Remark]:
    """Số thứ tự các mục La Mã liên tục.

    Phần, mục lớn đánh số La Mã liên tục.

    Đúng: I., II., III.
    Sai: I., III., IV.
    """
    for parent in [None, *walk_nodes(main_nodes(sheet))]:
        children = main_nodes(sheet) if parent is None else parent.children
        for kind in ("roman", "chapter"):
            nodes = _own(sheet, [node for node in children if node.kind == kind and node.label])
            yield from _follow(sheet, nodes, _count_roman, "mục" if kind == "roman" else "chương", restarts=True)


def check_article_mark(sheet: Sheet) -> Iterator[Remark]:
    """Sau số thứ tự của điều có dấu chấm.

    Số thứ tự của điều dùng chữ số Ả Rập, sau số thứ tự có dấu chấm (.).

    Đúng: Điều 1. Phạm vi điều chỉnh
    Sai: Điều 1: Phạm vi điều chỉnh
    """
    yield from _check_marks(sheet, "article", ".", "số thứ tự của điều")


def check_clause_mark(sheet: Sheet) -> Iterator[Remark]:
    """Sau số thứ tự của khoản có dấu chấm.

    Số thứ tự các khoản dùng chữ số Ả Rập, sau số thứ tự có dấu chấm (.).

    Đúng: 1. Quyết định này có hiệu lực …
    Sai: 1) Quyết định này có hiệu lực …; 1/ Quyết định này có hiệu lực …
    """
    yield from _check_marks(sheet, "arabic", ".", "số thứ tự của khoản")


def check_point_mark(sheet: Sheet) -> Iterator[Remark]:
    """Sau chữ chỉ điểm có dấu đóng ngoặc đơn.

    Thứ tự các điểm dùng chữ cái tiếng Việt, sau có dấu đóng ngoặc đơn, bằng chữ in thường.

    Đúng: a) Đối với cấp tỉnh
    Sai: a. Đối với cấp tỉnh; a/ Đối với cấp tỉnh
    """
    yield from _check_marks(sheet, "letter", ")", "chữ chỉ điểm")


def _check_marks(sheet: Sheet, kind: str, asked: str, name: str) -> Iterator[Remark]:
    for node in _nodes(sheet, kind):
        head = _head(sheet, node)
        found = _LABELS[kind].match(sheet.text[slice(*head)])
        plain = kind != "arabic" or (node.label or "").isdigit()
        if found and plain and found["mark"] not in ("", asked):
            span = (head[0] + found.start("gap"), head[0] + found.end("mark"))
            yield Remark(f"Sau {name} phải có dấu “{asked}”.", head, replace_words(sheet, span, asked))


def check_chapter_number(sheet: Sheet) -> Iterator[Remark]:
    """Số thứ tự của phần, chương dùng chữ số La Mã.

    Từ “Phần”, “Chương” và số thứ tự La Mã trình bày trên một dòng riêng.

    Đúng: Chương I
    Sai: Chương 1
    """
    for kind in ("part", "chapter"):
        for node in _nodes(sheet, kind):
            if (node.label or "").isdigit():
                yield Remark("Số thứ tự của phần, chương dùng chữ số La Mã.", _head(sheet, node))


def check_section_number(sheet: Sheet) -> Iterator[Remark]:
    """Số thứ tự của mục, tiểu mục trong chương dùng chữ số Ả Rập.

    Từ “Mục”, “Tiểu mục” và số thứ tự Ả Rập trình bày trên một dòng riêng.

    Đúng: Mục 1
    Sai: Mục I (trong chương)
    """
    for chapter in _nodes(sheet, "chapter"):
        for node in walk_nodes(chapter.children):
            if node.kind == "section" and node.label and not node.label.isdigit():
                yield Remark("Số thứ tự của mục trong chương dùng chữ số Ả Rập.", _head(sheet, node))


def check_chapter_word(sheet: Sheet) -> Iterator[Remark]:
    """Các từ “Phần”, “Chương”, “Mục” và số thứ tự in thường.

    Chỉ tiêu đề của phần, chương, mục in hoa.

    Đúng: Chương I / QUY ĐỊNH CHUNG
    Sai: CHƯƠNG I / Quy định chung
    """
    for kind in ("part", "chapter", "section"):
        for node in _nodes(sheet, kind):
            head = _head(sheet, node)
            word = sheet.text[slice(*head)].split()[0]
            if word.isupper():
                repairs = replace_words(sheet, (head[0], head[0] + len(word)), word.capitalize())
                yield Remark(f"Từ “{word.capitalize()}” trình bày bằng chữ in thường.", head, repairs)


def check_chapter_title(sheet: Sheet) -> Iterator[Remark]:
    """Tiêu đề của phần, chương, mục in hoa.

    Tiêu đề trình bày ngay dưới số thứ tự, canh giữa, bằng chữ in hoa.

    Đúng: QUY ĐỊNH CHUNG
    Sai: Quy định chung
    """
    for kind in ("part", "chapter", "section"):
        for node in _nodes(sheet, kind):
            if node.heading and not node.heading.isupper() and len(node.heading) < 200:
                yield Remark(f"Tiêu đề của {_NAMES[kind]} phải in hoa.", _head(sheet, node))


_NAMES = {"part": "phần", "chapter": "chương", "section": "mục"}


def check_roman_title(sheet: Sheet) -> Iterator[Remark]:
    """Tiêu đề của mục La Mã in hoa.

    Số thứ tự và tiêu đề của mục trong văn bản bố cục theo phần, mục trình bày bằng chữ in hoa, đậm.

    Đúng: I. MỤC ĐÍCH, YÊU CẦU
    Sai: I. Mục đích, yêu cầu
    """
    for node in _nodes(sheet, "roman"):
        title = node.heading or ""
        letters = [letter for letter in title if letter.isalpha()]
        small = sum(letter.islower() for letter in letters)
        if (
            node.children
            and 3 < len(letters) < 120
            and small > len(letters) / 2
            and not title.endswith((":", ";", "."))
        ):
            yield Remark("Tiêu đề của mục phải in hoa.", _head(sheet, node))


def check_article_style(sheet: Sheet) -> Iterator[Remark]:
    """Từ “Điều” và số thứ tự kiểu chữ đứng, đậm.

    Từ “Điều”, số thứ tự và tiêu đề của điều in thường, kiểu chữ đứng, đậm.

    Đúng: Điều 1. (đậm)
    Sai: Điều 1. (không đậm)
    """
    heads = [_head(sheet, node) for node in _nodes(sheet, "article")]
    found = [(head, _LABELS["article"].match(sheet.text[slice(*head)])) for head in heads]
    spans = [(head[0], head[0] + label.end()) for head, label in found if label]
    yield from check_style(sheet, spans, "Từ “Điều” và số thứ tự", bold=True)


def check_roman_style(sheet: Sheet) -> Iterator[Remark]:
    """Tiêu đề của mục La Mã kiểu chữ đứng, đậm.

    Số thứ tự và tiêu đề của mục trình bày kiểu chữ đứng, đậm.

    Đúng: I. MỤC ĐÍCH, YÊU CẦU (đậm)
    Sai: I. MỤC ĐÍCH, YÊU CẦU (không đậm)
    """
    titled = [node for node in _nodes(sheet, "roman") if node.children and (node.heading or "").isupper()]
    yield from check_style(sheet, [_head(sheet, node) for node in titled], "Tiêu đề của mục", bold=True)


def check_chapter_style(sheet: Sheet) -> Iterator[Remark]:
    """Phần, chương, mục và tiêu đề kiểu chữ đứng, đậm.

    Từ “Phần”, “Chương”, “Mục”, số thứ tự và tiêu đề trình bày kiểu chữ đứng, đậm.

    Đúng: Chương I (đậm)
    Sai: Chương I (không đậm)
    """
    for kind in ("part", "chapter", "section"):
        heads = [_head(sheet, node) for node in _nodes(sheet, kind)]
        yield from check_style(sheet, heads, f"Từ “{_NAMES[kind].capitalize()}”", bold=True)


def _rule(
    code: str,
    check: Callable[[Sheet], Iterator[Remark]],
    severity: Severity,
    *,
    layout: bool = False,
    party: bool = False,
) -> Rule:
    articles = state("Mục II.6.đ")
    return Rule(code, check, severity, {**articles, **PARTY} if party else articles, layout=layout)


RULES = (
    _rule("VB831", check_articles, ERROR, party=True),
    _rule("VB832", check_clauses, WARNING, party=True),
    _rule("VB833", check_points, WARNING),
    _rule("VB834", check_parts, WARNING, party=True),
    _rule("VB835", check_article_mark, WARNING),
    _rule("VB836", check_clause_mark, WARNING),
    _rule("VB837", check_point_mark, WARNING),
    _rule("VB838", check_chapter_number, WARNING),
    _rule("VB839", check_section_number, WARNING),
    _rule("VB840", check_chapter_word, WARNING),
    _rule("VB841", check_chapter_title, WARNING),
    _rule("VB842", check_roman_title, WARNING),
    _rule("VB843", check_article_style, ERROR, layout=True),
    _rule("VB844", check_roman_style, ERROR, layout=True),
    _rule("VB845", check_chapter_style, ERROR, layout=True),
)
