"""A reader may do without the model that is set, and sees whether there is one."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest
from langchain_core.messages import HumanMessage

from assistant import Assistant, ModelState
from assistant.generator import Generator
from assistant.wording.failures import ModelFailure
from assistant.wording.limits import Limits
from corpus.settings import Settings
from corpus.store import Store
from tests.assistant.model_rig import QUESTIONS, QUICK, STATEMENTS, Rig, rig, says, wait_until


def test_without_the_model_the_quoted_answer_comes_and_nothing_is_asked(model: Rig) -> None:
    model.server.write = says(STATEMENTS["id"])
    history = [(QUESTIONS["id"], "23 Oktober 1989")]
    plain = model.assistant.ask(QUESTIONS["id"], use_model=False)
    follow_up = model.assistant.ask("Oleh siapa?", history=history, use_model=False)
    *_, streamed = model.assistant.stream(QUESTIONS["id"], use_model=False)
    assert model.server.asked == []
    assert plain.generator == streamed.answer.generator == follow_up.generator == "extractive"
    assert plain.notices == Assistant(model.assistant.store).ask(QUESTIONS["id"]).notices
    assert follow_up.understood_as is not None
    assert model.ask().generator == "openai:m"


def test_the_state_of_the_model_is_told(store: Store) -> None:
    assert Assistant(store).model_state == ModelState("off", "")
    with rig(store) as model:
        assert model.assistant.model_state == ModelState("ready", "openai:m")
        model.server.statuses = [401]
        model.ask()
        assert model.assistant.model_state == ModelState("resting", "openai:m")
        model.server.write = says(STATEMENTS["id"])

        def ready() -> bool:
            model.ask()
            return model.assistant.model_state.status == "ready"

        wait_until(ready)


def test_a_model_that_is_looked_for_has_no_name_until_it_is_found(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(store.settings.data_dir, chat_model="auto")
    # Nothing of the package is used before a model is found.
    monkeypatch.setitem(sys.modules, "langchain_ollama", ModuleType("langchain_ollama"))
    generator = Generator(settings, QUICK, ollama="127.0.0.1:9")
    assistant = Assistant(store, generator=generator)
    assert assistant.model_state == ModelState("looking", "")
    with pytest.raises(ModelFailure):
        list(generator.stream([HumanMessage("Kapan?")], Limits()))
    assert assistant.model_state == ModelState("looking", "")
