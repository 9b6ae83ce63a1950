"""A deadline as it was found, and why its day is what it is, *cách tính thời hạn*."""

from __future__ import annotations

import datetime as dt

import msgspec

WAYS: dict[str, str] = {
    "written": "Ngày ghi trong văn bản.",
    "year-of-issue": "Văn bản không ghi năm của ngày này; lấy năm ban hành văn bản.",
    "month-end": "Ngày cuối của tháng nêu ra.",
    "month-before": "Trước tháng nêu ra: ngày cuối của tháng liền trước.",
    "quarter-end": "Ngày cuối của quý nêu ra.",
    "quarter-before": "Trước quý nêu ra: ngày cuối của quý liền trước.",
    "year-end": "Ngày cuối của năm nêu ra.",
    "year-before": "Trước năm nêu ra: ngày cuối của năm liền trước.",
    "months-of-year": "Ngày cuối của các tháng nêu ra.",
    "recurring": "Việc lặp lại; ngày đến hạn là ngày của từng kỳ.",
    "receipt-unknown": "Tính từ ngày nhận văn bản; chưa biết ngày nhận nên chưa có ngày đến hạn.",
    "event-unknown": "Tính từ một việc chưa biết ngày, nên chưa có ngày đến hạn.",
    "origin-unknown": "Văn bản không nêu tính từ ngày nào, nên chưa có ngày đến hạn.",
    "counted-back": "Tính lùi từ một ngày; pháp luật không định cách tính, nên không tính thay.",
    "hours": "Tính bằng giờ; văn bản không ghi giờ bắt đầu, nên không đổi ra ngày.",
    "counted": "",
    "counted-rolled": "",
    "working-days": "",
}
"""Keys of the ways and their sentences; those of what is counted are put together where it is counted."""


class FoundDeadline(msgspec.Struct, frozen=True):
    """A deadline at `text[start:end]`; `date` None where it cannot be computed, `basis` how it was, in short.

    `way` is a key of `WAYS`; `explanation` tells it in a sentence; `warning` says what may still change the day.
    """

    start: int
    end: int
    date: dt.date | None = None
    recurrence: str | None = None
    rrule: str | None = None
    basis: str | None = None
    way: str = "written"
    told: str | None = None
    warning: str | None = None

    @property
    def explanation(self) -> str:
        """Why the day is what it is."""
        return self.told or WAYS[self.way]
