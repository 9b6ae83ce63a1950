"""The same examples on every run, few enough for CI; `HYPOTHESIS_PROFILE=deep` looks for new ones."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
settings.register_profile("ci", derandomize=True, max_examples=60, deadline=None, suppress_health_check=SLOW)
settings.register_profile("deep", max_examples=2000, deadline=None, suppress_health_check=SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
