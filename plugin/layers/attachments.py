"""Indexes that travel inside the project file, as QGIS attachments."""

import hashlib
import json
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import List

from qgis.core import QgsProject

from ..engine.errors import SkymatchError

SCOPE = "skymatch"
KEY = "/attached_indexes"
CHUNK_BYTES = 1 << 20


@dataclass(frozen=True)
class AttachedIndex:
    """One index inside a project.

    Attributes:
        identifier: QGIS's name of the attachment, stable over saving and loading.
        name: file name the index had when it was attached.
        sha256: of the file when it was attached.
    """

    identifier: str
    name: str
    sha256: str


def attach_index(project: QgsProject, path: Path) -> str:
    """Copy an index into the project and return the attachment's identifier. Main thread.

    An index of the same name that is already attached is replaced. The project is marked as
    changed; the copy is stored with it when the user saves.
    """
    others = []
    for known in attached_indexes(project):
        if known.name == path.name:
            project.removeAttachedFile(project.resolveAttachmentIdentifier(known.identifier))
        else:
            others.append(known)
    copy = Path(project.createAttachedFile(path.name))
    try:
        shutil.copyfile(path, copy)
        digest = _sha256(copy)
    except OSError as error:
        project.removeAttachedFile(str(copy))
        raise SkymatchError(
            f"The index could not be copied into the project ({error}). "
            "Make room on the disk and attach it again."
        ) from error
    identifier = project.attachmentIdentifier(str(copy))
    _write(project, [*others, AttachedIndex(identifier, path.name, digest)])
    return str(identifier)


def attached_indexes(project: QgsProject) -> List[AttachedIndex]:
    """The indexes that the project says it carries, in the order they were attached."""
    texts, _ = project.readListEntry(SCOPE, KEY)
    found = []
    for text in texts:
        try:
            entry = json.loads(text)
            found.append(AttachedIndex(**{k: str(entry[k]) for k in AttachedIndex.__annotations__}))
        except (ValueError, KeyError, TypeError):
            continue  # written by another version; the file itself stays in the project
    return found


def resolve(project: QgsProject, identifier: str) -> Path:
    """The attached index as a file. Its path changes every time the project is opened."""
    path = project.resolveAttachmentIdentifier(identifier)
    if not path or not Path(path).is_file():
        raise SkymatchError(
            "The index attached to this project cannot be found. "
            "Open the project again, or build the index anew with Build index."
        )
    return Path(path)


def _write(project: QgsProject, indexes: List[AttachedIndex]) -> None:
    project.writeEntry(SCOPE, KEY, [json.dumps(asdict(index)) for index in indexes])
    project.setDirty(True)


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for chunk in iter(lambda: file.read(CHUNK_BYTES), b""):
            digest.update(chunk)
    return digest.hexdigest()
