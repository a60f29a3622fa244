<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Skymatch</name>
    <message>
        <source> (magnetic north)</source>
        <translation> (norte magnético)</translation>
    </message>
    <message>
        <source> (true north)</source>
        <translation> (norte geográfico)</translation>
    </message>
    <message>
        <source>#</source>
        <translation>N.º</translation>
    </message>
    <message>
        <source>&amp;1  Imagery</source>
        <translation>&amp;1  Imágenes</translation>
    </message>
    <message>
        <source>&amp;2  Photo</source>
        <translation>&amp;2  Foto</translation>
    </message>
    <message>
        <source>&amp;3  Results</source>
        <translation>&amp;3  Resultados</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation>&amp;Contenido</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Buscar</translation>
    </message>
    <message>
        <source>&amp;Heading</source>
        <translation>R&amp;umbo</translation>
    </message>
    <message>
        <source>&amp;Raster</source>
        <translation>&amp;Ráster</translation>
    </message>
    <message>
        <source>'{}' is no heading in degrees. Choose another field of headings.</source>
        <translation>«{}» no es un rumbo en grados. Elija otro campo de rumbos.</translation>
    </message>
    <message>
        <source>1.6 m by hand, 2.5 m from a vehicle</source>
        <translation>1,6 m a mano, 2,5 m desde un vehículo</translation>
    </message>
    <message>
        <source>65° (most phones)</source>
        <translation>65° (la mayoría de los teléfonos)</translation>
    </message>
    <message>
        <source>A candidate this near to the truth counts as a hit.</source>
        <translation>Un candidato tan cercano a la verdad cuenta como acierto.</translation>
    </message>
    <message>
        <source>A candidates layer made by Locate photo. Its reviews are printed as they are now, also those that are not saved yet.</source>
        <translation>Una capa de candidatos hecha con «Localizar foto». Sus revisiones se imprimen como están ahora, también las aún sin guardar.</translation>
    </message>
    <message>
        <source>A candidates layer made by Locate photo. Only candidates whose review says accepted are used, one for each photo; reviews not saved yet count too.</source>
        <translation>Una capa de candidatos hecha con «Localizar foto». Solo se usan los candidatos cuya revisión dice «aceptado», uno por foto; también cuentan las revisiones aún sin guardar.</translation>
    </message>
    <message>
        <source>A layer with the path of a photo in a field, as Import geotagged photos makes it.</source>
        <translation>Una capa con la ruta de una foto en un campo, como la que hace «Importar fotos geoetiquetadas».</translation>
    </message>
    <message>
        <source>A line from the true to the found position of every photo.</source>
        <translation>Una línea de la posición verdadera a la encontrada de cada foto.</translation>
    </message>
    <message>
        <source>A raster layer with an orthophoto or satellite picture of 0.6 m per pixel or finer, in any coordinate system. Its colours are taken as the layer shows them: band choice, contrast and transparent values count. Tile servers (XYZ, WMS) work when an extent or mask is given.</source>
        <translation>Una capa ráster con una ortofoto o imagen de satélite de 0,6 m por píxel o más fina, en cualquier sistema de coordenadas. Sus colores se toman como los muestra la capa: cuentan la elección de bandas, el contraste y los valores transparentes. Los servidores de teselas (XYZ, WMS) funcionan si se da una extensión o una máscara.</translation>
    </message>
    <message>
        <source>A smaller area is indexed sooner and searched faster</source>
        <translation>Un área más pequeña se indexa antes y se recorre más rápido</translation>
    </message>
    <message>
        <source>A street photo or panorama, or several: drop them here or onto the map</source>
        <translation>Una foto de calle o un panorama, o varios: suéltelos aquí o en el mapa</translation>
    </message>
    <message>
        <source>A style of Skymatch could not be read ({}). Install Skymatch again.</source>
        <translation>No se pudo leer un estilo de Skymatch ({}). Instale Skymatch de nuevo.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Accept candidate {}</source>
        <translation>Aceptar el candidato {}</translation>
    </message>
    <message>
        <source>Adds the outlines of the indexed blocks to the map.</source>
        <translation>Añade al mapa los contornos de los bloques indexados.</translation>
    </message>
    <message>
        <source>Aerial imagery</source>
        <translation>Imágenes aéreas</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Concordancia</translation>
    </message>
    <message>
        <source>Agreement (-1 to 1)</source>
        <translation>Concordancia (-1 a 1)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>All JPEG, PNG, TIFF and WebP files in it are located, by name.</source>
        <translation>Se localizan todos sus archivos JPEG, PNG, TIFF y WebP, por nombre.</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>All numbers with chance levels, a table and an error curve, as a page.</source>
        <translation>Todas las cifras con los niveles del azar, una tabla y una curva de error, como página.</translation>
    </message>
    <message>
        <source>All saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Allow for an uncertain camera</source>
        <translation>Admitir una cámara incierta</translation>
    </message>
    <message>
        <source>Also apply the rule of the five closest</source>
        <translation>Aplicar también la regla de los cinco más cercanos</translation>
    </message>
    <message>
        <source>An estimate by comparison of the photo with aerial imagery. Positions and probabilities need a person's judgement.</source>
        <translation>Una estimación por comparación de la foto con imágenes aéreas. Posiciones y probabilidades requieren el juicio de una persona.</translation>
    </message>
    <message>
        <source>An index made by Build index, also one attached to the project.</source>
        <translation>Un índice hecho con «Crear índice», también uno adjunto al proyecto.</translation>
    </message>
    <message>
        <source>An installation is under way. Wait for it or cancel it.</source>
        <translation>Hay una instalación en curso. Espérela o cancélela.</translation>
    </message>
    <message>
        <source>Angle across all photos. Leave it empty to take it from each file.</source>
        <translation>Ángulo a lo ancho de todas las fotos. Déjelo vacío para tomarlo de cada archivo.</translation>
    </message>
    <message>
        <source>Angle across the width of the photo. Cropped photos need it: cropping does not change the focal length in the file.</source>
        <translation>Ángulo a lo ancho de la foto. Las fotos recortadas lo necesitan: recortar no cambia la distancia focal del archivo.</translation>
    </message>
    <message>
        <source>Angle across the width of the photo. Leave it empty to take it from the focal length in the file, or else from the picture itself. Cropped photos need it when the crop cannot be told from the file.</source>
        <translation>Ángulo a lo ancho de la foto. Déjelo vacío para tomarlo de la distancia focal del archivo o, si no, de la propia imagen. Las fotos recortadas lo necesitan cuando el archivo no delata el recorte.</translation>
    </message>
    <message>
        <source>Angle along the longer side of the photo.</source>
        <translation>Ángulo a lo largo del lado mayor de la foto.</translation>
    </message>
    <message>
        <source>Answers like this one are about as often right as wrong.</source>
        <translation>Las respuestas como esta son más o menos tan a menudo correctas como erróneas.</translation>
    </message>
    <message>
        <source>Anything worth remembering</source>
        <translation>Todo lo que convenga recordar</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>En cualquier lugar</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Área</translation>
    </message>
    <message>
        <source>Area (m²)</source>
        <translation>Área (m²)</translation>
    </message>
    <message>
        <source>Area to index</source>
        <translation>Área que se va a indexar</translation>
    </message>
    <message>
        <source>Area where the camera cannot stand</source>
        <translation>Área donde no puede estar la cámara</translation>
    </message>
    <message>
        <source>Area where the camera may stand</source>
        <translation>Área donde puede estar la cámara</translation>
    </message>
    <message>
        <source>Area with imagery (km²)</source>
        <translation>Área con imágenes (km²)</translation>
    </message>
    <message>
        <source>Around each photo's own position</source>
        <translation>En torno a la posición de cada foto</translation>
    </message>
    <message>
        <source>Around the file's position</source>
        <translation>En torno a la posición del archivo</translation>
    </message>
    <message>
        <source>Attach the index to the project</source>
        <translation>Adjuntar el índice al proyecto</translation>
    </message>
    <message>
        <source>Attachment identifier</source>
        <translation>Identificador del adjunto</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Automatic ({})</source>
        <translation>Automático ({})</translation>
    </message>
    <message>
        <source>Automatic takes a picture as a panorama when the file says so or when it is exactly twice as wide as high.</source>
        <translation>En modo automático, una imagen se toma por panorama cuando el archivo lo dice o cuando es exactamente el doble de ancha que de alta.</translation>
    </message>
    <message>
        <source>Best candidate within {:g} m</source>
        <translation>Mejor candidato a menos de {:g} m</translation>
    </message>
    <message>
        <source>Best heading</source>
        <translation>Mejor rumbo</translation>
    </message>
    <message>
        <source>Best heading (° true)</source>
        <translation>Mejor rumbo (° geogr.)</translation>
    </message>
    <message>
        <source>Bird's-eye view</source>
        <translation>Vista de pájaro</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Bloques</translation>
    </message>
    <message>
        <source>Blocks in the file</source>
        <translation>Bloques en el archivo</translation>
    </message>
    <message>
        <source>Blocks of the finished index</source>
        <translation>Bloques del índice terminado</translation>
    </message>
    <message>
        <source>Bring them in</source>
        <translation>Incorporarlos</translation>
    </message>
    <message>
        <source>Bring this candidate into the map's view (key Z)</source>
        <translation>Traer este candidato a la vista del mapa (tecla Z)</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Examinar</translation>
    </message>
    <message>
        <source>Build anew</source>
        <translation>Crear de nuevo</translation>
    </message>
    <message>
        <source>Build index</source>
        <translation>Crear índice</translation>
    </message>
    <message>
        <source>Buildings and trees match</source>
        <translation>Los edificios y árboles coinciden</translation>
    </message>
    <message>
        <source>Buildings or trees differ</source>
        <translation>Los edificios o árboles difieren</translation>
    </message>
    <message>
        <source>Camera height</source>
        <translation>Altura de la cámara</translation>
    </message>
    <message>
        <source>Camera height (m)</source>
        <translation>Altura de la cámara (m)</translation>
    </message>
    <message>
        <source>Camera in the file</source>
        <translation>Cámara en el archivo</translation>
    </message>
    <message>
        <source>Camera inside</source>
        <translation>Cámara dentro</translation>
    </message>
    <message>
        <source>Camera not inside</source>
        <translation>Cámara fuera</translation>
    </message>
    <message>
        <source>Camera of the search</source>
        <translation>Cámara de la búsqueda</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Candidato</translation>
    </message>
    <message>
        <source>Candidate {} of {}: {}.</source>
        <translation>Candidato {} de {}: {}.</translation>
    </message>
    <message>
        <source>Candidate {}: maybe</source>
        <translation>Candidato {}: quizás</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Candidatos</translation>
    </message>
    <message>
        <source>Candidates for each photo</source>
        <translation>Candidatos por foto</translation>
    </message>
    <message>
        <source>Checking Python and pip</source>
        <translation>Comprobando Python y pip</translation>
    </message>
    <message>
        <source>Choose a photo first, or drop one onto this panel.</source>
        <translation>Elija primero una foto, o suelte una en este panel.</translation>
    </message>
    <message>
        <source>Choose a raster layer or an index file.</source>
        <translation>Elija una capa ráster o un archivo de índice.</translation>
    </message>
    <message>
        <source>Choose either a folder of photos or a layer that names photos.</source>
        <translation>Elija o una carpeta de fotos o una capa que nombre fotos.</translation>
    </message>
    <message>
        <source>Choose one photo or several</source>
        <translation>Elegir una o varias fotos</translation>
    </message>
    <message>
        <source>Choose or write a reason</source>
        <translation>Elija o escriba un motivo</translation>
    </message>
    <message>
        <source>Choose the raster layer to index and a file for its index.</source>
        <translation>Elija la capa ráster que se va a indexar y un archivo para su índice.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Clear review of candidate {}</source>
        <translation>Borrar la revisión del candidato {}</translation>
    </message>
    <message>
        <source>Click corners on the map; double-click or right-click to finish, Backspace takes one back, Escape gives up</source>
        <translation>Pulse las esquinas en el mapa; doble clic o clic derecho para terminar, Retroceso quita una, Escape abandona</translation>
    </message>
    <message>
        <source>Click or drag to the direction in which the photo looks. Keys: left and right, Page up and Page down for 15°, + and - for the tolerance, Delete for unknown.</source>
        <translation>Pulse o arrastre hacia la dirección en la que mira la foto. Teclas: izquierda y derecha, Re Pág y Av Pág para 15°, + y - para la tolerancia, Supr para desconocido.</translation>
    </message>
    <message>
        <source>Compass heading in the file (°)</source>
        <translation>Rumbo de la brújula en el archivo (°)</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Completo</translation>
    </message>
    <message>
        <source>Complete: {}, {:.3g} km².</source>
        <translation>Completo: {}, {:.3g} km².</translation>
    </message>
    <message>
        <source>Confidence region</source>
        <translation>Región de confianza</translation>
    </message>
    <message>
        <source>Confidence regions</source>
        <translation>Regiones de confianza</translation>
    </message>
    <message>
        <source>Confirmed by another source</source>
        <translation>Confirmado por otra fuente</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>Sistema de coordenadas</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Coordenadas</translation>
    </message>
    <message>
        <source>Coordinates in the project's CRS</source>
        <translation>Coordenadas en el SRC del proyecto</translation>
    </message>
    <message>
        <source>Copied. Read it through before you pass it on.</source>
        <translation>Copiado. Léalo antes de pasarlo a otros.</translation>
    </message>
    <message>
        <source>Copied: {}</source>
        <translation>Copiado: {}</translation>
    </message>
    <message>
        <source>Copied; paste it into QGIS's Python console.</source>
        <translation>Copiado; péguelo en la consola de Python de QGIS.</translation>
    </message>
    <message>
        <source>Copies the finished index into the project file, so that it travels with it. The project must then be saved.</source>
        <translation>Copia el índice terminado en el archivo del proyecto, para que viaje con él. Después hay que guardar el proyecto.</translation>
    </message>
    <message>
        <source>Copies written</source>
        <translation>Copias escritas</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy Build index as Python</source>
        <translation>Copiar «Crear índice» como Python</translation>
    </message>
    <message>
        <source>Copy Find as Python</source>
        <translation>Copiar «Buscar» como Python</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Copiar orden</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Copiar diagnóstico</translation>
    </message>
    <message>
        <source>Copy index and results beside the project?</source>
        <translation>¿Copiar el índice y los resultados junto al proyecto?</translation>
    </message>
    <message>
        <source>Copy the position; nothing is opened</source>
        <translation>Copiar la posición; no se abre nada</translation>
    </message>
    <message>
        <source>Copy: {}</source>
        <translation>Copiar: {}</translation>
    </message>
    <message>
        <source>Could not be located (counted as misses)</source>
        <translation>No se pudieron localizar (cuentan como fallos)</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Creado</translation>
    </message>
    <message>
        <source>Created (UTC)</source>
        <translation>Creado (UTC)</translation>
    </message>
    <message>
        <source>Damaged blocks (row/column)</source>
        <translation>Bloques dañados (fila/columna)</translation>
    </message>
    <message>
        <source>Degrees clockwise from true north. When given, the search may use it; empty values count as unknown.</source>
        <translation>Grados en sentido horario desde el norte geográfico. Si se indica, la búsqueda puede usarlo; los valores vacíos cuentan como desconocidos.</translation>
    </message>
    <message>
        <source>Degrees, minutes, seconds</source>
        <translation>Grados, minutos, segundos</translation>
    </message>
    <message>
        <source>Describe candidate {}</source>
        <translation>Describir el candidato {}</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>Digital zoom: {:.1f}×.</source>
        <translation>Zoom digital: {:.1f}×.</translation>
    </message>
    <message>
        <source>Direction in which the centre of the photo looks, clockwise from true north. Leave it empty when unknown; all directions are tried then. A compass heading in the file is shown in the log and never used unasked.</source>
        <translation>Dirección en la que mira el centro de la foto, en sentido horario desde el norte geográfico. Déjelo vacío si se desconoce; entonces se prueban todas las direcciones. Un rumbo de brújula en el archivo se muestra en el registro y nunca se usa sin pedirlo.</translation>
    </message>
    <message>
        <source>Direction in which the photo looks, clockwise from true north</source>
        <translation>Dirección en la que mira la foto, en sentido horario desde el norte geográfico</translation>
    </message>
    <message>
        <source>Distance scale s of the features above. A position at distance d from the nearest one weighs 0.05 + 0.95 exp(-d² / 2s²): 1 on it, 0.63 at s, 0.18 at 2s.</source>
        <translation>Escala de distancia s de los objetos anteriores. Una posición a distancia d del más cercano pesa 0,05 + 0,95 exp(-d² / 2s²): 1 sobre él, 0,63 en s, 0,18 en 2s.</translation>
    </message>
    <message>
        <source>Drag the line to the horizon, where the ground would meet the sky far away; drag a ring to tilt it. Keys: up and down, left and right to tilt, Shift for larger steps, Delete for the automatic value.</source>
        <translation>Arrastre la línea hasta el horizonte, donde el suelo se uniría con el cielo a lo lejos; arrastre un anillo para inclinarla. Teclas: arriba y abajo, izquierda y derecha para inclinar, Mayús para pasos mayores, Supr para el valor automático.</translation>
    </message>
    <message>
        <source>Draw anew</source>
        <translation>Dibujar de nuevo</translation>
    </message>
    <message>
        <source>Draw on the map</source>
        <translation>Dibujar en el mapa</translation>
    </message>
    <message>
        <source>Draw the area to index on the map first, or choose another area.</source>
        <translation>Dibuje primero en el mapa el área que se va a indexar, o elija otra área.</translation>
    </message>
    <message>
        <source>Drawing the imagery …</source>
        <translation>Dibujando las imágenes…</translation>
    </message>
    <message>
        <source>Drop a street photo or panorama here</source>
        <translation>Suelte aquí una foto de calle o un panorama</translation>
    </message>
    <message>
        <source>Empty for the model that comes with Skymatch.</source>
        <translation>Vacío para el modelo que viene con Skymatch.</translation>
    </message>
    <message>
        <source>Empty the field for the automatic value.</source>
        <translation>Vacíe el campo para el valor automático.</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Estimar</translation>
    </message>
    <message>
        <source>Estimate only</source>
        <translation>Solo estimar</translation>
    </message>
    <message>
        <source>Estimate: {} for {:.3g} km² and an index of {:.1f} MB.</source>
        <translation>Estimación: {} para {:.3g} km² y un índice de {:.1f} MB.</translation>
    </message>
    <message>
        <source>Evaluate accuracy</source>
        <translation>Evaluar exactitud</translation>
    </message>
    <message>
        <source>Every block matches its checksum</source>
        <translation>Cada bloque coincide con su suma de comprobación</translation>
    </message>
    <message>
        <source>Evidence log</source>
        <translation>Registro de evidencias</translation>
    </message>
    <message>
        <source>Export evidence log</source>
        <translation>Exportar registro de evidencias</translation>
    </message>
    <message>
        <source>Exported log</source>
        <translation>Registro exportado</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>Extensión</translation>
    </message>
    <message>
        <source>Fairly usable: {}.</source>
        <translation>Bastante utilizable: {}.</translation>
    </message>
    <message>
        <source>Features that the camera was near</source>
        <translation>Objetos espaciales cerca de los que estaba la cámara</translation>
    </message>
    <message>
        <source>Fewer leave room for other work while an index is built.</source>
        <translation>Menos hilos dejan sitio a otros trabajos mientras se crea un índice.</translation>
    </message>
    <message>
        <source>Field of &amp;view</source>
        <translation>Campo de &amp;visión</translation>
    </message>
    <message>
        <source>Field of view</source>
        <translation>Campo de visión</translation>
    </message>
    <message>
        <source>Field of view (°)</source>
        <translation>Campo de visión (°)</translation>
    </message>
    <message>
        <source>Field with the heading</source>
        <translation>Campo con el rumbo</translation>
    </message>
    <message>
        <source>Field with the path</source>
        <translation>Campo con la ruta</translation>
    </message>
    <message>
        <source>Field with the photo file</source>
        <translation>Campo con el archivo de la foto</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Files of further indexes, made with the same model, that are searched together with the first: their places compete with each other. Grids and CRSs may differ. On the command line, give the parameter once for each file, or separate files by ;.</source>
        <translation>Archivos de otros índices, hechos con el mismo modelo, que se recorren junto con el primero: sus lugares compiten entre sí. Las cuadrículas y los SRC pueden diferir. En la línea de órdenes, dé el parámetro una vez por archivo, o separe los archivos con ;.</translation>
    </message>
    <message>
        <source>Finds where a street photo was taken, in imagery that was indexed before.</source>
        <translation>Encuentra dónde se tomó una foto de calle, en imágenes indexadas antes.</translation>
    </message>
    <message>
        <source>Finds where the photos of a folder or of a layer were taken, in one run.</source>
        <translation>Encuentra dónde se tomaron las fotos de una carpeta o de una capa, en una ejecución.</translation>
    </message>
    <message>
        <source>First hit at rank</source>
        <translation>Primer acierto en el rango</translation>
    </message>
    <message>
        <source>Fold or unfold</source>
        <translation>Plegar o desplegar</translation>
    </message>
    <message>
        <source>Folder for the copies</source>
        <translation>Carpeta para las copias</translation>
    </message>
    <message>
        <source>Folder of a model pack</source>
        <translation>Carpeta de un paquete de modelo</translation>
    </message>
    <message>
        <source>Folder of a model pack. Leave it empty for the model that comes with Skymatch. It must be the model that the index was made with.</source>
        <translation>Carpeta de un paquete de modelo. Déjelo vacío para el modelo que viene con Skymatch. Debe ser el modelo con el que se hizo el índice.</translation>
    </message>
    <message>
        <source>Folder of another model pack. Empty: the model that comes with Skymatch.</source>
        <translation>Carpeta de otro paquete de modelo. Vacío: el modelo que viene con Skymatch.</translation>
    </message>
    <message>
        <source>Folder of photos</source>
        <translation>Carpeta de fotos</translation>
    </message>
    <message>
        <source>Folder of the photos</source>
        <translation>Carpeta de las fotos</translation>
    </message>
    <message>
        <source>Folder of wheels (.whl)</source>
        <translation>Carpeta de wheels (.whl)</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>For a report of a problem: versions, settings, log. Without personal paths.</source>
        <translation>Para informar de un problema: versiones, ajustes, registro. Sin rutas personales.</translation>
    </message>
    <message>
        <source>From a folder of wheels (no network)</source>
        <translation>Desde una carpeta de wheels (sin red)</translation>
    </message>
    <message>
        <source>From best</source>
        <translation>Del mejor</translation>
    </message>
    <message>
        <source>From the Python Package Index (needs the network)</source>
        <translation>Desde el Python Package Index (necesita la red)</translation>
    </message>
    <message>
        <source>Full path of each photo, or its name in the folder below.</source>
        <translation>Ruta completa de cada foto, o su nombre en la carpeta de abajo.</translation>
    </message>
    <message>
        <source>Geotag</source>
        <translation>Geoetiquetar</translation>
    </message>
    <message>
        <source>Geotag photos</source>
        <translation>Geoetiquetar fotos</translation>
    </message>
    <message>
        <source>Geotagged copies written: {}, in {}</source>
        <translation>Copias geoetiquetadas escritas: {}, en {}</translation>
    </message>
    <message>
        <source>Grade (5 is best)</source>
        <translation>Grado (5 es el mejor)</translation>
    </message>
    <message>
        <source>HTML files (*.html)</source>
        <translation>Archivos HTML (*.html)</translation>
    </message>
    <message>
        <source>Half of this computer's</source>
        <translation>La mitad de la de este equipo</translation>
    </message>
    <message>
        <source>Hardly usable: {}.</source>
        <translation>Apenas utilizable: {}.</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Rumbo</translation>
    </message>
    <message>
        <source>Heading (° true)</source>
        <translation>Rumbo (° geogr.)</translation>
    </message>
    <message>
        <source>Heading of the best candidate (° true)</source>
        <translation>Rumbo del mejor candidato (° geogr.)</translation>
    </message>
    <message>
        <source>Heading of the photo</source>
        <translation>Rumbo de la foto</translation>
    </message>
    <message>
        <source>Heading of the photo (° true)</source>
        <translation>Rumbo de la foto (° geogr.)</translation>
    </message>
    <message>
        <source>Heading tolerance (degrees)</source>
        <translation>Tolerancia del rumbo (grados)</translation>
    </message>
    <message>
        <source>Heading tolerance (°)</source>
        <translation>Tolerancia del rumbo (°)</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>Calor</translation>
    </message>
    <message>
        <source>Hei&amp;ght</source>
        <translation>A&amp;ltura</translation>
    </message>
    <message>
        <source>Height of the lens above the ground</source>
        <translation>Altura del objetivo sobre el suelo</translation>
    </message>
    <message>
        <source>Height of the lens above the ground.</source>
        <translation>Altura del objetivo sobre el suelo.</translation>
    </message>
    <message>
        <source>Height of the lens above the ground. Leave it empty for 1.6 m (a photo from the hand) or 2.5 m (a panorama from a vehicle).</source>
        <translation>Altura del objetivo sobre el suelo. Déjelo vacío para 1,6 m (foto a mano) o 2,5 m (panorama desde un vehículo).</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Help page</source>
        <translation>Página de ayuda</translation>
    </message>
    <message>
        <source>Hit radius (m)</source>
        <translation>Radio de acierto (m)</translation>
    </message>
    <message>
        <source>Hori&amp;zon</source>
        <translation>Hori&amp;zonte</translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation>Horizonte</translation>
    </message>
    <message>
        <source>Horizon (fraction of the height)</source>
        <translation>Horizonte (fracción de la altura)</translation>
    </message>
    <message>
        <source>Horizon at {:.3f} of the height ({}), camera {:g} m above the ground.</source>
        <translation>Horizonte en {:.3f} de la altura ({}), cámara a {:g} m sobre el suelo.</translation>
    </message>
    <message>
        <source>How far a photo's own position may be wrong.</source>
        <translation>Cuánto puede equivocarse la posición propia de una foto.</translation>
    </message>
    <message>
        <source>How far the camera was turned clockwise about its axis, seen from behind it. Leave it empty to have it read off the picture.</source>
        <translation>Cuánto estaba girada la cámara en sentido horario alrededor de su eje, vista desde atrás. Déjelo vacío para que se lea en la imagen.</translation>
    </message>
    <message>
        <source>How far the camera was turned clockwise; the horizon then rises to the right</source>
        <translation>Cuánto estaba girada la cámara en sentido horario; el horizonte sube entonces hacia la derecha</translation>
    </message>
    <message>
        <source>How far the position in the file may be wrong</source>
        <translation>Cuánto puede equivocarse la posición del archivo</translation>
    </message>
    <message>
        <source>How far the true heading may lie from the given one, to either side.</source>
        <translation>Cuánto puede apartarse el rumbo real del indicado, hacia cada lado.</translation>
    </message>
    <message>
        <source>How far the true heading may lie from the one given. 180: not used at all.</source>
        <translation>Cuánto puede apartarse el rumbo real del indicado. 180: no se usa en absoluto.</translation>
    </message>
    <message>
        <source>How far the true heading may lie to either side</source>
        <translation>Cuánto puede apartarse el rumbo real hacia cada lado</translation>
    </message>
    <message>
        <source>How far to trust Skymatch here</source>
        <translation>Hasta dónde fiarse aquí de Skymatch</translation>
    </message>
    <message>
        <source>How near to the features (m)</source>
        <translation>A qué distancia de los objetos (m)</translation>
    </message>
    <message>
        <source>How near to them the camera usually is</source>
        <translation>A qué distancia de ellos suele estar la cámara</translation>
    </message>
    <message>
        <source>How positions are shown and copied.</source>
        <translation>Cómo se muestran y se copian las posiciones.</translation>
    </message>
    <message>
        <source>If you noted the SHA-256 that an earlier export gave for its last row, enter it: the log must still contain that row. Without it, rows that were cut off the end cannot be noticed.</source>
        <translation>Si anotó el SHA-256 que una exportación anterior dio para su última fila, introdúzcalo: el registro debe contener todavía esa fila. Sin él no se pueden notar filas cortadas al final.</translation>
    </message>
    <message>
        <source>Imagery at 0.6 m per pixel or finer, in natural colours</source>
        <translation>Imágenes de 0,6 m por píxel o más finas, en colores naturales</translation>
    </message>
    <message>
        <source>Imagery older or newer than the photo</source>
        <translation>Imágenes más antiguas o más recientes que la foto</translation>
    </message>
    <message>
        <source>Imagery, direction of view upward</source>
        <translation>Imágenes, dirección de la vista hacia arriba</translation>
    </message>
    <message>
        <source>In a folder beside the project file</source>
        <translation>En una carpeta junto al archivo del proyecto</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>En palabras</translation>
    </message>
    <message>
        <source>Include subfolders</source>
        <translation>Incluir subcarpetas</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Índice</translation>
    </message>
    <message>
        <source>Index information</source>
        <translation>Información del índice</translation>
    </message>
    <message>
        <source>Index {}: {}, {:.3g} km².</source>
        <translation>Índice {}: {}, {:.3g} km².</translation>
    </message>
    <message>
        <source>Indexes that need more are searched in pieces, to the same places.</source>
        <translation>Los índices que necesitan más se recorren por partes, con el mismo resultado.</translation>
    </message>
    <message>
        <source>Indexes that need more are searched in pieces, to the same places. Leave it empty for the limit in the settings, which is half of this computer's memory unless you set another. The model takes some 200 MB more.</source>
        <translation>Los índices que necesitan más se recorren por partes, con el mismo resultado. Déjelo vacío para el límite de los ajustes, que es la mitad de la memoria de este equipo salvo que fije otro. El modelo ocupa unos 200 MB más.</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Dentro de</translation>
    </message>
    <message>
        <source>Inside the project file (.qgz)</source>
        <translation>Dentro del archivo del proyecto (.qgz)</translation>
    </message>
    <message>
        <source>Inside, everything travels in one file, and saving the project takes about a second longer for every 40 MB of index.</source>
        <translation>Dentro, todo viaja en un solo archivo, y guardar el proyecto tarda alrededor de un segundo más por cada 40 MB de índice.</translation>
    </message>
    <message>
        <source>Inspect photo</source>
        <translation>Inspeccionar foto</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Instalar</translation>
    </message>
    <message>
        <source>Install onnxruntime, which runs Skymatch's model</source>
        <translation>Instalar onnxruntime, que ejecuta el modelo de Skymatch</translation>
    </message>
    <message>
        <source>Installation and diagnostics</source>
        <translation>Instalación y diagnóstico</translation>
    </message>
    <message>
        <source>Installing</source>
        <translation>Instalando</translation>
    </message>
    <message>
        <source>Its standard deviation (fraction)</source>
        <translation>Su desviación estándar (fracción)</translation>
    </message>
    <message>
        <source>Its standard deviation (°)</source>
        <translation>Su desviación estándar (°)</translation>
    </message>
    <message>
        <source>Judgement</source>
        <translation>Juicio</translation>
    </message>
    <message>
        <source>Keep the print layout</source>
        <translation>Conservar la composición de impresión</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Conservarlos</translation>
    </message>
    <message>
        <source>Kerbs and paths match</source>
        <translation>Los bordillos y caminos coinciden</translation>
    </message>
    <message>
        <source>Kind of picture</source>
        <translation>Tipo de imagen</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Latitud</translation>
    </message>
    <message>
        <source>Latitude (WGS 84)</source>
        <translation>Latitud (WGS 84)</translation>
    </message>
    <message>
        <source>Latitude by the rule of the five closest (WGS 84)</source>
        <translation>Latitud según la regla de los cinco más cercanos (WGS 84)</translation>
    </message>
    <message>
        <source>Latitude in the file</source>
        <translation>Latitud en el archivo</translation>
    </message>
    <message>
        <source>Latitude of the best candidate (WGS 84)</source>
        <translation>Latitud del mejor candidato (WGS 84)</translation>
    </message>
    <message>
        <source>Latitude, longitude</source>
        <translation>Latitud, longitud</translation>
    </message>
    <message>
        <source>Layer of photos, instead of a folder</source>
        <translation>Capa de fotos, en lugar de una carpeta</translation>
    </message>
    <message>
        <source>Layer with the area to index</source>
        <translation>Capa con el área que se va a indexar</translation>
    </message>
    <message>
        <source>Layout fits, details not visible</source>
        <translation>El trazado encaja, detalles no visibles</translation>
    </message>
    <message>
        <source>Leave it empty for the model of the settings.</source>
        <translation>Déjelo vacío para el modelo de los ajustes.</translation>
    </message>
    <message>
        <source>Leaves out candidates whose review does not say accepted.</source>
        <translation>Omite los candidatos cuya revisión no dice «aceptado».</translation>
    </message>
    <message>
        <source>Leaves the print layout in the project, under Project, Layouts, so that it can be changed and printed again.</source>
        <translation>Deja la composición de impresión en el proyecto, en Proyecto, Composiciones, para poder cambiarla e imprimirla de nuevo.</translation>
    </message>
    <message>
        <source>Lines of JSON (*.jsonl)</source>
        <translation>Líneas JSON (*.jsonl)</translation>
    </message>
    <message>
        <source>Load the coverage layer</source>
        <translation>Cargar la capa de cobertura</translation>
    </message>
    <message>
        <source>Locate photo</source>
        <translation>Localizar foto</translation>
    </message>
    <message>
        <source>Locate several photos</source>
        <translation>Localizar varias fotos</translation>
    </message>
    <message>
        <source>Located (UTC)</source>
        <translation>Localizado (UTC)</translation>
    </message>
    <message>
        <source>Locates photos whose position is known, and measures how far to trust results here.</source>
        <translation>Localiza fotos cuya posición se conoce y mide hasta dónde fiarse aquí de los resultados.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Longitud</translation>
    </message>
    <message>
        <source>Longitude (WGS 84)</source>
        <translation>Longitud (WGS 84)</translation>
    </message>
    <message>
        <source>Longitude by the rule of the five closest (WGS 84)</source>
        <translation>Longitud según la regla de los cinco más cercanos (WGS 84)</translation>
    </message>
    <message>
        <source>Longitude in the file</source>
        <translation>Longitud en el archivo</translation>
    </message>
    <message>
        <source>Longitude of the best candidate (WGS 84)</source>
        <translation>Longitud del mejor candidato (WGS 84)</translation>
    </message>
    <message>
        <source>Looking at the ground …</source>
        <translation>Mirando el suelo…</translation>
    </message>
    <message>
        <source>Looking at the index …</source>
        <translation>Mirando el índice…</translation>
    </message>
    <message>
        <source>MGRS</source>
        <translation>MGRS</translation>
    </message>
    <message>
        <source>MGRS squares of this kind end at 80° S and 84° N. Copy latitude and longitude instead.</source>
        <translation>Los cuadrados MGRS de este tipo terminan en 80° S y 84° N. Copie latitud y longitud en su lugar.</translation>
    </message>
    <message>
        <source>Makes the imagery of a raster layer searchable for street photos.</source>
        <translation>Permite buscar fotos de calle en las imágenes de una capa ráster.</translation>
    </message>
    <message>
        <source>Map link as text</source>
        <translation>Enlace de mapa como texto</translation>
    </message>
    <message>
        <source>Markings or surface differ</source>
        <translation>Las marcas o el pavimento difieren</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Máscara</translation>
    </message>
    <message>
        <source>Maybe</source>
        <translation>Quizás</translation>
    </message>
    <message>
        <source>Measuring how long it will take</source>
        <translation>Midiendo cuánto tardará</translation>
    </message>
    <message>
        <source>Median error</source>
        <translation>Error mediano</translation>
    </message>
    <message>
        <source>Median error (m)</source>
        <translation>Error mediano (m)</translation>
    </message>
    <message>
        <source>Memory for searching</source>
        <translation>Memoria para la búsqueda</translation>
    </message>
    <message>
        <source>Memory for the search (MB)</source>
        <translation>Memoria para la búsqueda (MB)</translation>
    </message>
    <message>
        <source>Missing. It belongs to QGIS's Python: install it as you installed QGIS.</source>
        <translation>Falta. Pertenece al Python de QGIS: instálelo como instaló QGIS.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Model folder</source>
        <translation>Carpeta del modelo</translation>
    </message>
    <message>
        <source>Model pack</source>
        <translation>Paquete de modelo</translation>
    </message>
    <message>
        <source>More indexes</source>
        <translation>Más índices</translation>
    </message>
    <message>
        <source>Most answers like this one are wrong; look at the other candidates too.</source>
        <translation>La mayoría de las respuestas como esta son erróneas; mire también los demás candidatos.</translation>
    </message>
    <message>
        <source>Move the map along with the selected candidate (key F)</source>
        <translation>Mover el mapa con el candidato seleccionado (tecla F)</translation>
    </message>
    <message>
        <source>Move the mouse here to see the same spot on the imagery and on the map. Wheel to enlarge, drag to move, double-click for the whole photo.</source>
        <translation>Mueva el ratón aquí para ver el mismo punto en la imagen aérea y en el mapa. La rueda amplía, arrastrar desplaza, el doble clic muestra la foto entera.</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>Cerca de</translation>
    </message>
    <message>
        <source>Needs a second opinion</source>
        <translation>Necesita una segunda opinión</translation>
    </message>
    <message>
        <source>Next candidate (key N)</source>
        <translation>Candidato siguiente (tecla N)</translation>
    </message>
    <message>
        <source>No candidate is accepted yet. Review the candidates, or print all of them.</source>
        <translation>Todavía no hay ningún candidato aceptado. Revise los candidatos, o imprímalos todos.</translation>
    </message>
    <message>
        <source>No candidate is accepted yet. Review the candidates, then geotag.</source>
        <translation>Todavía no hay ningún candidato aceptado. Revise los candidatos y geoetiquete después.</translation>
    </message>
    <message>
        <source>No candidates yet. Find a photo, or open a project.</source>
        <translation>Todavía no hay candidatos. Busque una foto, o abra un proyecto.</translation>
    </message>
    <message>
        <source>No index was given. Choose an index file made by Build index.</source>
        <translation>No se indicó ningún índice. Elija un archivo de índice hecho con «Crear índice».</translation>
    </message>
    <message>
        <source>No spare copy of {} could be made ({}). Save the project soon.</source>
        <translation>No se pudo hacer una copia de reserva de {} ({}). Guarde pronto el proyecto.</translation>
    </message>
    <message>
        <source>No view of the ground</source>
        <translation>Sin vista del suelo</translation>
    </message>
    <message>
        <source>Not indexed yet.</source>
        <translation>Todavía sin indexar.</translation>
    </message>
    <message>
        <source>Not inside</source>
        <translation>Fuera de</translation>
    </message>
    <message>
        <source>Not installed. Install it below.</source>
        <translation>No instalado. Instálelo abajo.</translation>
    </message>
    <message>
        <source>Not usable: the photo shows almost no ground near the camera. Give one in which the street is visible, or correct the horizon.</source>
        <translation>No utilizable: la foto casi no muestra suelo cerca de la cámara. Dé una en la que se vea la calle, o corrija el horizonte.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Nothing is drawn yet.</source>
        <translation>Todavía no hay nada dibujado.</translation>
    </message>
    <message>
        <source>Number of candidates</source>
        <translation>Número de candidatos</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Of ten answers like this one, nine or more are right.</source>
        <translation>De diez respuestas como esta, nueve o más son correctas.</translation>
    </message>
    <message>
        <source>Of ten answers like this one, nine or more are wrong.</source>
        <translation>De diez respuestas como esta, nueve o más son erróneas.</translation>
    </message>
    <message>
        <source>Of three answers like this one, two or more are right.</source>
        <translation>De tres respuestas como esta, dos o más son correctas.</translation>
    </message>
    <message>
        <source>One file that holds the index; it is made once per raster</source>
        <translation>Un archivo que contiene el índice; se crea una vez por ráster</translation>
    </message>
    <message>
        <source>One line for each row: number, time (UTC), what was done in words and in detail, and the SHA-256 of this row and of the one before. Anybody can verify the file, without QGIS, with:  python3 verify_log.py FILE  (the program lies in the plugin's folder, in plugin/layers). Leave it empty to verify only.</source>
        <translation>Una línea por fila: número, hora (UTC), qué se hizo, en palabras y en detalle, y el SHA-256 de esta fila y de la anterior. Cualquiera puede verificar el archivo, sin QGIS, con:  python3 verify_log.py ARCHIVO  (el programa está en la carpeta del complemento, en plugin/layers). Déjelo vacío para solo verificar.</translation>
    </message>
    <message>
        <source>Only accepted candidates</source>
        <translation>Solo candidatos aceptados</translation>
    </message>
    <message>
        <source>Only this part of the raster is indexed. Empty: the whole raster.</source>
        <translation>Solo se indexa esta parte del ráster. Vacío: el ráster completo.</translation>
    </message>
    <message>
        <source>Open photo</source>
        <translation>Abrir foto</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Archivos PDF (*.pdf)</translation>
    </message>
    <message>
        <source>PNG files (*.png)</source>
        <translation>Archivos PNG (*.png)</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Panorama</source>
        <translation>Panorama</translation>
    </message>
    <message>
        <source>Panorama (equirectangular)</source>
        <translation>Panorama (equirrectangular)</translation>
    </message>
    <message>
        <source>Parameters of the search</source>
        <translation>Parámetros de la búsqueda</translation>
    </message>
    <message>
        <source>Partial, {} %: {} of {} blocks. It can be searched and resumed.</source>
        <translation>Parcial, {} %: {} de {} bloques. Se puede recorrer y reanudar.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Pegar</translation>
    </message>
    <message>
        <source>Perspective photo</source>
        <translation>Foto en perspectiva</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Photo file</source>
        <translation>Archivo de la foto</translation>
    </message>
    <message>
        <source>Photo with its horizon</source>
        <translation>Foto con su horizonte</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Photos judged</source>
        <translation>Fotos juzgadas</translation>
    </message>
    <message>
        <source>Photos left out</source>
        <translation>Fotos omitidas</translation>
    </message>
    <message>
        <source>Photos located</source>
        <translation>Fotos localizadas</translation>
    </message>
    <message>
        <source>Photos that could not be located</source>
        <translation>Fotos que no se pudieron localizar</translation>
    </message>
    <message>
        <source>Photos whose file says no position are searched everywhere</source>
        <translation>Las fotos cuyo archivo no dice ninguna posición se buscan en todas partes</translation>
    </message>
    <message>
        <source>Photos whose file says nothing about the camera</source>
        <translation>Fotos cuyo archivo no dice nada de la cámara</translation>
    </message>
    <message>
        <source>Photos with position</source>
        <translation>Fotos con posición</translation>
    </message>
    <message>
        <source>Photos, best first</source>
        <translation>Fotos, las mejores primero</translation>
    </message>
    <message>
        <source>Pitch is uncertain by{}, roll {:.1f}°{}.</source>
        <translation>El cabeceo es incierto en{}, alabeo {:.1f}°{}.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Points where photos were taken, for instance from Import geotagged photos.</source>
        <translation>Puntos donde se tomaron fotos, por ejemplo de «Importar fotos geoetiquetadas».</translation>
    </message>
    <message>
        <source>Points, lines or polygons, in any CRS, such as the roads of a map. Positions near them become more probable. None is ruled out, so that a map with gaps does no harm: far from all features a position weighs a twentieth.</source>
        <translation>Puntos, líneas o polígonos, en cualquier SRC, como las carreteras de un mapa. Las posiciones cercanas se vuelven más probables. Ninguna se descarta, de modo que un mapa con huecos no perjudica: lejos de todo objeto, una posición pesa una vigésima parte.</translation>
    </message>
    <message>
        <source>Polygon drawn on the map</source>
        <translation>Polígono dibujado en el mapa</translation>
    </message>
    <message>
        <source>Polygons of a layer</source>
        <translation>Polígonos de una capa</translation>
    </message>
    <message>
        <source>Polygons of the places to search. Blocks of the index that do not touch them are left out, which saves time and space.</source>
        <translation>Polígonos de los lugares que se van a recorrer. Los bloques del índice que no los tocan se omiten, lo que ahorra tiempo y espacio.</translation>
    </message>
    <message>
        <source>Polygons that the camera cannot have stood in: water, buildings, places that were ruled out</source>
        <translation>Polígonos en los que la cámara no puede haber estado: agua, edificios, lugares descartados</translation>
    </message>
    <message>
        <source>Polygons that the camera stood in</source>
        <translation>Polígonos en los que estaba la cámara</translation>
    </message>
    <message>
        <source>Polygons, one or several, in any CRS, that are left out of the search: water, buildings, places that were ruled out.</source>
        <translation>Polígonos, uno o varios, en cualquier SRC, que se excluyen de la búsqueda: agua, edificios, lugares descartados.</translation>
    </message>
    <message>
        <source>Polygons, one or several, in any CRS, that the camera stood in. Leave it empty to search the whole index. A smaller area gives more certainty.</source>
        <translation>Polígonos, uno o varios, en cualquier SRC, en los que estaba la cámara. Déjelo vacío para recorrer todo el índice. Un área más pequeña da más certeza.</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Posición</translation>
    </message>
    <message>
        <source>Positions ranked before the truth</source>
        <translation>Posiciones clasificadas antes de la verdadera</translation>
    </message>
    <message>
        <source>Positions weighted by probability, for a heat map.</source>
        <translation>Posiciones ponderadas por su probabilidad, para un mapa de calor.</translation>
    </message>
    <message>
        <source>Press on the map where the camera may have stood and drag to where it looked; only the direction counts. Escape gives up.</source>
        <translation>Pulse en el mapa donde pudo estar la cámara y arrastre hacia donde miraba; solo cuenta la dirección. Escape abandona.</translation>
    </message>
    <message>
        <source>Previous candidate (key P)</source>
        <translation>Candidato anterior (tecla P)</translation>
    </message>
    <message>
        <source>Print report</source>
        <translation>Imprimir informe</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilidad</translation>
    </message>
    <message>
        <source>Probability of the best candidate</source>
        <translation>Probabilidad del mejor candidato</translation>
    </message>
    <message>
        <source>Probability of the direction</source>
        <translation>Probabilidad de la dirección</translation>
    </message>
    <message>
        <source>Probability that the best candidate's heading is not the opposite one</source>
        <translation>Probabilidad de que el rumbo del mejor candidato no sea el opuesto</translation>
    </message>
    <message>
        <source>Probability that the photo was not taken in this imagery</source>
        <translation>Probabilidad de que la foto no se tomara en estas imágenes</translation>
    </message>
    <message>
        <source>Probability that the photo was not taken in this imagery: {:.0f} %.</source>
        <translation>Probabilidad de que la foto no se tomara en estas imágenes: {:.0f} %.</translation>
    </message>
    <message>
        <source>Probability: not in this imagery</source>
        <translation>Probabilidad: no en esta imagen</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>Hilos del procesador</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>Procedencia</translation>
    </message>
    <message>
        <source>Radius around it (m)</source>
        <translation>Radio a su alrededor (m)</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rango</translation>
    </message>
    <message>
        <source>Ranked positions with probability, heading, coordinates and provenance.</source>
        <translation>Posiciones clasificadas con probabilidad, rumbo, coordenadas y procedencia.</translation>
    </message>
    <message>
        <source>Raster</source>
        <translation>Ráster</translation>
    </message>
    <message>
        <source>Raster and its identity</source>
        <translation>Ráster y su identidad</translation>
    </message>
    <message>
        <source>Raster to index</source>
        <translation>Ráster que se va a indexar</translation>
    </message>
    <message>
        <source>Reading the photo …</source>
        <translation>Leyendo la foto…</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Reject candidate {}</source>
        <translation>Rechazar el candidato {}</translation>
    </message>
    <message>
        <source>Replace a position that a photo already has</source>
        <translation>Reemplazar la posición que una foto ya tiene</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Report beside the best candidate where the rule of the published method would put the camera: at the mean of the five positions whose codes are closest, each weighted by the reciprocal of its Hamming distance. For comparison only.</source>
        <translation>Indica, junto al mejor candidato, dónde pondría la cámara la regla del método publicado: en la media de las cinco posiciones cuyos códigos son más cercanos, cada una ponderada con el inverso de su distancia de Hamming. Solo para comparar.</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Restaurar predeterminados</translation>
    </message>
    <message>
        <source>Results and indexes</source>
        <translation>Resultados e índices</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Review status</source>
        <translation>Estado de la revisión</translation>
    </message>
    <message>
        <source>Ro&amp;ll</source>
        <translation>Alabe&amp;o</translation>
    </message>
    <message>
        <source>Road layout differs</source>
        <translation>El trazado de la vía difiere</translation>
    </message>
    <message>
        <source>Road markings match</source>
        <translation>Las marcas viales coinciden</translation>
    </message>
    <message>
        <source>Roads, for instance: places near them are more probable; none is ruled out</source>
        <translation>Carreteras, por ejemplo: los lugares cercanos son más probables; ninguno se descarta</translation>
    </message>
    <message>
        <source>Roll</source>
        <translation>Alabeo</translation>
    </message>
    <message>
        <source>Roll (°)</source>
        <translation>Alabeo (°)</translation>
    </message>
    <message>
        <source>Row {}: it does not follow the row before it.</source>
        <translation>Fila {}: no sigue a la fila anterior.</translation>
    </message>
    <message>
        <source>Row {}: its content does not match its SHA-256.</source>
        <translation>Fila {}: su contenido no coincide con su SHA-256.</translation>
    </message>
    <message>
        <source>Row {}: its number is not the next one.</source>
        <translation>Fila {}: su número no es el siguiente.</translation>
    </message>
    <message>
        <source>Row {}: neither this last row nor one before has the noted SHA-256.</source>
        <translation>Fila {}: ni esta última fila ni una anterior tiene el SHA-256 anotado.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>SHA-256 of the index's content</source>
        <translation>SHA-256 del contenido del índice</translation>
    </message>
    <message>
        <source>SHA-256 of the last row</source>
        <translation>SHA-256 de la última fila</translation>
    </message>
    <message>
        <source>SHA-256 of the last row: {}. Note it down elsewhere.</source>
        <translation>SHA-256 de la última fila: {}. Anótelo en otro lugar.</translation>
    </message>
    <message>
        <source>SHA-256 of the model</source>
        <translation>SHA-256 del modelo</translation>
    </message>
    <message>
        <source>SHA-256 of the photo</source>
        <translation>SHA-256 de la foto</translation>
    </message>
    <message>
        <source>Save reviews</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Score cells</source>
        <translation>Celdas de puntuación</translation>
    </message>
    <message>
        <source>Search only around each photo's own position</source>
        <translation>Buscar solo en torno a la posición propia de cada foto</translation>
    </message>
    <message>
        <source>Searches with several cameras around the best guess, as uncertain as horizon, field of view and height are, and adds up what they find. Takes three to seven times as long to read the photo.</source>
        <translation>Busca con varias cámaras en torno a la mejor suposición, tan inciertas como lo son el horizonte, el campo de visión y la altura, y suma lo que encuentran. Leer la foto tarda de tres a siete veces más.</translation>
    </message>
    <message>
        <source>Seconds taken</source>
        <translation>Segundos empleados</translation>
    </message>
    <message>
        <source>Set by the environment variable {}.</source>
        <translation>Fijado por la variable de entorno {}.</translation>
    </message>
    <message>
        <source>Shadow or trees hide the ground</source>
        <translation>La sombra o los árboles ocultan el suelo</translation>
    </message>
    <message>
        <source>Share of photos with the best candidate in the radius</source>
        <translation>Proporción de fotos con el mejor candidato en el radio</translation>
    </message>
    <message>
        <source>Share of photos within a distance of the truth</source>
        <translation>Proporción de fotos a menos de una distancia de la verdad</translation>
    </message>
    <message>
        <source>Share of probability</source>
        <translation>Parte de la probabilidad</translation>
    </message>
    <message>
        <source>Share of the best</source>
        <translation>Proporción del mejor</translation>
    </message>
    <message>
        <source>Share with the truth among the best 1 % of positions</source>
        <translation>Proporción con la verdad entre el mejor 1 % de las posiciones</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Size estimated before the start (bytes)</source>
        <translation>Tamaño estimado antes de empezar (bytes)</translation>
    </message>
    <message>
        <source>Size of the file (bytes)</source>
        <translation>Tamaño del archivo (bytes)</translation>
    </message>
    <message>
        <source>Skymatch help</source>
        <translation>Ayuda de Skymatch</translation>
    </message>
    <message>
        <source>Skymatch index</source>
        <translation>Índice de Skymatch</translation>
    </message>
    <message>
        <source>Skymatch is still at work. Wait for it or cancel it.</source>
        <translation>Skymatch sigue trabajando. Espérelo o cancélelo.</translation>
    </message>
    <message>
        <source>Skymatch: accuracy here</source>
        <translation>Skymatch: exactitud aquí</translation>
    </message>
    <message>
        <source>Skymatch: locate photos</source>
        <translation>Skymatch: localizar fotos</translation>
    </message>
    <message>
        <source>Skymatch: look at {}</source>
        <translation>Skymatch: mirar {}</translation>
    </message>
    <message>
        <source>Skymatch: model and computing</source>
        <translation>Skymatch: modelo y cálculo</translation>
    </message>
    <message>
        <source>Skymatch: read {}</source>
        <translation>Skymatch: leer {}</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>Software</translation>
    </message>
    <message>
        <source>Some blocks are damaged. Run Build index again with the same raster and file: it makes just these blocks anew.</source>
        <translation>Algunos bloques están dañados. Ejecute «Crear índice» de nuevo con el mismo ráster y archivo: solo crea de nuevo esos bloques.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong. The log panel, tab Processing, has the details.</source>
        <translation>Algo inesperado salió mal. El panel de registro, pestaña Procesos, tiene los detalles.</translation>
    </message>
    <message>
        <source>Stale: made with another model ({} {}). Build it anew.</source>
        <translation>Desfasado: creado con otro modelo ({} {}). Créelo de nuevo.</translation>
    </message>
    <message>
        <source>Stale: the raster is not as it was when it was indexed. Build it anew.</source>
        <translation>Desfasado: el ráster no está como cuando se indexó. Créelo de nuevo.</translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation>Iniciando…</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Stated probability</source>
        <translation>Probabilidad declarada</translation>
    </message>
    <message>
        <source>Stated: not here</source>
        <translation>Declarado: no aquí</translation>
    </message>
    <message>
        <source>Stop; everything finished so far is kept</source>
        <translation>Detener; se conserva todo lo terminado hasta ahora</translation>
    </message>
    <message>
        <source>Stopped. Everything finished so far is kept.</source>
        <translation>Detenido. Se conserva todo lo terminado hasta ahora.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Detenido. No se cambió nada.</translation>
    </message>
    <message>
        <source>Street-level link as text</source>
        <translation>Enlace de vista de calle como texto</translation>
    </message>
    <message>
        <source>Switch on the Skymatch plugin to use its actions.</source>
        <translation>Active el complemento Skymatch para usar sus acciones.</translation>
    </message>
    <message>
        <source>Take a picture or a photo file from the clipboard (Ctrl+V)</source>
        <translation>Tomar una imagen o un archivo de foto del portapapeles (Ctrl+V)</translation>
    </message>
    <message>
        <source>Take back the last change to this layer (Ctrl+Z)</source>
        <translation>Retirar el último cambio de esta capa (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Tell how long building would take and how large the index would be</source>
        <translation>Dice cuánto tardaría la creación y qué tamaño tendría el índice</translation>
    </message>
    <message>
        <source>Tells how a photo was taken and how usable it is, and shows its ground from above.</source>
        <translation>Dice cómo se tomó una foto y cuán útil es, y muestra su suelo desde arriba.</translation>
    </message>
    <message>
        <source>Tells how long the work would take and how large the index would be, measured on a few places of the raster, and writes nothing.</source>
        <translation>Dice cuánto tardaría el trabajo y qué tamaño tendría el índice, medido en unos pocos lugares del ráster, y no escribe nada.</translation>
    </message>
    <message>
        <source>Tells what an index holds, and checks every block of it.</source>
        <translation>Dice qué contiene un índice y comprueba cada uno de sus bloques.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>The PDF. Its maps show the layers that are visible in the project.</source>
        <translation>El PDF. Sus mapas muestran las capas visibles en el proyecto.</translation>
    </message>
    <message>
        <source>The Python program of this QGIS was not found. Install onnxruntime with pip in the shell that came with QGIS (on Windows: OSGeo4W shell).</source>
        <translation>No se encontró el programa Python de este QGIS. Instale onnxruntime con pip en el shell que vino con QGIS (en Windows: shell OSGeo4W).</translation>
    </message>
    <message>
        <source>The area layer {} holds no polygon. Draw one, or leave the area empty.</source>
        <translation>La capa de área {} no contiene ningún polígono. Dibuje uno, o deje el área vacía.</translation>
    </message>
    <message>
        <source>The axis of view is clearer than the direction: {:.0f}° is right with {:.0f} %, else the photo looks the other way, to {:.0f}°.</source>
        <translation>El eje de la vista es más claro que la dirección: {:.0f}° es correcto con un {:.0f} %; si no, la foto mira al lado contrario, hacia {:.0f}°.</translation>
    </message>
    <message>
        <source>The bird's-eye view could not be written to {}: {}. Choose another file.</source>
        <translation>No se pudo escribir la vista de pájaro en {}: {}. Elija otro archivo.</translation>
    </message>
    <message>
        <source>The camera cannot stand there</source>
        <translation>La cámara no puede estar ahí</translation>
    </message>
    <message>
        <source>The candidate has no position on the Earth.</source>
        <translation>El candidato no tiene posición en la Tierra.</translation>
    </message>
    <message>
        <source>The certificate of the package index is not trusted; offices that inspect traffic cause this. Set the variable PIP_CERT to your office's certificate file and start QGIS again, or install from a folder of wheels.</source>
        <translation>El certificado del índice de paquetes no es de confianza; lo causan las redes que inspeccionan el tráfico. Asigne a la variable PIP_CERT el archivo de certificado de su organización y reinicie QGIS, o instale desde una carpeta de wheels.</translation>
    </message>
    <message>
        <source>The compass of the camera wrote this; it may be wrong by far</source>
        <translation>Lo escribió la brújula de la cámara; puede estar muy equivocada</translation>
    </message>
    <message>
        <source>The disk is full. Make room for about 100 MB where your QGIS profile lies, then install again.</source>
        <translation>El disco está lleno. Libere unos 100 MB donde está su perfil de QGIS y vuelva a instalar.</translation>
    </message>
    <message>
        <source>The evidence log could not be continued: {}</source>
        <translation>No se pudo continuar el registro de evidencias: {}</translation>
    </message>
    <message>
        <source>The evidence log could not be copied to {} ({}). A new one begins.</source>
        <translation>El registro de evidencias no se pudo copiar a {} ({}). Empieza uno nuevo.</translation>
    </message>
    <message>
        <source>The evidence log {} cannot be read ({}). Restore it from a copy.</source>
        <translation>No se puede leer el registro de evidencias {} ({}). Restáurelo desde una copia.</translation>
    </message>
    <message>
        <source>The evidence log: the file evidence.sqlite in the project's Skymatch folder. Leave it empty for the log of the project that is open.</source>
        <translation>El registro de evidencias: el archivo evidence.sqlite en la carpeta Skymatch del proyecto. Déjelo vacío para el registro del proyecto abierto.</translation>
    </message>
    <message>
        <source>The field of that layer that holds the photo's path.</source>
        <translation>El campo de esa capa que contiene la ruta de la foto.</translation>
    </message>
    <message>
        <source>The file gives a compass heading of {:.0f}°{}. It is not used unasked.</source>
        <translation>El archivo da un rumbo de brújula de {:.0f}°{}. No se usa sin pedirlo.</translation>
    </message>
    <message>
        <source>The file gives the position {:.6f}, {:.6f}. It is not used.</source>
        <translation>El archivo da la posición {:.6f}, {:.6f}. No se usa.</translation>
    </message>
    <message>
        <source>The file says no position</source>
        <translation>El archivo no dice ninguna posición</translation>
    </message>
    <message>
        <source>The file says {:.5f}, {:.5f}; a circle around it becomes the area</source>
        <translation>El archivo dice {:.5f}, {:.5f}; un círculo a su alrededor pasa a ser el área</translation>
    </message>
    <message>
        <source>The folder of your QGIS profile may not be written to. Ask who looks after this computer, or start QGIS with 'qgis --profiles-path' and a folder of your own.</source>
        <translation>No se puede escribir en la carpeta de su perfil de QGIS. Pregunte a quien administra este equipo, o inicie QGIS con «qgis --profiles-path» y una carpeta propia.</translation>
    </message>
    <message>
        <source>The folder {} cannot be made: {}. Choose another one.</source>
        <translation>No se puede crear la carpeta {}: {}. Elija otra.</translation>
    </message>
    <message>
        <source>The folder {} cannot be made: {}. Save the project elsewhere.</source>
        <translation>No se puede crear la carpeta {}: {}. Guarde el proyecto en otro lugar.</translation>
    </message>
    <message>
        <source>The folder {} has no wheel of onnxruntime that fits {} on this system. Download one whose name has the right Python (see the command: cp39 for 3.9, cp312 for 3.12) and system, and choose its folder.</source>
        <translation>La carpeta {} no tiene ningún wheel de onnxruntime que sirva para {} en este sistema. Descargue uno cuyo nombre lleve el Python correcto (vea la orden: cp39 para 3.9, cp312 para 3.12) y el sistema correcto, y elija su carpeta.</translation>
    </message>
    <message>
        <source>The ground before the camera as seen from above, 32 m wide, view direction up.</source>
        <translation>El suelo delante de la cámara visto desde arriba, 32 m de ancho, dirección de la vista hacia arriba.</translation>
    </message>
    <message>
        <source>The ground from above</source>
        <translation>El suelo desde arriba</translation>
    </message>
    <message>
        <source>The ground of the photo from above: this is what is compared with the imagery. Straight kerbs and markings that look straight and evenly wide here mean that horizon and field of view are right.</source>
        <translation>El suelo de la foto visto desde arriba: es lo que se compara con las imágenes. Si los bordillos y marcas rectos se ven aquí rectos y de ancho constante, el horizonte y el campo de visión son correctos.</translation>
    </message>
    <message>
        <source>The imagery at this candidate, direction of view upward. Rings at 10 and 20 m. Move the mouse here to see the same spot in the photo and on the map.</source>
        <translation>La imagen aérea en este candidato, con la dirección de la vista hacia arriba. Anillos a 10 y 20 m. Mueva el ratón aquí para ver el mismo punto en la foto y en el mapa.</translation>
    </message>
    <message>
        <source>The imagery at this candidate, direction of view upward. Rings at 10 and 20 m. Move the mouse here to see the same spot on the map.</source>
        <translation type="vanished">Las imágenes en este candidato, dirección de la vista hacia arriba. Anillos a 10 y 20 m. Mueva el ratón aquí para ver el mismo punto en el mapa.</translation>
    </message>
    <message>
        <source>The index attached to this project cannot be found. Open the project again, or build the index anew with Build index.</source>
        <translation>No se encuentra el índice adjunto a este proyecto. Abra el proyecto de nuevo, o cree otra vez el índice con «Crear índice».</translation>
    </message>
    <message>
        <source>The index is attached to the project as {}; save the project to keep it.</source>
        <translation>El índice está adjunto al proyecto como {}; guarde el proyecto para conservarlo.</translation>
    </message>
    <message>
        <source>The index is not complete: {} of {} blocks. Build index continues it.</source>
        <translation>El índice no está completo: {} de {} bloques. «Crear índice» lo continúa.</translation>
    </message>
    <message>
        <source>The index is ready.</source>
        <translation>El índice está listo.</translation>
    </message>
    <message>
        <source>The index of the aerial imagery, made by Build index. An index attached to the project is given by its attachment identifier.</source>
        <translation>El índice de las imágenes aéreas, hecho con «Crear índice». Un índice adjunto al proyecto se indica por el identificador de su adjunto.</translation>
    </message>
    <message>
        <source>The index of the imagery, made by Build index.</source>
        <translation>El índice de las imágenes, hecho con «Crear índice».</translation>
    </message>
    <message>
        <source>The index to search, made by Build index.</source>
        <translation>El índice que se va a recorrer, hecho con «Crear índice».</translation>
    </message>
    <message>
        <source>The index was not attached: it is not complete, or no project is open.</source>
        <translation>El índice no se adjuntó: no está completo, o no hay ningún proyecto abierto.</translation>
    </message>
    <message>
        <source>The index {}</source>
        <translation>El índice {}</translation>
    </message>
    <message>
        <source>The index, a GeoPackage. If the file is an unfinished index of the same raster, area and model, it is continued; any other file is left untouched and refused.</source>
        <translation>El índice, un GeoPackage. Si el archivo es un índice sin terminar del mismo ráster, área y modelo, se continúa; cualquier otro archivo queda intacto y se rechaza.</translation>
    </message>
    <message>
        <source>The installation failed; its last words: {} Copy the command below into a terminal to see more, or install from a folder of wheels.</source>
        <translation>La instalación falló; sus últimas palabras: {} Copie la orden de abajo en una terminal para ver más, o instale desde una carpeta de wheels.</translation>
    </message>
    <message>
        <source>The layer for “{}” cannot be read. Choose another one, or none.</source>
        <translation>No se puede leer la capa para «{}». Elija otra, o ninguna.</translation>
    </message>
    <message>
        <source>The layer has no photo with a file name and a position. Choose another.</source>
        <translation>La capa no tiene ninguna foto con nombre de archivo y posición. Elija otra.</translation>
    </message>
    <message>
        <source>The layer of photos cannot be read. Choose another.</source>
        <translation>No se puede leer la capa de fotos. Elija otra.</translation>
    </message>
    <message>
        <source>The layer {} cannot be brought into the coordinate system of the index. Check the CRS of that layer.</source>
        <translation>La capa {} no se puede pasar al sistema de coordenadas del índice. Compruebe el SRC de esa capa.</translation>
    </message>
    <message>
        <source>The layer {} could not be written: {}</source>
        <translation>La capa {} no se pudo escribir: {}</translation>
    </message>
    <message>
        <source>The layer {} has no field '{}'. Choose one of its fields.</source>
        <translation>La capa {} no tiene el campo «{}». Elija uno de sus campos.</translation>
    </message>
    <message>
        <source>The layer {} has no field '{}'. Choose the field with the photo's path.</source>
        <translation>La capa {} no tiene el campo «{}». Elija el campo con la ruta de la foto.</translation>
    </message>
    <message>
        <source>The layer {} holds no feature on the indexed imagery. Choose another layer of features that the camera was near, or none.</source>
        <translation>La capa {} no contiene ningún objeto sobre las imágenes indexadas. Elija otra capa de objetos cerca de los que estaba la cámara, o ninguna.</translation>
    </message>
    <message>
        <source>The layer {} is being edited. Save or undo its edits first.</source>
        <translation>La capa {} se está editando. Guarde o deshaga primero sus ediciones.</translation>
    </message>
    <message>
        <source>The layer {} names no photo.</source>
        <translation>La capa {} no nombra ninguna foto.</translation>
    </message>
    <message>
        <source>The log is NOT intact: {} findings.</source>
        <translation>El registro NO está intacto: {} hallazgos.</translation>
    </message>
    <message>
        <source>The log is intact</source>
        <translation>El registro está intacto</translation>
    </message>
    <message>
        <source>The log is intact: {} rows.</source>
        <translation>El registro está intacto: {} filas.</translation>
    </message>
    <message>
        <source>The maps of the report are those of a project. Open the project first.</source>
        <translation>Los mapas del informe son los de un proyecto. Abra primero el proyecto.</translation>
    </message>
    <message>
        <source>The mask layer has no polygon. Draw one, or leave the mask empty.</source>
        <translation>La capa de máscara no tiene ningún polígono. Dibuje uno, o deje la máscara vacía.</translation>
    </message>
    <message>
        <source>The mask lies outside the extent. Leave one of them empty.</source>
        <translation>La máscara queda fuera de la extensión. Deje vacía una de las dos.</translation>
    </message>
    <message>
        <source>The model that comes along</source>
        <translation>El modelo incluido</translation>
    </message>
    <message>
        <source>The most candidates of one photo, best first.</source>
        <translation>El máximo de candidatos de una foto, el mejor primero.</translation>
    </message>
    <message>
        <source>The most candidates to return, best first.</source>
        <translation>El máximo de candidatos que se devuelven, el mejor primero.</translation>
    </message>
    <message>
        <source>The most probable positions (3000 at most), graded by their share of the best.</source>
        <translation>Las posiciones más probables (3000 como máximo), graduadas según su proporción del mejor.</translation>
    </message>
    <message>
        <source>The package index cannot be reached. Check the network and the proxy (Settings &gt; Options &gt; Network), or install from a folder of wheels.</source>
        <translation>No se puede alcanzar el índice de paquetes. Compruebe la red y el proxy (Configuración &gt; Opciones &gt; Red), o instale desde una carpeta de wheels.</translation>
    </message>
    <message>
        <source>The package index has no onnxruntime for {} on this system. Put a wheel that fits into a folder and install from there, or use a newer QGIS.</source>
        <translation>El índice de paquetes no tiene onnxruntime para {} en este sistema. Ponga un wheel adecuado en una carpeta e instale desde ella, o use un QGIS más reciente.</translation>
    </message>
    <message>
        <source>The photo is not there any more. Put it beside the project.</source>
        <translation>La foto ya no está. Póngala junto al proyecto.</translation>
    </message>
    <message>
        <source>The photo was probably not taken in this imagery ({:.0f} %). Treat the candidates as guesses.</source>
        <translation>Probablemente la foto no se tomó en estas imágenes ({:.0f} %). Tome los candidatos como conjeturas.</translation>
    </message>
    <message>
        <source>The photo {} is not there any more. Put it beside the project file.</source>
        <translation>La foto {} ya no está. Póngala junto al archivo del proyecto.</translation>
    </message>
    <message>
        <source>The photo {} is not there any more. Put it beside the project.</source>
        <translation>La foto {} ya no está. Póngala junto al proyecto.</translation>
    </message>
    <message>
        <source>The position in the photo, or of its point in the layer, is the centre of the area searched. Photos without one are searched everywhere. It is never used unasked.</source>
        <translation>La posición de la foto, o la de su punto en la capa, es el centro del área recorrida. Las fotos sin posición se buscan en todas partes. Nunca se usa sin pedirlo.</translation>
    </message>
    <message>
        <source>The project has no CRS. Copy latitude and longitude instead.</source>
        <translation>El proyecto no tiene SRC. Copie latitud y longitud en su lugar.</translation>
    </message>
    <message>
        <source>The project has no polygon layer.</source>
        <translation>El proyecto no tiene ninguna capa de polígonos.</translation>
    </message>
    <message>
        <source>The proxy refused the connection. Check it under Settings &gt; Options &gt; Network, or install from a folder of wheels.</source>
        <translation>El proxy rechazó la conexión. Compruébelo en Configuración &gt; Opciones &gt; Red, o instale desde una carpeta de wheels.</translation>
    </message>
    <message>
        <source>The ranked positions of all photos, each with the name of its photo.</source>
        <translation>Las posiciones clasificadas de todas las fotos, cada una con el nombre de su foto.</translation>
    </message>
    <message>
        <source>The report is written: {}</source>
        <translation>El informe está escrito: {}</translation>
    </message>
    <message>
        <source>The report {} cannot be written ({}). Choose a folder that you may write to.</source>
        <translation>No se puede escribir el informe {} ({}). Elija una carpeta en la que pueda escribir.</translation>
    </message>
    <message>
        <source>The report {} cannot be written. Close it if it is open, or choose another file.</source>
        <translation>No se puede escribir el informe {}. Ciérrelo si está abierto, o elija otro archivo.</translation>
    </message>
    <message>
        <source>The review could not be written into {}.</source>
        <translation>La revisión no se pudo escribir en {}.</translation>
    </message>
    <message>
        <source>The reviews could not be saved: {}. Check that the file may be written.</source>
        <translation>No se pudieron guardar las revisiones: {}. Compruebe que se puede escribir en el archivo.</translation>
    </message>
    <message>
        <source>The rule of the five closest gives {:.6f}, {:.6f}</source>
        <translation>La regla de los cinco más cercanos da {:.6f}, {:.6f}</translation>
    </message>
    <message>
        <source>The same as a page to read or print.</source>
        <translation>Lo mismo como página para leer o imprimir.</translation>
    </message>
    <message>
        <source>The same by chance</source>
        <translation>La misma por azar</translation>
    </message>
    <message>
        <source>The same runs from Python</source>
        <translation>Las mismas ejecuciones desde Python</translation>
    </message>
    <message>
        <source>The smallest areas that hold 50, 80 and 95 % of the probability.</source>
        <translation>Las áreas más pequeñas que contienen el 50, 80 y 95 % de la probabilidad.</translation>
    </message>
    <message>
        <source>The street photo or panorama: JPEG, PNG, TIFF or WebP; HEIC and AVIF where this QGIS can read them. The ground in front of the camera must be visible, because that is what is compared with the aerial imagery.</source>
        <translation>La foto de calle o el panorama: JPEG, PNG, TIFF o WebP; HEIC y AVIF donde este QGIS pueda leerlos. El suelo delante de la cámara debe ser visible, porque es lo que se compara con las imágenes aéreas.</translation>
    </message>
    <message>
        <source>The template of the report could not be read. Install Skymatch again.</source>
        <translation>No se pudo leer la plantilla del informe. Instale Skymatch de nuevo.</translation>
    </message>
    <message>
        <source>The wheel brought more than onnxruntime ({}) and is not used. Install from the package index, or choose another folder.</source>
        <translation>El wheel trajo más que onnxruntime ({}) y no se usa. Instale desde el índice de paquetes, o elija otra carpeta.</translation>
    </message>
    <message>
        <source>The wheel is damaged. Download it again, then install again.</source>
        <translation>El wheel está dañado. Descárguelo de nuevo y vuelva a instalar.</translation>
    </message>
    <message>
        <source>There are no candidates to report. Locate a photo first.</source>
        <translation>No hay candidatos para un informe. Localice primero una foto.</translation>
    </message>
    <message>
        <source>There are no candidates yet. Locate a photo first.</source>
        <translation>Todavía no hay candidatos. Localice primero una foto.</translation>
    </message>
    <message>
        <source>There is no file {}.</source>
        <translation>No existe el archivo {}.</translation>
    </message>
    <message>
        <source>There is no folder {}. Choose another one.</source>
        <translation>No existe la carpeta {}. Elija otra.</translation>
    </message>
    <message>
        <source>There is no index to search yet. Choose a raster and build it.</source>
        <translation>Todavía no hay ningún índice que recorrer. Elija un ráster y créelo.</translation>
    </message>
    <message>
        <source>There is no photo in {}. Choose another folder.</source>
        <translation>No hay ninguna foto en {}. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>There is no photo on the clipboard. Copy a picture or a photo file first.</source>
        <translation>No hay ninguna foto en el portapapeles. Copie primero una imagen o un archivo de foto.</translation>
    </message>
    <message>
        <source>There is no raster layer in the project to show here.</source>
        <translation>El proyecto no tiene ninguna capa ráster que mostrar aquí.</translation>
    </message>
    <message>
        <source>There is no wheel in {}. Choose the folder with the .whl files.</source>
        <translation>No hay ningún wheel en {}. Elija la carpeta con los archivos .whl.</translation>
    </message>
    <message>
        <source>This Python has no pip. Run '{} -m ensurepip --user' in a terminal (on Debian and Ubuntu: 'sudo apt install python3-pip'; on Windows use the OSGeo4W shell), then install again.</source>
        <translation>Este Python no tiene pip. Ejecute «{} -m ensurepip --user» en una terminal (en Debian y Ubuntu: «sudo apt install python3-pip»; en Windows use el shell OSGeo4W) y vuelva a instalar.</translation>
    </message>
    <message>
        <source>This candidate has no position.</source>
        <translation>Este candidato no tiene posición.</translation>
    </message>
    <message>
        <source>This candidate is no longer in the layer.</source>
        <translation>Este candidato ya no está en la capa.</translation>
    </message>
    <message>
        <source>This candidate lies outside the map's CRS.</source>
        <translation>Este candidato queda fuera del SRC del mapa.</translation>
    </message>
    <message>
        <source>This command will be run:</source>
        <translation>Se ejecutará esta orden:</translation>
    </message>
    <message>
        <source>This could not be finished. Choose it again.</source>
        <translation>Esto no se pudo terminar. Elíjalo otra vez.</translation>
    </message>
    <message>
        <source>This index</source>
        <translation>Este índice</translation>
    </message>
    <message>
        <source>This is no candidates layer. Choose one made by Locate photo.</source>
        <translation>Esta no es una capa de candidatos. Elija una hecha con «Localizar foto».</translation>
    </message>
    <message>
        <source>This layer holds no candidates. Locate a photo first.</source>
        <translation>Esta capa no contiene candidatos. Localice primero una foto.</translation>
    </message>
    <message>
        <source>This position cannot be brought into {}. Choose another CRS.</source>
        <translation>Esta posición no se puede pasar a {}. Elija otro SRC.</translation>
    </message>
    <message>
        <source>This project has no evidence log yet. It begins with the first search.</source>
        <translation>Este proyecto aún no tiene registro de evidencias. Empieza con la primera búsqueda.</translation>
    </message>
    <message>
        <source>This took longer than {} minutes and was stopped. Try again later, or install from a folder of wheels.</source>
        <translation>Esto tardó más de {} minutos y se detuvo. Inténtelo más tarde, o instale desde una carpeta de wheels.</translation>
    </message>
    <message>
        <source>Tiles that could not be fetched</source>
        <translation>Teselas que no se pudieron obtener</translation>
    </message>
    <message>
        <source>Time estimated before the start (s)</source>
        <translation>Tiempo estimado antes de empezar (s)</translation>
    </message>
    <message>
        <source>Time in the file</source>
        <translation>Hora en el archivo</translation>
    </message>
    <message>
        <source>Time taken (s)</source>
        <translation>Tiempo empleado (s)</translation>
    </message>
    <message>
        <source>Tokens with imagery</source>
        <translation>Tokens con imágenes</translation>
    </message>
    <message>
        <source>Tolerance of the heading</source>
        <translation>Tolerancia del rumbo</translation>
    </message>
    <message>
        <source>Tries onnxruntime with the model, also after you ran the command yourself</source>
        <translation>Prueba onnxruntime con el modelo, también después de haber ejecutado usted la orden</translation>
    </message>
    <message>
        <source>Truth among the best 1 % of positions</source>
        <translation>Verdad entre el mejor 1 % de las posiciones</translation>
    </message>
    <message>
        <source>Truth inside the {:.0%} region</source>
        <translation>Verdad dentro de la región del {:.0%}</translation>
    </message>
    <message>
        <source>Trying onnxruntime with the model</source>
        <translation>Probando onnxruntime con el modelo</translation>
    </message>
    <message>
        <source>Trying the model…</source>
        <translation>Probando el modelo…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Update index</source>
        <translation>Actualizar índice</translation>
    </message>
    <message>
        <source>Usability (0 to 1)</source>
        <translation>Utilidad (0 a 1)</translation>
    </message>
    <message>
        <source>Usability of the photo (0 to 1)</source>
        <translation>Utilidad de la foto (0 a 1)</translation>
    </message>
    <message>
        <source>Use {:.0f}° from the file</source>
        <translation>{:.0f}° del archivo</translation>
    </message>
    <message>
        <source>Used where a run names no other. An index fits only its own model.</source>
        <translation>Se usa donde una ejecución no indica otro. Un índice solo sirve con su propio modelo.</translation>
    </message>
    <message>
        <source>Verifies the log of searches and reviews of the project, and writes it to a file.</source>
        <translation>Verifica el registro de búsquedas y revisiones del proyecto y lo escribe en un archivo.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>View of candidate</source>
        <translation>Vista del candidato</translation>
    </message>
    <message>
        <source>View wedges</source>
        <translation>Sectores de visión</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Peso</translation>
    </message>
    <message>
        <source>Well usable: {:.0f} m² of ground within {:.0f} m, readable.</source>
        <translation>Bien utilizable: {:.0f} m² de suelo a menos de {:.0f} m, legibles.</translation>
    </message>
    <message>
        <source>What runs: QGIS, Python and packages</source>
        <translation>Lo que funciona: QGIS, Python y paquetes</translation>
    </message>
    <message>
        <source>What the camera sees from each candidate.</source>
        <translation>Lo que ve la cámara desde cada candidato.</translation>
    </message>
    <message>
        <source>What the installation says appears here.</source>
        <translation>Aquí aparece lo que dice la instalación.</translation>
    </message>
    <message>
        <source>What the map shows now</source>
        <translation>Lo que el mapa muestra ahora</translation>
    </message>
    <message>
        <source>When this is off, photos that carry a position of their own are left out. The original keeps its position in any case; only the copy gets the new one.</source>
        <translation>Si está desactivado, se omiten las fotos que llevan una posición propia. El original conserva su posición en todo caso; solo la copia recibe la nueva.</translation>
    </message>
    <message>
        <source>Where photos are that are named without a folder.</source>
        <translation>Dónde están las fotos nombradas sin carpeta.</translation>
    </message>
    <message>
        <source>Where the camera stood</source>
        <translation>Dónde estaba la cámara</translation>
    </message>
    <message>
        <source>Where the field of view comes from</source>
        <translation>De dónde sale el campo de visión</translation>
    </message>
    <message>
        <source>Where the geotagged copies go. It must be another folder than that of the photos, and files in it are never overwritten.</source>
        <translation>Adónde van las copias geoetiquetadas. Debe ser otra carpeta que la de las fotos, y sus archivos nunca se sobrescriben.</translation>
    </message>
    <message>
        <source>Where the horizon comes from</source>
        <translation>De dónde sale el horizonte</translation>
    </message>
    <message>
        <source>Where the level horizon crosses the centre column, from 0 at the top of the picture to 1 at its bottom. Leave it empty to have it read off the picture.</source>
        <translation>Dónde cruza el horizonte nivelado la columna central, de 0 en el borde superior de la imagen a 1 en el inferior. Déjelo vacío para que se lea en la imagen.</translation>
    </message>
    <message>
        <source>Where the level horizon crosses the middle of the photo, as a fraction of its height: 0 at the top, 1 at the bottom</source>
        <translation>Dónde cruza el horizonte nivelado el centro de la foto, como fracción de su altura: 0 arriba, 1 abajo</translation>
    </message>
    <message>
        <source>Whether photos in folders of the folder count too.</source>
        <translation>Si cuentan también las fotos de las carpetas de la carpeta.</translation>
    </message>
    <message>
        <source>Which photo's candidates are reviewed</source>
        <translation>La foto cuyos candidatos se revisan</translation>
    </message>
    <message>
        <source>Whole raster</source>
        <translation>Ráster completo</translation>
    </message>
    <message>
        <source>Why it was accepted or rejected</source>
        <translation>Por qué se aceptó o se rechazó</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Radio</translation>
    </message>
    <message>
        <source>Write a PDF with a page for every candidate; keep its layout</source>
        <translation>Escribir un PDF con una página por candidato; su composición se conserva</translation>
    </message>
    <message>
        <source>Write the positions of accepted candidates into copies of their photos, in place of those that the photos say</source>
        <translation>Escribir las posiciones de los candidatos aceptados en copias de sus fotos, en lugar de las que indican las fotos</translation>
    </message>
    <message>
        <source>Write the reviews into the results file. They can not be undone after that.</source>
        <translation>Escribe las revisiones en el archivo de resultados. Después ya no se pueden deshacer.</translation>
    </message>
    <message>
        <source>Writes a PDF with one page for every candidate: map, imagery, photo, review and origin.</source>
        <translation>Escribe un PDF con una página por candidato: mapa, imágenes, foto, revisión y origen.</translation>
    </message>
    <message>
        <source>Writes the positions of accepted candidates into copies of their JPEG photos. Originals and pixels stay as they are.</source>
        <translation>Escribe las posiciones de los candidatos aceptados en copias de sus fotos JPEG. Los originales y los píxeles quedan como están.</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Zoom to candidate</source>
        <translation>Zoom al candidato</translation>
    </message>
    <message>
        <source>[% round("heading") %]° from true north</source>
        <translation>[% round("heading") %]° desde el norte geográfico</translation>
    </message>
    <message>
        <source>a number from {:g} to {:g}, or nothing, is needed</source>
        <translation>se necesita un número de {:g} a {:g}, o nada</translation>
    </message>
    <message>
        <source>a whole number from {} to {} is needed</source>
        <translation>se necesita un número entero de {} a {}</translation>
    </message>
    <message>
        <source>about even</source>
        <translation>más o menos igual</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceptado</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>exactitud</translation>
    </message>
    <message>
        <source>aerial</source>
        <translation>aéreo</translation>
    </message>
    <message>
        <source>as given</source>
        <translation>como se indicó</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>supuesto</translation>
    </message>
    <message>
        <source>assumed; neither file nor picture tell</source>
        <translation>supuesto; ni el archivo ni la imagen lo dicen</translation>
    </message>
    <message>
        <source>atlas</source>
        <translation>atlas</translation>
    </message>
    <message>
        <source>audit</source>
        <translation>auditoría</translation>
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
        <translation>lote</translation>
    </message>
    <message>
        <source>bird's-eye view</source>
        <translation>vista de pájaro</translation>
    </message>
    <message>
        <source>calibration</source>
        <translation>calibración</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>cámara</translation>
    </message>
    <message>
        <source>candidates</source>
        <translation>candidatos</translation>
    </message>
    <message>
        <source>checksum</source>
        <translation>suma de comprobación</translation>
    </message>
    <message>
        <source>choose a photo</source>
        <translation>elija una foto</translation>
    </message>
    <message>
        <source>choose a raster</source>
        <translation>elija un ráster</translation>
    </message>
    <message>
        <source>coverage</source>
        <translation>cobertura</translation>
    </message>
    <message>
        <source>cross-view</source>
        <translation>vistas cruzadas</translation>
    </message>
    <message>
        <source>custom CRS</source>
        <translation>SRC personalizado</translation>
    </message>
    <message>
        <source>error</source>
        <translation>error</translation>
    </message>
    <message>
        <source>evaluation</source>
        <translation>evaluación</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>evidencia</translation>
    </message>
    <message>
        <source>exif</source>
        <translation>exif</translation>
    </message>
    <message>
        <source>field of view</source>
        <translation>campo de visión</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>carpeta</translation>
    </message>
    <message>
        <source>from EXIF</source>
        <translation>de EXIF</translation>
    </message>
    <message>
        <source>from the tags in the file</source>
        <translation>de las etiquetas del archivo</translation>
    </message>
    <message>
        <source>geolocation</source>
        <translation>geolocalización</translation>
    </message>
    <message>
        <source>geotag</source>
        <translation>geoetiqueta</translation>
    </message>
    <message>
        <source>geotagged</source>
        <translation>geoetiquetado</translation>
    </message>
    <message>
        <source>gps</source>
        <translation>gps</translation>
    </message>
    <message>
        <source>hash</source>
        <translation>hash</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>rumbo</translation>
    </message>
    <message>
        <source>horizon</source>
        <translation>horizonte</translation>
    </message>
    <message>
        <source>imagery</source>
        <translation>imágenes</translation>
    </message>
    <message>
        <source>index</source>
        <translation>índice</translation>
    </message>
    <message>
        <source>information</source>
        <translation>información</translation>
    </message>
    <message>
        <source>it shows little ground near the camera. A photo that looks more to the ground, or a panorama, finds more</source>
        <translation>muestra poco suelo cerca de la cámara. Una foto que mire más al suelo, o un panorama, encuentra más</translation>
    </message>
    <message>
        <source>layout</source>
        <translation>composición</translation>
    </message>
    <message>
        <source>less probable</source>
        <translation>menos probable</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>probable</translation>
    </message>
    <message>
        <source>log</source>
        <translation>registro</translation>
    </message>
    <message>
        <source>maybe</source>
        <translation>quizás</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>medido</translation>
    </message>
    <message>
        <source>more</source>
        <translation>más</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>ninguno aún</translation>
    </message>
    <message>
        <source>not reviewed</source>
        <translation>sin revisar</translation>
    </message>
    <message>
        <source>nothing was said</source>
        <translation>no dijo nada</translation>
    </message>
    <message>
        <source>one of {} is needed</source>
        <translation>se necesita uno de {}</translation>
    </message>
    <message>
        <source>onnxruntime does not fit QGIS's numpy. Put another version of onnxruntime into a folder and install from there; numpy itself must stay as it is.</source>
        <translation>onnxruntime no encaja con el numpy de QGIS. Ponga otra versión de onnxruntime en una carpeta e instale desde ella; numpy debe quedar como está.</translation>
    </message>
    <message>
        <source>onnxruntime is not installed. Press Install.</source>
        <translation>onnxruntime no está instalado. Pulse «Instalar».</translation>
    </message>
    <message>
        <source>onnxruntime is the only package that Skymatch needs besides those of QGIS. It goes into a folder of your QGIS profile and nothing else is changed: QGIS's numpy stays as it is. It is tried in a process of its own before QGIS uses it. Keep this window open meanwhile.</source>
        <translation>onnxruntime es el único paquete que Skymatch necesita además de los de QGIS. Va a una carpeta de su perfil de QGIS y no se cambia nada más: el numpy de QGIS queda como está. Se prueba en un proceso propio antes de que QGIS lo use. Mantenga esta ventana abierta mientras tanto.</translation>
    </message>
    <message>
        <source>onnxruntime is there but a library of Windows is missing. Install the newest 'Microsoft Visual C++ Redistributable' from Microsoft, restart QGIS and try again.</source>
        <translation>onnxruntime está, pero falta una biblioteca de Windows. Instale el «Microsoft Visual C++ Redistributable» más reciente de Microsoft, reinicie QGIS e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>onnxruntime is too new for the libraries of this system. Put an older wheel of it (1.15 or later) into a folder and install from there.</source>
        <translation>onnxruntime es demasiado nuevo para las bibliotecas de este sistema. Ponga un wheel más antiguo (1.15 o posterior) en una carpeta e instale desde ella.</translation>
    </message>
    <message>
        <source>onnxruntime made Python end unexpectedly ({}). Install another version of it from a folder of wheels.</source>
        <translation>onnxruntime hizo que Python terminara de forma inesperada ({}). Instale otra versión desde una carpeta de wheels.</translation>
    </message>
    <message>
        <source>onnxruntime was tried and does not work here: {}</source>
        <translation>Se probó onnxruntime y no funciona aquí: {}</translation>
    </message>
    <message>
        <source>onnxruntime {} works and is used from now on.</source>
        <translation>onnxruntime {} funciona y se usa desde ahora.</translation>
    </message>
    <message>
        <source>onnxruntime {} works.</source>
        <translation>onnxruntime {} funciona.</translation>
    </message>
    <message>
        <source>onnxruntime {} works. Restart QGIS to use it.</source>
        <translation>onnxruntime {} funciona. Reinicie QGIS para usarlo.</translation>
    </message>
    <message>
        <source>onnxruntime, which runs the model, is not installed. Install it under Settings &gt; Options &gt; Skymatch &gt; Installation and diagnostics, or type:  {}</source>
        <translation>onnxruntime, que ejecuta el modelo, no está instalado. Instálelo en Configuración &gt; Opciones &gt; Skymatch &gt; Instalación y diagnóstico, o escriba:  {}</translation>
    </message>
    <message>
        <source>orthophoto</source>
        <translation>ortofoto</translation>
    </message>
    <message>
        <source>panorama</source>
        <translation>panorama</translation>
    </message>
    <message>
        <source>pdf</source>
        <translation>pdf</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>foto</translation>
    </message>
    <message>
        <source>photos</source>
        <translation>fotos</translation>
    </message>
    <message>
        <source>pose</source>
        <translation>pose</translation>
    </message>
    <message>
        <source>position</source>
        <translation>posición</translation>
    </message>
    <message>
        <source>print</source>
        <translation>imprimir</translation>
    </message>
    <message>
        <source>provenance</source>
        <translation>procedencia</translation>
    </message>
    <message>
        <source>read off the picture</source>
        <translation>leído en la imagen</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>exhaustividad</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <source>report</source>
        <translation>informe</translation>
    </message>
    <message>
        <source>review</source>
        <translation>revisión</translation>
    </message>
    <message>
        <source>street view</source>
        <translation>vista de calle</translation>
    </message>
    <message>
        <source>the Python of this QGIS</source>
        <translation>el Python de este QGIS</translation>
    </message>
    <message>
        <source>the folder {} cannot be written ({}).</source>
        <translation>no se puede escribir en la carpeta {} ({}).</translation>
    </message>
    <message>
        <source>the ground is blurred. A sharper or larger copy finds more</source>
        <translation>el suelo está borroso. Una copia más nítida o más grande encuentra más</translation>
    </message>
    <message>
        <source>the ground is dark. A photo by day finds more</source>
        <translation>el suelo está oscuro. Una foto de día encuentra más</translation>
    </message>
    <message>
        <source>the ground is overexposed. A darker photo finds more</source>
        <translation>el suelo está sobreexpuesto. Una foto más oscura encuentra más</translation>
    </message>
    <message>
        <source>the ground shows hardly any pattern. One with markings or kerbs finds more</source>
        <translation>el suelo apenas muestra dibujo. Una con marcas o bordillos encuentra más</translation>
    </message>
    <message>
        <source>this is no folder</source>
        <translation>esto no es una carpeta</translation>
    </message>
    <message>
        <source>tiles of a server</source>
        <translation>teselas de un servidor</translation>
    </message>
    <message>
        <source>unlikely</source>
        <translation>improbable</translation>
    </message>
    <message>
        <source>verify</source>
        <translation>verificar</translation>
    </message>
    <message>
        <source>very likely</source>
        <translation>muy probable</translation>
    </message>
    <message>
        <source>very unlikely</source>
        <translation>muy improbable</translation>
    </message>
    <message>
        <source>{:.3f} km² with imagery, {:,} tokens of {:.2f} m</source>
        <translation>{:.3f} km² con imágenes, {:,} tokens de {:.2f} m</translation>
    </message>
    <message>
        <source>{} blocks made, {} kept from earlier, of {}: {:.3f} km², {:,} tokens, {}.</source>
        <translation>{} bloques creados, {} conservados de antes, de {}: {:.3f} km², {:,} tokens, {}.</translation>
    </message>
    <message>
        <source>{} candidates</source>
        <translation>Candidatos: {}</translation>
    </message>
    <message>
        <source>{} cannot be edited. Save the layer to a GeoPackage and review it there.</source>
        <translation>{} no se puede editar. Guarde la capa en un GeoPackage y revísela allí.</translation>
    </message>
    <message>
        <source>{} cannot be read as a picture.</source>
        <translation>{} no se puede leer como imagen.</translation>
    </message>
    <message>
        <source>{} cannot be started. Copy the command into a terminal (on Windows the OSGeo4W shell) and run it there, then press Test.</source>
        <translation>{} no se puede iniciar. Copie la orden en una terminal (en Windows, el shell OSGeo4W), ejecútela allí y pulse «Probar».</translation>
    </message>
    <message>
        <source>{} cannot be written ({}).</source>
        <translation>No se puede escribir {} ({}).</translation>
    </message>
    <message>
        <source>{} cannot be written ({}). Choose a folder that you may write to.</source>
        <translation>No se puede escribir {} ({}). Elija una carpeta en la que pueda escribir.</translation>
    </message>
    <message>
        <source>{} cannot be written: no file can be called so. Choose another name.</source>
        <translation>No se puede escribir {}: ningún archivo puede llamarse así. Elija otro nombre.</translation>
    </message>
    <message>
        <source>{} cannot be written: {} is read-only. Choose another place for this output.</source>
        <translation>No se puede escribir {}: {} es de solo lectura. Elija otro lugar para esta salida.</translation>
    </message>
    <message>
        <source>{} cannot be written: {}. Make room on the disk, or save the project elsewhere.</source>
        <translation>No se puede escribir {}: {}. Libere espacio en el disco, o guarde el proyecto en otro lugar.</translation>
    </message>
    <message>
        <source>{} could not be copied into the project ({}). Make room on the disk and attach it again.</source>
        <translation>{} no se pudo copiar al proyecto ({}). Libere espacio en el disco y adjúntelo de nuevo.</translation>
    </message>
    <message>
        <source>{} could not be copied to {} ({}). Make room on the disk and try again.</source>
        <translation>{} no se pudo copiar a {} ({}). Libere espacio en el disco e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>{} does not hold the result layer '{}'. Locate the photo again.</source>
        <translation>{} no contiene la capa de resultados «{}». Localice la foto de nuevo.</translation>
    </message>
    <message>
        <source>{} does not hold the result layer '{}'. Locate the photos again.</source>
        <translation>{} no contiene la capa de resultados «{}». Localice las fotos de nuevo.</translation>
    </message>
    <message>
        <source>{} files were copied to the project's folder.</source>
        <translation>Se copiaron {} archivos a la carpeta del proyecto.</translation>
    </message>
    <message>
        <source>{} is no candidates layer. Choose one made by Locate photo.</source>
        <translation>{} no es una capa de candidatos. Elija una hecha con «Localizar foto».</translation>
    </message>
    <message>
        <source>{} is not available. Switch the Skymatch plugin off and on.</source>
        <translation>{} no está disponible. Desactive y active el complemento Skymatch.</translation>
    </message>
    <message>
        <source>{} is not the Python of this QGIS (it says {}). Run the command with QGIS's own Python; on Windows it is the one of the OSGeo4W shell.</source>
        <translation>{} no es el Python de este QGIS (responde {}). Ejecute la orden con el Python de QGIS; en Windows es el del shell OSGeo4W.</translation>
    </message>
    <message>
        <source>{} is set to '{}', but {}. It is left aside.</source>
        <translation>{} vale «{}», pero {}. No se tiene en cuenta.</translation>
    </message>
    <message>
        <source>{} of its candidates are accepted. Accept only one.</source>
        <translation>{} de sus candidatos están aceptados. Acepte solo uno.</translation>
    </message>
    <message>
        <source>{} of the photos are not there any more, for instance {}. Choose them anew.</source>
        <translation>{} de las fotos ya no están, por ejemplo {}. Elíjalas de nuevo.</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} de {}</translation>
    </message>
    <message>
        <source>{} of {} blocks to be made: about {}. The finished index will hold about {:.3g} km² and {:,} tokens in {:.1f} MB.</source>
        <translation>{} de {} bloques por crear: unos {}. El índice terminado contendrá unos {:.3g} km² y {:,} tokens en {:.1f} MB.</translation>
    </message>
    <message>
        <source>{} pages written to {}</source>
        <translation>{} páginas escritas en {}</translation>
    </message>
    <message>
        <source>{} photos</source>
        <translation>{} fotos</translation>
    </message>
    <message>
        <source>{} photos located, {} not.</source>
        <translation>{} fotos localizadas, {} no.</translation>
    </message>
    <message>
        <source>{} photos located, {} not; the log panel says why.</source>
        <translation>{} fotos localizadas, {} no; el panel de registro dice por qué.</translation>
    </message>
    <message>
        <source>{} photos were left out; the log panel says why.</source>
        <translation>{} fotos se omitieron; el panel de registro dice por qué.</translation>
    </message>
    <message>
        <source>{} photos. All are located in one run.</source>
        <translation>{} fotos. Todas se localizan en una ejecución.</translation>
    </message>
    <message>
        <source>{} reviewed, not saved yet</source>
        <translation>{} revisados, aún sin guardar</translation>
    </message>
    <message>
        <source>{} this candidate (key {})</source>
        <translation>{} este candidato (tecla {})</translation>
    </message>
    <message>
        <source>{} tiles could not be fetched. Run the same again later: only the blocks that lack tiles are made anew.</source>
        <translation>No se pudieron obtener {} teselas. Ejecute lo mismo más tarde: solo se crean de nuevo los bloques a los que les faltan teselas.</translation>
    </message>
    <message>
        <source>{} unsaved</source>
        <translation>{} sin guardar</translation>
    </message>
    <message>
        <source>{} was attached to the project, has vanished from this computer's temporary folder, and no copy is left. The project is saved without it.</source>
        <translation>{} estaba adjunto al proyecto, desapareció de la carpeta temporal de este equipo y no queda ninguna copia. El proyecto se guarda sin él.</translation>
    </message>
    <message>
        <source>{} was made by the model {} {} ({}), but the photo would be read by {} {} ({}). Choose the model of the index, or build the index again with this one.</source>
        <translation>{} se hizo con el modelo {} {} ({}), pero la foto se leería con {} {} ({}). Elija el modelo del índice, o cree de nuevo el índice con este.</translation>
    </message>
    <message>
        <source>{} was searched in {}: best candidate at {:.6f}, {:.6f} with {:.1f} %.</source>
        <translation>{} se buscó en {}: mejor candidato en {:.6f}, {:.6f} con {:.1f} %.</translation>
    </message>
    <message>
        <source>{} was searched in {}: no candidate.</source>
        <translation>{} se buscó en {}: ningún candidato.</translation>
    </message>
    <message>
        <source>{} was written by a newer Skymatch. Update the plugin.</source>
        <translation>{} lo escribió un Skymatch más reciente. Actualice el complemento.</translation>
    </message>
    <message>
        <source>{}, field of view {:.1f}°{} ({}).</source>
        <translation>{}, campo de visión {:.1f}°{} ({}).</translation>
    </message>
    <message>
        <source>{}, not complete</source>
        <translation>{}, no completo</translation>
    </message>
    <message>
        <source>{}, {:.0f} m from the best candidate.</source>
        <translation>{}, a {:.0f} m del mejor candidato.</translation>
    </message>
    <message>
        <source>{}, {} unsaved</source>
        <translation>{}, {} sin guardar</translation>
    </message>
    <message>
        <source>{}: index is stale</source>
        <translation>{}: índice desfasado</translation>
    </message>
    <message>
        <source>{}: indexed</source>
        <translation>{}: indexado</translation>
    </message>
    <message>
        <source>{}: no candidate</source>
        <translation>{}: ningún candidato</translation>
    </message>
    <message>
        <source>{}: not indexed</source>
        <translation>{}: sin indexar</translation>
    </message>
    <message>
        <source>{}: written to {}</source>
        <translation>{}: escrita en {}</translation>
    </message>
    <message>
        <source>{}: {:.6f}, {:.6f}, {:.0f} %; not in this imagery: {:.0f} %</source>
        <translation>{}: {:.6f}, {:.6f}, {:.0f} %; no en estas imágenes: {:.0f} %</translation>
    </message>
    <message>
        <source>{}: {} % indexed</source>
        <translation>{}: {} % indexado</translation>
    </message>
    <message>
        <source>{}_photos</source>
        <translation>{}_fotos</translation>
    </message>
</context>
</TS>
