"""The door of verification: checks, fact-checks, the check desk."""

from __future__ import annotations

from suluh.verification import events
from suluh.verification.actions.add_evidence import NewEvidence, add_evidence, archive_again
from suluh.verification.actions.ask_reading import ask_reading
from suluh.verification.actions.close_claim import close_claim, reopen_claim
from suluh.verification.actions.correct_fact_check import (
    NewCorrection,
    confirm_correction,
    drop_correction,
    propose_correction,
    restore_fact_check,
    withdraw_fact_check,
)
from suluh.verification.actions.decide_match import clear_match, confirm_match
from suluh.verification.actions.give_verdict import NewVerdict, confirm_verdict, propose_verdict, send_back
from suluh.verification.actions.join_claims import merge_claims, split_claim
from suluh.verification.actions.match_claim import match_claim
from suluh.verification.actions.open_desk import DeskSettings, open_desk
from suluh.verification.actions.plant_examples import DESK_FILE, EXAMPLES_SLUG, plant_examples
from suluh.verification.actions.take_claim import assign_claim, release_claim, take_claim, weigh_claim, word_claim
from suluh.verification.actions.take_question import Asked, open_desk_for, take_question
from suluh.verification.actions.write_debunk import write_debunk
from suluh.verification.asked import AskedWords as AskedContent
from suluh.verification.asked import read_asked
from suluh.verification.asked_words import AskedWords, asked_words, words_of
from suluh.verification.checking import CheckAnswer, Found, check_text
from suluh.verification.citizens import (
    EXAMPLE,
    NumberMistyped,
    new_number,
    parse_number,
    seal_picture,
    unseal_picture,
)
from suluh.verification.claimreview import claim_review, data_feed, may_be_published, modified_at
from suluh.verification.clustering import NearClaim, near_claims
from suluh.verification.desk_numbers import SPAN, DeskNumbers, desk_numbers
from suluh.verification.erasing import erase_by_number
from suluh.verification.importing import last_counts
from suluh.verification.index import begin_anew, catch_up, matcher, warm_up
from suluh.verification.matching.values import Difference
from suluh.verification.models import (
    Claim,
    ClaimQuerySet,
    Desk,
    Evidence,
    FactCheck,
    FactCheckCorrection,
    FactCheckQuerySet,
    Message,
    Question,
    Source,
    StoryMatch,
    Tally,
)
from suluh.verification.origin import Origin
from suluh.verification.progress import Progress, progress_of
from suluh.verification.refusals import (
    CannotCheck,
    CannotJoin,
    HoldsHoax,
    NoDesk,
    NothingAsked,
    NothingChanged,
    NotPublic,
    NotSaid,
    OwnVerdict,
    TakenByAnother,
)
from suluh.verification.scales import Scale, UnknownVerdict, Verdict, scale
from suluh.verification.states import WAITING, ClaimStates, FactCheckStates, StoryMatchStates
from suluh.verification.story_matches import is_bad, look_at, matches_of

__all__ = [
    "DESK_FILE",
    "EXAMPLE",
    "EXAMPLES_SLUG",
    "SPAN",
    "WAITING",
    "Asked",
    "AskedContent",
    "AskedWords",
    "CannotCheck",
    "CannotJoin",
    "CheckAnswer",
    "Claim",
    "ClaimQuerySet",
    "ClaimStates",
    "Desk",
    "DeskNumbers",
    "DeskSettings",
    "Difference",
    "Evidence",
    "FactCheck",
    "FactCheckCorrection",
    "FactCheckQuerySet",
    "FactCheckStates",
    "Found",
    "HoldsHoax",
    "Message",
    "NearClaim",
    "NewCorrection",
    "NewEvidence",
    "NewVerdict",
    "NoDesk",
    "NotPublic",
    "NotSaid",
    "NothingAsked",
    "NothingChanged",
    "NumberMistyped",
    "Origin",
    "OwnVerdict",
    "Progress",
    "Question",
    "Scale",
    "Source",
    "StoryMatch",
    "StoryMatchStates",
    "TakenByAnother",
    "Tally",
    "UnknownVerdict",
    "Verdict",
    "add_evidence",
    "archive_again",
    "ask_reading",
    "asked_words",
    "assign_claim",
    "begin_anew",
    "catch_up",
    "check_text",
    "claim_review",
    "clear_match",
    "close_claim",
    "confirm_correction",
    "confirm_match",
    "confirm_verdict",
    "data_feed",
    "desk_numbers",
    "drop_correction",
    "erase_by_number",
    "events",
    "is_bad",
    "last_counts",
    "look_at",
    "match_claim",
    "matcher",
    "matches_of",
    "may_be_published",
    "merge_claims",
    "modified_at",
    "near_claims",
    "new_number",
    "open_desk",
    "open_desk_for",
    "parse_number",
    "plant_examples",
    "progress_of",
    "propose_correction",
    "propose_verdict",
    "read_asked",
    "release_claim",
    "reopen_claim",
    "restore_fact_check",
    "scale",
    "seal_picture",
    "send_back",
    "split_claim",
    "take_claim",
    "take_question",
    "unseal_picture",
    "warm_up",
    "weigh_claim",
    "withdraw_fact_check",
    "word_claim",
    "words_of",
    "write_debunk",
]
