"""What typer knows: the commands with their options. Each calls the function that does the work."""

# Annotations are values here: typer would evaluate each of them, at twice the cost of this module.
from pathlib import Path
from typing import Annotated

import typer

from speedcli.cli import check as checking
from speedcli.cli import explain as explaining
from speedcli.cli import learn as learning
from speedcli.cli import options, planned
from speedcli.cli import plan as planning
from speedcli.cli import print as printing
from speedcli.cli import request_options as asks
from speedcli.cli import search as searching
from speedcli.cli import session as sessions
from speedcli.cli.card import Cards
from speedcli.cli.paths import paths
from speedcli.cli.planned import People

app = typer.Typer(
    name="speed",
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


@app.command(short_help="Explain a concept, exercise, session, rule, claim or source.")
def explain(
    words: options.Topic = None,
    brief: Annotated[bool, typer.Option("--brief", help="A few lines only.")] = False,
    format: options.Format = None,
    json: options.Json = False,
    output: options.Output = None,
    force: options.Force = False,
    data: options.Data = None,
    color: options.Color = "auto",
) -> None:
    """Explain a concept, exercise, session, rule, claim or source; without words, show the map.

    \b
    speed explain isometric        by a name, or by words of one
    speed explain R07              a rule
    speed explain weyand2000       a source, and what rests on it
    speed explain C11              a claim of a training system, with its verdict
    speed explain claims           all of them; also: speed explain disputes
    speed explain torque -o t.md   into a file
    """
    target = options.target(format, json, output, force, color)
    explaining.explain(words or (), target, brief=brief, data=data)


@app.command(short_help="Learn the ideas in order, one step at a time.")
def learn(
    words: options.Step = None,
    answer: options.Answer = False,
    format: options.Format = None,
    json: options.Json = False,
    output: options.Output = None,
    force: options.Force = False,
    data: options.Data = None,
    color: options.Color = "auto",
) -> None:
    """Learn the ideas of a series of articles in order; without a step, list them.

    Each step says what the series claims, what the evidence says and what to do in training.

    \b
    speed learn              the list of steps, and where to begin
    speed learn 1            the first step
    speed learn torque       a step by words of its title
    speed learn 1 --answer   with the answer to its question
    speed learn 1 -o 1.md    into a file
    """
    target = options.target(format, json, output, force, color)
    learning.learn(words or (), target, answer=answer, data=data)


@app.command(short_help="Search the texts of everything, best first.")
def search(
    words: options.Question = None,
    most: options.Most = searching.SHOWN,
    format: options.Format = None,
    json: options.Json = False,
    output: options.Output = None,
    force: options.Force = False,
    data: options.Data = None,
    color: options.Color = "auto",
) -> None:
    """Search the texts of everything that explain can show, best first.

    \b
    speed search hamstring late swing            words in any form
    speed search how long rest between sprints   a question
    speed search sled -n 20                      more of what there is
    speed search sled --json                     for programs
    """
    target = options.target(format, json, output, force, color)
    searching.search(words or (), target, most=most, data=data)


@app.command(short_help="Make a plan of some weeks.")
def plan(
    weeks: asks.Weeks = None,
    goal: asks.Goal = None,
    level: asks.Level = None,
    days: asks.Days = None,
    minutes: asks.Minutes = None,
    kit: asks.Kit = None,
    avoid: asks.Avoid = None,
    age: asks.Age = None,
    start: asks.Start = None,
    event: asks.Event = None,
    returning: asks.Returning = False,
    variant: asks.Variant = None,
    like: asks.Like = None,
    why: asks.Why = False,
    athlete: asks.Athlete = None,
    coach: asks.Coach = None,
    club: asks.Club = None,
    place: asks.Place = None,
    at: asks.At = None,
    alarm: asks.Alarm = None,
    format: asks.Format = None,
    json: options.Json = False,
    output: options.Output = None,
    force: options.Force = False,
    data: options.Data = None,
    color: options.Color = "auto",
) -> None:
    """Make a plan of some weeks.

    \b
    speed plan --weeks 6                       a careful plan for a beginner
    speed plan --weeks 8 --level intermediate --goal acceleration --days mon,thu
    speed plan --weeks 10 --event 2027-06-12   towards a race
    speed plan --weeks 6 --why                 with the reasons
    speed plan --weeks 6 -o plan.yaml          into a file that you can edit
    speed plan --weeks 6 -o plan.ics --at 17:00   into a calendar
    speed plan --like plan.yaml --days 4       the same request with a change
    """
    from speedcli.training.wishes import Wishes

    wishes = Wishes(
        weeks=weeks,
        goal=goal,
        level=level,
        days=days,
        minutes=minutes,
        kit=kit,
        avoid=avoid,
        age=age,
        start=start,
        event=event,
        returning=returning,
        variant=variant,
    )
    target = options.target(format, json, output, force, color)
    people, times = People(athlete, coach, club, place), planned.times(at, alarm)
    planning.plan(wishes, target, people=people, times=times, like=like, why=why, data=data)


@app.command(short_help="Make one session; list them all.")
def session(
    words: asks.Kind = None,
    goal: asks.Goal = None,
    level: asks.Level = None,
    minutes: asks.Minutes = None,
    kit: asks.Kit = None,
    avoid: asks.Avoid = None,
    age: asks.Age = None,
    start: asks.Start = None,
    returning: asks.Returning = False,
    variant: asks.Variant = None,
    why: asks.Why = False,
    athlete: asks.Athlete = None,
    coach: asks.Coach = None,
    club: asks.Club = None,
    place: asks.Place = None,
    at: asks.At = None,
    alarm: asks.Alarm = None,
    format: asks.Format = None,
    json: options.Json = False,
    output: options.Output = None,
    force: options.Force = False,
    data: options.Data = None,
    color: options.Color = "auto",
) -> None:
    """Make one session, with how everything in it is done; without a kind, list them all.

    \b
    speed session isometric                a kind: isometric, band or sprint
    speed session sprint-flying --kit track --level intermediate
    speed session iso-max-push --minutes 30
    speed session sprint -f chat           a message to send
    speed session                          what there is
    """
    from speedcli.training.wishes import Wishes

    wishes = Wishes(
        goal=goal,
        level=level,
        minutes=minutes,
        kit=kit,
        avoid=avoid,
        age=age,
        start=start,
        returning=returning,
        variant=variant,
    )
    target = options.target(format, json, output, force, color)
    people, times = People(athlete, coach, club, place), planned.times(at, alarm)
    sessions.session(words or (), wishes, target, people=people, times=times, why=why, data=data)


@app.command(short_help="Check plans against the rules, or data files; list the rules.")
def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE_OR_DIR...", help="Plans, or YAML of your own, to check."),
    ] = None,
    fix: Annotated[
        bool,
        typer.Option("--fix", help="Count minutes and totals anew in the files of the plans."),
    ] = False,
    rules: Annotated[bool, typer.Option("--rules", help="List the rules of a plan.")] = False,
    schema: options.Schema = None,
    format: options.Format = None,
    json: options.Json = False,
    output: options.Output = None,
    force: options.Force = False,
    data: options.Data = None,
    color: options.Color = "auto",
) -> None:
    """Check plans against the rules, and data files against their schema.

    One finding or problem to a line. Exit code 1 for findings, 4 for files that are not valid.

    \b
    speed check plan.yaml        a plan, also one that you edited
    speed check --fix plan.yaml  its minutes and totals put right, nothing else
    speed check my-data/         a folder of your own YAML
    speed check --rules          the rules that a plan keeps
    speed check --schema plan -o speed-plan-1.schema.json   for your editor
    """
    target = options.target(format, json, output, force, color)
    if schema is not None:
        checking.schema(schema, target)
    elif rules:
        checking.rules(target, data)
    else:
        raise typer.Exit(checking.check(paths or (), target, fix=fix, data=data))


@app.command("print", short_help="Hand out a plan, a week or a session in any form.")
def hand_out(
    plan: asks.PlanFile = None,
    part: asks.Part = None,
    formats: asks.Formats = False,
    athlete: asks.Athlete = None,
    coach: asks.Coach = None,
    club: asks.Club = None,
    place: asks.Place = None,
    at: asks.At = None,
    alarm: asks.Alarm = None,
    paper: asks.Paper = None,
    two_up: asks.TwoUp = False,
    glossary: asks.Glossary = False,
    logo: asks.Logo = None,
    format: asks.Format = None,
    json: options.Json = False,
    output: options.Output = None,
    force: options.Force = False,
    data: options.Data = None,
    color: options.Color = "auto",
) -> None:
    """Hand out a plan, a week or a session in any form.

    \b
    speed print plan.yaml                  all of it, on the screen
    speed print plan.yaml next             the session that comes next
    speed print plan.yaml w2 -o week2.md   a week, into a file
    speed print plan.yaml -o plan.html     a page for a phone, with a timer
    speed print plan.yaml today -f chat    a message to send
    speed print plan.yaml -o plan.ics --at 17:00 --alarm 30   a calendar
    speed print plan.yaml -o plan.ics --at 17:00 --force      its next version
    speed print plan.yaml -o plan.xlsx     a workbook, to print and write on
    speed print plan.yaml -o plan.pdf      a card to a session, to print
    speed print --formats                  the forms that there are
    """
    target = options.target(format, json, output, force, color)
    if formats:
        printing.formats(target)
    else:
        people, times = People(athlete, coach, club, place), planned.times(at, alarm)
        cards = Cards(paper, two_up, glossary, logo)
        printing.show(plan, part, target, people=people, times=times, cards=cards, data=data)


app.command(short_help="Show every folder in use, and what is your own.")(paths)
