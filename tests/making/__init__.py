"""A maker of documents: sheets written as plain text, .docx and .pdf, for tests and samples."""

from making.pdf import OfficeMissing, render_pdf
from making.plain import printed_lines, render_crawled, render_text
from making.seed import SeedMissing, read_seed, split_sheets
from making.sheet import YOUTH_MOTTO, Cell, Paragraph, Sheet, Table, blocks
from making.word import render_docx

__all__ = [
    "YOUTH_MOTTO",
    "Cell",
    "OfficeMissing",
    "Paragraph",
    "SeedMissing",
    "Sheet",
    "Table",
    "blocks",
    "printed_lines",
    "read_seed",
    "render_crawled",
    "render_docx",
    "render_pdf",
    "render_text",
    "split_sheets",
]
