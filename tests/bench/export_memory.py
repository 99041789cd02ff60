"""Export a workspace, given by its file and the workbook's; print seconds and the most megabytes it took."""

import resource
import sys
from pathlib import Path
from time import perf_counter

from desktop.operations.exporting import export
from desktop.operations.workspaces import open_workspace

if __name__ == "__main__":
    workspace = open_workspace(Path(sys.argv[1]), "bench", create=False)
    begin = perf_counter()
    export(workspace, Path(sys.argv[2]))
    seconds = perf_counter() - begin
    workspace.close()
    print(f"{seconds:.2f}", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10)
