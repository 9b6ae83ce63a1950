"""Sentences that look like a duty and are none: courtesies, the formula of difficulties, advice to a firm."""

from __future__ import annotations

import functools
import itertools
import re

from vanban.duties.assignee import Assigned
from vanban.duties.details import find_coordinators
from vanban.lexicon.duties import duty_words
from vanban.notation.actions import find_action
from vanban.notation.alternatives import any_of
from vanban.notation.folding import fold
from vanban.notation.sought import Sought

_COURTESY = re.compile(
    r"^(?:Kính |Trân trọng )?[Đđ]ề nghị [^.;:]{0,90}\b(?:quan tâm|phối hợp|biết)"
    r"(?:,? (?:quan tâm|phối hợp|chỉ đạo|thực hiện|triển khai|và|,))*\W*$"
    r"|thông báo (?:để|đến|tới|cho)?[\w\s,]{0,80}biết"
    r"|để[\w\s,]{0,40}(?:được biết|biết)(?:,| và)? (?:thực hiện|triển khai)"
    r"|[Tt]hông báo (?:kết luận|ý kiến|nội dung)[^.]{0,200}\bđể\b"
    r"|(?:(?:tới|đến|tham) dự|dự họp)[^.;]{0,60}(?:đúng giờ|đầy đủ|đúng thành phần)|(?:bố trí|sắp xếp) thời gian(?!,)|"
    r"^\W*[Kk]ính mời|trân trọng(?! đề nghị| yêu cầu| kính)"
    r"|liên hệ[^.;]{0,160}(?:hướng dẫn|giải đáp|phối hợp|được biết)|mọi (?:chi tiết|thông tin)|"
    r"[Rr]ất mong (?:nhận được|sự)"
)
# Behind an order on the same line: "…, mọi thông tin chi tiết xin liên hệ …".
_BY_THE_WAY = re.compile(r"(?<=\w),\s*(?:mọi|mợi|các) (?:chi tiết|thông tin|vướng mắc)\b.*", re.DOTALL)
_DIFFICULTY = re.compile(
    r"^\W*(?:(?:trong )?qua trinh\b[^.;]{0,150}?\b(?:khong phu hop|chua phu hop|phat sinh|can (?:sua doi|bo sung|dieu "
    r"chinh)|kho khan|vuong mac|bat cap)|"
    r"(?:(?:trong )?khi\b[^.;]{0,150}?|(?:neu|truong hop|co|phat sinh|gap)\b[^.;]{0,40}?|(?:(?:moi|nhung|cac)\s)?)\b"
    r"(?:kho khan|vuong mac|bat cap))"
)
# Lines of an invitation or at a letter's end that say where, when, whom to call, or what the issuer will do;
# what one may do.
_ASIDE = re.compile(
    r"\W*(?:Địa điểm|Thời gian(?! hoàn thành| thực hiện| gửi| báo cáo)|Thành phần|"
    r"Đầu mối (?:liên hệ|(?:tiếp )?nhận|cung cấp)|"
    r"Chi tiết|Liên hệ|Điện thoại|Email|Ghi chú)\b[^:]{0,30}:|"
    r"\W*(?:Hạn|Thời hạn) nộp\b[^:.]{0,30}:|\W*Khi [^,;.]{2,40} (?:đi vắng|vắng mặt),|"
    r"\W*(?:Các )?(?:(?:[Ủủ]y|[Uu]ỷ|[Tt]hành|[Hh]ội|[Đđ]ảng|[Gg]iáo|[Nn]hân) viên|[Nn]gười|[Cc]án bộ)\b"
    r"[^,;:.]{0,40}? được (?!giao|phân công)|"
    r"(?:Quá|Hết|Sau) thời hạn (?:trên|nêu trên|này)|"
    r"\W*(?:Nghị quyết|Quyết định|Chỉ thị|Kế hoạch|Công văn|Thông báo|Hướng dẫn|Quy chế|Quy định|Kết luận)(?: này)? "
    r"(?:đã được|được (?:phổ biến|thông qua|gửi)|có hiệu lực|thay thế|gồm)|"
    r"\W*Được (?!giao|phân công)|\W*Kết quả [^.;:]{3,60}? (?:được tính|được xem|là (?:cơ sở|căn cứ|một|tiêu chí))\b|"
    r"\W*[A-ZĐỦ][^,;:.]{2,80}? là (?:người|giảng viên|giáo viên|cán bộ|công chức|viên chức|tổ chức|tập hợp|việc|"
    r"quá trình|hệ thống|doanh nghiệp|trạm|tổ công nhân)\b|"
    r"\W*(?:Trong thời gian qua|Thời gian qua|Những năm qua|Vừa qua|Hiện nay)\b|"
    r"\W*[A-ZĐỦ][^,;:.]{2,40}? (?:được (?:sử dụng con dấu|trưng tập)|chịu sự (?:chỉ đạo|quản lý|lãnh đạo|hướng dẫn)|"
    r"tự giải thể)|"
    r"\W*[A-ZĐỦ][^,;:.]{2,80}? do [A-ZĐ][^,;:.]{2,60}? (?:quyết định )?(?:thành lập|bổ nhiệm|bầu)\b|"
    r"[^;:.]{3,140}? có (?:các )?nhiệm vụ,? (?:và )?quyền hạn (?:theo|được|quy định)|"
    r"[^;:.]{3,60}? (?:được (?:đề nghị|quyền|phép|hưởng)|có quyền)\b"
)
# What follows a subject and says how it is, not what it is to do.
_STATES = re.compile(
    r"không (?:phải|hoàn thành|đạt|kịp|thực hiện được)\b|[^,;.]{0,60}\bcó quyền\b|"
    r"là (?:cơ quan|đơn vị) (?:trực thuộc|thuộc|chuyên môn|hành chính|sự nghiệp|có chức năng)|"
    r"[^,;.]{0,40}\bđã (?:được|có)\b|có (?:văn bản|công văn|tờ trình|báo cáo|đơn) số|"
    r"[^,;.]{0,30}\b(?:còn chưa|chưa|vẫn còn)\b|"
    r"[^,;.]{0,70}\bchưa (?:thực hiện|bảo đảm|đảm bảo|kịp thời|nghiêm|đầy đủ|chủ động|quan tâm|tốt|cao|sâu)\b|"
    r"được (?:giao|phân cấp) (?:quản lý|sử dụng|khai thác)\b(?![^;.]*\b(?:phải|trách nhiệm)\b)|"
    r"[^,;.]{0,80}\bcó (?:các )?nhiệm vụ,? (?:và )?quyền hạn (?:theo|được)\b|"
    r"là (?:cơ quan|đơn vị|đầu mối)(?: thường trực| đầu mối| chủ trì)[^,;.]{0,40}\W*$|"
    r"[^,;.]{0,30}\bgồm (?:có )?\d+ (?:thành viên|đồng chí|người|ông|ủy viên)\b|"
    r"(?:thường xuyên |liên tục |hay )bị\b|[^;.]{0,120}\bsẽ (?:bị|được|không được)\b|"
    r"(?:phải |hoàn toàn |tự )?chịu (?:hoàn toàn )?trách nhiệm trước pháp luật[^;.]*\W*$|"
    r"chịu trách nhiệm (?:cá nhân )?trước [^;.]{3,60} về (?:các |những )?"
    r"(?:quyết định|ý kiến|hành vi|phát ngôn) của mình|"
    r"phải [^.;]{3,120}\bmới (?:được|đủ|có thể)\b|"
    r"tự giải thể\b|bố trí tại (?:tầng|phòng|số|địa chỉ)\b|"
    r"cơ bản (?:đã )?(?:hoàn thành|thực hiện|đáp ứng|đạt)\b|[^;.]{0,120}\bthì bị\b|"
    r"chịu trách nhiệm về (?:các |những )?(?:khuyết điểm|sai phạm|vi phạm|thiếu sót|tồn tại|hạn chế)\b|"
    r"làm việc theo (?:chế độ|nguyên tắc)|hoạt động (?:theo|kiêm nhiệm)|(?:hoạt động|làm việc) theo|sử dụng con dấu|"
    r"[^.;:]{0,80}\(gọi (?:tắt )?là|[^;.]{0,160}\bthuộc (?:đối tượng|diện) (?:được|giảm|miễn|chịu)\b"
)


# Names that run on into how somebody is: "Đội kiểm tra có hai Đội phó", "Đội chịu sự chỉ đạo", "Đoàn được trưng tập …".
@functools.cache
def _how_it_is() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(duty_words()['how_it_is'])}|có \d+)(?!\w)")


_BY_OFFICE = re.compile(
    r"theo (?:quy định|chức năng|thẩm quyền|nhiệm vụ|phân cấp)(?:(?:,| và)? ?(?:chức năng|nhiệm vụ|thẩm quyền|"
    r"trách nhiệm|quyền hạn|được (?:giao|phân công)|của (?:mình|ngành|đơn vị|pháp luật)|quản lý|hiện hành))*"
)
_ESCALATES = re.compile(r"phan anh|bao cao|kip thoi|lien he|gui")
# Names of examples: "đồng chí Nguyễn Văn X", "Tỉnh ủy A".
_PLACEHOLDER = re.compile(
    r"(?:Nguyễn Văn|Nguyễn Thị|Trần Văn|[Tt]ỉnh|[Tt]ỉnh ủy|Bộ|Sở|[Hh]uyện|[Xx]ã|[Cc]ơ quan|"
    r"[Đđ]ơn vị|Công ty)\s[A-EXYZ](?=$|,)"
)


@functools.cache
def _firm() -> re.Pattern[str]:
    return re.compile(rf"(?:cac |quy )?(?:{any_of(duty_words()['firms'])})\b")


@functools.cache
def _advice() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(duty_words()['advice'])})")


@functools.cache
def _people() -> re.Pattern[str]:
    words = duty_words()
    office = any_of(words["people_in_office"])
    return re.compile(rf"(?:các )?(?!(?:{office})\b)(?:{any_of(words['people'])})(?!\w)", re.IGNORECASE)


_BARE = re.compile(
    r"(?:[Cc]ơ quan|[Đđ]ơn vị|[Tt]ổ chức|[Cc]á nhân|[Ll]ãnh đạo|[Nn]gười)"
    r"(?:(?:,| hoặc| và) (?:cơ quan|đơn vị|tổ chức|cá nhân))*"
)
_ANNOUNCES = re.compile(
    r"(?:sau(?: đây)?|như sau|cụ thể|(?:các|những|một số) (?:nội dung|nhiệm vụ|công việc|việc|giải pháp|biện pháp|"
    r"vấn đề|yêu cầu)[\w\s,]*|trong đó[\w\s]*|"
    r"yêu cầu|có trách nhiệm|nhiệm vụ|chỉ đạo|thực hiện|trách nhiệm)\s*:?\s*$"
)
_DETAILS = re.compile(
    r",\s*(?:trong đó(?:\s[^,;:]{0,70})?|cụ thể(?: như sau)?|như sau|bao gồm|gồm)$"
)  # the items say more of it
_LEADS = re.compile(r"(?:là (?:cơ quan|đơn vị|đầu mối)[^,]*,\s*)?(?:chủ trì|phối hợp)")


def is_difficulty(sentence: str) -> bool:
    """The stand-alone formula "nếu có khó khăn, vướng mắc, phản ánh về …"."""
    return len(sentence) < 420 and _DIFFICULTY.match(fold(sentence)) is not None


def is_courtesy(sentence: str, longest: int = 420) -> bool:
    """A closing courtesy ("thông báo để các đơn vị biết, thực hiện")."""
    said = _BY_THE_WAY.sub("", sentence)
    return len(said) < longest and _COURTESY.search(said) is not None


def is_remark(sentence: str) -> bool:
    """A remark in brackets ("(Kèm theo Báo cáo số …)") or a web site's foot."""
    return bool(re.fullmatch(r"\(.*\)\W*", sentence)) or (
        len(sentence) < 90 and re.search(r"www\.|https?://", sentence) is not None
    )


def is_step(sentence: str) -> bool:
    """A step of a procedure by its name ("Bước 2: Phòng Nội vụ thẩm định …")."""
    return re.match(r"\W*Bước (?:\d|thứ)", sentence) is not None


def is_example(sentence: str) -> bool:
    """Where a paragraph begins to tell an example or who may decide: nothing behind it is an order."""
    return re.match(r"\W*(?:(?:Ví dụ|Thí dụ|VD)\b|Thẩm quyền[^:.]{0,60}:)", sentence) is not None


# What others asked, as a letter quotes it: 'nội dung kiến nghị: "Đề nghị các địa phương …"'.
_ASKED = Sought(r"(?:nội dung|[Cc]ử tri|kiến nghị|phản ánh|câu hỏi|hỏi)\b[^\"“”]{0,60}[\"“][^\"”]*(?:[\"”]|$)", '"|“')


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Where a text quotes what others asked; of very many quotations the first."""
    return [match.span() for match in itertools.islice(_ASKED.finditer(text), 40)]


def is_quoted(text: str, position: int) -> bool:
    """Whether a place stands inside what another is quoted to have asked."""
    return any(start < position < end for start, end in quoted_spans(text))


def breaks_off(sentence: str) -> bool:
    """A sentence that does not go on with the duty before it, and is none itself."""
    if _ASIDE.match(sentence):
        return True
    return (is_difficulty(sentence) and _ESCALATES.search(fold(sentence)) is not None) or is_courtesy(sentence, 300)


def is_refused(assigned: Assigned, sentence: str) -> bool:
    """A courtesy, advice to a firm or a person, or a sentence without anything to do."""
    if is_courtesy(sentence):
        return True
    if assigned.mode == "subject" and any(_how_it_is().search(party.name) for party in assigned.parties):
        return True
    told = assigned.mode == "subject" and any(re.search(r"\bdo [A-ZĐ]", party.name) for party in assigned.parties)
    if told:
        return True  # "Ban Biên tập do Giám đốc thành lập": who made it
    if (
        any(re.search(r"\bvi phạm(?! hành chính| trật tự)\b", party.name) for party in assigned.parties[:1])
        and assigned.mode == "subject"
    ):
        return True  # "Cán bộ, công chức vi phạm Quy chế thì … bị xử lý"
    if any(_PLACEHOLDER.search(party.name) or party.name.endswith((" có quyền", " nào")) for party in assigned.parties):
        return True
    names = [fold(party.name) for party in assigned.parties]
    if names and all(_firm().match(name) for name in names) and _advice().search(fold(sentence)):
        return True
    if assigned.mode == "subject" and _STATES.match(sentence, assigned.action):
        return True
    office = _BY_OFFICE.match(sentence, assigned.action) if assigned.mode == "subject" else None
    if office and len(sentence) - assigned.action < 80 and find_action(sentence, office.end()) is None:
        return True
    return not re.search(r"\w", sentence[assigned.action :]) and not sentence.rstrip().endswith(":")


def are_persons(names: list[str]) -> bool:
    """Whether all are people as such ("người lao động"): what they may or must do is no duty of an organ."""
    return all(_people().match(name) for name in names)


def are_bare(names: list[str]) -> bool:
    """Whether all are a common noun and nothing else ("cơ quan, đơn vị")."""
    return all(_BARE.fullmatch(name) for name in names)


def has_head_action(text: str) -> bool:
    """Whether a head over items has an action of its own and does not only announce them or say with whom."""
    said = _DETAILS.sub("", text.strip().rstrip(":").strip())
    if only_says_with_whom(said):
        return False
    return len(said.split()) >= 7 and not _ANNOUNCES.search(said)


def only_says_with_whom(text: str) -> bool:
    """ "chủ trì, phối hợp với các sở, ngành" and nothing more: what is to be done stands in the items below."""
    said = text.strip(" :;,.")
    together = find_coordinators(said)
    return bool(together) and not re.search(r"\w", said[together[-1].end :]) and _LEADS.match(said) is not None


def only_announces(action: str) -> bool:
    """A short action that says no more than that items follow."""
    return action.endswith(":") and len(action.split()) < 8 and _ANNOUNCES.search(action) is not None
