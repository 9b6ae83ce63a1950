"""Files that carry files: e-mails, edXML packages, zips and PDFs are opened to the papers inside them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from vanban.errors import UnreadableError
from vanban.model.text import Text
from vanban.read import has_own_text, read_members, read_text
from vanban.read.locked import unlock

_DEEPEST = 3  # a zip in an e-mail in a zip
_LARGEST = 300 * 1024 * 1024  # bytes of all files inside
_MOST = 2_000


def read_papers(data: bytes, name: str, password: str | None = None) -> Iterator[tuple[str, Text | UnreadableError]]:
    """The texts that a file holds, each with its name ("thu.eml/ke-hoach.pdf"), or why one cannot be read.

    A file that carries none gives its own text; so do, before the files that they carry, a PDF and the head of an
    edXML package. The letter of an e-mail ("Kính gửi anh, em gửi kế hoạch …") and the cover of a PDF portfolio are left
    out. A file that stands twice inside another is read once. `password` opens all that are under one.
    """
    budget = _Budget(password)
    yield from _open(data, name, 0, budget)


class _Budget:
    """What may still be read of a file that carries others, for a small zip can hold endless ones; and the password."""

    def __init__(self, password: str | None) -> None:
        self.password = password
        self.seen: set[str] = set()
        self.size = 0

    def takes(self, content: bytes) -> bool:
        """Whether one more file may be read; counts it."""
        self.size += len(content)
        self.seen.add(hashlib.sha256(content).hexdigest())
        return self.size <= _LARGEST and len(self.seen) <= _MOST

    def knows(self, content: bytes) -> bool:
        """Whether the same bytes were read before."""
        return hashlib.sha256(content).hexdigest() in self.seen


def _open(data: bytes, name: str, depth: int, budget: _Budget) -> Iterator[tuple[str, Text | UnreadableError]]:
    members: list[tuple[str, bytes]] = []
    failed: UnreadableError | None = None
    try:
        data = unlock(data, name, budget.password)
    except UnreadableError as error:
        yield name, error
        return
    try:
        members = read_members(data, name)
    except UnreadableError as error:
        failed = error
    if (not members and failed is None) or has_own_text(data):
        try:
            yield name, read_text(data, name)
        except UnreadableError as error:
            failed = failed or error
    if failed is not None:
        yield name, failed
    for member, content in members:
        inside = f"{name}/{member}"
        if budget.knows(content):
            continue
        if depth == _DEEPEST or not budget.takes(content):
            yield (
                inside,
                UnreadableError(f"{inside}: nằm quá sâu hoặc quá lớn trong tệp nén; hãy giải nén rồi đọc riêng."),
            )
            return
        yield from _open(content, inside, depth + 1, budget)
