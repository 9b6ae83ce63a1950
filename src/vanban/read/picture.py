"""Pictures of papers (*ảnh PNG, JPEG, TIFF*): each frame is a page and goes through OCR."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from vanban.errors import UnreadableError
from vanban.model.text import Problem, Text
from vanban.read.draft import join_drafts
from vanban.read.ocr import DOTS, Sheet, read_sheets
from vanban.read.ocr_repair import repair_text
from vanban.read.pdf_flow import draft_pages
from vanban.read.pdf_margins import part_margins

_MOST_FRAMES = 300
_MOST_POINTS = 120_000_000
_LONGEST_SIDE = 4400
_PAPER = 595.0
"""The width of A4 in points: what a picture without its own measure is taken for."""
_MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "TIFF": "image/tiff"}


def read_picture(data: bytes, name: str) -> Text:
    """Read a PNG, a JPEG (turned as the camera says) or a TIFF of one or more pages.

    Refuses broken and outsize pictures, and those in which no letters are found.
    """
    import warnings

    from PIL import Image

    # Pillow tells of broken data by warnings too; what it reads all the same is read.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return _read(data, name, Image)


def _read(data: bytes, name: str, image: Any) -> Text:
    # Pillow's own bound warns first and refuses twice as late: ours is checked before a point is decoded.
    try:
        picture = image.open(io.BytesIO(data), formats=tuple(_MEDIA_TYPES))
        form, frames = picture.format or "", min(getattr(picture, "n_frames", 1), _MOST_FRAMES)
    except image.DecompressionBombError as error:
        raise UnreadableError(f"{name}: ảnh quá lớn; hãy quét lại ở 200 hoặc 300 dpi.") from error
    except Exception as error:  # Pillow's decoders fail in many ways on broken files
        raise UnreadableError(f"{name}: tệp ảnh hỏng; hãy quét hoặc tải lại tệp.") from error
    pages = list(read_sheets(_draw_frames(picture, frames, name), name, "tệp là ảnh, không có lớp chữ"))
    margins = part_margins(pages)
    text, lines = join_drafts(draft_pages(pages, margins))
    if not text.strip():
        raise UnreadableError(f"{name}: nhận dạng chữ không thấy chữ nào trong ảnh; hãy quét lại rõ hơn.")
    repaired, repairs = repair_text(text, lines)
    sentence = f"Ảnh được nhận dạng chữ (OCR), {len(pages)} trang."
    return Text(
        text=repaired,
        lines=lines,
        media_type=_MEDIA_TYPES.get(form, "image/*"),
        reader="image+ocr",
        pages=len(pages),
        problems=(Problem("ocr-pages", sentence, severity="info"), *repairs),
    )


def _draw_frames(picture: Any, frames: int, name: str) -> Iterator[Sheet]:
    from PIL import ImageOps

    for number in range(frames):
        try:
            picture.seek(number)
            if picture.width * picture.height > _MOST_POINTS:
                raise UnreadableError(f"{name}: ảnh quá lớn; hãy quét lại ở 200 hoặc 300 dpi.")
            width = _measure_width(picture)
            frame = ImageOps.exif_transpose(picture.copy())
            if (frame.width > frame.height) != (picture.width > picture.height):
                width = width * frame.width / frame.height
            frame = _flatten(frame)
        except UnreadableError:
            raise
        except Exception as error:
            raise UnreadableError(f"{name}: tệp ảnh hỏng ở trang {number + 1}; hãy quét hoặc tải lại tệp.") from error
        height = width * frame.height / frame.width
        scale = min(width * DOTS / 72 / frame.width, _LONGEST_SIDE / max(frame.size))
        if not 0.9 < scale < 1.3:
            frame = frame.resize((max(round(frame.width * scale), 1), max(round(frame.height * scale), 1)))
        yield Sheet(number + 1, width, height, frame)


def _measure_width(picture: Any) -> float:
    """The width in points by the picture's own dots an inch; phones say 72 or nothing, and then it is a sheet of A4."""
    try:
        dots = float(picture.info.get("dpi", (0, 0))[0])
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        dots = 0.0
    width = picture.width * 72 / dots if 90 <= dots <= 1300 else 0.0
    if 100 < width < 1700:
        return width
    return _PAPER if picture.width <= picture.height else _PAPER * picture.width / picture.height


def _flatten(frame: Any) -> Any:
    """Grey or colour without transparency: what is transparent is paper."""
    from PIL import Image

    if frame.mode in ("1", "L", "RGB"):
        return frame
    if frame.mode in ("RGBA", "LA", "PA") or "transparency" in frame.info:
        above = frame.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", above.size, "white"), above).convert("RGB")
    if frame.mode.startswith("I"):
        return frame.point(lambda level: level / 256).convert("L") if frame.mode != "I" else frame.convert("L")
    return frame.convert("RGB")
