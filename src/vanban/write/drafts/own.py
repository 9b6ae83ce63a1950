"""The tasks of the organ that writes, *nhiệm vụ của cơ quan soạn thảo*, or a sentence that says why there are none."""

from __future__ import annotations

from vanban.errors import UsageError
from vanban.write.drafts.brief import Brief
from vanban.write.drafts.tasks import Assignment, count_class_duties, find_assignment


def find_own_tasks(brief: Brief) -> Assignment:
    """The organ's tasks; raises `UsageError` where the dossier lays none on it by name."""
    assignment = find_assignment(brief.dossier, brief.organ, brief.directory)
    if assignment.tasks:
        return assignment
    common = count_class_duties(brief.dossier, brief.organ)
    if common:
        raise UsageError(
            f"Hồ sơ không giao đích danh nhiệm vụ nào cho “{brief.organ}”, chỉ có {common} nhiệm vụ giao "
            "chung cho nhóm cơ quan; hãy xem các nhiệm vụ đó bằng lệnh vanban track, hoặc nêu tên một cơ quan khác."
        )
    raise UsageError(
        f"Hồ sơ không có nhiệm vụ nào giao cho “{brief.organ}”; hãy kiểm tra lại tên cơ quan hoặc thêm văn bản "
        "giao nhiệm vụ vào hồ sơ."
    )
