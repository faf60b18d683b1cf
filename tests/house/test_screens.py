"""What people see: templates, styles, words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template.loader import get_template

from suluh.foundation import words
from tests.house.sources import HOUSE, ROOMS, place, templates, told

# Templates that a framework asks for by a name of its own.
ASKED_FOR_BY = {
    "account/": "django-allauth's pages",
    "allauth/": "django-allauth's elements and layouts",
    "mfa/": "django-allauth's pages",
    "400.html": "Django",
    "403.html": "Django",
    "403_csrf.html": "Django",
    "404.html": "Django",
    "500.html": "Django",
    "django/": "Django's form renderer",
}
NAMED = re.compile(r"""\{%\s*(?:include|extends)\s+["']([^"']+)["']""")
COLOUR = re.compile(
    r"#[0-9a-fA-F]{3,8}\b|\b(?:rgba?|hsla?|oklch|oklab|lab|lch|hwb)\(|:\s*(?:white|black|red|blue|green|gr[ae]y)\b"
)
PIXELS = re.compile(r"(?<![\w.])\d*\.?\d+px\b")
INLINE = re.compile(r"""<[a-z][^>]*?\s(?:style|on[a-z]+)\s*=""", re.IGNORECASE)
UNSIGNED = re.compile(
    r"<(?:script|style)\b(?![^>]*(?:\bsrc=|\bnonce=|application/ld\+json|application/json))", re.IGNORECASE
)
FOREIGN = re.compile(
    r"""(?:\b(?:src|srcset|action|poster)=["']|<link\b[^>]*?\bhref=["']|url\(\s*["']?|\bfrom\s+["']|\bimport\(?\s*["']"""
    r"""|\bfetch\(\s*["'`])(?:https?:)?//"""
)


def screen_files(*endings: str) -> list[Path]:
    """Return templates, styles and behaviours of ours, by their endings; vendored files are not ours."""
    found = [path for ending in endings for path in sorted(HOUSE.rglob(f"*{ending}"))]
    return [path for path in found if "vendor" not in path.parts and "tests" not in path.parts]


def _lines(path: Path, *, pattern: re.Pattern[str]) -> list[str]:
    text = re.sub(r"\{#.*?#\}", "", path.read_text())
    return [
        f"{place(path, line=number)} {line.strip()[:100]}"
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]


def test_every_template_can_be_read_and_names_templates_that_exist() -> None:
    wrong = []
    known = templates()
    for name, path in known.items():
        get_template(name)
        wrong += [
            f"{name} names {other}" for other in NAMED.findall(path.read_text()) if not _exists(other, known=known)
        ]

    assert not wrong, told(wrong, do="a template names one that is not there:")


def _exists(name: str, *, known: dict[str, Path]) -> bool:
    return name in known or bool(get_template(name))


def test_every_template_is_used() -> None:
    said = "\n".join(
        path.read_text() for path in [*screen_files(".html", ".txt"), *HOUSE.rglob("*.py")] if "tests" not in path.parts
    )
    wrong = []
    for name, path in templates().items():
        is_found_by_looking = path.name == "example.html" or name.startswith(tuple(ASKED_FOR_BY))
        # A subject and a body of a mail are named by what they share.
        stem = re.sub(r"(_subject|_message)?\.(html|txt)$", "", name)
        # A template chosen by a block's kind: f"web/blocks/{block.kind}.html", or "web/blocks/"|add:… in a template.
        is_chosen = any(f"{name.rsplit('/', 1)[0]}/{end}" in said for end in ("{", '"', "%s"))
        if not is_found_by_looking and not is_chosen and name not in said and stem not in said:
            wrong.append(path.relative_to(HOUSE))

    assert not wrong, told(wrong, do="nobody asks for these templates; delete them:")


def test_a_component_shows_itself() -> None:
    folders = [path for path in sorted((HOUSE / "web" / "components").iterdir()) if path.is_dir()]
    wrong = [path.name for path in folders if not (path / "example.html").exists()]

    assert not wrong, told(wrong, do="add an example.html to the component's folder:")


def test_colours_and_sizes_come_from_tokens() -> None:
    wrong = []
    for path in screen_files(".css"):
        if path.name == "1-tokens.css":
            continue
        for found in [*_lines(path, pattern=COLOUR), *_lines(path, pattern=PIXELS)]:
            wrong += [] if "/*" in found else [found]

    assert not wrong, told(wrong, do="take it from styles/1-tokens.css, or say beside the line why not:")


def test_nothing_is_styled_or_scripted_inside_a_tag() -> None:
    wrong = [line for path in screen_files(".html") for line in _lines(path, pattern=INLINE)]

    assert not wrong, told(wrong, do="the Content-Security-Policy forbids it; use a class or a custom element:")


def test_scripts_and_styles_in_a_page_carry_the_nonce() -> None:
    wrong = [line for path in screen_files(".html") for line in _lines(path, pattern=UNSIGNED)]

    assert not wrong, told(wrong, do='write nonce="{{ csp_nonce }}", or better a file:')


def test_no_page_asks_a_third_party() -> None:
    wrong = [line for path in screen_files(".html", ".css", ".js") for line in _lines(path, pattern=FOREIGN)]

    assert not wrong, told(wrong, do="serve the file from here; readers are nobody else's business:")


@pytest.mark.parametrize(
    ("text", "pattern", "is_found"),
    [
        ('<p style="x">', INLINE, True),
        ('<meta content="x">', INLINE, False),
        ('<button class="a" onclick="b()">', INLINE, True),
        ("<script>", UNSIGNED, True),
        ('<script src="{% static "a.js" %}">', UNSIGNED, False),
        ('<img src="//cdn.example/a.png">', FOREIGN, True),
        ('<a href="https://example.org">', FOREIGN, False),
        ("color: #fff;", COLOUR, True),
        ("color: var(--text);", COLOUR, False),
        ("inset: 12px;", PIXELS, True),
    ],
)
def test_the_patterns_find_what_they_should(text: str, pattern: re.Pattern[str], is_found: bool) -> None:
    assert bool(pattern.search(text)) == is_found


@pytest.mark.slow
@pytest.mark.parametrize("room", ROOMS)
def test_every_word_of_a_room_is_said_in_bahasa_indonesia(room: str) -> None:
    lacking = words.missing(HOUSE / room)

    assert not lacking, told(lacking, do=f"translate in src/suluh/{room}/locale/id/LC_MESSAGES/django.po:")


PLACEHOLDER = re.compile(r"%\(\w+\)[.\d]*[sdf]|\{\w+\}")


@pytest.mark.parametrize("room", ROOMS)
def test_a_translation_has_the_placeholders_of_its_sentence(room: str) -> None:
    wrong = []
    for message in words.read_catalogue(HOUSE / room, language="id"):
        said = message.string if isinstance(message.string, str) else " ".join(message.string or ())
        asked = message.id if isinstance(message.id, str) else " ".join(message.id)
        if message.id and said and set(PLACEHOLDER.findall(said)) != set(PLACEHOLDER.findall(asked)):
            wrong.append(f"{asked} → {said}")

    assert not wrong, told(wrong, do="use the same placeholders in the translation:")
