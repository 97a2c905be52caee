"""What typer knows of the commands around plans: plan, session, check and print."""

# Annotations are values here: typer would evaluate each of them, at twice the cost of this module.
from pathlib import Path
from typing import Annotated

import typer

from speedcli.cli import check as checking
from speedcli.cli import options, timed
from speedcli.cli import plan as planning
from speedcli.cli import print as printing
from speedcli.cli import request_options as asks
from speedcli.cli import session as sessions
from speedcli.cli.card import Cards
from speedcli.cli.planned import People


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
    color: options.Color = None,
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
    people, times = People(athlete, coach, club, place), timed.times(at, alarm)
    planning.plan(wishes, target, people=people, times=times, like=like, why=why, data=data)


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
    color: options.Color = None,
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
    people, times = People(athlete, coach, club, place), timed.times(at, alarm)
    sessions.session(words or (), wishes, target, people=people, times=times, why=why, data=data)


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
    color: options.Color = None,
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
    color: options.Color = None,
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
        people, times = People(athlete, coach, club, place), timed.times(at, alarm)
        cards = Cards(paper, two_up, glossary, logo)
        printing.show(plan, part, target, people=people, times=times, cards=cards, data=data)
