"""What a seal costs: milliseconds to seal and to verify, and bytes added, for each kind of file.

Run: python bench/seals.py [--rounds 20]
Pictures are 1080 x 1350 px of noise over a gradient (no compression helps them); the others are the tests' samples.
"""

from __future__ import annotations

import argparse
import io
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PIL import Image

from suluh.authenticity import media
from suluh.authenticity.authority import Authority
from suluh.authenticity.detached import inspect_folder_seal, seal_folder
from suluh.authenticity.sealing import Claims, seal
from suluh.authenticity.signers import CallbackSigner, LocalSigner, Signer
from suluh.authenticity.tests.samples import sample
from suluh.authenticity.trust import TrustList
from suluh.authenticity.verifying import verify
from suluh.foundation.clock import now

OFFICE = "Dinas Komunikasi dan Informatika Provinsi Sumatera Selatan"
PICTURES = (media.PNG, media.JPEG, media.WEBP)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        authority = Authority(Path(folder) / "keys")
        trust = authority.set_up(name="Suluh", at=now())
        signer = authority.office_signer("sumsel", name=OFFICE, at=now())
        print(f"{'kind':<28}{'bytes':>10}{'added':>8}{'seal ms':>10}{'verify ms':>11}")
        for kind in media.SEALED_INSIDE:
            _row(kind, signer=signer, trust=trust, rounds=rounds)
        elsewhere = CallbackSigner(certificates=signer.certificates, call=signer.sign)
        _row(media.PNG, signer=elsewhere, trust=trust, rounds=rounds, note=" by callback")
        _folder_row(signer, trust=trust, rounds=rounds)


def _row(kind: str, *, signer: Signer, trust: TrustList, rounds: int, note: str = "") -> None:
    data = _picture(kind) if kind in PICTURES else sample(kind)
    claims = _claims()
    sealed = seal(data, media_type=kind, signer=signer, claims=claims)
    assert verify(sealed, name="", trust=trust).state == "genuine"
    sealing = _median(lambda: seal(data, media_type=kind, signer=signer, claims=claims), rounds=rounds)
    verifying = _median(lambda: verify(sealed, name="", trust=trust), rounds=rounds)
    _print(kind + note, size=len(data), added=len(sealed) - len(data), sealing=sealing, verifying=verifying)


def _folder_row(signer: LocalSigner, *, trust: TrustList, rounds: int) -> None:
    files = {f"berkas-{number}.txt": b"x" * 1000 for number in range(14)}
    claims = replace(_claims(), title="Paket")
    sealed = seal_folder(files, signer=signer, claims=claims)
    sealing = _median(lambda: seal_folder(files, signer=signer, claims=claims), rounds=rounds)
    verifying = _median(lambda: inspect_folder_seal(sealed, trust=trust, at=now()), rounds=rounds)
    _print("SEAL.json of 14 files", size=0, added=len(sealed), sealing=sealing, verifying=verifying)


def _print(name: str, *, size: int, added: int, sealing: float, verifying: float) -> None:
    print(f"{name:<28}{size:>10,}{added:>8,}{sealing:>10.1f}{verifying:>11.1f}")


def _claims() -> Claims:
    url = "https://suluh.example/c/K7QX-42M8"
    return Claims(title="Cegah korupsi", office=OFFICE, code="K7QX-42M8", code_url=url, at=now(), revision="1/3")


def _picture(kind: str) -> bytes:
    ground = Image.radial_gradient("L").resize((1080, 1350))
    grain = Image.effect_noise((1080, 1350), 24)
    picture = Image.merge("RGB", (ground, grain, Image.blend(ground, grain, 0.5)))
    out = io.BytesIO()
    picture.save(out, kind.removeprefix("image/").upper())
    return out.getvalue()


def _median(work: Callable[[], object], *, rounds: int) -> float:
    """Return the median time of one round in milliseconds."""
    times = []
    for _round in range(rounds):
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


if __name__ == "__main__":
    main()
