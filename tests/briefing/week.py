"""One invented week with something in every section, for tests of the whole page."""

import json
from decimal import Decimal

from tests.briefing.editions import MILLION, article, claim, edition, mention, pledge, scored

_CLINICS = "Oslo will give at least 80 million euros to rebuild clinics in Ukraine."
_LOAN = "Japan agreed to lend Kenya 20 billion yen over ten years, a happy day for both."
_BOATS = "Lisbon promised between 5 million and 7 million euros for rescue boats."
_OLDER = "Ottawa has now paid the 30 million euros it promised Jordan in August."
_PRICE = "A new pump costs 2 million euros, the plant said."
_GRIM = "Kenya had a terrible harvest, and prices are bad."


def week_edition():
    """Make an edition with new and older pledges, mentions that moved, tone both ways, copies and drops."""
    sentences = {1: _CLINICS, 2: _CLINICS, 3: _LOAN, 4: _BOATS, 5: _OLDER, 6: _PRICE}
    articles = [article(n, "2025-10-07", outlet=f"Outlet {n % 4}", headline=s[:40]) for n, s in sentences.items()]
    articles[1] = {**articles[1], "story_id": "a1", "is_canonical": False, "outlet": "Second Gazette"}
    articles += [article(n, "2025-10-08", outlet="Outlet 1") for n in range(7, 31)]
    articles += [article(n, "2025-10-01", outlet="Outlet 2") for n in range(31, 61)]
    articles += [article(61, None), article(62, "2025-10-09", language="fr", outlet=None)]
    clinics = [claim(n, f"a{n}", _CLINICS, "at least 80 million euros", low=80 * MILLION, high=None) for n in (1, 2)]
    loan = claim(3, "a3", _LOAN, "20 billion yen", donor="JPN", recipient="KEN", currency="JPY", instrument="loan")
    boats = claim(4, "a4", _BOATS, "between 5 million and 7 million euros", donor="PRT", recipient=None)
    older = claim(5, "a5", _OLDER, "30 million euros", donor="CAN", recipient="JOR", status="disbursed")
    price = claim(6, "a6", _PRICE, "2 million euros", exclude_reason="price", donor=None)
    stages = [
        {"date": "2025-08-20", "status": "pledged", "low": "30000000", "high": "30000000", "text": "30 million"},
        {"date": "2025-10-07", "status": "disbursed", "low": "30000000", "high": "30000000", "text": "30 million"},
    ]
    return edition(
        articles=articles,
        claims=[*clinics, loan, boats, older, price],
        pledges=[
            pledge(1, clinics, "2025-10-07", articles=2, independent_texts=1, outlets=2, purpose="to rebuild clinics"),
            pledge(
                2,
                [loan],
                "2025-10-07",
                low_converted=Decimal("112994350.28"),
                high_converted=Decimal("112994350.28"),
                best_converted=Decimal("112994350.28"),
                rate=177.0,
                rate_date="2025-10-07",
                years=Decimal(10),
            ),
            pledge(
                3,
                [boats],
                "2025-10-07",
                low_converted=5 * MILLION,
                best_converted=6 * MILLION,
                high_converted=7 * MILLION,
            ),
            pledge(4, [older], "2025-08-20", last_reported="2025-10-07", stages=json.dumps(stages)),
        ],
        mentions=[
            mention(1, "UKR", "Ukraine", _CLINICS),
            *[mention(n, "KEN", "Kenya", _GRIM) for n in range(7, 27)],
            *[mention(n, "KEN", "Kenya", _GRIM) for n in range(31, 33)],
            *[mention(n, "JPN", "Japan", _LOAN) for n in (3, *range(40, 50))],
        ],
        sentences=[
            *[scored(n, _GRIM, -0.85, [["terrible", -1.0], ["bad", -0.7]]) for n in range(7, 27)],
            scored(3, _LOAN, 0.8, [["happy", 0.8]]),
        ],
        dropped=[("broken_json", 2, "made.jsonl line 3")],
    )
