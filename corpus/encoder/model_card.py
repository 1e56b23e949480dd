"""Write the model card of a trained encoder."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from corpus.encoder.bitext import FileScore, Report
from corpus.encoder.contrastive import Schedule
from corpus.encoder.mixing import Mixture

SOURCES_FILE: Final = Path(__file__).with_name("sources.tsv")

_CARD: Final = """\
---
language: [id, en, su]
license: cc-by-sa-4.0
library_name: sentence-transformers
pipeline_tag: sentence-similarity
tags: [sentence-transformers, static-embedding, cross-lingual, indonesian, sundanese]
---

# Sitir's trilingual encoder

Sentence and word vectors for Indonesian, English and Sundanese in one space, trained from the
ground up: a `StaticEmbedding` (the mean of subword rows) at unit length. It needs numpy only.
`language_classifier.safetensors`, beside it, tells which of the three languages a question is in.

## What it is

| | |
|---|---|
| vocabulary | {vocabulary:,} pieces, one Unigram for all; NFKD, lower case, no accents |
| dimensions | {dimension} |
| stored as | float16; row 0, `[UNK]`, is zero; a row that no training text used is zero |
| longest text | unlimited |
| similarity | cosine |
| prompts | none |

With sentence-transformers: `SentenceTransformer(folder).encode(texts)`. With model2vec the vectors
are the same to 1e-6 with `normalize=True`, `max_length=None` and rows widened to float32. A text
without known pieces has a zero vector.

## Data and licences

Rows that share a sentence with the development data are left out, and not counted here. Sources
without a stated licence, non-commercial ones and scripture were not used.

{data}

## Training

Symmetric in-batch contrastive loss, temperature {temperature:g}, {steps:,} batches of
{batch_size:,} pairs, SparseAdam from {learning_rate:g} along a half cosine, seed {seed}. Language
pairs are mixed by size; each lexicon has batches of its own, a pair with many alternatives counting
less; equal texts in a batch are not held against each other; punctuation has zero rows.{teacher}

The classifier is a linear softmax over hashed words and letter n-grams, the mean of three fits on
cuts of two to ten words and on question frames whose gaps are filled from any of the languages.

Train again, with the data in `DIR/train` and `DIR/dev` (tab-separated, with the columns `eng`,
`ind`, `sun`):

```
python -m corpus.encoder.train --data DIR --seed {seed}{teacher_option}
python -m corpus.encoder.bitext --data DIR
```

## Scores

Bitext accuracy on held-out sentences: how often a text's nearest neighbour is its translation, mean
of both directions.

{bitext}

Language told from six words at a time:

{language}

## Tried, and left out

Dropping subwords while training, higher learning rates, 320 dimensions over 28,000 pieces, words
put in for others in parallel sentences, twice the questions with passages (bitext fell by .01),
the teacher's shares mixed with the translation alone, and the teacher on English alone (bitext of
English and Sundanese .991 against .997 with both) gave no gain on the development data or on the
tuning half of the judged questions. More batches of English alone raised questions asked in other
words than the text's, and cost bitext .005.

## Limits

- A bag of subwords: word order, negation and who did what to whom are not seen.
- Formal, academic and governmental Sundanese is thin in the data; most of it is this project's
  own glossary.
- Much of the data is interface text and social media; word pairs are partly noisy.
- It knows three languages. Text in another gets a vector, or a language, that means little.

## Licence

The weights are under CC BY-SA 4.0, because parts of the training data are ShareAlike. Credit the
sources above.
"""


_TEACHER: Final = """\

English was learned also from a teacher, `{name}`: what a text of a pair with
English should find is shared out by the teacher's similarities (over {temperature:g}), and
{share:.0%} of the batches are English words and sentences alone, compared with each other as the
teacher compares them. Its weights are not part of this model."""


def write_model_card(
    folder: Path,
    report: Report,
    schedule: Schedule,
    shape: tuple[int, int],
    row_counts: Mapping[str, int],
    teacher: str = "",
) -> None:
    """Write ``README.md`` into the folder of an encoder.

    Args:
        folder: where the encoder was stored.
        report: its scores.
        schedule: how it was trained.
        shape: vocabulary size and dimensions.
        row_counts: number of rows of each training file, by its name.
        teacher: the name of the model that taught it English, empty when none did.
    """
    taught = _TEACHER.format(
        name=teacher, temperature=schedule.lesson_temperature, share=Mixture().lesson_share
    )
    card = _CARD.format(
        vocabulary=shape[0],
        dimension=shape[1],
        data=_data_table(row_counts),
        temperature=schedule.temperature,
        steps=schedule.steps,
        batch_size=schedule.batch_size,
        learning_rate=schedule.learning_rate,
        seed=schedule.seed,
        teacher=taught if teacher else "",
        teacher_option=" --teacher MODEL" if teacher else "",
        bitext=_score_table(report.bitext, report.bitext_means),
        language=_score_table(report.language, report.language_means),
    )
    (folder / "README.md").write_text(card, encoding="utf-8")


def _data_table(row_counts: Mapping[str, int]) -> str:
    """Return the sources as a table; files that the sources do not name are listed as such."""
    lines = ["| files | rows | what | source | licence |", "|---|---|---|---|---|"]
    left = dict(row_counts)
    with SOURCES_FILE.open(encoding="utf-8", newline="") as rows:
        for source in csv.DictReader(rows, delimiter="\t"):
            names = source["files"].split(", ")
            count = sum(left.pop(name, 0) for name in names)
            if count:
                cells = (source["files"], f"{count:,}", *list(source.values())[1:])
                lines.append(f"| {' | '.join(cells)} |")
    unknown = "not described | unknown | unknown"
    lines += [f"| {name} | {count:,} | {unknown} |" for name, count in left.items()]
    return "\n".join(lines)


def _score_table(scores: Sequence[FileScore], means: Mapping[str, float]) -> str:
    """Return scores as a table: one line for each file, then the means."""
    names = list(means)
    lines = [f"| file | {' | '.join(names)} |", "|---" * (len(names) + 1) + "|"]
    for file in dict.fromkeys(score.file for score in scores):
        own = {
            score.what: f"{score.accuracy:.3f} (n={score.items})"
            for score in scores
            if score.file == file
        }
        lines.append(f"| {file} | {' | '.join(own.get(name, '') for name in names)} |")
    lines.append(f"| **mean** | {' | '.join(f'**{means[name]:.3f}**' for name in names)} |")
    return "\n".join(lines)
