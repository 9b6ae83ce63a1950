"""From a dossier to its graph: each link and duty restated as nodes and edges."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import networkx as nx

from vanban.directory import Directory, load_directory
from vanban.directory.names import Lookup
from vanban.directory.setting import read_settings
from vanban.graph.classes import find_members, find_provinces
from vanban.graph.names import NameIndex
from vanban.graph.nodes import Graph, Register, is_committee_of, is_same_name
from vanban.graph.sentence import prove_by_sentence, prove_by_words
from vanban.judgements import Judgements
from vanban.model.document import Document, Duty, Party
from vanban.model.dossier import Dossier
from vanban.model.text import Span
from vanban.notation.organ import organ_key
from vanban.notation.territory import are_apart


def build_graph(dossier: Dossier, directory: Directory | None = None) -> Graph:
    """The graph of a dossier, *hồ sơ*: organs, offices, people, documents and duties with proven edges.

    `directory` (by default the built-in one) gives organs of one printed name their names in full.
    """
    graph: Graph = nx.MultiDiGraph()
    known = directory or load_directory()
    settings = read_settings(Lookup(known), dossier.documents)
    provinces = find_provinces(dossier.documents, settings, known)
    register = Register(graph, Judgements(dossier.judgements, dossier.documents))
    for document in dossier.documents:
        register.document(document)
    for document in dossier.documents:
        for duty in document.duties:
            graph.add_node(
                duty.id,
                id=duty.id,
                kind="duty",
                label=_shorten(duty.action or duty.text),
                path=duty.path,
                deadline=_until(duty),
            )
    for document in dossier.documents:
        register.begin(document.id, provinces.get(document.id))
        issuer = add_document(register, document)
        for duty in document.duties:
            add_duty(register, document, duty, issuer)
    for document in dossier.documents:
        for reference in document.references:
            if reference.issuer and reference.target and reference.target in graph:
                register.name_issuer(reference.target, reference.issuer)
    add_posts(graph, known)
    for document in dossier.documents:
        register.begin(document.id, provinces.get(document.id))
        for duty in document.duties:
            add_successors(register, document, duty)
    name_apart(graph, known)
    for member, group, home, why in find_members(register, dossier.documents, known, settings, provinces):
        _add_once(graph, member, group, "member_of", home, (None, why))
    for node, issuers in register.issuers.items():
        graph.nodes[node]["issuer"] = label(graph, issuers[0])
    return graph


def add_document(register: Register, document: Document) -> str | None:
    """The edges of one document beside its duties; gives the node of its issuer."""
    graph = register.graph
    issuer = register.issuer(document.issuer) if document.issuer else None
    if issuer:
        add_edge(graph, issuer, document.id, "issues", document.id, _issuer_proof(document))
        register.issuers.setdefault(document.id, []).append(issuer)
    for signer in document.signers:
        if signer.full_name:
            person = register.named("person", signer.full_name)
            add_edge(graph, person, document.id, "signs", document.id, prove_by_words(document, signer.span))
    for relation, parties in (("addressed_to", document.addressees), ("copied_to", document.to_places)):
        for party in parties:
            if not party.same_as:
                proof = prove_by_words(document, party.span)
                add_edge(graph, document.id, register.party(party), relation, document.id, proof)
    for reference in document.references:
        cited = register.cited(reference)
        if cited == document.id:
            continue
        proof = prove_by_sentence(document, reference.span)
        add_edge(graph, document.id, cited, reference.relation, document.id, proof)
        if reference.issuer and cited != reference.target and cited not in register.issuers:
            other = register.organ(reference.issuer)
            add_edge(graph, other, cited, "issues", document.id, proof)
            register.issuers[cited] = [other]
    return issuer


def add_duty(register: Register, document: Document, duty: Duty, issuer: str | None) -> None:
    """The edges of one duty, *nhiệm vụ được giao*: who instructs, leads, coordinates, receives the report."""
    graph = register.graph
    proof: tuple[Span | None, str] = (duty.span, " ".join(duty.text.split()))

    def add(source: str, target: str, relation: str) -> None:
        add_edge(graph, source, target, relation, document.id, proof, duty.id)

    add(document.id, duty.id, "assigns")
    assignees = _nodes(register, duty.assignees)
    instructors = _nodes(register, duty.instructed_by) or ([issuer] if issuer else [])
    for instructor in instructors:
        if issuer and instructor != issuer and is_committee_of(label(graph, instructor), label(graph, issuer)):
            _add_once(graph, instructor, issuer, "member_of", document.id, proof)
    via = register.party(duty.via) if duty.via else None
    senders = instructors
    if via:
        for instructor in instructors:
            add(instructor, via, "instructs")
        senders = [via]
    for assignee in assignees:
        for sender in senders:
            if sender != assignee:
                add(sender, assignee, "instructs")
        for office in _nodes(register, duty.transmitted_by):
            add(office, assignee, "transmits")
        add(duty.id, assignee, "leads")
    for relation, parties in (("coordinates", duty.coordinators), ("reports_to", duty.report_to)):
        for node in _nodes(register, parties):
            add(duty.id, node, relation)
    for inherited in duty.inherits:
        if inherited in graph:
            add(duty.id, inherited, "hands_on")


def add_successors(register: Register, document: Document, duty: Duty) -> None:
    """Who took the place of an assignee since: organ –succeeded_by→ organ, by which decree and from when; no
    place in the document proves it, so the edge has none."""
    graph = register.graph
    for party in duty.assignees:
        if party.kind != "organ":
            continue
        last, before = register.party(party), party.name
        for step in party.successors:
            following = register.organ(step.name, step.organ_id)
            present = (graph.get_edge_data(last, following) or {}).values()
            if last != following and all(edge["relation"] != "succeeded_by" for edge in present):
                text = f"{step.name} thay {before} từ {step.date}" + (f" ({step.basis})" if step.basis else "")
                add_edge(graph, last, following, "succeeded_by", document.id, (None, text), duty.id)
            last, before = following, step.name


def add_posts(graph: Graph, directory: Directory) -> None:
    """An office belongs to the organ that its name names: "Chủ tịch Ủy ban nhân dân tỉnh" –member_of→ the organ, by its
    id in the directory, else by the name where one organ alone fits.

    The proof is the sentence of the office's first edge.
    """
    index = NameIndex()
    by_id: dict[str, str] = {}
    for node, data in graph.nodes(data=True):
        if data["kind"] == "organ":
            index.add(data["label"], node)
            by_id.setdefault(data.get("organ_id") or "", node)
    for office, data in [(node, data) for node, data in graph.nodes(data=True) if data["kind"] == "office"]:
        if identifier := data.get("organ_id"):
            organ = by_id.get(identifier)
        else:
            fits = [node for node in index.find(data["label"]) if _is_post_of(graph, data["label"], node, directory)]
            organ = fits[0] if len(fits) == 1 else None
        first = next(iter(_edges_of(graph, office)), None)
        if organ and first:
            _add_once(graph, office, organ, "member_of", first["document"], (first["span"], first["text"]))


def _is_post_of(graph: Graph, office: str, organ: str, directory: Directory) -> bool:
    """Whether an office's name names an organ, and none of another place."""
    found = directory.find(graph.nodes[organ].get("organ_id") or "")
    names = (label(graph, organ), *([found.name] if found else ()))
    return is_same_name(office, names[0]) and not any(are_apart(office, name) for name in names)


def name_apart(graph: Graph, directory: Directory) -> None:
    """Organs that share a name ("Sở Y tế" of two provinces) are shown by their names in full; classes and offices that
    do ("Các sở", "Chủ tịch UBND tỉnh") with the names of their provinces."""
    bearers: dict[str, list[str]] = {}
    for node, data in graph.nodes(data=True):
        if data["kind"] in ("organ", "office"):
            for key in {organ_key(name) for name in data["names"]}:
                bearers.setdefault(key, []).append(node)
    for nodes in bearers.values():
        homes = {node: province for node in nodes if (province := _province_of(graph, node))}
        for node in nodes if len(nodes) > 1 else ():
            data = graph.nodes[node]
            found = directory.find(data.get("organ_id") or "") if data["kind"] == "organ" else None
            if found:
                data["label"] = found.name
            elif (data.get("class") or data["kind"] == "office") and node in homes and len(set(homes.values())) > 1:
                territory = directory.organs.get(f"/{homes[node]}")
                place = f" ({territory.name if territory else homes[node].title()})"
                data["label"] = data["label"].removesuffix(place) + place


def _province_of(graph: Graph, node: str) -> str | None:
    """The province of a class, or of the organ that an office belongs to."""
    data = graph.nodes[node]
    identifier = data.get("organ_id") or ""
    return data.get("province") or (identifier.partition(".")[0] if "." in identifier else None)


def add_edge(
    graph: Graph,
    source: str,
    target: str,
    relation: str,
    document: str,
    proof: tuple[Span | None, str],
    duty: str | None = None,
) -> None:
    """One edge with its relation, the document that proves it, the place there and the sentence."""
    span, text = proof
    graph.add_edge(
        source, target, relation=relation, document=document, span=list(span) if span else None, text=text, duty=duty
    )


def label(graph: Graph, node: str) -> str:
    """The name under which a node is shown."""
    return str(graph.nodes[node]["label"])


def _add_once(
    graph: Graph, source: str, target: str, relation: str, document: str, proof: tuple[Span | None, str]
) -> None:
    present = (graph.get_edge_data(source, target) or {}).values()
    if source != target and all(edge["relation"] != relation for edge in present):
        add_edge(graph, source, target, relation, document, proof)


def _edges_of(graph: Graph, node: str) -> Iterable[dict[str, Any]]:
    for _, _, data in graph.out_edges(node, data=True):
        yield data
    for _, _, data in graph.in_edges(node, data=True):
        yield data


def _nodes(register: Register, parties: Iterable[Party]) -> list[str]:
    return list(dict.fromkeys(register.party(party) for party in parties))


def _issuer_proof(document: Document) -> tuple[Span | None, str]:
    evidence = document.evidence.get("issuer.name") or document.evidence.get("issuer")
    return prove_by_words(document, evidence.span) if evidence else (None, "")


def _shorten(text: str, length: int = 90) -> str:
    words = " ".join(text.split())
    return words if len(words) <= length else words[: length - 1].rsplit(" ", 1)[0] + "…"


def _until(duty: Duty) -> str | None:
    """The day of a duty's deadline, else its words."""
    return (duty.deadline.date or duty.deadline.text) if duty.deadline else None
