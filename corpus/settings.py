"""The settings of a run: frozen values, read from the environment here and nowhere else.

Order of strength: a ``.env`` file in the working folder, then ``SITIR_*`` variables,
then options given on a command line. An unknown ``SITIR_*`` name is refused, so that
a spelling mistake does not pass for a default.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from corpus.errors import SettingsError

__all__ = ["Settings", "load_settings"]

PREFIX: Final = "SITIR_"
TEST_NAMES: Final = frozenset({"SITIR_CHROMIUM"})
"""Read by the browser tests, not by the program."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set.

    ``data_dir`` is where the catalog and the index live (``SITIR_DATA_DIR``);
    ``encoder`` is ``bundled`` or the name or folder of a sentence-transformers model
    (``SITIR_ENCODER``); ``password`` guards a page that is bound beyond this machine
    (``SITIR_PASSWORD``).
    """

    data_dir: Path
    encoder: str = "bundled"
    password: str = ""


def load_settings(
    data_dir: Path | None = None,
    *,
    environment: Mapping[str, str] | None = None,
    dotenv: Path | None = None,
) -> Settings:
    """Return the settings of this run.

    Args:
        data_dir: The ``--data-dir`` option, if given.
        environment: Variables to read instead of the process's own.
        dotenv: The ``.env`` file to read instead of the working folder's.

    Raises:
        SettingsError: A ``SITIR_*`` name is unknown, a value is empty or not usable, or
            the ``.env`` file cannot be parsed; all problems are named at once.
    """
    variables = dict(_read_dotenv(dotenv if dotenv is not None else Path(".env")))
    variables.update(os.environ if environment is None else environment)
    values = {name: value for name, value in variables.items() if name.startswith(PREFIX)}
    _refuse_unknown(values)
    settings = Settings(data_dir=_data_dir(values))
    if "SITIR_ENCODER" in values:
        settings = replace(settings, encoder=_filled(values, "SITIR_ENCODER"))
    if "SITIR_PASSWORD" in values:
        settings = replace(settings, password=_filled(values, "SITIR_PASSWORD"))
    return settings if data_dir is None else replace(settings, data_dir=data_dir.expanduser())


def _refuse_unknown(values: Mapping[str, str]) -> None:
    known = {f"{PREFIX}{name.upper()}" for name in Settings.__dataclass_fields__} | TEST_NAMES
    unknown = sorted(set(values) - known)
    if unknown:
        raise SettingsError(
            f"unknown setting {', '.join(unknown)}: known are {', '.join(sorted(known))}"
        )


def _filled(values: Mapping[str, str], name: str) -> str:
    value = values[name].strip()
    if not value:
        raise SettingsError(f"{name} is {values[name]!r}: give it a value or unset it")
    return value


def _data_dir(values: Mapping[str, str]) -> Path:
    if "SITIR_DATA_DIR" in values:
        return Path(_filled(values, "SITIR_DATA_DIR")).expanduser()
    import platformdirs

    return Path(platformdirs.user_data_dir("sitir", appauthor=False))


def _read_dotenv(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    from dotenv import dotenv_values

    try:
        values = dotenv_values(path, encoding="utf-8", interpolate=False)
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"cannot read {str(path)!r}: {error}") from error
    empty = sorted(name for name, value in values.items() if value is None)
    if empty:
        raise SettingsError(f"{path}: {', '.join(empty)} is not NAME=VALUE")
    return {name: value for name, value in values.items() if value is not None}
