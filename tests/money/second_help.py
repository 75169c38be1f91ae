"""Shared by the tests of the second opinions on who gives and who receives."""

from types import ModuleType

import pytest

from analysis.money.pledges import find_pledges
from analysis.money.roles import pointed
from analysis.money.weighing import ranker, second_givers, second_receivers
from analysis.money.weighing.ranker import Options
from analysis.records import Claim

KEPT = {"rules": 99.0}  # weights that leave the choice to the rules


def without_pointing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the encoder of amounts point at nobody; what else it says stays."""
    for module in (pointed, second_givers, second_receivers):
        monkeypatch.setattr(module, "pointed", lambda role, start, reader: {})
    monkeypatch.setattr(second_receivers, "nobody", lambda role, start, reader: 0.0)


def claims_by(
    text: str, monkeypatch: pytest.MonkeyPatch, *, giver: dict[str, float] = KEPT, receiver: dict[str, float] = KEPT
) -> list[Claim]:
    """Give the claims of a text by these weights of the signs of a giver and of a receiver."""
    monkeypatch.setattr(ranker, "_table", lambda: {"giver": giver, "receiver": receiver})
    return find_pledges(text)


def options_of(asks: ModuleType, text: str, monkeypatch: pytest.MonkeyPatch) -> Options:
    """Give who may fill the role that a module asks for, of the last amount that is asked, with their signs."""
    kept: list[Options] = []

    def keep(role: str, options: Options, chosen: str | None, margin: float) -> str | None:
        kept.append(options)
        return chosen

    monkeypatch.setattr(asks, "likeliest", keep)
    find_pledges(text)
    return kept[-1]
