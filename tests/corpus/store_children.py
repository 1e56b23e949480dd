"""What the children of a ``Nursery`` do; run as a script it is the nursery itself."""

from __future__ import annotations

import os
import sys
import time
import traceback
from collections.abc import Callable
from itertools import count
from pathlib import Path

import chromadb  # noqa: F401 - so that no child has to import it
from store_fakes import add, lost, make_document, open_store, uses_index

from corpus.errors import SitirError
from corpus.lock import writer_lock

Say = Callable[[object], None]

LARGE = 550
"""Passages, each with two entries: more than a thousand at once."""

NOBODY = 65534


def adding(data_dir: Path, say: Say) -> None:
    """Add ever more documents, every third one large."""
    with open_store(data_dir) as store:
        for number in count():
            add(store, f"d{number}", LARGE if number % 3 == 2 else 20)
            say(number)


def replacing(data_dir: Path, say: Say) -> None:
    """Put ever newer texts in the place of one document."""
    with open_store(data_dir) as store:
        for number in count(1):
            add(store, "a", 40, f" edisi {number}")
            say(number)


def removing(data_dir: Path, say: Say) -> None:
    """Remove one document after the other, as they were named by ``d0``, ``d1`` and so on."""
    with open_store(data_dir) as store:
        for number in range(len(store.catalog.documents())):
            store.remove(f"d{number}")
            say(number)


def rebuilding(data_dir: Path, say: Say) -> None:
    """Make the index again and again."""
    with open_store(data_dir) as store:
        for number in count():
            store.rebuild()
            say(number)


def holding(data_dir: Path, say: Say) -> None:
    """Hold the writer lock until killed."""
    with writer_lock(data_dir):
        say("held")
        time.sleep(60)


def adding_one(data_dir: Path, say: Say) -> None:
    """Add one document, ``fresh``, and end."""
    with open_store(data_dir) as store:
        add(store, "fresh")
        say("added")


def talking(data_dir: Path, say: Say) -> None:
    """Add turns to a conversation of a visitor, ``child``."""
    with open_store(data_dir) as store:
        conversation = store.catalog.start_conversation("child")
        for number in range(20):
            store.catalog.add_turn(conversation, "child", f"q{number}", {"text": "a"})
        say("talked")


def reading_only(data_dir: Path, say: Say) -> None:
    """Read, and try to write, as one who may not; ``a`` is held."""
    document = make_document("a")
    with open_store(data_dir) as store:  # imports all that is imported late
        lost(store, document)
    if os.geteuid() == 0:
        os.setuid(NOBODY)
    with open_store(data_dir, create=False) as store:
        say(f"lost {len(lost(store, document))} by index {uses_index(store)}")
        say(store.catalog.document("a") == document)
        for change in (lambda: add(store, "b"), lambda: store.catalog.start_conversation("v")):
            try:
                change()
            except SitirError as error:
                say(type(error).__name__)


def without_room(data_dir: Path, say: Say) -> None:
    """Add while files may hardly grow, then again with room."""
    import resource

    with open_store(data_dir) as store:
        lost(store, make_document("a"))
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, limits[1]))
        try:
            add(store, "large", LARGE)
        except SitirError as error:
            say(type(error).__name__)
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        say(f"lost {len(lost(store, make_document('a')))}")
        say(f"lost {len(lost(store, add(store, 'large', LARGE)))}")


ACTIONS = {
    action.__name__: action
    for action in (
        adding,
        adding_one,
        holding,
        reading_only,
        rebuilding,
        removing,
        replacing,
        talking,
        without_room,
    )
}


def run(action: str, data_dir: Path, log: Path) -> int:
    descriptor = os.open(log, os.O_WRONLY | os.O_APPEND)

    def say(what: object) -> None:
        os.write(descriptor, f"{what}\n".encode())

    try:
        ACTIONS[action](data_dir, say)
    except BaseException:  # noqa: BLE001 - a fork must not return
        traceback.print_exc()
        return 1
    return 0


def main(log: Path) -> None:
    child = 0
    for line in sys.stdin:
        if line.strip() == "wait":
            _, status = os.waitpid(child, 0)
            answer = os.waitstatus_to_exitcode(status)
        else:
            action, data_dir = line.split()
            child = os.fork()
            if child == 0:
                os._exit(run(action, Path(data_dir), log))
            answer = child
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
