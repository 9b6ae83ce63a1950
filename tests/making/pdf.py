"""A .docx as .pdf, through LibreOffice."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path


class OfficeMissing(unittest.SkipTest):
    """LibreOffice is not installed: a test that meets this is skipped by pytest."""


def render_pdf(docx: bytes) -> bytes:
    """Pages of a .docx as LibreOffice sets them; raises OfficeMissing where `soffice` is absent."""
    program = shutil.which("soffice")
    if program is None:
        raise OfficeMissing("soffice is not on PATH: install libreoffice-writer and fonts-liberation2")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "sheet.docx")
        source.write_bytes(docx)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(source)]
        told = subprocess.run(
            command, capture_output=True, text=True, timeout=180, env={**os.environ, "SOURCE_DATE_EPOCH": "1767225600"}
        )
        made = source.with_suffix(".pdf")
        if not made.exists():
            raise RuntimeError(f"soffice gave no PDF: {told.stderr or told.stdout}")
        return made.read_bytes()
