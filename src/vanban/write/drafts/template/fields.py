"""The fields of a template, *trường của mẫu* (docs/templates.md): a paper as plain data, nothing but dicts, lists and
strings."""

from __future__ import annotations

import re
from typing import Any

from vanban.write.drafts.grounds import lower_first
from vanban.write.drafts.labels import label_blocks
from vanban.write.drafts.paper import Paper
from vanban.write.drafts.placeholder import clean_text
from vanban.write.drafts.word.forms import Form
from vanban.write.drafts.word.render import close_body
from vanban.write.drafts.words import Words

_ABOUT = re.compile(r"(?:V/v|Về việc)\s+", re.IGNORECASE)


def make_fields(paper: Paper, form: Form) -> dict[str, Any]:
    """The data that a template is filled with; lists of parties carry the mark that ends each line."""
    place, comma, date = paper.place_date.text.rpartition(", ngày ")
    labels = label_blocks(paper.body, form.part, form.ground_mark)
    last = len(paper.body) - 1 if paper.signature else -1
    texts = [
        close_body(block.words.text, form) if i == last else block.words.text for i, block in enumerate(paper.body)
    ]
    return {
        "system": paper.system,
        "parent": clean_text(paper.parent.text),
        "issuer": _lines(paper.issuer),
        "number": clean_text(paper.number.text),
        "code": clean_text(paper.number.text.removeprefix("Số").lstrip(": ")),
        "mark": clean_text(paper.mark.text),
        "place": clean_text(place or paper.place_date.text),
        "date": f"ngày {clean_text(date)}" if comma else "",
        "title": clean_text(paper.title.text),
        "subject": clean_text(paper.subject.text),
        "matter": lower_first(_ABOUT.sub("", clean_text(paper.subject.text))),
        "opening": paper.opening,
        "addressees": _entries(paper.addressees),
        "addressee": "; ".join(_lines(paper.addressees)),
        "body": [
            {
                "role": block.role,
                "label": label,
                "text": clean_text(text),
                "line": clean_text(f"{label} {text}"),
            }
            for block, label, text in zip(paper.body, labels, texts, strict=True)
        ],
        "recipients": _entries(paper.recipients),
        "signature": _lines(paper.signature),
        "signer": clean_text(paper.signer.text),
    }


def _lines(words: list[Words]) -> list[str]:
    return [clean_text(line.text) for line in words]


def _entries(words: list[Words]) -> list[dict[str, str]]:
    """Each name with the mark that ends its line: ";", and "." after the last."""
    last = len(words) - 1
    return [{"name": name, "end": "." if i == last else ";"} for i, name in enumerate(_lines(words))]
