"""The menu bar, made from the list of actions."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from desktop.ui.actions import ACTIONS, Group, is_triggered, menu_title


def fill_menu_bar(bar: QMenuBar, actions: Mapping[str, QAction]) -> None:
    """Add a menu for each group of actions."""
    for group in Group:
        fill_menu(bar.addMenu(menu_title(group)), actions, group)


def fill_menu(menu: QMenu, actions: Mapping[str, QAction], group: Group) -> None:
    """Add the actions of one group, its parts set apart."""
    for spec in ACTIONS:
        if spec.group is group and is_triggered(spec):
            if spec.starts_part and not menu.isEmpty():
                menu.addSeparator()
            menu.addAction(actions[spec.id])
