"""What is printed for each scheduler does what the scheduler will do with it."""

import ast
import configparser
import io
import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from analysis.briefing.schedule import (
    SCHEDULERS,
    as_airflow,
    as_cron,
    as_github,
    as_jupyter,
    as_systemd,
    cron_line,
    plan,
)
from analysis.briefing.standing import Briefing
from analysis.errors import BriefingError

BRIEFING = Briefing("weekly", Path("briefing.ipynb"), "The week", "week")
_FIELD = r"(?:\*|\d+(?:,\d+)*)"
_LINE = re.compile(rf"(?P<when>{_FIELD}(?: {_FIELD}){{4}}) (?P<command>.+)")

# A stand-in that writes down how it was called.
RECORDER = """\
#!/bin/sh
printf '%s\\n' "$PWD" "$PATH" "$LANG" "$HOME" "$@" > "{record}"
echo said on standard error >&2
"""


@pytest.fixture
def planned(tmp_path, monkeypatch):
    """Give a plan with blanks, quotes, % and $ in its paths, and a command that records its call."""
    home = tmp_path / "5% $HOME it's"
    (home / "bin").mkdir(parents=True)
    monkeypatch.chdir(home)
    made = plan(BRIEFING, store=Path("data/store"), reports=Path("reports"), corpus=(Path("data/raw"),))
    command = home / "bin" / "newsbook"
    command.write_text(RECORDER.format(record=tmp_path / "record"))
    command.chmod(0o755)
    return replace(made, command=command)


def _cron_reads(line):
    r"""Split a crontab line as cron does: five fields, and the command with `\\%` for `%`."""
    match = _LINE.fullmatch(line)
    bare = re.sub(r"\\%", "", match["command"])
    return match["when"], match["command"].replace(r"\%", "%"), "%" in bare


def test_cron_line_runs_as_cron_runs_it(planned, tmp_path):
    """With no environment and another folder, the line runs the command in its folder, with PATH and locale."""
    _, command, _ = _cron_reads(cron_line(planned))
    ran = subprocess.run(["/usr/bin/env", "-i", "HOME=/nowhere", "/bin/sh", "-c", command], cwd="/", check=False)

    assert (ran.returncode, (tmp_path / "record").read_text().splitlines()) == (
        0,
        [str(planned.home), planned.path, "C.UTF-8", "/nowhere", *planned.arguments[1:]],
    )


def test_cron_line_is_what_cron_can_read(planned):
    """Five fields, one line, no bare `%`, absolute paths, output in a log."""
    (line,) = (line for line in as_cron(planned).splitlines() if not line.startswith("#"))
    when, command, has_bare_percent = _cron_reads(line)

    assert (when, has_bare_percent, "data/raw" in command, f"{planned.log}".split("/")[-1] in command) == (
        "15 6 * * 1",
        False,
        True,
        True,
    )


def test_cron_logs_what_is_said(planned):
    """What the command says is in the log, so that cron has nothing to mail."""
    _, command, _ = _cron_reads(cron_line(planned))
    ran = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=True)

    assert (ran.stdout, ran.stderr, planned.log.read_text()) == ("", "", "said on standard error\n")


def test_second_run_does_not_start_beside_the_first(planned):
    """While a run holds the lock, the line ends without running the command again."""
    _, command, _ = _cron_reads(cron_line(planned))
    planned.reports.mkdir()
    lock = planned.reports / ".weekly.cron"
    with subprocess.Popen(["flock", str(lock), "sh", "-c", "echo held; read x"], stdin=-1, stdout=-1) as holder:
        holder.stdout.readline()
        ran = subprocess.run(["/bin/sh", "-c", command], check=False)
        holder.stdin.close()

    assert (ran.returncode, planned.log.read_text()) == (1, "")


def test_cron_line_has_a_length_that_cron_reads(planned):
    """A line over cron's limit is refused, with what to use instead."""
    with pytest.raises(BriefingError, match="--as systemd"):
        cron_line(replace(planned, corpus=(Path("/", "x" * 1000),)))


@pytest.mark.parametrize(
    ("period", "when"),
    [("day", "15 6 * * *"), ("month", "15 6 2 * *"), ("quarter", "15 6 2 1,4,7,10 *"), ("year", "15 6 2 1 *")],
)
def test_cron_fits_the_period(planned, period, when):
    """A briefing is rendered on the morning after its period has ended, or soon after."""
    assert cron_line(replace(planned, briefing=replace(BRIEFING, period=period))).startswith(f"{when} ")


def _units(text):
    """Split the output into its two unit files, by their ending."""
    found = {}
    for block in re.split(r"(?m)^# ~/\.config/systemd/user/", text)[1:]:
        name, _, body = block.partition("\n")
        parser = configparser.ConfigParser(interpolation=None, strict=True)
        parser.optionxform = str
        parser.read_file(io.StringIO(re.sub(r"(?m)^#.*$", "", body)))
        found[name.rsplit(".")[-1]] = (name, body, parser)
    return found


def test_systemd_units_are_units(planned):
    """A service that runs once and a timer that catches up a run that was missed."""
    units = _units(as_systemd(planned))
    service, timer = units["service"][2], units["timer"][2]

    assert (service["Service"]["Type"], timer["Timer"]["OnCalendar"], timer["Timer"]["Persistent"]) == (
        "oneshot",
        "Mon *-*-* 06:15",
        "true",
    )


def test_systemd_itself_accepts_the_units(planned, tmp_path):
    """systemd-analyze, where it is installed, finds nothing wrong with either unit or with the calendar."""
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not installed")
    units = _units(as_systemd(planned))
    paths = []
    for name, body, _ in units.values():
        (tmp_path / name).write_text(body)
        paths.append(str(tmp_path / name))
    checked = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *paths], capture_output=True, text=True, check=False
    )
    about_us = [line for line in checked.stderr.splitlines() if "newsbook-weekly" in line]
    calendar = units["timer"][2]["Timer"]["OnCalendar"]
    dated = subprocess.run(["systemd-analyze", "calendar", calendar], capture_output=True, text=True, check=False)

    assert (about_us, dated.returncode) == ([], 0)


def _bash_command(source):
    """Find the command that a DAG file runs."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    (call,) = (node for node in calls if getattr(node.func, "id", "") == "BashOperator")
    return next(keyword.value.value for keyword in call.keywords if keyword.arg == "bash_command")


def test_airflow_file_is_python(planned):
    """The DAG file compiles, and passes the day before the run in Airflow's own words."""
    source = as_airflow(planned)
    compile(source, "dag.py", "exec")

    assert _bash_command(source).endswith("--as-of {{ macros.ds_add(data_interval_end | ds, -1) }}")


def test_airflow_command_runs(planned, tmp_path):
    """The command of the task, with the date filled in as Airflow would, runs in a bare shell."""
    filled = re.sub(r"\{\{.*\}\}", "2025-10-12", _bash_command(as_airflow(planned)))
    ran = subprocess.run(["/usr/bin/env", "-i", "/bin/sh", "-c", filled], cwd="/", capture_output=True, check=False)

    assert (ran.returncode, (tmp_path / "record").read_text().splitlines()[-2:]) == (0, ["--as-of", "2025-10-12"])


def test_github_workflow_is_yaml(planned):
    """The workflow parses, runs on a schedule, installs with hashes, and keeps what a failed run left."""
    yaml = pytest.importorskip("yaml")
    workflow = yaml.safe_load(as_github(planned))
    steps = workflow["jobs"]["brief"]["steps"]

    # YAML 1.1 reads the key `on` as true.
    assert (
        workflow[True]["schedule"],
        any("--require-hashes" in s.get("run", "") for s in steps),
        steps[-1]["if"],
    ) == (
        [{"cron": "15 6 * * 1"}],
        True,
        "always()",
    )


def test_jupyter_job_is_json(planned, tmp_path):
    """The job definition parses, and its notebook runs the command and fails with it."""
    whole = json.loads(as_jupyter(planned))
    (cell,) = whole["notebook"]["cells"]
    compile(cell["source"], "cell", "exec")

    assert (whole["job_definition"]["schedule"], "check=True" in cell["source"]) == ("15 6 * * 1", True)


@pytest.mark.parametrize("scheduler", sorted(SCHEDULERS))
def test_output_ends_with_a_line_break(planned, scheduler):
    """What is printed can be appended to a file as it is."""
    assert SCHEDULERS[scheduler](planned).endswith("\n")


def test_path_with_a_line_break_is_refused(tmp_path):
    """No scheduler can be told a path with a line break."""
    with pytest.raises(BriefingError, match="line break"):
        plan(BRIEFING, store=tmp_path / "a\nb", reports=tmp_path)
