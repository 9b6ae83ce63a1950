"""Exit statuses, sentences instead of tracebacks, and outputs that are whole or not there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from vanban.cli.main import COMMANDS, run
from vanban.cli.output import open_output

pytestmark = pytest.mark.usefixtures("pipeline")
Letter = Callable[..., str]
Capture = pytest.CaptureFixture[str]


def test_one_bad_file_is_told_and_the_others_are_done(letter: Letter, capsys: Capture, tmp_path: Path) -> None:
    missing = str(tmp_path / "không-có.txt")
    assert run(["parse", missing, letter(), "-f", "jsonl"]) == 1
    captured = capsys.readouterr()
    assert captured.err == f"Lỗi: {missing}: không có tệp này; hãy kiểm tra lại đường dẫn.\n"
    assert json.loads(captured.out)["documents"][0]["id"] == "12/UBND"


def test_unforeseen_error_is_one_sentence(letter: Letter, capsys: Capture) -> None:
    path = letter(text="CRASH")
    assert run(["parse", path]) == 1
    err = capsys.readouterr().err
    assert err.startswith(f"Lỗi: {path}: lỗi bất ngờ của chương trình (IndexError, conftest.py:")
    assert err.count("\n") == 1


def test_traceback_only_where_it_is_asked_for(letter: Letter, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VANBAN_DEBUG", "1")
    assert run(["parse", letter(text="CRASH")]) == 1
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["parse", "track", "graph"])
def test_secret_document_needs_permission(letter: Letter, capsys: Capture, command: str) -> None:
    path = letter(text="MẬT 1/UBND | Sở Y tế | họp | Chủ tịch UBND tỉnh")
    assert run([command, path]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "--allow-secret" in captured.err
    assert run([command, path, "--allow-secret"]) == 0


def test_strict_tells_problems_by_its_status(letter: Letter) -> None:
    doubtful = letter("b.txt", "1/UBND | Sở Y tế | họp? | Chủ tịch UBND tỉnh")
    assert run(["parse", doubtful]) == 0
    assert run(["parse", doubtful, "--strict"]) == 3
    assert run(["track", doubtful, "--strict"]) == 3
    assert run(["parse", letter(), "--strict"]) == 0
    assert run(["parse", doubtful, "không-có.txt", "--strict"]) == 1


def test_folder_without_documents_is_an_error(capsys: Capture, tmp_path: Path) -> None:
    assert run(["parse", str(tmp_path)]) == 1
    assert "thư mục không có văn bản nào đọc được" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["parse"], "còn thiếu TỆP; hãy xem “vanban parse --help”."),
        (["parse", "a", "--nope"], "không có tùy chọn --nope; hãy xem “vanban parse --help”."),
        (["nope"], "không có lệnh này; hãy xem “vanban --help”."),
        (["parse", "a", "-f", "pdf"], "“pdf” không dùng được cho --format; hãy chọn một trong: summary, "),
        (["track", "a", "--as-of", "31/02/2021"], "“31/02/2021” không phải là ngày; hãy viết như 2021-11-01"),
        (["draft", "nope", "a", "-o", "x.docx"], "“nope” không dùng được cho LOẠI; hãy chọn một trong: "),
        (["draft", "nope", "a"], "còn thiếu -o TỆP; hãy xem “vanban draft --help”."),
    ],
)  # fmt: skip
def test_wrong_use_is_one_sentence(arguments: list[str], sentence: str, capsys: Capture) -> None:
    assert run(arguments) == 2
    err = capsys.readouterr().err
    assert sentence in err
    assert err.count("\n") == 1


def test_wrong_use_in_english(capsys: Capture) -> None:
    assert run(["--lang=en", "parse"]) == 2
    assert capsys.readouterr().err == "Error: FILE is missing; see “vanban parse --help”.\n"


def test_unknown_organ_is_wrong_use(letter: Letter, capsys: Capture) -> None:
    assert run(["graph", letter(), "--to", "Sở Nội vụ"]) == 2
    assert "không có cơ quan “Sở Nội vụ”" in capsys.readouterr().err


def test_input_is_not_written_over(letter: Letter, capsys: Capture) -> None:
    path = letter()
    assert run(["parse", path, "-o", path, "-f", "json"]) == 2
    assert Path(path).read_text(encoding="utf-8").startswith("12/UBND")


def test_nothing_is_written_where_nothing_was_read(tmp_path: Path) -> None:
    output = tmp_path / "x.json"
    for command in ("parse", "track", "graph"):
        assert run([command, str(tmp_path / "không-có.txt"), "-o", str(output)]) == 1
    assert list(tmp_path.iterdir()) == []


def test_interrupted_output_leaves_the_old_file(tmp_path: Path) -> None:
    output = tmp_path / "x.json"
    output.write_text("old")
    with pytest.raises(KeyboardInterrupt), open_output(str(output), "vi") as file:
        file.write(b"half")
        raise KeyboardInterrupt
    assert [path.name for path in tmp_path.iterdir()] == ["x.json"]
    assert output.read_text() == "old"


def test_output_in_a_folder_that_is_not_there(letter: Letter, capsys: Capture, tmp_path: Path) -> None:
    assert run(["parse", letter(), "-o", str(tmp_path / "no" / "x.json")]) == 1
    assert "không ghi được" in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_command_has_help_with_two_examples(lang: str, capsys: Capture) -> None:
    for make in COMMANDS:
        name = make(lang).name
        assert run(["--lang", lang, str(name), "--help"]) == 0
        out = capsys.readouterr().out
        assert out.startswith(("Cách dùng: vanban", "Usage: vanban"))
        assert out.count(f"\n  vanban {name} ") + out.count(f"\n    vanban {name} ") == 2


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from vanban.cli.main import run; code = run(['--help']); "
        "heavy = {'docx', 'lxml', 'pdfplumber', 'pypdfium2', 'networkx', 'rich', 'xlsxwriter', 'msgspec', 'yaml'}; "
        "print(sorted(heavy & set(sys.modules)), code, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr == "[] 0\n"
    assert done.stdout.startswith("Cách dùng: vanban")


def test_closed_pipe_is_no_failure() -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "vanban", "--help"], stdout=write, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, "")
