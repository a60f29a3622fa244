"""Installs onnxruntime in child processes, step by step, and tries it before it is used."""

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Callable, Dict, List, NamedTuple, Optional
from urllib.parse import quote

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, pyqtSignal

from ..layers.language import tr
from ..processing import packages
from .dependencies_failures import failure_sentence, problem_sentence

CHECK_SECONDS = 60
INSTALL_SECONDS = 900
PROBE_SECONDS = 120


class Step(NamedTuple):
    """One child process: what is said of it, its call, its time-out, and who judges its output."""

    title: str
    command: List[str]
    seconds: int
    judge: "Callable[[int, str], str]"


class PackageInstaller(QObject):
    """Runs the steps one after the other; the window stays alive meanwhile.

    Signals:
        said: a line for the log.
        finished: whether onnxruntime can be used now, and a sentence about it.
    """

    said = pyqtSignal(str)
    finished = pyqtSignal(bool, str)

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._steps: List[Step] = []
        self._output = ""
        self._process: Optional[QProcess] = None
        self._folder: Optional[Path] = None
        self._installing = False
        self._ends_with = ""
        self.found: Dict[str, object] = {}
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._time_is_up)

    @property
    def busy(self) -> bool:
        """Whether a step is running."""
        return self._process is not None

    def install(self, python: Path, target: Path, wheels: Optional[Path] = None) -> None:
        """Fill the folder, try what is in it, and use it; `finished` follows."""
        if wheels is not None and not any(wheels.glob("*.whl")):
            self.finished.emit(
                False,
                tr("There is no wheel in {}. Choose the folder with the .whl files.").format(
                    wheels
                ),
            )
            return
        packages.remove_unused()
        try:
            packages.write_constraints()
        except OSError as error:
            self.finished.emit(False, failure_sentence(str(error), python, wheels))
            return

        def judged(status: int, output: str) -> str:
            return "" if status == 0 else failure_sentence(output, python, wheels)

        install = packages.install_command(python, target, wheels)
        check = [str(python), "-c", "import sys, pip; print('%d.%d' % sys.version_info[:2])"]
        self._begin(
            [
                Step(tr("Checking Python and pip"), check, CHECK_SECONDS, _judge_of_python(python)),
                Step(tr("Installing"), install, INSTALL_SECONDS, judged),
                self._probe_step(python, target),
            ],
            target,
            installing=True,
        )

    def probe(self, python: Path, folder: Optional[Path], model: str = "") -> None:
        """Try onnxruntime without installing; a folder of our own that works is used from now on.

        Args:
            python: QGIS's Python.
            folder: an installation; None for what Python finds by itself.
            model: folder of a model pack; empty for the shipped one.
        """
        self._begin([self._probe_step(python, folder, model)], folder, installing=False)

    def cancel(self, sentence: str = "") -> None:
        """Stop the child process; `finished` follows at once."""
        if self._process is None:
            return
        self._ends_with = sentence or tr("Stopped. Nothing was changed.")
        self._process.kill()

    def _begin(self, steps: List[Step], folder: Optional[Path], installing: bool) -> None:
        if self.busy:
            self.finished.emit(False, tr("An installation is under way. Wait for it or cancel it."))
            return
        self._steps, self._folder, self._installing = list(steps), folder, installing
        self._ends_with, self.found = "", {}
        self._next()

    def _probe_step(self, python: Path, folder: Optional[Path], model: str = "") -> Step:
        command = packages.probe_command(python, folder)
        if model:
            command += [""] * (folder is None) + [model]

        def judged(status: int, output: str) -> str:
            last = output.strip().splitlines()[-1:]
            try:
                self.found = dict(json.loads(last[0])) if last else {}
            except ValueError:
                self.found = {}
            if not self.found:
                return tr(
                    "onnxruntime made Python end unexpectedly ({}). Install another version of it "
                    "from a folder of wheels."
                ).format(status)
            if not self.found.get("ok"):
                return problem_sentence(str(self.found.get("problem", "")), python)
            return ""

        return Step(tr("Trying onnxruntime with the model"), command, PROBE_SECONDS, judged)

    def _next(self) -> None:
        step = self._steps[0]
        self.said.emit(f"# {step.title}")
        self.said.emit(packages.shown(step.command))
        self._output = ""
        process = QProcess(self)
        process.setProcessEnvironment(child_environment())
        process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._not_started)
        self._process = process
        self._clock.start(step.seconds * 1000)
        process.start(step.command[0], step.command[1:])

    def _read(self) -> None:
        if self._process is None:
            return
        text = bytes(self._process.readAllStandardOutput()).decode("utf-8", "replace")
        self._output += text
        for line in text.splitlines():
            self.said.emit(line)

    def _not_started(self, error: "QProcess.ProcessError") -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._ends_with = tr(
                "{} cannot be started. Copy the command into a terminal (on Windows the OSGeo4W "
                "shell) and run it there, then press Test."
            ).format(self._steps[0].command[0])
            self._ended(-1)

    def _time_is_up(self) -> None:
        self.cancel(
            tr(
                "This took longer than {} minutes and was stopped. Try again later, or install "
                "from a folder of wheels."
            ).format(self._steps[0].seconds // 60)
        )

    def _ended(self, status: int, how: object = None) -> None:
        if self._process is None:
            return
        self._read()
        self._clock.stop()
        self._process.deleteLater()
        self._process = None
        step = self._steps.pop(0)
        problem = self._ends_with or step.judge(status, self._output)
        if problem:
            self._clear_up()
            self.finished.emit(False, problem)
        elif self._steps:
            self._next()
        else:
            self.finished.emit(*self._use())

    def _clear_up(self) -> None:
        """A folder that this run began to fill, and that does not work, goes away."""
        if self._installing and self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _use(self) -> "tuple[bool, str]":
        version = str(self.found.get(packages.PACKAGE, "?"))
        if self._folder is None:
            return True, tr("onnxruntime {} works.").format(version)
        strangers = packages.intruders(self._folder)
        if strangers:
            self._clear_up()
            return False, tr(
                "The wheel brought more than onnxruntime ({}) and is not used. Install from the "
                "package index, or choose another folder."
            ).format(", ".join(strangers[:3]))
        try:
            packages.make_current(self._folder, version)
        except OSError as error:
            return False, failure_sentence(str(error), Path(sys.executable))
        loaded = packages.PACKAGE in sys.modules
        packages.use_packages()
        if loaded:
            return True, tr("onnxruntime {} works. Restart QGIS to use it.").format(version)
        return True, tr("onnxruntime {} works and is used from now on.").format(version)


def child_environment() -> QProcessEnvironment:
    """QGIS's environment for a child: unbuffered, in UTF-8, and with QGIS's proxy.

    The proxy's password goes this way so that it is in no command that is shown or logged.
    """
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("PYTHONUNBUFFERED", "1")
    environment.insert("PYTHONIOENCODING", "utf-8")
    environment.insert("PYTHONDONTWRITEBYTECODE", "1")
    proxy = proxy_of(QgsSettings())
    if proxy and not os.environ.get("HTTPS_PROXY") and not os.environ.get("https_proxy"):
        environment.insert("HTTPS_PROXY", proxy)
        environment.insert("HTTP_PROXY", proxy)
    return environment


def proxy_of(settings: QgsSettings) -> str:
    """QGIS's own proxy as pip wants it; empty when there is none or the system's is used."""
    if str(settings.value("proxy/proxyEnabled", "false")).lower() != "true":
        return ""
    kind = str(settings.value("proxy/proxyType", ""))
    host = str(settings.value("proxy/proxyHost", "") or "")
    if not host or kind not in ("HttpProxy", "HttpCachingProxy", "Socks5Proxy"):
        return ""
    scheme = "socks5" if kind == "Socks5Proxy" else "http"
    port = str(settings.value("proxy/proxyPort", "") or "")
    user = quote(str(settings.value("proxy/proxyUser", "") or ""), safe="")
    word = quote(str(settings.value("proxy/proxyPassword", "") or ""), safe="")
    login = f"{user}:{word}@" if user and word else f"{user}@" if user else ""
    return f"{scheme}://{login}{host}{':' + port if port else ''}"


def _judge_of_python(python: Path) -> Callable[[int, str], str]:
    def judged(status: int, output: str) -> str:
        if status:
            return failure_sentence(output, python)
        version = output.strip().splitlines()[-1:]
        if version != ["%d.%d" % sys.version_info[:2]]:
            return tr(
                "{} is not the Python of this QGIS (it says {}). Run the command with QGIS's own "
                "Python; on Windows it is the one of the OSGeo4W shell."
            ).format(python, version[0] if version else "?")
        return ""

    return judged
