"""What the walk leaves for people: pictures, docs/walk.md, an animation, pictures of the help."""

import io
from pathlib import Path
from typing import Any, Dict, List

from PIL import Image

REPOSITORY = Path(__file__).resolve().parents[2]
DOCS, HELP = REPOSITORY / "docs", REPOSITORY / "resources" / "help"
WIDTH_PX, LARGEST_BYTES = 1200, 120_000
GIF_WIDTH_PX, GIF_COLOURS, FRAME_MS = 800, 96, 2200
LARGEST_GIF_BYTES = 1_500_000
MARGIN_PX = 2
# Steps that the animation can do without.
LEFT_OUT = ("01-install", "03-button", "04-dock", "07-built", "08-browse", "11-zoom")

# Name of the help picture, the step it is cut from, the part of the screen, share of its height.
CUTTINGS = (
    ("tutorial-index", "05-build", "dock", 0.38),
    ("tutorial-photo", "09-photo", "dock", 0.82),
    ("tutorial-map", "11-zoom", "map", 1.0),
    ("tutorial-review", "13-accept", "dock", 1.0),
)


def write(out: Path, result: Dict[str, Any]) -> None:
    """Write all of it.

    Args:
        out: folder with the screenshots of the steps.
        result: what the walk noted and measured.
    """
    folder = DOCS / "walk"
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.jpg"):
        old.unlink()
    frames = []
    for name, _ in result["pictures"]:
        with Image.open(out / f"{name}.png") as picture:
            frames.append(picture.convert("RGB"))
        save(frames[-1], folder / f"{name}.jpg")
    names = [name for name, _ in result["pictures"]]
    for target, step, part, share in CUTTINGS:
        x_px, y_px, width_px, height_px = result[part]
        box = (x_px - MARGIN_PX, y_px, x_px + width_px, y_px + round(height_px * share))
        save(frames[names.index(step)].crop(box), HELP / f"{target}.jpg")
    moving = [frame for name, frame in zip(names, frames) if name not in LEFT_OUT]
    animate(moving, DOCS / "walk.gif")
    (DOCS / "walk.md").write_text(page(result), encoding="utf-8")


def save(picture: Image.Image, target: Path) -> None:
    """Write a JPEG as good as its limit of size allows."""
    if picture.width > WIDTH_PX:
        height_px = round(picture.height * WIDTH_PX / picture.width)
        picture = picture.resize((WIDTH_PX, height_px), Image.LANCZOS)
    for quality in range(88, 40, -6):
        written = io.BytesIO()
        picture.save(written, "JPEG", quality=quality, optimize=True)
        if written.tell() <= LARGEST_BYTES:
            break
    target.write_bytes(written.getvalue())
    print(f"{target.relative_to(REPOSITORY)}: {written.tell():,} bytes")


def animate(frames: List[Image.Image], target: Path) -> None:
    """Steps as a GIF; fewer colours when it would be too large."""
    for colours in (GIF_COLOURS, GIF_COLOURS // 2, GIF_COLOURS // 4):
        small = []
        for frame in frames:
            height_px = round(frame.height * GIF_WIDTH_PX / frame.width)
            reduced = frame.resize((GIF_WIDTH_PX, height_px), Image.LANCZOS)
            small.append(reduced.quantize(colours, dither=Image.Dither.NONE))
        rest = {"save_all": True, "append_images": small[1:], "duration": FRAME_MS, "loop": 0}
        small[0].save(target, optimize=True, **rest)
        if target.stat().st_size <= LARGEST_GIF_BYTES:
            break
    print(f"{target.relative_to(REPOSITORY)}: {target.stat().st_size:,} bytes")


def page(result: Dict[str, Any]) -> str:
    """The walk as Markdown."""
    clicks, starts = result["clicks"], result["starts"]
    lines = [
        "# A walk through Skymatch",
        "",
        "Made by `make docs`: the packed plugin, installed into a fresh profile of QGIS "
        f"{result['qgis']}, driven by mouse and keyboard on a virtual screen. The ring shows where "
        "the mouse is.",
        "",
    ]
    for number, (name, sentence) in enumerate(result["pictures"], 1):
        lines += [f"{number}. {sentence}", "", f"   ![{sentence}](walk/{name}.jpg)", ""]
    lines += [
        "## Clicks",
        "",
        f"{len(clicks)} clicks from the toolbar to the first result, index included; the path of "
        "the photo is typed:",
        "",
        *[f"{number}. {click}" for number, click in enumerate(clicks, 1)],
        "",
        "## Times",
        "",
        "| what | seconds | of the processor |",
        "|---|---|---|",
        "| from the click on the toolbar button to a usable dock "
        f"| {result['dock_s']:.2f} | {result['dock_cpu_s']:.2f} |",
        f"| start of QGIS without the plugin, median of {starts['runs']} "
        f"| {starts['without']['clock_s']:.2f} | {starts['without']['cpu_s']:.2f} |",
        f"| start of QGIS with the plugin, median of {starts['runs']} "
        f"| {starts['with']['clock_s']:.2f} | {starts['with']['cpu_s']:.2f} |",
        f"| the plugin's share of that, as QGIS says | | {starts['with']['plugin_cpu_s']:.2f} |",
        f"| building the index of the sample scene (0.25 km²) | {result['build_s']:.0f} | |",
        f"| Find, until the candidates are listed | {result['find_s']:.1f} | |",
        "",
        "Measured on the machine that made these pictures, whatever else it was doing. "
        "The candidates were compared with those of `qgis_process run skymatch:locatephoto` with "
        "the same parameters, and are the same.",
        "",
    ]
    return "\n".join(lines)
