"""Which indexed territory `skymatch:locatephoto` searches, and where on it the camera may be."""

from pathlib import Path
from typing import TYPE_CHECKING, List, Optional, Sequence

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProject,
)

from ..engine.errors import SkymatchError
from ..layers.language import tr
from . import locate_inputs as names
from .common import Parameters, index_path
from .locate_area import area_of, features_around

if TYPE_CHECKING:
    from ..engine.pack import ModelPack
    from ..engine.pieces import Territory
    from ..engine.priors import PositionPrior
    from ..index.info import IndexInfo
    from ..index.pieces import StoredCodes


def index_files(
    algorithm: QgsProcessingAlgorithm,
    parameters: Parameters,
    context: QgsProcessingContext,
    project: Optional[QgsProject],
) -> List[Path]:
    """The index and the further ones, each once. Main thread: they may be attached."""
    first = algorithm.parameterAsString(parameters, names.INDEX, context)
    more = algorithm.parameterAsFileList(parameters, names.MORE_INDEXES, context)
    given = [part.strip() for text in more for part in text.split(";")]
    files = [index_path(text, project) for text in [first, *filter(None, given)]]
    return list({file.resolve(): file for file in files}.values())


def open_indexes(files: Sequence[Path], pack: "ModelPack") -> "List[StoredCodes]":
    """Open indexes for reading in pieces.

    Raises:
        SkymatchError: one is absent, damaged, or of another model.
    """
    from ..index.pieces import StoredCodes

    stored = [StoredCodes(file) for file in files]
    for codes in stored:
        refuse_other_model(codes.info, pack, codes.path.name if len(stored) > 1 else "")
    return stored


def territories_of(
    algorithm: QgsProcessingAlgorithm,
    parameters: Parameters,
    context: QgsProcessingContext,
    indexes: "Sequence[StoredCodes]",
) -> "List[Territory]":
    """What is searched: every index with the priors that the parameters set on it.

    Raises:
        SkymatchError: a layer cannot be read, or holds nothing that could be used.
    """
    from ..engine.pieces import Territory

    layers = [
        _source(algorithm, parameters, context, name)
        for name in (names.AREA, names.EXCLUDE, names.NEAR)
    ]
    distance_m = algorithm.parameterAsDouble(parameters, names.NEAR_DISTANCE, context)
    territories = [
        Territory(codes, codes.path.name, _prior(layers, distance_m, codes, context))
        for codes in indexes
    ]
    near = layers[2]
    nearby = [territory.prior.near for territory in territories if territory.prior.near is not None]
    if near is not None and all(features.features.is_empty for features in nearby):
        raise SkymatchError(
            tr(
                "The layer {} holds no feature on the indexed imagery. Choose another layer of "
                "features that the camera was near, or none."
            ).format(near.sourceName())
        )
    return territories


def refuse_other_model(info: "IndexInfo", pack: "ModelPack", name: str = "") -> None:
    """Codes of different models cannot be compared."""
    if info.model_sha256 != pack.sha256:
        which = tr("The index {}").format(name) if name else tr("This index")
        raise SkymatchError(
            tr(
                "{} was made by the model {} {} ({}), but the photo would be read by {} {} ({}). "
                "Choose the model of the index, or build the index again with this one."
            ).format(
                which,
                info.model_name,
                info.model_version,
                info.model_sha256[:8],
                pack.name,
                pack.version,
                pack.sha256[:8],
            )
        )


def _prior(
    layers: Sequence[Optional[QgsProcessingFeatureSource]],
    distance_m: float,
    codes: "StoredCodes",
    context: QgsProcessingContext,
) -> "PositionPrior":
    from ..engine.priors import FAR_IN_SCALES, NearFeatures, PositionPrior

    include, exclude, near = layers
    crs = codes.grid.crs
    features = None
    if near is not None:
        around = features_around(near, codes.grid, FAR_IN_SCALES * distance_m, context)
        features = NearFeatures(around, distance_m)
    return PositionPrior(
        include=None if include is None else area_of(include, crs, context),
        exclude=None if exclude is None else area_of(exclude, crs, context),
        near=features,
    )


def _source(
    algorithm: QgsProcessingAlgorithm,
    parameters: Parameters,
    context: QgsProcessingContext,
    name: str,
) -> Optional[QgsProcessingFeatureSource]:
    """A layer that may be left out."""
    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None and parameters.get(name):
        title = algorithm.parameterDefinition(name).description()
        raise SkymatchError(
            tr("The layer for “{}” cannot be read. Choose another one, or none.").format(title)
        )
    return source
