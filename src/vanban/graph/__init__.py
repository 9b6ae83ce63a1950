"""Who instructs whom: the graph of a dossier, the chains in it, its views and its forms of export.

The graph restates links and duties and infers nothing; every edge carries the document and the sentence that prove it.
"""

from vanban.graph.chains import Chain, Chains, find_chains, select_chains
from vanban.graph.export import FORMATS, export_graph
from vanban.graph.moves import Proof, Step
from vanban.graph.questions import Act, Wait, find_acts, find_waits
from vanban.graph.structure import build_graph
from vanban.graph.views import VIEWS, view_graph

__all__ = [
    "FORMATS",
    "VIEWS",
    "Act",
    "Chain",
    "Chains",
    "Proof",
    "Step",
    "Wait",
    "build_graph",
    "export_graph",
    "find_acts",
    "find_chains",
    "find_waits",
    "select_chains",
    "view_graph",
]
