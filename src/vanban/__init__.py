"""vanban reads Vietnamese official correspondence: fields, delegated duties with their evidence, and who
instructs whom.

>>> import vanban
>>> parsed = vanban.parse("samples/chi-thi.txt")          # doctest: +SKIP
>>> dossier = vanban.assemble(parsed.documents)           # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vanban.errors import VanbanError

if TYPE_CHECKING:
    from vanban.model.document import Document, Duty
    from vanban.model.dossier import Dossier
    from vanban.model.form import FormFinding, FormReport
    from vanban.model.text import Problem
    from vanban.pipeline import assemble, check, mend, parse

__version__ = "0.1.0"
__all__ = [
    "Document", "Dossier", "Duty", "FormFinding", "FormReport", "Problem", "VanbanError", "assemble", "check", "mend",
    "parse",
]  # fmt: skip

# Loaded when first used: `vanban --help` must not pay for lxml, docx and networkx.
_HOMES = {
    "Document": "vanban.model.document",
    "Duty": "vanban.model.document",
    "Dossier": "vanban.model.dossier",
    "FormFinding": "vanban.model.form",
    "FormReport": "vanban.model.form",
    "Problem": "vanban.model.text",
    "assemble": "vanban.pipeline",
    "check": "vanban.pipeline",
    "mend": "vanban.pipeline",
    "parse": "vanban.pipeline",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'vanban' has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_HOMES[name]), name)
