"""A template learnt from a letter of the office, *lập mẫu từ một văn bản đã ban hành*: what the parser recognised gives
way to fields where it stands, all else stays as it is.

The letter's own paragraphs are laid along the text that was read, so that each value is replaced at its runs and
keeps their letters. What stands in several paragraphs (addressees, recipients, signature, body) becomes a loop over
the first of them.
"""

from __future__ import annotations

import io
import zipfile

from vanban.errors import UnreadableError
from vanban.model.document import Document, Node
from vanban.model.text import Span
from vanban.notation.folding import match_key
from vanban.write.drafts.template.paragraphs import Placed, clear, list_paragraphs, loop_over, replace

_SINGLES = (
    ("code", "code"),
    ("promulgation.place", "place"),
    ("promulgation.date", "date"),
    ("document_type", "title"),
)


def learn_template(letter: bytes, document: Document, name: str = "văn bản") -> tuple[bytes, list[str]]:
    """The template as .docx and the fields that it holds; `document` is what was read from `letter`.

    Raises `UnreadableError` where the file is no .docx or nothing of it was recognised.
    """
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        word = docx.Document(io.BytesIO(letter))
    except (ValueError, KeyError, OSError, zipfile.BadZipFile, PackageNotFoundError) as error:
        raise UnreadableError(f"{name}: không phải tệp .docx; hãy lưu văn bản thành .docx rồi lập mẫu.") from error
    placed = list_paragraphs(word.element.body, document.text)
    learnt = [field for field in _learn(document, placed) if field]
    if not learnt:
        raise UnreadableError(f"{name}: không nhận ra yếu tố thể thức nào để lập mẫu; hãy chọn một văn bản khác.")
    made = io.BytesIO()
    word.save(made)
    return made.getvalue(), sorted(set(learnt))


def _learn(document: Document, placed: list[Placed]) -> list[str]:
    """Replace from the end to the beginning, so that places that come before stay true."""
    learnt = [
        _learn_signer(document, placed),
        _learn_list("recipients", _recipient_spans(document), placed),
        _learn_body(document, placed),
        _learn_addressees(document, placed),
        _learn_subject(document, placed),
    ]
    found = [(document.evidence[key].span, field) for key, field in _SINGLES if key in document.evidence]
    return [*learnt, *(_put(placed, span, field) for span, field in sorted(found, reverse=True))]


def _put(placed: list[Placed], span: Span, field: str) -> str:
    """One value as a field, where one paragraph holds it."""
    home = next((one for one in placed if one.holds(span)), None)
    if home is None:
        return ""
    replace(home, span, f"{{{{ {field} }}}}")
    return field


def _learn_subject(document: Document, placed: list[Placed]) -> str:
    """The subject may take several paragraphs: the first gets the field, the others go."""
    evidence = document.evidence.get("subject")
    if evidence is None:
        return ""
    homes = [one for one in placed if one.meets(evidence.span)]
    for later in homes[1:]:
        clear(later)
    if not homes:
        return ""
    start, end = evidence.span
    first = homes[0]
    begin = max(start, first.start)
    after = first.text[: begin - first.start].strip()  # "V/v", "Về việc": the matter alone follows
    field = "matter" if after else "subject"
    replace(first, (begin, min(end, first.end)), f"{{{{ {field} }}}}")
    return field


def _learn_addressees(document: Document, placed: list[Placed]) -> str:
    spans = [party.span for party in document.addressees if party.span]
    homes = _homes(placed, spans)
    if homes and (len(homes) == 1 or match_key(homes[0].text).startswith("kính")):
        first = homes[0]
        inside = [span for span in spans if first.holds(span)]
        replace(first, (min(start for start, _ in inside), max(end for _, end in inside)), "{{ addressee }}")
        for later in homes[1:]:
            clear(later)
        return "addressees"
    return _learn_list("addressees", spans, placed)


def _recipient_spans(document: Document) -> list[Span]:
    return [party.span for party in document.to_places if party.span]


def _learn_list(field: str, spans: list[Span], placed: list[Placed]) -> str:
    """Entries that stand one a paragraph, the "Lưu" line behind them with them, as one loop."""
    homes = _homes(placed, spans)
    if not homes:
        return ""
    index = placed.index(homes[-1]) + 1
    if field == "recipients" and index < len(placed) and placed[index].text.lstrip("-– ").startswith("Lưu"):
        homes.append(placed[index])
    loop_over(homes, "one", field, "- {{ one.name }}{{ one.end }}")
    return field


def _learn_signer(document: Document, placed: list[Placed]) -> str:
    """Name, and the lines of power and post over it as a loop."""
    if len(document.signers) != 1:
        return ""
    (signer,) = document.signers
    start, end = signer.span or (0, 0)
    inside = [one for one in placed if one.start < end and one.end > start and one.text.strip()]
    names = [one for one in inside if signer.full_name and signer.full_name in one.text]
    if not names:
        return ""
    name = names[-1]
    above = [one for one in inside if one is not name and one.start < name.start and one.text.strip().isupper()]
    at = name.start + name.text.rindex(signer.full_name or "")
    replace(name, (at, at + len(signer.full_name or "")), "{{ signer }}")
    if above:
        loop_over(above, "line", "signature", "{{ line }}")
    return "signer"


def _learn_body(document: Document, placed: list[Placed]) -> str:
    """All paragraphs and tables of the body as one loop in the letters of its first paragraph; titles of parts in
    those of the first that is bold."""
    if not document.body:
        return ""
    start, end = document.body[0].span[0], max(_last(node) for node in document.body)
    homes = [one for one in placed if one.start < end and one.end > start and one.text.strip()]
    if not homes:
        return ""
    plain = next((one for one in homes if not one.bold), homes[0])
    heading = next((one for one in homes if one.bold), None)
    loop_over(homes, "block", "body", "{{ block.line }}", plain, heading)
    return "body"


def _last(node: Node) -> int:
    return max([node.span[1], *(_last(child) for child in node.children)])


def _homes(placed: list[Placed], spans: list[Span]) -> list[Placed]:
    """The paragraphs that hold the spans, in order, each once."""
    return [one for one in placed if any(one.meets(span) for span in spans)]
