"""A real browser, headless, on pages that are files: Chromium and ChromeDriver, as Debian has them.

Time in a page passes only when a test lets it pass, also across a reload.
"""

from __future__ import annotations

import json
import shutil
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
NEEDED = pytest.mark.skipif(
    not (CHROMIUM and DRIVER),
    reason="needs a browser: apt-get install chromium chromium-driver",
)
PHONE, SMALL, DESKTOP = (390, 844), (320, 568), (1280, 800)
DAY = "2027-01-04T10:00:00"

# Without these, Chromium asks after its makers' hosts at every start.
_QUIET = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_CLOCK = """
(() => {
  const Real = Date;
  const now = () => Number(window.name) || new Real("%s").getTime();
  window.letPass = (seconds) => { window.name = String(now() + seconds * 1000); };
  window.Date = class extends Real {
    constructor(...given) { given.length ? super(...given) : super(now()); }
    static now() { return now(); }
  };
})();
"""


class Browser:
    """One page in a browser, as somebody who trains uses it."""

    def __init__(self, driver: Chrome) -> None:
        self.driver = driver

    def run(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def before_scripts(self, source: str) -> None:
        """Run `source` in every page before its own scripts."""
        self._tell("Page.addScriptToEvaluateOnNewDocument", source=source)

    def open(self, path: Path, *, on: str = DAY) -> None:
        self.before_scripts(_CLOCK % on)
        self.driver.get(path.as_uri())

    def resize(self, size: tuple[int, int]) -> None:
        width, height = size
        shape = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
        self._tell("Emulation.setDeviceMetricsOverride", **shape)

    def prefer(self, **features: str) -> None:
        """Media features of the reader, such as `prefers_color_scheme="dark"`."""
        named = [{"name": key.replace("_", "-"), "value": value} for key, value in features.items()]
        self._tell("Emulation.setEmulatedMedia", features=named)

    def pdf(self, width: float, height: float) -> bytes:
        """The page as it is printed on paper of this size, in inches."""
        sheet = {"preferCSSPageSize": True, "paperWidth": width, "paperHeight": height}
        return b64decode(self._tell("Page.printToPDF", **sheet)["data"])

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def text(self, selector: str) -> str:
        return self.one(selector).text

    def seen(self, selector: str) -> list[WebElement]:
        return [element for element in self.all(selector) if element.is_displayed()]

    def tap(self, target: str | WebElement) -> None:
        element = self.one(target) if isinstance(target, str) else target
        self.run("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def wait_for(self, condition: str) -> None:
        WebDriverWait(self.driver, 30, poll_frequency=0.02).until(
            lambda _: self.run(f"return {condition}")
        )

    def pass_time(self, seconds: float) -> None:
        """Let time pass, and the page look at its clock, as it does ten times a second."""
        self.run("letPass(arguments[0]); if (Training.beat) Training.look()", seconds)

    def pictures(self) -> list[tuple[str, str]]:
        """The name and the description that a screen reader has for each picture in sight."""
        nodes = self.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
        told = [
            tuple(node.get(key, {}).get("value", "") for key in ("role", "name", "description"))
            for node in nodes
        ]
        return [(name, words) for role, name, words in told if role in ("image", "img")]

    def complaints(self) -> list[str]:
        """What the browser wrote to its console."""
        return [entry["message"] for entry in self.driver.get_log("browser")]  # type: ignore[no-untyped-call]

    def requests(self) -> set[str]:
        """The addresses that were asked for, without those that are in the page itself."""
        found = set()
        for entry in self.driver.get_log("performance"):  # type: ignore[no-untyped-call]
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                found.add(message["params"]["request"]["url"])
        return {address for address in found if not address.startswith("data:")}

    def _tell(self, command: str, **given: Any) -> Any:
        return self.driver.execute_cdp_cmd(command, given)


@contextmanager
def started(*, scripts: bool = True) -> Iterator[Browser]:
    """A browser of its own, the size of a phone."""
    options = Options()
    options.binary_location = CHROMIUM or ""
    for flag in _QUIET:
        options.add_argument(flag)
    if not scripts:
        off = {"profile.managed_default_content_settings.javascript": 2}
        options.add_experimental_option("prefs", off)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = Chrome(options=options, service=Service(DRIVER))
    try:
        browser = Browser(driver)
        browser.resize(PHONE)
        yield browser
    finally:
        driver.quit()
