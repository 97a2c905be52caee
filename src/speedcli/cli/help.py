"""Help goes the way of every result: through the pager, where it is longer than the screen."""

from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from speedcli.cli.output import write_stdout


class Command(TyperCommand):
    """A command with such help."""

    def get_help_option(self, ctx: Any) -> Any:
        """The option that shows help, with our way to show it."""
        return _shown_by_us(super().get_help_option(ctx))


class Commands(TyperGroup):
    """All commands, with such help on them."""

    def get_help_option(self, ctx: Any) -> Any:
        """The option that shows help, with our way to show it."""
        return _shown_by_us(super().get_help_option(ctx))


def _shown_by_us(option: Any) -> Any:
    if option is not None:
        option.callback = _show
    return option


def _show(context: typer.Context, _: Any, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        write_stdout(f"{context.get_help()}\n")
        context.exit()
