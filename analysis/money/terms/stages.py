"""The stage of a gift, from the verb that states it and what carries that verb.

"Decided to provide" is committed, "will give" pledged, "has transferred"
disbursed; a vote of a cabinet, a board or a parliament approves. After IATI
2.03 TransactionType and OCHA FTS.
"""

import re
from dataclasses import dataclass

from analysis.money.text.clauses import Noun
from analysis.money.text.items import Item
from analysis.money.text.screen import sparse
from analysis.money.text.verbs import Verb


@dataclass(frozen=True, slots=True)
class Setting:
    """An amount in its clause."""

    items: list[Item]
    index: int
    verb: Verb | None
    noun: Noun | None
    left: str  # words of the clause before the amount
    right: str  # and after it
    own: tuple[str, str]  # the same two without asides and the clauses beside the amount's own
    near: str  # words around the amount, up to the amounts beside it
    reported: bool  # inside "X said ..."
    goods: bool = False  # the amount is the worth of goods
    year: int | None = None  # of publication
    after_total: bool = False  # a sum at least as large was told just before
    listed: bool = False  # in a line of a list of gifts, which a giver or receiver opens
    resumes: bool = False  # opens with "it" or "this", which stands for a gift of the sentence before
    told: bool = False  # a gift to somebody was told just before
    donates: bool = False  # a government, a body of nations or a charity named in the clause does what the verb says
    private: bool = False  # a firm or a person does what the verb says
    abroad: bool = False  # the article is plainly about another country than the giver's
    kind: str = "report"  # of the text: "paper" for a list, a transcript or a speech, "brief" for a few sentences


FUTURE = frozenset(["will", "would", "shall", "ll", "d", "going", "should"])

_VOTERS = re.compile(
    r"\b(?:cabinet|parliament|board|assembly|senate|congress|lawmakers|council|bundestag|sejm|folketing|storting|riksdag"
    r"|knesset|rada|mps|meps|senators|deputies|legislators|legislature|councillors|committee|house|chamber)\b"
    r"(?!\s(?:secretary|minister|member|paper|speaker|of\s(?:europe|ministers['’])))",
    re.IGNORECASE,
)
# Who meets and agrees, without a vote of a body behind it.
_LEADERS = re.compile(r"\b(?:leaders|heads\sof\s(?:state|government)|summit|presidents|premiers)\b", re.IGNORECASE)


# What a law gives is voted; so is what an authority to spend allows.
_LAW = sparse(
    r"""
    \b(?:signed\ into\ law|enacted)\b[^;.]*$
    | (?-i:\b(?:[A-Z][\w’'-]*\ )+(?:Act|Law))
        \ (?:also\ |has\ )?(?:provid|appropriat|invest|giv|allocat|set|includ)\w*\b[^;.]*$
    | \bauthori(?:ty|zation|sation)\ (?:to\ (?:direct|furnish|draw\ down|provide)|for)\b[^;.]*$
    | \bdrawdown\ of\b[^;.]*$
    """,
    re.VERBOSE | re.IGNORECASE,
)


_SIGNED = sparse(
    r"""
    \b(?:under|according\ to|with)\ (?:an?\ |the\ )?(?:\w+\ )?
        (?:deal|agreement|accord|pact|memorandum|contract|documents?|papers)\ signed\b
    | \bafter\ signing\b
    | ,\ [^,;]{0,60}\b(?:agreed|decided)\b(?:\ (?:on|in|this|last)\b|\W*$)   # ", ambassadors agreed on Friday"
    """,
    re.VERBOSE | re.IGNORECASE,
)


# An agreement that is made commits, whatever verb governs the sum.
_MADE = r"\b(?<!will\ )(?<!would\ )(?<!to\ )(?:conclud|clos|complet|finali[sz]|seal|sign)(?:ed|d)\b"
_AGREEMENT = r"(?:deals?|agreements?|accords?|pacts?|contracts?|memorandum|loans?|facilit(?:y|ies)|guarantees?|grants?)"
_CONCLUDED = sparse(rf"{_MADE}\ (?:\w+\ ){{0,5}}?{_AGREEMENT}\b[^;.]{{0,60}}$", re.IGNORECASE)
_CONCLUDED_ON = sparse(rf"{_MADE}\W*(?:\w+\W+){{0,3}}$", re.IGNORECASE)
_OF_AGREEMENT = re.compile(rf"^\W*(?:[\w-]+\ ){{0,3}}?{_AGREEMENT}\b", re.IGNORECASE)


# "ratified an agreement under which Japan will lend", "passed the bill that gives Poland"
_VOTED_ON = sparse(
    r"""
    \b(?<!\bto\ )(?<!\bwill\ )(?:ratified|approved|adopted|passed|cleared|endorsed|okayed|signed)
        \ (?:an?|the|its)\ (?:[\w-]+\ ){0,3}?
        (?P<act>agreement|treaty|accord|deal|contract|bill|law|act|package|plan|programme|program|decree|motion)\b
        [^;.]{0,40}\b(?:under\ which|by\ which|that|which)\b[^;.]*$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DEALS = frozenset(["agreement", "treaty", "accord", "deal", "contract"])
# "Under the first agreement, the bank will extend": what an agreement states is agreed.
_UNDER_DEAL = sparse(
    r"\bunder\s(?:the|an?|its|this|that|their)\s(?:[\w-]+\s){0,3}?(?:agreement|contract|accord|deal|memorandum|treaty)s?\b"
    r"(?!\s+(?:that|which)\b)[^;.]*$",
    re.IGNORECASE,
)
# "The board completed the third review, allowing the release of 336m"
_REVIEWED = sparse(r"\bcompleted?\s(?:the|its|an?)\s(?:\w+\s){0,4}?reviews?\b", re.IGNORECASE)
# "refurbished with 2m of Norwegian money": what stands was paid for.
_BUILT_WITH = sparse(
    r"\b(?:is|was|were|been|are)\s(?:\w+ly\s)?(?:built|rebuilt|refurbished|renovated|repaired|equipped|restored|paved|bought"
    r"|set\sup|opened|funded|financed|fitted\sout)\b[^,;.]{0,40}\b(?:with|thanks\sto)\W*(?:\w+\W+){0,2}$|"
    r"\bthat\s(?:\w+\s){0,2}(?:built|refurbished)\swith\W*$",
    re.IGNORECASE,
)


def status(s: Setting) -> str:
    """Give the stage of the gift, as its own clause states it; a deal that was signed is a commitment."""
    stage = _stage(s)
    if stage != "pledged":
        return stage
    voted = _VOTED_ON.search(s.left)
    if voted is not None:
        signed = voted.group().lower().startswith("signed") and voted["act"].lower() in _DEALS
        return "committed" if signed else "approved"
    if _BUILT_WITH.search(s.left):
        return "disbursed"
    if _REVIEWED.search(s.left):
        return "approved"
    return "committed" if _SIGNED.search(s.right) or _is_concluded(s) or _UNDER_DEAL.search(s.left) else stage


def _is_concluded(s: Setting) -> bool:
    """Whether an agreement on the sum was made ("closed a 40 million euro loan")."""
    if _CONCLUDED.search(s.left):
        return True
    return bool(_CONCLUDED_ON.search(s.left) and _OF_AGREEMENT.match(s.right))


def _stage(s: Setting) -> str:
    verb = s.verb
    if verb is None or verb.cue.sense not in ("give", "weak", "receive"):
        return "pledged"
    if verb.chain:
        return _chain_status(s, verb)
    lawful = _LAW.search(s.left[-140:])
    if lawful is not None and not verb.aux & FUTURE:
        return "allocated" if "appropriat" in lawful.group().lower() else "approved"
    stage = verb.cue.value
    future = bool(verb.aux & FUTURE) or ("to" in verb.aux)
    if stage == "delivered" and not s.goods:
        stage = "disbursed"
    going_on = verb.cue.form == "ing" and "been" not in verb.aux  # "is handing over"
    going_on = going_on or (verb.cue.form == "third" and verb.cue.sense == "receive")  # "Kenya gets 5m"
    if stage in ("disbursed", "delivered", "neutral") and (future or going_on or _reporting_word(s, verb)):
        return "pledged"
    word = s.items[verb.index].low
    granting = word.startswith(("grant", "award")) and verb.cue.form == "ing"  # "is granting": not granted yet
    decided = stage in ("approved", "allocated") or word.startswith(("grant", "award", "sign"))
    if stage in ("committed", "allocated", "approved", "pledged"):
        return "pledged" if (future and decided) or granting else _by_whom(s, verb, stage)
    return _neutral_stage(s, verb) if stage == "neutral" else stage


def _by_whom(s: Setting, verb: Verb, stage: str) -> str:
    """Tell a decision of those who vote from one of those who meet: a cabinet signs off, leaders endorse."""
    doers = " ".join(item.text for item in s.items[max(0, verb.head - 8) : verb.head])
    endorsed = stage == "approved" and s.items[verb.index].low.startswith("endors")
    if endorsed and _LEADERS.search(doers) and not _VOTERS.search(doers):
        return "committed"
    word = s.items[verb.index].low
    signs = word.startswith(_SIGNS_OFF)
    consents = signs and [item.low for item in s.items[verb.index + 1 : verb.index + 2]] == ["on"]
    if stage == "committed" and (consents or ((signs or word.startswith(_DECIDES)) and _VOTERS.search(doers))):
        return "approved"
    return stage


_SIGNS_OFF = ("sign off", "signs off", "signed off")  # "on" a sum: to consent, whoever does it
_DECIDES = ("agree", "decide")


def _neutral_stage(s: Setting, verb: Verb) -> str:
    """Give the stage of a verb that takes it from its tense: what was given is disbursed."""
    word = s.items[verb.index].low
    if verb.cue.sense == "weak" and word.startswith(_CHANGES):
        return "pledged"
    if word == "backed":
        return "approved" if _VOTERS.search(s.left[-120:]) else "pledged"
    if verb.passive and verb.aux & {"is", "are"} and "been" not in verb.aux:  # "both loans are covered by"
        return "pledged"
    if word in ("made available", "brought forward"):
        return "allocated"
    past = any(
        cue.form == "past" for cue in s.items[verb.index].cues if cue.pos == "verb" and cue.sense == verb.cue.sense
    )
    bare = word == "put" and not verb.aux and _singular(s, verb)  # "the bank put 5m into"
    if s.goods and past and word in ("handed", "handed over"):
        return "delivered"
    told = verb.cue.form == "past" or "base" not in _forms(s, verb) or bare
    return "disbursed" if past and told else "pledged"


def _singular(s: Setting, verb: Verb) -> bool:
    """Whether a name stands at once before the verb: "put" behind it is past."""
    return verb.index > 0 and s.items[verb.index - 1].kind == "party" and not s.items[verb.index - 1].donors


# "raised the figure to", "topped up": the promise moved, not the money.
_CHANGES = ("found", "find", "rais", "increas", "doubl", "boost", "expand", "top", "step", "scal", "add")


def _forms(s: Setting, verb: Verb) -> set[str]:
    return {cue.form for cue in s.items[verb.index].cues if cue.pos == "verb"}


def _reporting_word(s: Setting, verb: Verb) -> bool:
    """Read "announced to provide", "announced the delivery of": the announcement is the stage."""
    if verb.aux & {"has", "have", "had"} and "to" not in verb.aux:  # "announced that it has delivered"
        return False
    near = s.items[: verb.index][-4:]
    return any(cue.sense == "give" and cue.value == "pledged" for item in near for cue in item.cues)


def _chain_status(s: Setting, verb: Verb) -> str:
    outer = verb.chain[0].value
    if outer in ("committed",):
        return "approved" if _VOTERS.search(s.left[-120:]) else "committed"
    if outer in ("disbursed",):
        return "disbursed" if verb.cue.form != "base" else "pledged"
    return outer if outer in ("pledged", "proposed") else "pledged"
