"""The pictures of docs/graph.md: `python docs/make_graph.py docs`.

A dossier of sixty invented papers of one province: a plan of the Party committee, three plans of the province that
carry it out, what departments and communes make of them, letters that hand parts on, reports back.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "src")]

from making import Sheet, blocks, render_text  # noqa: E402
from vanban import assemble, parse  # noqa: E402
from vanban.graph import build_graph, export_graph, view_graph  # noqa: E402
from vanban.model.dossier import Dossier  # noqa: E402

PROVINCE = "ỦY BAN NHÂN DÂN\nTỈNH BÌNH SƠN"
PARTY_PLAN = "Kế hoạch số 21-KH/TU ngày 05 tháng 01 năm 2026 của Ban Thường vụ Tỉnh ủy"
FIELDS = {
    "phòng cháy, chữa cháy rừng": ("112/KH-UBND", "12 tháng 01 năm 2026", [
        ("Sở Nông nghiệp và Môi trường", "SNNMT", "Rà soát bản đồ vùng trọng điểm cháy rừng của các xã có rừng"),
        ("Công an tỉnh", "CAT", "Tổ chức diễn tập chữa cháy rừng tại khu rừng phòng hộ đầu nguồn"),
        ("Sở Tài chính", "STC", "Bố trí kinh phí mua máy thổi gió cho các tổ đội bảo vệ rừng"),
    ]),
    "tiêm chủng mở rộng": ("118/KH-UBND", "15 tháng 01 năm 2026", [
        ("Sở Y tế", "SYT", "Tổ chức tiêm vắc xin cho toàn bộ trẻ dưới 5 tuổi tại các xã vùng cao"),
        ("Sở Giáo dục và Đào tạo", "SGDĐT", "Rà soát trẻ mầm non chưa tiêm đủ mũi theo từng điểm trường"),
        ("Sở Văn hóa, Thể thao và Du lịch", "SVHTTDL", "In tờ rơi về tiêm chủng bằng tiếng dân tộc phát cho các bản"),
    ]),
    "chuyển đổi số ở cấp xã": ("125/KH-UBND", "20 tháng 01 năm 2026", [
        ("Sở Khoa học và Công nghệ", "SKHCN", "Tập huấn kỹ năng số cho cán bộ, công chức các xã, phường"),
        ("Sở Nội vụ", "SNV", "Rà soát vị trí việc làm phụ trách công nghệ thông tin ở cấp xã"),
        ("Sở Xây dựng", "SXD", "Số hóa bản đồ quy hoạch và cấp quyền khai thác cho các xã"),
    ]),
}  # fmt: skip
COMMUNES = (
    "Nậm Khê", "Tả Lủng", "Bản Mùn", "Pha Lầu", "Hua Nưa", "Mai Đào", "Sín Chà", "Lùn Phìn", "Tủa Vàng", "Xín Vây",
    "Tra Hồi", "Đông Cao", "Hồ Lủng", "Khe Sáng", "Ngòi Tre", "Làng Vạc",
)  # fmt: skip


def sheet(issuer: str, code: str, day: str, title: str | None, subject: str, body: str, **more: object) -> Sheet:
    """A paper with what the picture needs of it."""
    kept = {
        "issuer": issuer,
        "number": f"Số: {code}",
        "place_date": f"Bình Sơn, ngày {day}",
        "type_title": title,
        "subject": subject,
        "body": blocks(body),
        "recipients": ("Như trên;" if "addressees" in more else "Các cơ quan, đơn vị liên quan;", "Lưu: VT."),
        "signature": ("GIÁM ĐỐC",),
        "signer": "Lò Văn Sáng",
    }
    return Sheet(**{**kept, **more})  # type: ignore[arg-type]


def write_papers() -> Iterator[Sheet]:
    """The sixty papers."""
    tasks = "\n".join(
        f"{n}. Ban Thường vụ giao Đảng ủy Ủy ban nhân dân tỉnh lãnh đạo thực hiện {field} trong năm 2026."
        for n, field in enumerate(FIELDS, 1)
    )
    subject, sign = "Nhiệm vụ trọng tâm năm 2026", ("T/M BAN THƯỜNG VỤ", "BÍ THƯ")
    yield sheet("TỈNH ỦY BÌNH SƠN", "21-KH/TU", "05 tháng 01 năm 2026", "KẾ HOẠCH", subject, tasks, signature=sign)
    for turn, (field, (code, day, shares)) in enumerate(FIELDS.items()):
        cited = f"Kế hoạch số {code} ngày {day} của Ủy ban nhân dân tỉnh"
        yield write_plan(field, code, day, shares)
        for place, share in enumerate(shares):
            yield write_share(f"{300 + 40 * turn + 7 * place}", cited, share)
        yield write_letter(f"{290 + 40 * turn}/VP-TH", field, cited, shares[0][0])
        for place, commune in enumerate(COMMUNES[turn::2][: 8 if turn == 0 else 7]):
            yield from write_commune(20 + 30 * turn + place, commune, field, cited)


def write_plan(field: str, code: str, day: str, shares: list[tuple[str, str, str]]) -> Sheet:
    """The plan of the province that carries the Party's one out."""
    parts = "".join(
        f"# {n}. {organ}\na) {action} trước ngày 31 tháng 3 năm 2026.\n"
        for n, (organ, _, action) in enumerate(shares, 1)
    )
    body = (
        f"Thực hiện {PARTY_PLAN}, Ủy ban nhân dân tỉnh ban hành kế hoạch như sau:\n# II. TỔ CHỨC THỰC HIỆN\n{parts}"
        f"# {len(shares) + 1}. Ủy ban nhân dân các xã\n"
        f"a) Kiện toàn tổ công tác {field} của xã trước ngày 28 tháng 2 năm 2026.\n"
    )
    sign = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    return sheet(PROVINCE, code, day, "KẾ HOẠCH", f"Công tác {field} năm 2026", body, signature=sign)


def write_share(number: str, cited: str, share: tuple[str, str, str]) -> Sheet:
    """The plan of a department for its share."""
    organ, short, action = share
    body = (
        f"Thực hiện {cited}, {organ} xây dựng kế hoạch như sau:\n# I. NHIỆM VỤ\n"
        f"1. Phòng Nghiệp vụ {action[0].lower()}{action[1:]}, hoàn thành trước ngày 25 tháng 3 năm 2026.\n"
        "2. Văn phòng theo dõi, đôn đốc việc thực hiện Kế hoạch này."
    )
    code, day, subject = f"{number}/KH-{short}", "02 tháng 02 năm 2026", f"Thực hiện {cited}"
    return sheet(organ.upper(), code, day, "KẾ HOẠCH", subject, body, issuer_parent="UBND TỈNH BÌNH SƠN")


def write_letter(code: str, field: str, cited: str, organ: str) -> Sheet:
    """The letter by which the chairman hands parts of the plan on."""
    body = (
        f"Ủy ban nhân dân tỉnh đã ban hành {cited}. Chủ tịch Ủy ban nhân dân tỉnh có ý kiến như sau:\n"
        f"1. Giao {organ} thực hiện khoản 1 Mục II Kế hoạch nêu trên, báo cáo Ủy ban nhân dân tỉnh trước ngày 20 tháng "
        "3 năm 2026.\n2. Giao Ủy ban nhân dân các xã thực hiện khoản 4 Mục II Kế hoạch nêu trên."
    )
    more = {"issuer_parent": "UBND TỈNH BÌNH SƠN", "addressees": (f"{organ};", "Ủy ban nhân dân các xã.")}
    return sheet("VĂN PHÒNG", code, "04 tháng 02 năm 2026", None, f"V/v triển khai công tác {field}", body, **more)


def write_commune(number: int, commune: str, field: str, cited: str) -> Iterator[Sheet]:
    """The plan of a commune and its report back."""
    issuer, sign = f"ỦY BAN NHÂN DÂN\nXÃ {commune.upper()}", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    body = (
        f"Căn cứ {cited};\nỦy ban nhân dân xã ban hành kế hoạch như sau:\n# I. NHIỆM VỤ\n1. Phòng Văn hóa - Xã hội "
        f"tham mưu kiện toàn tổ công tác {field} của xã trước ngày 26 tháng 02 năm 2026."
    )
    day = f"{10 + number % 8} tháng 02 năm 2026"
    kept = {"signature": sign, "place_date": f"{commune}, ngày {day}"}
    yield sheet(issuer, f"{number}/KH-UBND", day, "KẾ HOẠCH", f"Công tác {field} trên địa bàn xã", body, **kept)
    body = f"Phúc đáp {cited}, Ủy ban nhân dân xã {commune} báo cáo: xã đã kiện toàn tổ công tác."
    day = f"{10 + number % 8} tháng 3 năm 2026"
    kept = {
        "signature": sign,
        "place_date": f"{commune}, ngày {day}",
        "addressees": ("Ủy ban nhân dân tỉnh Bình Sơn.",),
    }
    yield sheet(issuer, f"{number + 9}/BC-UBND", day, "BÁO CÁO", f"Kết quả kiện toàn tổ công tác {field}", body, **kept)


def read_dossier() -> Dossier:
    """The papers, parsed and linked."""
    texts = [render_text([paper]).encode() for paper in write_papers()]
    return assemble([one for number, text in enumerate(texts) for one in parse(f"{number:02}.txt", text).documents])


def main(folder: Path) -> None:
    """Draw three views of the dossier."""
    graph = build_graph(read_dossier())
    for view in ("instructs", "documents", "duties"):
        (folder / f"graph-{view}.svg").write_bytes(export_graph(view_graph(graph, view), "svg"))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs"))
