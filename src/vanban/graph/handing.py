"""Duties handed on, *giao lại nhiệm vụ*, along a chain: which order of a step passes on which order before it."""

from __future__ import annotations

from typing import Any

import msgspec

from vanban.graph.moves import PASSES_ON, HandedOn, Step, prove
from vanban.graph.nodes import Graph

_BETWEEN = ("member_of", "succeeded_by")
"""Steps from who was told to who acts: from a class to its member, from a merged organ to what took its place."""


class Handing:
    """Which duty hands on which, read from a graph once."""

    def __init__(self, graph: Graph) -> None:
        """`graph` stays as it is."""
        self._graph = graph
        self._upper: dict[str, list[str]] = {}
        self._home: dict[str, dict[str, Any]] = {}
        """For each duty the edge by which its document assigns it."""
        for source, target, data in graph.edges(data=True):
            if data["relation"] == "hands_on":
                self._upper.setdefault(source, []).append(target)
            elif data["relation"] == "assigns":
                self._home[target] = data

    def tie(self, steps: list[Step]) -> list[Step]:
        """The steps; where an order passes on one before it, both keep the proofs of such duties alone, and the lower
        one says what it hands on. Where nothing is handed on, the step stays as it is."""
        tied = list(steps)
        for place in range(len(tied) - 1, 0, -1):
            before = place - 1
            while before > 0 and tied[before].relation in _BETWEEN:
                before -= 1
            upper, lower = tied[before], tied[place]
            if lower.relation != "instructs":
                continue
            found = {
                proof.duty: above
                for proof in lower.proofs
                if (above := [one for one in self._upper.get(proof.duty or "", ()) if self._is_of(one, upper)])
            }
            if not found:
                continue
            handed = list(dict.fromkeys(one for above in found.values() for one in above))
            tied[place] = limit(lower, set(found), [self._prove(one) for one in handed if one in self._home])
            if upper.relation == "instructs":
                tied[before] = limit(upper, set(handed), upper.hands_on)
        return tied

    def _is_of(self, duty: str, step: Step) -> bool:
        """Whether a duty is one that a step orders, hands on, or whose document the step passes on."""
        if step.relation == "instructs":
            return any(proof.duty == duty for proof in step.proofs)
        home = self._home.get(duty)
        passed = step.relation in PASSES_ON and home is not None and home["document"] == step.target
        return passed or (step.relation == "hands_on" and step.target == duty)

    def _prove(self, duty: str) -> HandedOn:
        data = self._home[duty]
        proof = prove(data)
        label = self._graph.nodes[data["document"]]["label"]
        return HandedOn(proof.span, proof.text, proof.duty, data["document"], label)


def limit(step: Step, duties: set[str | None], hands_on: list[HandedOn] | None = None) -> Step:
    """A step with the proofs of some duties alone."""
    kept = [proof for proof in step.proofs if proof.duty in duties]
    return msgspec.structs.replace(step, proofs=kept, hands_on=step.hands_on if hands_on is None else hands_on)
