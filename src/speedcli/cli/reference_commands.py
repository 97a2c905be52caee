"""What typer knows of the commands that look things up: explain, learn and search."""

# Annotations are values here: typer would evaluate each of them, at twice the cost of this module.
from typing import Annotated

import typer

from speedcli.cli import explain as explaining
from speedcli.cli import learn as learning
from speedcli.cli import options
from speedcli.cli import search as searching


def explain(
    words: options.Topic = None,
    brief: Annotated[bool, typer.Option("--brief", help="A few lines only.")] = False,
    format: options.FormatOrFigure = None,
    json: options.Json = False,
    output: options.Output = None,
    force: options.Force = False,
    data: options.Data = None,
    color: options.Color = None,
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


def learn(
    words: options.Step = None,
    answer: options.Answer = False,
    format: options.Format = None,
    json: options.Json = False,
    output: options.Output = None,
    force: options.Force = False,
    data: options.Data = None,
    color: options.Color = None,
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


def search(
    words: options.Question = None,
    most: options.Most = searching.SHOWN,
    format: options.Format = None,
    json: options.Json = False,
    output: options.Output = None,
    force: options.Force = False,
    data: options.Data = None,
    color: options.Color = None,
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
