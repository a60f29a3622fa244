"""Styles load, draw what they should, and explain themselves."""

import pytest
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsGraduatedSymbolRenderer,
    QgsHeatmapRenderer,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

from plugin.engine.errors import SkymatchError
from plugin.layers import styles
from plugin.layers.groups import open_results
from plugin.layers.styles import apply_style, map_tip
from plugin.layers.tables import CANDIDATES, CELLS, HEAT, KINDS, REGIONS, WEDGES, alias
from tests.layers.fabricated import located

RENDERERS = {
    CANDIDATES: QgsRuleBasedRenderer,
    WEDGES: QgsRuleBasedRenderer,
    REGIONS: QgsCategorizedSymbolRenderer,
    CELLS: QgsGraduatedSymbolRenderer,
    HEAT: QgsHeatmapRenderer,
}


def picture(layers, size_px=400, half_m=60.0):
    """A rendering around the best candidate on black."""
    best = located().candidates[0]
    settings = QgsMapSettings()
    settings.setOutputSize(QSize(size_px, size_px))
    settings.setDestinationCrs(layers[0].crs())
    settings.setLayers(layers)
    settings.setBackgroundColor(QColor("black"))
    extent = settings.extent()
    extent.set(best.x_m - half_m, best.y_m - half_m, best.x_m + half_m, best.y_m + half_m)
    settings.setExtent(extent)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    assert not job.errors()
    return job.renderedImage()


@pytest.mark.parametrize("kind", KINDS)
def test_the_renderer_is_the_right_one_and_draws(result_layers, kind):
    """A style that fell back to the default, or draws nothing, is seen here."""
    layer = result_layers[kind]
    apply_style(layer, kind)
    assert type(layer.renderer()) is RENDERERS[kind]
    image = picture([layer])
    colours = {image.pixel(x, y) for x in range(0, 400, 4) for y in range(0, 400, 4)}
    assert len(colours) > 2


def test_the_heat_map_is_weighted_by_probability(result_layers):
    """Otherwise it would show where the cells are, not where the camera was."""
    apply_style(result_layers[HEAT], HEAT)
    assert result_layers[HEAT].renderer().weightExpression() == "weight"


def test_every_cell_and_region_has_a_class(result_layers):
    """No feature remains invisible."""
    for kind in (CELLS, REGIONS):
        layer = result_layers[kind]
        apply_style(layer, kind)
        renderer = layer.renderer()
        if kind == CELLS:
            drawn = [renderer.rangeForValue(feature["share"]) for feature in layer.getFeatures()]
            assert all(drawn)
        else:
            shares = {float(category.value()) for category in renderer.categories()}
            assert shares == {feature["share"] for feature in layer.getFeatures()}


def test_candidates_are_numbered_with_a_halo(result_layers):
    """Readable on dark imagery: every number is drawn, with a buffer."""
    layer = result_layers[CANDIDATES]
    apply_style(layer, CANDIDATES)
    settings = layer.labeling().settings()
    assert layer.labelsEnabled()
    assert settings.fieldName == "rank"
    assert settings.displayAll
    assert settings.format().buffer().enabled()


def test_the_best_candidate_stands_out(result_layers):
    """Its disc is amber; the others are not."""
    layer = result_layers[CANDIDATES]
    apply_style(layer, CANDIDATES)
    image = picture([layer])
    amber = QColor(255, 176, 0).rgb()
    pixels = [image.pixel(x, y) for x in range(185, 216) for y in range(185, 216)]
    assert pixels.count(amber) > 20
    outside = [image.pixel(x, y) for x in range(230, 400) for y in range(400)]
    assert amber not in outside


@pytest.mark.parametrize("kind", KINDS)
def test_fields_have_their_aliases(result_layers, kind):
    """As the attribute table shows them."""
    layer = result_layers[kind]
    apply_style(layer, kind)
    for position, field in enumerate(layer.fields()):
        assert layer.attributeAlias(position) == alias(kind, field.name())


@pytest.mark.parametrize("kind", KINDS)
def test_map_tips_and_display_names_can_be_evaluated(result_layers, kind):
    """No placeholder of the template is left over, no expression fails."""
    layer = result_layers[kind]
    apply_style(layer, kind)
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    feature = next(layer.getFeatures())
    context.setFeature(feature)
    text = QgsExpression.replaceExpressionText(map_tip(kind), context)
    assert "[%" not in text
    if kind == CANDIDATES:
        assert "57.0 %" in text.replace("&nbsp;", " ")
        assert 'src="file:///photos/IMG 0042.jpg"' in text
    if kind not in (HEAT, CELLS):
        expression = QgsExpression(layer.displayExpression())
        assert expression.evaluate(context)
        assert not expression.hasEvalError()


def test_the_style_travels_in_the_geopackage(results_file):
    """Opened without Skymatch, the file still looks as it should."""
    open_results(results_file)
    for kind in KINDS:
        layer = QgsVectorLayer(f"{results_file}|layername={kind}", kind, "ogr")
        assert type(layer.renderer()) is RENDERERS[kind]
        if kind == CANDIDATES:
            assert layer.attributeAlias(layer.fields().indexOf("rank")) == "Rank"


def test_a_missing_style_is_a_sentence(result_layers, monkeypatch, tmp_path):
    """Not a traceback, not a silent default."""
    monkeypatch.setattr(styles, "STYLES", tmp_path)
    with pytest.raises(SkymatchError, match="Install Skymatch again"):
        apply_style(result_layers[HEAT], HEAT)


def test_styles_name_no_files():
    """A path of the developer's machine would be a leak and a dead link."""
    for kind in KINDS:
        text = (styles.STYLES / f"{kind}.qml").read_text(encoding="utf-8")
        assert "/work" not in text and "/tmp" not in text
