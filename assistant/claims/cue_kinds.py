"""The kinds of words that make a statement weaker, or stronger, than plain fact."""

from typing import Literal

__all__ = ["CueKind"]

CueKind = Literal[
    "aim",
    "aim_like",
    "all",
    "almost",
    "certain",
    "chance",
    "condition",
    "each",
    "each_like",
    "expected",
    "future",
    "indirect",
    "must",
    "few",
    "negation",
    "none",
    "not_all",
    "not_only",
    "not_yet",
    "once",
    "once_like",
    "only",
    "only_like",
    "own_finding",
    "partly",
    "possible",
    "possible_like",
    "reported",
    "success",
    "tentative",
]
"""What a cue does: *bertujuan* aim, *diharapkan* expected, *pernah* once, *dianggap*
tentative, *sebagian* partly, *menurut Pluijm* reported, *terbukti* certain. Of *aim_like*,
*chance*, *each_like*, *few*, *once_like*, *only_like* and *possible_like* a statement
may drop any, yet each may stand for its stronger kin: *untuk* for *bertujuan*, *several*
for *sebagian*, *has been* for *pernah*."""
