"""GeoPackage 1.3 without OGR: the tables QGIS needs, geometry blobs, safe opening.

Source of the layout: OGC 12-128r17, GeoPackage Encoding Standard 1.3, clauses 1.1 and 2.1.
"""

import os
import sqlite3
import struct
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator

from ..engine.errors import SkymatchError
from ..engine.grid import MetricGrid
from ..engine.projection import name_and_wkt
from .info import damaged

APPLICATION_ID = 0x47504B47  # 'GPKG'
USER_VERSION = 10300
SQLITE_MAGIC = b"SQLite format 3\x00"
HEADER_BYTES = 100
WKB_POLYGON = 3
BUSY_TIMEOUT_S = 5.0
BLOCKS = "blocks"
META = "skymatch_meta"

_SCHEMA = """
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE blocks (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POLYGON,
  "row" INTEGER NOT NULL, "col" INTEGER NOT NULL,
  "rows" INTEGER NOT NULL, "cols" INTEGER NOT NULL,
  coverage REAL NOT NULL, missing_tiles INTEGER NOT NULL DEFAULT 0,
  stamp TEXT NOT NULL, checksum TEXT NOT NULL, codes BLOB NOT NULL, covered BLOB NOT NULL,
  UNIQUE ("row", "col"));
CREATE TABLE skymatch_meta (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL);
"""

_UNDEFINED_SRS = [
    ("Undefined Cartesian SRS", -1, "NONE", -1, "undefined"),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined"),
]


def create_tables(connection: sqlite3.Connection, grid: MetricGrid) -> None:
    """Write an empty index layout into a new database; the caller commits."""
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {USER_VERSION}")
    connection.executescript(_SCHEMA)
    srs_id = srs_id_of(grid.crs)
    rows = [*_UNDEFINED_SRS, _srs_row("EPSG:4326", 4326)]
    if srs_id != 4326:
        rows.append(_srs_row(grid.crs, srs_id))
    connection.executemany(
        "INSERT INTO gpkg_spatial_ref_sys (srs_name, srs_id, organization,"
        " organization_coordsys_id, definition) VALUES (?, ?, ?, ?, ?)",
        rows,
    )
    bounds = (grid.west_m, grid.south_m, grid.east_m, grid.north_m)
    connection.executemany(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description,"
        " min_x, min_y, max_x, max_y, srs_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (BLOCKS, "features", BLOCKS, "Skymatch index: imagery covered so far", *bounds, srs_id),
            (META, "attributes", META, "Skymatch index: metadata", None, None, None, None, None),
        ],
    )
    connection.execute(
        "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'POLYGON', ?, 0, 0)",
        (BLOCKS, srs_id),
    )


def srs_id_of(crs: str) -> int:
    """The number of an authority code such as ``EPSG:32632``."""
    authority, _, code = crs.partition(":")
    if authority != "EPSG" or not code.isdigit():
        raise SkymatchError(
            f"'{crs}' is no EPSG code, and an index needs one. Choose a metric CRS such as UTM."
        )
    return int(code)


def footprint_blob(grid: MetricGrid) -> bytes:
    """The outline of a grid as GeoPackage geometry: header with envelope, then WKB."""
    west, south, east, north = grid.west_m, grid.south_m, grid.east_m, grid.north_m
    header = struct.pack("<2sBBi", b"GP", 0, 0b0000_0011, srs_id_of(grid.crs))
    envelope = struct.pack("<4d", west, east, south, north)
    ring = (west, south, east, south, east, north, west, north, west, south)
    return header + envelope + struct.pack("<BIII10d", 1, WKB_POLYGON, 1, 5, *ring)


def refuse_foreign(path: Path) -> None:
    """Raise SkymatchError unless the file is a whole GeoPackage, judged by its header alone."""
    try:
        with path.open("rb") as file:
            header = file.read(HEADER_BYTES)
            # Size last: while another process adds blocks, one read before would be too small.
            unfinished = _unfinished(path)
            size = os.fstat(file.fileno()).st_size
    except FileNotFoundError as error:
        raise SkymatchError(
            f"There is no index at {path}. Choose another file, or make one with Build index."
        ) from error
    except OSError as error:
        raise SkymatchError(
            f"The index {path} cannot be read ({error.strerror or error}). "
            "Check that it is a file and that you may read it."
        ) from error
    if len(header) < HEADER_BYTES or not header.startswith(SQLITE_MAGIC):
        raise SkymatchError(
            f"{path.name} is not a GeoPackage. Choose a .gpkg file made by Build index."
        )
    page_bytes = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    if not unfinished and size < pages * (65536 if page_bytes == 1 else page_bytes):
        raise damaged("the file is cut off")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise SkymatchError(
            f"{path.name} is a database but not a GeoPackage. "
            "Choose a .gpkg file made by Build index."
        )


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A read-only connection, its sqlite errors turned into sentences."""
    refuse_foreign(path)
    connection = None
    try:
        mode = "rw" if _unfinished(path) else "ro"
        uri = f"{path.resolve().as_uri()}?mode={mode}"
        connection = sqlite3.connect(uri, uri=True, timeout=BUSY_TIMEOUT_S)
        yield connection
    except (sqlite3.Error, UnicodeDecodeError, OverflowError) as error:
        raise sentence_of(error, path) from error
    finally:
        if connection is not None:
            connection.close()


def sentence_of(error: Exception, path: Path) -> SkymatchError:
    """A sqlite error as something the user can act on."""
    text = str(error)
    if "locked" in text or "busy" in text:
        return SkymatchError(
            f"{path.name} is in use by another program or another run. "
            "Wait until that has finished and try again."
        )
    if "readonly" in text or "unable to open" in text:
        return SkymatchError(f"{path} cannot be written. Choose a folder that you may write to.")
    if "full" in text or "disk I/O" in text:
        return SkymatchError(
            f"{path.name} could not be written ({text}). Make room on the disk and run again: "
            "what is finished is kept."
        )
    if "no such table" in text or "no such column" in text:
        return SkymatchError(
            f"{path.name} is not a Skymatch index. Choose a .gpkg file made by Build index."
        )
    return damaged(text)


def _unfinished(path: Path) -> bool:
    """Whether a run that was killed left a journal; sqlite undoes its last block by it."""
    return any(path.with_name(path.name + end).exists() for end in ("-journal", "-wal"))


def _srs_row(crs: str, srs_id: int) -> "tuple[str, int, str, int, str]":
    name, definition = name_and_wkt(crs)
    return name, srs_id, "EPSG", srs_id, definition
