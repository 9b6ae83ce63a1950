"""The tracking list of a dossier, *danh mục theo dõi nhiệm vụ*: its rows, its forms, its formats."""

from vanban.write.tracking.rows import document_name, track

__all__ = ["document_name", "track"]
