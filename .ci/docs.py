"""Puts the picture that `make run` drew into the README's folder, small enough to ship."""

from pathlib import Path

from PIL import Image

REPOSITORY = Path(__file__).resolve().parents[1]
WIDTH_PX = 1200


def main() -> None:
    """Reduce build/demo/map.png to resources/help/map.jpg."""
    with Image.open(REPOSITORY / "build" / "demo" / "map.png") as picture:
        small = picture.convert("RGB")
    small.thumbnail((WIDTH_PX, WIDTH_PX))
    target = REPOSITORY / "resources" / "help" / "map.jpg"
    target.parent.mkdir(parents=True, exist_ok=True)
    small.save(target, quality=82, optimize=True)
    print(f"{target.relative_to(REPOSITORY)}: {target.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
