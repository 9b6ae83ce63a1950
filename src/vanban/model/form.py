"""What the check of form says of a paper, *kiểm tra thể thức*."""

from __future__ import annotations

import msgspec

from vanban.model.text import Cell, Span


class FormFinding(msgspec.Struct, frozen=True):
    """A breach of form: `code` and `article` of the rule, a Vietnamese sentence, where it is and what stands there.

    `severity` is "error", "warning" or "info". `paragraph` counts from 1 as the file does, None where it has none;
    `fixable` says that `--fix` can mend it.
    """

    code: str
    title: str
    message: str
    severity: str
    article: str
    document: str
    text: str = ""
    span: Span | None = None
    page: int | None = None
    paragraph: int | None = None
    cell: Cell | None = None
    fixable: bool = False


class CheckedDocument(msgspec.Struct, frozen=True):
    """A paper that was checked: `form` is "state", "party" or "normative", the rules that it was held against."""

    id: str
    label: str
    form: str


class FormReport(msgspec.Struct, frozen=True):
    """What `check` gives for one file: its findings in the order of the text, and the codes of the rules that need the
    layout of a .docx and were left out because the file has none."""

    path: str
    documents: list[CheckedDocument]
    findings: list[FormFinding]
    left_out: list[str] = []
    problems: list[str] = []


class Mended(msgspec.Struct, frozen=True):
    """A .docx with its form mended, and what is found in it then."""

    content: bytes
    report: FormReport
