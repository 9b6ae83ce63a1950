"""A look for words never hides a match: every pattern that has words finds the same without them."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies

from vanban.duties import assignee, details, refusals
from vanban.notation import citation
from vanban.notation.sought import Sought

PATTERNS = [
    value
    for module in (assignee, details, refusals, citation)
    for value in vars(module).values()
    if type(value) is Sought
]

SENTENCES = [
    "Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính báo cáo UBND tỉnh trước ngày 10/12/2025.",
    "Sở Y tế chủ trì cùng với các địa phương; Sở Tư pháp chủ trì tham mưu, các sở phối hợp.",
    "Chủ trì, cùng Sở Y tế; Phối hợp chặt chẽ với Công an tỉnh; phối kết hợp cùng Sở Tài chính.",
    "Gửi Sở Nội vụ; gửi kết quả về Sở Y tế; Gởi danh sách về Sở Y tế; Tổng hợp gửi Bộ Y tế; Đăng ký về Sở Y tế.",
    "Báo cáo kết quả về Sở Nội vụ; báo cáo, đề xuất Chủ tịch UBND tỉnh; báo cáo về Sở Y tế.",
    "Luật Đất đai năm 2024, Bộ luật Lao động năm 2019, Pháp lệnh Dân số năm 2003, Hiến pháp Nước nhà năm 2013.",
    "Vụ Bảo hiểm y tế làm đầu mối cùng Cục Quản lý Dược rà soát giá thuốc.",
    "GIAO Sở Y tế; Kiến nghị Bộ Y tế; Phân công Phòng Y tế; Chỉ đạo các trạm; Nghiêm cấm săn bắn; Lưu ý các trường.",
    "Ủy quyền cho Phó Chủ tịch; Rất mong quý vị; Nhắc các đơn vị; Đôn đốc các xã; Yêu cầu các sở; Đề nghị Bộ Y tế.",
    'Cử tri hỏi: "Khi nào sửa cầu?"; nội dung kiến nghị: “Đề nghị sửa đường”.',
    "Sở Y tế khám, có sự tham gia của Hội Đông y, với sự phối hợp của Công an xã, có hỗ trợ của Đoàn xã.",
    "Sở Công Thương làm đầu mối, các huyện cùng phối hợp thực hiện.",
    "Trạm Y tế tiêm phòng, cùng với Chi hội Nông dân; phối hợp: Sở Y tế.",
    "Cuộc họp bắt đầu lúc 8 giờ.",
]


@pytest.mark.parametrize("sought", PATTERNS, ids=lambda sought: sought.words[0])
def test_words_hide_no_match(sought: Sought) -> None:
    shown = [[match.span() for match in sought.finditer(sentence)] for sentence in SENTENCES]
    assert shown == [[match.span() for match in sought.pattern.finditer(sentence)] for sentence in SENTENCES]
    assert any(shown)


@pytest.mark.parametrize("sought", PATTERNS, ids=lambda sought: sought.words[0])
@given(data=strategies.data())
def test_every_match_holds_a_word(sought: Sought, data: strategies.DataObject) -> None:
    """Whoever adds an alternative to a pattern is told that it needs a word."""
    text = data.draw(strategies.from_regex(sought.pattern))
    for match in sought.pattern.finditer(text):
        assert any(word in match.group() for word in sought.words), match.group()


@pytest.mark.parametrize("sought", PATTERNS, ids=lambda sought: sought.words[0])
def test_every_word_is_of_use(sought: Sought) -> None:
    found = " ".join(match.group() for sentence in SENTENCES for match in sought.pattern.finditer(sentence))
    assert [word for word in sought.words if word not in found] == []
