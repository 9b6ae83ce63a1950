"""The nodes of the graph: one for each organ, office, person, document and duty, whatever names it goes by."""

from __future__ import annotations

from typing import TypeAlias

import networkx as nx

from vanban.model.document import Document, Issuer, Party, Reference
from vanban.notation.folding import match_key
from vanban.notation.organ import names_same_organ

Graph: TypeAlias = "nx.MultiDiGraph[str]"

COMMITTEES = ("ban thường vụ", "thường vụ", "ban thường trực", "thường trực", "ban chấp hành")
"""Standing bodies that act for the organ whose name follows theirs ("Ban Thường vụ Tỉnh ủy")."""

_KINDS = {"organ": "organ", "group": "organ", "office": "office", "person": "person"}


def slug(kind: str, name: str) -> str:
    """The id of a node: kind and the key of its name, "organ:sở-y-tế"."""
    return f"{kind}:{match_key(name).replace(' ', '-')}"


def is_same_name(left: str, right: str) -> bool:
    """Whether two names name one organ; the same letters always do."""
    return match_key(left) == match_key(right) or names_same_organ(left, right)


def is_committee_of(name: str, organ: str) -> bool:
    """Whether `name` is a standing body of `organ`: "Ban Thường vụ Tỉnh ủy" of "Tỉnh ủy Kiên Giang"."""
    key, parent = match_key(name), match_key(organ)
    for committee in COMMITTEES:
        if key.startswith(committee + " "):
            rest = key[len(committee) + 1 :]
            return parent == rest or parent.startswith(rest + " ") or names_same_organ(rest, organ)
    return False


class Register:
    """Adds nodes to a graph; a name that was met before, or that names an organ met before, gives its node."""

    def __init__(self, graph: Graph) -> None:
        """`graph` is the graph that nodes are added to."""
        self.graph = graph
        self._organs: dict[str, str] = {}

    def party(self, party: Party) -> str:
        """The node of a Party: organs and groups as "organ", office-holders as "office", people as "person"."""
        kind = _KINDS.get(party.kind, "organ")
        name = party.full_name or party.name
        node = self.organ(name) if kind == "organ" else self.named(kind, name)
        self._add_name(node, party.name)
        return node

    def issuer(self, issuer: Issuer) -> str | None:
        """The node of an issuing organ, *cơ quan ban hành*; None where the document names none."""
        name = issuer.full_name or " ".join(part for part in (issuer.name, issuer.parent) if part)
        return self.organ(name) if name else None

    def organ(self, name: str) -> str:
        """The node of an organ. Only organs are grouped by more than letters: two offices of one organ stay two."""
        key = match_key(name)
        if key not in self._organs:
            self._organs[key] = self._known_organ(name) or self.named("organ", name)
        node = self._organs[key]
        self._add_name(node, name)
        return node

    def named(self, kind: str, name: str) -> str:
        """The node of an office or person, by the letters of the name."""
        node = slug(kind, name)
        if node not in self.graph:
            self.graph.add_node(node, id=node, kind=kind, label=" ".join(name.split()), names=[])
        self._add_name(node, name)
        return node

    def document(self, document: Document) -> str:
        """The node of a document that was read."""
        code = document.code.text if document.code else None
        kind = document.document_type.name if document.document_type else "Văn bản"
        self.graph.add_node(
            document.id,
            id=document.id,
            kind="document",
            label=f"{kind} {code}" if code else f"{kind} {document.subject or '(không số)'}"[:80],
            code=code,
            date=document.promulgation.date if document.promulgation else None,
            source=document.source,
        )
        return document.id

    def cited(self, reference: Reference) -> str:
        """The node of a cited document: the one that was read where it is in the dossier, else one without source."""
        if reference.target and reference.target in self.graph:
            return reference.target
        code = reference.code.text if reference.code else None
        node = slug("document", code or reference.text)
        if node not in self.graph:
            label = " ".join(part for part in (reference.document_type, code) if part) if code else reference.text
            self.graph.add_node(
                node, id=node, kind="document", label=label[:80], code=code, date=reference.date, source=None
            )
        return node

    def _known_organ(self, name: str) -> str | None:
        for node in dict.fromkeys(self._organs.values()):
            if names_same_organ(self.graph.nodes[node]["label"], name):
                return node
        return None

    def _add_name(self, node: str, name: str) -> None:
        attributes = self.graph.nodes[node]
        printed = " ".join(name.split())
        if printed not in attributes["names"]:
            attributes["names"].append(printed)
        # "SỞ Y TẾ" in the head of a letter and "Sở Y tế" in its text: the second is easier to read.
        label = attributes["label"]
        if label.isupper() and not printed.isupper() and match_key(printed) == match_key(label):
            attributes["label"] = printed
