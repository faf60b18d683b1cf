"""Files that were never ours, and files made to do harm: always a state, never an error."""

import zlib
from dataclasses import replace

import pytest

from suluh.authenticity import media, verifying
from suluh.authenticity.store import ROOT_MARK
from suluh.authenticity.tests.samples import sample
from suluh.authenticity.trust import TrustList
from suluh.authenticity.verifying import verify


def _deep_video() -> bytes:
    inner = b""
    for _level in range(2000):
        inner = (8 + len(inner)).to_bytes(4, "big") + b"moov" + inner
    return b"\x00\x00\x00\x0cftypisom" + inner


def _bomb() -> bytes:
    packed = zlib.compress(bytes(20_000_000))
    head = b"IHDR" + (60_000).to_bytes(4, "big") * 2 + b"\x01\x00\x00\x00\x00"
    chunks = [head, b"IDAT" + packed, b"IEND"]
    body = b"".join((len(c) - 4).to_bytes(4, "big") + c + zlib.crc32(c).to_bytes(4, "big") for c in chunks)
    return b"\x89PNG\r\n\x1a\n" + body


CASES = {
    "nothing": (b"", "unsealed"),
    "text": (b"Halo", "unsealed"),
    "noise": (bytes(range(256)), "unreadable"),
    "a zip": (b"PK\x03\x04" + bytes(60), "unreadable"),
    "HTML as a picture": (b"<html><script>alert(1)</script></html>", "unsealed"),
    "a cut picture": (sample(media.PNG)[:70], "unreadable"),
    "a pixel bomb": (_bomb(), "unsealed"),
    "a deep video": (_deep_video(), "unreadable"),
    "entities": (
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;</svg>',
        "unsealed",
    ),
    "a PDF of nothing": (b"%PDF-1.7\n%%EOF", "unreadable"),
    "a mark in noise": (bytes(40) + ROOT_MARK + bytes(40), "altered"),
    "a picture and then something": (sample(media.JPEG) + b"PK\x03\x04" + bytes(60), "unsealed"),
}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.slow
def test_any_bytes_get_a_state(name: str, trust: TrustList) -> None:
    data, state = CASES[name]
    found = verify(data, name=name, trust=trust)

    assert (found.name, found.state) == (name, state)
    assert str(found.sentence)
    assert found.office == ""


@pytest.mark.parametrize("kind", media.SEALED_INSIDE)
def test_a_file_never_sealed_is_unsealed(kind: str, trust: TrustList) -> None:
    assert verify(sample(kind), name="berkas", trust=trust).state == "unsealed"


def test_a_file_too_large_is_not_looked_into(trust: TrustList, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifying, "MAX_BYTES", 10)

    assert verify(sample(media.PNG), name="berkas", trust=trust).evidence == ("suluh.size",)


def test_an_answer_is_one_sentence_for_every_state(trust: TrustList) -> None:
    found = verify(b"", name="berkas", trust=trust)
    sentences = {
        str(replace(found, state=s).sentence) for s in ("genuine", "altered", "not_ours", "unsealed", "unreadable")
    }

    assert len(sentences) == 5
