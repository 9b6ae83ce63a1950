"""What a person decided, *xác nhận của người xử lý*: a line of a file that travels with the dossier."""

from __future__ import annotations

from typing import Literal

import msgspec


class Judgement(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename={"is_": "is"}, gc=False
):
    """One decision; it goes before what the program would find by itself.

    `judgement` says of what, `name` of which one: "citation" (the citation as printed, or the number and symbol in it),
    "organ" (a printed name), "duty" (the id of a duty) or "finding" (the id of a finding of `vanban crosscheck`).
    `document` is the document in which it stands, by its id or its number and symbol; an organ without one is meant in
    every document. `is` or `is_not` is what it means: the id of a document (or its number and symbol), the id of an
    organ in the directory (`is_not` also another printed name), the id of the duty that it hands on. A finding has
    neither: it is settled. `by`, `on` (ISO 8601) and `note` are for people.
    """

    judgement: Literal["citation", "organ", "duty", "finding"]
    name: str
    document: str | None = None
    is_: str | None = None
    is_not: str | None = None
    by: str | None = None
    on: str | None = None
    note: str | None = None
