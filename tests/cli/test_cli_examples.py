"""The examples in the help run as they stand, on the samples."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from vanban.cli.main import COMMANDS, run

SAMPLES = Path(__file__).parents[2] / "samples"

TOLD = {"draft": "Dự thảo còn ", "template": "Đã lập mẫu với các trường: "}
"""What a command says beside its result."""


def examples() -> list[str]:
    """The lines under "Ví dụ:" of every command."""
    lines = [line.strip() for make in COMMANDS for line in (make("vi").epilog or "").splitlines()]
    return [line for line in lines if line.startswith("vanban ")]


def test_every_command_has_two() -> None:
    assert len(examples()) == 2 * len(COMMANDS)


@pytest.mark.parametrize("line", examples())
def test_example_runs(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "samples").symlink_to(SAMPLES)
    arguments = shlex.split(line)[1:]
    assert run(arguments) == 0
    captured = capsys.readouterr()
    told = TOLD.get(arguments[0], "") if "-o" in arguments else ""
    assert captured.err.startswith(told) if told else captured.err == ""
    if "-o" in arguments:
        assert (tmp_path / arguments[arguments.index("-o") + 1]).stat().st_size > 1000
    else:
        assert captured.out


def test_letter_and_plan_of_the_samples(capsys: pytest.CaptureFixture[str]) -> None:
    """The letter 2716/VP-VX forwards the plan 118-KH/TU of Tỉnh ủy Bình Sơn and hands parts of it on."""
    letter = str(SAMPLES / "01-cong-van-chuyen-ke-hoach-tinh-uy.txt")
    assert run(["graph", letter, "--from", "Tỉnh ủy Bình Sơn", "--to", "Sở Lao động - Thương binh và Xã hội"]) == 0
    out = capsys.readouterr().out
    assert "→ Kế hoạch 118-KH/TU → Công văn 2716/VP-VX → " in out
