"""Score tone toward those named, once per sentence and version of the scorer.

Scoring takes a model, and a hundred times the work of the other annotations. A
briefing shows few of those named, so it says which sentences it needs; what was
scored is kept in `targets`, and what another article printed before is not
scored again. The scorer is handed in, so that this module imports none.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b

import pandas as pd

from analysis.corpus.store import Store
from analysis.corpus.workers import cores, map_batches
from analysis.records import TargetScore
from analysis.schemas import TARGETS

Asked = tuple[str, int, int]  # a sentence, and where the words that name the target begin and end in it
Scorer = Callable[[list[Asked]], list[TargetScore]]

_BATCH = 512  # readings scored in one go: some two seconds of work
_ALONE = 2 * _BATCH  # below this many, starting workers costs more than they save
_SCORE = ["label", "polarity", "probability", "clear"]
_PLACE = ["article_id", "start_char", "end_char", "entity_id", "mention_start", "mention_end"]


@dataclass(frozen=True, slots=True)
class TargetsReport:
    """What one run of `keep_targets` did."""

    rows: int  # added to `targets`
    scored: int  # distinct sentences and words among them that no earlier run had scored
    store_version: int


def scored_targets(
    asked: pd.DataFrame, known: pd.DataFrame, scorer: Scorer, version: str, *, workers: int = 1
) -> pd.DataFrame:
    """Score the sentences asked for, those scored before by this version out of what is known.

    Args:
        asked: `article_id`, `start_char`, `end_char`, `entity_id`, `mention_start`,
            `mention_end` as in `schemas.TARGETS`, and `sentence`, the text between
            `start_char` and `end_char`.
        known: `schemas.TARGETS` of any articles and versions.
        scorer: scores a list of (sentence, start, end) in order; none is called
            where every sentence is known.
        version: of the scorer.
        workers: processes; the rows do not depend on it.

    Returns:
        `schemas.TARGETS`, one row for each row of `asked`, in order of the key.
    """
    if asked.empty:
        return TARGETS.empty()
    readings = pd.Series([_reading(*each) for each in _spans(asked)], dtype="str", index=asked.index)
    keyed = asked.assign(reading=readings)
    before = known.loc[known["scorer"] == version].drop_duplicates("reading").set_index("reading")
    fresh = keyed.loc[~keyed["reading"].isin(before.index)].drop_duplicates("reading")
    scores = pd.concat([before[_SCORE], _scored(fresh, scorer, workers)])
    rows = keyed[[*_PLACE, "reading"]].join(scores, on="reading").assign(scorer=version)
    typed = rows.astype({"label": "int64", "polarity": "float64", "probability": "float64", "clear": "bool"})
    return TARGETS.check(typed.sort_values(list(TARGETS.key), ignore_index=True))


def keep_targets(
    store: Store,
    asked: Callable[[Store], pd.DataFrame],
    scorer: Scorer,
    version: str,
    *,
    wait: float = 300.0,
    notify: Callable[[str], None] | None = None,
) -> TargetsReport:
    """Score what is asked for and keep it in the store, where it is not there yet.

    With nothing to score the store is not written, and no model is loaded.
    With a new `version` the rows of the earlier one go.

    Args:
        store: opened at its latest version; shows the new rows afterwards.
        asked: says what to score in the version that is written to, as for
            `scored_targets`.
        scorer: a function of a module, because worker processes import it by name.
        version: of the scorer.
        wait: seconds to wait for another run that is writing.
        notify: told in a sentence when it waits.

    Raises:
        StoreError: another run holds the store, or the disk is full.
    """
    if _absent(asked(store), store.targets(), version).empty:
        return TargetsReport(0, 0, store.version)
    with store.write("annotate", wait=wait, notify=notify) as writer:
        known = store.targets()
        if (known["scorer"] != version).any():
            writer.clear(TARGETS)
            known = TARGETS.empty()
        absent = _absent(asked(store), known, version)
        workers = cores() if len(absent) > _ALONE else 1
        rows = scored_targets(absent, known, scorer, version, workers=workers)
        writer.append(TARGETS, rows)
        scored = int((~rows["reading"].drop_duplicates().isin(known["reading"])).sum())
        outputs = {"rows": {"targets": len(rows)}, "readings": scored}
        writer.commit(inputs={"scorer": version}, outputs=outputs)
    return TargetsReport(len(rows), scored, store.version)


def _absent(asked: pd.DataFrame, known: pd.DataFrame, version: str) -> pd.DataFrame:
    """Rows of `asked` that are not in `known`."""
    key = list(TARGETS.key)
    kept = pd.MultiIndex.from_frame(known.loc[known["scorer"] == version, key])
    return asked.loc[~pd.MultiIndex.from_frame(asked[key]).isin(kept)]


def _spans(asked: pd.DataFrame) -> Iterator[Asked]:
    starts = asked["mention_start"] - asked["start_char"]
    ends = asked["mention_end"] - asked["start_char"]
    return zip(asked["sentence"], starts.tolist(), ends.tolist(), strict=True)


def _reading(sentence: str, start: int, end: int) -> str:
    told = f"{start}:{end}:{sentence}"
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _scored(fresh: pd.DataFrame, scorer: Scorer, workers: int) -> pd.DataFrame:
    """Score each reading, sentences of like length together; indexed by reading."""
    ordered = fresh.assign(size=fresh["sentence"].str.len()).sort_values(["size", "reading"])
    asked = list(_spans(ordered))
    batches = (asked[start : start + _BATCH] for start in range(0, len(asked), _BATCH))
    scores = [score for found in map_batches(partial(scorer), batches, workers=workers) for score in found]
    table = pd.DataFrame([[getattr(score, name) for name in _SCORE] for score in scores], columns=_SCORE)
    return table.set_index(pd.Index(ordered["reading"].tolist(), dtype="str", name="reading"))
