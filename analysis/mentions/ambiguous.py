"""What settles an alias that names more than one thing.

Data only: the words around an alias, or elsewhere in the article, that say
which thing is meant. The rules that read them are in `analysis.mentions.find`.
Phrases that cancel one alias outright ("Atlanta, Georgia") are exclusions of
the register, not listed here.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that speak for, and against, one reading of an alias in an article.

    The reading stands unless more of `against` than of `favour` is found; words
    are looked up as they are printed, case included.
    """

    entity_id: str
    favour: tuple[str, ...]
    against: tuple[str, ...]
    proof: bool = False  # without a word in its favour the reading falls


_US_STATES = (
    "Alabama",
    "Arizona",
    "Arkansas",
    "Colorado",
    "Florida",
    "Illinois",
    "Iowa",
    "Kentucky",
    "Louisiana",
    "Michigan",
    "Minnesota",
    "Mississippi",
    "Missouri",
    "Nevada",
    "North Carolina",
    "Ohio",
    "Oregon",
    "Pennsylvania",
    "South Carolina",
    "Tennessee",
    "Texas",
    "Virginia",
    "Wisconsin",
)

# alias -> the reading that has to hold its own in the article.
CUES: Final[dict[str, Cue]] = {
    "Georgia": Cue(
        "GEO",
        (
            "Tbilisi",
            "Georgian",
            "Saakashvili",
            "Kobakhidze",
            "Zourabichvili",
            "Ivanishvili",
            "Abkhazia",
            "South Ossetia",
            "Batumi",
            "Caucasus",
            "Armenia",
            "Azerbaijan",
            "Moldova",
            "Black Sea",
        ),
        (
            "Atlanta",
            "Savannah",
            "Augusta",
            "Macon",
            "Kemp",
            "Raffensperger",
            "Ossoff",
            "Warnock",
            "Fulton County",
            "Fani Willis",
            "Georgia's governor",
            "Gov.",
            "voter ID",
            "runoff",
            "Supreme Court",
            *_US_STATES,
        ),
    ),
    "Jordan": Cue(
        "JOR",
        ("Amman", "Jordanian", "Hashemite", "King Abdullah", "Aqaba", "Zaatari", "Syria", "Iraq", "Gaza", "Egypt"),
        ("Michael Jordan", "Jordan Peterson", "Jim Jordan", "Air Jordan", "Chicago Bulls", "NBA", "sneaker"),
    ),
    "Turkey": Cue(
        "TUR",
        ("Ankara", "Istanbul", "Turkish", "Erdogan", "Erdoğan", "NATO", "Syria", "Türkiye"),
        ("Thanksgiving", "stuffing", "cranberry", "poultry", "gobble", "Butterball", "roast"),
    ),
    "Chad": Cue("TCD", ("N'Djamena", "Chadian", "Sahel", "Sudan", "Darfur", "Niger", "Africa"), ("hanging chads",)),
    "Washington": Cue(
        "USA",
        ("Washington, D.C.", "White House", "Pentagon", "State Department", "Congress", "U.S.", "Moscow", "Beijing"),
        ("Seattle", "Spokane", "Tacoma", "Olympia", "Puget Sound", "Inslee", "Mount Vernon", "Denzel"),
    ),
    "Jersey": Cue(
        "JEY", ("Guernsey", "Channel Islands", "St Helier", "St. Helier"), ("New Jersey", "Newark", "shirt"), proof=True
    ),
    "Wellington": Cue(
        "NZL", ("New Zealand", "Auckland", "Ardern", "Luxon", "Hipkins"), ("Waterloo", "Napoleon", "Duke of", "boot")
    ),
    "Georgetown": Cue(
        "GUY", ("Guyana", "Guyanese"), ("Washington", "D.C.", "university", "University", "Texas"), proof=True
    ),
    "Environmental Protection Agency": Cue(
        "EPA",
        ("U.S.", "US ", "United States", "America", "Washington", "Biden", "Trump", "Obama", "Bush", "Congress"),
        (
            *("Ireland", "Irish", "Dublin", "Ghana", "Accra", "Liberia", "Monrovia", "Sierra Leone", "Freetown"),
            *("Taiwan", "Taipei", "Sweden", "Swedish", "New South Wales", "Queensland", "Australia"),
            "conomic partnership agreement",
        ),
    ),
    "Tories": Cue(
        "TORIES",
        (
            *("Britain", "British", "Labour", "Westminster", "Commons", "Brexit", "UK", "U.K.", "London", "Downing"),
            *("Sunak", "Truss", "Johnson", "May", "Cameron", "Major", "Thatcher", "Badenoch", "Farage", "Starmer"),
        ),
        (
            *("Canada", "Canadian", "Ottawa", "Alberta", "Ontario", "Manitoba", "Saskatchewan", "Calgary", "Toronto"),
            *("Harper", "Scheer", "Poilievre", "Mulroney", "Charest", "NDP", "Parliament Hill", "Bloc Québécois"),
        ),
    ),
    # The first peoples of America. "India " and the like, so that "Indian" itself speaks for nothing.
    "Indian": Cue(
        "IND",
        (
            *("India ", "India's", "India,", "India.", "Delhi", "Mumbai", "Bombay", "Kolkata", "Calcutta", "Chennai"),
            *("Bangalore", "Bengaluru", "Hyderabad", "Gujarat", "Kerala", "Punjab", "Kashmir", "Tamil", "Bengal"),
            *("Modi", "Gandhi", "Singh", "Hindu", "Bollywood", "rupee", "crore", "lakh", "Pakistan", "Sri Lanka"),
            *("Nepal", "Bangladesh", "cricket", "IIT", "H-1B"),
        ),
        (
            *("Native American", "Navajo", "Sioux", "Cherokee", "Apache", "Comanche", "Seminole"),
            *("Mohawk", "Mohegan", "Pequot", "Oneida", "Seneca", "Chippewa", "Ojibwe", "Choctaw", "Lakota", "Pueblo"),
            *("Hopi", "Shinnecock", "First Nations", "Standing Rock", "powwow"),
        ),
    ),
    "Victoria": Cue("SYC", ("Seychelles",), ("Melbourne", "Australia", "Queen")),
}

# alias -> the readings in order of preference: a later one is taken only where
# the article holds one of its words and none of the words of an earlier one.
PREFERENCES: Final[dict[str, tuple[tuple[str, tuple[str, ...]], ...]]] = {
    "Brussels": (
        ("EU", ("EU", "E.U.", "European", "bloc", "Commission", "NATO", "Nato")),
        ("BEL", ("Belgium", "Belgian", "Belgians", "Antwerp", "Flemish", "Walloon")),
    ),
    "Congo": (
        ("COD", ("Kinshasa", "DRC", "DR Congo", "Democratic Republic", "Goma", "Kivu", "M23", "Tshisekedi")),
        ("COG", ("Brazzaville", "Republic of Congo", "Republic of the Congo", "Sassou")),
    ),
    "Korea": (
        ("KOR", ("Seoul", "South Korea", "South Korean")),
        ("PRK", ("Pyongyang", "North Korea", "North Korean", "DPRK", "Kim Jong")),
    ),
    # Of the middle of the continent, unless the article is about the republic.
    "Central African": (
        ("AFRICA", ()),
        ("CAF", ("Central African Republic", "Bangui", "CENTRAL AFRICAN REPUBLIC")),
    ),
    "Dominican": (
        ("DOM", ("Dominican Republic", "Santo Domingo")),
        ("DMA", ("Dominica ", "Dominica,", "Dominica.", "Dominica's", "Roseau")),
    ),
}
SAME_AS: Final = {
    "Congolese": "Congo",
    "Korean": "Korea",
    "Koreans": "Korea",
    "Dominicans": "Dominican",
    "Central Africans": "Central African",
    "BRUSSELS": "Brussels",
    "CONGO": "Congo",
    "KOREA": "Korea",
    "GEORGIA": "Georgia",
    "JORDAN": "Jordan",
    "TURKEY": "Turkey",
    "WASHINGTON": "Washington",
    "CHAD": "Chad",
    "Indians": "Indian",
    "Tory": "Tories",
    "EPA": "Environmental Protection Agency",
}

# Aliases that people also bear, as a first name or a surname.
BORNE_BY_PEOPLE: Final = frozenset(
    """
    Chad Jordan Georgia Israel Cuban Paris London Sofia Kenya India Cuba Finn Dane Pole Brit Holland Wales Ireland
    Washington Wellington Hague Berlin Lima Christian Jersey French England France Poland Chile Asia Madrid Vienna
    Trinidad
    """.split()
)
# Of them, those met so often as a first name that any surname behind them tells.
FIRST_NAME_TOO: Final = frozenset(["Chad", "Jordan", "Georgia", "Sofia"])
# Those of whom an exclusion ("Mark Cuban") tells that the article means the person further down too.
PERSON_TOO: Final = FIRST_NAME_TOO | {"Cuban"}
# Those met so often as a surname that any first name before them tells.
SURNAME_TOO: Final = frozenset(
    ["Chad", "Jordan", "Holland", "Wales", "Ireland", "London", "Washington", "Hague", "French"]
)

# Acronyms that are also words: never read in a line of capitals ("JOIN US NOW").
ALSO_WORDS: Final = frozenset(["US", "WHO", "CAR", "AU", "ECHO", "SIDA", "MAG", "BP", "DAC", "TIKA", "HALO"])

FIRST_NAMES: Final = frozenset(
    """
    Aaron Abby Adam Adriana Alan Albert Alex Alexander Alexandra Alice Alison Amanda Amy Ana Andrea Andrew Andy
    Angela Anna Anne Anthony Antonio Arthur Barbara Ben Benjamin Bernard Bill Bob Booker Brad Brandon Brian Bruce
    Bryan Carl Carla Carlos Carol Caroline Catherine Charles Charlie Charlotte Chris Christian Christina Christine
    Christopher Claire Clara Claude Craig Dan Daniel Daniela David Dean Deborah Debra Dennis Denzel Diana Diane
    Donald Donna Doug Douglas Ed Eddie Edward Elena Elizabeth Ella Ellen Emily Emma Eric Erica Erik Eva Evan Frances
    Francis Frank Fred Frederick Gary Gene George Gerald Gina Glenn Gloria Gordon Grace Graham Greg Gregory Hannah
    Harold Harriet Harry Heather Helen Henry Howard Hugh Ian Isaac Isabel Isabella Ivan Jack Jacob Jake James Jamie
    Jane Janet Jason Jay Jean Jeff Jeffrey Jennifer Jenny Jeremy Jerry Jesse Jessica Jill Jim Jimmy Joan Joe Joel
    John Johnny Jon Jonathan Jose Joseph Josh Joshua Joyce Juan Judith Judy Julia Julian Julie Justin Karen Karl
    Kate Katherine Kathleen Kathryn Katie Keith Kelly Ken Kenneth Kerry Kevin Kim Kyle Larry Laura Lauren Lawrence
    Lee Leo Leon Leonard Lewis Liam Linda Lisa Liz Louis Louise Lucas Lucy Luis Luke Lynn Marc Marcus Margaret Maria
    Marie Mark Martha Martin Mary Matt Matthew Maya Megan Melanie Melissa Michael Michelle Miguel Mike Mohammed
    Monica Nancy Natalie Nathan Neil Nicholas Nick Nicole Nigel Nina Noah Nora Olivia Oscar Pamela Patricia Patrick
    Paul Paula Pedro Peter Phil Philip Rachel Ralph Ray Raymond Rebecca Richard Rick Rob Robert Roberto Robin Roger
    Ron Ronald Rosa Rose Roy Russell Ruth Ryan Sally Sam Samantha Samuel Sandra Sara Sarah Scott Sean Sharon Simon
    Sofia Sophia Sophie Stan Stella Stephanie Stephen Steve Steven Stewart Stuart Susan Suzanne Sylvia Tara Ted
    Teresa Terry Theodore Theresa Thomas Tim Timothy Tina Todd Tom Tommy Tony Tracy Tyler Vanessa Vera Vernon Victor
    Victoria Vincent Walter Warren Wayne Wendy William Zoe Irving Anatole Kyrie DeAndre
    """.split()
)

# Words that stand, capitalised, before a surname without being a first name.
BEFORE_SURNAME: Final = frozenset(
    """
    President Chancellor Premier Minister Secretary Senator Sen Sen. Rep Rep. Gov Gov. Governor Chairman Chair
    Chairwoman Commissioner Ambassador Envoy Director Chief General Gen Gen. Colonel Col Col. Admiral Adm. Judge
    Justice Speaker Congressman Congresswoman Mayor Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Prof Prof. Professor Sir Lord
    Lady Dame Baroness King Queen Prince Princess Pope Sheikh Emir Sultan Ayatollah Secretary-General Spokesman
    Spokeswoman Vice Deputy Former Ex-President Vice-President Taoiseach Tsar Leader MP Then The A An In On At By
    For From With Of To And But Or Nor So Yet If When While Where As After Before Since Until Because Although
    Though That This These Those There Here He She They We I It His Her Their Our My Its Who What Why How Which
    Whether Did Does Do Is Was Were Are Has Had Have Will Would Could Should Can May Might Must Not No Yes Both
    Either Neither Even Only Just Also Still Now Today Yesterday Tomorrow Later Earlier Meanwhile However Instead
    Asked Said Says Says. Like Unlike Despite During Under Over Against Between About Without Within Through Monday
    Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September
    October November December Team Let Once Perhaps Maybe Indeed Thus Hence Nobody Everyone Last Next
    """.split()
)
# Words that make a surname or a country part of another name.
AFTER_NAME: Final = frozenset(
    """
    Foundation Organization Organisation Tower Street Avenue Center Centre University Institute Jr Jr. Airport
    Library Square Bridge Stadium School College Hospital Prize Award Family Clinic Hotel Road Boulevard Park County
    """.split()
)

# Courtesies of women, and the first names of those in the register: "Mrs. Biden" is not the president.
COURTESIES_OF_WOMEN: Final = frozenset(["Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Dame", "Lady", "Baroness"])
WOMEN: Final = frozenset(
    """
    Amy Angela Annalena Catherine Christine Chrystia Cindy Claudia Evika Giorgia Gita Greta Inger Ingrida Janet Kaja
    Kajsa Kamala Kristalina Linda Mackenzie Maia Marina Melinda Mette Mia Mirjana Mélanie Nadia Nancy Odile Penny
    Rachel Roberta Samantha Sania Sheikh Svenja Ursula Viola Yulia Yvette
    """.split()
)
# Courtesies that make the name behind them a person's.
COURTESIES: Final = frozenset(["Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Dr", "Dr.", "Sir", "Lady", "Dame"])

# Words that stand, capitalised, before a country or a capital without being a first name.
BEFORE_COUNTRY: Final = frozenset(
    """
    Eastern Western Northern Southern Central North South East West Upper Lower Greater Former Modern Ancient Free
    Lake Republic Kingdom State Embassy Ambassador Made Both Neighbouring Neighboring Save Visit Stop Hillside
    Anglo Franco Sino Indo Afro Greco Russo Serbo Euro Nazi Corporate Rural Colonial Medieval Imperial Inner Fellow
    """.split()
)
# Words that may follow a country or a capital, capitalised, without being a surname.
AFTER_COUNTRY: Final = frozenset(
    """
    President Prime Premier Foreign Defence Defense Finance Interior Interim King Queen Minister Ministry Government
    Parliament Army Navy Police Airlines Airways Ambassador Embassy Monday Tuesday Wednesday Thursday Friday
    Saturday Sunday January February March April May June July August September October November December Times Post
    Central National Republic River Office Response And Or Is Has Will To For In On At After Before Says Said Over
    With Gives Gets Sends Pledges Plan Crown Crisis Compact Humanitarian The Kingdom International Airport
    University Stock Exchange Summit Conference Declaration Agreement Accord Accords Protocol Treaty Process Forum
    Club Olympics Games News Agency Military Industries Radio Television Gate Football Federation League Bank Fund
    Authority Council Association Company Limited Group Institute Commission Party Union Valley Marathon Metro
    Bureau Correspondent Mayor City Zoo Opera Philharmonic Open Cup Airshow Dialogue Street
    """.split()
)
