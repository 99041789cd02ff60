"""Lists of an office are looked for where the system keeps settings, or where the variable says."""

import os
import sys
from pathlib import Path

import pytest

from desktop.core.wordlists.folders import VARIABLE, for_child, is_folder_named, office_folders, user_folder

OF_LINUX = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="settings stand elsewhere there")


@OF_LINUX
def test_users_folder_is_the_last_of_those_for_settings() -> None:
    environment = {"XDG_CONFIG_DIRS": "/etc/a:/etc/b:not/absolute", "HOME": "/home/lan"}
    assert [str(folder) for folder in office_folders(environment)] == [
        "/etc/b/doichieu/lexicon",
        "/etc/a/doichieu/lexicon",
        "/home/lan/.config/doichieu/lexicon",
    ]
    assert user_folder(environment) == Path("/home/lan/.config/doichieu/lexicon")


@OF_LINUX
def test_folder_for_settings_is_the_environments() -> None:
    assert user_folder({"XDG_CONFIG_HOME": "/x", "HOME": "/home/lan"}) == Path("/x/doichieu/lexicon")
    assert user_folder({"XDG_CONFIG_HOME": "x", "HOME": "/h"}) == Path("/h/.config/doichieu/lexicon")
    assert office_folders({}) == (Path("/etc/xdg/doichieu/lexicon"),)


def test_variable_names_folders_instead() -> None:
    environment = {VARIABLE: os.pathsep.join(("a", str(Path("b").absolute()))), "HOME": "/home/lan"}
    assert office_folders(environment) == (Path("a").absolute(), Path("b").absolute())
    assert is_folder_named(environment)


def test_empty_variable_means_no_lists_of_an_office() -> None:
    environment = {VARIABLE: "", "HOME": "/home/lan"}
    assert office_folders(environment) == ()
    assert user_folder(environment) is None
    assert not is_folder_named(environment)
    assert for_child(environment) == {VARIABLE: ""}


def test_child_in_another_folder_is_told_the_whole_path() -> None:
    assert for_child({VARIABLE: "a"}) == {VARIABLE: str(Path("a").absolute())}
    assert for_child({"HOME": "/home/lan"}) == {}
