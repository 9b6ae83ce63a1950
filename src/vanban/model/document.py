"""The record of one document, with the State's own names (QCVN 102:2016 edXML, NĐ 30/2020 Phụ lục VI).

Field names are those of the published contract; each docstring gives the Vietnamese term.
Every value that was read has its place: list items carry `span`, single values stand in `Document.evidence`.
"""

from __future__ import annotations

import msgspec

from vanban.model.text import Box, Problem, Span


class Evidence(msgspec.Struct, frozen=True, gc=False):
    """Where a value was read; `text[span]` is the value as it stands in the file."""

    span: Span
    page: int | None = None
    bbox: Box | None = None
    confidence: float = 1.0


class DocumentType(msgspec.Struct, frozen=True, gc=False):
    """Type of a document, *tên loại*: a letter is "Công văn", without an abbreviation."""

    name: str
    abbreviation: str | None = None


class Code(msgspec.Struct, frozen=True, gc=False):
    """Number and symbol, *số, ký hiệu*: "33-KH/TU" is number "33", notation "KH/TU"."""

    number: str | None
    notation: str | None
    text: str


class Promulgation(msgspec.Struct, frozen=True, gc=False):
    """Place and date of issue, *địa danh và thời gian ban hành*; `date` is ISO 8601."""

    place: str | None = None
    date: str | None = None


class Issuer(msgspec.Struct, frozen=True, gc=False):
    """Issuing organ, *cơ quan ban hành*: the printed line, the line above it, the resolved name, the identifier."""

    name: str | None = None
    parent: str | None = None
    full_name: str | None = None
    organ_id: str | None = None


class Successor(msgspec.Struct, frozen=True, gc=False):
    """The organ that took another's place, *cơ quan kế tục*: from `date` on, by the decree `basis`.

    `certainty` is "announced" or "estimated" (then the day may be off); `note` says what went elsewhere.
    """

    organ_id: str
    name: str
    date: str
    basis: str | None = None
    certainty: str = "announced"
    note: str | None = None


class Party(msgspec.Struct, frozen=True, gc=False):
    """An organ, unit, office-holder or group: `kind` is "organ", "office", "person" or "group".

    `name` is as printed, without the purpose in brackets. `same_as` stands for "Như trên" ("addressees") and
    "Như Điều 3" ("Điều 3") under Nơi nhận. `organ_id` is that of the organ in the directory, for an office-holder of
    the one that he heads or sits in; `successors` are those that took its place since, step by step.
    """

    name: str
    full_name: str | None = None
    organ_id: str | None = None
    kind: str = "organ"
    purpose: str | None = None
    same_as: str | None = None
    span: Span | None = None
    successors: list[Successor] = msgspec.field(default_factory=list)


class Archive(msgspec.Struct, frozen=True, gc=False):
    """The "Lưu" line, *lưu*: units that keep a copy, marks of the drafters, number of copies."""

    units: list[str] = msgspec.field(default_factory=list)
    drafters: list[str] = msgspec.field(default_factory=list)
    copies: int | None = None


class Signer(msgspec.Struct, frozen=True, gc=False):
    """Who signs, *người ký*: `competence` holds the marks in printed order ("TM. KT."), `on_behalf_of` the
    printed lines that follow them; `position` is the lowest line, the post of the person who signs."""

    full_name: str | None
    position: str | None = None
    competence: str | None = None
    on_behalf_of: list[str] = msgspec.field(default_factory=list)
    span: Span | None = None


class Pinpoint(msgspec.Struct, frozen=True, gc=False):
    """A place inside a document, *dẫn chiếu đến phần, chương, mục, điều, khoản, điểm*: "khoản 3, Mục IV" is "IV.3".

    `node` is the path of the part of the cited document's body that it opens, `inside` the id of that document or of
    what is attached to it; both None where the document is not at hand or the place is not found in it.
    """

    text: str
    path: str
    span: Span | None = None
    node: str | None = None
    inside: str | None = None


class Mention(msgspec.Struct, frozen=True, gc=False):
    """One place where a document is named; `anaphor` where it is named by "nêu trên", "này" or a short name."""

    text: str
    span: Span
    anaphor: bool = False


class Reference(msgspec.Struct, frozen=True, gc=False):
    """Another document that the text cites, *văn bản viện dẫn*; all its mentions in one record.

    `relation`: basis, implements, forwards, responds_to, amends, replaces, repeals, attached_to, repeats,
    corrects, cites. `target` is the id of the document that it resolves to, or None; then `awaits` names the
    document that it waits for, the same for all citations of it in a dossier.
    """

    text: str
    document_type: str | None = None
    code: Code | None = None
    date: str | None = None
    issuer: str | None = None
    title: str | None = None
    relation: str = "cites"
    pinpoints: list[Pinpoint] = msgspec.field(default_factory=list)
    target: str | None = None
    awaits: str | None = None
    span: Span | None = None
    mentions: list[Mention] = msgspec.field(default_factory=list)


class TableCell(msgspec.Struct, frozen=True, gc=False):
    """A cell of a table row with the head of its column, "" where the table has no head."""

    head: str
    text: str
    span: Span | None = None


class Node(msgspec.Struct, frozen=True, gc=False):
    """A part of the body: `kind` is part, chapter, section, article, roman, arabic, letter, bullet, row or paragraph.

    `path` joins the labels from the root ("IV.3.1", "Điều 3.2.a"); `label` is as printed, None for a plain
    paragraph; `heading` is the title of a part with children or a title line of its own; `text` what it says.
    """

    kind: str
    label: str | None
    path: str
    heading: str | None
    text: str
    span: Span
    children: list[Node] = msgspec.field(default_factory=list)
    cells: list[TableCell] = msgspec.field(default_factory=list)


class Deadline(msgspec.Struct, frozen=True, gc=False):
    """When, *thời hạn*: `text` the phrase, `date` ISO 8601 or None, `recurrence` the phrase of repetition,
    `rrule` RFC 5545, `basis` how the date was computed, in short; `explanation` in a sentence, also why there is
    none; `warning` what may still change the date (days off that are not announced yet)."""

    text: str
    date: str | None = None
    recurrence: str | None = None
    rrule: str | None = None
    basis: str | None = None
    span: Span | None = None
    explanation: str | None = None
    warning: str | None = None


class DutyReference(msgspec.Struct, frozen=True, gc=False):
    """A citation inside a duty: the code that it names or stands for, the place in that document, its id."""

    text: str
    code: str | None = None
    path: str | None = None
    target: str | None = None
    span: Span | None = None


class Duty(msgspec.Struct, frozen=True, gc=False):
    """An action that a document lays on, or asks of, a named organ, *nhiệm vụ được giao*.

    `instructed_by` are those who order it, `via` the organ through which it reaches the assignee,
    `transmitted_by` the office that only passes the order on. `inherits` holds the ids of the duties of another
    document that this one hands on to its assignees. `force` is "order" or, after "đề nghị", "request".
    `id` is a hash of document, place and content: parsing again gives the same.
    """

    id: str
    action: str
    text: str
    assignees: list[Party]
    coordinators: list[Party] = msgspec.field(default_factory=list)
    instructed_by: list[Party] = msgspec.field(default_factory=list)
    transmitted_by: list[Party] = msgspec.field(default_factory=list)
    report_to: list[Party] = msgspec.field(default_factory=list)
    via: Party | None = None
    deadline: Deadline | None = None
    deliverable: str | None = None
    condition: str | None = None
    path: str = ""
    references: list[DutyReference] = msgspec.field(default_factory=list)
    inherits: list[str] = msgspec.field(default_factory=list)
    force: str = "order"
    confidence: float = 1.0
    span: Span | None = None


class Head(msgspec.Struct, frozen=True, gc=False):
    """What the edXML package that brought a document says of it, *phần đầu gói tin edXML* (QCVN 102:2016).

    `text` is the head as read, one value a line; the spans of `evidence`, parties and signers count in it. `business`
    is "new", "recall", "update" or "replace"; `due_date` the day by which an answer is wanted; `responds_to` the codes
    of the documents that it answers.
    """

    text: str
    source: str | None = None
    document_type: DocumentType | None = None
    code: Code | None = None
    promulgation: Promulgation | None = None
    issuer: Issuer | None = None
    subject: str | None = None
    priority: str | None = None
    addressees: list[Party] = msgspec.field(default_factory=list)
    to_places: list[Party] = msgspec.field(default_factory=list)
    signers: list[Signer] = msgspec.field(default_factory=list)
    due_date: str | None = None
    responds_to: list[Code] = msgspec.field(default_factory=list)
    business: str | None = None
    evidence: dict[str, Evidence] = msgspec.field(default_factory=dict)


class Document(msgspec.Struct, frozen=True, gc=False):
    """One document of a file. `text` is as read, NFC; all spans count in its code points.

    `issued_by` is the id of the document that this one is issued under ("Ban hành kèm theo"), where it stands in the
    same file. `outside` lists the spans of `text` that stand outside its reading: page numbers, running heads, stamps.
    `head` is what the package says that brought it; a value that only the head has is proposed in `problems`.
    """

    id: str
    text: str
    document_type: DocumentType | None = None
    system: str = "other"
    code: Code | None = None
    promulgation: Promulgation | None = None
    issuer: Issuer | None = None
    subject: str | None = None
    priority: str | None = None
    secrecy: str | None = None
    addressees: list[Party] = msgspec.field(default_factory=list)
    to_places: list[Party] = msgspec.field(default_factory=list)
    archive: Archive | None = None
    signers: list[Signer] = msgspec.field(default_factory=list)
    references: list[Reference] = msgspec.field(default_factory=list)
    body: list[Node] = msgspec.field(default_factory=list)
    duties: list[Duty] = msgspec.field(default_factory=list)
    evidence: dict[str, Evidence] = msgspec.field(default_factory=dict)
    problems: list[Problem] = msgspec.field(default_factory=list)
    outside: list[Span] = msgspec.field(default_factory=list)
    source: str | None = None
    issued_by: str | None = None
    head: Head | None = None
