"""Where the shipped data is, told without `pathlib`, which takes long to import."""

from __future__ import annotations

import os
import stat

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHELF = os.path.join(PACKAGE, "knowledge.shelf")  # the compiled data, in a wheel

# Bytes of a file that is read: four times as many as the longest plan has that can be asked for.
LARGEST = 4_000_000
TOO_LARGE = f"it is larger than {LARGEST // 10**6} megabytes"


def data_dir() -> str:
    """The folder of the data: inside the installed package, or beside `src` in a checkout.

    Only `__file__` decides. An editable install may leave a stale copy in site-packages, which a
    search of `sys.path` would find.
    """
    packaged = os.path.join(PACKAGE, "data")
    checkout = os.path.dirname(os.path.dirname(PACKAGE))
    return packaged if os.path.isdir(packaged) else os.path.join(checkout, "data")


def data_files(folder: str) -> list[str]:
    """The names of the data files in a folder; hidden files are an editor's or a file system's.

    Whoever reads a pipe waits until somebody writes, so a pipe is no data file.
    """
    named = [name for name in os.listdir(folder) if name.endswith((".yaml", ".yml"))]
    seen = sorted(name for name in named if not name.startswith("."))
    return [name for name in seen if not _is_pipe(os.path.join(folder, name))]


def _is_pipe(file: str) -> bool:
    try:
        return stat.S_ISFIFO(os.stat(file).st_mode)
    except OSError:  # of a link to nowhere, which is told when it is read
        return False
