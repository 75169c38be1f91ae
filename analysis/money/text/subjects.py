"""Parties that stand where a subject stands: who may do what the verb of a clause says."""

from analysis.money.text.items import Item, is_name
from analysis.money.text.position import opens_subject
from analysis.money.text.verbs import AUXILIARIES, BE, DETERMINERS, HANDING, HELPERS, Verb, is_verb
from analysis.money.text.words import is_adverb

STOP = frozenset([";"])


def subjects(items: list[Item], a: int, verb: Verb | None) -> list[Item]:
    """Parties left of the verb that stand as subjects, nearest first; without a verb, from the start."""
    opening = _behind_label(items, a)
    if verb is None:
        return [items[k] for k in range(opening, a) if stands(items, k) and not takes(items, k)]
    end = min(verb.head, a)
    strong, weak = [], []
    for k in range(end - 1, opening - 1, -1):
        item = items[k]
        if item.low in STOP:
            break
        if stands(items, k):
            strong.append(item)
        elif (
            item.kind == "party"
            and item.head in ("government", "office", "org")
            and not verb.passive
            and not _general(item)
            and not (says_where(items, k) or _of_member(items, k))
        ):
            before = k - 2 if k and items[k - 1].low in DETERMINERS else k - 1
            told = before >= 0 and items[before].low in _TOLD
            weak += [item] if k and (before < 0 or (items[before].low not in _OBLIQUE and not told)) else []
    return strong + weak


def _behind_label(items: list[Item], a: int) -> int:
    """Where a clause begins behind "**Lower Costs for Farmers:**", a label in bold, which gives nothing."""
    for k in range(a - 2, 0, -1):
        if items[k].low == items[k + 1].low == "*" and items[k - 1].low in (":", "."):
            return k + 2
    return 0


_TOLD = frozenset(["told", "tells", "telling", "informed", "assured", "promised", "asked", "urged"])
_OBLIQUE = frozenset(["to", "for", "against", "in", "at", "on", "with", "of"])


def _general(item: Item) -> bool:
    return item.party is not None and item.party.id == "various"


def stands(items: list[Item], k: int) -> bool:
    """Whether the party at `k` stands where a subject stands and may do something."""
    if items[k].kind != "party" or _modifies(items, k) or not _acts(items, k):
        return False
    return opens_subject(items, k) or _leads_relative(items, k)


def takes(items: list[Item], k: int) -> bool:
    """Whether the party at `k` thanks for a gift or uses it, which its giver does not."""
    j = k + 1
    while j < len(items) and (items[j].low in _BEFORE_VERB or is_adverb(items[j].low)):
        j += 1
    return j < len(items) and items[j].low in TAKING


def receives(items: list[Item], k: int) -> bool:
    """Whether the party at `k` takes or gets something, also behind an aside ("Mali, where it rained, is to get")."""
    j = _behind_aside(items, k + 1)
    if j < len(items) and items[j].low in ("got", "gets"):
        return True
    while j < len(items) and (items[j].low in _BEFORE_VERB or items[j].low in ("to", "now")):
        j += 1
    return takes(items, k) or (j < len(items) and items[j].low in ("receive", "get", "receives", "received"))


def is_given(items: list[Item], a: int, verb: Verb | None) -> bool:
    """Read "The gallery has been given 5m": the subject of a verb of giving in the passive gets the amount at `a`."""
    if verb is None or not verb.passive or verb.index > a or items[verb.index].low not in HANDING:
        return False
    return all(item.kind in ("amount", "word") and not item.cues for item in items[verb.index + 1 : a])


# "By" whom, who does not give: "received by the fund", "50 million will be shared by two charities".
TAKEN_IN = frozenset(["received", "accepted", "banked", "pocketed", "shared", "split", "divided"])


def _taker_behind(items: list[Item], a: int) -> Item | None:
    """Read "5m has been received by the Lund Fund", in the clause of the sum."""
    for k in range(a + 1, min(a + 9, len(items) - 1)):
        if items[k].low in (",", ";", "and", "where", "which", "who"):
            return None
        if items[k].low == "by" and items[k - 1].low in TAKEN_IN:
            return next((item for item in items[k + 1 : k + 3] if item.kind == "party"), None)
    return None


def given_to(items: list[Item], a: int, verb: Verb | None) -> Item | None:
    """Give the party that a verb of giving in the passive gives the amount at `a`; None where none is its subject."""
    taken = _taker_behind(items, a)
    if taken is not None:
        return taken
    if verb is None or not is_given(items, a, verb):
        return None
    return next((items[k] for k in range(verb.head - 1, -1, -1) if stands(items, k)), None)


def _behind_aside(items: list[Item], k: int) -> int:
    """Give where the clause of a subject goes on behind "where", "which" or "who" between commas from `k` on."""
    if k + 1 >= len(items) or items[k].low != "," or items[k + 1].low not in ("where", "which", "who", "whose"):
        return k
    return next((j + 1 for j in range(k + 1, min(k + _ASIDE, len(items))) if items[j].low == ","), k)


_ASIDE = 24  # items between two commas
_BEFORE_VERB = AUXILIARIES | frozenset(["also", "now", "then", "already", "still"])
TAKING = frozenset(
    """welcome welcomes welcomed welcoming hail hails hailed praise praises praised applaud applauds applauded thank
    thanks thanked accept accepts accepted use uses used using need needs needed await awaits awaited expect expects
    expected receive receives received get gets got request requests requested ask asks asked seek seeks sought want
    wants wanted owe owes owed repay repays repaid""".split()
)


def _leads_relative(items: list[Item], k: int) -> bool:
    """Read "a country like Germany, which has offered 8 billion": the clause is about it."""
    after = [item.low for item in items[k + 1 : k + 3]]
    if [item.low for item in items[max(0, k - 2) : k]] in (["it", "was"], ["it", "is"]):
        return after[:1] in (["that"], ["which"], ["who"])  # "it was Norway that gave"
    return after in ([",", "which"], [",", "who"], [",", "whose"]) or (
        after[:1] in (["which"], ["who"]) and _alike(items, k)
    )


def _alike(items: list[Item], k: int) -> bool:
    """Whether no other noun is what "which" goes back to ("a summit on Mali which took place")."""
    return k == 0 or items[k - 1].low in ("like", "as", "by", "from", ",", "and", "the")


def _acts(items: list[Item], k: int) -> bool:
    """Whether a name that no register lists is followed by what it does; a title or a heading is not."""
    after = items[k + 1] if k + 1 < len(items) else None
    if items[k].low == "it" and after is not None and after.low in BE:  # "it's the sixth package": a dummy
        return k + 2 < len(items) and (
            items[k + 2].has("verb") or items[k + 2].low.endswith("ing") or is_adverb(items[k + 2].low)
        )
    if items[k].head not in ("human", "org") or items[k].party is not None:
        return True
    if after is None or len(items[k].text.split()) > 6:
        return False
    if after.low == "of" and k + 3 < len(items):  # "Blue Timber of Lund has given"
        return items[k + 3].low in HELPERS or is_verb(items, k + 3)
    paired = after.low == "and" and k + 2 < len(items) and items[k + 2].low in ("his", "her", "their", "others")
    acts = after.low in BE or after.low in _DOING or is_verb(items, k + 1) or is_adverb(after.low)
    return acts or paired  # "Ida Lund and her husband gave"


_DOING = frozenset(["has", "have", "had", "will", "would", ",", "'s", "also", "is", "on", "said", "which", "who"])


def _modifies(items: list[Item], k: int) -> bool:
    """Whether the party at `k` only modifies a noun ("Ukrainian refugees", "Ukraine aid")."""
    item = items[k]
    after = items[k + 1] if k + 1 < len(items) else None
    if says_where(items, k):
        return True
    if _of_member(items, k):
        return True
    if item.party is None or item.head:
        return False
    if item.party.form == "demonym":
        return (
            after is not None
            and not is_verb(items, k + 1)
            and after.low not in BE
            and after.kind != "mark"
            and not item.low.endswith("s")
        )
    return after is not None and after.low == "'s" and not _own_gift(items, k)


# Who belongs to a body that stands before, and is named behind: "Lund University alumnus Ida Vask".
_BELONGS = frozenset(
    """alumnus alumna alum graduate graduates alumni trustee founder cofounder owner chairman chairwoman chair chief
    boss president director executive professor coach captain player star striker legend fan supporter member volunteer
    patron heir heiress partner pioneer veteran student parishioner employee benefactor""".split()
)


def _of_member(items: list[Item], k: int) -> bool:
    """Whether the body at `k` only says to whom somebody belongs who is named behind it."""
    j = k + 1
    while j < len(items) and j < k + 4 and items[j].low in ("co", "-", "executive", "former", "board", "vice"):
        j += 1
    if j + 1 >= len(items) or items[j].low not in _BELONGS or items[j].kind != "word":
        return False
    return is_name(items[j + 1]) or (items[j + 1].kind == "party" and not items[j + 1].anaphor)


def says_where(items: list[Item], k: int) -> bool:
    """Whether the region at `k` only says where a town before it lies ("the Lund Fund of Glendale, California")."""
    item = items[k]
    region = item.party is not None and item.party.form == "region"
    return region and k > 2 and items[k - 1].low == "," and items[k - 2].text.split()[-1][:1].isupper()


# Whose doer carries, makes or judges what another gives: "managed by the bank", "built by a firm in Lund".
HANDLED = frozenset(
    """managed administered implemented executed run operated overseen supervised coordinated handled carried
    distributed built made produced manufactured developed designed assembled valued estimated appraised
    assessed quantified calculated reported confirmed quoted cited stated hosted cohosted convened chaired""".split()
)


# And what somebody makes of its worth: "5m, an estimate by the bank".
RECKONED = frozenset("estimate estimates estimation approximation approximations valuation calculation".split())


def _passes_on(items: list[Item], k: int) -> bool:
    """Read "via the IMF", "by way of an account of the IMF": what goes through a bank of nations, others give."""
    for j in range(k - 1, max(k - 7, -1), -1):
        if items[j].low in ("via", "through") or (items[j].low == "way" and items[j + 1].low == "of"):
            return True
        if items[j].kind in ("amount", "mark") or is_verb(items, j):
            return False
    return False


def only_handles(items: list[Item], k: int) -> bool:
    """Whether the party at `k` handles what is given, and is not named as its giver ("managed by the World Bank")."""
    party = items[k].party
    if party is not None and party.level == "multilateral" and _passes_on(items, k):
        return True
    k -= k > 0 and items[k - 1].low == "the"
    return k > 1 and items[k - 1].low == "by" and (items[k - 2].low in HANDLED or items[k - 2].low in RECKONED)


def _own_gift(items: list[Item], k: int) -> bool:
    return any(item.has("noun", "give") for item in items[k + 2 : k + 6])


_LAWS = frozenset(["bill", "law", "act", "measure"])


def unknown_doer(items: list[Item], a: int, verb: Verb | None) -> bool:
    """Whether a name or a firm that nothing explains does what the verb says ("NSF has committed 5m")."""
    if verb is None or verb.passive:
        return False
    k = min(verb.head, a) - 1
    while k > 0 and (items[k].low in AUXILIARIES or is_adverb(items[k].low) or items[k].low == "also"):
        k -= 1
    if k > 0 and items[k].low in ("that", "which") and items[k - 1].low in _LAWS:
        return True  # "I signed the bill that gives": whose bill it is was not said before
    firm = items[k].anaphor.removeprefix("own ") in ("firm", "body")
    speaker = items[k].anaphor == "voice"  # "I signed": whoever that is, it is none of those told of before
    return speaker or (items[k].head == "human" and not items[k].donors) or (firm and items[k].party is None)


PEOPLE = frozenset("people refugees families victims survivors children women migrants evacuees civilians".split())


def people_from(items: list[Item], k: int) -> bool:
    """Read "displaced people from Mali": the "from" before the party at `k` says who is helped, not who gives."""
    j = k - 2 if k and items[k - 1].low == "the" else k - 1
    return j > 0 and items[j].low == "from" and items[j - 1].low in PEOPLE


def is_handed(items: list[Item], k: int) -> bool:
    """Read "paid the Red Cross 5m": whom the verb hands it to."""
    j = k - 2 if k > 1 and items[k - 1].low == "the" else k - 1
    known = items[k].party
    return j >= 0 and is_verb(items, j) and (known is None or known.form != "demonym")
