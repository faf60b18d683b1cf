"""The door of authenticity: codes, seals, the register."""

from __future__ import annotations

from suluh.authenticity.actions.register_seals import SealedFile, issue_code, register_seals
from suluh.authenticity.codes import ALPHABET as CODE_ALPHABET
from suluh.authenticity.codes import CodeMistyped, check_sign, new_code, plain_signs
from suluh.authenticity.codes import parse as parse_code
from suluh.authenticity.inspection import Inspection
from suluh.authenticity.keys import office_signer, trust_list
from suluh.authenticity.models import Code, Seal
from suluh.authenticity.sealing import Claims, SealFailed, SealRefused, seal
from suluh.authenticity.signers import Signer
from suluh.authenticity.trust import dump_trust, parse_trust
from suluh.authenticity.verifying import verify

__all__ = [
    "CODE_ALPHABET",
    "Claims",
    "Code",
    "CodeMistyped",
    "Inspection",
    "Seal",
    "SealFailed",
    "SealRefused",
    "SealedFile",
    "Signer",
    "check_sign",
    "dump_trust",
    "issue_code",
    "new_code",
    "office_signer",
    "parse_code",
    "parse_trust",
    "plain_signs",
    "register_seals",
    "seal",
    "trust_list",
    "verify",
]
