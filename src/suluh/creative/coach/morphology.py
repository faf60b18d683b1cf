"""Words formed by rule from right words, where Hunspell's dictionary does not form them.

The rules of affixes follow the Tata Bahasa Baku Bahasa Indonesia and EYD V: nasal assimilation of me- and pe-, the
enclitics, bound forms written together, reduplication. They are narrow on purpose: a rule that forms too much would
let typing errors pass.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_ENCLITIC = re.compile(r"(.{3,}?)(nya|ku|mu|lah|kah)(lah|kah)?$")
_BOUND_FORMS = """
antar pasca non pra sub multi anti semi swa tuna purna pro intra inter ultra infra supra tele poli adi kontra mikro
makro ekstra maha super trans nara para wira manca bio geo hidro mono mini dwi tri eka panca pramu neo eks re de
"""
BOUND = frozenset(_BOUND_FORMS.split())
# Words of place are written apart from di and ke, so that their -nya tells nothing.
_PLACES = frozenset(["atas", "bawah", "dalam", "luar", "depan", "belakang", "samping", "sini", "sana", "situ", "mana"])
SHORTEST_STEM = 4

Test = Callable[[str], bool]


def nasal(prefix: str, stem: str) -> tuple[str, ...]:
    """Return the forms that ``prefix`` ("me" or "pe") takes before ``stem``: "me", "tulis" gives "menulis"."""
    first = stem[:1]
    joined = {"p": "m", "t": "n", "s": "ny", "k": "ng"}
    if first in joined and stem[1:2] in {"a", "e", "i", "o", "u"}:
        return (prefix + joined[first] + stem[1:],)
    if first in joined:
        return (prefix + {"p": "m", "t": "n", "s": "n", "k": "ng"}[first] + stem, prefix + joined[first] + stem[1:])
    if first in {"b", "f", "v"}:
        return (prefix + "m" + stem,)
    if first in {"c", "d", "j", "z"}:
        return (prefix + "n" + stem,)
    if first in {"a", "e", "i", "o", "u", "g", "h"}:
        return (prefix + "ng" + stem,)
    return (prefix + stem,)


def without_enclitic(word: str) -> str:
    """Return ``word`` less its enclitic (-nya, -ku, -mu, -lah, -kah), or "" where it has none."""
    match = _ENCLITIC.match(word)
    return match.group(1) if match else ""


class Morphology:
    """Forms words from the words that ``knows`` has, on ``roots``; bound forms go with every ``common`` word."""

    def __init__(
        self, *, knows: Callable[[str], bool], roots: Callable[[str], bool], common: Callable[[str], bool]
    ) -> None:
        self._knows = knows
        self._stems = roots
        self._common = common

    def forms(self, word: str) -> bool:
        """Say whether ``word`` is formed by rule from a known word."""
        if "-" in word:
            return self._is_compound(word)
        return self._is_derived(word) or self._has_enclitic(word) or self._is_bound(word)

    def _known(self, word: str) -> bool:
        return self._knows(word) or self._is_derived(word)

    def _is_compound(self, word: str) -> bool:
        parts = word.split("-")
        if parts[0] in {"ke", "se", "per", *BOUND} and len(parts) > 1:
            parts = parts[1:]
        if not all(parts):
            return False
        return all(
            part.isdigit() or self._known(part) or self._has_enclitic(part) or self._is_bound(part) for part in parts
        )

    def _has_enclitic(self, word: str) -> bool:
        match = _ENCLITIC.match(word)
        return bool(
            match and match.group(1) not in _PLACES and (self._known(match.group(1)) or self._is_bound(match.group(1)))
        )

    def _is_bound(self, word: str) -> bool:
        for form in BOUND:
            rest = word[len(form) :]
            if (
                word.startswith(form)
                and len(rest) >= SHORTEST_STEM + (len(form) < SHORTEST_STEM)
                and self._common(rest)
            ):
                return True
        return False

    def _is_derived(self, word: str) -> bool:
        return (
            self._is_passive(word)
            or self._is_active(word)
            or self._is_circumfixed(word)
            or self._is_prefixed(word)
            or self._is_suffixed(word)
        )

    def _is_passive(self, word: str) -> bool:
        """di- of a verb that has an active me- form: digelar from menggelar, but not dirumah."""
        stem = word[2:]
        if not word.startswith("di") or len(stem) < SHORTEST_STEM:
            return False
        actives = nasal("me", stem)
        if self._bare_of_suffix(stem):
            return any(map(self._known_active, actives))
        # Loanwords of an action need no suffix: diverifikasi, diproduksi.
        return self._stems(stem) and (stem.endswith(("asi", "isi", "usi", "ksi")) or any(map(self._knows, actives)))

    def _known_active(self, word: str) -> bool:
        return self._knows(word) or self._is_active(word)

    def _is_active(self, word: str) -> bool:
        """me-...(-kan|-i) on a known stem: mengunggah, merilis."""
        return word.startswith("me") and any(self._stems(stem) for stem in self._bare_stems(word, prefix="me"))

    def _is_circumfixed(self, word: str) -> bool:
        if word.endswith("an"):
            core = word[:-2]
            if core.startswith("pe") and any(self._stems(s) for s in self._bare_stems(core, prefix="pe")):
                return True
            if core.startswith("ketidak") and self._stems(core[7:]):
                return True
            if core.startswith("ke") and len(core) >= SHORTEST_STEM + 2 and self._stems(core[2:]):
                return True
        return False

    def _is_prefixed(self, word: str) -> bool:
        for prefix in ("ber", "ter", "se", "per"):
            rest = word[len(prefix) :]
            if word.startswith(prefix) and len(rest) >= SHORTEST_STEM and self._stems(rest):
                return True
        if word.startswith(("ber", "ter")) and len(word) >= SHORTEST_STEM + 2 and self._stems(word[2:]):
            return True  # ber- and ter- lose their r before another: terekam
        for prefix in ("memper", "diper", "ter", "ber"):
            rest = word[len(prefix) :]
            if word.startswith(prefix) and self._bare_of_suffix(rest):
                return True
        return word.startswith("pe") and any(self._stems(stem) for stem in self._bare_stems(word, prefix="pe"))

    def _is_suffixed(self, word: str) -> bool:
        """-kan and -i of a verb that has an active form (tinggalkan); -an on a known stem (unggahan)."""
        if word.endswith(("kan", "i")) and any(map(self._known_active, nasal("me", word))):
            return self._bare_of_suffix(word)
        if word.endswith("isasi") and len(word) >= SHORTEST_STEM + 5 and self._stems(word[:-5]):
            return True
        return word.endswith("an") and len(word) >= SHORTEST_STEM + 2 and self._stems(word[:-2])

    def _bare_of_suffix(self, rest: str) -> bool:
        return any(
            rest.endswith(suffix) and len(rest) - len(suffix) >= SHORTEST_STEM - 1 and self._stems(rest[: -len(suffix)])
            for suffix in ("kan", "an", "i")
        )

    def _bare_stems(self, word: str, *, prefix: str) -> set[str]:
        """Return the stems of four letters or more that give ``word`` with ``prefix`` and with or without a suffix."""
        found: set[str] = set()
        for suffix in ("", "kan", "i"):
            if not word.endswith(suffix):
                continue
            core = word[: len(word) - len(suffix)] if suffix else word
            for mark, firsts in (("ng", ("", "k")), ("ny", ("s",)), ("n", ("", "t")), ("m", ("", "p")), ("", ("",))):
                if not core.startswith(prefix + mark):
                    continue
                rest = core[len(prefix) + len(mark) :]
                found.update(f + rest for f in firsts if len(f + rest) >= SHORTEST_STEM)
        return {stem for stem in found if word.startswith(nasal(prefix, stem))}
