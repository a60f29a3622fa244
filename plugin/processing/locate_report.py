"""What `skymatch:locatephoto` writes into its log: the photo's metadata and the findings."""

from typing import TYPE_CHECKING, List, Optional

from qgis.PyQt.QtCore import QCoreApplication

if TYPE_CHECKING:
    from ..engine.camera import Camera
    from ..engine.locate import LocateResult
    from ..engine.photo import Photo
    from ..index.reader import Index

NOT_HERE_WORTH_SAYING = 0.5


def photo_lines(photo: "Photo", camera: "Camera", given_fov_deg: Optional[float]) -> List[str]:
    """What the file says about the photo, and which of it is used."""
    said = photo.metadata
    height_px, width_px = photo.rgb.shape[:2]
    lines = [f"{photo.name}: {width_px} × {height_px} px, {camera.projection}"]
    if said.camera or said.taken:
        lines.append(", ".join(part for part in (said.camera, said.taken) if part))
    if given_fov_deg is not None:
        origin = _tr("as given")
    elif said.fov_deg is not None:
        origin = _tr("from the focal length or panorama tags in the file")
    else:
        origin = _tr("assumed; the file does not say")
    lines.append(_tr("Field of view: {:.1f}° ({}).").format(camera.fov_deg, origin))
    lines.append(
        _tr("Horizon at {:.2f} of the height, camera {:g} m above the ground.").format(
            camera.horizon, camera.height_m
        )
    )
    if said.heading_deg is not None:
        lines.append(
            _tr("The file gives a compass heading of {:.0f}°. It is not used unasked.").format(
                said.heading_deg
            )
        )
    if said.lon is not None and said.lat is not None:
        lines.append(
            _tr("The file gives the position {:.6f}, {:.6f}. It is not used.").format(
                said.lat, said.lon
            )
        )
    return lines


def index_lines(index: "Index", name: str) -> List[str]:
    """Which index is searched, and what it lacks."""
    info = index.info
    lines = [_tr("Index {}: {}, {:.3g} km².").format(name, info.source_name, info.grid.area_km2)]
    if not index.complete:
        lines.append(
            _tr("The index is not complete: {} of {} blocks. Build index continues it.").format(
                index.blocks_done, info.blocks_total
            )
        )
    return lines


def result_lines(result: "LocateResult") -> List[str]:
    """The candidates as a table, and how likely it is that the photo shows another place."""
    lines = [
        "{:>4}  {:>11}  {:<9}  {:>7}  {:>11}  {:>12}".format(
            _tr("Rank"),
            _tr("Probability"),
            "",
            _tr("Heading"),
            _tr("Latitude"),
            _tr("Longitude"),
        )
    ]
    for found in result.candidates:
        lines.append(
            f"{found.rank:>4}  {100 * found.probability:>9.1f} %  {found.word:<9}  "
            f"{found.heading_deg:>6.0f}°  {found.lat:>11.6f}  {found.lon:>12.6f}"
        )
    lines.append(not_here_line(result.not_here_probability))
    return lines


def not_here_line(probability: float) -> str:
    """A sentence about the probability that the photo was taken elsewhere."""
    percent = 100.0 * probability
    if probability >= NOT_HERE_WORTH_SAYING:
        return _tr(
            "The photo was probably not taken in this imagery ({:.0f} %). "
            "Treat the candidates as guesses."
        ).format(percent)
    return _tr("Probability that the photo was not taken in this imagery: {:.0f} %.").format(
        percent
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Skymatch", text)
