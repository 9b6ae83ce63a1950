"""`vanban parse --format jsonl`: the results pass through as they come, an object a line in the order of the files."""

from __future__ import annotations

import msgspec

from vanban.cli.input import Reading, has_problems
from vanban.cli.output import is_file, on_terminal, open_output
from vanban.cli.unfinished import open_unfinished
from vanban.model.text import Problem


class _Document(msgspec.Struct):
    problems: list[Problem]


class _Glance(msgspec.Struct):
    """Of a line only what the command itself needs."""

    documents: list[_Document]
    problems: list[Problem]


_DECODER = msgspec.json.Decoder(_Glance)


def write_lines(reading: Reading, output: str | None, resume: bool) -> bool:
    """Read and write all; true where a document has problems."""
    # What streams to a terminal shows itself how far it is; a bar would stand in its way.
    if is_file(output):
        return _write_file(reading, str(output), resume)
    doubtful = False
    with open_output(output, reading.lang) as out:
        for outcome in reading.outcomes(bar=not on_terminal(output)):
            doubtful |= _look(reading, outcome.line)
            out.write(outcome.line)
            out.flush()
    return doubtful


def _write_file(reading: Reading, output: str, resume: bool) -> bool:
    """Keep each result aside as it is done; when all are, put them under the name of `output`."""
    doubtful = False
    with open_unfinished(output, resume, reading.lang, reading.manner.get("directory")) as unfinished:
        done = unfinished.keep(reading.files)
        for path in done:
            doubtful |= _look(reading, unfinished.read(path))
        for outcome in reading.outcomes(besides=done):
            unfinished.add(outcome.line)
            doubtful |= _look(reading, outcome.line)
        unfinished.write(reading.files, output, reading.lang)
    return doubtful


def _look(reading: Reading, line: bytes) -> bool:
    seen = _DECODER.decode(line)
    reading.tell_members(seen.problems)
    return has_problems(seen.documents)
