"""Errors that speak to three readers: a sentence for the person, a hint for the operator, a code for the program."""

from __future__ import annotations

from typing import ClassVar, Protocol


class Translatable(Protocol):
    """A string, or a lazy translation that becomes one."""

    def __str__(self) -> str: ...


class Refusal(Exception):  # noqa: N818 - the house's word for every error a person may be shown
    """What Suluh refuses to do, or could not do, told to who asked.

    ``sentence`` is translatable and says what happened and what to do next. ``hint`` is for the operator's log.
    ``code`` is "<room>.E<number>" and never changes. ``permanent`` is False where trying again may help.
    """

    code: ClassVar[str] = "foundation.E000"
    # The HTTP status that a page or the API answers with.
    status: ClassVar[int] = 422

    def __init__(self, sentence: Translatable, *, hint: str = "", permanent: bool = True) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint
        self.permanent = permanent

    def __str__(self) -> str:
        return str(self.sentence)
