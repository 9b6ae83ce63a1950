"""Judgements by what they are about, for the documents of one dossier.

Ids are made from content, so a second parse gives them again. Where the parse has learnt to read a date or an issuer
that it had not, the id of a document changes in its tail: then number and symbol find it, if one document bears them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vanban.model.document import Document, Reference
from vanban.model.judgement import Judgement
from vanban.notation.code import code_key
from vanban.notation.organ import organ_key


class Judgements:
    """What was decided about the documents at hand; of two lines about one thing the later one counts."""

    def __init__(self, given: Iterable[Judgement] = (), documents: Sequence[Document] = ()) -> None:
        """`documents` are those in which the judgements are looked for."""
        self.given = list(given)
        self._ids = {document.id for document in documents} if self.given else set()
        self._codes: dict[str, list[str]] = {}
        for document in documents if self.given else ():
            self._codes.setdefault(code_key(document.id.partition("@")[0]), []).append(document.id)
        self._by: dict[tuple[str, str | None, str], list[Judgement]] = {}
        for judgement in self.given:
            stands = judgement.document if judgement.judgement in ("citation", "organ") else None
            where = self.find_document(stands) if stands else None
            if stands is None or where is not None:
                self._by.setdefault((judgement.judgement, where, _key(judgement)), []).append(judgement)

    def find_document(self, said: str) -> str | None:
        """The id of the document that a judgement means by an id, or by number and symbol; None where none or several
        could be meant."""
        if said in self._ids:
            return said
        found = self._codes.get(code_key(said.partition("@")[0]), [])
        return found[0] if len(found) == 1 else None

    def citation(self, document: str, reference: Reference) -> tuple[Judgement | None, set[str]]:
        """What was decided that a citation is, and the ids of the documents that it is not."""
        if not self._by:
            return None, set()
        names = {code_key(name) for name in (reference.text, reference.code.text if reference.code else "") if name}
        return self._decide([one for name in sorted(names) for one in self._by.get(("citation", document, name), ())])

    def organ(self, document: str, name: str) -> tuple[Judgement | None, set[str]]:
        """What organ a name was decided to be, in one document or in all, and the ids of those that it is not."""
        if not self._by:
            return None, set()
        key = organ_key(name)
        everywhere, here = (self._by.get(("organ", where, key), []) for where in (None, document))
        return self._decide([*everywhere, *here])

    def duty(self, duty: str) -> tuple[set[str], set[str]]:
        """The ids of the duties that a duty was decided to hand on, and of those that it does not."""
        known = self._by.get(("duty", None, duty), ()) if self._by else ()
        handed, kept = set[str](), set[str]()
        for one in known:
            (handed if one.is_ else kept).add(one.is_ or one.is_not or "")
            (kept if one.is_ else handed).discard(one.is_ or one.is_not or "")
        return handed, kept

    def are_apart(self, first: str, second: str) -> bool:
        """Whether two names were decided not to name one organ."""
        if not self._by:
            return False
        keys = (organ_key(first), organ_key(second))
        return any(
            one.is_not is not None and organ_key(one.is_not) == other
            for key, other in (keys, keys[::-1])
            for one in self._by.get(("organ", None, key), ())
        )

    def is_settled(self, finding: str) -> bool:
        """Whether a finding was decided to be none."""
        return ("finding", None, finding) in self._by

    def _decide(self, known: list[Judgement]) -> tuple[Judgement | None, set[str]]:
        chosen: Judgement | None = None
        refused: set[str] = set()
        for one in known:
            if one.is_ is not None:
                chosen = one
                refused.discard(self._name(one, one.is_))
            elif one.is_not is not None:
                refused.add(self._name(one, one.is_not))
                if chosen and self._name(chosen, chosen.is_ or "") in refused:
                    chosen = None
        return chosen, refused

    def _name(self, judgement: Judgement, said: str) -> str:
        return (self.find_document(said) or said) if judgement.judgement == "citation" else said


def tell_author(judgement: Judgement) -> str:
    """Who decided and when, as the end of a sentence.

    >>> tell_author(Judgement("finding", "pt-1", by="Nông Thị Hoa", on="2026-04-02"))
    ' của Nông Thị Hoa ngày 2026-04-02'
    >>> tell_author(Judgement("finding", "pt-1"))
    ''
    """
    return (f" của {judgement.by}" if judgement.by else "") + (f" ngày {judgement.on}" if judgement.on else "")


def _key(judgement: Judgement) -> str:
    if judgement.judgement == "organ":
        return organ_key(judgement.name)
    if judgement.judgement == "citation":
        return code_key(judgement.name)
    return judgement.name
