"""Registers of documents, *sổ đăng ký văn bản đến, văn bản đi, sổ theo dõi giải quyết* (NĐ 30/2020, Phụ lục IV)."""

from vanban.write.register.rows import VALUES, draw_up_register

__all__ = ["VALUES", "draw_up_register"]
