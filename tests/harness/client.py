"""A browser without pages: keeps cookies, sends forms, follows redirects."""

import re
from dataclasses import dataclass
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPCookieProcessor, Request, build_opener

HIDDEN_INPUT = re.compile(r'<input type="hidden" name="([^"]+)"(?: [a-z-]+="[^"]*")*? value="([^"]*)"')


@dataclass(frozen=True)
class Reply:
    """One answer of the server, after all redirects. ``path`` is where they ended."""

    status: int
    path: str
    text: str


class SiteClient:
    """One visitor of a running site.

    Errors of the server are replies like any other; only a server that is away raises.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.jar = CookieJar()
        self._opener = build_opener(HTTPCookieProcessor(self.jar))

    def get(self, path: str, *, cookies: list[dict] | None = None) -> Reply:
        """Open a page; with another visitor's ``browser_cookies`` where they are given."""
        request = Request(self.url + path)
        if cookies:
            request.add_header("Cookie", "; ".join(f"{one['name']}={one['value']}" for one in cookies))
        return self._open(request)

    def post(self, path: str, data: dict | list, *, form: Reply) -> Reply:
        """Send a form as the page ``form`` would: with its hidden fields, then ``data``."""
        fields = [*HIDDEN_INPUT.findall(form.text), *(data.items() if isinstance(data, dict) else data)]
        body = urlencode(fields).encode()
        return self._open(Request(self.url + path, body, {"Referer": self.url + path, "Origin": self.url}))

    def options(self, path: str) -> Reply:
        """The cheapest request that still reaches a view, which refuses it."""
        return self._open(Request(self.url + path, method="OPTIONS"))

    def browser_cookies(self) -> list[dict]:
        """The visitor's cookies as Playwright takes them."""
        return [{"name": cookie.name, "value": cookie.value or "", "url": self.url} for cookie in self.jar]

    def _open(self, request: Request) -> Reply:
        try:
            reply = self._opener.open(request, timeout=30)
        except HTTPError as error:
            reply = error
        with reply:
            address = urlsplit(reply.url)
            path = address.path + (f"?{address.query}" if address.query else "")
            return Reply(reply.status, path, reply.read().decode("utf-8", "replace"))
