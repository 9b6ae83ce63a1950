"""Commands whose help speaks the user's language, and the options that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any

import click

from vanban.cli.wording import LANGUAGES, word
from vanban.errors import UsageError

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
"""What click's `option` and `argument` give."""


class PipeClosed(Exception):
    """The reader of standard output went away (`vanban … | head`): no failure."""


class Formatter(click.HelpFormatter):
    """Headings of the help in the user's language."""

    lang = "vi"

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line of usage."""
        super().write_usage(prog, args.replace("[OPTIONS]", "[…]"), prefix or word(self.lang, "usage"))

    def write_heading(self, heading: str) -> None:
        """The heading of a section."""
        known = {"Options": "options", "Commands": "commands"}
        super().write_heading(word(self.lang, known[heading]) if heading in known else heading)


class EnglishFormatter(Formatter):
    """The same in English."""

    lang = "en"


class Context(click.Context):
    """A context whose help is Vietnamese."""

    formatter_class = Formatter


class EnglishContext(click.Context):
    """A context whose help is English."""

    formatter_class = EnglishFormatter


class Group(click.Group):
    """The group of all commands; tells a closed pipe from a failure before click does."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Read the arguments; `--help` prints here."""
        try:
            return super().make_context(*args, **kwargs)
        except BrokenPipeError as error:
            raise PipeClosed from error

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise PipeClosed from error


def make_context_class(lang: str) -> type[click.Context]:
    """The context class of a language."""
    return EnglishContext if lang == "en" else Context


def make_command(
    name: str, lang: str, run: Callable[..., int], options: Sequence[Decorator], examples: Sequence[str]
) -> click.Command:
    """A command with its shared behaviour: help in the user's language, two examples that run, `--lang`."""
    epilog = "\b\n" + word(lang, "examples") + "\n" + "\n".join(f"  {example}" for example in examples)
    function: Callable[..., Any] = run
    for option in reversed([*options, lang_option(lang), help_option(lang)]):
        function = option(function)
    command = click.command(
        name, help=word(lang, name), short_help=word(lang, f"{name}_short"), epilog=epilog, add_help_option=False
    )(function)
    command.context_class = make_context_class(lang)
    return command


def help_option(lang: str) -> Decorator:
    """`--help`."""
    return click.help_option("-h", "--help", help=word(lang, "help"))


def lang_option(lang: str) -> Decorator:
    """`--lang`; its value is read before the commands are made."""
    return click.option("--lang", type=click.Choice(LANGUAGES), expose_value=False, help=word(lang, "lang"))


def files_argument(lang: str) -> Decorator:
    """TỆP…"""
    return click.argument("files", nargs=-1, required=True, metavar=word(lang, "m_file") + "...")


def output_option(lang: str) -> Decorator:
    """`-o`."""
    return click.option("-o", "--output", metavar=word(lang, "m_file"), help=word(lang, "output"))


def format_option(lang: str, names: Sequence[str]) -> Decorator:
    """`--format`."""
    return click.option("-f", "--format", "format_name", type=click.Choice(names), help=word(lang, "format"))


def secret_option(lang: str) -> Decorator:
    """`--allow-secret`."""
    return click.option("--allow-secret", is_flag=True, help=word(lang, "allow_secret"))


def judgements_option(lang: str) -> Decorator:
    """`--judgements`."""
    return click.option("--judgements", metavar=word(lang, "m_file"), help=word(lang, "judgements"))


def strict_option(lang: str) -> Decorator:
    """`--strict`."""
    return click.option("--strict", is_flag=True, help=word(lang, "strict"))


def timeout_option(lang: str) -> Decorator:
    """`--timeout`; the default is that of `vanban.batch`, which the help must not load."""
    kind, about = click.FloatRange(1, 86_400), word(lang, "timeout")
    return click.option("--timeout", type=kind, default=900, metavar=word(lang, "m_seconds"), help=about)


def password_option(lang: str) -> Decorator:
    """`--password`, also from the environment, where other users of the machine do not see it; "-" asks for it."""

    def ask(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
        if value != "-":
            return value or None
        if not sys.stdin.isatty():
            raise UsageError(word(lang, "no_prompt"))
        return str(click.prompt(word(lang, "ask_password"), hide_input=True, err=True))

    about, name = word(lang, "password"), word(lang, "m_password")
    return click.option("--password", envvar="VANBAN_PASSWORD", callback=ask, metavar=name, help=about)


def directory_option(lang: str) -> Decorator:
    """`--directory`."""
    return click.option("--directory", metavar=word(lang, "m_file"), help=word(lang, "directory"))


def reading_options(lang: str) -> tuple[Decorator, ...]:
    """How files are read: the keys of `input.Manner`."""
    return (
        click.option("--jobs", type=click.IntRange(1, 64), metavar=word(lang, "m_number"), help=word(lang, "jobs")),
        timeout_option(lang),
        click.option("--dask", metavar=word(lang, "m_address"), help=word(lang, "dask")),
        password_option(lang),
        directory_option(lang),
        secret_option(lang),
    )
