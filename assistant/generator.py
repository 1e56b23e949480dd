"""The generator: a language model of any provider that LangChain knows, by one setting.

This is the home of chat models. Nothing of a provider is imported, and nothing contacted,
unless ``SITIR_CHAT_MODEL`` names a model.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from langchain_core.messages import BaseMessage, HumanMessage

from assistant.wording.breaker import Breaker
from assistant.wording.failures import ModelFailure, read_failure
from assistant.wording.limits import Limits
from assistant.wording.local_models import OLLAMA, find_ollama
from assistant.wording.model_state import ModelState
from assistant.wording.stream import stream_text
from assistant.wording.transport import bound_client
from corpus.errors import SettingsError
from corpus.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

__all__ = ["Generator", "open_generator"]

_LOG = logging.getLogger(__name__)

_PACKAGES: Final[Mapping[str, str]] = {
    "anthropic": "langchain-anthropic",
    "google_genai": "langchain-google-genai",
    "ollama": "langchain-ollama",
    "openai": "langchain-openai",
}
"""The providers that are known to say when an answer is whole."""
_NO_KEY: Final = "none"
"""Some clients demand a key, some servers need none."""
_CONTEXT: Final = 8_192
"""Tokens that evidence and answer fit in; Ollama's own default may cut the evidence."""


def open_generator(settings: Settings, limits: Limits | None = None) -> Generator | None:
    """Return the generator that the settings name, ``None`` when they name no model.

    Raises:
        SettingsError: The provider's package is not installed, or it refuses the settings.
    """
    return Generator(settings, limits or Limits()) if settings.chat_model else None


class Generator:
    """A language model behind a circuit breaker; for several threads at once."""

    def __init__(self, settings: Settings, limits: Limits, ollama: str = OLLAMA) -> None:
        """Make ready the model of ``settings``; ``ollama`` is where ``auto`` looks.

        Raises:
            SettingsError: See ``open_generator``.
        """
        self.limits = limits
        self._settings = settings
        self._ollama = ollama
        self._breaker = Breaker(limits.failures, limits.cool_down)
        self._lock = threading.Lock()
        self._finds = settings.chat_model == "auto"
        self._name = "" if self._finds else settings.chat_model
        provider = "ollama" if self._finds else self._name.partition(":")[0]
        self._ends_said = provider in _PACKAGES
        _require(provider, settings.chat_model)
        self._model = None if self._finds else _make(self._name, settings, limits)

    @property
    def name(self) -> str:
        """The model in use, as ``provider:name``; empty while ``auto`` has found none."""
        return self._name

    @property
    def finds_itself(self) -> bool:
        """Whether the model is looked for, so that there may be none."""
        return self._finds

    @property
    def resting(self) -> bool:
        """Whether the model is being left alone after failures."""
        return self._breaker.is_open

    @property
    def state(self) -> ModelState:
        """Whether the model is ready, being looked for, or left alone after failures."""
        if self._finds and not self._name:
            return ModelState("looking")
        return ModelState("resting" if self.resting else "ready", self._name)

    def stream(
        self, messages: Sequence[BaseMessage], limits: Limits | None = None
    ) -> Iterator[str]:
        """Yield the text of the model's answer as it comes, nothing (``""``) at every beat.

        Args:
            messages: What it is asked.
            limits: Tighter ones for this call. Then only a failure that shows that it is
                not served counts against the model: what is slow here may do elsewhere.

        Raises:
            ModelFailure: It did not answer or broke off, or is left alone (``resting``).
        """
        decision = self._breaker.decide()
        if decision == "trial":
            threading.Thread(target=self._try, name="chat-model-trial", daemon=True).start()
        if decision != "call":
            raise ModelFailure("resting", "it has failed before and is left alone for a while")
        try:
            yield from stream_text(
                self._found(), messages, limits or self.limits, ends_said=self._ends_said
            )
        except ModelFailure as failure:
            if limits is None or (failure.shows_absence and failure.kind != "stalled"):
                self._breaker.failed(failure)
                _LOG.warning("the language model %s failed: %s", self._name or "auto", failure)
            raise

    def accept(self) -> None:
        """Say that what was streamed could be read: the failures before are forgotten."""
        self._breaker.succeeded()

    def reject(self, failure: ModelFailure) -> None:
        """Count an answer that came whole and says nothing as a failure."""
        self._breaker.failed(failure)
        _LOG.warning("the language model %s failed: %s", self._name, failure)

    def _try(self) -> None:
        """Ask for one word, with patience: a local model may have to be loaded first."""
        limits = replace(self.limits, first_token=self.limits.total, retries=0)
        try:
            answer = stream_text(
                self._found(), [HumanMessage("Say: ok")], limits, ends_said=self._ends_said
            )
            for text in answer:
                if text:
                    answer.close()  # type: ignore[attr-defined]  # it is a generator
                    break
        except ModelFailure as failure:
            self._breaker.failed(failure)
        except Exception as error:  # a trial may never leave the breaker on trial
            self._breaker.failed(read_failure(error))
            raise
        else:
            self._breaker.succeeded()
            _LOG.info("the language model %s answers again", self._name)

    def _found(self) -> BaseChatModel:
        with self._lock:
            if self._model is None:
                found = find_ollama(self._ollama)
                if not found:
                    raise ModelFailure("unreachable", f"no Ollama with a model at {self._ollama}")
                self._name = f"ollama:{found}"
                self._model = _make(self._name, self._settings, self.limits, self._ollama)
                _LOG.info("found a local Ollama, using %s", self._name)
            return self._model


def _require(provider: str, setting: str) -> None:
    package = _PACKAGES.get(provider)
    if package is None:
        return
    try:
        import_module(package.replace("-", "_"))
    except ModuleNotFoundError as error:
        raise SettingsError(
            f"SITIR_CHAT_MODEL is {setting!r}, which needs the package {package}: "
            f"run 'pip install {package}'"
        ) from error


def _make(
    name: str, settings: Settings, limits: Limits, ollama: str | None = None
) -> BaseChatModel:
    from langchain.chat_models import init_chat_model

    provider, _, model = name.partition(":")
    url = f"http://{ollama}" if ollama else settings.chat_base_url
    try:
        made: BaseChatModel = init_chat_model(
            model, model_provider=provider, **_arguments(provider, url, settings.chat_api_key)
        )
    except Exception as error:  # each provider raises its own
        problem = next(iter(str(error).splitlines()), "") or type(error).__name__
        raise SettingsError(
            f"SITIR_CHAT_MODEL is {settings.chat_model!r}, whose client cannot be made "
            f"({problem}): a key is taken from SITIR_CHAT_API_KEY, else from the provider's "
            "own variable"
        ) from error
    if not bound_client(made, limits):
        _LOG.info("the size of what %s sends is not bounded before it is read", name)
    return made


def _arguments(provider: str, url: str, key: str) -> dict[str, Any]:
    """Return what a provider's client is made with, in its own words."""
    given: dict[str, Any] = {}
    if provider == "ollama":
        given = {"temperature": 0, "num_ctx": _CONTEXT}
        if key:
            given["client_kwargs"] = {"headers": {"Authorization": f"Bearer {key}"}}
    elif provider in _PACKAGES:
        # Retries are ours. To Google's client, 0 means its own choice.
        given = {"max_retries": 1 if provider == "google_genai" else 0}
        # A provider's own key is no other server's business.
        if key or url:
            given["api_key"] = key or _NO_KEY
        if provider == "openai":
            given["stream_chunk_timeout"] = None  # waiting is bounded here
        if url and provider == "openai":
            given |= {"temperature": 0, "use_responses_api": False, "stream_usage": False}
    elif key:
        given = {"api_key": key}
    return given | ({"base_url": url} if url else {})
