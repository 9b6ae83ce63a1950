"""What only the office knows, *mục cần bổ sung*: each open place of a draft with the key that fills it."""

from __future__ import annotations

import msgspec


class Setting(msgspec.Struct, frozen=True):
    """A key of `--set` and what the open place says while it is not given."""

    key: str
    open: tuple[str, ...]


SETTINGS: tuple[Setting, ...] = (
    Setting("number", ("số",)),
    Setting("notation", ("ký hiệu cơ quan", "ký hiệu cơ quan và đơn vị soạn thảo")),
    Setting("secrecy", ("độ mật",)),
    Setting("date", ("ngày", "tháng", "năm")),
    Setting("place", ("địa danh",)),
    Setting("parent", ("tên cơ quan chủ quản",)),
    Setting("subject", ("trích yếu của văn bản này",)),
    Setting("to", ("phòng, đơn vị trực thuộc thực hiện", "cơ quan, đơn vị nhận", "người nhận trình")),
    Setting("units", ("phòng, đơn vị trực thuộc chủ trì từng nhiệm vụ", "đơn vị, cá nhân chủ trì")),
    Setting("along", ("đơn vị, cá nhân phối hợp",)),
    Setting("person", ("cá nhân được giao và thời hạn",)),
    Setting("report", ("cơ quan nhận báo cáo và thời hạn báo cáo", "thời hạn báo cáo")),
    Setting("deadline", ("thời hạn",)),
    Setting("result", ("kết quả thực hiện",)),
    Setting("difficulty", ("khó khăn, vướng mắc và nguyên nhân",)),
    Setting("proposal", ("đề xuất, kiến nghị", "ý kiến đề xuất")),
    Setting("matter", ("nội dung trình",)),
    Setting("opinion", ("ý kiến của lãnh đạo",)),
    Setting("opinion-date", ("ngày, tháng, năm cho ý kiến",)),
    Setting("drafter", ("đơn vị soạn thảo",)),
    Setting("archive", ("nơi lưu",)),
    Setting("competence", ("chức vụ của người đứng đầu",)),
    Setting("position", ("quyền hạn, chức vụ của người ký", "chức vụ của người ký")),
    Setting("signer", ("họ và tên người ký",)),
)

_KEYS = {what: setting.key for setting in SETTINGS for what in setting.open}


def find_key(what: str) -> str | None:
    """The key that fills an open place, None where it is a gap of a document of the dossier.

    >>> find_key("họ và tên người ký"), find_key("trích yếu")
    ('signer', None)
    """
    return _KEYS.get(what)


def name_open(key: str) -> str:
    """What the open place of a key says first of all."""
    return next(setting.open[0] for setting in SETTINGS if setting.key == key)


CHOICES = ("party.lines", "party.motto", "party.matter", "party.italic_grounds", "party.tone")
"""Keys of what is not certain in the Party's form (`data/party_form.toml`)."""
