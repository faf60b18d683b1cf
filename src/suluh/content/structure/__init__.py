"""Taking a press release apart. ``structure`` is the engine, ``to_story`` makes a story of what it found."""

from suluh.content.structure.dump import dump_structure
from suluh.content.structure.engine import LONGEST_TEXT, TextTooLong, structure
from suluh.content.structure.model import Structure
from suluh.content.structure.story import Proposal, propose, to_story
from suluh.content.structure.words import LanguageUnknown, guess_language, languages

__all__ = [
    "LONGEST_TEXT",
    "LanguageUnknown",
    "Proposal",
    "Structure",
    "TextTooLong",
    "dump_structure",
    "guess_language",
    "languages",
    "propose",
    "structure",
    "to_story",
]
