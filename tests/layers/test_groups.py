"""Result groups: on top, in order, durable, and nothing else is touched."""

import gc

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from plugin.engine.errors import SkymatchError
from plugin.layers import loading as loading_module
from plugin.layers.groups import HIDDEN_AT_FIRST, add_result_group, open_results
from plugin.layers.loading import ResultLoader
from plugin.layers.tables import CANDIDATES, KINDS, layer_name


def names(project):
    """The layer tree from the top, groups as lists."""
    return [
        [child.name(), [layer.name() for layer in child.findLayers()]]
        if hasattr(child, "findLayers")
        else child.name()
        for child in project.layerTreeRoot().children()
    ]


def user_layer(project):
    """Something the user had before."""
    layer = QgsVectorLayer("Point?crs=EPSG:4326", "mine", "memory")
    project.addMapLayer(layer)
    return layer


def test_the_group_stands_on_top_in_reading_order(project, result_layers):
    """Candidates above wedges above regions above cells above heat."""
    user_layer(project)
    add_result_group(project, "IMG 0042", result_layers)
    tree = names(project)
    assert tree[0][0] == "IMG 0042"
    assert tree[1] == "mine"
    ids = [node.layerId() for node in project.layerTreeRoot().children()[0].findLayers()]
    assert ids == [result_layers[kind].id() for kind in KINDS]


def test_visibility_is_chosen_for_legibility(project, result_layers):
    """Cells and heat are not drawn over each other."""
    add_result_group(project, "IMG 0042", result_layers)
    for kind, layer in result_layers.items():
        node = project.layerTreeRoot().findLayer(layer.id())
        assert node.itemVisibilityChecked() is (kind not in HIDDEN_AT_FIRST)


def test_the_user_s_layers_stay_as_they_are(project, result_layers):
    """Order, visibility, selection and the group of an earlier search."""
    mine = user_layer(project)
    earlier = project.layerTreeRoot().addGroup("IMG 0042")
    project.layerTreeRoot().findLayer(mine.id()).setItemVisibilityChecked(False)
    add_result_group(project, "IMG 0042", result_layers)
    assert not project.layerTreeRoot().findLayer(mine.id()).itemVisibilityChecked()
    assert earlier in project.layerTreeRoot().children()
    assert earlier.children() == []


def test_layers_that_processing_has_added_are_moved(project, result_layers):
    """They stay in the project and stand in the tree once."""
    for layer in result_layers.values():
        project.addMapLayer(layer)
    add_result_group(project, "IMG 0042", result_layers)
    QCoreApplication.processEvents()
    assert len(project.mapLayers()) == len(KINDS)
    assert len(project.layerTreeRoot().findLayers()) == len(KINDS)
    assert len(project.layerTreeRoot().children()) == 1


def test_a_saved_project_comes_back_whole(results_file, tmp_path, qgis_app):
    """Group, order, names, renderers and features, read by another project object."""
    project = QgsProject()
    add_result_group(project, "IMG 0042", open_results(results_file))
    assert project.write(str(tmp_path / "case.qgz"))
    project.clear()
    again = QgsProject()
    assert again.read(str(tmp_path / "case.qgz"))
    assert names(again) == [["IMG 0042", [layer_name(kind) for kind in KINDS]]]
    for node in again.layerTreeRoot().findLayers():
        assert node.layer().isValid()
        assert node.layer().featureCount() > 0
        assert node.layer().renderer().type() != "singleSymbol"
    again.clear()


def test_a_foreign_file_is_a_sentence(tmp_path, qgis_app):
    """It names the file and what to do."""
    (tmp_path / "a.gpkg").write_bytes(b"no database")
    with pytest.raises(SkymatchError, match="a.gpkg does not hold"):
        open_results(tmp_path / "a.gpkg")


@pytest.fixture
def loading(result_layers):
    """A context that is going to load two layers, and the loader told about them."""
    context = QgsProcessingContext()
    project = QgsProject()
    context.setProject(project)
    loader = ResultLoader()
    loader.title = "IMG 0042"
    for kind in (CANDIDATES, "heat"):
        layer = result_layers[kind]
        details = QgsProcessingContext.LayerDetails(kind, project, kind.upper())
        context.addLayerToLoadOnCompletion(layer.id(), details)
        loader.expect(context, kind, layer.id())
    loader.expect(context, "wedges", "a layer nobody loads")
    loader.finish()
    yield context, project
    project.clear()


@pytest.mark.parametrize("tree_first", [True, False])
def test_processing_s_layers_are_styled_and_grouped(loading, result_layers, tree_first):
    """Whether QGIS fills the layer tree before the post-processor (3.22) or after it (3.36)."""
    context, project = loading
    gc.collect()
    waiting = dict(context.layersToLoadOnCompletion())
    for layer_id, details in waiting.items():
        layer = next(x for x in result_layers.values() if x.id() == layer_id)
        if tree_first:
            project.addMapLayer(layer)
        details.postProcessor().postProcessLayer(layer, context, QgsProcessingFeedback())
    if not tree_first:
        for layer_id in waiting:
            project.addMapLayer(next(x for x in result_layers.values() if x.id() == layer_id))
    QCoreApplication.processEvents()
    assert names(project) == [["IMG 0042", ["Candidates", "Heat"]]]
    assert result_layers[CANDIDATES].renderer().type() == "RuleRenderer"


def test_a_run_whose_layers_are_never_loaded_is_forgotten(qgis_app, result_layers):
    """Scripts that throw the context away leave nothing behind."""
    context = QgsProcessingContext()
    layer = result_layers[CANDIDATES]
    details = QgsProcessingContext.LayerDetails("c", QgsProject.instance(), "CANDIDATES")
    context.addLayerToLoadOnCompletion(layer.id(), details)
    abandoned = ResultLoader()
    abandoned.expect(context, CANDIDATES, layer.id())
    abandoned.finish()
    assert abandoned in loading_module._waiting and not abandoned.lost
    del details, context
    gc.collect()
    ResultLoader().finish()
    assert abandoned.lost and abandoned not in loading_module._waiting
