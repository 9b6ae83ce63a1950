"""What `make check` runs beside the tests: ruff over everything, mypy over the sources."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CHECKED = ("src", "tests", "samples", "benchmarks", "docs")


@pytest.mark.parametrize("command", [["ruff", "check", *CHECKED], ["mypy"]], ids=lambda command: command[0])
def test_check_finds_nothing(command: list[str]) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
