"""A template filled with a paper: docxtpl (extra `templates`) over a sandbox of our own; text is escaped."""

from __future__ import annotations

import io

from vanban.errors import UnreadableError, VanbanError
from vanban.write.drafts.paper import Paper
from vanban.write.drafts.template.fields import make_fields
from vanban.write.drafts.word.forms import Form


def fill_template(template: bytes, paper: Paper, form: Form, name: str = "mẫu") -> bytes:
    """The .docx that `template` gives for a paper; `name` is that of the file, for messages.

    Raises `VanbanError` where the extra is not installed, `UnreadableError` for a template that is no .docx, asks for
    what the data does not have, or for more than fields, loops and conditions.
    """
    try:
        import docxtpl
        import jinja2
    except ImportError as error:
        raise VanbanError(
            "Chưa cài gói docxtpl để dùng mẫu của cơ quan; hãy cài thêm bằng pip install 'vanban[templates]'."
        ) from error
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import LxmlError

    from vanban.write.drafts.template.sandbox import DataEnvironment, check_package

    check_package(template, name)
    filled = io.BytesIO()
    try:
        word = docxtpl.DocxTemplate(io.BytesIO(template))
        word.render(make_fields(paper, form), DataEnvironment())
        word.save(filled)
    except jinja2.UndefinedError as error:
        raise UnreadableError(
            f"{name}: mẫu dùng trường không có ({error.message}); hãy xem các trường trong docs/templates.md."
        ) from error
    except jinja2.TemplateError as error:
        raise UnreadableError(
            f"{name}: mẫu có chỗ viết không được phép hoặc sai ({error.message}); mẫu chỉ được dùng trường, "
            "for và if, hãy xem docs/templates.md."
        ) from error
    except (LxmlError, KeyError, ValueError, TypeError, AttributeError, PackageNotFoundError, RecursionError) as error:
        raise UnreadableError(f"{name}: tệp mẫu hỏng; hãy mở bằng Word và lưu lại thành .docx.") from error
    return filled.getvalue()
