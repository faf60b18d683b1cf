"""How long a post is for X: weighted characters, 280 at most.

The rules of twitter-text, configuration version 3 (github.com/twitter/twitter-text: conformance/validate.yml, read
2026-11-23; the four ranges as X's developers publish them in config/v3.json, which was not at hand that day): count
code points of the NFC form; those in four ranges weigh 1, all others 2; an address weighs 23 whatever its length; an
emoji weighs 2 however many code points it is made of.
"""

from __future__ import annotations

import re
import unicodedata

LIMIT = 280
ADDRESS_WEIGHT = 23
EMOJI_WEIGHT = 2
# First and last code point of what weighs 1.
_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))

# The last labels X knows without a scheme before them: we take every country's two letters and the usual others.
_LABELS = "com|net|org|edu|gov|mil|int|info|biz|name|pro|app|dev|page|link|news|asia|online|site|[a-z]{2}"
_TAIL = r"(?::\d+)?(?:/[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]’'…])?/?"
_ADDRESS = re.compile(
    rf"(?P<sure>https?://[\w.-]*\w{_TAIL})|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:{_LABELS})(?![\w-]){_TAIL}", re.I
)

_PICTURE = (
    r"(?:[\u00a9\u00ae\u2122\u265f]\ufe0f"
    r"|[\u203c\u2049\u2139\u2194-\u2199\u21a9\u21aa\u231a-\u23ff\u24c2\u25aa-\u25fe\u2600-\u27bf"
    r"\u2934\u2935\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001f1e5\U0001f200-\U0001faff]"
    r"[\ufe0f\U0001f3fb-\U0001f3ff]?(?:[\U000e0020-\U000e007f]+)?)"
)
_EMOJI = re.compile(rf"[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]\ufe0f?\u20e3|{_PICTURE}(?:\u200d{_PICTURE})*")


def weigh(text: str) -> int:
    """Return the weighted length of a post. An address without a scheme is never weighed less than X may do."""
    text = unicodedata.normalize("NFC", text)
    total, place = 0, 0
    for found in _ADDRESS.finditer(text):
        total += _plain(text[place : found.start()])
        total += ADDRESS_WEIGHT if found["sure"] else max(ADDRESS_WEIGHT, _plain(found.group()))
        place = found.end()
    return total + _plain(text[place:])


def in_bytes(text: str) -> int:
    """Return the characters of a text, an emoji counted by its bytes in UTF-8: the way of Threads."""
    without, _emoji = _EMOJI.subn("", text)
    return len(without) + sum(len(found.group().encode()) for found in _EMOJI.finditer(text))


def _plain(text: str) -> int:
    without, emoji = _EMOJI.subn("", text)
    return emoji * EMOJI_WEIGHT + sum(_weight(ord(character)) for character in without)


def _weight(point: int) -> int:
    return 1 if any(first <= point <= last for first, last in _LIGHT) else 2


def in_units(text: str) -> int:
    """Return the UTF-16 code units of a text: how phones, and Instagram and TikTok with them, count at most."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
