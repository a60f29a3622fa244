"""What `skymatch:locatephoto` writes into its log: the photo's metadata and the findings."""

from typing import TYPE_CHECKING, List

from ..engine.confidence import direction_is_clear
from ..engine.kinds import ASSUMED, FILE, GIVEN, PERSPECTIVE, PICTURE
from ..layers.language import tr
from ..layers.words import sentence_of, word_of

if TYPE_CHECKING:
    from ..engine.hypotheses import CameraBelief
    from ..engine.locate import LocateResult
    from ..engine.photo import Photo
    from ..engine.usability import Usability
    from ..index.pieces import StoredCodes

NOT_HERE_WORTH_SAYING = 0.5


def file_lines(photo: "Photo") -> List[str]:
    """What the file says about the photo; place, direction and time are shown and not used."""
    said = photo.metadata
    height_px, width_px = photo.rgb.shape[:2]
    lines = [f"{photo.name}: {width_px} × {height_px} px"]
    about = ", ".join(part for part in (said.camera, said.lens, said.taken) if part)
    if about:
        lines.append(about)
    if said.zoom is not None and said.zoom > 1.0:
        lines.append(tr("Digital zoom: {:.1f}×.").format(said.zoom))
    if said.heading_deg is not None:
        north = {"true": tr(" (true north)"), "magnetic": tr(" (magnetic north)")}
        lines.append(
            tr("The file gives a compass heading of {:.0f}°{}. It is not used unasked.").format(
                said.heading_deg, north.get(said.heading_reference, "")
            )
        )
    if said.lon is not None and said.lat is not None:
        lines.append(
            tr("The file gives the position {:.6f}, {:.6f}. It is not used.").format(
                said.lat, said.lon
            )
        )
    return [*lines, *said.notes]


def belief_lines(belief: "CameraBelief") -> List[str]:
    """The camera that is assumed, and where each number comes from."""
    camera = belief.best
    origin = {
        GIVEN: tr("as given"),
        FILE: tr("from the tags in the file"),
        PICTURE: tr("read off the picture"),
        ASSUMED: tr("assumed; neither file nor picture tell"),
    }
    kind = tr("Perspective photo") if camera.projection == PERSPECTIVE else tr("Panorama")
    lines = [
        tr("{}, field of view {:.1f}°{} ({}).").format(
            kind, camera.fov_deg, _plus_minus(belief.fov_sigma_deg), origin[belief.fov_from]
        ),
        tr("Horizon at {:.3f} of the height ({}), camera {:g} m above the ground.").format(
            camera.horizon, origin[belief.horizon_from], round(camera.height_m, 2)
        ),
    ]
    if belief.horizon_from == PICTURE:
        lines.append(
            tr("Pitch is uncertain by{}, roll {:.1f}°{}.").format(
                _plus_minus(belief.pitch_sigma_deg),
                camera.roll_deg,
                _plus_minus(belief.roll_sigma_deg),
            )
        )
    return lines


def usability_line(judged: "Usability") -> str:
    """How usable a photo is, and what would serve better."""
    from ..engine import usability as names

    if judged.shortcoming == names.NO_GROUND:
        return tr(
            "Not usable: the photo shows almost no ground near the camera. Give one in which the "
            "street is visible, or correct the horizon."
        )
    if judged.number >= names.WELL:
        return tr("Well usable: {:.0f} m² of ground within {:.0f} m, readable.").format(
            judged.ground_m2, 2.0 * names.REACH_M
        )
    why = {
        names.LITTLE_GROUND: tr(
            "it shows little ground near the camera. A photo that looks more to the ground, or a "
            "panorama, finds more"
        ),
        names.BLURRED: tr("the ground is blurred. A sharper or larger copy finds more"),
        names.DARK: tr("the ground is dark. A photo by day finds more"),
        names.OVEREXPOSED: tr("the ground is overexposed. A darker photo finds more"),
        names.PLAIN: tr(
            "the ground shows hardly any pattern. One with markings or kerbs finds more"
        ),
    }[judged.shortcoming]
    fairly = judged.number >= names.FAIRLY
    return (tr("Fairly usable: {}.") if fairly else tr("Hardly usable: {}.")).format(why)


def _plus_minus(sigma_deg: float) -> str:
    """One standard deviation; nothing for what is certain."""
    return f" ± {sigma_deg:.1f}°" if sigma_deg > 0.0 else ""


def index_lines(codes: "StoredCodes") -> List[str]:
    """Which index is searched, and what it lacks."""
    info = codes.info
    lines = [
        tr("Index {}: {}, {:.3g} km².").format(
            codes.path.name, info.source_name, info.grid.area_km2
        )
    ]
    if not codes.complete:
        lines.append(
            tr("The index is not complete: {} of {} blocks. Build index continues it.").format(
                codes.blocks_done, info.blocks_total
            )
        )
    return lines


def result_lines(result: "LocateResult") -> List[str]:
    """The candidates as a table, what to make of the best, and how likely another place is."""
    several = len({found.index for found in result.candidates}) > 1
    lines = [
        "{:>4}  {:>11}  {:<13}  {:>7}  {:>11}  {:>12}".format(
            tr("Rank"),
            tr("Probability"),
            "",
            tr("Heading"),
            tr("Latitude"),
            tr("Longitude"),
        )
    ]
    for found in result.candidates:
        lines.append(
            f"{found.rank:>4}  {100 * found.probability:>9.1f} %  "
            f"{word_of(found.probability):<13}  {found.heading_deg:>6.0f}°  "
            f"{found.lat:>11.6f}  {found.lon:>12.6f}" + (f"  {found.index}" if several else "")
        )
    if result.candidates:
        lines.append(sentence_of(result.candidates[0].probability))
        lines.extend(_direction_lines(result))
    lines.extend(_five_closest_lines(result))
    lines.append(not_here_line(result.not_here_probability))
    return lines


def _direction_lines(result: "LocateResult") -> List[str]:
    """Says so when the axis of the photo is clearer than its direction."""
    best = result.candidates[0]
    if direction_is_clear(best.direction_probability):
        return []
    return [
        tr(
            "The axis of view is clearer than the direction: {:.0f}° is right with {:.0f} %, "
            "else the photo looks the other way, to {:.0f}°."
        ).format(
            best.heading_deg, 100.0 * best.direction_probability, (best.heading_deg + 180.0) % 360.0
        )
    ]


def _five_closest_lines(result: "LocateResult") -> List[str]:
    """The published rule beside the best candidate."""
    from pyproj import Geod

    rule = result.five_closest
    if rule is None:
        return []
    line = tr("The rule of the five closest gives {:.6f}, {:.6f}").format(rule.lat, rule.lon)
    if not result.candidates:
        return [f"{line}."]
    best = result.candidates[0]
    _, _, apart_m = Geod(ellps="WGS84").inv(rule.lon, rule.lat, best.lon, best.lat)
    return [tr("{}, {:.0f} m from the best candidate.").format(line, apart_m)]


def not_here_line(probability: float) -> str:
    """A sentence about the probability that the photo was taken elsewhere."""
    percent = 100.0 * probability
    if probability >= NOT_HERE_WORTH_SAYING:
        return tr(
            "The photo was probably not taken in this imagery ({:.0f} %). "
            "Treat the candidates as guesses."
        ).format(percent)
    return tr("Probability that the photo was not taken in this imagery: {:.0f} %.").format(percent)
