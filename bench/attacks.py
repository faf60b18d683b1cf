"""Send strings of attack through every field of a running Suluh, and tell what runs, fails or comes back unescaped.

    ./run                                          (or a server of your own with SULUH_PROXIES=1)
    python -m bench.attacks DATA_DIR SITE [--member MAIL:PASSWORD]... [--key KEY] [--each N] [--pages N] [--minutes N]

DATA_DIR holds xss/, strings/, redirect/, csv/ and ssrf/ in the layout of their README: lists of known strings, which
are no part of Suluh. The site is walked by its links, as a stranger and as every member named; each form is sent once
for each batch: a long field takes many strings at once, a short one ``--each`` of them, and each is marked, so
that a mark that comes back as a tag is seen. Operations of the API are called with the same strings in every place
of their address and body. At the end Chromium opens the stored pages, with the site's own Content-Security-Policy
switched off, and counts the scripts of strangers that run.

What it changes it leaves changed: use a server that holds nothing. Only 127.0.0.1 and localhost are taken as SITE.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from playwright.sync_api import Page, sync_playwright

from bench.attacks_site import Answer, Form, Visitor, forms_of, is_filled, links_of, pattern_of

SEED = 20261123
MARK = "jejak"
_LONG = 6000  # signs of a batch
_STARTS = ("/cek/", "/", "/asli/", "/cari/", "/cek/fakta/", "/en/")
_LEAVING = ("logout", "keluar")  # forms that end the walk
_HOOK = """() => { window.__ran = []; for (const name of ['alert', 'confirm', 'prompt', 'print'])
  window[name] = (...told) => { window.__ran.push(name + ' ' + told.join(' ').slice(0, 60)); return null; }; }"""
CHROMIUM = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def strings_of(folder: Path) -> dict[str, list[str]]:
    """Return the strings by family."""
    lines = _json_lines(folder / "xss/dompurify_expect.jsonl")
    sheet = _json_lines(folder / "xss/h5sc.jsonl")
    odd = json.loads((folder / "strings/channel_and_prompt_injection.json").read_text())
    addresses = _json_lines(folder / "ssrf/urls.jsonl")
    return {
        "dompurify": [str(line["payload"]) for line in lines],
        "h5sc": [str(line["data"]) for line in sheet],
        "payloadbox": (folder / "xss/payloadbox_xss.txt").read_text(errors="replace").splitlines(),
        "blns": [str(one) for one in json.loads((folder / "strings/blns_part.json").read_text())],
        "injection": [str(one["text"]) for one in odd],
        "redirect": (folder / "redirect/pat_open_redirect.txt").read_text(errors="replace").splitlines(),
        "csv": [str(one) for one in json.loads((folder / "csv/cells.json").read_text())["cells"]],
        # Only those that must be refused: nothing is asked of other machines.
        "ssrf": [str(one["url"]) for one in addresses if one["expect"] == "deny" and not one.get("responses")],
    }


def _json_lines(path: Path) -> list[dict[str, Any]]:
    # Not splitlines: the strings hold U+2028 and the like.
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


@dataclass
class Walk:
    """The walk: what was seen, what was sent, what was found."""

    site: str
    families: dict[str, list[str]]
    each: int
    pages: int
    minutes: float
    chance: random.Random = field(default_factory=lambda: random.Random(SEED))  # noqa: S311 - the same every time
    done: set[str] = field(default_factory=set)
    seen: dict[str, list[str]] = field(default_factory=dict)
    statuses: Counter[int] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)
    sent: int = 0
    fields: int = 0

    def all(self) -> list[str]:
        """Return every string of every family."""
        return [one for family in self.families.values() for one in family]

    def look(self, answer: Answer, *, place: str, given: str) -> None:
        """Judge one answer."""
        self.statuses[answer.status] += 1
        if answer.status >= 500:
            self.note(f"{answer.status} at {place}", given=given)
        if answer.is_page and f"<{MARK}" in answer.text:
            at = answer.text.index(f"<{MARK}")
            self.note(
                f"unescaped at {place} in {pattern_of(answer.url)}", given=answer.text[max(0, at - 120) : at + 60]
            )
        if answer.onward and urlsplit(answer.onward).netloc not in ("", urlsplit(self.site).netloc):
            self.note(f"sent elsewhere by {place}", given=f"{answer.onward[:80]} for {given[:80]}")

    def note(self, what: str, *, given: str) -> None:
        self.found[what] += 1
        self.examples.setdefault(what, ascii(given)[:300])

    def batches(self, *, longest: int | None, name: str) -> Iterator[str]:
        """Yield what goes into one field, marked."""
        if longest is None or longest >= 1000:
            yield from self._long(most=min(longest or _LONG, _LONG))
        chosen = self.chance.sample(self.all(), self.each)
        if any(word in name for word in ("next", "url", "tautan", "alamat", "link", "kembali", "website")):
            chosen += self.chance.sample(self.families["ssrf"] + self.families["redirect"], self.each)
        for one in chosen:
            text = one if longest is None else one[:longest]
            yield text
            marked = self.marked(one)
            if longest is None or len(marked) <= longest:
                yield marked

    def _long(self, *, most: int) -> Iterator[str]:
        """Yield many strings at once: a shuffled part of all, so that the fields together see every one."""
        every = self.all()
        self.chance.shuffle(every)
        text = ""
        for one in every[: 400 * self.each // 4]:
            if len(text) + len(one) > most - 60:
                yield self.marked(text)
                text = ""
            text += one[: most - 100] + "\n"
        yield self.marked(text)

    def marked(self, text: str) -> str:
        self.sent += 1
        return f"{text}\"'><{MARK}-{self.sent}>"


def walk_pages(walk: Walk, *, visitor: Visitor, starts: Sequence[str]) -> None:
    """Follow the links of the site and attack every form that was not met before."""
    waiting, met = [walk.site + start for start in starts], Counter[str]()
    ends_at = time.monotonic() + 60 * walk.minutes
    while waiting and sum(met.values()) < walk.pages and time.monotonic() < ends_at:
        url = waiting.pop(0)
        pattern = pattern_of(url)
        if met[pattern] >= 2 or any(word in url for word in _LEAVING):
            continue
        met[pattern] += 1
        answer = visitor.get(url)
        walk.look(answer, place=f"GET {pattern}", given=url)
        if answer.onward.startswith(walk.site):
            waiting.append(answer.onward)
        if not answer.is_page or answer.status != 200:
            continue
        walk.seen.setdefault(visitor.name, []).append(url)
        waiting += [link for link in links_of(answer, site=walk.site) if met[pattern_of(link)] < 2]
        attack_forms(walk, visitor=visitor, forms=forms_of(answer))
        attack_address(walk, visitor=visitor, url=url)


def attack_forms(walk: Walk, *, visitor: Visitor, forms: Sequence[Form]) -> None:
    """Attack the forms that were not met before, and those that stand in their answers."""
    waiting = list(forms)
    while waiting:
        form = waiting.pop(0)
        if form.place in walk.done or any(word in form.action for word in _LEAVING):
            continue
        walk.done.add(form.place)
        plain = {one.name: one.value or "contoh" for one in form.fields} | dict([*form.buttons, ("", "")][:1])
        waiting += forms_of(visitor.send(form, values={name: value for name, value in plain.items() if name}))
        attack_form(walk, visitor=visitor, form=form)


def attack_form(walk: Walk, *, visitor: Visitor, form: Form) -> None:
    """Send a form with every batch in every field; the other fields as they stood."""
    plain = {one.name: one.value or "contoh" for one in form.fields}
    alike: set[str] = set()
    for one in filter(is_filled, form.fields):
        kind = re.sub(r"\d+", "N", one.name)  # the tenth paragraph's field is as the first one's
        if kind in alike:
            continue
        alike.add(kind)
        walk.fields += 1
        for text in walk.batches(longest=one.longest, name=one.name):
            button = walk.chance.choice(form.buttons) if form.buttons else ("", "")
            values = {name: value for name, value in [*plain.items(), button, (one.name, text)] if name}
            answer = visitor.send(form, values=values)
            walk.look(answer, place=f"{form.place} [{one.name}]", given=text)
            if answer.onward.startswith(walk.site) and walk.chance.random() < 0.25:
                walk.look(visitor.get(answer.onward), place=f"after {form.place} [{one.name}]", given=text)


def attack_address(walk: Walk, *, visitor: Visitor, url: str) -> None:
    """Put strings into the parts of an address, once for each pattern."""
    pattern = pattern_of(url)
    if f"address {pattern}" in walk.done:
        return
    walk.done.add(f"address {pattern}")
    parts = urlsplit(url).path.strip("/").split("/")
    for text in walk.chance.sample(walk.all(), 3):
        marked = quote(walk.marked(text).encode("utf-8", "surrogatepass"), safe="")
        changed = "/".join([*parts[:-1], marked])
        for tried in (f"{walk.site}/{changed}/", f"{url.partition('?')[0]}?q={marked}&page={marked}&cursor={marked}"):
            walk.look(visitor.get(tried), place=f"address {pattern}", given=text)


def walk_api(walk: Walk, *, visitor: Visitor) -> None:
    """Call every operation with strings in every place of its address, query and body."""
    document = json.loads(visitor.get(f"{walk.site}/api/v1/openapi.json").text)
    for path, operations in document["paths"].items():
        for method, about in operations.items():
            place = f"{method.upper()} {path}"
            for text in [*walk.chance.sample(walk.all(), walk.each * 2), *_ODD]:
                url, body = _filled(walk, path=path, about=about, text=text, document=document)
                answer = visitor.call(method.upper(), walk.site + url, body=body)
                walk.look(answer, place=place, given=repr(text))
            walk.fields += 1


_ODD: tuple[Any, ...] = ("\x00", "\ud800", 10**30, -1, None, [], {}, [[[[]]]], True, 1.5e308, "9" * 5000)


def _filled(walk: Walk, *, path: str, about: Any, text: Any, document: Any) -> tuple[str, Any]:
    word = str(text)
    query = []
    for one in about.get("parameters", []):
        value = quote(word.encode("utf-8", "surrogatepass")[:1500], safe="")
        if one["in"] == "path":
            plain = value or "1"
            path = path.replace("{" + one["name"] + "}", plain if walk.chance.random() < 0.7 else "1")
        elif one["in"] == "query":
            query.append(f"{one['name']}={value}")
    content = about.get("requestBody", {}).get("content", {}).get("application/json")
    body = _body(content["schema"], text=text, document=document, walk=walk, deep=0) if content else None
    return path + ("?" + "&".join(query) if query else ""), body


def _body(schema: Any, *, text: Any, document: Any, walk: Walk, deep: int) -> Any:
    """Return a body of this schema with the string in about half of its places."""
    if "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]]
    choices = schema.get("anyOf") or schema.get("oneOf") or schema.get("allOf")
    if choices and deep < 8:
        return _body(walk.chance.choice(choices), text=text, document=document, walk=walk, deep=deep + 1)
    if schema.get("type") == "object" and deep < 8:
        parts = schema.get("properties", {}).items()
        return {name: _body(part, text=text, document=document, walk=walk, deep=deep + 1) for name, part in parts}
    if schema.get("type") == "array" and deep < 8:
        return [_body(schema.get("items", {}), text=text, document=document, walk=walk, deep=deep + 1)]
    if "const" in schema or "enum" in schema:
        return schema.get("const", schema.get("enum", [""])[0])
    if walk.chance.random() < 0.5 or schema.get("type") == "string":
        return text
    return {"integer": 1, "number": 1.5, "boolean": True}.get(str(schema.get("type")), "isi")


def open_in_browser(walk: Walk, *, visitors: Sequence[Visitor], most: int) -> int:
    """Open the pages that were met, as who met them, and note scripts that run and tags that came to be."""
    opened = 0
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM)
        for visitor in visitors:
            context = browser.new_context(bypass_csp=True)
            context.add_cookies([
                {"name": name, "value": value, "url": walk.site} for name, value in visitor.cookies.items()
            ])  # fmt: skip
            context.add_init_script(f"({_HOOK})()")
            page = context.new_page()
            for url in walk.seen.get(visitor.name, [])[:most]:
                opened += 1
                _open(walk, page=page, url=url)
            context.close()
        browser.close()
    return opened


def _open(walk: Walk, *, page: Page, url: str) -> None:
    page.goto(url, wait_until="load", timeout=60_000)
    place = pattern_of(url)
    ran = page.evaluate("window.__ran || []")
    tags = page.evaluate(
        f"[...document.querySelectorAll('*')].map(e => e.localName).filter(n => n.startsWith('{MARK}')).length"
    )
    if ran:
        walk.note(f"SCRIPT RAN on {place}", given=str(ran))
    if tags:
        walk.note(f"TAG MADE on {place}", given=str(tags))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("site")
    parser.add_argument("--member", action="append", default=[], metavar="MAIL:PASSWORD")
    parser.add_argument("--key", default="", help="an API key of a member")
    parser.add_argument("--each", type=int, default=4, help="strings a short field takes")
    parser.add_argument("--pages", type=int, default=150, help="pages each visitor opens")
    parser.add_argument("--minutes", type=float, default=10, help="the longest walk of one visitor")
    parser.add_argument("--browser", type=int, default=60, help="pages Chromium opens for each visitor")
    options = parser.parse_args()
    site = options.site.rstrip("/")
    if urlsplit(site).hostname not in ("127.0.0.1", "localhost"):
        raise SystemExit("SITE must be a server of your own on 127.0.0.1")
    walk = Walk(
        site=site, families=strings_of(options.data), each=options.each, pages=options.pages, minutes=options.minutes
    )
    visitors = [Visitor(site=site, key=options.key)]
    for member in options.member:
        mail, _colon, password = member.partition(":")
        visitors.append(Visitor(site=site))
        visitors[-1].sign_in(mail=mail, password=password)
    for visitor in visitors:
        walk_pages(walk, visitor=visitor, starts=_STARTS if visitor.name == "nobody" else ["/meja/", "/meja/cek/"])
        print(f"{visitor.name}: {visitor.asked} requests, {len(walk.found)} findings so far", file=sys.stderr)
    for visitor in visitors:
        walk_api(walk, visitor=visitor)
    opened = open_in_browser(walk, visitors=visitors, most=options.browser)
    tell(walk, asked=sum(visitor.asked for visitor in visitors), opened=opened)


def tell(walk: Walk, *, asked: int, opened: int) -> None:
    """Print what was found."""
    forms = sum(not place.startswith("address ") for place in walk.done)
    print(f"{len(walk.all())} strings; {asked} requests; {forms} forms, {walk.fields} fields and operations")
    print(f"answers: {dict(sorted(walk.statuses.items()))}; {opened} pages opened in Chromium without their policy")
    for what, times in walk.found.most_common():
        print(f"{times:5}  {what}\n       {walk.examples[what]}")
    print("nothing ran, nothing failed, nothing came back unescaped" if not walk.found else "", flush=True)


if __name__ == "__main__":
    main()
