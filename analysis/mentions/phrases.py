"""Phrases in which the name of a country or a people means neither.

"8.5 billion Norwegian crowns" names money, "most pupils speak Hungarian" a
language. Looked at behind every country that `analysis.mentions.find` meets,
so both tests begin with a look at one character.
"""

import re
from typing import Final

_CURRENCY: Final = re.compile(
    r"""
    [ -](?:
        (?: dollars? | cents? | euros? | sterling | kron(?:e|er|a|or|ur) | korunas? | krun[ya]?s?
          | francs? | rupees? | rupiahs? | roubles? | rubles? | hryvnia[s]? | z[łl]oty[s]? | lira[s]? | lire
          | dinars? | dirhams? | riyals? | rials? | shekels? | yen | yuan | renminbi | baht | pesos?
          | rand | naira | cedis? | shillings? | kwachas? | birr | taka | lev[a]? | leu | lei | forints?
          | guilders? | kyats? | riels? | tenge | manats? | lari | drams? | leones? | meticals? | meticais
          | kwanzas? | lempiras? | quetzal(?:e)?s | bol[ií]var(?:e)?s? | bolivianos? | gourdes? | ringgit
          | patacas? | denars? | ouguiyas? | somonis? | reais | currency
        )\b
      | (?: pounds? | crowns? | won | marks? | real | sol | soles | som | dong | pula )\b  # words of their own
    )
    """,
    re.VERBOSE,
)
# The first three letters of those words: a look at them spares most names the expression above.
MONEY_OPENS: Final = frozenset(
    """
    dol cen eur ste kro kor kru fra rup rou rub hry zlo zło lir din dir riy ria she yen yua ren bah pes ran nai ced
    shi kwa bir tak lev leu lei for gui kya rie ten man lar dra leo met lem que bol gou rin pat den oug som rea cur
    pou cro won mar sol don pul
    """.split()
)
_OWN_WORDS: Final = re.compile(r"[ -](?:pounds?|crowns?|won|marks?|real|soles?|sol|som|dong|pula)\b")
_FIGURE: Final = re.compile(r"(?:\d|illion|thousand|hundred|crore|lakh|[ -](?:the|in|of|per))[ -]?\Z")
_NO_CURRENCY: Final = re.compile(
    r"[ ](?:real[ ](?:estate|wage|income|problem|issue|threat)|crown[ ](?:princ|court|jewel|colon|law))"
)

_SPOKEN: Final = re.compile(
    r"""
    (?: \b(?: speak(?:s|ing)? | spoke | spoken | fluent | broken | learn(?:s|ed|ing)? | teach(?:es|ing)? | taught )
        (?:[ ](?:in|fluent|good|perfect|only|little|no|some|broken|halting))?       # "spoke in halting French"
      | \b(?: translated | rendered )[ ](?:in)?to
      | \b(?: said | wrote | written | posted | added | answered | replied | asked | printed | published
          | sang | sung | speech | dubbed | read )[ ]in
      | \btranslated[ ]from(?:[ ]the)?
    )[ ]
    # "speaks German and French"
    (?: [A-ZÀ-Þ]\w+ (?: , (?:[ ]and)? | [ ]and | [ ]or )[ ] (?: some[ ] | a[ ]little[ ] )? )*
    \Z
    """,
    re.VERBOSE,
)
_LANGUAGE: Final = re.compile(
    r"""
    -speak(?:ing|ers?)\b | -language\b
    | [ ](?: language | languages | speakers? | dictionary | grammar | translations? | immersion | lessons? | classes
           | phrasebook | alphabet | subtitles | vocabulary | spelling | (?:word|name|term)[ ]for )\b
    """,
    re.VERBOSE,
)
# A language stands alone behind its verb; in front of a noun it is an adjective of a country.
_ALONE: Final = re.compile(
    r"""
    [^\w\s'’-]                                                        # "in Hungarian."
    | \s(?:at|in|to|and|or|as|for|with|on|by|from|when|while|but|well|fluently|here|there|instead|only|that|so)\b
    | \s*\Z
    """,
    re.VERBOSE,
)
# The first two letters of all that may stand behind a language and a blank; the blank itself ends a text.
_SPOKEN_OPENS: Final = frozenset(
    """
    la sp di gr tr im le cl ph al su vo wo na te
    at in to an or as fo wi on by fr wh bu we fl he th so
    """.split()
)
_DOLLARS: Final = ("US", "U.S.", "NZ", "HK")  # "US $347 million"; "gave Ukraine $347 million" names Ukraine
_LOOK_BACK: Final = 50  # characters that hold a verb of speech and the languages before this one


def names_money(text: str, start: int, end: int) -> bool:
    """Whether the country at `start` to `end` is part of an amount, or of a currency's name.

    >>> names_money("It gave 8.5 billion Norwegian crowns.", 20, 29)
    True
    >>> names_money("A South Korean won the medal.", 2, 14)
    False
    """
    opening = text[end + 1 : end + 4]
    if opening not in MONEY_OPENS:
        return opening[:1] == "$" and text[end] in " -" and text[start:end] in _DOLLARS
    if not _CURRENCY.match(text, end):
        return False
    return not _OWN_WORDS.match(text, end) or (
        _FIGURE.search(text, max(0, start - 12), start) is not None and not _NO_CURRENCY.match(text, end)
    )


def names_language(text: str, start: int, end: int) -> bool:
    """Whether the demonym at `start` to `end` names a language.

    >>> names_language("Most pupils speak Hungarian at home.", 18, 27)
    True
    >>> names_language("She taught Ukrainian children.", 11, 20)
    False
    """
    after = text[end : end + 1]
    if after == " " and text[end + 1 : end + 3] not in _SPOKEN_OPENS and text[end : end + 3].strip():
        return False
    if after in (" ", "-") and _LANGUAGE.match(text, end):
        return True
    if text[end - 2 : end] in ("ns", "is", "ks", "rs", "ds"):
        return False  # "Algerians", "Somalis", "Turks": people, never a language
    return _ALONE.match(text, end) is not None and _SPOKEN.search(text, max(0, start - _LOOK_BACK), start) is not None
