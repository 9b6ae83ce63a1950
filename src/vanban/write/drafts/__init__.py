"""Drafts of follow-up papers, *dự thảo văn bản*."""

from vanban.write.drafts.drafting import compose, draft, list_placeholders, render
from vanban.write.drafts.kinds import KINDS
from vanban.write.drafts.trace import list_gaps, trace_paper, write_trace

__all__ = ["KINDS", "compose", "draft", "list_gaps", "list_placeholders", "render", "trace_paper", "write_trace"]
