"""What happens when somebody uses the page: plain functions that take and return values.

``ui.app`` binds them to Gradio's events. A visitor is told apart by the id in an
HttpOnly cookie; whose conversation it is, is decided by the shelf.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from assistant import Answer
from corpus.errors import SitirError
from corpus.language import LANGUAGES, Language, is_language
from ui.render import SHOWN_TURNS, announcement, conversation
from ui.room import Room
from ui.turns import ShownTurn, fault_of, kept_turns

__all__ = ["Asked", "ask", "choose_language", "show", "starters"]

REMEMBERED_TURNS: Final = 10
"""How many earlier turns a follow-up may refer to."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page shows while and after a question is answered."""

    conversation_id: str | None
    html: str
    announcement: str = ""


def choose_language(preferred: object, accepted: str) -> Language:
    """Return the page's language: the visitor's choice, else the browser's, else Indonesian.

    ``accepted`` is an ``Accept-Language`` header. Browsers know Indonesian as ``id``
    or, of old, ``in``.
    """
    if isinstance(preferred, str) and is_language(preferred):
        return preferred
    for item in accepted.split(","):
        code = item.partition(";")[0].strip().lower().partition("-")[0]
        known = "id" if code == "in" else code
        if is_language(known):
            return known
    return LANGUAGES[0]


def show(room: Room, conversation_id: str | None, visitor_id: str, language: Language) -> str:
    """Return the conversation as it is kept, its frame in ``language``."""
    try:
        turns = kept_turns(room.shelf, conversation_id, visitor_id, SHOWN_TURNS)
        return conversation(turns, room.shelf.documents(), language)
    except Exception as error:  # noqa: BLE001  # a visitor gets a line, whatever went wrong
        return conversation([ShownTurn(1, "", fault=fault_of(error))], (), language)


def starters(room: Room, language: Language) -> tuple[str, ...]:
    """Return questions to begin with; none when the corpus cannot say."""
    try:
        return room.answerer.starter_questions(language)
    except SitirError:
        return ()


def ask(
    room: Room,
    question: str,
    conversation_id: str | None,
    visitor_id: str,
    language: Language,
) -> Iterator[Asked]:
    """Yield the page while the question is being answered, then with its answer.

    The turn is kept before it is shown as answered. Blank questions change nothing.
    An expected fault is shown as one line; an unexpected one is logged with its
    traceback and shown without its message.
    """
    if not question.strip():
        yield Asked(conversation_id, show(room, conversation_id, visitor_id, language))
        return
    pending = ShownTurn(1, question)
    turns: Sequence[ShownTurn] = ()
    try:
        turns = kept_turns(room.shelf, conversation_id, visitor_id, SHOWN_TURNS)
        if turns:
            pending = replace(pending, number=turns[-1].number + 1)
        yield Asked(conversation_id, conversation([*turns, pending], (), language))
        answer = room.answerer.ask(question, history=_history(turns))
        conversation_id = _keep(room, question, answer, conversation_id, visitor_id)
        last = replace(pending, answer=answer)
    except Exception as error:  # noqa: BLE001  # a visitor gets a line, whatever went wrong
        last = replace(pending, fault=fault_of(error))
    html = conversation([*turns, last], (), language)
    yield Asked(conversation_id, html, announcement(last, language))


def _history(turns: Sequence[ShownTurn]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (turn.question, turn.answer.text) for turn in turns[-REMEMBERED_TURNS:] if turn.answer
    )


def _keep(
    room: Room, question: str, answer: Answer, conversation_id: str | None, visitor_id: str
) -> str:
    kept_in = conversation_id or room.shelf.start_conversation(visitor_id)
    room.shelf.add_turn(kept_in, visitor_id, question, answer.to_json())
    return kept_in
