"""Which state it is whose minister, ambassador or spokesman speaks, where no line says so.

The heading names a parliament or a ministry; a text counts in the state's own money; of whom an office-holder speaks
as "we" is their own ("Canadians ask us for more"), and no other ("I rang Oslo", "Norway and us", "a loan to Norway").
"""

import re
from collections import Counter
from collections.abc import Iterator

from analysis.money.text.parties import Party, countries, home_of_currency, party_named
from analysis.money.text.reader import Reader
from analysis.money.text.turns import Turn
from analysis.money.text.voice import bodies_of
from analysis.money.text.words import oda_recipients


def lines_of(opening: tuple[int, int], reader: Reader) -> Iterator[tuple[int, int]]:
    """Give the sentences of a stretch."""
    low, high = opening
    while low < high:
        number, index = reader.at(low)
        sentences = reader.paragraph(number)
        for sentence in sentences[index:]:
            if sentence.start >= high:
                return
            yield sentence.start, min(sentence.end, high)
        after = reader.around(low)[1]
        if after <= low:
            return
        low = after


def home_of(reader: Reader, own: list[Turn]) -> Party | None:
    """Give the state whose office-holders answer: that of the parliament or the ministry that the heading names."""
    labels = {turn.label for turn in own}
    if any(_OF_UNION.search(label) for label in labels):
        near = _UNION.search(reader.text, 0, HEADING) or (
            _COMMISSIONER.search(reader.text) if _by_euro(reader) else None
        )
        union = party_named("European Union") if near is not None else None
        if union is not None:
            return union
    named = bodies_of(reader.text[:HEADING] + " ".join(labels), reader.foes)
    if len(named) == 1:
        return countries().get(next(iter(named)))
    if _EASTERN.search(reader.text, 0, HEADING):
        return countries().get("USA")
    return by_money(reader) or _by_names(reader, own)


def _by_names(reader: Reader, own: list[Turn]) -> Party | None:
    """Give the state, not helped itself, of which who holds an office speaks again, and twice as often as of others."""
    stretches = [(0, min(HEADING, own[0].start)), *((turn.start, turn.end) for turn in own)]
    lines = [line for stretch in stretches for line in lines_of(stretch, reader)]
    lines = [line for line in lines if _OTHERS.search(reader.text, *line) is None]
    named: Counter[str] = Counter()
    for low, high in lines:
        # Capitals stand for other governments ("I rang Oslo"), "Norway and us" are two, and "to Norway" is another.
        said = [
            party.id
            for party, start, end in reader.places(low, high)
            if party.form in ("name", "demonym")
            and not _AND_US.match(reader.text, end)
            and not _LEANS.search(reader.text, max(0, start - _LEAN), start)
        ]
        said += [key for key, names in bodies_of(reader.text[low:high], reader.foes).items() for _ in names]
        # "Canadians ask us for more": of one's own state one speaks as "we".
        named.update(said * 2 if _US.search(reader.text, low, high) else said)
    for key in {*named}:
        if key not in countries() or key in oda_recipients() or key in reader.foes:
            del named[key]
    (first, most), (_, less) = [*named.most_common(2), ("", 0), ("", 0)][:2]
    return countries().get(first) if most >= _AGAIN and most >= 2 * less else None


_LEANS = re.compile(r"\b(?:to|for|in|with|from|against|on|at|by|of|than|like|through) (?:the )?$")
_LEAN = 16  # characters before a name
_AND_US = re.compile(r" and (?:us|we|our)\b")
_US = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|I|[Mm]y)\b")
_OTHERS = re.compile(r"\b(?:[Tt]hey|[Tt]heir|thank(?:ed)?)\b")


def _by_euro(reader: Reader) -> bool:
    """Tell whether most sums of a text are in euros."""
    counted = Counter(amount.currency for amount in reader.amounts if amount.currency)
    return bool(counted) and counted.most_common(1)[0][0] == "EUR"


def by_money(reader: Reader) -> Party | None:
    """Give the only state that is not helped itself in whose own money a text counts again ("1,500 million yen")."""
    stated = Counter(amount.currency for amount in reader.amounts if amount.currency and amount.certainty == "stated")
    homes = {home for home in map(home_of_currency, stated) if home in countries() and home not in oda_recipients()}
    homes.discard("USA")  # in whose money all count
    often = sum(often for currency, often in stated.items() if home_of_currency(currency) in homes)
    return countries()[homes.pop()] if len(homes) == 1 and often >= _AGAIN else None


_AGAIN = 2
_OF_UNION = re.compile(r"\b(?:commissioner|spokes(?:person|man|woman))\b", re.IGNORECASE)
_UNION = re.compile(r"\bEuropean Commission\b|\bBerlaymont\b|\bBrussels\b", re.IGNORECASE)
_COMMISSIONER = re.compile(r"\b[Cc]ommissioner\b")
_EASTERN = re.compile(r"\bp?a?\.?m\.? E[DS]T\b")  # the hour of Washington, at which its briefings are printed to begin
HEADING = 400  # characters of a heading


# "GOVERNMENT OF INDIA ... TO BE ANSWERED ON 14.12.2023 ... ANSWER": the form of a written reply.
_GOVERNMENT = re.compile(r"\b(?:GOVERNMENT|Government) (?:OF|of) (?:THE |the )?(?P<name>[A-ZÀ-Þ][\w ]{2,40}?)[ \t*]*\n")
_ANSWER = re.compile(r"\n[ \t*]*(?:ANSWER|REPLY|Answer|Reply)[ \t*:]*\n")


def answered_by(reader: Reader) -> tuple[Party, int] | None:
    """Give the state that replies in writing to a question of its parliament, and where its reply begins."""
    headed = _GOVERNMENT.search(reader.text, 0, HEADING)
    reply = _ANSWER.search(reader.text, headed.end()) if headed is not None else None
    if headed is None or reply is None:
        return None
    state = party_named(headed["name"].title() if headed["name"].isupper() else headed["name"])
    return (state, reply.end()) if state is not None and state.kind == "country" else None
