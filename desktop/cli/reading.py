"""The verbs that only read files: extract, text."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from desktop.cli.speaking import Speaker
from desktop.core import listings
from desktop.core.documents import Format, Page
from desktop.core.errors import RefusedError
from desktop.core.isolation.analysis import Analysis
from desktop.core.isolation.process import ReadingProcess
from desktop.core.lettering.encoding import CHOICES, Encoding


def extract(options: argparse.Namespace, speaker: Speaker) -> int:
    """Print the figures of files, or write them to a file; a refused file does not stop the others."""
    with ReadingProcess(on_notice=speaker.refuse) as process:
        found = analyses(process, options.files, speaker, options.lettering)
        if options.out is None:
            speaker.write(_lines(found, options))
        # Where all are refused there is nothing to put in the place of an old result.
        elif (first := next(found, None)) is not None:
            _write(chain((first,), found), options, speaker)
    return speaker.status


def text(options: argparse.Namespace, speaker: Speaker) -> int:
    """Print the text that the places of a file's figures refer to."""
    with ReadingProcess(on_notice=speaker.refuse) as process:
        for analysis in analyses(process, [options.file], speaker, options.lettering):
            sys.stdout.write(analysis.text)
    return speaker.status


def analyses(
    process: ReadingProcess, files: Iterable[Path], speaker: Speaker, lettering: Encoding | None = None
) -> Iterator[Analysis]:
    """Yield each file read; say of each refused one why, and whose old letters could not be told."""
    for file in files:
        try:
            analysis = process.analyse(file, lettering=lettering)
        except RefusedError as error:
            speaker.refuse(error.refusal)
            continue
        if not analysis.lettering.is_sure:
            speaker.warn("lettering_unsure", name=analysis.name, choices=", ".join(CHOICES))
        yield analysis


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
            pages=_pages(analysis) if options.ledger else (),
        )


def _pages(analysis: Analysis) -> Sequence[Page]:
    if analysis.format is not Format.PDF:
        return ()
    from desktop.core.layouts import unpack

    return unpack(analysis.layout, analysis.text).pages


def _write(found: Iterable[Analysis], options: argparse.Namespace, speaker: Speaker) -> None:
    try:
        if options.format == "xlsx":
            from desktop.core.workbooks.readings import write_readings

            write_readings([(one.name, one.text, one.extraction) for one in found], options.out)
        else:
            from desktop.core.workbooks.replacing import replace_text

            replace_text(options.out, _lines(found, options))
    except RefusedError as error:
        speaker.refuse(error.refusal)
