"""What all algorithms share: icon, help, translation, and errors as sentences."""

import configparser
import html
from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, Mapping, Optional, Tuple

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.PyQt.QtGui import QIcon

from ..engine.errors import SkymatchError
from ..engine.pack import ModelPack, load_pack, shipped_pack_folder
from ..layers.attachments import resolve
from ..layers.language import tr, tr_attribute
from .destinations import refuse_unwritable
from .help_text import help_text, help_url
from .settings import read_settings

if TYPE_CHECKING:
    from ..engine.encoder import Encoder

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
ICON = RESOURCES / "icons" / "skymatch.svg"
ATTACHMENT_SCHEME = "attachment:"

Parameters = Mapping[str, Any]
Results = Dict[str, Any]


class SkymatchAlgorithm(QgsProcessingAlgorithm):
    """Base of Skymatch's algorithms.

    A subclass sets `NAME`, `TITLE`, `SUMMARY` and `NEEDS_MODEL`, and implements `prepare_work`
    (main thread: read parameters, clone what is borrowed from layers) and `do_work` (worker
    thread: no layers, no project). Both may raise SkymatchError; the user sees its sentence.
    """

    NAME = ""
    TITLE = ""
    SUMMARY = ""
    TAGS: Tuple[str, ...] = ()
    NEEDS_MODEL = False
    OPENS_OUTPUT_FIRST = False  # and so says itself whether it can be written
    ICON_FILE = ICON

    def name(self) -> str:
        """Identifier, stable for scripts."""
        return self.NAME

    def displayName(self) -> str:
        """Title in the toolbox."""
        return tr_attribute(self.TITLE)

    def group(self) -> str:
        """No sub-groups: there are few algorithms."""
        return ""

    def groupId(self) -> str:
        """See `group`."""
        return ""

    def tags(self) -> "list[str]":
        """Words by which the toolbox search finds the algorithm."""
        return [tr_attribute(tag) for tag in self.TAGS]

    def shortDescription(self) -> str:
        """One sentence, shown as tool tip."""
        return tr_attribute(self.SUMMARY)

    def shortHelpString(self) -> str:
        """The help page of this algorithm; in other languages than English, where there are no
        pages, its summary and the help of every parameter."""
        summary, page = tr_attribute(self.SUMMARY), help_text(self.NAME)
        if page and summary == self.SUMMARY:
            return page
        parts = [f"<p>{html.escape(summary)}</p>"]
        for parameter in self.parameterDefinitions():
            title, text = html.escape(parameter.description()), html.escape(parameter.help())
            parts.append(f"<h3>{title}</h3><p>{text}</p>")
        return "".join(parts)

    def helpUrl(self) -> str:
        """The help page as a file, for the dialog's Help button; no network is needed."""
        return help_url(self.NAME)

    def icon(self) -> QIcon:
        """Skymatch's icon, or that of the algorithm."""
        return QIcon(str(self.ICON_FILE))

    def svgIconPath(self) -> str:
        """The same as a file."""
        return str(self.ICON_FILE)

    def createInstance(self) -> "SkymatchAlgorithm":
        """A fresh algorithm for one run."""
        return type(self)()

    def canExecute(self) -> Tuple[bool, str]:
        """Say before the dialog opens what is not installed, for algorithms that need the model."""
        from ..engine.runtime import install_command, onnxruntime_problem

        if not self.NEEDS_MODEL or onnxruntime_problem() is None:
            return True, ""
        return False, tr(
            "onnxruntime, which runs the model, is not installed. Install it under Settings > "
            "Options > Skymatch > Installation and diagnostics, or type:  {}"
        ).format(install_command())

    def prepareAlgorithm(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        """Main thread, before the run; see `prepare_work`."""
        try:
            if not self.OPENS_OUTPUT_FIRST:
                refuse_unwritable(self, parameters, context)
            self.prepare_work(parameters, context, feedback)
            return True
        except SkymatchError as error:
            sentence = str(error)
        del self, parameters, context, feedback  # see processAlgorithm
        raise QgsProcessingException(sentence)

    def processAlgorithm(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Results:
        """Worker thread; see `do_work`.

        QGIS (3.22) never lets go of an exception that leaves an algorithm. So it is raised
        without a cause and from an empty frame: else layers, providers and the project of every
        failed run would stay in memory, and crash QGIS when they outlive it.
        """
        try:
            return self.do_work(parameters, context, feedback)
        except SkymatchError as error:
            sentence = str(error)
        del self, parameters, context, feedback
        raise QgsProcessingException(sentence)

    def prepare_work(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        """Read parameters and take clones of what belongs to the main thread."""

    def do_work(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Results:
        """The work itself; returns the outputs by name."""
        raise NotImplementedError


def index_path(source: str, project: Optional[QgsProject] = None) -> Path:
    """The file behind what a user may give as an index. Main thread.

    Args:
        source: a path, the source of a coverage layer (``….gpkg|layername=blocks``), or the
            identifier of an index attached to the project.
        project: where attachments are looked up; the current project by default.

    Raises:
        SkymatchError: nothing was given, or what no file can be called, or the attachment is gone.
    """
    if not source.strip() or "\0" in source:
        raise SkymatchError(tr("No index was given. Choose an index file made by Build index."))
    if source.startswith(ATTACHMENT_SCHEME):
        return resolve(project or QgsProject.instance(), source.split("|", 1)[0])
    return Path(source.split("|", 1)[0])


def plugin_version() -> str:
    """Version of the plugin, from its metadata."""
    parser = configparser.ConfigParser()
    parser.read(RESOURCES.parent / "metadata.txt", encoding="utf-8")
    return parser.get("general", "version", fallback="unknown")


def pack_of_folder(folder: str) -> ModelPack:
    """The model pack in a folder; for an empty text that of the settings, else the shipped one."""
    chosen = folder.strip() or read_settings().model_folder
    return load_pack(Path(chosen) if chosen else shipped_pack_folder())


def open_encoder(pack: ModelPack) -> "Encoder":
    """The model of a pack, with as many threads as the settings say. Worker thread."""
    from ..engine.encoder import Encoder

    return Encoder(pack, read_settings().threads)


def write_page(path: Path, page: str) -> None:
    """Write a report in HTML; raises SkymatchError when the file cannot be written."""
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise SkymatchError(
            tr(
                "The report {} cannot be written ({}). Choose a folder that you may write to."
            ).format(path, error.strerror or error)
        ) from error
