"""An assistant whose answers a model words, and what a well-meaning model would say."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from assistant import Answer, Assistant
from assistant.generator import Generator
from assistant.wording.limits import Limits
from corpus.language import Language
from corpus.settings import Settings
from corpus.store import Store
from tests.assistant.openai_server import OpenAIServer, Prompted, openai_server

QUICK = Limits(
    connect=0.5,
    first_token=0.8,
    gap=0.5,
    total=1.5,
    retry_wait=0.01,
    longest_retry_wait=0.05,
    beat=0.05,
    cool_down=0.2,
)

QUESTIONS: dict[Language, str] = {
    "id": "Kapan perjanjian sister city Jakarta dan Tokyo diresmikan?",
    "en": "When was the sister city agreement between Jakarta and Tokyo inaugurated?",
    "su": "Iraha perjangjian sister city Jakarta sareng Tokyo diresmikeun?",
}
STATEMENTS: dict[Language, str] = {
    "id": "Perjanjian kerja sama sister city diresmikan pada tanggal 23 Oktober 1989.",
    "en": "The sister city cooperation agreement was inaugurated on 23 October 1989.",
    "su": "Perjangjian gawé bareng sister city diresmikeun dina kaping 23 Oktober 1989.",
}
FACT = "Pada tanggal 23 Oktober 1989"
QUOTE = (
    "Pada tanggal 23 Oktober 1989, Gubernur Jakarta Wiyogo Atmodarminto bersama dengan Ketua DPR "
    "Tokyo Shunichi Suzuki meresmikan perjanjian kerja sama sister city"
)


@dataclass(frozen=True)
class Rig:
    """An assistant, the model's server behind it, and what stands between them."""

    server: OpenAIServer
    assistant: Assistant
    generator: Generator

    def ask(self, language: Language = "id") -> Answer:
        return self.assistant.ask(QUESTIONS[language])


@contextmanager
def rig(
    store: Store, limits: Limits = QUICK, url: str = "", name: str = "openai:m"
) -> Iterator[Rig]:
    """Open an assistant on ``store`` whose model is at ``url``, by default a server of its own."""
    with openai_server() as server:
        settings = Settings(
            store.settings.data_dir, chat_model=name, chat_base_url=url or server.url
        )
        generator = Generator(settings, limits)
        yield Rig(server, Assistant(store, generator=generator), generator)


def entry(statement: str, key: str | list[str], quote: str | list[str] = "") -> str:
    """Return a statement as a line of JSON."""
    keys = [key] if isinstance(key, str) else key
    given = {"statement": statement, "keys": keys, "quote": quote}
    return json.dumps(given, ensure_ascii=False) + "\n"


def key_of(asked: Prompted, words: str = FACT) -> str:
    """Return the key of the evidence that holds ``words``."""
    return next(key for key, text in asked.evidence.items() if words in text)


def says(statement: str, quote: str | list[str] = QUOTE, words: str = FACT):  # noqa: ANN201
    """Return a model that states one thing of the evidence that holds ``words``."""
    return lambda asked: entry(statement, key_of(asked, words), quote) if asked.evidence else "ok"


def codes(answer: Answer) -> list[str]:
    return [notice.code for notice in answer.notices]


def assert_quoted_instead(model: Rig, kind: str) -> float:
    """Ask, check that the quoted answer comes with a notice, and return how long it took."""
    started = time.perf_counter()
    answer = model.ask()
    took = time.perf_counter() - started
    assert answer.generator == "extractive"
    assert not answer.incomplete
    assert answer.citations[0].quote.startswith(FACT)
    assert "model_failed" in codes(answer)
    said = next(notice.text for notice in answer.notices if notice.code == "model_failed")
    known = {
        "unreachable": "tidak dapat dihubungi",
        "refused": "menolak",
        "busy": "sibuk",
        "stalled": "tidak menjawab pada waktunya",
        "malformed": "tidak dapat dibaca",
        "resting": "untuk sementara tidak dipakai",
    }
    assert known[kind] in said
    assert "openai:m" in said
    return took


def wait_until(condition: Callable[[], bool], seconds: float = 3.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come about in time"
        time.sleep(0.01)
