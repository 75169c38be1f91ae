"""Score tone with a text classifier of somebody else's, run by the package transformers.

For comparison with our own scores. The package is not among Newsbook's
requirements, because it brings torch; where it is missing, the error says what
to install. Nothing is downloaded: the model has to be on this machine.
"""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Any, Final

from analysis.errors import ModelError
from analysis.records import TargetScore
from analysis.sentiment.measures import is_installed
from analysis.sentiment.target import CLEAR

_MAX_TOKENS: Final = 128
# What classifiers call their labels, by how the words begin.
_BEGINNINGS: Final = {"neg": -1, "neu": 0, "pos": 1}


def score_outside(model: str, targets: list[tuple[str, int, int]]) -> list[TargetScore]:
    """Score sentences with the classifier `model`, which knows nothing of targets.

    All who are named in a sentence get its score. The probability is the
    model's own and nobody has calibrated it here; `clear` is from 0.8 all the
    same. One sentence is scored at a time, so that none moves the score of
    another.

    Args:
        model: a folder, or the name of a model that was downloaded before.
        targets: (sentence, start, end), as for `score_targets`.

    Raises:
        ModelError: a package is missing, no such model is on this machine, or
            its labels are not positive, negative and perhaps neutral.
    """
    score = _scorer(model)
    known = {sentence: score(sentence) for sentence in dict.fromkeys(sentence for sentence, _, _ in targets)}
    return [known[sentence] for sentence, _, _ in targets]


@cache
def _scorer(model: str) -> Callable[[str], TargetScore]:
    """Load a model once a process."""
    if not is_installed():
        todo = "Install them beside Newsbook: pip install transformers torch."
        raise ModelError(model, "needs the packages transformers and torch, which are not here.", todo=todo)
    transformers, torch = import_module("transformers"), import_module("torch")
    try:
        words = transformers.AutoTokenizer.from_pretrained(model, local_files_only=True)
        net = transformers.AutoModelForSequenceClassification.from_pretrained(model, local_files_only=True).eval()
    except (OSError, ValueError) as error:
        todo = "Download it first; a briefing fetches nothing."
        raise ModelError(model, f"cannot be loaded: {str(error).splitlines()[0]}", todo=todo) from error
    labels = label_numbers(model, net.config.id2label)

    def score(sentence: str) -> TargetScore:
        with torch.no_grad():
            read = words(sentence, truncation=True, max_length=_MAX_TOKENS, return_tensors="pt")
            shares = net(**read).logits[0].double().softmax(-1).tolist()
        return _read(dict(enumerate(shares)), labels)

    return score


def label_numbers(model: str, names: Mapping[int, str]) -> dict[int, int]:
    """Map a model's outputs to -1, 0 and 1 by what it calls them.

    Raises:
        ModelError: it calls them otherwise.

    >>> label_numbers("m", {0: "NEGATIVE", 1: "positive"})
    {0: -1, 1: 1}
    >>> label_numbers("m", {0: "LABEL_0", 1: "LABEL_1"})  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    analysis.errors.ModelError: Model file m: calls its labels LABEL_0, LABEL_1; expected positive, negative ...
    """
    found = {int(place): _BEGINNINGS.get(name.lower()[:3]) for place, name in names.items()}
    numbers = {place: number for place, number in found.items() if number is not None}
    if len(numbers) != len(found) or not {-1, 1} <= {*numbers.values()}:
        told = ", ".join(names[place] for place in sorted(names))
        raise ModelError(model, f"calls its labels {told}; expected positive, negative and perhaps neutral.")
    return numbers


def _read(shares: Mapping[int, float], labels: Mapping[int, int]) -> TargetScore:
    best = max(shares, key=lambda place: shares[place])
    # Sums of one sentence come out alike on one machine, and the last bits may not on another.
    probability = round(shares[best], 6)
    polarity: Any = sum(shares[place] * labels[place] for place in sorted(shares))
    return TargetScore(labels[best], round(float(polarity), 6), probability, probability >= CLEAR)
