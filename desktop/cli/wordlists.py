"""The verb on word lists: check-lexicon."""

import argparse
from pathlib import Path

import resources
from desktop.cli.speaking import Speaker
from desktop.core.wordlists.folders import is_folder_named, office_folders, user_folder
from desktop.core.wordlists.loading import WordLists


def check_lexicon(options: argparse.Namespace, speaker: Speaker) -> int:
    """Tell every error in the word lists, of the program and of the office, a line each."""
    folders: list[Path] = [folder.absolute() for folder in options.folders]
    lists = WordLists(
        resources.path("lexicon"),
        folders or office_folders(),
        must_exist=bool(folders) or is_folder_named(),
    )
    faults = lists.faults()
    for fault in faults:
        speaker.refuse(fault)
    files = lists.office_files()
    for path in files:
        speaker.say("list_used", path=path)
    if faults:
        speaker.say("lists_faulty", number=len(faults))
        return speaker.status
    speaker.say("lists_sound", files=len(files))
    if not files and not folders and (own := user_folder()) is not None:
        speaker.say("lists_go_here", path=own)
    return speaker.status
