"""Makes the pictures of README and help from what `make run` drew and from the staged plugin."""

import importlib.util
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw

REPOSITORY = Path(__file__).resolve().parents[1]
STAGED = REPOSITORY / "build" / "skymatch"
SAMPLE = STAGED / "resources" / "sample"
HELP = REPOSITORY / "resources" / "help"
WIDTH_PX = 1200
PHOTO = "street_02.jpg"
SIDE_PX = 480
GREY = (70, 70, 70)
HORIZON = (255, 176, 0)


def reduce_map() -> None:
    """Reduce build/demo/map.png to resources/help/map.jpg."""
    with Image.open(REPOSITORY / "build" / "demo" / "map.png") as picture:
        small = picture.convert("RGB")
    small.thumbnail((WIDTH_PX, WIDTH_PX))
    save(small, HELP / "map.jpg")


def draw_ground() -> None:
    """A photo with the horizon that was read off it, and its ground from above, side by side."""
    spec = importlib.util.spec_from_file_location("demo", SAMPLE / "demo.py")
    demo = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(demo)
    with tempfile.TemporaryDirectory() as folder:
        application = demo.start(Path(folder, "settings"))
        import processing

        above = str(Path(folder, "above.png"))
        found = processing.run(
            "skymatch:inspectphoto", {"PHOTO": str(SAMPLE / "photos" / PHOTO), "BIRDSEYE": above}
        )
        with Image.open(above) as picture:
            ground = picture.convert("RGBA").resize((SIDE_PX, SIDE_PX), Image.LANCZOS)
        del application
    with Image.open(SAMPLE / "photos" / PHOTO) as picture:
        photo = picture.convert("RGB")
    photo = photo.resize((round(photo.width * SIDE_PX / photo.height), SIDE_PX), Image.LANCZOS)
    row = found["HORIZON"] * SIDE_PX
    ImageDraw.Draw(photo).line([(0, row), (photo.width, row)], HORIZON, 3)
    both = Image.new("RGB", (photo.width + 8 + SIDE_PX, SIDE_PX), GREY)
    both.paste(photo, (0, 0))
    both.paste(ground, (photo.width + 8, 0), ground)
    save(both, HELP / "ground.jpg")


def save(picture: Image.Image, target: Path) -> None:
    """Write a JPEG small enough to ship."""
    target.parent.mkdir(parents=True, exist_ok=True)
    picture.save(target, quality=82, optimize=True)
    print(f"{target.relative_to(REPOSITORY)}: {target.stat().st_size:,} bytes")


if __name__ == "__main__":
    reduce_map()
    draw_ground()
