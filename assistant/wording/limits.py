"""How long a language model may take, and how much it may say."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Limits"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What is enforced around every call of a language model. Times are in seconds.

    ``connect``, ``first_token``, ``gap`` (between two pieces) and ``total`` (with all
    retries) are the longest waits. A server that is busy or broken is asked again
    ``retries`` times, first after ``retry_wait``, then twice that, and so on; when the
    server names a wait, after that, but never longer than ``longest_retry_wait``.
    ``beat`` is how often a waiting reader hears that the model is still at work.

    After ``failures`` in a row, or one that shows that the model cannot be reached, none
    is asked for ``cool_down``; then it is tried in the background.

    ``most_characters`` bounds what is read of one answer, thoughts included;
    ``most_bytes`` what its server may send; ``most_claims`` what is kept.
    """

    connect: float = 5.0
    first_token: float = 30.0
    gap: float = 20.0
    total: float = 120.0
    retries: int = 2
    retry_wait: float = 0.5
    longest_retry_wait: float = 5.0
    beat: float = 1.0
    failures: int = 3
    cool_down: float = 30.0
    most_characters: int = 60_000
    most_bytes: int = 16_000_000
    most_claims: int = 12
