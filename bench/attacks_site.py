"""A visitor of a running Suluh for ``bench/attacks.py``: pages, forms and their fields, as a browser without script."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

import lxml.html  # type: ignore[import-untyped]
import urllib3

TEXTS = ("text", "search", "url", "email", "hidden", "date", "datetime-local", "number", "tel", "password", "radio")
_AGAIN = urllib3.Retry(3, redirect=0, status=0, allowed_methods=None)  # a connection that was kept may be closed
_NOT_FILLED = ("csrfmiddlewaretoken",)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the site answered; ``onward`` is where it sends the browser, or empty."""

    status: int
    url: str
    kind: str
    text: str
    onward: str

    @property
    def is_page(self) -> bool:
        """Say whether a browser shows this as HTML."""
        return "html" in self.kind


@dataclass(frozen=True, kw_only=True)
class Field:
    """A field of a form. ``longest`` is how many signs the browser takes, None where it says nothing."""

    name: str
    value: str
    longest: int | None


@dataclass(frozen=True, kw_only=True)
class Form:
    """A form of a page. ``buttons`` are the names and values of those that send it."""

    method: str
    action: str
    is_multipart: bool
    fields: tuple[Field, ...]
    buttons: tuple[tuple[str, str], ...]

    @property
    def place(self) -> str:
        """Name the form by its address without numbers, and its fields."""
        names = ",".join(sorted({re.sub(r"\d+", "N", one.name) for one in self.fields} - set(_NOT_FILLED)))
        return f"{self.method} {pattern_of(self.action)} ({names[:120]})"


@dataclass
class Visitor:
    """One browser with its cookies. Each request seems to come from another network, for the site limits each one."""

    site: str
    name: str = "nobody"
    cookies: dict[str, str] = field(default_factory=dict)
    key: str = ""
    asked: int = 0
    chance: random.Random = field(default_factory=lambda: random.Random(1))  # noqa: S311 - the same walk every time
    pool: urllib3.PoolManager = field(default_factory=lambda: urllib3.PoolManager(retries=_AGAIN, timeout=90))

    def get(self, url: str) -> Answer:
        """Fetch a page."""
        return self._ask("GET", url, body=None, headers={})

    def send(self, form: Form, *, values: Mapping[str, str]) -> Answer:
        """Send a form with these values."""
        if form.method == "GET":
            return self.get(f"{form.action.partition('?')[0]}?{urlencode(dict(values), errors='surrogatepass')}")
        if form.is_multipart:
            body, kind = urllib3.encode_multipart_formdata(
                {name: value.encode("utf-8", "surrogatepass") for name, value in values.items()}
            )
        else:
            body, kind = urlencode(dict(values), errors="surrogatepass").encode(), "application/x-www-form-urlencoded"
        return self._ask("POST", form.action, body=body, headers={"Content-Type": kind})

    def call(self, method: str, url: str, *, body: Any) -> Answer:
        """Call an operation of the API with a JSON body, or none."""
        data = None if body is None else json.dumps(body).encode("utf-8", "surrogatepass")
        return self._ask(method, url, body=data, headers={"Content-Type": "application/json"})

    def sign_in(self, *, mail: str, password: str) -> None:
        """Sign in on the page that all use."""
        login = f"{self.site}/akun/login/"
        form = next(form for form in forms_of(self.get(login)) if any(one.name == "login" for one in form.fields))
        answer = self.send(
            form, values={one.name: one.value for one in form.fields} | {"login": mail, "password": password}
        )
        if not answer.onward:
            raise SystemExit(f"{mail} could not sign in: {answer.status}")
        self.name = mail

    def _ask(self, method: str, url: str, *, body: bytes | None, headers: Mapping[str, str]) -> Answer:
        self.asked += 1
        sent = {"Referer": url, "Origin": self.site, "Accept": "text/html,*/*", "Accept-Language": "id", **headers}
        sent["X-Forwarded-For"] = ".".join(str(self.chance.randint(1, 220)) for _part in range(4))
        sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if "csrftoken" in self.cookies:
            sent["X-CSRFToken"] = self.cookies["csrftoken"]
        if self.key and "/api/" in url:
            sent["Authorization"] = f"Bearer {self.key}"
        response = self.pool.request(method, url, body=body, headers=sent, redirect=False)
        for line in response.headers.getlist("set-cookie"):
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        onward = response.headers.get("location", "") or response.headers.get("hx-redirect", "")
        kind = response.headers.get("content-type", "")
        is_text = any(word in kind for word in ("text", "json", "xml", "javascript"))
        text = response.data.decode("utf-8", "replace") if is_text else ""
        return Answer(
            status=response.status, url=url, kind=kind, text=text, onward=urljoin(url, onward) if onward else ""
        )


def pattern_of(url: str) -> str:
    """Return the path with every number as N and long words of hazard as *, and the names of the query."""
    parts = urlsplit(url)
    path = re.sub(r"[0-9A-Za-z_-]*\d[0-9A-Za-z_-]{7,}", "*", re.sub(r"/\d+(?=[/.-])", "/N", parts.path))
    names = sorted({name for name, _value in parse_qsl(parts.query, keep_blank_values=True)})
    return path + ("?" + "&".join(names) if names else "")


def links_of(answer: Answer, *, site: str) -> Iterator[str]:
    """Yield the addresses of the same site that a page leads to."""
    if not answer.text.strip():
        return
    for element in lxml.html.fromstring(answer.text.encode()).iter("a", "iframe"):
        found = element.get("href") or element.get("src") or ""
        if found and not found.startswith(("mailto:", "tel:", "javascript:", "#")):
            url = urljoin(answer.url, found).partition("#")[0]
            if url.startswith(site + "/"):
                yield url


def forms_of(answer: Answer) -> list[Form]:
    """Return the forms of a page, and its elements that HTMX sends."""
    if not answer.is_page or not answer.text.strip():
        return []
    return [_form(element, url=answer.url) for element in lxml.html.fromstring(answer.text.encode()).iter("form")]


def _form(element: Any, *, url: str) -> Form:
    fields, buttons = [], []
    for part in element.xpath(".//input | .//textarea | .//select | .//button"):
        name, kind = part.get("name") or "", (part.get("type") or "text").lower()
        if part.tag == "button" or kind in ("submit", "image"):
            buttons.append((name, part.get("value") or ""))
        elif name and kind != "file":
            longest = part.get("maxlength")
            fields.append(Field(name=name, value=_value(part, kind=kind), longest=int(longest) if longest else None))
    return Form(
        method=(element.get("method") or "get").upper(),
        action=urljoin(url, element.get("action") or url),
        is_multipart="multipart" in (element.get("enctype") or ""),
        fields=tuple({one.name: one for one in fields}.values()),
        buttons=tuple(buttons),
    )


def _value(part: Any, *, kind: str) -> str:
    if part.tag == "textarea":
        return str(part.text or "")
    if part.tag == "select":
        chosen = part.xpath(".//option[@selected]") or part.xpath(".//option[@value!='']")
        return str(chosen[0].get("value") or "") if chosen else ""
    return str(part.get("value") or ("on" if kind == "checkbox" else ""))


def is_filled(one: Field) -> bool:
    """Say whether an attack may be put into this field."""
    return one.name not in _NOT_FILLED
