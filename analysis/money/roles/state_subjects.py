"""Gifts whose clause says that a body of a state gives: "the county government released 5m", "councillors voted 5m".

Such a body is a common noun in its own place and stands in no register, so that another name of the sentence, or of
the one before, was read as the giver. It acts where it is the subject before the sum, or stands behind "by" after it.
"""

import re

from analysis.money.text.reader import Reader
from analysis.records import Claim

_OF = (
    r"(?:city|county|town|district|borough|regional|parish|state|provincial|federal|municipal|local|national|shire|"
    r"township|village|central)"
)
_BODY = (
    r"(?:councils?|councillors|commissioners|governments?|authorit(?:y|ies)|legislature|assembly|cabinet|selectmen|"
    r"selectboard|lawmakers|supervisors|aldermen|officials)"
)
_ALONE = (  # with "the", or with a capital
    r"(?:Centre|States|Commonwealth|State|Government|Council|Province|Assembly|County|Treasury|Cabinet|Minister)"
)
_PLACE = r"(?:county|city|state|province|municipality|shire|borough|township|treasury|ministry|government|council)"
_MINISTRY = r"(?:Ministry|Department) (?:of|for) (?:the )?[A-Z]\w+(?: (?:and )?[A-Z]\w+)*"
_WHO = (
    rf"(?:(?:[Mm]embers of )?(?:[Tt]he |[Ii]ts |[Tt]heir )?(?:{_OF} {_BODY}"
    r"|(?:[Ll]ocal|[Cc]ommunity|[Cc]ounty) [Bb]oard|councillors|commissioners|selectmen|aldermen)"
    rf"|(?:[Tt]he |[Ii]ts |[Tt]heir )(?:{_PLACE}|{_BODY}|town|district|village|{_MINISTRY})|(?:[Tt]he )?{_ALONE}"
    rf"|(?:[Mm]embers of )?(?:[Tt]he )?(?:[A-ZÀ-Þ][\w’'-]+ )+"
    r"(?:[Cc]ouncil(?:lors)?|[Gg]overnment|[Cc]ommissioners|assembly|(?:Local|Community|County) Board)"
    rf"|[Vv]oters(?: (?:at|in) [^,;:]{{3,40}}\b(?:meeting|election|referendum)s?(?: on [\w. ]{{3,12}}?)?(?= [a-z]))?)"
)
# Where a subject may begin.
_OPENS = (
    r"(?:^\W*|[,;:—–(“\"]\s?|\b(?:that|and|while|but|as|after|because|said|says|if|when|where|which|meanwhile|though|"
    r"earlier|then)\s)"
)
_NO_SUBJECT = (
    r"(?:is|was|were|are|be|been|of|for|members?|chair\w*|leaders?|offices?|budget|grants?|money|funds?|and|or|in|at|"
    r"will\sbe|has\sbeen|have\sbeen|officer|employees?|workers?|receiv\w+|gets?|got|chapter|branch)"
)
_SUBJECT = re.compile(rf"{_OPENS}{_WHO}(?!['’\w]|\s{_NO_SUBJECT}\b)\s(?P<rest>[a-z(][^;:.?!]*)$")
# Who hands over for a state ("presented 5m on behalf of the government"), and what members of parliament share out.
_FOR_STATE = re.compile(
    r"\bon\sbehalf\sof\s(?:(?:the|his|her|their|its)\s)?(?:[\w-]+\s){0,2}?"
    r"(?:state|[Gg]overnments?|council|governor|county|ministry|province)\b(?!['’-])"
    r"|\bfrom\s(?:the|his|her|their)\s(?:constituency|local\sarea)\sdevelopment\sfund\b"
)
# "State Approves 5m for Roads": a heading that prints its verb with a capital, too.
_HEADED = re.compile(
    r"\W*(?:[A-Z][\w’'-]+\s){0,3}?(?:State|Council|Government|Legislature|Commissioners|Councillors|Province|Cabinet|Senate|Lawmakers)"
    r"\s(?:Approves?|Gives?|Grants?|Awards?|Commits?|Provides?|Allocates?|Announces?|Releases?|Votes?|OKs|Pledges|Adds?|Sends?|Funds)\s"
)
# "Council on Tuesday adopted a budget. It gives 5m to the show": who acts in the sentence before, and goes on.
_GOES_ON = re.compile(
    r"\W*(?:It|They)\s(?:(?:also|has|have|had|will|would|then|further)\s)*(?!is\b|was\b|were\b|are\b)[a-z]+\s[^;:]*$"
)
_ACTED = re.compile(rf"\W*{_WHO}(?!['’\w]|\s{_NO_SUBJECT}\b)\s(?:on\s\w+\s)?[a-z]")
_BEGINS = re.compile(r"(?<!\w)(?=\w)|[,;:—–(“\"]")
# Words between such a subject and the sum that tell of another subject, or that the body is given it.
_OTHER = re.compile(
    r"\b(?:that|who|which|because|after|when|said|by|sign(?:s|ed)?|takes?|took|accept\w*|receiv\w+)\b|,\s(?:and|while|but)\s"
    r"|\band\s(?:the\s)?[A-Z]"
)
_BY = re.compile(
    r"^[^;.!?:,]{0,60}?\b(?:voted|given|granted|awarded|approved|provided|allocated|pledged|promised|released|"
    r"contributed|donated|earmarked|committed|lent|paid) by (?:the )?"
    rf"(?:(?:[A-Z][\w'’-]+|of) ){{0,5}}(?:{_OF} )?(?:[Cc]ouncil(?:lors)?|[Gg]overnment|[Cc]ommissioners)\b"
    r"(?!['’]|\s(?:of|for|members?|chair\w*|leader|office|budget|grant|money|fund)\b)"
)


def state_gives(claim: Claim, reader: Reader) -> bool:
    """Whether a body of the state that no name tells gives the sum of a claim."""
    number, index = reader.at(claim.start)
    sentence = reader.paragraph(number)[index]
    lead, after = reader.plain[sentence.start : claim.start], reader.plain[claim.end : sentence.end]
    found = _last(lead)
    if found is not None and _OTHER.search(found["rest"]) is None:
        return True
    if _HEADED.match(lead) is not None or (_GOES_ON.match(lead) is not None and _acted_before(number, index, reader)):
        return True
    if _FOR_STATE.search(reader.plain, sentence.start, sentence.end) is not None:
        return True
    return not any(one.start < claim.start for one in reader.amounts_in(sentence)) and _BY.match(after) is not None


def _acted_before(number: int, index: int, reader: Reader) -> bool:
    """Whether a body of a state is the subject of the sentence before one of the same paragraph."""
    before = reader.paragraph(number)[index - 1] if index else None
    if before is None:
        return False
    opening = _ACTED.match(reader.plain, before.start, before.end)
    return opening is not None and _OTHER.search(reader.plain, before.start, before.end) is None


def _last(lead: str) -> re.Match[str] | None:
    """Give the last such subject of some words."""
    found = None
    for begins in _BEGINS.finditer(lead):
        found = _SUBJECT.match(lead, begins.start()) or found
    return found
