"""A bare PySide6 window: paints itself, tells when, and ends."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

from painting import FirstPaint


def main() -> int:
    """Show the window, end once it has painted."""
    application = QApplication(sys.argv)
    window = QMainWindow()
    window.resize(1366, 768)
    FirstPaint(window, then_close=True)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
