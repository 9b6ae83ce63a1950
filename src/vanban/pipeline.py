"""The whole flow on one screen; the only module that knows two stages.

path ─read→ Text ─normalise→ Text ─segment→ Outline ─extract→ Document ─link→ ─find_duties→ Dossier
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from vanban.directory import Directory, load_directory
from vanban.duties import find_duties
from vanban.errors import SecretError, UnreadableError
from vanban.extract import extract_document, propose_numbers, tie_attached, tie_heads
from vanban.form import Form, Found, check_sheets, choose_rules, make_sheets, mend_docx, report_form
from vanban.judgements import Judgements
from vanban.link import link_documents, link_duties, open_pinpoints, resolve_organs
from vanban.model.document import Document
from vanban.model.dossier import Dossier, ParsedFile, Source
from vanban.model.form import FormReport
from vanban.model.judgement import Judgement
from vanban.model.text import Problem, Text
from vanban.normalise import normalise_text
from vanban.read import read_text
from vanban.read.docx_layout import read_layout
from vanban.read.members import read_papers
from vanban.segment import segment_text

_READ_OFF = "bản quét, chữ nhận dạng từ ảnh không đủ chắc để kiểm tra thể thức; hãy dùng tệp Word của văn bản này."
_MOST_MENDINGS = 5
"""One change may bring another to light: a date is mended figure by figure."""


def parse(
    path: str | Path,
    data: bytes | None = None,
    *,
    allow_secret: bool = False,
    password: str | None = None,
    directory: Directory | None = None,
) -> ParsedFile:
    """Read one file (or `data`, then `path` only names it) and give the documents in it, linked with one another.

    Of an e-mail, an edXML package or a zip it gives the documents of the files inside, of a PDF also those of the files
    that it carries; what cannot be read of them is in `problems`. `password` opens what is under one;
    `directory` is that of `assemble`.
    Raises `UnreadableError` where nothing can be read, `SecretError` where a document is marked MẬT and not allowed.
    """
    content = load_bytes(path) if data is None else data
    texts: list[Text] = []
    heads: list[tuple[str, Text]] = []
    failed: list[UnreadableError] = []
    documents: list[Document] = []
    for name, read in read_papers(content, str(path), password):
        if isinstance(read, UnreadableError):
            failed.append(read)
            continue
        text = normalise_text(read)
        if text.reader == "edxml":
            heads.append((name, text))
            continue
        texts.append(text)
        extracted = tie_attached([extract_document(outline, source=name) for outline in segment_text(text)])
        documents += propose_numbers(extracted, name)
    if not texts and not heads:
        raise failed[0]
    documents = tie_heads(documents, heads)
    texts = texts or [text for _, text in heads]
    refuse_secret(documents, str(path), allowed=allow_secret)
    single = len(texts) == 1 and not failed
    return ParsedFile(
        source=Source(
            path=str(path),
            sha256=hashlib.sha256(content).hexdigest(),
            media_type=texts[0].media_type if single else "multipart/mixed",
            pages=texts[0].pages if single else None,
            reader=texts[0].reader if single else "members",
        ),
        documents=assemble(add_duties(documents), directory=directory).documents,
        problems=[Problem("member-unreadable", str(error)) for error in failed],
    )


def add_duties(documents: Sequence[Document]) -> list[Document]:
    """The documents of one file with their duties."""
    by_id = {document.id: document for document in documents}
    return [find_duties(document, by_id.get(document.issued_by or "")) for document in documents]


def assemble(
    documents: Iterable[Document], *, directory: Directory | None = None, judgements: Iterable[Judgement] = ()
) -> Dossier:
    """Link parsed documents of any number of files: citations find their documents, duties what they hand on, names
    their organs in the `directory` (`load_directory` of a site's file; by default the built-in one). What people
    decided (`vanban.judgements.read_judgements`) goes before what is found."""
    read = list(documents)
    judged = Judgements(judgements, read)
    cited, links = link_documents(read, judged)
    resolved = resolve_organs(open_pinpoints(cited), directory or load_directory(), judged)
    handing, handovers = link_duties(resolved, judged)
    return Dossier(documents=handing, links=links, handovers=handovers, judgements=judged.given)


def check(
    path: str | Path,
    data: bytes | None = None,
    *,
    form: Form | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    allow_secret: bool = False,
    password: str | None = None,
) -> FormReport:
    """Hold the papers of one file against the rules of form, *thể thức* (NĐ 30/2020/NĐ-CP, the Party's guide, NĐ
    78/2025/NĐ-CP): `form` is "state", "party" or "normative", by default what each paper itself is. `select` and
    `ignore` hold codes or their beginnings.

    Rules on the layout need a .docx; of other files, and of those inside a zip or an e-mail, the text alone is checked.
    Raises what `parse` raises, and `UsageError` for a code that no rule has.
    """
    content = load_bytes(path) if data is None else data
    return _check(content, str(path), form, (tuple(select), tuple(ignore)), password, allow_secret)[0]


def mend(
    path: str | Path,
    data: bytes | None = None,
    *,
    form: Form | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    allow_secret: bool = False,
) -> tuple[bytes, FormReport]:
    """A .docx with what can safely be mended of its form mended, and what is found in it then; all else stays.

    Mending the result again changes nothing. Raises what `check` raises, `UnreadableError` for what is no .docx.
    """
    content = load_bytes(path) if data is None else data
    codes = (tuple(select), tuple(ignore))
    report, found = _check(content, str(path), form, codes, None, allow_secret)
    for _ in range(_MOST_MENDINGS):
        mended = mend_docx(content, str(path), [repair for one in found for repair in one.repairs])
        if mended == content:
            break
        content = mended
        report, found = _check(content, str(path), form, codes, None, allow_secret)
    # What is left could not be mended after all: its words stand there twice, or share a run with others.
    left = [msgspec.structs.replace(finding, fixable=False) for finding in report.findings]
    return content, msgspec.structs.replace(report, findings=left)


def _check(
    content: bytes,
    name: str,
    form: Form | None,
    codes: tuple[tuple[str, ...], tuple[str, ...]],
    password: str | None,
    allow_secret: bool,
) -> tuple[FormReport, list[Found]]:
    rules = choose_rules(*codes)
    sheets = []
    failed: list[UnreadableError] = []
    for member, read in read_papers(content, name, password):
        if isinstance(read, UnreadableError):
            failed.append(read)
        elif read.reader.endswith("ocr"):
            failed.append(UnreadableError(f"{member}: {_READ_OFF}"))
        elif read.reader != "edxml":
            text = normalise_text(read)
            layout = read_layout(content, name, read) if member == name else None
            outlines = segment_text(text)
            documents = tie_attached([extract_document(outline, source=member) for outline in outlines])
            refuse_secret(documents, name, allowed=allow_secret)
            sheets += make_sheets(outlines, documents, layout, form)
    if not sheets and failed:
        raise failed[0]
    found = check_sheets(sheets, rules)
    return report_form(name, sheets, rules, found, [str(error) for error in failed]), found


def read_clean(data: bytes, name: str) -> Text:
    """The first two stages: bytes to normalised text."""
    return normalise_text(read_text(data, name))


def load_bytes(path: str | Path) -> bytes:
    """The bytes of a file; the reasons why it cannot be had, in words."""
    file = Path(path)
    if not file.exists():
        raise UnreadableError(f"{path}: không có tệp này; hãy kiểm tra lại đường dẫn.")
    if file.is_dir():
        raise UnreadableError(f"{path}: là thư mục, không phải tệp; hãy nêu tên tệp.")
    try:
        return file.read_bytes()
    except OSError as error:
        raise UnreadableError(
            f"{path}: không mở được tệp ({error.strerror}); hãy kiểm tra quyền đọc của tệp."
        ) from error


def refuse_secret(documents: Iterable[Document], name: str, *, allowed: bool) -> None:
    """Stop at a mark of secrecy (Luật Bảo vệ bí mật nhà nước 117/2025/QH15) unless allowed; no text is repeated."""
    if not allowed and any(document.secrecy for document in documents):
        raise SecretError(
            f"{name}: văn bản mang dấu chỉ độ mật; theo Luật Bảo vệ bí mật nhà nước số 117/2025/QH15 chỉ được xử lý "
            "trên máy tính được phép. Nếu máy này được phép, hãy chạy lại với --allow-secret."
        )
