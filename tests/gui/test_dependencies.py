"""onnxruntime: found, installed into a folder of its own, tried, used; every failure a sentence."""

import json
import socket
import sys
from importlib.metadata import version as version_of
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication

from plugin.gui import dependencies
from plugin.gui.dependencies_failures import failure_sentence, problem_sentence
from plugin.gui.dependencies_install import PackageInstaller, child_environment, proxy_of
from plugin.processing import packages
from plugin.processing.interpreter import Running, candidates, find_python
from tests.gui.conftest import wait_for
from tests.gui.wheels import fake_onnxruntime, installed_onnxruntime

PYTHON = Path(sys.executable)


@pytest.fixture(autouse=True)
def profile(qgis_app, tmp_path, monkeypatch):
    """A profile of its own for packages; Python's path as it was afterwards."""
    folder = tmp_path / "Tom's profile" / "python" / "skymatch-packages" / packages.python_tag()
    monkeypatch.setattr(packages, "packages_folder", lambda: folder)
    monkeypatch.setattr(sys, "path", list(sys.path))
    return folder


@pytest.fixture
def installer(qgis_app):
    """An installer that tells how it ended in `outcome`, and what it said in `log`."""
    installer = PackageInstaller()
    installer.outcome, installer.log = [], []
    installer.finished.connect(lambda works, text: installer.outcome.append((works, text)))
    installer.said.connect(installer.log.append)
    yield installer
    installer.cancel()
    installer.deleteLater()
    QCoreApplication.processEvents()


@pytest.fixture
def wheels(tmp_path):
    """An empty folder for wheels, with a space in its name."""
    folder = tmp_path / "my wheels"
    folder.mkdir()
    return folder


def ended(installer, seconds=60.0):
    """Wait for the end; whether it worked, and the sentence."""
    wait_for(lambda: installer.outcome, seconds)
    assert not installer.busy and len(installer.outcome) == 1
    return installer.outcome[0]


def test_the_real_onnxruntime_from_a_folder(installer, wheels, profile, monkeypatch):
    """Installed without network, tried with the model in a child, used, and nothing else there."""
    pytest.importorskip("onnxruntime")  # loaded, as when a run came before
    installed_onnxruntime(wheels)
    target = packages.next_folder()
    installer.install(PYTHON, target, wheels)
    works, sentence = ended(installer, 120.0)
    assert works, "\n".join(installer.log)
    version = installer.found["onnxruntime"]
    assert version in sentence and "Restart QGIS" in sentence, "this process has one loaded"
    assert installer.found["onnxruntime_path"] == str(target / "onnxruntime")
    assert installer.found["model"].startswith("skymatch-s")
    assert packages.current_folder() == target and sys.path[0] == str(target)
    assert packages.intruders(target) == []
    assert not (target / "numpy").exists()
    assert (profile / packages.CONSTRAINTS).read_text() == f"numpy=={version_of('numpy')}\n"
    assert packages.shown(packages.install_command(PYTHON, target, wheels)) in installer.log
    monkeypatch.delitem(sys.modules, "onnxruntime", raising=False)  # as after a restart
    component = dependencies.onnxruntime_component()
    assert component.place == str(target / "onnxruntime") and component.version == version
    packages.leave_packages()
    assert str(target) not in sys.path
    assert packages.use_packages(), "and so it is found at the next start"


def test_a_library_that_cannot_be_loaded_is_not_used(installer, wheels):
    """The probe fails in the child, and what was installed goes away again."""
    fake_onnxruntime(wheels, "raise ImportError('DLL load failed while importing: 126')")
    target = packages.next_folder()
    installer.install(PYTHON, target, wheels)
    works, sentence = ended(installer)
    assert not works and "Visual C++ Redistributable" in sentence
    assert packages.current_folder() is None and not target.exists()
    assert str(target) not in sys.path


def test_a_library_that_crashes_takes_only_the_child(installer, wheels):
    """A segmentation fault, or the like."""
    fake_onnxruntime(wheels, "import os; os.abort()")
    installer.install(PYTHON, packages.next_folder(), wheels)
    works, sentence = ended(installer)
    assert not works and "end unexpectedly" in sentence
    assert packages.current_folder() is None


def test_a_library_that_computes_nothing_is_refused(installer, wheels):
    """It can be imported, but is not what it says."""
    fake_onnxruntime(wheels, "__version__ = '1.99.0'")
    installer.install(PYTHON, packages.next_folder(), wheels)
    works, sentence = ended(installer)
    assert not works and sentence.startswith("onnxruntime was tried and does not work here")


def test_a_wheel_that_brings_a_numpy_is_never_used(installer, wheels, monkeypatch):
    """Whatever it is called: QGIS's numpy stays QGIS's."""
    fake_onnxruntime(wheels, "__version__ = '1.99.0'", {"numpy/__init__.py": "evil = True"})
    target = packages.next_folder()
    monkeypatch.setattr(packages, "probe_command", _always_fine)
    installer.install(PYTHON, target, wheels)
    works, sentence = ended(installer)
    assert not works and "more than onnxruntime (numpy)" in sentence
    assert packages.current_folder() is None and not target.exists()


def _always_fine(python, folder):
    return [str(python), "-c", f"print({json.dumps({'ok': True, 'onnxruntime': '1.99.0'})!r})"]


def test_a_wheel_for_another_python(installer, wheels):
    """Named, with where to look."""
    fake_onnxruntime(wheels, "", tag="cp27-cp27m-win32")
    installer.install(PYTHON, packages.next_folder(), wheels)
    works, sentence = ended(installer)
    assert not works and str(wheels) in sentence and "fits" in sentence


def test_a_damaged_wheel(installer, wheels):
    """Cut off while it was downloaded."""
    (wheels / "onnxruntime-1.99.0-py3-none-any.whl").write_bytes(b"PK\x03\x04 no more")
    installer.install(PYTHON, packages.next_folder(), wheels)
    works, sentence = ended(installer)
    assert not works and "damaged" in sentence


def test_a_folder_without_wheels(installer, wheels):
    """Nothing is started."""
    installer.install(PYTHON, packages.next_folder(), wheels)
    assert ended(installer) == (
        False,
        f"There is no wheel in {wheels}. Choose the folder with the .whl files.",
    )
    assert installer.log == []


def test_no_network(installer, monkeypatch):
    """The index is a port that nobody listens at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/simple"
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.setenv("PIP_INDEX_URL", url)
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    monkeypatch.delenv("PIP_EXTRA_INDEX_URL", raising=False)
    installer.install(PYTHON, packages.next_folder())
    works, sentence = ended(installer)
    assert not works and "cannot be reached" in sentence, "\n".join(installer.log)


def test_a_python_without_pip(installer, tmp_path, wheels):
    """The hint has the program's name."""
    python = tmp_path / "python3"
    python.write_text(f'#!/bin/sh\nexec {PYTHON} -S "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    fake_onnxruntime(wheels, "")
    installer.install(python, packages.next_folder(), wheels)
    works, sentence = ended(installer)
    assert not works and f"'{python} -m ensurepip --user'" in sentence


def test_another_python_is_refused(installer, tmp_path, wheels):
    """A wheel for it would not fit QGIS's."""
    python = tmp_path / "python3"
    python.write_text("#!/bin/sh\necho 2.7\n", encoding="utf-8")
    python.chmod(0o755)
    fake_onnxruntime(wheels, "")
    installer.install(python, packages.next_folder(), wheels)
    works, sentence = ended(installer)
    assert not works and "not the Python of this QGIS (it says 2.7)" in sentence


def test_a_program_that_cannot_be_started(installer, tmp_path, wheels):
    """As when antivirus software holds it back."""
    fake_onnxruntime(wheels, "")
    installer.install(tmp_path / "nowhere", packages.next_folder(), wheels)
    works, sentence = ended(installer)
    assert not works and "cannot be started" in sentence


def test_cancel_and_time_out(installer, tmp_path, monkeypatch):
    """The child is gone at once, and nothing was changed."""
    monkeypatch.setattr(packages, "probe_command", lambda *_: ["/bin/sleep", "60"])
    installer.probe(PYTHON, None)
    assert installer.busy
    installer.cancel()
    assert ended(installer, 2.0) == (False, "Stopped. Nothing was changed.")
    installer.outcome.clear()
    monkeypatch.setattr("plugin.gui.dependencies_install.PROBE_SECONDS", 0)
    installer.probe(PYTHON, None)
    works, sentence = ended(installer, 2.0)
    assert not works and "took longer than" in sentence


def test_one_at_a_time(installer, monkeypatch):
    """A second start says so and disturbs nothing."""
    monkeypatch.setattr(packages, "probe_command", lambda *_: ["/bin/sleep", "60"])
    installer.probe(PYTHON, None)
    installer.probe(PYTHON, None)
    assert installer.busy and "under way" in installer.outcome[0][1]
    installer.cancel()
    wait_for(lambda: not installer.busy)


def test_what_python_finds_by_itself_can_be_tried(installer):
    """As after `pip install --user`."""
    pytest.importorskip("onnxruntime")
    installer.probe(PYTHON, None)
    works, sentence = ended(installer)
    assert works and sentence.endswith("works.") and packages.current_folder() is None


def _folder(number, profile, *names):
    folder = profile / str(number)
    for name in ("onnxruntime", *names):
        (folder / name).mkdir(parents=True)
    return folder


def test_the_pointer_decides_what_is_used(profile):
    """Not the newest folder, and never one with something else in it."""
    assert not packages.use_packages() and packages.next_folder().name == "1"
    first, second = _folder(1, profile, "onnxruntime-1.0.dist-info"), _folder(2, profile, "numpy")
    assert packages.filled_folders() == [second, first]
    assert packages.current_folder() is None and packages.next_folder().name == "3"
    packages.make_current(first, "1.0")
    assert packages.use_packages() and sys.path.count(str(first)) == 1
    assert packages.use_packages() and sys.path.count(str(first)) == 1
    packages.make_current(second, "1.0")
    assert packages.intruders(second) == ["numpy"] and not packages.use_packages()
    (profile / packages.POINTER).write_text("[", encoding="utf-8")
    assert packages.current_folder() is None


def test_old_installations_are_removed_and_the_one_in_use_is_not(profile):
    """Windows holds on to what is loaded."""
    first, second, third = (_folder(number, profile) for number in (1, 2, 3))
    packages.make_current(first, "1.0")
    packages.use_packages()
    packages.make_current(second, "1.1")
    packages.remove_unused()
    assert first.exists() and second.exists() and not third.exists()


def test_commands(monkeypatch):
    """Exactly what pip needs to change nothing else; the network only where it is wanted."""
    online = packages.install_command(Path("/p y/python3"), Path("/t"))
    for word in ("--no-deps", "--only-binary", "--constraint", "--target"):
        assert word in online
    assert "--no-index" not in online and "--isolated" not in online
    offline = packages.install_command(Path("python3"), Path("/t"), Path("/w"))
    assert offline[offline.index("--find-links") + 1] == "/w"
    assert "--no-index" in offline and "--isolated" in offline
    monkeypatch.setattr(sys, "platform", "linux")
    assert packages.shown(online).startswith("'/p y/python3' -m pip install")
    assert packages.shown(online).endswith("'onnxruntime>=1.15,<2'")
    monkeypatch.setattr(sys, "platform", "win32")
    assert packages.shown(online).startswith('"/p y/python3" -m pip install')
    assert packages.shown(online).endswith('"onnxruntime>=1.15,<2"')


@pytest.mark.parametrize(
    ("running", "there", "found"),
    [
        (("linux", "/usr/bin/python3", "/usr"), ["/usr/bin/python3"], "/usr/bin/python3"),
        (("linux", "/usr/bin/qgis.bin", "/usr"), ["/usr/bin/python3"], "/usr/bin/python3"),
        (("linux", "/home/tom/.pyenv/shims/python3", "/usr"),
         ["/home/tom/.pyenv/shims/python3", "/usr/bin/python3.12"], "/usr/bin/python3.12"),
        (("linux", "/home/tom/venv/bin/python", "/home/tom/venv"),
         ["/home/tom/venv/bin/python", "/home/tom/venv/bin/python3.12"],
         "/home/tom/venv/bin/python"),
        (("linux", "", "/opt/py"), ["/opt/py/bin/python3.12"], "/opt/py/bin/python3.12"),
        (
            ("win32", r"C:\Program Files\QGIS 3.40\bin\qgis-ltr-bin.exe",
             r"C:\PROGRA~1\QGIS34~1.0\apps\Python312"),
            [r"C:\PROGRA~1\QGIS34~1.0\apps\Python312\python.exe",
             r"C:\Program Files\QGIS 3.40\bin\python3.exe"],
            r"C:\PROGRA~1\QGIS34~1.0\apps\Python312\python.exe",
        ),
        (
            ("win32", r"C:\OSGeo4W\bin\qgis-bin.exe", r"C:\OSGeo4W\apps\Python39"),
            [r"C:\OSGeo4W\bin\python3.exe", r"C:\OSGeo4W\bin\python-qgis.bat"],
            r"C:\OSGeo4W\bin\python3.exe",
        ),
        (("win32", r"C:\Python312\PYTHON.EXE", r"C:\Python312"), [r"C:\Python312\PYTHON.EXE"],
         r"C:\Python312\PYTHON.EXE"),
        (("win32", r"C:\Q\pythonw.exe", r"C:\Q"), [r"C:\Q\pythonw.exe"], None),
        (
            ("darwin", "/Applications/QGIS-LTR.app/Contents/MacOS/QGIS",
             "/Applications/QGIS-LTR.app/Contents/MacOS"),
            ["/Applications/QGIS-LTR.app/Contents/MacOS/bin/python3",
             "/Applications/QGIS-LTR.app/Contents/MacOS/QGIS"],
            "/Applications/QGIS-LTR.app/Contents/MacOS/bin/python3",
        ),
        (
            ("darwin", "/Applications/QGIS.app/Contents/MacOS/QGIS",
             "/Applications/QGIS.app/Contents/Frameworks"),
            ["/Applications/QGIS.app/Contents/MacOS/python3.12"],
            "/Applications/QGIS.app/Contents/MacOS/python3.12",
        ),
        (
            ("darwin", "/Applications/QGIS.app/Contents/MacOS/QGIS",
             "/Applications/QGIS.app/Contents/Frameworks"),
            ["/Applications/QGIS.app/Contents/Frameworks/bin/python3.12"],
            "/Applications/QGIS.app/Contents/Frameworks/bin/python3.12",
        ),
        (("darwin", "/Applications/QGIS.app/Contents/MacOS/QGIS", "/x"),
         ["/Applications/QGIS.app/Contents/MacOS/QGIS"], None),
    ],
)  # fmt: skip
def test_python_is_found_on_every_system(running, there, found):
    """And never QGIS itself, which would start a second QGIS."""
    here = Running(*running, (3, 12))
    path_of = PureWindowsPath if running[0] == "win32" else PurePosixPath
    places = [path_of(place) for place in there]
    assert not any("qgis" in path.name.lower() for path in candidates(here))
    result = find_python(here, lambda path: path_of(path) in places)
    assert (None if result is None else str(result)) == found


def test_python_is_found_here():
    """The one that runs these tests."""
    assert find_python() == PYTHON


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("OSError: [Errno 28] No space left on device", "Make room"),
        ("PermissionError: [WinError 5] Access is denied", "may not be written"),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "PIP_CERT"),
        ("ProxyError('Cannot connect to proxy.', OSError('Tunnel failed: 407", "proxy refused"),
        ("NewConnectionError: [Errno 11001] getaddrinfo failed", "cannot be reached"),
        ("ERROR: No matching distribution found for onnxruntime", "has no onnxruntime for"),
        ("/usr/bin/python3: No module named pip", "ensurepip"),
        ("ERROR: something new happened", "its last words: ERROR: something new happened."),
        ("", "nothing was said"),
    ],
)
def test_failures_in_words(output, words):
    """What pip says on several systems."""
    sentence = failure_sentence(f"Looking in indexes\n{output}\n" if output else "", PYTHON)
    assert words in sentence and sentence.endswith(".")


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        ("onnxruntime cannot be imported: /lib: version `GLIBC_2.32' not found", "older wheel"),
        ("onnxruntime cannot be imported: numpy.core.multiarray failed to import", "numpy itself"),
        ("onnxruntime cannot be imported: No module named 'onnxruntime'", "Press Install"),
        ("The model skymatch-s does not compute", "does not work here: The model"),
    ],
)
def test_problems_of_the_probe_in_words(problem, words):
    """What the import says."""
    assert words in problem_sentence(problem, PYTHON)


def test_everything_that_runs_is_listed():
    """With places; what is missing says so."""
    found = {component.name: component for component in dependencies.components()}
    assert list(found)[:3] == ["QGIS", "Qt", "Python"]
    assert {"numpy", "Pillow", "shapely", "pyproj", "onnxruntime"} <= set(found)
    assert found["numpy"].version and Path(found["numpy"].place).is_dir()


def test_a_missing_package_is_a_sentence(monkeypatch):
    """Both kinds: from QGIS, and ours."""
    monkeypatch.setattr(dependencies, "_FROM_QGIS", (("shapely", "no_such_module_here"),))
    monkeypatch.setattr(dependencies, "find_spec", lambda name: None)
    found = {component.name: component.problem for component in dependencies.components()}
    assert "belongs to QGIS's Python" in found["shapely"]
    assert found["onnxruntime"] == "Not installed. Install it below."


def test_qgis_s_proxy_reaches_pip_and_no_command(qgis_app, monkeypatch):
    """Its password travels in the environment of the child only."""
    settings = QgsSettings()
    assert proxy_of(settings) == ""
    values = {
        "proxyEnabled": "true",
        "proxyType": "HttpProxy",
        "proxyHost": "proxy.example",
        "proxyPort": "3128",
        "proxyUser": "tom",
        "proxyPassword": "p@ss word",  # pragma: allowlist secret
    }
    for name in ("HTTPS_PROXY", "https_proxy"):
        monkeypatch.delenv(name, raising=False)
    for name, value in values.items():
        settings.setValue(f"proxy/{name}", value)
    try:
        login = "tom:" + "p%40ss%20word"
        assert proxy_of(settings) == f"http://{login}@proxy.example:3128"
        assert "proxy.example" in child_environment().value("HTTPS_PROXY")
        assert "p%40ss" not in packages.shown(packages.install_command(PYTHON, Path("/t")))
        monkeypatch.setenv("HTTPS_PROXY", "http://mine")
        assert child_environment().value("HTTPS_PROXY") == "http://mine"
        settings.setValue("proxy/proxyType", "DefaultProxy")
        assert proxy_of(settings) == ""
    finally:
        settings.remove("proxy")


def test_the_folder_lies_outside_the_plugin(monkeypatch):
    """An update of the plugin must not take it along."""
    monkeypatch.undo()
    folder = packages.packages_folder()
    assert Path(QgsApplication.qgisSettingsDirPath()) in folder.parents
    assert "plugins" not in folder.parts and folder.name.startswith(f"cp{sys.version_info.major}")
