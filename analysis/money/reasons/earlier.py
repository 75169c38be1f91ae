"""Sums that were told before: totals to date, restatements, parts of a stated sum.

What looks back is no new gift. `analysis.money.reasons.judge` asks these questions of
what no noun or verb has settled.
"""

import re

from analysis.money.terms.stages import FUTURE, Setting
from analysis.money.text.screen import sparse
from analysis.money.text.verbs import BE, HAVE, Verb
from analysis.money.text.words import word_lists

_TOTAL_LEFT = sparse(
    r"\b(?:bring|bringing|brings|brought|take|takes|taking|took|raise[sd]?|raising|pushing|pushes|lift\w*)\b"
    r"[^;]{0,90}\b(?:total|overall|cumulative|tally|sum|aid|support|assistance|contributions?|funding|loans?|commitments?)\b"
    r"[^;]{0,140}\bto\W*(?:(?!by\b)\w+\W+){0,3}$",
    re.IGNORECASE,
)
_OLD_LEFT = sparse(
    r"""
    (?:
        \b(?:on\ top\ of|in\ addition\ to|adding\ to|up\ from|down\ from|instead\ of|compared\ (?:with|to)|besides
            |separate\ from|part\ of|not\ part\ of|from\ (?:an|the)\ (?:initial|earlier|original|previous)
            |after\ (?:promising|pledging|announcing|offering)(?:\ to\ \w+)?|excluding|apart\ from|beyond
            |follows?|following|complements?)\b                       # what the old sum is set against
      | \b(?:previous(?:ly)?|earlier|original(?:ly)?|existing|remaining|rest\ of\ (?:the|a|its)|remainder\ of\ (?:the|a)
            |last\ year['’]s|last\ month['’]s|prior|even\ after\ the
            |already[\ -](?:announced|pledged|promised|committed|approved))\b
    )
    # "follows with 5m", "besides it a further 5m", "as part of today's 5m"
    [^\w,;]*(?:(?!(?:with|further|another|today)\b)[\w’']+[^\w,;]+){0,4}$
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "recalled that Oslo had given 5m"; "recalled it, and gave 5m" goes on
_RECALLED = sparse(r"\brecall(?:s|ed|ing)?\b(?![^;.]*\b(?:and|but)\b)[^;.]{0,110}$", re.IGNORECASE)
_OLD_RIGHT = sparse(
    r"""^
    \W*(?:(?:in|of|worth)\s+)?(?:[\w-]+\s+){0,4}?             # "in military aid"
    (?:(?:that|which)\s+(?:it|he|she|they|\w+)\s+(?:had\s+|has\s+)?)?
    (?:already|previously|earlier|first|originally)?\s*
    (?:announced|pledged|promised|approved|agreed|committed|set\s+aside|allocated|offered)\s+
    (?:already|earlier|previously|last|in\s+(?:\w+\s+)?(?:\d{4}|January|February|March|April|May|June|July|August|September|October|November|December)|a\s+\w+\s+ago|two|three|this\s+(?:spring|summer|year)|at\s+the)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OLD_TIME = sparse(
    r"\b(?:last\s+(?:year|spring|summer|autumn|winter)|(?:two|three|four|five|six|ten|several|a\s+few|\d+)\s+years\s+ago|a\s+year\s+ago|"
    r"a\s+decade\s+ago|in\s+(?:19\d\d|200\d|201\d)"
    r"|last\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"|two\s+winters\s+ago)\b(?!['’]s)",
    re.IGNORECASE,
)
_PART_LEFT = sparse(
    r"\b(?:of\s+which|out\s+of\s+which|of\s+that|of\s+this(?:\s+(?:sum|amount|total))?|among\s+(?:it|them|which)"
    r"|out\s+of\s+(?:this|it|that)|from\s+the\s+entire\s+package|thereof"
    r"|of\s+the\s+(?:total|sum|amount|package|money))\b[^;]{0,70}$",
    re.IGNORECASE,
)
_OF_WHICH = sparse(r"\bof\ which\W+(?:\w+\W+){0,2}$", re.IGNORECASE)
# "Includes" makes a part only of a sum that was told: a bill that "includes 1bn" is not a sum.
_INCLUDED = sparse(
    r"\b(?:including|includes?|included|compris\w+|consist\w+\s+of|contain\w*)\b(?:(?!\bas\s+well\s+as\b)[^;]){0,70}$",
    re.IGNORECASE,
)
_PART_RIGHT = re.compile(
    r"^\W*(?:of\s+(?:that|it|this|the\s+(?:total|sum|money|package|loan|credit|grant|aid|amount))|is\s+part\s+of)\b",
    re.IGNORECASE,
)
_SINCE = sparse(r"^[^.;]{0,120}\bsince\s+(?:the\s+)?(?:\d|[A-Z]|his|her|taking|he|she|it|they|we|last)")
# "announced 2bn, bringing its aid to 26bn since the invasion": what comes to so much since then is the other sum
_UP_TO_TOTAL = re.compile(r",\s(?:which\s|that\s|and\s)?(?:bring|tak|rais|lift|push)(?:s|es|ing)\b", re.IGNORECASE)
# "paid 5m in the last five years", "between 2016 and 2020": what a stretch of the past adds up to
_STRETCH = sparse(
    r"^[^.;]{0,60}?\b(?:(?:in|over|during|for|within)?\s*the\s+(?:last|past|previous)\s+(?:\w+\s+)?(?:years|decades?|months)"
    r"|between\s+(?:19|20)\d\d\s+and\s+(?:19|20)\d\d)\b",
)
# What a gift is summed up over: "has since 1982 lent", "has given since last May", "has in recent years granted".
MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_SPAN = (
    rf"(?:since\s(?:(?:{MONTHS}\s)?(?:19|20)\d\d|last\s(?:year|spring|summer|autumn|winter|{MONTHS})"
    r"|the\s(?:very\s)?(?:start|beginning|outbreak|onset)\sof|(?:I|we|he|she)\stook\soffice|taking\soffice)"
    r"|in\s(?:recent\syears|its\stime|that\stime)|(?:over|in|during)\sthe\s(?:last|past)\s(?:[\w-]+\s)?(?:years|decades?))"
)
_SUMMED_LEFT = sparse(
    rf"\b(?:has|have|had|['’]ve),?\s(?:[\w’']+\s){{0,2}}{_SPAN}\b[^;.]{{0,70}}$"
    rf"|\b(?:providing|giving|contributing)\s{_SPAN}\b[^;.]{{0,60}}$"
    rf"|(?:^|,\s){_SPAN}\b[^;.,]{{0,40}},\s[^;.]{{0,60}}\b(?:has|have|['’]ve)\b[^;.]{{0,60}}$",
    re.IGNORECASE,
)
_SUMMED_RIGHT = sparse(rf"^[^,;.]{{0,90}}\b{_SPAN}\b", re.IGNORECASE)
# "has provided more than", "we've delivered over": a round figure of what was handed over until now
_SO_MUCH = sparse(
    r"(?:\b(?:has|have)|['’]ve)\s(?:(?:already|now|itself)\s)?(?:provided|delivered|contributed|given|disbursed|spent)\s"
    r"(?:(?!new\b|additional\b|further\b|another\b)[\w’'-]+\s){0,3}?$",
    re.IGNORECASE,
)
_ROUND_STARTS = ("more than", "over", "well over", "upwards of", "in excess of", "exceeding", "nearly", "almost")
_ANEW = re.compile(r"^[^.;]{0,60}\b(?:new|additional|further|extra|more|latest)\b", re.IGNORECASE)
_NEW = sparse(r"\b(?:announc\w+|pledg\w+|promis\w+|new|additional|first)\b[^.;]{0,40}$", re.IGNORECASE)
_COMING = re.compile(r"\b(?:will|would|is\s+to|are\s+to)\b", re.IGNORECASE)
_SAID_YEAR = re.compile(r"\b[Ii]n\s+(?:[A-Z][a-z]+\s+)?(?P<year>20\d\d)\b")
# "In FY 21, the agency invested 5m", "5m in aid with Fiscal Year (FY) 2022 funds"
_FISCAL_YEAR = r"\b(?:in|with|from|using)\s(?:fiscal\syear|FY)\s?(?:\(FY\)\s?)?(?P<year>(?:20)?\d\d)\b(?!\s*[-–/])"
_FISCAL_OPENS = sparse(rf"^\W*(?:\w+\s)?{_FISCAL_YEAR},[^.;$€£]{{0,160}}$", re.IGNORECASE)
_FISCAL_RIGHT = sparse(rf"^[^,;.$€£]{{0,60}}?{_FISCAL_YEAR}", re.IGNORECASE)
# "gave 5m in 2022", "a line of 5m signed back in 2020", "5m from a 2022 credit"; "In May 2021 Oslo paid 5m"
_DATED_RIGHT = sparse(
    r"^[^,;.]{0,60}?\b(?:(?:in|dates?\s+from|dates?\s+back\s+to)\s+(?:[A-Z][a-z]+\s+)?|from\s+(?:an?|the)\s+)"
    r"(?P<year>(?:19|20)\d\d)\b(?!\s*[-–/])"
)
_DATED_LEFT = sparse(r"\b[Ii]n\s+(?:[A-Z][a-z]+\s+)?(?P<year>(?:19|20)\d\d)\b[^;.$€£\d]{0,80}$")


def is_since(s: Setting) -> bool:
    """Whether the words behind the amount say since when it came together."""
    return bool(_SINCE.search(_UP_TO_TOTAL.split(s.right)[0]))


def is_summed(s: Setting) -> bool:
    """Whether what was given in a stretch of time is summed up, in the perfect tense."""
    perfect = s.verb is not None and bool(s.verb.aux & HAVE) and not s.verb.aux & (FUTURE | {"to"})
    left, right = s.own
    if _SUMMED_LEFT.search(left) or (perfect and _SUMMED_RIGHT.search(right)):
        return True
    amount = s.items[s.index].amount
    if amount is None or not amount.text.lower().startswith(_ROUND_STARTS):
        return False
    return bool(_SO_MUCH.search(left)) and not _ANEW.match(right)


# "the largest package so far": what a gift is compared with sums up nothing.
_RECORD = sparse(
    r"\b(?:largest|biggest|greatest|highest|single|first|second|third|only|most \w+)\b"
    r"(?: [\w-]+){0,5}? (?:so far|to date|thus far)\b",
    re.IGNORECASE,
)


def is_total(s: Setting) -> bool:
    """Whether the amount sums up what was given so far."""
    if is_summed(s):
        return True
    coming = bool(_COMING.search(s.left[-120:])) or (s.verb is not None and bool(s.verb.aux & FUTURE))
    left, right = (_RECORD.without(own) for own in s.own)
    right = _UP_TO_TOTAL.split(right)[0]
    soon = bool(_COMING.search(s.left[-40:])) or (s.verb is not None and bool(s.verb.aux & FUTURE))
    if not soon and not _NEW.search(s.left) and (_SINCE.search(right) or _STRETCH.search(right)):
        return True
    return (bool(_TOTAL_LEFT.search(left)) and not is_revised(s)) or (
        not coming and word_lists("phrases", "total_to_date").first_in(f"{left} # {right}") is not None
    )


_OWN_OFFER = re.compile(
    r"(?:\b(?:its|their|his|her|our|my)|['’]s?)\ (?:own\ )?"
    r"(?:contribution|pledge|offer|grant|donation|commitment|promise)\b",
    re.IGNORECASE,
)


def is_revised(s: Setting) -> bool:
    """Read "Belgium raised its pledge from 1m to 3m": a new figure for a gift, and no sum of gifts."""
    raised = s.verb is not None and s.items[s.verb.index].low.startswith(("rais", "lift", "increas"))
    if s.verb is None or not raised or (s.verb.cue.form == "ing" and not s.verb.aux & BE):
        return False
    return bool(_OWN_OFFER.search(s.own[0])) and not _SUMMED.search(s.own[0])


_SUMMED = re.compile(r"\b(?:total|overall|cumulative|tally|altogether)\b", re.IGNORECASE)


def is_old(s: Setting) -> bool:
    """Whether the gift was told before, or lies years back."""
    if _OF_WHICH.search(s.left) or _is_kept(s):
        return False  # a share of a sum that is told; the promise is old, its payment is not
    return is_dated(s) or (s.verb is not None and _pluperfect(s))


def is_dated(s: Setting) -> bool:
    """Whether the gift is dated years, or a year that is past, before its report, or words point to another report.

    A time of another clause is none of the gift's ("Iceland, whose bank failed last year, gave 4m").
    """
    if _is_pointed_to(s) or _RECALLED.search(s.own[0]):
        return True
    if _is_told_once(s):
        return False
    opening = s.near[:_OPENING]
    # "The EU, which approved 5m last year, paid out 3m": behind a sum of an aside no sentence opens.
    opens = s.left.lstrip().startswith(opening.strip()) or opening.strip(" ;,.")[:_CLAUSE] in s.own[0]
    own = (*s.own, opening if opens else "")
    old = _OLD_TIME.search(s.near) is not None and any(_OLD_TIME.search(words) for words in own) and not _is_now(s.verb)
    return old or _past_year(s)


def _is_told_once(s: Setting) -> bool:
    """Whether a list, a speech or a statement tells of one gift of a year that is past ("Last year, Oslo gave 5m").

    That is its news of the gift. A report has other news, and a round sum of a year adds up what was given in it.
    """
    amount, verb = s.items[s.index].amount, s.verb
    if s.kind != "paper" or amount is None or verb is None or not (s.donates or s.private):
        return False
    gives = verb.cue.sense == "give" and verb.index < s.index and _is_past(verb) and not verb.passive
    return gives and not amount.text.lower().startswith(_ROUND_STARTS)


_DONE_NOW = frozenset(["has", "have", "ve"])
_DOING_NOW = frozenset(["is", "are", "am", "re", "m"])


def _is_now(verb: Verb | None) -> bool:
    """Whether no time of the past can be that of a verb: "is giving 5m to the fund that it founded last year"."""
    if verb is None or "had" in verb.aux:
        return False
    doing = verb.cue.form == "ing" and bool(verb.aux & _DOING_NOW)
    return doing or bool(verb.aux & _DONE_NOW) or ("will" in verb.aux and "to" not in verb.aux)


_OPENING = 25  # characters of what may open a sentence ("Two years ago, ...")
_CLAUSE = 12  # by which a clause is known again


def looks_back(s: Setting) -> bool:
    """Whether words point to an earlier report, and not only a year that is past."""
    return _is_pointed_to(s) or (s.verb is not None and _pluperfect(s))


def _is_pointed_to(s: Setting) -> bool:
    """Whether an earlier report is pointed to at the sum: "the 5m that it announced", "previously pledged 5m"."""
    return bool(_OLD_LEFT.search(s.left.replace(", of", " of")) or _OLD_RIGHT.match(s.right))


# "has now paid the 5m it promised last year", "completed the delivery of tents promised a year ago"
_NOW = frozenset(["now", "finally", "just", "today", "yesterday"])
_PAYS = ("paid", "pay", "deliver", "sent", "send", "transfer", "disburs", "hand", "releas", "remit", "wir", "ship")
_COMPLETED = sparse(
    r"\b(?:complet|finish|conclud)(?:es|ed|ing)?\ (?:the\ |its\ |their\ )?(?:\w+\ )?"
    r"(?:deliver(?:y|ies)|handover|transfers?|shipments?|payments?|disbursements?)\b"
)


def _is_kept(s: Setting) -> bool:
    """Whether an old promise is said to be kept now."""
    if _COMPLETED.search(s.own[0]):
        return True
    verb = s.verb
    pays = verb is not None and verb.index < s.index and s.items[verb.index].low.startswith(_PAYS)
    return pays and verb is not None and bool(verb.aux & _NOW) and not verb.aux & (FUTURE | {"not", "had"})


def is_part(s: Setting) -> bool:
    """Whether the amount is a share of a sum that was told."""
    if _PART_LEFT.search(s.left) or _PART_RIGHT.match(s.right):
        return True
    return s.after_total and bool(_INCLUDED.search(s.left))


def is_of_past_budget(s: Setting) -> bool:
    """Whether the clause dates the gift to a fiscal year before the year of its report."""
    if s.year is None or (s.verb is not None and s.verb.aux & FUTURE):
        return False
    dated = _FISCAL_OPENS.search(s.left) or _FISCAL_RIGHT.search(s.own[1])
    return dated is not None and int(dated["year"]) % 100 + 2000 < s.year


def _past_year(s: Setting) -> bool:
    """Whether the clause dates the gift to a year before the report's; who writes without a date means a past one."""
    if s.verb is not None and s.verb.aux & FUTURE:
        return False
    dated = _DATED_RIGHT.search(s.own[1]) or _DATED_LEFT.search(s.own[0]) if _is_past(s.verb) else None
    if s.year is None:
        return dated is not None
    years = {int(match["year"]) for match in _SAID_YEAR.finditer(s.near)}
    if dated is not None:
        years.add(int(dated["year"]))
    return bool(years) and max(years) < s.year


def _is_past(verb: Verb | None) -> bool:
    """Whether a verb is in the past tense, or there is none."""
    return verb is None or (verb.cue.form == "past" and not verb.aux)


def _pluperfect(s: Setting) -> bool:
    """Read "had pledged" outside reported speech looks back; so does "already"."""
    assert s.verb is not None
    aux = s.verb.aux
    if aux & {"already", "previously", "earlier", "initially", "originally"} and not aux & FUTURE:
        return True
    return "had" in aux and not s.reported and "to" not in aux
