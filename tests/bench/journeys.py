"""What the bench's visitors do in the survey, as prepared requests."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from urllib.parse import urlsplit

from tests.bench.load import Line, repeated, request
from tests.harness.site import ROOT, DemoSite

# Django takes a token that is as long as its secret as it stands: cookie and field are the same.
CSRF = "a" * 32
_keys = count(1)


@dataclass(frozen=True)
class Measured:
    """The survey that is measured: its number, its start page, and values that each question takes, by its key."""

    host: str
    survey: int
    start: str
    questions: dict[str, list[str]]

    @classmethod
    def at(cls, site: DemoSite, stored: int = 0) -> "Measured":
        """Make the survey in a demo, with so many stored responses."""
        environment = {
            **os.environ,
            "ENGAGE_VAR": str(site.var),
            "DJANGO_SETTINGS_MODULE": "engage.settings.dev",
            "DEBUG": "0",
        }
        command = [sys.executable, "-m", "tests.bench.survey", *([str(stored)] if stored else [])]
        made = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
        return cls(host=urlsplit(site.url).netloc, **json.loads(made.stdout.splitlines()[-1]))

    def see(self) -> Callable[[Line], bool]:
        """A visitor who has begun and opens one question page after the other."""
        cookie = self._begun()
        return repeated([self._get(self._question(key), cookie) for key in self.questions], 200)

    def save(self) -> Callable[[Line], bool]:
        """A visitor who has begun and saves one answer after the other, a changed one in each round."""
        cookie = self._begun()
        rounds = max(len(values) for values in self.questions.values())
        posts = [
            self._post(self._question(key), cookie, f"answer={values[turn % len(values)]}&go=next")
            for turn in range(rounds)
            for key, values in self.questions.items()
        ]
        return repeated(posts, 302)

    def complete(self) -> Callable[[Line], bool]:
        """A visitor who does all of it: every page is opened, every form is sent, to the thank you page."""

        def visit(line: Line) -> bool:
            cookie = self._new_cookie()
            steps = ["who", *(f"question/{key}" for key in self.questions), "about-you"]
            ok = line.ask(self._get(self.start, cookie))[0] == 200
            ok &= line.ask(self._start(cookie))[0] == 302
            for step in steps:
                path = f"/answer/{self.survey}/{step}/"
                ok &= line.ask(self._get(path, cookie))[0] == 200
                ok &= line.ask(self._post(path, cookie, self._said(step)))[0] == 302
            check = f"/answer/{self.survey}/check/"
            ok &= line.ask(self._get(check, cookie))[0] == 200
            status, head = line.ask(self._post(check, cookie, ""))
            ok &= status == 302 and b"/thank-you/" in head
            return ok & (line.ask(self._get(f"/answer/{self.survey}/thank-you/", cookie))[0] == 200)

        return visit

    def _said(self, step: str) -> str:
        values = self.questions.get(step.removeprefix("question/"))
        if values:
            return f"answer={values[0]}&go=next"
        return "answered_by=alone&go=next" if step == "who" else "group=young_person&go=next"

    def _new_cookie(self) -> str:
        key = f"bench{os.getpid() % 10_000:04d}{next(_keys):023d}"
        return f"csrftoken={CSRF}; engage_answer_{self.survey}={key}"

    def _begun(self) -> str:
        cookie = self._new_cookie()
        line = Line(f"http://{self.host}")
        status, _head = line.ask(self._start(cookie))
        line.close()
        if status != 302:
            raise RuntimeError(f"Starting at {self.start} answered {status}.")
        return cookie

    def _start(self, cookie: str) -> bytes:
        return self._post(self.start, cookie, "key=" + cookie.rsplit("=", 1)[1])

    def _question(self, key: str) -> str:
        return f"/answer/{self.survey}/question/{key}/"

    def _get(self, path: str, cookie: str) -> bytes:
        return request("GET", path, host=self.host, cookie=cookie)

    def _post(self, path: str, cookie: str, form: str) -> bytes:
        body = f"csrfmiddlewaretoken={CSRF}&{form}".encode()
        return request("POST", path, host=self.host, cookie=cookie, body=body)
