"""A draft read again gives what it was made from: type, issuer, subject, addressees, recipients, citations and duties,
in every kind and in both forms; and the check of form finds nothing in it but open places.

Kinds that hand duties on give them as duties; a report, a proposal and the slips of the organ itself order nothing,
and give each task as a citation of its place.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "write"))

from orders import Made, made

from vanban.errors import UsageError
from vanban.model.document import Document, Duty
from vanban.notation.capitals import write_out
from vanban.notation.folding import match_key
from vanban.pipeline import check, parse
from vanban.write.drafts import compose, render
from vanban.write.drafts.brief import Brief
from vanban.write.drafts.paper import Paper
from vanban.write.drafts.placeholder import find_placeholders
from vanban.write.drafts.shares import share_out
from vanban.write.drafts.tasks import Task, find_assignment

DAY = dt.date(2027, 1, 4)
EXAMPLES = 100 if os.environ.get("HYPOTHESIS_PROFILE") == "deep" else 3
"""Each reads a .docx: three for each kind and form are enough for CI."""
NAMES = {
    "cong-van-trien-khai": "Công văn",
    "ke-hoach-trien-khai": "Kế hoạch",
    "cong-van-giao-nhiem-vu": "Công văn",
    "cong-van-don-doc": "Công văn",
    "bao-cao-ket-qua": "Báo cáo",
    "phieu-giai-quyet": "Phiếu giải quyết văn bản đến",
    "phieu-chuyen": "Phiếu chuyển",
    "phieu-trinh": "Phiếu trình",
    "to-trinh": "Tờ trình",
    "thong-bao": "Thông báo",
}
OPEN = "VB951"
"""What the check of form says of an open place."""
HANDING = ("cong-van-giao-nhiem-vu", "cong-van-don-doc", "phieu-chuyen", "thong-bao")
OWN = ("ke-hoach-trien-khai", "cong-van-trien-khai")
FILLED = {
    "number": "7", "notation": "AB-CD", "date": "2026-03-09", "signer": "Lò Thị Mẫu", "position": "Phó Giám đốc",
    "competence": "KT.", "drafter": "VP", "archive": "văn thư", "parent": "UBND tỉnh Bình Sơn", "place": "Bình Sơn",
}  # fmt: skip
UNITS = "Phòng Kế hoạch; Trung tâm Nước sạch"


def check_again(kind: str, dossier: Made, filled: bool) -> None:
    given = {**(FILLED if filled else {}), **({"to": UNITS} if kind == "cong-van-trien-khai" else {})}
    try:
        paper = compose(kind, dossier.dossier, dossier.organ, given, day=DAY)
    except UsageError as error:
        assert str(error).endswith("."), error
        return
    data = render(paper, given)
    assert {finding.code for finding in check("du-thao.docx", data).findings} <= {OPEN}
    (again,) = parse("du-thao.docx", data).documents
    assert again.document_type is not None and again.document_type.name == NAMES[kind]
    check_fields(paper, again, filled)
    check_duties(kind, dossier, again)


def check_fields(paper: Paper, again: Document, filled: bool) -> None:
    assert again.system == paper.system
    assert again.issuer is not None
    assert again.issuer.name == " ".join(line.text for line in paper.issuer)
    if paper.parent and not find_placeholders(paper.parent.text):
        assert again.issuer.parent == paper.parent.text
    assert bare(again.subject or "") == bare(paper.subject.text)
    assert [party.name for party in again.addressees] == [
        line.text for line in paper.addressees if not find_placeholders(line.text)
    ]
    recipients = [line.text for line in paper.recipients[:-1]]
    assert [f"{p.name} ({p.purpose})" if p.purpose else p.name for p in again.to_places] == recipients
    if filled and paper.number:
        assert again.code is not None and again.code.number == "07"
        assert again.promulgation is not None and again.promulgation.date == "2026-03-09"
        if paper.signer:
            assert [signer.full_name for signer in again.signers] == ["Lò Thị Mẫu"]


def bare(subject: str) -> str:
    return re.sub(r"^(?:V/v|Về việc)\s+", "", subject, flags=re.IGNORECASE)


def check_duties(kind: str, dossier: Made, again: Document) -> None:
    brief = Brief(dossier.dossier, dossier.organ, {}, DAY)
    own = find_assignment(dossier.dossier, dossier.organ).tasks
    cited = {reference.code.text for reference in again.references if reference.code}
    if kind in HANDING:
        shares = share_out(dossier.dossier, brief.enquire())
        wanted = [tell(task, [party.name for party in share.parties]) for share in shares for task in share.tasks]
        if kind == "cong-van-don-doc":  # then the request that ends it
            late = [one for one in wanted if one[-1] and one[-1] < DAY.isoformat()]
            assert [tell_duty(duty) for duty in again.duties[:-1]] == late
            return
        assert [tell_duty(duty) for duty in again.duties] == wanted
    elif kind in OWN:
        assignees = UNITS.split("; ") if kind == "cong-van-trien-khai" else [dossier.organ]
        assert [tell_duty(duty) for duty in again.duties] == [tell(task, assignees) for task in own]
    else:
        assert again.duties == []
        places = {
            (reference.code.text, pinpoint.path)
            for reference in again.references
            if reference.code
            for pinpoint in reference.pinpoints
        }
        asked = {(task.document.code.text, task.duty.path) for task in own if task.document.code and task.duty.path}
        assert asked <= places
    assert {task.document.code.text for task in own if task.document.code} <= cited or kind in HANDING


def tell(task: Task, assignees: list[str]) -> tuple[object, ...]:
    duty = task.duty
    return (
        [match_key(write_out(name)) for name in assignees],
        match_key(duty.action)[:30],
        [party.name for party in duty.coordinators],
        duty.deadline.date if duty.deadline else None,
    )


def tell_duty(duty: Duty) -> tuple[object, ...]:
    return (
        [match_key(write_out(party.name)) for party in duty.assignees],
        match_key(duty.action)[:30],
        [party.name for party in duty.coordinators],
        duty.deadline.date if duty.deadline else None,
    )


@pytest.mark.parametrize("party", [False, True], ids=["state", "party"])
@pytest.mark.parametrize("kind", list(NAMES))
@settings(max_examples=EXAMPLES)
@given(st.data())
def test_a_draft_read_again_gives_what_it_was_made_from(kind: str, party: bool, data: st.DataObject) -> None:
    check_again(kind, data.draw(made(party)), data.draw(st.booleans()))
