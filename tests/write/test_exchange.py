"""Packages that vanban writes and reads again: the head says the same, the files are the same bytes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from orders import Made, made

from vanban.cli.main import run
from vanban.errors import SecretError
from vanban.model.document import Code, DocumentType, Head, Issuer, Party, Promulgation, Signer
from vanban.pipeline import parse
from vanban.read.exchange import list_files
from vanban.write.drafts import compose, render
from vanban.write.exchange import SPACE, make_head, write_package

SAMPLES = Path(__file__).parents[2] / "samples"
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĐỦ ếộ&<>\"'.,;()/-0123456789"
WORDS = st.text(LETTERS, min_size=1, max_size=30).map(lambda text: " ".join(text.split()))
NAMES = WORDS.filter(bool)


def bare(head: Head) -> Head:
    """A head without what only its reading knows: its own text, places in it."""

    def parties(found: list[Party]) -> list[Party]:
        return [Party(party.name, organ_id=party.organ_id) for party in found]

    issuer = head.issuer and msgspec.structs.replace(head.issuer, full_name=None)
    return msgspec.structs.replace(
        head,
        text="",
        source=None,
        issuer=issuer,
        addressees=parties(head.addressees),
        to_places=parties(head.to_places),
        signers=[Signer(one.full_name, one.position, one.competence) for one in head.signers],
        evidence={},
    )


def read_back(head: Head, files: list[tuple[str, bytes]]) -> Head:
    data = write_package(head, files)
    assert list_files(data, "a.edxml") == files
    document = parse("a.edxml", data).documents[0]
    assert document.head is not None
    assert [
        problem for problem in document.problems if problem.code.startswith("head") and problem.code != "head-only"
    ] == []
    return document.head


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.docx")), ids=lambda path: path.name[:2])
def test_samples_come_back_with_their_head(path: Path) -> None:
    head = make_head(parse(path).documents[0])
    assert bare(read_back(head, [(path.name, path.read_bytes())])) == bare(head)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_any_head_comes_back(data: st.DataObject) -> None:
    number = data.draw(st.integers(1, 99999).map(str))
    notation = data.draw(st.sampled_from(["UBND-VX", "KH/TU", "QĐ-UBND", "CV/ĐU"]))
    text = f"{number}-{notation}" if "/" in notation else f"{number}/{notation}"
    head = Head(
        text="",
        document_type=DocumentType(data.draw(NAMES)),
        code=Code(number, notation, text),
        promulgation=Promulgation(
            data.draw(NAMES), data.draw(st.dates(dt.date(1980, 1, 1), dt.date(2090, 1, 1))).isoformat()
        ),
        issuer=Issuer(data.draw(NAMES), data.draw(NAMES), None, data.draw(st.sampled_from([None, "H99.3"]))),
        subject=data.draw(NAMES),
        priority=data.draw(st.sampled_from([None, "Hỏa tốc", "Khẩn"])),
        addressees=[Party(name) for name in data.draw(st.lists(NAMES, max_size=3))],
        to_places=[Party(name) for name in data.draw(st.lists(NAMES, max_size=3))],
        signers=[Signer(data.draw(NAMES), data.draw(st.none() | NAMES), data.draw(st.none() | NAMES))],
        due_date=data.draw(
            st.none() | st.dates(dt.date(1980, 1, 1), dt.date(2090, 1, 1)).map(lambda day: day.isoformat())
        ),
        business=data.draw(st.sampled_from(["new", "replace"])),
    )
    written = parse("a.edxml", write_package(head, [])).documents[0].head
    assert written is not None
    assert bare(written) == bare(head)


@pytest.mark.parametrize("party", [False, True], ids=["state", "party"])
@settings(max_examples=3, deadline=None)
@given(st.data())
def test_drafts_come_back_with_their_head_and_duties(party: bool, data: st.DataObject) -> None:
    dossier: Made = data.draw(made(party))
    given_ = {"number": "7", "notation": "AB-CD", "date": "2026-03-09", "signer": "Lò Thị Mẫu"}
    word = render(compose("ke-hoach-trien-khai", dossier.dossier, dossier.organ, given_), given_)
    document = parse("kh.docx", word).documents[0]
    again = parse("a.edxml", write_package(make_head(document), [("kh.docx", word)])).documents[0]
    assert again.head is not None
    assert bare(again.head) == bare(make_head(document))
    assert [duty.id for duty in again.duties] == [duty.id for duty in document.duties]


def test_the_package_has_the_order_and_names_of_the_standard() -> None:
    head = make_head(parse(SAMPLES / "02-cong-van-ky-nang-so.docx").documents[0])
    root = etree.fromstring(write_package(head, [("a.docx", b"PK")], dt.datetime(2026, 3, 9, 8, 30)))
    names = [str(node.tag).removeprefix(f"{{{SPACE}}}") for node in root.iter() if len(node)]
    assert names[:3] == ["edXML", "edXMLEnvelope", "edXMLHeader"]
    message = root.find(f".//{{{SPACE}}}MessageHeader")
    assert message is not None
    order = list(dict.fromkeys(str(node.tag).rpartition("}")[2] for node in message))
    assert order == ["From", "To", "Code", "PromulgationInfo", "DocumentType", "Subject", "SignerInfo", "ToPlaces"]
    assert root.findtext(f".//{{{SPACE}}}PromulgationDate") == "2025/09/22"
    assert root.findtext(f".//{{{SPACE}}}Timestamp") == "2026/03/09 08:30:00"
    reference = root.findtext(f".//{{{SPACE}}}Reference/{{{SPACE}}}ContentId")
    assert reference == root.findtext(f".//{{{SPACE}}}Attachment/{{{SPACE}}}ContentId")


def test_secret_documents_do_not_go_this_way() -> None:
    document = parse(SAMPLES / "02-cong-van-ky-nang-so.docx").documents[0]
    with pytest.raises(SecretError, match=r"hãy gửi theo đường văn bản mật\.$"):
        make_head(msgspec.structs.replace(document, secrecy="Mật"))


def test_a_draft_as_package_leaves_open_places_out(tmp_path: Path) -> None:
    output = tmp_path / "goi.edxml"
    files = [str(SAMPLES / "02-cong-van-ky-nang-so.docx"), str(SAMPLES / "03-ke-hoach-tinh-uy-ky-nang-so.docx")]
    assert run(["draft", "ke-hoach-trien-khai", *files, "--for", "Sở Y tế", "-o", str(output)]) == 0
    root = etree.fromstring(output.read_bytes())
    assert root.find(f".//{{{SPACE}}}Code") is None and root.find(f".//{{{SPACE}}}SignerInfo") is None
    assert root.findtext(f".//{{{SPACE}}}TypeName") == "Kế hoạch"
    assert "CẦN BỔ SUNG" not in "".join(node.text or "" for node in root.iter() if "Content" not in str(node.tag))
    document = parse(output).documents[0]
    assert document.source == f"{output}/ke-hoach-trien-khai.docx"
    assert document.duties
