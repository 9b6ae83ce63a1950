"""A pipeline that reads "name: duty" lines, so that the command line is tested without the parser."""

from __future__ import annotations

import hashlib
import sys
import types
from collections.abc import Callable
from pathlib import Path

import pytest

from vanban.directory import Directory
from vanban.errors import SecretError, UnreadableError
from vanban.model.document import Code, Document, DocumentType, Duty, Issuer, Party
from vanban.model.dossier import Dossier, ParsedFile, Source
from vanban.model.text import Problem


def parse(
    path: str | Path,
    data: bytes | None = None,
    *,
    allow_secret: bool = False,
    password: str | None = None,
    directory: Directory | None = None,
) -> ParsedFile:
    """ "12/UBND | Sở Y tế | lập kế hoạch | Chủ tịch UBND tỉnh" to a document with one duty."""
    name = str(path)
    if data is None:
        if not Path(path).exists():
            raise UnreadableError(f"{name}: không có tệp này; hãy kiểm tra lại đường dẫn.")
        data = Path(path).read_bytes()
    text = data.decode()
    if text.startswith("CRASH"):
        raise IndexError("list index out of range")
    if text.startswith("MẬT") and not allow_secret:
        raise SecretError(f"{name}: văn bản mang dấu chỉ độ mật; hãy chạy lại với --allow-secret.")
    code, assignee, action, head = (part.strip() for part in text.split("|"))
    duty = Duty(
        id=f"{code}.1", action=action, text=text, assignees=[Party(assignee)],
        instructed_by=[Party(head, kind="office")], span=(0, len(text)),
    )  # fmt: skip
    problems = [Problem("no_date", "Không thấy ngày ban hành.")] if "?" in text else []
    document = Document(
        id=code, text=text, document_type=DocumentType("Công văn"), code=Code(None, None, code),
        issuer=Issuer("UBND tỉnh", None, "UBND tỉnh Kiên Giang"), duties=[duty], problems=problems, source=name,
    )  # fmt: skip
    source = Source(name, hashlib.sha256(data).hexdigest(), "text/plain", None, "text")
    return ParsedFile(source=source, documents=[document])


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    """The stand-in for `vanban.pipeline`."""
    stand_in = types.SimpleNamespace(
        parse=parse,
        assemble=lambda documents, directory=None, judgements=(): Dossier(documents=list(documents), links=[]),
    )
    monkeypatch.setitem(sys.modules, "vanban.pipeline", stand_in)  # type: ignore[arg-type]


@pytest.fixture
def letter(tmp_path: Path) -> Callable[..., str]:
    """Writes a file and gives its path."""

    def write(name: str = "a.txt", text: str = "12/UBND | Sở Y tế | lập kế hoạch | Chủ tịch UBND tỉnh") -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write
