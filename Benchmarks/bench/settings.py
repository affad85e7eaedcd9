"""Where things are and how large they are; every size comes from the environment, as the Makefile hands it on."""
import os
import pathlib
import shutil

HOME = pathlib.Path(__file__).resolve().parent.parent
ROOT = HOME.parent
WORK = pathlib.Path(os.environ.get("WORK", HOME / ".data"))
PYTHON = HOME / ".venv" / "bin" / "python"
PRODUCT = pathlib.Path(os.environ.get("THAPNIEN", ROOT / ".build" / "release" / "thapnien"))
BUILT = HOME / ".build" / "release"
PROVINCE = ROOT / "datasets" / "kien-giang"
RESULTS = pathlib.Path(os.environ.get("RESULTS", HOME / "RESULTS.md"))


def number(name, default):
    return int(os.environ.get(name) or default)


ROWS = number("ROWS", 10_000_000)
MEMBERS = number("MEMBERS", ROWS // 2)
# Cells of the workbook are twelve times as many.
BOOK_ROWS = number("BOOK_ROWS", min(200_000, ROWS))
VARIANT_ROWS = number("VARIANT_ROWS", min(200_000, ROWS))
# Rows whose instructions are counted; 0 counts none.
COUNTED_ROWS = number("COUNTED_ROWS", min(100_000, ROWS))
# Bytes of the one quoted field.
HUGE = number("HUGE", min(200 << 20, 20 * ROWS))
TURNS = number("TURNS", 5)
# How many times the activities follow each other in the file that only peaks are measured on; 0 leaves that out.
LARGER = number("LARGER", 4)
RANGES = [1, 2, 3, 5, 8]
CORES = os.cpu_count() or 1
VALGRIND = shutil.which("valgrind") if COUNTED_ROWS else None
