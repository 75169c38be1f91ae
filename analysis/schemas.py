"""The contract of every table that crosses a module.

A row's meaning, the key, and each column's dtype, unit, nullability and
meaning. What a contract is stands in `analysis.contract`. `data/README.md` is
generated from this module (`newsbook dictionary`); a test keeps it current.
"""

from analysis.contract import DTYPES, Column, Table

__all__ = [
    "AMOUNTS",
    "ANNOTATED",
    "ARTICLES",
    "CERTAINTIES",
    "CLAIMS",
    "DONOR_LEVELS",
    "DTYPES",
    "EARMARKS",
    "EXCLUDE_REASONS",
    "FORMS",
    "INSTRUMENTS",
    "KEPT",
    "KINDS",
    "MENTIONS",
    "NAMED",
    "NAMES",
    "NAME_KINDS",
    "NEW_NAMES",
    "PLEDGES",
    "POLARITIES",
    "QUALIFIERS",
    "RUNS",
    "SECTORS",
    "SENTENCES",
    "SIGNATURES",
    "STATUSES",
    "STORED",
    "TABLES",
    "TARGETS",
    "Column",
    "Table",
]

QUALIFIERS = ("exact", "about", "at_least", "more_than", "at_most", "less_than", "range", "vague")
CERTAINTIES = ("stated", "assumed")
KINDS = ("person", "country", "organization", "place", "group")
NAME_KINDS = ("person", "organization", "place", "group")
FORMS = ("name", "demonym", "capital", "surname", "acronym")
STATUSES = (
    "proposed",
    "requested",
    "pledged",
    "committed",
    "allocated",
    "approved",
    "disbursed",
    "delivered",
    "cancelled",
    "denied",
)
POLARITIES = ("actual", "future", "hypothetical", "historical", "denied")
INSTRUMENTS = ("grant", "loan", "guarantee", "equity", "debt_relief", "in_kind", "swap", "unknown")
SECTORS = ("military", "financial", "humanitarian", "reconstruction", "climate", "other")
EARMARKS = ("unearmarked", "softly", "earmarked", "tightly")
DONOR_LEVELS = ("government", "multilateral", "company", "foundation", "person")
EXCLUDE_REASONS = (
    "need",
    "request",
    "loss",
    "damage",
    "fine",
    "price",
    "revenue",
    "salary",
    "budget",
    "total_to_date",
    "restatement",
    "part",
    "denied",
    "conditional",
    "proposed",
    "blocked",
    "cancelled",
    "market_rate",
    "conversion",
    "no_donor",
    "other",
)

ARTICLES = Table(
    name="articles",
    row="one published text: what one outlet ran at one URL",
    key=("article_id",),
    columns=(
        Column("article_id", "str", "Digest of where the text was published and what it says; the key everywhere."),
        Column("text_hash", "str", "Digest of the cleaned body; a body is annotated once per digest."),
        Column("url", "str", "Address of the article, as given.", null=True),
        Column("outlet", "str", "The publication that ran it.", null=True),
        Column("headline", "str", "Title as printed.", null=True),
        Column("standfirst", "str", "Summary under the headline.", null=True),
        Column("byline", "str", "Credited author or authors, as printed.", null=True),
        Column("dateline", "str", "Place and agency line that opened the text.", null=True),
        Column("published_at", "timestamp", "Time of publication; never the time of access.", null=True, unit="UTC"),
        Column(
            "published_precision",
            "str",
            "What the source states of the time of publication.",
            null=True,
            values=("second", "minute", "day", "month", "year"),
        ),
        Column("accessed_at", "timestamp", "When the file says it was fetched.", null=True, unit="UTC"),
        Column("language", "str", "ISO 639-1 code, stated or identified; null where too few letters tell.", null=True),
        Column("section", "str", "Part of the outlet that ran it.", null=True),
        Column("body", "str", "The cleaned text; every offset of every table counts its characters."),
        Column("removed", "json", "What cleaning took out: a list of {role, text}, in order of appearance."),
        Column("story_id", "str", "Group of copies of one text; the id of its canonical article."),
        Column("is_canonical", "bool", "Whether this is the copy that is counted."),
        Column("source_file", "str", "File the article was read from, relative to where `ingest` ran."),
        Column("source_row", "int64", "Line, record or part within that file, from 1."),
    ),
)

MENTIONS = Table(
    name="mentions",
    row="one occurrence of an alias of an entity in the body of an article",
    key=("article_id", "start_char"),
    columns=(
        Column("article_id", "str", "Key into `articles`."),
        Column("entity_id", "str", "Key into data/reference/entities.csv; the canonical form."),
        Column("kind", "str", "Kind of the entity.", values=KINDS),
        Column(
            "form", "str", "How it was named; a capital is a metonym for a government, counted apart.", values=FORMS
        ),
        Column("alias", "str", "The alias as printed, before normalisation."),
        Column("start_char", "int64", "Offset of the first character in `body`.", unit="characters"),
        Column("end_char", "int64", "Offset after the last character in `body`.", unit="characters"),
        Column("sentence", "str", "The sentence around it."),
    ),
)

NAMES = Table(
    name="names",
    row="one occurrence of a name in the body of an article, of somebody listed or not",
    key=("article_id", "start_char"),
    columns=(
        Column("article_id", "str", "Key into `articles`."),
        Column("kind", "str", "What is named.", values=NAME_KINDS),
        Column("name", "str", "The fullest form in the article: a surname or an acronym goes by it."),
        Column("entity_id", "str", "Key into data/reference/entities.csv; null where nobody listed it.", null=True),
        Column("probability", "float64", "That it is a name of this kind, 0 to 1; not calibrated."),
        Column("text", "str", "The name as printed."),
        Column("start_char", "int64", "Offset of the first character in `body`.", unit="characters"),
        Column("end_char", "int64", "Offset after the last character in `body`.", unit="characters"),
        Column("sentence", "str", "The sentence around it."),
    ),
)

NEW_NAMES = Table(
    name="new_names",
    row="one name that is newly in the news: listed nowhere, and in no article before the period",
    key=("article_id", "start_char"),
    columns=(
        Column("name", "str", "The name, in its most frequent spelling."),
        Column("kind", "str", "What is named, as most of its occurrences were read.", values=NAME_KINDS),
        Column("independent_texts", "int64", "Distinct texts that print it; copies have one vote."),
        Column("articles", "int64", "Articles that print it, copies included."),
        Column("occurrences", "int64", "How often the distinct texts name it, by surname or acronym too."),
        Column("first_printed", "timestamp", "Publication of the first article that prints it.", unit="UTC"),
        Column("article_id", "str", "That article; key into `articles`."),
        Column("start_char", "int64", "Offset of its first occurrence there.", unit="characters"),
        Column("text", "str", "The words of that occurrence, as printed."),
        Column("sentence", "str", "The sentence around it."),
    ),
)

SENTENCES = Table(
    name="sentences",
    row="one scored sentence of an article",
    key=("article_id", "start_char"),
    columns=(
        Column("article_id", "str", "Key into `articles`."),
        Column("start_char", "int64", "Offset of the first character in `body`.", unit="characters"),
        Column("end_char", "int64", "Offset after the last character in `body`.", unit="characters"),
        Column("polarity", "float64", "TextBlob's polarity, -1 to 1; null where no word hit.", null=True),
        Column("subjectivity", "float64", "TextBlob's subjectivity, 0 to 1; null where no word hit.", null=True),
        Column("n_hits", "int64", "Lexicon entries that moved the score."),
        Column("vader", "float64", "VADER's compound score, -1 to 1; null where no word hit.", null=True),
        Column("hits", "json", "The words that produced the polarity: a list of [words, polarity]."),
    ),
)

TARGETS = Table(
    name="targets",
    row="tone toward one entity in one sentence that names it",
    key=("article_id", "start_char", "entity_id"),
    columns=(
        Column("article_id", "str", "Key into `articles`."),
        Column("start_char", "int64", "Offset of the sentence in `body`, as in `sentences`.", unit="characters"),
        Column("end_char", "int64", "Offset after the sentence in `body`.", unit="characters"),
        Column("entity_id", "str", "Whom the tone is toward; key into data/reference/entities.csv."),
        Column("mention_start", "int64", "Offset in `body` of the words that name it.", unit="characters"),
        Column("mention_end", "int64", "Offset after those words in `body`.", unit="characters"),
        Column("label", "int64", "Likeliest tone: -1 negative, 0 neutral, 1 positive."),
        Column("polarity", "float64", "Expected label, -1 to 1."),
        Column("probability", "float64", "Calibrated probability of the label, 0 to 1."),
        Column(
            "clear", "bool", "Whether the probability is 0.8 or more; else nothing is shown as positive or negative."
        ),
        Column("reading", "str", "Digest of the sentence and the words in it; equal ones are scored once."),
        Column("scorer", "str", "Version of the model and of what puts sentences in its form."),
    ),
)

_AMOUNT = (
    Column("low", "decimal", "Lower bound; null where open or vague.", null=True, unit="whole units of `currency`"),
    Column("high", "decimal", "Upper bound; null where open or vague.", null=True, unit="whole units of `currency`"),
    Column("currency", "str", "ISO 4217 code.", null=True),
    Column(
        "certainty",
        "str",
        "Whether the currency is stated or assumed from context.",
        null=True,
        values=CERTAINTIES,
    ),
    Column("qualifier", "str", "How the figure is hedged.", null=True, values=QUALIFIERS),
    Column("per", "str", "Unit of a rate: year, month, person ...; null for a sum.", null=True),
    Column("years", "decimal", "Stated duration.", null=True, unit="years"),
    Column("equivalents", "json", "Printed conversions: a list of {low, high, currency, implied_rate, text}."),
)

AMOUNTS = Table(
    name="amounts",
    row="one amount of money as printed in the body of an article",
    key=("article_id", "start_char"),
    columns=(
        Column("article_id", "str", "Key into `articles`."),
        *_AMOUNT,
        Column("text", "str", "The words as printed."),
        Column("start_char", "int64", "Offset of the first character in `body`.", unit="characters"),
        Column("end_char", "int64", "Offset after the last character in `body`.", unit="characters"),
    ),
)

_GIFT = (
    Column("donor", "str", "ISO 3166 alpha-3 code or register id of who pays.", null=True),
    Column("donor_level", "str", "What kind of giver it is.", null=True, values=DONOR_LEVELS),
    Column("recipient", "str", "ISO 3166 alpha-3 code or register id of who benefits.", null=True),
    Column("channel", "str", "Who passes the money on; never the donor.", null=True),
    Column("in_kind_count", "decimal", "Number of items of a gift in kind.", null=True, unit="items"),
    Column("in_kind_item", "str", "What is given in kind, as printed.", null=True),
    Column("purpose", "str", "What it is for, as printed.", null=True),
    Column("sector", "str", "Class of the purpose, after Kiel's Ukraine Support Tracker.", values=SECTORS),
    Column("instrument", "str", "After OECD DAC finance types; a guarantee is never cash.", values=INSTRUMENTS),
    Column("status", "str", "Stage, after IATI 2.03 TransactionType and OCHA FTS.", values=STATUSES),
)

CLAIMS = Table(
    name="claims",
    row="one sentence's statement that somebody gives something, or an amount and why it is not one",
    key=("claim_id",),
    columns=(
        Column("claim_id", "str", "Digest of article, sentence and printed words; corrections are keyed by it."),
        Column("article_id", "str", "Key into `articles`."),
        *_GIFT,
        Column("donor_text", "str", "The words that named the donor.", null=True),
        Column("recipient_text", "str", "The words that named the recipient.", null=True),
        *_AMOUNT,
        Column("modality", "str", "After DAC types of aid: budget_support, project, goods ...", null=True),
        Column("earmark", "str", "After the Grand Bargain's earmarking categories.", values=EARMARKS),
        Column("polarity", "str", "Context of the statement, after PLOVER.", values=POLARITIES),
        Column("speaker", "str", "Who said it, as printed.", null=True),
        Column("speaker_role", "str", "Title or office of the speaker, as printed.", null=True),
        Column("said_on", "date", "Date of the statement, resolved against the date of publication.", null=True),
        Column("sentence", "str", "The sentence it was read in."),
        Column("start_char", "int64", "Offset of `text` in `body`.", unit="characters"),
        Column("end_char", "int64", "Offset after `text` in `body`.", unit="characters"),
        Column("text", "str", "The words of the amount or of the gift in kind, as printed."),
        Column("exclude_reason", "str", "Empty where the claim counts; else why it does not."),
        Column("confidence", "float64", "Chance that the claim is read right, 0 to 1."),
    ),
)

PLEDGES = Table(
    name="pledges",
    row="one reported pledge: what remains after claims of the same gift are merged",
    key=("pledge_id",),
    columns=(
        Column("pledge_id", "str", "Digest of the earliest claim; the same whatever the order of articles."),
        *_GIFT,
        Column(
            "recipient_text",
            "str",
            "Words for a receiver that no register lists; `recipient` may say where.",
            null=True,
        ),
        *_AMOUNT,
        Column("amount_text", "str", "The words of the ruling report, as printed."),
        Column("first_reported", "date", "Date of the first article that reports it.", null=True),
        Column("last_reported", "date", "Date of the latest article that reports it.", null=True),
        Column("articles", "int64", "Articles that report it, copies included."),
        Column("independent_texts", "int64", "Distinct texts among them; copies have one vote."),
        Column("outlets", "int64", "Outlets that report it."),
        Column("parent_id", "str", "The pledge that this one is a part of; a part is not added.", null=True),
        Column("stages", "json", "Life of the pledge: a list of {date, status, low, high, text, article_id}."),
        Column("merge_rule", "str", "Why the claims were joined."),
        Column("claim_ids", "json", "The claims it was made of, sorted."),
        Column("low_converted", "decimal", "Floor; null where no rate.", null=True, unit="units of the target"),
        Column(
            "high_converted", "decimal", "Ceiling; null where open or no rate.", null=True, unit="units of the target"
        ),
        Column("best_converted", "decimal", "As stated; null where no rate.", null=True, unit="units of the target"),
        Column("converted_currency", "str", "ISO 4217 code of the target currency.", null=True),
        Column("rate", "float64", "Units of `currency` per unit of the target, ECB reference rate.", null=True),
        Column("rate_date", "date", "Day of that rate.", null=True),
        Column("note", "str", "What a reader has to know: no rate, implied rate off, assumed currency, corrected."),
    ),
)

RUNS = Table(
    name="runs",
    row="one ingest, annotate or briefing run: what, when, inputs, outputs, how it ended",
    key=("run_id",),
    columns=(
        Column("run_id", "str", "Unique id, ordered in time."),
        Column("what", "str", "Kind of run.", values=("ingest", "annotate", "brief", "correct", "vacuum")),
        Column("started_at", "timestamp", "When it began.", unit="UTC"),
        Column("ended_at", "timestamp", "When it ended.", null=True, unit="UTC"),
        Column("outcome", "str", "How it ended.", values=("ok", "failed")),
        Column("store_version", "int64", "Version of the corpus after the run."),
        Column("table_versions", "json", "Delta version of each table at that store version."),
        Column("inputs", "json", "What went in: files with digests, parameters."),
        Column("outputs", "json", "What came out: rows added, files written with digests."),
        Column("tally", "json", "Files and articles left out, by reason, with examples."),
        Column("message", "str", "What went wrong, if anything did."),
    ),
)

SIGNATURES = Table(
    name="signatures",
    row="what finding copies needs to know of one article, so that new articles need not re-read old ones",
    key=("article_id",),
    columns=(
        Column("article_id", "str", "Key into `articles`."),
        Column("base_id", "str", "The id as read; updates of a text at one address share it."),
        Column("raw_hash", "str", "Digest of the text as read, before cleaning."),
        Column("url_key", "str", "Address without scheme and tracking; null where it names no page.", null=True),
        Column("words_hash", "str", "Digest of the plain words, before recurring paragraphs were taken out."),
        Column("n_words", "int64", "Length of the body.", unit="words"),
        Column("n_shingles", "int64", "Distinct shingles: five words in a row.", unit="shingles"),
        Column("minhash", "bytes", "MinHash of the shingles: 128 numbers of 4 bytes, little-endian."),
    ),
)

ANNOTATED = Table(
    name="annotated",
    row="one article that annotation has seen",
    key=("article_id",),
    columns=(
        Column("article_id", "str", "Key into `articles`."),
        Column("text_hash", "str", "The text that was annotated."),
        Column("annotators", "str", "Version of the functions that annotated it."),
        Column(
            "outcome",
            "str",
            "Whether it was annotated, or why not.",
            values=("annotated", "not_english", "failed"),
        ),
    ),
)

NAMED = Table(
    name="named",
    row="one article whose names were read, because a briefing of its period asked for them",
    key=("article_id",),
    columns=(
        Column("article_id", "str", "Key into `articles`."),
        Column("text_hash", "str", "The text that was read."),
        Column("finder", "str", "Version of the rules and the model that read it."),
        Column("outcome", "str", "Whether its names were read.", values=("annotated", "failed")),
    ),
)

STORED = (ARTICLES, MENTIONS, NAMES, SENTENCES, TARGETS, AMOUNTS, CLAIMS, RUNS)
KEPT = (SIGNATURES, ANNOTATED, NAMED)  # the store's own bookkeeping; no measure reads them
TABLES = (*STORED[:-1], PLEDGES, NEW_NAMES, RUNS, *KEPT)
