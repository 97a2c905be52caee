"""One session on its own, and what is said where it cannot be."""

from __future__ import annotations

import pytest

from speedcli.knowledge.library import Library
from speedcli.knowledge.problems import CannotMeet, NotFound
from speedcli.training import measure, single
from speedcli.training.document import Plan
from tests.training.requests import asked


def made(library: Library, session: str, **wishes: object) -> Plan:
    return single.session(asked(library, session=session, **wishes), library)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Isometrics", "isometric"),
        ("resistance-bands", "band"),
        ("Maximal  Pushes", "iso-max-push"),
        ("iso max push", "iso-max-push"),
    ],
)
def test_a_kind_or_template_is_found_by_any_of_its_names(
    library: Library, words: str, found: str
) -> None:
    assert single.resolve(library, words) == found


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("sprnt", "; nearest: 'sprint'"),
        ("plyo", "; nearest: 'plyo-extensive', 'plyo-intensive'"),
        ("sled", "; nearest: 'speed', 'Sled sprints'"),
        ("zzz", ""),
    ],
)
def test_an_unknown_name_tells_what_was_looked_through(
    library: Library, words: str, hint: str
) -> None:
    with pytest.raises(NotFound) as missed:
        single.resolve(library, words)
    assert str(missed.value) == (
        f"no session is called {words!r}; looked through isometric, band, sprint and "
        f"{len(library.sessions)} templates{hint}"
    )


@pytest.mark.parametrize(
    ("wishes", "message"),
    [
        (
            {"session": "sprint-special-endurance"},
            "Special endurance runs: not for beginners. "
            "Build your speed with short sprints and build-ups first",
        ),
        (
            {"session": "sprint", "kit": "wall"},
            "Acceleration needs flat-ground; give --kit wall,flat-ground",
        ),
        ({"session": "band", "kit": "wall"}, "Bands and holds needs bands; give --kit wall,bands"),
        (
            {"session": "isometric", "kit": "bands"},
            "Pushes and holds needs wall; give --kit bands,wall",
        ),
        (
            {"session": "aq-band-isometric", "kit": "wall"},
            "Athletic Quickness band holds (as published) needs bands and anchor; "
            "give --kit wall,bands,anchor",
        ),
        (
            {"session": "sprint", "avoid": "sprinting"},
            "Acceleration asks for what you avoid or are too young for; "
            "try speed session isometric or speed session band",
        ),
        (
            {"session": "iso-max-push", "avoid": "iso-max-push"},
            "Maximal pushes asks for what you avoid or are too young for; "
            "try speed session isometric or speed session band or speed session sprint",
        ),
        (
            {"session": "sprint", "minutes": 15, "level": "advanced"},
            "acceleration takes 28 minutes at the least, and 15 were given; give --minutes 28",
        ),
    ],
)
def test_a_session_that_cannot_be_says_what_would_help(
    library: Library, wishes: dict[str, object], message: str
) -> None:
    with pytest.raises(CannotMeet) as refused:
        single.session(asked(library, **wishes), library)
    assert str(refused.value) == message


def test_a_template_brings_support_of_its_family_along_but_not_itself(library: Library) -> None:
    templates = {
        name: [block.template for block in made(library, name).weeks[0].sessions[0].blocks]
        for name in ("iso-max-push", "band-lateral", "band-hip-extension")
    }
    assert templates["iso-max-push"][1:-1] == ["iso-max-push", "band-hip-extension"]
    assert templates["band-lateral"].count("band-lateral") == 1


def test_after_a_break_a_session_stays_below_full_speed(library: Library) -> None:
    def hardest(**wishes: object) -> float:
        (session,) = made(library, "sprint", level="advanced", **wishes).weeks[0].sessions
        sprints = [item for item in measure.items_of((session,)) if item.kind == "sprint"]
        return max(measure.high(item) or 0 for item in sprints)

    assert hardest() == 100
    assert hardest(returning=True) == 85
