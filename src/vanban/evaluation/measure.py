"""Labelled files read and judged, one by one, and what comes of it summed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path

import msgspec
from msgspec import UNSET

import vanban
from vanban.batch import Job, Outcome, Room, read_files
from vanban.errors import UnreadableError
from vanban.evaluation.duties import judge_duties
from vanban.evaluation.figures import Judged, calibrate, list_misses, sum_group
from vanban.evaluation.judgement import NOTHING, Verdict, judge_heading
from vanban.evaluation.labels import DocumentLabel, Record, read_labels
from vanban.evaluation.likeness import plain_form
from vanban.evaluation.report import Group, Report, Unread
from vanban.model.document import Document

_SCANS = ("pdf-scan", "image")
_PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp")


class _Read(msgspec.Struct, frozen=True):
    """One file, read and judged; `reason` says why it could not be read."""

    record: Record
    judged: list[Judged]
    format: str
    reason: str | None


def evaluate(
    labels: str | Path,
    files: str | Path,
    *,
    scans: bool | None = None,
    only: Collection[str] | None = None,
    allow_secret: bool = False,
    password: str | None = None,
    directory: str | None = None,
    room: Room = read_files,
    follow: Callable[[Sequence[str]], Iterable[str]] = iter,
) -> Report:
    """Measure what is read of the labelled files in the folder `files` (or of the one labelled file that it names).

    `scans` takes scans alone (True) or leaves them out (False); `only` names ids. `password` opens what is
    under one, `directory` is a site's file. In a `room` of `vanban.batch.open_room` files are read side by side, each
    within a time. `follow` is given the ids and gives them back one by one, for a bar of progress.
    Raises `UnreadableError` where labels or folder cannot be had; a file that cannot be read stands in the report.
    """
    chosen, absent = _choose(read_labels(labels), Path(files), scans, only)
    outcomes = room([Job(path, None, allow_secret, password, directory) for _, path in chosen])
    names = [record.name for record, _ in chosen]
    judgements = [
        _judge_file(record, outcome) for _, (record, _), outcome in zip(follow(names), chosen, outcomes, strict=True)
    ]
    reads = [read for read in judgements if scans is None or (read.format in _SCANS) == scans]
    judged = [one for read in reads for one in read.judged]
    return Report(
        labels=str(labels),
        files=str(files),
        version=vanban.__version__,
        measured=[read.record.name for read in reads],
        absent=absent,
        unread=[Unread(read.record.name, read.record.file, read.reason) for read in reads if read.reason],
        whole=sum_group("all", judged),
        by_format=_split(judged, lambda one: one.format),
        by_type=_split([one for one in judged if one.document >= 0], lambda one: one.type),
        calibration=calibrate(judged),
        misses=list_misses(judged),
    )


def _judge_file(record: Record, outcome: Outcome) -> _Read:
    """Compare what was read of a file with its label; what could not be read has missed everything."""
    reason = outcome.reason or None
    documents: list[Document] = []
    format_name = record.format or Path(record.file).suffix.lower().removeprefix(".")
    if outcome.line:
        parsed = outcome.file()
        documents = parsed.documents
        if record.format is None:
            format_name = _tell_format(format_name, parsed.source.reader)
    elif outcome.fault:
        told = f"lỗi bất ngờ của chương trình ({outcome.fault}); hãy gửi kết quả này cho người bảo trì."
        reason = f"{outcome.path}: {told}"
    judged = [Judged(record.name, -1, format_name, "", list(_judge_count(record.documents, documents)))]
    for place, label in enumerate(record.documents):
        verdicts = list(_judge_document(label, _find(documents, label, place)))
        kind = label.document_type or ""
        judged.append(Judged(record.name, place, format_name, kind, verdicts))
    return _Read(record, judged, format_name, reason)


def _choose(
    records: Sequence[Record], files: Path, scans: bool | None, only: Collection[str] | None
) -> tuple[list[tuple[Record, str]], list[str]]:
    """The records to measure with their paths, and the ids of those whose files are not there."""
    if not files.exists():
        raise UnreadableError(f"{files}: không có thư mục này; hãy nêu thư mục chứa các tệp đã gán nhãn.")
    if files.is_file():
        records = [record for record in records if Path(record.file).name == files.name]
        if not records:
            raise UnreadableError(f"{files}: tệp này không có nhãn; hãy thêm nhãn hoặc nêu tệp khác.")
    chosen: list[tuple[Record, str]] = []
    absent: list[str] = []
    for record in records:
        if only is not None and record.name not in only:
            continue
        if scans is not None and record.format is not None and (record.format in _SCANS) != scans:
            continue
        path = files if files.is_file() else files / record.file
        if path.is_file():
            chosen.append((record, str(path)))
        else:
            absent.append(record.name)
    return chosen, absent


def _tell_format(suffix: str, reader: str) -> str:
    """The format of a file whose record does not say it; a PDF is text or scan by what its reader did."""
    if suffix == "pdf":
        return "pdf-scan" if reader.endswith("+ocr") else "pdf-text"
    return "image" if f".{suffix}" in _PICTURES else suffix


def _judge_count(labels: Sequence[DocumentLabel], documents: Sequence[Document]) -> Iterator[Verdict]:
    """As many documents in the file as labelled?"""
    both = min(len(labels), len(documents))
    yield from [Verdict("documents", "right")] * both
    yield from [Verdict("documents", "missed", label=_name_label(label)) for label in labels[both:]]
    yield from [
        Verdict("documents", "extra", given=one.code.text if one.code else one.subject) for one in documents[both:]
    ]


def _name_label(label: DocumentLabel) -> str:
    return " ".join(part for part in (label.document_type, label.number, label.notation) if part)


def _judge_document(label: DocumentLabel, document: Document) -> Iterator[Verdict]:
    yield from judge_heading(label, document)
    if label.duties is not UNSET and label.duties is not None:
        yield from judge_duties(label.duties, document.duties)


def _find(documents: Sequence[Document], label: DocumentLabel, place: int) -> Document:
    """The document with the label's number and symbol, else the one at the same place in the file."""
    if label.number is not UNSET and label.notation is not UNSET:
        wanted = (plain_form(label.number or ""), plain_form(label.notation or ""))
        for document in documents:
            code = document.code
            if wanted == (plain_form((code and code.number) or ""), plain_form((code and code.notation) or "")):
                return document
    return documents[place] if place < len(documents) else NOTHING


def _split(judged: Sequence[Judged], by: Callable[[Judged], str]) -> list[Group]:
    """A group for each value, the largest first."""
    names = dict.fromkeys(by(one) for one in judged)
    groups = [sum_group(name, [one for one in judged if by(one) == name]) for name in names]
    return sorted(groups, key=lambda group: -group.documents)
