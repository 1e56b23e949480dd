"""Learn the shared subword vocabulary of the three languages.

One Unigram vocabulary (Kudo 2018, "Subword Regularization") for Indonesian, English and
Sundanese, over text that is lower-cased and stripped of accents: people write Sundanese with
and without its *é*, and both must meet the same rows.
"""

from collections.abc import Iterator, Sequence

from tokenizers import Regex, Tokenizer
from tokenizers.models import Unigram
from tokenizers.normalizers import NFKD, Lowercase, Replace, StripAccents
from tokenizers.normalizers import Sequence as NormalizerSequence
from tokenizers.pre_tokenizers import BertPreTokenizer, Metaspace
from tokenizers.pre_tokenizers import Sequence as PreTokenizerSequence
from tokenizers.trainers import UnigramTrainer

UNKNOWN = "[UNK]"
LONGEST_PIECE = 20


def learn_vocabulary(texts: Sequence[str], size: int) -> Tokenizer:
    """Learn a Unigram tokenizer.

    Every word is marked where it begins and punctuation stands alone, so a word has the same
    pieces by itself as in a sentence.

    Args:
        texts: what the vocabulary is learned from.
        size: the greatest number of pieces, ``[UNK]`` (row 0) included.
    """
    tokenizer = Tokenizer(Unigram())
    tokenizer.normalizer = NormalizerSequence(
        [NFKD(), Lowercase(), StripAccents(), Replace(Regex("[‘’ʼ`´]"), "'")]
    )
    tokenizer.pre_tokenizer = PreTokenizerSequence([BertPreTokenizer(), Metaspace()])
    trainer = UnigramTrainer(
        vocab_size=size,
        special_tokens=[UNKNOWN],
        unk_token=UNKNOWN,
        max_piece_length=LONGEST_PIECE,
        show_progress=False,
    )
    tokenizer.train_from_iterator(_batches(texts), trainer=trainer, length=len(texts))
    return tokenizer


def _batches(texts: Sequence[str], size: int = 1000) -> Iterator[list[str]]:
    """Yield the texts in lists, as the trainer takes them."""
    for start in range(0, len(texts), size):
        yield list(texts[start : start + size])
