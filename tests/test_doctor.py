"""`make doctor` and the dependency audit: what they say of machines that lack something."""

import subprocess
import sys

import pytest

from tests.packaging import REPOSITORY, script

audit, doctor = script("audit"), script("doctor")

WHOLE = doctor.Machine(
    python=(3, 11),
    has_venv=True,
    versions={
        "numpy": "1.24.2",
        "PIL": "9.4.0",
        "shapely": "1.8.5",
        "pyproj": "3.4.1",
        "onnxruntime": "1.31.1",
        "qgis": "3.22.16-Bialowieza",
    },
    programs=doctor.PROGRAMS,
    free_gb=50.0,
    shared_data=True,
    display=True,
)


def versions(**changed):
    """The modules of a whole machine, changed or, where None, taken away."""
    return {n: v for n, v in {**WHOLE.versions, **changed}.items() if v is not None}


# The check, what is different, the state, and words of what is said or to be typed.
SICK = [
    (doctor.python, {"python": (3, 8)}, doctor.MISSING, "3.9 or newer"),
    (doctor.environments, {"has_venv": False}, doctor.MISSING, "python3-venv"),
    (doctor.basics, {"programs": ("make",)}, doctor.MISSING, "apt-get install git"),
    (doctor.disk, {"free_gb": 1.0}, doctor.MISSING, "1.0 GB free"),
    (doctor.environment, {"versions": None}, doctor.MISSING, "make setup"),
    (doctor.qgis, {"versions": None}, doctor.MISSING, "python3-qgis"),
    (doctor.qgis, {"versions": versions(qgis=None)}, doctor.MISSING, "python3-qgis"),
    (doctor.qgis, {"versions": versions(qgis="3.16.3-Hannover")}, doctor.MISSING, "3.22 or newer"),
    (doctor.libraries, {"versions": versions(PIL=None)}, doctor.MISSING, "python3-pil"),
    (doctor.onnxruntime, {"versions": versions(onnxruntime=None)}, doctor.MISSING, "make setup"),
    (doctor.onnxruntime, {"versions": versions(onnxruntime="1.9.0")}, doctor.MISSING, "1.15"),
    (doctor.screen, {"display": False, "programs": ()}, doctor.OPTIONAL, "xvfb"),
    (doctor.translating, {"programs": ()}, doctor.OPTIONAL, "qttools5-dev-tools"),
    (doctor.other_qgis, {"programs": ("bwrap",)}, doctor.OPTIONAL, "No debootstrap"),
    (doctor.pictures, {"shared_data": False}, doctor.OPTIONAL, "skipped"),
]


@pytest.mark.parametrize(("check", "changed", "state", "words"), SICK)
def test_what_is_missing_is_said_with_the_line_to_type(check, changed, state, words):
    """And counts as necessary or not."""
    finding = check(WHOLE._replace(**changed))
    assert finding.state == state and words in f"{finding.what} {finding.cure}"
    assert check(WHOLE).state == doctor.GOOD and not check(WHOLE).cure


def test_every_check_is_shown_to_fail():
    """None is there that cannot."""
    assert {check for check, *_ in SICK} == set(doctor.CHECKS)


def test_the_report_and_the_exit_status(monkeypatch, capsys):
    """1 only when something necessary is missing."""
    for machine, status, words in (
        (WHOLE, 0, "Nothing is missing."),
        (WHOLE._replace(shared_data=False), 0, "Nothing is missing."),
        (WHOLE._replace(versions=None), 1, "4 necessary things are missing."),
    ):
        monkeypatch.setattr(doctor, "look", lambda machine=machine: machine)
        assert doctor.main() == status
        assert capsys.readouterr().out.splitlines()[-1] == words


def test_this_machine_is_looked_at(tmp_path):
    """The modules of this Python are found; where there is none, None."""
    seen = doctor.versions_of(sys.executable)
    assert doctor.number_of(seen["numpy"]) >= (1, 0)
    assert doctor.versions_of(tmp_path / "python") is None
    assert doctor.number_of("unknown") == (0, 0) and doctor.number_of("3.40.1-B") == (3, 40)


def test_what_is_installed_is_what_is_audited():
    """Listed packages with their versions; comments, markers and what is absent are left out."""
    text = "# a comment\npytest==9.*\nno-such-package-here==1\npytest>=9 ; python_version < '4'\n"
    assert audit.installed(text) == [f"pytest=={pytest.__version__}"]


def test_what_the_audit_makes_of_a_report():
    """A weakness fails it; what could not be asked about is a warning."""
    sound = {"name": "a", "version": "1", "vulns": []}
    weak = {"name": "b", "version": "2", "vulns": [{"id": "CVE-1", "fix_versions": ["3"]}]}
    skipped = {"name": "c", "skip_reason": "not found"}
    status, said = audit.judge({"dependencies": [sound, weak, skipped]})
    assert status == 1 and said[0] == "b 2: CVE-1, mended in 3." and "about c." in said[1]
    assert said[-1] == "1 known weaknesses, 1 packages without."
    assert audit.judge({"dependencies": [sound, skipped]})[0] == 0


@pytest.mark.parametrize(
    "error", [OSError("none"), subprocess.TimeoutExpired("pip", 1), ValueError("no report")]
)
def test_without_network_the_audit_warns_and_passes(monkeypatch, capsys, error):
    """There is nothing to mend then."""

    def fail():
        raise error

    monkeypatch.setattr(audit, "make_tool", fail)
    assert audit.main() == 0
    assert "no dependency audit" in capsys.readouterr().out


def test_an_answer_that_is_no_report_counts_as_no_network(tmp_path):
    """pip-audit prints nothing when its service cannot be reached."""
    program = tmp_path / "pip-audit"
    program.write_text("#!/bin/sh\necho Unreachable >&2\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    with pytest.raises(ValueError):
        audit.audit(program, ["a==1"])
    program.write_text("#!/bin/sh\necho '{\"dependencies\": []}'\n", encoding="utf-8")
    assert audit.audit(program, ["a==1"]) == {"dependencies": []}


def test_the_verbs_are_in_the_makefile():
    """`make doctor` runs with the system's Python, before there is an environment."""
    text = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    assert "\tpython3 .ci/doctor.py\n" in text
    assert ".ci/audit.py" in (REPOSITORY / ".ci" / "lint.sh").read_text(encoding="utf-8")
