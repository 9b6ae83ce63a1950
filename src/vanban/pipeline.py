"""The whole flow on one screen; the only module that knows two stages.

path ─read→ Text ─normalise→ Text ─segment→ Outline ─extract→ Document ─link→ ─find_duties→ Dossier
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from vanban.directory import Directory, load_directory
from vanban.duties import find_duties
from vanban.errors import SecretError, UnreadableError
from vanban.extract import extract_document, propose_numbers, tie_attached, tie_heads
from vanban.judgements import Judgements
from vanban.link import link_documents, link_duties, open_pinpoints, resolve_organs
from vanban.model.document import Document
from vanban.model.dossier import Dossier, ParsedFile, Source
from vanban.model.judgement import Judgement
from vanban.model.text import Problem, Text
from vanban.normalise import normalise_text
from vanban.read import read_text
from vanban.read.members import read_papers
from vanban.segment import segment_text


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
