"""What the project as a whole promises: where its packages come from, what it needs, what stays apart."""

import ast
import importlib
import importlib.metadata
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")
VIETNAMESE_LETTERS = "ăâđêôơưĂÂĐÊÔƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA)))


@pytest.mark.parametrize("package", ["desktop", "db", "resources"])
def test_our_packages_come_from_this_tree(package: str) -> None:
    module = importlib.import_module(package)
    assert Path(str(module.__file__)) == ROOT / package / "__init__.py"


def test_packaging_is_still_the_one_from_pypi() -> None:
    import packaging.version

    assert not (ROOT / "packaging" / "__init__.py").exists()
    assert ROOT / "packaging" not in Path(packaging.version.__file__).parents


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_names_no_registry(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"https?:|file:|index-url|find-links|@", text)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_is_pinned_and_hashed(lock: str) -> None:
    entries = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    unpinned = [
        entry for entry in entries if not re.match(r"[a-z0-9-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", entry)
    ]
    assert entries
    assert not unpinned


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_serves_a_python_that_is_a_release_candidate(lock: str) -> None:
    # Ubuntu 22.04 has 3.11.0rc1, which old pips hold to be in no range of full versions.
    assert "python_full_version" not in (ROOT / lock).read_text(encoding="utf-8")


def test_both_locks_agree() -> None:
    assert _pins("requirements.lock") <= _pins("requirements-dev.lock")


def test_every_dependency_is_locked() -> None:
    project = _pyproject()["project"]
    wanted = {re.split(r"[<>=\[ ]", name)[0].lower() for name in project["dependencies"]}
    assert wanted <= {pin.split("==")[0] for pin in _pins("requirements.lock")}


def test_every_import_is_a_declared_dependency() -> None:
    project = _pyproject()["project"]
    declared = [*project["dependencies"], *project["optional-dependencies"]["postgresql"]]
    names = {re.split(r"[<>=\[ ]", name)[0].lower() for name in declared} | {"doichieu"}
    by_module = importlib.metadata.packages_distributions()
    foreign = _imported_modules() - sys.stdlib_module_names - {"desktop", "db", "resources"}
    undeclared = [
        module
        for module in sorted(foreign)
        if names.isdisjoint(_canonical(distribution) for distribution in by_module.get(module, [module]))
    ]
    assert undeclared == []


def test_qt_stays_below_the_release_that_loses_references() -> None:
    [pin] = [pin for pin in _pins("requirements.lock") if pin.startswith("pyside6-essentials==")]
    version = tuple(int(part) for part in pin.split("==")[1].split(".")[:2])
    assert (6, 10) <= version < (6, 12)


@pytest.mark.parametrize("target", ["run", "test", "bench", "bundle", "lint", "clean"])
def test_make_knows_the_target(target: str) -> None:
    dry_run = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, check=False)
    assert dry_run.returncode == 0


@pytest.mark.parametrize("module", ["desktop.cli", "desktop.operations", "desktop.core", "db"])
def test_starts_without_qt(module: str) -> None:
    program = f"import {module}, sys; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0


def test_command_line_says_its_version() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "desktop", "--version"], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert _pyproject()["project"]["version"] in told.stdout


def test_changelog_names_the_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## \[{re.escape(_pyproject()['project']['version'])}\]", changelog, re.MULTILINE)


def test_font_has_every_vietnamese_letter(qapp: object) -> None:
    from PySide6.QtGui import QFontMetrics
    from PySide6.QtWidgets import QApplication

    metrics = QFontMetrics(QApplication.font())
    assert [letter for letter in VIETNAMESE_LETTERS if not metrics.inFontUcs4(ord(letter))] == []


def _pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def _imported_modules() -> set[str]:
    """Return the top-level names that the program imports, anywhere in a module."""
    found: set[str] = set()
    for package in ("desktop", "db", "resources"):
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_bytes())):
                if isinstance(node, ast.Import):
                    found.update(alias.name.split(".")[0] for alias in node.names)
                elif isinstance(node, ast.ImportFrom) and node.module:
                    found.add(node.module.split(".")[0])
    return found


def _canonical(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


def _pins(lock: str) -> set[str]:
    return set(re.findall(r"^[a-z0-9-]+==[^\s;]+", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))
