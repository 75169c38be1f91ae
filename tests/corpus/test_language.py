import pytest

from analysis.corpus.language import identify_language, language_code

TEXTS = {
    "en": "Norway will send forty pumps to Kyiv, the foreign ministry said on Monday.",
    "de": "Norwegen schickt vierzig Pumpen nach Kiew, teilte das Außenministerium am Montag mit.",
    "fr": "La Norvège enverra quarante pompes à Kiev, a annoncé lundi le ministère des affaires étrangères.",
    "es": "Noruega enviará cuarenta bombas a Kiev, anunció el lunes el Ministerio de Asuntos Exteriores.",
    "uk": "Норвегія надішле сорок насосів до Києва, повідомило в понеділок міністерство закордонних справ.",
    "ja": "ノルウェーは月曜日、キーウに四十台のポンプを送ると外務省が発表した。",
}


@pytest.mark.parametrize("code", TEXTS)
def test_identifies_languages(code):
    """A sentence of news is enough."""
    assert identify_language(TEXTS[code]) == code


def test_a_text_without_words_has_no_language():
    """Figures and short scraps are not guessed at."""
    assert [identify_language(text) for text in ("", "12,5 – 14", "OK", "€ 5m")] == [None] * 4


STATED = [
    ("en-GB", "en"),
    ("EN", "en"),
    ("English", "en"),
    ("Deutsch", "de"),
    ("德语", "de"),
    ("FRENCH; FRANÇAIS", "fr"),
    ("Klingonish", None),
]


@pytest.mark.parametrize(("stated", "code"), STATED)
def test_reads_stated_languages(stated, code):
    """Tags, and names in the languages of press databases, are understood."""
    assert language_code(stated) == code
