"""Indexes and results that travel inside the project file, as QGIS attachments.

QGIS unpacks attachments into a temporary folder; `restoring` brings back what vanishes there.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import List

from qgis.core import QgsProject

from ..engine.errors import SkymatchError
from .language import tr
from .restoring import copy_whole, forget_spare, keep_spare, restore

SCOPE = "skymatch"
KEY = "/attached_indexes"
CHUNK_BYTES = 1 << 20

INDEX, RESULTS = "index", "results"


@dataclass(frozen=True)
class AttachedFile:
    """One file inside a project.

    Attributes:
        identifier: QGIS's name of the attachment, stable over saving and loading.
        name: file name it had when it was attached.
        sha256: of the file when it was attached.
        kind: `INDEX` or `RESULTS`.
    """

    identifier: str
    name: str
    sha256: str
    kind: str = INDEX


def attach_index(project: QgsProject, path: Path) -> str:
    """Copy an index into the project and return the attachment's identifier. Main thread.

    An index of the same name that is already attached is replaced. The project is marked as
    changed; the copy is stored with it when the user saves.
    """
    replaced = [known for known in attached_indexes(project) if known.name == path.name]
    attached = _attach(project, path, INDEX)
    for known in replaced:
        detach(project, known.identifier)
    return attached


def attach_results(project: QgsProject, path: Path) -> str:
    """Copy a GeoPackage of results into the project; one of the same name stays. See above."""
    return _attach(project, path, RESULTS)


def detach(project: QgsProject, identifier: str) -> None:
    """Take a file out of the project. Main thread."""
    project.removeAttachedFile(project.resolveAttachmentIdentifier(identifier))
    forget_spare(identifier)
    _write(project, [known for known in attached_files(project) if known.identifier != identifier])


def attached_files(project: QgsProject) -> List[AttachedFile]:
    """The files that the project says it carries, in the order they were attached."""
    texts, _ = project.readListEntry(SCOPE, KEY)
    found = []
    for text in texts:
        try:
            entry = json.loads(text)
            words = {f.name: str(entry[f.name]) for f in fields(AttachedFile) if f.name in entry}
            found.append(AttachedFile(**words))
        except (ValueError, KeyError, TypeError):
            continue  # written by another version; the file itself stays in the project
    return found


def attached_indexes(project: QgsProject) -> List[AttachedFile]:
    """The indexes among them."""
    return [known for known in attached_files(project) if known.kind == INDEX]


def resolve(project: QgsProject, identifier: str) -> Path:
    """The attached file; its path changes every time the project is opened. Main thread.

    If it vanished from QGIS's temporary folder, it is restored first.
    """
    path = project.resolveAttachmentIdentifier(identifier)
    if not path:
        raise _gone()
    if not Path(path).is_file() and not restore(project, identifier):
        raise _gone()
    return Path(path)


def is_attachment(project: QgsProject, path: str) -> bool:
    """Whether a path lies in the temporary folder of the project's attachments."""
    return path in project.attachedFiles()


def _attach(project: QgsProject, path: Path, kind: str) -> str:
    copy = Path(project.createAttachedFile(path.name))
    identifier = str(project.attachmentIdentifier(str(copy)))
    try:
        copy_whole(path, copy)
        keep_spare(project, identifier)
        digest = _sha256(copy)
    except OSError as error:
        project.removeAttachedFile(str(copy))
        forget_spare(identifier)
        raise SkymatchError(
            tr(
                "{} could not be copied into the project ({}). Make room on the disk and attach "
                "it again."
            ).format(path.name, error)
        ) from error
    _write(project, [*attached_files(project), AttachedFile(identifier, path.name, digest, kind)])
    return identifier


def _write(project: QgsProject, known: List[AttachedFile]) -> None:
    project.writeEntry(SCOPE, KEY, [json.dumps(asdict(file)) for file in known])
    project.setDirty(True)


def _gone() -> SkymatchError:
    return SkymatchError(
        tr(
            "The index attached to this project cannot be found. "
            "Open the project again, or build the index anew with Build index."
        )
    )


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for chunk in iter(lambda: file.read(CHUNK_BYTES), b""):
            digest.update(chunk)
    return digest.hexdigest()
