"""Where things lie, and the few constants that change a number.

Paths are resolved from the checkout, so that a notebook and the command find
the same files whatever the working directory. `data/store` and `reports` alone
are relative to the working directory by default, because every command takes
`--store` and `--reports`.
"""

from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
NOTEBOOKS: Final = ROOT / "notebooks"
REFERENCE: Final = ROOT / "data" / "reference"
SAMPLE: Final = ROOT / "data" / "sample"
ENTITIES: Final = REFERENCE / "entities.csv"
CORRECTIONS: Final = REFERENCE / "corrections.csv"
METHODOLOGY: Final = ROOT / "METHODOLOGY.md"
BRIEFINGS: Final = NOTEBOOKS / "briefings.toml"

DEFAULT_STORE: Final = Path("data/store")
DEFAULT_REPORTS: Final = Path("reports")
