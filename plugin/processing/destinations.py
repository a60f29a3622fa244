"""Outputs that cannot be written, refused before the work is done and not after it."""

import os
from pathlib import Path
from typing import Any, Mapping, Optional

from qgis.core import (
    QgsDataSourceUri,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProperty,
)

from ..engine.errors import SkymatchError
from ..layers.language import tr


def refuse_unwritable(
    algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, Any], context: QgsProcessingContext
) -> None:
    """Raise SkymatchError for an output whose file or folder may not be written to.

    What the system does not tell beforehand, as Windows for folders, shows when it is written.
    """
    for definition in algorithm.destinationParameterDefinitions():
        file = _file_of(parameters.get(definition.name()), context)
        if file is None:
            continue
        if "\0" in str(file):
            raise SkymatchError(
                tr("{} cannot be written: no file can be called so. Choose another name.").format(
                    definition.description()
                )
            )
        # os.path and not Path, which refuses names that are too long for the system.
        place = next((p for p in (file, *file.parents) if os.path.exists(p)), None)
        if file.is_absolute() and place is not None and not os.access(place, os.W_OK):
            raise SkymatchError(
                tr(
                    "{} cannot be written: {} is read-only. Choose another place for this output."
                ).format(definition.description(), place)
            )


def _file_of(value: Any, context: QgsProcessingContext) -> Optional[Path]:
    """Where an output goes, None for what QGIS chooses itself.

    Layers in memory and in databases come back as a relative path, which is let pass.
    """
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink
    if isinstance(value, QgsProperty):
        value = value.valueAsString(context.expressionContext())[0]
    if not isinstance(value, str) or value == QgsProcessing.TEMPORARY_OUTPUT:
        return None
    if value.startswith("ogr:"):
        value = QgsDataSourceUri(value[len("ogr:") :]).database()
    return Path(value.split("|")[0])
