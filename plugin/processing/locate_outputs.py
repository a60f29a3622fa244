"""What `skymatch:locatephoto` gives back: layers and numbers."""

from typing import Tuple, Type

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingOutputDefinition,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
)

from ..layers.language import tr


def declare(algorithm: QgsProcessingAlgorithm) -> None:
    """Add all of it to the algorithm."""
    _declare_layers(algorithm)
    _declare_numbers(algorithm)


def add_parameter(
    algorithm: QgsProcessingAlgorithm,
    parameter: QgsProcessingParameterDefinition,
    text: str,
    advanced: bool = False,
) -> None:
    """Add a parameter with its help; a rare one goes under Advanced."""
    parameter.setHelp(text)
    if advanced:
        flag = QgsProcessingParameterDefinition.Flag.FlagAdvanced
        parameter.setFlags(parameter.flags() | flag)
    algorithm.addParameter(parameter)


def add_outputs(
    algorithm: QgsProcessingAlgorithm,
    kind: Type[QgsProcessingOutputDefinition],
    *outputs: Tuple[str, str],
) -> None:
    """Declare outputs of one kind: pairs of name and title."""
    for name, title in outputs:
        algorithm.addOutput(kind(name, title))


def _declare_layers(algorithm: QgsProcessingAlgorithm) -> None:
    point = QgsProcessing.SourceType.TypeVectorPoint
    polygon = QgsProcessing.SourceType.TypeVectorPolygon
    for name, title, source_type, text in (
        (
            "CANDIDATES",
            tr("Candidates"),
            point,
            tr("Ranked positions with probability, heading, coordinates and provenance."),
        ),
        ("WEDGES", tr("View wedges"), polygon, tr("What the camera sees from each candidate.")),
        (
            "CELLS",
            tr("Score cells"),
            polygon,
            tr("The most probable positions (3000 at most), graded by their share of the best."),
        ),
        ("HEAT", tr("Heat"), point, tr("Positions weighted by probability, for a heat map.")),
        (
            "REGIONS",
            tr("Confidence regions"),
            polygon,
            tr("The smallest areas that hold 50, 80 and 95 % of the probability."),
        ),
    ):
        sink = QgsProcessingParameterFeatureSink(name, title, source_type, optional=True)
        sink.setCreateByDefault(True)
        add_parameter(algorithm, sink, text)


def _declare_numbers(algorithm: QgsProcessingAlgorithm) -> None:
    add_outputs(
        algorithm,
        QgsProcessingOutputNumber,
        ("BEST_LON", tr("Longitude of the best candidate (WGS 84)")),
        ("BEST_LAT", tr("Latitude of the best candidate (WGS 84)")),
        ("BEST_HEADING", tr("Heading of the best candidate (° true)")),
        ("BEST_PROBABILITY", tr("Probability of the best candidate")),
        ("NOT_HERE_PROBABILITY", tr("Probability that the photo was not taken in this imagery")),
        (
            "DIRECTION_PROBABILITY",
            tr("Probability that the best candidate's heading is not the opposite one"),
        ),
        ("USABILITY", tr("Usability of the photo (0 to 1)")),
        ("SECONDS", tr("Seconds taken")),
        ("FIVE_CLOSEST_LON", tr("Longitude by the rule of the five closest (WGS 84)")),
        ("FIVE_CLOSEST_LAT", tr("Latitude by the rule of the five closest (WGS 84)")),
    )
