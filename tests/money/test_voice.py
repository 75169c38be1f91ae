"""Whose country says "we": told by its own agencies, by what only its own say, and by how often it is named."""

from analysis import find_pledges
from analysis.money.text.reader import Reader

SPEECH = (
    "We meet at a hard hour. Chile and our partners will not look away. We know what our neighbours go through, "
    "and we have said so. Our doors are open, Chile is ready, and Chile keeps its word. "
)
WAR = "Belarus’s war on Georgia goes on. Nobody is safe from Belarusian aggression. We will hold Belarus to account. "


def _voice(text):
    voice = Reader(text, []).voice(0)
    return voice.id if voice is not None else None


def test_a_text_that_says_our_partners_speaks_for_the_country_before():
    """Only Chile says "Chile and our partners"."""
    assert _voice(SPEECH) == "CHL"


def test_a_text_without_we_has_no_voice():
    """A country that is only named does not speak."""
    assert _voice("Chile met its partners. Chile is ready. Chile keeps its word.") is None


def test_what_is_said_in_quotes_is_not_the_text_that_speaks():
    """The "we" of a quote is of whoever is quoted."""
    assert (
        _voice("Chile met. Chile waits. Chile said: “We, our people, we and our friends hope; we wait for us.”") is None
    )


def test_whom_a_text_accuses_of_war_does_not_speak_in_it():
    """Neither its agencies nor how often it is named make an aggressor the voice."""
    text = WAR + "The Kremlin is silent. We call on all. " + "Belarus sent more men. " * 3 + SPEECH
    assert _voice(text) == "CHL"
    assert Reader(text, []).foes == {"BLR"}


def test_we_is_not_the_foe_even_where_nobody_else_is_named():
    """Nobody is better than the aggressor as the giver of help against it."""
    text = WAR + "We are prepared to provide 5 million euros to Georgia."
    (claim,) = find_pledges(text)
    assert claim.donor != "BLR"


def test_a_country_helped_as_often_as_any_other_is_named_leaves_the_voice_open():
    """Who is helped often names who helps: the text does not tell which of both speaks."""
    helped = "We stand with Georgia. Our aid goes to Georgia. We help Georgia. Norway is with us. We are with Georgia."
    assert _voice(helped) is None


def test_the_givers_name_is_the_office_he_holds():
    """Once as the president of an assembly, later as of his country: the country gives."""
    text = (
        "At the UN General Assembly, Assembly President Joe Biden spoke on Monday. "
        "President Biden announced 5 million dollars for Mali."
    )
    (claim,) = find_pledges(text)
    assert claim.donor == "USA"


def test_they_are_the_people_named_before():
    """The word "they" may go back to a people: "the Canadians"."""
    (claim,) = find_pledges("The Canadians have been with us from the start. They have given 5 million euros to Mali.")
    assert claim.donor == "CAN"


def test_a_first_name_is_the_official_whom_the_text_named_in_full():
    """A first name alone is no giver of its own where the register lists the person."""
    text = (
        "Jake Sullivan met the president in Kyiv on Monday. Jake announced an additional 5 million euros for Ukraine."
    )
    assert [claim.donor for claim in find_pledges(text)] == ["USA"]
