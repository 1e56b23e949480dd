"""Checking a visitor's own text."""

from __future__ import annotations

from typing import Final

from ui.handlers.turns import fault_of
from ui.room import Room
from ui.sent import Sent
from ui.shown import Shown
from ui.strings import label
from ui.views.check import check_fault, check_report
from ui.visit import Visit

__all__ = ["check"]

LONGEST_CHECKED: Final = 1_000_000
"""Characters that are passed on; the checker says how many it takes."""


def check(room: Room, visit: Visit, sent: Sent) -> Shown:
    """Compare a text with what is held: ``text``, ``documents``."""
    given = sent.text("text", LONGEST_CHECKED)
    if not given.strip():
        return Shown(report="")
    try:
        report = room.answerer.check(
            given,
            language=visit.preferences.answers or visit.language,
            document_ids=sent.texts("documents") or None,
        )
    except Exception as error:  # noqa: BLE001  # a visitor gets a line, whatever went wrong
        fault = fault_of(error)
        return Shown(
            report=check_fault(fault, visit.language),
            said=label(fault.key, visit.language),
        )
    return Shown(
        report=check_report(report, given),
        said=label("check_done", report.language, count=len(report.findings)),
    )
