"""What happens to stories. Heard by the rooms above."""

from suluh.foundation.events import Event

story_written = Event(
    "content.story_written",
    keys=("story", "office"),
    meaning="The words of a draft or of a correction changed.",
)
story_submitted = Event(
    "content.story_submitted", keys=("story", "office"), meaning="A story was sent to a second person for approval."
)
story_approved = Event(
    "content.story_approved", keys=("story", "revision", "office"), meaning="A second person approved a revision."
)
story_published = Event(
    "content.story_published",
    keys=("story", "revision", "office"),
    meaning="A revision became public; also after a correction.",
)
story_withdrawn = Event(
    "content.story_withdrawn", keys=("story", "office"), meaning="A story was taken from view, with a banner left."
)
story_recalled = Event(
    "content.story_recalled", keys=("story", "office"), meaning="A story was recalled: every copy is to go."
)
