"""When a value counts as right, near, wrong, missed, invented."""

from __future__ import annotations

from collections import Counter
from typing import Any

import msgspec
import pytest

from vanban.evaluation.duties import judge_duties
from vanban.evaluation.figures import score_field
from vanban.evaluation.judgement import judge_heading
from vanban.evaluation.labels import DocumentLabel, DutyLabel
from vanban.evaluation.likeness import is_same, pair_up, share_words
from vanban.model.document import Code, Deadline, Document, Duty, Evidence, Issuer, Party, Reference, Signer


def outcomes(label: dict[str, Any], **fields: Any) -> dict[str, list[str]]:
    """The outcomes of each labelled field."""
    found: dict[str, list[str]] = {}
    document = Document(id="x", text="", **fields)
    for verdict in judge_heading(msgspec.convert(label, DocumentLabel), document):
        found.setdefault(verdict.field, []).append(verdict.outcome)
    return found


@pytest.mark.parametrize(
    ("label", "given", "same"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH", "UBND tỉnh", True),
        ("Tỉnh uỷ Hoà Bình", "Tỉnh ủy Hòa Bình", True),
        ("TP. Huế", "thành phố Huế", True),
        ("HĐND", "Hội đồng nhân dân", True),
        ("Sở Y tế;", "sở y tế", True),
        ("Sở Y tế", "Sở Y tế tỉnh", False),
        ("đủ", "du", False),
    ],
)
def test_same_but_for_the_way_of_writing(label: str, given: str, same: bool) -> None:
    assert is_same(label, given) is same


def test_words_are_shared_however_they_stand() -> None:
    assert share_words("Sở Y tế", "Y tế, Sở") == 1.0
    assert share_words("Sở Y tế", "") == 0.0
    assert share_words("", "") == 1.0
    assert share_words("Sở Y tế", "Công an tỉnh") == 0.0


def test_each_place_is_paired_once_the_likest_first() -> None:
    likeness = {("a", "x"): 0.8, ("a", "y"): 0.9, ("b", "y"): 0.95, ("b", "x"): 0.1}
    assert sorted(pair_up("ab", "xy", lambda i, j: likeness[i, j], 0.5)) == [(0, 0), (1, 1)]


def test_strict_and_tolerant() -> None:
    found = outcomes(
        {"issuer": "UBND TỈNH HẢI LĂNG", "subject": "trực cấp  cứu", "number": "15", "notation": "SYT-NVY"},
        issuer=Issuer("Ủy ban nhân dân tỉnh Hải Lăng"),
        subject="trực cấp cứu",
        code=Code("16", "SYT-NVY", "16/SYT-NVY"),
    )
    assert found == {"issuer": ["near"], "subject": ["right"], "code.number": ["wrong"], "code.notation": ["right"]}


def test_blank_missed_and_invented() -> None:
    label = {"number": None, "notation": None, "subject": "trực", "priority": None}
    found = outcomes(label, priority="Hỏa tốc")
    assert found == {
        "code.number": ["blank"], "code.notation": ["blank"], "subject": ["missed"], "priority": ["extra"],
    }  # fmt: skip


def test_keys_left_out_are_not_compared() -> None:
    assert outcomes({"subject": "trực"}, subject="trực", priority="Khẩn") == {"subject": ["right"]}


def test_lists_count_what_is_missed_and_what_is_invented() -> None:
    found = outcomes(
        {"addressees": ["Sở Y tế", "Sở Nội vụ"], "recipients": ["Như trên (để t/h)"]},
        addressees=[Party("Sở Y tế"), Party("Công an tỉnh")],
        to_places=[Party("Như trên")],
    )
    assert found == {"addressees": ["right", "missed", "extra"], "to_places": ["right"]}


def test_signers_are_compared_where_the_name_is_known() -> None:
    signers = [Signer("Lê Văn Thử", "Giám đốc", "T/M")]
    label = {"full_name": "LÊ VĂN THỬ", "position": "GIÁM ĐỐC", "competence": "TM."}
    assert outcomes({"signers": [label]}, signers=signers) == {
        "signer.name": ["near"], "signer.position": ["near"], "signer.competence": ["near"],
    }  # fmt: skip
    assert outcomes({"signers": [{**label, "competence": "KT."}]}, signers=signers)["signer.competence"] == ["wrong"]
    assert outcomes({"signers": [{"full_name": None}]}, signers=signers) == {}


def test_codes_count_once_and_without_blanks() -> None:
    codes = ["17/NQ- CP", "47-KH/TU", "47-KH/TU"]
    references = [Reference(text=code, code=Code(None, None, code)) for code in codes]
    assert outcomes({"references": ["17/NQ-CP", "5/QĐ-TTg"]}, references=references) == {
        "references": ["near", "missed", "extra"]
    }


def test_confidence_of_what_was_given() -> None:
    document = Document(id="x", text="", subject="trực", evidence={"subject": Evidence((0, 4), confidence=0.7)})
    label = msgspec.convert({"subject": "trực", "date": "2025-02-03"}, DocumentLabel)
    assert {v.field: v.confidence for v in judge_heading(label, document)} == {"date": None, "subject": 0.7}


def duty(action: str, *assignees: str, **more: Any) -> Duty:
    return Duty(
        id=action,
        action=action,
        text=f"Giao {', '.join(assignees)} {action}",
        assignees=[*map(Party, assignees)],
        **more,
    )


def test_duty_is_found_by_most_of_its_words() -> None:
    label = DutyLabel("lập danh sách trực gửi về Sở", assignees=["Bệnh viện tỉnh"], deadline="2025-02-10")
    given = [
        duty("lập danh sách trực, gửi về sở đúng hạn", "Bệnh viện", deadline=Deadline("", date="2025-02-11")),
        duty("mua thuốc", "Bệnh viện"),
    ]
    verdicts = [(v.field, v.outcome) for v in judge_duties([label], given)]
    assert verdicts == [
        ("duty.action", "near"), ("duty.assignees", "near"), ("duty.deadline", "wrong"), ("duty.action", "extra"),
    ]  # fmt: skip


def test_details_are_compared_on_duties_that_were_found() -> None:
    verdicts = list(judge_duties([DutyLabel("mua thuốc", assignees=["Bệnh viện"])], [duty("xây nhà", "Bệnh viện")]))
    assert [(v.field, v.outcome) for v in verdicts] == [("duty.action", "missed"), ("duty.action", "extra")]


def test_among_duties_of_the_same_words_the_assignee_decides() -> None:
    labels = [DutyLabel("báo cáo kết quả", assignees=[name]) for name in ("Sở Y tế", "Công an tỉnh")]
    given = [duty("báo cáo kết quả", name) for name in ("Công an tỉnh", "Sở Y tế")]
    verdicts = list(judge_duties(labels, given))
    assert {v.outcome for v in verdicts} == {"right"}


def test_hallucination_is_the_share_of_blanks_that_were_filled() -> None:
    date = score_field("date", Counter(right=3, wrong=1, missed=1, extra=1, blank=3))
    assert (date.labelled, date.given, date.tolerant.right) == (5, 5, 3)
    assert (date.invented, date.chances, date.hallucination) == (1, 4, 0.25)
    names = score_field("addressees", Counter(right=2, near=1, missed=1, extra=1))
    assert (names.invented, names.chances, names.hallucination) == (1, 4, 0.25)
    assert (names.strict.f1, names.tolerant.f1) == (0.5, 0.75)
    assert score_field("date", Counter(missed=1)).hallucination is None
