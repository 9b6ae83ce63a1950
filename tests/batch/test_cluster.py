"""A Dask cluster reads as this machine does; where there is none, one sentence."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from vanban.batch import Job, Outcome, open_room
from vanban.errors import UsageError, VanbanError

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def read(address: str | None, jobs: list[Job]) -> list[Outcome]:
    with open_room(1, files=len(jobs), dask=address) as room:
        return list(room(jobs))


def test_cluster_gives_the_same_in_the_same_order() -> None:
    distributed = pytest.importorskip("distributed")
    jobs = [Job(str(path)) for path in [*sorted(SAMPLES.glob("*.txt")), Path("không có.txt")]]
    jobs.append(Job("-", "Số: 12/QĐ-UBND".encode()))
    with distributed.LocalCluster(n_workers=1, threads_per_worker=2, dashboard_address=None) as cluster:
        assert read(cluster.scheduler_address, jobs) == read(None, jobs)


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nowhere"])
def test_cluster_that_is_not_there_is_told(address: str) -> None:
    pytest.importorskip("distributed")
    with pytest.raises(VanbanError, match="không kết nối được với cụm Dask; hãy kiểm tra địa chỉ"):
        read(address, [Job("a.txt")])


def test_extra_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"hãy chạy pip install 'vanban\[cluster\]'\.$"):
        read("tcp://127.0.0.1:8786", [Job("a.txt")])
