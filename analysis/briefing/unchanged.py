"""Whether a report would come out as it is: nothing that decides its bytes has changed.

A rendering depends on the store version, the parameters, the notebook, the
tables it reads, the packages and the code (`manifest.rendered_from`,
`manifest.made_by`), and on nothing else, which is what `verify` proves. Where
all of them are as the manifest says, and the files are as they were published,
rendering again would only spend time.
"""

import json
from typing import Any

from analysis.briefing.manifest import digest_folder, made_by, read_manifest
from analysis.briefing.publish import is_good
from analysis.briefing.run import Job, rendered_from
from analysis.errors import BriefingError


def is_unchanged(job: Job) -> bool:
    """Whether the report at the place of `job` stands, and is what rendering would give."""
    if not is_good(job.place):
        return False
    try:
        manifest = read_manifest(job.place)
    except BriefingError:
        return False
    made = {name: manifest.get("made_by", {}).get(name) for name in ("code", "python")}
    return (
        manifest["rendered_from"] == _stored(rendered_from(job))
        and made == {name: made_by()[name] for name in made}
        and manifest["files"] == digest_folder(job.place)
    )


def _stored(facts: dict[str, Any]) -> Any:
    """Give facts as they come back from a manifest."""
    return json.loads(json.dumps(facts))
