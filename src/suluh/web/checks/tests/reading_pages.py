"""A page as tests read it: elements picked by a part of CSS (tag, .class, #id, [attribute=value], descent)."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree, html  # type: ignore[import-untyped]

_PART = re.compile(
    r"\.(?P<name>[\w-]+)|#(?P<id>[\w-]+)|\[(?P<key>[\w-]+)(?:=\"?(?P<value>[^\]\"]*)\"?)?\]|(?P<tag>[\w-]+)"
)


class Element(html.HtmlElement):  # type: ignore[misc]
    """An element whose descendants are picked by CSS."""

    def pick(self, css: str) -> list[Element]:
        """Return the descendants that ``css`` names, in the order of the page."""
        found: list[Element] = self.xpath(_xpath(css))
        return found


def read_page(answer: Any) -> Element:
    """Return the page that an answer holds."""
    parser = html.HTMLParser(encoding="utf-8")
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=Element))
    page: Element = html.fromstring(answer.content, parser=parser)
    return page


def _xpath(css: str) -> str:
    path, axis = ".", "//"
    for step in css.split():
        if step == ">":
            axis = "/"
            continue
        tag, conditions = "*", []
        for part in _PART.finditer(step):
            if part["tag"]:
                tag = part["tag"]
            elif part["name"]:
                conditions.append(f"contains(concat(' ', normalize-space(@class), ' '), ' {part['name']} ')")
            elif part["id"]:
                conditions.append(f"@id='{part['id']}'")
            elif part["key"]:
                conditions.append(f"@{part['key']}" + (f"='{part['value']}'" if part["value"] is not None else ""))
        path += f"{axis}{tag}" + "".join(f"[{one}]" for one in conditions)
        axis = "//"
    return path
