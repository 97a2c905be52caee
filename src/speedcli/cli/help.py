"""Help through the pager, and mistakes of a command line told in one line, as every other."""

from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from speedcli.cli.output import write_stdout
from speedcli.knowledge.problems import UsageError, quoted

_Mistake: Any = typer.BadParameter.__base__  # of any part of a command line; typer does not name it


class _Ours:
    """What a command and the group of them share: how help and mistakes are shown."""

    def get_help_option(self, ctx: Any) -> Any:
        """The option that shows help, with our way to show it."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.callback = _show
        return option

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the options; UsageError for what they cannot be."""
        try:
            return super().parse_args(ctx, args)  # type: ignore[misc,no-any-return]
        except _Mistake as error:
            raise UsageError(f"{_told(error, ctx)}; see {ctx.command_path} --help") from None


class Command(_Ours, TyperCommand):
    """A command with such help, which refuses words that it has no use for."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the options and words; UsageError for what they cannot be."""
        ctx.allow_extra_args = True  # so that it is here that they are refused
        extra = super().parse_args(ctx, args)
        if extra and not ctx.resilient_parsing:
            words = quoted(" ".join(extra))
            raise UsageError(f"{words} belongs to no option; see {ctx.command_path} --help")
        return extra


class Commands(_Ours, TyperGroup):
    """All commands, with such help on them."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that is meant; UsageError, with where else to look, if there is none."""
        if self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing:
            raise UsageError(_no_command(args, [*self.commands, *_options(ctx)]))
        return super().resolve_command(ctx, args)


def _show(context: typer.Context, _: Any, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        write_stdout(f"{context.get_help()}\n")
        context.exit()


def _no_command(words: list[str], known: list[str]) -> str:
    from speedcli.knowledge.nearest import did_you_mean

    topic = " ".join(words)
    hint = did_you_mean(words[0], known) or f"; speed explain {topic} looks for that"
    return f"no command is called {quoted(words[0])}{hint}"


def _told(error: Any, context: Any) -> str:
    """What is wrong, in typer's words as far as a coach knows them, and what was meant."""
    name = getattr(error, "option_name", None)
    if name is not None and hasattr(error, "possibilities"):
        return f"there is no option {quoted(name)}{_meant(name, _options(context))}"
    said = error.format_message().rstrip(".").replace("a valid int", "a whole number")
    return f"{said[0].lower()}{said[1:]}"


def _meant(name: str, options: list[str]) -> str:
    """The nearest option, or those that a single letter may be short for."""
    from speedcli.knowledge.nearest import did_you_mean

    if name.startswith("--"):
        return did_you_mean(name, options)
    short_for = [option for option in options if option.startswith(f"-{name[:2]}")]
    return f"; did you mean {' or '.join(short_for)}?" if short_for else ""


def _options(context: Any) -> list[str]:
    """Every option of the command, in its long form."""
    given = (option for param in context.command.get_params(context) for option in param.opts)
    return [option for option in given if option.startswith("--")]
