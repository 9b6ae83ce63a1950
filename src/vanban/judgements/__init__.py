"""What people decided, *xác nhận của người xử lý*: its file, its use in linking, its check against a dossier."""

from __future__ import annotations

from vanban.judgements.file import FILE_NAME, read_judgements, write_judgement
from vanban.judgements.index import Judgements
from vanban.judgements.review import Review, review_judgements

__all__ = ["FILE_NAME", "Judgements", "Review", "read_judgements", "review_judgements", "write_judgement"]
