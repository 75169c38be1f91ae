"""`tables/tone.csv`: the tone of every sentence that names somebody of interest."""

import pandas as pd

from analysis.briefing.edition import Edition
from analysis.contract import Column, Table
from analysis.schemas import TARGETS

_SHOWN = {1.0: "positive", -1.0: "negative"}

TONE = Table(
    name="tone",
    row="the tone toward one entity in one sentence that names it",
    key=("article_id", "start_char", "entity_id"),
    columns=(
        *(column for column in TARGETS.columns if column.name in ("article_id", "start_char", "end_char", "entity_id")),
        Column("name", "str", "Whom the tone is toward, by name."),
        Column("tone", "str", "As the page shows it.", values=("positive", "negative", "no clear tone", "no signal")),
        Column(
            "label", "Int64", "Likeliest tone: -1, 0 or 1; of a lexicon its sign, null where no word hit.", null=True
        ),
        Column("polarity", "float64", "Expected label, or the score of a lexicon; -1 to 1.", null=True),
        Column("probability", "float64", "Of the label, 0 to 1; a lexicon has none.", null=True),
        Column("measure", "str", "By what it was scored."),
        Column("sentence", "str", "The sentence."),
    ),
)


def tone_table(edition: Edition) -> pd.DataFrame:
    """List the tones of an edition, those of the periods before among them, as `TONE`."""
    tones = edition.tones
    label = tones["label"].astype("Int64")
    sign = tones["value"].apply(lambda value: float((value > 0) - (value < 0)))
    told = sign.map(_SHOWN).fillna("no clear tone").where(tones["value"].notna(), "no signal").astype("str")
    names = pd.Series([edition.name(entity) for entity in tones["entity_id"]], index=tones.index, dtype="str")
    measure = pd.Series([edition.parameters.sentiment] * len(tones), index=tones.index, dtype="str")
    whole = tones.assign(name=names, tone=told, label=label, measure=measure)
    return TONE.check(whole[TONE.names])
