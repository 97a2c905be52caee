"""The page in a real browser: a session from its first tap to its last, and what may go wrong."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from speedcli.training.document import Plan, Session
from speedcli.training.part import part, sessions
from speedcli.training.steps import steps
from speedcli.views.pages import weeks
from speedcli.views.web import page
from tests.training.requests import LIBRARY, TODAY
from tests.views.web.browser import DESKTOP, NEEDED, PHONE, SMALL, Browser, started
from tests.views.web.pages import made

pytestmark = NEEDED

A4, LETTER = (8.27, 11.69), (8.5, 11)
PUSHES = 3  # the block of the first session that this file trains most with, counted from 1


@pytest.fixture(scope="module")
def plan() -> Plan:
    return made()


@pytest.fixture(scope="module")
def file(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(plan, tmp_path_factory.mktemp("page"))


def written(plan: Plan, folder: Path) -> Path:
    path = folder / "plan.html"
    path.write_text(page.render(plan, LIBRARY), "utf-8")
    return path


@pytest.fixture
def browser() -> Iterator[Browser]:
    """A browser in which nothing may go wrong unseen."""
    with started() as new:
        yield new
        assert new.complaints() == []


def start(browser: Browser, block: int) -> None:
    browser.tap(browser.all(".shown .start")[block - 1])


def ticked(browser: Browser) -> int:
    return int(browser.run("return document.querySelectorAll('.shown .reps :checked').length"))


def test_a_whole_session_as_the_plan_says(browser: Browser, plan: Plan, file: Path) -> None:
    """Every step of every block comes in its order, for as long as it should."""
    session = plan.weeks[0].sessions[0]
    expected = [
        (step.doing, step.item, None if step.waits else round(step.seconds, 3))
        for block in session.blocks
        for step in steps(block.items, LIBRARY)
    ]
    browser.open(file)
    browser.tap(".thumb button")
    met = []
    for _ in range(len(expected) + len(session.blocks)):
        step = browser.run("return Training.steps[Training.state.at] ?? null")
        if step is None:
            if browser.text("#timer .main") == "Back to the card":
                break
            browser.tap("#timer .main")
            continue
        left = browser.run("return Timer.left(Training.state, Date.now())")
        met.append((step["doing"], step["item"], left and left / 1000))
        if left is None:
            assert browser.text("#timer .main") == "Done"
            browser.tap("#timer .main")
        else:
            browser.pass_time(left / 1000)
    assert met == [(doing, item, pytest.approx(time)) for doing, item, time in expected]
    browser.tap("#timer .main")
    assert ticked(browser) == len(browser.all(".shown .reps [type=checkbox]")) > 30
    assert browser.text(".thumb button") == "All done. How hard was it?"
    assert browser.requests() == {file.as_uri()}


def test_what_is_seen_of_a_push_on_each_side(browser: Browser, file: Path) -> None:
    browser.open(file)
    start(browser, PUSHES)
    seen = []
    for _ in range(5):
        words = [browser.text(f"#timer .{name}") for name in ("word", "digits", "count", "then")]
        shape = browser.one("#timer path").get_attribute("d")
        colour = browser.one("#timer").value_of_css_property("background-color")
        seen.append((words, shape, colour))
        browser.pass_time(browser.run("return Timer.left(Training.state, Date.now())") / 1000)
    assert [words for words, _, _ in seen] == [
        ["Get ready", "1:00", "Rep 1 of 2", "Then push left, 3 s"],
        ["Push left", "3", "Rep 1 of 2", "Then switch to right, 5 s"],
        ["Switch to right", "5", "Rep 1 of 2", "Then push right, 3 s"],
        ["Push right", "3", "Rep 1 of 2", "Then rest, 30 s"],
        ["Rest", "30", "Rep 2 of 2", "Then push left, 3 s"],
    ]
    for told in (1, 2):  # a state is told by its shape and by its colour, each alone
        assert seen[1][told] == seen[3][told]
        assert len({each[told] for each in seen}) == 4


def test_ten_minutes_in_the_background_are_exact(browser: Browser, plan: Plan, file: Path) -> None:
    """The timer is not called at all for ten minutes, as in a sleeping tab."""
    block = plan.weeks[0].sessions[0].blocks[PUSHES - 1]
    browser.open(file)
    start(browser, PUSHES)
    browser.run("clearInterval(Training.beat)")
    away = 313.25
    browser.run("letPass(arguments[0])", away)
    browser.run("document.dispatchEvent(new Event('visibilitychange'))")
    ends, at = 0.0, 0
    for at, step in enumerate(steps(block.items, LIBRARY)):  # noqa: B007
        ends += step.seconds
        if ends > away:
            break
    state = browser.run("return [Training.state.at, Timer.left(Training.state, Date.now())]")
    assert state[0] == at > 10
    assert state[1] == pytest.approx((ends - away) * 1000, abs=100)
    browser.run("letPass(600)")
    browser.run("document.dispatchEvent(new Event('visibilitychange'))")
    assert browser.text("#timer .word") == "Block done"


def test_a_reload_in_the_middle_takes_up_what_was(browser: Browser, file: Path) -> None:
    browser.open(file)
    start(browser, 2)
    browser.tap("#timer .skip")
    browser.tap("#timer .main")
    browser.one("#timer .time input").send_keys("2.31")
    browser.pass_time(20)
    browser.driver.refresh()
    browser.wait_for("document.querySelector('#timer').open")
    assert browser.text("#timer .word") == "Rest"
    assert browser.text("#timer .digits") == "1:10"
    assert browser.text("#timer .sound") == "Tap for sound"
    assert browser.one("#timer .time input").get_attribute("value") == "2.31"
    browser.run("letPass(90)")
    browser.driver.refresh()
    browser.wait_for("document.querySelector('#timer .word').textContent === 'Run'")
    assert ticked(browser) == 1


def test_a_timer_of_yesterday_is_not_taken_up(browser: Browser, file: Path) -> None:
    browser.open(file)
    start(browser, PUSHES)
    browser.run("letPass(24 * 3600)")
    browser.driver.refresh()
    assert not browser.seen("#timer")
    assert ticked(browser) == 0


def test_what_is_ticked_typed_and_chosen_stays(browser: Browser, file: Path) -> None:
    browser.open(file)
    browser.tap(browser.all(".shown .reps label")[0])
    time = browser.all(".shown .reps [type=text]")[0]
    browser.tap(time)
    time.send_keys("1,98")
    browser.tap(browser.all(".shown .felt label")[7])
    browser.tap(".shown textarea")
    browser.one(".shown textarea").send_keys("<b>windy</b>")
    browser.driver.refresh()
    assert ticked(browser) == 2  # the run too, since it has a time
    assert browser.run("return Days.shown.text().split('\\n')") == [
        "2 weeks of general speed",
        "Monday 4 January 2027 · Acceleration · w1d1",
        "Easy jog, 4 min: 1 of 1",
        "Falling start, 2 x 10 m: 1,98, -",
        "How hard: 7 of 10",
        "Notes: <b>windy</b>",
    ]


def test_keys_name_the_plan_the_session_and_the_item(browser: Browser, file: Path) -> None:
    browser.open(file)
    browser.tap(browser.all(".shown .reps label")[0])
    kept = browser.run("return Object.keys(localStorage)")
    plan = browser.run("return data.plan")
    assert kept == [f"speed/{plan}/w1d1/warmup-ramp/easy-jog/1"]


def test_what_was_done_can_be_copied(browser: Browser, file: Path) -> None:
    browser.before_scripts(
        "Object.defineProperty(navigator, 'clipboard', {value: {writeText: async (text) => {"
        "window.copied = text}}})"
    )
    browser.open(file)
    browser.tap(browser.all(".shown .reps label")[0])
    browser.tap(browser.seen(".shown footer button")[0])
    browser.wait_for("window.copied")
    assert "Easy jog, 4 min: 1 of 1" in browser.run("return copied")
    assert browser.seen(".shown footer button")[0].text == "Copied"


def test_where_copying_is_not_allowed_the_text_is_marked(browser: Browser, file: Path) -> None:
    browser.before_scripts("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    browser.open(file)
    browser.tap(browser.all(".shown .reps label")[0])
    browser.tap(browser.seen(".shown footer button")[0])
    browser.wait_for("document.querySelector('.shown footer textarea[readonly]')")
    marked = browser.run("return String(document.activeElement.value)")
    assert "Easy jog, 4 min: 1 of 1" in marked


@pytest.mark.parametrize("how", ["denied", "full"])
def test_without_storage_all_works_but_the_memory(browser: Browser, file: Path, how: str) -> None:
    thrown = {
        "denied": "Object.defineProperty(window, 'localStorage', {get() { throw new Error() }})",
        "full": "Storage.prototype.setItem = () => { throw new Error() }",
    }
    browser.before_scripts(thrown[how])
    browser.open(file)
    start(browser, PUSHES)
    browser.pass_time(64)
    assert browser.text("#timer .word") == "Switch to right"
    assert ticked(browser) == 1


def test_pause_back_and_skip(browser: Browser, file: Path) -> None:
    browser.open(file)
    start(browser, PUSHES)

    def shown() -> tuple[str, ...]:
        return tuple(browser.text(f"#timer .{name}") for name in ("word", "digits", "main"))

    browser.pass_time(10)
    browser.tap("#timer .main")
    browser.pass_time(100)
    assert shown() == ("Paused", "50", "Go on")
    browser.tap("#timer .main")
    assert shown() == ("Get ready", "50", "Pause")
    browser.tap("#timer .back")
    assert shown() == ("Get ready", "1:00", "Pause")
    browser.tap("#timer .skip")
    browser.pass_time(1)
    assert shown() == ("Push left", "2", "Pause")
    browser.tap("#timer .skip")
    assert shown() == ("Switch to right", "5", "Pause")
    assert ticked(browser) == 0
    browser.tap("#timer .back")
    assert shown() == ("Push left", "3", "Pause")
    browser.tap("#timer .main")
    browser.tap("#timer .skip")
    assert shown() == ("Paused", "5", "Go on")


def test_a_closed_timer_is_gone_on_with(browser: Browser, file: Path) -> None:
    browser.open(file)
    start(browser, PUSHES)
    browser.pass_time(64)
    browser.tap("#timer .close")
    browser.wait_for("Training.beat === null")
    browser.run("letPass(1000)")
    assert browser.all(".shown .start")[PUSHES - 1].text == "Go on with"
    start(browser, PUSHES)
    assert (browser.text("#timer .word"), browser.text("#timer .digits")) == (
        "Switch to right",
        "4",
    )


def test_beeps_are_planned_by_the_audio_clock(browser: Browser, file: Path) -> None:
    """Three before each change that is long in coming, and one that tells what begins."""
    browser.before_scripts(
        """
        window.tones = [];
        const gain = {gain: {setValueAtTime() {}, exponentialRampToValueAtTime() {}},
                      connect: () => gain};
        window.AudioContext = class {
          currentTime = 100;
          resume() {}
          createGain() { return gain }
          createOscillator() {
            const tone = {frequency: {}, connect: () => gain, stop() {},
              start(time) { tones.push(tone); tone.time = time },
              disconnect() { tones.splice(tones.indexOf(tone), 1) }};
            return tone;
          }
        };"""
    )
    browser.open(file)
    start(browser, PUSHES)
    tones = browser.run("return tones.map(({time, frequency}) => [time - 100, frequency.value])")
    first = [tone for tone in tones if 0 < tone[0] <= 101.0]
    assert first == [
        *([57, 660], [58, 660], [59, 660], [60, 1320]),  # push left
        *([61, 660], [62, 660], [63, 880], [pytest.approx(63.18), 880]),  # switch
        *([65, 660], [66, 660], [67, 660], [68, 1320]),  # push right
        *([69, 660], [70, 660], [71, 440]),  # rest
        *([98, 660], [99, 660], [100, 660], [101, 1320]),  # push left
    ]
    browser.tap("#timer .main")
    assert browser.run("return tones.length") == 0
    browser.tap("#timer .main")
    browser.tap("#timer .sound")
    assert browser.run("return tones.length") == 0


def test_the_screen_is_kept_awake_while_the_timer_is_open(browser: Browser, file: Path) -> None:
    browser.before_scripts(
        "window.locks = 0; Object.defineProperty(navigator, 'wakeLock', {value: {"
        "request: async () => (locks++, {release() { locks-- }})}})"
    )
    browser.open(file)
    start(browser, PUSHES)
    browser.wait_for("locks === 1")
    browser.tap("#timer .close")
    browser.wait_for("locks === 0")


@pytest.mark.parametrize(
    ("on", "title"),
    [
        ("2027-01-04T23:59:00", "Today · Acceleration"),
        ("2027-01-05T00:01:00", "Wednesday 6 January · Force"),
        ("2026-12-01T12:00:00", "Monday 4 January · Acceleration"),
        ("2027-03-01T12:00:00", "Friday 15 January · Rhythm and starts"),
    ],
)
def test_the_session_of_the_day_comes_first(
    browser: Browser, file: Path, on: str, title: str
) -> None:
    browser.open(file, on=on)
    chosen = browser.run("return Days.choice.selectedOptions[0].textContent")
    assert chosen == title
    (card,) = browser.seen(".session")
    assert card.find_element("css selector", "h2").text == title.split(" · ")[1]


def test_other_sessions_and_the_plan_are_a_tap_away(browser: Browser, file: Path) -> None:
    browser.open(file)
    assert not browser.one(".bar .earlier").is_enabled()
    browser.tap(".bar .later")
    browser.wait_for("document.querySelector('.shown h2').textContent === 'Force'")
    browser.driver.back()
    browser.wait_for("document.querySelector('.shown h2').textContent === 'Acceleration'")
    browser.run("location.hash = 'plan'")
    browser.wait_for("document.querySelector('#plan.shown')")
    assert not browser.seen(".thumb, .session")
    browser.tap(browser.seen("#plan .contents a")[5])
    browser.wait_for("document.querySelector('.shown').dataset.session === 'w2d3'")


def test_terms_and_exercises_open_where_they_stand(browser: Browser, file: Path) -> None:
    browser.open(file)
    for selector in (".shown .ideas .open", ".shown li .open"):
        name = browser.seen(selector)[0]
        browser.tap(name)
        (sheet,) = browser.seen(".sheet")
        assert sheet.find_element("css selector", "h3").text == name.text
        browser.tap(sheet.find_element("css selector", "button"))
        assert not browser.seen(".sheet")


def test_what_was_read_and_folded_stays_folded(browser: Browser, file: Path) -> None:
    browser.open(file)
    browser.tap(".shown .checks summary")
    browser.driver.refresh()
    opened = "return [...document.querySelectorAll('.checks')].map((list) => list.open)"
    assert browser.run(opened) == [False, True] * 6
    browser.tap(".shown .checks summary")
    assert browser.run(opened) == [True] * 12


@pytest.mark.parametrize("size", [SMALL, PHONE, DESKTOP])
def test_nothing_is_wider_than_its_screen(
    browser: Browser, file: Path, size: tuple[int, int]
) -> None:
    browser.resize(size)
    browser.open(file)
    for place in ("plan", "day-1", "day-2"):
        browser.run("location.hash = arguments[0]", place)
        assert browser.run("return document.documentElement.scrollWidth") <= size[0]
    start(browser, PUSHES)
    for seconds in (0, 60, 3, 5, 3):
        browser.pass_time(seconds)
        wide, high = browser.run(
            "const {dialog} = Face; return [dialog.scrollWidth, dialog.scrollHeight]"
        )
        assert wide <= size[0]
        assert high <= size[1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_figure_is_drawn_in_the_inks_of_the_page_and_told(
    browser: Browser, plan: Plan, file: Path, scheme: str
) -> None:
    browser.prefer(prefers_color_scheme=scheme)
    browser.open(file)
    browser.run("location.hash = 'plan'")
    browser.wait_for("document.querySelector('#plan.shown')")
    ink, letters, accent, bars = browser.run(
        """
        const colour = (target, name) => getComputedStyle(target).getPropertyValue(name);
        const one = (selector) => document.querySelector(selector);
        return [colour(document.body, "color"), colour(one("#plan figure text"), "fill"),
                colour(one(".start"), "background-color"), colour(one("#plan figure rect"), "fill")]
        """
    )
    assert letters == ink
    assert bars == accent != ink
    load = weeks.load(plan.weeks)
    assert browser.pictures() == [(load.title, load.alt)]


def test_the_letters_of_a_figure_can_be_read_on_a_phone(browser: Browser, file: Path) -> None:
    browser.resize((360, 740))
    browser.open(file)
    browser.run("location.hash = 'plan'")
    for text in browser.seen("#plan figure text"):
        assert text.size["height"] >= 12
        assert text.location["x"] + text.size["width"] <= 360


def test_targets_are_large_enough_for_a_thumb(browser: Browser, file: Path) -> None:
    browser.open(file)
    start(browser, PUSHES)
    for button in browser.seen("#timer button"):
        assert min(button.size.values()) >= 44
    browser.tap("#timer .close")
    for selector in (".shown .start", ".shown .reps label", ".bar button", ".shown .felt label"):
        for target in browser.seen(selector):
            assert min(target.size.values()) >= 44, selector


@pytest.fixture(scope="module")
def axe() -> str:
    return resources.files("axe_core_python").joinpath("axe.min.js").read_text("utf-8")


@pytest.mark.sweep
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_and_names_are_sound(browser: Browser, file: Path, axe: str, scheme: str) -> None:
    browser.prefer(prefers_color_scheme=scheme, prefers_reduced_motion="reduce")
    browser.open(file)
    browser.run(axe)

    def violations(part: str = "body") -> list[tuple[str, list[str]]]:
        found: dict[str, Any] = browser.driver.execute_async_script(
            "const done = arguments[1]; axe.run(arguments[0]).then(done)", part
        )
        return [
            (rule["id"], [node["html"][:200] for node in rule["nodes"]])
            for rule in found["violations"]
        ]

    assert violations() == []
    browser.tap(browser.all(".shown .reps label")[0])
    browser.tap(browser.seen(".shown .ideas .open")[0])
    assert violations(".sheet:popover-open") == []
    browser.tap(browser.seen(".sheet > button")[0])
    browser.run("location.hash = 'plan'")
    browser.wait_for("document.querySelector('#plan.shown')")
    assert violations("#plan") == []
    browser.run("location.hash = 'day-1'")
    browser.wait_for("document.querySelector('#day-1.shown')")
    start(browser, 2)
    assert violations("#timer") == []
    for act in ("skip", "main"):
        browser.tap(f"#timer .{act}")
        assert violations("#timer") == []
    browser.tap("#timer .close")
    start(browser, PUSHES)
    for seconds in (60, 3, 5, 3, 3600):
        browser.pass_time(seconds)
        assert violations("#timer") == [], browser.text("#timer .word")


def test_without_scripts_it_is_the_complete_card(plan: Plan, file: Path) -> None:
    with started(scripts=False) as browser:
        browser.open(file)
        assert len(browser.seen(".session")) == len(sessions(plan))
        assert browser.seen("#plan")
        assert not browser.seen(".scripted, #timer")
        assert not browser.all(".start")
        browser.tap(browser.seen(".session .ideas .open")[0])
        assert len(browser.seen(".sheet")) == 1
        browser.tap(browser.seen(".sheet > button")[0])
        assert not browser.seen(".sheet")
        box = browser.all(".reps label")[0]
        browser.tap(box)
        assert box.find_element("css selector", "input").is_selected()
        assert browser.requests() == {file.as_uri()}


def text_of(pdf: bytes) -> list[str]:
    return [sheet.extract_text() for sheet in PdfReader(io.BytesIO(pdf)).pages]


@pytest.mark.parametrize("scripts", [True, pytest.param(False, marks=pytest.mark.sweep)])
def test_printed_each_session_has_one_sheet(plan: Plan, file: Path, scripts: bool) -> None:
    with started(scripts=scripts) as browser:
        browser.open(file)
        pages = text_of(browser.pdf(*A4))
    cards = [text for text in pages if "How hard was it" in text]
    assert len(cards) == len(sessions(plan))
    for session, text in zip(sessions(plan), cards, strict=True):
        check_card(session, text)
    assert "How to do it" in "".join(pages[len(cards) :])
    assert not re.search(r"^(Start|Close)$|Copy what I did", "\n".join(pages), re.M)


def check_card(session: Session, text: str) -> None:
    flat = " ".join(text.split())
    assert session.title in flat
    assert "Athlete" in flat
    for block in session.blocks:
        assert block.stop in flat
        for item in block.items:
            assert item.name in flat
    for line in (*session.safety, *session.caution, session.pain or ""):
        assert line in flat


@pytest.mark.sweep
def test_letter_paper_holds_all_of_it_too(browser: Browser, plan: Plan, file: Path) -> None:
    browser.open(file)
    pages = text_of(browser.pdf(*LETTER))
    assert sum("How hard was it" in text for text in pages) == len(sessions(plan))


def test_a_page_of_one_session_trains_too(browser: Browser, plan: Plan, tmp_path: Path) -> None:
    browser.open(written(part(plan, "w2d2", TODAY), tmp_path))
    browser.tap(".thumb button")
    assert browser.text("#timer .title") == "Short warm-up"


def test_the_clockwork_alone(browser: Browser, file: Path) -> None:
    """What cannot be reached by taps: steps of no length, and moves past both ends."""
    browser.open(file)
    told: Callable[[str], Any] = lambda script: browser.run(  # noqa: E731
        "const steps = [{seconds: 2}, {seconds: 0}, {seconds: 5, waits: true}, {seconds: 1}];"
        f"const begun = Timer.begin(steps, 1000); {script}"
    )
    assert told("return begun") == {"at": 0, "ends": 3000, "left": None}
    assert told("return Timer.advance(steps, begun, 2999).at") == 0
    assert told("return Timer.advance(steps, begun, 3000).at") == 2
    assert told("return Timer.advance(steps, begun, 9e9).at") == 2
    assert told("return Timer.back(steps, begun, 1500).at") == 0
    last = "const last = Timer.enter(steps, 3, 0);"
    assert told(f"{last} return Timer.advance(steps, last, 1000).at") == 4
    assert told(f"{last} return Timer.next(steps, Timer.next(steps, last, 5), 5).at") == 4
    assert told(f"{last} return Timer.back(steps, Timer.next(steps, last, 5), 5).at") == 3
    assert told("return Timer.ahead(steps, begun)") == [
        {"time": 3000, "from": 0, "to": 1},
        {"time": 3000, "from": 1, "to": 2},
    ]
