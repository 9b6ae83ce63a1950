"""Whether a sentence lays a duty on somebody, and on whom: the order in it, or its subject, where its place allows."""

from __future__ import annotations

import functools
import re

from vanban.duties.actor import find_agent, find_charged
from vanban.duties.addressed import stand_for_addressees
from vanban.duties.assignee import TERM, Assigned, find_named, find_order, find_subject
from vanban.duties.context import Context
from vanban.duties.details import begins_action, has_action
from vanban.duties.refusals import are_bare, breaks_off, is_difficulty, is_quoted, is_refused, is_step
from vanban.duties.setting import Setting, is_issuer, passes_on
from vanban.lexicon.duties import duty_words
from vanban.model.document import Node
from vanban.notation.alternatives import any_of
from vanban.notation.parties import parse_parties

# What an organ was told to do, listed in its own plan, is not what the issuer says of itself.
_HANDED = re.compile(r"thực hiện các nhiệm vụ được giao sau(?: đây)?\s*:$")
_GENERIC = re.compile(
    r"\W*(?:Cơ quan, đơn vị|Cá nhân|Người|Doanh nghiệp|Lãnh đạo|Trường hợp|(?:Cán bộ|Công chức|Viên chức)(?! [A-ZĐ])|"
    r"Chủ đầu tư|Nhà đầu tư|Nhà thầu|Tổ chức)\b"
)


# Of those who work or study somewhere a rule says what they must not do: conduct, no task of an organ.
@functools.cache
def _staff_names() -> str:
    words = duty_words()
    alone = any_of(word for word in words["staff"] if word not in _STAFF_OF)
    named = any_of(word for word in words["staff"] if word in _STAFF_OF)
    return rf"(?:(?:{alone})(?! (?:{any_of(words['staff_posts'])})\b)|(?:{named})(?! (?-i:[A-ZĐ])))"


_STAFF_OF = ("cán bộ", "công chức", "viên chức")  # "Cán bộ Tư pháp": one with a task


@functools.cache
def _staff() -> re.Pattern[str]:
    return re.compile(rf"(?:các |mọi |toàn thể )?{_staff_names()}\b", re.IGNORECASE)


@functools.cache
def _staff_alone() -> re.Pattern[str]:
    name = _staff_names()
    return re.compile(rf"(?:các |mọi |toàn thể )?{name}(?:(?:,| và) {name})*", re.IGNORECASE)


_ANY_ORGAN = re.compile(r"(?:các |mỗi |những )?(?:cơ quan|đơn vị|ngành|bên|cấp)\b(?! (?:ủy|uỷ))", re.IGNORECASE)


# Those whom an office serves or rules over: what binds them is the norm, not a task; but reports are.
@functools.cache
def _served() -> re.Pattern[str]:
    return re.compile(rf"(?:các |mỗi )?(?:{any_of(duty_words()['served'])})\b", re.IGNORECASE)


_REPORTS = re.compile(r"(?:có trách nhiệm |phải )?(?:định kỳ[^;.]{0,60} )?(?:báo cáo|gửi)\b")
_TELLING = re.compile(
    r"(?:Sau khi|Ngày|Chiều|Sáng|Từ ngày|Trong (?:các )?ngày|Thực hiện|Căn cứ|Xét|Theo|Tiếp theo|Trả lời|Phúc đáp|Tại|"
    r"Thời gian(?! tới)|Trong thời gian(?! tới)|Vừa qua|Hiện nay|Qua|Nhằm giúp|Tham dự|Cùng dự)\b"
)

_PAST = re.compile(r"(?:Ngày|Từ ngày|Chiều(?: ngày)?|Sáng(?: ngày)?|Trong (?:các )?ngày) \d|Vừa qua|Thời gian qua")


# "Tại điểm d khoản 2 Điều 11 quy định: Cơ quan thuế phải …": what the law says.
_QUOTES_LAW = re.compile(r"\W*(?:Tại|Theo|Căn cứ)\b[^:]{0,200}\b(?:quy định|hướng dẫn)(?: rõ| như sau| cụ thể)?\s*:")


_BY_LAW = re.compile(
    r"\W*(?:Theo quy định (?:tại|của)|Theo (?:khoản|điểm|Điều)|Tại (?:khoản|điểm|Điều))\b[^;:]{0,160}?"
    r"\b(?:Luật|luật|Nghị định|Thông tư|Pháp lệnh)\b[^;:]{0,160}?,\s"
)


def quotes_law(sentence: str) -> bool:
    """Whether a sentence and what follows it in its paragraph tell what the law lays down ("Theo quy định tại Nghị
    định số …, UBND cấp tỉnh có trách nhiệm …; Cục … cấp phép"): there an express order counts alone."""
    return _BY_LAW.match(sentence) is not None


def is_handed(sentence: str) -> bool:
    """Whether a sentence lists what the issuer itself was told to do."""
    return _HANDED.search(sentence) is not None


def only_tells(setting: Setting, node: Node, text: str) -> bool:
    """Whether a paragraph of the introduction tells what happened: there an express order counts alone."""
    return any(node is other for other in setting.introduction) and _TELLING.match(text) is not None


def judge_sentence(
    sentence: str, context: Context, setting: Setting, *, told: bool, opens: bool = True, item: bool = False
) -> Assigned | None:
    """Who is to act by this sentence itself, None where it names nobody or is no duty.

    `told` as `only_tells` says; `opens` where it is the first of its paragraph, `item` where that is one of a list.
    """
    if is_difficulty(sentence) or is_step(sentence) or _QUOTES_LAW.match(sentence):
        return None
    told = told or quotes_law(sentence)
    named = bool(context.assignees) and not (context.stem and stand_for_addressees(context.assignees))
    within = bool(context.assignees) and (item or not _issuer_speaks(sentence, setting))
    within = within and not sentence.startswith("Nhận được ")  # "Nhận được văn bản này, đề nghị …": to all again
    order = None if told and _PAST.match(sentence) else find_order(sentence, within=within, item=item and named)
    if order is not None and is_quoted(sentence, order.action):
        order = None
    subject = None if told or context.reported else find_subject(sentence, within=bool(context.assignees) and opens)
    if order is None and subject is None and context.assigning and opens:
        subject = find_named(sentence, within=bool(context.assignees))
    if order is not None and subject is not None and _asks_others(subject, order, setting):
        order = None
    if (
        order is not None
        and not order.parties
        and (subject is not None or told or not _speaks(sentence, order, setting))
    ):
        order = None
    if order is not None and context.guarded and not _opens_clause(sentence, order):
        order = None
    if order is not None and context.guarded and _ASKS_ANY.match(sentence, order.start):
        order = None  # "yêu cầu bên bán thay máy bơm": what whoever it is asks of a supplier
    if order is not None and not is_refused(order, sentence):
        return order
    if subject is None and order is None and not told and not context.descriptive:
        subject = find_agent(sentence) if context.guarded else None
        if subject is None and (context.guarded or context.assignees):
            subject = find_charged(sentence)
    if subject is None or is_refused(subject, sentence):
        return None
    if context.assignees and _LEADS_OTHERS.match(sentence) and _PARTY_BODY.search(context.assignees[0].name):
        return None  # under "Đảng ủy Công an tỉnh": "Lãnh đạo Công an tỉnh cung cấp …"
    if are_bare([party.name for party in subject.parties]):
        return None
    if context.guarded and not subject.modal and not _is_plain_task(subject, sentence, context):
        return None
    if setting.answers and subject.mode == "subject":
        return None
    if _is_letter(setting) and _DECIDES.match(sentence, subject.action):
        return None
    if setting.advises and subject.mode == "subject" and subject.parties[0].kind == "group":
        return None
    if setting.advises and _GENERIC.match(sentence[subject.parties[0].start :]):
        return None
    ruled = context.guarded and not context.requirement
    if ruled and context.descriptive and _ANY_ORGAN.match(subject.parties[0].name):
        return None  # a principle: "Cơ quan chủ trì có trách nhiệm xác định nội dung phối hợp"
    if ruled and _served().match(subject.parties[0].name) and not _REPORTS.match(sentence, subject.action):
        return None
    if (context.guarded or setting.rules) and _is_conduct(subject, sentence):
        return None
    if len(subject.parties) == 1 and is_issuer(setting, subject.parties[0].name) and not is_handed(sentence):
        return subject if item and passes_on(setting, subject.parties[0].name) else None
    return subject


# In a letter "Cục trưởng quyết định kiểm tra …" tells who may; to set up a body is a task.
_DECIDES = re.compile(r"quyết định (?!thành lập)")


def _is_letter(setting: Setting) -> bool:
    kind = setting.document.document_type
    return kind is not None and kind.name == "Công văn"


_TURNS = re.compile(r"(?:(?:và|đồng thời|nay|do vậy|vì vậy|do đó)\W*)*", re.IGNORECASE)


_QUOTES = re.compile(r"\b(?:nhận được|theo|của|tại|xét|do|số)\s")  # what another asked for is told of


def _speaks(sentence: str, order: Assigned, setting: Setting) -> bool:
    """Whether an order to nobody by name is the issuer's own: it opens its clause, or the issuer's name does."""
    before = sentence[: order.start]
    clause = re.split(r"[,;:.]\s", re.sub(r"\([^()]{0,200}\)", "", before))[-1].strip()
    named = parse_parties(clause) if clause else None
    if named is not None and not _QUOTES.search(clause):
        return all(is_issuer(setting, party.name) for party in named.parties)
    return _TURNS.fullmatch(clause) is not None


_SPEAKER = re.compile(r"(?P<who>[^,;:.]{3,80}?)\s(?:yêu cầu|đề nghị|giao)\s")


def _issuer_speaks(sentence: str, setting: Setting) -> bool:
    """Whether a sentence opens with an order of the issuer ("Cục Thuế yêu cầu …"), whatever heading it stands under."""
    match = _SPEAKER.match(sentence)
    named = parse_parties(match["who"]) if match else None
    return named is not None and all(is_issuer(setting, party.name) for party in named.parties)


_ASKS_ANY = re.compile(r"(?:yêu cầu|đề nghị) (?:cơ quan|đơn vị|doanh nghiệp|người|tổ chức|cá nhân|bên)\b")


def _opens_clause(sentence: str, order: Assigned) -> bool:
    """Whether an order stands at the head of its clause; where norms are laid down others only tell of orders."""
    before = sentence[: order.start]
    return (
        order.verb not in ("chỉ đạo", "phân công", "ủy quyền cho", "uỷ quyền cho")
        and re.search(r"(?:^|[,;:.)])\W*$", before) is not None
    )


def _asks_others(subject: Assigned, order: Assigned, setting: Setting) -> bool:
    """ "Sở Y tế … đề nghị các trạm …": who asks is told to ask; "UBND tỉnh yêu cầu các sở …" orders itself."""
    listed = order.start < subject.parties[0].start < order.action  # one of those who are asked
    if subject.mode == "colon" or subject.action >= order.action or listed:
        return False
    return not all(is_issuer(setting, party.name) or party.kind == "office" for party in subject.parties)


# A step of a procedure: it follows whenever somebody hands something in.
_STEP = re.compile(
    r"\W*(?:Trong|Chậm nhất|Sau)\b[^;:]{0,60}?\d+[^;:]{0,30}?\b(?:kể từ|từ|sau) "
    r"(?:ngày|khi|thời điểm) (?:nhận|tiếp nhận|có)\b"
)


# What an organ may decide, and when it meets, is no task that a regulation lays on it.
_COMPETENCE = re.compile(
    r"(?:xem xét,? )?quyết định(?! thành lập)\b|có thể\b|xem xét,? (?:phê duyệt|phê chuẩn|cho ý kiến)\b|"
    r"(?:họp|sinh hoạt) (?:định kỳ|thường kỳ|giao ban|mỗi|ít nhất|tối thiểu|một|đột xuất|\d)"
)
_LEADS_OTHERS = re.compile(r"\W*Lãnh đạo\s")
_PARTY_BODY = re.compile(r"(?:[Đđ]ảng|[Tt]ỉnh|[Tt]hành|[Hh]uyện|[Cc]ấp|[Cc]hi) (?:ủy|uỷ|bộ|đoàn)\b|[Bb]an [Tt]hường vụ")


def _is_conduct(subject: Assigned, sentence: str) -> bool:
    """What staff must not do, or staff of no room at all must: "Nhân viên không được …", "Cán bộ, đảng viên phải …"."""
    name = subject.parties[0].name
    if sentence.startswith("không", subject.action):
        return _staff().match(name) is not None
    return sentence.startswith("phải", subject.action) and _staff_alone().fullmatch(name) is not None


_WHEN = re.compile(
    r"\W*(?:Định kỳ|Hằng|Hàng|Chậm nhất|Trước ngày|Hết ngày|Nhận được|Cuối|Đầu|Mỗi (?:năm|quý|tháng|tuần|học kỳ))\b"
)


def _is_plain_task(subject: Assigned, sentence: str, context: Context) -> bool:
    """A plain statement about named organs that counts where norms are laid down ("Văn phòng tổng hợp báo cáo …")."""
    if context.requirement:
        return not sentence.startswith("cần", subject.action)
    if _STEP.match(sentence) or _COMPETENCE.match(sentence, subject.action):
        return False
    timed = _WHEN.match(sentence) is not None
    first = subject.parties[0]
    led = first.start > 4 and first.kind != "organ" and not (first.kind == "group" and TERM.match(first.name))
    if context.descriptive or (led and not timed):
        return False
    if not timed and not subject.parties[0].name[:1].isupper():
        return False
    return not _GENERIC.match(sentence) or _REPORTS.match(sentence, subject.action) is not None


def confidence_of(assigned: Assigned | None, context: Context) -> float:
    """How many of the duties found in this way were right, as measured (docs/accuracy.md)."""
    if assigned is None and not context.assignees:
        return 0.7
    if assigned is None:
        return 0.86 if context.stem else 0.96
    if assigned.mode == "order":
        return 0.4 if context.guarded else 0.95
    if assigned.mode == "colon":
        return 0.7
    if assigned.modal:
        return 0.92
    return 0.75 if context.guarded else 0.88


_OF_ALL = re.compile(r"\W*(?:100\s?%|[Tt]ất cả|[Tt]oàn bộ)\s[^,;.:]{2,60}\bphải\s")


# Under the name of those who act, what another must: "Chiến sĩ gác không được ngủ".
_OTHERS_MUST = re.compile(r"\W*[A-ZĐỦ][^;:.]{2,60}? (?:không được|phải|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ)\b")


# "Công tác truyền thông: tăng thời lượng phát thanh": an item with its matter before it.
_ON_MATTER = re.compile(r"^\W*(?:Về |Công tác |Việc |Trong )[^:;.]{3,60}:\s+(?=[^\W\d_])")


def goes_to_those_above(node: Node, sentence: str, context: Context) -> bool:
    """Whether a sentence that names nobody is a duty of those whom the heading or stem above it names."""
    if not context.assignees or context.guarded or breaks_off(sentence):
        return False
    named = parse_parties(sentence)
    if named is not None and named.stop == "action" and named.parties[0].kind == "organ":
        return False  # it names another, though no duty of his
    if not context.stem:
        return has_action(sentence) and not (_OTHERS_MUST.match(sentence) and not begins_action(sentence))
    said = _ON_MATTER.sub("", sentence, count=1)
    return (begins_action(said) or _OF_ALL.match(sentence) is not None) and not (node.heading and node.children)
