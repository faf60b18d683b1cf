"""Styles and behaviours without a build step: tokens and components become two style sheets when files are collected.

``suluh/desk.css`` holds the tokens, ``styles/*.css`` and the style of every component; ``suluh/public.css`` holds, of
these, what says ``/* public */`` in its first line. A component's behaviour is served as ``suluh/<component>.js``.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage, Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

WEB = Path(__file__).resolve().parent
PUBLIC_MARK = "/* public */"


def style_sheets() -> dict[str, str]:
    """Return the two style sheets by their static names."""
    sources = [*sorted((WEB / "styles").glob("*.css")), *sorted((WEB / "components").glob("*/*.css"))]
    texts = [source.read_text() for source in sources]
    public = [text.removeprefix(PUBLIC_MARK) for text in texts if text.startswith(PUBLIC_MARK)]
    return {
        "suluh/desk.css": "\n".join(text.removeprefix(PUBLIC_MARK).strip() for text in texts),
        "suluh/public.css": "\n".join(text.strip() for text in public),
    }


def behaviours() -> dict[str, str]:
    """Return each component's behaviour by its static name."""
    return {f"suluh/{path.name}": path.read_text() for path in sorted((WEB / "components").glob("*/*.js"))}


class BundleFinder(BaseFinder):
    """Finds the style sheets and behaviours for ``collectstatic`` and for the development server."""

    def __init__(self, *args: Any, **options: Any) -> None:
        self.folder = Path(settings.STATIC_ROOT).with_name("bundles")
        self.storage = FileSystemStorage(location=self.folder)

    def check(self, **options: Any) -> list[Any]:
        """Return no problems: there is nothing to set."""
        return []

    def find(self, path: str, find_all: bool = False, **options: Any) -> Any:
        """Return where the file called ``path`` lies, made anew where its sources changed."""
        made = style_sheets() | behaviours()
        if path not in made:
            return [] if find_all else None
        written = str(_written(self.folder / path, text=made[path]))
        return [written] if find_all else written

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterable[tuple[str, Storage]]:
        """Yield every file with the storage it lies in."""
        for path, text in (style_sheets() | behaviours()).items():
            _written(self.folder / path, text=text)
            yield path, self.storage


def _written(path: Path, *, text: str) -> Path:
    if not path.exists() or path.read_text() != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        made = path.with_name(f".{path.name}.{os.getpid()}")
        made.write_text(text)
        made.replace(path)
    return path


class NamedByContent(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Files named by their content and compressed; by their plain names where nothing was collected (in tests)."""

    def url(self, name: str, force: bool = False) -> str:
        """Return the address of the static file ``name``."""
        if not self.hashed_files:
            return f"{self.base_url}{name}"
        found: str = super().url(name, force)
        return found
