r"""The interface's language: which translations are loaded, and the mark on texts that are data.

After a change of texts, from the project's root (`lrelease` makes the .qm of each .ts):

    pyside6-lupdate -no-obsolete -locations none -tr-function-alias QT_TRANSLATE_NOOP=marked \
        -extensions py desktop/ui -ts resources/i18n/doichieu_vi.ts
    pyside6-lupdate (the same) -pluralonly -ts resources/i18n/doichieu_en.ts
    pyside6-lrelease resources/i18n/*.ts
"""

from PySide6.QtCore import QCoreApplication, QLocale, QSettings, QTranslator

import resources
from desktop.core.messages import Language, language_of_environment

_LANGUAGE_SETTING = "language"


def marked(context: str, text: str) -> str:  # noqa: ARG001 - the context is for the tool that collects texts
    """Return `text` as it is, marked to be translated in `context` when it is shown."""
    return text


def chosen_language(settings: QSettings) -> Language:
    """Return the language the user has chosen, else the environment's."""
    choice = str(settings.value(_LANGUAGE_SETTING, ""))
    return Language(choice) if choice in tuple(Language) else language_of_environment()


def choose_language(settings: QSettings, language: Language) -> None:
    """Remember the language for the next start."""
    settings.setValue(_LANGUAGE_SETTING, language.value)


def install_translations(language: Language) -> None:
    """Make the program's and Qt's own texts and number formats speak `language` from now on."""
    country = QLocale.Country.Vietnam if language is Language.VIETNAMESE else QLocale.Country.UnitedKingdom
    QLocale.setDefault(QLocale(QLocale(language.value).language(), country))
    for name in (f"qt_{language}.qm", f"doichieu_{language}.qm"):
        location = resources.path(f"i18n/{name}")
        if location.exists():
            translator = QTranslator(QCoreApplication.instance())
            translator.load(str(location))
            QCoreApplication.installTranslator(translator)
