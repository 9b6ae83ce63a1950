"""Pictures of the drafts, for docs/drafts.md: `python docs/make_drafts.py [KIND …]`.

Each kind from samples 02 and 03, the first page in the State's form beside that in the Party's, laid out by
LibreOffice. Needs `soffice` and a font with the widths of Times New Roman.
"""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

from vanban import assemble, parse
from vanban.write.drafts import KINDS, draft

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "drafts"
FILES = ("02-cong-van-ky-nang-so.docx", "03-ke-hoach-tinh-uy-ky-nang-so.docx")
WRITERS = ("Sở Khoa học và Công nghệ", "Ban Tuyên giáo và Dân vận Tỉnh ủy")
GIVEN = {"number": "7", "date": "2026-01-05"}
UNITS = {"cong-van-trien-khai": "Phòng Chuyển đổi số; Trung tâm Đổi mới sáng tạo"}
DAY = dt.date(2027, 6, 1)
DPI = 60


def main(kinds: list[str]) -> None:
    dossier = assemble([d for name in FILES for d in parse(ROOT / "samples" / name).documents])
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        words = []
        for kind in kinds:
            given = {**GIVEN, **({"to": UNITS[kind]} if kind in UNITS else {})}
            for place, organ in enumerate(WRITERS):
                words.append(Path(folder) / f"{kind}-{place}.docx")
                words[-1].write_bytes(draft(kind, dossier, organ, given, day=DAY))
        subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, *words], check=True)
        for kind in kinds:
            pages = [draw(Path(folder) / f"{kind}-{place}.pdf") for place in range(len(WRITERS))]
            put_beside(pages).save(FOLDER / f"{kind}.png", optimize=True)


def draw(pdf: Path) -> Image.Image:
    document = pypdfium2.PdfDocument(pdf)
    page: Image.Image = document[0].render(scale=DPI / 72).to_pil()
    return page


def put_beside(pages: list[Image.Image]) -> Image.Image:
    """The pages side by side with a grey line between them, in few colours."""
    sheet = Image.new("RGB", (sum(page.width for page in pages) + 2, pages[0].height), "grey")
    left = 0
    for page in pages:
        sheet.paste(page, (left, 0))
        left += page.width + 2
    return sheet.quantize(16)


if __name__ == "__main__":
    main(sys.argv[1:] or [kind.name for kind in KINDS])
