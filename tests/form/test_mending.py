"""`--fix`: what was mended is not found again, nothing new is, mending again changes nothing, the rest stays."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from form.faults import FAULTS
from form.papers import find, make_paper, plant
from vanban.errors import UnreadableError
from vanban.pipeline import check, mend

MENDED = (
    "VB101", "VB103", "VB104", "VB105", "VB106", "VB107", "VB108", "VB109", "VB110", "VB111", "VB112", "VB201",
    "VB203", "VB205", "VB207", "VB208", "VB210", "VB212", "VB214", "VB216", "VB218", "VB220", "VB302", "VB304", "VB308",
    "VB309", "VB311", "VB312", "VB322", "VB402", "VB403", "VB404", "VB405", "VB406", "VB421", "VB502", "VB503",
    "VB504", "VB507", "VB508", "VB602", "VB604", "VB607", "VB608", "VB622", "VB625", "VB626", "VB629", "VB635",
    "VB637", "VB702", "VB703", "VB708", "VB709", "VB711", "VB713", "VB721", "VB801", "VB802", "VB803", "VB805",
    "VB821", "VB822", "VB835", "VB836", "VB837", "VB840", "VB853", "VB856", "VB901", "VB902", "VB903", "VB904", "VB911",
    "VB912", "VB913", "VB914", "VB915", "VB916", "VB921",
)  # fmt: skip
"""Rules whose faults are mended."""


def texts(data: bytes) -> list[str]:
    word = docx.Document(io.BytesIO(data))
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in word.element.body.iter(qn("w:p"))]


@pytest.mark.parametrize("code", MENDED)
def test_fault_is_mended(code: str) -> None:
    name, fault = FAULTS[code]
    planted = plant(make_paper(name), fault)
    content, report = mend("a.docx", planted)
    assert [(finding.code, finding.text) for finding in report.findings] == []
    assert mend("a.docx", content)[0] == content
    assert check("a.docx", content).findings == []


@pytest.mark.parametrize("code", sorted(set(FAULTS) - set(MENDED)))
def test_what_cannot_be_mended_stays(code: str) -> None:
    name, fault = FAULTS[code]
    planted = plant(make_paper(name), fault)
    content, report = mend("a.docx", planted)
    assert [finding.code for finding in report.findings] == [code]
    assert content == planted


def test_right_paper_stays_byte_for_byte() -> None:
    data = make_paper("letter")
    assert mend("a.docx", data)[0] == data


def test_only_the_words_that_are_wrong_change() -> None:
    name, fault = FAULTS["VB502"]
    planted = plant(make_paper(name), fault)
    content, _ = mend("a.docx", planted)
    before, after = texts(planted), texts(content)
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert changed == [("Bình Sơn, ngày 5 tháng 02 năm 2026", "Bình Sơn, ngày 05 tháng 02 năm 2026")]
    with zipfile.ZipFile(io.BytesIO(planted)) as old, zipfile.ZipFile(io.BytesIO(content)) as new:
        assert old.namelist() == new.namelist()
        assert [n for n in old.namelist() if old.read(n) != new.read(n)] == ["word/document.xml"]


def test_several_faults_on_one_line_are_mended_together() -> None:
    name, _ = FAULTS["VB502"]

    def fault(word: object) -> None:
        from form.faults import text

        text("Bình Sơn, ngày", "Bình Sơn ngày 5 Tháng 2 năm 2026")(word)

    content, report = mend("a.docx", plant(make_paper(name), fault))
    assert report.findings == []
    assert "Bình Sơn, ngày 05 tháng 02 năm 2026" in texts(content)


def test_page_number_goes_from_foot_to_head() -> None:
    content, _ = mend("a.docx", plant(make_paper("letter"), FAULTS["VB109"][1]))
    section = docx.Document(io.BytesIO(content)).sections[0]
    assert "PAGE" in "".join(code.text or "" for code in section.header._element.iter(qn("w:instrText")))
    assert not list(section.footer._element.iter(qn("w:fldSimple")))
    assert section.different_first_page_header_footer


def test_what_is_no_docx_is_not_mended() -> None:
    with pytest.raises(UnreadableError, match=r"chỉ sửa được tệp \.docx"):
        mend("a.txt", "Số: 5/QĐ-UBND".encode())


def test_letters_from_before_unicode_are_told_and_left() -> None:
    def fault(word: object) -> None:
        for run in find(word, "2. Gửi").runs:
            run.font.name = ".VnTime"

    planted = plant(make_paper("letter"), fault)
    content, report = mend("a.docx", planted)
    assert content == planted
    assert "VB201" in {finding.code for finding in report.findings}
