"""The command line of the assistant: ``ask``, ``brief``, ``search``, ``cite`` and the rest.

What a command needs is imported by the command, so that ``--help`` is quick.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.briefing.cli import brief
from assistant.checking.cli import verify
from assistant.comparing.cli import compare
from assistant.evaluating.cli import evaluate
from assistant.export_cli import export
from assistant.note_cli import note
from assistant.references.cli import cite
from corpus.commands import DataDir

if TYPE_CHECKING:
    from assistant.records import Answer, Citation, Evidence
    from corpus.language import Language

__all__ = [
    "app",
    "ask",
    "brief",
    "cite",
    "compare",
    "evaluate",
    "export",
    "note",
    "search",
    "verify",
]

app = typer.Typer(
    help="Ask the corpus, search it, or measure how well it answers.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)

LanguageOption = Annotated[
    str | None,
    typer.Option("--language", metavar="id|en|su", help="Language of the answer."),
]
DocumentOption = Annotated[
    list[str] | None,
    typer.Option("--document", metavar="ID", help="Use this document only; may be repeated."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(help="The question.")] = None,
    language: LanguageOption = None,
    document: DocumentOption = None,
    as_json: JsonOption = False,
    batch: Annotated[
        Path | None, typer.Option("--batch", metavar="IN.jsonl", help="Answer a file of questions.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", metavar="OUT.jsonl", help="Where a batch's answers go."),
    ] = None,
    data_dir: DataDir = None,
) -> None:
    """Answer a question with quotes, or a batch of them."""
    chosen = None if language is None else _language(language)
    if (question is None) == (batch is None):
        raise typer.BadParameter("give a QUESTION or --batch IN.jsonl, one of the two")
    if (batch is None) != (output is None):
        raise typer.BadParameter("--batch and --output go together")
    from assistant.session import open_assistant
    from corpus.settings import load_settings

    with open_assistant(load_settings(data_dir)) as assistant:
        if batch is not None and output is not None:
            from assistant.batch import answer_batch

            answered = answer_batch(assistant, batch, output, chosen, document or None)
            typer.echo(f"{answered} answers written to {output}")
            return
        answer = assistant.ask(question or "", language=chosen, document_ids=document or None)
    typer.echo(_json(answer.to_json()) if as_json else _plain(answer))


@app.command()
def search(
    query: Annotated[str, typer.Argument(help="What to look for.")],
    k: Annotated[int, typer.Option("-k", min=1, max=1000, help="How many passages.")] = 10,
    document: DocumentOption = None,
    as_json: JsonOption = False,
    data_dir: DataDir = None,
) -> None:
    """List the passages that match best, in any language."""
    from dataclasses import asdict

    from assistant.session import open_assistant
    from corpus.settings import load_settings

    with open_assistant(load_settings(data_dir)) as assistant:
        found = assistant.search(query, k=k, document_ids=document or None)
    if as_json:
        typer.echo(_json([asdict(evidence) for evidence in found]))
    else:
        typer.echo("\n\n".join(_listed(evidence) for evidence in found) or "nothing found")


app.command()(brief)
app.command()(cite)
app.command()(compare)
app.command()(verify)
app.command()(evaluate)
app.command()(export)
app.add_typer(note, name="note")


def _language(value: str) -> Language:
    from corpus.language import parse_language

    return parse_language(value)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _plain(answer: Answer) -> str:
    parts = [answer.text]
    parts += [f"({notice.text})" for notice in answer.notices]
    if answer.abstained:
        parts += [_listed(evidence) for evidence in answer.evidence[:3]]
    else:
        parts += [_cited(citation, answer.text) for citation in answer.citations]
    return "\n\n".join(parts)


def _cited(citation: Citation, text: str) -> str:
    place = f"{citation.passage_id} · {citation.heading} · ¶{citation.paragraph}"
    quote = "" if citation.quote in text else f"“{citation.quote}” · "
    notes = "".join(f"\n    ✎ {n.text} — {n.author}, {n.date}" for n in citation.notes)
    return f"[{citation.number}] {quote}{place}{notes}"


def _listed(evidence: Evidence) -> str:
    head = f"{evidence.passage_id}  {evidence.score:.3f}  {evidence.heading}"
    same = f"\n= {', '.join(evidence.parallels)}" if evidence.parallels else ""
    return f"{head}{same}\n{evidence.text}"
