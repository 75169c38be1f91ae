"""What a single paragraph is, where it is not part of the report.

Rules look at short paragraphs of their own: credits, captions, links to other
stories, newsletter pitches, cookie banners, sign-offs. A paragraph in which
somebody says something is never one, whatever words it holds.
"""

import re

_LONGEST = 420  # a pitch or a banner; no rule looks at more

# What any rule needs to see, so that a normal paragraph costs next to nothing: how it
# begins, or one of these words in it (lower case).
_OPENING = re.compile(
    r"""
    [(\[]?(?:photo|picture|image|pic\b|foto|video|graphic|illustration|map\b|chart\b|composite|caption|file\b|credit|source:|courtesy)
    | by\s | read\b | see\b | also\b | relat | recommend | suggested | similar\s | must\s | don.t\s | watch
        | listen | more\b | most\s | top\s
    | trending | latest\s | popular | featured | you\s(?:may|might) | readers\s | in\scase\syou
        | what\sto\sread | up\snext | next\s | click\s
    | go\sdeeper | explore\smore | continue\sreading | keep\sreading | full\sstory | show\smore | load
        | share\b | print\b | e-?mail\b
    | comment | leave\s | view\scomments | post\sa | copy\slink | adverti | sponsored | promoted | story\scont
        | article\scont | skip\s | scroll
    | follow\s | like\sus | find\sus | join\s | got\sa | have\s(?:you\sgot\s)?a\s | do\syou\shave | \d+\smin
        | this\s(?:article|story|report|post|content|copy)\s
    | (?:the\s)?(?:views|opinions)\s | \((?:correct|updat|add|recast|refile|repeat|remove|clarif|rewrite|fix
        |change|delete|report|writ|edit)
    | (?:additional\s)?(?:report|writ|edit|compil|translat)\w+\s(?:and\s\w+\s)?by\s | [—–-]\s*(?:with|by
        |reporting|additional)\b | with\sassistance
    | our\sstandards | https?://\S+$ | [\#*=_\-–—•.]\s*(?:[\#*=_\-–—•.\s]+$|ends|30|$) | ends\s*$ | end\s*$ | ©
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WORDS = (
    "newsletter", "sign up", "signup", "signing up", "subscri", "register", "inbox", "cookie", "copyright",
    "©", "rights reserved", "our whatsapp", "our telegram", "our facebook", "download our", "download the",
    "journalism", "javascript", "browser", "getty", "reuters", "afp", "shutterstock", "alamy",
    "privacy policy", "terms of", "terms and", "photo", "epa-efe", "via ap", "xinhua", "contributed",
    "straight to you",
)  # fmt: skip
_SPEECH = re.compile(
    r"\b(?:said|says|told|adds|added|according to|announced|argued|wrote|warned)\b|[“\"].{15,}[”\"]", re.IGNORECASE
)

_CREDIT = re.compile(
    r"""
    [(\[]?
    (?:
        (?:file\s)? (?:photos?|photographs?|photography|pictures?|images?|pic|foto|video|graphics?
            |illustrations?|composite|map|chart)
            (?:\s(?:credits?|courtesy|provided)(?:\s(?:of|by))?|\sby)? \s* (?::|/|©|\||(?<=\sby)\s)\s* \S.{0,140}
      | (?:credits?|courtesy|image\ssource|photo\ssource|source)\s*:\s*(?:the\s)?[A-Z©].{0,60}(?:getty|reuters
          |afp|ap|epa|images|press|photo|media|alamy|shutterstock|unsplash).{0,40}
      | (?:ap|afp|epa|reuters|getty|xinhua|dpa|ips)(?:-efe)? (?:\s(?:file\s)?photos?|\simages|/)[^.!?]{0,80}
      | [^.!?]{0,60}(?:/|\svia\s)(?:getty(?:\simages)?|reuters|afp|ap|epa|shutterstock|alamy|tass
          |sipa)(?:[\s/][^.!?]{0,40})?
      | (?:getty\simages|reuters|afp|epa-efe|shutterstock|alamy|ap\sphoto|file\sphoto|handout)
    )
    [)\]]?\.?$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CAPTION = re.compile(
    r"[(\[]?(?:(?:photo\s)?captions?\s*:|(?:file\s(?:photo|picture|image)|pictured|file)\s*(?::|\s[-–—]\s|\|))\s.+",
    re.IGNORECASE,
)
# A sentence or two, and whose picture it is.
_CREDITED = re.compile(
    r"""
    .{20,400}?
    (?:
        [.,)”"\s] \(?(?:ap\sphoto|photo\sby|photo:|getty\simages|afp\sphoto|photo\scourtesy)[^()]{0,80}\)?
      | [.)”"\s] \(?reuters/[A-Z][\w.\-]+(?:\s[A-Z][\w.\-]+){0,3}(?:/[^()]{1,40})?\)?
      | \[[^\[\]]{0,60}(?:reuters|afp|ap\sphoto|getty|epa)[^\[\]]{0,40}\]
    )
    \.?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_READ_MORE = re.compile(
    r"""
    (?:
        (?:read|see|watch|listen)(?:\s(?:more|also|next|on|full|the\sfull(?:\s(?:story|article|report|text))?|now|live|here|related))?
      | also(?:\s(?:read|see|on|in|from|watch)(?:\s[\w’']+){0,3})?
      | (?:relat(?:ed|ing)|recommended|suggested|similar)(?:\s(?:stories|story|articles?|coverage|news|content
          |reading|posts?|topics|links?|video))?
      | (?:must|don[’']t)\s(?:read|miss|watch)
      | more(?:\s(?:on|from|in|about|news|stories|coverage|top)(?:\s[\w’'&]+){0,5})?
      | (?:most|top|trending|latest|popular|featured)\s(?:read|popular|viewed|shared|stories|news|now|posts
          |articles|headlines)
      | (?:you\s(?:may|might)|readers)\s(?:also\s)?(?:like|enjoy|want\sto\sread|be\sinterested\sin)(?:\sthis)?
      | in\scase\syou\smissed\sit | what\sto\sread\snext | up\snext | next\s(?:article|story|up)
      | click\shere(?:\s(?:to|for)\s.{1,80})? | go\sdeeper(?:\s\(.{1,20}\))? | explore\smore(?:\s.{1,40})?
      | continue\sreading(?:\s.{1,60})? | keep\sreading | read\son | full\sstory | show\smore | load\smore
    )
    \s* (?: [:|>»→]\s*.{0,250} | [.…]*\s*[→»>]* )$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LOOSE_READ_MORE = re.compile(
    r"(?:more|see|watch|listen|also|read|latest news|top news|more news)[.…]*$", re.IGNORECASE
)
# "More on the new rules:" leads into what follows.
_LEAD_IN = re.compile(r"(?:more\s(?:on|about|from)|also\s(?:in|on))\b[^:]*:$", re.IGNORECASE)
# Told by how they begin.
_BOILERPLATE = re.compile(
    r"""
      (?:please\s)?(?:sign\s?up|subscribe)(?:\s(?:for\sfree|here|now|today|to\sread\smore|to\scontinue))?[.!]?
    | (?:©|copyright|\(c\)(?=\s*\d{4}))\s*(?:©|\(c\))?\s*(?:\d{4}|[A-Z]).{0,200}
    | (?:follow|like|find|join)\s(?:us|the\s[\w\s]{2,30}|@\w+)\son\s(?:twitter|facebook|instagram|x|whatsapp
        |telegram|linkedin|youtube|social|threads|google)\b.*
    | (?:advertisement|advertising|sponsored(?:\scontent)?|promoted|(?:story|article)\scontinues\s(?:below
        |after).{0,40}|loading[.…]*|skip\s(?:to|past)\s.{1,60}|scroll\s(?:down\s)?to\scontinue.{0,40})
    | (?:share(?:\sthis(?:\s(?:article|story|page|post|on.{0,40}))?)?|(?:print|email)(?:\sthis(?:\s(?:article
        |story|page))?)?|(?:leave\sa\s)?comments?|view\scomments|post\sa\scomment|click\sto\sshare.{0,80}
        |copy\slink)[.:…]*
    | (?:your|this)\sbrowser\s(?:does\snot|doesn[’']t|is\snot)\b.*
    | (?:got|have|do\syou\shave)\sa\s(?:tip|story|news\stip)\b.{0,10}\?.*
    | (?:read\stime\s*:?\s*)?\d{1,2}\s+min(?:ute)?s?(?:\s+(?:read|to\sread|listen))?
    | listen\sto\s(?:this|the)\s(?:article|story|podcast).{0,60}
    | this\s(?:article|story|report|post|content|copy)\s(?:was|is|has\sbeen|first|originally)\s(?:first
        |originally|produced|published|republished|reproduced|auto|generated|a\spress|part\sof|made\savailable
        |amended|updated)\b.*
    | (?:the\s)?(?:views|opinions)\s(?:and\sopinions\s)?expressed\s(?:in|here|by|are)\b.*
    | \((?:corrects?|updates?d?|adds?|recasts?|refiles?|repeats?|removes?|clarifies|rewrites?|fixes|changes
        |deletes)\b[^()]{3,300}\)
    | https?://\S+ | [\#*=_\-–—\s.•]{1,40} | [-–—\s]*(?:ends?|30)[-–—\s]*
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Told by words anywhere in them.
_PITCH = re.compile(
    r"""
      (?:.*[.!?…,:–—-]["”’]?\s)?(?:please\s|to\s|you\scan\s|click\shere\sto\s|and\s|or\s)?(?:sign\s?up|subscribe|register|join)\b.{0,80}\b(?:newsletters?|inbox|alerts?|e-?mails?|email\supdates|podcasts?|journalism|whatsapp|unlimited\saccess)\b.*
    | .*\b(?:newsletters?|digest|briefing|headlines|stories|news|dispatch|bulletin|get\s(?:the|our
        |all)\s.{1,40})\b.{0,60}\b(?:(?:in|to)\syour\sinbox|straight\sto\syou)\b.*
    | .*\b(?:we|site|website|courier|partners?|page|and\sothers)\b.{0,60}\buses?\scookies\b.*
    | .*\b(?:accept\s(?:all\s)?cookies|cookie\s(?:policy|settings|preferences|notice)|manage\scookies|cookies\?)\b.*
    | .*\ball\srights\sreserved\b.*
    | .*\b(?:join|follow)\sour\s(?:whatsapp|telegram|facebook|x|twitter)\b.*
    | .*\b(?:support|help\sfund|power)\b.{0,40}\bjournalism\b.*
    | (?:.*[.!?]\s)?download\s(?:our|the)\b.{0,40}\bapp\b.*
    | .*\b(?:please\s)?(?:enable|turn\son)\sjavascript\b.*
    | .*\b(?:privacy\spolicy|terms\s(?:of\s(?:use|service)|and\sconditions))\b.*\b(?:agree|accept|apply|read|see)\b.*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"""
    \(?(?:additional\s|with\s)?(?:report(?:ing|ed)|writ(?:ing|ten)|edit(?:ing|ed)|compil(?:ing|ed)|assistance|translat(?:ion|ed))\s(?:and\s\w+\s)?(?:by|from)\s.{3,300}
    | [—–-]\s*(?:with|by|reporting|additional)\b.{3,200}
    | (?:—\s*)?with\sassistance\s(?:from|by)\b.{3,200}
    | (?:the\s)?(?:associated\spress|ap|reuters|afp|bloomberg)[\w\s,.’'\-]{0,140}\bcontributed\s(?:to\s(?:this
        |the)\s(?:report|story|article)|reporting)?.{0,40}
    | [\w\s,.’'\-]{3,140}\bcontributed\sto\sthis\s(?:report|story|article|piece)\b.{0,20}
    | our\sstandards\s*:.{3,80}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:By|BY)\s(?!\w+ing\b|\w+ING\b)[A-ZÀ-ÖØ-Þ][\w.'’\-]+(?:\s(?:[a-z]{2,3}\s)?[A-ZÀ-ÖØ-Þ][\w.'’\-]*){1,3}"
    r"(?:(?:,| and|,? in|\s?[|/-])\s[\w .,'’\-]{2,60})?$"
)


def hints(paragraphs: list[str]) -> tuple[str, ...]:
    """Return the words that a rule looks for anywhere in a paragraph, and that a text holds; most hold none."""
    lowered = "\n".join(text for text in paragraphs if len(text) <= _LONGEST).lower()
    return tuple(word for word in _WORDS if word in lowered)


def role_of(paragraph: str, words: tuple[str, ...] = _WORDS) -> str | None:
    """Return the role of a paragraph that is not part of the report, or None where it is.

    Args:
        paragraph: One paragraph, without white space around it.
        words: `hints` of the whole text, where they are known.

    Returns:
        `credit`, `caption`, `read_more` or `boilerplate`; None for text.

    >>> role_of("Photo: EPA-EFE"), role_of("Read more: Oslo’s oil fund, explained")
    ('credit', 'read_more')

    What somebody says about newsletters is text:

    >>> role_of("“Sign up to our newsletter and we stop calling,” the fund said.") is None
    True
    """
    if len(paragraph) > _LONGEST:
        return None
    if _OPENING.match(paragraph):
        role = _role_by_opening(paragraph)
        if role:
            return role
    if words:
        lowered = paragraph.lower()
        if any(word in lowered for word in words):
            return _role_by_words(paragraph)
    return None


def _role_by_opening(paragraph: str) -> str | None:
    if _CAPTION.fullmatch(paragraph):
        return "caption"
    if _CREDIT.match(paragraph):
        return "caption" if len(paragraph) > 110 and paragraph.endswith(".") else "credit"
    if _READ_MORE.match(paragraph) and not _LOOSE_READ_MORE.match(paragraph) and not _LEAD_IN.match(paragraph):
        return "read_more"
    if _SIGN_OFF.fullmatch(paragraph):
        return "credit"
    if _BYLINE.match(paragraph) or (_BOILERPLATE.fullmatch(paragraph) and not _SPEECH.search(paragraph)):
        return "boilerplate"
    return None


def _role_by_words(paragraph: str) -> str | None:
    if _CREDIT.match(paragraph):
        return "credit"
    if _CREDITED.fullmatch(paragraph):
        return "caption"
    if _SIGN_OFF.fullmatch(paragraph):
        return "credit"
    return "boilerplate" if _PITCH.fullmatch(paragraph) and not _SPEECH.search(paragraph) else None
