"""What a form of these pages sent, read once."""

from __future__ import annotations

import base64
import re
import threading
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _
from suluh.verification import api as verification

LONGEST = 10_000
# A sealed picture, between the answer and the consent, as base64.
_LONGEST_PICTURE = 1_000_000
# Sites may take their time; they do not get every thread of this process.
_LINKS_AT_ONCE, _PATIENCE = 2, 0.5
# Written as numbers are given out: mistyped, it is a number still.
_LIKE_A_NUMBER = re.compile(r"T(?:-[0-9A-Z]{3,5}){3}", re.IGNORECASE)
_links = threading.BoundedSemaphore(_LINKS_AT_ONCE)


class TooManyLinks(Refusal):
    """Too many linked pages are being waited for."""

    code = "web.E172"
    status = 503


@dataclass(frozen=True, kw_only=True)
class Given:
    """What was to be checked: words or a link, or a picture. ``is_cut``: the words were longer than ``LONGEST``."""

    text: str
    picture: bytes = b""
    is_cut: bool = False

    @property
    def kind(self) -> str:
        """Return what reading it costs like: text, link or picture."""
        if self.picture:
            return "picture"
        return "link" if self.text.startswith(("http://", "https://", "www.")) and " " not in self.text else "text"

    @property
    def is_number(self) -> bool:
        """Tell whether the words are the number of a question: people type it where they see a field."""
        try:
            return not self.picture and self.text.upper().startswith("T") and bool(verification.parse_number(self.text))
        except verification.NumberMistyped:
            return bool(_LIKE_A_NUMBER.fullmatch(self.text))  # the page of numbers tells the typing error


@dataclass(frozen=True, kw_only=True)
class ToSend:
    """What goes to the desk once the citizen agrees; until then it lives in their browser's page only."""

    text: str
    kind: str
    number: str
    sealed_picture: str
    desk: str
    has_agreed: bool


def read_given(request: HttpRequest) -> Given:
    """Read the question. A shared page from a telephone comes as title, text and address."""
    parts = [clean(request.POST.get(name, "")) for name in ("judul", "teks", "tautan")]
    text = "\n".join(part for part in parts if part)
    return Given(text=text[:LONGEST], picture=sent_file(request, name="gambar"), is_cut=len(text) > LONGEST)


def read_words(given: Given) -> verification.AskedContent:
    """Return what was sent as words. Raises refusals that say what to do, ``TooManyLinks`` among them."""
    if not given.text and not given.picture:
        raise verification.NothingAsked(
            _("There is nothing to check yet. Paste the text, the link or the picture you received.")
        )
    if given.kind != "link":
        return verification.read_asked(given.text, picture=given.picture)
    if _is_own(given.text):  # what stands at it is known without fetching it from ourselves
        return verification.AskedContent(kind="text", words=given.text)
    if not _links.acquire(timeout=_PATIENCE):
        raise TooManyLinks(
            _("Many links are being opened just now. Try again in a minute, or paste the words of the page."),
            permanent=False,
        )
    try:
        return verification.read_asked(given.text)
    finally:
        _links.release()


def read_to_send(request: HttpRequest) -> ToSend:
    """Read the form of consent."""
    kind = request.POST.get("jenis", "")
    return ToSend(
        text=clean(request.POST.get("teks", ""))[:LONGEST],
        kind=kind if kind in verification.Question.Kind.values else "text",
        number=_number(request.POST.get("nomor", "")),
        sealed_picture=request.POST.get("gambar", "")[:_LONGEST_PICTURE],
        desk=clean(request.POST.get("meja", ""))[:60],
        has_agreed=request.POST.get("setuju") == "ya",
    )


def sent_file(request: HttpRequest, *, name: str) -> bytes:
    """Return the bytes of a sent file, nothing where there is none; the edge has bounded them."""
    file = request.FILES.get(name)
    return b"" if file is None or isinstance(file, list) else bytes(file.read())


def clean(text: str) -> str:
    """Return a text without what no text holds: NUL, lone surrogates, other line ends."""
    return text.replace("\x00", "").replace("\r\n", "\n").encode("utf-8", "ignore").decode().strip()


def written_picture(picture: bytes) -> str:
    """Return a redrawn picture sealed, as it stands in the form of consent; nothing where it is too large for that."""
    if not picture:
        return ""
    written = base64.b64encode(verification.seal_picture(picture)).decode()
    return written if len(written) <= _LONGEST_PICTURE else ""


def read_picture(written: str) -> bytes:
    """Return the picture of a form of consent: only what we redrew and sealed ourselves is taken back."""
    if not written:
        return b""
    try:
        return verification.unseal_picture(base64.b64decode(written, validate=True))
    except (ValueError, Refusal):  # binascii's error is one, and so is what it says of signs that are not ASCII
        return b""


def _is_own(link: str) -> bool:
    """Tell whether a link leads to this site."""
    try:
        return urlsplit(link).netloc.casefold() == urlsplit(settings.SITE_URL).netloc.casefold()
    except ValueError:
        return False


def _number(typed: str) -> str:
    try:
        return verification.parse_number(typed[:40])
    except verification.NumberMistyped:
        return verification.new_number()
