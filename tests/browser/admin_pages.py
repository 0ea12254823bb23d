"""Our own views in the admin: what the menu "Engagement" leads to, found by following its links."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import Resolver404, resolve

from tests.harness.client import SiteClient
from tests.harness.site import DemoSite

PEOPLE = ("officer", "safeguarding", "admin")
LINK = re.compile(r'href="(/admin/[^"#]*)"')
SIDEBAR = re.compile(r'<script id="wagtail-sidebar-props" type="application/json">(.*?)</script>', re.DOTALL)
# Views of Wagtail's that come with every record; no template and no form of ours is in them.
# What they lead to depends on whether the day is over and on where the booking stands: each is looked through.
OF_MANY_KINDS = re.compile(r"/admin/(event-days|bookings)/\d+/")
WAGTAILS_OWN = ("/history/", "/usage/")


@dataclass(frozen=True)
class AdminPage:
    """One of our views as one of the demo's people sees it. ``html`` is what the server sent."""

    who: str
    path: str
    route: str
    html: str


def menu_links(html: str) -> list[str]:
    """The addresses in the group "Engagement" of the menu, groups within it included."""
    found = SIDEBAR.search(html)
    assert found, "The admin's menu is not where Wagtail 8.0 puts it."
    groups = [
        entry
        for entry in _entries(json.loads(found[1]))
        if entry.get("_type") == "wagtail.sidebar.SubMenuItem" and entry["_args"][0]["name"] == "engagement"
    ]
    assert len(groups) == 1, "The menu has no group “Engagement”."
    return [entry["url"] for entry in _entries(groups[0]) if entry.get("url", "").startswith("/admin/")]


def _entries(node: object) -> Iterator[dict]:
    """Every dictionary in the menu's description, from the outside in."""
    if isinstance(node, dict):
        yield node
        children: list = list(node.values())
    else:
        children = node if isinstance(node, list) else []
    for child in children:
        yield from _entries(child)


def find_admin_pages(site: DemoSite) -> list[AdminPage]:
    """One page for each of our views that somebody reaches from the menu by links."""
    found: dict[str, AdminPage] = {}
    for who in PEOPLE:
        client = site.signed_in(who)
        links = menu_links(client.get("/admin/").text)
        _follow(client, who, links, found)
    return list(found.values())


def _follow(client: SiteClient, who: str, links: list[str], found: dict[str, AdminPage]) -> None:
    """Visit each view once that the links or the pages behind them lead to, below the links' addresses."""
    ours = tuple(links)
    queue, seen = list(links), set[str]()
    while queue:
        path = queue.pop(0).replace("&amp;", "&")
        route = _route(path)
        if not route or any(part in route for part in WAGTAILS_OWN):
            continue
        if path in seen or (route in found and not OF_MANY_KINDS.fullmatch(path)):
            continue
        seen.add(path)
        reply = client.get(path)
        if not reply.text.lstrip().lower().startswith("<!doctype html"):
            continue
        assert reply.status == 200, f"{who} followed a link to {path}, which answered {reply.status}."
        found.setdefault(route, AdminPage(who, path, route, reply.text))
        queue += [link for link in LINK.findall(reply.text) if link.startswith(ours)]


def _route(path: str) -> str:
    try:
        return resolve(path.split("?")[0]).route
    except Resolver404:
        return ""
