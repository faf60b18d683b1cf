"""What each line of the journal says: one sentence for every name that an action writes into the audit.

A test fails for an action without a sentence here. Plain Python.
"""

from __future__ import annotations

from suluh.agencies.roles import ROLE_LABELS
from suluh.foundation.language import Lazy
from suluh.foundation.language import lazy as _

SENTENCES: dict[str, Lazy] = {
    "agencies.accept_invitation": _("Joined the office by an invitation"),
    "agencies.cancel_invitation": _("Took an invitation back"),
    "agencies.change_roles": _("Changed the roles of a member"),
    "agencies.create_api_key": _("Made an API key"),
    "agencies.deactivate_member": _("Let a member go"),
    "agencies.edit_brand": _("Changed the office profile"),
    "agencies.edit_profile": _("Changed their own profile"),
    "agencies.invite_member": _("Invited somebody"),
    "agencies.invite_operator": _("Invited an operator from the command line"),
    "agencies.plant_offices": _("Made or updated the offices of the provinces' files"),
    "agencies.resend_invitation": _("Sent an invitation again"),
    "agencies.revoke_api_key": _("Revoked an API key"),
    "agencies.switch_office": _("Began to work for this office"),
    "authenticity.issue_code": _("Gave out a code"),
    "authenticity.register_seals": _("Wrote sealed files into the register"),
    "authenticity.revoke_certificate": _("Took a certificate of the office's seals back"),
    "authenticity.rotate_key": _("Gave the office a new key for its seals"),
    "content.add_media": _("Added a picture"),
    "content.approve_story": _("Approved a story"),
    "content.begin_story": _("Began a story"),
    "content.correct_story": _("Put out a correction"),
    "content.correction_major": _("Put out a major correction"),
    "content.correction_minor": _("Put out a minor correction"),
    "content.describe_media": _("Changed the description of a picture"),
    "content.drop_correction": _("Turned a proposed correction down"),
    "content.import_story": _("Began a story from a press release"),
    "content.keep_revision": _("Kept a text as a revision of its own"),
    "content.propose_correction": _("Proposed a correction"),
    "content.publish_story": _("Published a story"),
    "content.recall": _("Recalled a story"),
    "content.recall_story": _("Recalled a story"),
    "content.restore_revision": _("Restored an earlier revision"),
    "content.return_story": _("Sent a story back to its author"),
    "content.schedule_story": _("Scheduled a story"),
    "content.set_embargo": _("Set or lifted an embargo"),
    "content.set_rights": _("Set what others may do with a story"),
    "content.settle_proposals": _("Settled proposed blocks"),
    "content.submit_story": _("Asked for approval of a story"),
    "content.unschedule_story": _("Took a story off the schedule"),
    "content.withdraw_story": _("Withdrew a story"),
    "content.withdrawal": _("Withdrew a story"),
    "content.write_story": _("Wrote in a story"),
    "creative.ask_pack": _("Asked for a pack"),
    "creative.dismiss_finding": _("Put a remark of the coach aside"),
    "creative.finish_pack": _("Drew and sealed a pack"),
    "creative.recover_findings": _("Brought the coach's remarks back"),
}

# What an entry may say besides, in the order it is shown.
DETAILS: dict[str, Lazy] = {
    "who": _("who"),
    "email": _("mail address"),
    "label": _("label"),
    "roles": _("roles"),
    "from": _("before"),
    "to": _("after"),
    "revision": _("revision"),
    "reason": _("reason"),
    "public_note": _("note to the public"),
    "source": _("source"),
    "code": _("code"),
    "serial": _("serial number"),
    "files": _("files"),
    "problems": _("could not be drawn"),
    "at": _("hour"),
    "until": _("until"),
    "offices": _("offices"),
    "new": _("new"),
}
# Words of the program among the details, as people read them.
VALUES: dict[str, Lazy] = {role.value: label for role, label in ROLE_LABELS.items()} | {
    "draft": _("Draft"),
    "in_review": _("In review"),
    "approved": _("Approved"),
    "scheduled": _("Scheduled"),
    "published": _("Published"),
    "withdrawn": _("Withdrawn"),
    "recalled": _("Recalled"),
}
