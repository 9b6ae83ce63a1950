"""The table in which two or three sign side by side (*bảng chữ ký*), where a document has no list of recipients."""

from __future__ import annotations

from vanban.notation.person import begins_post, is_surname, parse_person
from vanban.segment.rows import Row

_GRID_ROWS = 4  # posts, "(đã ký)", names may have rows of their own


def find_signing_table(rows: list[Row]) -> list[Row]:
    """The rows of a table that ends the document and has a post and a name in each of its two or three columns, one
    signer's after the other's; none where the last table is another."""
    last = rows[-1].line.cell if rows else None
    if last is None:
        return []
    start = len(rows)
    columns: dict[int, list[Row]] = {}
    while start and (cell := rows[start - 1].line.cell) is not None and cell.table == last.table:
        start -= 1
        columns.setdefault(cell.column, []).insert(0, rows[start])
        if cell.row >= _GRID_ROWS or len(columns) > 3:
            return []
    if len(columns) < 2 or not all(_signs(column) for column in columns.values()):
        return []
    return [row for column in sorted(columns) for row in columns[column]]


def _signs(rows: list[Row]) -> bool:
    """Whether rows are of one who signs: a post in capitals, and a name below it that ends them."""
    person = parse_person(rows[-1].text)
    posts = [row for row in rows[:-1] if row.upper and begins_post(row.text)]
    return bool(posts) and person is not None and is_surname(person.split()[0]) and len(rows) < 9
