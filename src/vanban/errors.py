"""The exceptions of vanban: each is one Vietnamese sentence that ends in what to do, with an exit status.

What is merely odd in a document is not an exception but a `Problem` in the result.
"""


class VanbanError(Exception):
    """A file or a call that cannot be served; `str(error)` is the sentence for the user."""

    exit_code = 1


class UnreadableError(VanbanError):
    """The file cannot be read at all (absent, empty, broken, of an unknown format)."""


class SecretError(VanbanError):
    """The document carries a mark of secrecy (*độ mật*) and the caller did not allow it."""


class UsageError(VanbanError):
    """The call itself is wrong: an unknown kind, format or organ."""

    exit_code = 2
