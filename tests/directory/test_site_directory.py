"""A site's own file: what it adds, what it replaces, what is wrong with it in one sentence."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from vanban.cli.main import run
from vanban.directory import Directory, load_directory
from vanban.errors import UnreadableError, UsageError
from vanban.link import resolve_organs
from vanban.model.document import Document, Duty, Issuer, Party, Promulgation

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs" / "directory.md").read_text(encoding="utf-8"), re.S)[0]
TABLE = re.findall(r"```csv\n(.*?)```", (ROOT / "docs" / "directory.md").read_text(encoding="utf-8"), re.S)[0]
SITE = "hai-lang.van-phong-ubnd"


def write(folder: Path, text: str, name: str = "danh-ba.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def paper(*parties: Party, day: str | None = "2025-09-22", issuer: Issuer | None = None) -> Document:
    duty = Duty(id="d", action="làm", text="làm", assignees=list(parties))
    return Document(
        id="A",
        text="làm",
        system="state",
        promulgation=Promulgation("Hải Lăng", day),
        issuer=issuer or Issuer("VĂN PHÒNG", "UBND TỈNH HẢI LĂNG", "Văn phòng UBND tỉnh Hải Lăng"),
        duties=[duty],
    )


def resolved(document: Document, directory: Directory) -> Document:
    return resolve_organs([document], directory)[0]


def ids(document: Document) -> list[str | None]:
    return [party.organ_id for duty in document.duties for party in duty.assignees]


@pytest.mark.parametrize(("text", "name"), [(EXAMPLE, "a.yaml"), (TABLE, "a.csv")])
def test_example_of_the_docs_adds_a_province(tmp_path: Path, text: str, name: str) -> None:
    parties = [Party("Sở Y tế"), Party("UBND tỉnh"), Party("đồng chí Đặng Hữu Phước", kind="person")]
    before = resolved(paper(*parties), load_directory())
    after = resolved(paper(*parties), load_directory(write(tmp_path, text, name)))
    assert (before.issuer and before.issuer.organ_id, ids(before)) == (None, [None, None, None])
    assert (after.issuer and after.issuer.organ_id) == SITE
    assert ids(after) == ["hai-lang.so-y-te", "hai-lang.ubnd", "hai-lang.ubnd"]


def test_term_of_a_holder_ends(tmp_path: Path) -> None:
    directory = load_directory(write(tmp_path, EXAMPLE))
    late = paper(Party("Đặng Hữu Phước", kind="person"), day="2026-05-01")
    assert ids(resolved(late, directory)) == [None]


def test_unit_is_meant_by_its_own_organ_only(tmp_path: Path) -> None:
    directory = load_directory(write(tmp_path, EXAMPLE))
    own = resolved(paper(Party("P. KGVX")), directory)
    other = paper(Party("P. KGVX"), issuer=Issuer("SỞ Y TẾ", "UBND TỈNH HẢI LĂNG", "Sở Y tế tỉnh Hải Lăng"))
    assert ids(own) == ["phong-van-hoa-xa-hoi"]
    assert ids(resolved(other, directory)) == [None]


def test_record_takes_the_place_of_a_built_in_one(tmp_path: Path) -> None:
    text = "organs: [{id: so-khcn, level: province, kind: department, name: 'Sở Công nghệ {U}', source: thử}]"
    found = load_directory(write(tmp_path, text)).find("ha-noi.so-khcn")
    assert found is not None
    assert found.name == "Sở Công nghệ thành phố Hà Nội"


def test_examples_fit_the_published_schema() -> None:
    schema = json.loads((ROOT / "schemas" / "directory.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    validator.validate(yaml.load(EXAMPLE, Loader=yaml.BaseLoader))
    assert not validator.is_valid({"organs": [{"id": "a", "nam": "b"}]})


@pytest.mark.parametrize(
    ("name", "text", "error", "message"),
    [
        ("a.yaml", "organs: [{id: a}]", UsageError, r"missing required field `name`.*hãy sửa theo schemas/"),
        ("a.yaml", "organs: [{id: a, name: b, tel: '1'}]", UsageError, "unknown field `tel`"),
        ("a.yaml", "organs: [{id: a, name: b, valid_to: 30/6/2025}]", UsageError, "“30/6/2025” không phải ngày"),
        ("a.yaml", "organs: &x []\ngroups: *x", UsageError, "bí danh YAML"),
        ("a.yaml", "organs: [", UnreadableError, "không phải YAML đúng; hãy"),
        ("a.yaml", "!!python/object:os.system [ls]", UsageError, "bản ghi sai"),
        ("a.csv", "record,id,name\nsở,a,b\n", UsageError, "dòng 2: “record” phải là organ, holder, group"),
        ("a.csv", "id,nam\na,b\n", UsageError, "dòng 2: bản ghi sai"),
    ],
)
def test_wrong_file_is_one_sentence(tmp_path: Path, name: str, text: str, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        load_directory(write(tmp_path, text, name))


def test_command_tells_a_wrong_directory_before_it_reads(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["parse", "không có.txt", "--directory", str(tmp_path / "không.yaml")]) == 1
    captured = capsys.readouterr()
    assert "không mở được danh bạ" in captured.err
    assert "không có.txt" not in captured.err


def test_command_resolves_by_the_site_s_directory(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, EXAMPLE)
    sample = str(ROOT / "samples" / "02-cong-van-ky-nang-so.docx")
    assert run(["parse", sample, "--format", "json", "--directory", str(path)]) == 0
    document: dict[str, Any] = json.loads(capsys.readouterr().out)["documents"][0]
    assert document["issuer"]["organ_id"] == SITE
    assert document["duties"][0]["assignees"][0]["organ_id"] == "hai-lang.so-khcn"
    span = document["evidence"]["issuer.organ_id"]["span"]
    assert document["text"][slice(*span)] == document["issuer"]["name"]
