"""The records that the public functions return.

Frozen dataclasses with slots. Offsets count characters of the text that was
passed in, and `text[r.start:r.end] == r.text` always holds for a record with a
span. Money is `Decimal` in whole currency units, never millions. Tables of the
same things are described in `analysis.schemas`.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money as printed, and what it says.

    `low` and `high` bound the value in whole units of `currency`; None where
    the bound is open ("more than 100 million euros": low 100000000, high None).
    Both are equal for an exact or hedged ("about") figure; "up to" is [0, x]. A
    vague one is the interval its words allow ("tens of millions of dollars": low
    10000000, high 100000000; "billions": low 1000000000, high None).
    """

    low: Decimal | None
    high: Decimal | None
    currency: str  # ISO 4217, historic codes too
    certainty: str  # "stated", or "assumed" for a bare "$", "pounds", "crowns" ...
    qualifier: str  # exact about at_least more_than at_most less_than range vague
    per: str | None  # None, or year quarter month week day hour person ...
    years: Decimal | None  # a stated duration: "over five years"
    equivalents: tuple["Equivalent", ...]  # bracketed and "or about" conversions
    text: str  # the words as printed, hedge and conversion included
    start: int
    end: int
    reason: str = ""  # how an assumed currency was resolved, in words


@dataclass(frozen=True, slots=True)
class Equivalent:
    """A conversion printed beside an amount, and the rate it implies.

    Has the fields of an `Amount` that a conversion can have. `implied_rate` is
    units of this currency per unit of the original; None where either is open
    at both ends.
    """

    low: Decimal | None
    high: Decimal | None
    currency: str
    certainty: str
    qualifier: str
    implied_rate: Decimal | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence's statement that somebody gives something, or why it is not one.

    Every amount of the text is in a claim: with `exclude_reason` empty where it
    counts, with the reason where it does not (need, request, loss, fine ...).
    `start`/`end` span the amount (or the words of a gift in kind) in the text;
    `text` is that span; `sentence` is the sentence around it.

    Vocabulary: `status` after IATI 2.03 TransactionType and OCHA FTS,
    `instrument` after OECD DAC finance types, `sector` after Kiel's Ukraine
    Support Tracker, `earmark` after the Grand Bargain, `polarity` after PLOVER.
    """

    claim_id: str
    donor: str | None  # ISO 3166 alpha-3, or a register id such as EU, EIB
    donor_text: str | None  # the words that named the donor
    donor_level: str | None  # government multilateral company foundation person
    recipient: str | None
    recipient_text: str | None
    channel: str | None  # who passes the money on
    amount: Amount | None
    in_kind: tuple[Decimal | None, str] | None  # (count, item)
    purpose: str | None  # as printed, anaphora resolved
    sector: str  # military financial humanitarian reconstruction climate other
    instrument: str  # grant loan guarantee equity debt_relief in_kind swap unknown
    modality: str | None  # budget_support core project technical cash_voucher goods
    earmark: str  # unearmarked softly earmarked tightly
    status: str  # proposed requested pledged committed allocated approved disbursed delivered cancelled denied
    polarity: str  # actual future hypothetical historical denied
    speaker: str | None  # name as printed
    speaker_role: str | None
    said_on: date | None
    sentence: str
    start: int
    end: int
    text: str
    exclude_reason: str  # empty where the claim counts
    confidence: float  # 0 to 1


@dataclass(frozen=True, slots=True)
class Mention:
    """One occurrence of an alias of a registered entity."""

    entity_id: str
    kind: str  # person country organization place group
    form: str  # name, demonym, capital (a metonym, counted apart), surname, acronym
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Name:
    """One occurrence of a name, of somebody listed or not.

    `name` is the fullest form that the text prints of the one named, so that a
    surname or an acronym goes by it. `entity_id` is that of the register, None
    for those that nobody listed.
    """

    kind: str  # person, organization, place or group
    name: str
    entity_id: str | None
    probability: float  # 0 to 1, that it is a name of this kind; not calibrated
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A lexicon entry that moved a score."""

    words: str
    polarity: float
    subjectivity: float


@dataclass(frozen=True, slots=True)
class Score:
    """TextBlob's score of a text, with the words that produced it.

    `polarity` (-1 to 1) and `subjectivity` (0 to 1) are None where no word of
    the lexicon hit: "no signal" is not the same as neutral.
    """

    polarity: float | None
    subjectivity: float | None
    n_hits: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class TargetScore:
    """Tone toward the one named in a sentence: what the sentence says of it.

    `probability` is calibrated: of the scores near 0.8, some 80 in 100 have the
    right label. Under that, nothing is shown as positive or negative.
    """

    label: int  # -1, 0 or 1, the likeliest
    polarity: float  # -1 to 1, the expected label
    probability: float  # 0 to 1, of `label`
    clear: bool  # whether `probability` is 0.8 or more


@dataclass(frozen=True, slots=True)
class Removed:
    """A passage taken out of a body, and why."""

    role: str  # caption credit teaser boilerplate read_more cut_off
    text: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A body, and what was taken out of the raw text, in order of appearance."""

    body: str
    removed: tuple[Removed, ...]
    dateline: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One published text, as read from a file; the columns of `schemas.ARTICLES`.

    `load_articles` fills what the file says. `body` is cleaned and `story_id`,
    `is_canonical`, `language` are settled at ingest.
    """

    article_id: str
    text_hash: str
    url: str | None
    outlet: str | None
    headline: str | None
    standfirst: str | None
    byline: str | None
    dateline: str | None
    published_at: datetime | None  # UTC; never the time of access
    published_precision: str | None  # second minute day month year
    accessed_at: datetime | None
    language: str | None  # ISO 639-1
    section: str | None
    body: str
    removed: tuple[Removed, ...]
    source_file: str
    source_row: int  # line, record or part within the file, from 1
    story_id: str | None = None
    is_canonical: bool = True


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read or was left out: counted, shown, never silent."""

    source_file: str
    source_row: int | None
    reason: str  # a short slug that tallies group by: "broken_json", "no_text" ...
    detail: str  # what is wrong, and what was expected
