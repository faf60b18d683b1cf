import json
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
