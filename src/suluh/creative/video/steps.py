"""How far a video is, in steps with names of their own: what a page shows while it is made."""

from __future__ import annotations

# The layout's name of a video's files.
NAME = "video"
_QUARTERS = (25, 50, 75, 100)
# The first step of a video that is read aloud.
VOICE = "voice"
STEPS = ("scenes", *map(str, _QUARTERS), "seal")


def steps_done(share: float) -> tuple[str, ...]:
    """Return the steps that are done when the scenes are drawn and this share of the frames is."""
    return ("scenes", *(str(quarter) for quarter in _QUARTERS if share * 100 >= quarter))
