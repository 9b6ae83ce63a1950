"""A rule of form, *quy tắc thể thức*: a plain function with its code, its articles and how grave its breach is."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from typing import Literal, NamedTuple

from vanban.form.repair import Repair
from vanban.form.sheet import Form, Sheet
from vanban.model.text import Span

Severity = Literal["error", "warning", "info"]
ERROR: Severity = "error"
WARNING: Severity = "warning"
INFO: Severity = "info"

GUIDE = "Hướng dẫn 05-HD/VPTW ngày 27/5/2026"
"""The Party's guide; what is reported of it is held against papers, with less weight where reports differ."""
NORMATIVE = "Nghị định 78/2025/NĐ-CP (sửa đổi, bổ sung: Nghị định 187/2025/NĐ-CP)"


class Remark(NamedTuple):
    """What a rule says of a place: a Vietnamese sentence, the span (None for the whole document), its repairs."""

    message: str
    span: Span | None = None
    repairs: tuple[Repair, ...] = ()


class Rule(NamedTuple):
    """A rule: `articles` name its source by the form that it applies to; `layout` says that it needs a .docx."""

    code: str
    check: Callable[[Sheet], Iterable[Remark]]
    severity: Severity
    articles: Mapping[Form, str]
    layout: bool = False

    @property
    def title(self) -> str:
        """What the rule asks, the first line of its docstring."""
        return (inspect.getdoc(self.check) or "").partition("\n")[0].rstrip(".")


def state(place: str, *, normative: bool = False) -> dict[Form, str]:
    """The article of NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I; `normative` where the rule surely holds there too."""
    articles: dict[Form, str] = {"state": f"Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, {place}"}
    return {**articles, "normative": NORMATIVE} if normative else articles


def capitals(place: str) -> dict[Form, str]:
    """The article of NĐ 30/2020/NĐ-CP, Phụ lục II, on capitals."""
    article = f"Nghị định 30/2020/NĐ-CP, Phụ lục II, {place}"
    return {"state": article, "normative": article}


PARTY: dict[Form, str] = {"party": GUIDE}
