"""The door of authenticity: codes, seals, the register."""

from __future__ import annotations

from suluh.authenticity.actions.register_seals import SealedFile, issue_code, register_seals
from suluh.authenticity.codes import CodeMistyped, new_code
from suluh.authenticity.codes import parse as parse_code
from suluh.authenticity.keys import office_signer, trust_list
from suluh.authenticity.models import Code, Seal
from suluh.authenticity.sealing import Claims, SealFailed, SealRefused, seal
from suluh.authenticity.signers import Signer

__all__ = [
    "Claims",
    "Code",
    "CodeMistyped",
    "Seal",
    "SealFailed",
    "SealRefused",
    "SealedFile",
    "Signer",
    "issue_code",
    "new_code",
    "office_signer",
    "parse_code",
    "register_seals",
    "seal",
    "trust_list",
]
