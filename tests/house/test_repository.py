"""The repository as others find it: locks, paths, links, migrations."""

from __future__ import annotations

import ast
import re
import tomllib

import pytest
from django.core.management import call_command

from tests.house.sources import HOUSE, ROOT, all_texts, house_python, told, tree

MACHINE_PATH = re.compile(r"(?<![\w.>\])}*-])/(?:work|root|home)/[\w.]")
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")

# Who may see every office's rows, and why.
SEES_THE_WHOLE_HOUSE = {
    "agencies/actions/accept_invitation.py": "who opens an invitation is not yet a member of its office",
    "agencies/actions/keep_api_key.py": "a key is looked up before it is known whose it is",
    "agencies/actions/plant_offices.py": "offices are made by the installation, for all provinces at once",
    "content/tasks.py": "the clock looks for due stories of all offices",
    "creative/actions/share_layout.py": "a leading office decides about another office's layout",
    "creative/actions/share_pack.py": "who opens a shared link is nobody's member: the secret tells whose pack it is",
    "verification/actions/add_source.py": "sources of fact-checks belong to the server, not to an office",
    "verification/actions/plant_examples.py": "the examples of a demonstration belong to no office",
    "verification/importing.py": "what a source says belongs to no office",
    "verification/erasing.py": "what citizens sent is erased on time at every desk, and for who has its number",
    "verification/index.py": "the index of the matcher holds what every office and source knows",
    "verification/progress.py": "a citizen's number is the right to see how far that one question is",
    "verification/reassuring.py": "a text is compared with what people of any office matched before",
    "verification/tasks.py": "the clock weighs the claims of all desks",
    "web/seeding.py": "plants the sample province and tells the operator who can sign in",
}


def test_locks_hold_versions_and_hashes_but_no_addresses() -> None:
    wrong = [
        f"{path.name}:{number} {line.strip()[:80]}"
        for path in sorted((ROOT / "locks").glob("*.txt"))
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if "http" in line.split("==")[-1] or line.startswith(("--index", "--extra", "--find"))
    ]

    assert not wrong, told(wrong, do="make the locks with bin/lock; they must work with any mirror:")


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{number} {line.strip()[:100]}"
        for path, text in all_texts()
        for number, line in enumerate(text.splitlines(), start=1)
        if MACHINE_PATH.search(line)
    ]

    assert not wrong, told(wrong, do="name the folder relative to the repository:")


@pytest.mark.parametrize(("line", "is_found"), [("see " + "/home" + "/ani/x", True), ("web/home/index", False)])
def test_a_machine_path_is_known_when_seen(line: str, is_found: bool) -> None:
    assert bool(MACHINE_PATH.search(line)) == is_found


def test_links_of_the_docs_lead_somewhere() -> None:
    wrong = [
        f"{path.relative_to(ROOT)} → {target}"
        for path, text in all_texts()
        if path.suffix == ".md"
        for target in LINK.findall(re.sub(r"```.*?```", "", text, flags=re.DOTALL))
        if "://" not in target and not target.startswith("mailto:") and not (path.parent / target).exists()
    ]

    assert not wrong, told(wrong, do="mend the link:")


@pytest.mark.slow
@pytest.mark.django_db
def test_every_change_of_a_model_has_its_migration() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=1)


def test_who_sees_the_whole_house_is_listed_here() -> None:
    callers = {
        str(path.relative_to(HOUSE))
        for path in house_python()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("whole_house")
    }

    assert callers == set(SEES_THE_WHOLE_HOUSE), told(
        sorted(callers ^ set(SEES_THE_WHOLE_HOUSE)), do="act for one office, or list the caller here with its reason:"
    )


def test_every_dependency_is_accounted_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["install"]]
    names = {re.split(r"[\[<>=~!]", line)[0] for line in [*wanted, *project["dependency-groups"]["dev"]]}
    page = (ROOT / "docs" / "adr" / "0006-dependencies.md").read_text()
    said = {line.split("|")[1].strip() for line in page.splitlines() if line.startswith("|")} - {"package", "---"}

    assert names == said, told(sorted(names ^ said), do="say in docs/adr/0006-dependencies.md why it is needed:")
