import io
import random
import threading
from collections import Counter
from dataclasses import replace
from datetime import datetime

import c2pa
import pypdfium2
import pytest
from PIL import Image

from suluh.authenticity import media
from suluh.authenticity.authority import Authority
from suluh.authenticity.frame import store_in
from suluh.authenticity.sealing import Claims, SealFailed, SealRefused, seal
from suluh.authenticity.signers import CallbackSigner, LocalSigner
from suluh.authenticity.tests.conftest import OFFICE
from suluh.authenticity.tests.samples import sample
from suluh.authenticity.trust import TrustList
from suluh.authenticity.verifying import verify

KINDS = media.SEALED_INSIDE
PICTURES = (media.PNG, media.JPEG, media.WEBP)


@pytest.fixture(scope="module")
def sealed(signer: LocalSigner, claims: Claims) -> dict[str, bytes]:
    return {kind: seal(sample(kind), media_type=kind, signer=signer, claims=claims) for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_a_sealed_file_is_genuine_and_says_who_and_what(
    sealed: dict[str, bytes], kind: str, trust: TrustList, claims: Claims
) -> None:
    found = verify(sealed[kind], name="berkas", trust=trust)

    assert (found.state, found.problems, found.evidence) == ("genuine", (), ())
    assert (found.office, found.code, found.code_url) == (OFFICE, claims.code, claims.code_url)
    assert (found.title, found.revision, found.signed_at) == (claims.title, claims.revision, claims.at)
    assert found.media_type == kind
    assert "OU=pali" in found.subject


@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_says_that_nobody_approved_it(
    sealed: dict[str, bytes], kind: str, signer: LocalSigner, trust: TrustList, claims: Claims
) -> None:
    draft = seal(sample(kind), media_type=kind, signer=signer, claims=replace(claims, is_draft=True))
    found = verify(draft, name="berkas", trust=trust)
    approved = verify(sealed[kind], name="berkas", trust=trust)

    assert (found.state, found.is_draft, found.office) == ("genuine", True, OFFICE)
    assert str(found.sentence).startswith("Draf: ")
    assert (approved.is_draft, str(approved.sentence).startswith("Asli: ")) == (False, True)


@pytest.mark.parametrize("kind", PICTURES)
def test_a_draft_cannot_be_made_to_look_approved(
    kind: str, signer: LocalSigner, trust: TrustList, claims: Claims
) -> None:
    draft = seal(sample(kind), media_type=kind, signer=signer, claims=replace(claims, is_draft=True))
    assert draft.count(b'"is_draft":true') == 1
    for other in (b'"is_draft":null', b'"is_drift":true', b'"is_draft":   0'):
        forged = draft.replace(b'"is_draft":true', other)

        assert verify(forged, name="berkas", trust=trust).state == "altered"


def test_a_draft_is_not_called_published(signer: LocalSigner, claims: Claims) -> None:
    draft = seal(sample(media.PNG), media_type=media.PNG, signer=signer, claims=replace(claims, is_draft=True))

    assert b"c2pa.created" in draft
    assert b"c2pa.published" not in draft


@pytest.mark.parametrize("kind", KINDS)
def test_another_reader_trusts_the_seal_too(sealed: dict[str, bytes], kind: str, trust: TrustList) -> None:
    settings = {"version": 1, "trust": {"trust_anchors": trust.roots}, "verify": {"remote_manifest_fetch": False}}
    with c2pa.Reader(kind, io.BytesIO(sealed[kind]), context=c2pa.Context.from_dict(settings)) as reader:
        manifest = reader.get_active_manifest()
        state = reader.get_validation_state()

    said = {assertion["label"]: assertion["data"] for assertion in manifest["assertions"]}
    assert state == "Trusted"
    assert [a["action"] for a in said["c2pa.actions.v2"]["actions"]] == ["c2pa.created", "c2pa.published"]
    assert said["c2pa.actions.v2"]["actions"][0]["digitalSourceType"].endswith("/digitalCreation")
    assert said["cawg.metadata"]["dc:rights"] == "CC BY 4.0"
    assert said["suluh.seal"]["code"] == "K7QX-42M8"


@pytest.mark.parametrize("kind", PICTURES)
def test_sealing_changes_no_pixel(sealed: dict[str, bytes], kind: str) -> None:
    with Image.open(io.BytesIO(sample(kind))) as before, Image.open(io.BytesIO(sealed[kind])) as after:
        assert before.tobytes() == after.tobytes()


def test_a_sealed_pdf_opens_and_shows_the_same(sealed: dict[str, bytes]) -> None:
    drawn = []
    for data in (sample(media.PDF), sealed[media.PDF]):
        document = pypdfium2.PdfDocument(data)
        drawn.append(document[0].render(scale=1).to_pil().tobytes())
        document.close()

    assert drawn[0] == drawn[1]


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_no_byte_can_be_changed_unseen(sealed: dict[str, bytes], kind: str, trust: TrustList) -> None:
    """200 seeded places over the whole file, and 200 within the seal, where C2PA's own hashes do not reach."""
    rng = random.Random(f"suluh {kind}")  # noqa: S311 - seeded on purpose
    data = sealed[kind]
    mark = data.find(b"jumdc2pa") if kind != media.SVG else data.find(b"<c2pa:manifest>")
    places = [rng.randrange(len(data)) for _n in range(200)]
    places += [rng.randrange(mark - 20, min(mark + 4000, len(data))) for _n in range(200)]
    states: Counter[str] = Counter()
    for place in places:
        changed = bytearray(data)
        changed[place] ^= rng.randrange(1, 256)
        states[verify(bytes(changed), name="berkas", trust=trust).state] += 1

    assert states["genuine"] == 0
    assert states["altered"] > 200


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_added_and_cut_off_bytes_are_seen(sealed: dict[str, bytes], kind: str, trust: TrustList) -> None:
    data = sealed[kind]
    changes = [data + b"\x00", data + b"PK\x03\x04", data[:-1], data[: len(data) // 2], data + data]

    assert "genuine" not in {verify(changed, name="berkas", trust=trust).state for changed in changes}


def test_the_seal_of_another_file_does_not_fit(
    sealed: dict[str, bytes], signer: LocalSigner, claims: Claims, trust: TrustList
) -> None:
    other = seal(sample(media.PNG, size=(49, 32)), media_type=media.PNG, signer=signer, claims=claims)
    stolen = store_in(other, media_type=media.PNG)
    own = store_in(sealed[media.PNG], media_type=media.PNG)
    swapped = sealed[media.PNG].replace(own, stolen)

    assert len(own) == len(stolen)
    assert verify(swapped, name="berkas", trust=trust).state == "altered"


def test_a_changed_pixel_is_told_as_changed_content(sealed: dict[str, bytes], trust: TrustList) -> None:
    changed = bytearray(sealed[media.WEBP])
    changed[60] ^= 1
    found = verify(bytes(changed), name="berkas", trust=trust)

    assert found.state == "altered"
    assert "assertion.dataHash.mismatch" in found.evidence
    assert found.office == OFFICE


@pytest.mark.parametrize("kind", PICTURES)
def test_a_stripped_seal_leaves_an_unsealed_file(sealed: dict[str, bytes], kind: str, trust: TrustList) -> None:
    out = io.BytesIO()
    with Image.open(io.BytesIO(sealed[kind])) as picture:
        picture.save(out, picture.format)

    assert verify(out.getvalue(), name="berkas", trust=trust).state == "unsealed"


@pytest.mark.parametrize("kind", KINDS)
def test_a_seal_of_a_strangers_authority_is_not_ours(
    sealed: dict[str, bytes], kind: str, other_trust: TrustList
) -> None:
    found = verify(sealed[kind], name="berkas", trust=other_trust)

    assert found.state == "not_ours"
    assert (found.office, found.code) == ("", "")
    assert found.problems


def test_an_office_cannot_seal_in_anothers_name(signer: LocalSigner, claims: Claims, trust: TrustList) -> None:
    forged = seal(sample(media.PNG), media_type=media.PNG, signer=signer, claims=replace(claims, office="KPK"))
    found = verify(forged, name="berkas", trust=trust)

    assert (found.state, found.evidence, found.office) == ("not_ours", ("suluh.office",), "")


def test_seals_outlive_a_rotation_and_end_with_a_revocation(fresh: Authority, claims: Claims, now: datetime) -> None:
    signer = fresh.office_signer("pali", name=OFFICE, at=now)
    data = seal(sample(media.PNG), media_type=media.PNG, signer=signer, claims=claims)
    fresh.rotate("pali", name=OFFICE, at=now)

    assert verify(data, name="berkas", trust=fresh.trust_list()).state == "genuine"
    revoked = verify(data, name="berkas", trust=fresh.revoke(fresh.certificates("pali")[0]))
    assert (revoked.state, revoked.evidence) == ("not_ours", ("suluh.revoked",))


@pytest.mark.parametrize("kind", KINDS)
def test_a_key_elsewhere_signs_through_a_callable(
    signer: LocalSigner, claims: Claims, trust: TrustList, kind: str
) -> None:
    remote = CallbackSigner(certificates=signer.certificates, call=signer.sign)
    data = seal(sample(kind), media_type=kind, signer=remote, claims=claims)

    assert verify(data, name="berkas", trust=trust).state == "genuine"


@pytest.mark.parametrize("answer", [b"", b"x" * 64, b"x" * 100])
def test_a_key_elsewhere_that_signs_wrongly_gives_no_seal(signer: LocalSigner, claims: Claims, answer: bytes) -> None:
    remote = CallbackSigner(certificates=signer.certificates, call=lambda data: answer)

    with pytest.raises(SealFailed):
        seal(sample(media.PNG), media_type=media.PNG, signer=remote, claims=claims)


def test_a_sealed_file_is_not_sealed_again(sealed: dict[str, bytes], signer: LocalSigner, claims: Claims) -> None:
    with pytest.raises(SealRefused):
        seal(sealed[media.PNG], media_type=media.PNG, signer=signer, claims=claims)


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"halo", "text/plain"), (b"halo", "image/png"), (sample(media.PNG), "image/jpeg"), (b"", "image/png")],
)
def test_what_cannot_carry_a_seal_is_refused(signer: LocalSigner, claims: Claims, data: bytes, kind: str) -> None:
    with pytest.raises(SealRefused):
        seal(data, media_type=kind, signer=signer, claims=claims)


@pytest.mark.slow
def test_many_seals_at_once_do_not_disturb_each_other(signer: LocalSigner, claims: Claims, trust: TrustList) -> None:
    states: list[str] = []

    def work(number: int) -> None:
        mine = replace(claims, title=f"Naskah {number}")
        for kind in (media.PNG, media.PDF):
            found = verify(seal(sample(kind), media_type=kind, signer=signer, claims=mine), name="", trust=trust)
            states.append(found.state if found.title == mine.title else "mixed up")

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert states == ["genuine"] * 12
