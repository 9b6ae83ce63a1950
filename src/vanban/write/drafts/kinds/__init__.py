"""The kinds of drafts, *loại dự thảo*: each a function from what is asked to a paper, in a file of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from vanban.write.drafts.brief import Brief
from vanban.write.drafts.kinds.announcement import write_announcement
from vanban.write.drafts.kinds.assignment_letter import write_assignment_letter
from vanban.write.drafts.kinds.deployment_letter import write_deployment_letter
from vanban.write.drafts.kinds.forwarding_slip import write_forwarding_slip
from vanban.write.drafts.kinds.handling_slip import write_handling_slip
from vanban.write.drafts.kinds.plan import write_plan
from vanban.write.drafts.kinds.proposal import write_proposal
from vanban.write.drafts.kinds.reminder_letter import write_reminder_letter
from vanban.write.drafts.kinds.result_report import write_result_report
from vanban.write.drafts.kinds.submission_slip import write_submission_slip
from vanban.write.drafts.paper import Paper


class Kind(NamedTuple):
    """A kind: the word of the command line, what it is, the function that writes it."""

    name: str
    about: str
    write: Callable[[Brief], Paper]


KINDS: tuple[Kind, ...] = (
    Kind("cong-van-trien-khai", "Công văn triển khai nhiệm vụ đến các đơn vị trực thuộc", write_deployment_letter),
    Kind("ke-hoach-trien-khai", "Kế hoạch triển khai của một cơ quan", write_plan),
    Kind("cong-van-giao-nhiem-vu", "Công văn giao nhiệm vụ cho từng cơ quan, đơn vị", write_assignment_letter),
    Kind("cong-van-don-doc", "Công văn đôn đốc nhiệm vụ quá hạn (đến ngày --as-of)", write_reminder_letter),
    Kind("bao-cao-ket-qua", "Báo cáo kết quả thực hiện từng nhiệm vụ được giao", write_result_report),
    Kind("phieu-giai-quyet", "Phiếu giải quyết văn bản đến (NĐ 30, Phụ lục IV, Mẫu VII)", write_handling_slip),
    Kind("phieu-chuyen", "Phiếu chuyển văn bản đến các cơ quan liên quan", write_forwarding_slip),
    Kind("phieu-trinh", "Phiếu trình lãnh đạo cơ quan", write_submission_slip),
    Kind("to-trinh", "Tờ trình cơ quan cấp trên", write_proposal),
    Kind("thong-bao", "Thông báo nhiệm vụ của từng cơ quan, đơn vị", write_announcement),
)
