"""The README's examples run and print what it says; its two commands and its picture are what they claim to be."""

from __future__ import annotations

import doctest
import html
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import vanban

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def fenced(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def examples() -> list[tuple[str, str]]:
    """Each command with what it prints; "…" stands for anything."""
    found = []
    for block in fenced("console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output))
    return found


def pattern(output: str) -> str:
    """A regular expression for what is shown: a line of "…" alone stands for any lines, inside a line for any words."""
    lines = [
        r"(?:.*\n)*?" if line == "…" else re.escape(line).replace("…", ".*?") + r"\n" for line in output.splitlines()
    ]
    return "".join(lines)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the samples, where examples may write."""
    shutil.copytree(ROOT / "samples", tmp_path / "samples", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return tmp_path


@pytest.mark.parametrize(("command", "output"), examples(), ids=[command for command, _ in examples()])
def test_example_prints_what_is_shown(command: str, output: str, folder: Path) -> None:
    program, *arguments = shlex.split(command)
    assert program == "vanban"
    done = subprocess.run(
        [sys.executable, "-m", "vanban", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(vanban.__file__).parents[1])},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert re.fullmatch(pattern(output), done.stdout), done.stdout
    assert done.returncode == (1 if "Lỗi: " in output else 0)
    if "-o" in arguments:
        assert (folder / arguments[arguments.index("-o") + 1]).stat().st_size > 0


def test_there_are_examples_of_every_command() -> None:
    assert {command.split()[1] for command, _ in examples()} >= {"parse", "track", "register", "graph", "draft", "eval"}


def test_library_example(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    (block,) = fenced("python")
    test = doctest.DocTestParser().get_doctest(block, {}, "README.md", None, 0)
    told: list[str] = []
    doctest.DocTestRunner().run(test, out=told.append)
    assert "".join(told) == ""
    assert len(test.examples) > 5


@pytest.mark.parametrize("name", ["try", "test"])
def test_each_command_is_one_line_with_its_own_environment(name: str) -> None:
    (block,) = re.findall(rf"<!-- {name}:begin -->\n```sh\n(.*?)```\n<!-- {name}:end -->", README, re.DOTALL)
    assert block.count("\n") == 1
    assert "python3 -m venv .venv" in block
    assert ".venv/bin/pip install" in block
    for path in re.findall(r"samples/\S+", block):
        assert (ROOT / path).exists()


def test_ci_runs_the_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "/<!-- test:begin -->/,/<!-- test:end -->/p" in script
    assert "pytest" not in script.replace("# ", "")


def test_links_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert [link for link in links if not link.startswith("http") and not (ROOT / link).exists()] == []


def test_picture_shows_what_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "docs"))
    from make_picture import picture_lines

    svg = (ROOT / "docs" / "parse.svg").read_text(encoding="utf-8")
    shown = [
        html.unescape(text).replace("\u00a0", " ").strip() for text in re.findall(r"<text[^>]*>([^<]*)</text>", svg)
    ]
    printed = [text.strip() for _, text in picture_lines() if text]
    assert [line for line in printed if line not in shown] == [], "run `make picture`"
    assert "url(http" not in svg
