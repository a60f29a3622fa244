<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Skymatch</name>
    <message>
        <source> (magnetic north)</source>
        <translation> (nord magnétique)</translation>
    </message>
    <message>
        <source> (true north)</source>
        <translation> (nord géographique)</translation>
    </message>
    <message>
        <source>#</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>&amp;1  Imagery</source>
        <translation>&amp;1  Imagerie</translation>
    </message>
    <message>
        <source>&amp;2  Photo</source>
        <translation>&amp;2  Photo</translation>
    </message>
    <message>
        <source>&amp;3  Results</source>
        <translation>&amp;3  Résultats</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation>&amp;Sommaire</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Trouver</translation>
    </message>
    <message>
        <source>&amp;Heading</source>
        <translation>A&amp;zimut</translation>
    </message>
    <message>
        <source>&amp;Raster</source>
        <translation>&amp;Raster</translation>
    </message>
    <message>
        <source>'{}' is no heading in degrees. Choose another field of headings.</source>
        <translation>« {} » n’est pas une direction en degrés. Choisissez un autre champ de directions.</translation>
    </message>
    <message>
        <source>1.6 m by hand, 2.5 m from a vehicle</source>
        <translation>1,6 m à la main, 2,5 m depuis un véhicule</translation>
    </message>
    <message>
        <source>65° (most phones)</source>
        <translation>65° (la plupart des téléphones)</translation>
    </message>
    <message>
        <source>A candidate this near to the truth counts as a hit.</source>
        <translation>Un candidat aussi proche de la vérité compte comme réussite.</translation>
    </message>
    <message>
        <source>A candidates layer made by Locate photo. Its reviews are printed as they are now, also those that are not saved yet.</source>
        <translation>Une couche de candidats produite par « Localiser une photo ». Ses examens sont imprimés tels qu’ils sont maintenant, y compris ceux pas encore enregistrés.</translation>
    </message>
    <message>
        <source>A candidates layer made by Locate photo. Only candidates whose review says accepted are used, one for each photo; reviews not saved yet count too.</source>
        <translation>Une couche de candidats produite par « Localiser une photo ». Seuls sont utilisés les candidats dont l’examen indique « accepté », un par photo ; les examens pas encore enregistrés comptent aussi.</translation>
    </message>
    <message>
        <source>A layer with the path of a photo in a field, as Import geotagged photos makes it.</source>
        <translation>Une couche avec le chemin d’une photo dans un champ, comme en produit « Importer des photos géolocalisées ».</translation>
    </message>
    <message>
        <source>A line from the true to the found position of every photo.</source>
        <translation>Une ligne de la position réelle à la position trouvée de chaque photo.</translation>
    </message>
    <message>
        <source>A raster layer with an orthophoto or satellite picture of 0.6 m per pixel or finer, in any coordinate system. Its colours are taken as the layer shows them: band choice, contrast and transparent values count. Tile servers (XYZ, WMS) work when an extent or mask is given.</source>
        <translation>Une couche raster avec une orthophoto ou une image satellite de 0,6 m par pixel ou plus fine, dans n’importe quel système de coordonnées. Ses couleurs sont prises telles que la couche les montre : choix des bandes, contraste et valeurs transparentes comptent. Les serveurs de tuiles (XYZ, WMS) fonctionnent si une emprise ou un masque est donné.</translation>
    </message>
    <message>
        <source>A smaller area is indexed sooner and searched faster</source>
        <translation>Une zone plus petite est indexée plus tôt et parcourue plus vite</translation>
    </message>
    <message>
        <source>A street photo or panorama, or several: drop them here or onto the map</source>
        <translation>Une photo de rue ou un panorama, ou plusieurs : déposez-les ici ou sur la carte</translation>
    </message>
    <message>
        <source>A style of Skymatch could not be read ({}). Install Skymatch again.</source>
        <translation>Un style de Skymatch n’a pas pu être lu ({}). Installez Skymatch à nouveau.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Accept candidate {}</source>
        <translation>Accepter le candidat {}</translation>
    </message>
    <message>
        <source>Adds the outlines of the indexed blocks to the map.</source>
        <translation>Ajoute à la carte les contours des blocs indexés.</translation>
    </message>
    <message>
        <source>Aerial imagery</source>
        <translation>Imagerie aérienne</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Concordance</translation>
    </message>
    <message>
        <source>Agreement (-1 to 1)</source>
        <translation>Concordance (-1 à 1)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>All JPEG, PNG, TIFF and WebP files in it are located, by name.</source>
        <translation>Tous les fichiers JPEG, PNG, TIFF et WebP qu’il contient sont localisés, par nom.</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>All numbers with chance levels, a table and an error curve, as a page.</source>
        <translation>Tous les chiffres avec les niveaux du hasard, un tableau et une courbe d’erreur, sous forme de page.</translation>
    </message>
    <message>
        <source>All saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Allow for an uncertain camera</source>
        <translation>Tenir compte d’un appareil incertain</translation>
    </message>
    <message>
        <source>Also apply the rule of the five closest</source>
        <translation>Appliquer aussi la règle des cinq plus proches</translation>
    </message>
    <message>
        <source>An estimate by comparison of the photo with aerial imagery. Positions and probabilities need a person's judgement.</source>
        <translation>Une estimation par comparaison de la photo avec l’imagerie aérienne. Positions et probabilités demandent le jugement d’une personne.</translation>
    </message>
    <message>
        <source>An index made by Build index, also one attached to the project.</source>
        <translation>Un index produit par « Construire l’index », y compris un index joint au projet.</translation>
    </message>
    <message>
        <source>An installation is under way. Wait for it or cancel it.</source>
        <translation>Une installation est en cours. Attendez sa fin ou annulez-la.</translation>
    </message>
    <message>
        <source>Angle across all photos. Leave it empty to take it from each file.</source>
        <translation>Angle sur la largeur de toutes les photos. Laissez vide pour le prendre dans chaque fichier.</translation>
    </message>
    <message>
        <source>Angle across the width of the photo. Cropped photos need it: cropping does not change the focal length in the file.</source>
        <translation>Angle sur la largeur de la photo. Les photos recadrées en ont besoin : le recadrage ne change pas la focale inscrite dans le fichier.</translation>
    </message>
    <message>
        <source>Angle across the width of the photo. Leave it empty to take it from the focal length in the file, or else from the picture itself. Cropped photos need it when the crop cannot be told from the file.</source>
        <translation>Angle sur la largeur de la photo. Laissez vide pour le tirer de la focale inscrite dans le fichier, ou sinon de l’image elle-même. Les photos recadrées en ont besoin lorsque le fichier ne révèle pas le recadrage.</translation>
    </message>
    <message>
        <source>Angle along the longer side of the photo.</source>
        <translation>Angle le long du plus grand côté de la photo.</translation>
    </message>
    <message>
        <source>Answers like this one are about as often right as wrong.</source>
        <translation>Les réponses comme celle-ci sont à peu près aussi souvent justes que fausses.</translation>
    </message>
    <message>
        <source>Anything worth remembering</source>
        <translation>Tout ce qui mérite d’être retenu</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>N’importe où</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Area (m²)</source>
        <translation>Surface (m²)</translation>
    </message>
    <message>
        <source>Area to index</source>
        <translation>Zone à indexer</translation>
    </message>
    <message>
        <source>Area where the camera cannot stand</source>
        <translation>Zone où ne peut pas se trouver l’appareil</translation>
    </message>
    <message>
        <source>Area where the camera may stand</source>
        <translation>Zone où peut se trouver l’appareil</translation>
    </message>
    <message>
        <source>Area with imagery (km²)</source>
        <translation>Surface avec imagerie (km²)</translation>
    </message>
    <message>
        <source>Around each photo's own position</source>
        <translation>Autour de la position de chaque photo</translation>
    </message>
    <message>
        <source>Around the file's position</source>
        <translation>Autour de la position du fichier</translation>
    </message>
    <message>
        <source>Attach the index to the project</source>
        <translation>Joindre l’index au projet</translation>
    </message>
    <message>
        <source>Attachment identifier</source>
        <translation>Identifiant de la pièce jointe</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Automatic ({})</source>
        <translation>Automatique ({})</translation>
    </message>
    <message>
        <source>Automatic takes a picture as a panorama when the file says so or when it is exactly twice as wide as high.</source>
        <translation>En mode automatique, une image est prise pour un panorama si le fichier le dit ou si elle est exactement deux fois plus large que haute.</translation>
    </message>
    <message>
        <source>Best candidate within {:g} m</source>
        <translation>Meilleur candidat à moins de {:g} m</translation>
    </message>
    <message>
        <source>Best heading</source>
        <translation>Meilleur azimut</translation>
    </message>
    <message>
        <source>Best heading (° true)</source>
        <translation>Meilleur azimut (° géogr.)</translation>
    </message>
    <message>
        <source>Bird's-eye view</source>
        <translation>Vue à vol d’oiseau</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blocs</translation>
    </message>
    <message>
        <source>Blocks in the file</source>
        <translation>Blocs dans le fichier</translation>
    </message>
    <message>
        <source>Blocks of the finished index</source>
        <translation>Blocs de l’index terminé</translation>
    </message>
    <message>
        <source>Bring them in</source>
        <translation>Les intégrer</translation>
    </message>
    <message>
        <source>Bring this candidate into the map's view (key Z)</source>
        <translation>Amener ce candidat dans la vue de la carte (touche Z)</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Parcourir</translation>
    </message>
    <message>
        <source>Build anew</source>
        <translation>Reconstruire</translation>
    </message>
    <message>
        <source>Build index</source>
        <translation>Construire l’index</translation>
    </message>
    <message>
        <source>Buildings and trees match</source>
        <translation>Les bâtiments et les arbres concordent</translation>
    </message>
    <message>
        <source>Buildings or trees differ</source>
        <translation>Les bâtiments ou les arbres diffèrent</translation>
    </message>
    <message>
        <source>Camera height</source>
        <translation>Hauteur de l’appareil</translation>
    </message>
    <message>
        <source>Camera height (m)</source>
        <translation>Hauteur de l’appareil (m)</translation>
    </message>
    <message>
        <source>Camera in the file</source>
        <translation>Appareil dans le fichier</translation>
    </message>
    <message>
        <source>Camera inside</source>
        <translation>Caméra à l’intérieur</translation>
    </message>
    <message>
        <source>Camera not inside</source>
        <translation>Caméra hors de</translation>
    </message>
    <message>
        <source>Camera of the search</source>
        <translation>Caméra de la recherche</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Candidat</translation>
    </message>
    <message>
        <source>Candidate {} of {}: {}.</source>
        <translation>Candidat {} de {} : {}.</translation>
    </message>
    <message>
        <source>Candidate {}: maybe</source>
        <translation>Candidat {} : peut-être</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Candidats</translation>
    </message>
    <message>
        <source>Candidates for each photo</source>
        <translation>Candidats par photo</translation>
    </message>
    <message>
        <source>Checking Python and pip</source>
        <translation>Vérification de Python et de pip</translation>
    </message>
    <message>
        <source>Choose a photo first, or drop one onto this panel.</source>
        <translation>Choisissez d’abord une photo, ou déposez-en une sur ce panneau.</translation>
    </message>
    <message>
        <source>Choose a raster layer or an index file.</source>
        <translation>Choisissez une couche raster ou un fichier d’index.</translation>
    </message>
    <message>
        <source>Choose either a folder of photos or a layer that names photos.</source>
        <translation>Choisissez soit un dossier de photos, soit une couche qui nomme des photos.</translation>
    </message>
    <message>
        <source>Choose one photo or several</source>
        <translation>Choisir une ou plusieurs photos</translation>
    </message>
    <message>
        <source>Choose or write a reason</source>
        <translation>Choisissez ou écrivez un motif</translation>
    </message>
    <message>
        <source>Choose the raster layer to index and a file for its index.</source>
        <translation>Choisissez la couche raster à indexer et un fichier pour son index.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Clear review of candidate {}</source>
        <translation>Effacer l’examen du candidat {}</translation>
    </message>
    <message>
        <source>Click corners on the map; double-click or right-click to finish, Backspace takes one back, Escape gives up</source>
        <translation>Cliquez les sommets sur la carte ; double-clic ou clic droit pour terminer, Retour arrière en reprend un, Échap abandonne</translation>
    </message>
    <message>
        <source>Click or drag to the direction in which the photo looks. Keys: left and right, Page up and Page down for 15°, + and - for the tolerance, Delete for unknown.</source>
        <translation>Cliquez ou faites glisser vers la direction dans laquelle regarde la photo. Touches : gauche et droite, Page précédente et Page suivante pour 15°, + et - pour la tolérance, Suppr pour inconnu.</translation>
    </message>
    <message>
        <source>Compass heading in the file (°)</source>
        <translation>Azimut de la boussole dans le fichier (°)</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Complet</translation>
    </message>
    <message>
        <source>Complete: {}, {:.3g} km².</source>
        <translation>Complet : {}, {:.3g} km².</translation>
    </message>
    <message>
        <source>Confidence region</source>
        <translation>Région de confiance</translation>
    </message>
    <message>
        <source>Confidence regions</source>
        <translation>Régions de confiance</translation>
    </message>
    <message>
        <source>Confirmed by another source</source>
        <translation>Confirmé par une autre source</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>Système de coordonnées</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Coordonnées</translation>
    </message>
    <message>
        <source>Coordinates in the project's CRS</source>
        <translation>Coordonnées dans le SCR du projet</translation>
    </message>
    <message>
        <source>Copied. Read it through before you pass it on.</source>
        <translation>Copié. Relisez-le avant de le transmettre.</translation>
    </message>
    <message>
        <source>Copied: {}</source>
        <translation>Copié : {}</translation>
    </message>
    <message>
        <source>Copied; paste it into QGIS's Python console.</source>
        <translation>Copié ; collez-le dans la console Python de QGIS.</translation>
    </message>
    <message>
        <source>Copies the finished index into the project file, so that it travels with it. The project must then be saved.</source>
        <translation>Copie l’index terminé dans le fichier de projet, de sorte qu’il voyage avec lui. Le projet doit ensuite être enregistré.</translation>
    </message>
    <message>
        <source>Copies written</source>
        <translation>Copies écrites</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy Build index as Python</source>
        <translation>Copier « Construire l’index » en Python</translation>
    </message>
    <message>
        <source>Copy Find as Python</source>
        <translation>Copier « Trouver » en Python</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Copier la commande</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Copier le diagnostic</translation>
    </message>
    <message>
        <source>Copy index and results beside the project?</source>
        <translation>Copier l’index et les résultats à côté du projet ?</translation>
    </message>
    <message>
        <source>Copy the position; nothing is opened</source>
        <translation>Copier la position ; rien n’est ouvert</translation>
    </message>
    <message>
        <source>Copy: {}</source>
        <translation>Copier : {}</translation>
    </message>
    <message>
        <source>Could not be located (counted as misses)</source>
        <translation>N’ont pas pu être localisées (comptées comme échecs)</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Créé</translation>
    </message>
    <message>
        <source>Created (UTC)</source>
        <translation>Créé (UTC)</translation>
    </message>
    <message>
        <source>Damaged blocks (row/column)</source>
        <translation>Blocs endommagés (ligne/colonne)</translation>
    </message>
    <message>
        <source>Degrees clockwise from true north. When given, the search may use it; empty values count as unknown.</source>
        <translation>Degrés dans le sens horaire depuis le nord géographique. S’il est donné, la recherche peut s’en servir ; les valeurs vides comptent comme inconnues.</translation>
    </message>
    <message>
        <source>Degrees, minutes, seconds</source>
        <translation>Degrés, minutes, secondes</translation>
    </message>
    <message>
        <source>Describe candidate {}</source>
        <translation>Décrire le candidat {}</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnostic</translation>
    </message>
    <message>
        <source>Digital zoom: {:.1f}×.</source>
        <translation>Zoom numérique : {:.1f}×.</translation>
    </message>
    <message>
        <source>Direction in which the centre of the photo looks, clockwise from true north. Leave it empty when unknown; all directions are tried then. A compass heading in the file is shown in the log and never used unasked.</source>
        <translation>Direction dans laquelle regarde le centre de la photo, dans le sens horaire depuis le nord géographique. Laissez vide si elle est inconnue ; toutes les directions sont alors essayées. Un azimut de boussole dans le fichier est affiché dans le journal et jamais utilisé sans demande.</translation>
    </message>
    <message>
        <source>Direction in which the photo looks, clockwise from true north</source>
        <translation>Direction dans laquelle regarde la photo, dans le sens horaire depuis le nord géographique</translation>
    </message>
    <message>
        <source>Distance scale s of the features above. A position at distance d from the nearest one weighs 0.05 + 0.95 exp(-d² / 2s²): 1 on it, 0.63 at s, 0.18 at 2s.</source>
        <translation>Échelle de distance s des entités ci-dessus. Une position à la distance d de la plus proche pèse 0,05 + 0,95 exp(-d² / 2s²) : 1 dessus, 0,63 à s, 0,18 à 2s.</translation>
    </message>
    <message>
        <source>Drag the line to the horizon, where the ground would meet the sky far away; drag a ring to tilt it. Keys: up and down, left and right to tilt, Shift for larger steps, Delete for the automatic value.</source>
        <translation>Faites glisser la ligne sur l’horizon, là où le sol rejoindrait le ciel au loin ; faites glisser un anneau pour l’incliner. Touches : haut et bas, gauche et droite pour incliner, Maj pour de plus grands pas, Suppr pour la valeur automatique.</translation>
    </message>
    <message>
        <source>Draw anew</source>
        <translation>Redessiner</translation>
    </message>
    <message>
        <source>Draw on the map</source>
        <translation>Dessiner sur la carte</translation>
    </message>
    <message>
        <source>Draw the area to index on the map first, or choose another area.</source>
        <translation>Dessinez d’abord la zone à indexer sur la carte, ou choisissez une autre zone.</translation>
    </message>
    <message>
        <source>Drawing the imagery …</source>
        <translation>Dessin de l’imagerie…</translation>
    </message>
    <message>
        <source>Drop a street photo or panorama here</source>
        <translation>Déposez ici une photo de rue ou un panorama</translation>
    </message>
    <message>
        <source>Empty for the model that comes with Skymatch.</source>
        <translation>Vide pour le modèle fourni avec Skymatch.</translation>
    </message>
    <message>
        <source>Empty the field for the automatic value.</source>
        <translation>Videz le champ pour la valeur automatique.</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Estimer</translation>
    </message>
    <message>
        <source>Estimate only</source>
        <translation>Estimer seulement</translation>
    </message>
    <message>
        <source>Estimate: {} for {:.3g} km² and an index of {:.1f} MB.</source>
        <translation>Estimation : {} pour {:.3g} km² et un index de {:.1f} Mo.</translation>
    </message>
    <message>
        <source>Evaluate accuracy</source>
        <translation>Évaluer l’exactitude</translation>
    </message>
    <message>
        <source>Every block matches its checksum</source>
        <translation>Chaque bloc correspond à sa somme de contrôle</translation>
    </message>
    <message>
        <source>Evidence log</source>
        <translation>Journal de preuves</translation>
    </message>
    <message>
        <source>Export evidence log</source>
        <translation>Exporter le journal de preuves</translation>
    </message>
    <message>
        <source>Exported log</source>
        <translation>Journal exporté</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>Emprise</translation>
    </message>
    <message>
        <source>Fairly usable: {}.</source>
        <translation>Assez utilisable : {}.</translation>
    </message>
    <message>
        <source>Features that the camera was near</source>
        <translation>Entités près desquelles se trouvait l’appareil</translation>
    </message>
    <message>
        <source>Fewer leave room for other work while an index is built.</source>
        <translation>Moins de fils laissent de la place à d’autres travaux pendant la construction d’un index.</translation>
    </message>
    <message>
        <source>Field of &amp;view</source>
        <translation>Champ de &amp;vision</translation>
    </message>
    <message>
        <source>Field of view</source>
        <translation>Champ de vision</translation>
    </message>
    <message>
        <source>Field of view (°)</source>
        <translation>Champ de vision (°)</translation>
    </message>
    <message>
        <source>Field with the heading</source>
        <translation>Champ contenant l’azimut</translation>
    </message>
    <message>
        <source>Field with the path</source>
        <translation>Champ contenant le chemin</translation>
    </message>
    <message>
        <source>Field with the photo file</source>
        <translation>Champ contenant le fichier de la photo</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Files of further indexes, made with the same model, that are searched together with the first: their places compete with each other. Grids and CRSs may differ. On the command line, give the parameter once for each file, or separate files by ;.</source>
        <translation>Fichiers d’autres index, construits avec le même modèle, qui sont parcourus avec le premier : leurs lieux sont en concurrence. Grilles et SCR peuvent différer. En ligne de commande, donnez le paramètre une fois par fichier, ou séparez les fichiers par ;.</translation>
    </message>
    <message>
        <source>Finds where a street photo was taken, in imagery that was indexed before.</source>
        <translation>Trouve où une photo de rue a été prise, dans une imagerie indexée auparavant.</translation>
    </message>
    <message>
        <source>Finds where the photos of a folder or of a layer were taken, in one run.</source>
        <translation>Trouve où ont été prises les photos d’un dossier ou d’une couche, en une seule exécution.</translation>
    </message>
    <message>
        <source>First hit at rank</source>
        <translation>Première réussite au rang</translation>
    </message>
    <message>
        <source>Fold or unfold</source>
        <translation>Plier ou déplier</translation>
    </message>
    <message>
        <source>Folder for the copies</source>
        <translation>Dossier des copies</translation>
    </message>
    <message>
        <source>Folder of a model pack</source>
        <translation>Dossier d’un paquet de modèle</translation>
    </message>
    <message>
        <source>Folder of a model pack. Leave it empty for the model that comes with Skymatch. It must be the model that the index was made with.</source>
        <translation>Dossier d’un paquet de modèle. Laissez vide pour le modèle fourni avec Skymatch. Ce doit être le modèle avec lequel l’index a été construit.</translation>
    </message>
    <message>
        <source>Folder of another model pack. Empty: the model that comes with Skymatch.</source>
        <translation>Dossier d’un autre paquet de modèle. Vide : le modèle fourni avec Skymatch.</translation>
    </message>
    <message>
        <source>Folder of photos</source>
        <translation>Dossier de photos</translation>
    </message>
    <message>
        <source>Folder of the photos</source>
        <translation>Dossier des photos</translation>
    </message>
    <message>
        <source>Folder of wheels (.whl)</source>
        <translation>Dossier de wheels (.whl)</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Suivre</translation>
    </message>
    <message>
        <source>For a report of a problem: versions, settings, log. Without personal paths.</source>
        <translation>Pour signaler un problème : versions, paramètres, journal. Sans chemins personnels.</translation>
    </message>
    <message>
        <source>From a folder of wheels (no network)</source>
        <translation>Depuis un dossier de wheels (sans réseau)</translation>
    </message>
    <message>
        <source>From best</source>
        <translation>Du meilleur</translation>
    </message>
    <message>
        <source>From the Python Package Index (needs the network)</source>
        <translation>Depuis le Python Package Index (réseau nécessaire)</translation>
    </message>
    <message>
        <source>Full path of each photo, or its name in the folder below.</source>
        <translation>Chemin complet de chaque photo, ou son nom dans le dossier ci-dessous.</translation>
    </message>
    <message>
        <source>Geotag</source>
        <translation>Géobaliser</translation>
    </message>
    <message>
        <source>Geotag photos</source>
        <translation>Géobaliser des photos</translation>
    </message>
    <message>
        <source>Geotagged copies written: {}, in {}</source>
        <translation>Copies géobalisées écrites : {}, dans {}</translation>
    </message>
    <message>
        <source>Grade (5 is best)</source>
        <translation>Degré (5 est le meilleur)</translation>
    </message>
    <message>
        <source>HTML files (*.html)</source>
        <translation>Fichiers HTML (*.html)</translation>
    </message>
    <message>
        <source>Half of this computer's</source>
        <translation>La moitié de celle de cet ordinateur</translation>
    </message>
    <message>
        <source>Hardly usable: {}.</source>
        <translation>À peine utilisable : {}.</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Azimut</translation>
    </message>
    <message>
        <source>Heading (° true)</source>
        <translation>Azimut (° géogr.)</translation>
    </message>
    <message>
        <source>Heading of the best candidate (° true)</source>
        <translation>Azimut du meilleur candidat (° géogr.)</translation>
    </message>
    <message>
        <source>Heading of the photo</source>
        <translation>Azimut de la photo</translation>
    </message>
    <message>
        <source>Heading of the photo (° true)</source>
        <translation>Azimut de la photo (° géogr.)</translation>
    </message>
    <message>
        <source>Heading tolerance (degrees)</source>
        <translation>Tolérance de l’azimut (degrés)</translation>
    </message>
    <message>
        <source>Heading tolerance (°)</source>
        <translation>Tolérance de l’azimut (°)</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>Chaleur</translation>
    </message>
    <message>
        <source>Hei&amp;ght</source>
        <translation>&amp;Hauteur</translation>
    </message>
    <message>
        <source>Height of the lens above the ground</source>
        <translation>Hauteur de l’objectif au-dessus du sol</translation>
    </message>
    <message>
        <source>Height of the lens above the ground.</source>
        <translation>Hauteur de l’objectif au-dessus du sol.</translation>
    </message>
    <message>
        <source>Height of the lens above the ground. Leave it empty for 1.6 m (a photo from the hand) or 2.5 m (a panorama from a vehicle).</source>
        <translation>Hauteur de l’objectif au-dessus du sol. Laissez vide pour 1,6 m (photo prise à la main) ou 2,5 m (panorama depuis un véhicule).</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Help page</source>
        <translation>Page d’aide</translation>
    </message>
    <message>
        <source>Hit radius (m)</source>
        <translation>Rayon de réussite (m)</translation>
    </message>
    <message>
        <source>Hori&amp;zon</source>
        <translation>Hori&amp;zon</translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation>Horizon</translation>
    </message>
    <message>
        <source>Horizon (fraction of the height)</source>
        <translation>Horizon (fraction de la hauteur)</translation>
    </message>
    <message>
        <source>Horizon at {:.3f} of the height ({}), camera {:g} m above the ground.</source>
        <translation>Horizon à {:.3f} de la hauteur ({}), appareil à {:g} m au-dessus du sol.</translation>
    </message>
    <message>
        <source>How far a photo's own position may be wrong.</source>
        <translation>De combien la position d’une photo peut être fausse.</translation>
    </message>
    <message>
        <source>How far the camera was turned clockwise about its axis, seen from behind it. Leave it empty to have it read off the picture.</source>
        <translation>De combien l’appareil était tourné autour de son axe dans le sens horaire, vu de derrière. Laissez vide pour que la valeur soit lue dans l’image.</translation>
    </message>
    <message>
        <source>How far the camera was turned clockwise; the horizon then rises to the right</source>
        <translation>De combien l’appareil était tourné dans le sens horaire ; l’horizon monte alors vers la droite</translation>
    </message>
    <message>
        <source>How far the position in the file may be wrong</source>
        <translation>De combien la position dans le fichier peut être fausse</translation>
    </message>
    <message>
        <source>How far the true heading may lie from the given one, to either side.</source>
        <translation>De combien l’azimut réel peut s’écarter de celui donné, de chaque côté.</translation>
    </message>
    <message>
        <source>How far the true heading may lie from the one given. 180: not used at all.</source>
        <translation>De combien l’azimut réel peut s’écarter de celui donné. 180 : non utilisé du tout.</translation>
    </message>
    <message>
        <source>How far the true heading may lie to either side</source>
        <translation>De combien l’azimut réel peut s’écarter de chaque côté</translation>
    </message>
    <message>
        <source>How far to trust Skymatch here</source>
        <translation>Jusqu’où se fier à Skymatch ici</translation>
    </message>
    <message>
        <source>How near to the features (m)</source>
        <translation>À quelle distance des entités (m)</translation>
    </message>
    <message>
        <source>How near to them the camera usually is</source>
        <translation>À quelle distance d’eux l’appareil se trouve d’habitude</translation>
    </message>
    <message>
        <source>How positions are shown and copied.</source>
        <translation>Comment les positions sont affichées et copiées.</translation>
    </message>
    <message>
        <source>If you noted the SHA-256 that an earlier export gave for its last row, enter it: the log must still contain that row. Without it, rows that were cut off the end cannot be noticed.</source>
        <translation>Si vous avez noté le SHA-256 qu’un export précédent donnait pour sa dernière ligne, saisissez-le : le journal doit encore contenir cette ligne. Sans lui, des lignes coupées à la fin ne peuvent pas être remarquées.</translation>
    </message>
    <message>
        <source>Imagery at 0.6 m per pixel or finer, in natural colours</source>
        <translation>Imagerie à 0,6 m par pixel ou plus fine, en couleurs naturelles</translation>
    </message>
    <message>
        <source>Imagery older or newer than the photo</source>
        <translation>Imagerie plus ancienne ou plus récente que la photo</translation>
    </message>
    <message>
        <source>Imagery, direction of view upward</source>
        <translation>Imagerie, direction de vue vers le haut</translation>
    </message>
    <message>
        <source>In a folder beside the project file</source>
        <translation>Dans un dossier à côté du fichier de projet</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>En mots</translation>
    </message>
    <message>
        <source>Include subfolders</source>
        <translation>Inclure les sous-dossiers</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>Index information</source>
        <translation>Informations sur l’index</translation>
    </message>
    <message>
        <source>Index {}: {}, {:.3g} km².</source>
        <translation>Index {} : {}, {:.3g} km².</translation>
    </message>
    <message>
        <source>Indexes that need more are searched in pieces, to the same places.</source>
        <translation>Les index qui en demandent plus sont parcourus par morceaux, avec le même résultat.</translation>
    </message>
    <message>
        <source>Indexes that need more are searched in pieces, to the same places. Leave it empty for the limit in the settings, which is half of this computer's memory unless you set another. The model takes some 200 MB more.</source>
        <translation>Les index qui en demandent plus sont parcourus par morceaux, avec le même résultat. Laissez vide pour la limite des paramètres, qui est la moitié de la mémoire de cet ordinateur sauf réglage contraire. Le modèle prend environ 200 Mo de plus.</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Dans</translation>
    </message>
    <message>
        <source>Inside the project file (.qgz)</source>
        <translation>Dans le fichier de projet (.qgz)</translation>
    </message>
    <message>
        <source>Inside, everything travels in one file, and saving the project takes about a second longer for every 40 MB of index.</source>
        <translation>À l’intérieur, tout voyage dans un seul fichier, et l’enregistrement du projet dure environ une seconde de plus par 40 Mo d’index.</translation>
    </message>
    <message>
        <source>Inspect photo</source>
        <translation>Inspecter une photo</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installer</translation>
    </message>
    <message>
        <source>Install onnxruntime, which runs Skymatch's model</source>
        <translation>Installer onnxruntime, qui exécute le modèle de Skymatch</translation>
    </message>
    <message>
        <source>Installation and diagnostics</source>
        <translation>Installation et diagnostic</translation>
    </message>
    <message>
        <source>Installing</source>
        <translation>Installation en cours</translation>
    </message>
    <message>
        <source>Its standard deviation (fraction)</source>
        <translation>Son écart-type (fraction)</translation>
    </message>
    <message>
        <source>Its standard deviation (°)</source>
        <translation>Son écart-type (°)</translation>
    </message>
    <message>
        <source>Judgement</source>
        <translation>Jugement</translation>
    </message>
    <message>
        <source>Keep the print layout</source>
        <translation>Conserver la mise en page</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Les conserver</translation>
    </message>
    <message>
        <source>Kerbs and paths match</source>
        <translation>Les bordures et les chemins concordent</translation>
    </message>
    <message>
        <source>Kind of picture</source>
        <translation>Type d’image</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Latitude</translation>
    </message>
    <message>
        <source>Latitude (WGS 84)</source>
        <translation>Latitude (WGS 84)</translation>
    </message>
    <message>
        <source>Latitude by the rule of the five closest (WGS 84)</source>
        <translation>Latitude selon la règle des cinq plus proches (WGS 84)</translation>
    </message>
    <message>
        <source>Latitude in the file</source>
        <translation>Latitude dans le fichier</translation>
    </message>
    <message>
        <source>Latitude of the best candidate (WGS 84)</source>
        <translation>Latitude du meilleur candidat (WGS 84)</translation>
    </message>
    <message>
        <source>Latitude, longitude</source>
        <translation>Latitude, longitude</translation>
    </message>
    <message>
        <source>Layer of photos, instead of a folder</source>
        <translation>Couche de photos, à la place d’un dossier</translation>
    </message>
    <message>
        <source>Layer with the area to index</source>
        <translation>Couche contenant la zone à indexer</translation>
    </message>
    <message>
        <source>Layout fits, details not visible</source>
        <translation>La disposition convient, détails non visibles</translation>
    </message>
    <message>
        <source>Leave it empty for the model of the settings.</source>
        <translation>Laissez vide pour le modèle des paramètres.</translation>
    </message>
    <message>
        <source>Leaves out candidates whose review does not say accepted.</source>
        <translation>Laisse de côté les candidats dont l’examen n’indique pas « accepté ».</translation>
    </message>
    <message>
        <source>Leaves the print layout in the project, under Project, Layouts, so that it can be changed and printed again.</source>
        <translation>Laisse la mise en page dans le projet, sous Projet, Mises en page, afin qu’elle puisse être modifiée et réimprimée.</translation>
    </message>
    <message>
        <source>Lines of JSON (*.jsonl)</source>
        <translation>Lignes JSON (*.jsonl)</translation>
    </message>
    <message>
        <source>Load the coverage layer</source>
        <translation>Charger la couche de couverture</translation>
    </message>
    <message>
        <source>Locate photo</source>
        <translation>Localiser une photo</translation>
    </message>
    <message>
        <source>Locate several photos</source>
        <translation>Localiser plusieurs photos</translation>
    </message>
    <message>
        <source>Located (UTC)</source>
        <translation>Localisé (UTC)</translation>
    </message>
    <message>
        <source>Locates photos whose position is known, and measures how far to trust results here.</source>
        <translation>Localise des photos dont la position est connue, et mesure jusqu’où se fier aux résultats ici.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Longitude</translation>
    </message>
    <message>
        <source>Longitude (WGS 84)</source>
        <translation>Longitude (WGS 84)</translation>
    </message>
    <message>
        <source>Longitude by the rule of the five closest (WGS 84)</source>
        <translation>Longitude selon la règle des cinq plus proches (WGS 84)</translation>
    </message>
    <message>
        <source>Longitude in the file</source>
        <translation>Longitude dans le fichier</translation>
    </message>
    <message>
        <source>Longitude of the best candidate (WGS 84)</source>
        <translation>Longitude du meilleur candidat (WGS 84)</translation>
    </message>
    <message>
        <source>Looking at the ground …</source>
        <translation>Lecture du sol…</translation>
    </message>
    <message>
        <source>Looking at the index …</source>
        <translation>Lecture de l’index…</translation>
    </message>
    <message>
        <source>MGRS</source>
        <translation>MGRS</translation>
    </message>
    <message>
        <source>MGRS squares of this kind end at 80° S and 84° N. Copy latitude and longitude instead.</source>
        <translation>Les carrés MGRS de ce type s’arrêtent à 80° S et 84° N. Copiez plutôt latitude et longitude.</translation>
    </message>
    <message>
        <source>Makes the imagery of a raster layer searchable for street photos.</source>
        <translation>Permet de rechercher des photos de rue dans l’imagerie d’une couche raster.</translation>
    </message>
    <message>
        <source>Map link as text</source>
        <translation>Lien de carte sous forme de texte</translation>
    </message>
    <message>
        <source>Markings or surface differ</source>
        <translation>Les marquages ou le revêtement diffèrent</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Masque</translation>
    </message>
    <message>
        <source>Maybe</source>
        <translation>Peut-être</translation>
    </message>
    <message>
        <source>Measuring how long it will take</source>
        <translation>Mesure de la durée à prévoir</translation>
    </message>
    <message>
        <source>Median error</source>
        <translation>Erreur médiane</translation>
    </message>
    <message>
        <source>Median error (m)</source>
        <translation>Erreur médiane (m)</translation>
    </message>
    <message>
        <source>Memory for searching</source>
        <translation>Mémoire pour la recherche</translation>
    </message>
    <message>
        <source>Memory for the search (MB)</source>
        <translation>Mémoire pour la recherche (Mo)</translation>
    </message>
    <message>
        <source>Missing. It belongs to QGIS's Python: install it as you installed QGIS.</source>
        <translation>Absent. Il fait partie du Python de QGIS : installez-le comme vous avez installé QGIS.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Model folder</source>
        <translation>Dossier du modèle</translation>
    </message>
    <message>
        <source>Model pack</source>
        <translation>Paquet de modèle</translation>
    </message>
    <message>
        <source>More indexes</source>
        <translation>Autres index</translation>
    </message>
    <message>
        <source>Most answers like this one are wrong; look at the other candidates too.</source>
        <translation>La plupart des réponses comme celle-ci sont fausses ; regardez aussi les autres candidats.</translation>
    </message>
    <message>
        <source>Move the map along with the selected candidate (key F)</source>
        <translation>Déplacer la carte avec le candidat sélectionné (touche F)</translation>
    </message>
    <message>
        <source>Move the mouse here to see the same spot on the imagery and on the map. Wheel to enlarge, drag to move, double-click for the whole photo.</source>
        <translation>Déplacez la souris ici pour voir le même endroit sur l’imagerie et sur la carte. La molette agrandit, glisser déplace, un double-clic montre la photo entière.</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>Près de</translation>
    </message>
    <message>
        <source>Needs a second opinion</source>
        <translation>Demande un second avis</translation>
    </message>
    <message>
        <source>Next candidate (key N)</source>
        <translation>Candidat suivant (touche N)</translation>
    </message>
    <message>
        <source>No candidate is accepted yet. Review the candidates, or print all of them.</source>
        <translation>Aucun candidat n’est encore accepté. Examinez les candidats, ou imprimez-les tous.</translation>
    </message>
    <message>
        <source>No candidate is accepted yet. Review the candidates, then geotag.</source>
        <translation>Aucun candidat n’est encore accepté. Examinez les candidats, puis géobalisez.</translation>
    </message>
    <message>
        <source>No candidates yet. Find a photo, or open a project.</source>
        <translation>Pas encore de candidats. Trouvez une photo, ou ouvrez un projet.</translation>
    </message>
    <message>
        <source>No index was given. Choose an index file made by Build index.</source>
        <translation>Aucun index n’a été donné. Choisissez un fichier d’index produit par « Construire l’index ».</translation>
    </message>
    <message>
        <source>No spare copy of {} could be made ({}). Save the project soon.</source>
        <translation>Aucune copie de secours de {} n’a pu être faite ({}). Enregistrez bientôt le projet.</translation>
    </message>
    <message>
        <source>No view of the ground</source>
        <translation>Pas de vue du sol</translation>
    </message>
    <message>
        <source>Not indexed yet.</source>
        <translation>Pas encore indexé.</translation>
    </message>
    <message>
        <source>Not inside</source>
        <translation>Hors de</translation>
    </message>
    <message>
        <source>Not installed. Install it below.</source>
        <translation>Non installé. Installez-le ci-dessous.</translation>
    </message>
    <message>
        <source>Not usable: the photo shows almost no ground near the camera. Give one in which the street is visible, or correct the horizon.</source>
        <translation>Inutilisable : la photo ne montre presque pas de sol près de l’appareil. Donnez-en une où la rue est visible, ou corrigez l’horizon.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Rien</translation>
    </message>
    <message>
        <source>Nothing is drawn yet.</source>
        <translation>Rien n’est encore dessiné.</translation>
    </message>
    <message>
        <source>Number of candidates</source>
        <translation>Nombre de candidats</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Of ten answers like this one, nine or more are right.</source>
        <translation>Sur dix réponses comme celle-ci, neuf ou plus sont justes.</translation>
    </message>
    <message>
        <source>Of ten answers like this one, nine or more are wrong.</source>
        <translation>Sur dix réponses comme celle-ci, neuf ou plus sont fausses.</translation>
    </message>
    <message>
        <source>Of three answers like this one, two or more are right.</source>
        <translation>Sur trois réponses comme celle-ci, deux ou plus sont justes.</translation>
    </message>
    <message>
        <source>One file that holds the index; it is made once per raster</source>
        <translation>Un seul fichier qui contient l’index ; il est construit une fois par raster</translation>
    </message>
    <message>
        <source>One line for each row: number, time (UTC), what was done in words and in detail, and the SHA-256 of this row and of the one before. Anybody can verify the file, without QGIS, with:  python3 verify_log.py FILE  (the program lies in the plugin's folder, in plugin/layers). Leave it empty to verify only.</source>
        <translation>Une ligne par entrée : numéro, heure (UTC), ce qui a été fait, en mots et en détail, et le SHA-256 de cette ligne et de la précédente. Chacun peut vérifier le fichier, sans QGIS, avec :  python3 verify_log.py FICHIER  (le programme se trouve dans le dossier de l’extension, dans plugin/layers). Laissez vide pour seulement vérifier.</translation>
    </message>
    <message>
        <source>Only accepted candidates</source>
        <translation>Candidats acceptés seulement</translation>
    </message>
    <message>
        <source>Only this part of the raster is indexed. Empty: the whole raster.</source>
        <translation>Seule cette partie du raster est indexée. Vide : le raster entier.</translation>
    </message>
    <message>
        <source>Open photo</source>
        <translation>Ouvrir la photo</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Fichiers PDF (*.pdf)</translation>
    </message>
    <message>
        <source>PNG files (*.png)</source>
        <translation>Fichiers PNG (*.png)</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Panorama</source>
        <translation>Panorama</translation>
    </message>
    <message>
        <source>Panorama (equirectangular)</source>
        <translation>Panorama (équirectangulaire)</translation>
    </message>
    <message>
        <source>Parameters of the search</source>
        <translation>Paramètres de la recherche</translation>
    </message>
    <message>
        <source>Partial, {} %: {} of {} blocks. It can be searched and resumed.</source>
        <translation>Partiel, {} % : {} blocs sur {}. Il peut être parcouru et repris.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Perspective photo</source>
        <translation>Photo en perspective</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Photo file</source>
        <translation>Fichier de la photo</translation>
    </message>
    <message>
        <source>Photo with its horizon</source>
        <translation>Photo avec son horizon</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Photos judged</source>
        <translation>Photos jugées</translation>
    </message>
    <message>
        <source>Photos left out</source>
        <translation>Photos laissées de côté</translation>
    </message>
    <message>
        <source>Photos located</source>
        <translation>Photos localisées</translation>
    </message>
    <message>
        <source>Photos that could not be located</source>
        <translation>Photos qui n’ont pas pu être localisées</translation>
    </message>
    <message>
        <source>Photos whose file says no position are searched everywhere</source>
        <translation>Les photos dont le fichier n’indique pas de position sont cherchées partout</translation>
    </message>
    <message>
        <source>Photos whose file says nothing about the camera</source>
        <translation>Photos dont le fichier ne dit rien de l’appareil</translation>
    </message>
    <message>
        <source>Photos with position</source>
        <translation>Photos avec position</translation>
    </message>
    <message>
        <source>Photos, best first</source>
        <translation>Photos, les meilleures d’abord</translation>
    </message>
    <message>
        <source>Pitch is uncertain by{}, roll {:.1f}°{}.</source>
        <translation>Le tangage est incertain de{}, roulis {:.1f}°{}.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Emplacement</translation>
    </message>
    <message>
        <source>Points where photos were taken, for instance from Import geotagged photos.</source>
        <translation>Points où des photos ont été prises, par exemple issus de « Importer des photos géolocalisées ».</translation>
    </message>
    <message>
        <source>Points, lines or polygons, in any CRS, such as the roads of a map. Positions near them become more probable. None is ruled out, so that a map with gaps does no harm: far from all features a position weighs a twentieth.</source>
        <translation>Points, lignes ou polygones, dans n’importe quel SCR, comme les routes d’une carte. Les positions proches deviennent plus probables. Aucune n’est écartée, de sorte qu’une carte lacunaire ne nuit pas : loin de toute entité, une position pèse un vingtième.</translation>
    </message>
    <message>
        <source>Polygon drawn on the map</source>
        <translation>Polygone dessiné sur la carte</translation>
    </message>
    <message>
        <source>Polygons of a layer</source>
        <translation>Polygones d’une couche</translation>
    </message>
    <message>
        <source>Polygons of the places to search. Blocks of the index that do not touch them are left out, which saves time and space.</source>
        <translation>Polygones des lieux à parcourir. Les blocs de l’index qui ne les touchent pas sont laissés de côté, ce qui économise du temps et de la place.</translation>
    </message>
    <message>
        <source>Polygons that the camera cannot have stood in: water, buildings, places that were ruled out</source>
        <translation>Polygones dans lesquels l’appareil n’a pas pu se trouver : eau, bâtiments, lieux écartés</translation>
    </message>
    <message>
        <source>Polygons that the camera stood in</source>
        <translation>Polygones dans lesquels se trouvait l’appareil</translation>
    </message>
    <message>
        <source>Polygons, one or several, in any CRS, that are left out of the search: water, buildings, places that were ruled out.</source>
        <translation>Polygones, un ou plusieurs, dans n’importe quel SCR, exclus de la recherche : eau, bâtiments, lieux écartés.</translation>
    </message>
    <message>
        <source>Polygons, one or several, in any CRS, that the camera stood in. Leave it empty to search the whole index. A smaller area gives more certainty.</source>
        <translation>Polygones, un ou plusieurs, dans n’importe quel SCR, dans lesquels se trouvait l’appareil. Laissez vide pour parcourir tout l’index. Une zone plus petite donne plus de certitude.</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Positions ranked before the truth</source>
        <translation>Positions classées avant la vraie</translation>
    </message>
    <message>
        <source>Positions weighted by probability, for a heat map.</source>
        <translation>Positions pondérées par la probabilité, pour une carte de chaleur.</translation>
    </message>
    <message>
        <source>Press on the map where the camera may have stood and drag to where it looked; only the direction counts. Escape gives up.</source>
        <translation>Appuyez sur la carte là où l’appareil a pu se trouver et faites glisser vers où il regardait ; seule la direction compte. Échap abandonne.</translation>
    </message>
    <message>
        <source>Previous candidate (key P)</source>
        <translation>Candidat précédent (touche P)</translation>
    </message>
    <message>
        <source>Print report</source>
        <translation>Imprimer le rapport</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilité</translation>
    </message>
    <message>
        <source>Probability of the best candidate</source>
        <translation>Probabilité du meilleur candidat</translation>
    </message>
    <message>
        <source>Probability of the direction</source>
        <translation>Probabilité de la direction</translation>
    </message>
    <message>
        <source>Probability that the best candidate's heading is not the opposite one</source>
        <translation>Probabilité que l’azimut du meilleur candidat ne soit pas l’azimut opposé</translation>
    </message>
    <message>
        <source>Probability that the photo was not taken in this imagery</source>
        <translation>Probabilité que la photo n’ait pas été prise dans cette imagerie</translation>
    </message>
    <message>
        <source>Probability that the photo was not taken in this imagery: {:.0f} %.</source>
        <translation>Probabilité que la photo n’ait pas été prise dans cette imagerie : {:.0f} %.</translation>
    </message>
    <message>
        <source>Probability: not in this imagery</source>
        <translation>Probabilité : pas dans cette imagerie</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>Fils du processeur</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>Provenance</translation>
    </message>
    <message>
        <source>Radius around it (m)</source>
        <translation>Rayon autour d’elle (m)</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Ranked positions with probability, heading, coordinates and provenance.</source>
        <translation>Positions classées avec probabilité, azimut, coordonnées et provenance.</translation>
    </message>
    <message>
        <source>Raster</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Raster and its identity</source>
        <translation>Raster et son identité</translation>
    </message>
    <message>
        <source>Raster to index</source>
        <translation>Raster à indexer</translation>
    </message>
    <message>
        <source>Reading the photo …</source>
        <translation>Lecture de la photo…</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rejeter</translation>
    </message>
    <message>
        <source>Reject candidate {}</source>
        <translation>Rejeter le candidat {}</translation>
    </message>
    <message>
        <source>Replace a position that a photo already has</source>
        <translation>Remplacer une position que la photo a déjà</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Report beside the best candidate where the rule of the published method would put the camera: at the mean of the five positions whose codes are closest, each weighted by the reciprocal of its Hamming distance. For comparison only.</source>
        <translation>Indique, à côté du meilleur candidat, où la règle de la méthode publiée placerait l’appareil : à la moyenne des cinq positions dont les codes sont les plus proches, chacune pondérée par l’inverse de sa distance de Hamming. Pour comparaison seulement.</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Restaurer les paramètres par défaut</translation>
    </message>
    <message>
        <source>Results and indexes</source>
        <translation>Résultats et index</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Examen</translation>
    </message>
    <message>
        <source>Review status</source>
        <translation>État de l’examen</translation>
    </message>
    <message>
        <source>Ro&amp;ll</source>
        <translation>Rou&amp;lis</translation>
    </message>
    <message>
        <source>Road layout differs</source>
        <translation>Le tracé de la route diffère</translation>
    </message>
    <message>
        <source>Road markings match</source>
        <translation>Les marquages routiers concordent</translation>
    </message>
    <message>
        <source>Roads, for instance: places near them are more probable; none is ruled out</source>
        <translation>Les routes, par exemple : les lieux proches sont plus probables ; aucun n’est écarté</translation>
    </message>
    <message>
        <source>Roll</source>
        <translation>Roulis</translation>
    </message>
    <message>
        <source>Roll (°)</source>
        <translation>Roulis (°)</translation>
    </message>
    <message>
        <source>Row {}: it does not follow the row before it.</source>
        <translation>Ligne {} : elle ne suit pas la ligne précédente.</translation>
    </message>
    <message>
        <source>Row {}: its content does not match its SHA-256.</source>
        <translation>Ligne {} : son contenu ne correspond pas à son SHA-256.</translation>
    </message>
    <message>
        <source>Row {}: its number is not the next one.</source>
        <translation>Ligne {} : son numéro n’est pas le suivant.</translation>
    </message>
    <message>
        <source>Row {}: neither this last row nor one before has the noted SHA-256.</source>
        <translation>Ligne {} : ni cette dernière ligne ni une ligne précédente n’a le SHA-256 noté.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>SHA-256 of the index's content</source>
        <translation>SHA-256 du contenu de l’index</translation>
    </message>
    <message>
        <source>SHA-256 of the last row</source>
        <translation>SHA-256 de la dernière ligne</translation>
    </message>
    <message>
        <source>SHA-256 of the last row: {}. Note it down elsewhere.</source>
        <translation>SHA-256 de la dernière ligne : {}. Notez-le ailleurs.</translation>
    </message>
    <message>
        <source>SHA-256 of the model</source>
        <translation>SHA-256 du modèle</translation>
    </message>
    <message>
        <source>SHA-256 of the photo</source>
        <translation>SHA-256 de la photo</translation>
    </message>
    <message>
        <source>Save reviews</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Score cells</source>
        <translation>Cellules de score</translation>
    </message>
    <message>
        <source>Search only around each photo's own position</source>
        <translation>Chercher seulement autour de la position de chaque photo</translation>
    </message>
    <message>
        <source>Searches with several cameras around the best guess, as uncertain as horizon, field of view and height are, and adds up what they find. Takes three to seven times as long to read the photo.</source>
        <translation>Cherche avec plusieurs appareils autour de la meilleure hypothèse, aussi incertains que le sont l’horizon, le champ de vision et la hauteur, et réunit ce qu’ils trouvent. La lecture de la photo prend trois à sept fois plus de temps.</translation>
    </message>
    <message>
        <source>Seconds taken</source>
        <translation>Secondes prises</translation>
    </message>
    <message>
        <source>Set by the environment variable {}.</source>
        <translation>Défini par la variable d’environnement {}.</translation>
    </message>
    <message>
        <source>Shadow or trees hide the ground</source>
        <translation>L’ombre ou des arbres cachent le sol</translation>
    </message>
    <message>
        <source>Share of photos with the best candidate in the radius</source>
        <translation>Part des photos dont le meilleur candidat est dans le rayon</translation>
    </message>
    <message>
        <source>Share of photos within a distance of the truth</source>
        <translation>Part des photos à moins d’une distance de la vérité</translation>
    </message>
    <message>
        <source>Share of probability</source>
        <translation>Part de la probabilité</translation>
    </message>
    <message>
        <source>Share of the best</source>
        <translation>Part du meilleur</translation>
    </message>
    <message>
        <source>Share with the truth among the best 1 % of positions</source>
        <translation>Part dont la vérité est parmi les meilleurs 1 % des positions</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Size estimated before the start (bytes)</source>
        <translation>Taille estimée avant le début (octets)</translation>
    </message>
    <message>
        <source>Size of the file (bytes)</source>
        <translation>Taille du fichier (octets)</translation>
    </message>
    <message>
        <source>Skymatch help</source>
        <translation>Aide de Skymatch</translation>
    </message>
    <message>
        <source>Skymatch index</source>
        <translation>Index Skymatch</translation>
    </message>
    <message>
        <source>Skymatch is still at work. Wait for it or cancel it.</source>
        <translation>Skymatch travaille encore. Attendez la fin ou annulez.</translation>
    </message>
    <message>
        <source>Skymatch: accuracy here</source>
        <translation>Skymatch : exactitude ici</translation>
    </message>
    <message>
        <source>Skymatch: locate photos</source>
        <translation>Skymatch : localiser des photos</translation>
    </message>
    <message>
        <source>Skymatch: look at {}</source>
        <translation>Skymatch : examiner {}</translation>
    </message>
    <message>
        <source>Skymatch: model and computing</source>
        <translation>Skymatch : modèle et calcul</translation>
    </message>
    <message>
        <source>Skymatch: read {}</source>
        <translation>Skymatch : lire {}</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>Logiciel</translation>
    </message>
    <message>
        <source>Some blocks are damaged. Run Build index again with the same raster and file: it makes just these blocks anew.</source>
        <translation>Certains blocs sont endommagés. Relancez « Construire l’index » avec le même raster et le même fichier : seuls ces blocs sont reconstruits.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong. The log panel, tab Processing, has the details.</source>
        <translation>Un problème inattendu est survenu. Le journal des messages, onglet Traitement, donne les détails.</translation>
    </message>
    <message>
        <source>Stale: made with another model ({} {}). Build it anew.</source>
        <translation>Périmé : construit avec un autre modèle ({} {}). Reconstruisez-le.</translation>
    </message>
    <message>
        <source>Stale: the raster is not as it was when it was indexed. Build it anew.</source>
        <translation>Périmé : le raster n’est plus tel qu’il était lors de l’indexation. Reconstruisez l’index.</translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation>Démarrage…</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Stated probability</source>
        <translation>Probabilité annoncée</translation>
    </message>
    <message>
        <source>Stated: not here</source>
        <translation>Annoncé : pas ici</translation>
    </message>
    <message>
        <source>Stop; everything finished so far is kept</source>
        <translation>Arrêter ; tout ce qui est terminé est conservé</translation>
    </message>
    <message>
        <source>Stopped. Everything finished so far is kept.</source>
        <translation>Arrêté. Tout ce qui est terminé est conservé.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Arrêté. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Street-level link as text</source>
        <translation>Lien de vue de rue sous forme de texte</translation>
    </message>
    <message>
        <source>Switch on the Skymatch plugin to use its actions.</source>
        <translation>Activez l’extension Skymatch pour utiliser ses actions.</translation>
    </message>
    <message>
        <source>Take a picture or a photo file from the clipboard (Ctrl+V)</source>
        <translation>Prendre une image ou un fichier de photo dans le presse-papiers (Ctrl+V)</translation>
    </message>
    <message>
        <source>Take back the last change to this layer (Ctrl+Z)</source>
        <translation>Annuler la dernière modification de cette couche (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Tell how long building would take and how large the index would be</source>
        <translation>Dire combien de temps prendrait la construction et quelle serait la taille de l’index</translation>
    </message>
    <message>
        <source>Tells how a photo was taken and how usable it is, and shows its ground from above.</source>
        <translation>Dit comment une photo a été prise et à quel point elle est utilisable, et montre son sol vu d’en haut.</translation>
    </message>
    <message>
        <source>Tells how long the work would take and how large the index would be, measured on a few places of the raster, and writes nothing.</source>
        <translation>Dit combien de temps prendrait le travail et quelle serait la taille de l’index, d’après une mesure en quelques endroits du raster, et n’écrit rien.</translation>
    </message>
    <message>
        <source>Tells what an index holds, and checks every block of it.</source>
        <translation>Dit ce que contient un index, et vérifie chacun de ses blocs.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>The PDF. Its maps show the layers that are visible in the project.</source>
        <translation>Le PDF. Ses cartes montrent les couches visibles dans le projet.</translation>
    </message>
    <message>
        <source>The Python program of this QGIS was not found. Install onnxruntime with pip in the shell that came with QGIS (on Windows: OSGeo4W shell).</source>
        <translation>Le programme Python de ce QGIS est introuvable. Installez onnxruntime avec pip dans le shell fourni avec QGIS (sous Windows : shell OSGeo4W).</translation>
    </message>
    <message>
        <source>The area layer {} holds no polygon. Draw one, or leave the area empty.</source>
        <translation>La couche de zone {} ne contient pas de polygone. Dessinez-en un, ou laissez la zone vide.</translation>
    </message>
    <message>
        <source>The axis of view is clearer than the direction: {:.0f}° is right with {:.0f} %, else the photo looks the other way, to {:.0f}°.</source>
        <translation>L’axe de vue est plus clair que la direction : {:.0f}° est juste à {:.0f} %, sinon la photo regarde dans l’autre sens, vers {:.0f}°.</translation>
    </message>
    <message>
        <source>The bird's-eye view could not be written to {}: {}. Choose another file.</source>
        <translation>La vue à vol d’oiseau n’a pas pu être écrite dans {} : {}. Choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>The camera cannot stand there</source>
        <translation>L’appareil ne peut pas se trouver là</translation>
    </message>
    <message>
        <source>The candidate has no position on the Earth.</source>
        <translation>Le candidat n’a pas de position sur la Terre.</translation>
    </message>
    <message>
        <source>The certificate of the package index is not trusted; offices that inspect traffic cause this. Set the variable PIP_CERT to your office's certificate file and start QGIS again, or install from a folder of wheels.</source>
        <translation>Le certificat de l’index de paquets n’est pas reconnu ; cela vient des réseaux qui inspectent le trafic. Définissez la variable PIP_CERT sur le fichier de certificat de votre organisation et redémarrez QGIS, ou installez depuis un dossier de wheels.</translation>
    </message>
    <message>
        <source>The compass of the camera wrote this; it may be wrong by far</source>
        <translation>La boussole de l’appareil a écrit cela ; l’erreur peut être grande</translation>
    </message>
    <message>
        <source>The disk is full. Make room for about 100 MB where your QGIS profile lies, then install again.</source>
        <translation>Le disque est plein. Libérez environ 100 Mo à l’emplacement de votre profil QGIS, puis réessayez l’installation.</translation>
    </message>
    <message>
        <source>The evidence log could not be continued: {}</source>
        <translation>Le journal de preuves n’a pas pu être continué : {}</translation>
    </message>
    <message>
        <source>The evidence log could not be copied to {} ({}). A new one begins.</source>
        <translation>Le journal de preuves n’a pas pu être copié vers {} ({}). Un nouveau commence.</translation>
    </message>
    <message>
        <source>The evidence log {} cannot be read ({}). Restore it from a copy.</source>
        <translation>Le journal de preuves {} ne peut pas être lu ({}). Restaurez-le depuis une copie.</translation>
    </message>
    <message>
        <source>The evidence log: the file evidence.sqlite in the project's Skymatch folder. Leave it empty for the log of the project that is open.</source>
        <translation>Le journal de preuves : le fichier evidence.sqlite dans le dossier Skymatch du projet. Laissez vide pour le journal du projet ouvert.</translation>
    </message>
    <message>
        <source>The field of that layer that holds the photo's path.</source>
        <translation>Le champ de cette couche qui contient le chemin de la photo.</translation>
    </message>
    <message>
        <source>The file gives a compass heading of {:.0f}°{}. It is not used unasked.</source>
        <translation>Le fichier indique un azimut de boussole de {:.0f}°{}. Il n’est pas utilisé sans demande.</translation>
    </message>
    <message>
        <source>The file gives the position {:.6f}, {:.6f}. It is not used.</source>
        <translation>Le fichier indique la position {:.6f}, {:.6f}. Elle n’est pas utilisée.</translation>
    </message>
    <message>
        <source>The file says no position</source>
        <translation>Le fichier n’indique pas de position</translation>
    </message>
    <message>
        <source>The file says {:.5f}, {:.5f}; a circle around it becomes the area</source>
        <translation>Le fichier indique {:.5f}, {:.5f} ; un cercle autour de ce point devient la zone</translation>
    </message>
    <message>
        <source>The folder of your QGIS profile may not be written to. Ask who looks after this computer, or start QGIS with 'qgis --profiles-path' and a folder of your own.</source>
        <translation>Le dossier de votre profil QGIS n’est pas accessible en écriture. Adressez-vous à la personne qui gère cet ordinateur, ou démarrez QGIS avec « qgis --profiles-path » et un dossier à vous.</translation>
    </message>
    <message>
        <source>The folder {} cannot be made: {}. Choose another one.</source>
        <translation>Le dossier {} ne peut pas être créé : {}. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The folder {} cannot be made: {}. Save the project elsewhere.</source>
        <translation>Le dossier {} ne peut pas être créé : {}. Enregistrez le projet ailleurs.</translation>
    </message>
    <message>
        <source>The folder {} has no wheel of onnxruntime that fits {} on this system. Download one whose name has the right Python (see the command: cp39 for 3.9, cp312 for 3.12) and system, and choose its folder.</source>
        <translation>Le dossier {} ne contient aucun wheel d’onnxruntime qui convienne à {} sur ce système. Téléchargez-en un dont le nom porte le bon Python (voir la commande : cp39 pour 3.9, cp312 pour 3.12) et le bon système, puis choisissez son dossier.</translation>
    </message>
    <message>
        <source>The ground before the camera as seen from above, 32 m wide, view direction up.</source>
        <translation>Le sol devant l’appareil vu d’en haut, 32 m de large, direction de vue vers le haut.</translation>
    </message>
    <message>
        <source>The ground from above</source>
        <translation>Le sol vu d’en haut</translation>
    </message>
    <message>
        <source>The ground of the photo from above: this is what is compared with the imagery. Straight kerbs and markings that look straight and evenly wide here mean that horizon and field of view are right.</source>
        <translation>Le sol de la photo vu d’en haut : c’est lui qui est comparé à l’imagerie. Si les bordures et les marquages droits paraissent ici droits et de largeur constante, l’horizon et le champ de vision sont justes.</translation>
    </message>
    <message>
        <source>The imagery at this candidate, direction of view upward. Rings at 10 and 20 m. Move the mouse here to see the same spot in the photo and on the map.</source>
        <translation>L’imagerie à ce candidat, direction de vue vers le haut. Cercles à 10 et 20 m. Déplacez la souris ici pour voir le même endroit sur la photo et sur la carte.</translation>
    </message>
    <message>
        <source>The imagery at this candidate, direction of view upward. Rings at 10 and 20 m. Move the mouse here to see the same spot on the map.</source>
        <translation type="vanished">L’imagerie à ce candidat, direction de vue vers le haut. Anneaux à 10 et 20 m. Déplacez la souris ici pour voir le même endroit sur la carte.</translation>
    </message>
    <message>
        <source>The index attached to this project cannot be found. Open the project again, or build the index anew with Build index.</source>
        <translation>L’index joint à ce projet est introuvable. Ouvrez à nouveau le projet, ou reconstruisez l’index avec « Construire l’index ».</translation>
    </message>
    <message>
        <source>The index is attached to the project as {}; save the project to keep it.</source>
        <translation>L’index est joint au projet sous {} ; enregistrez le projet pour le conserver.</translation>
    </message>
    <message>
        <source>The index is not complete: {} of {} blocks. Build index continues it.</source>
        <translation>L’index n’est pas complet : {} blocs sur {}. « Construire l’index » le continue.</translation>
    </message>
    <message>
        <source>The index is ready.</source>
        <translation>L’index est prêt.</translation>
    </message>
    <message>
        <source>The index of the aerial imagery, made by Build index. An index attached to the project is given by its attachment identifier.</source>
        <translation>L’index de l’imagerie aérienne, produit par « Construire l’index ». Un index joint au projet est désigné par l’identifiant de sa pièce jointe.</translation>
    </message>
    <message>
        <source>The index of the imagery, made by Build index.</source>
        <translation>L’index de l’imagerie, produit par « Construire l’index ».</translation>
    </message>
    <message>
        <source>The index to search, made by Build index.</source>
        <translation>L’index à parcourir, produit par « Construire l’index ».</translation>
    </message>
    <message>
        <source>The index was not attached: it is not complete, or no project is open.</source>
        <translation>L’index n’a pas été joint : il n’est pas complet, ou aucun projet n’est ouvert.</translation>
    </message>
    <message>
        <source>The index {}</source>
        <translation>L’index {}</translation>
    </message>
    <message>
        <source>The index, a GeoPackage. If the file is an unfinished index of the same raster, area and model, it is continued; any other file is left untouched and refused.</source>
        <translation>L’index, un GeoPackage. Si le fichier est un index inachevé du même raster, de la même zone et du même modèle, il est continué ; tout autre fichier est laissé intact et refusé.</translation>
    </message>
    <message>
        <source>The installation failed; its last words: {} Copy the command below into a terminal to see more, or install from a folder of wheels.</source>
        <translation>L’installation a échoué ; ses derniers mots : {} Copiez la commande ci-dessous dans un terminal pour en voir plus, ou installez depuis un dossier de wheels.</translation>
    </message>
    <message>
        <source>The layer for “{}” cannot be read. Choose another one, or none.</source>
        <translation>La couche pour « {} » ne peut pas être lue. Choisissez-en une autre, ou aucune.</translation>
    </message>
    <message>
        <source>The layer has no photo with a file name and a position. Choose another.</source>
        <translation>La couche n’a aucune photo avec nom de fichier et position. Choisissez-en une autre.</translation>
    </message>
    <message>
        <source>The layer of photos cannot be read. Choose another.</source>
        <translation>La couche des photos ne peut pas être lue. Choisissez-en une autre.</translation>
    </message>
    <message>
        <source>The layer {} cannot be brought into the coordinate system of the index. Check the CRS of that layer.</source>
        <translation>La couche {} ne peut pas être convertie dans le système de coordonnées de l’index. Vérifiez le SCR de cette couche.</translation>
    </message>
    <message>
        <source>The layer {} could not be written: {}</source>
        <translation>La couche {} n’a pas pu être écrite : {}</translation>
    </message>
    <message>
        <source>The layer {} has no field '{}'. Choose one of its fields.</source>
        <translation>La couche {} n’a pas de champ « {} ». Choisissez l’un de ses champs.</translation>
    </message>
    <message>
        <source>The layer {} has no field '{}'. Choose the field with the photo's path.</source>
        <translation>La couche {} n’a pas de champ « {} ». Choisissez le champ contenant le chemin de la photo.</translation>
    </message>
    <message>
        <source>The layer {} holds no feature on the indexed imagery. Choose another layer of features that the camera was near, or none.</source>
        <translation>La couche {} ne contient aucune entité sur l’imagerie indexée. Choisissez une autre couche d’entités près desquelles se trouvait l’appareil, ou aucune.</translation>
    </message>
    <message>
        <source>The layer {} is being edited. Save or undo its edits first.</source>
        <translation>La couche {} est en cours d’édition. Enregistrez ou annulez d’abord ses modifications.</translation>
    </message>
    <message>
        <source>The layer {} names no photo.</source>
        <translation>La couche {} ne nomme aucune photo.</translation>
    </message>
    <message>
        <source>The log is NOT intact: {} findings.</source>
        <translation>Le journal n’est PAS intact : {} constats.</translation>
    </message>
    <message>
        <source>The log is intact</source>
        <translation>Le journal est intact</translation>
    </message>
    <message>
        <source>The log is intact: {} rows.</source>
        <translation>Le journal est intact : {} lignes.</translation>
    </message>
    <message>
        <source>The maps of the report are those of a project. Open the project first.</source>
        <translation>Les cartes du rapport sont celles d’un projet. Ouvrez d’abord le projet.</translation>
    </message>
    <message>
        <source>The mask layer has no polygon. Draw one, or leave the mask empty.</source>
        <translation>La couche de masque n’a pas de polygone. Dessinez-en un, ou laissez le masque vide.</translation>
    </message>
    <message>
        <source>The mask lies outside the extent. Leave one of them empty.</source>
        <translation>Le masque est hors de l’emprise. Laissez l’un des deux vide.</translation>
    </message>
    <message>
        <source>The model that comes along</source>
        <translation>Le modèle fourni</translation>
    </message>
    <message>
        <source>The most candidates of one photo, best first.</source>
        <translation>Le nombre maximal de candidats d’une photo, les meilleurs d’abord.</translation>
    </message>
    <message>
        <source>The most candidates to return, best first.</source>
        <translation>Le nombre maximal de candidats à rendre, les meilleurs d’abord.</translation>
    </message>
    <message>
        <source>The most probable positions (3000 at most), graded by their share of the best.</source>
        <translation>Les positions les plus probables (3000 au plus), graduées selon leur part du meilleur.</translation>
    </message>
    <message>
        <source>The package index cannot be reached. Check the network and the proxy (Settings &gt; Options &gt; Network), or install from a folder of wheels.</source>
        <translation>L’index de paquets est inaccessible. Vérifiez le réseau et le proxy (Préférences &gt; Options &gt; Réseau), ou installez depuis un dossier de wheels.</translation>
    </message>
    <message>
        <source>The package index has no onnxruntime for {} on this system. Put a wheel that fits into a folder and install from there, or use a newer QGIS.</source>
        <translation>L’index de paquets n’a pas d’onnxruntime pour {} sur ce système. Placez un wheel qui convienne dans un dossier et installez depuis celui-ci, ou utilisez un QGIS plus récent.</translation>
    </message>
    <message>
        <source>The photo is not there any more. Put it beside the project.</source>
        <translation>La photo n’est plus là. Placez-la à côté du projet.</translation>
    </message>
    <message>
        <source>The photo was probably not taken in this imagery ({:.0f} %). Treat the candidates as guesses.</source>
        <translation>La photo n’a probablement pas été prise dans cette imagerie ({:.0f} %). Considérez les candidats comme des suppositions.</translation>
    </message>
    <message>
        <source>The photo {} is not there any more. Put it beside the project file.</source>
        <translation>La photo {} n’est plus là. Placez-la à côté du fichier de projet.</translation>
    </message>
    <message>
        <source>The photo {} is not there any more. Put it beside the project.</source>
        <translation>La photo {} n’est plus là. Placez-la à côté du projet.</translation>
    </message>
    <message>
        <source>The position in the photo, or of its point in the layer, is the centre of the area searched. Photos without one are searched everywhere. It is never used unasked.</source>
        <translation>La position dans la photo, ou celle de son point dans la couche, est le centre de la zone parcourue. Les photos sans position sont cherchées partout. Elle n’est jamais utilisée sans demande.</translation>
    </message>
    <message>
        <source>The project has no CRS. Copy latitude and longitude instead.</source>
        <translation>Le projet n’a pas de SCR. Copiez plutôt latitude et longitude.</translation>
    </message>
    <message>
        <source>The project has no polygon layer.</source>
        <translation>Le projet n’a pas de couche de polygones.</translation>
    </message>
    <message>
        <source>The proxy refused the connection. Check it under Settings &gt; Options &gt; Network, or install from a folder of wheels.</source>
        <translation>Le proxy a refusé la connexion. Vérifiez-le dans Préférences &gt; Options &gt; Réseau, ou installez depuis un dossier de wheels.</translation>
    </message>
    <message>
        <source>The ranked positions of all photos, each with the name of its photo.</source>
        <translation>Les positions classées de toutes les photos, chacune avec le nom de sa photo.</translation>
    </message>
    <message>
        <source>The report is written: {}</source>
        <translation>Le rapport est écrit : {}</translation>
    </message>
    <message>
        <source>The report {} cannot be written ({}). Choose a folder that you may write to.</source>
        <translation>Le rapport {} ne peut pas être écrit ({}). Choisissez un dossier où vous pouvez écrire.</translation>
    </message>
    <message>
        <source>The report {} cannot be written. Close it if it is open, or choose another file.</source>
        <translation>Le rapport {} ne peut pas être écrit. Fermez-le s’il est ouvert, ou choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>The review could not be written into {}.</source>
        <translation>L’examen n’a pas pu être écrit dans {}.</translation>
    </message>
    <message>
        <source>The reviews could not be saved: {}. Check that the file may be written.</source>
        <translation>Les examens n’ont pas pu être enregistrés : {}. Vérifiez que le fichier est accessible en écriture.</translation>
    </message>
    <message>
        <source>The rule of the five closest gives {:.6f}, {:.6f}</source>
        <translation>La règle des cinq plus proches donne {:.6f}, {:.6f}</translation>
    </message>
    <message>
        <source>The same as a page to read or print.</source>
        <translation>La même chose sous forme de page à lire ou à imprimer.</translation>
    </message>
    <message>
        <source>The same by chance</source>
        <translation>La même par hasard</translation>
    </message>
    <message>
        <source>The same runs from Python</source>
        <translation>Les mêmes exécutions depuis Python</translation>
    </message>
    <message>
        <source>The smallest areas that hold 50, 80 and 95 % of the probability.</source>
        <translation>Les plus petites surfaces qui contiennent 50, 80 et 95 % de la probabilité.</translation>
    </message>
    <message>
        <source>The street photo or panorama: JPEG, PNG, TIFF or WebP; HEIC and AVIF where this QGIS can read them. The ground in front of the camera must be visible, because that is what is compared with the aerial imagery.</source>
        <translation>La photo de rue ou le panorama : JPEG, PNG, TIFF ou WebP ; HEIC et AVIF si ce QGIS sait les lire. Le sol devant l’appareil doit être visible, car c’est lui qui est comparé à l’imagerie aérienne.</translation>
    </message>
    <message>
        <source>The template of the report could not be read. Install Skymatch again.</source>
        <translation>Le gabarit du rapport n’a pas pu être lu. Installez Skymatch à nouveau.</translation>
    </message>
    <message>
        <source>The wheel brought more than onnxruntime ({}) and is not used. Install from the package index, or choose another folder.</source>
        <translation>Le wheel a apporté plus qu’onnxruntime ({}) et n’est pas utilisé. Installez depuis l’index de paquets, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>The wheel is damaged. Download it again, then install again.</source>
        <translation>Le wheel est endommagé. Téléchargez-le à nouveau, puis réessayez l’installation.</translation>
    </message>
    <message>
        <source>There are no candidates to report. Locate a photo first.</source>
        <translation>Il n’y a pas de candidats pour un rapport. Localisez d’abord une photo.</translation>
    </message>
    <message>
        <source>There are no candidates yet. Locate a photo first.</source>
        <translation>Il n’y a pas encore de candidats. Localisez d’abord une photo.</translation>
    </message>
    <message>
        <source>There is no file {}.</source>
        <translation>Il n’y a pas de fichier {}.</translation>
    </message>
    <message>
        <source>There is no folder {}. Choose another one.</source>
        <translation>Il n’y a pas de dossier {}. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>There is no index to search yet. Choose a raster and build it.</source>
        <translation>Il n’y a pas encore d’index à parcourir. Choisissez un raster et construisez-le.</translation>
    </message>
    <message>
        <source>There is no photo in {}. Choose another folder.</source>
        <translation>Il n’y a pas de photo dans {}. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>There is no photo on the clipboard. Copy a picture or a photo file first.</source>
        <translation>Il n’y a pas de photo dans le presse-papiers. Copiez d’abord une image ou un fichier de photo.</translation>
    </message>
    <message>
        <source>There is no raster layer in the project to show here.</source>
        <translation>Le projet n’a pas de couche raster à montrer ici.</translation>
    </message>
    <message>
        <source>There is no wheel in {}. Choose the folder with the .whl files.</source>
        <translation>Il n’y a pas de wheel dans {}. Choisissez le dossier contenant les fichiers .whl.</translation>
    </message>
    <message>
        <source>This Python has no pip. Run '{} -m ensurepip --user' in a terminal (on Debian and Ubuntu: 'sudo apt install python3-pip'; on Windows use the OSGeo4W shell), then install again.</source>
        <translation>Ce Python n’a pas pip. Exécutez « {} -m ensurepip --user » dans un terminal (sous Debian et Ubuntu : « sudo apt install python3-pip » ; sous Windows, utilisez le shell OSGeo4W), puis réessayez l’installation.</translation>
    </message>
    <message>
        <source>This candidate has no position.</source>
        <translation>Ce candidat n’a pas de position.</translation>
    </message>
    <message>
        <source>This candidate is no longer in the layer.</source>
        <translation>Ce candidat n’est plus dans la couche.</translation>
    </message>
    <message>
        <source>This candidate lies outside the map's CRS.</source>
        <translation>Ce candidat est hors du SCR de la carte.</translation>
    </message>
    <message>
        <source>This command will be run:</source>
        <translation>Cette commande sera exécutée :</translation>
    </message>
    <message>
        <source>This could not be finished. Choose it again.</source>
        <translation>Cela n’a pas pu être terminé. Choisissez-le à nouveau.</translation>
    </message>
    <message>
        <source>This index</source>
        <translation>Cet index</translation>
    </message>
    <message>
        <source>This is no candidates layer. Choose one made by Locate photo.</source>
        <translation>Ce n’est pas une couche de candidats. Choisissez-en une produite par « Localiser une photo ».</translation>
    </message>
    <message>
        <source>This layer holds no candidates. Locate a photo first.</source>
        <translation>Cette couche ne contient pas de candidats. Localisez d’abord une photo.</translation>
    </message>
    <message>
        <source>This position cannot be brought into {}. Choose another CRS.</source>
        <translation>Cette position ne peut pas être convertie en {}. Choisissez un autre SCR.</translation>
    </message>
    <message>
        <source>This project has no evidence log yet. It begins with the first search.</source>
        <translation>Ce projet n’a pas encore de journal de preuves. Il commence avec la première recherche.</translation>
    </message>
    <message>
        <source>This took longer than {} minutes and was stopped. Try again later, or install from a folder of wheels.</source>
        <translation>Cela a pris plus de {} minutes et a été arrêté. Réessayez plus tard, ou installez depuis un dossier de wheels.</translation>
    </message>
    <message>
        <source>Tiles that could not be fetched</source>
        <translation>Tuiles qui n’ont pas pu être récupérées</translation>
    </message>
    <message>
        <source>Time estimated before the start (s)</source>
        <translation>Temps estimé avant le début (s)</translation>
    </message>
    <message>
        <source>Time in the file</source>
        <translation>Heure dans le fichier</translation>
    </message>
    <message>
        <source>Time taken (s)</source>
        <translation>Temps pris (s)</translation>
    </message>
    <message>
        <source>Tokens with imagery</source>
        <translation>Jetons avec imagerie</translation>
    </message>
    <message>
        <source>Tolerance of the heading</source>
        <translation>Tolérance de l’azimut</translation>
    </message>
    <message>
        <source>Tries onnxruntime with the model, also after you ran the command yourself</source>
        <translation>Essaie onnxruntime avec le modèle, y compris après que vous avez exécuté la commande vous-même</translation>
    </message>
    <message>
        <source>Truth among the best 1 % of positions</source>
        <translation>Vérité parmi les meilleurs 1 % des positions</translation>
    </message>
    <message>
        <source>Truth inside the {:.0%} region</source>
        <translation>Vérité dans la région à {:.0%}</translation>
    </message>
    <message>
        <source>Trying onnxruntime with the model</source>
        <translation>Essai d’onnxruntime avec le modèle</translation>
    </message>
    <message>
        <source>Trying the model…</source>
        <translation>Essai du modèle…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Update index</source>
        <translation>Mettre à jour l’index</translation>
    </message>
    <message>
        <source>Usability (0 to 1)</source>
        <translation>Utilisabilité (0 à 1)</translation>
    </message>
    <message>
        <source>Usability of the photo (0 to 1)</source>
        <translation>Utilisabilité de la photo (0 à 1)</translation>
    </message>
    <message>
        <source>Use {:.0f}° from the file</source>
        <translation>{:.0f}° du fichier</translation>
    </message>
    <message>
        <source>Used where a run names no other. An index fits only its own model.</source>
        <translation>Utilisé là où une exécution n’en nomme pas d’autre. Un index ne va qu’avec son propre modèle.</translation>
    </message>
    <message>
        <source>Verifies the log of searches and reviews of the project, and writes it to a file.</source>
        <translation>Vérifie le journal des recherches et des examens du projet, et l’écrit dans un fichier.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>View of candidate</source>
        <translation>Vue du candidat</translation>
    </message>
    <message>
        <source>View wedges</source>
        <translation>Secteurs de vue</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>Well usable: {:.0f} m² of ground within {:.0f} m, readable.</source>
        <translation>Bien utilisable : {:.0f} m² de sol à moins de {:.0f} m, lisibles.</translation>
    </message>
    <message>
        <source>What runs: QGIS, Python and packages</source>
        <translation>Ce qui fonctionne : QGIS, Python et les paquets</translation>
    </message>
    <message>
        <source>What the camera sees from each candidate.</source>
        <translation>Ce que voit l’appareil depuis chaque candidat.</translation>
    </message>
    <message>
        <source>What the installation says appears here.</source>
        <translation>Les messages de l’installation apparaissent ici.</translation>
    </message>
    <message>
        <source>What the map shows now</source>
        <translation>Ce que la carte montre en ce moment</translation>
    </message>
    <message>
        <source>When this is off, photos that carry a position of their own are left out. The original keeps its position in any case; only the copy gets the new one.</source>
        <translation>Si cette option est désactivée, les photos qui portent leur propre position sont laissées de côté. L’original garde sa position dans tous les cas ; seule la copie reçoit la nouvelle.</translation>
    </message>
    <message>
        <source>Where photos are that are named without a folder.</source>
        <translation>Où se trouvent les photos nommées sans dossier.</translation>
    </message>
    <message>
        <source>Where the camera stood</source>
        <translation>Où se trouvait l’appareil</translation>
    </message>
    <message>
        <source>Where the field of view comes from</source>
        <translation>D’où vient le champ de vision</translation>
    </message>
    <message>
        <source>Where the geotagged copies go. It must be another folder than that of the photos, and files in it are never overwritten.</source>
        <translation>Où vont les copies géobalisées. Ce doit être un autre dossier que celui des photos, et ses fichiers ne sont jamais écrasés.</translation>
    </message>
    <message>
        <source>Where the horizon comes from</source>
        <translation>D’où vient l’horizon</translation>
    </message>
    <message>
        <source>Where the level horizon crosses the centre column, from 0 at the top of the picture to 1 at its bottom. Leave it empty to have it read off the picture.</source>
        <translation>Où l’horizon de niveau coupe la colonne centrale, de 0 en haut de l’image à 1 en bas. Laissez vide pour qu’il soit lu dans l’image.</translation>
    </message>
    <message>
        <source>Where the level horizon crosses the middle of the photo, as a fraction of its height: 0 at the top, 1 at the bottom</source>
        <translation>Où l’horizon de niveau coupe le milieu de la photo, en fraction de sa hauteur : 0 en haut, 1 en bas</translation>
    </message>
    <message>
        <source>Whether photos in folders of the folder count too.</source>
        <translation>Si les photos des dossiers de ce dossier comptent aussi.</translation>
    </message>
    <message>
        <source>Which photo's candidates are reviewed</source>
        <translation>La photo dont les candidats sont examinés</translation>
    </message>
    <message>
        <source>Whole raster</source>
        <translation>Raster entier</translation>
    </message>
    <message>
        <source>Why it was accepted or rejected</source>
        <translation>Pourquoi il a été accepté ou rejeté</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Rayon</translation>
    </message>
    <message>
        <source>Write a PDF with a page for every candidate; keep its layout</source>
        <translation>Écrire un PDF avec une page par candidat ; sa mise en page est conservée</translation>
    </message>
    <message>
        <source>Write the positions of accepted candidates into copies of their photos, in place of those that the photos say</source>
        <translation>Écrire les positions des candidats acceptés dans des copies de leurs photos, à la place de celles que donnent les photos</translation>
    </message>
    <message>
        <source>Write the reviews into the results file. They can not be undone after that.</source>
        <translation>Écrit les examens dans le fichier des résultats. Ils ne pourront plus être annulés ensuite.</translation>
    </message>
    <message>
        <source>Writes a PDF with one page for every candidate: map, imagery, photo, review and origin.</source>
        <translation>Écrit un PDF avec une page par candidat : carte, imagerie, photo, examen et origine.</translation>
    </message>
    <message>
        <source>Writes the positions of accepted candidates into copies of their JPEG photos. Originals and pixels stay as they are.</source>
        <translation>Écrit les positions des candidats acceptés dans des copies de leurs photos JPEG. Les originaux et les pixels restent tels quels.</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoomer</translation>
    </message>
    <message>
        <source>Zoom to candidate</source>
        <translation>Zoomer sur le candidat</translation>
    </message>
    <message>
        <source>[% round("heading") %]° from true north</source>
        <translation>[% round("heading") %]° depuis le nord géographique</translation>
    </message>
    <message>
        <source>a number from {:g} to {:g}, or nothing, is needed</source>
        <translation>il faut un nombre de {:g} à {:g}, ou rien</translation>
    </message>
    <message>
        <source>a whole number from {} to {} is needed</source>
        <translation>il faut un nombre entier de {} à {}</translation>
    </message>
    <message>
        <source>about even</source>
        <translation>à peu près égal</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>accepté</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>exactitude</translation>
    </message>
    <message>
        <source>aerial</source>
        <translation>aérien</translation>
    </message>
    <message>
        <source>as given</source>
        <translation>tel que donné</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>supposé</translation>
    </message>
    <message>
        <source>assumed; neither file nor picture tell</source>
        <translation>supposé ; ni le fichier ni l’image ne le disent</translation>
    </message>
    <message>
        <source>atlas</source>
        <translation>atlas</translation>
    </message>
    <message>
        <source>audit</source>
        <translation>audit</translation>
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
        <translation>lot</translation>
    </message>
    <message>
        <source>bird's-eye view</source>
        <translation>vue à vol d’oiseau</translation>
    </message>
    <message>
        <source>calibration</source>
        <translation>calibrage</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>appareil photo</translation>
    </message>
    <message>
        <source>candidates</source>
        <translation>candidats</translation>
    </message>
    <message>
        <source>checksum</source>
        <translation>somme de contrôle</translation>
    </message>
    <message>
        <source>choose a photo</source>
        <translation>choisissez une photo</translation>
    </message>
    <message>
        <source>choose a raster</source>
        <translation>choisissez un raster</translation>
    </message>
    <message>
        <source>coverage</source>
        <translation>couverture</translation>
    </message>
    <message>
        <source>cross-view</source>
        <translation>vues croisées</translation>
    </message>
    <message>
        <source>custom CRS</source>
        <translation>SCR personnalisé</translation>
    </message>
    <message>
        <source>error</source>
        <translation>erreur</translation>
    </message>
    <message>
        <source>evaluation</source>
        <translation>évaluation</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>preuve</translation>
    </message>
    <message>
        <source>exif</source>
        <translation>exif</translation>
    </message>
    <message>
        <source>field of view</source>
        <translation>champ de vision</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>dossier</translation>
    </message>
    <message>
        <source>from EXIF</source>
        <translation>d’après EXIF</translation>
    </message>
    <message>
        <source>from the tags in the file</source>
        <translation>d’après les balises du fichier</translation>
    </message>
    <message>
        <source>geolocation</source>
        <translation>géolocalisation</translation>
    </message>
    <message>
        <source>geotag</source>
        <translation>géobalise</translation>
    </message>
    <message>
        <source>geotagged</source>
        <translation>géobalisé</translation>
    </message>
    <message>
        <source>gps</source>
        <translation>gps</translation>
    </message>
    <message>
        <source>hash</source>
        <translation>hachage</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>azimut</translation>
    </message>
    <message>
        <source>horizon</source>
        <translation>horizon</translation>
    </message>
    <message>
        <source>imagery</source>
        <translation>imagerie</translation>
    </message>
    <message>
        <source>index</source>
        <translation>index</translation>
    </message>
    <message>
        <source>information</source>
        <translation>informations</translation>
    </message>
    <message>
        <source>it shows little ground near the camera. A photo that looks more to the ground, or a panorama, finds more</source>
        <translation>elle montre peu de sol près de l’appareil. Une photo tournée davantage vers le sol, ou un panorama, trouve mieux</translation>
    </message>
    <message>
        <source>layout</source>
        <translation>mise en page</translation>
    </message>
    <message>
        <source>less probable</source>
        <translation>moins probable</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>probable</translation>
    </message>
    <message>
        <source>log</source>
        <translation>journal</translation>
    </message>
    <message>
        <source>maybe</source>
        <translation>peut-être</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>mesuré</translation>
    </message>
    <message>
        <source>more</source>
        <translation>plus</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>aucun pour l’instant</translation>
    </message>
    <message>
        <source>not reviewed</source>
        <translation>non examiné</translation>
    </message>
    <message>
        <source>nothing was said</source>
        <translation>aucun message</translation>
    </message>
    <message>
        <source>one of {} is needed</source>
        <translation>il faut l’une de ces valeurs : {}</translation>
    </message>
    <message>
        <source>onnxruntime does not fit QGIS's numpy. Put another version of onnxruntime into a folder and install from there; numpy itself must stay as it is.</source>
        <translation>onnxruntime ne convient pas au numpy de QGIS. Placez une autre version d’onnxruntime dans un dossier et installez depuis celui-ci ; numpy lui-même doit rester tel quel.</translation>
    </message>
    <message>
        <source>onnxruntime is not installed. Press Install.</source>
        <translation>onnxruntime n’est pas installé. Appuyez sur « Installer ».</translation>
    </message>
    <message>
        <source>onnxruntime is the only package that Skymatch needs besides those of QGIS. It goes into a folder of your QGIS profile and nothing else is changed: QGIS's numpy stays as it is. It is tried in a process of its own before QGIS uses it. Keep this window open meanwhile.</source>
        <translation>onnxruntime est le seul paquet dont Skymatch a besoin en plus de ceux de QGIS. Il va dans un dossier de votre profil QGIS et rien d’autre n’est modifié : le numpy de QGIS reste tel quel. Il est essayé dans un processus à part avant que QGIS ne l’utilise. Gardez cette fenêtre ouverte entre-temps.</translation>
    </message>
    <message>
        <source>onnxruntime is there but a library of Windows is missing. Install the newest 'Microsoft Visual C++ Redistributable' from Microsoft, restart QGIS and try again.</source>
        <translation>onnxruntime est présent, mais une bibliothèque de Windows manque. Installez le plus récent « Microsoft Visual C++ Redistributable » de Microsoft, redémarrez QGIS et réessayez.</translation>
    </message>
    <message>
        <source>onnxruntime is too new for the libraries of this system. Put an older wheel of it (1.15 or later) into a folder and install from there.</source>
        <translation>onnxruntime est trop récent pour les bibliothèques de ce système. Placez-en un wheel plus ancien (à partir de 1.15) dans un dossier et installez depuis celui-ci.</translation>
    </message>
    <message>
        <source>onnxruntime made Python end unexpectedly ({}). Install another version of it from a folder of wheels.</source>
        <translation>onnxruntime a fait cesser Python de façon inattendue ({}). Installez-en une autre version depuis un dossier de wheels.</translation>
    </message>
    <message>
        <source>onnxruntime was tried and does not work here: {}</source>
        <translation>onnxruntime a été essayé et ne fonctionne pas ici : {}</translation>
    </message>
    <message>
        <source>onnxruntime {} works and is used from now on.</source>
        <translation>onnxruntime {} fonctionne et est utilisé dès maintenant.</translation>
    </message>
    <message>
        <source>onnxruntime {} works.</source>
        <translation>onnxruntime {} fonctionne.</translation>
    </message>
    <message>
        <source>onnxruntime {} works. Restart QGIS to use it.</source>
        <translation>onnxruntime {} fonctionne. Redémarrez QGIS pour l’utiliser.</translation>
    </message>
    <message>
        <source>onnxruntime, which runs the model, is not installed. Install it under Settings &gt; Options &gt; Skymatch &gt; Installation and diagnostics, or type:  {}</source>
        <translation>onnxruntime, qui exécute le modèle, n’est pas installé. Installez-le dans Préférences &gt; Options &gt; Skymatch &gt; Installation et diagnostic, ou tapez :  {}</translation>
    </message>
    <message>
        <source>orthophoto</source>
        <translation>orthophoto</translation>
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
        <translation>photo</translation>
    </message>
    <message>
        <source>photos</source>
        <translation>photos</translation>
    </message>
    <message>
        <source>pose</source>
        <translation>pose</translation>
    </message>
    <message>
        <source>position</source>
        <translation>position</translation>
    </message>
    <message>
        <source>print</source>
        <translation>impression</translation>
    </message>
    <message>
        <source>provenance</source>
        <translation>provenance</translation>
    </message>
    <message>
        <source>read off the picture</source>
        <translation>lu dans l’image</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>rappel</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rejeté</translation>
    </message>
    <message>
        <source>report</source>
        <translation>rapport</translation>
    </message>
    <message>
        <source>review</source>
        <translation>examen</translation>
    </message>
    <message>
        <source>street view</source>
        <translation>vue de rue</translation>
    </message>
    <message>
        <source>the Python of this QGIS</source>
        <translation>le Python de ce QGIS</translation>
    </message>
    <message>
        <source>the folder {} cannot be written ({}).</source>
        <translation>le dossier {} n’est pas accessible en écriture ({}).</translation>
    </message>
    <message>
        <source>the ground is blurred. A sharper or larger copy finds more</source>
        <translation>le sol est flou. Une copie plus nette ou plus grande trouve mieux</translation>
    </message>
    <message>
        <source>the ground is dark. A photo by day finds more</source>
        <translation>le sol est sombre. Une photo de jour trouve mieux</translation>
    </message>
    <message>
        <source>the ground is overexposed. A darker photo finds more</source>
        <translation>le sol est surexposé. Une photo plus sombre trouve mieux</translation>
    </message>
    <message>
        <source>the ground shows hardly any pattern. One with markings or kerbs finds more</source>
        <translation>le sol ne montre presque aucun motif. Une photo avec des marquages ou des bordures trouve mieux</translation>
    </message>
    <message>
        <source>this is no folder</source>
        <translation>ce n’est pas un dossier</translation>
    </message>
    <message>
        <source>tiles of a server</source>
        <translation>tuiles d’un serveur</translation>
    </message>
    <message>
        <source>unlikely</source>
        <translation>improbable</translation>
    </message>
    <message>
        <source>verify</source>
        <translation>vérifier</translation>
    </message>
    <message>
        <source>very likely</source>
        <translation>très probable</translation>
    </message>
    <message>
        <source>very unlikely</source>
        <translation>très improbable</translation>
    </message>
    <message>
        <source>{:.3f} km² with imagery, {:,} tokens of {:.2f} m</source>
        <translation>{:.3f} km² avec imagerie, {:,} jetons de {:.2f} m</translation>
    </message>
    <message>
        <source>{} blocks made, {} kept from earlier, of {}: {:.3f} km², {:,} tokens, {}.</source>
        <translation>{} blocs construits, {} conservés d’avant, sur {} : {:.3f} km², {:,} jetons, {}.</translation>
    </message>
    <message>
        <source>{} candidates</source>
        <translation>Candidats : {}</translation>
    </message>
    <message>
        <source>{} cannot be edited. Save the layer to a GeoPackage and review it there.</source>
        <translation>{} ne peut pas être édité. Enregistrez la couche dans un GeoPackage et examinez-la là.</translation>
    </message>
    <message>
        <source>{} cannot be read as a picture.</source>
        <translation>{} ne peut pas être lu comme image.</translation>
    </message>
    <message>
        <source>{} cannot be started. Copy the command into a terminal (on Windows the OSGeo4W shell) and run it there, then press Test.</source>
        <translation>{} ne peut pas être démarré. Copiez la commande dans un terminal (sous Windows, le shell OSGeo4W), exécutez-la là, puis appuyez sur « Tester ».</translation>
    </message>
    <message>
        <source>{} cannot be written ({}).</source>
        <translation>{} ne peut pas être écrit ({}).</translation>
    </message>
    <message>
        <source>{} cannot be written ({}). Choose a folder that you may write to.</source>
        <translation>{} ne peut pas être écrit ({}). Choisissez un dossier où vous pouvez écrire.</translation>
    </message>
    <message>
        <source>{} cannot be written: no file can be called so. Choose another name.</source>
        <translation>{} ne peut pas être écrit : aucun fichier ne peut porter ce nom. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>{} cannot be written: {} is read-only. Choose another place for this output.</source>
        <translation>{} ne peut pas être écrit : {} est en lecture seule. Choisissez un autre emplacement pour cette sortie.</translation>
    </message>
    <message>
        <source>{} cannot be written: {}. Make room on the disk, or save the project elsewhere.</source>
        <translation>{} ne peut pas être écrit : {}. Libérez de la place sur le disque, ou enregistrez le projet ailleurs.</translation>
    </message>
    <message>
        <source>{} could not be copied into the project ({}). Make room on the disk and attach it again.</source>
        <translation>{} n’a pas pu être copié dans le projet ({}). Libérez de la place sur le disque et joignez-le à nouveau.</translation>
    </message>
    <message>
        <source>{} could not be copied to {} ({}). Make room on the disk and try again.</source>
        <translation>{} n’a pas pu être copié vers {} ({}). Libérez de la place sur le disque et réessayez.</translation>
    </message>
    <message>
        <source>{} does not hold the result layer '{}'. Locate the photo again.</source>
        <translation>{} ne contient pas la couche de résultats « {} ». Localisez la photo à nouveau.</translation>
    </message>
    <message>
        <source>{} does not hold the result layer '{}'. Locate the photos again.</source>
        <translation>{} ne contient pas la couche de résultats « {} ». Localisez les photos à nouveau.</translation>
    </message>
    <message>
        <source>{} files were copied to the project's folder.</source>
        <translation>{} fichiers ont été copiés dans le dossier du projet.</translation>
    </message>
    <message>
        <source>{} is no candidates layer. Choose one made by Locate photo.</source>
        <translation>{} n’est pas une couche de candidats. Choisissez-en une produite par « Localiser une photo ».</translation>
    </message>
    <message>
        <source>{} is not available. Switch the Skymatch plugin off and on.</source>
        <translation>{} n’est pas disponible. Désactivez puis réactivez l’extension Skymatch.</translation>
    </message>
    <message>
        <source>{} is not the Python of this QGIS (it says {}). Run the command with QGIS's own Python; on Windows it is the one of the OSGeo4W shell.</source>
        <translation>{} n’est pas le Python de ce QGIS (il répond {}). Exécutez la commande avec le Python de QGIS ; sous Windows, c’est celui du shell OSGeo4W.</translation>
    </message>
    <message>
        <source>{} is set to '{}', but {}. It is left aside.</source>
        <translation>{} vaut « {} », mais {}. Cette valeur est ignorée.</translation>
    </message>
    <message>
        <source>{} of its candidates are accepted. Accept only one.</source>
        <translation>{} de ses candidats sont acceptés. N’en acceptez qu’un.</translation>
    </message>
    <message>
        <source>{} of the photos are not there any more, for instance {}. Choose them anew.</source>
        <translation>{} des photos ne sont plus là, par exemple {}. Choisissez-les à nouveau.</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} sur {}</translation>
    </message>
    <message>
        <source>{} of {} blocks to be made: about {}. The finished index will hold about {:.3g} km² and {:,} tokens in {:.1f} MB.</source>
        <translation>{} blocs sur {} à construire : environ {}. L’index terminé contiendra environ {:.3g} km² et {:,} jetons en {:.1f} Mo.</translation>
    </message>
    <message>
        <source>{} pages written to {}</source>
        <translation>{} pages écrites dans {}</translation>
    </message>
    <message>
        <source>{} photos</source>
        <translation>{} photos</translation>
    </message>
    <message>
        <source>{} photos located, {} not.</source>
        <translation>{} photos localisées, {} non.</translation>
    </message>
    <message>
        <source>{} photos located, {} not; the log panel says why.</source>
        <translation>{} photos localisées, {} non ; le journal dit pourquoi.</translation>
    </message>
    <message>
        <source>{} photos were left out; the log panel says why.</source>
        <translation>{} photos ont été laissées de côté ; le panneau de journal dit pourquoi.</translation>
    </message>
    <message>
        <source>{} photos. All are located in one run.</source>
        <translation>{} photos. Toutes sont localisées en une seule exécution.</translation>
    </message>
    <message>
        <source>{} reviewed, not saved yet</source>
        <translation>{} examinés, pas encore enregistrés</translation>
    </message>
    <message>
        <source>{} this candidate (key {})</source>
        <translation>{} ce candidat (touche {})</translation>
    </message>
    <message>
        <source>{} tiles could not be fetched. Run the same again later: only the blocks that lack tiles are made anew.</source>
        <translation>{} tuiles n’ont pas pu être récupérées. Relancez la même chose plus tard : seuls les blocs auxquels il manque des tuiles sont reconstruits.</translation>
    </message>
    <message>
        <source>{} unsaved</source>
        <translation>{} non enregistrés</translation>
    </message>
    <message>
        <source>{} was attached to the project, has vanished from this computer's temporary folder, and no copy is left. The project is saved without it.</source>
        <translation>{} était joint au projet, a disparu du dossier temporaire de cet ordinateur, et il n’en reste aucune copie. Le projet est enregistré sans lui.</translation>
    </message>
    <message>
        <source>{} was made by the model {} {} ({}), but the photo would be read by {} {} ({}). Choose the model of the index, or build the index again with this one.</source>
        <translation>{} a été construit avec le modèle {} {} ({}), mais la photo serait lue avec {} {} ({}). Choisissez le modèle de l’index, ou reconstruisez l’index avec celui-ci.</translation>
    </message>
    <message>
        <source>{} was searched in {}: best candidate at {:.6f}, {:.6f} with {:.1f} %.</source>
        <translation>{} a été cherchée dans {} : meilleur candidat à {:.6f}, {:.6f} avec {:.1f} %.</translation>
    </message>
    <message>
        <source>{} was searched in {}: no candidate.</source>
        <translation>{} a été cherchée dans {} : pas de candidat.</translation>
    </message>
    <message>
        <source>{} was written by a newer Skymatch. Update the plugin.</source>
        <translation>{} a été écrit par un Skymatch plus récent. Mettez l’extension à jour.</translation>
    </message>
    <message>
        <source>{}, field of view {:.1f}°{} ({}).</source>
        <translation>{}, champ de vision {:.1f}°{} ({}).</translation>
    </message>
    <message>
        <source>{}, not complete</source>
        <translation>{}, incomplet</translation>
    </message>
    <message>
        <source>{}, {:.0f} m from the best candidate.</source>
        <translation>{}, à {:.0f} m du meilleur candidat.</translation>
    </message>
    <message>
        <source>{}, {} unsaved</source>
        <translation>{}, {} non enregistrés</translation>
    </message>
    <message>
        <source>{}: index is stale</source>
        <translation>{} : index périmé</translation>
    </message>
    <message>
        <source>{}: indexed</source>
        <translation>{} : indexé</translation>
    </message>
    <message>
        <source>{}: no candidate</source>
        <translation>{} : pas de candidat</translation>
    </message>
    <message>
        <source>{}: not indexed</source>
        <translation>{} : non indexé</translation>
    </message>
    <message>
        <source>{}: written to {}</source>
        <translation>{} : écrite dans {}</translation>
    </message>
    <message>
        <source>{}: {:.6f}, {:.6f}, {:.0f} %; not in this imagery: {:.0f} %</source>
        <translation>{} : {:.6f}, {:.6f}, {:.0f} % ; pas dans cette imagerie : {:.0f} %</translation>
    </message>
    <message>
        <source>{}: {} % indexed</source>
        <translation>{} : indexé à {} %</translation>
    </message>
    <message>
        <source>{}_photos</source>
        <translation>{}_photos</translation>
    </message>
</context>
</TS>
