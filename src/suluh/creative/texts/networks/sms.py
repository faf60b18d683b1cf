"""SMS: at most two parts, in the small alphabet of phones where the words allow it.

The count is in parts, as a part is what is paid for. Headline, call, office, address and code are always in; of the
lead, the first whole sentences that fit.
"""

from __future__ import annotations

from suluh.agencies.brand import Brand
from suluh.content.blocks import StoryText
from suluh.creative.drawing.rendition import TextDoesNotFit
from suluh.creative.packs.plan import STORY
from suluh.creative.packs.sentences import sentences
from suluh.creative.texts.gsm import parts, typed
from suluh.creative.texts.message import lead_and_told
from suluh.creative.texts.rendition import MarkLike, TextRendition
from suluh.creative.texts.wording import Wording, call_of, plain, words_of
from suluh.foundation.language import lazy as _

NAME = "sms"
TITLE, NETWORK = _("SMS text"), "sms"
LIMIT = 2
count = parts


def write(story: StoryText, *, brand: Brand, mark: MarkLike) -> tuple[TextRendition, ...]:
    """Return the message. Raises ``TextDoesNotFit`` naming the headline or the call."""
    words, call = words_of(story), call_of(story)
    head = typed(plain(story.headline))
    proof = [
        typed(f"{words['from']}: {plain(brand.short_name) or plain(brand.name)}"),
        f"{words['check']}: {mark.url}",
        f"{words['code']}: {mark.code}",
    ]
    foot = "\n".join([typed(call.text), *proof] if call else proof)
    if parts(_joined(head, foot)) > LIMIT:
        raise _too_long(head, proof="\n".join(proof), call=call)
    text, told = _joined(head, foot), ""
    for sentence in sentences(typed(lead_and_told(story)[0])):
        told = f"{told} {sentence}".strip()
        if parts(_joined(head, told, foot)) > LIMIT:
            break
        text = _joined(head, told, foot)
    return (TextRendition(layout=NAME, name="sms.txt", text=text, counts=(parts(text),)),)


def _joined(*texts: str) -> str:
    return "\n".join(text for text in texts if text)


def _too_long(head: str, *, proof: str, call: Wording | None) -> TextDoesNotFit:
    """Return the refusal that names the call where the headline would fit without it, else the headline."""
    fixed = _joined(head, proof)
    named = call if call and parts(fixed) <= LIMIT else None
    shown = typed(call.text) if call else ""
    whole = _joined(fixed, shown)
    cut = next((size for size in range(1, len(whole)) if parts(whole[size:]) <= LIMIT), len(whole))
    return TextDoesNotFit(
        _("The headline and the call to action are too long for an SMS. Shorten them by about %(cut)s characters.")
        % {"cut": cut},
        block=named.block if named else STORY,
        kind=named.kind if named else "headline",
        layout=NAME,
        cut=cut,
    )
