"""Find the figures that go on in the currency of a sum before them: "pledged 21 billion euros; Berlin 7.7 billion".

A figure with a scale, in the paragraph of a sum and behind it, that counts nothing: no noun follows it ("8 million
people"), nor is it told of people, tonnes or kilometres ("a population of 161 million"). `sequence` reads those that
the grammar beside the sum gives away; here is the rest of its paragraph.
"""

import re
from collections.abc import Iterator, Sequence

from analysis.money.notation.forms import LEXICON

_REACH = 320  # characters from the sum before to the figure
_BEFORE = 70  # characters before a figure in which it is told what it counts
_FIGURE = re.compile(
    r"""(?<![\w$€£¥.,\[*>-]) (?<!illion\ ) (?<!illion\n)
        (?: \d{1,3}(?:,\d{3})*(?:[.·]\d+)? | \d+(?:[.,·]\d+)?
          | one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty
          | a\ hundred )
        (?: [ \u00a0\u202f-](?:(?:and\ )?a\ half\ )?(?:million|billion|trillion|lakh|crore|bn|mn?|bln|mln)
          | (?:mn?|bn) )
        \b (?![\w$€£¥]|-[a-z])""",
    re.VERBOSE,
)
# What follows a figure that counts nothing: marks, what leads to its use, time or giver, verbs of a sum.
_GOES_ON = re.compile(
    r"""\Z | \s*\n\s*\n | \n(?=[•*-]) | \s*[.,;:)!?\]”"—–] | \s*['’](?!s\b) | \s*-\s
      | \s*\((?!(?:or\s)?\d+(?:\.\d+)?\s(?:per\scent|%|in))
      | \s*(?: for|in|to|from|by|on|over|as|was|is|will|would|and|or|at|with|per|this|next|last|now|when|before|earlier
          | a|that|which|who|it|he|she|they|but|if|while|until|through|under|towards?|between|out|than|against|only
          | alone|each|today|yesterday|then|instead|not|went|goes|came|come|comes|flows?|apiece|annually|also|already
          | because|after|since|(?:more|less)(?=[.,;:)]|\s(?:for|to|from|by|in|on|than))
          | during|into|via|so|plus|short|worth|apart|up|off|were|are|may|might|could|should|can|must|again
          | ha[sd]\s(?:been|gone|come) | have\s(?:been|gone)\s(?:paid|spent|to|promised|pledged|given|set)
          | of\s(?:that|it|this|which|his|her|its|their|our|my|own
              |the\s(?:money|sum|total|package|loan|grant|fund|amount))
          | pledged|promised|given|paid|donated|raised|announced|approved|spent|lent|offered|received|allocated
          | set\saside|committed|provided|granted|contributed|collected|requested|needed|required|earmarked|left|owed
          | wired )\b""",
    re.VERBOSE,
)
# "of them", "were affected", "will live on", "to 350,000 people": people and things all the same.
_COUNTED = re.compile(
    r"""\s*(?: (?:of|are|were|have|had|will|would|may|could|can|who|that)\s
            (?: them|whom|people|been\s(?:affected|displaced|killed|forced|driven)|affected|displaced|killed|homeless
              | hungry|starv\w+|poor|children|live|face|need|go\shungry|die|liv\w+|without|at\srisk|in\sneed )\b
          | (?:to|and|or)\s[\d.,]+(?:\s(?:million|billion|thousand))?\s(?!euros|dollars|pounds)[a-z]{4,}
          | a\s(?:day|week)\s(?:earlier|later)\b | (?:in\sneed|at\srisk|on\sfoot|without|in\s(?:gold|silver))\b )""",
    re.VERBOSE,
)
_ABOUT = r"(?:about|some|around|over|nearly|almost|roughly|approximately|more\sthan|up\sto|at\sleast|another)"
_THINGS = (
    r"(?:people|children|families|refugees|voters|votes|viewers|views|passengers|visitors|users|customers|members"
    r"|followers|subscribers|animals|cattle|tonnes|tons|barrels|litres|acres|hectares|doses|vaccines|vaccinations|jabs|shots"
    r"|tests|masks|meals|trees|homes|houses|jobs|copies|downloads|vehicles|cars|units|shares|rounds|shells|admissions"
    r"|arrivals|departures)"
)
# What stands before a figure that counts people or things.
_COUNTS = re.compile(
    rf"""\b(?: population|inhabitants|residents
          | (?:country|nation|city|town|state|region|people|citizens|island)s?(?:\s[a-z]+)?\s(?:of|from|to|reach\w*)
          | {_THINGS}\b[^.;:,]{{0,40}}
          | (?:affected|killed|displaced|fed|feeds|hosts?|hosted|shelters?|sheltered|reached|helped|employ\w*|serve[sd]?
              |sold|vaccinated|heard|(?:read|watched)\sby|home\sto|number\w*|count\w*)(?:\s{_ABOUT}|\san\sestimated)?
        )[\s:]*(?:(?:{_ABOUT}|between)\s)?$""",
    re.VERBOSE | re.IGNORECASE,
)
# "has given 13 million doses and 5 million dollars for 87 million more"
_AS_MANY = re.compile(r"\bfor\s(?:about\s|some\s|another\s|a\sfurther\s)?$")
_SO_MANY = re.compile(rf"(?:illion|\d)\s{_THINGS}\b")
_SHORT = re.compile(r"\d\s?(?:m|bn|mn)\b")
_PARAGRAPH = re.compile(r"\n\s*\n")
_SENTENCE = re.compile(r"[.!?][\"”’)]*\s+(?=[A-Z“\"‘])")
_WORD = re.compile(r"\s(?P<word>[a-z][\w'’]*)")


def carried(text: str, sums: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Give the figures that carry on the currency of a sum: start, end, and the index of the sum in `sums`.

    Args:
        text: the text.
        sums: the spans of its sums, in order, apart.

    >>> list(carried("They pledged 21 billion euros; Berlin stands for 7.7 billion.", [(13, 29)]))
    [(49, 60, 0)]
    >>> list(carried("They gave 21 million euros. It has 7.7 million people, of whom 2 million are poor.", [(10, 26)]))
    []
    """
    for index, (start, end) in enumerate(sums):
        short = _SHORT.search(text, start, end) is not None  # else "2,000m" is a distance
        stop = sums[index + 1][0] if index + 1 < len(sums) else len(text)
        parted = _PARAGRAPH.search(text, end, stop)
        stop = stop if parted is None else parted.start()
        low = end
        while (match := _FIGURE.search(text, low, min(stop, low + _REACH))) is not None:
            low = match.end()
            if (short or not match.group().endswith("m")) and _counts_nothing(text, match):
                yield match.start(), match.end(), index


def _counts_nothing(text: str, match: re.Match[str]) -> bool:
    """Whether a figure counts nothing that the words around it name."""
    start, end = match.span()
    if _COUNTED.match(text, end) is not None or _GOES_ON.match(text, end) is None:
        return False
    before = text[max(0, start - _BEFORE) : start]
    if _COUNTS.search(before) is not None or _goes_on_counting(text, start):
        return False
    return _AS_MANY.search(before) is None or _SO_MANY.search(text, max(0, start - _REACH), start) is None


def _goes_on_counting(text: str, start: int) -> bool:
    """Read "3.1 million people need food, up from 2.2 million": the figure before it in its sentence counts things."""
    low = max(0, start - _REACH)
    opens = max((end.end() for end in _SENTENCE.finditer(text, low, start)), default=low)
    last = next(reversed(list(_FIGURE.finditer(text, opens, start))), None)
    word = _WORD.match(text, last.end()) if last is not None else None
    if last is None or word is None or word["word"] in LEXICON.names:
        return False
    return _GOES_ON.match(text, last.end()) is None
