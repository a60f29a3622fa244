"""Names for what has no words of its own, so that screen readers can say what it is."""

from qgis.gui import QgsCollapsibleGroupBox, QgsFileWidget
from qgis.PyQt.QtWidgets import QToolButton

from ..layers.language import tr


def name_file_field(field: QgsFileWidget, name: str) -> None:
    """Name the parts of a file field: its text, and the button with three dots."""
    field.setAccessibleName(name)
    field.lineEdit().setAccessibleName(name)
    for button in field.findChildren(QToolButton):
        if button.parent() is field:
            button.setToolTip(button.toolTip() or tr("Browse"))
            button.setAccessibleName(f"{button.toolTip()}: {name}")


def name_fold_button(group: QgsCollapsibleGroupBox) -> None:
    """Name the small arrow of a group that folds."""
    for button in group.findChildren(QToolButton, "collapseButton"):
        button.setAccessibleName(group.title())
        button.setToolTip(tr("Fold or unfold"))
