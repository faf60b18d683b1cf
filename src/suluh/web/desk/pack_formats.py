"""A story's formats as the pack page shows them: where each is met, in which frame, with which files and texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from django.utils.translation import gettext_lazy as _

from suluh.creative import api as creative

# Where people meet a format, in the order of the page.
PLACES = {
    "feed": _("In the feed"),
    "story": _("Story and status"),
    "link": _("Under a link"),
    "sticker": _("Stickers"),
    "texts": _("Texts"),
    "screen": _("On large screens"),
    "print": _("On paper"),
    "video": _("Video"),
}
PLACE_ICONS = {
    "feed": "picture",
    "story": "phone",
    "link": "share",
    "sticker": "person",
    "texts": "document",
    "screen": "office",
    "print": "pack",
    "video": "play",
}
NETWORK_NAMES = {
    "instagram": "Instagram",
    "facebook": "Facebook",
    "tiktok": "TikTok",
    "whatsapp": "WhatsApp",
    "telegram": "Telegram",
    "linkedin": "LinkedIn",
    "x": "X",
    "threads": "Threads",
    "bluesky": "Bluesky",
    "youtube": "YouTube",
    "mail": _("E-mail"),
    "radio": _("Radio"),
    "sms": "SMS",
    "web": _("Website"),
}
# How the texts of a network look to who reads them.
_TEXT_FRAMES = {
    **dict.fromkeys(("whatsapp", "sms"), "chat"),
    **dict.fromkeys(("x", "threads", "bluesky"), "thread"),
    **dict.fromkeys(("instagram", "tiktok", "facebook"), "caption"),
}
_FIRST = "carousel"


@dataclass(frozen=True, kw_only=True)
class Shot:
    """One picture in a frame. ``source`` is what is shown, ``href`` the whole file, "" for a preview."""

    source: str
    width: int
    height: int
    alt: str = ""
    href: str = ""
    is_video: bool = False
    # Of a video: its cover picture and its captions.
    poster: str = ""
    captions: str = ""


@dataclass(frozen=True, kw_only=True)
class Frame:
    """How people meet pictures or a text: ``kind`` is a template of ``components/frame``."""

    kind: str
    title: str = ""
    shots: tuple[Shot, ...] = ()
    words: str = ""
    posts: tuple[creative.Post, ...] = ()

    @property
    def template(self) -> str:
        return f"components/frame/{self.kind}.html"

    @property
    def is_wide(self) -> bool:
        """Tell whether what is shown is broader than high."""
        return bool(self.shots) and self.shots[0].width > self.shots[0].height


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A format by its name: its title in the reader's language, where it is met, on which networks."""

    name: str
    title: str
    place: str
    networks: tuple[str, ...] = ()

    @property
    def rank(self) -> tuple[int, bool, str]:
        """Where it stands on a page: by place, the carousel first, then by title."""
        places = list(PLACES)
        at = places.index(self.place) if self.place in PLACES else len(places)
        return at, self.name != _FIRST, self.title

    @property
    def network_names(self) -> list[object]:
        return [NETWORK_NAMES.get(network, network) for network in self.networks]


@dataclass(frozen=True, kw_only=True)
class Stands:
    """A text that stands in a format. ``block`` names its block, or the story's field."""

    block: str
    label: object
    words: str


@dataclass(frozen=True, kw_only=True)
class Card:
    """One format on the page."""

    kind: Kind
    frames: tuple[Frame, ...] = ()
    files: Sequence[creative.Rendition] = ()
    stands: tuple[Stands, ...] = ()
    # What could not be drawn, and of which block.
    refusal: str = ""
    block: str = ""
    cut: int = 0
    # It will have several frames, before they are drawn.
    will_be_broad: bool = False
    # Whole sentences were left out, characters could not be drawn.
    is_shortened: bool = False
    left_out: str = ""

    @property
    def is_broad(self) -> bool:
        """Tell whether its frames stand beside each other: the same picture in several sizes, or several texts."""
        return self.will_be_broad or len(self.frames) > 1

    @property
    def alts(self) -> str:
        """Return the alt texts of all its pictures, one paragraph each."""
        of_shots = [shot.alt for frame in self.frames for shot in frame.shots if shot.alt]
        return "\n\n".join(dict.fromkeys(of_shots))


@dataclass(frozen=True, kw_only=True)
class Group:
    """The formats that are met at one place."""

    place: str
    title: object
    icon: str
    cards: list[Card] = field(default_factory=list)

    @property
    def breadth(self) -> int:
        """Return how many columns the group fills on a wide screen, three at most."""
        return min(3, sum(2 if card.is_broad else 1 for card in self.cards))


def kind_of(name: str) -> Kind:
    """Return what the page says of a format; one that it does not know shows its own name."""
    layout = creative.layout_here(name)
    if layout is not None:
        return Kind(name=name, title=str(layout.title), place=layout.place, networks=layout.networks)
    if name in creative.text_formats():
        about = creative.text_format(name)
        return Kind(name=name, title=str(about.title), place="texts", networks=(about.network,))
    if name == "seal":
        return Kind(name=name, title=str(_("Signed list of files")), place="")
    if name == "video":
        return Kind(name=name, title=str(_("Video")), place="video")
    return Kind(name=name, title=name, place="feed")


def grouped(cards: Iterable[Card]) -> list[Group]:
    """Return the cards by place, in the page's order; within a place the carousel first, then by title."""
    shown = sorted((card for card in cards if card.kind.place in PLACES), key=lambda card: card.kind.rank)
    return [
        Group(place=place, title=PLACES[place], icon=PLACE_ICONS[place], cards=list(found))
        for place, found in groupby(shown, key=lambda card: card.kind.place)
    ]


def frame_of(kind: Kind, *, shots: Sequence[Shot], title: str = "") -> Frame:
    """Return the frame of a drawn format."""
    return Frame(kind=kind.place if kind.place in PLACES else "feed", shots=tuple(shots), title=title)


def text_frame(kind: Kind, *, words: str, title: str = "") -> Frame:
    """Return the frame of a written format, post by post."""
    network = kind.networks[0] if kind.networks else ""
    posts = creative.text_posts(words, format_name=kind.name)
    return Frame(kind=_TEXT_FRAMES.get(network, "letter"), title=title, words=words, posts=posts)
