"""Ask `ranker` who receives a gift, beside the rules, and let it choose another where it is sure.

The rules read a receiver off the clause, else guess whom the text is about. Each country of the
sentence and of those around it is weighed against their choice, and against nobody. Asked of amounts
that count alone; who gives stays as it is.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from analysis.money.roles.beyond import is_pooled
from analysis.money.roles.candidates import Candidate, Cast
from analysis.money.roles.gapping import gapped_giver
from analysis.money.roles.labels import label_gives, label_id
from analysis.money.roles.lately import Lately
from analysis.money.roles.pointed import nobody, pointed, share_class
from analysis.money.roles.standing import Place
from analysis.money.text.coordination import gapped_receiver
from analysis.money.text.reader import Reader
from analysis.money.text.scenes import OPENING
from analysis.money.text.unlisted import land_of
from analysis.money.text.words import dac_members
from analysis.money.weighing.ranker import NOBODY, likeliest
from analysis.records import Claim

_COUNTED = frozenset(["", "part"])
_TOLD = frozenset(["", "part", "restatement", "no_donor"])  # reasons of sums that somebody gives, or gave
_MARGIN = 0.3  # how much likelier another than the rules' own receiver has to be, in log odds
# The same in texts longer than those it was weighed on, which tell of many things, and where a state would receive what
# it gives, which then is taken from it or for its budget.
_MARGIN_LONG = 1.0
_SEVERAL = 2  # sums of a sentence, each with its receiver
_LATELY = 3  # countries that were named last, beyond which no more is learnt
_MEETING = frozenset(["<lead:meeting in", ">lead:meeting in"])
_ABOUT = frozenset(["aided state", "donor state", "home", "main", "topic"])  # signs that say more with who gives


def with_likely_receivers(claims: Sequence[Claim], places: Mapping[str, Place], cast: Cast) -> list[Claim]:
    """Give the claims of a text with the likeliest receivers; `places` are those of amounts, by claim id."""
    told = _Told(claims)
    found = []
    for claim in claims:
        place = places.get(claim.claim_id) if claim.exclude_reason in _COUNTED else None
        likely = _with_likely(told.follows(claim), place, told, cast) if place is not None else claim
        told.goes_by(likely, claim)
        found.append(likely)
    return found


def _with_likely(claim: Claim, place: Place, told: "_Told", cast: Cast) -> Claim:
    if claim.recipient is not None and claim.recipient in _by_list(claim, place):
        return claim
    known = cast.around(place)
    asked = options(claim, known, told, cast)
    best = likeliest("receiver", asked, claim.recipient, _MARGIN if _size(cast.reader) == "short" else _MARGIN_LONG)
    if best is not None and claim.donor_level == "government" and set(ids(best)) & set(ids(claim.donor)):
        best = likeliest("receiver", asked, claim.recipient, _MARGIN_LONG)
    together = " " in (claim.donor or "") and best in ids(claim.donor)  # who gives with others is not whom it goes to
    own = best in ids(claim.donor) and (label_gives(place.items, place.index) or _gives_alike(claim, place))
    if best == claim.recipient or together or own:
        return claim
    likely = known.get(best or "")  # none where nobody is likeliest, or several together
    item = likely.item if likely is not None else None
    stays = item is None and _is_printed(known.get(claim.recipient or ""))
    if stays or (likely is not None and _is_scene(likely)):
        return claim
    return replace(claim, recipient=best, recipient_text=item.text if item is not None else None)


def _gives_alike(claim: Claim, place: Place) -> bool:
    """Whether the giver stands before the sum as another before the last: "Norway gave 5m and Malta 2m"."""
    giver = gapped_giver(place.items, place.index)
    return giver is not None and giver.party is not None and giver.party.id == claim.donor


def _by_list(claim: Claim, place: Place) -> Iterator[str | None]:
    """Give whom the place of a sum hands it to: the label of a bank's loans, a relief fund, or the name beside it."""
    if claim.donor_level == "multilateral":
        yield label_id(place.items)
    yield from (land.id for land in map(land_of, place.items) if land is not None)  # "to the Mali Humanitarian Fund"
    yield _beside(place)
    listed = gapped_receiver(place.items, place.index)
    yield listed.party.id if listed is not None and listed.party is not None else None


def _beside(place: Place) -> str | None:
    """Give the country that "to" or "for" at once behind one of several sums names ("2m for Mali, 3m for Chad")."""
    items, k = place.items, place.index + 2
    if (
        k >= len(items)
        or items[k - 1].low not in ("to", "for")
        or sum(one.kind == "amount" for one in items) < _SEVERAL
    ):
        return None
    k += items[k].low == "the"
    party = items[k].party if k < len(items) else None
    if party is None or party.kind != "country" or party.form != "name":
        return None
    more = k + 1 < len(items) and (items[k + 1].low == "'s" or items[k + 1].text[:1].isupper())
    return None if more else party.id  # "to the Emirates Red Crescent's drive" is to no state


def _is_printed(one: Candidate | None) -> bool:
    """Whether a country is named as who gets the sum ("a loan of 2m to Poland"): no other of elsewhere gets it."""
    return one is not None and one.item is not None and one.party.form == "name" and ">lead:to" in one.signs


def _is_scene(one: Candidate) -> bool:
    """Whether a country is where the sum was spoken of ("at the summit in Peru")."""
    return not one.signs.isdisjoint(_MEETING)


class _Told:
    """Who gives and receives elsewhere in a text: in all of it, and in what was told before."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        told = [claim for claim in claims if claim.exclude_reason in _TOLD]
        self._gives = Counter(one for claim in told for one in ids(claim.donor))
        self._gets = Counter(one for claim in told if claim.recipient_text for one in ids(claim.recipient))
        self.gave: set[str] = set()
        self.got: set[str] = set()
        self.last: Claim | None = None
        self._read: str | None = None  # whom the rules had for the last

    def goes_by(self, claim: Claim, read: Claim) -> None:
        """Keep a claim as told before those that follow; the rules read it as `read`."""
        if claim.exclude_reason in _COUNTED and claim.amount is not None:
            self.gave.update(ids(claim.donor))
            self.got.update(ids(claim.recipient))
            self.last, self._read = claim, read.recipient

    def follows(self, claim: Claim) -> Claim:
        """Give a gift whose receiver was taken from the one before that one's likely receiver, if it is another."""
        new = self.last.recipient if self.last is not None else None
        taken = claim.recipient is not None and claim.recipient_text is None and claim.recipient == self._read
        if not taken or new is None or new == claim.recipient or set(ids(new)) & set(ids(claim.donor)):
            return claim
        return replace(claim, recipient=new)

    def signs(self, one: str, claim: Claim) -> Iterator[str]:
        """Give the signs of a party by what is told of other sums."""
        if one in self.gave:
            yield "gave"
        if one in self.got:
            yield "received"
        if self.last is not None and one in ids(self.last.recipient):
            yield "received last"
        if one not in ids(claim.donor) and self._gives[one]:
            yield "gives elsewhere"
        own = claim.recipient_text is not None and one in ids(claim.recipient)
        if self._gets[one] > own:
            yield "receives elsewhere"


def ids(parties: str | None) -> list[str]:
    """Give the ids of one or several parties."""
    return parties.split() if parties is not None else []


def options(claim: Claim, known: Mapping[str, Candidate], told: _Told, cast: Cast) -> dict[str | None, set[str]]:
    """Give the signs of every country that may receive the amount of a claim, of the rules' choice, and of nobody."""
    reader = cast.reader
    found: dict[str | None, set[str]] = {}
    for key, one in known.items():
        found[key] = one.signs.union(told.signs(key, claim))
    chosen = claim.recipient
    if chosen is not None and chosen not in found:  # several together, or one of further away
        together = [found[one] for one in ids(chosen) if one in found]
        found[chosen] = {"joint"}.union(*together) if " " in chosen else set(told.signs(chosen, claim))
    givers = set(ids(claim.donor))
    by = "nobody" if not givers else "DAC" if givers <= dac_members() else "others"
    level = claim.donor_level or "nobody"  # a club gives at home, or where the text is about; a state seldom does
    for party, signs in found.items():
        signs.update([f"{sign}/{told_of}" for sign in signs & _ABOUT for told_of in (f"by {by}", f"level {level}")])
        if givers & set(ids(party)):
            signs.add("giver" if len(givers) == 1 else "a giver")
    channel = "channel" if claim.channel else "no channel"
    found[None] = {NOBODY, f"{NOBODY}/{_size(reader)}", f"{NOBODY}/{channel}", f"{NOBODY}/level {level}"}
    _order(found, givers, told, cast.lately(claim.start))
    if told.last is not None and told.last.recipient is None:
        found[None].add(f"{NOBODY}/last")
    if is_pooled(claim, reader):
        found[None].add(f"{NOBODY}/pooled")
    found[chosen].update(_of_choice(claim, reader))
    if _size(reader) == "short":
        _point(found, claim, reader)
    return found


def _order(
    found: Mapping[str | None, set[str]], givers: Collection[str], told: _Told, lately: Sequence[Lately]
) -> None:
    """Add which countries were named last before the amount, those that give it aside, and whether since the last gift.

    A text that goes from country to country names each, and then tells of it until it names another.
    """
    since = told.last.start if told.last is not None else 0
    asked = [one for one in lately if one.party.id in found and one.party.id not in givers]
    aided = [one for one in asked if "donor state" not in found[one.party.id]]
    for name, ordered in (("lately", asked), ("lately aided", aided)):
        for place, one in enumerate(ordered[:_LATELY]):
            where = "paragraph" if "in paragraph" in one.signs else "above"
            new = "new" if one.last > since else "old"
            found[one.party.id].update([f"{name} {place}", f"{name} {place}/{where}/{new}"])


def _point(found: dict[str | None, set[str]], claim: Claim, reader: Reader) -> None:
    """Add how likely the encoder has each country named as who receives, and nobody."""
    named = pointed("receiver", claim.start, reader)
    for party, signs in found.items():
        likely = [named[one].share if one in named else 0.0 for one in ids(party)]
        signs.update([f"pointed:{share_class(share)}" for share in likely])
    found[None].add(f"pointed nobody:{share_class(nobody('receiver', claim.start, reader))}")


def _of_choice(claim: Claim, reader: Reader) -> Iterator[str]:
    """Give the signs of whom the rules chose."""
    yield "rules"
    how = "nobody" if claim.recipient is None else "guessed" if claim.recipient_text is None else "printed"
    yield f"rules:{how}"
    yield f"rules:{how}/{_size(reader)}"


def _size(reader: Reader) -> str:
    return "long" if len(reader.text) > OPENING else "short"
