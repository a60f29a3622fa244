"""Styles load, draw what they should, and explain themselves."""

import base64
import itertools
import re

import numpy as np
import pytest
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsGraduatedSymbolRenderer,
    QgsHeatmapRenderer,
    QgsLayerTreeLayer,
    QgsMapLayerLegend,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QImage

from plugin.engine.errors import SkymatchError
from plugin.layers import styles
from plugin.layers.groups import open_results
from plugin.layers.print_layout import TEMPLATE
from plugin.layers.styles import FONT_FAMILY, STYLES, apply_style, map_tip
from plugin.layers.tables import CANDIDATES, CELLS, HEAT, KINDS, REGIONS, WEDGES, alias
from tests.layers.conftest import memory_layer
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
        assert "<img" not in text  # the made-up photo does not exist
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


PLANES = {
    # Machado, Oliveira and Fernandes (2009), severity 1.0, for linear RGB.
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "normal": np.eye(3).tolist(),
}


def lab(rgb, sight):
    """CIE Lab of sRGB colours (…, 3) in 0..255 as somebody with that sight sees them."""
    part = np.asarray(rgb, float) / 255.0
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    linear = np.clip(linear @ np.asarray(PLANES[sight]).T, 0.0, 1.0)
    to_xyz = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    xyz = linear @ np.asarray(to_xyz).T / [0.9505, 1.0, 1.089]
    root = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    x, y, z = root[..., 0], root[..., 1], root[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], -1)


def reviewed_marks(layer, status):
    """RGB values that a candidate of this status paints in the rendering, number included."""
    layer.startEditing()
    for feature in layer.getFeatures():
        where = layer.fields().indexOf("status")
        layer.changeAttributeValue(feature.id(), where, status if feature["rank"] == 1 else "")
    layer.commitChanges()
    image = picture([layer])
    return np.array(
        [QColor(image.pixel(x, y)).getRgb()[:3] for y in range(184, 217) for x in range(184, 217)]
    )


@pytest.mark.parametrize("sight", sorted(PLANES))
def test_reviews_look_different_to_every_eye(qgis_app, sight):
    """Pixel by pixel, a quarter of the mark or more differs clearly between any two statuses."""
    layer = memory_layer(CANDIDATES)
    apply_style(layer, CANDIDATES)
    seen = {
        status: lab(reviewed_marks(layer, status), sight)
        for status in ("", "accepted", "maybe", "rejected")
    }
    for one, other in itertools.combinations(seen, 2):
        difference = np.linalg.norm(seen[one] - seen[other], axis=-1)
        painted = (seen[one][:, 0] > 3) | (seen[other][:, 0] > 3)
        assert (difference > 20.0).sum() > 0.25 * painted.sum(), (one, other)


def test_a_review_changes_the_shape_too(qgis_app):
    """Corners of a square, tips of a diamond: no colour is needed to tell them apart."""
    layer = memory_layer(CANDIDATES)
    apply_style(layer, CANDIDATES)
    outlines = {
        status: tuple(reviewed_marks(layer, status).max(axis=1) > 60)
        for status in ("", "accepted", "maybe", "rejected")
    }
    assert len(set(outlines.values())) == 4


def test_every_layer_has_a_legend(result_layers):
    """Also the heat map, which QGIS draws none for before 3.38."""
    for kind, layer in result_layers.items():
        apply_style(layer, kind)
        legend = QgsMapLayerLegend.defaultVectorLegend(layer)
        nodes = legend.createLayerTreeModelLegendNodes(QgsLayerTreeLayer(layer))
        assert nodes
    picture_of_heat = result_layers[HEAT].legendPlaceholderImage()
    assert picture_of_heat.startswith("base64:")
    assert not QImage.fromData(base64.b64decode(picture_of_heat[7:])).isNull()


def test_styles_name_no_files():
    """A path of the developer's machine would be a leak and a dead link."""
    for kind in KINDS:
        text = (styles.STYLES / f"{kind}.qml").read_text(encoding="utf-8")
        assert "/work" not in text and "/tmp" not in text


def test_the_form_of_a_candidate_lets_only_the_review_be_written(result_layers):
    """Three tabs that show every field but the row number; found values are read only."""
    layer = result_layers[CANDIDATES]
    apply_style(layer, CANDIDATES)
    config, fields = layer.editFormConfig(), layer.fields()
    shown = [
        [element.name() for element in tab.children()]
        for tab in config.invisibleRootContainer().children()
    ]
    assert [len(tab) > 0 for tab in shown] == [True, True, True]
    assert sorted(sum(shown, [])) == sorted(f.name() for f in fields if f.name() != "fid")
    writable = {f.name() for n, f in enumerate(fields) if not config.readOnly(n)} - {"fid"}
    assert writable == {"status", "reason", "note"} == set(shown[1])
    setup = layer.editorWidgetSetup(fields.indexOf("status"))
    values = [value for entry in setup.config()["map"] for value in entry.values()]
    assert setup.type() == "ValueMap" and values == ["", "accepted", "maybe", "rejected"]


@pytest.mark.parametrize("file", [*STYLES.glob("*.qml"), TEMPLATE], ids=lambda file: file.name)
def test_no_style_makes_qgis_fetch_a_font(file):
    """QGIS 3.28 and later download fonts that they miss and know, such as Open Sans."""
    text = file.read_text(encoding="utf-8")
    named = re.findall(r'(?:fontFamily|LabelFont[^>]*description)="([^",]+)', text)
    assert set(named) <= {FONT_FAMILY}, named
    assert "Open Sans" not in text
    assert named or file.name not in ("candidates.qml", TEMPLATE.name)
