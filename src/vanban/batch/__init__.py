"""Many files (*nhiều tệp*): read side by side, within a time each, given back in the order they were named.

One bad file never stops the others: whatever happens to it is an `Outcome`.
"""

from __future__ import annotations

from vanban.batch.files import LONGEST, Job, Outcome, place_error, read_files
from vanban.batch.processes import LostError, ProcessExecutor, SlowError
from vanban.batch.room import Room, count_processes, open_processes, open_room

__all__ = [
    "LONGEST",
    "Job",
    "LostError",
    "Outcome",
    "ProcessExecutor",
    "Room",
    "SlowError",
    "count_processes",
    "open_processes",
    "open_room",
    "place_error",
    "read_files",
]
