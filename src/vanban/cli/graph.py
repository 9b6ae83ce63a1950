"""`vanban graph`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from vanban.cli import command as parts
from vanban.cli.input import Manner, Reading, has_problems, status
from vanban.cli.output import check_output, choose_format, strip_control, tell, write_output
from vanban.cli.summary_words import title
from vanban.cli.wording import word
from vanban.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vanban.graph import Act, Chain, Step, Wait
    from vanban.graph.nodes import Graph

FORMATS = ("text", "json", "graphml", "gexf", "dot", "mermaid", "svg", "html", "ttl")
QUESTIONS = ("acts", "waits")
FROM_DIRECTORY = ("member_of", "succeeded_by")
VIEWS = ("instructs", "documents", "duties", "all")


def make_graph(lang: str) -> click.Command:
    """The command `graph`."""

    def run(
        files: tuple[str, ...],
        view: str,
        source: str | None,
        target: str | None,
        limit: int,
        question: str | None,
        format_name: str | None,
        output: str | None,
        strict: bool,
        **manner: Unpack[Manner],
    ) -> int:
        chained = bool(source or target)
        wanted = choose_format(format_name, output, FORMATS, "text" if chained else "json")
        if question:
            wanted = format_name or ("json" if wanted == "json" and output else "text")
            if wanted not in ("text", "json") or chained:
                raise UsageError(word(lang, "ask_what"))
        check_output(output, files, wanted, lang)
        reading = Reading(files, lang, **manner)
        dossier = reading.dossier()
        if dossier is None:
            return status(reading)
        from vanban.graph import build_graph, export_graph, find_chains, select_chains, view_graph

        graph = build_graph(dossier, reading.directory)
        if question:
            write_output(_answer(graph, question, wanted, lang), output, lang)
            return status(reading, strict=strict and has_problems(dossier.documents))
        if chained or wanted == "text":
            chains = find_chains(graph, source, target, limit=limit)
            if not chains:
                tell(lang, word(lang, "no_chain"), error=False)
            part = select_chains(graph, chains)
            data = show_chains(chains, lang).encode() if wanted == "text" else export_graph(part, wanted)
        else:
            data = export_graph(view_graph(graph, view), wanted)
        write_output(data, output, lang)
        return status(reading, strict=strict and has_problems(dossier.documents))

    options: list[parts.Decorator] = [
        parts.files_argument(lang),
        click.option("--view", type=click.Choice(VIEWS), default="all", help=word(lang, "view")),
        click.option("--from", "source", metavar=word(lang, "m_organ"), help=word(lang, "from")),
        click.option("--to", "target", metavar=word(lang, "m_organ"), help=word(lang, "to")),
        click.option(
            "--limit",
            type=click.IntRange(1, 1000),
            default=20,
            metavar=word(lang, "m_number"),
            help=word(lang, "limit"),
        ),
        click.option("--ask", "question", type=click.Choice(QUESTIONS), help=word(lang, "ask")),
        parts.format_option(lang, FORMATS),
        parts.output_option(lang),
        parts.strict_option(lang),
        parts.judgements_option(lang),
        *parts.reading_options(lang),
    ]
    examples = (
        'vanban graph samples/01-cong-van-chuyen-ke-hoach-tinh-uy.txt --to "Sở Văn hóa, Thể thao và Du lịch"',
        "vanban graph samples/02-cong-van-ky-nang-so.docx samples/03-ke-hoach-tinh-uy-ky-nang-so.docx -o so-do.html",
    )
    return parts.make_command("graph", lang, run, options, examples)


def _answer(graph: Graph, question: str, wanted: str, lang: str) -> bytes:
    """Who ultimately has to act, or what waits for whom."""
    import msgspec

    from vanban.graph import find_acts, find_waits

    found: Sequence[Act | Wait] = find_acts(graph) if question == "acts" else find_waits(graph)
    if wanted == "json":
        return msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n"
    lines = [_tell_act(one, lang) if question == "acts" else _tell_wait(one, lang) for one in found]  # type: ignore[arg-type]
    return strip_control("".join(lines) or word(lang, "nothing_asked") + "\n").encode()


def _tell_act(act: Act, lang: str) -> str:
    until = f" ({title(lang, 'deadline').lower()}: {act.deadline})" if act.deadline else ""
    since = "".join(f"   ({text})\n" for text in act.successors)
    return f"{'; '.join(act.organs)}: {act.action}{until}\n   [{' → '.join(act.documents)}]\n{since}"


def _tell_wait(wait: Wait, lang: str) -> str:
    until = f" ({title(lang, 'deadline').lower()}: {wait.deadline})" if wait.deadline else ""
    who, awaited = "; ".join(wait.who), "; ".join(wait.awaited)
    said = word(lang, f"waits_{wait.kind}", who=who, awaited=awaited or "–", what=wait.what)
    home = f"   [{wait.document}]\n" if wait.kind == "report" else ""
    handed = f"   {title(lang, 'relation_hands_on')}: {'; '.join(wait.handed_on)}\n" if wait.handed_on else ""
    since = "".join(f"   ({text})\n" for text in wait.successors)
    return f"{said}{until}\n{home}{handed}{since}"


def show_chains(chains: list[Chain], lang: str) -> str:
    """The chains as plain text: the way first, then each edge with its document and sentences."""
    lines: list[str] = []
    for number, chain in enumerate(chains, start=1):
        lines.append(f"{number}. " + " → ".join(chain.nodes))
        said: list[str] = []
        for step in chain.steps:
            lines.append(_edge_line(step, lang))
            texts = [" ".join(proof.text.split()) for proof in step.proofs if proof.text]
            # What the directory says stands in no document.
            known = step.relation in FROM_DIRECTORY and not any(proof.span for proof in step.proofs)
            home = step.document_label
            proofs = list(dict.fromkeys(f"      ({text})" if known else f"      [{home}] “{text}”" for text in texts))
            lines += [f"      ({word(lang, 'same_proof')})"] if proofs and proofs == said else proofs
            said = proofs
            for one in step.hands_on:
                text = " ".join(one.text.split())
                lines.append(f"      {title(lang, 'relation_hands_on')}: [{one.document_label}] “{text}”")
        lines.append("")
    return strip_control("\n".join(lines))


def _edge_line(step: Step, lang: str) -> str:
    relation = title(lang, f"relation_{step.relation}")
    through = f" ({title(lang, 'transmitted_by')}: {'; '.join(step.transmitted_by)})" if step.transmitted_by else ""
    return f"   {step.source_label} –{relation}→ {step.target_label}{through}"
