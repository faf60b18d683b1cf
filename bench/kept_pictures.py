"""Keep the pictures that the drawing tests compare with: python -m bench.kept_pictures [LAYOUT ...]

Draws every layout (or those named) small, for three offices, two languages and three lengths of text, and writes one
picture a layout into ``creative/drawing/tests/kept/``. Look at what changed before it is committed.
"""

from __future__ import annotations

import sys
import time

from suluh.creative.drawing.layouts import layouts
from suluh.creative.drawing.tests.kept import FOLDER, keep


def main(names: list[str]) -> None:
    """Keep the pictures of the layouts named, or of all, and take away those of layouts that are gone."""
    for path in FOLDER.glob("*.webp"):
        if path.stem not in layouts():
            path.unlink()
            print(f"{path.stem}: removed")
    for name in names or layouts():
        began = time.process_time()
        size = keep(name)
        print(f"{name}: {size // 1000} kB, {time.process_time() - began:.1f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
