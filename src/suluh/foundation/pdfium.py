"""PDFium serves one thread at a time: whoever reads or draws a PDF holds this lock, or the whole server may end."""

from __future__ import annotations

import threading

ALONE = threading.Lock()
