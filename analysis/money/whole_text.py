"""What the rest of a text says of its claims: one step after the other, each on what those before it made of them.

`pledges` reads the clause of each amount, and what stands before it. Who gives, who receives, what is old and what is
no gift at all may be told anywhere in the text: in its heading, in the sentence behind, by the sums beside. The order
matters. A step that fills in who gives comes before those that ask what is given by nobody; why a sum is left out is
asked last.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.money.reasons.at_home import without_home
from analysis.money.reasons.compared import with_compared
from analysis.money.reasons.last_words import with_last_words
from analysis.money.reasons.looked_back import looked_back
from analysis.money.reasons.no_news import without_old
from analysis.money.reasons.overlooked import with_overlooked
from analysis.money.reasons.paid_to_kin import with_paid_to_kin
from analysis.money.reasons.undone import with_undone
from analysis.money.reasons.worth import with_worth
from analysis.money.roles.agency_money import with_agency_money
from analysis.money.roles.beyond import with_note_giver, with_receivers, with_sole_giver
from analysis.money.roles.bodies import with_bodies
from analysis.money.roles.brackets import with_bracketed
from analysis.money.roles.candidates import Cast
from analysis.money.roles.doers import with_doers
from analysis.money.roles.for_many import for_many
from analysis.money.roles.funds import with_funds
from analysis.money.roles.home_money import with_home_givers
from analysis.money.roles.home_receivers import with_gifts_at_home
from analysis.money.roles.listed_states import with_listed_states
from analysis.money.roles.near_home import with_gifts_near_home
from analysis.money.roles.opened import with_opened
from analysis.money.roles.own_money import with_own_money
from analysis.money.roles.pairs import with_pairs
from analysis.money.roles.pointed import with_pointed_givers
from analysis.money.roles.receiver_words import with_receiver_words
from analysis.money.roles.rounds import with_round_givers
from analysis.money.roles.settled import settled
from analysis.money.roles.speakers import with_speakers
from analysis.money.roles.standing import Place
from analysis.money.roles.table_rows import with_table_rows
from analysis.money.roles.text_giver import with_text_giver
from analysis.money.roles.under_names import with_names_above
from analysis.money.roles.unions import with_unions
from analysis.money.terms.firmness import with_firmness
from analysis.money.terms.told_after import with_told_after
from analysis.money.terms.told_forms import with_forms
from analysis.money.text.reader import Reader
from analysis.money.weighing.issued import with_issuer
from analysis.money.weighing.left_out import with_reasons
from analysis.money.weighing.nameless import with_unnamed, without_own_gifts
from analysis.money.weighing.second_givers import with_likely_givers
from analysis.money.weighing.second_receivers import with_likely_receivers
from analysis.records import Claim


@dataclass(frozen=True, slots=True)
class Read:
    """A text as it was read: its reader, who is named in it, and where its amounts stand by the id of their claim.

    `left_open` holds the ids of claims whose clause has no doer of its own.
    """

    reader: Reader
    cast: Cast
    places: Mapping[str, Place]
    left_open: set[str]


def by_whole_text(claims: Sequence[Claim], told: Read) -> list[Claim]:
    """Give the claims of a text as its other sentences, its lists and its headings have them."""
    reader, cast, places, text = told.reader, told.cast, told.places, told.reader.text
    claims = with_likely_givers(with_sole_giver(with_worth(claims, text), reader, told.left_open), places, cast)
    claims = with_forms(with_receivers(with_unnamed(claims, places, cast), reader))
    claims = with_firmness(with_told_after(claims, text), reader)
    claims = with_overlooked(without_home(claims, reader), reader)
    claims = for_many(without_own_gifts(with_likely_receivers(claims, places, cast), places, cast), reader)
    claims = with_pointed_givers(with_doers(claims, places, reader), places, reader)
    claims = with_text_giver(with_bodies(with_home_givers(claims, places, reader), reader), places)
    claims = with_speakers(with_unions(with_listed_states(claims, reader), reader), places, reader)
    claims = settled(with_issuer(with_funds(with_gifts_near_home(claims, reader), reader), places, reader), reader)
    claims = with_round_givers(with_names_above(claims, reader), reader)
    claims = looked_back(with_undone(claims, text), places, reader)
    claims = with_receiver_words(with_opened(without_old(claims, reader), reader), places)
    claims = with_table_rows(with_bracketed(with_pairs(with_note_giver(claims, reader), reader), reader), reader)
    claims = with_gifts_at_home(with_agency_money(claims, reader), reader)
    claims = with_reasons(with_paid_to_kin(with_own_money(claims), reader), places)
    return with_compared(with_last_words(claims, text), text)
