"""RSS 2.0 (rssboard.org/rss-specification) and Atom (RFC 4287, paged as in RFC 5005), read 2026-11-23."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _
from suluh.verification.corpus.articles import Article, read_article
from suluh.verification.corpus.cleaning import web_link
from suluh.verification.corpus.contract import Importer
from suluh.verification.corpus.values import Found, Onward, Place, Request, Row, Sheet, bad_page, numbered

MOST_PAGES = 500


class Feed(Importer):
    """Reads the newest articles of a site; the verdict stands in the title, in a category or in the text."""

    kind = "feed"
    label = _("RSS or Atom")

    def request(self, place: Place) -> Request:
        """Return the feed's address, or its next page."""
        return Request(url=str(place.position.get("next") or place.address))

    def rows(self, sheet: Sheet, *, place: Place) -> Iterator[Row]:
        """Yield the feed's fact-checks; articles without a verdict come as bad rows."""
        root = _root(sheet)
        language = _text(root, "language") or root.get("{http://www.w3.org/XML/1998/namespace}lang", "")
        entries = (node for node in root.iter() if _name(node) in {"item", "entry"})
        yield from numbered(_read(node, base=sheet.url or place.address, language=language) for node in entries)

    def onward(self, sheet: Sheet, *, place: Place) -> Onward:
        """Go on to the older articles where the feed leads to them."""
        base = sheet.url or place.address
        links = (node for node in _root(sheet).iter() if _name(node) == "link" and node.get("rel") == "next")
        following = next((web_link(node.get("href"), base=base) for node in links), "")
        page = place.position.get("page")
        number = (page if isinstance(page, int) else 1) + 1
        if following and following != base and number <= MOST_PAGES:
            return Onward(position={"next": following, "page": number}, is_end=False)
        return Onward()


def _root(sheet: Sheet) -> Any:
    # No entities, no DTD, nothing fetched: a feed is a stranger's XML.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(sheet.body, parser=parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise bad_page(_("The answer is no RSS or Atom feed. Check the address of the source."), hint=error) from error
    if root is None or _name(root) not in {"rss", "feed", "rdf"}:
        raise bad_page(_("The answer is no RSS or Atom feed. Check the address of the source."))
    return root


def _read(node: Any, *, base: str, language: str) -> Found | Refusal:
    link = web_link(_link(node), base=base)
    try:
        return read_article(
            Article(
                identity=_text(node, "guid", "id") or link,
                title=_text(node, "title"),
                html=_text(node, "encoded", "content", "description", "summary"),
                summary=_text(node, "description", "summary"),
                link=link,
                day=_text(node, "pubdate", "published", "updated", "date"),
                language=language,
                labels=_labels(node),
            )
        )
    except Refusal as refusal:
        return refusal


def _name(node: Any) -> str:
    return str(etree.QName(node).localname).lower() if isinstance(node.tag, str) else ""


def _text(node: Any, *names: str) -> str:
    """Return the text of the first child that has one, by the names in their order."""
    for name in names:
        for child in node.iterchildren():
            words = "".join(child.itertext()).strip() if _name(child) == name else ""
            if words:
                return words
    return _text(node[0], *names) if _name(node) == "rss" and len(node) else ""


def _link(node: Any) -> str:
    links = [child for child in node.iterchildren() if _name(child) == "link"]
    best = next((link for link in links if link.get("rel", "alternate") == "alternate"), None)
    return "" if best is None else str(best.get("href") or best.text or "")


def _labels(node: Any) -> list[str]:
    labels = (child for child in node.iterchildren() if _name(child) == "category")
    return [str(label.get("term") or label.text or "") for label in labels]


IMPORTER = Feed()
