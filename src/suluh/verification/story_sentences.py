"""The sentences of a story that say something which could be false, with their places. Plain Python."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from suluh.content.blocks import CallToAction, MythFact, Number, Paragraph, Quote, Step, StoryText, Video
from suluh.foundation.richtext import to_plain
from suluh.verification.matching.normalising import normalise
from suluh.verification.matching.sentences import checkable
from suluh.verification.scales import scale

_LABELS = ("hoaks", "hoax", "mitos", "cek fakta", "misinformasi", "disinformasi")
_FRAME = re.compile(r"^\W*(?P<label>[^\W\d_]+(?: [^\W\d_]+)?)\W*[\]):–—-]")


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One sentence and where it stands: "headline", "lead" or a block's id."""

    block: str
    text: str

    @property
    def digest(self) -> str:
        """What the same sentence has in common with itself after other words were changed: 64 hex digits."""
        return sha256(normalise(self.text).encode()).hexdigest()


def sentences_of(text: StoryText) -> list[Sentence]:
    """Return the sentences worth checking, each once, in reading order.

    Left out are myths of myth-and-fact blocks, and sentences that begin with a label such as "[HOAKS]": they tell a
    known claim on purpose.
    """
    found: dict[str, Sentence] = {}
    for block, words in _passages(text):
        for one in checkable(words):
            sentence = Sentence(block=block, text=one)
            if not is_labelled(one):
                found.setdefault(sentence.digest, sentence)
    return list(found.values())


def myths_of(text: StoryText) -> list[str]:
    """Return what the story tells as false: its myths, and its labelled sentences without their label."""
    myths = [block.myth for block in text.of_kind(MythFact) if block.myth.strip()]
    labelled = [one for _block, words in _passages(text) for one in checkable(words) if is_labelled(one)]
    return myths + [_FRAME.sub("", one) for one in labelled]


def is_labelled(sentence: str) -> bool:
    """Tell whether a sentence begins with the name of a false verdict or a word like it, set off by a sign."""
    found = _FRAME.match(sentence)
    return found is not None and found["label"].casefold() in _false_labels()


def _false_labels() -> set[str]:
    verdicts = (verdict for verdict in scale().all() if verdict.is_false)
    return {*_LABELS, *(label.casefold() for verdict in verdicts for label in verdict.labels.values())}


def _passages(text: StoryText) -> Iterator[tuple[str, str]]:
    """Yield the place and the plain words of every passage."""
    yield "headline", text.headline
    yield "lead", text.lead
    for block in text.blocks:
        match block:
            case Paragraph():
                yield block.id, to_plain(block.text)
            case Quote() | CallToAction():
                yield block.id, block.text
            case Step():
                yield block.id, f"{block.title.rstrip('.')}. {block.text}" if block.text else block.title
            case Number():
                yield block.id, f"{block.value} {block.label}"
            case MythFact():
                yield block.id, block.fact
            case Video():
                yield block.id, f"{block.title}\n{block.transcript}"
