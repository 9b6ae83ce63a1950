"""PDF stub."""

from vanban.model.text import Text


def read_pdf(data: bytes, name: str) -> Text:
    raise NotImplementedError
