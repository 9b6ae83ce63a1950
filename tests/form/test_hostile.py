"""The check of form holds for any text and any odd file: it says what it finds, or one sentence."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form.papers import make_paper
from vanban.errors import UnreadableError, VanbanError
from vanban.form import FORMS
from vanban.pipeline import check, mend

PIECES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ĐẢNG CỘNG SẢN VIỆT NAM", "*", "UBND TỈNH",
    "Số: /QĐ-", "Số 5-CV/ĐU", "Bình Sơn, ngày 5 tháng 2 năm 2026", "V/v", "QUYẾT ĐỊNH", "Kính gửi", "Kính gửi: - ;",
    "Căn cứ Luật;", "Căn cứ .", "Điều 1:", "Điều 9.", "1)", "a.", "f) g", "I. ", "III.", "./.", "Nơi nhận", "Nơi nhận:",
    "- Như trên", "- Như Điều 7;", "- Lưu", "KT GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Đỗ Quang Minh", "Phụ lục", "PHỤ LỤC 1", "“",
    "”", "(Kèm theo", "", " ", "\t", "[CẦN BỔ SUNG: số]", "{{ x }}", "Khoản 2 điều 5", "ủy ban nhân dân",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=30), st.sampled_from((None, *FORMS)))
def test_any_text_is_checked(lines: list[str], form: str | None) -> None:
    try:
        report = check("a.txt", "\n".join(lines).encode("utf-8", "replace"), form=form, allow_secret=True)  # type: ignore[arg-type]
    except VanbanError:
        return
    for finding in report.findings:
        assert finding.message.endswith(".")
        assert finding.span is None or finding.span[0] <= finding.span[1]


def change(data: bytes, path: str, old: bytes, new: bytes) -> bytes:
    """The package with other bytes in one part."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(made, "w") as copy:
        for name in archive.namelist():
            content = archive.read(name)
            copy.writestr(name, content.replace(old, new) if name == path else content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("word/document.xml", b"w:pgSz", b"w:pgSzz"),
        ("word/document.xml", b'w:w="11906"', b'w:w="rong"'),
        ("word/document.xml", b"w:sectPr", b"w:sectPrr"),
        ("word/styles.xml", b"w:basedOn", b"w:next"),
        ("word/styles.xml", b"w:styles", b"w:kieu"),
        ("word/_rels/document.xml.rels", b"header1.xml", b"../../../etc/passwd"),
        ("[Content_Types].xml", b"header", b"haeder"),
    ],
)
def test_odd_package_is_checked_and_mended(path: str, old: bytes, new: bytes) -> None:
    data = change(make_paper("letter"), path, old, new)
    report = check("a.docx", data)
    content, _ = mend("a.docx", data)
    assert len(check("a.docx", content).findings) <= len(report.findings)


def test_file_with_entities_is_refused() -> None:
    bomb = b'<!DOCTYPE w [<!ENTITY a "aaaa">]><w:document'
    data = change(make_paper("letter"), "word/document.xml", b"<w:document", bomb)
    with pytest.raises(UnreadableError):
        check("a.docx", data)
    with pytest.raises(UnreadableError):
        mend("a.docx", data)
