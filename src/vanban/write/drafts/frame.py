"""What all papers of an organ have alike: heading, number, place and date, recipients, signature."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from vanban.model.document import Document, Party
from vanban.notation.organ import names_same_organ
from vanban.write.drafts.brief import Brief
from vanban.write.drafts.grounds import cite_in_full, collect_spellings, issuer_words
from vanban.write.drafts.heading import (
    complete_name,
    find_system,
    issuer_lines,
    name_organ,
    name_parent,
    number_line,
    place_line,
)
from vanban.write.drafts.paper import Block, Paper, System
from vanban.write.drafts.placeholder import clean_text
from vanban.write.drafts.signature import sign_lines
from vanban.write.drafts.tasks import Task
from vanban.write.drafts.words import (
    NOTHING,
    Words,
    field_words,
    leave,
    party_words,
    rewrite,
    say,
    set_words,
    upper_first,
)

VAGUE = re.compile(r"liên quan|chức năng|nêu trên|nói trên|có đủ|khác$", re.IGNORECASE)
"""Names that tell nobody where to send a paper."""


class Writer(NamedTuple):
    """The organ that writes: its name in ordinary case, whose form its papers have, names as the dossier spells."""

    name: Words
    system: System
    spelled: tuple[str, ...]


def find_writer(brief: Brief, parties: Iterable[tuple[Document, Party, str]] = ()) -> Writer:
    """The organ of the request, at the fullest name that the dossier gives it; `parties` are those that it was
    recognised by, each with its document and the duty that names it."""
    known = list(parties)
    spelled = collect_spellings(brief.dossier)
    named = name_organ(clean_text(brief.organ), [party for _, party, _ in known])
    sources = [source for document, party, key in known for source in party_words(document, party, key).sources]
    asked = set_words("for", brief.organ)
    name = Words(named, tuple(dict.fromkeys([*asked.sources, *sources])))
    name = complete_name(brief.dossier, name, spelled)
    return Writer(name, find_system(name.text), spelled)


def make_paper(
    brief: Brief,
    writer: Writer,
    subject: Words,
    body: list[Block],
    recipients: list[Words],
    *,
    title: str = "",
    abbreviation: str = "",
    addressees: Iterable[Words] = (),
    opening: str = "Kính gửi",
) -> Paper:
    """A paper with the heading and the end of the writer's; `recipients` come without "Như trên" and "Lưu"."""
    to = list(addressees)
    first = [say("Như trên")] if to else []
    return Paper(
        system=writer.system,
        parent=name_parent(brief, writer.name.text, writer.spelled),
        issuer=issuer_lines(writer.name),
        number=number_line(brief, writer.system, abbreviation),
        place_date=place_line(brief, writer.name, writer.spelled),
        title=Words(title),
        subject=set_words("subject", brief.settings["subject"]) if brief.gives("subject") else subject,
        addressees=to,
        opening=opening,
        body=body,
        recipients=[*first, *recipients, keep_line(brief, writer.system)],
        signature=sign_lines(brief, writer.name),
        signer=brief.ask("signer", "họ và tên người ký"),
        mark=mark_secrecy(brief),
    )


def mark_secrecy(brief: Brief) -> Words:
    """The mark of secrecy: what rests on a secret document is not open before an officer says so (Luật 117/2025/QH15);
    which degree it has is theirs to say."""
    secret = [document for document in brief.dossier.documents if document.secrecy]
    if not secret and not brief.gives("secrecy"):
        return NOTHING
    rests = [source for document in secret for source in field_words(document, ["secrecy"], "").sources]
    asked = brief.ask("secrecy", "độ mật")
    return Words(asked.text.upper() if brief.gives("secrecy") else asked.text, (*asked.sources, *rests))


def keep_line(brief: Brief, system: System) -> Words:
    """The last line of Nơi nhận, *lưu* (NĐ 30, Phụ lục I, II.9.d; the Party sets no colon and no "VT")."""
    if system == "party":
        return say("Lưu {}", brief.ask("archive", "nơi lưu"))
    return say("Lưu: VT, {}", brief.ask("drafter", "đơn vị soạn thảo"))


def list_grounds(orders: list[Document], spelled: tuple[str, ...]) -> list[Block]:
    """Grounds, *căn cứ*, each a first citation; the last ends in a full stop."""
    last = len(orders) - 1
    return [
        Block("ground", say("Căn cứ {}." if i == last else "Căn cứ {};", cite_in_full(order, spelled)))
        for i, order in enumerate(orders)
    ]


def list_orders(orders: list[Document], spelled: tuple[str, ...]) -> list[Block]:
    """The first citations of a letter, one a paragraph: what follows a subject on its line would be taken for it."""
    return [Block("text", say("Thực hiện {};", cite_in_full(order, spelled))) for order in orders]


def list_parties(tasks: Iterable[Task], role: str) -> list[Words]:
    """The parties of the tasks in a role ("report_to", "coordinators"), each organ once."""
    return unique(
        party_words(task.document, party, task.duty.id) for task in tasks for party in getattr(task.duty, role)
    )


def list_superiors(orders: list[Document], tasks: Iterable[Task], spelled: tuple[str, ...]) -> list[Words]:
    """Those that ordered, then those that hear reports, each organ once."""
    issuers = [words for order in orders if (words := issuer_words(order, spelled))]
    return unique([*issuers, *list_parties(tasks, "report_to")])


def send(names: Iterable[Words], purpose: str, known: Iterable[Words] = ()) -> list[Words]:
    """Recipients with their purpose in brackets, without those that are vague or `known` already."""
    others = list(known)
    told = [
        name
        for name in names
        if not VAGUE.search(name.text) and not any(names_same_organ(name.text, other.text) for other in others)
    ]
    return [upper_first(say(f"{{}} ({purpose})", name)) for name in told]


def unique(names: Iterable[Words]) -> list[Words]:
    """Names in order, one for each organ."""
    kept: list[Words] = []
    for name in names:
        if name and not any(names_same_organ(name.text, other.text) for other in kept):
            kept.append(name)
    return kept


def list_addressees(brief: Brief, names: Iterable[Words], what: str) -> list[Words]:
    """Addressees that the user gave, else those of the dossier, else an open place that says `what` is wanted."""
    given = brief.list_given("to")
    return given or [upper_first(rewrite(name, lambda text: text.rstrip(" .;,:"))) for name in names] or [leave(what)]
