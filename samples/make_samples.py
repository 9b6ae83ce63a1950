"""Write the samples and their expectations: `python samples/make_samples.py [--pdf]`.

Text, .docx and expectations are written anew each time; PDFs, which are never the same twice, only where they are
absent or with `--pdf`. Every expectation is checked against its document first.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "tests")]

from sources import (  # noqa: E402
    decision,
    dossier_forest,
    dossier_merger,
    dossier_twins,
    draft_plan,
    letters,
    meetings,
    orders,
    pair_drowning,
    pair_skills,
    party,
    table_plans,
)
from sources.expecting import Record, Sample  # noqa: E402

from making import Sheet, printed_lines, render_crawled, render_docx, render_pdf, render_text  # noqa: E402
from making.sheet import flatten  # noqa: E402

SAMPLES = (
    pair_drowning.SAMPLE,
    pair_skills.LETTER_SAMPLE,
    pair_skills.PLAN_SAMPLE,
    table_plans.WASTE_SAMPLE,
    table_plans.LIBRARY_SAMPLE,
    orders.TELEGRAM_SAMPLE,
    orders.NOTICE_SAMPLE,
    decision.SAMPLE,
    meetings.INVITATION_SAMPLE,
    meetings.SUBMISSION_SAMPLE,
    meetings.REPORT_SAMPLE,
    orders.DIRECTIVE_SAMPLE,
    letters.REMINDER_SAMPLE,
    party.PARTY_LETTER_SAMPLE,
    party.GUIDANCE_SAMPLE,
    party.UNION_SAMPLE,
    letters.COMMUNE_SAMPLE,
    draft_plan.SAMPLE,
    letters.CRAWLED_SAMPLE,
)


def render_sample(sample: Sample) -> bytes:
    """The sample's file."""
    if sample.suffix == "txt":
        if sample.text == "crawled":
            return render_crawled(sample.sheets).encode()
        return render_text(sample.sheets, order=sample.text).encode()
    word = render_docx(sample.sheets)
    return word if sample.suffix == "docx" else render_pdf(word)


def render_dossier() -> dict[str, bytes]:
    """The files of the dossier whose papers hand duties on, by name."""
    return _render_papers(dossier_forest.FOLDER, dossier_forest.SHEETS)


def render_dossiers() -> dict[str, bytes]:
    """The files of all dossiers, by name; what is asked of them and answered stands beside in hoi-dap.toml."""
    return {
        **render_dossier(),
        **_render_papers(dossier_merger.FOLDER, dossier_merger.SHEETS),
        f"{dossier_merger.FOLDER}/danh-ba.yaml": dossier_merger.DIRECTORY.encode(),
        **_render_papers(dossier_twins.FOLDER, dossier_twins.SHEETS),
    }


def _render_papers(folder: str, sheets: Mapping[str, Sheet]) -> dict[str, bytes]:
    return {f"{folder}/{stem}.txt": render_text([sheet]).encode() for stem, sheet in sheets.items()}


def render_expectation(sample: Sample) -> str:
    """The record that a label file would hold for it, as JSON."""
    kept: Record = {
        "id": sample.stem[:2],
        "file": f"{sample.stem}.{sample.suffix}",
        "format": "pdf-text" if sample.suffix == "pdf" else sample.suffix,
        "documents": list(sample.documents),
        "note": sample.note,
    }
    return json.dumps(kept, ensure_ascii=False, indent=1) + "\n"


def find_slips(sample: Sample) -> Iterator[str]:
    """What in the expectations does not stand in the document: strings are copied as printed."""
    sheets = flatten(sample.sheets)
    if len(sheets) != len(sample.documents):
        yield f"{len(sheets)} sheets, {len(sample.documents)} records"
    for sheet, document in zip(sheets, sample.documents, strict=False):
        text = " ".join(" ".join(printed_lines(sheet)).split())
        codes = [document["number"], document["notation"], document["place"]]
        heads = [document["issuer"], document["issuer_parent"], document["subject"]]
        people = [value for signer in document["signers"] for value in (signer["full_name"], signer["position"])]
        duties = document["duties"] or []
        said = [value for one in duties for value in (one["action"], one["recurrence"], one["report_to"])]
        organs = [name for one in duties for name in (*one["assignees"], *one["coordinators"])]
        lists = document["addressees"] + document["recipients"] + document["references"]
        for value in filter(None, [*codes, *heads, *people, *said, *lists]):
            if value not in text:
                yield f"not in the text: {value}"
        for name in organs:
            missing = [word for word in name.casefold().split() if word.strip(",") not in text.casefold()]
            if missing:
                yield f"organ not in the text: {name}"
        for one in duties:
            if not 3 <= len(one["action"].split()) <= 25:
                yield f"{len(one['action'].split())} words: {one['action']}"


def write_readme() -> None:
    """The list of samples in English and Vietnamese."""
    told = [(f"`{s.stem}.{s.suffix}`", s.english, s.vietnamese) for s in SAMPLES]
    rows = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in told]
    head = (HERE / "sources" / "readme_head.md").read_text(encoding="utf-8")
    (HERE / "README.md").write_text(head + "\n".join(rows) + "\n", encoding="utf-8")


def main() -> None:
    slips = [f"{sample.stem}: {slip}" for sample in SAMPLES for slip in find_slips(sample)]
    if slips:
        sys.exit("\n".join(slips))
    for sample in SAMPLES:
        target = HERE / f"{sample.stem}.{sample.suffix}"
        if sample.suffix != "pdf" or "--pdf" in sys.argv or not target.exists():
            target.write_bytes(render_sample(sample))
        (HERE / f"{sample.stem}.expect.json").write_text(render_expectation(sample), encoding="utf-8")
    for name, data in render_dossiers().items():
        (HERE / name).parent.mkdir(exist_ok=True)
        (HERE / name).write_bytes(data)
    write_readme()


if __name__ == "__main__":
    main()
