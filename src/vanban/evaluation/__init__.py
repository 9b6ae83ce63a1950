"""How often vanban is right: what it reads of labelled papers against their labels, and against an earlier measure."""

from __future__ import annotations

from vanban.evaluation.comparison import compare
from vanban.evaluation.measure import evaluate
from vanban.evaluation.report import Comparison, Report

__all__ = ["Comparison", "Report", "compare", "evaluate"]
