"""What `make check` runs beside the tests: ruff over everything, mypy over the sources."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CHECKED = ("src", "tests", "samples", "benchmarks", "docs")


@pytest.mark.parametrize(
    "command", [["ruff", "check", "--output-format=concise", *CHECKED], ["mypy"]], ids=lambda command: command[0]
)
def test_check_finds_nothing(command: list[str]) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    told = (done.stdout + done.stderr).splitlines()
    assert done.returncode == 0, "\n".join([*told[:20], *told[-1:]])
