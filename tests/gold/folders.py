"""The folders of articles that were written for the gold, in the order of their writing.

`LOOKED_AT` were developed on; on `UNSEEN` no rule was made and no weight fitted.
Each has the form of data/sample, with the gold beside its articles.
"""

from pathlib import Path

HERE = Path(__file__).resolve().parent
LOOKED_AT = ("articles", "blind", "second", "third", "fourth", "fifth", "sixth")
UNSEEN = ("seventh", "eighth")
WRITTEN = (*LOOKED_AT, *UNSEEN)
