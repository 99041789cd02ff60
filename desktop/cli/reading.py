"""The verbs that only read files: extract, text."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop.cli.speaking import Speaker
from desktop.core import listings
from desktop.core.errors import RefusedError
from desktop.core.isolation.analysis import Analysis
from desktop.core.isolation.process import ReadingProcess


def extract(options: argparse.Namespace, speaker: Speaker) -> int:
    """Print the figures of files, or write them to a file; a refused file does not stop the others."""
    with ReadingProcess() as process:
        found = analyses(process, options.files, speaker)
        if options.format == "xlsx":
            _write_workbook(list(found), options.out, speaker)
        elif options.out is not None:
            _write_file(_lines(found, options), options.out, speaker)
        else:
            speaker.write(_lines(found, options))
    return speaker.status


def text(options: argparse.Namespace, speaker: Speaker) -> int:
    """Print the text that the places of a file's figures refer to."""
    with ReadingProcess() as process:
        for analysis in analyses(process, [options.file], speaker):
            sys.stdout.write(analysis.text)
    return speaker.status


def analyses(process: ReadingProcess, files: Iterable[Path], speaker: Speaker) -> Iterator[Analysis]:
    """Yield each file read; say of each refused one why."""
    for file in files:
        try:
            yield process.analyse(file)
        except RefusedError as error:
            speaker.refuse(error.refusal)


def _lines(found: Iterable[Analysis], options: argparse.Namespace) -> Iterator[str]:
    is_one_of_many = len(options.files) > 1
    for index, analysis in enumerate(found):
        yield from listings.lines(
            analysis.extraction,
            analysis.text,
            options.format,
            file=analysis.name if is_one_of_many else "",
            has_ledger=options.ledger,
            has_header=index == 0,
        )


def _write_file(lines: Iterable[str], out: Path, speaker: Speaker) -> None:
    from desktop.core.workbooks.replacing import replace_text

    try:
        replace_text(out, lines)
    except RefusedError as error:
        speaker.refuse(error.refusal)


def _write_workbook(found: list[Analysis], out: Path, speaker: Speaker) -> None:
    from desktop.core.workbooks.readings import write_readings

    if not found:
        return
    try:
        write_readings([(one.name, one.text, one.extraction) for one in found], out)
    except RefusedError as error:
        speaker.refuse(error.refusal)
