"""Texts that look like official papers, and less and less so."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from hypothesis import strategies as st

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
LINES = sorted(
    {
        line
        for path in sorted(SAMPLES.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if len(line) < 400
    }
)
PIECES = (
    "", " ", "\t", "*", "**", "***", "- ", "+ ", "a) ", "đ) ", "1. ", "3.1. ", "I- ", "IV. ", "Điều 1. ", "Chương II",
    "Phần thứ nhất", "|", "Số: 12/KH-UBND", "Số:    /UBND-VX", "Số 33 -KH/TU", "V/v ", "Kính gửi: ", "Nơi nhận:",
    "- Như trên;", "- Lưu: VT, TH.", "KẾ HOẠCH", "QUYẾT ĐỊNH", "CÔNG ĐIỆN", "HỎA TỐC",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ĐẢNG CỘNG SẢN VIỆT NAM", "ỦY BAN NHÂN DÂN",
    "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "T/M BAN THƯỜNG VỤ", "SỞ Y TẾ", "SỞ Y TẾ",
    "Hải Lăng, ngày 31 tháng 02 năm 2021", "Hà Nội, ngày    tháng    năm 2025", "Căn cứ Luật số 30/2020/QH14;",
    "Giao Sở Y tế chủ trì, phối hợp với ", "Sở Nội vụ, ", "các Bộ: Quốc phòng, Công an; ",
    "UBND các huyện, thành phố ", "trước ngày 30/02/2025", "trong 05 ngày làm việc", "định kỳ hằng quý",
    "Cơ quan chủ trì: ", "Đơn vị phối hợp:", "Thời gian: Quý IV/2025", "tại khoản 3, Mục IV của Kế hoạch nêu trên",
    "./.", "./", ";", "“", "”", "…", "\u00a0", "\u200b", "\u0301", "\u0323", "\ufeff", "\u00ad", "\x0c", "\x00",
    "\U0001f4a9", "e\u0302\u0301", "Nguye\u0302\u0303n Va\u0306n A",
)  # fmt: skip


def papers() -> st.SearchStrategy[str]:
    """Lines of samples, pieces and any characters, in any order."""
    piece = st.one_of(st.sampled_from(PIECES), st.text(max_size=12))
    line = st.one_of(st.sampled_from(LINES), st.lists(piece, max_size=5).map("".join))
    return st.lists(line, max_size=40).map("\n".join)


@st.composite
def broken_samples(draw: st.DrawFn) -> str:
    """A sample with a stretch cut out, doubled, turned round or replaced."""
    path = draw(st.sampled_from(sorted(SAMPLES.glob("*.txt"))))
    lines = path.read_text(encoding="utf-8").splitlines()
    start = draw(st.integers(0, len(lines) - 1))
    end = draw(st.integers(start, min(start + 30, len(lines))))
    middle = lines[start:end]
    change = draw(st.sampled_from(["cut", "double", "turn", "join", "replace"]))
    changed = {
        "cut": [],
        "double": middle * 2,
        "turn": middle[::-1],
        "join": [" ".join(middle)],
        "replace": [draw(papers())],
    }[change]
    return "\n".join([*lines[:start], *changed, *lines[end:]])


@st.composite
def broken_files(draw: st.DrawFn, suffix: str) -> bytes:
    """A sample file with bytes cut off or changed; for .docx also a package with a changed main part."""
    data = bytearray(draw(st.sampled_from(sorted(SAMPLES.glob(f"*.{suffix}")))).read_bytes())
    if suffix == "docx" and draw(st.booleans()):
        return _with_changed_part(bytes(data), draw)
    if draw(st.booleans()):
        del data[draw(st.integers(0, len(data) - 1)) :]
    for _ in range(draw(st.integers(0, 20))):
        if data:
            data[draw(st.integers(0, len(data) - 1))] = draw(st.integers(0, 255))
    return bytes(data)


def _with_changed_part(package: bytes, draw: st.DrawFn) -> bytes:
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(changed, "w") as new:
        name = draw(st.sampled_from([n for n in old.namelist() if n.endswith((".xml", ".rels"))]))
        for other in old.namelist():
            if other != name:
                new.writestr(other, old.read(other))
        text = old.read(name)
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 200)))
        if draw(st.booleans()):
            new.writestr(name, text[:start] + draw(st.binary(max_size=20)) + text[end:])
    return changed.getvalue()
