"""Where the dock keeps files."""

from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProject

from plugin.gui.places import file_name, folder_of, free_results_file, index_file


def test_an_unsaved_project_uses_the_profile(qgis_app):
    """There is no folder beside it."""
    folder = folder_of(QgsProject())
    assert folder.parent == Path(QgsApplication.qgisSettingsDirPath())


def test_results_are_never_replaced(qgis_app, tmp_path):
    """The next free number is taken."""
    project = QgsProject()
    project.setFileName(str(tmp_path / "case.qgz"))
    first = free_results_file(project, Path("/p/IMG 1.jpg"))
    assert first == tmp_path / "case_skymatch" / "photos" / "IMG_1.gpkg"
    first.parent.mkdir(parents=True)
    first.touch()
    assert free_results_file(project, Path("/p/IMG 1.jpg")).name == "IMG_1-2.gpkg"
    assert index_file(project, "IMG 1") != first


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ortho 2024 (RGB)", "Ortho_2024_(RGB)"),
        ("a/b\\c:d*e?f\"g<h>i|j'k", "a_b_c_d_e_f_g_h_i_j_k"),
        ("../..", "unnamed"),
        ("Straße ü", "Straße_ü"),
        ("", "unnamed"),
    ],
)
def test_names_become_file_names(text, name):
    """On every system, and never a path."""
    assert file_name(text) == name
