"""`newsbook register check` reads the register as the finder does."""

from typer.testing import CliRunner

from analysis.cli import app
from analysis.errors import ReferenceFileError


def test_the_shipped_register_holds():
    """The register in the repository has no alias that nothing settles."""
    result = CliRunner().invoke(app, ["register", "check"])

    assert (result.exit_code, "none is claimed twice undecided" in result.output) == (0, True)


def test_an_alias_claimed_twice_is_named(tmp_path):
    """A watchlist that takes the name of somebody listed is refused, and the alias named."""
    watchlist = tmp_path / "watchlist.csv"
    watchlist.write_text("id,name,kind,aliases\nport-fund,World Bank,organization,\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["register", "check", str(watchlist)])

    assert isinstance(result.exception, ReferenceFileError)
    assert result.exception.faults == [
        "`World Bank` is claimed by WB and port-fund; give the row the other's id to replace it, or leave the alias out"
    ]
