"""Citations of other documents (*văn bản viện dẫn*), all mentions of one document in one record."""

from __future__ import annotations

from vanban.model.document import Code, Mention, Reference
from vanban.model.outline import Outline
from vanban.notation.code import find_codes
from vanban.notation.passage import clean


def read_references(outline: Outline, own: Code | None) -> list[Reference]:
    found: dict[str, Reference] = {}
    skip = [z.span for z in outline.zones if z.kind in ("number", "recipients", "issuer")]
    passage = clean(outline.text, (0, len(outline.text)), sorted([*skip, *outline.outside]))
    for code in find_codes(passage.text):
        if own and code.text == own.text:
            continue
        if code.text not in found:
            found[code.text] = Reference(code.text, code=Code(code.number, code.notation, code.text), span=passage.span(code.start, code.end))
    return list(found.values())
