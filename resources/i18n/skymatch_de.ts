<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Skymatch</name>
    <message>
        <source> (magnetic north)</source>
        <translation> (magnetisch Nord)</translation>
    </message>
    <message>
        <source> (true north)</source>
        <translation> (geografisch Nord)</translation>
    </message>
    <message>
        <source>#</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>&amp;1  Imagery</source>
        <translation>&amp;1  Luftbilder</translation>
    </message>
    <message>
        <source>&amp;2  Photo</source>
        <translation>&amp;2  Foto</translation>
    </message>
    <message>
        <source>&amp;3  Results</source>
        <translation>&amp;3  Ergebnisse</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation>&amp;Inhalt</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Finden</translation>
    </message>
    <message>
        <source>&amp;Heading</source>
        <translation>Blickrich&amp;tung</translation>
    </message>
    <message>
        <source>&amp;Raster</source>
        <translation>&amp;Raster</translation>
    </message>
    <message>
        <source>'{}' is no heading in degrees. Choose another field of headings.</source>
        <translation>„{}“ ist keine Richtung in Grad. Wählen Sie ein anderes Feld für die Richtungen.</translation>
    </message>
    <message>
        <source>1.6 m by hand, 2.5 m from a vehicle</source>
        <translation>1,6 m aus der Hand, 2,5 m vom Fahrzeug</translation>
    </message>
    <message>
        <source>65° (most phones)</source>
        <translation>65° (die meisten Telefone)</translation>
    </message>
    <message>
        <source>A candidate this near to the truth counts as a hit.</source>
        <translation>Ein Kandidat, der so nah an der Wahrheit liegt, zählt als Treffer.</translation>
    </message>
    <message>
        <source>A candidates layer made by Locate photo. Its reviews are printed as they are now, also those that are not saved yet.</source>
        <translation>Ein Kandidatenlayer von „Foto orten“. Seine Prüfungen werden gedruckt, wie sie jetzt sind, auch noch nicht gespeicherte.</translation>
    </message>
    <message>
        <source>A candidates layer made by Locate photo. Only candidates whose review says accepted are used, one for each photo; reviews not saved yet count too.</source>
        <translation>Ein Kandidatenlayer von „Foto orten“. Nur Kandidaten, deren Prüfung „angenommen“ lautet, werden verwendet, einer je Foto; noch nicht gespeicherte Prüfungen zählen auch.</translation>
    </message>
    <message>
        <source>A layer with the path of a photo in a field, as Import geotagged photos makes it.</source>
        <translation>Ein Layer mit dem Pfad eines Fotos in einem Feld, wie „Geogetaggte Fotos importieren“ ihn macht.</translation>
    </message>
    <message>
        <source>A line from the true to the found position of every photo.</source>
        <translation>Eine Linie von der wahren zur gefundenen Position jedes Fotos.</translation>
    </message>
    <message>
        <source>A raster layer with an orthophoto or satellite picture of 0.6 m per pixel or finer, in any coordinate system. Its colours are taken as the layer shows them: band choice, contrast and transparent values count. Tile servers (XYZ, WMS) work when an extent or mask is given.</source>
        <translation>Ein Rasterlayer mit einem Orthofoto oder Satellitenbild von 0,6 m pro Pixel oder feiner, in einem beliebigen Koordinatensystem. Seine Farben gelten so, wie der Layer sie zeigt: Kanalwahl, Kontrast und transparente Werte zählen. Kachelserver (XYZ, WMS) gehen, wenn eine Ausdehnung oder Maske angegeben ist.</translation>
    </message>
    <message>
        <source>A smaller area is indexed sooner and searched faster</source>
        <translation>Ein kleineres Gebiet ist schneller indiziert und schneller durchsucht</translation>
    </message>
    <message>
        <source>A street photo or panorama, or several: drop them here or onto the map</source>
        <translation>Ein Straßenfoto oder Panorama, oder mehrere: hierher oder auf die Karte ziehen</translation>
    </message>
    <message>
        <source>A style of Skymatch could not be read ({}). Install Skymatch again.</source>
        <translation>Ein Stil von Skymatch konnte nicht gelesen werden ({}). Installieren Sie Skymatch neu.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Accept candidate {}</source>
        <translation>Kandidat {} annehmen</translation>
    </message>
    <message>
        <source>Adds the outlines of the indexed blocks to the map.</source>
        <translation>Fügt der Karte die Umrisse der indizierten Blöcke hinzu.</translation>
    </message>
    <message>
        <source>Aerial imagery</source>
        <translation>Luftbilder</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Agreement (-1 to 1)</source>
        <translation>Übereinstimmung (-1 bis 1)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All JPEG, PNG, TIFF and WebP files in it are located, by name.</source>
        <translation>Alle JPEG-, PNG-, TIFF- und WebP-Dateien darin werden geortet, nach Namen geordnet.</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>All numbers with chance levels, a table and an error curve, as a page.</source>
        <translation>Alle Zahlen mit Zufallswerten, eine Tabelle und eine Fehlerkurve, als Seite.</translation>
    </message>
    <message>
        <source>All saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Allow for an uncertain camera</source>
        <translation>Mit unsicherer Kamera rechnen</translation>
    </message>
    <message>
        <source>Also apply the rule of the five closest</source>
        <translation>Auch die Regel der fünf nächsten anwenden</translation>
    </message>
    <message>
        <source>An estimate by comparison of the photo with aerial imagery. Positions and probabilities need a person's judgement.</source>
        <translation>Eine Schätzung durch Vergleich des Fotos mit Luftbildern. Positionen und Wahrscheinlichkeiten bedürfen der Beurteilung durch einen Menschen.</translation>
    </message>
    <message>
        <source>An index made by Build index, also one attached to the project.</source>
        <translation>Ein mit „Index erstellen“ gemachter Index, auch ein an das Projekt angehängter.</translation>
    </message>
    <message>
        <source>An installation is under way. Wait for it or cancel it.</source>
        <translation>Eine Installation läuft schon. Warten Sie auf sie oder brechen Sie sie ab.</translation>
    </message>
    <message>
        <source>Angle across all photos. Leave it empty to take it from each file.</source>
        <translation>Winkel über alle Fotos. Lassen Sie das Feld leer, um ihn aus jeder Datei zu nehmen.</translation>
    </message>
    <message>
        <source>Angle across the width of the photo. Cropped photos need it: cropping does not change the focal length in the file.</source>
        <translation>Winkel über die Breite des Fotos. Beschnittene Fotos brauchen ihn: Das Beschneiden ändert die Brennweite in der Datei nicht.</translation>
    </message>
    <message>
        <source>Angle across the width of the photo. Leave it empty to take it from the focal length in the file, or else from the picture itself. Cropped photos need it when the crop cannot be told from the file.</source>
        <translation>Winkel über die Breite des Fotos. Lassen Sie das Feld leer, um ihn aus der Brennweite in der Datei oder sonst aus dem Bild selbst zu nehmen. Beschnittene Fotos brauchen ihn, wenn der Beschnitt an der Datei nicht zu erkennen ist.</translation>
    </message>
    <message>
        <source>Angle along the longer side of the photo.</source>
        <translation>Winkel über die längere Seite des Fotos.</translation>
    </message>
    <message>
        <source>Answers like this one are about as often right as wrong.</source>
        <translation>Antworten wie diese sind etwa so oft richtig wie falsch.</translation>
    </message>
    <message>
        <source>Anything worth remembering</source>
        <translation>Alles, was man sich merken sollte</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>Irgendwo</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <source>Area (m²)</source>
        <translation>Fläche (m²)</translation>
    </message>
    <message>
        <source>Area to index</source>
        <translation>Zu indizierendes Gebiet</translation>
    </message>
    <message>
        <source>Area where the camera cannot stand</source>
        <translation>Gebiet, in dem die Kamera nicht stehen kann</translation>
    </message>
    <message>
        <source>Area where the camera may stand</source>
        <translation>Gebiet, in dem die Kamera stehen kann</translation>
    </message>
    <message>
        <source>Area with imagery (km²)</source>
        <translation>Fläche mit Luftbild (km²)</translation>
    </message>
    <message>
        <source>Around each photo's own position</source>
        <translation>Um die Position jedes Fotos</translation>
    </message>
    <message>
        <source>Around the file's position</source>
        <translation>Um die Position in der Datei</translation>
    </message>
    <message>
        <source>Attach the index to the project</source>
        <translation>Index an das Projekt anhängen</translation>
    </message>
    <message>
        <source>Attachment identifier</source>
        <translation>Kennung des Anhangs</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Automatic ({})</source>
        <translation>Automatisch ({})</translation>
    </message>
    <message>
        <source>Automatic takes a picture as a panorama when the file says so or when it is exactly twice as wide as high.</source>
        <translation>Automatisch gilt ein Bild als Panorama, wenn die Datei es sagt oder wenn es genau doppelt so breit wie hoch ist.</translation>
    </message>
    <message>
        <source>Best candidate within {:g} m</source>
        <translation>Bester Kandidat innerhalb von {:g} m</translation>
    </message>
    <message>
        <source>Best heading</source>
        <translation>Beste Blickrichtung</translation>
    </message>
    <message>
        <source>Best heading (° true)</source>
        <translation>Beste Blickrichtung (° geogr.)</translation>
    </message>
    <message>
        <source>Bird's-eye view</source>
        <translation>Vogelperspektive</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>Blocks in the file</source>
        <translation>Blöcke in der Datei</translation>
    </message>
    <message>
        <source>Blocks of the finished index</source>
        <translation>Blöcke des fertigen Index</translation>
    </message>
    <message>
        <source>Bring them in</source>
        <translation>Hereinholen</translation>
    </message>
    <message>
        <source>Bring this candidate into the map's view (key Z)</source>
        <translation>Diesen Kandidaten in den Kartenausschnitt holen (Taste Z)</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Durchsuchen</translation>
    </message>
    <message>
        <source>Build anew</source>
        <translation>Neu erstellen</translation>
    </message>
    <message>
        <source>Build index</source>
        <translation>Index erstellen</translation>
    </message>
    <message>
        <source>Buildings and trees match</source>
        <translation>Gebäude und Bäume stimmen überein</translation>
    </message>
    <message>
        <source>Buildings or trees differ</source>
        <translation>Gebäude oder Bäume weichen ab</translation>
    </message>
    <message>
        <source>Camera height</source>
        <translation>Kamerahöhe</translation>
    </message>
    <message>
        <source>Camera height (m)</source>
        <translation>Kamerahöhe (m)</translation>
    </message>
    <message>
        <source>Camera in the file</source>
        <translation>Kamera in der Datei</translation>
    </message>
    <message>
        <source>Camera inside</source>
        <translation>Kamera darin</translation>
    </message>
    <message>
        <source>Camera not inside</source>
        <translation>Kamera nicht darin</translation>
    </message>
    <message>
        <source>Camera of the search</source>
        <translation>Kamera der Suche</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>Candidate {} of {}: {}.</source>
        <translation>Kandidat {} von {}: {}.</translation>
    </message>
    <message>
        <source>Candidate {}: maybe</source>
        <translation>Kandidat {}: vielleicht</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>Candidates for each photo</source>
        <translation>Kandidaten je Foto</translation>
    </message>
    <message>
        <source>Checking Python and pip</source>
        <translation>Python und pip werden geprüft</translation>
    </message>
    <message>
        <source>Choose a photo first, or drop one onto this panel.</source>
        <translation>Wählen Sie zuerst ein Foto, oder ziehen Sie eines auf dieses Bedienfeld.</translation>
    </message>
    <message>
        <source>Choose a raster layer or an index file.</source>
        <translation>Wählen Sie einen Rasterlayer oder eine Indexdatei.</translation>
    </message>
    <message>
        <source>Choose either a folder of photos or a layer that names photos.</source>
        <translation>Wählen Sie entweder einen Ordner mit Fotos oder einen Layer, der Fotos nennt.</translation>
    </message>
    <message>
        <source>Choose one photo or several</source>
        <translation>Ein Foto oder mehrere wählen</translation>
    </message>
    <message>
        <source>Choose or write a reason</source>
        <translation>Grund wählen oder schreiben</translation>
    </message>
    <message>
        <source>Choose the raster layer to index and a file for its index.</source>
        <translation>Wählen Sie den zu indizierenden Rasterlayer und eine Datei für seinen Index.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Clear review of candidate {}</source>
        <translation>Prüfung von Kandidat {} aufheben</translation>
    </message>
    <message>
        <source>Click corners on the map; double-click or right-click to finish, Backspace takes one back, Escape gives up</source>
        <translation>Ecken auf der Karte anklicken; Doppelklick oder Rechtsklick schließt ab, die Rücktaste nimmt eine zurück, Esc bricht ab</translation>
    </message>
    <message>
        <source>Click or drag to the direction in which the photo looks. Keys: left and right, Page up and Page down for 15°, + and - for the tolerance, Delete for unknown.</source>
        <translation>Klicken oder ziehen Sie in die Richtung, in die das Foto blickt. Tasten: links und rechts, Bild auf und Bild ab für 15°, + und - für die Toleranz, Entf für unbekannt.</translation>
    </message>
    <message>
        <source>Compass heading in the file (°)</source>
        <translation>Kompassrichtung in der Datei (°)</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Complete: {}, {:.3g} km².</source>
        <translation>Vollständig: {}, {:.3g} km².</translation>
    </message>
    <message>
        <source>Confidence region</source>
        <translation>Vertrauensbereich</translation>
    </message>
    <message>
        <source>Confidence regions</source>
        <translation>Vertrauensbereiche</translation>
    </message>
    <message>
        <source>Confirmed by another source</source>
        <translation>Durch eine andere Quelle bestätigt</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>Koordinatensystem</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Koordinaten</translation>
    </message>
    <message>
        <source>Coordinates in the project's CRS</source>
        <translation>Koordinaten im KBS des Projekts</translation>
    </message>
    <message>
        <source>Copied. Read it through before you pass it on.</source>
        <translation>Kopiert. Lesen Sie es durch, bevor Sie es weitergeben.</translation>
    </message>
    <message>
        <source>Copied: {}</source>
        <translation>Kopiert: {}</translation>
    </message>
    <message>
        <source>Copied; paste it into QGIS's Python console.</source>
        <translation>Kopiert; fügen Sie es in die Python-Konsole von QGIS ein.</translation>
    </message>
    <message>
        <source>Copies the finished index into the project file, so that it travels with it. The project must then be saved.</source>
        <translation>Kopiert den fertigen Index in die Projektdatei, so dass er mit ihr reist. Das Projekt muss danach gespeichert werden.</translation>
    </message>
    <message>
        <source>Copies written</source>
        <translation>Geschriebene Kopien</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy Build index as Python</source>
        <translation>„Index erstellen“ als Python kopieren</translation>
    </message>
    <message>
        <source>Copy Find as Python</source>
        <translation>„Finden“ als Python kopieren</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
    <message>
        <source>Copy index and results beside the project?</source>
        <translation>Index und Ergebnisse neben das Projekt kopieren?</translation>
    </message>
    <message>
        <source>Copy the position; nothing is opened</source>
        <translation>Die Position kopieren; nichts wird geöffnet</translation>
    </message>
    <message>
        <source>Copy: {}</source>
        <translation>Kopieren: {}</translation>
    </message>
    <message>
        <source>Could not be located (counted as misses)</source>
        <translation>Konnten nicht geortet werden (zählen als Fehlschläge)</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Created (UTC)</source>
        <translation>Erstellt (UTC)</translation>
    </message>
    <message>
        <source>Damaged blocks (row/column)</source>
        <translation>Beschädigte Blöcke (Zeile/Spalte)</translation>
    </message>
    <message>
        <source>Degrees clockwise from true north. When given, the search may use it; empty values count as unknown.</source>
        <translation>Grad im Uhrzeigersinn von geografisch Nord. Ist es angegeben, darf die Suche es nutzen; leere Werte gelten als unbekannt.</translation>
    </message>
    <message>
        <source>Degrees, minutes, seconds</source>
        <translation>Grad, Minuten, Sekunden</translation>
    </message>
    <message>
        <source>Describe candidate {}</source>
        <translation>Kandidat {} beschreiben</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Digital zoom: {:.1f}×.</source>
        <translation>Digitalzoom: {:.1f}×.</translation>
    </message>
    <message>
        <source>Direction in which the centre of the photo looks, clockwise from true north. Leave it empty when unknown; all directions are tried then. A compass heading in the file is shown in the log and never used unasked.</source>
        <translation>Richtung, in die die Mitte des Fotos blickt, im Uhrzeigersinn von geografisch Nord. Lassen Sie das Feld leer, wenn sie unbekannt ist; dann werden alle Richtungen versucht. Eine Kompassrichtung in der Datei wird im Protokoll gezeigt und nie ungefragt verwendet.</translation>
    </message>
    <message>
        <source>Direction in which the photo looks, clockwise from true north</source>
        <translation>Richtung, in die das Foto blickt, im Uhrzeigersinn von geografisch Nord</translation>
    </message>
    <message>
        <source>Distance scale s of the features above. A position at distance d from the nearest one weighs 0.05 + 0.95 exp(-d² / 2s²): 1 on it, 0.63 at s, 0.18 at 2s.</source>
        <translation>Abstandsmaß s der Objekte oben. Eine Position im Abstand d vom nächsten wiegt 0,05 + 0,95 exp(-d² / 2s²): 1 darauf, 0,63 bei s, 0,18 bei 2s.</translation>
    </message>
    <message>
        <source>Drag the line to the horizon, where the ground would meet the sky far away; drag a ring to tilt it. Keys: up and down, left and right to tilt, Shift for larger steps, Delete for the automatic value.</source>
        <translation>Ziehen Sie die Linie auf den Horizont, dorthin, wo der Boden in der Ferne an den Himmel stieße; ziehen Sie an einem Ring, um sie zu neigen. Tasten: auf und ab, links und rechts zum Neigen, Umschalt für größere Schritte, Entf für den automatischen Wert.</translation>
    </message>
    <message>
        <source>Draw anew</source>
        <translation>Neu zeichnen</translation>
    </message>
    <message>
        <source>Draw on the map</source>
        <translation>Auf der Karte zeichnen</translation>
    </message>
    <message>
        <source>Draw the area to index on the map first, or choose another area.</source>
        <translation>Zeichnen Sie zuerst das zu indizierende Gebiet auf der Karte, oder wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Drawing the imagery …</source>
        <translation>Luftbild wird gezeichnet …</translation>
    </message>
    <message>
        <source>Drop a street photo or panorama here</source>
        <translation>Straßenfoto oder Panorama hierher ziehen</translation>
    </message>
    <message>
        <source>Empty for the model that comes with Skymatch.</source>
        <translation>Leer für das Modell, das mit Skymatch kommt.</translation>
    </message>
    <message>
        <source>Empty the field for the automatic value.</source>
        <translation>Leeren Sie das Feld für den automatischen Wert.</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Schätzen</translation>
    </message>
    <message>
        <source>Estimate only</source>
        <translation>Nur schätzen</translation>
    </message>
    <message>
        <source>Estimate: {} for {:.3g} km² and an index of {:.1f} MB.</source>
        <translation>Schätzung: {} für {:.3g} km² und einen Index von {:.1f} MB.</translation>
    </message>
    <message>
        <source>Evaluate accuracy</source>
        <translation>Genauigkeit ermitteln</translation>
    </message>
    <message>
        <source>Every block matches its checksum</source>
        <translation>Jeder Block passt zu seiner Prüfsumme</translation>
    </message>
    <message>
        <source>Evidence log</source>
        <translation>Beweisprotokoll</translation>
    </message>
    <message>
        <source>Export evidence log</source>
        <translation>Beweisprotokoll exportieren</translation>
    </message>
    <message>
        <source>Exported log</source>
        <translation>Exportiertes Protokoll</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>Ausdehnung</translation>
    </message>
    <message>
        <source>Fairly usable: {}.</source>
        <translation>Leidlich brauchbar: {}.</translation>
    </message>
    <message>
        <source>Features that the camera was near</source>
        <translation>Objekte, in deren Nähe die Kamera war</translation>
    </message>
    <message>
        <source>Fewer leave room for other work while an index is built.</source>
        <translation>Weniger lassen Platz für andere Arbeit, während ein Index erstellt wird.</translation>
    </message>
    <message>
        <source>Field of &amp;view</source>
        <translation>Bild&amp;winkel</translation>
    </message>
    <message>
        <source>Field of view</source>
        <translation>Bildwinkel</translation>
    </message>
    <message>
        <source>Field of view (°)</source>
        <translation>Bildwinkel (°)</translation>
    </message>
    <message>
        <source>Field with the heading</source>
        <translation>Feld mit der Blickrichtung</translation>
    </message>
    <message>
        <source>Field with the path</source>
        <translation>Feld mit dem Pfad</translation>
    </message>
    <message>
        <source>Field with the photo file</source>
        <translation>Feld mit der Fotodatei</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Files of further indexes, made with the same model, that are searched together with the first: their places compete with each other. Grids and CRSs may differ. On the command line, give the parameter once for each file, or separate files by ;.</source>
        <translation>Dateien weiterer Indizes, mit demselben Modell gemacht, die zusammen mit dem ersten durchsucht werden: Ihre Orte stehen im Wettbewerb miteinander. Gitter und KBS dürfen verschieden sein. Geben Sie auf der Befehlszeile den Parameter einmal je Datei an, oder trennen Sie Dateien durch ;.</translation>
    </message>
    <message>
        <source>Finds where a street photo was taken, in imagery that was indexed before.</source>
        <translation>Findet in zuvor indizierten Luftbildern, wo ein Straßenfoto aufgenommen wurde.</translation>
    </message>
    <message>
        <source>Finds where the photos of a folder or of a layer were taken, in one run.</source>
        <translation>Findet in einem Lauf, wo die Fotos eines Ordners oder eines Layers aufgenommen wurden.</translation>
    </message>
    <message>
        <source>First hit at rank</source>
        <translation>Erster Treffer auf Rang</translation>
    </message>
    <message>
        <source>Fold or unfold</source>
        <translation>Auf- oder zuklappen</translation>
    </message>
    <message>
        <source>Folder for the copies</source>
        <translation>Ordner für die Kopien</translation>
    </message>
    <message>
        <source>Folder of a model pack</source>
        <translation>Ordner eines Modellpakets</translation>
    </message>
    <message>
        <source>Folder of a model pack. Leave it empty for the model that comes with Skymatch. It must be the model that the index was made with.</source>
        <translation>Ordner eines Modellpakets. Lassen Sie das Feld leer für das Modell, das mit Skymatch kommt. Es muss das Modell sein, mit dem der Index gemacht wurde.</translation>
    </message>
    <message>
        <source>Folder of another model pack. Empty: the model that comes with Skymatch.</source>
        <translation>Ordner eines anderen Modellpakets. Leer: das Modell, das mit Skymatch kommt.</translation>
    </message>
    <message>
        <source>Folder of photos</source>
        <translation>Ordner mit Fotos</translation>
    </message>
    <message>
        <source>Folder of the photos</source>
        <translation>Ordner der Fotos</translation>
    </message>
    <message>
        <source>Folder of wheels (.whl)</source>
        <translation>Ordner mit Wheels (.whl)</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>For a report of a problem: versions, settings, log. Without personal paths.</source>
        <translation>Für eine Fehlermeldung: Versionen, Einstellungen, Protokoll. Ohne persönliche Pfade.</translation>
    </message>
    <message>
        <source>From a folder of wheels (no network)</source>
        <translation>Aus einem Ordner mit Wheels (ohne Netz)</translation>
    </message>
    <message>
        <source>From best</source>
        <translation>Zum besten</translation>
    </message>
    <message>
        <source>From the Python Package Index (needs the network)</source>
        <translation>Aus dem Python Package Index (braucht das Netz)</translation>
    </message>
    <message>
        <source>Full path of each photo, or its name in the folder below.</source>
        <translation>Vollständiger Pfad jedes Fotos, oder sein Name im Ordner unten.</translation>
    </message>
    <message>
        <source>Geotag</source>
        <translation>Geotaggen</translation>
    </message>
    <message>
        <source>Geotag photos</source>
        <translation>Fotos geotaggen</translation>
    </message>
    <message>
        <source>Geotagged copies written: {}, in {}</source>
        <translation>Geschriebene Kopien mit Geotag: {}, in {}</translation>
    </message>
    <message>
        <source>Grade (5 is best)</source>
        <translation>Stufe (5 ist die beste)</translation>
    </message>
    <message>
        <source>HTML files (*.html)</source>
        <translation>HTML-Dateien (*.html)</translation>
    </message>
    <message>
        <source>Half of this computer's</source>
        <translation>Die Hälfte dieses Rechners</translation>
    </message>
    <message>
        <source>Hardly usable: {}.</source>
        <translation>Kaum brauchbar: {}.</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Blickrichtung</translation>
    </message>
    <message>
        <source>Heading (° true)</source>
        <translation>Blickrichtung (° geogr.)</translation>
    </message>
    <message>
        <source>Heading of the best candidate (° true)</source>
        <translation>Blickrichtung des besten Kandidaten (° geogr.)</translation>
    </message>
    <message>
        <source>Heading of the photo</source>
        <translation>Blickrichtung des Fotos</translation>
    </message>
    <message>
        <source>Heading of the photo (° true)</source>
        <translation>Blickrichtung des Fotos (° geogr.)</translation>
    </message>
    <message>
        <source>Heading tolerance (degrees)</source>
        <translation>Toleranz der Blickrichtung (Grad)</translation>
    </message>
    <message>
        <source>Heading tolerance (°)</source>
        <translation>Toleranz der Blickrichtung (°)</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Hei&amp;ght</source>
        <translation>&amp;Höhe</translation>
    </message>
    <message>
        <source>Height of the lens above the ground</source>
        <translation>Höhe des Objektivs über dem Boden</translation>
    </message>
    <message>
        <source>Height of the lens above the ground.</source>
        <translation>Höhe des Objektivs über dem Boden.</translation>
    </message>
    <message>
        <source>Height of the lens above the ground. Leave it empty for 1.6 m (a photo from the hand) or 2.5 m (a panorama from a vehicle).</source>
        <translation>Höhe des Objektivs über dem Boden. Lassen Sie das Feld leer für 1,6 m (Foto aus der Hand) oder 2,5 m (Panorama vom Fahrzeug).</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Help page</source>
        <translation>Hilfeseite</translation>
    </message>
    <message>
        <source>Hit radius (m)</source>
        <translation>Trefferradius (m)</translation>
    </message>
    <message>
        <source>Hori&amp;zon</source>
        <translation>Hori&amp;zont</translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation>Horizont</translation>
    </message>
    <message>
        <source>Horizon (fraction of the height)</source>
        <translation>Horizont (Anteil der Höhe)</translation>
    </message>
    <message>
        <source>Horizon at {:.3f} of the height ({}), camera {:g} m above the ground.</source>
        <translation>Horizont bei {:.3f} der Höhe ({}), Kamera {:g} m über dem Boden.</translation>
    </message>
    <message>
        <source>How far a photo's own position may be wrong.</source>
        <translation>Wie falsch die eigene Position eines Fotos sein kann.</translation>
    </message>
    <message>
        <source>How far the camera was turned clockwise about its axis, seen from behind it. Leave it empty to have it read off the picture.</source>
        <translation>Wie weit die Kamera im Uhrzeigersinn um ihre Achse gedreht war, von hinten gesehen. Lassen Sie das Feld leer, um ihn aus dem Bild ablesen zu lassen.</translation>
    </message>
    <message>
        <source>How far the camera was turned clockwise; the horizon then rises to the right</source>
        <translation>Wie weit die Kamera im Uhrzeigersinn gedreht war; der Horizont steigt dann nach rechts</translation>
    </message>
    <message>
        <source>How far the position in the file may be wrong</source>
        <translation>Wie falsch die Position in der Datei sein kann</translation>
    </message>
    <message>
        <source>How far the true heading may lie from the given one, to either side.</source>
        <translation>Wie weit die wahre Blickrichtung von der angegebenen nach jeder Seite abweichen darf.</translation>
    </message>
    <message>
        <source>How far the true heading may lie from the one given. 180: not used at all.</source>
        <translation>Wie weit die wahre Blickrichtung von der angegebenen abweichen darf. 180: wird gar nicht genutzt.</translation>
    </message>
    <message>
        <source>How far the true heading may lie to either side</source>
        <translation>Wie weit die wahre Blickrichtung nach jeder Seite abweichen darf</translation>
    </message>
    <message>
        <source>How far to trust Skymatch here</source>
        <translation>Wie weit Skymatch hier zu trauen ist</translation>
    </message>
    <message>
        <source>How near to the features (m)</source>
        <translation>Wie nah an den Objekten (m)</translation>
    </message>
    <message>
        <source>How near to them the camera usually is</source>
        <translation>Wie nah daran die Kamera üblicherweise ist</translation>
    </message>
    <message>
        <source>How positions are shown and copied.</source>
        <translation>Wie Positionen angezeigt und kopiert werden.</translation>
    </message>
    <message>
        <source>If you noted the SHA-256 that an earlier export gave for its last row, enter it: the log must still contain that row. Without it, rows that were cut off the end cannot be noticed.</source>
        <translation>Wenn Sie den SHA-256 notiert haben, den ein früherer Export für seine letzte Zeile nannte, geben Sie ihn ein: Das Protokoll muss diese Zeile noch enthalten. Ohne ihn sind am Ende abgeschnittene Zeilen nicht zu bemerken.</translation>
    </message>
    <message>
        <source>Imagery at 0.6 m per pixel or finer, in natural colours</source>
        <translation>Luftbilder mit 0,6 m pro Pixel oder feiner, in natürlichen Farben</translation>
    </message>
    <message>
        <source>Imagery older or newer than the photo</source>
        <translation>Luftbilder älter oder neuer als das Foto</translation>
    </message>
    <message>
        <source>Imagery, direction of view upward</source>
        <translation>Luftbild, Blickrichtung nach oben</translation>
    </message>
    <message>
        <source>In a folder beside the project file</source>
        <translation>In einem Ordner neben der Projektdatei</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>Include subfolders</source>
        <translation>Unterordner einbeziehen</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>Index information</source>
        <translation>Indexinformation</translation>
    </message>
    <message>
        <source>Index {}: {}, {:.3g} km².</source>
        <translation>Index {}: {}, {:.3g} km².</translation>
    </message>
    <message>
        <source>Indexes that need more are searched in pieces, to the same places.</source>
        <translation>Indizes, die mehr brauchen, werden stückweise durchsucht, mit demselben Ergebnis.</translation>
    </message>
    <message>
        <source>Indexes that need more are searched in pieces, to the same places. Leave it empty for the limit in the settings, which is half of this computer's memory unless you set another. The model takes some 200 MB more.</source>
        <translation>Indizes, die mehr brauchen, werden stückweise durchsucht, mit demselben Ergebnis. Lassen Sie das Feld leer für die Grenze in den Einstellungen; das ist die Hälfte des Speichers dieses Rechners, wenn Sie keine andere setzen. Das Modell braucht etwa 200 MB zusätzlich.</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Innerhalb</translation>
    </message>
    <message>
        <source>Inside the project file (.qgz)</source>
        <translation>In der Projektdatei (.qgz)</translation>
    </message>
    <message>
        <source>Inside, everything travels in one file, and saving the project takes about a second longer for every 40 MB of index.</source>
        <translation>In der Projektdatei reist alles in einer Datei mit; das Speichern des Projekts dauert dann etwa eine Sekunde länger je 40 MB Index.</translation>
    </message>
    <message>
        <source>Inspect photo</source>
        <translation>Foto untersuchen</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>Install onnxruntime, which runs Skymatch's model</source>
        <translation>onnxruntime installieren, das Skymatchs Modell ausführt</translation>
    </message>
    <message>
        <source>Installation and diagnostics</source>
        <translation>Installation und Diagnose</translation>
    </message>
    <message>
        <source>Installing</source>
        <translation>Wird installiert</translation>
    </message>
    <message>
        <source>Its standard deviation (fraction)</source>
        <translation>Seine Standardabweichung (Anteil)</translation>
    </message>
    <message>
        <source>Its standard deviation (°)</source>
        <translation>Seine Standardabweichung (°)</translation>
    </message>
    <message>
        <source>Judgement</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Keep the print layout</source>
        <translation>Drucklayout behalten</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Aufbewahren</translation>
    </message>
    <message>
        <source>Kerbs and paths match</source>
        <translation>Bordsteine und Wege stimmen überein</translation>
    </message>
    <message>
        <source>Kind of picture</source>
        <translation>Art des Bildes</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Latitude (WGS 84)</source>
        <translation>Breite (WGS 84)</translation>
    </message>
    <message>
        <source>Latitude by the rule of the five closest (WGS 84)</source>
        <translation>Breite nach der Regel der fünf nächsten (WGS 84)</translation>
    </message>
    <message>
        <source>Latitude in the file</source>
        <translation>Breite in der Datei</translation>
    </message>
    <message>
        <source>Latitude of the best candidate (WGS 84)</source>
        <translation>Breite des besten Kandidaten (WGS 84)</translation>
    </message>
    <message>
        <source>Latitude, longitude</source>
        <translation>Breite, Länge</translation>
    </message>
    <message>
        <source>Layer of photos, instead of a folder</source>
        <translation>Layer mit Fotos, statt eines Ordners</translation>
    </message>
    <message>
        <source>Layer with the area to index</source>
        <translation>Layer mit dem zu indizierenden Gebiet</translation>
    </message>
    <message>
        <source>Layout fits, details not visible</source>
        <translation>Anlage passt, Einzelheiten nicht sichtbar</translation>
    </message>
    <message>
        <source>Leave it empty for the model of the settings.</source>
        <translation>Lassen Sie das Feld leer für das Modell der Einstellungen.</translation>
    </message>
    <message>
        <source>Leaves out candidates whose review does not say accepted.</source>
        <translation>Lässt Kandidaten aus, deren Prüfung nicht „angenommen“ lautet.</translation>
    </message>
    <message>
        <source>Leaves the print layout in the project, under Project, Layouts, so that it can be changed and printed again.</source>
        <translation>Lässt das Drucklayout im Projekt, unter Projekt, Layouts, so dass es geändert und noch einmal gedruckt werden kann.</translation>
    </message>
    <message>
        <source>Lines of JSON (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <source>Load the coverage layer</source>
        <translation>Layer der Abdeckung laden</translation>
    </message>
    <message>
        <source>Locate photo</source>
        <translation>Foto orten</translation>
    </message>
    <message>
        <source>Locate several photos</source>
        <translation>Mehrere Fotos orten</translation>
    </message>
    <message>
        <source>Located (UTC)</source>
        <translation>Geortet (UTC)</translation>
    </message>
    <message>
        <source>Locates photos whose position is known, and measures how far to trust results here.</source>
        <translation>Ortet Fotos, deren Position bekannt ist, und misst, wie weit den Ergebnissen hier zu trauen ist.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Longitude (WGS 84)</source>
        <translation>Länge (WGS 84)</translation>
    </message>
    <message>
        <source>Longitude by the rule of the five closest (WGS 84)</source>
        <translation>Länge nach der Regel der fünf nächsten (WGS 84)</translation>
    </message>
    <message>
        <source>Longitude in the file</source>
        <translation>Länge in der Datei</translation>
    </message>
    <message>
        <source>Longitude of the best candidate (WGS 84)</source>
        <translation>Länge des besten Kandidaten (WGS 84)</translation>
    </message>
    <message>
        <source>Looking at the ground …</source>
        <translation>Boden wird gelesen …</translation>
    </message>
    <message>
        <source>Looking at the index …</source>
        <translation>Index wird gelesen …</translation>
    </message>
    <message>
        <source>MGRS</source>
        <translation>MGRS</translation>
    </message>
    <message>
        <source>MGRS squares of this kind end at 80° S and 84° N. Copy latitude and longitude instead.</source>
        <translation>MGRS-Quadrate dieser Art enden bei 80° S und 84° N. Kopieren Sie stattdessen Breite und Länge.</translation>
    </message>
    <message>
        <source>Makes the imagery of a raster layer searchable for street photos.</source>
        <translation>Macht die Luftbilder eines Rasterlayers für Straßenfotos durchsuchbar.</translation>
    </message>
    <message>
        <source>Map link as text</source>
        <translation>Kartenlink als Text</translation>
    </message>
    <message>
        <source>Markings or surface differ</source>
        <translation>Markierungen oder Belag weichen ab</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Maybe</source>
        <translation>Vielleicht</translation>
    </message>
    <message>
        <source>Measuring how long it will take</source>
        <translation>Dauer wird gemessen</translation>
    </message>
    <message>
        <source>Median error</source>
        <translation>Medianfehler</translation>
    </message>
    <message>
        <source>Median error (m)</source>
        <translation>Medianfehler (m)</translation>
    </message>
    <message>
        <source>Memory for searching</source>
        <translation>Speicher für die Suche</translation>
    </message>
    <message>
        <source>Memory for the search (MB)</source>
        <translation>Speicher für die Suche (MB)</translation>
    </message>
    <message>
        <source>Missing. It belongs to QGIS's Python: install it as you installed QGIS.</source>
        <translation>Fehlt. Es gehört zum Python von QGIS: Installieren Sie es so, wie Sie QGIS installiert haben.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model folder</source>
        <translation>Modellordner</translation>
    </message>
    <message>
        <source>Model pack</source>
        <translation>Modellpaket</translation>
    </message>
    <message>
        <source>More indexes</source>
        <translation>Weitere Indizes</translation>
    </message>
    <message>
        <source>Most answers like this one are wrong; look at the other candidates too.</source>
        <translation>Die meisten Antworten wie diese sind falsch; sehen Sie sich auch die anderen Kandidaten an.</translation>
    </message>
    <message>
        <source>Move the map along with the selected candidate (key F)</source>
        <translation>Die Karte mit dem gewählten Kandidaten mitbewegen (Taste F)</translation>
    </message>
    <message>
        <source>Move the mouse here to see the same spot on the imagery and on the map. Wheel to enlarge, drag to move, double-click for the whole photo.</source>
        <translation>Bewegen Sie die Maus hier, um dieselbe Stelle im Luftbild und auf der Karte zu sehen. Mausrad vergrößert, Ziehen verschiebt, Doppelklick zeigt das ganze Foto.</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>Nahe</translation>
    </message>
    <message>
        <source>Needs a second opinion</source>
        <translation>Braucht eine zweite Meinung</translation>
    </message>
    <message>
        <source>Next candidate (key N)</source>
        <translation>Nächster Kandidat (Taste N)</translation>
    </message>
    <message>
        <source>No candidate is accepted yet. Review the candidates, or print all of them.</source>
        <translation>Noch ist kein Kandidat angenommen. Prüfen Sie die Kandidaten, oder drucken Sie alle.</translation>
    </message>
    <message>
        <source>No candidate is accepted yet. Review the candidates, then geotag.</source>
        <translation>Noch ist kein Kandidat angenommen. Prüfen Sie die Kandidaten und geotaggen Sie dann.</translation>
    </message>
    <message>
        <source>No candidates yet. Find a photo, or open a project.</source>
        <translation>Noch keine Kandidaten. Finden Sie ein Foto, oder öffnen Sie ein Projekt.</translation>
    </message>
    <message>
        <source>No index was given. Choose an index file made by Build index.</source>
        <translation>Es wurde kein Index angegeben. Wählen Sie eine Indexdatei, die mit „Index erstellen“ gemacht wurde.</translation>
    </message>
    <message>
        <source>No spare copy of {} could be made ({}). Save the project soon.</source>
        <translation>Von {} konnte keine Sicherheitskopie angelegt werden ({}). Speichern Sie das Projekt bald.</translation>
    </message>
    <message>
        <source>No view of the ground</source>
        <translation>Keine Ansicht des Bodens</translation>
    </message>
    <message>
        <source>Not indexed yet.</source>
        <translation>Noch nicht indiziert.</translation>
    </message>
    <message>
        <source>Not inside</source>
        <translation>Nicht in</translation>
    </message>
    <message>
        <source>Not installed. Install it below.</source>
        <translation>Nicht installiert. Installieren Sie es unten.</translation>
    </message>
    <message>
        <source>Not usable: the photo shows almost no ground near the camera. Give one in which the street is visible, or correct the horizon.</source>
        <translation>Nicht brauchbar: Das Foto zeigt fast keinen Boden nahe der Kamera. Nehmen Sie eines, auf dem die Straße zu sehen ist, oder berichtigen Sie den Horizont.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Nothing is drawn yet.</source>
        <translation>Noch nichts gezeichnet.</translation>
    </message>
    <message>
        <source>Number of candidates</source>
        <translation>Anzahl der Kandidaten</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Of ten answers like this one, nine or more are right.</source>
        <translation>Von zehn Antworten wie dieser sind neun oder mehr richtig.</translation>
    </message>
    <message>
        <source>Of ten answers like this one, nine or more are wrong.</source>
        <translation>Von zehn Antworten wie dieser sind neun oder mehr falsch.</translation>
    </message>
    <message>
        <source>Of three answers like this one, two or more are right.</source>
        <translation>Von drei Antworten wie dieser sind zwei oder mehr richtig.</translation>
    </message>
    <message>
        <source>One file that holds the index; it is made once per raster</source>
        <translation>Eine Datei, die den Index enthält; er wird einmal je Raster erstellt</translation>
    </message>
    <message>
        <source>One line for each row: number, time (UTC), what was done in words and in detail, and the SHA-256 of this row and of the one before. Anybody can verify the file, without QGIS, with:  python3 verify_log.py FILE  (the program lies in the plugin's folder, in plugin/layers). Leave it empty to verify only.</source>
        <translation>Eine Zeile je Eintrag: Nummer, Zeit (UTC), was getan wurde, in Worten und im Einzelnen, und der SHA-256 dieser Zeile und der davor. Jeder kann die Datei ohne QGIS prüfen, mit:  python3 verify_log.py DATEI  (das Programm liegt im Ordner der Erweiterung, in plugin/layers). Lassen Sie das Feld leer, um nur zu prüfen.</translation>
    </message>
    <message>
        <source>Only accepted candidates</source>
        <translation>Nur angenommene Kandidaten</translation>
    </message>
    <message>
        <source>Only this part of the raster is indexed. Empty: the whole raster.</source>
        <translation>Nur dieser Teil des Rasters wird indiziert. Leer: der ganze Raster.</translation>
    </message>
    <message>
        <source>Open photo</source>
        <translation>Foto öffnen</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <source>PNG files (*.png)</source>
        <translation>PNG-Dateien (*.png)</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Panorama</source>
        <translation>Panorama</translation>
    </message>
    <message>
        <source>Panorama (equirectangular)</source>
        <translation>Panorama (äquirektangular)</translation>
    </message>
    <message>
        <source>Parameters of the search</source>
        <translation>Parameter der Suche</translation>
    </message>
    <message>
        <source>Partial, {} %: {} of {} blocks. It can be searched and resumed.</source>
        <translation>Unvollständig, {} %: {} von {} Blöcken. Er kann durchsucht und fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Perspective photo</source>
        <translation>Perspektivisches Foto</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Photo file</source>
        <translation>Fotodatei</translation>
    </message>
    <message>
        <source>Photo with its horizon</source>
        <translation>Foto mit seinem Horizont</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Photos judged</source>
        <translation>Beurteilte Fotos</translation>
    </message>
    <message>
        <source>Photos left out</source>
        <translation>Ausgelassene Fotos</translation>
    </message>
    <message>
        <source>Photos located</source>
        <translation>Geortete Fotos</translation>
    </message>
    <message>
        <source>Photos that could not be located</source>
        <translation>Fotos, die nicht geortet werden konnten</translation>
    </message>
    <message>
        <source>Photos whose file says no position are searched everywhere</source>
        <translation>Fotos ohne Position in der Datei werden überall gesucht</translation>
    </message>
    <message>
        <source>Photos whose file says nothing about the camera</source>
        <translation>Fotos, deren Datei nichts über die Kamera sagt</translation>
    </message>
    <message>
        <source>Photos with position</source>
        <translation>Fotos mit Position</translation>
    </message>
    <message>
        <source>Photos, best first</source>
        <translation>Fotos, die besten zuerst</translation>
    </message>
    <message>
        <source>Pitch is uncertain by{}, roll {:.1f}°{}.</source>
        <translation>Der Nickwinkel ist unsicher um{}, der Rollwinkel {:.1f}°{}.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Points where photos were taken, for instance from Import geotagged photos.</source>
        <translation>Punkte, an denen Fotos aufgenommen wurden, zum Beispiel aus „Geogetaggte Fotos importieren“.</translation>
    </message>
    <message>
        <source>Points, lines or polygons, in any CRS, such as the roads of a map. Positions near them become more probable. None is ruled out, so that a map with gaps does no harm: far from all features a position weighs a twentieth.</source>
        <translation>Punkte, Linien oder Polygone in einem beliebigen KBS, etwa die Straßen einer Karte. Positionen in ihrer Nähe werden wahrscheinlicher. Keine wird ausgeschlossen, so dass eine lückenhafte Karte nicht schadet: Fern von allen Objekten wiegt eine Position ein Zwanzigstel.</translation>
    </message>
    <message>
        <source>Polygon drawn on the map</source>
        <translation>Auf der Karte gezeichnetes Polygon</translation>
    </message>
    <message>
        <source>Polygons of a layer</source>
        <translation>Polygone eines Layers</translation>
    </message>
    <message>
        <source>Polygons of the places to search. Blocks of the index that do not touch them are left out, which saves time and space.</source>
        <translation>Polygone der Orte, die durchsucht werden sollen. Blöcke des Index, die sie nicht berühren, werden ausgelassen; das spart Zeit und Platz.</translation>
    </message>
    <message>
        <source>Polygons that the camera cannot have stood in: water, buildings, places that were ruled out</source>
        <translation>Polygone, in denen die Kamera nicht gestanden haben kann: Wasser, Gebäude, ausgeschlossene Orte</translation>
    </message>
    <message>
        <source>Polygons that the camera stood in</source>
        <translation>Polygone, in denen die Kamera stand</translation>
    </message>
    <message>
        <source>Polygons, one or several, in any CRS, that are left out of the search: water, buildings, places that were ruled out.</source>
        <translation>Polygone, eines oder mehrere, in einem beliebigen KBS, die von der Suche ausgenommen sind: Wasser, Gebäude, ausgeschlossene Orte.</translation>
    </message>
    <message>
        <source>Polygons, one or several, in any CRS, that the camera stood in. Leave it empty to search the whole index. A smaller area gives more certainty.</source>
        <translation>Polygone, eines oder mehrere, in einem beliebigen KBS, in denen die Kamera stand. Lassen Sie das Feld leer, um den ganzen Index zu durchsuchen. Ein kleineres Gebiet gibt mehr Gewissheit.</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Positions ranked before the truth</source>
        <translation>Positionen vor der wahren</translation>
    </message>
    <message>
        <source>Positions weighted by probability, for a heat map.</source>
        <translation>Mit der Wahrscheinlichkeit gewichtete Positionen, für eine Heatmap.</translation>
    </message>
    <message>
        <source>Press on the map where the camera may have stood and drag to where it looked; only the direction counts. Escape gives up.</source>
        <translation>Drücken Sie auf der Karte dort, wo die Kamera gestanden haben kann, und ziehen Sie dorthin, wohin sie blickte; nur die Richtung zählt. Esc bricht ab.</translation>
    </message>
    <message>
        <source>Previous candidate (key P)</source>
        <translation>Voriger Kandidat (Taste P)</translation>
    </message>
    <message>
        <source>Print report</source>
        <translation>Bericht drucken</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Probability of the best candidate</source>
        <translation>Wahrscheinlichkeit des besten Kandidaten</translation>
    </message>
    <message>
        <source>Probability of the direction</source>
        <translation>Wahrscheinlichkeit der Richtung</translation>
    </message>
    <message>
        <source>Probability that the best candidate's heading is not the opposite one</source>
        <translation>Wahrscheinlichkeit, dass die Blickrichtung des besten Kandidaten nicht die entgegengesetzte ist</translation>
    </message>
    <message>
        <source>Probability that the photo was not taken in this imagery</source>
        <translation>Wahrscheinlichkeit, dass das Foto nicht in diesen Luftbildern aufgenommen wurde</translation>
    </message>
    <message>
        <source>Probability that the photo was not taken in this imagery: {:.0f} %.</source>
        <translation>Wahrscheinlichkeit, dass das Foto nicht in diesen Luftbildern aufgenommen wurde: {:.0f} %.</translation>
    </message>
    <message>
        <source>Probability: not in this imagery</source>
        <translation>Wahrscheinlichkeit: nicht in diesem Luftbild</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>Prozessor-Threads</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Radius around it (m)</source>
        <translation>Radius darum (m)</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Ranked positions with probability, heading, coordinates and provenance.</source>
        <translation>Gereihte Positionen mit Wahrscheinlichkeit, Blickrichtung, Koordinaten und Herkunft.</translation>
    </message>
    <message>
        <source>Raster</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Raster and its identity</source>
        <translation>Raster und seine Kennung</translation>
    </message>
    <message>
        <source>Raster to index</source>
        <translation>Zu indizierender Raster</translation>
    </message>
    <message>
        <source>Reading the photo …</source>
        <translation>Foto wird gelesen …</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Reject candidate {}</source>
        <translation>Kandidat {} ablehnen</translation>
    </message>
    <message>
        <source>Replace a position that a photo already has</source>
        <translation>Eine Position ersetzen, die ein Foto schon hat</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Report beside the best candidate where the rule of the published method would put the camera: at the mean of the five positions whose codes are closest, each weighted by the reciprocal of its Hamming distance. For comparison only.</source>
        <translation>Nennt neben dem besten Kandidaten, wohin die Regel des veröffentlichten Verfahrens die Kamera setzen würde: in das Mittel der fünf Positionen mit den ähnlichsten Codes, jede gewichtet mit dem Kehrwert ihrer Hamming-Distanz. Nur zum Vergleich.</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Vorgaben wiederherstellen</translation>
    </message>
    <message>
        <source>Results and indexes</source>
        <translation>Ergebnisse und Indizes</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Review status</source>
        <translation>Prüfstatus</translation>
    </message>
    <message>
        <source>Ro&amp;ll</source>
        <translation>Ro&amp;llen</translation>
    </message>
    <message>
        <source>Road layout differs</source>
        <translation>Straßenverlauf weicht ab</translation>
    </message>
    <message>
        <source>Road markings match</source>
        <translation>Straßenmarkierungen stimmen überein</translation>
    </message>
    <message>
        <source>Roads, for instance: places near them are more probable; none is ruled out</source>
        <translation>Zum Beispiel Straßen: Orte in ihrer Nähe sind wahrscheinlicher; keiner wird ausgeschlossen</translation>
    </message>
    <message>
        <source>Roll</source>
        <translation>Rollwinkel</translation>
    </message>
    <message>
        <source>Roll (°)</source>
        <translation>Rollwinkel (°)</translation>
    </message>
    <message>
        <source>Row {}: it does not follow the row before it.</source>
        <translation>Zeile {}: Sie folgt nicht auf die Zeile davor.</translation>
    </message>
    <message>
        <source>Row {}: its content does not match its SHA-256.</source>
        <translation>Zeile {}: Ihr Inhalt passt nicht zu ihrem SHA-256.</translation>
    </message>
    <message>
        <source>Row {}: its number is not the next one.</source>
        <translation>Zeile {}: Ihre Nummer ist nicht die nächste.</translation>
    </message>
    <message>
        <source>Row {}: neither this last row nor one before has the noted SHA-256.</source>
        <translation>Zeile {}: Weder diese letzte Zeile noch eine davor hat den notierten SHA-256.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>SHA-256 of the index's content</source>
        <translation>SHA-256 des Indexinhalts</translation>
    </message>
    <message>
        <source>SHA-256 of the last row</source>
        <translation>SHA-256 der letzten Zeile</translation>
    </message>
    <message>
        <source>SHA-256 of the last row: {}. Note it down elsewhere.</source>
        <translation>SHA-256 der letzten Zeile: {}. Notieren Sie ihn an anderer Stelle.</translation>
    </message>
    <message>
        <source>SHA-256 of the model</source>
        <translation>SHA-256 des Modells</translation>
    </message>
    <message>
        <source>SHA-256 of the photo</source>
        <translation>SHA-256 des Fotos</translation>
    </message>
    <message>
        <source>Save reviews</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Score cells</source>
        <translation>Bewertungszellen</translation>
    </message>
    <message>
        <source>Search only around each photo's own position</source>
        <translation>Nur um die eigene Position jedes Fotos suchen</translation>
    </message>
    <message>
        <source>Searches with several cameras around the best guess, as uncertain as horizon, field of view and height are, and adds up what they find. Takes three to seven times as long to read the photo.</source>
        <translation>Sucht mit mehreren Kameras um die beste Annahme herum, so unsicher, wie Horizont, Bildwinkel und Höhe sind, und fasst zusammen, was sie finden. Das Foto zu lesen dauert drei- bis siebenmal so lange.</translation>
    </message>
    <message>
        <source>Seconds taken</source>
        <translation>Benötigte Sekunden</translation>
    </message>
    <message>
        <source>Set by the environment variable {}.</source>
        <translation>Durch die Umgebungsvariable {} festgelegt.</translation>
    </message>
    <message>
        <source>Shadow or trees hide the ground</source>
        <translation>Schatten oder Bäume verdecken den Boden</translation>
    </message>
    <message>
        <source>Share of photos with the best candidate in the radius</source>
        <translation>Anteil der Fotos mit dem besten Kandidaten im Radius</translation>
    </message>
    <message>
        <source>Share of photos within a distance of the truth</source>
        <translation>Anteil der Fotos innerhalb eines Abstands von der Wahrheit</translation>
    </message>
    <message>
        <source>Share of probability</source>
        <translation>Anteil der Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Share of the best</source>
        <translation>Anteil am besten Wert</translation>
    </message>
    <message>
        <source>Share with the truth among the best 1 % of positions</source>
        <translation>Anteil mit der Wahrheit unter den besten 1 % der Positionen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Size estimated before the start (bytes)</source>
        <translation>Vor dem Start geschätzte Größe (Byte)</translation>
    </message>
    <message>
        <source>Size of the file (bytes)</source>
        <translation>Größe der Datei (Byte)</translation>
    </message>
    <message>
        <source>Skymatch help</source>
        <translation>Skymatch-Hilfe</translation>
    </message>
    <message>
        <source>Skymatch index</source>
        <translation>Skymatch-Index</translation>
    </message>
    <message>
        <source>Skymatch is still at work. Wait for it or cancel it.</source>
        <translation>Skymatch arbeitet noch. Warten Sie darauf oder brechen Sie ab.</translation>
    </message>
    <message>
        <source>Skymatch: accuracy here</source>
        <translation>Skymatch: Genauigkeit hier</translation>
    </message>
    <message>
        <source>Skymatch: locate photos</source>
        <translation>Skymatch: Fotos orten</translation>
    </message>
    <message>
        <source>Skymatch: look at {}</source>
        <translation>Skymatch: {} ansehen</translation>
    </message>
    <message>
        <source>Skymatch: model and computing</source>
        <translation>Skymatch: Modell und Berechnung</translation>
    </message>
    <message>
        <source>Skymatch: read {}</source>
        <translation>Skymatch: {} lesen</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>Software</translation>
    </message>
    <message>
        <source>Some blocks are damaged. Run Build index again with the same raster and file: it makes just these blocks anew.</source>
        <translation>Einige Blöcke sind beschädigt. Führen Sie „Index erstellen“ mit demselben Raster und derselben Datei noch einmal aus: Nur diese Blöcke werden neu erstellt.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong. The log panel, tab Processing, has the details.</source>
        <translation>Etwas Unerwartetes ist schiefgegangen. Einzelheiten stehen im Protokollfenster, Reiter Verarbeitung.</translation>
    </message>
    <message>
        <source>Stale: made with another model ({} {}). Build it anew.</source>
        <translation>Veraltet: mit einem anderen Modell erstellt ({} {}). Erstellen Sie ihn neu.</translation>
    </message>
    <message>
        <source>Stale: the raster is not as it was when it was indexed. Build it anew.</source>
        <translation>Veraltet: Der Raster ist nicht mehr so, wie er beim Indizieren war. Erstellen Sie den Index neu.</translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation>Wird gestartet …</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Stated probability</source>
        <translation>Angegebene Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Stated: not here</source>
        <translation>Angegeben: nicht hier</translation>
    </message>
    <message>
        <source>Stop; everything finished so far is kept</source>
        <translation>Anhalten; alles bisher Fertige bleibt erhalten</translation>
    </message>
    <message>
        <source>Stopped. Everything finished so far is kept.</source>
        <translation>Angehalten. Alles bisher Fertige bleibt erhalten.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Angehalten. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Street-level link as text</source>
        <translation>Straßenansicht-Link als Text</translation>
    </message>
    <message>
        <source>Switch on the Skymatch plugin to use its actions.</source>
        <translation>Schalten Sie die Erweiterung Skymatch ein, um ihre Aktionen zu verwenden.</translation>
    </message>
    <message>
        <source>Take a picture or a photo file from the clipboard (Ctrl+V)</source>
        <translation>Ein Bild oder eine Fotodatei aus der Zwischenablage nehmen (Strg+V)</translation>
    </message>
    <message>
        <source>Take back the last change to this layer (Ctrl+Z)</source>
        <translation>Die letzte Änderung an diesem Layer zurücknehmen (Strg+Z)</translation>
    </message>
    <message>
        <source>Tell how long building would take and how large the index would be</source>
        <translation>Sagt, wie lange das Erstellen dauern und wie groß der Index würde</translation>
    </message>
    <message>
        <source>Tells how a photo was taken and how usable it is, and shows its ground from above.</source>
        <translation>Sagt, wie ein Foto aufgenommen wurde und wie brauchbar es ist, und zeigt seinen Boden von oben.</translation>
    </message>
    <message>
        <source>Tells how long the work would take and how large the index would be, measured on a few places of the raster, and writes nothing.</source>
        <translation>Sagt, wie lange die Arbeit dauern und wie groß der Index würde, gemessen an einigen Stellen des Rasters, und schreibt nichts.</translation>
    </message>
    <message>
        <source>Tells what an index holds, and checks every block of it.</source>
        <translation>Sagt, was ein Index enthält, und prüft jeden Block darin.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>The PDF. Its maps show the layers that are visible in the project.</source>
        <translation>Das PDF. Seine Karten zeigen die Layer, die im Projekt sichtbar sind.</translation>
    </message>
    <message>
        <source>The Python program of this QGIS was not found. Install onnxruntime with pip in the shell that came with QGIS (on Windows: OSGeo4W shell).</source>
        <translation>Das Python-Programm dieses QGIS wurde nicht gefunden. Installieren Sie onnxruntime mit pip in der Shell, die mit QGIS kam (unter Windows: OSGeo4W-Shell).</translation>
    </message>
    <message>
        <source>The area layer {} holds no polygon. Draw one, or leave the area empty.</source>
        <translation>Der Gebietslayer {} enthält kein Polygon. Zeichnen Sie eines, oder lassen Sie das Gebiet leer.</translation>
    </message>
    <message>
        <source>The axis of view is clearer than the direction: {:.0f}° is right with {:.0f} %, else the photo looks the other way, to {:.0f}°.</source>
        <translation>Die Blickachse ist sicherer als die Richtung: {:.0f}° ist mit {:.0f} % richtig, sonst blickt das Foto andersherum, nach {:.0f}°.</translation>
    </message>
    <message>
        <source>The bird's-eye view could not be written to {}: {}. Choose another file.</source>
        <translation>Die Vogelperspektive konnte nicht nach {} geschrieben werden: {}. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The camera cannot stand there</source>
        <translation>Die Kamera kann dort nicht stehen</translation>
    </message>
    <message>
        <source>The candidate has no position on the Earth.</source>
        <translation>Der Kandidat hat keine Position auf der Erde.</translation>
    </message>
    <message>
        <source>The certificate of the package index is not trusted; offices that inspect traffic cause this. Set the variable PIP_CERT to your office's certificate file and start QGIS again, or install from a folder of wheels.</source>
        <translation>Dem Zertifikat des Paketverzeichnisses wird nicht vertraut; das liegt an Netzen, die den Datenverkehr prüfen. Setzen Sie die Variable PIP_CERT auf die Zertifikatsdatei Ihres Hauses und starten Sie QGIS neu, oder installieren Sie aus einem Ordner mit Wheels.</translation>
    </message>
    <message>
        <source>The compass of the camera wrote this; it may be wrong by far</source>
        <translation>Das hat der Kompass der Kamera geschrieben; er kann weit danebenliegen</translation>
    </message>
    <message>
        <source>The disk is full. Make room for about 100 MB where your QGIS profile lies, then install again.</source>
        <translation>Der Datenträger ist voll. Schaffen Sie dort, wo Ihr QGIS-Profil liegt, etwa 100 MB Platz und installieren Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>The evidence log could not be continued: {}</source>
        <translation>Das Beweisprotokoll konnte nicht fortgesetzt werden: {}</translation>
    </message>
    <message>
        <source>The evidence log could not be copied to {} ({}). A new one begins.</source>
        <translation>Das Beweisprotokoll konnte nicht nach {} kopiert werden ({}). Ein neues beginnt.</translation>
    </message>
    <message>
        <source>The evidence log {} cannot be read ({}). Restore it from a copy.</source>
        <translation>Das Beweisprotokoll {} kann nicht gelesen werden ({}). Stellen Sie es aus einer Kopie wieder her.</translation>
    </message>
    <message>
        <source>The evidence log: the file evidence.sqlite in the project's Skymatch folder. Leave it empty for the log of the project that is open.</source>
        <translation>Das Beweisprotokoll: die Datei evidence.sqlite im Skymatch-Ordner des Projekts. Lassen Sie das Feld leer für das Protokoll des geöffneten Projekts.</translation>
    </message>
    <message>
        <source>The field of that layer that holds the photo's path.</source>
        <translation>Das Feld dieses Layers, das den Pfad des Fotos enthält.</translation>
    </message>
    <message>
        <source>The file gives a compass heading of {:.0f}°{}. It is not used unasked.</source>
        <translation>Die Datei nennt eine Kompassrichtung von {:.0f}°{}. Sie wird nicht ungefragt verwendet.</translation>
    </message>
    <message>
        <source>The file gives the position {:.6f}, {:.6f}. It is not used.</source>
        <translation>Die Datei nennt die Position {:.6f}, {:.6f}. Sie wird nicht verwendet.</translation>
    </message>
    <message>
        <source>The file says no position</source>
        <translation>Die Datei nennt keine Position</translation>
    </message>
    <message>
        <source>The file says {:.5f}, {:.5f}; a circle around it becomes the area</source>
        <translation>Die Datei sagt {:.5f}, {:.5f}; ein Kreis darum wird zum Gebiet</translation>
    </message>
    <message>
        <source>The folder of your QGIS profile may not be written to. Ask who looks after this computer, or start QGIS with 'qgis --profiles-path' and a folder of your own.</source>
        <translation>In den Ordner Ihres QGIS-Profils darf nicht geschrieben werden. Fragen Sie, wer diesen Rechner betreut, oder starten Sie QGIS mit „qgis --profiles-path“ und einem eigenen Ordner.</translation>
    </message>
    <message>
        <source>The folder {} cannot be made: {}. Choose another one.</source>
        <translation>Der Ordner {} kann nicht angelegt werden: {}. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The folder {} cannot be made: {}. Save the project elsewhere.</source>
        <translation>Der Ordner {} kann nicht angelegt werden: {}. Speichern Sie das Projekt an einem anderen Ort.</translation>
    </message>
    <message>
        <source>The folder {} has no wheel of onnxruntime that fits {} on this system. Download one whose name has the right Python (see the command: cp39 for 3.9, cp312 for 3.12) and system, and choose its folder.</source>
        <translation>Im Ordner {} liegt kein Wheel von onnxruntime, das auf diesem System zu {} passt. Laden Sie eines herunter, dessen Name das richtige Python (siehe Befehl: cp39 für 3.9, cp312 für 3.12) und System nennt, und wählen Sie dessen Ordner.</translation>
    </message>
    <message>
        <source>The ground before the camera as seen from above, 32 m wide, view direction up.</source>
        <translation>Der Boden vor der Kamera von oben gesehen, 32 m breit, Blickrichtung nach oben.</translation>
    </message>
    <message>
        <source>The ground from above</source>
        <translation>Der Boden von oben</translation>
    </message>
    <message>
        <source>The ground of the photo from above: this is what is compared with the imagery. Straight kerbs and markings that look straight and evenly wide here mean that horizon and field of view are right.</source>
        <translation>Der Boden des Fotos von oben: Das wird mit den Luftbildern verglichen. Gerade Bordsteine und Markierungen, die hier gerade und überall gleich breit aussehen, zeigen, dass Horizont und Bildwinkel stimmen.</translation>
    </message>
    <message>
        <source>The imagery at this candidate, direction of view upward. Rings at 10 and 20 m. Move the mouse here to see the same spot in the photo and on the map.</source>
        <translation>Das Luftbild bei diesem Kandidaten, Blickrichtung nach oben. Ringe bei 10 und 20 m. Bewegen Sie die Maus hier, um dieselbe Stelle im Foto und auf der Karte zu sehen.</translation>
    </message>
    <message>
        <source>The imagery at this candidate, direction of view upward. Rings at 10 and 20 m. Move the mouse here to see the same spot on the map.</source>
        <translation type="vanished">Das Luftbild bei diesem Kandidaten, Blickrichtung nach oben. Ringe bei 10 und 20 m. Bewegen Sie die Maus hier, um dieselbe Stelle auf der Karte zu sehen.</translation>
    </message>
    <message>
        <source>The index attached to this project cannot be found. Open the project again, or build the index anew with Build index.</source>
        <translation>Der an dieses Projekt angehängte Index ist nicht zu finden. Öffnen Sie das Projekt noch einmal, oder erstellen Sie den Index mit „Index erstellen“ neu.</translation>
    </message>
    <message>
        <source>The index is attached to the project as {}; save the project to keep it.</source>
        <translation>Der Index ist als {} an das Projekt angehängt; speichern Sie das Projekt, um ihn zu behalten.</translation>
    </message>
    <message>
        <source>The index is not complete: {} of {} blocks. Build index continues it.</source>
        <translation>Der Index ist nicht vollständig: {} von {} Blöcken. „Index erstellen“ setzt ihn fort.</translation>
    </message>
    <message>
        <source>The index is ready.</source>
        <translation>Der Index ist fertig.</translation>
    </message>
    <message>
        <source>The index of the aerial imagery, made by Build index. An index attached to the project is given by its attachment identifier.</source>
        <translation>Der Index der Luftbilder, mit „Index erstellen“ gemacht. Ein an das Projekt angehängter Index wird durch die Kennung seines Anhangs angegeben.</translation>
    </message>
    <message>
        <source>The index of the imagery, made by Build index.</source>
        <translation>Der Index der Luftbilder, mit „Index erstellen“ gemacht.</translation>
    </message>
    <message>
        <source>The index to search, made by Build index.</source>
        <translation>Der zu durchsuchende Index, mit „Index erstellen“ gemacht.</translation>
    </message>
    <message>
        <source>The index was not attached: it is not complete, or no project is open.</source>
        <translation>Der Index wurde nicht angehängt: Er ist nicht vollständig, oder es ist kein Projekt geöffnet.</translation>
    </message>
    <message>
        <source>The index {}</source>
        <translation>Der Index {}</translation>
    </message>
    <message>
        <source>The index, a GeoPackage. If the file is an unfinished index of the same raster, area and model, it is continued; any other file is left untouched and refused.</source>
        <translation>Der Index, ein GeoPackage. Ist die Datei ein unfertiger Index desselben Rasters, Gebiets und Modells, wird er fortgesetzt; jede andere Datei bleibt unberührt und wird abgelehnt.</translation>
    </message>
    <message>
        <source>The installation failed; its last words: {} Copy the command below into a terminal to see more, or install from a folder of wheels.</source>
        <translation>Die Installation ist fehlgeschlagen; ihre letzten Worte: {} Kopieren Sie den Befehl unten in ein Terminal, um mehr zu sehen, oder installieren Sie aus einem Ordner mit Wheels.</translation>
    </message>
    <message>
        <source>The layer for “{}” cannot be read. Choose another one, or none.</source>
        <translation>Der Layer für „{}“ kann nicht gelesen werden. Wählen Sie einen anderen, oder keinen.</translation>
    </message>
    <message>
        <source>The layer has no photo with a file name and a position. Choose another.</source>
        <translation>Der Layer hat kein Foto mit Dateiname und Position. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The layer of photos cannot be read. Choose another.</source>
        <translation>Der Layer der Fotos kann nicht gelesen werden. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The layer {} cannot be brought into the coordinate system of the index. Check the CRS of that layer.</source>
        <translation>Der Layer {} kann nicht in das Koordinatensystem des Index umgerechnet werden. Prüfen Sie das KBS dieses Layers.</translation>
    </message>
    <message>
        <source>The layer {} could not be written: {}</source>
        <translation>Der Layer {} konnte nicht geschrieben werden: {}</translation>
    </message>
    <message>
        <source>The layer {} has no field '{}'. Choose one of its fields.</source>
        <translation>Der Layer {} hat kein Feld „{}“. Wählen Sie eines seiner Felder.</translation>
    </message>
    <message>
        <source>The layer {} has no field '{}'. Choose the field with the photo's path.</source>
        <translation>Der Layer {} hat kein Feld „{}“. Wählen Sie das Feld mit dem Pfad des Fotos.</translation>
    </message>
    <message>
        <source>The layer {} holds no feature on the indexed imagery. Choose another layer of features that the camera was near, or none.</source>
        <translation>Der Layer {} enthält kein Objekt auf den indizierten Luftbildern. Wählen Sie einen anderen Layer mit Objekten, in deren Nähe die Kamera war, oder keinen.</translation>
    </message>
    <message>
        <source>The layer {} is being edited. Save or undo its edits first.</source>
        <translation>Der Layer {} wird gerade bearbeitet. Speichern oder verwerfen Sie zuerst seine Änderungen.</translation>
    </message>
    <message>
        <source>The layer {} names no photo.</source>
        <translation>Der Layer {} nennt kein Foto.</translation>
    </message>
    <message>
        <source>The log is NOT intact: {} findings.</source>
        <translation>Das Protokoll ist NICHT unversehrt: {} Befunde.</translation>
    </message>
    <message>
        <source>The log is intact</source>
        <translation>Das Protokoll ist unversehrt</translation>
    </message>
    <message>
        <source>The log is intact: {} rows.</source>
        <translation>Das Protokoll ist unversehrt: {} Zeilen.</translation>
    </message>
    <message>
        <source>The maps of the report are those of a project. Open the project first.</source>
        <translation>Die Karten des Berichts sind die eines Projekts. Öffnen Sie zuerst das Projekt.</translation>
    </message>
    <message>
        <source>The mask layer has no polygon. Draw one, or leave the mask empty.</source>
        <translation>Der Maskenlayer hat kein Polygon. Zeichnen Sie eines, oder lassen Sie die Maske leer.</translation>
    </message>
    <message>
        <source>The mask lies outside the extent. Leave one of them empty.</source>
        <translation>Die Maske liegt außerhalb der Ausdehnung. Lassen Sie eine von beiden leer.</translation>
    </message>
    <message>
        <source>The model that comes along</source>
        <translation>Das mitgelieferte Modell</translation>
    </message>
    <message>
        <source>The most candidates of one photo, best first.</source>
        <translation>Höchstzahl der Kandidaten eines Fotos, der beste zuerst.</translation>
    </message>
    <message>
        <source>The most candidates to return, best first.</source>
        <translation>Höchstzahl der gelieferten Kandidaten, der beste zuerst.</translation>
    </message>
    <message>
        <source>The most probable positions (3000 at most), graded by their share of the best.</source>
        <translation>Die wahrscheinlichsten Positionen (höchstens 3000), gestuft nach ihrem Anteil am besten Wert.</translation>
    </message>
    <message>
        <source>The package index cannot be reached. Check the network and the proxy (Settings &gt; Options &gt; Network), or install from a folder of wheels.</source>
        <translation>Das Paketverzeichnis ist nicht erreichbar. Prüfen Sie Netzwerk und Proxy (Einstellungen &gt; Optionen &gt; Netzwerk), oder installieren Sie aus einem Ordner mit Wheels.</translation>
    </message>
    <message>
        <source>The package index has no onnxruntime for {} on this system. Put a wheel that fits into a folder and install from there, or use a newer QGIS.</source>
        <translation>Das Paketverzeichnis hat kein onnxruntime für {} auf diesem System. Legen Sie ein passendes Wheel in einen Ordner und installieren Sie von dort, oder verwenden Sie ein neueres QGIS.</translation>
    </message>
    <message>
        <source>The photo is not there any more. Put it beside the project.</source>
        <translation>Das Foto ist nicht mehr da. Legen Sie es neben das Projekt.</translation>
    </message>
    <message>
        <source>The photo was probably not taken in this imagery ({:.0f} %). Treat the candidates as guesses.</source>
        <translation>Das Foto wurde wahrscheinlich nicht in diesen Luftbildern aufgenommen ({:.0f} %). Nehmen Sie die Kandidaten als Vermutungen.</translation>
    </message>
    <message>
        <source>The photo {} is not there any more. Put it beside the project file.</source>
        <translation>Das Foto {} ist nicht mehr da. Legen Sie es neben die Projektdatei.</translation>
    </message>
    <message>
        <source>The photo {} is not there any more. Put it beside the project.</source>
        <translation>Das Foto {} ist nicht mehr da. Legen Sie es neben das Projekt.</translation>
    </message>
    <message>
        <source>The position in the photo, or of its point in the layer, is the centre of the area searched. Photos without one are searched everywhere. It is never used unasked.</source>
        <translation>Die Position im Foto oder die seines Punktes im Layer ist die Mitte des durchsuchten Gebiets. Fotos ohne eine solche werden überall gesucht. Sie wird nie ungefragt verwendet.</translation>
    </message>
    <message>
        <source>The project has no CRS. Copy latitude and longitude instead.</source>
        <translation>Das Projekt hat kein KBS. Kopieren Sie stattdessen Breite und Länge.</translation>
    </message>
    <message>
        <source>The project has no polygon layer.</source>
        <translation>Das Projekt hat keinen Polygonlayer.</translation>
    </message>
    <message>
        <source>The proxy refused the connection. Check it under Settings &gt; Options &gt; Network, or install from a folder of wheels.</source>
        <translation>Der Proxy hat die Verbindung abgelehnt. Prüfen Sie ihn unter Einstellungen &gt; Optionen &gt; Netzwerk, oder installieren Sie aus einem Ordner mit Wheels.</translation>
    </message>
    <message>
        <source>The ranked positions of all photos, each with the name of its photo.</source>
        <translation>Die gereihten Positionen aller Fotos, jede mit dem Namen ihres Fotos.</translation>
    </message>
    <message>
        <source>The report is written: {}</source>
        <translation>Der Bericht ist geschrieben: {}</translation>
    </message>
    <message>
        <source>The report {} cannot be written ({}). Choose a folder that you may write to.</source>
        <translation>Der Bericht {} kann nicht geschrieben werden ({}). Wählen Sie einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>The report {} cannot be written. Close it if it is open, or choose another file.</source>
        <translation>Der Bericht {} kann nicht geschrieben werden. Schließen Sie ihn, falls er geöffnet ist, oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The review could not be written into {}.</source>
        <translation>Die Prüfung konnte nicht in {} geschrieben werden.</translation>
    </message>
    <message>
        <source>The reviews could not be saved: {}. Check that the file may be written.</source>
        <translation>Die Prüfungen konnten nicht gespeichert werden: {}. Sehen Sie nach, ob die Datei geschrieben werden darf.</translation>
    </message>
    <message>
        <source>The rule of the five closest gives {:.6f}, {:.6f}</source>
        <translation>Die Regel der fünf nächsten ergibt {:.6f}, {:.6f}</translation>
    </message>
    <message>
        <source>The same as a page to read or print.</source>
        <translation>Dasselbe als Seite zum Lesen oder Drucken.</translation>
    </message>
    <message>
        <source>The same by chance</source>
        <translation>Dasselbe durch Zufall</translation>
    </message>
    <message>
        <source>The same runs from Python</source>
        <translation>Dieselben Läufe aus Python</translation>
    </message>
    <message>
        <source>The smallest areas that hold 50, 80 and 95 % of the probability.</source>
        <translation>Die kleinsten Flächen, die 50, 80 und 95 % der Wahrscheinlichkeit enthalten.</translation>
    </message>
    <message>
        <source>The street photo or panorama: JPEG, PNG, TIFF or WebP; HEIC and AVIF where this QGIS can read them. The ground in front of the camera must be visible, because that is what is compared with the aerial imagery.</source>
        <translation>Das Straßenfoto oder Panorama: JPEG, PNG, TIFF oder WebP; HEIC und AVIF, wo dieses QGIS sie lesen kann. Der Boden vor der Kamera muss zu sehen sein, denn er wird mit den Luftbildern verglichen.</translation>
    </message>
    <message>
        <source>The template of the report could not be read. Install Skymatch again.</source>
        <translation>Die Vorlage des Berichts konnte nicht gelesen werden. Installieren Sie Skymatch neu.</translation>
    </message>
    <message>
        <source>The wheel brought more than onnxruntime ({}) and is not used. Install from the package index, or choose another folder.</source>
        <translation>Das Wheel brachte mehr mit als onnxruntime ({}) und wird nicht verwendet. Installieren Sie aus dem Paketverzeichnis, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The wheel is damaged. Download it again, then install again.</source>
        <translation>Das Wheel ist beschädigt. Laden Sie es noch einmal herunter und installieren Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>There are no candidates to report. Locate a photo first.</source>
        <translation>Es gibt keine Kandidaten für einen Bericht. Orten Sie zuerst ein Foto.</translation>
    </message>
    <message>
        <source>There are no candidates yet. Locate a photo first.</source>
        <translation>Es gibt noch keine Kandidaten. Orten Sie zuerst ein Foto.</translation>
    </message>
    <message>
        <source>There is no file {}.</source>
        <translation>Die Datei {} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no folder {}. Choose another one.</source>
        <translation>Den Ordner {} gibt es nicht. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>There is no index to search yet. Choose a raster and build it.</source>
        <translation>Es gibt noch keinen Index zum Durchsuchen. Wählen Sie einen Raster und erstellen Sie ihn.</translation>
    </message>
    <message>
        <source>There is no photo in {}. Choose another folder.</source>
        <translation>In {} ist kein Foto. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>There is no photo on the clipboard. Copy a picture or a photo file first.</source>
        <translation>In der Zwischenablage ist kein Foto. Kopieren Sie zuerst ein Bild oder eine Fotodatei.</translation>
    </message>
    <message>
        <source>There is no raster layer in the project to show here.</source>
        <translation>Das Projekt hat keinen Rasterlayer, der hier gezeigt werden könnte.</translation>
    </message>
    <message>
        <source>There is no wheel in {}. Choose the folder with the .whl files.</source>
        <translation>In {} liegt kein Wheel. Wählen Sie den Ordner mit den .whl-Dateien.</translation>
    </message>
    <message>
        <source>This Python has no pip. Run '{} -m ensurepip --user' in a terminal (on Debian and Ubuntu: 'sudo apt install python3-pip'; on Windows use the OSGeo4W shell), then install again.</source>
        <translation>Dieses Python hat kein pip. Führen Sie in einem Terminal „{} -m ensurepip --user“ aus (unter Debian und Ubuntu: „sudo apt install python3-pip“; unter Windows in der OSGeo4W-Shell) und installieren Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>This candidate has no position.</source>
        <translation>Dieser Kandidat hat keine Position.</translation>
    </message>
    <message>
        <source>This candidate is no longer in the layer.</source>
        <translation>Dieser Kandidat ist nicht mehr im Layer.</translation>
    </message>
    <message>
        <source>This candidate lies outside the map's CRS.</source>
        <translation>Dieser Kandidat liegt außerhalb des KBS der Karte.</translation>
    </message>
    <message>
        <source>This command will be run:</source>
        <translation>Dieser Befehl wird ausgeführt:</translation>
    </message>
    <message>
        <source>This could not be finished. Choose it again.</source>
        <translation>Dies konnte nicht abgeschlossen werden. Wählen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This index</source>
        <translation>Dieser Index</translation>
    </message>
    <message>
        <source>This is no candidates layer. Choose one made by Locate photo.</source>
        <translation>Dies ist kein Kandidatenlayer. Wählen Sie einen von „Foto orten“.</translation>
    </message>
    <message>
        <source>This layer holds no candidates. Locate a photo first.</source>
        <translation>Dieser Layer enthält keine Kandidaten. Orten Sie zuerst ein Foto.</translation>
    </message>
    <message>
        <source>This position cannot be brought into {}. Choose another CRS.</source>
        <translation>Diese Position kann nicht in {} umgerechnet werden. Wählen Sie ein anderes KBS.</translation>
    </message>
    <message>
        <source>This project has no evidence log yet. It begins with the first search.</source>
        <translation>Dieses Projekt hat noch kein Beweisprotokoll. Es beginnt mit der ersten Suche.</translation>
    </message>
    <message>
        <source>This took longer than {} minutes and was stopped. Try again later, or install from a folder of wheels.</source>
        <translation>Das dauerte länger als {} Minuten und wurde angehalten. Versuchen Sie es später noch einmal, oder installieren Sie aus einem Ordner mit Wheels.</translation>
    </message>
    <message>
        <source>Tiles that could not be fetched</source>
        <translation>Kacheln, die nicht geholt werden konnten</translation>
    </message>
    <message>
        <source>Time estimated before the start (s)</source>
        <translation>Vor dem Start geschätzte Zeit (s)</translation>
    </message>
    <message>
        <source>Time in the file</source>
        <translation>Zeit in der Datei</translation>
    </message>
    <message>
        <source>Time taken (s)</source>
        <translation>Benötigte Zeit (s)</translation>
    </message>
    <message>
        <source>Tokens with imagery</source>
        <translation>Token mit Luftbild</translation>
    </message>
    <message>
        <source>Tolerance of the heading</source>
        <translation>Toleranz der Blickrichtung</translation>
    </message>
    <message>
        <source>Tries onnxruntime with the model, also after you ran the command yourself</source>
        <translation>Probiert onnxruntime mit dem Modell aus, auch nachdem Sie den Befehl selbst ausgeführt haben</translation>
    </message>
    <message>
        <source>Truth among the best 1 % of positions</source>
        <translation>Wahrheit unter den besten 1 % der Positionen</translation>
    </message>
    <message>
        <source>Truth inside the {:.0%} region</source>
        <translation>Wahrheit innerhalb des {:.0%}-Bereichs</translation>
    </message>
    <message>
        <source>Trying onnxruntime with the model</source>
        <translation>onnxruntime wird mit dem Modell ausprobiert</translation>
    </message>
    <message>
        <source>Trying the model…</source>
        <translation>Modell wird ausprobiert …</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Update index</source>
        <translation>Index auffrischen</translation>
    </message>
    <message>
        <source>Usability (0 to 1)</source>
        <translation>Brauchbarkeit (0 bis 1)</translation>
    </message>
    <message>
        <source>Usability of the photo (0 to 1)</source>
        <translation>Brauchbarkeit des Fotos (0 bis 1)</translation>
    </message>
    <message>
        <source>Use {:.0f}° from the file</source>
        <translation>{:.0f}° aus der Datei</translation>
    </message>
    <message>
        <source>Used where a run names no other. An index fits only its own model.</source>
        <translation>Gilt, wo ein Lauf kein anderes nennt. Ein Index passt nur zu seinem eigenen Modell.</translation>
    </message>
    <message>
        <source>Verifies the log of searches and reviews of the project, and writes it to a file.</source>
        <translation>Prüft das Protokoll der Suchen und Prüfungen des Projekts und schreibt es in eine Datei.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>View of candidate</source>
        <translation>Blick von Kandidat</translation>
    </message>
    <message>
        <source>View wedges</source>
        <translation>Blickkeile</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Well usable: {:.0f} m² of ground within {:.0f} m, readable.</source>
        <translation>Gut brauchbar: {:.0f} m² Boden innerhalb von {:.0f} m, lesbar.</translation>
    </message>
    <message>
        <source>What runs: QGIS, Python and packages</source>
        <translation>Was läuft: QGIS, Python und Pakete</translation>
    </message>
    <message>
        <source>What the camera sees from each candidate.</source>
        <translation>Was die Kamera von jedem Kandidaten aus sieht.</translation>
    </message>
    <message>
        <source>What the installation says appears here.</source>
        <translation>Hier erscheint, was die Installation meldet.</translation>
    </message>
    <message>
        <source>What the map shows now</source>
        <translation>Was die Karte gerade zeigt</translation>
    </message>
    <message>
        <source>When this is off, photos that carry a position of their own are left out. The original keeps its position in any case; only the copy gets the new one.</source>
        <translation>Wenn dies aus ist, werden Fotos mit eigener Position ausgelassen. Das Original behält seine Position in jedem Fall; nur die Kopie bekommt die neue.</translation>
    </message>
    <message>
        <source>Where photos are that are named without a folder.</source>
        <translation>Wo Fotos liegen, die ohne Ordner genannt sind.</translation>
    </message>
    <message>
        <source>Where the camera stood</source>
        <translation>Wo die Kamera stand</translation>
    </message>
    <message>
        <source>Where the field of view comes from</source>
        <translation>Woher der Bildwinkel stammt</translation>
    </message>
    <message>
        <source>Where the geotagged copies go. It must be another folder than that of the photos, and files in it are never overwritten.</source>
        <translation>Wohin die Kopien mit Geotag kommen. Es muss ein anderer Ordner als der der Fotos sein, und Dateien darin werden nie überschrieben.</translation>
    </message>
    <message>
        <source>Where the horizon comes from</source>
        <translation>Woher der Horizont stammt</translation>
    </message>
    <message>
        <source>Where the level horizon crosses the centre column, from 0 at the top of the picture to 1 at its bottom. Leave it empty to have it read off the picture.</source>
        <translation>Wo der ebene Horizont die mittlere Spalte schneidet, von 0 am oberen bis 1 am unteren Bildrand. Lassen Sie das Feld leer, um ihn aus dem Bild ablesen zu lassen.</translation>
    </message>
    <message>
        <source>Where the level horizon crosses the middle of the photo, as a fraction of its height: 0 at the top, 1 at the bottom</source>
        <translation>Wo der ebene Horizont die Mitte des Fotos schneidet, als Anteil seiner Höhe: 0 oben, 1 unten</translation>
    </message>
    <message>
        <source>Whether photos in folders of the folder count too.</source>
        <translation>Ob auch Fotos in Ordnern des Ordners zählen.</translation>
    </message>
    <message>
        <source>Which photo's candidates are reviewed</source>
        <translation>Von welchem Foto die Kandidaten geprüft werden</translation>
    </message>
    <message>
        <source>Whole raster</source>
        <translation>Ganzer Raster</translation>
    </message>
    <message>
        <source>Why it was accepted or rejected</source>
        <translation>Warum er angenommen oder abgelehnt wurde</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Umkreis</translation>
    </message>
    <message>
        <source>Write a PDF with a page for every candidate; keep its layout</source>
        <translation>Ein PDF mit einer Seite für jeden Kandidaten schreiben; sein Layout bleibt</translation>
    </message>
    <message>
        <source>Write the positions of accepted candidates into copies of their photos, in place of those that the photos say</source>
        <translation>Die Positionen angenommener Kandidaten in Kopien ihrer Fotos schreiben, anstelle derer, die die Fotos nennen</translation>
    </message>
    <message>
        <source>Write the reviews into the results file. They can not be undone after that.</source>
        <translation>Schreibt die Prüfungen in die Ergebnisdatei. Danach können sie nicht mehr rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Writes a PDF with one page for every candidate: map, imagery, photo, review and origin.</source>
        <translation>Schreibt ein PDF mit einer Seite für jeden Kandidaten: Karte, Luftbild, Foto, Prüfung und Herkunft.</translation>
    </message>
    <message>
        <source>Writes the positions of accepted candidates into copies of their JPEG photos. Originals and pixels stay as they are.</source>
        <translation>Schreibt die Positionen angenommener Kandidaten in Kopien ihrer JPEG-Fotos. Originale und Pixel bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoomen</translation>
    </message>
    <message>
        <source>Zoom to candidate</source>
        <translation>Auf Kandidat zoomen</translation>
    </message>
    <message>
        <source>[% round("heading") %]° from true north</source>
        <translation>[% round("heading") %]° von geografisch Nord</translation>
    </message>
    <message>
        <source>a number from {:g} to {:g}, or nothing, is needed</source>
        <translation>nötig ist eine Zahl von {:g} bis {:g}, oder nichts</translation>
    </message>
    <message>
        <source>a whole number from {} to {} is needed</source>
        <translation>nötig ist eine ganze Zahl von {} bis {}</translation>
    </message>
    <message>
        <source>about even</source>
        <translation>etwa halb-halb</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>aerial</source>
        <translation>Luftbild</translation>
    </message>
    <message>
        <source>as given</source>
        <translation>wie angegeben</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>assumed; neither file nor picture tell</source>
        <translation>angenommen; weder Datei noch Bild sagen es</translation>
    </message>
    <message>
        <source>atlas</source>
        <translation>Atlas</translation>
    </message>
    <message>
        <source>audit</source>
        <translation>Nachprüfung</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>auto {}</source>
        <translation>auto {}</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>bird's-eye view</source>
        <translation>Vogelperspektive</translation>
    </message>
    <message>
        <source>calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>checksum</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>choose a photo</source>
        <translation>Foto wählen</translation>
    </message>
    <message>
        <source>choose a raster</source>
        <translation>Raster wählen</translation>
    </message>
    <message>
        <source>coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>cross-view</source>
        <translation>Ansichtsvergleich</translation>
    </message>
    <message>
        <source>custom CRS</source>
        <translation>benutzerdefiniertes KBS</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>evaluation</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>Beweis</translation>
    </message>
    <message>
        <source>exif</source>
        <translation>EXIF</translation>
    </message>
    <message>
        <source>field of view</source>
        <translation>Bildwinkel</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>from EXIF</source>
        <translation>aus EXIF</translation>
    </message>
    <message>
        <source>from the tags in the file</source>
        <translation>aus den Angaben in der Datei</translation>
    </message>
    <message>
        <source>geolocation</source>
        <translation>Geolokalisierung</translation>
    </message>
    <message>
        <source>geotag</source>
        <translation>Geotag</translation>
    </message>
    <message>
        <source>geotagged</source>
        <translation>mit Geotag</translation>
    </message>
    <message>
        <source>gps</source>
        <translation>GPS</translation>
    </message>
    <message>
        <source>hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>Blickrichtung</translation>
    </message>
    <message>
        <source>horizon</source>
        <translation>Horizont</translation>
    </message>
    <message>
        <source>imagery</source>
        <translation>Bilddaten</translation>
    </message>
    <message>
        <source>index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>it shows little ground near the camera. A photo that looks more to the ground, or a panorama, finds more</source>
        <translation>Es zeigt wenig Boden nahe der Kamera. Ein Foto, das mehr zum Boden blickt, oder ein Panorama findet mehr</translation>
    </message>
    <message>
        <source>layout</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>less probable</source>
        <translation>weniger</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>maybe</source>
        <translation>vielleicht</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>more</source>
        <translation>mehr</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>not reviewed</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>nothing was said</source>
        <translation>es wurde nichts gesagt</translation>
    </message>
    <message>
        <source>one of {} is needed</source>
        <translation>nötig ist eines von {}</translation>
    </message>
    <message>
        <source>onnxruntime does not fit QGIS's numpy. Put another version of onnxruntime into a folder and install from there; numpy itself must stay as it is.</source>
        <translation>onnxruntime passt nicht zum numpy von QGIS. Legen Sie eine andere Version von onnxruntime in einen Ordner und installieren Sie von dort; numpy selbst muss bleiben, wie es ist.</translation>
    </message>
    <message>
        <source>onnxruntime is not installed. Press Install.</source>
        <translation>onnxruntime ist nicht installiert. Drücken Sie „Installieren“.</translation>
    </message>
    <message>
        <source>onnxruntime is the only package that Skymatch needs besides those of QGIS. It goes into a folder of your QGIS profile and nothing else is changed: QGIS's numpy stays as it is. It is tried in a process of its own before QGIS uses it. Keep this window open meanwhile.</source>
        <translation>onnxruntime ist das einzige Paket, das Skymatch neben denen von QGIS braucht. Es kommt in einen Ordner Ihres QGIS-Profils, und sonst wird nichts geändert: Das numpy von QGIS bleibt, wie es ist. Es wird in einem eigenen Prozess ausprobiert, bevor QGIS es verwendet. Lassen Sie dieses Fenster so lange offen.</translation>
    </message>
    <message>
        <source>onnxruntime is there but a library of Windows is missing. Install the newest 'Microsoft Visual C++ Redistributable' from Microsoft, restart QGIS and try again.</source>
        <translation>onnxruntime ist vorhanden, aber eine Bibliothek von Windows fehlt. Installieren Sie das neueste „Microsoft Visual C++ Redistributable“ von Microsoft, starten Sie QGIS neu und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>onnxruntime is too new for the libraries of this system. Put an older wheel of it (1.15 or later) into a folder and install from there.</source>
        <translation>onnxruntime ist zu neu für die Bibliotheken dieses Systems. Legen Sie ein älteres Wheel davon (ab 1.15) in einen Ordner und installieren Sie von dort.</translation>
    </message>
    <message>
        <source>onnxruntime made Python end unexpectedly ({}). Install another version of it from a folder of wheels.</source>
        <translation>Mit onnxruntime endete Python unerwartet ({}). Installieren Sie eine andere Version davon aus einem Ordner mit Wheels.</translation>
    </message>
    <message>
        <source>onnxruntime was tried and does not work here: {}</source>
        <translation>onnxruntime wurde ausprobiert und läuft hier nicht: {}</translation>
    </message>
    <message>
        <source>onnxruntime {} works and is used from now on.</source>
        <translation>onnxruntime {} funktioniert und wird ab jetzt verwendet.</translation>
    </message>
    <message>
        <source>onnxruntime {} works.</source>
        <translation>onnxruntime {} funktioniert.</translation>
    </message>
    <message>
        <source>onnxruntime {} works. Restart QGIS to use it.</source>
        <translation>onnxruntime {} funktioniert. Starten Sie QGIS neu, um es zu verwenden.</translation>
    </message>
    <message>
        <source>onnxruntime, which runs the model, is not installed. Install it under Settings &gt; Options &gt; Skymatch &gt; Installation and diagnostics, or type:  {}</source>
        <translation>onnxruntime, das das Modell ausführt, ist nicht installiert. Installieren Sie es unter Einstellungen &gt; Optionen &gt; Skymatch &gt; Installation und Diagnose, oder geben Sie ein:  {}</translation>
    </message>
    <message>
        <source>orthophoto</source>
        <translation>Orthofoto</translation>
    </message>
    <message>
        <source>panorama</source>
        <translation>Panorama</translation>
    </message>
    <message>
        <source>pdf</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>pose</source>
        <translation>Kamerapose</translation>
    </message>
    <message>
        <source>position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>print</source>
        <translation>Druck</translation>
    </message>
    <message>
        <source>provenance</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>read off the picture</source>
        <translation>aus dem Bild abgelesen</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>street view</source>
        <translation>Straßenansicht</translation>
    </message>
    <message>
        <source>the Python of this QGIS</source>
        <translation>das Python dieses QGIS</translation>
    </message>
    <message>
        <source>the folder {} cannot be written ({}).</source>
        <translation>in den Ordner {} kann nicht geschrieben werden ({}).</translation>
    </message>
    <message>
        <source>the ground is blurred. A sharper or larger copy finds more</source>
        <translation>Der Boden ist unscharf. Eine schärfere oder größere Kopie findet mehr</translation>
    </message>
    <message>
        <source>the ground is dark. A photo by day finds more</source>
        <translation>Der Boden ist dunkel. Ein Foto bei Tag findet mehr</translation>
    </message>
    <message>
        <source>the ground is overexposed. A darker photo finds more</source>
        <translation>Der Boden ist überbelichtet. Ein dunkleres Foto findet mehr</translation>
    </message>
    <message>
        <source>the ground shows hardly any pattern. One with markings or kerbs finds more</source>
        <translation>Der Boden zeigt kaum ein Muster. Eines mit Markierungen oder Bordsteinen findet mehr</translation>
    </message>
    <message>
        <source>this is no folder</source>
        <translation>das ist kein Ordner</translation>
    </message>
    <message>
        <source>tiles of a server</source>
        <translation>Kacheln eines Servers</translation>
    </message>
    <message>
        <source>unlikely</source>
        <translation>unwahrscheinlich</translation>
    </message>
    <message>
        <source>verify</source>
        <translation>prüfen</translation>
    </message>
    <message>
        <source>very likely</source>
        <translation>sehr wahrscheinlich</translation>
    </message>
    <message>
        <source>very unlikely</source>
        <translation>sehr unwahrscheinlich</translation>
    </message>
    <message>
        <source>{:.3f} km² with imagery, {:,} tokens of {:.2f} m</source>
        <translation>{:.3f} km² mit Luftbild, {:,} Token zu {:.2f} m</translation>
    </message>
    <message>
        <source>{} blocks made, {} kept from earlier, of {}: {:.3f} km², {:,} tokens, {}.</source>
        <translation>{} Blöcke erstellt, {} von früher behalten, von {}: {:.3f} km², {:,} Token, {}.</translation>
    </message>
    <message>
        <source>{} candidates</source>
        <translation>Kandidaten: {}</translation>
    </message>
    <message>
        <source>{} cannot be edited. Save the layer to a GeoPackage and review it there.</source>
        <translation>{} kann nicht bearbeitet werden. Speichern Sie den Layer in ein GeoPackage und prüfen Sie ihn dort.</translation>
    </message>
    <message>
        <source>{} cannot be read as a picture.</source>
        <translation>{} kann nicht als Bild gelesen werden.</translation>
    </message>
    <message>
        <source>{} cannot be started. Copy the command into a terminal (on Windows the OSGeo4W shell) and run it there, then press Test.</source>
        <translation>{} kann nicht gestartet werden. Kopieren Sie den Befehl in ein Terminal (unter Windows in die OSGeo4W-Shell), führen Sie ihn dort aus und drücken Sie dann „Testen“.</translation>
    </message>
    <message>
        <source>{} cannot be written ({}).</source>
        <translation>{} kann nicht geschrieben werden ({}).</translation>
    </message>
    <message>
        <source>{} cannot be written ({}). Choose a folder that you may write to.</source>
        <translation>{} kann nicht geschrieben werden ({}). Wählen Sie einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>{} cannot be written: no file can be called so. Choose another name.</source>
        <translation>{} kann nicht geschrieben werden: So kann keine Datei heißen. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>{} cannot be written: {} is read-only. Choose another place for this output.</source>
        <translation>{} kann nicht geschrieben werden: {} ist schreibgeschützt. Wählen Sie einen anderen Ort für diese Ausgabe.</translation>
    </message>
    <message>
        <source>{} cannot be written: {}. Make room on the disk, or save the project elsewhere.</source>
        <translation>{} kann nicht geschrieben werden: {}. Schaffen Sie Platz auf dem Datenträger, oder speichern Sie das Projekt an einem anderen Ort.</translation>
    </message>
    <message>
        <source>{} could not be copied into the project ({}). Make room on the disk and attach it again.</source>
        <translation>{} konnte nicht in das Projekt kopiert werden ({}). Schaffen Sie Platz auf dem Datenträger und hängen Sie es noch einmal an.</translation>
    </message>
    <message>
        <source>{} could not be copied to {} ({}). Make room on the disk and try again.</source>
        <translation>{} konnte nicht nach {} kopiert werden ({}). Schaffen Sie Platz auf dem Datenträger und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{} does not hold the result layer '{}'. Locate the photo again.</source>
        <translation>{} enthält den Ergebnislayer „{}“ nicht. Orten Sie das Foto noch einmal.</translation>
    </message>
    <message>
        <source>{} does not hold the result layer '{}'. Locate the photos again.</source>
        <translation>{} enthält den Ergebnislayer „{}“ nicht. Orten Sie die Fotos noch einmal.</translation>
    </message>
    <message>
        <source>{} files were copied to the project's folder.</source>
        <translation>{} Dateien wurden in den Projektordner kopiert.</translation>
    </message>
    <message>
        <source>{} is no candidates layer. Choose one made by Locate photo.</source>
        <translation>{} ist kein Kandidatenlayer. Wählen Sie einen von „Foto orten“.</translation>
    </message>
    <message>
        <source>{} is not available. Switch the Skymatch plugin off and on.</source>
        <translation>{} ist nicht verfügbar. Schalten Sie die Erweiterung Skymatch aus und wieder ein.</translation>
    </message>
    <message>
        <source>{} is not the Python of this QGIS (it says {}). Run the command with QGIS's own Python; on Windows it is the one of the OSGeo4W shell.</source>
        <translation>{} ist nicht das Python dieses QGIS (es meldet {}). Führen Sie den Befehl mit dem Python von QGIS aus; unter Windows ist es das der OSGeo4W-Shell.</translation>
    </message>
    <message>
        <source>{} is set to '{}', but {}. It is left aside.</source>
        <translation>{} steht auf „{}“, aber {}. Es bleibt unbeachtet.</translation>
    </message>
    <message>
        <source>{} of its candidates are accepted. Accept only one.</source>
        <translation>{} seiner Kandidaten sind angenommen. Nehmen Sie nur einen an.</translation>
    </message>
    <message>
        <source>{} of the photos are not there any more, for instance {}. Choose them anew.</source>
        <translation>{} der Fotos sind nicht mehr da, zum Beispiel {}. Wählen Sie sie neu.</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
    <message>
        <source>{} of {} blocks to be made: about {}. The finished index will hold about {:.3g} km² and {:,} tokens in {:.1f} MB.</source>
        <translation>{} von {} Blöcken sind zu erstellen: etwa {}. Der fertige Index wird etwa {:.3g} km² und {:,} Token in {:.1f} MB enthalten.</translation>
    </message>
    <message>
        <source>{} pages written to {}</source>
        <translation>{} Seiten nach {} geschrieben</translation>
    </message>
    <message>
        <source>{} photos</source>
        <translation>{} Fotos</translation>
    </message>
    <message>
        <source>{} photos located, {} not.</source>
        <translation>{} Fotos geortet, {} nicht.</translation>
    </message>
    <message>
        <source>{} photos located, {} not; the log panel says why.</source>
        <translation>{} Fotos geortet, {} nicht; warum, steht im Protokoll.</translation>
    </message>
    <message>
        <source>{} photos were left out; the log panel says why.</source>
        <translation>{} Fotos wurden ausgelassen; das Protokollfenster sagt, warum.</translation>
    </message>
    <message>
        <source>{} photos. All are located in one run.</source>
        <translation>{} Fotos. Alle werden in einem Lauf geortet.</translation>
    </message>
    <message>
        <source>{} reviewed, not saved yet</source>
        <translation>{} geprüft, noch nicht gespeichert</translation>
    </message>
    <message>
        <source>{} this candidate (key {})</source>
        <translation>{} (dieser Kandidat, Taste {})</translation>
    </message>
    <message>
        <source>{} tiles could not be fetched. Run the same again later: only the blocks that lack tiles are made anew.</source>
        <translation>{} Kacheln konnten nicht geholt werden. Führen Sie dasselbe später noch einmal aus: Nur die Blöcke, denen Kacheln fehlen, werden neu erstellt.</translation>
    </message>
    <message>
        <source>{} unsaved</source>
        <translation>{} ungespeichert</translation>
    </message>
    <message>
        <source>{} was attached to the project, has vanished from this computer's temporary folder, and no copy is left. The project is saved without it.</source>
        <translation>{} war an das Projekt angehängt, ist aus dem temporären Ordner dieses Rechners verschwunden, und keine Kopie ist übrig. Das Projekt wird ohne diese Datei gespeichert.</translation>
    </message>
    <message>
        <source>{} was made by the model {} {} ({}), but the photo would be read by {} {} ({}). Choose the model of the index, or build the index again with this one.</source>
        <translation>{} wurde mit dem Modell {} {} ({}) gemacht, das Foto würde aber mit {} {} ({}) gelesen. Wählen Sie das Modell des Index, oder erstellen Sie den Index mit diesem neu.</translation>
    </message>
    <message>
        <source>{} was searched in {}: best candidate at {:.6f}, {:.6f} with {:.1f} %.</source>
        <translation>{} wurde in {} gesucht: bester Kandidat bei {:.6f}, {:.6f} mit {:.1f} %.</translation>
    </message>
    <message>
        <source>{} was searched in {}: no candidate.</source>
        <translation>{} wurde in {} gesucht: kein Kandidat.</translation>
    </message>
    <message>
        <source>{} was written by a newer Skymatch. Update the plugin.</source>
        <translation>{} wurde von einem neueren Skymatch geschrieben. Aktualisieren Sie die Erweiterung.</translation>
    </message>
    <message>
        <source>{}, field of view {:.1f}°{} ({}).</source>
        <translation>{}, Bildwinkel {:.1f}°{} ({}).</translation>
    </message>
    <message>
        <source>{}, not complete</source>
        <translation>{}, nicht vollständig</translation>
    </message>
    <message>
        <source>{}, {:.0f} m from the best candidate.</source>
        <translation>{}, {:.0f} m vom besten Kandidaten.</translation>
    </message>
    <message>
        <source>{}, {} unsaved</source>
        <translation>{}, {} ungespeichert</translation>
    </message>
    <message>
        <source>{}: index is stale</source>
        <translation>{}: Index veraltet</translation>
    </message>
    <message>
        <source>{}: indexed</source>
        <translation>{}: indiziert</translation>
    </message>
    <message>
        <source>{}: no candidate</source>
        <translation>{}: kein Kandidat</translation>
    </message>
    <message>
        <source>{}: not indexed</source>
        <translation>{}: nicht indiziert</translation>
    </message>
    <message>
        <source>{}: written to {}</source>
        <translation>{}: nach {} geschrieben</translation>
    </message>
    <message>
        <source>{}: {:.6f}, {:.6f}, {:.0f} %; not in this imagery: {:.0f} %</source>
        <translation>{}: {:.6f}, {:.6f}, {:.0f} %; nicht in diesen Luftbildern: {:.0f} %</translation>
    </message>
    <message>
        <source>{}: {} % indexed</source>
        <translation>{}: {} % indiziert</translation>
    </message>
    <message>
        <source>{}_photos</source>
        <translation>{}_Fotos</translation>
    </message>
</context>
</TS>
