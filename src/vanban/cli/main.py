"""`vanban`: the group of commands, and the one place where an error becomes a sentence and an exit status."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Callable, Sequence

import click

import vanban
from vanban.cli import command as parts
from vanban.cli.check import make_check
from vanban.cli.crosscheck import make_crosscheck
from vanban.cli.draft import make_draft
from vanban.cli.evaluate import make_eval
from vanban.cli.graph import make_graph
from vanban.cli.input import describe
from vanban.cli.judge import make_judge
from vanban.cli.output import tell
from vanban.cli.package import make_package
from vanban.cli.parse import make_parse
from vanban.cli.register import make_register
from vanban.cli.show import make_show
from vanban.cli.template import make_template
from vanban.cli.track import make_track
from vanban.cli.wording import find_language, word
from vanban.errors import VanbanError

COMMANDS: tuple[Callable[[str], click.Command], ...] = (
    make_parse, make_track, make_register, make_graph, make_crosscheck, make_judge, make_check, make_draft,
    make_template, make_package, make_show, make_eval,
)  # fmt: skip


def make_cli(lang: str) -> click.Group:
    """The group of all commands in one language."""
    group = parts.Group("vanban", help=word(lang, "about"), add_help_option=False, no_args_is_help=False)
    group.context_class = parts.make_context_class(lang)
    group.invoke_without_command = True
    group.subcommand_metavar = word(lang, "m_command")
    group.params = [
        click.Option(
            ["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_show_version,
            help=word(lang, "version"),
        ),
        *_options(parts.lang_option(lang), parts.help_option(lang)),
    ]  # fmt: skip
    group.callback = _show_help
    for make in COMMANDS:
        group.add_command(make(lang))
    return group


def run(arguments: Sequence[str]) -> int:
    """Run one command line; gives the exit status."""
    lang = find_language(list(arguments))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        result = make_cli(lang).main(args=list(arguments), prog_name="vanban", standalone_mode=False)
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except (parts.PipeClosed, BrokenPipeError):
        # The interpreter flushes standard output once more when it ends: into nothing.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (click.Abort, KeyboardInterrupt):
        tell(lang, word(lang, "stopped"), error=False)
        return 130
    except click.ClickException as error:
        tell(lang, explain_usage(error, lang))
        return 2
    except VanbanError as error:
        tell(lang, str(error))
        return error.exit_code
    except Exception as error:  # the promise: no traceback reaches a user
        tell(lang, describe(error, "vanban", lang))
        return 1


def explain_usage(error: click.ClickException, lang: str) -> str:
    """One sentence for a wrong command line, which ends in what to do."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "vanban"
    if isinstance(error, click.NoSuchOption):
        return word(lang, "no_option", name=error.option_name, command=command)
    if isinstance(error, click.MissingParameter):
        return word(lang, "lacks", name=_name(error.param), command=command)
    if isinstance(error, click.BadParameter):
        kind = error.param.type if error.param else None
        if isinstance(kind, click.Choice):
            value = error.message.split("'")[1] if "'" in error.message else ""
            return word(lang, "bad_choice", value=value, name=_name(error.param), choices=", ".join(kind.choices))
        return word(lang, "bad_value", name=_name(error.param), error=error.message.rstrip("."), command=command)
    if "No such command" in error.message:
        return word(lang, "no_command")
    return word(lang, "bad_use", error=error.message.rstrip("."), command=command)


def main() -> None:
    """Entry point."""
    sys.exit(run(sys.argv[1:]))


def _name(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return "?"
    if isinstance(parameter, click.Option):
        return parameter.opts[-1]
    return parameter.make_metavar(click.Context(click.Command("vanban"))).strip("[]. ")


def _options(*decorators: Callable[..., object]) -> list[click.Parameter]:
    def nothing() -> None:
        """Carries the options."""

    for decorate in reversed(decorators):
        decorate(nothing)
    made = click.command()(nothing)
    return [parameter for parameter in made.params if "-h" in parameter.opts or parameter.name == "lang"]


@click.pass_context
def _show_help(context: click.Context) -> None:
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def _show_version(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value:
        click.echo(f"vanban {vanban.__version__}")
        context.exit()
