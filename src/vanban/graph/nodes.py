"""The nodes of the graph: one for each organ, office, person, document and duty, whatever names it goes by."""

from __future__ import annotations

import itertools
from typing import TypeAlias

import networkx as nx

from vanban.graph.names import NameIndex
from vanban.judgements import Judgements
from vanban.model.document import Document, Issuer, Party, Reference
from vanban.notation.folding import match_key
from vanban.notation.organ import names_own_unit, names_same_organ, organ_key

Graph: TypeAlias = "nx.MultiDiGraph[str]"

COMMITTEES = {
    "ban thường vụ": "Ban Thường vụ",
    "thường vụ": "Ban Thường vụ",
    "ban thường trực": "Ban Thường trực",
    "thường trực": "Thường trực",
    "ban chấp hành": "Ban Chấp hành",
}
"""Standing bodies that act for the organ whose name follows theirs ("Ban Thường vụ Tỉnh ủy")."""

_UNITS = ("tỉnh", "thành", "phố", "huyện", "quận", "thị", "xã", "phường", "trấn", "đặc", "khu")
_KINDS = {"organ": "organ", "group": "organ", "office": "office", "person": "person"}


def slug(kind: str, name: str) -> str:
    """The id of a node: kind and the key of its name, "organ:sở-y-tế"."""
    return f"{kind}:{match_key(name).replace(' ', '-')}"


def is_same_name(left: str, right: str) -> bool:
    """Whether two names name one organ; the same letters always do."""
    first, second = organ_key(left), organ_key(right)
    if first == second:
        return True
    # Names of one organ share words; asking only those that do keeps a large dossier quick.
    return len(set(first.split()) & set(second.split())) > 1 and names_same_organ(left, right)


def is_committee_of(name: str, organ: str) -> bool:
    """Whether `name` is a standing body of `organ`: "Ban Thường vụ Tỉnh ủy" of "Tỉnh ủy Kiên Giang"."""
    own = name_without_committee(name)
    return own is not None and names_same_organ(own, organ)


def name_without_committee(name: str) -> str | None:
    """The key of the organ whose standing body a name names; None for other names.

    >>> name_without_committee("Ban Thường vụ Tỉnh ủy"), name_without_committee("Tỉnh ủy")
    ('tỉnh uỷ', None)
    """
    key = organ_key(name)
    committee = next((words for words in COMMITTEES if key.startswith(words + " ")), None)
    return key.removeprefix(committee + " ") if committee else None


def lower_by_example(label: str, printed: str) -> str:
    """A label in capitals written as another name of the same organ is; its rest is a territory's name.

    >>> lower_by_example("TỈNH ỦY KIÊN GIANG", "Tỉnh ủy")
    'Tỉnh ủy Kiên Giang'
    >>> lower_by_example("VĂN PHÒNG UBND TỈNH KIÊN GIANG", "Văn phòng Ủy ban nhân dân tỉnh")
    'Văn phòng Ủy ban nhân dân tỉnh Kiên Giang'
    >>> lower_by_example("SỞ Y TẾ", "Sở Y tế tỉnh Kiên Giang")
    'SỞ Y TẾ'
    """
    if not label.isupper() or printed.isupper():
        return label
    words, wanted = label.split(), organ_key(printed)
    length = next((n for n in range(1, len(words) + 1) if organ_key(" ".join(words[:n])) == wanted), None)
    if length is None:
        return label
    rest = [word.lower() if word.lower() in _UNITS else word.capitalize() for word in words[length:]]
    return " ".join([printed, *rest])


class Register:
    """Adds nodes to a graph; a name that was met before, or that names an organ met before, gives its node.

    `document_id` is the document that names are read in.
    """

    def __init__(self, graph: Graph, judgements: Judgements | None = None) -> None:
        """`graph` is the graph that nodes are added to; names that a person kept apart get nodes of their own."""
        self.graph = graph
        self._judgements = judgements or Judgements()
        self.document_id = ""
        self.issuers: dict[str, list[str]] = {}
        """Who issued a document, by its node."""
        self.homes: dict[str, set[str]] = {}
        """The provinces of the papers that name an organ, by its node."""
        self._province: str | None = None
        self._organs: dict[tuple[str, str], str] = {}
        self._index = NameIndex()
        self._met: dict[str, None] = {}
        self._issuer: str | None = None
        self._ids: dict[str, str] = {}

    def party(self, party: Party) -> str:
        """The node of a Party: organs and groups as "organ", office-holders as "office", people as "person".

        Only organs are grouped by what their names name: "Các sở" and "Giám đốc các sở" stay two groups.
        """
        kind = _KINDS.get(party.kind, "organ")
        name = party.full_name or party.name
        if party.kind == "organ":
            node = self.organ(name, party.organ_id)
            if self._province:
                self.homes.setdefault(node, set()).add(self._province)
        else:
            node = self._class(name) if party.kind == "group" else self.named(kind, name, party.organ_id)
        self._add_name(node, party.name)
        return node

    def issuer(self, issuer: Issuer) -> str | None:
        """The node of an issuing organ, *cơ quan ban hành*; None where the document names none."""
        name = issuer.full_name or " ".join(part for part in (issuer.name, issuer.parent) if part)
        self._issuer = self.organ(name, issuer.organ_id) if name else None
        if self._issuer and self._province:
            self.homes.setdefault(self._issuer, set()).add(self._province)
        return self._issuer

    def begin(self, document: str, province: str | None = None) -> None:
        """Names are those of this document, of this province, from now on; its issuer comes first."""
        self.document_id = document
        self._province = province
        self._met = {}
        self._issuer = None

    def organ(self, name: str, organ_id: str | None = None) -> str:
        """The node of an organ, whichever of its names is given: by its id in the directory, else by the name. An organ
        that this document has named goes first: "UBND tỉnh" is that of the province that it speaks of."""
        key = (self.document_id, match_key(name))
        if key not in self._organs:
            node = (
                self._ids.get(organ_id or "")
                or next((node for node in self._met if self._fits(node, name, organ_id)), None)
                or (None if organ_id else self._of_issuer(name))
                or self._known_organ(name, organ_id)
                or self._new_organ(name, organ_id)
            )
            self._organs[key] = node
            self._met[node] = None
            if organ_id:
                self._ids[organ_id] = node
                self.graph.nodes[node]["organ_id"] = organ_id
        self._add_name(self._organs[key], name)
        return self._organs[key]

    def _of_issuer(self, name: str) -> str | None:
        """What a name means inside the issuer: "Phòng Nghiệp vụ" is the one of this Sở, "Ban Thường vụ" that of this
        Party organ; None for names that say of whom."""
        if self._issuer is None:
            return None
        issuer = self.graph.nodes[self._issuer]["label"]
        if (committee := COMMITTEES.get(organ_key(name))) is not None:
            return self.organ(f"{committee} {issuer}")
        if not names_own_unit(name):
            return None
        node = slug("organ", f"{name} {issuer}")
        if node not in self.graph:
            printed = " ".join(name.split())
            self.graph.add_node(
                node, id=node, kind="organ", label=f"{printed} ({issuer})", names=[printed], unit_of=self._issuer
            )
        return node

    def _new_organ(self, name: str, organ_id: str | None) -> str:
        """A node of its own, also where another organ bears the same name: "Sở Y tế" of another province."""
        other = organ_id and slug("organ", name) in self.graph
        node = slug("organ", f"{name} ({organ_id})" if other else name)
        if node not in self.graph:
            printed = " ".join(name.split())
            self.graph.add_node(node, id=node, kind="organ", label=printed, names=[printed])
        # All names of a node must fit a new one, so the first tells enough.
        self._index.add(self.graph.nodes[node]["names"][0], node)
        return node

    def _class(self, name: str) -> str:
        """The node of a class, by the letters of its name: "Các sở" of two provinces are two."""
        node, printed = slug("organ", name), " ".join(name.split())
        home = self.graph.nodes[node].get("province") if node in self.graph else None
        if home and self._province not in (None, home):
            node = slug("organ", f"{name} ({self._province})")
        if node not in self.graph:
            self.graph.add_node(node, id=node, kind="organ", label=printed, names=[])
        data = self.graph.nodes[node]
        data["class"], data["province"] = True, data.get("province") or self._province
        return node

    def named(self, kind: str, name: str, organ_id: str | None = None) -> str:
        """The node of an office or person by the letters of the name; "Chủ tịch UBND tỉnh" of two provinces are two."""
        node, printed = slug(kind, name), " ".join(name.split())
        known = self.graph.nodes[node].get("organ_id") if node in self.graph else None
        if known and organ_id not in (None, known):
            node = slug(kind, f"{name} ({organ_id})")
        if node not in self.graph:
            self.graph.add_node(node, id=node, kind=kind, label=printed, names=[])
        if organ_id:
            self.graph.nodes[node]["organ_id"] = organ_id
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
        node = reference.awaits or slug("document", code or reference.text)
        other = node in self.graph and reference.date and self.graph.nodes[node]["date"] not in (None, reference.date)
        if reference.awaits is None and other:
            # Numbers begin anew every year: another date is another document.
            node = slug("document", f"{code or reference.text} {reference.date}")
        if node in self.graph:
            self.graph.nodes[node]["date"] = self.graph.nodes[node]["date"] or reference.date
        else:
            label = " ".join(part for part in (reference.document_type, code) if part) if code else reference.text
            self.graph.add_node(
                node, id=node, kind="document", label=label[:80], code=code, date=reference.date, source=None
            )
        return node

    def _known_organ(self, name: str, organ_id: str | None) -> str | None:
        """The only organ that `name` names; it must fit every name that the organ has."""
        fits = itertools.islice((node for node in self._index.find(name) if self._fits(node, name, organ_id)), 2)
        first, second = next(fits, None), next(fits, None)
        return first if second is None else None

    def _fits(self, node: str, name: str, organ_id: str | None) -> bool:
        data = self.graph.nodes[node]
        if organ_id and data.get("organ_id") not in (None, organ_id):
            return False
        return all(is_same_name(known, name) and not self._judgements.are_apart(known, name) for known in data["names"])

    def name_issuer(self, document: str, name: str) -> None:
        """Note that another document calls the issuer of `document` by `name`."""
        for issuer in self.issuers.get(document, ()):
            if is_same_name(self.graph.nodes[issuer]["label"], name):
                self._add_name(issuer, name)

    def _add_name(self, node: str, name: str) -> None:
        attributes = self.graph.nodes[node]
        printed = " ".join(name.split())
        if printed not in attributes["names"]:
            attributes["names"].append(printed)
        attributes["label"] = lower_by_example(attributes["label"], printed)
