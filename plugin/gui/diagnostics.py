"""What a person who helps wants to know, as Markdown, without what tells who is asking."""

import locale
import os
import platform
from pathlib import Path
from typing import List, Mapping, Tuple

from qgis.core import Qgis, QgsApplication, QgsProject

from ..engine.errors import SkymatchError
from ..layers.attachments import attached_indexes, resolve
from ..layers.project_folder import folder_of
from ..processing import settings as kept
from ..processing.common import pack_of_folder, plugin_version
from .dependencies import components
from .log_lines import LOG_LINES
from .private_words import private_words, without_private_words

MOST_LOG_LINES = 40


def report(project: QgsProject, probed: Mapping[str, object]) -> str:
    """The whole report.

    Args:
        project: its indexes are summed up, without their names.
        probed: what `processing.package_probe` found; empty when it could not be run.
    """
    parts = [
        f"## Skymatch {plugin_version()}",
        _table(("Name", "Version", "State", "Place"), _software()),
        "### Computer",
        _table(("What", "Value"), _computer()),
        "### Settings",
        _table(("Setting", "Value", "From"), _settings()),
        "### Model",
        _table(("What", "Value"), _model(probed)),
        "### Indexes of the project",
        _table(("Kept", "State"), _indexes(project)),
        "### Log",
        "```\n" + "\n".join(LOG_LINES.last(MOST_LOG_LINES) or ["nothing"]) + "\n```",
    ]
    return without_private_words("\n\n".join(parts) + "\n", private_words(project))


def _software() -> "List[Tuple[str, ...]]":
    return [(c.name, c.version, c.problem or "OK", c.place) for c in components()]


def _computer() -> "List[Tuple[str, ...]]":
    memory_bytes = kept.memory_limit_bytes(kept.Settings())
    return [
        ("System", f"{platform.system()} {platform.release()}, {platform.machine()}"),
        ("QGIS's system", f"{QgsApplication.osName()}, {Qgis.QGIS_DEV_VERSION}"),
        ("Processors", str(os.cpu_count())),
        ("Memory", f"{2 * memory_bytes / 1e9:.1f} GB" if memory_bytes else "unknown"),
        ("Language", f"{QgsApplication.locale()}, {locale.getpreferredencoding()}"),
    ]


def _settings() -> "List[Tuple[str, ...]]":
    """Folders by their last name only: the others may name a client."""
    now, default = kept.read_settings(), kept.Settings()
    rows = []
    for name in kept.NAMES:
        value = getattr(now, name)
        if kept.is_overridden(name):
            origin = "environment"
        else:
            origin = "default" if value == getattr(default, name) else "stored"
        if name == "model_folder":
            value = f"…/{Path(value).name}" if value else "shipped"
        rows.append((name, "automatic" if value is None else str(value), origin))
    return rows


def _model(probed: Mapping[str, object]) -> "List[Tuple[str, ...]]":
    try:
        pack = pack_of_folder("")
        rows = [("Name", f"{pack.name} {pack.version}"), ("SHA-256", pack.sha256)]
    except SkymatchError as error:
        rows = [("Problem", str(error))]
    if not probed:
        return [*rows, ("Self-test", "could not be run")]
    if probed.get("ok"):
        return [*rows, ("Self-test", f"passed in {probed.get('seconds')} s")]
    return [*rows, ("Self-test", f"failed: {probed.get('problem')}")]


def _indexes(project: QgsProject) -> "List[Tuple[str, ...]]":
    rows = []
    for index in attached_indexes(project):
        try:
            rows.append(("inside", _index_state(resolve(project, index.identifier))))
        except SkymatchError as error:
            rows.append(("inside", str(error)))
    rows += [("beside", _index_state(file)) for file in sorted(folder_of(project).glob("*.gpkg"))]
    return rows or [("none", "")]


def _index_state(file: Path) -> str:
    """Numbers only: names of rasters and files may tell what a case is about."""
    from ..index.geopackage import reading
    from ..index.reader import info_of, stored_blocks

    try:
        with reading(file) as connection:
            info, done = info_of(connection), len(stored_blocks(connection))
    except SkymatchError as error:
        return str(error).replace(str(file), "it").replace(file.name, "it")
    return (
        f"{done} of {info.blocks_total} blocks, {info.grid.area_km2:.3g} km², "
        f"{info.grid.spacing_m:g} m, {info.grid.crs[:40]}, {file.stat().st_size / 1e6:.1f} MB, "
        f"model {info.model_sha256[:12]}, by Skymatch {info.software_version}"
    )


def _table(titles: "Tuple[str, ...]", rows: "List[Tuple[str, ...]]") -> str:
    lines = [titles, tuple("---" for _ in titles), *rows]
    return "\n".join("| " + " | ".join(_cell(text) for text in line) + " |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", r"\|").split())
