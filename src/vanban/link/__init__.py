"""Citations to documents, places to the parts that they open, duties to the duties that they hand on; only where one
candidate remains."""

from __future__ import annotations

from vanban.link.documents import link_documents
from vanban.link.duties import link_duties
from vanban.link.organs import resolve_organs
from vanban.link.places import open_pinpoints

__all__ = ["link_documents", "link_duties", "open_pinpoints", "resolve_organs"]
