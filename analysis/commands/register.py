"""`newsbook register check`: the register of entities, and a watchlist with it."""

from pathlib import Path

from analysis.commands.screen import say, show_table
from analysis.config import ENTITIES
from analysis.errors import ReferenceFileError
from analysis.mentions.register import Register


def run_register_check(watchlist: Path | None) -> None:
    """Load the register, and list the aliases that several entities claim.

    Raises:
        ReferenceFileError: the register or the watchlist breaks its rules, or
            an alias is claimed twice and nothing settles whose it is; lists
            every fault.
    """
    register = Register.load(ENTITIES, watchlist)
    collisions = register.collisions()
    if collisions:
        show_table(
            "Aliases that several entities claim",
            ["alias", "entities", "settled by the article"],
            [[c.alias, ", ".join(c.entity_ids), "yes" if c.decided else "no"] for c in collisions],
        )
    open_ones = [c for c in collisions if not c.decided]
    if open_ones:
        faults = [f"`{c.alias}` is claimed by {' and '.join(c.entity_ids)}" for c in open_ones]
        raise ReferenceFileError(watchlist or ENTITIES, faults)
    say(f"{len(register.entities)} entities, {len(register.patterns)} aliases; none is claimed twice undecided.")
