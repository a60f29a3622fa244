"""The bench's figures as tables and curves for the documentation."""

from pathlib import Path
from typing import List, NamedTuple, Optional, Sequence

from common import Figures


class Goal(NamedTuple):
    """One figure beside what it should be; `most` or `least` says which way."""

    name: str
    value: float
    unit: str
    most: Optional[float] = None
    least: Optional[float] = None

    @property
    def missed(self) -> bool:
        """Whether there is a goal that was not reached."""
        above = self.most is not None and self.value > self.most
        return above or (self.least is not None and self.value < self.least)

    @property
    def row(self) -> List[str]:
        """Cells of the table."""
        if self.most is not None:
            goal = f"≤ {self.most:g} {self.unit}"
        elif self.least is not None:
            goal = f"≥ {self.least:g} {self.unit}"
        else:
            return [self.name, _number(self.value, self.unit), "", ""]
        return [self.name, _number(self.value, self.unit), goal, "**no**" if self.missed else "yes"]


REASONS = {
    "model and index of 20 km² at 2.5 m in memory": "the weights take 16 MB and the codes "
    "of 20 km² 26 MB, so no care in opening them suffices. Read in pieces, or at 5 m, they stay "
    "below.",
    "… ConvNeXt-B at four scales per 30 m cell takes longer by": "every token is encoded with its "
    "surroundings, so that windows overlap and part of the ground is encoded more than once.",
    "peak memory of indexing 4 km² over that of 0.25 km²": "GDAL's cache of decoded blocks, 32 MB "
    "at most, is not filled by a small raster. Nothing else grows.",
    "search, 8,884 positions, heading known": "124 tokens of a panorama's ground and what is "
    "expected of up to 576 tokens around it, 64 bits each, are compared at every position.",
    "search, 100 km², 24 headings": "what survives narrowing is compared with 24 x 24 tokens, "
    "surroundings included.",
}
OTHER_REASON = "not known."


def write(figures: Figures, folder: Path) -> str:
    """Write bench.md and bench.png and return the text."""
    folder.mkdir(exist_ok=True)
    picture = _draw(figures, folder / "bench.png")
    text = "\n".join(_document(figures, picture)) + "\n"
    (folder / "bench.md").write_text(text, encoding="utf-8")
    return text


def _document(figures: Figures, picture: bool) -> List[str]:
    lines = ["# Time and memory", ""]
    lines += [
        "Beside it: [what narrowing down loses](narrowing.md), and [a search of a state](huge.md).",
        "",
        f"Written by `make bench` on {figures['cores']} cores in "
        f"{figures['bench_seconds'] / 60:.0f} minutes. Times are medians of repeated runs, those "
        "of indexing excepted.",
        "",
        *_renewed(figures),
        *table(("", "measured", "goal", "reached"), [goal.row for goal in _goals(figures)]),
        "",
    ]
    reasons = [
        f"- {goal.name.lstrip('… ')}: {REASONS.get(goal.name, OTHER_REASON)}"
        for goal in _goals(figures)
        if goal.missed
    ]
    if reasons:
        lines += ["Why not:", "", *reasons, ""]
    if picture:
        lines += ["![Growth of the search](bench.png)", ""]
    return lines + _kernels(figures) + _steps(figures) + _memory(figures)


def _renewed(figures: Figures) -> List[str]:
    """What is not of the same run as the rest, so that nobody takes their ratio for exact."""
    parts = figures.get("renewed", [])
    if not parts:
        return []
    names = ", ".join(part.replace("_", " ") for part in parts)
    return [f"Measured again since, by themselves: {names}. The rest is of the whole run.", ""]


def _goals(f: Figures) -> List[Goal]:
    index, coarse = f["index_one_km2"], f["index_one_km2_at_5m"]
    per_km2 = index["seconds"] / index["area_km2"]
    rivals, searches, photo = f["rivals"], f["searches"], f["photo_codes"]
    small = max(searches[f"small_known_{kind}_onnxruntime"] for kind in ("panorama", "photo"))
    one = max(searches[f"one_km2_{kind}_onnxruntime"] for kind in ("panorama", "photo"))
    city = max(searches["city_panorama"], searches["city_photo"])
    encoding = max(photo["panorama_seconds"], photo["photo_seconds"])
    memory = f["memory"]
    held = {way: memory["model_mb"] + memory[f"index_{way}_mb"] for way in ("2.5m", "pieces", "5m")}
    growth = f["index_four_km2"]["peak_mb"] / f["index_quarter_km2"]["peak_mb"]
    return [
        Goal("indexing 1 km²", per_km2, "s"),
        Goal(
            "… one ViT-S pass per position at 5 m takes longer by",
            rivals["vit_seconds_per_km2"] / per_km2, "times", least=20,
        ),
        Goal(
            "… ConvNeXt-B at four scales per 30 m cell takes longer by",
            rivals["convnext_seconds_per_km2"] / per_km2, "times", least=50,
        ),
        Goal("search, 8,884 positions, heading known", small * 1e3, "ms", most=1.3),
        Goal("search, 1 km² at 2.5 m, 24 headings", one, "s", most=0.25),
        Goal("search, 100 km², 24 headings", city, "s", most=10),
        Goal("encoding a photo at 24 headings", encoding, "s", most=2),
        Goal("index at 2.5 m", index["bytes"] / index["area_km2"] / 1e6, "MB/km²", most=1.5),
        Goal("index at 5 m", coarse["bytes"] / coarse["area_km2"] / 1e6, "MB/km²", most=0.4),
        Goal("model and index of 20 km² at 2.5 m in memory", held["2.5m"], "MB", most=35),
        Goal("… the index read in pieces, with a limit of 10 MB", held["pieces"], "MB", most=35),
        Goal("model and index of 20 km² at 5 m in memory", held["5m"], "MB", most=35),
        Goal("peak memory of indexing 4 km² over that of 0.25 km²", growth, "times", most=1.1),
    ]  # fmt: skip


def _kernels(figures: Figures) -> List[str]:
    own, rivals = figures["kernels_side_by_side"], figures["kernels_rivals"]
    lines = [
        "## Ways to compare codes",
        "",
        f"{own['comparisons']:,} codes of 64 bits with codes of 64 bits, added up with weights, "
        "every bit as good as any other. Ways that count bits end there; only products can let "
        "the stronger bits of a photo count more, as the search does, and at no cost.",
        "",
    ]
    if "not_run" in rivals:
        lines += [f"The rivals could not be installed: {rivals['not_run']}", ""]
    else:
        lines += ["In an environment of the rivals' own, which QGIS's modules could not share:", ""]
        lines += _ways(rivals)
    return [*lines, "In QGIS's Python:", "", *_ways(own)]


def _ways(part: Figures) -> List[str]:
    """One comparison as a table, the fastest first."""
    ways = sorted(part["ways"].items(), key=lambda item: item[1]["seconds"])
    fastest = ways[0][1]["seconds"]
    rows = [
        [
            name,
            _number(1e3 * way["seconds"], "ms"),
            f"{way['seconds'] / fastest:.1f}",
            f"{part['comparisons'] / way['seconds'] / 1e9:.2f}",
            "yes" if way["largest_error"] == 0 else f"to {way['largest_error']:.0e}",
        ]
        for name, way in ways
    ]
    head = (f"way, numpy {part['numpy']}", "time", "times the fastest", "10⁹ codes/s", "exact")
    return [*table(head, rows), ""]


def _steps(figures: Figures) -> List[str]:
    idle_mb = figures["idle"]["peak_mb"]
    steps = [name for name in figures if name.startswith(("index_", "locate_"))]
    rows = [
        [
            name.replace("_", " "),
            _number(figures[name]["seconds"], "s"),
            f"{figures[name]['peak_mb']:.0f} MB",
            f"{figures[name]['peak_mb'] - idle_mb:.0f} MB",
        ]
        for name in steps
    ]
    head = ("step through Processing", "time", "peak memory", f"above QGIS ({idle_mb:.0f} MB)")
    searches = figures["searches"]
    plain = [
        [name, *(_number(1e3 * searches[f"{key}_{way}"], "ms") for way in ("onnxruntime", "numpy"))]
        for name, key in (
            ("8,884 positions, panorama, heading known", "small_known_panorama"),
            ("8,884 positions, photo, heading known", "small_known_photo"),
            ("1 km², panorama, 24 headings", "one_km2_panorama"),
            ("1 km², photo, 24 headings", "one_km2_photo"),
        )
    ]
    return [
        "## Steps", "", *table(head, rows), "",
        "## Searches with and without the accelerator", "",
        *table(("search", "onnxruntime", "numpy alone"), plain), "",
    ]  # fmt: skip


def _memory(figures: Figures) -> List[str]:
    memory = figures["memory"]
    area = f"index of {memory['area_km2']:g} km²"
    rows = [
        ["Python, numpy and onnxruntime", f"{memory['libraries_mb']:.0f} MB"],
        [f"model ({memory['model_file_mb']:.1f} MB on disk)", f"{memory['model_mb']:.0f} MB"],
        [f"{area} at 2.5 m", f"{memory['index_2.5m_mb']:.0f} MB"],
        [
            "… read from its file in pieces, with a limit of 10 MB",
            f"{memory['index_pieces_mb']:.0f} MB",
        ],
        [f"{area} at 5 m", f"{memory['index_5m_mb']:.0f} MB"],
        ["searching that at 2.5 m, 24 headings, at the peak", f"{memory['search_mb']:.0f} MB"],
    ]
    return ["## Memory", "", *table(("part", "in RAM"), rows), ""]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> List[str]:
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    return lines + ["| " + " | ".join(row) + " |" for row in rows]


def _number(value: float, unit: str) -> str:
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{digits}f} {unit}"


def _draw(figures: Figures, path: Path) -> bool:
    """Three curves of growth; False, with a line, without matplotlib."""
    try:
        import matplotlib
    except ImportError:
        print("matplotlib is not installed: no picture of the curves.")
        return False
    matplotlib.use("Agg")
    from matplotlib import pyplot

    labels = (
        "km² (24 headings, 64 bits)",
        "headings (4 km², 64 bits)",
        "bits (4 km², 24 headings)",
    )
    figure, axes = pyplot.subplots(1, 3, figsize=(11, 3.2), constrained_layout=True)
    growths = ("growth_area", "growth_headings", "growth_bits")
    for axis, key, label in zip(axes, growths, labels):
        across, up = zip(*figures["searches"][key])
        axis.loglog(across, up, "o-", color="#0072b2", label="measured")
        axis.loglog(across, [up[-1] * x / across[-1] for x in across], "--", color="#777777",
                    label="proportional")  # fmt: skip
        axis.set_xlabel(label)
        axis.set_ylabel("seconds per search")
        axis.set_xticks(across, [f"{x:g}" for x in across])
        axis.minorticks_off()
        axis.grid(True, alpha=0.3)
        axis.legend(fontsize=8)
    figure.savefig(path, dpi=110)
    return True
