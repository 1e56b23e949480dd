"""Children that hold conversations until they are killed; see ``test_turn_crash``.

Run as a script it is a nursery: everything is imported and loaded once, and each child is
a fork that opens the corpus anew, asks as the page does, and keeps each turn.
"""

from __future__ import annotations

import json
import os
import sys
from itertools import count
from pathlib import Path

import chromadb  # noqa: F401 - so that no child has to import it
import store_children

from assistant import open_assistant
from corpus.encoder import load_bundled
from corpus.settings import Settings

VISITOR = "visitor"
QUESTIONS = (
    "Kapan kerja sama sister city Jakarta dan Tokyo diresmikan?",
    "Who signed it?",
    "Saha waé pihakna?",
    "Who won the football world cup?",
)


def conversing(data_dir: Path, say: store_children.Say) -> None:
    """Ask one question after the other; say which turn was kept, and with what answer."""
    with open_assistant(Settings(data_dir=data_dir)) as assistant:
        catalog = assistant.store.catalog
        held = catalog.conversations(VISITOR)
        conversation = held[0].conversation_id if held else catalog.start_conversation(VISITOR)
        kept = catalog.turns(conversation, VISITOR)
        history = [(turn.question, str(turn.answer_json["text"])) for turn in kept]
        for number in count(len(kept)):
            question = QUESTIONS[number % len(QUESTIONS)]
            answer = assistant.ask(question, history=history[-10:])
            turn = catalog.add_turn(conversation, VISITOR, question, answer.to_json())
            history.append((question, answer.text))
            say(json.dumps([turn.ordinal, question, answer.text]))


if __name__ == "__main__":
    store_children.ACTIONS[conversing.__name__] = conversing
    load_bundled()
    assert os.environ.get("OPENBLAS_NUM_THREADS") == "1", "a fork must not lose a thread"
    store_children.main(Path(sys.argv[1]))
