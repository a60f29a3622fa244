"""Writes the QML styles of the result layers beside this file.

Run with QGIS 3.22, the oldest supported version, so that every later one reads the result:

    QT_QPA_PLATFORM=offscreen python3 -m resources.styles.make_styles
"""

import sys
from pathlib import Path
from typing import Callable, Dict, NamedTuple, Sequence, Tuple

from qgis.core import (
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsGeometryGeneratorSymbolLayer,
    QgsGradientColorRamp,
    QgsGradientStop,
    QgsGraduatedSymbolRenderer,
    QgsHeatmapRenderer,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRendererCategory,
    QgsRendererRange,
    QgsRuleBasedRenderer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QColor, QFont

from plugin.layers.results import GRADES
from plugin.layers.styles import FONT_FAMILY
from plugin.layers.tables import CANDIDATES, CELLS, HEAT, REGIONS, TABLES, WEDGES, fields_of

HERE = Path(__file__).parent

AMBER = "255,176,0"
INK = "16,24,32"
SLATE = "30,58,82"
WHITE = "255,255,255"
VIRIDIS = ("68,1,84", "59,82,139", "33,145,140", "94,201,98", "253,231,37")
# Share, label, width and opacity of the line, opacity of the filling.
REGION_LOOK = (
    (0.5, "50 %", 0.6, 255, 46),
    (0.8, "80 %", 0.35, 210, 32),
    (0.95, "95 %", 0.2, 120, 24),
)
REGION_BLUE = "0,229,255"
# Squares of the search grid become areas with soft corners; what touches at a corner holds
# together. In metres, because results are in a metric CRS.
REGION_SHAPE = "smooth(buffer($geometry, 0.4, 2), 2)"
NOTHING = "0,0,0,0"
HEAT_RADIUS_M = 6.0

# Hues of Okabe and Ito (2008), chosen for readers who see red and green alike; every review has a
# shape of its own too.
SKY = "86,180,233"
ROSE = "230,159,200"


class ReviewLook(NamedTuple):
    """How candidates of one review status are drawn."""

    label: str
    filter: str
    shape: str
    size_mm: float
    fill: str
    rim: str
    crossed: bool = False
    opacity: float = 1.0


_OPEN = "coalesce(\"status\", '') NOT IN ('accepted', 'maybe', 'rejected')"
REVIEW_LOOK = (
    ReviewLook("Best candidate", f'"rank" = 1 AND {_OPEN}', "circle", 5.2, AMBER, INK),
    ReviewLook("Other candidates", f'"rank" > 1 AND {_OPEN}', "circle", 4.4, SLATE, WHITE),
    ReviewLook("Accepted", "\"status\" = 'accepted'", "square", 5.2, SKY, WHITE),
    ReviewLook("Maybe", "\"status\" = 'maybe'", "diamond", 6.4, ROSE, INK),
    ReviewLook(
        "Rejected", "\"status\" = 'rejected'", "circle", 4.0, SLATE, WHITE, True, opacity=0.6
    ),
)


def candidates(layer: QgsVectorLayer) -> None:
    """Numbered marks whose shape tells the review and whose colour repeats it.

    Not reviewed: discs, the best one larger and amber. The numbers carry a halo.
    """
    root = QgsRuleBasedRenderer.Rule(None)
    for look in REVIEW_LOOK:
        symbol = _mark(look.shape, look.size_mm, look.fill, look.rim)
        if look.crossed:
            symbol.appendSymbolLayer(_cross(look.size_mm).takeSymbolLayer(0))
        symbol.setOpacity(look.opacity)
        root.appendChild(QgsRuleBasedRenderer.Rule(symbol, 0, 0, look.filter, look.label))
    renderer = QgsRuleBasedRenderer(root)
    _best_on_top(renderer)
    layer.setRenderer(renderer)

    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.5)
    halo.setColor(_colour(SLATE))
    text = QgsTextFormat()
    font = QFont(FONT_FAMILY)
    font.setBold(True)
    text.setFont(font)
    text.setSize(9)
    text.setColor(_colour(WHITE))
    text.setBuffer(halo)
    labels = QgsPalLayerSettings()
    labels.fieldName = "rank"
    labels.placement = QgsPalLayerSettings.OverPoint
    labels.quadOffset = QgsPalLayerSettings.QuadrantOver
    labels.displayAll = True
    labels.obstacle = False
    labels.priority = 10
    labels.setFormat(text)
    of_rank = (
        "CASE WHEN \"status\" = 'rejected' THEN '{1}' "
        "WHEN \"rank\" = 1 OR \"status\" IN ('accepted', 'maybe') THEN '{0}' ELSE '{1}' END"
    )
    fill = (
        "CASE WHEN \"status\" = 'accepted' THEN '{}' WHEN \"status\" = 'maybe' THEN '{}' "
        "WHEN \"rank\" = 1 AND coalesce(\"status\", '') = '' THEN '{}' ELSE '{}' END"
    )
    data = labels.dataDefinedProperties()
    for key, expression in (
        (QgsPalLayerSettings.Color, of_rank.format(INK, WHITE)),
        (QgsPalLayerSettings.BufferColor, fill.format(SKY, ROSE, AMBER, SLATE)),
        (QgsPalLayerSettings.Size, of_rank.format("10.5", "9")),
    ):
        data.setProperty(key, QgsProperty.fromExpression(expression))
    data.setProperty(QgsPalLayerSettings.ZIndex, QgsProperty.fromExpression('1000 - "rank"'))
    labels.setDataDefinedProperties(data)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(labels))
    layer.setLabelsEnabled(True)


def wedges(layer: QgsVectorLayer) -> None:
    """Translucent sectors, the best one amber."""
    best = _area(f"{AMBER},120", f"{AMBER},255", 0.5)
    other = _area(f"{WHITE},55", f"{WHITE},200", 0.3)
    root = QgsRuleBasedRenderer.Rule(None)
    root.appendChild(QgsRuleBasedRenderer.Rule(best, 0, 0, '"rank" = 1', "Best view"))
    root.appendChild(QgsRuleBasedRenderer.Rule(other, 0, 0, '"rank" > 1', "Other views"))
    renderer = QgsRuleBasedRenderer(root)
    _best_on_top(renderer)
    layer.setRenderer(renderer)


def regions(layer: QgsVectorLayer) -> None:
    """Nested areas, each a little darker, the smaller the region the stronger its line."""
    categories = []
    for share, label, width_mm, line, fill in REGION_LOOK:
        shape = QgsGeometryGeneratorSymbolLayer.create({"geometryModifier": REGION_SHAPE})
        shape.setSymbolType(QgsSymbol.Fill)
        shape.setSubSymbol(_region(width_mm, line, fill))
        symbol = _region(width_mm, line, 0)
        for number in range(symbol.symbolLayerCount()):
            only_legend = QgsProperty.fromExpression("$geometry IS NULL")  # which knows no features
            data = symbol.symbolLayer(number).dataDefinedProperties()
            data.setProperty(QgsSymbolLayer.PropertyLayerEnabled, only_legend)
            symbol.symbolLayer(number).setDataDefinedProperties(data)
        symbol.insertSymbolLayer(0, shape)
        categories.append(QgsRendererCategory(share, symbol, label))
    layer.setRenderer(QgsCategorizedSymbolRenderer("share", categories))


def _region(width_mm: float, line: int, fill: int) -> QgsFillSymbol:
    """A coloured area whose line has a dark edge."""
    area = _area(f"{REGION_BLUE},{fill}", f"{INK},{line // 2}", width_mm + 0.3)
    edge = _area(NOTHING, f"{REGION_BLUE},{line}", width_mm)
    area.appendSymbolLayer(edge.takeSymbolLayer(0))
    return area


def cells(layer: QgsVectorLayer) -> None:
    """Viridis by the share of the best probability; the worse a cell, the fainter."""
    limits = (0.0, *GRADES, 1.0)
    ranges = []
    for grade, (low, high) in enumerate(zip(limits, limits[1:])):
        symbol = _area(f"{VIRIDIS[grade]},{70 + 38 * grade}", NOTHING, 0.0)
        label = f"{100 * low:g}–{100 * high:g} % of the best"
        ranges.append(QgsRendererRange(low, high, symbol, label))
    layer.setRenderer(QgsGraduatedSymbolRenderer("share", ranges))


def heat(layer: QgsVectorLayer) -> None:
    """Heat map of probability on the ground, transparent where there is none."""
    renderer = QgsHeatmapRenderer()
    renderer.setWeightExpression("weight")
    renderer.setRadius(HEAT_RADIUS_M)
    renderer.setRadiusUnit(QgsUnitTypes.RenderMetersInMapUnits)
    renderer.setRenderQuality(2)
    stops = [
        QgsGradientStop(0.01, _colour("101,21,110,70")),
        QgsGradientStop(0.08, _colour("135,33,107,140")),
        QgsGradientStop(0.30, _colour("188,55,84,165")),
        QgsGradientStop(0.65, _colour("249,142,9,190")),
    ]
    ramp = QgsGradientColorRamp(_colour("20,11,52,0"), _colour("252,255,164,215"), False, stops)
    renderer.setColorRamp(ramp)
    layer.setRenderer(renderer)


STYLES: Dict[str, Callable[[QgsVectorLayer], None]] = {
    CANDIDATES: candidates,
    WEDGES: wedges,
    REGIONS: regions,
    CELLS: cells,
    HEAT: heat,
}


def main() -> int:
    """Write all styles; 1 if one could not be written."""
    for kind, paint in STYLES.items():
        geometry = QgsWkbTypes.displayString(TABLES[kind].geometry)
        layer = QgsVectorLayer(f"{geometry}?crs=EPSG:32632", kind, "memory")
        layer.dataProvider().addAttributes(fields_of(kind).toList())
        layer.updateFields()
        paint(layer)
        message, written = layer.saveNamedStyle(str(HERE / f"{kind}.qml"), _categories())
        if not written:
            print(message)
            return 1
    return 0


def _categories() -> "QgsMapLayer.StyleCategories":
    return QgsMapLayer.Symbology | QgsMapLayer.Labeling | QgsMapLayer.Rendering


def _mark(shape: str, size_mm: float, fill: str, rim: str) -> QgsMarkerSymbol:
    """A shape with a rim and a thin contrasting line around it, seen on light and dark ground."""
    around = {WHITE: INK, INK: WHITE}[rim]
    outer = QgsMarkerSymbol.createSimple(
        {
            "name": shape,
            "size": str(size_mm + 1.2),
            "color": f"{rim},255",
            "outline_color": f"{around},160",
            "outline_width": "0.3",
        }
    )
    inner = QgsMarkerSymbol.createSimple(
        {
            "name": shape,
            "size": str(size_mm),
            "color": f"{fill},255",
            "outline_style": "no",
        }
    )
    outer.appendSymbolLayer(inner.takeSymbolLayer(0))
    return outer


def _cross(size_mm: float) -> QgsMarkerSymbol:
    """Strikes a mark out, reaching beyond it so that its number stays readable."""
    return QgsMarkerSymbol.createSimple(
        {
            "name": "cross2",
            "size": str(size_mm + 1.6),
            "outline_color": f"{WHITE},255",
            "outline_width": "0.5",
        }
    )


def _area(fill: str, line: str, width_mm: float) -> QgsFillSymbol:
    properties = {
        "color": fill,
        "outline_color": line,
        "outline_width": str(width_mm),
        "outline_style": "solid" if width_mm else "no",
        "joinstyle": "round",
    }
    if fill == NOTHING:
        properties["style"] = "no"
    return QgsFillSymbol.createSimple(properties)


def _best_on_top(renderer: QgsRuleBasedRenderer) -> None:
    by_rank = QgsFeatureRequest.OrderByClause('"rank"', False)
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([by_rank]))
    renderer.setOrderByEnabled(True)


def _colour(rgba: str) -> QColor:
    return QColor(*_numbers(rgba))


def _numbers(rgba: str) -> Sequence[int]:
    found: Tuple[int, ...] = tuple(int(part) for part in rgba.split(","))
    return found


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    STATUS = main()
    application.exitQgis()
    sys.exit(STATUS)
