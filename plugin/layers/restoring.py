"""Bringing attachments back that vanished from QGIS's temporary folder.

Systems sweep temporary folders, also while a computer sleeps, and QGIS then refuses to save the
project at all (qgis/QGIS 34462, 43293, 52666). What was saved is in the project file; what was
not is kept as a spare copy in the profile until the next save.
"""

import contextlib
import os
import shutil
import sqlite3
import time
import zipfile
from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication, QgsProject, QgsStyle

SQLITE_START = b"SQLite format 3\0"
OLD_SECONDS = 14 * 24 * 3600
PROJECT_STYLE_END = "_styles.db"


def spare_file(identifier: str) -> Path:
    """Where the spare copy of an attachment is kept; QGIS makes identifiers unique."""
    return _spares() / str(os.getpid()) / Path(identifier).name


def keep_spare(project: QgsProject, identifier: str) -> None:
    """Copy an attachment as it is now; raises OSError."""
    file = Path(project.resolveAttachmentIdentifier(identifier))
    spare = spare_file(identifier)
    spare.parent.mkdir(parents=True, exist_ok=True)
    fresh = spare.with_name(spare.name + ".new")
    copy_whole(file, fresh)
    fresh.replace(spare)


def forget_spare(identifier: str) -> None:
    """The attachment was saved, or is not wanted any more."""
    with contextlib.suppress(OSError):  # another program holds it open; it does no harm
        spare_file(identifier).unlink()


def forget_all_spares() -> None:
    """Those of this QGIS, and old ones of others that ended without doing so themselves."""
    now = time.time()
    for folder in _spares().glob("*"):
        with contextlib.suppress(OSError):
            if folder.name == str(os.getpid()) or now - folder.stat().st_mtime > OLD_SECONDS:
                shutil.rmtree(folder)


def restore(project: QgsProject, identifier: str) -> bool:
    """Put a vanished attachment back where QGIS expects it; False when no copy is left."""
    file = Path(project.resolveAttachmentIdentifier(identifier))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_name(file.name + ".new")
        spare = spare_file(identifier)
        if spare.is_file():
            copy_whole(spare, fresh)
        elif not _unpack(project, file.name, fresh):
            return False
        # Left over from the file that vanished, they would spoil the one that comes back.
        for end in ("-wal", "-shm", "-journal"):
            with contextlib.suppress(FileNotFoundError):
                file.with_name(file.name + end).unlink()
        fresh.replace(file)
    except (OSError, zipfile.BadZipFile):
        return False
    return True


def restore_others(project: QgsProject) -> None:
    """Bring back vanished attachments that are not Skymatch's, as far as that is possible.

    Newer QGIS (3.40 does, 3.22 does not) attaches a database of symbols to every project; one
    that was never saved begins anew, since without it the project could not be saved.
    """
    for path in project.attachedFiles():
        if Path(path).is_file() or restore(project, project.attachmentIdentifier(path)):
            continue
        if path.endswith(PROJECT_STYLE_END):
            QgsStyle().createDatabase(path)


def settle(file: Path) -> None:
    """Bring what SQLite keeps in its side file into the GeoPackage itself, which alone is saved.

    If somebody is reading just now, what is left over stays in the side file.
    """
    if file.with_name(file.name + "-wal").is_file():
        with contextlib.suppress(sqlite3.Error):
            connection = sqlite3.connect(str(file), timeout=2.0)
            try:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                connection.close()


def copy_whole(source: Path, target: Path) -> None:
    """Copy a file; a GeoPackage with what its side files hold. Raises OSError."""
    side_file = source.with_name(source.name + "-wal")
    with source.open("rb") as file:
        is_database = file.read(len(SQLITE_START)) == SQLITE_START
    if not (is_database and side_file.is_file()):
        shutil.copyfile(source, target)
        return
    if target.exists():
        target.unlink()
    try:
        with contextlib.closing(sqlite3.connect(str(source))) as reading:
            with contextlib.closing(sqlite3.connect(str(target))) as writing:
                reading.backup(writing)
    except sqlite3.Error as error:
        raise OSError(str(error)) from error


def _spares() -> Path:
    return Path(QgsApplication.qgisSettingsDirPath()) / "skymatch" / "unsaved"


def _unpack(project: QgsProject, name: str, target: Path) -> bool:
    """Take one file out of the saved project; False when it is not in it."""
    archive = _archive_of(project)
    if archive is None:
        return False
    with zipfile.ZipFile(archive) as saved:
        if name not in saved.namelist():
            return False
        with saved.open(name) as packed, target.open("wb") as unpacked:
            shutil.copyfileobj(packed, unpacked)
    return True


def _archive_of(project: QgsProject) -> Optional[Path]:
    """The zip that holds attachments: the .qgz itself, or the one beside a .qgs."""
    file = Path(project.absoluteFilePath() or ".")
    if file.suffix.lower() == ".qgs":
        file = file.with_name(f"{file.stem}_attachments.zip")
    return file if file.is_file() else None
