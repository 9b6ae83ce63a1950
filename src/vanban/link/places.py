"""The places that citations name, opened in the cited document: "khoản 3, Mục IV" is the part IV.3 of its body.

A place is found by the labels from outside to inside; levels that the citation leaves out ("khoản 2 Điều 5" of an
article in a chapter) are passed over. A place is missing only where its neighbours are there without it: a body that
could not be read into parts proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from vanban.model.document import Document, Node, Pinpoint, Reference
from vanban.model.text import Problem, Span
from vanban.notation.pinpoint import find_pinpoints

MISSING = "pinpoint-missing"
_KINDS = {
    "phần": ("part", "roman"),
    "chương": ("chapter",),
    "mục": ("section", "roman", "arabic", "capital"),
    "điều": ("article",),
    "phụ": ("appendix", "part"),
    "dòng": ("row",),
}
_REACH = 120
"""Letters of a chain of places before "Quy chế này"."""
_LETTERS = "abcdđeghiklmnopqrstuvxy"

_Chain = tuple[Node, ...]


def open_pinpoints(documents: list[Document]) -> list[Document]:
    """The documents, each place that they cite with the part that it opens; places that do not exist are problems."""
    attached: dict[str, list[Document]] = {}
    for document in documents:
        if document.issued_by:
            attached.setdefault(document.issued_by, []).append(document)
    opened = {document.id: Body(document) for document in documents}
    return [_open(document, opened, attached) for document in documents]


def _open(document: Document, bodies: dict[str, Body], attached: dict[str, list[Document]]) -> Document:
    problems = [problem for problem in document.problems if problem.code != MISSING]
    references = []
    for reference in document.references:
        points = []
        for point in reference.pinpoints:
            found, missed = _find(document, reference, point, bodies, attached)
            points.append(msgspec.structs.replace(point, node=found[1] if found else None, inside=found and found[0]))
            if missed:
                problems.append(_problem(point.text, point.path, reference.text, point.span))
        references.append(msgspec.structs.replace(reference, pinpoints=points))
    problems += _own_places(document, bodies[document.id])
    return msgspec.structs.replace(document, references=references, problems=problems)


def _find(
    document: Document,
    reference: Reference,
    point: Pinpoint,
    bodies: dict[str, Body],
    attached: dict[str, list[Document]],
) -> tuple[tuple[str, str] | None, bool]:
    """Where a place is, as document and path; and whether it is certainly nowhere."""
    if reference.target is None or reference.target not in bodies:
        return None, False
    papers = [bodies[reference.target]]
    others = [bodies[other.id] for other in attached.get(reference.target, []) if other.id != document.id]
    mention = min((m.span[0] for m in reference.mentions if point.span and m.span[0] >= point.span[1]), default=None)
    between = document.text[point.span[1] : mention] if point.span and mention is not None else ""
    # "Điều 5 Quy chế ban hành kèm theo Quyết định số …" stands in what is attached, else in either.
    papers = [*others, *papers] if "kèm theo" in between else [*papers, *others]
    for body in papers:
        node = body.find(point.path)
        if node is not None:
            return (body.id, node.path), False
    return None, all(body.lacks(point.path) for body in papers)


def _own_places(document: Document, body: Body) -> Iterator[Problem]:
    """Places of the document itself ("Điều 7 Quy chế này") that it does not have."""
    kind = document.document_type.name if document.document_type else ""
    if not kind:
        return
    named = re.compile(rf"\s(?:của\s+)?{re.escape(kind)}\s+$", re.IGNORECASE)
    for this in _find_all(document.text, "này"):
        before = named.search(document.text, max(0, this - len(kind) - _REACH), this)
        if before is None:
            continue
        start = max(0, before.start() - _REACH)
        for point in find_pinpoints(document.text[start : before.start()]):
            if start + point.end == before.start() and body.find(point.path) is None and body.lacks(point.path):
                span = (start + point.start, before.start())
                yield _problem(document.text[slice(*span)], point.path, f"{kind} này", span)


def _find_all(text: str, word: str) -> Iterator[int]:
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)


def _problem(place: str, path: str, document: str, span: Span | None) -> Problem:
    where = " ".join(place.split())
    named = "" if len(re.findall(r"\d+|\b[IVX]+\b|\b[a-zđ]\b", where)) == len(path.split(".")) else f" ({path})"
    sentence = f"Không có “{where}”{named} trong {' '.join(document.split())}; hãy kiểm tra lại chỗ được dẫn chiếu."
    return Problem(MISSING, sentence, span=span)


class Body:
    """The parts of a document by the labels that lead to them."""

    def __init__(self, document: Document) -> None:
        """`document` is read on the first question."""
        self.id = document.id
        self._document = document
        self._chains: list[_Chain] | None = None

    def find(self, path: str) -> Node | None:
        """The part that a path of labels leads to, None where there is none or more than one as near."""
        found = self._all(path.split("."))
        least = min((len(chain) for chain in found), default=0)
        nearest = [chain for chain in found if len(chain) == least]
        return nearest[0][-1] if len(nearest) == 1 else None

    def lacks(self, path: str) -> bool:
        """Whether a place is certainly not there: its like stand in one run from the first on, and it is behind."""
        steps = path.split(".")
        for depth, step in enumerate(steps):
            if self._all(steps[: depth + 1]):
                continue
            holders = self._all(steps[:depth]) if depth else [()]
            return len(holders) == 1 and self._ends_before(holders[0], step)
        return False

    def _ends_before(self, holder: _Chain, step: str) -> bool:
        kinds, wanted = _read_step(step)
        order = _order(wanted)
        if order is None:
            return False
        inside = [
            chain[-1]
            for chain in self._every()
            if chain[: len(holder)] == holder
            and len(chain) > len(holder)
            and chain[-1].kind in kinds
            and (len(chain) == len(holder) + 1 or "article" in kinds)
        ]
        run = [_order(_last(node.label)) for node in inside]
        if len(run) < 2 or run != list(range(1, len(run) + 1)) or order <= len(run):
            return False
        start, end = holder[-1].span if holder else (0, len(self._document.text))
        label = rf"(?:^|\n)\W*(?:(?:điều|mục|chương|phần)\s+)?{re.escape(wanted)}\s*[.):\-/]"
        return re.search(label, self._document.text[start:end], re.IGNORECASE) is None

    def _all(self, steps: list[str]) -> list[_Chain]:
        wanted = [_read_step(step) for step in steps]
        return [chain for chain in self._every() if _leads(chain, wanted)]

    def _every(self) -> list[_Chain]:
        if self._chains is None:
            self._chains = list(_walk(self._document.body, ()))
        return self._chains


def _walk(nodes: list[Node], above: _Chain) -> Iterator[_Chain]:
    for node in nodes:
        chain = (*above, node)
        yield chain
        yield from _walk(node.children, chain)


def _read_step(step: str) -> tuple[tuple[str, ...], str]:
    """The kinds of a step and its label: "Điều 5", "IV", "3", "b", "-2", "dòng 4"."""
    first, _, rest = step.partition(" ")
    if rest:
        return _KINDS.get(first.lower(), ("appendix",)), rest.split()[-1]
    if re.fullmatch(r"[IVXL]+", step):
        return ("roman", "section", "part"), step
    if step.startswith("-"):
        return ("bullet",), step
    if step[0].isdigit():
        return ("arabic", "section"), step
    return ("letter",), step


def _leads(chain: _Chain, wanted: list[tuple[tuple[str, ...], str]]) -> bool:
    """Whether the labels from outside to inside are those that are wanted, the last one that of the part itself."""
    left = len(wanted) - 1
    if not _is(chain, len(chain) - 1, *wanted[left]):
        return False
    for place in range(len(chain) - 2, -1, -1):
        if left and _is(chain, place, *wanted[left - 1]):
            left -= 1
    return left == 0


def _is(chain: _Chain, place: int, kinds: tuple[str, ...], label: str) -> bool:
    node = chain[place]
    if node.kind not in kinds:
        return False
    if node.kind == "row":
        return bool(node.cells) and node.cells[0].text.strip().strip(".").lstrip("0") == label.lstrip("0")
    if node.kind == "bullet":
        above = chain[place - 1].children if place else []
        dashes = [one for one in above if one.kind == "bullet"]
        return node in dashes and dashes.index(node) + 1 == int(label[1:])
    if node.kind == "appendix":
        return bool(re.search(rf"\b0*{re.escape(label.lower().lstrip('0'))}\b", (node.label or "").lower()))
    return _last(node.label).lower() == label.lower() or (node.label or "").lower() == label.lower()


def _last(label: str | None) -> str:
    return (label or "").rpartition(".")[2]


def _order(label: str) -> int | None:
    """The place of a label in its row: figures, Roman numerals, letters as in decrees."""
    if label.isdigit():
        return int(label)
    if re.fullmatch(r"[IVX]+", label):
        values = {"I": 1, "V": 5, "X": 10}
        numbers = [values[letter] for letter in label]
        pairs = zip(numbers, [*numbers[1:], 0], strict=True)
        return sum(-one if one < after else one for one, after in pairs)
    if len(label) == 1 and label.lower() in _LETTERS:
        return _LETTERS.index(label.lower()) + 1
    return None
