"""Finding who is named, and in which office: "Sekda X, Nama", "Nama, Sekda X", "Nama selaku Sekda X"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from suluh.content.structure.model import Person
from suluh.content.structure.names import Line, Run
from suluh.content.structure.text import bare, is_degree
from suluh.content.structure.words import Words


@dataclass(frozen=True, kw_only=True)
class Mention:
    """A place where the text names a person, by name (``person`` is its place in ``Cast.people``) or only by office."""

    start: int
    end: int
    person: int | None
    title: str = ""


@dataclass
class Cast:
    """The people of a text, in the order they come, and every place that names one."""

    words: Words
    people: list[Person] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    _by_word: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, *, title: str, start: int, end: int) -> None:
        """Note that a person is named at a place; the fullest name and the first title are kept."""
        person = Person(name=name, title=title, start=start, end=end)
        known = self.find(name)
        if known is None:
            known = len(self.people)
            self.people.append(person)
        else:
            was = self.people[known]
            fuller = name if len(name) > len(was.name) else was.name
            self.people[known] = replace(was, name=fuller, title=was.title or title)
        for word in self._name_words(name):
            self._by_word[word] = known
        self.mentions.append(Mention(start=start, end=end, person=known, title=title))

    def find(self, name: str) -> int | None:
        """Return which known person a name, or a part of one, stands for."""
        parts = self._name_words(name)
        for at in {self._by_word[word] for word in parts if word in self._by_word}:
            whole = self._name_words(self.people[at].name)
            if parts <= whole or whole <= parts:
                return at
        return None

    def by_word(self, word: str) -> int | None:
        """Return the person last introduced with this word in the name."""
        return self._by_word.get(word.lower())

    def holding(self, title: str) -> int | None:
        """Return the person whose office starts with the words of ``title``: "Gubernur", or last had that head."""
        asked = title.lower().split()
        for at in range(len(self.people) - 1, -1, -1):
            held = self.people[at].title.lower().split()
            if asked and held[: len(asked)] == asked:
                return at
        return None

    def _name_words(self, name: str) -> frozenset[str]:
        words = (word for word in name.replace(",", " ").split() if not is_degree(word, words=self.words))
        plain = (bare(word) for word in words)
        return frozenset(w for w in plain if len(w) > 2 and w not in self.words.before_name | self.words.particles)


def people_in(lines: Iterable[Line], *, words: Words) -> Cast:
    """Return the people of a text's sentences and every mention of them, in order of place."""
    cast = Cast(words=words)
    lines = list(lines)
    for line in lines:
        at = 0
        while at < len(line):
            at = _step(line, at=at, cast=cast)
    taken = {(mention.start, mention.end) for mention in cast.mentions if mention.person is not None}
    _add_short_mentions(lines, cast=cast, taken=sorted(taken))
    cast.mentions.sort(key=lambda mention: (mention.start, -mention.end))
    return cast


def _step(line: Line, *, at: int, cast: Cast) -> int:
    """Look at one place of a sentence, note who stands there, and return the place to look at next."""
    if line.lower(at) in line.words.titles:
        return _title_first(line, at=at, cast=cast)
    if not line.is_capital(at) and line.lower(at) not in line.words.before_name | line.words.courtesy:
        return at + 1
    name = line.name_at(at)
    if name is None:
        return at + 1
    return _name_first(line, name=name, at=at, cast=cast)


def _title_first(line: Line, *, at: int, cast: Cast) -> int:
    title = line.title_at(at)
    assert title is not None
    split = _split_title(line, title=title)
    name = line.name_at(split) if split < title.last else None
    if line.lower(title.last) == "," and (name is None or name.last - name.first < 2):
        after = line.name_at(title.last + 1)
        if after is not None and line.lower(title.last + 1) not in line.words.courtesy:
            cast.add(line.text(after), title=line.text(title), start=title.start, end=after.end)
            return line.index(after.end)
    if name is not None and split > at:
        office = line.text(line.run(at, split))
        cast.add(line.text(name), title=_trimmed(office, words=line.words), start=title.start, end=name.end)
        return line.index(name.end)
    direct = line.name_at(title.last)
    if direct is not None:  # "kepala desa dr. Budi": the degree is written small
        cast.add(line.text(direct), title=line.text(title), start=title.start, end=direct.end)
        return line.index(direct.end)
    cast.mentions.append(Mention(start=title.start, end=title.end, person=None, title=line.text(title)))
    return title.last


def _trimmed(office: str, *, words: Words) -> str:
    parts = office.split()
    while parts and (parts[-1].lower() in words.courtesy or parts[-1].lower() in words.title_links):
        parts.pop()
    return " ".join(parts)


def _split_title(line: Line, *, title: Run) -> int:
    """Return the token where a name may begin within a title's run: after the last word that belongs to an office."""
    words = line.words
    at = title.first + 1
    split = at
    while at < title.last:
        if line.before_name_at(at) > at:
            return at
        place = line.place_at(at)
        if place:
            split = max(split, at + place)
            at += place
            continue
        lower = line.lower(at)
        belongs = (
            lower in words.titles | words.organisation_heads | words.organisation_words | words.title_links
            or lower in words.place_heads
            or not line.tokens[at].text[0].isupper()
            or line.is_acronym(at)
            or line.lower(at - 1) in words.place_heads | words.place_titles
        )
        if belongs:
            split = at + 1
        at += 1
    return split


def _name_first(line: Line, *, name: Run, at: int, cast: Cast) -> int:
    words = line.words
    after = line.index(name.end)
    is_sure = (
        line.tokens[name.first].start < line.tokens[name.last - 1].start or name.end > line.tokens[name.last - 1].end
    )
    said_before = line.lower(at - 1) in words.saying
    said_after = line.lower(_past_adverb(line, at=after)) in words.saying | words.stance
    here = _past_age(line, at=after)
    title = _title_after(line, at=here)
    known = cast.find(line.text(name))
    if title is not None and (is_sure or said_before or known is not None):
        cast.add(line.text(name), title=line.text(title), start=name.start, end=title.end)
        return title.last
    according = line.lower(at - 1) in words.according_to or (
        line.lower(at - 1) == "to" and line.lower(at - 2) in words.according_to
    )
    has_degree = (line.before_name_at(at) > at and line.lower(at) not in words.courtesy) or "," in line.text(name)
    if said_before or according or has_degree or (said_after and (is_sure or known is not None)):
        cast.add(line.text(name), title="", start=name.start, end=name.end)
        return after
    return after if known is None and name.last > at else max(after, at + 1)


def _past_adverb(line: Line, *, at: int) -> int:
    """Step over one word between who speaks and the verb: "Rika juga mengatakan"."""
    return at + 1 if line.lower(at) in line.words.before_saying else at


def _past_age(line: Line, *, at: int) -> int:
    """Step over an age in brackets: "Siti Aminah (35), warga Plaju"."""
    if line.lower(at) == "(" and line.lower(at + 1).isdigit() and line.lower(at + 2) == ")":
        return at + 3
    return at


def _title_after(line: Line, *, at: int) -> Run | None:
    """Return the office that follows a name at ``at``: after a comma, "selaku", or in brackets."""
    here = at
    is_marked = line.lower(here) in {",", "("}
    if is_marked:
        here += 1
    while line.lower(here) in line.words.in_the_office_of or (is_marked and line.lower(here) in {"the", "a", "an"}):
        is_marked = True
        here += 1
    return line.title_at(here, loose=True) if is_marked and here < len(line) else None


def _add_short_mentions(lines: Sequence[Line], *, cast: Cast, taken: Sequence[tuple[int, int]]) -> None:
    """Note where a known person is named by one word of the name: "Yuyu berharap"."""
    at = 0
    for line in lines:
        for token in line.tokens:
            while at < len(taken) and taken[at][1] <= token.start:
                at += 1
            is_taken = at < len(taken) and taken[at][0] <= token.start
            person = None if is_taken or not token.text[0].isupper() else cast.by_word(token.text)
            if person is not None and cast.people[person].start <= token.start:
                cast.mentions.append(Mention(start=token.start, end=token.end, person=person))
