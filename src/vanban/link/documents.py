"""Which document a citation means: number and symbol first, then date and issuer; what stays open says so."""

from __future__ import annotations

import msgspec

from vanban.model.document import Document, Reference
from vanban.model.dossier import Link
from vanban.notation.folding import fold, match_key
from vanban.notation.organ import organ_key


def link_documents(documents: list[Document]) -> tuple[list[Document], list[Link]]:
    """The documents with the targets of their citations, and for each citation why it is resolved or not."""
    index: dict[str, list[Document]] = {}
    for document in documents:
        if document.code is not None and document.code.number is not None:
            index.setdefault(match_key(document.code.text), []).append(document)
    linked: list[Document] = []
    links: list[Link] = []
    for document in documents:
        references = []
        for number, reference in enumerate(document.references):
            link = _resolve(document, number, reference, index)
            links.append(link)
            references.append(msgspec.structs.replace(reference, target=link.target))
        linked.append(msgspec.structs.replace(document, references=references))
    return linked, links


def _resolve(document: Document, number: int, reference: Reference, index: dict[str, list[Document]]) -> Link:
    if reference.code is None:
        return Link(document.id, number, "unknown", None, "Viện dẫn không ghi số, ký hiệu.")
    candidates = [other for other in index.get(match_key(reference.code.text), []) if other.id != document.id]
    if not candidates:
        return Link(document.id, number, "unknown", None, "Văn bản được viện dẫn không có trong hồ sơ.")
    fitting = [other for other in candidates if _fits(reference, other)]
    unique = {other.id: other for other in fitting}
    if len(unique) == 1:
        return Link(
            document.id,
            number,
            "resolved",
            next(iter(unique)),
            "Trùng số, ký hiệu; ngày và cơ quan ban hành không trái nhau.",
        )
    if not unique:
        return Link(
            document.id, number, "unknown", None, "Có văn bản cùng số, ký hiệu nhưng khác ngày hoặc cơ quan ban hành."
        )
    names = ", ".join(sorted(unique))
    return Link(document.id, number, "ambiguous", None, f"Nhiều văn bản cùng số, ký hiệu: {names}.")


def _fits(reference: Reference, document: Document) -> bool:
    """Nothing that the citation says speaks against the document."""
    date = document.promulgation.date if document.promulgation else None
    if reference.date and date and reference.date != date:
        return False
    if not reference.issuer or document.issuer is None or document.issuer.name is None:
        return True
    said = set(organ_key(reference.issuer).split())
    printed = set(organ_key(document.issuer.full_name or document.issuer.name).split())
    return bool(said & printed) or fold(reference.issuer).startswith(
        ("thu tuong", "bo chinh tri", "ban bi thu", "ban thuong vu", "bo truong", "chu tich")
    )
