"""The words of an office: adding one, taking one out, learning from an approved story."""

from __future__ import annotations

import re
from collections.abc import Iterator

from suluh.agencies import api as agencies
from suluh.content import api as content
from suluh.content.blocks import StoryText
from suluh.creative.actions.dismiss_finding import dismissed_keys
from suluh.creative.coach import coach, unknown_names
from suluh.creative.models import OfficeWord
from suluh.creative.states import WordStates
from suluh.foundation import audit
from suluh.foundation.clock import now
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

# Approved stories that must hold a word before it is learned: a name is seldom mistyped twice in the same way.
STORIES_FOR_A_NAME = 2
STORIES_FOR_A_WORD = 3
_LONGEST = 60
# Letters, with hyphens, dots and apostrophes inside; a name may be several words.
_WORD = re.compile(r"[^\W\d_](?:[\w'’.-]*\w)?(?: [^\W\d_](?:[\w'’.-]*\w)?){0,4}$")


class NotAWord(Refusal):
    """What is to be added is no word or name."""

    code = "creative.E271"


class WordUnknown(Refusal):
    """A word is to be taken out that the office does not have."""

    code = "creative.E272"
    status = 404


@audit.action("creative.add_word")
def add_word(word: str, *, by: agencies.Member) -> OfficeWord:
    """Make a word or name one of the office's own. A second time changes nothing. Raises ``NotAWord``."""
    agencies.check_right(by, right="content.write")
    tidied = " ".join(word.split())
    if len(tidied) > _LONGEST or not _WORD.match(tidied):
        raise NotAWord(_("Give one word or name of letters, at most 60 characters."))
    found, _is_new = OfficeWord.objects.get_or_create(
        office_id=by.office_id, key=tidied.lower(), defaults={"word": tidied, "changed_by": by.user}
    )
    if found.state != "in_use":
        found.word, found.origin = tidied, OfficeWord.Origin.ADDED
        _moved(found, to="in_use", by=by)
    audit.record("creative.add_word", subject=found, office=by.office_id, by=by.user_id, detail={"word": found.word})
    return found


@audit.action("creative.remove_word")
def remove_word(pk: int, *, by: agencies.Member) -> OfficeWord:
    """Take a word out; it is not learned again by itself. Raises ``WordUnknown``."""
    agencies.check_right(by, right="content.write")
    found = OfficeWord.objects.select_for_update().filter(pk=pk, office_id=by.office_id, state="in_use").first()
    if found is None:
        raise WordUnknown(_("This word is no longer among the office's words."))
    _moved(found, to="removed", by=by)
    audit.record("creative.remove_word", subject=found, office=by.office_id, by=by.user_id, detail={"word": found.word})
    return found


@audit.action("creative.learn_words")
def learn_words(story: content.Story, *, text: StoryText) -> list[OfficeWord]:
    """Note the unknown words of an approved text; return those that became the office's own by it.

    A name is learned from the second story, a word that looks mistyped only from the third, or at once where a person
    put the remark on it aside: a slip that nobody saw is not to become right by itself.
    """
    learned = []
    for word, needed in _candidates(story, text=text):
        found, _is_new = OfficeWord.objects.select_for_update().get_or_create(
            office_id=story.office_id,
            key=word.lower(),
            defaults={"word": word, "origin": OfficeWord.Origin.LEARNED},
        )
        if found.state != "seen":
            continue
        found.stories = sorted({*found.stories, story.pk})
        if len(found.stories) >= needed:
            _moved(found, to="in_use", by=None)
            learned.append(found)
        else:
            found.save(update_fields=["stories"])
    audit.record(
        "creative.learn_words",
        subject=story,
        office=story.office_id,
        by=None,
        detail={"words": [one.word for one in learned]},
    )
    return learned


def _candidates(story: content.Story, *, text: StoryText) -> Iterator[tuple[str, int]]:
    """Yield each unknown word of the text with the number of stories that it takes."""
    vocabulary = office_words(story.office_id)
    aside = dismissed_keys(story)
    names = unknown_names(text, vocabulary=vocabulary)
    for name in sorted(names):
        yield name[:_LONGEST], STORIES_FOR_A_NAME
    seen = {name.lower() for name in names}
    for finding in coach(text, vocabulary=vocabulary):
        if finding.rule != "spelling" or len(finding.text) > _LONGEST or finding.text.lower() in seen:
            continue
        seen.add(finding.text.lower())
        yield finding.text, 1 if finding.key in aside else STORIES_FOR_A_WORD


def office_words(office_id: int) -> frozenset[str]:
    """Return the words that the office's stories may hold."""
    return frozenset(OfficeWord.objects.filter(office_id=office_id, state="in_use").values_list("word", flat=True))


def _moved(word: OfficeWord, *, to: str, by: agencies.Member | None) -> None:
    WordStates.check_move(word.state, to=to)
    word.state, word.changed_by, word.changed_at = to, by.user if by else None, now()
    word.save()
