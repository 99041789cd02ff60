"""Export a workspace, given by its file and the workbook's; print seconds and the most megabytes it took."""

import re
import resource
import sys
from pathlib import Path
from time import perf_counter

from desktop.operations.exporting import export
from desktop.operations.workspaces import open_workspace


def most_megabytes() -> int:
    """Return the most memory this program has taken; `getrusage` would count what started it as well."""
    status = Path("/proc/self/status")
    if status.exists() and (most := re.search(r"VmHWM:\s*([0-9]+) kB", status.read_text(encoding="utf-8"))):
        return int(most[1]) >> 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


if __name__ == "__main__":
    workspace = open_workspace(Path(sys.argv[1]), "bench", create=False)
    begin = perf_counter()
    export(workspace, Path(sys.argv[2]))
    seconds = perf_counter() - begin
    workspace.close()
    print(f"{seconds:.2f}", most_megabytes())
