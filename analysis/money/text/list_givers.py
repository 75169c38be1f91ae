"""Headings of lists that say whose names open the lines: of those who give, though the heading names none of them.

Under "Support announced by bilateral partners:" or "What other governments have pledged:" the line "Chad: 5 million" is
Chad's gift, whoever gives in the sentences above.
"""

import re

_GIVERS = (
    r"(?:partners|donors|contributors|states|countries|governments|nations|members|allies|neighbours|neighbors|others"
    r"|agencies|societies|foundations|companies|firms|funders|supporters|backers)"
)
_GIFTS = (
    r"(?:support|aid|assistance|help|contributions?|donations?|pledges?|gifts?|grants?|funding|funds|money|offers?|relief"
    r"|commitments?|payments?)"
)
_GIVES = r"(?:giv|gave|pledg|announc|contribut|promis|commit|offer|donat|provid|sen[dt]|help|paid|pay|put)\w*"
_TOLD = r"(?:announced|received|pledged|confirmed|promised|offered|committed|registered|contributed)"
_HELPERS = r"(?:(?:who|that|which|have|has|had|are|were|also|already|now|so\sfar)\s)*"
_NAME = r"(?-i:[A-Z])[\w’'-]+"
_OF_GIVERS = re.compile(
    rf"""\b(?:
        {_GIFTS}\b[^.;:]{{0,60}}?\b(?:by|from)\s(?:the\s)?(?:[\w-]+\s){{0,3}}?{_GIVERS}\b
      | (?<!for\s)(?<!to\s)(?:(?:other|these|those|several|some|more|bilateral|all)\s){{1,2}}
        {_GIVERS}\s{_HELPERS}{_GIVES}
      | (?:partners|donors|contributors|funders|supporters|backers)\s{_HELPERS}{_GIVES}
      | ^(?:the\s|new\s|further\s|other\s|international\s|bilateral\s)*{_GIFTS}\s{_TOLD}
        (?:\s(?:to\sdate|so\sfar|until\snow|as\sof\s[\w\s]{{3,20}}))?(?:\sincludes?|\sare|\sis)?\s?:?$
      | ^(?:(?:aid|help|support|relief)\s)?(?:to|for)\s(?:the\s)?{_NAME}(?:\s{_NAME}){{0,3}}\s?:?$
      | where\s(?:the|its|our|this|that)\s(?:\w+\s)?(?:money|funding|funds|support|aid)\s(?:comes|came)\sfrom
      | (?:how|what)\s(?:the\s(?:rest\sof\sthe\s)?world|(?:other\s)?(?:countries|nations|governments|states|donors))\s
        (?:(?:is|are|has|have)\s)?(?:help|respond|send|sent|giv|pledg|promis|offer|contribut)\w*
      | (?:what|which)\s(?:(?:have|has|did|do)\s)?(?:the\s)?(?:other\s)?{_GIVERS}
        (?:,?\s(?:and\s)?(?:{_GIVERS}|individuals|people|banks|charities)){{0,3}}\s{_HELPERS}
        (?:offered|pledged|promised|sent|given|give|sen[dt]|announced|committed|contributed|donated|provided|put\sup)\b
      | (?:pledges|contributions|commitments|donations|gifts|offers)(?:\s[\w-]+){{0,4}}?\sby\s
        (?:country|state|donor|contributor|nation|government|partner)\b
      | (?:countries|nations)\s(?:\w+\s){{0,2}}?(?:sending|offering|giving|pledging)\s(?:aid|help|relief|support|rescue)
      | who\s(?:is\s(?:sending|offering|giving)|has\s(?:sent|given|pledged|paid)|gives|gave|pays|paid|pledged|promised
          |contributed)\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)


def names_givers(heading: str) -> bool:
    """Whether a heading says that those named in the lines below it give.

    >>> names_givers("Support announced by bilateral partners:"), names_givers("Support for partner countries:")
    (True, False)
    >>> names_givers("Aid announced to date includes:"), names_givers("Aid announced for Chad:")
    (True, False)

    >>> names_givers("Pledges by country, in grants:"), names_givers("Funding by country:")
    (True, False)

    What a heading is to, those give who are named below it:

    >>> names_givers("To Lebanon"), names_givers("To the north:")
    (True, False)
    >>> names_givers("What have other states sent?"), names_givers("Which countries have asked for help?")
    (True, False)
    """
    return _OF_GIVERS.search(" ".join(heading.split())) is not None
