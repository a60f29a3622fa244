"""The review panel with results out of the usual: photo or imagery gone, several photos."""

import shutil
from pathlib import Path

from plugin.gui.review_panel import ReviewPanel
from tests.gui.review_scene import POSES, load_results, write_results
from tests.processing.locate_scene import PHOTO


def test_without_imagery_and_photo_the_panel_says_so(project, canvas, tmp_path):
    """Both are sentences in their places."""
    for raster in list(project.mapLayers()):
        project.removeMapLayer(raster)
    file = Path(project.homePath()) / "gone.gpkg"
    write_results(file, [tmp_path / "gone.jpg"])
    load_results(project, file)
    panel = ReviewPanel(canvas, project)
    assert "no raster layer" in panel.chip._message
    assert "gone.jpg is not there" in panel.photo._message
    panel.stop()


def test_several_photos_in_one_layer(project, canvas, tmp_path):
    """Listed photo by photo, with a column for its name; distances are within a photo."""
    other = tmp_path / "other.jpg"
    shutil.copy(PHOTO, other)
    file = Path(project.homePath()) / "two.gpkg"
    write_results(file, [tmp_path / "gone.jpg", other])
    load_results(project, file)
    panel = ReviewPanel(canvas, project)
    assert panel.list.topLevelItemCount() == 2 * len(POSES)
    assert not panel.list.isColumnHidden(6)
    assert [panel.list.topLevelItem(row).text(4) for row in (0, len(POSES))] == ["0 m", "0 m"]
    panel.stop()
