"""Names that streets, waters, ships, firms, papers, clubs and towns borrow from a country.

"Kuwait Times" is a newspaper, "Jamaica Avenue" a street and "Peru, Indiana" a
town: none of them is a mention of the country. What carries the name tells by
the word beside it. Looked at behind every country that
`analysis.mentions.find` meets, so each test begins with a look at one
character. Borrowed names that no such word gives away are exclusions of the
register, or errors that METHODOLOGY counts.
"""

import re
from typing import Final

_BEHIND: Final = re.compile(
    r"""
    [ ](?:
        (?: Street | Avenue | Road | Boulevard | Lane | Square (?![ ](?:Kilo|M)) ) \b      # streets
      | (?: Hotel | Inn | Restaurant | Caf[eé] | Bistro | Grill | Bakery ) \b                  # houses
      | (?: Sea | Ocean | Straits? | Channel | Canal | River ) \b (?! [ ] (?:Shepherd|Patrol)) # waters
      | (?: Township | Creek | Springs | Grove | Hills | Falls | Plain | Heights ) \b          # towns and quarters
      | (?: Times | Herald | Tribune | Gazette | Chronicle | Examiner | Observer | Telegraph
          | Inquirer | Courier | Monitor ) \b (?! [ ] (?:Square|Are) )                         # newspapers
      | Post \b (?! [ ] [A-Z] | - )                                # one more, but in "Post Office"
      | (?: Mobile | Telecom | Unicom | Power | Steel | Tobacco | Motors | Breweries | Cement | Petroleum | Zinc ) \b
          (?! [ ] [A-Z] | - )                                      # firms
      | A?FC \b | F\.C\.                                                                      # clubs
    )
    """,
    re.VERBOSE,
)
# "Orchard Kenya Tea and Coffee Ltd", not "In Kenya Acme Ltd opened a plant".
_FIRM: Final = re.compile(
    r"""
    [ ] (?: (?: [A-Z][\w&'.-]* | and | & ) [ ] ){0,4}
    (?: Ltd | Limited | Inc | Corp | Plc | PLC | LLC | LLP | GmbH | Bhd | Berhad | Pvt ) \b
    """,
    re.VERBOSE,
)
# A people is an adjective too: of the words above, only those that make "Irish Times" and no "Chinese Mirror".
_BEHIND_A_PEOPLE: Final = re.compile(
    r"""
    [ ](?:
        (?: Times | Herald | Tribune | Gazette | Chronicle | Examiner | Express | Independent
          | Open | (?:Youth[ ])? Daily | Press (?! [ ] (?:Association|Club|Council|Freedom) ) )
      | (?: Restaurant | Caf[eé] | Bistro | Grill | Bakery )
      | (?: Sea | Ocean | Straits? | Channel )
    ) \b (?! [ ] [A-Z] )
    """,
    re.VERBOSE,
)
_SHIPS: Final = frozenset("USS HMS HMAS HMNZS HMCS RMS MV M/V SS MS MT RV FV BRP INS KRI RFA SMS USNS USCGC".split())
_CLUBS: Final = frozenset(
    """
    Real Atletico Atlético Dynamo Dinamo Spartak Lokomotiv CSKA Torpedo Sparta Slavia Dukla Legia Rapid Partizan
    Hertha AEK Steaua Levski Maccabi Hapoel FC AC SC BK HC KK Polonia Slovan Viktoria Olimpija Panathinaikos
    """.split()
)
_HOUSES: Final = frozenset(["Hotel", "Hôtel", "Restaurant", "Café", "Cafe"])
_WATERS: Final = frozenset(["Gulf", "Sea", "Strait", "Straits", "Bay", "Bight"])
_OPENS: Final = re.compile(r"(?:\A|[.!?…:;\n“\"‘(])[ ]*\Z")  # capitalised anyway: "New Ukraine aid"
# "New China" and "New India" are what both call themselves.
_NOT_NEW: Final = frozenset(["CHN", "IND"])

_STATE: Final = re.compile(
    r"""
    ,[ ](?:
        Ala(?:bama|\.) | Alaska | Ariz(?:ona|\.) | Ark(?:ansas|\.) | Calif(?:ornia|\.) | Colo(?:rado|\.)
      | Conn(?:ecticut|\.) | Delaware | Del\. | Fla\. | Florida | Georgia | Ga\. | Hawaii | Idaho | Ill(?:inois|\.)
      | Ind(?:iana|\.) | Iowa | Kan(?:sas|\.) | Kentucky | Ky\. | Louisiana | La\. | Maine | Maryland | Md\.
      | Mass(?:achusetts|\.) | Mich(?:igan|\.) | Minn(?:esota|\.) | Miss(?:issippi|\.) | Missouri | Mo\.
      | Mont(?:ana|\.) | Neb(?:raska|\.) | Nev(?:ada|\.) | New[ ](?:Hampshire|Jersey|Mexico|York)
      | N\.[ ]?[HJMYCD]\. | North[ ](?:Carolina|Dakota) | Ohio | Okla(?:homa|\.) | Ontario | Ont\. | Ore(?:gon|\.)
      | Pennsylvania | Pa\. | Rhode[ ]Island | R\.I\. | South[ ](?:Carolina|Dakota) | S\.[CD]\. | Tenn(?:essee|\.)
      | Tex(?:as|\.) | Utah | Vermont | Vt\. | Virginia | Va\. | Wash\. | West[ ]Virginia | W\.[ ]?Va\.
      | Wis(?:consin|\.) | Wyo(?:ming|\.)
    )
    (?= [.)] | ,[ ](?!and\b|or\b)[a-z\d] | ,?[ ](?:on|where|who|when|after|said|police|man|woman|in[ ]\d)\b | \s*\Z )
    """,
    re.VERBOSE,
)
_LISTED: Final = re.compile(r"(?:,|\band|\bor)[ ](?:the[ ])?\Z")  # "Canada, Mexico, Texas": a list, no town


_TELLING: Final = _SHIPS | _CLUBS | _HOUSES | {"of", "New"}
TAILS: Final = frozenset(f"{word[-2:]} " for word in _TELLING)  # most words before a country end otherwise


def lends_behind(text: str, start: int, end: int, form: str) -> bool:
    """Whether the capitalised words behind a country make the name a street's, a paper's, a firm's.

    >>> lends_behind("The Kuwait Times wrote so.", 4, 10, "name")
    True
    >>> lends_behind("The Kuwait Post Office closed.", 4, 10, "name")
    False
    """
    if form == "acronym":
        return False  # "US Channel operators": an adjective
    if form == "demonym":
        return _BEHIND_A_PEOPLE.match(text, end) is not None
    if _BEHIND.match(text, end):
        return True
    return _FIRM.match(text, end) is not None and text[start - 3 : start - 1].lower() != "in"


def is_town(text: str, start: int, end: int, form: str) -> bool:
    """Whether the state of another country behind a name makes it a town's; not in a list of places.

    >>> is_town("They met in Peru, Indiana.", 12, 16, "name")
    True
    >>> is_town("They came from Canada, Peru, Ohio and Iowa.", 23, 27, "name")
    False
    """
    if not text[end + 2 : end + 3].isupper() or form in ("acronym", "demonym") or not _STATE.match(text, end):
        return False
    return _LISTED.search(text, max(0, start - 9), start) is None


def lends_ahead(text: str, start: int, entity_id: str, form: str) -> bool:
    """Whether the word before makes the name a ship's, a club's, a house's, a water's or a newer place's.

    >>> lends_ahead("The ferry MV Liberia sank.", 13, "LBR", "name")
    True
    >>> lends_ahead("The ferry of Liberia sank.", 13, "LBR", "name")
    False
    """
    at = text.rfind(" ", max(0, start - 16), max(0, start - 1)) + 1
    word = text[at : start - 1]
    if word not in _TELLING or form in ("acronym", "demonym"):
        return False
    if word == "of":
        return text[text.rfind(" ", max(0, at - 12), at - 1) + 1 : at - 1] in _WATERS
    if word == "New" or word in _HOUSES:
        return entity_id not in _NOT_NEW and not _OPENS.search(text, max(0, at - 3), at)
    return True
