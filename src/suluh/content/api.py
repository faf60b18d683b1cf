"""The door of content: stories, blocks, revisions, media, and what may be done with them."""

from __future__ import annotations

from suluh.content import events
from suluh.content.actions.add_media import AlreadyThere, Description, add_media, describe_media
from suluh.content.actions.import_story import NothingRead, import_story, propose_blocks, settle_proposals
from suluh.content.actions.publish_story import publish_story, schedule_story, set_embargo, unschedule_story, words_of
from suluh.content.actions.retract_story import (
    correct_story,
    drop_correction,
    propose_correction,
    recall_story,
    withdraw_story,
)
from suluh.content.actions.review_story import approve_story, return_story, submit_story, writers_of
from suluh.content.actions.set_rights import set_rights
from suluh.content.actions.write_story import (
    FrozenStory,
    Seen,
    WrittenElsewhere,
    begin_story,
    keep_revision,
    restore_revision,
    write_story,
)
from suluh.content.blocks import Block, Paragraph, Picture, StoryText, dump_story, parse_block, parse_story
from suluh.content.holds import WordsChanged, holds_stories
from suluh.content.models import Approval, Exit, Media, Revision, Rights, Story, StoryQuerySet
from suluh.content.pictures import LARGEST_FILE as LARGEST_PICTURE
from suluh.content.pictures import PictureTooLarge, redraw
from suluh.content.sources import read_address, read_file
from suluh.content.states import PUBLIC, WRITABLE, StoryStates

__all__ = [
    "LARGEST_PICTURE",
    "PUBLIC",
    "WRITABLE",
    "AlreadyThere",
    "Approval",
    "Block",
    "Description",
    "Exit",
    "FrozenStory",
    "Media",
    "NothingRead",
    "Paragraph",
    "Picture",
    "PictureTooLarge",
    "Revision",
    "Rights",
    "Seen",
    "Story",
    "StoryQuerySet",
    "StoryStates",
    "StoryText",
    "WordsChanged",
    "WrittenElsewhere",
    "add_media",
    "approve_story",
    "begin_story",
    "correct_story",
    "describe_media",
    "drop_correction",
    "dump_story",
    "events",
    "holds_stories",
    "import_story",
    "keep_revision",
    "parse_block",
    "parse_story",
    "propose_blocks",
    "propose_correction",
    "publish_story",
    "read_address",
    "read_file",
    "recall_story",
    "redraw",
    "restore_revision",
    "return_story",
    "schedule_story",
    "set_embargo",
    "set_rights",
    "settle_proposals",
    "submit_story",
    "unschedule_story",
    "withdraw_story",
    "words_of",
    "write_story",
    "writers_of",
]
