"""The shape of the source tree: imports run one way, modules stay short and have names, nothing is kept in them."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "vanban"
MODULES = sorted(SOURCE.rglob("*.py"))
LONGEST = 400
NAMELESS = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc", "tools"}
HEAVY = ("docx", "lxml", "pdfplumber", "pypdfium2", "networkx", "rich", "xlsxwriter")
# Tables that are filled once, where they stand, and read afterwards; a call that makes a list is a list all the same.
MUTABLE_CALLS = {"list", "dict", "set", "defaultdict", "deque", "Counter", "OrderedDict", "bytearray"}
CHANGING = {
    "append", "extend", "insert", "add", "update", "pop", "popitem", "clear", "remove", "discard", "setdefault",
    "appendleft", "popleft", "sort", "reverse",
}  # fmt: skip


def name(path: Path) -> str:
    return str(path.relative_to(SOURCE))


def test_imports_run_one_way() -> None:
    code = "from importlinter.cli import lint_imports_command as run; run(['--config', 'pyproject.toml', '--no-cache'])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 kept, 0 broken" in done.stdout


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_module_is_short_and_named(path: Path) -> None:
    length = path.read_text(encoding="utf-8").count("\n")
    assert length <= LONGEST
    assert not NAMELESS & {part.strip("_") for part in path.relative_to(SOURCE).with_suffix("").parts}


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_module_keeps_no_state(path: Path) -> None:
    assert list(find_state(ast.parse(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("SEEN = []\ndef f(x):\n    SEEN.append(x)", ["SEEN.append in f"]),
        ("SEEN: dict = {}\ndef f(x):\n    SEEN[x] = 1", ["SEEN[…] = in f"]),
        ("N = 0\ndef f():\n    global N\n    N += 1", ["global N in f"]),
        ("SEEN = []\ndef f(x):\n    SEEN = []\n    SEEN.append(x)", []),
        ("TABLE = {'a': 1}\nfor x in 'ab':\n    TABLE[x] = 2\ndef f(x):\n    return TABLE[x]", []),
    ],
)
def test_what_counts_as_state(source: str, expected: list[str]) -> None:
    assert list(find_state(ast.parse(source))) == expected


def find_state(tree: ast.Module) -> Iterator[str]:
    """Places in functions that change a list, dict or set of the module, or rebind one of its names."""
    kept = {
        target.id
        for statement in tree.body
        for target in targets(statement)
        if isinstance(target, ast.Name) and is_mutable(getattr(statement, "value", None))
    }
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        own = {node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
        outer = kept - own
        for node in ast.walk(function):
            if isinstance(node, ast.Global):
                yield f"global {', '.join(node.names)} in {function.name}"
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                holder = node.func.value
                if isinstance(holder, ast.Name) and holder.id in outer and node.func.attr in CHANGING:
                    yield f"{holder.id}.{node.func.attr} in {function.name}"
            elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
                holder = node.value
                if isinstance(holder, ast.Name) and holder.id in outer:
                    yield f"{holder.id}[…] = in {function.name}"


def targets(statement: ast.stmt) -> list[ast.expr]:
    if isinstance(statement, ast.Assign):
        return statement.targets
    return [statement.target] if isinstance(statement, ast.AnnAssign) else []


def is_mutable(value: ast.expr | None) -> bool:
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
        return value.func.id in MUTABLE_CALLS
    return isinstance(value, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp)


@pytest.mark.parametrize("arguments", [["--help"], ["parse", "--help"], ["--version"]], ids=" ".join)
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys; from vanban.cli.main import run; code = run(sys.argv[1:]); "
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)), code, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False)
    assert done.stderr == "[] 0\n"
    assert done.stdout


def test_importing_the_library_loads_nothing_heavy() -> None:
    code = f"import sys, vanban; print(sorted(set({HEAVY!r}) & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
