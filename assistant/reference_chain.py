"""Citing as a LangChain runnable."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from langchain_core.runnables import Runnable, RunnableLambda

from assistant.references.citing import cite_passage
from assistant.references.records import Reference
from assistant.references.requests import Cite
from corpus.catalog import Catalog

__all__ = ["build_references"]


def build_references(catalog: Catalog) -> Runnable[Cite | str | Mapping[str, Any], Reference]:
    """Compose the runnable that gives the reference of a passage.

    It takes a passage id, a ``Cite``, or a mapping with the fields of one.
    """

    def reference(given: Cite | str | Mapping[str, Any]) -> Reference:
        if isinstance(given, str):
            asked = Cite(passage_id=given)
        else:
            asked = given if isinstance(given, Cite) else Cite(**given)
        return cite_passage(catalog, asked)

    return RunnableLambda(reference, name="reference")
