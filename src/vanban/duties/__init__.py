"""Documents to duties: every action laid on a named organ, with assignee, deadline, report and evidence."""

from __future__ import annotations

import msgspec

from vanban.duties.instructor import find_instructors, find_transmitter
from vanban.duties.scope import opening_context, report_only
from vanban.duties.setting import make_setting
from vanban.duties.walk import Walker
from vanban.model.document import Document

__all__ = ["find_duties"]


def find_duties(document: Document, issuing: Document | None = None) -> Document:
    """The document with its duties, in the order of the text; what they hand on is found later, by linking.

    `issuing` is the document that it is issued under: its date and issuer hold for this one too.
    A submission upwards (tờ trình, báo cáo) gives none; of laws, decrees and circulars only the closing article.
    """
    if report_only(document):
        return msgspec.structs.replace(document, duties=[])
    instructors = find_instructors(document)
    if issuing is not None and not instructors:
        # A place in another document is no evidence here.
        instructors = tuple(msgspec.structs.replace(party, span=None) for party in find_instructors(issuing))
    transmitters = find_transmitter(document, instructors)
    walker = Walker(make_setting(document, issuing or document, instructors, transmitters))
    walker.walk(document.body, opening_context(document))
    return msgspec.structs.replace(document, duties=walker.duties)
