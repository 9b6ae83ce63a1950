"""The check of form (*kiểm tra thể thức*) as a task of files that are read side by side."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.batch.files import Job
from vanban.form.sheet import Form
from vanban.model.form import FormReport, Mended


def check_job(job: Job, form: Form | None, select: Sequence[str], ignore: Sequence[str]) -> FormReport:
    """What `pipeline.check` finds in one file."""
    from vanban.pipeline import check

    return check(
        job.path,
        job.data,
        form=form,
        select=select,
        ignore=ignore,
        allow_secret=job.allow_secret,
        password=job.password,
    )


def mend_job(job: Job, form: Form | None, select: Sequence[str], ignore: Sequence[str]) -> Mended:
    """What `pipeline.mend` makes of one file."""
    from vanban.pipeline import mend

    content, report = mend(job.path, job.data, form=form, select=select, ignore=ignore, allow_secret=job.allow_secret)
    return Mended(content, report)
