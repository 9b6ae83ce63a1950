"""E-mails (*thư điện tử .eml*): who wrote to whom and when as lines, then the letter; attachments are members."""

from __future__ import annotations

import contextlib
import email
import email.policy
from email.message import EmailMessage

import msgspec

from vanban.errors import UnreadableError
from vanban.model.text import Line, Problem, Text

_HEADS = (("From", "Từ"), ("To", "Đến"), ("Cc", "Đồng gửi"), ("Date", "Ngày gửi"), ("Subject", "Tiêu đề"))
_MOST_PARTS = 500
_LARGEST = 100 * 1024 * 1024


def read_mail(data: bytes, name: str) -> Text:
    """Read the heads and the letter itself; attachments are named in a `Problem` and read as files of their own."""
    message = _parse(data, name)
    heads = [f"{shown}: {_say(message, key)}" for key, shown in _HEADS if _say(message, key)]
    body = _read_body(message, name)
    lines: list[Line] = []
    position = 0
    for head in heads:
        lines.append(Line(position, position + len(head), part="header"))
        position += len(head) + 1
    if body is not None:
        lines += [
            msgspec.structs.replace(line, start=line.start + position, end=line.end + position) for line in body.lines
        ]
    text = "\n".join([*heads, body.text if body is not None else ""])
    if not text.strip():
        raise UnreadableError(f"{name}: thư không có nội dung; hãy lưu lại thư từ chương trình thư.")
    names = [member for member, _ in _list_attachments(message)]
    problems: tuple[Problem, ...] = ()
    if names:
        sentence = f"Thư có {len(names)} tệp đính kèm: {', '.join(names[:20])}."
        problems = (Problem("attachments", sentence, severity="info"),)
    return Text(text=text, lines=tuple(lines), media_type="message/rfc822", reader="eml", problems=problems)


def list_attachments(data: bytes, name: str) -> list[tuple[str, bytes]]:
    """The files that an e-mail carries, also those of e-mails inside it."""
    return _list_attachments(_parse(data, name))


def _parse(data: bytes, name: str) -> EmailMessage:
    if len(data) > _LARGEST:
        raise UnreadableError(f"{name}: thư quá lớn (hơn 100 MB); hãy lưu riêng các tệp đính kèm.")
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
    except Exception as error:  # the parser of the standard library fails in many ways on broken mails
        raise UnreadableError(f"{name}: thư hỏng; hãy lưu lại thư từ chương trình thư thành .eml.") from error
    if not isinstance(message, EmailMessage):
        raise UnreadableError(f"{name}: thư hỏng; hãy lưu lại thư từ chương trình thư thành .eml.")
    return message


def _say(message: EmailMessage, key: str) -> str:
    try:
        return " ".join(str(message.get(key) or "").split())
    except Exception:  # a head that cannot be decoded is passed over
        return ""


def _read_body(message: EmailMessage, name: str) -> Text | None:
    for kind in ("plain", "html"):
        try:
            part = message.get_body(preferencelist=(kind,))
            content = part.get_payload(decode=True) if part is not None else None
            charset = part.get_content_charset() if part is not None else None
        except Exception:  # malformed parts
            continue
        if not isinstance(content, bytes) or not content.strip():
            continue
        with contextlib.suppress(LookupError, ValueError):  # no such code, a NUL in its name, other bytes
            content = content.decode(charset or "utf-8").encode("utf-8")
        try:
            return _read_part(content, name, kind)
        except UnreadableError:
            continue
    return None


def _read_part(content: bytes, name: str, kind: str) -> Text:
    if kind == "html":
        from vanban.read.html import read_html

        return read_html(content, name)
    from vanban.read.plain import read_plain

    return read_plain(content, name)


def _list_attachments(message: EmailMessage) -> list[tuple[str, bytes]]:
    files = []
    for number, part in enumerate(message.walk()):
        if number > _MOST_PARTS:
            break
        try:
            filename = part.get_filename()
            content = part.get_payload(decode=True)
        except Exception:  # malformed parts
            continue
        if filename and isinstance(content, bytes) and content and not part.is_multipart():
            files.append((" ".join(str(filename).replace("/", "_").split()), content))
    return files
