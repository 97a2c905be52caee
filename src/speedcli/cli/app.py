"""What typer knows: the commands by name, and the options that stand before them."""

from collections.abc import Callable

import typer

from speedcli.cli import config, help, options, paths
from speedcli.cli import plan_commands as plans
from speedcli.cli import reference_commands as reference

app = typer.Typer(
    name="speed",
    cls=help.Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback()
def speed(
    version: options.Version = False,
    no_pager: options.NoPager = False,
) -> None:
    """Speed training explained, and planned from the same knowledge.

    \b
    speed explain            the map of everything it knows
    speed explain isometric  one concept, from the answer down to the sources
    speed learn              the ideas in order, five minutes for each
    speed search sore legs   whatever speaks of it, best first
    speed session isometric  one session for today, with how it is done
    speed plan --weeks 6     a plan, from cautious assumptions that it names
    speed check --rules      the rules that a plan keeps
    """


# Each by its name, with the line of `speed --help`, in its order.
_COMMANDS: dict[str, tuple[Callable[..., None], str]] = {
    "explain": (reference.explain, "Explain a concept, exercise, session, rule, claim or source."),
    "learn": (reference.learn, "Learn the ideas in order, one step at a time."),
    "search": (reference.search, "Search the texts of everything, best first."),
    "plan": (plans.plan, "Make a plan of some weeks."),
    "session": (plans.session, "Make one session; list them all."),
    "check": (plans.check, "Check plans against the rules, or data files; list the rules."),
    "print": (plans.hand_out, "Hand out a plan, a week or a session in any form."),
    "config": (config.config, "Show the settings, and what gave each."),
    "paths": (paths.paths, "Show every folder in use, and what is your own."),
}
for _name, (_command, _line) in _COMMANDS.items():
    app.command(_name, cls=help.Command, short_help=_line)(_command)
