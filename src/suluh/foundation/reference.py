"""The reference, written from the code: one Markdown page for each subject, the same bytes each time.

Pages of the whole house are made here. A room, or a part of one, that has more to say keeps a ``reference.py`` with a
function ``reference_page``; it is found by looking and its page is named ``PAGE``, or else like its folder.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import TypeVar

import click

from suluh.foundation import audit, words
from suluh.foundation.errors import Refusal
from suluh.foundation.events import Event
from suluh.foundation.states import States
from suluh.settings.environment import ROOT

C = TypeVar("C")

FOLDER = ROOT / "docs" / "reference"
NOTE = "Written by `suluh reference`; edit the code it names, not this page."
# Modules that do something when they are imported, or belong to tests.
_LEFT_OUT = {"__main__", "pytest_plugin", "wsgi", "tests", "migrations", "conftest"}


def pages() -> dict[str, str]:
    """Return every page of the reference by its file's name. Django must be set up."""
    modules = tuple(all_modules())
    made = {
        "settings.md": settings_page(),
        "commands.md": commands_page(),
        "events.md": events_page(),
        "states.md": states_page(),
        "actions.md": actions_page(),
        "errors.md": errors_page(),
        "doors.md": doors_page(),
    }
    for module in modules:
        if module.__name__.endswith(".reference") and hasattr(module, "reference_page"):
            name = getattr(module, "PAGE", module.__name__.split(".")[-2])
            if f"{name}.md" in made:
                raise RuntimeError(f"two pages of the reference are called {name}")
            made[f"{name}.md"] = module.reference_page()
    return {"index.md": _index(made)} | made


def differing(folder: Path) -> list[str]:
    """Return the names of the pages that stand otherwise in ``folder`` than the code says, or should not be there."""
    made = pages()
    there = {path.name: path.read_text() for path in sorted(folder.glob("*.md"))}
    return sorted(name for name in made.keys() | _written_by_us(there) if made.get(name) != there.get(name))


def write(folder: Path) -> list[str]:
    """Write the pages that changed, remove those the code has no more, and return their names."""
    changed = differing(folder)
    made = pages()
    folder.mkdir(parents=True, exist_ok=True)
    for name in changed:
        if name in made:
            (folder / name).write_text(made[name])
        else:
            (folder / name).unlink()
    return changed


def _written_by_us(there: Mapping[str, str]) -> set[str]:
    return {name for name, text in there.items() if NOTE in text}


def all_modules() -> Iterator[ModuleType]:
    """Import and yield every module of the house that may be imported without a consequence."""
    import suluh

    names = sorted(found.name for found in _walk(suluh.__path__, prefix="suluh."))
    for name in names:
        yield importlib.import_module(name)


def _walk(path: Iterable[str], *, prefix: str) -> Iterator[pkgutil.ModuleInfo]:
    for found in pkgutil.iter_modules(path, prefix=prefix):
        if found.name.rsplit(".", 1)[-1] in _LEFT_OUT:
            continue
        yield found
        if found.ispkg:
            inside = [str(Path(folder) / found.name.rsplit(".", 1)[-1]) for folder in path]
            yield from _walk(inside, prefix=f"{found.name}.")


def page(title: str, *, about: str, lines: Iterable[str]) -> str:
    """Return a page with its title, one paragraph that says what it is about, and its lines."""
    return "\n".join([f"# {title}", "", about, "", f"*{NOTE}*", "", *lines]).rstrip() + "\n"


def table(columns: tuple[str, ...], *, rows: Iterable[tuple[str, ...]]) -> list[str]:
    """Return the lines of a Markdown table; a bar inside a cell is escaped."""
    lines = [f"| {' | '.join(columns)} |", f"|{' --- |' * len(columns)}"]
    for row in rows:
        cells = (" ".join(cell.split()).replace("|", "\\|") for cell in row)
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def _first_line(thing: object) -> str:
    said = inspect.getdoc(thing) or ""
    paragraph = said.split("\n\n", 1)[0]
    return " ".join(paragraph.split())


def _index(made: Mapping[str, str]) -> str:
    rows = []
    for name in sorted(made):
        title = made[name].splitlines()[0].removeprefix("# ")
        rows.append((f"[{title}]({name})", made[name].splitlines()[2]))
    return page(
        "Reference", about="What Suluh is made of, as the code says it.", lines=table(("page", "about"), rows=rows)
    )


def settings_page() -> str:
    """Return the page of the settings, from the comments in ``settings/environment.py``."""
    from suluh.settings import environment

    rows = []
    for name, said in setting_comments(inspect.getsource(environment)).items():
        meaning, _, default = said.partition(" Default: ")
        rows.append((f"`{name}`", meaning, default.rstrip(".") or "—"))
    return page(
        "Settings",
        about="Environment variables, read once at the start. `suluh settings` shows what was read.",
        lines=table(("variable", "what it says", "default"), rows=rows),
    )


def setting_comments(source: str) -> dict[str, str]:
    """Return what the comments over the fields of ``Environment`` say, by variable, in their order."""
    body = source.split("class Environment:", 1)[1].split("\n\n\n", 1)[0]
    found: dict[str, list[str]] = {}
    current = ""
    for line in (line.strip() for line in body.splitlines()):
        if not line.startswith("# "):
            current = ""
            continue
        began = re.match(r"# (SULUH_[A-Z_0-9]+): (.+)", line)
        if began:
            current = began[1]
            found[current] = [began[2]]
        elif current:
            found[current].append(line.removeprefix("# "))
    return {name: " ".join(lines) for name, lines in found.items()}


def commands() -> dict[str, click.Command]:
    """Return every command by its name, as its file makes it."""
    found = {}
    for module in all_modules():
        room = module.__name__.rsplit(".", 1)[0]
        if room.endswith(".commands"):
            found[module.__name__.rsplit(".", 1)[1].replace("_", "-")] = module.command
    return dict(sorted(found.items()))


def commands_page() -> str:
    """Return the page of the command line."""
    lines: list[str] = []
    for name, command in commands().items():
        context = click.Context(command, info_name=f"suluh {name}")
        usage = " ".join([f"suluh {name}", *command.collect_usage_pieces(context)])
        lines += [f"## suluh {name}", "", inspect.getdoc(command.callback) or "", "", "```", usage, "```", ""]
        records = [record for p in command.get_params(context) if (record := p.get_help_record(context))]
        rows = [(f"`{option}`", said) for option, said in records if not option.startswith("--help")]
        lines += [*table(("option", "what it does"), rows=rows), ""] if rows else []
    return page(
        "Commands",
        about="`suluh COMMAND`. In a checkout: `.venv/bin/suluh`. Every command takes `--help`.",
        lines=lines,
    )


def events_page() -> str:
    """Return the page of the events."""
    rows = [(f"`{e.name}`", ", ".join(f"`{k}`" for k in e.keys), e.meaning) for e in Event.known.values()]
    return page(
        "Events",
        about="What a room tells the rooms above it, inside the transaction of the change. Keys are ids.",
        lines=table(("event", "carries", "when"), rows=sorted(rows)),
    )


def states_page() -> str:
    """Return the page of the lifecycles, each with its diagram."""
    lines: list[str] = []
    for lifecycle in sorted(_below(States), key=lambda cls: cls.__name__):
        lines += [f"## {lifecycle.__name__}", "", _first_line(lifecycle), ""]
        lines += ["```mermaid", *lifecycle.diagram(), "```", ""]
        rows = [
            (f"`{s.name}`", str(s.label), ", ".join(f"`{n}`" for n in s.then) or "—", str(s.late_after or "—"))
            for s in lifecycle.table.values()
        ]
        lines += [*table(("state", "on the screen", "may become", "late after"), rows=rows), ""]
    return page("States", about="Every life of a thing, declared in one place each and checked at import.", lines=lines)


def actions_page() -> str:
    """Return the page of the audited actions."""
    rows = sorted((f"`{name}`", said) for name, said in audit.known_actions.items())
    return page(
        "Actions",
        about="What may be done: each is one transaction and leaves an entry in the journal under this name.",
        lines=table(("action", "what it does"), rows=rows),
    )


def errors_page() -> str:
    """Return the page of the refusals a person may be shown."""
    rows = sorted(
        (f"`{cls.code}`", str(cls.status), cls.__name__, _first_line(cls)) for cls in _below(Refusal) if _is_ours(cls)
    )
    return page(
        "Errors",
        about="What Suluh may refuse. The code stands under the sentence on the screen and in the log.",
        lines=table(("code", "HTTP", "name", "what it means"), rows=rows),
    )


def doors_page() -> str:
    """Return the page of the rooms' doors."""
    lines: list[str] = []
    for room in words.rooms():
        if not (room / "api.py").exists():
            continue
        door = importlib.import_module(f"suluh.{room.name}.api")
        names = getattr(door, "__all__", [])
        rows = [(f"`{name}`", _said_of(getattr(door, name))) for name in sorted(names)]
        lines += [f"## suluh.{room.name}.api", "", _first_line(door), "", *table(("name", "what it is"), rows=rows), ""]
    return page("Doors", about="What a room offers the rooms above it: its `api.py`, and nothing else.", lines=lines)


def _said_of(thing: object) -> str:
    if inspect.isclass(thing):
        own = vars(thing).get("__doc__") or ""  # not what a base says of itself
        return "" if own.startswith(f"{thing.__name__}(") else " ".join(own.split("\n\n", 1)[0].split())
    if inspect.isroutine(thing) or inspect.ismodule(thing):
        return _first_line(thing)
    return f"value of type `{type(thing).__name__}`"


def _is_ours(cls: type) -> bool:
    return cls.__module__.startswith("suluh.") and ".tests." not in cls.__module__


def _below(cls: type[C]) -> Iterator[type[C]]:
    for child in cls.__subclasses__():
        if _is_ours(child):
            yield child
        yield from _below(child)
