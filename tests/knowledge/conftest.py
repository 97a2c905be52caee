"""A small world of valid records, and ways to break it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from speedcli.knowledge.library import Library
from speedcli.knowledge.load import check, load

WORLD = """\
sources:
- {id: practice, authors: coaches, title: Practice, kind: practice, finding: It is done.}
- id: weyand2000
  authors: Weyand PG, Sternlight DB
  year: 2000
  title: Faster top running speeds
  doi: 10.1152/jappl.2000.89.5.1991
  kind: experiment
  finding: Fast runners push harder.
- id: tonnessen-two
  authors: Tønnessen E, Haugen T
  year: 2011
  title: Repeated sprints
  kind: rct
  finding: Some got faster.
categories:
- {id: muscle, title: Muscle}
concepts:
- id: isometric
  title: "Isometric: force without movement"
  category: muscle
  aliases: [static work]
  answer: Pushing without moving.
  summary: You push. Nothing moves.
  how: The muscle pulls.
  why: It is safe.
  myths: [{wrong: It is easy., right: It is hard.}]
  claims:
  - {text: Pushes make you stronger., grade: moderate, sources: [weyand2000, practice]}
  numbers: [{value: "2", unit: times, name: force, source: weyand2000}]
  related: [fast-vs-slow-twitch]
- id: fast-vs-slow-twitch
  title: Fast and slow twitch fibres
  category: muscle
  aliases: [fibre types]
  answer: Two kinds of fibre.
  summary: Some are fast. Some last.
  how: They differ.
  why: Speed.
  myths: []
  claims: []
  related: []
- id: rate-of-force-development
  title: Rate of force development (RFD)
  category: muscle
  answer: How soon force is there.
  summary: Soon. Sooner.
  how: By drive.
  why: Steps are short.
  myths: []
  claims: []
  related: [isometric]
kit:
- {id: wall, name: Wall}
- {id: flat-ground, name: Flat ground}
- {id: track, name: Track, aliases: [tartan], provides: [flat-ground]}
avoidables:
- {id: calf, name: Calf, what: region}
actions:
- {id: hip-extension, name: hip extension, about: The thigh goes back.}
- {id: knee-flexion, name: knee flexion, about: The knee bends.}
- {id: knee-extension, name: knee extension, about: The knee straightens.}
muscles:
- id: gluteus-maximus
  name: glutes
  about: The largest muscle of the buttock.
  joint-actions: [hip-extension]
  sources: [practice]
- id: quadriceps
  name: quadriceps
  about: Four muscles at the front of the thigh.
  joint-actions: [knee-extension]
  sources: [practice]
- id: hamstring-group
  name: hamstrings
  about: Three muscles at the back of the thigh.
  joint-actions: [hip-extension, knee-flexion]
  sources: [practice]
exercises:
- id: wall-push
  name: Wall push
  family: isometric
  kind: iso-push
  muscles: [gluteus-maximus, quadriceps]
  joint-actions: [hip-extension, knee-extension]
  setup: Face a wall.
  execution: Push.
  cues: [push]
  errors: [The hips sag.]
  kit: [[wall]]
  avoid: [calf]
  dose:
    beginner: {sets: 2, reps: 2-3, hold: 3-5 s, rest: 30-60 s}
    advanced: {sets: 3, reps: 3-4, hold: 3-5 s, rest: 30-60 s}
  caution: Breathe out.
  concepts: [isometric]
- id: iso-mid-thigh-pull
  name: Isometric mid-thigh pull
  family: isometric
  kind: iso-push
  setup: Set a bar.
  execution: Pull.
  cues: [pull]
  errors: [The back rounds.]
  dose:
    advanced: {sets: 3, reps: 3, hold: 3-5 s}
  caution: Breathe out.
  concepts: [isometric]
- id: flying-10
  name: Flying 10 m
  aliases: [flying sprint]
  family: sprint
  kind: flying
  setup: Mark a run-in.
  execution: Run through.
  cues: [tall]
  errors: [Braking.]
  kit: [[track], [flat-ground]]
  dose:
    beginner: {sets: 1, reps: 2-3, distance: 10 m, run-in: 20 m, rest: 3 min}
  caution: Leave space.
  concepts: [rate-of-force-development]
sessions:
- id: iso-max-push
  title: Hard pushes
  family: isometric
  load: iso-high
  place: 3
  purpose: Force.
  concepts: [isometric]
  minutes: 10-15 min
  stop: When the form goes.
  setup-kit: [wall]
  levels:
    beginner:
      total: 12-30 s
      per-week: 1-2
      lines:
      - {exercises: [iso-mid-thigh-pull, wall-push]}
  sources: [practice]
  grade: practice
rules:
- id: R07
  title: Rest by distance
  aliases: [full rest]
  statement: Longer runs need longer rests.
  why: a tired rep is a slow rep
  reason: Speed needs rest.
  sources: [practice]
  strength: practice
  checks:
  - {kind: gate, exercises: [flying-10], templates: [iso-max-push]}
  concepts: [isometric]
systems:
- id: holdwell
  title: Holdwell
  about: A system of holds.
  eras: [{id: E1, title: Quick muscle, seen: older pages, teaches: Quick muscle.}]
  contradictions:
  - {title: Weights, one: Older pages warn., other: Newer pages do not., claims: [C01]}
  unpublished: [The schedule.]
  concepts: [isometric]
claims:
- id: C01
  title: Holds make you fast
  about: training
  eras: [E1]
  claim: Holdwell claims it.
  verdict: supported
  why: Two studies say so. They agree.
  sources: [weyand2000, tonnessen-two]
  concepts: [isometric]
  test: Try it.
- id: C02
  title: Tremor makes you fast
  about: physiology
  claim: Holdwell claims it.
  verdict: untested
  why: Nobody looked. Nothing was found.
  concepts: [isometric]
  test: Look.
disputes:
- id: D01
  title: Rest or more runs
  question: Which one?
  sides:
  - {text: Rest., sources: [weyand2000]}
  - {text: More runs., sources: [tonnessen-two, practice]}
  ours: Rest.
  rules: [R07]
  concepts: [isometric]
series:
- id: why-push
  title: Why push at all
  question: What for?
  teaches: [Something.]
  evidence: [{text: It helps., sources: [weyand2000]}]
  training: [{text: Push., sources: [practice]}]
  sessions: [iso-max-push]
  check: Why?
  answer: Because.
  concepts: [rate-of-force-development]
  claims: [C02]
figures:
- id: soon
  title: Force that comes soon
  concepts: [rate-of-force-development]
  drawing:
    kind: bars
    axis: {label: force, unit: N, low: 0, high: 9}
    bars: [{label: soon, value: 5}]
  caption: It is there.
  alt: One bar.
  basis: schematic
  rests-on: Nothing was measured.
  sources: [practice]
"""


@pytest.fixture
def in_files(tmp_path: Path) -> Callable[..., Path]:
    """Writes files of these names, without suffix, and gives their folder."""

    def write(**texts: str) -> Path:
        for name, text in texts.items():
            (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
        return tmp_path

    return write


@pytest.fixture
def library(in_files: Callable[..., Path]) -> Library:
    return load(in_files(world=WORLD))


@pytest.fixture
def problems(in_files: Callable[..., Path]) -> Callable[..., list[str]]:
    """What is wrong with the small world once `old` has become `new` in it, without line."""

    def found(old: str = "", new: str = "") -> list[str]:
        assert old in WORLD
        directory = in_files(world=WORLD.replace(old, new, 1) if old else WORLD)
        return [problem.message for problem in check(directory)]

    return found
