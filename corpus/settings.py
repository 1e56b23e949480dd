"""The settings of a run: frozen values, read from the environment here and nowhere else.

Order of strength: a ``.env`` file in the working folder, then ``SITIR_*`` variables,
then options given on a command line. An unknown ``SITIR_*`` name is refused, so that
a spelling mistake does not pass for a default.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from corpus.errors import SettingsError

__all__ = ["Settings", "load_settings"]

PREFIX: Final = "SITIR_"
TEST_NAMES: Final = frozenset({"SITIR_CHROMIUM"})
"""Read by the browser tests, not by the program."""
CHAT_NAMES: Final = ("SITIR_CHAT_MODEL", "SITIR_CHAT_BASE_URL", "SITIR_CHAT_API_KEY")

_MODEL: Final = re.compile(r"[a-z][a-z0-9_]*:\S+")
_ADDRESS: Final = re.compile(r"https?://[^\s/?#]+[^\s?#]*")


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set.

    ``data_dir`` is where the catalog and the index live (``SITIR_DATA_DIR``);
    ``encoder`` is ``bundled`` or the name or folder of a sentence-transformers model
    (``SITIR_ENCODER``); ``password`` guards a page that is bound beyond this machine
    (``SITIR_PASSWORD``).

    ``chat_model`` names the language model that words answers (``SITIR_CHAT_MODEL``):
    ``provider:name``, ``auto`` for a local Ollama, or nothing: then no model is used.
    ``chat_base_url`` is the address of its server where that is not the provider's own
    (``SITIR_CHAT_BASE_URL``), ``chat_api_key`` its key where that is not in the
    provider's own variable (``SITIR_CHAT_API_KEY``).
    """

    data_dir: Path
    encoder: str = "bundled"
    password: str = ""
    chat_model: str = ""
    chat_base_url: str = ""
    chat_api_key: str = field(default="", repr=False)


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
    settings = _with_chat(settings, values)
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


def _with_chat(settings: Settings, values: Mapping[str, str]) -> Settings:
    """Add what names the language model; all that is wrong with it is said at once."""
    given = {name: _filled(values, name) for name in CHAT_NAMES if name in values}
    model = given.get("SITIR_CHAT_MODEL", "off")
    url = given.get("SITIR_CHAT_BASE_URL", "")
    problems = []
    if model not in {"off", "auto"} and not _MODEL.fullmatch(model):
        problems.append(
            f"SITIR_CHAT_MODEL is {model!r}: use provider:name, e.g. 'ollama:gemma3:4b' or "
            "'openai:NAME', 'auto' for a local Ollama, or 'off'"
        )
    if url and not _ADDRESS.fullmatch(url):
        problems.append(
            f"SITIR_CHAT_BASE_URL is {url!r}: use an address, e.g. 'http://127.0.0.1:8000/v1'"
        )
    if model == "auto" and url:
        problems.append(
            f"SITIR_CHAT_BASE_URL is {url!r}, but SITIR_CHAT_MODEL is 'auto': name the model"
        )
    if "SITIR_CHAT_MODEL" not in given and given:
        problems.append(f"{' and '.join(given)} without SITIR_CHAT_MODEL: name the model")
    if problems:
        raise SettingsError("; ".join(problems))
    return replace(
        settings,
        chat_model="" if model == "off" else model,
        chat_base_url=url,
        chat_api_key=given.get("SITIR_CHAT_API_KEY", ""),
    )


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
