"""Templates of an office: learnt from a letter, filled with a draft, and what a hostile one may not do."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from drafted import lines_of
from test_draft_dossier import make_dossier

from vanban.errors import UnreadableError, VanbanError
from vanban.pipeline import parse
from vanban.write.drafts import compose, render
from vanban.write.drafts.template.learn import learn_template

pytest.importorskip("docxtpl")

SAMPLES = Path(__file__).parents[2] / "samples"
LETTER = SAMPLES / "02-cong-van-ky-nang-so.docx"
PLAN = SAMPLES / "03-ke-hoach-tinh-uy-ky-nang-so.docx"
FILLED = {"number": "7", "notation": "SYT-NV", "date": "2026-01-05", "signer": "Lò Thị Mẫu", "position": "Giám đốc"}


def learn(path: Path) -> tuple[bytes, list[str]]:
    return learn_template(path.read_bytes(), parse(path).documents[0], path.name)


def template(*lines: str) -> bytes:
    word = docx.Document()
    for line in lines:
        word.add_paragraph(line)
    data = io.BytesIO()
    word.save(data)
    return data.getvalue()


def fill(made: bytes, kind: str = "ke-hoach-trien-khai", **settings: str) -> bytes:
    given = {**FILLED, **settings}
    return render(compose(kind, make_dossier(), "Sở Y tế", given), given, made, "mau.docx")


def refusal(*lines: str) -> str:
    with pytest.raises(UnreadableError) as caught:
        fill(template(*lines))
    return str(caught.value)


def test_a_letter_becomes_a_template_and_its_layout_stays() -> None:
    made, fields = learn(LETTER)
    assert fields == ["addressees", "body", "code", "date", "matter", "place", "recipients", "signer"]
    assert lines_of(made) == [
        "ỦY BAN NHÂN DÂN",
        "TỈNH HẢI LĂNG",
        "VĂN PHÒNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: {{ code }}",
        "V/v {{ matter }}",
        "{{ place }}, {{ date }}",
        "Kính gửi:",
        "{%p for one in addressees %}",
        "- {{ one.name }}{{ one.end }}",
        "{%p endfor %}",
        "{%p for block in body %}",
        "{{ block.line }}",
        "{%p endfor %}",
        "Nơi nhận:",
        "{%p for one in recipients %}",
        "- {{ one.name }}{{ one.end }}",
        "{%p endfor %}",
        "{%p for line in signature %}",
        "{{ line }}",
        "{%p endfor %}",
        "{{ signer }}",
    ]
    old, new = docx.Document(LETTER), docx.Document(io.BytesIO(made))
    assert [s.left_margin for s in old.sections] == [s.left_margin for s in new.sections]
    assert [len(table.rows) for table in old.tables] == [len(table.rows) for table in new.tables]
    number = next(p for row in new.tables[0].rows for cell in row.cells for p in cell.paragraphs if "code" in p.text)
    before = next(p for row in old.tables[0].rows for cell in row.cells for p in cell.paragraphs if "905" in p.text)
    assert [(run.font.size, run.font.bold) for run in number.runs] == [(r.font.size, r.font.bold) for r in before.runs]


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.docx")), ids=lambda path: path.name[:2])
def test_every_sample_becomes_a_template_that_reads_back_what_fills_it(path: Path) -> None:
    made, fields = learn(path)
    letter = parse(path).documents[0].document_type
    kind = "cong-van-trien-khai" if letter and letter.name == "Công văn" else "ke-hoach-trien-khai"
    again = parse("a.docx", fill(made, kind, to="Phòng Nghiệp vụ; Trung tâm Nước sạch")).documents[0]
    assert {"body", "code", "recipients"} <= set(fields)
    assert again.code is not None and again.code.number == "07"
    if "date" in fields:
        assert again.promulgation is not None and again.promulgation.date == "2026-01-05"
    if "signer" in fields:
        assert [signer.full_name for signer in again.signers] == ["Lò Thị Mẫu"]
        assert again.signers[0].position == "GIÁM ĐỐC"
    if "addressees" in fields:
        assert [party.name for party in again.addressees] == ["Phòng Nghiệp vụ", "Trung tâm Nước sạch"]
    assert [reference.code.text for reference in again.references if reference.code][:1] == ["12-KH/TU"]
    recipients = [party.name for party in again.to_places]
    assert "Văn phòng Ủy ban nhân dân tỉnh Bình Sơn" in recipients


def test_a_template_of_fields_loops_and_conditions() -> None:
    made = template(
        "{{ title|upper }} {% if parent %}{{ parent }}{% endif %}: {{ subject }}",
        "{%p for block in body %}",
        "{% if block.role == 'heading' %}# {% endif %}{{ block.label }} {{ block.text }}",
        "{%p endfor %}",
        "{% for line in signature %}{{ line }}{% if not loop.last %}; {% endif %}{% endfor %} {{ signer }}",
    )
    lines = lines_of(fill(made))
    assert lines[0].startswith("KẾ HOẠCH UBND TỈNH BÌNH SƠN: Triển khai thực hiện Kế hoạch số 12-KH/TU")
    assert "# I. MỤC ĐÍCH, YÊU CẦU" in lines
    assert lines[-1] == "GIÁM ĐỐC Lò Thị Mẫu"


def test_text_of_papers_stays_text() -> None:
    evil = "</w:t></w:r> & <b> {{ code }} {% for a in body %} =1+1"
    lines = lines_of(fill(template("{{ signer }}"), signer=evil))
    assert lines == [evil]


@pytest.mark.parametrize(
    "line",
    [
        "{{ ''.__class__ }}",
        "{{ body.append }}",
        "{{ signer.format }}",
        "{{ cycler }}",
        "{{ loop }}",
        "{{ so_luong }}",
    ],
)
def test_what_the_data_does_not_have_is_refused(line: str) -> None:
    told = refusal(line)
    assert told.startswith("mau.docx: mẫu ") and told.endswith("docs/templates.md.")


@pytest.mark.parametrize(
    "line",
    [
        "{{ signer.upper() }}",
        "{{ self }}",
        "{{ signer * 1000000000 }}",
        "{{ 10 ** 1000000 }}",
        "{% for a in range(10) %}x{% endfor %}",
        "{% for a in body %}{% for b in body %}{% for c in body %}x{% endfor %}{% endfor %}{% endfor %}",
        "{% set a = 1 %}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% macro a() %}{% endmacro %}",
        "{{ signer[0] }}",
        "{{ body|map('upper') }}",
        "{{ [1, 2] }}",
        "{% for a in body %}x",
    ],
)
def test_what_is_more_than_fields_loops_and_conditions_is_refused(line: str) -> None:
    told = refusal(line)
    assert "không được phép hoặc sai" in told and told.endswith("docs/templates.md.")


def changed(part: str, content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template("{{ signer }}"))) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        new.writestr(part, content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


RELATION = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    b'Type="http://x/attachedTemplate" Target="http://x/a.dotm" TargetMode="External"/></Relationships>'
)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"not a docx", "không phải tệp .docx; hãy lưu mẫu thành .docx."),
        (changed("word/vbaProject.bin", b"x"), "hãy bỏ các phần đó."),
        (changed("word/_rels/settings.xml.rels", RELATION), "hãy bỏ các phần đó."),
        (changed("word/media/a.bin", b"0" * 30_000_000), "quá lớn khi giải nén; hãy bỏ bớt hình ảnh trong mẫu."),
        (changed("word/document.xml", b"<broken"), "hãy mở bằng Word và lưu lại thành .docx."),
    ],
    ids=["text", "macro", "outside", "bomb", "broken"],
)
def test_hostile_packages_are_refused(data: bytes, told: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        fill(data)
    assert str(caught.value).startswith("mau.docx: ") and str(caught.value).endswith(told)


def test_the_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docxtpl", None)
    with pytest.raises(VanbanError, match=r"^Chưa cài gói docxtpl .* pip install 'vanban\[templates\]'\.$"):
        fill(template("{{ signer }}"))


def test_a_file_that_is_no_docx_teaches_nothing() -> None:
    with pytest.raises(UnreadableError, match=r"hãy lưu văn bản thành \.docx rồi lập mẫu\.$"):
        learn_template(b"x", parse(LETTER).documents[0], "a.txt")
