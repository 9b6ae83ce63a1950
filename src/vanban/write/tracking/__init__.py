"""The tracking list of a dossier, *danh mục theo dõi nhiệm vụ*: its rows, its forms, its formats."""

from vanban.write.tracking.rows import tell_status, track

__all__ = ["tell_status", "track"]
