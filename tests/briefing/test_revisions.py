"""What a report says differently from the one before it, and the reason it gives."""

import json
from dataclasses import replace

import pandas as pd
import pytest

from analysis.briefing.revisions import CORRECTED, LATE, RATE, RULES, UNKNOWN, Revision, revisions
from analysis.briefing.summary import findings
from analysis.briefing.versions import rules_version
from tests.briefing.editions import MILLION, PARAMETERS, article, claim, edition, pledge

_COLUMNS = ["pledge_id", "amount_text", "low", "high", "currency", "status"]
_TRACED = [*_COLUMNS, "claim_ids", "low_converted", "high_converted", "converted_currency"]


def report(folder, rows, columns=_TRACED, *, rules=None):
    """Write the report before: its pledges, and a manifest that names the rules it was read with."""
    (folder / "tables").mkdir(parents=True)
    pd.DataFrame(rows, columns=columns).to_csv(folder / "tables" / "pledges.csv", index=False)
    parts = dict.fromkeys(("corpus", "notebook", "watchlist", "previous", "corrections", "lock"))
    made_from = {**parts, "store_version": 1, "parameters": {}, "rules": rules or rules_version()}
    facts = {"briefing": "weekly", "title": "", "files": {}, "rendered_from": made_from}
    span = {"kind": "week", "start": "2025-09-29", "end": "2025-10-05"}
    (folder / "manifest.json").write_text(json.dumps({**facts, "period": span}), encoding="utf-8")
    return folder


def week(previous, low=100 * MILLION, **columns):
    """Make a week after one in which two articles reported a pledge of 100 million."""
    made = [claim(n, f"a{n}", "Oslo gives 5 euros.", "5 euros", low=low) for n in (1, 2)]
    rows = [pledge(1, made, "2025-10-01", last_reported="2025-10-02", **columns)]
    articles = [article(n, "2025-10-01") for n in (1, 2)]
    asked = replace(PARAMETERS, previous=previous)
    return edition(articles=articles, claims=made, pledges=rows, parameters=asked)


def then(low="100000000", converted="100000000", claims=("c1", "c2"), name="p1"):
    """Give the row that the report before had of it."""
    return (name, "5 euros", low, "100000000", "EUR", "pledged", json.dumps(claims), converted, "100000000", "EUR")


def test_only_the_past_is_revised(tmp_path):
    """A changed figure of the past and a pledge that is gone are revisions; a new report is none."""
    made = [claim(n, f"a{n}", "Oslo gives 5 euros.", "5 euros") for n in range(1, 4)]
    last = ("2025-10-02", "2025-10-02", "2025-10-08")
    rows = [pledge(n, [made[n - 1]], "2025-10-01", last_reported=last[n - 1]) for n in (1, 2, 3)]
    lows = {1: "100000000", 2: "7", 3: "7", 9: "1"}
    told = [(f"p{n}", "5 euros", low, "100000000.00", "EUR", "pledged") for n, low in lows.items()]
    asked = replace(PARAMETERS, previous=report(tmp_path / "before", told, _COLUMNS))

    assert revisions(edition(claims=made, pledges=rows, parameters=asked)) == [
        Revision("p2", "5 euros", ("low",)),
        Revision("p9", "5 euros", ()),
    ]


def test_nothing_changed_is_no_revision(tmp_path):
    """The same figures are no news, whatever the id of the pledge is now."""
    assert revisions(week(report(tmp_path / "same", [then()]))) == []
    assert revisions(week(report(tmp_path / "renamed", [then(name="p0", claims=("c2",))]))) == []


def test_a_late_article_is_the_reason(tmp_path):
    """An article of the pledge that the store did not hold then explains another figure."""
    made = replace(week(report(tmp_path / "r", [then(low="7", claims=("c1",))])), known_before=frozenset(["a1"]))

    assert revisions(made) == [Revision("p1", "5 euros", ("low",), LATE)]


def test_a_correction_is_the_reason(tmp_path):
    """A correction of one of its claims comes before every other reason."""
    made = week(report(tmp_path / "r", [then(low="7")], rules="0"))
    corrected = replace(made, corrections=pd.DataFrame({"claim_id": ["c2"]}), known_before=frozenset())

    assert revisions(corrected) == [Revision("p1", "5 euros", ("low",), CORRECTED)]


@pytest.mark.parametrize(("rules", "reason"), [("0", RULES), (None, UNKNOWN)])
def test_other_rules_are_the_reason(tmp_path, rules, reason):
    """The same articles read by other rules explain it; where the rules are the same, nobody guesses."""
    made = week(report(tmp_path / "r", [then(low="7")], rules=rules))

    assert revisions(made) == [Revision("p1", "5 euros", ("low",), reason)]


def test_a_rate_is_the_reason(tmp_path):
    """The same figure as printed, converted to another sum, is a matter of the rate."""
    made = week(report(tmp_path / "r", [then(converted="90000000")]))

    assert revisions(made) == [Revision("p1", "5 euros", ("low_converted",), RATE)]


def test_in_brief_names_the_reason(tmp_path):
    """The sentence says how many figures changed, gives one, and says why."""
    made = replace(week(report(tmp_path / "r", [then(low="7", claims=("c1",))])), known_before=frozenset(["a1"]))
    ours = replace(made, archive=pd.concat([made.archive, edition(articles=[article(9, "2025-10-07")]).archive]))
    told = [(f.number, str(f.words), f.why.striptags()) for f in findings(ours, _NOBODY) if "revision" in f.words]

    why = "For example 5 euros, now another lower bound. The reason: articles that came late; "
    sentence = "revision to figures of the report before: 1 pledge changed, 0 withdrawn."
    assert told == [("1", sentence, f"{why}nobody reported on it again.")]


_NOBODY = pd.DataFrame({"kind": [], "is_beyond_noise": pd.Series([], dtype="bool"), "change": []})
