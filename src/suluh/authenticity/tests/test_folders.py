import base64
import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from suluh.authenticity import media
from suluh.authenticity.commands.verify import command
from suluh.authenticity.detached import FILE_NAME, inspect_folder_seal, seal_folder
from suluh.authenticity.folders import verify_path
from suluh.authenticity.sealing import Claims, seal
from suluh.authenticity.signers import LocalSigner
from suluh.authenticity.tests.conftest import OFFICE
from suluh.authenticity.tests.samples import sample
from suluh.authenticity.trust import TrustList, dump_trust

TEXT = "*Cegah korupsi*\n\nKode: K7QX-42M8"


@pytest.fixture
def pack(tmp_path: Path, signer: LocalSigner, claims: Claims) -> Path:
    folder = tmp_path / "paket"
    folder.mkdir()
    picture = seal(sample(media.PNG), media_type=media.PNG, signer=signer, claims=claims)
    files = {"kartu.png": picture, "whatsapp.txt": TEXT.encode(), "x-thread.txt": b"1/1"}
    for name, data in files.items():
        (folder / name).write_bytes(data)
    (folder / FILE_NAME).write_bytes(seal_folder(files, signer=signer, claims=claims))
    return folder


def states(path: Path, *, trust: TrustList, at: datetime) -> dict[str, str]:
    return {Path(found.name).name: found.state for found in verify_path(path, trust=trust, at=at)}


def test_a_pack_as_it_was_made_is_genuine_to_the_last_file(pack: Path, trust: TrustList, now: datetime) -> None:
    assert states(pack, trust=trust, at=now) == dict.fromkeys(
        [FILE_NAME, "kartu.png", "whatsapp.txt", "x-thread.txt"], "genuine"
    )


def test_a_text_alone_is_judged_by_the_seal_beside_it(pack: Path, trust: TrustList, now: datetime) -> None:
    (found,) = verify_path(pack / "whatsapp.txt", trust=trust, at=now)

    assert (found.state, found.office, found.code, found.signed_at) == ("genuine", OFFICE, "K7QX-42M8", now)


def test_changed_added_and_missing_texts_are_told(pack: Path, trust: TrustList, now: datetime) -> None:
    (pack / "whatsapp.txt").write_text(TEXT.replace("Cegah", "Bayar"))
    (pack / "titipan.txt").write_text("Transfer ke nomor ini")
    (pack / "x-thread.txt").unlink()
    found = {Path(f.name).name: f for f in verify_path(pack, trust=trust, at=now)}

    assert found["whatsapp.txt"].state == "altered"
    assert found["titipan.txt"].state == "unsealed"
    assert found["kartu.png"].state == "genuine"
    assert "x-thread.txt" in str(found[FILE_NAME].problems[0])


def test_a_strangers_folder_seal_and_an_outdated_one_are_not_ours(
    pack: Path, other_trust: TrustList, trust: TrustList, now: datetime
) -> None:
    assert set(states(pack, trust=other_trust, at=now).values()) == {"not_ours"}
    assert states(pack, trust=trust, at=now + timedelta(days=4000))["whatsapp.txt"] == "not_ours"


def draft_seal(signer: LocalSigner, claims: Claims) -> bytes:
    return seal_folder({"whatsapp.txt": TEXT.encode()}, signer=signer, claims=replace(claims, is_draft=True))


def test_the_texts_of_a_draft_are_a_draft(
    pack: Path, signer: LocalSigner, claims: Claims, trust: TrustList, now: datetime
) -> None:
    (pack / FILE_NAME).write_bytes(draft_seal(signer, claims))
    (found,) = verify_path(pack / "whatsapp.txt", trust=trust, at=now)

    assert (found.state, found.is_draft, found.office) == ("genuine", True, OFFICE)


def test_the_draft_in_a_folder_seal_cannot_be_taken_away(
    signer: LocalSigner, claims: Claims, trust: TrustList, now: datetime
) -> None:
    parts = json.loads(draft_seal(signer, claims))
    payload = json.loads(base64.urlsafe_b64decode(parts["payload"] + "=="))
    assert payload["is_draft"] is True
    changed = json.dumps(payload | {"is_draft": False}, separators=(",", ":"), sort_keys=True).encode()
    parts["payload"] = base64.urlsafe_b64encode(changed).rstrip(b"=").decode()
    data = json.dumps(parts, indent=1, sort_keys=True).encode() + b"\n"

    assert inspect_folder_seal(data, trust=trust, at=now).inspection.state == "altered"


@pytest.mark.slow
def test_no_byte_of_the_folder_seal_can_be_changed_unseen(pack: Path, trust: TrustList, now: datetime) -> None:
    data = (pack / FILE_NAME).read_bytes()
    for place in range(len(data)):
        changed = bytearray(data)
        changed[place] ^= 1 << place % 8

        assert inspect_folder_seal(bytes(changed), trust=trust, at=now).inspection.state != "genuine"


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b"null", b'{"payload": 1}', b"\xff", b"[" * 100_000, b" " * 2_000_000]
)
def test_a_folder_seal_out_of_form_is_unreadable(data: bytes, trust: TrustList, now: datetime) -> None:
    assert inspect_folder_seal(data, trust=trust, at=now).inspection.state == "unreadable"


def test_folders_within_folders_are_judged_and_links_out_are_not_followed(
    pack: Path, trust: TrustList, now: datetime
) -> None:
    inner = pack / "dalam"
    inner.mkdir()
    (inner / "a.txt").write_text("halo")
    (pack / "pintas").symlink_to(pack.parent)
    found = states(pack, trust=trust, at=now)

    assert found["a.txt"] == "unsealed"
    assert found["pintas"] == "unreadable"


def ask(*arguments: str, trust: TrustList, beside: Path) -> Result:
    trust_file = beside.parent / "trust.pem"
    trust_file.write_text(dump_trust(trust))
    return CliRunner().invoke(command, ["--trust", str(trust_file), *arguments])


def test_the_command_answers_in_one_sentence_and_with_its_exit_code(pack: Path, trust: TrustList) -> None:
    answer = ask(str(pack / "kartu.png"), trust=trust, beside=pack)

    assert answer.exit_code == 0
    assert OFFICE in answer.output.splitlines()[1]
    (pack / "whatsapp.txt").write_text("lain")
    all_of_it = ask(str(pack), trust=trust, beside=pack)
    assert all_of_it.exit_code == 1
    assert all_of_it.output.splitlines()[-1] == "4 berkas: 3 asli, 1 berubah."
    assert ask(str(pack / "tidak-ada.png"), trust=trust, beside=pack).exit_code == 2


def test_the_command_answers_programs_in_json(pack: Path, trust: TrustList) -> None:
    answer = ask("--json", str(pack), trust=trust, beside=pack)
    found = json.loads(answer.output)

    assert {entry["state"] for entry in found} == {"genuine"}
    assert {entry["code"] for entry in found} == {"K7QX-42M8"}


def test_the_command_does_not_call_a_draft_genuine(
    pack: Path, signer: LocalSigner, claims: Claims, trust: TrustList
) -> None:
    (pack / FILE_NAME).write_bytes(draft_seal(signer, claims))
    alone = ask(str(pack / "whatsapp.txt"), trust=trust, beside=pack)
    programs = ask("--json", str(pack / "whatsapp.txt"), trust=trust, beside=pack)
    (pack / "x-thread.txt").unlink()

    assert "Asli" not in alone.output
    assert "belum disetujui" in alone.output.splitlines()[1]
    assert (alone.exit_code, programs.exit_code) == (3, 3)
    assert json.loads(programs.output)[0]["is_draft"] is True
    assert ask(str(pack), trust=trust, beside=pack).output.splitlines()[-1] == (
        "3 berkas: 1 asli, 2 draf yang belum disetujui."
    )
