"""Files that Word prints inside a .docx (*phần chèn altChunk*, ECMA-376 17.17.2.1): HTML, RTF, Word, plain text.

Programs that put papers together from pieces (report generators, templates of portals) write them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vanban.errors import UnreadableError
from vanban.model.text import Problem, Text
from vanban.read.draft import Draft, split_text

_DEEPEST = 2  # a document in a document in a document
_MOST = 40  # files, with those inside them
_LONGEST = 4_000_000  # characters printed in all: the same file may be named endlessly


class Chunks:
    """The files that one document prints in its text, by relation id; each is read once, when it is first asked for.

    `problems` says which could not be read: the document around them is read all the same. `around` are the chunks of
    the document that this one is itself printed in; what may be read is counted for all of them together.
    """

    def __init__(self, contents: Mapping[str, bytes], name: str, around: Chunks | None) -> None:
        self.problems: list[Problem] = []
        self._contents = contents
        self._name = name
        self._depth: int = around._depth + 1 if around else 0
        self._count: _Count = around._count if around else _Count()
        self._read: dict[str, Sequence[Draft]] = {}

    def draft(self, identifier: str) -> Sequence[Draft]:
        """The lines of a file; none where the document holds no such file, or it cannot be read."""
        if identifier not in self._contents:
            return ()
        if identifier not in self._read:
            self._read[identifier] = self._open(self._contents[identifier])
        drafts = self._read[identifier]
        self._count.characters += sum(len(draft.content) for draft in drafts)
        if self._count.characters > _LONGEST:
            self._tell("quá dài")
            return ()
        return drafts

    def _open(self, content: bytes) -> Sequence[Draft]:
        self._count.files += 1
        if self._depth >= _DEEPEST or self._count.files > _MOST:
            self._tell("lồng quá sâu hoặc quá nhiều")
            return ()
        try:
            text = self._read_content(content)
        except UnreadableError as error:
            self._tell(str(error).removeprefix(f"{self._name}: ").rstrip("."))
            return ()
        self.problems += text.problems
        # Word keeps web pages as e-mails (.mht): their heads are not printed.
        return [draft for draft in split_text(text) if text.reader != "eml" or draft.part != "header"]

    def _read_content(self, content: bytes) -> Text:
        from vanban.read import is_docx, read_text

        if not is_docx(content):
            return read_text(content, self._name)
        from vanban.read.docx import read_docx

        return read_docx(content, self._name, self)

    def _tell(self, reason: str) -> None:
        sentence = f"Một phần chèn trong tệp (altChunk) không đọc được: {reason}; hãy mở bằng Word rồi lưu lại."
        problem = Problem("chunk-unreadable", sentence)
        if problem not in self.problems:
            self.problems.append(problem)


class _Count:
    """What was read of a document and all that it prints."""

    files = 0
    characters = 0
