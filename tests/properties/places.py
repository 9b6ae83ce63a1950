"""Whether every value of a document stands where its span says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.model.document import Document, Duty, Node, Party
from vanban.model.text import Span

_MARKS = re.compile(r"\*+|\\(?=[-.*_#+])")


def fold(text: str) -> str:
    """Without blanks, line breaks and marks of emphasis: what a value may leave out of the text."""
    return re.sub(r"\s+", "", _MARKS.sub("", text))


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", _MARKS.sub("", text).lower()))


def follows(value: str, text: str) -> bool:
    """Whether the words of a value stand in a text in their order, other words between them or not."""
    left = iter(re.findall(r"\w+", _MARKS.sub("", text)))
    return all(word in left for word in re.findall(r"\w+", _MARKS.sub("", value)))


def every_span(document: Document) -> Iterator[tuple[str, Span]]:
    """All spans of a document with the name of what they belong to."""
    for key, evidence in document.evidence.items():
        yield f"evidence {key}", evidence.span
    for where, party in every_party(document):
        if party.span is not None:
            yield where, party.span
    for signer in document.signers:
        if signer.span is not None:
            yield "signer", signer.span
    for reference in document.references:
        if reference.span is not None:
            yield "reference", reference.span
        yield from (("mention", mention.span) for mention in reference.mentions)
        yield from (("pinpoint", pinpoint.span) for pinpoint in reference.pinpoints if pinpoint.span is not None)
    for node in every_node(document.body):
        yield f"node {node.path}", node.span
        yield from ((f"cell of {node.path}", cell.span) for cell in node.cells if cell.span is not None)
    for duty in document.duties:
        if duty.span is not None:
            yield "duty", duty.span
        if duty.deadline is not None and duty.deadline.span is not None:
            yield "deadline", duty.deadline.span
        yield from (("reference of a duty", r.span) for r in duty.references if r.span is not None)
    yield from ((f"problem {problem.code}", problem.span) for problem in document.problems if problem.span is not None)
    yield from (("outside", span) for span in document.outside)


def every_party(document: Document) -> Iterator[tuple[str, Party]]:
    yield from (("addressee", party) for party in document.addressees)
    yield from (("recipient", party) for party in document.to_places)
    for duty in document.duties:
        yield from parties_of(duty)


def parties_of(duty: Duty) -> Iterator[tuple[str, Party]]:
    yield from (("assignee", party) for party in duty.assignees)
    yield from (("coordinator", party) for party in duty.coordinators)
    yield from (("instructed_by", party) for party in duty.instructed_by)
    yield from (("transmitted_by", party) for party in duty.transmitted_by)
    yield from (("report_to", party) for party in duty.report_to)
    if duty.via is not None:
        yield "via", duty.via


def every_node(nodes: list[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from every_node(node.children)


def blank_outside(document: Document) -> str:
    """The text with page numbers, running heads and stamps blanked: a value may go over pages."""
    text = document.text
    for start, end in document.outside:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def misplaced(document: Document) -> list[str]:
    """Spans outside the text, and values that do not stand at their span."""
    length = len(document.text)
    wrong = [f"{where} {span}" for where, span in every_span(document) if not 0 <= span[0] <= span[1] <= length]
    return wrong or list(_differing(document))


def _differing(document: Document) -> Iterator[str]:
    text = blank_outside(document)

    def same(where: str, value: str | None, span: Span | None) -> Iterator[str]:
        if value and span is not None and fold(text[slice(*span)]) != fold(value):
            yield f"{where}: {value!r} is not {text[slice(*span)]!r}"

    def within(where: str, value: str | None, span: Span | None) -> Iterator[str]:
        """A value put together from lines leaves out what stands between them."""
        if value and span is not None and not follows(value, text[slice(*span)]):
            yield f"{where}: {value!r} is not in {text[slice(*span)]!r}"

    code, issued, issuer = document.code, document.promulgation, document.issuer
    for key, value in (
        ("subject", document.subject),
        ("code", code and code.text),
        ("promulgation.place", issued and issued.place),
        ("issuer.name", issuer and issuer.name),
        ("issuer.parent", issuer and issuer.parent),
    ):
        if key in document.evidence:
            yield from within(key, value, document.evidence[key].span)
    for where, party in every_party(document):
        if party.span is None:
            continue
        there = text[slice(*party.span)]
        # "các Bộ: Quốc phòng, Công an" gives "Bộ Công an", whose place is that of "Công an".
        part_of_name = words(there) <= words(party.name) | words(party.purpose or "")
        # Who instructs is told by a signature or by the two lines of the heading, in capitals or not.
        told = where in ("instructed_by", "transmitted_by") and follows(party.name.lower(), there.lower())
        if not part_of_name and not told:
            yield f"{where}: {party.name!r} is not {there!r}"
    for signer in document.signers:
        yield from within("signer", signer.full_name, signer.span)
    for reference in document.references:
        yield from same("reference", reference.text, reference.span)
        for mention in reference.mentions:
            yield from same("mention", mention.text, mention.span)
        for pinpoint in reference.pinpoints:
            yield from same("pinpoint", pinpoint.text, pinpoint.span)
    for node in every_node(document.body):
        if not words(node.text) <= words(text[slice(*node.span)]):
            yield f"node {node.path}: {node.text!r} is not in {text[slice(*node.span)]!r}"
        for child in node.children:
            if not node.span[0] <= child.span[0] <= child.span[1] <= node.span[1]:
                yield f"node {child.path} {child.span} is not inside {node.path} {node.span}"
        for cell in node.cells:
            yield from same(f"cell of {node.path}", cell.text, cell.span)
    for duty in document.duties:
        if duty.deadline is not None:
            yield from same("deadline", duty.deadline.text, duty.deadline.span)
        for cited in duty.references:
            yield from same("reference of a duty", cited.text, cited.span)
        if duty.span is not None and not words(duty.action) <= words(text[slice(*duty.span)]):
            yield f"action {duty.action!r} is not in {text[slice(*duty.span)]!r}"
