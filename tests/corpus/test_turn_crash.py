"""What a process that is killed in mid-turn leaves of its conversation.

``KILLS=100`` kills as often; the same conversation goes on from kill to kill.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import time
from pathlib import Path

from store_fakes import open_nursery, wait_for

from corpus.catalog import Catalog

KILLS = int(os.environ.get("KILLS", "5"))
VISITOR = "visitor"
LONGEST_WAIT = 0.4


def test_e9_killed_in_mid_turn_keeps_every_acknowledged_turn(
    built_data_dir: Path, tmp_path: Path
) -> None:
    data_dir = tmp_path / "data"
    shutil.copytree(built_data_dir, data_dir)
    moments = random.Random(9)
    acknowledged: list[list[object]] = []
    with open_nursery("turn_children.py") as nursery:
        for _ in range(KILLS):
            pid = nursery.start("conversing", data_dir)
            wait_for(lambda: bool(nursery.lines()))
            time.sleep(moments.uniform(0.0, LONGEST_WAIT))
            os.kill(pid, signal.SIGKILL)
            assert nursery.wait() == -signal.SIGKILL
            acknowledged += [json.loads(line) for line in nursery.lines()]
            kept = kept_turns(data_dir)
            # One turn may have been kept without a chance to say so; none may be lost.
            if len(kept) == len(acknowledged) + 1:
                acknowledged.append(kept[-1])
            assert kept == acknowledged
    assert len(acknowledged) >= KILLS


def kept_turns(data_dir: Path) -> list[list[object]]:
    """Return the conversation as a process that starts anew finds it."""
    catalog = Catalog.open(data_dir)
    try:
        assert catalog.find_damage() == ()
        (summary,) = catalog.conversations(VISITOR)
        turns = catalog.turns(summary.conversation_id, VISITOR)
        assert summary.turns == len(turns)
        return [[turn.ordinal, turn.question, turn.answer_json["text"]] for turn in turns]
    finally:
        catalog.close()
