"""Drafts of follow-up papers, *dự thảo văn bản*: every sentence restates a field or a duty of the dossier; what
cannot be known stands as "[CẦN BỔ SUNG: …]".
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from vanban.directory import Directory
from vanban.errors import UnreadableError, UsageError
from vanban.model.dossier import Dossier
from vanban.write.layout import render_paper
from vanban.write.paper import Paper
from vanban.write.placeholder import find_placeholders
from vanban.write.plan import SETTINGS, plan_organ

KINDS: dict[str, str] = {
    "ke-hoach-trien-khai": "Kế hoạch triển khai của một cơ quan",
}
_WRITERS: Mapping[str, Callable[[Dossier, str | None, dict[str, str], Directory | None], Paper]] = {
    "ke-hoach-trien-khai": plan_organ,
}


def draft(
    kind: str,
    dossier: Dossier,
    organ: str | None,
    settings: dict[str, str],
    directory: Directory | None = None,
) -> bytes:
    """A .docx of `kind` for `organ`; `settings` fill what the dossier cannot know (number, date, signer, …).
    `directory` is the one that the dossier was assembled with.

    Raises `UsageError` for an unknown kind or setting, an organ that is missing or has no duty of its own.
    """
    if kind not in _WRITERS:
        raise UsageError(f"Không có loại dự thảo “{kind}”; hãy chọn một trong các loại: {', '.join(KINDS)}.")
    unknown = sorted(set(settings) - set(SETTINGS))
    if unknown:
        raise UsageError(f"Không có mục “{unknown[0]}” để điền vào dự thảo; hãy dùng các mục: {', '.join(SETTINGS)}.")
    return render_paper(_WRITERS[kind](dossier, organ, settings, directory))


def list_placeholders(docx_bytes: bytes) -> list[str]:
    """The places that a draft leaves open, "[CẦN BỔ SUNG: …]" as they stand, in reading order, each once."""
    import docx
    from docx.oxml.ns import qn

    try:
        word = docx.Document(io.BytesIO(docx_bytes))
    except (ValueError, KeyError, OSError, zipfile.BadZipFile) as error:
        raise UnreadableError("Dữ liệu không phải là tệp .docx; hãy chọn tệp do vanban draft ghi ra.") from error
    found: dict[str, None] = {}
    for paragraph in word.element.body.iter(qn("w:p")):
        text = "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
        found.update(dict.fromkeys(find_placeholders(text)))
    return list(found)
