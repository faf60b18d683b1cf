"""What the check desk refuses, in the words its people read."""

from __future__ import annotations

from suluh.foundation.errors import Refusal


class NoDesk(Refusal):
    """A question where no office answers questions."""

    code = "verification.E120"
    status = 409


class NothingAsked(Refusal):
    """A question without words and without a picture."""

    code = "verification.E121"


class TakenByAnother(Refusal):
    """A claim that another checker has in hand."""

    code = "verification.E122"
    status = 409


class OwnVerdict(Refusal):
    """Somebody tried to confirm what they proposed."""

    code = "verification.E123"
    status = 403


class NotSaid(Refusal):
    """A reason, a note or another word that is needed is missing, or too long."""

    code = "verification.E124"


class CannotCheck(Refusal):
    """A claim was to be given to somebody who does not check."""

    code = "verification.E125"


class CannotJoin(Refusal):
    """Claims that cannot be merged or split as asked."""

    code = "verification.E126"
    status = 409


class NotPublic(Refusal):
    """A fact-check that is not public, where a public one is needed."""

    code = "verification.E127"
    status = 409


class NothingChanged(Refusal):
    """A correction that corrects nothing, or that somebody else has settled."""

    code = "verification.E128"
    status = 409


class HoldsHoax(Refusal):
    """A story with a sentence that looks like a known hoax."""

    code = "verification.E129"
    status = 409
