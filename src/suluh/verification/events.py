"""What happens at the check desk. Heard by the rooms above."""

from suluh.foundation.events import Event

question_asked = Event(
    "verification.question_asked",
    keys=("question", "claim", "office"),
    meaning="A citizen's question came to the desk of an office.",
)
claim_opened = Event(
    "verification.claim_opened", keys=("claim", "office"), meaning="A question opened a claim that no other was near."
)
verdict_published = Event(
    "verification.verdict_published",
    keys=("fact_check", "office"),
    meaning="A second checker confirmed a verdict; its fact-check became public.",
)
verdict_corrected = Event(
    "verification.verdict_corrected",
    keys=("fact_check", "office"),
    meaning="A public fact-check got another verdict or reason, or was taken from view or brought back.",
)
question_answered = Event(
    "verification.question_answered",
    keys=("question", "office"),
    meaning="A citizen's question was answered, by a fact-check or by the reason why there is none.",
)
