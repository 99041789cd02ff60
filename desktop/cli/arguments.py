"""The command line's grammar; wrong usage ends with status 2 and argparse's line."""

import argparse
from pathlib import Path

from desktop import __version__
from desktop.cli.speaking import Speaker
from desktop.core.lettering.encoding import CHOICES, Encoding
from desktop.core.outputs.forms import OutputForm


def parsed(arguments: list[str], speaker: Speaker) -> argparse.Namespace:
    """Return the options, with `run` naming the verb's module and function in this package."""
    builders = {
        "extract": _extract,
        "text": _text,
        "import": _import,
        "review": _review,
        "export": _export,
        "findings": _findings,
        "compare": _compare,
        "verify": _verify,
        "fill": _fill,
        "readings": _readings,
        "check-workspace": _check_workspace,
        "check-lexicon": _check_lexicon,
    }
    if arguments and arguments[0] in builders:
        verb = arguments[0]
        parser = argparse.ArgumentParser(prog=f"doichieu {verb}")
        builder = _columns if verb == "export" and "--columns" in arguments else builders[verb]
        builder(parser, speaker)
        options = parser.parse_args(arguments[1:])
        if verb == "check-workspace" and not (options.workspace or options.workspace_option):
            parser.error(speaker.text("wants_workspace"))
        if getattr(options, "format", "") == "xlsx" and options.out is None:
            parser.error(speaker.text("wants_out"))
        if verb == "fill" and options.out is None and not options.suggest:
            parser.error(speaker.text("fill_wants_out"))
        return options
    parser = argparse.ArgumentParser(
        prog="doichieu",
        description=speaker.text("description"),
        epilog="\n".join(
            f"  {name:<16} {speaker.text('help_' + name.replace('-', '_'))}" for name in builders
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _window(parser, speaker)
    return parser.parse_args(arguments)


def _window(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    parser.set_defaults(run="opening:window")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help=speaker.text("help_files"))
    parser.add_argument("-w", "--workspace", metavar="WORKSPACE", help=speaker.text("help_workspace"))
    parser.add_argument("--as", dest="who", metavar="NAME", help=speaker.text("help_who"))
    parser.add_argument("--version", action="version", version=f"doichieu {__version__}")


def _extract(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    parser.description = speaker.text("help_extract")
    parser.set_defaults(run="reading:extract")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help=speaker.text("help_files"))
    parser.add_argument(
        "--format",
        choices=("jsonl", "table", "csv", "xlsx"),
        default="table",
        help=speaker.text("help_format"),
    )
    _lettering(parser, speaker)
    parser.add_argument("--ledger", action="store_true", help=speaker.text("help_ledger"))
    parser.add_argument("-o", "--out", type=Path, metavar="OUT", help=speaker.text("help_out"))


def _text(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    parser.description = speaker.text("help_text")
    parser.set_defaults(run="reading:text")
    parser.add_argument("file", type=Path, metavar="FILE", help=speaker.text("help_files"))
    _lettering(parser, speaker)


def _import(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    parser.description = speaker.text("help_import")
    parser.set_defaults(run="keeping:import_files")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help=speaker.text("help_folders"))
    _lettering(parser, speaker)
    _workspace(parser, speaker)
    parser.add_argument("--as", dest="who", metavar="NAME", help=speaker.text("help_who"))


def _review(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    parser.description = speaker.text("help_review")
    parser.set_defaults(run="keeping:review")
    _workspace(parser, speaker)
    parser.add_argument(
        "--apply", required=True, type=Path, metavar="VERDICTS.jsonl", help=speaker.text("help_apply")
    )
    parser.add_argument("--as", dest="who", metavar="NAME", help=speaker.text("help_who"))


def _export(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    parser.description = speaker.text("help_export")
    parser.set_defaults(run="handing_on:export")
    _workspace(parser, speaker)
    parser.add_argument(
        "-o",
        "--out",
        action="append",
        required=True,
        type=Path,
        dest="outs",
        metavar="OUT",
        help=speaker.text("help_outs"),
    )
    parser.add_argument(
        "--format",
        type=OutputForm,
        choices=tuple(OutputForm),
        dest="form",
        metavar="{" + ",".join(OutputForm) + "}",
        help=speaker.text("help_output_form"),
    )
    parser.add_argument(
        "--tag", action="append", default=[], dest="tags", metavar="TAG", help=speaker.text("help_tag")
    )
    parser.add_argument("--by", choices=("section", "tag"), default="section", help=speaker.text("help_by"))
    parser.add_argument(
        "--pictures", action="store_true", dest="has_pictures", help=speaker.text("help_pictures")
    )
    parser.add_argument("--office", default="", metavar="NAME", help=speaker.text("help_office"))
    # Taken by _columns; here so that the help tells of it.
    parser.add_argument("--columns", action="store_true", help=speaker.text("help_columns"))
    parser.add_argument("--as", dest="who", metavar="NAME", help=speaker.text("help_who"))


def _columns(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the one option of export that needs neither a workspace nor a file, and nothing besides."""
    parser.description = speaker.text("help_export")
    parser.set_defaults(run="handing_on:columns")
    parser.add_argument("--columns", action="store_true", help=speaker.text("help_columns"))


def _findings(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    parser.description = speaker.text("help_findings")
    parser.set_defaults(run="noticing:findings", who=None)
    _workspace(parser, speaker)
    parser.add_argument("--all", action="store_true", dest="has_all", help=speaker.text("help_all_findings"))


def _compare(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    parser.description = speaker.text("help_compare")
    parser.set_defaults(run="returning:compare")
    parser.add_argument("file", type=Path, metavar="FILE.xlsx", help=speaker.text("help_handed"))
    _workspace(parser, speaker)
    parser.add_argument(
        "--accept", nargs="+", action="extend", default=[], metavar="KEY", help=speaker.text("help_accept")
    )
    parser.add_argument("--accept-all", action="store_true", help=speaker.text("help_accept_all"))
    parser.add_argument("--as", dest="who", metavar="NAME", help=speaker.text("help_who"))
    parser.add_argument("--changed-by", metavar="NAME", help=speaker.text("help_changed_by"))


def _verify(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    parser.description = speaker.text("help_verify")
    parser.set_defaults(run="returning:verify")
    parser.add_argument("file", type=Path, metavar="FILE.xlsx", help=speaker.text("help_handed"))
    _workspace(parser, speaker)


def _fill(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    parser.description = speaker.text("help_fill")
    parser.set_defaults(run="forms:fill")
    parser.add_argument("form", type=Path, metavar="FORM.xlsx", help=speaker.text("help_form"))
    _workspace(parser, speaker)
    parser.add_argument("-o", "--out", type=Path, metavar="OUT.xlsx", help=speaker.text("help_out"))
    parser.add_argument("--mapping", type=Path, metavar="FILE.json", help=speaker.text("help_mapping"))
    parser.add_argument("--suggest", action="store_true", help=speaker.text("help_suggest"))
    parser.add_argument("--period", default="", metavar="PERIOD", help=speaker.text("help_form_period"))
    parser.add_argument(
        "--report", action="append", dest="reports", metavar="REPORT", help=speaker.text("help_form_report")
    )
    parser.add_argument("--as", dest="who", metavar="NAME", help=speaker.text("help_who"))


def _readings(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    parser.description = speaker.text("help_readings")
    parser.set_defaults(run="rereading:readings", who=None)
    _workspace(parser, speaker)


def _check_workspace(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    parser.description = speaker.text("help_check_workspace")
    parser.set_defaults(run="keeping:check_workspace")
    parser.add_argument("workspace", nargs="?", metavar="WORKSPACE", help=speaker.text("help_workspace"))
    parser.add_argument("-w", "--workspace", dest="workspace_option", metavar="WORKSPACE")


def _check_lexicon(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    parser.description = speaker.text("help_check_lexicon")
    parser.set_defaults(run="wordlists:check_lexicon")
    parser.add_argument(
        "folders", nargs="*", type=Path, metavar="FOLDER", help=speaker.text("help_lexicon_folders")
    )


def _lettering(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    parser.add_argument(
        "--lettering",
        type=Encoding,
        choices=CHOICES,
        metavar="{" + ",".join(CHOICES) + "}",
        help=speaker.text("help_lettering"),
    )


def _workspace(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    parser.add_argument(
        "-w", "--workspace", required=True, metavar="WORKSPACE", help=speaker.text("help_workspace")
    )
