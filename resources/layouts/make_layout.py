"""Writes the template of the printed report beside this file.

Run with QGIS 3.22, the oldest supported version, so that every later one reads the result:

    QT_QPA_PLATFORM=offscreen python3 -m resources.layouts.make_layout
"""

import sys
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutObject,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
    QgsProperty,
    QgsReadWriteContext,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont

from plugin.layers.print_layout import CHIP_ID, MAP_ID
from plugin.layers.styles import FONT_FAMILY

TEMPLATE = Path(__file__).with_name("candidates.qpt")
MARGIN_MM, WIDTH_MM = 10.0, 277.0
TOP_MM, PICTURES_MM, LEFT_MM = 24.0, 88.0, 165.0
RIGHT_MM = WIDTH_MM - LEFT_MM - 6.0
NORTH = "arrows/NorthArrow_02.svg"  # one of those that come with QGIS
PHOTO = (
    'CASE WHEN file_exists("path") THEN "path" '
    "WHEN file_exists(@project_folder || '/' || \"path\") "
    "THEN @project_folder || '/' || \"path\" "
    "WHEN file_exists(@project_folder || '/' || \"photo\") "
    "THEN @project_folder || '/' || \"photo\" ELSE '' END"
)


def report(layout: QgsPrintLayout) -> None:
    """A4 landscape: map on the left; photo, chip and facts on the right; evidence below."""
    right = MARGIN_MM + LEFT_MM + 6.0
    _label(layout, "title", MARGIN_MM, MARGIN_MM, WIDTH_MM, 10.0, 17.0, True)
    _map(layout, MAP_ID, MARGIN_MM, TOP_MM, LEFT_MM, 142.0)
    _label(layout, "photo_title", right, TOP_MM, RIGHT_MM, 5.0, 8.0, True)
    picture = QgsLayoutItemPicture(layout)
    picture.setId("photo")
    picture.setResizeMode(QgsLayoutItemPicture.ResizeMode.Zoom)
    picture.dataDefinedProperties().setProperty(
        QgsLayoutObject.DataDefinedProperty.PictureSource, QgsProperty.fromExpression(PHOTO)
    )
    _place(layout, picture, right, TOP_MM + 5.0, RIGHT_MM, 62.0)
    _label(layout, "chip_title", right, TOP_MM + 70.0, 60.0, 5.0, 8.0, True)
    chip = _map(layout, CHIP_ID, right, TOP_MM + 75.0, 58.0, 67.0)
    # The true heading: what the convergence turns is too little to be seen on paper.
    chip.dataDefinedProperties().setProperty(
        QgsLayoutObject.DataDefinedProperty.MapRotation, QgsProperty.fromExpression('-"heading"')
    )
    _label(layout, "facts", right + 61.0, TOP_MM + 75.0, RIGHT_MM - 61.0, 67.0, 8.5, False)
    _label(layout, "evidence", MARGIN_MM, TOP_MM + 146.0, LEFT_MM, 24.0, 7.5, False)
    _label(layout, "caution", right, TOP_MM + 146.0, RIGHT_MM, 14.0, 7.5, False)
    _scale_bar(layout, MARGIN_MM + 3.0, TOP_MM + 127.0)
    _north(layout, MAP_ID, MARGIN_MM + LEFT_MM - 17.0, TOP_MM + 3.0, 14.0)
    _north(layout, CHIP_ID, right + 48.0, TOP_MM + 77.0, 8.0)


def _map(
    layout: QgsPrintLayout, name: str, x: float, y: float, width: float, height: float
) -> QgsLayoutItemMap:
    item = QgsLayoutItemMap(layout)
    item.setId(name)
    item.setFrameEnabled(True)
    item.setFrameStrokeColor(QColor(16, 24, 32))
    _place(layout, item, x, y, width, height)
    return item


def _north(layout: QgsPrintLayout, name: str, x: float, y: float, side: float) -> None:
    """An arrow that turns with its map, in white with a dark edge."""
    arrow = QgsLayoutItemPicture(layout)
    arrow.setId(f"north {name}")
    arrow.setPicturePath(NORTH)
    arrow.setSvgFillColor(QColor("white"))
    arrow.setSvgStrokeColor(QColor(16, 24, 32))
    arrow.setSvgStrokeWidth(0.6)
    arrow.setLinkedMap(layout.itemById(name))
    arrow.setNorthMode(QgsLayoutItemPicture.NorthMode.TrueNorth)
    _place(layout, arrow, x, y, side, side)


def _scale_bar(layout: QgsPrintLayout, x: float, y: float) -> None:
    bar = QgsLayoutItemScaleBar(layout)
    bar.setId("scale")
    bar.setStyle("Line Ticks Up")
    bar.setLinkedMap(layout.itemById(MAP_ID))
    bar.setUnits(QgsUnitTypes.DistanceUnit.DistanceMeters)
    bar.setUnitLabel("m")
    bar.setUnitsPerSegment(20.0)
    bar.setNumberOfSegments(2)
    bar.setNumberOfSegmentsLeft(0)
    text = bar.textFormat()
    text.setFont(QFont(FONT_FAMILY))
    text.setSize(8.0)
    bar.setTextFormat(text)
    bar.setBackgroundEnabled(True)
    bar.setBackgroundColor(QColor(255, 255, 255, 210))
    _place(layout, bar, x, y, 60.0, 12.0)


def _label(
    layout: QgsPrintLayout,
    name: str,
    x: float,
    y: float,
    width: float,
    height: float,
    size_pt: float,
    bold: bool,
) -> None:
    label = QgsLayoutItemLabel(layout)
    label.setId(name)
    label.setText(name)
    font = QFont(FONT_FAMILY)
    font.setPointSizeF(size_pt)
    font.setBold(bold)
    label.setFont(font)
    label.setHAlign(Qt.AlignmentFlag.AlignLeft)
    label.setVAlign(Qt.AlignmentFlag.AlignTop)
    _place(layout, label, x, y, width, height)


def _place(
    layout: QgsPrintLayout, item: QgsLayoutItem, x: float, y: float, width: float, height: float
) -> None:
    mm = QgsUnitTypes.LayoutUnit.LayoutMillimeters
    layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(x, y, mm))
    item.attemptResize(QgsLayoutSize(width, height, mm))


def main() -> int:
    """Write the template; 1 if it could not be written."""
    layout = QgsPrintLayout(QgsProject.instance())
    layout.initializeDefaults()
    layout.setName("Skymatch")
    report(layout)
    return 0 if layout.saveAsTemplate(str(TEMPLATE), QgsReadWriteContext()) else 1


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    STATUS = main()
    application.exitQgis()
    sys.exit(STATUS)
