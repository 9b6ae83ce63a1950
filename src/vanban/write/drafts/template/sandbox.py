"""What a template may say, *giới hạn của mẫu*: fields of the data, loops over its lists, conditions; no calls, no
attributes of objects, no arithmetic, no other files. A template comes from outside, so that what is not needed is
refused, and its work is bounded by the data: loops go over lists of the data, two deep at most.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.runtime import Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from vanban.errors import UnreadableError

FILTERS = ("upper", "lower", "trim", "join", "default", "first", "last", "length")
_NODES = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Const, nodes.For, nodes.If,
    nodes.Filter, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr, nodes.Test,
)  # fmt: skip
_DEEPEST = 2
_LARGEST_PART = 20 * 1024 * 1024
_LARGEST = 60 * 1024 * 1024
_MOST_PARTS = 2000
_EXTERNAL = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*\bTargetMode\s*=\s*[\"']External[\"'][^>]*>")
_ACTIVE = re.compile(r"vbaProject|activeX|/embeddings/|attachedTemplate", re.IGNORECASE)


class StrictUndefined(Undefined):
    """A field that the data does not have: an error with its name, not an empty place."""

    def __str__(self) -> str:
        self._fail_with_undefined_error()
        raise AssertionError

    __iter__ = __bool__ = __eq__ = __ne__ = __hash__ = Undefined._fail_with_undefined_error


class DataEnvironment(ImmutableSandboxedEnvironment):
    """Jinja that knows items of dicts alone."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.tests = {name: self.tests[name] for name in ("defined", "undefined")}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The item of a dict; what loops know of themselves ("loop.last")."""
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        if type(obj).__name__ == "LoopContext" and attribute in ("first", "last", "index", "index0"):
            return getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        _check(template, 0)
        return template


def _check(node: nodes.Node, depth: int) -> None:
    if not isinstance(node, _NODES) or (isinstance(node, nodes.Name) and node.name in ("self", "super")):
        raise TemplateSyntaxError(f"{type(node).__name__}", getattr(node, "lineno", 1) or 1)
    if isinstance(node, nodes.For):
        depth += 1
        if depth > _DEEPEST or node.recursive or not isinstance(node.iter, nodes.Name | nodes.Getattr):
            raise TemplateSyntaxError("For", node.lineno)
    for child in node.iter_child_nodes():
        _check(child, depth)


def check_package(data: bytes, name: str) -> None:
    """Refuse a template that is no .docx, too large when unpacked, or brings macros or parts from elsewhere."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            too_large = sum(part.file_size for part in parts) > _LARGEST or len(parts) > _MOST_PARTS
            if too_large or any(part.file_size > _LARGEST_PART for part in parts):
                raise UnreadableError(f"{name}: tệp mẫu quá lớn khi giải nén; hãy bỏ bớt hình ảnh trong mẫu.")
            if "word/document.xml" not in package.namelist():
                raise UnreadableError(f"{name}: không phải tệp .docx; hãy lưu mẫu thành .docx.")
            if any(_ACTIVE.search(part.filename) for part in parts) or any(_list_outside(package, parts)):
                raise UnreadableError(
                    f"{name}: tệp mẫu có macro, đối tượng nhúng hoặc phần lấy từ nơi khác; hãy bỏ các phần đó."
                )
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise UnreadableError(f"{name}: không phải tệp .docx; hãy lưu mẫu thành .docx.") from error


def _list_outside(package: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> Iterator[bool]:
    """Whether a part names something outside of the package that is not a link to be clicked on."""
    for part in parts:
        if part.filename.endswith(".rels"):
            for relation in _EXTERNAL.findall(package.read(part)):
                yield b"/hyperlink" not in relation
