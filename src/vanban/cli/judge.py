"""`vanban judge`: what people decided about a dossier, listed, checked, and one more added."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from vanban.cli import command as parts
from vanban.cli.input import Manner, Reading, find_judgements, status
from vanban.cli.output import choose_format, strip_control, write_output
from vanban.cli.wording import word
from vanban.errors import UsageError

if TYPE_CHECKING:
    from vanban.judgements import Review
    from vanban.model.dossier import Dossier
    from vanban.model.judgement import Judgement

FORMATS = ("text", "json")
_KINDS = ("citation", "organ", "duty", "finding")


def make_judge(lang: str) -> click.Command:
    """The command `judge`."""

    def run(
        files: tuple[str, ...],
        citation: str | None,
        organ: str | None,
        duty: str | None,
        finding: str | None,
        document: str | None,
        is_: str | None,
        is_not: str | None,
        by: str | None,
        note: str | None,
        format_name: str | None,
        strict: bool,
        **manner: Unpack[Manner],
    ) -> int:
        named = {kind: name for kind, name in zip(_KINDS, (citation, organ, duty, finding), strict=True) if name}
        if len(named) > 1 or (not named and (document or is_ or is_not or by or note)):
            raise UsageError(word(lang, "judge_what"))
        target = choose_file(files, manner, lang) if named else None
        if target and not Path(target).exists():
            manner["judgements"] = None  # it is made below
        reading = Reading(files, lang, **manner)
        dossier = reading.dossier(told=False)
        if dossier is None:
            return status(reading)
        for kind, name in named.items():
            said = {"judgement": kind, "name": name, "document": document, "is": is_, "is_not": is_not}
            return _add(said, dossier, reading, str(target), by, note)
        reviews = _review(dossier, reading)
        wanted = choose_format(format_name, None, FORMATS, "text")
        data = _encode(reviews, dossier) if wanted == "json" else strip_control(_tell(reviews, dossier, lang)).encode()
        write_output(data, None, lang)
        return status(reading, strict=strict and any(review.fault for review in reviews))

    options: list[parts.Decorator] = [
        parts.files_argument(lang),
        parts.judgements_option(lang),
        *(
            click.option(f"--{kind}", metavar=word(lang, f"m_{kind}"), help=word(lang, f"judge_{kind}"))
            for kind in _KINDS
        ),
        click.option("--in", "document", metavar=word(lang, "m_document"), help=word(lang, "judge_in")),
        click.option("--is", "is_", metavar=word(lang, "m_id"), help=word(lang, "judge_is")),
        click.option("--is-not", "is_not", metavar=word(lang, "m_id"), help=word(lang, "judge_is_not")),
        click.option("--by", metavar=word(lang, "m_person"), help=word(lang, "judge_by")),
        click.option("--note", metavar=word(lang, "m_text"), help=word(lang, "judge_note")),
        parts.format_option(lang, FORMATS),
        click.option("--strict", is_flag=True, help=word(lang, "strict_judgements")),
        *parts.reading_options(lang),
    ]
    examples = (
        "vanban judge samples/ho-so-chay-rung",
        "vanban judge samples/ho-so-chay-rung --judgements xac-nhan.jsonl --citation 112/KH-UBND --in 45/KH-UBND "
        '--is 112/KH-UBND --by "Nguyễn Thị Hoa"',
    )
    return parts.make_command("judge", lang, run, options, examples)


def choose_file(files: tuple[str, ...], manner: Manner, lang: str) -> str:
    """The file that a judgement is added to: the one that is named, else that of the one folder that is given."""
    from vanban.judgements import FILE_NAME

    given = manner.get("judgements")
    if given:
        return given
    found = find_judgements(files)
    folders = [name for name in files if Path(name).is_dir()]
    if len(found) == 1:
        return found[0]
    if not found and len(folders) == 1:
        return str(Path(folders[0]) / FILE_NAME)
    raise UsageError(word(lang, "judge_where", name=FILE_NAME))


def _add(
    said: dict[str, str | None], dossier: Dossier, reading: Reading, target: str, by: str | None, note: str | None
) -> int:
    """Hold one judgement against the dossier and write it behind the others; a wrong one is refused."""
    import msgspec

    from vanban.judgements import read_judgements, write_judgement
    from vanban.judgements.file import find_fault
    from vanban.model.judgement import Judgement

    if said["judgement"] == "citation" and said["document"] is None:
        said["document"] = _only_citing(str(said["name"]), dossier, reading.lang)
    today = dt.date.today().isoformat()
    judgement = msgspec.convert({**said, "by": by, "on": today, "note": note}, Judgement)
    if (fault := find_fault(judgement)) is not None:
        raise UsageError(word(reading.lang, "judge_wrong", fault=fault))
    judgement = _name_in_full(judgement, dossier)
    (review,) = _review(msgspec.structs.replace(dossier, judgements=[judgement]), reading)
    if review.fault is not None:
        raise UsageError(word(reading.lang, "judge_wrong", fault=review.fault))
    before = Path(target).read_bytes() if Path(target).exists() else b""
    if before:
        read_judgements(target)  # nothing is added to a file that is not one
    line = write_judgement(judgement)
    between = b"\n" if before and not before.endswith(b"\n") else b""
    write_output(before + between + line.encode(), target, reading.lang)
    write_output(strip_control(line).encode(), None, reading.lang)
    return status(reading)


def _only_citing(name: str, dossier: Dossier, lang: str) -> str:
    """The one document that holds a citation."""
    from vanban.notation.code import code_key

    wanted = code_key(name)
    found = [
        document.id
        for document in dossier.documents
        if any(
            wanted in (code_key(one.text), code_key(one.code.text if one.code else "")) for one in document.references
        )
    ]
    if len(found) != 1:
        raise UsageError(word(lang, "judge_citing", count=len(found), name=name, documents="; ".join(found) or "–"))
    return found[0]


def _name_in_full(judgement: Judgement, dossier: Dossier) -> Judgement:
    """The judgement with documents named by their ids, which tell documents of one number apart."""
    import msgspec

    from vanban.judgements import Judgements

    index = Judgements([judgement], dossier.documents)

    def find(said: str | None) -> str | None:
        return said and (index.find_document(said) or said)

    if judgement.judgement != "citation":
        return msgspec.structs.replace(judgement, document=find(judgement.document))
    return msgspec.structs.replace(
        judgement, document=find(judgement.document), is_=find(judgement.is_), is_not=find(judgement.is_not)
    )


def _review(dossier: Dossier, reading: Reading) -> list[Review]:
    from vanban.crosscheck import crosscheck
    from vanban.judgements import review_judgements

    asked = any(one.judgement == "finding" for one in dossier.judgements)
    findings = {finding.id for finding in crosscheck(dossier, settled=True)} if asked else set()
    return review_judgements(dossier, reading.directory, findings)


def _list_open(dossier: Dossier) -> list[dict[str, str]]:
    """What waits for a decision: citations that several documents fit, names that may mean several organs."""
    waiting = []
    for link in dossier.links:
        if link.status == "ambiguous":
            document = next(one for one in dossier.documents if one.id == link.document)
            text = " ".join(document.references[link.reference].text.split())
            waiting.append({"judgement": "citation", "name": text, "document": link.document, "reason": link.reason})
    for document in dossier.documents:
        for problem in document.problems:
            if problem.code == "organ-ambiguous" and problem.span:
                name = " ".join(document.text[slice(*problem.span)].split())
                waiting.append({"judgement": "organ", "name": name, "document": document.id, "reason": problem.message})
    return waiting


def _encode(reviews: list[Review], dossier: Dossier) -> bytes:
    import msgspec

    value = {"judgements": reviews, "open": _list_open(dossier)}
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def _tell(reviews: list[Review], dossier: Dossier, lang: str) -> str:
    waiting = _list_open(dossier)
    lines = [word(lang, "judge_given", count=len(reviews))]
    for review in reviews:
        one = review.judgement
        where = f" ({one.document})" if one.document else ""
        means = f" = {one.is_}" if one.is_ else f" ≠ {one.is_not}" if one.is_not else ""
        about = "; ".join(part for part in (one.by, one.on, one.note) if part)
        lines.append(f"{review.number}. {_kind(one.judgement, lang)} “{one.name}”{where}{means}")
        lines += [f"   {about}"] if about else []
        lines += [f"   ! {review.fault}"] if review.fault else []
    lines.append(word(lang, "judge_open", count=len(waiting)))
    for item in waiting:
        lines.append(f"- {_kind(item['judgement'], lang)} “{item['name']}” ({item['document']})")
        lines.append(f"   {item['reason']}")
    return "".join(f"{line}\n" for line in lines)


def _kind(judgement: str, lang: str) -> str:
    return word(lang, f"m_{judgement}").lower().replace("_", " ")
