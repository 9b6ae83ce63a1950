"""What the commands print and write."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import yaml

from read.locking import lock_pdf
from read.printing import print_pdf
from vanban.cli import graph, track
from vanban.cli.main import run

pytestmark = pytest.mark.usefixtures("pipeline")
Letter = Callable[..., str]
Capture = pytest.CaptureFixture[str]


def test_summary_shows_the_duty_and_its_proof(letter: Letter, capsys: Capture) -> None:
    assert run(["parse", letter()]) == 0
    out = capsys.readouterr().out
    assert "Công văn 12/UBND\n" in out
    assert "Cơ quan:        UBND tỉnh Kiên Giang (UBND tỉnh)\n" in out
    assert "   1. lập kế hoạch\n      Thực hiện:    Sở Y tế\n" in out
    assert "“12/UBND | Sở Y tế | lập kế hoạch | Chủ tịch UBND tỉnh”" in out


def test_summary_in_english(letter: Letter, capsys: Capture) -> None:
    assert run(["parse", letter(), "--lang", "en"]) == 0
    assert "Issuer:         UBND tỉnh Kiên Giang" in capsys.readouterr().out


def test_escape_sequences_of_a_document_do_not_reach_the_terminal(letter: Letter, capsys: Capture) -> None:
    path = letter(text="12/UBND | Sở Y tế | lập \x1b[31m\u202ekế hoạch\x9b | Chủ tịch UBND tỉnh")
    for command in (["parse", path], ["track", path], ["graph", path, "--to", "Sở Y tế"]):
        assert run(command) == 0
        out = capsys.readouterr().out
        assert "Sở Y tế" in out
        assert not {"\x1b", "\u202e", "\x9b"} & set(out)


def test_json_is_an_object_for_one_file_and_a_list_for_several(letter: Letter, capsys: Capture) -> None:
    first, second = letter("a.txt"), letter("b.txt", "13/UBND | Sở Nội vụ | họp | Chủ tịch UBND tỉnh")
    assert run(["parse", first, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["documents"][0]["code"]["text"] == "12/UBND"
    assert run(["parse", first, second, "--format", "json"]) == 0
    assert [file["source"]["path"] for file in json.loads(capsys.readouterr().out)] == [first, second]


def test_jsonl_is_a_line_for_each_file_in_order(letter: Letter, capsys: Capture) -> None:
    paths = [letter(f"{n}.txt", f"{n}/UBND | Sở Y tế | họp | Chủ tịch UBND tỉnh") for n in (2, 1)]
    assert run(["parse", *paths, "-f", "jsonl"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["documents"][0]["id"] for line in lines] == ["2/UBND", "1/UBND"]


def test_yaml_holds_the_same(letter: Letter, capsys: Capture) -> None:
    assert run(["parse", letter(), "-f", "yaml"]) == 0
    out = capsys.readouterr().out
    assert "Sở Y tế" in out
    assert yaml.safe_load(out)["documents"][0]["duties"][0]["action"] == "lập kế hoạch"


def test_folder_is_read_through_in_order(letter: Letter, capsys: Capture, tmp_path: Path) -> None:
    letter("x/b.txt", "2/UBND | Sở Y tế | họp | Chủ tịch UBND tỉnh")
    letter("x/a/c.TXT", "1/UBND | Sở Y tế | họp | Chủ tịch UBND tỉnh")
    letter("x/picture.png", "no document")
    letter("x/~$b.docx", "lock file")
    letter("x/.hidden/d.txt", "no document")
    assert run(["parse", str(tmp_path / "x"), "-f", "jsonl"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["documents"][0]["id"] for line in lines] == ["1/UBND", "2/UBND"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    import io
    import sys

    data = io.BytesIO("12/UBND | Sở Y tế | họp | Chủ tịch UBND tỉnh".encode())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(data))
    assert run(["parse", "-", "-f", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["source"]["path"] == "-"


def test_track_for_an_organ(letter: Letter, capsys: Capture) -> None:
    other = letter("b.txt", "13/UBND | Sở Nội vụ | họp | Chủ tịch UBND tỉnh")
    assert run(["track", letter(), other, "--for", "Sở Nội vụ", "-f", "json", "--as-of", "01/11/2021"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["stt"], row["document"], row["concern"]) == (1, "13/UBND", "direct")


def test_track_says_when_nothing_concerns_the_organ(letter: Letter, capsys: Capture) -> None:
    assert run(["track", letter(), "--for", "Sở Nội vụ"]) == 0
    assert "Không có nhiệm vụ nào liên quan đến “Sở Nội vụ”" in capsys.readouterr().err


def test_format_follows_the_suffix_of_the_output(letter: Letter, tmp_path: Path) -> None:
    output = tmp_path / "theo-doi.xlsx"
    assert run(["track", letter(), "-o", str(output)]) == 0
    assert openpyxl.load_workbook(output).active["B4"].value == "lập kế hoạch"


def test_same_content_counts_once(letter: Letter, capsys: Capture) -> None:
    assert run(["track", letter("a.txt"), letter("b.txt"), "-f", "json"]) == 0
    captured = capsys.readouterr()
    assert len(json.loads(captured.out)) == 1
    assert "trùng nội dung" in captured.err


def test_graph_is_node_link_json(letter: Letter, capsys: Capture) -> None:
    assert run(["graph", letter(), "--view", "instructs"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert {(e["source"], e["target"]) for e in data["edges"] if e["relation"] == "instructs"} == {
        ("office:chủ-tịch-ubnd-tỉnh", "organ:sở-y-tế"),
    }  # fmt: skip


def test_graph_prints_chains_with_document_and_sentence(letter: Letter, capsys: Capture) -> None:
    assert run(["graph", letter(), "--from", "Chủ tịch UBND tỉnh", "--to", "Sở Y tế"]) == 0
    out = capsys.readouterr().out
    assert "1. Chủ tịch UBND tỉnh → Sở Y tế\n   Chủ tịch UBND tỉnh –chỉ đạo→ Sở Y tế\n" in out
    assert "[Công văn 12/UBND] “12/UBND | Sở Y tế | lập kế hoạch | Chủ tịch UBND tỉnh”" in out


def test_graph_of_chains_as_json_lists_them(letter: Letter, capsys: Capture) -> None:
    assert run(["graph", letter(), "--from", "Chủ tịch UBND tỉnh", "--to", "Sở Y tế", "-f", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["graph"]["chains"][0]["nodes"] == ["Chủ tịch UBND tỉnh", "Sở Y tế"]
    assert data["edges"][0]["document"] == "12/UBND"


def test_formats_of_the_commands_are_those_of_the_writers() -> None:
    from vanban.graph import FORMATS, VIEWS
    from vanban.write.tracking.formats import FORMATS as TRACKING

    assert tuple(name for name, _ in FORMATS) == graph.FORMATS[1:]
    assert tuple(name for name, _ in VIEWS) == graph.VIEWS
    assert tuple(name for name, _ in TRACKING) == track.FORMATS


def test_draft_lists_its_kinds(capsys: Capture) -> None:
    from vanban.write.drafts import KINDS

    assert run(["draft", "--list"]) == 0
    out = capsys.readouterr().out
    assert all(kind.name in out for kind in KINDS)


def test_draft_is_written_with_its_trace_and_tells_what_is_open(
    letter: Letter, tmp_path: Path, capsys: Capture
) -> None:
    output, trace = tmp_path / "kh.docx", tmp_path / "nguon.json"
    given = ["--set", "number=12", "--set", "signer=Lê = Văn Mẫu", "--set", "date=2026-03-04"]
    arguments = ["draft", "ke-hoach-trien-khai", letter(), "--for", "Sở Y tế", *given]
    assert run([*arguments, "-o", str(output), "--trace", str(trace)]) == 0
    assert output.read_bytes().startswith(b"PK")
    err = capsys.readouterr().err.splitlines()
    assert err[0] == f"Dự thảo còn {len(err) - 1} chỗ cần bổ sung:"
    assert "  [CẦN BỔ SUNG: đơn vị soạn thảo]  --set drafter=…" in err
    assert not [line for line in err if "số]" in line or "họ và tên" in line]
    paragraphs = {each["text"]: each for each in json.loads(trace.read_text(encoding="utf-8"))["paragraphs"]}
    assert paragraphs["Lê = Văn Mẫu"]["sources"] == [
        {"kind": "setting", "key": "signer", "document": None, "text": "Lê = Văn Mẫu", "span": None}
    ]
    duties = [each for each in paragraphs.values() if any(one["kind"] == "duty" for one in each["sources"])]
    assert duties


def test_password_comes_from_the_line_or_the_environment_and_is_never_told(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.undo()  # the true pipeline
    path = tmp_path / "a.pdf"
    path.write_bytes(lock_pdf(print_pdf([[(100, 50, 12, "Số: 12/QĐ-UBND")]]), "con-do-42"))
    assert run(["parse", str(path)]) == 1
    assert capsys.readouterr().err == f"Lỗi: {path}: tệp có mật khẩu; hãy chạy lại với --password.\n"
    assert run(["parse", str(path), "--password", "sai-roi"]) == 1
    assert "sai-roi" not in capsys.readouterr().err
    assert run(["parse", str(path), "--password", "con-do-42", "-f", "jsonl"]) == 0
    assert "con-do-42" not in capsys.readouterr().out
    monkeypatch.setenv("VANBAN_PASSWORD", "con-do-42")
    assert run(["show", "text", str(path)]) == 0
    assert capsys.readouterr().out.strip() == "Số: 12/QĐ-UBND"


def test_show_ends_what_takes_too_long(letter: Letter, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vanban.pipeline.parse", lambda *_, **__: time.sleep(60))
    path = letter()
    assert run(["show", "duties", path, "--timeout", "1"]) == 1
    assert capsys.readouterr().err == (
        f"Lỗi: {path}: đọc quá 1 giây nên đã dừng; hãy chia nhỏ tệp, hoặc cho thêm thời gian bằng --timeout.\n"
    )


def test_commands_read_files_with_the_same_options(capsys: Capture) -> None:
    options = {}
    for command in ("parse", "track", "graph", "draft", "crosscheck", "check", "eval", "show"):
        assert run([command, "--help"]) == 0
        help_text = capsys.readouterr().out
        options[command] = {
            name
            for name in ("jobs", "timeout", "dask", "password", "directory", "allow-secret")
            if f"--{name} " in help_text
        }
    alone = options.pop("show")  # one file needs neither processes nor a cluster
    assert all(known == options["parse"] for known in options.values())
    assert alone == options["parse"] - {"jobs", "dask"}


def test_password_is_asked_for_only_on_a_terminal(letter: Letter, capsys: Capture) -> None:
    assert run(["parse", letter(), "--password", "-"]) == 2
    assert "VANBAN_PASSWORD" in capsys.readouterr().err
