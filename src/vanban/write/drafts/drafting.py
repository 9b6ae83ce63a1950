"""Drafts of follow-up papers, *dự thảo văn bản*: every sentence restates a field or a duty of the dossier; what
cannot be known stands as "[CẦN BỔ SUNG: …]".
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Mapping

import msgspec

from vanban.directory import Directory
from vanban.errors import UnreadableError, UsageError
from vanban.model.dossier import Dossier
from vanban.write.drafts.brief import Brief
from vanban.write.drafts.kinds import KINDS
from vanban.write.drafts.paper import Paper, rewrite_paper
from vanban.write.drafts.placeholder import clean_text, find_placeholders
from vanban.write.drafts.settings import CHOICES, SETTINGS
from vanban.write.drafts.template.fill import fill_template
from vanban.write.drafts.word.forms import PartyChoice, load_choice
from vanban.write.drafts.word.render import find_form, render_paper

_OTHERS = ("document", "sections")


def compose(
    kind: str,
    dossier: Dossier,
    organ: str | None,
    settings: Mapping[str, str],
    directory: Directory | None = None,
    *,
    day: dt.date | None = None,
) -> Paper:
    """The paper of a kind for `organ`, part by part with its sources; `settings` fill what the dossier cannot know
    (number, date, signer, …); `day` is the one at which states are told, today by default; `directory` the one that
    the dossier was assembled with.

    Raises `UsageError` for an unknown kind or setting, an organ that is missing or has no duty of its own.
    """
    known = {each.name: each for each in KINDS}
    if kind not in known:
        raise UsageError(f"Không có loại dự thảo “{kind}”; hãy chọn một trong các loại: {', '.join(known)}.")
    keys = [*(setting.key for setting in SETTINGS), *_OTHERS, *CHOICES]
    unknown = sorted(set(settings) - set(keys))
    if unknown:
        raise UsageError(f"Không có mục “{unknown[0]}” để điền vào dự thảo; hãy dùng các mục: {', '.join(keys)}.")
    if not clean_text(organ or ""):
        raise UsageError("Dự thảo phải có tên cơ quan soạn văn bản; hãy thêm --for “tên cơ quan”.")
    brief = Brief(dossier, clean_text(organ or ""), dict(settings), day or dt.date.today(), directory)
    return known[kind].write(brief)


def draft(
    kind: str,
    dossier: Dossier,
    organ: str | None,
    settings: Mapping[str, str],
    directory: Directory | None = None,
    *,
    day: dt.date | None = None,
) -> bytes:
    """A .docx of the paper that `compose` gives."""
    return render(compose(kind, dossier, organ, settings, directory, day=day), settings)


def render(
    paper: Paper, settings: Mapping[str, str], template: bytes | None = None, template_name: str = "mẫu"
) -> bytes:
    """The paper as .docx, in the form of the State or of the Party, or in the office's own `template`; `settings`
    decide what is open in the Party's form."""
    choice = read_choice(settings)
    if paper.system == "party" and choice.tone == "uỷ":
        paper = rewrite_paper(paper, _move_tone)
    if template is not None:
        return fill_template(template, paper, find_form(paper, choice), template_name)
    return render_paper(paper, choice)


def _move_tone(text: str) -> str:
    return text.replace("ủy", "uỷ").replace("Ủy", "Uỷ").replace("ỦY", "UỶ")


def read_choice(settings: Mapping[str, str]) -> PartyChoice:
    """What the user chose where the Party's form is not certain, over the defaults of `data/party_form.toml`."""
    given = {key.removeprefix("party."): clean_text(settings[key]) for key in CHOICES if key in settings}
    choice = msgspec.structs.asdict(load_choice())
    try:
        return msgspec.convert({**choice, **given}, PartyChoice, strict=False)
    except msgspec.ValidationError as error:
        raise UsageError(
            f"Giá trị của {', '.join(key for key in CHOICES if key in settings)} không hợp lệ; hãy xem docs/drafts.md."
        ) from error


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
