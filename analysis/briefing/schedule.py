"""What to install so that a briefing is rendered with nobody watching.

Prints for one scheduler at a time; installs nothing. Every path is absolute and
taken from the installation that prints, because a scheduler starts with another
folder, another PATH and no locale.
"""

import json
import os
import shlex
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from analysis.briefing.standing import Briefing
from analysis.config import ROOT
from analysis.errors import BriefingError

# Minute, hour, day of month, month, day of week: in the morning after the period
# has ended; on the second day of a month, so that late articles are in.
_CRON = {
    "day": "15 6 * * *",
    "week": "15 6 * * 1",
    "month": "15 6 2 * *",
    "quarter": "15 6 2 1,4,7,10 *",
    "year": "15 6 2 1 *",
}
_CALENDAR = {
    "day": "*-*-* 06:15",
    "week": "Mon *-*-* 06:15",
    "month": "*-*-02 06:15",
    "quarter": "*-01,04,07,10-02 06:15",
    "year": "*-01-02 06:15",
}
# The day before the run, in Airflow's own words: the last day that is over.
_AIRFLOW_DAY = "{{ macros.ds_add(data_interval_end | ds, -1) }}"
# Debian's cron reads no longer command.
_CRON_LIMIT = 998


@dataclass(frozen=True, slots=True)
class Plan:
    """What is run, and where."""

    briefing: Briefing
    store: Path
    reports: Path
    corpus: tuple[Path, ...]  # ingested before each rendering
    command: Path  # the `newsbook` of this installation
    home: Path  # the folder it runs in

    @property
    def arguments(self) -> list[str]:
        """The command with its arguments, all absolute."""
        corpus = [part for path in self.corpus for part in ("--corpus", str(path))]
        places = ["--store", str(self.store), "--reports", str(self.reports)]
        return [str(self.command), "brief", self.briefing.name, *corpus, *places]

    @property
    def log(self) -> Path:
        """The file that the runs are logged to."""
        return self.reports / f"{self.briefing.name}.log"

    @property
    def path(self) -> str:
        """The PATH of the runs: this installation first, then the system's."""
        return f"{self.command.parent}:/usr/local/bin:/usr/bin:/bin"


def plan(briefing: Briefing, *, store: Path, reports: Path, corpus: tuple[Path, ...] = ()) -> Plan:
    """Plan the runs of a briefing by this installation, from this folder.

    Raises:
        BriefingError: a path holds a line break, which no scheduler can be told.
    """
    # `sys.executable` may be a link to the system's Python; its folder is the installation's.
    command = Path(os.path.abspath(sys.executable)).parent / "newsbook"  # noqa: PTH100 - resolve() would follow the link
    made = Plan(
        briefing, store.absolute(), reports.absolute(), tuple(p.absolute() for p in corpus), command, Path.cwd()
    )
    if any(c in part for part in made.arguments for c in "\n\r\0"):
        raise BriefingError(briefing.name, "a path with a line break cannot be scheduled.")
    return made


def cron_line(made: Plan) -> str:
    """Write the crontab line.

    The line states PATH and locale itself, because cron has neither; a run
    that is still at work is waited for no more than it is started twice; and a
    "%" is escaped, which cron would read as a line break.
    """
    # Named once and used four times: cron reads no line of a thousand bytes.
    run = shlex.join(made.arguments[:-1])
    command = (
        f'R={shlex.quote(str(made.reports))}; mkdir -p "$R" && cd {shlex.quote(str(made.home))} && '
        f"PATH={shlex.quote(made.path)} LANG=C.UTF-8 LC_ALL=C.UTF-8 "
        f'flock -n "$R/.{made.briefing.name}.cron" {run} "$R" >> "$R/{made.log.name}" 2>&1'
    )
    escaped = command.replace("%", r"\%")
    if len(escaped.encode()) > _CRON_LIMIT:
        todo = "Use shorter paths, or `--as systemd`."
        raise BriefingError(made.briefing.name, f"the crontab line would be over {_CRON_LIMIT} bytes.", todo=todo)
    return f"{_CRON[made.briefing.period]} {escaped}"


def as_cron(made: Plan) -> str:
    """Write what to add with `crontab -e`."""
    return (
        f"# Newsbook: the {made.briefing.name} briefing. Add with `crontab -e`; the log is {made.log}\n"
        f"{cron_line(made)}\n"
    )


def as_systemd(made: Plan) -> str:
    """Write a service and a timer of systemd, for the user who runs them."""
    name = f"newsbook-{made.briefing.name}"
    run = " ".join(_systemd_quoted(part) for part in made.arguments)
    return (
        f"# ~/.config/systemd/user/{name}.service\n"
        f"[Unit]\nDescription=Newsbook: the {made.briefing.name} briefing\n\n"
        f"[Service]\nType=oneshot\nWorkingDirectory={_systemd_path(made.home)}\n"
        f"Environment={_systemd_quoted('PATH=' + made.path)} LANG=C.UTF-8 LC_ALL=C.UTF-8\n"
        f"ExecStart=/usr/bin/env {run}\n\n"  # a program's own path may hold no quote
        f"# ~/.config/systemd/user/{name}.timer\n"
        f"[Unit]\nDescription=When the {made.briefing.name} briefing is rendered\n\n"
        f"[Timer]\nOnCalendar={_CALENDAR[made.briefing.period]}\nPersistent=true\n\n"
        f"[Install]\nWantedBy=timers.target\n\n"
        f"# Then: systemctl --user daemon-reload && systemctl --user enable --now {name}.timer\n"
        f"# A run with nobody logged in needs: loginctl enable-linger\n"
    )


def _systemd_path(path: Path) -> str:
    # A path setting takes blanks as they are; only specifiers have to be escaped.
    return str(path).replace("%", "%%")


def _systemd_quoted(part: str) -> str:
    escaped = part.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"'


def as_airflow(made: Plan) -> str:
    """Write a DAG file for Apache Airflow 2.4 or later, 3 included."""
    run = f"cd {shlex.quote(str(made.home))} && {shlex.join(made.arguments)} --as-of {_AIRFLOW_DAY}"
    return (
        f'"""Newsbook: the {made.briefing.name} briefing. Put this file into the DAGs folder."""\n\n'
        "from datetime import datetime, timedelta\n\n"
        "from airflow import DAG\n\n"
        "try:\n"
        "    from airflow.providers.standard.operators.bash import BashOperator\n"
        "except ImportError:  # before Airflow 3\n"
        "    from airflow.operators.bash import BashOperator\n\n"
        f"with DAG(\n    dag_id={'newsbook_' + made.briefing.name!r},\n    schedule={_CRON[made.briefing.period]!r},\n"
        "    start_date=datetime(2024, 1, 1),\n    catchup=False,\n    max_active_runs=1,\n) as dag:\n"
        f"    BashOperator(\n        task_id='brief',\n        bash_command={run!r},\n"
        f"        env={{'PATH': {made.path!r}, 'LANG': 'C.UTF-8', 'LC_ALL': 'C.UTF-8'}},\n"
        "        retries=1,\n        retry_delay=timedelta(minutes=10),\n    )\n"
    )


def as_github(made: Plan) -> str:
    """Write a workflow for GitHub Actions, for a repository that holds the checkout and its corpus."""
    corpus = "".join(f" --corpus {shlex.quote(_in_checkout(path))}" for path in made.corpus)
    minute_hour = _CRON[made.briefing.period]
    return (
        f"# .github/workflows/newsbook-{made.briefing.name}.yml\n"
        f"name: Newsbook {made.briefing.name} briefing\n\n"
        f"on:\n  schedule:\n    - cron: '{minute_hour}'  # UTC\n  workflow_dispatch:\n\n"
        "permissions:\n  contents: read\n\n"
        f"concurrency: newsbook-{made.briefing.name}\n\n"
        "jobs:\n  brief:\n    runs-on: ubuntu-latest\n    timeout-minutes: 60\n    steps:\n"
        "      - uses: actions/checkout@v4\n"
        "      - uses: actions/setup-python@v5\n        with:\n          python-version: '3.12'\n          cache: pip\n"
        "      - run: python -m pip install --require-hashes -r requirements.txt\n"
        "      - run: python -m pip install --no-deps --no-build-isolation -e .\n"
        f"      - run: newsbook brief {made.briefing.name}{corpus} --store data/store --reports reports\n"
        "      - uses: actions/upload-artifact@v4\n        if: always()\n        with:\n"
        f"          name: {made.briefing.name}-briefing\n          path: reports/\n"
        "          include-hidden-files: true\n"
    )


def _in_checkout(path: Path) -> str:
    """Write a path as the runner's checkout has it."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.as_posix()


def as_jupyter(made: Plan) -> str:
    """Write a job definition for jupyter-scheduler, to post to its REST interface.

    The scheduler runs the notebook itself, without the publish gate; the
    notebook it runs therefore calls the command.
    """
    run = shlex.join(made.arguments)
    definition = {
        "name": f"newsbook-{made.briefing.name}",
        "input_uri": f"newsbook-{made.briefing.name}.ipynb",
        "runtime_environment_name": made.command.parent.parent.name,
        "output_formats": ["ipynb"],
        "schedule": _CRON[made.briefing.period],
        "timezone": "UTC",
    }
    notebook = {
        "cells": [
            {
                "cell_type": "code",
                "execution_count": None,
                "id": "brief",
                "metadata": {},
                "outputs": [],
                "source": f"import subprocess\nsubprocess.run({made.arguments!r}, cwd={str(made.home)!r}, check=True)",
            }
        ],
        "metadata": {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    whole = {"job_definition": definition, "notebook": notebook, "command": run}
    return json.dumps(whole, indent=2) + "\n"


SCHEDULERS: dict[str, Callable[[Plan], str]] = {
    "cron": as_cron,
    "systemd": as_systemd,
    "airflow": as_airflow,
    "github": as_github,
    "jupyter": as_jupyter,
}
