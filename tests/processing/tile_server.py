"""A server of tiles and maps on 127.0.0.1 that misbehaves as it is asked to; run as a process.

Its argument is a port, 0 for any free one, which it prints. Addresses begin with the name of a
behaviour: /MODE/{z}/{x}/{y} for tiles, /MODE/wms and /MODE/wmts for the services. A third of the
tiles are struck by the behaviour, all of them when its name begins with "all". What follows a
hyphen keeps the addresses of several clients apart.
"""

import http.server
import io
import math
import sys
import time
import urllib.parse

import numpy as np
from PIL import Image

WORLD_M = 2 * math.pi * 6378137.0
TILE_PX = 256
SLOW_S = 4.0
FINEST_MAP_M = 5.0

asked = {}
healed = []


def colours(west, north, pixel_m, cols, rows):
    """Waves on the ground of Web Mercator with a fine grain, so that no place is plain."""
    x = west + (np.arange(cols) + 0.5) * pixel_m
    y = north - (np.arange(rows) + 0.5) * pixel_m
    x, y = np.meshgrid(x, y)
    waves = [np.sin(x / 9), np.cos(y / 7), np.sin((x + y) / 8)]
    return np.stack([127.5 + 100 * wave for wave in waves], axis=-1).round().astype(np.uint8)


def encoded(rgb, kind="PNG"):
    """A picture as a file."""
    file = io.BytesIO()
    Image.fromarray(rgb).save(file, kind, quality=95)
    return file.getvalue()


def tile(zoom, x, y):
    """The colours of a tile."""
    size_m = WORLD_M / 2**zoom
    west, north = x * size_m - WORLD_M / 2, WORLD_M / 2 - y * size_m
    return colours(west, north, size_m / TILE_PX, TILE_PX, TILE_PX)


def answer(mode, name, rgb, struck):
    """(status, content type, body) for one picture."""
    asked[name] = asked.get(name, 0) + 1
    if not struck or (mode == "flaky" and asked[name] > 1):
        return 200, "image/png", encoded(rgb)
    if mode == "healing":
        mode = "good" if healed else "500"
    if mode in ("404", "500", "503"):
        return int(mode), "text/plain", b"no"
    if mode == "flaky":
        return 503, "text/plain", b"busy"
    if mode == "html":
        return 200, "text/html", b"<html><body>Please sign in.</body></html>"
    if mode == "half":
        body = encoded(rgb, "JPEG")
        return 200, "image/jpeg", body[: len(body) // 2]
    if mode == "blank":
        return 200, "image/png", encoded(np.full_like(rgb, 255))
    if mode == "slow":
        time.sleep(SLOW_S)
    return 200, "image/png", encoded(rgb)


def wms_capabilities(url):
    """What a map server says of itself: one layer, Web Mercator."""
    return f"""<?xml version="1.0"?>
<WMS_Capabilities version="1.3.0" xmlns="http://www.opengis.net/wms"
 xmlns:xlink="http://www.w3.org/1999/xlink">
<Service><Name>WMS</Name><Title>maps</Title></Service>
<Capability><Request><GetMap><Format>image/png</Format><DCPType><HTTP><Get>
<OnlineResource xlink:href="{url}"/></Get></HTTP></DCPType></GetMap></Request>
<Layer><Name>ortho</Name><Title>ortho</Title><CRS>EPSG:3857</CRS>
<EX_GeographicBoundingBox><westBoundLongitude>8</westBoundLongitude>
<eastBoundLongitude>9</eastBoundLongitude><southBoundLatitude>47</southBoundLatitude>
<northBoundLatitude>48</northBoundLatitude></EX_GeographicBoundingBox>
<BoundingBox CRS="EPSG:3857" minx="890555" miny="5942074" maxx="1001875" maxy="6106854"/>
</Layer></Capability></WMS_Capabilities>""".encode()


def wmts_capabilities(url):
    """One layer on the tile matrices of Web Mercator, zoom 14 to 19."""
    matrices = "".join(
        f"""<TileMatrix><ows:Identifier>{zoom}</ows:Identifier><ScaleDenominator>
{WORLD_M / 2**zoom / TILE_PX / 0.00028}</ScaleDenominator>
<TopLeftCorner>{-WORLD_M / 2} {WORLD_M / 2}</TopLeftCorner><TileWidth>256</TileWidth>
<TileHeight>256</TileHeight><MatrixWidth>{2**zoom}</MatrixWidth>
<MatrixHeight>{2**zoom}</MatrixHeight></TileMatrix>"""
        for zoom in range(14, 20)
    )
    return f"""<?xml version="1.0"?>
<Capabilities xmlns="http://www.opengis.net/wmts/1.0" version="1.0.0"
 xmlns:ows="http://www.opengis.net/ows/1.1" xmlns:xlink="http://www.w3.org/1999/xlink">
<ows:OperationsMetadata><ows:Operation name="GetTile"><ows:DCP><ows:HTTP>
<ows:Get xlink:href="{url}?"><ows:Constraint name="GetEncoding"><ows:AllowedValues>
<ows:Value>KVP</ows:Value></ows:AllowedValues></ows:Constraint></ows:Get>
</ows:HTTP></ows:DCP></ows:Operation></ows:OperationsMetadata>
<Contents><Layer><ows:Title>ortho</ows:Title><ows:WGS84BoundingBox>
<ows:LowerCorner>8 47</ows:LowerCorner><ows:UpperCorner>9 48</ows:UpperCorner>
</ows:WGS84BoundingBox><ows:Identifier>ortho</ows:Identifier>
<Style isDefault="true"><ows:Identifier>default</ows:Identifier></Style>
<Format>image/png</Format><TileMatrixSetLink><TileMatrixSet>m</TileMatrixSet>
</TileMatrixSetLink></Layer><TileMatrixSet><ows:Identifier>m</ows:Identifier>
<ows:SupportedCRS>urn:ogc:def:crs:EPSG::3857</ows:SupportedCRS>{matrices}</TileMatrixSet>
</Contents></Capabilities>""".encode()


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers one request."""

    def do_GET(self):
        """Tiles, maps and capabilities."""
        url = urllib.parse.urlsplit(self.path)
        query = {key.lower(): value for key, value in urllib.parse.parse_qsl(url.query)}
        client, *parts = url.path.strip("/").split("/")
        mode = client.partition("-")[0]
        here = f"http://127.0.0.1:{self.server.server_port}{url.path}"
        if mode == "heal":
            healed.append(True)
            self._send(200, "text/plain", b"")
        elif mode == "count":
            self._send(200, "text/plain", str(sum(asked.values())).encode())
        elif query.get("request") == "GetCapabilities":
            make = wmts_capabilities if parts[0] == "wmts" else wms_capabilities
            self._send(200, "text/xml", make(here))
        elif query.get("request") == "GetMap":
            self._send(*self._map(mode, query))
        else:
            if parts[0] == "wmts":
                parts = [query[key] for key in ("tilematrix", "tilecol", "tilerow")]
            zoom, x, y = (int(part.partition(".")[0]) for part in parts)
            struck = (x + y) % 3 == 0 or mode.startswith("all")
            name = f"{client}/{zoom}/{x}/{y}"
            self._send(*answer(mode.replace("all", ""), name, tile(zoom, x, y), struck))

    def _map(self, mode, query):
        west, south, east, north = (float(number) for number in query["bbox"].split(","))
        cols, rows = int(query["width"]), int(query["height"])
        pixel_m = (east - west) / cols
        if mode == "coarse" and pixel_m < FINEST_MAP_M:
            return 200, "text/xml", b"<ServiceExceptionReport>scale</ServiceExceptionReport>"
        rgb = colours(west, north, pixel_m, cols, rows)
        if mode == "white":
            rgb[:, : cols // 2] = 255
        return answer(mode, query["bbox"], rgb, mode != "white")

    def _send(self, status, kind, body):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            pass  # the client gave up

    def log_message(self, *words):
        """Silence."""


if __name__ == "__main__":
    server = http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler)
    sys.stdout.write(f"{server.server_port}\n")
    sys.stdout.flush()
    server.serve_forever()
