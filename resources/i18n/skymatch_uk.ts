<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>Skymatch</name>
    <message>
        <source> (magnetic north)</source>
        <translation> (магнітна північ)</translation>
    </message>
    <message>
        <source> (true north)</source>
        <translation> (істинна північ)</translation>
    </message>
    <message>
        <source>#</source>
        <translation>№</translation>
    </message>
    <message>
        <source>&amp;1  Imagery</source>
        <translation>&amp;1  Знімки</translation>
    </message>
    <message>
        <source>&amp;2  Photo</source>
        <translation>&amp;2  Фото</translation>
    </message>
    <message>
        <source>&amp;3  Results</source>
        <translation>&amp;3  Результати</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Назад</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Скасувати</translation>
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation>&amp;Зміст</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Знайти</translation>
    </message>
    <message>
        <source>&amp;Heading</source>
        <translation>&amp;Азимут</translation>
    </message>
    <message>
        <source>&amp;Raster</source>
        <translation>&amp;Растр</translation>
    </message>
    <message>
        <source>'{}' is no heading in degrees. Choose another field of headings.</source>
        <translation>«{}» не є напрямком у градусах. Виберіть інше поле напрямків.</translation>
    </message>
    <message>
        <source>1.6 m by hand, 2.5 m from a vehicle</source>
        <translation>1,6 м з руки, 2,5 м з автомобіля</translation>
    </message>
    <message>
        <source>65° (most phones)</source>
        <translation>65° (більшість телефонів)</translation>
    </message>
    <message>
        <source>A candidate this near to the truth counts as a hit.</source>
        <translation>Кандидат, настільки близький до істини, вважається влучанням.</translation>
    </message>
    <message>
        <source>A candidates layer made by Locate photo. Its reviews are printed as they are now, also those that are not saved yet.</source>
        <translation>Шар кандидатів, створений за допомогою «Визначити місце фото». Його перевірки друкуються такими, якими вони є зараз, також ще не збережені.</translation>
    </message>
    <message>
        <source>A candidates layer made by Locate photo. Only candidates whose review says accepted are used, one for each photo; reviews not saved yet count too.</source>
        <translation>Шар кандидатів, створений за допомогою «Визначити місце фото». Використовуються лише кандидати, перевірка яких каже «прийнято», по одному на кожне фото; ще не збережені перевірки теж ураховуються.</translation>
    </message>
    <message>
        <source>A layer with the path of a photo in a field, as Import geotagged photos makes it.</source>
        <translation>Шар зі шляхом до фото в полі, як той, що створює «Import geotagged photos».</translation>
    </message>
    <message>
        <source>A line from the true to the found position of every photo.</source>
        <translation>Лінія від справжнього до знайденого положення кожного фото.</translation>
    </message>
    <message>
        <source>A raster layer with an orthophoto or satellite picture of 0.6 m per pixel or finer, in any coordinate system. Its colours are taken as the layer shows them: band choice, contrast and transparent values count. Tile servers (XYZ, WMS) work when an extent or mask is given.</source>
        <translation>Растровий шар з ортофото або супутниковим знімком із роздільністю 0,6 м на піксель або кращою, у будь-якій системі координат. Його кольори беруться такими, якими їх показує шар: вибір каналів, контраст і прозорі значення враховуються. Сервери тайлів (XYZ, WMS) працюють, якщо задано екстент або маску.</translation>
    </message>
    <message>
        <source>A smaller area is indexed sooner and searched faster</source>
        <translation>Менша ділянка швидше індексується і швидше переглядається</translation>
    </message>
    <message>
        <source>A street photo or panorama, or several: drop them here or onto the map</source>
        <translation>Вуличне фото чи панорама, одне або кілька: перетягніть сюди або на карту</translation>
    </message>
    <message>
        <source>A style of Skymatch could not be read ({}). Install Skymatch again.</source>
        <translation>Не вдалося прочитати стиль Skymatch ({}). Установіть Skymatch знову.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Прийняти</translation>
    </message>
    <message>
        <source>Accept candidate {}</source>
        <translation>Прийняти кандидата {}</translation>
    </message>
    <message>
        <source>Adds the outlines of the indexed blocks to the map.</source>
        <translation>Додає на карту контури проіндексованих блоків.</translation>
    </message>
    <message>
        <source>Aerial imagery</source>
        <translation>Аерознімки</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Відповідність</translation>
    </message>
    <message>
        <source>Agreement (-1 to 1)</source>
        <translation>Відповідність (від -1 до 1)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Усі</translation>
    </message>
    <message>
        <source>All JPEG, PNG, TIFF and WebP files in it are located, by name.</source>
        <translation>Опрацьовуються всі файли JPEG, PNG, TIFF і WebP у ній, за назвою.</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Усі файли</translation>
    </message>
    <message>
        <source>All numbers with chance levels, a table and an error curve, as a page.</source>
        <translation>Усі числа з рівнями випадковості, таблиця й крива похибок, у вигляді сторінки.</translation>
    </message>
    <message>
        <source>All saved</source>
        <translation>Збережено</translation>
    </message>
    <message>
        <source>Allow for an uncertain camera</source>
        <translation>Ураховувати непевність камери</translation>
    </message>
    <message>
        <source>Also apply the rule of the five closest</source>
        <translation>Застосувати також правило п’яти найближчих</translation>
    </message>
    <message>
        <source>An estimate by comparison of the photo with aerial imagery. Positions and probabilities need a person's judgement.</source>
        <translation>Оцінка за порівнянням фото з аерознімками. Положення й імовірності потребують судження людини.</translation>
    </message>
    <message>
        <source>An index made by Build index, also one attached to the project.</source>
        <translation>Індекс, створений за допомогою «Створити індекс», також долучений до проєкту.</translation>
    </message>
    <message>
        <source>An installation is under way. Wait for it or cancel it.</source>
        <translation>Установлення вже триває. Зачекайте на нього або скасуйте.</translation>
    </message>
    <message>
        <source>Angle across all photos. Leave it empty to take it from each file.</source>
        <translation>Кут по ширині всіх фото. Лишіть порожнім, щоб брати його з кожного файлу.</translation>
    </message>
    <message>
        <source>Angle across the width of the photo. Cropped photos need it: cropping does not change the focal length in the file.</source>
        <translation>Кут по ширині фото. Він потрібен для обрізаних фото: обрізання не змінює фокусної відстані у файлі.</translation>
    </message>
    <message>
        <source>Angle across the width of the photo. Leave it empty to take it from the focal length in the file, or else from the picture itself. Cropped photos need it when the crop cannot be told from the file.</source>
        <translation>Кут по ширині фото. Лишіть порожнім, щоб узяти його з фокусної відстані у файлі або, якщо її немає, із самого зображення. Він потрібен для обрізаних фото, якщо з файлу не видно, що їх обрізано.</translation>
    </message>
    <message>
        <source>Angle along the longer side of the photo.</source>
        <translation>Кут уздовж довшої сторони фото.</translation>
    </message>
    <message>
        <source>Answers like this one are about as often right as wrong.</source>
        <translation>Такі відповіді приблизно однаково часто правильні й хибні.</translation>
    </message>
    <message>
        <source>Anything worth remembering</source>
        <translation>Усе, що варто запам’ятати</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>Будь-де</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Ділянка</translation>
    </message>
    <message>
        <source>Area (m²)</source>
        <translation>Площа (м²)</translation>
    </message>
    <message>
        <source>Area to index</source>
        <translation>Ділянка для індексування</translation>
    </message>
    <message>
        <source>Area where the camera cannot stand</source>
        <translation>Ділянка, де камера не може стояти</translation>
    </message>
    <message>
        <source>Area where the camera may stand</source>
        <translation>Ділянка, де може стояти камера</translation>
    </message>
    <message>
        <source>Area with imagery (km²)</source>
        <translation>Площа зі знімками (км²)</translation>
    </message>
    <message>
        <source>Around each photo's own position</source>
        <translation>Навколо положення кожного фото</translation>
    </message>
    <message>
        <source>Around the file's position</source>
        <translation>Навколо положення з файлу</translation>
    </message>
    <message>
        <source>Attach the index to the project</source>
        <translation>Долучити індекс до проєкту</translation>
    </message>
    <message>
        <source>Attachment identifier</source>
        <translation>Ідентифікатор вкладення</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Автоматично</translation>
    </message>
    <message>
        <source>Automatic ({})</source>
        <translation>Автоматично ({})</translation>
    </message>
    <message>
        <source>Automatic takes a picture as a panorama when the file says so or when it is exactly twice as wide as high.</source>
        <translation>Автоматично зображення вважається панорамою, якщо так сказано у файлі або якщо його ширина рівно вдвічі більша за висоту.</translation>
    </message>
    <message>
        <source>Best candidate within {:g} m</source>
        <translation>Найкращий кандидат у межах {:g} м</translation>
    </message>
    <message>
        <source>Best heading</source>
        <translation>Найкращий азимут</translation>
    </message>
    <message>
        <source>Best heading (° true)</source>
        <translation>Найкращий азимут (° істинний)</translation>
    </message>
    <message>
        <source>Bird's-eye view</source>
        <translation>Вид згори</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Блоки</translation>
    </message>
    <message>
        <source>Blocks in the file</source>
        <translation>Блоків у файлі</translation>
    </message>
    <message>
        <source>Blocks of the finished index</source>
        <translation>Блоків готового індексу</translation>
    </message>
    <message>
        <source>Bring them in</source>
        <translation>Перенести</translation>
    </message>
    <message>
        <source>Bring this candidate into the map's view (key Z)</source>
        <translation>Показати цього кандидата у вікні карти (клавіша Z)</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Огляд</translation>
    </message>
    <message>
        <source>Build anew</source>
        <translation>Створити заново</translation>
    </message>
    <message>
        <source>Build index</source>
        <translation>Створити індекс</translation>
    </message>
    <message>
        <source>Buildings and trees match</source>
        <translation>Будівлі й дерева збігаються</translation>
    </message>
    <message>
        <source>Buildings or trees differ</source>
        <translation>Будівлі або дерева інші</translation>
    </message>
    <message>
        <source>Camera height</source>
        <translation>Висота камери</translation>
    </message>
    <message>
        <source>Camera height (m)</source>
        <translation>Висота камери (м)</translation>
    </message>
    <message>
        <source>Camera in the file</source>
        <translation>Камера у файлі</translation>
    </message>
    <message>
        <source>Camera inside</source>
        <translation>Камера всередині</translation>
    </message>
    <message>
        <source>Camera not inside</source>
        <translation>Камера не всередині</translation>
    </message>
    <message>
        <source>Camera of the search</source>
        <translation>Камера пошуку</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Кандидат</translation>
    </message>
    <message>
        <source>Candidate {} of {}: {}.</source>
        <translation>Кандидат {} для {}: {}.</translation>
    </message>
    <message>
        <source>Candidate {}: maybe</source>
        <translation>Кандидат {}: можливо</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Кандидати</translation>
    </message>
    <message>
        <source>Candidates for each photo</source>
        <translation>Кандидатів на кожне фото</translation>
    </message>
    <message>
        <source>Checking Python and pip</source>
        <translation>Перевіряємо Python і pip</translation>
    </message>
    <message>
        <source>Choose a photo first, or drop one onto this panel.</source>
        <translation>Спершу виберіть фото або перетягніть його на цю панель.</translation>
    </message>
    <message>
        <source>Choose a raster layer or an index file.</source>
        <translation>Виберіть растровий шар або файл індексу.</translation>
    </message>
    <message>
        <source>Choose either a folder of photos or a layer that names photos.</source>
        <translation>Виберіть або теку з фото, або шар, що називає фото.</translation>
    </message>
    <message>
        <source>Choose one photo or several</source>
        <translation>Виберіть одне або кілька фото</translation>
    </message>
    <message>
        <source>Choose or write a reason</source>
        <translation>Виберіть або напишіть причину</translation>
    </message>
    <message>
        <source>Choose the raster layer to index and a file for its index.</source>
        <translation>Виберіть растровий шар для індексування і файл для його індексу.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Скинути</translation>
    </message>
    <message>
        <source>Clear review of candidate {}</source>
        <translation>Скинути перевірку кандидата {}</translation>
    </message>
    <message>
        <source>Click corners on the map; double-click or right-click to finish, Backspace takes one back, Escape gives up</source>
        <translation>Клацайте кути на карті; подвійне або праве клацання завершує, Backspace прибирає останній, Escape скасовує</translation>
    </message>
    <message>
        <source>Click or drag to the direction in which the photo looks. Keys: left and right, Page up and Page down for 15°, + and - for the tolerance, Delete for unknown.</source>
        <translation>Клацніть або тягніть у напрямку, куди дивиться фото. Клавіші: ліворуч і праворуч, Page Up і Page Down для 15°, + і - для допуску, Delete для невідомого.</translation>
    </message>
    <message>
        <source>Compass heading in the file (°)</source>
        <translation>Азимут за компасом у файлі (°)</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Повний</translation>
    </message>
    <message>
        <source>Complete: {}, {:.3g} km².</source>
        <translation>Повний: {}, {:.3g} км².</translation>
    </message>
    <message>
        <source>Confidence region</source>
        <translation>Довірча область</translation>
    </message>
    <message>
        <source>Confidence regions</source>
        <translation>Довірчі області</translation>
    </message>
    <message>
        <source>Confirmed by another source</source>
        <translation>Підтверджено іншим джерелом</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>Система координат</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Координати</translation>
    </message>
    <message>
        <source>Coordinates in the project's CRS</source>
        <translation>Координати в системі координат проєкту</translation>
    </message>
    <message>
        <source>Copied. Read it through before you pass it on.</source>
        <translation>Скопійовано. Перечитайте, перш ніж передавати далі.</translation>
    </message>
    <message>
        <source>Copied: {}</source>
        <translation>Скопійовано: {}</translation>
    </message>
    <message>
        <source>Copied; paste it into QGIS's Python console.</source>
        <translation>Скопійовано; вставте в консоль Python у QGIS.</translation>
    </message>
    <message>
        <source>Copies the finished index into the project file, so that it travels with it. The project must then be saved.</source>
        <translation>Копіює готовий індекс у файл проєкту, щоб він переносився разом із ним. Після цього проєкт потрібно зберегти.</translation>
    </message>
    <message>
        <source>Copies written</source>
        <translation>Записані копії</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копіювати</translation>
    </message>
    <message>
        <source>Copy Build index as Python</source>
        <translation>Скопіювати «Створити індекс» як Python</translation>
    </message>
    <message>
        <source>Copy Find as Python</source>
        <translation>Скопіювати «Знайти» як Python</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Скопіювати команду</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Скопіювати діагностику</translation>
    </message>
    <message>
        <source>Copy index and results beside the project?</source>
        <translation>Скопіювати індекс і результати поруч із проєктом?</translation>
    </message>
    <message>
        <source>Copy the position; nothing is opened</source>
        <translation>Скопіювати положення; нічого не відкривається</translation>
    </message>
    <message>
        <source>Copy: {}</source>
        <translation>Копіювати: {}</translation>
    </message>
    <message>
        <source>Could not be located (counted as misses)</source>
        <translation>Місце не вдалося визначити (вважаються промахами)</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Створено</translation>
    </message>
    <message>
        <source>Created (UTC)</source>
        <translation>Створено (UTC)</translation>
    </message>
    <message>
        <source>Damaged blocks (row/column)</source>
        <translation>Пошкоджені блоки (рядок/стовпець)</translation>
    </message>
    <message>
        <source>Degrees clockwise from true north. When given, the search may use it; empty values count as unknown.</source>
        <translation>Градуси за годинниковою стрілкою від істинної півночі. Якщо вказано, пошук може це використовувати; порожні значення вважаються невідомими.</translation>
    </message>
    <message>
        <source>Degrees, minutes, seconds</source>
        <translation>Градуси, мінути, секунди</translation>
    </message>
    <message>
        <source>Describe candidate {}</source>
        <translation>Описати кандидата {}</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Діагностика</translation>
    </message>
    <message>
        <source>Digital zoom: {:.1f}×.</source>
        <translation>Цифрове збільшення: {:.1f}×.</translation>
    </message>
    <message>
        <source>Direction in which the centre of the photo looks, clockwise from true north. Leave it empty when unknown; all directions are tried then. A compass heading in the file is shown in the log and never used unasked.</source>
        <translation>Напрямок, у якому дивиться центр фото, за годинниковою стрілкою від істинної півночі. Лишіть порожнім, якщо він невідомий; тоді перебираються всі напрямки. Азимут за компасом із файлу показано в журналі; без вашої вказівки його ніколи не використано.</translation>
    </message>
    <message>
        <source>Direction in which the photo looks, clockwise from true north</source>
        <translation>Напрямок, у якому дивиться фото, за годинниковою стрілкою від істинної півночі</translation>
    </message>
    <message>
        <source>Distance scale s of the features above. A position at distance d from the nearest one weighs 0.05 + 0.95 exp(-d² / 2s²): 1 on it, 0.63 at s, 0.18 at 2s.</source>
        <translation>Масштаб відстані s для об’єктів вище. Положення на відстані d від найближчого важить 0,05 + 0,95 exp(-d² / 2s²): 1 на ньому, 0,63 на s, 0,18 на 2s.</translation>
    </message>
    <message>
        <source>Drag the line to the horizon, where the ground would meet the sky far away; drag a ring to tilt it. Keys: up and down, left and right to tilt, Shift for larger steps, Delete for the automatic value.</source>
        <translation>Перетягніть лінію на горизонт, туди, де земля вдалині сходилася б із небом; тягніть за кільце, щоб нахилити її. Клавіші: вгору і вниз, ліворуч і праворуч для нахилу, Shift для більших кроків, Delete для автоматичного значення.</translation>
    </message>
    <message>
        <source>Draw anew</source>
        <translation>Накреслити заново</translation>
    </message>
    <message>
        <source>Draw on the map</source>
        <translation>Накреслити на карті</translation>
    </message>
    <message>
        <source>Draw the area to index on the map first, or choose another area.</source>
        <translation>Спершу накресліть на карті ділянку для індексування або виберіть іншу.</translation>
    </message>
    <message>
        <source>Drawing the imagery …</source>
        <translation>Малюємо знімок…</translation>
    </message>
    <message>
        <source>Drop a street photo or panorama here</source>
        <translation>Перетягніть сюди вуличне фото або панораму</translation>
    </message>
    <message>
        <source>Empty for the model that comes with Skymatch.</source>
        <translation>Порожньо для моделі, що постачається зі Skymatch.</translation>
    </message>
    <message>
        <source>Empty the field for the automatic value.</source>
        <translation>Очистьте поле для автоматичного значення.</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Похибка</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Похибки</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Оцінити</translation>
    </message>
    <message>
        <source>Estimate only</source>
        <translation>Лише оцінити</translation>
    </message>
    <message>
        <source>Estimate: {} for {:.3g} km² and an index of {:.1f} MB.</source>
        <translation>Оцінка: {} для {:.3g} км² та індексу розміром {:.1f} МБ.</translation>
    </message>
    <message>
        <source>Evaluate accuracy</source>
        <translation>Оцінити точність</translation>
    </message>
    <message>
        <source>Every block matches its checksum</source>
        <translation>Кожен блок відповідає своїй контрольній сумі</translation>
    </message>
    <message>
        <source>Evidence log</source>
        <translation>Журнал доказів</translation>
    </message>
    <message>
        <source>Export evidence log</source>
        <translation>Експортувати журнал доказів</translation>
    </message>
    <message>
        <source>Exported log</source>
        <translation>Експортований журнал</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>Екстент</translation>
    </message>
    <message>
        <source>Fairly usable: {}.</source>
        <translation>Задовільно придатне: {}.</translation>
    </message>
    <message>
        <source>Features that the camera was near</source>
        <translation>Об’єкти, поблизу яких була камера</translation>
    </message>
    <message>
        <source>Fewer leave room for other work while an index is built.</source>
        <translation>Менша кількість лишає місце для іншої роботи, поки створюється індекс.</translation>
    </message>
    <message>
        <source>Field of &amp;view</source>
        <translation>Кут &amp;огляду</translation>
    </message>
    <message>
        <source>Field of view</source>
        <translation>Кут огляду</translation>
    </message>
    <message>
        <source>Field of view (°)</source>
        <translation>Кут огляду (°)</translation>
    </message>
    <message>
        <source>Field with the heading</source>
        <translation>Поле з азимутом</translation>
    </message>
    <message>
        <source>Field with the path</source>
        <translation>Поле зі шляхом</translation>
    </message>
    <message>
        <source>Field with the photo file</source>
        <translation>Поле з файлом фото</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Files of further indexes, made with the same model, that are searched together with the first: their places compete with each other. Grids and CRSs may differ. On the command line, give the parameter once for each file, or separate files by ;.</source>
        <translation>Файли інших індексів, створених тією самою моделлю, у яких шукають разом із першим: їхні місця змагаються між собою. Сітки й системи координат можуть відрізнятися. У командному рядку вкажіть параметр по разу для кожного файлу або розділіть файли знаком ;.</translation>
    </message>
    <message>
        <source>Finds where a street photo was taken, in imagery that was indexed before.</source>
        <translation>Знаходить, де знято вуличне фото, на попередньо проіндексованих знімках.</translation>
    </message>
    <message>
        <source>Finds where the photos of a folder or of a layer were taken, in one run.</source>
        <translation>Знаходить за один запуск, де знято фото з теки або шару.</translation>
    </message>
    <message>
        <source>First hit at rank</source>
        <translation>Перше влучання за рангом</translation>
    </message>
    <message>
        <source>Fold or unfold</source>
        <translation>Згорнути або розгорнути</translation>
    </message>
    <message>
        <source>Folder for the copies</source>
        <translation>Тека для копій</translation>
    </message>
    <message>
        <source>Folder of a model pack</source>
        <translation>Тека пакета моделі</translation>
    </message>
    <message>
        <source>Folder of a model pack. Leave it empty for the model that comes with Skymatch. It must be the model that the index was made with.</source>
        <translation>Тека пакета моделі. Лишіть порожнім для моделі, що постачається зі Skymatch. Це має бути модель, якою створено індекс.</translation>
    </message>
    <message>
        <source>Folder of another model pack. Empty: the model that comes with Skymatch.</source>
        <translation>Тека іншого пакета моделі. Порожньо: модель, що постачається зі Skymatch.</translation>
    </message>
    <message>
        <source>Folder of photos</source>
        <translation>Тека з фото</translation>
    </message>
    <message>
        <source>Folder of the photos</source>
        <translation>Тека з фото</translation>
    </message>
    <message>
        <source>Folder of wheels (.whl)</source>
        <translation>Тека з пакетами wheel (.whl)</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Стежити</translation>
    </message>
    <message>
        <source>For a report of a problem: versions, settings, log. Without personal paths.</source>
        <translation>Для повідомлення про проблему: версії, налаштування, журнал. Без особистих шляхів.</translation>
    </message>
    <message>
        <source>From a folder of wheels (no network)</source>
        <translation>Із теки з пакетами wheel (без мережі)</translation>
    </message>
    <message>
        <source>From best</source>
        <translation>Від кращого</translation>
    </message>
    <message>
        <source>From the Python Package Index (needs the network)</source>
        <translation>Із Python Package Index (потрібна мережа)</translation>
    </message>
    <message>
        <source>Full path of each photo, or its name in the folder below.</source>
        <translation>Повний шлях до кожного фото або його назва в теці нижче.</translation>
    </message>
    <message>
        <source>Geotag</source>
        <translation>Геотеги</translation>
    </message>
    <message>
        <source>Geotag photos</source>
        <translation>Додати геотеги до фото</translation>
    </message>
    <message>
        <source>Geotagged copies written: {}, in {}</source>
        <translation>Записано копій із геотегами: {}, у {}</translation>
    </message>
    <message>
        <source>Grade (5 is best)</source>
        <translation>Ступінь (5 — найкращий)</translation>
    </message>
    <message>
        <source>HTML files (*.html)</source>
        <translation>Файли HTML (*.html)</translation>
    </message>
    <message>
        <source>Half of this computer's</source>
        <translation>Половина пам’яті цього комп’ютера</translation>
    </message>
    <message>
        <source>Hardly usable: {}.</source>
        <translation>Майже непридатне: {}.</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Азимут</translation>
    </message>
    <message>
        <source>Heading (° true)</source>
        <translation>Азимут (° істинний)</translation>
    </message>
    <message>
        <source>Heading of the best candidate (° true)</source>
        <translation>Азимут найкращого кандидата (° істинний)</translation>
    </message>
    <message>
        <source>Heading of the photo</source>
        <translation>Азимут фото</translation>
    </message>
    <message>
        <source>Heading of the photo (° true)</source>
        <translation>Азимут фото (° істинний)</translation>
    </message>
    <message>
        <source>Heading tolerance (degrees)</source>
        <translation>Допуск азимута (градуси)</translation>
    </message>
    <message>
        <source>Heading tolerance (°)</source>
        <translation>Допуск азимута (°)</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>Теплокарта</translation>
    </message>
    <message>
        <source>Hei&amp;ght</source>
        <translation>&amp;Висота</translation>
    </message>
    <message>
        <source>Height of the lens above the ground</source>
        <translation>Висота об’єктива над землею</translation>
    </message>
    <message>
        <source>Height of the lens above the ground.</source>
        <translation>Висота об’єктива над землею.</translation>
    </message>
    <message>
        <source>Height of the lens above the ground. Leave it empty for 1.6 m (a photo from the hand) or 2.5 m (a panorama from a vehicle).</source>
        <translation>Висота об’єктива над землею. Лишіть порожнім для 1,6 м (фото з руки) або 2,5 м (панорама з автомобіля).</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Довідка</translation>
    </message>
    <message>
        <source>Help page</source>
        <translation>Сторінка довідки</translation>
    </message>
    <message>
        <source>Hit radius (m)</source>
        <translation>Радіус влучання (м)</translation>
    </message>
    <message>
        <source>Hori&amp;zon</source>
        <translation>&amp;Горизонт</translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation>Горизонт</translation>
    </message>
    <message>
        <source>Horizon (fraction of the height)</source>
        <translation>Горизонт (частка висоти)</translation>
    </message>
    <message>
        <source>Horizon at {:.3f} of the height ({}), camera {:g} m above the ground.</source>
        <translation>Горизонт на {:.3f} висоти ({}), камера на {:g} м над землею.</translation>
    </message>
    <message>
        <source>How far a photo's own position may be wrong.</source>
        <translation>Наскільки може помилятися власне положення фото.</translation>
    </message>
    <message>
        <source>How far the camera was turned clockwise about its axis, seen from behind it. Leave it empty to have it read off the picture.</source>
        <translation>Наскільки камеру було повернуто за годинниковою стрілкою навколо її осі, якщо дивитися ззаду. Лишіть порожнім, щоб визначити його із зображення.</translation>
    </message>
    <message>
        <source>How far the camera was turned clockwise; the horizon then rises to the right</source>
        <translation>Наскільки камеру було повернуто за годинниковою стрілкою; горизонт тоді піднімається праворуч</translation>
    </message>
    <message>
        <source>How far the position in the file may be wrong</source>
        <translation>Наскільки може помилятися положення у файлі</translation>
    </message>
    <message>
        <source>How far the true heading may lie from the given one, to either side.</source>
        <translation>Наскільки справжній азимут може відхилятися від указаного в кожен бік.</translation>
    </message>
    <message>
        <source>How far the true heading may lie from the one given. 180: not used at all.</source>
        <translation>Наскільки справжній азимут може відхилятися від указаного. 180: узагалі не використовується.</translation>
    </message>
    <message>
        <source>How far the true heading may lie to either side</source>
        <translation>Наскільки справжній азимут може відхилятися в кожен бік</translation>
    </message>
    <message>
        <source>How far to trust Skymatch here</source>
        <translation>Наскільки тут можна довіряти Skymatch</translation>
    </message>
    <message>
        <source>How near to the features (m)</source>
        <translation>Як близько до об’єктів (м)</translation>
    </message>
    <message>
        <source>How near to them the camera usually is</source>
        <translation>Як близько до них зазвичай буває камера</translation>
    </message>
    <message>
        <source>How positions are shown and copied.</source>
        <translation>Як показувати й копіювати положення.</translation>
    </message>
    <message>
        <source>If you noted the SHA-256 that an earlier export gave for its last row, enter it: the log must still contain that row. Without it, rows that were cut off the end cannot be noticed.</source>
        <translation>Якщо ви записали SHA-256, який попередній експорт назвав для свого останнього рядка, введіть його: журнал має й досі містити цей рядок. Без нього не можна помітити рядків, відрізаних у кінці.</translation>
    </message>
    <message>
        <source>Imagery at 0.6 m per pixel or finer, in natural colours</source>
        <translation>Знімки з роздільністю 0,6 м на піксель або кращою, у природних кольорах</translation>
    </message>
    <message>
        <source>Imagery older or newer than the photo</source>
        <translation>Знімки старіші або новіші за фото</translation>
    </message>
    <message>
        <source>Imagery, direction of view upward</source>
        <translation>Знімок, напрямок огляду вгору</translation>
    </message>
    <message>
        <source>In a folder beside the project file</source>
        <translation>У теці поруч із файлом проєкту</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>Словами</translation>
    </message>
    <message>
        <source>Include subfolders</source>
        <translation>Разом із вкладеними теками</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Індекс</translation>
    </message>
    <message>
        <source>Index information</source>
        <translation>Відомості про індекс</translation>
    </message>
    <message>
        <source>Index {}: {}, {:.3g} km².</source>
        <translation>Індекс {}: {}, {:.3g} км².</translation>
    </message>
    <message>
        <source>Indexes that need more are searched in pieces, to the same places.</source>
        <translation>Індекси, яким потрібно більше, переглядаються частинами, з тим самим результатом.</translation>
    </message>
    <message>
        <source>Indexes that need more are searched in pieces, to the same places. Leave it empty for the limit in the settings, which is half of this computer's memory unless you set another. The model takes some 200 MB more.</source>
        <translation>Індекси, яким потрібно більше, переглядаються частинами, з тим самим результатом. Лишіть порожнім для обмеження з налаштувань, яке дорівнює половині пам’яті цього комп’ютера, якщо ви не задали іншого. Модель займає ще близько 200 МБ.</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>У межах</translation>
    </message>
    <message>
        <source>Inside the project file (.qgz)</source>
        <translation>У файлі проєкту (.qgz)</translation>
    </message>
    <message>
        <source>Inside, everything travels in one file, and saving the project takes about a second longer for every 40 MB of index.</source>
        <translation>Усередині все переноситься одним файлом, а збереження проєкту триває приблизно на секунду довше на кожні 40 МБ індексу.</translation>
    </message>
    <message>
        <source>Inspect photo</source>
        <translation>Дослідити фото</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Установити</translation>
    </message>
    <message>
        <source>Install onnxruntime, which runs Skymatch's model</source>
        <translation>Установити onnxruntime, на якому працює модель Skymatch</translation>
    </message>
    <message>
        <source>Installation and diagnostics</source>
        <translation>Установлення і діагностика</translation>
    </message>
    <message>
        <source>Installing</source>
        <translation>Установлюємо</translation>
    </message>
    <message>
        <source>Its standard deviation (fraction)</source>
        <translation>Його стандартне відхилення (частка)</translation>
    </message>
    <message>
        <source>Its standard deviation (°)</source>
        <translation>Його стандартне відхилення (°)</translation>
    </message>
    <message>
        <source>Judgement</source>
        <translation>Висновок</translation>
    </message>
    <message>
        <source>Keep the print layout</source>
        <translation>Зберегти макет друку</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Де зберігати</translation>
    </message>
    <message>
        <source>Kerbs and paths match</source>
        <translation>Бордюри й доріжки збігаються</translation>
    </message>
    <message>
        <source>Kind of picture</source>
        <translation>Вид зображення</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Широта</translation>
    </message>
    <message>
        <source>Latitude (WGS 84)</source>
        <translation>Широта (WGS 84)</translation>
    </message>
    <message>
        <source>Latitude by the rule of the five closest (WGS 84)</source>
        <translation>Широта за правилом п’яти найближчих (WGS 84)</translation>
    </message>
    <message>
        <source>Latitude in the file</source>
        <translation>Широта у файлі</translation>
    </message>
    <message>
        <source>Latitude of the best candidate (WGS 84)</source>
        <translation>Широта найкращого кандидата (WGS 84)</translation>
    </message>
    <message>
        <source>Latitude, longitude</source>
        <translation>Широта, довгота</translation>
    </message>
    <message>
        <source>Layer of photos, instead of a folder</source>
        <translation>Шар фото замість теки</translation>
    </message>
    <message>
        <source>Layer with the area to index</source>
        <translation>Шар із ділянкою для індексування</translation>
    </message>
    <message>
        <source>Layout fits, details not visible</source>
        <translation>Планування підходить, деталей не видно</translation>
    </message>
    <message>
        <source>Leave it empty for the model of the settings.</source>
        <translation>Лишіть порожнім для моделі з налаштувань.</translation>
    </message>
    <message>
        <source>Leaves out candidates whose review does not say accepted.</source>
        <translation>Пропускає кандидатів, перевірка яких не каже «прийнято».</translation>
    </message>
    <message>
        <source>Leaves the print layout in the project, under Project, Layouts, so that it can be changed and printed again.</source>
        <translation>Лишає макет друку в проєкті, у меню Проєкт, Макети, щоб його можна було змінити й надрукувати знову.</translation>
    </message>
    <message>
        <source>Lines of JSON (*.jsonl)</source>
        <translation>Рядки JSON (*.jsonl)</translation>
    </message>
    <message>
        <source>Load the coverage layer</source>
        <translation>Завантажити шар покриття</translation>
    </message>
    <message>
        <source>Locate photo</source>
        <translation>Визначити місце фото</translation>
    </message>
    <message>
        <source>Locate several photos</source>
        <translation>Визначити місця кількох фото</translation>
    </message>
    <message>
        <source>Located (UTC)</source>
        <translation>Місце визначено (UTC)</translation>
    </message>
    <message>
        <source>Locates photos whose position is known, and measures how far to trust results here.</source>
        <translation>Визначає місця фото, положення яких відоме, і вимірює, наскільки тут можна довіряти результатам.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Довгота</translation>
    </message>
    <message>
        <source>Longitude (WGS 84)</source>
        <translation>Довгота (WGS 84)</translation>
    </message>
    <message>
        <source>Longitude by the rule of the five closest (WGS 84)</source>
        <translation>Довгота за правилом п’яти найближчих (WGS 84)</translation>
    </message>
    <message>
        <source>Longitude in the file</source>
        <translation>Довгота у файлі</translation>
    </message>
    <message>
        <source>Longitude of the best candidate (WGS 84)</source>
        <translation>Довгота найкращого кандидата (WGS 84)</translation>
    </message>
    <message>
        <source>Looking at the ground …</source>
        <translation>Розглядаємо землю…</translation>
    </message>
    <message>
        <source>Looking at the index …</source>
        <translation>Читаємо індекс…</translation>
    </message>
    <message>
        <source>MGRS</source>
        <translation>MGRS</translation>
    </message>
    <message>
        <source>MGRS squares of this kind end at 80° S and 84° N. Copy latitude and longitude instead.</source>
        <translation>Квадрати MGRS цього виду закінчуються на 80° пд. ш. і 84° пн. ш. Скопіюйте натомість широту й довготу.</translation>
    </message>
    <message>
        <source>Makes the imagery of a raster layer searchable for street photos.</source>
        <translation>Робить знімки растрового шару придатними для пошуку за вуличними фото.</translation>
    </message>
    <message>
        <source>Map link as text</source>
        <translation>Посилання на карту як текст</translation>
    </message>
    <message>
        <source>Markings or surface differ</source>
        <translation>Розмітка або покриття інші</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Маска</translation>
    </message>
    <message>
        <source>Maybe</source>
        <translation>Можливо</translation>
    </message>
    <message>
        <source>Measuring how long it will take</source>
        <translation>Вимірюємо, скільки це триватиме</translation>
    </message>
    <message>
        <source>Median error</source>
        <translation>Медіанна похибка</translation>
    </message>
    <message>
        <source>Median error (m)</source>
        <translation>Медіанна похибка (м)</translation>
    </message>
    <message>
        <source>Memory for searching</source>
        <translation>Пам’ять для пошуку</translation>
    </message>
    <message>
        <source>Memory for the search (MB)</source>
        <translation>Пам’ять для пошуку (МБ)</translation>
    </message>
    <message>
        <source>Missing. It belongs to QGIS's Python: install it as you installed QGIS.</source>
        <translation>Бракує. Це частина Python, з яким працює QGIS: установіть так, як установлювали QGIS.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Model folder</source>
        <translation>Тека моделі</translation>
    </message>
    <message>
        <source>Model pack</source>
        <translation>Пакет моделі</translation>
    </message>
    <message>
        <source>More indexes</source>
        <translation>Інші індекси</translation>
    </message>
    <message>
        <source>Most answers like this one are wrong; look at the other candidates too.</source>
        <translation>Більшість таких відповідей хибні; перегляньте й інших кандидатів.</translation>
    </message>
    <message>
        <source>Move the map along with the selected candidate (key F)</source>
        <translation>Пересувати карту разом із вибраним кандидатом (клавіша F)</translation>
    </message>
    <message>
        <source>Move the mouse here to see the same spot on the imagery and on the map. Wheel to enlarge, drag to move, double-click for the whole photo.</source>
        <translation>Наведіть мишу сюди, щоб побачити те саме місце на знімку та на карті. Коліщатко збільшує, перетягування пересуває, подвійне клацання показує все фото.</translation>
    </message>
    <message>
        <source>N</source>
        <translation>Пн</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>Поблизу</translation>
    </message>
    <message>
        <source>Needs a second opinion</source>
        <translation>Потрібна думка ще однієї людини</translation>
    </message>
    <message>
        <source>Next candidate (key N)</source>
        <translation>Наступний кандидат (клавіша N)</translation>
    </message>
    <message>
        <source>No candidate is accepted yet. Review the candidates, or print all of them.</source>
        <translation>Ще не прийнято жодного кандидата. Перевірте кандидатів або надрукуйте всіх.</translation>
    </message>
    <message>
        <source>No candidate is accepted yet. Review the candidates, then geotag.</source>
        <translation>Ще не прийнято жодного кандидата. Перевірте кандидатів, а тоді додавайте геотеги.</translation>
    </message>
    <message>
        <source>No candidates yet. Find a photo, or open a project.</source>
        <translation>Кандидатів ще немає. Знайдіть фото або відкрийте проєкт.</translation>
    </message>
    <message>
        <source>No index was given. Choose an index file made by Build index.</source>
        <translation>Індекс не вказано. Виберіть файл індексу, створений за допомогою «Створити індекс».</translation>
    </message>
    <message>
        <source>No spare copy of {} could be made ({}). Save the project soon.</source>
        <translation>Не вдалося зробити запасну копію {} ({}). Невдовзі збережіть проєкт.</translation>
    </message>
    <message>
        <source>No view of the ground</source>
        <translation>Землі не видно</translation>
    </message>
    <message>
        <source>Not indexed yet.</source>
        <translation>Ще не проіндексовано.</translation>
    </message>
    <message>
        <source>Not inside</source>
        <translation>Поза</translation>
    </message>
    <message>
        <source>Not installed. Install it below.</source>
        <translation>Не встановлено. Установіть нижче.</translation>
    </message>
    <message>
        <source>Not usable: the photo shows almost no ground near the camera. Give one in which the street is visible, or correct the horizon.</source>
        <translation>Непридатне: на фото майже не видно землі поблизу камери. Візьміть фото, на якому видно вулицю, або виправте горизонт.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примітка</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Нічого</translation>
    </message>
    <message>
        <source>Nothing is drawn yet.</source>
        <translation>Ще нічого не накреслено.</translation>
    </message>
    <message>
        <source>Number of candidates</source>
        <translation>Кількість кандидатів</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>Гаразд</translation>
    </message>
    <message>
        <source>Of ten answers like this one, nine or more are right.</source>
        <translation>З десяти таких відповідей правильні дев’ять або більше.</translation>
    </message>
    <message>
        <source>Of ten answers like this one, nine or more are wrong.</source>
        <translation>З десяти таких відповідей хибні дев’ять або більше.</translation>
    </message>
    <message>
        <source>Of three answers like this one, two or more are right.</source>
        <translation>З трьох таких відповідей правильні дві або більше.</translation>
    </message>
    <message>
        <source>One file that holds the index; it is made once per raster</source>
        <translation>Один файл, що містить індекс; його створюють один раз для кожного растра</translation>
    </message>
    <message>
        <source>One line for each row: number, time (UTC), what was done in words and in detail, and the SHA-256 of this row and of the one before. Anybody can verify the file, without QGIS, with:  python3 verify_log.py FILE  (the program lies in the plugin's folder, in plugin/layers). Leave it empty to verify only.</source>
        <translation>Один рядок на запис: номер, час (UTC), що зроблено, словами й докладно, та SHA-256 цього рядка й попереднього. Будь-хто може перевірити файл без QGIS за допомогою:  python3 verify_log.py ФАЙЛ  (програма лежить у теці плагіна, у plugin/layers). Лишіть порожнім, щоб лише перевірити.</translation>
    </message>
    <message>
        <source>Only accepted candidates</source>
        <translation>Лише прийняті кандидати</translation>
    </message>
    <message>
        <source>Only this part of the raster is indexed. Empty: the whole raster.</source>
        <translation>Індексується лише ця частина растра. Порожньо: увесь растр.</translation>
    </message>
    <message>
        <source>Open photo</source>
        <translation>Відкрити фото</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Файли PDF (*.pdf)</translation>
    </message>
    <message>
        <source>PNG files (*.png)</source>
        <translation>Файли PNG (*.png)</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Сторінок</translation>
    </message>
    <message>
        <source>Panorama</source>
        <translation>Панорама</translation>
    </message>
    <message>
        <source>Panorama (equirectangular)</source>
        <translation>Панорама (рівнопроміжна)</translation>
    </message>
    <message>
        <source>Parameters of the search</source>
        <translation>Параметри пошуку</translation>
    </message>
    <message>
        <source>Partial, {} %: {} of {} blocks. It can be searched and resumed.</source>
        <translation>Частковий, {} %: {} з {} блоків. У ньому можна шукати, його можна продовжити.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Вставити</translation>
    </message>
    <message>
        <source>Perspective photo</source>
        <translation>Перспективне фото</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>Photo file</source>
        <translation>Файл фото</translation>
    </message>
    <message>
        <source>Photo with its horizon</source>
        <translation>Фото з його горизонтом</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>Photos judged</source>
        <translation>Оцінені фото</translation>
    </message>
    <message>
        <source>Photos left out</source>
        <translation>Пропущені фото</translation>
    </message>
    <message>
        <source>Photos located</source>
        <translation>Фото з визначеним місцем</translation>
    </message>
    <message>
        <source>Photos that could not be located</source>
        <translation>Фото, місце яких не вдалося визначити</translation>
    </message>
    <message>
        <source>Photos whose file says no position are searched everywhere</source>
        <translation>Фото, у файлі яких немає положення, шукаються всюди</translation>
    </message>
    <message>
        <source>Photos whose file says nothing about the camera</source>
        <translation>Фото, файл яких нічого не каже про камеру</translation>
    </message>
    <message>
        <source>Photos with position</source>
        <translation>Фото з положенням</translation>
    </message>
    <message>
        <source>Photos, best first</source>
        <translation>Фото, спочатку найкращі</translation>
    </message>
    <message>
        <source>Pitch is uncertain by{}, roll {:.1f}°{}.</source>
        <translation>Непевність тангажу{}, крен {:.1f}°{}.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Місце</translation>
    </message>
    <message>
        <source>Points where photos were taken, for instance from Import geotagged photos.</source>
        <translation>Точки, де знято фото, наприклад з «Import geotagged photos».</translation>
    </message>
    <message>
        <source>Points, lines or polygons, in any CRS, such as the roads of a map. Positions near them become more probable. None is ruled out, so that a map with gaps does no harm: far from all features a position weighs a twentieth.</source>
        <translation>Точки, лінії або полігони в будь-якій системі координат, наприклад дороги на карті. Положення поблизу них стають імовірнішими. Жодного не відкинуто, тому карта з прогалинами не шкодить: далеко від усіх об’єктів положення важить двадцяту частину.</translation>
    </message>
    <message>
        <source>Polygon drawn on the map</source>
        <translation>Полігон, накреслений на карті</translation>
    </message>
    <message>
        <source>Polygons of a layer</source>
        <translation>Полігони шару</translation>
    </message>
    <message>
        <source>Polygons of the places to search. Blocks of the index that do not touch them are left out, which saves time and space.</source>
        <translation>Полігони місць, де слід шукати. Блоки індексу, які їх не торкаються, пропускаються, що заощаджує час і місце.</translation>
    </message>
    <message>
        <source>Polygons that the camera cannot have stood in: water, buildings, places that were ruled out</source>
        <translation>Полігони, у яких камера не могла стояти: вода, будівлі, відкинуті місця</translation>
    </message>
    <message>
        <source>Polygons that the camera stood in</source>
        <translation>Полігони, у яких стояла камера</translation>
    </message>
    <message>
        <source>Polygons, one or several, in any CRS, that are left out of the search: water, buildings, places that were ruled out.</source>
        <translation>Полігони, один або кілька, у будь-якій системі координат, які виключено з пошуку: вода, будівлі, відкинуті місця.</translation>
    </message>
    <message>
        <source>Polygons, one or several, in any CRS, that the camera stood in. Leave it empty to search the whole index. A smaller area gives more certainty.</source>
        <translation>Полігони, один або кілька, у будь-якій системі координат, у яких стояла камера. Лишіть порожнім, щоб шукати в усьому індексі. Менша ділянка дає більше певності.</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Положення</translation>
    </message>
    <message>
        <source>Positions ranked before the truth</source>
        <translation>Положення, що стоять перед істинним</translation>
    </message>
    <message>
        <source>Positions weighted by probability, for a heat map.</source>
        <translation>Положення з вагою за ймовірністю, для теплокарти.</translation>
    </message>
    <message>
        <source>Press on the map where the camera may have stood and drag to where it looked; only the direction counts. Escape gives up.</source>
        <translation>Натисніть на карті там, де могла стояти камера, і тягніть туди, куди вона дивилася; важливий лише напрямок. Escape скасовує.</translation>
    </message>
    <message>
        <source>Previous candidate (key P)</source>
        <translation>Попередній кандидат (клавіша P)</translation>
    </message>
    <message>
        <source>Print report</source>
        <translation>Надрукувати звіт</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Імовірність</translation>
    </message>
    <message>
        <source>Probability of the best candidate</source>
        <translation>Імовірність найкращого кандидата</translation>
    </message>
    <message>
        <source>Probability of the direction</source>
        <translation>Імовірність напрямку</translation>
    </message>
    <message>
        <source>Probability that the best candidate's heading is not the opposite one</source>
        <translation>Імовірність того, що азимут найкращого кандидата не протилежний</translation>
    </message>
    <message>
        <source>Probability that the photo was not taken in this imagery</source>
        <translation>Імовірність того, що фото знято не на цих знімках</translation>
    </message>
    <message>
        <source>Probability that the photo was not taken in this imagery: {:.0f} %.</source>
        <translation>Імовірність того, що фото знято не на цих знімках: {:.0f} %.</translation>
    </message>
    <message>
        <source>Probability: not in this imagery</source>
        <translation>Імовірність: не на цьому знімку</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>Потоки процесора</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>Походження</translation>
    </message>
    <message>
        <source>Radius around it (m)</source>
        <translation>Радіус навколо нього (м)</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Ранг</translation>
    </message>
    <message>
        <source>Ranked positions with probability, heading, coordinates and provenance.</source>
        <translation>Положення за рангом з імовірністю, азимутом, координатами й походженням.</translation>
    </message>
    <message>
        <source>Raster</source>
        <translation>Растр</translation>
    </message>
    <message>
        <source>Raster and its identity</source>
        <translation>Растр і його ідентифікатор</translation>
    </message>
    <message>
        <source>Raster to index</source>
        <translation>Растр для індексування</translation>
    </message>
    <message>
        <source>Reading the photo …</source>
        <translation>Читаємо фото…</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Відхилити</translation>
    </message>
    <message>
        <source>Reject candidate {}</source>
        <translation>Відхилити кандидата {}</translation>
    </message>
    <message>
        <source>Replace a position that a photo already has</source>
        <translation>Замінити положення, яке фото вже має</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Звіт</translation>
    </message>
    <message>
        <source>Report beside the best candidate where the rule of the published method would put the camera: at the mean of the five positions whose codes are closest, each weighted by the reciprocal of its Hamming distance. For comparison only.</source>
        <translation>Показує поруч із найкращим кандидатом, куди поставило б камеру правило опублікованого методу: у середнє п’яти положень із найближчими кодами, кожне з вагою, оберненою до його відстані Геммінга. Лише для порівняння.</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Відновити типові значення</translation>
    </message>
    <message>
        <source>Results and indexes</source>
        <translation>Результати та індекси</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Продовжити</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Перевірка</translation>
    </message>
    <message>
        <source>Review status</source>
        <translation>Стан перевірки</translation>
    </message>
    <message>
        <source>Ro&amp;ll</source>
        <translation>&amp;Крен</translation>
    </message>
    <message>
        <source>Road layout differs</source>
        <translation>Планування доріг інше</translation>
    </message>
    <message>
        <source>Road markings match</source>
        <translation>Дорожня розмітка збігається</translation>
    </message>
    <message>
        <source>Roads, for instance: places near them are more probable; none is ruled out</source>
        <translation>Наприклад, дороги: місця поблизу них імовірніші; жодного не відкинуто</translation>
    </message>
    <message>
        <source>Roll</source>
        <translation>Крен</translation>
    </message>
    <message>
        <source>Roll (°)</source>
        <translation>Крен (°)</translation>
    </message>
    <message>
        <source>Row {}: it does not follow the row before it.</source>
        <translation>Рядок {}: не йде за попереднім рядком.</translation>
    </message>
    <message>
        <source>Row {}: its content does not match its SHA-256.</source>
        <translation>Рядок {}: вміст не відповідає його SHA-256.</translation>
    </message>
    <message>
        <source>Row {}: its number is not the next one.</source>
        <translation>Рядок {}: номер не наступний.</translation>
    </message>
    <message>
        <source>Row {}: neither this last row nor one before has the noted SHA-256.</source>
        <translation>Рядок {}: ні цей останній рядок, ні жоден із попередніх не має записаного SHA-256.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Рядків</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>SHA-256 of the index's content</source>
        <translation>SHA-256 вмісту індексу</translation>
    </message>
    <message>
        <source>SHA-256 of the last row</source>
        <translation>SHA-256 останнього рядка</translation>
    </message>
    <message>
        <source>SHA-256 of the last row: {}. Note it down elsewhere.</source>
        <translation>SHA-256 останнього рядка: {}. Запишіть його в іншому місці.</translation>
    </message>
    <message>
        <source>SHA-256 of the model</source>
        <translation>SHA-256 моделі</translation>
    </message>
    <message>
        <source>SHA-256 of the photo</source>
        <translation>SHA-256 фото</translation>
    </message>
    <message>
        <source>Save reviews</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <source>Score cells</source>
        <translation>Комірки оцінки</translation>
    </message>
    <message>
        <source>Search only around each photo's own position</source>
        <translation>Шукати лише навколо власного положення кожного фото</translation>
    </message>
    <message>
        <source>Searches with several cameras around the best guess, as uncertain as horizon, field of view and height are, and adds up what they find. Takes three to seven times as long to read the photo.</source>
        <translation>Шукає з кількома камерами навколо найкращого припущення, настільки непевними, наскільки непевні горизонт, кут огляду й висота, і підсумовує знайдене. Читання фото триває втричі — усемеро довше.</translation>
    </message>
    <message>
        <source>Seconds taken</source>
        <translation>Витрачено секунд</translation>
    </message>
    <message>
        <source>Set by the environment variable {}.</source>
        <translation>Задано змінною середовища {}.</translation>
    </message>
    <message>
        <source>Shadow or trees hide the ground</source>
        <translation>Землю закривають тінь або дерева</translation>
    </message>
    <message>
        <source>Share of photos with the best candidate in the radius</source>
        <translation>Частка фото з найкращим кандидатом у межах радіуса</translation>
    </message>
    <message>
        <source>Share of photos within a distance of the truth</source>
        <translation>Частка фото в межах відстані від істини</translation>
    </message>
    <message>
        <source>Share of probability</source>
        <translation>Частка ймовірності</translation>
    </message>
    <message>
        <source>Share of the best</source>
        <translation>Частка від найкращого</translation>
    </message>
    <message>
        <source>Share with the truth among the best 1 % of positions</source>
        <translation>Частка з істиною серед найкращих 1 % положень</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Розмір</translation>
    </message>
    <message>
        <source>Size estimated before the start (bytes)</source>
        <translation>Розмір, оцінений до початку (байти)</translation>
    </message>
    <message>
        <source>Size of the file (bytes)</source>
        <translation>Розмір файлу (байти)</translation>
    </message>
    <message>
        <source>Skymatch help</source>
        <translation>Довідка Skymatch</translation>
    </message>
    <message>
        <source>Skymatch index</source>
        <translation>Індекс Skymatch</translation>
    </message>
    <message>
        <source>Skymatch is still at work. Wait for it or cancel it.</source>
        <translation>Skymatch ще працює. Зачекайте або скасуйте.</translation>
    </message>
    <message>
        <source>Skymatch: accuracy here</source>
        <translation>Skymatch: точність тут</translation>
    </message>
    <message>
        <source>Skymatch: locate photos</source>
        <translation>Skymatch: визначити місця фото</translation>
    </message>
    <message>
        <source>Skymatch: look at {}</source>
        <translation>Skymatch: переглянути {}</translation>
    </message>
    <message>
        <source>Skymatch: model and computing</source>
        <translation>Skymatch: модель і обчислення</translation>
    </message>
    <message>
        <source>Skymatch: read {}</source>
        <translation>Skymatch: прочитати {}</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>Програмне забезпечення</translation>
    </message>
    <message>
        <source>Some blocks are damaged. Run Build index again with the same raster and file: it makes just these blocks anew.</source>
        <translation>Деякі блоки пошкоджено. Виконайте «Створити індекс» ще раз із тим самим растром і файлом: заново буде створено лише ці блоки.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong. The log panel, tab Processing, has the details.</source>
        <translation>Сталося щось непередбачене. Подробиці — на панелі журналу, вкладка «Обробка».</translation>
    </message>
    <message>
        <source>Stale: made with another model ({} {}). Build it anew.</source>
        <translation>Застарів: створено іншою моделлю ({} {}). Створіть індекс заново.</translation>
    </message>
    <message>
        <source>Stale: the raster is not as it was when it was indexed. Build it anew.</source>
        <translation>Застарів: растр уже не такий, яким був під час індексування. Створіть індекс заново.</translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation>Запускаємо…</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Стан</translation>
    </message>
    <message>
        <source>Stated probability</source>
        <translation>Заявлена ймовірність</translation>
    </message>
    <message>
        <source>Stated: not here</source>
        <translation>Заявлено: не тут</translation>
    </message>
    <message>
        <source>Stop; everything finished so far is kept</source>
        <translation>Зупинити; усе завершене до цього зберігається</translation>
    </message>
    <message>
        <source>Stopped. Everything finished so far is kept.</source>
        <translation>Зупинено. Усе завершене до цього збережено.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Зупинено. Нічого не змінено.</translation>
    </message>
    <message>
        <source>Street-level link as text</source>
        <translation>Посилання на вуличний вид як текст</translation>
    </message>
    <message>
        <source>Switch on the Skymatch plugin to use its actions.</source>
        <translation>Увімкніть плагін Skymatch, щоб користуватися його діями.</translation>
    </message>
    <message>
        <source>Take a picture or a photo file from the clipboard (Ctrl+V)</source>
        <translation>Узяти зображення або файл фото з буфера обміну (Ctrl+V)</translation>
    </message>
    <message>
        <source>Take back the last change to this layer (Ctrl+Z)</source>
        <translation>Скасувати останню зміну в цьому шарі (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Tell how long building would take and how large the index would be</source>
        <translation>Показати, скільки триватиме створення і якого розміру буде індекс</translation>
    </message>
    <message>
        <source>Tells how a photo was taken and how usable it is, and shows its ground from above.</source>
        <translation>Показує, як знято фото і наскільки воно придатне, та його поверхню землі згори.</translation>
    </message>
    <message>
        <source>Tells how long the work would take and how large the index would be, measured on a few places of the raster, and writes nothing.</source>
        <translation>Показує, скільки триватиме робота і якого розміру буде індекс, за вимірами в кількох місцях растра, і нічого не записує.</translation>
    </message>
    <message>
        <source>Tells what an index holds, and checks every block of it.</source>
        <translation>Показує, що містить індекс, і перевіряє кожен його блок.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Перевірити</translation>
    </message>
    <message>
        <source>The PDF. Its maps show the layers that are visible in the project.</source>
        <translation>Файл PDF. Його карти показують шари, видимі в проєкті.</translation>
    </message>
    <message>
        <source>The Python program of this QGIS was not found. Install onnxruntime with pip in the shell that came with QGIS (on Windows: OSGeo4W shell).</source>
        <translation>Програму Python цього QGIS не знайдено. Установіть onnxruntime за допомогою pip в оболонці, що надійшла з QGIS (у Windows: оболонка OSGeo4W).</translation>
    </message>
    <message>
        <source>The area layer {} holds no polygon. Draw one, or leave the area empty.</source>
        <translation>Шар ділянки {} не містить полігонів. Накресліть полігон або лишіть ділянку порожньою.</translation>
    </message>
    <message>
        <source>The axis of view is clearer than the direction: {:.0f}° is right with {:.0f} %, else the photo looks the other way, to {:.0f}°.</source>
        <translation>Вісь огляду певніша за напрямок: {:.0f}° правильно з імовірністю {:.0f} %, інакше фото дивиться в протилежний бік, на {:.0f}°.</translation>
    </message>
    <message>
        <source>The bird's-eye view could not be written to {}: {}. Choose another file.</source>
        <translation>Не вдалося записати вид згори в {}: {}. Виберіть інший файл.</translation>
    </message>
    <message>
        <source>The camera cannot stand there</source>
        <translation>Камера не може там стояти</translation>
    </message>
    <message>
        <source>The candidate has no position on the Earth.</source>
        <translation>Кандидат не має положення на Землі.</translation>
    </message>
    <message>
        <source>The certificate of the package index is not trusted; offices that inspect traffic cause this. Set the variable PIP_CERT to your office's certificate file and start QGIS again, or install from a folder of wheels.</source>
        <translation>Сертифікату каталогу пакетів немає довіри; так буває в мережах, де перевіряють трафік. Задайте у змінній PIP_CERT файл сертифіката вашої установи й перезапустіть QGIS або встановіть із теки з пакетами wheel.</translation>
    </message>
    <message>
        <source>The compass of the camera wrote this; it may be wrong by far</source>
        <translation>Це записав компас камери; він може сильно помилятися</translation>
    </message>
    <message>
        <source>The disk is full. Make room for about 100 MB where your QGIS profile lies, then install again.</source>
        <translation>Диск заповнено. Звільніть близько 100 МБ там, де лежить ваш профіль QGIS, і встановіть ще раз.</translation>
    </message>
    <message>
        <source>The evidence log could not be continued: {}</source>
        <translation>Не вдалося продовжити журнал доказів: {}</translation>
    </message>
    <message>
        <source>The evidence log could not be copied to {} ({}). A new one begins.</source>
        <translation>Не вдалося скопіювати журнал доказів до {} ({}). Починається новий.</translation>
    </message>
    <message>
        <source>The evidence log {} cannot be read ({}). Restore it from a copy.</source>
        <translation>Журнал доказів {} не читається ({}). Відновіть його з копії.</translation>
    </message>
    <message>
        <source>The evidence log: the file evidence.sqlite in the project's Skymatch folder. Leave it empty for the log of the project that is open.</source>
        <translation>Журнал доказів: файл evidence.sqlite у теці Skymatch проєкту. Лишіть порожнім для журналу відкритого проєкту.</translation>
    </message>
    <message>
        <source>The field of that layer that holds the photo's path.</source>
        <translation>Поле цього шару, яке містить шлях до фото.</translation>
    </message>
    <message>
        <source>The file gives a compass heading of {:.0f}°{}. It is not used unasked.</source>
        <translation>У файлі вказано азимут за компасом {:.0f}°{}. Без вашої вказівки його не використано.</translation>
    </message>
    <message>
        <source>The file gives the position {:.6f}, {:.6f}. It is not used.</source>
        <translation>У файлі вказано положення {:.6f}, {:.6f}. Його не використано.</translation>
    </message>
    <message>
        <source>The file says no position</source>
        <translation>У файлі немає положення</translation>
    </message>
    <message>
        <source>The file says {:.5f}, {:.5f}; a circle around it becomes the area</source>
        <translation>У файлі вказано {:.5f}, {:.5f}; ділянкою стає коло навколо цієї точки</translation>
    </message>
    <message>
        <source>The folder of your QGIS profile may not be written to. Ask who looks after this computer, or start QGIS with 'qgis --profiles-path' and a folder of your own.</source>
        <translation>Запис у теку вашого профілю QGIS заборонено. Зверніться до того, хто обслуговує цей комп’ютер, або запустіть QGIS із «qgis --profiles-path» і власною текою.</translation>
    </message>
    <message>
        <source>The folder {} cannot be made: {}. Choose another one.</source>
        <translation>Не вдається створити теку {}: {}. Виберіть іншу.</translation>
    </message>
    <message>
        <source>The folder {} cannot be made: {}. Save the project elsewhere.</source>
        <translation>Не вдається створити теку {}: {}. Збережіть проєкт в іншому місці.</translation>
    </message>
    <message>
        <source>The folder {} has no wheel of onnxruntime that fits {} on this system. Download one whose name has the right Python (see the command: cp39 for 3.9, cp312 for 3.12) and system, and choose its folder.</source>
        <translation>У теці {} немає пакета wheel для onnxruntime, який підходить до {} у цій системі. Завантажте такий, у назві якого вказано потрібний Python (див. команду: cp39 для 3.9, cp312 для 3.12) і систему, та виберіть його теку.</translation>
    </message>
    <message>
        <source>The ground before the camera as seen from above, 32 m wide, view direction up.</source>
        <translation>Земля перед камерою, якою її видно згори, завширшки 32 м, напрямок огляду вгору.</translation>
    </message>
    <message>
        <source>The ground from above</source>
        <translation>Земля згори</translation>
    </message>
    <message>
        <source>The ground of the photo from above: this is what is compared with the imagery. Straight kerbs and markings that look straight and evenly wide here mean that horizon and field of view are right.</source>
        <translation>Поверхня землі з фото, якою її видно згори: саме вона порівнюється зі знімками. Якщо прямі бордюри й розмітка тут прямі й усюди однакової ширини, горизонт і кут огляду правильні.</translation>
    </message>
    <message>
        <source>The imagery at this candidate, direction of view upward. Rings at 10 and 20 m. Move the mouse here to see the same spot in the photo and on the map.</source>
        <translation>Знімок біля цього кандидата, напрямок погляду вгору. Кола на відстані 10 і 20 м. Наведіть мишу сюди, щоб побачити те саме місце на фото й на карті.</translation>
    </message>
    <message>
        <source>The imagery at this candidate, direction of view upward. Rings at 10 and 20 m. Move the mouse here to see the same spot on the map.</source>
        <translation type="vanished">Знімок у місці цього кандидата, напрямок огляду вгору. Кільця на 10 і 20 м. Рухайте мишею тут, щоб бачити те саме місце на карті.</translation>
    </message>
    <message>
        <source>The index attached to this project cannot be found. Open the project again, or build the index anew with Build index.</source>
        <translation>Не вдається знайти індекс, долучений до цього проєкту. Відкрийте проєкт ще раз або створіть індекс заново за допомогою «Створити індекс».</translation>
    </message>
    <message>
        <source>The index is attached to the project as {}; save the project to keep it.</source>
        <translation>Індекс долучено до проєкту як {}; збережіть проєкт, щоб його зберегти.</translation>
    </message>
    <message>
        <source>The index is not complete: {} of {} blocks. Build index continues it.</source>
        <translation>Індекс неповний: {} з {} блоків. «Створити індекс» його продовжить.</translation>
    </message>
    <message>
        <source>The index is ready.</source>
        <translation>Індекс готовий.</translation>
    </message>
    <message>
        <source>The index of the aerial imagery, made by Build index. An index attached to the project is given by its attachment identifier.</source>
        <translation>Індекс аерознімків, створений за допомогою «Створити індекс». Індекс, долучений до проєкту, вказують за ідентифікатором вкладення.</translation>
    </message>
    <message>
        <source>The index of the imagery, made by Build index.</source>
        <translation>Індекс знімків, створений за допомогою «Створити індекс».</translation>
    </message>
    <message>
        <source>The index to search, made by Build index.</source>
        <translation>Індекс для пошуку, створений за допомогою «Створити індекс».</translation>
    </message>
    <message>
        <source>The index was not attached: it is not complete, or no project is open.</source>
        <translation>Індекс не долучено: він неповний або не відкрито жодного проєкту.</translation>
    </message>
    <message>
        <source>The index {}</source>
        <translation>Індекс {}</translation>
    </message>
    <message>
        <source>The index, a GeoPackage. If the file is an unfinished index of the same raster, area and model, it is continued; any other file is left untouched and refused.</source>
        <translation>Індекс у форматі GeoPackage. Якщо файл — незавершений індекс того самого растра, ділянки й моделі, його буде продовжено; будь-який інший файл лишається недоторканим і відхиляється.</translation>
    </message>
    <message>
        <source>The installation failed; its last words: {} Copy the command below into a terminal to see more, or install from a folder of wheels.</source>
        <translation>Установлення не вдалося; останні повідомлення: {} Скопіюйте команду нижче в термінал, щоб побачити більше, або встановіть із теки з пакетами wheel.</translation>
    </message>
    <message>
        <source>The layer for “{}” cannot be read. Choose another one, or none.</source>
        <translation>Шар для «{}» не читається. Виберіть інший або жодного.</translation>
    </message>
    <message>
        <source>The layer has no photo with a file name and a position. Choose another.</source>
        <translation>У шарі немає жодного фото з назвою файлу і положенням. Виберіть інший.</translation>
    </message>
    <message>
        <source>The layer of photos cannot be read. Choose another.</source>
        <translation>Шар із фото не читається. Виберіть інший.</translation>
    </message>
    <message>
        <source>The layer {} cannot be brought into the coordinate system of the index. Check the CRS of that layer.</source>
        <translation>Шар {} не вдається перерахувати в систему координат індексу. Перевірте систему координат цього шару.</translation>
    </message>
    <message>
        <source>The layer {} could not be written: {}</source>
        <translation>Не вдалося записати шар {}: {}</translation>
    </message>
    <message>
        <source>The layer {} has no field '{}'. Choose one of its fields.</source>
        <translation>Шар {} не має поля «{}». Виберіть одне з його полів.</translation>
    </message>
    <message>
        <source>The layer {} has no field '{}'. Choose the field with the photo's path.</source>
        <translation>У шарі {} немає поля «{}». Виберіть поле зі шляхом до фото.</translation>
    </message>
    <message>
        <source>The layer {} holds no feature on the indexed imagery. Choose another layer of features that the camera was near, or none.</source>
        <translation>Шар {} не містить об’єктів на проіндексованих знімках. Виберіть інший шар об’єктів, поблизу яких була камера, або жодного.</translation>
    </message>
    <message>
        <source>The layer {} is being edited. Save or undo its edits first.</source>
        <translation>Шар {} зараз редагується. Спершу збережіть або скасуйте його зміни.</translation>
    </message>
    <message>
        <source>The layer {} names no photo.</source>
        <translation>Шар {} не називає жодного фото.</translation>
    </message>
    <message>
        <source>The log is NOT intact: {} findings.</source>
        <translation>Журнал НЕ цілий: знахідок {}.</translation>
    </message>
    <message>
        <source>The log is intact</source>
        <translation>Журнал цілий</translation>
    </message>
    <message>
        <source>The log is intact: {} rows.</source>
        <translation>Журнал цілий: рядків {}.</translation>
    </message>
    <message>
        <source>The maps of the report are those of a project. Open the project first.</source>
        <translation>Карти звіту належать проєкту. Спершу відкрийте проєкт.</translation>
    </message>
    <message>
        <source>The mask layer has no polygon. Draw one, or leave the mask empty.</source>
        <translation>Шар маски не має полігонів. Накресліть полігон або лишіть маску порожньою.</translation>
    </message>
    <message>
        <source>The mask lies outside the extent. Leave one of them empty.</source>
        <translation>Маска лежить поза екстентом. Лишіть одне з них порожнім.</translation>
    </message>
    <message>
        <source>The model that comes along</source>
        <translation>Модель, що йде в комплекті</translation>
    </message>
    <message>
        <source>The most candidates of one photo, best first.</source>
        <translation>Найбільша кількість кандидатів одного фото, спочатку найкращі.</translation>
    </message>
    <message>
        <source>The most candidates to return, best first.</source>
        <translation>Найбільша кількість кандидатів у результаті, спочатку найкращі.</translation>
    </message>
    <message>
        <source>The most probable positions (3000 at most), graded by their share of the best.</source>
        <translation>Найімовірніші положення (щонайбільше 3000), поділені на ступені за часткою від найкращого.</translation>
    </message>
    <message>
        <source>The package index cannot be reached. Check the network and the proxy (Settings &gt; Options &gt; Network), or install from a folder of wheels.</source>
        <translation>Каталог пакетів недоступний. Перевірте мережу та проксі (Налаштування &gt; Параметри &gt; Мережа) або встановіть із теки з пакетами wheel.</translation>
    </message>
    <message>
        <source>The package index has no onnxruntime for {} on this system. Put a wheel that fits into a folder and install from there, or use a newer QGIS.</source>
        <translation>У каталозі пакетів немає onnxruntime для {} у цій системі. Покладіть відповідний пакет wheel у теку й установіть звідти або скористайтеся новішим QGIS.</translation>
    </message>
    <message>
        <source>The photo is not there any more. Put it beside the project.</source>
        <translation>Фото більше немає. Покладіть його поруч із проєктом.</translation>
    </message>
    <message>
        <source>The photo was probably not taken in this imagery ({:.0f} %). Treat the candidates as guesses.</source>
        <translation>Імовірно, фото знято не на цих знімках ({:.0f} %). Вважайте кандидатів припущеннями.</translation>
    </message>
    <message>
        <source>The photo {} is not there any more. Put it beside the project file.</source>
        <translation>Фото {} більше немає. Покладіть його поруч із файлом проєкту.</translation>
    </message>
    <message>
        <source>The photo {} is not there any more. Put it beside the project.</source>
        <translation>Фото {} більше немає. Покладіть його поруч із проєктом.</translation>
    </message>
    <message>
        <source>The position in the photo, or of its point in the layer, is the centre of the area searched. Photos without one are searched everywhere. It is never used unasked.</source>
        <translation>Положення у фото або положення його точки в шарі — центр ділянки пошуку. Фото без положення шукаються всюди. Без вашої вказівки воно ніколи не використовується.</translation>
    </message>
    <message>
        <source>The project has no CRS. Copy latitude and longitude instead.</source>
        <translation>Проєкт не має системи координат. Скопіюйте натомість широту й довготу.</translation>
    </message>
    <message>
        <source>The project has no polygon layer.</source>
        <translation>У проєкті немає полігонального шару.</translation>
    </message>
    <message>
        <source>The proxy refused the connection. Check it under Settings &gt; Options &gt; Network, or install from a folder of wheels.</source>
        <translation>Проксі відмовив у з’єднанні. Перевірте його в Налаштування &gt; Параметри &gt; Мережа або встановіть із теки з пакетами wheel.</translation>
    </message>
    <message>
        <source>The ranked positions of all photos, each with the name of its photo.</source>
        <translation>Положення всіх фото за рангом, кожне з назвою свого фото.</translation>
    </message>
    <message>
        <source>The report is written: {}</source>
        <translation>Звіт записано: {}</translation>
    </message>
    <message>
        <source>The report {} cannot be written ({}). Choose a folder that you may write to.</source>
        <translation>Не вдається записати звіт {} ({}). Виберіть теку, у яку можна писати.</translation>
    </message>
    <message>
        <source>The report {} cannot be written. Close it if it is open, or choose another file.</source>
        <translation>Не вдається записати звіт {}. Закрийте його, якщо він відкритий, або виберіть інший файл.</translation>
    </message>
    <message>
        <source>The review could not be written into {}.</source>
        <translation>Не вдалося записати перевірку в {}.</translation>
    </message>
    <message>
        <source>The reviews could not be saved: {}. Check that the file may be written.</source>
        <translation>Не вдалося зберегти перевірки: {}. Переконайтеся, що у файл можна писати.</translation>
    </message>
    <message>
        <source>The rule of the five closest gives {:.6f}, {:.6f}</source>
        <translation>Правило п’яти найближчих дає {:.6f}, {:.6f}</translation>
    </message>
    <message>
        <source>The same as a page to read or print.</source>
        <translation>Те саме у вигляді сторінки для читання або друку.</translation>
    </message>
    <message>
        <source>The same by chance</source>
        <translation>Те саме випадково</translation>
    </message>
    <message>
        <source>The same runs from Python</source>
        <translation>Ті самі запуски з Python</translation>
    </message>
    <message>
        <source>The smallest areas that hold 50, 80 and 95 % of the probability.</source>
        <translation>Найменші площі, що містять 50, 80 і 95 % імовірності.</translation>
    </message>
    <message>
        <source>The street photo or panorama: JPEG, PNG, TIFF or WebP; HEIC and AVIF where this QGIS can read them. The ground in front of the camera must be visible, because that is what is compared with the aerial imagery.</source>
        <translation>Вуличне фото або панорама: JPEG, PNG, TIFF або WebP; HEIC і AVIF, якщо цей QGIS уміє їх читати. Земля перед камерою має бути видимою, бо саме її порівнюють з аерознімками.</translation>
    </message>
    <message>
        <source>The template of the report could not be read. Install Skymatch again.</source>
        <translation>Не вдалося прочитати шаблон звіту. Установіть Skymatch знову.</translation>
    </message>
    <message>
        <source>The wheel brought more than onnxruntime ({}) and is not used. Install from the package index, or choose another folder.</source>
        <translation>Пакет wheel приніс більше, ніж onnxruntime ({}), тому не використовується. Установіть із каталогу пакетів або виберіть іншу теку.</translation>
    </message>
    <message>
        <source>The wheel is damaged. Download it again, then install again.</source>
        <translation>Пакет wheel пошкоджено. Завантажте його ще раз і повторіть установлення.</translation>
    </message>
    <message>
        <source>There are no candidates to report. Locate a photo first.</source>
        <translation>Немає кандидатів для звіту. Спершу визначте місце фото.</translation>
    </message>
    <message>
        <source>There are no candidates yet. Locate a photo first.</source>
        <translation>Кандидатів ще немає. Спершу визначте місце фото.</translation>
    </message>
    <message>
        <source>There is no file {}.</source>
        <translation>Файлу {} немає.</translation>
    </message>
    <message>
        <source>There is no folder {}. Choose another one.</source>
        <translation>Теки {} немає. Виберіть іншу.</translation>
    </message>
    <message>
        <source>There is no index to search yet. Choose a raster and build it.</source>
        <translation>Ще немає індексу для пошуку. Виберіть растр і створіть індекс.</translation>
    </message>
    <message>
        <source>There is no photo in {}. Choose another folder.</source>
        <translation>У {} немає фото. Виберіть іншу теку.</translation>
    </message>
    <message>
        <source>There is no photo on the clipboard. Copy a picture or a photo file first.</source>
        <translation>У буфері обміну немає фото. Спершу скопіюйте зображення або файл фото.</translation>
    </message>
    <message>
        <source>There is no raster layer in the project to show here.</source>
        <translation>У проєкті немає растрового шару, який можна тут показати.</translation>
    </message>
    <message>
        <source>There is no wheel in {}. Choose the folder with the .whl files.</source>
        <translation>У теці {} немає пакетів wheel. Виберіть теку з файлами .whl.</translation>
    </message>
    <message>
        <source>This Python has no pip. Run '{} -m ensurepip --user' in a terminal (on Debian and Ubuntu: 'sudo apt install python3-pip'; on Windows use the OSGeo4W shell), then install again.</source>
        <translation>Цей Python не має pip. Виконайте «{} -m ensurepip --user» у терміналі (у Debian та Ubuntu: «sudo apt install python3-pip»; у Windows скористайтеся оболонкою OSGeo4W), а потім установіть ще раз.</translation>
    </message>
    <message>
        <source>This candidate has no position.</source>
        <translation>Цей кандидат не має положення.</translation>
    </message>
    <message>
        <source>This candidate is no longer in the layer.</source>
        <translation>Цього кандидата в шарі більше немає.</translation>
    </message>
    <message>
        <source>This candidate lies outside the map's CRS.</source>
        <translation>Цей кандидат лежить поза системою координат карти.</translation>
    </message>
    <message>
        <source>This command will be run:</source>
        <translation>Буде виконано цю команду:</translation>
    </message>
    <message>
        <source>This could not be finished. Choose it again.</source>
        <translation>Це не вдалося завершити. Виберіть ще раз.</translation>
    </message>
    <message>
        <source>This index</source>
        <translation>Цей індекс</translation>
    </message>
    <message>
        <source>This is no candidates layer. Choose one made by Locate photo.</source>
        <translation>Це не шар кандидатів. Виберіть створений за допомогою «Визначити місце фото».</translation>
    </message>
    <message>
        <source>This layer holds no candidates. Locate a photo first.</source>
        <translation>Цей шар не містить кандидатів. Спершу визначте місце фото.</translation>
    </message>
    <message>
        <source>This position cannot be brought into {}. Choose another CRS.</source>
        <translation>Це положення не вдається перерахувати в {}. Виберіть іншу систему координат.</translation>
    </message>
    <message>
        <source>This project has no evidence log yet. It begins with the first search.</source>
        <translation>Цей проєкт ще не має журналу доказів. Він починається з першого пошуку.</translation>
    </message>
    <message>
        <source>This took longer than {} minutes and was stopped. Try again later, or install from a folder of wheels.</source>
        <translation>Це тривало довше ніж {} хв і було зупинено. Спробуйте пізніше або встановіть із теки з пакетами wheel.</translation>
    </message>
    <message>
        <source>Tiles that could not be fetched</source>
        <translation>Тайли, які не вдалося отримати</translation>
    </message>
    <message>
        <source>Time estimated before the start (s)</source>
        <translation>Час, оцінений до початку (с)</translation>
    </message>
    <message>
        <source>Time in the file</source>
        <translation>Час у файлі</translation>
    </message>
    <message>
        <source>Time taken (s)</source>
        <translation>Витрачений час (с)</translation>
    </message>
    <message>
        <source>Tokens with imagery</source>
        <translation>Токени зі знімками</translation>
    </message>
    <message>
        <source>Tolerance of the heading</source>
        <translation>Допуск азимута</translation>
    </message>
    <message>
        <source>Tries onnxruntime with the model, also after you ran the command yourself</source>
        <translation>Перевіряє onnxruntime з моделлю, також після того, як ви виконали команду самі</translation>
    </message>
    <message>
        <source>Truth among the best 1 % of positions</source>
        <translation>Істина серед найкращих 1 % положень</translation>
    </message>
    <message>
        <source>Truth inside the {:.0%} region</source>
        <translation>Істина в області {:.0%}</translation>
    </message>
    <message>
        <source>Trying onnxruntime with the model</source>
        <translation>Перевіряємо onnxruntime з моделлю</translation>
    </message>
    <message>
        <source>Trying the model…</source>
        <translation>Перевіряємо модель…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Відмінити</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Невідомо</translation>
    </message>
    <message>
        <source>Update index</source>
        <translation>Оновити індекс</translation>
    </message>
    <message>
        <source>Usability (0 to 1)</source>
        <translation>Придатність (від 0 до 1)</translation>
    </message>
    <message>
        <source>Usability of the photo (0 to 1)</source>
        <translation>Придатність фото (від 0 до 1)</translation>
    </message>
    <message>
        <source>Use {:.0f}° from the file</source>
        <translation>Узяти {:.0f}° з файлу</translation>
    </message>
    <message>
        <source>Used where a run names no other. An index fits only its own model.</source>
        <translation>Використовується там, де запуск не називає іншої. Індекс підходить лише до своєї моделі.</translation>
    </message>
    <message>
        <source>Verifies the log of searches and reviews of the project, and writes it to a file.</source>
        <translation>Перевіряє журнал пошуків і перевірок проєкту та записує його у файл.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версія</translation>
    </message>
    <message>
        <source>View of candidate</source>
        <translation>Огляд від кандидата</translation>
    </message>
    <message>
        <source>View wedges</source>
        <translation>Сектори огляду</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Вага</translation>
    </message>
    <message>
        <source>Well usable: {:.0f} m² of ground within {:.0f} m, readable.</source>
        <translation>Добре придатне: {:.0f} м² землі в межах {:.0f} м, розбірливо.</translation>
    </message>
    <message>
        <source>What runs: QGIS, Python and packages</source>
        <translation>Що працює: QGIS, Python і пакети</translation>
    </message>
    <message>
        <source>What the camera sees from each candidate.</source>
        <translation>Що бачить камера від кожного кандидата.</translation>
    </message>
    <message>
        <source>What the installation says appears here.</source>
        <translation>Тут з’являються повідомлення встановлення.</translation>
    </message>
    <message>
        <source>What the map shows now</source>
        <translation>Те, що зараз видно на карті</translation>
    </message>
    <message>
        <source>When this is off, photos that carry a position of their own are left out. The original keeps its position in any case; only the copy gets the new one.</source>
        <translation>Якщо вимкнено, фото з власним положенням пропускаються. Оригінал у будь-якому разі зберігає своє положення; нове отримує лише копія.</translation>
    </message>
    <message>
        <source>Where photos are that are named without a folder.</source>
        <translation>Де лежать фото, названі без теки.</translation>
    </message>
    <message>
        <source>Where the camera stood</source>
        <translation>Де стояла камера</translation>
    </message>
    <message>
        <source>Where the field of view comes from</source>
        <translation>Звідки взято кут огляду</translation>
    </message>
    <message>
        <source>Where the geotagged copies go. It must be another folder than that of the photos, and files in it are never overwritten.</source>
        <translation>Куди потрапляють копії з геотегами. Це має бути не та тека, де лежать фото; файли в ній ніколи не перезаписуються.</translation>
    </message>
    <message>
        <source>Where the horizon comes from</source>
        <translation>Звідки взято горизонт</translation>
    </message>
    <message>
        <source>Where the level horizon crosses the centre column, from 0 at the top of the picture to 1 at its bottom. Leave it empty to have it read off the picture.</source>
        <translation>Де рівний горизонт перетинає середній стовпець, від 0 вгорі зображення до 1 внизу. Лишіть порожнім, щоб визначити його із зображення.</translation>
    </message>
    <message>
        <source>Where the level horizon crosses the middle of the photo, as a fraction of its height: 0 at the top, 1 at the bottom</source>
        <translation>Де рівний горизонт перетинає середину фото, як частка його висоти: 0 вгорі, 1 внизу</translation>
    </message>
    <message>
        <source>Whether photos in folders of the folder count too.</source>
        <translation>Чи враховувати фото в теках усередині цієї теки.</translation>
    </message>
    <message>
        <source>Which photo's candidates are reviewed</source>
        <translation>Кандидатів якого фото перевіряємо</translation>
    </message>
    <message>
        <source>Whole raster</source>
        <translation>Увесь растр</translation>
    </message>
    <message>
        <source>Why it was accepted or rejected</source>
        <translation>Чому його прийнято або відхилено</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Радіус</translation>
    </message>
    <message>
        <source>Write a PDF with a page for every candidate; keep its layout</source>
        <translation>Записати PDF зі сторінкою для кожного кандидата; його макет зберігається</translation>
    </message>
    <message>
        <source>Write the positions of accepted candidates into copies of their photos, in place of those that the photos say</source>
        <translation>Записати положення прийнятих кандидатів у копії їхніх фото замість тих, що вказані у фото</translation>
    </message>
    <message>
        <source>Write the reviews into the results file. They can not be undone after that.</source>
        <translation>Записує перевірки у файл результатів. Після цього їх не можна скасувати.</translation>
    </message>
    <message>
        <source>Writes a PDF with one page for every candidate: map, imagery, photo, review and origin.</source>
        <translation>Записує PDF зі сторінкою для кожного кандидата: карта, знімок, фото, перевірка й походження.</translation>
    </message>
    <message>
        <source>Writes the positions of accepted candidates into copies of their JPEG photos. Originals and pixels stay as they are.</source>
        <translation>Записує положення прийнятих кандидатів у копії їхніх фото JPEG. Оригінали й пікселі лишаються без змін.</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Наблизити</translation>
    </message>
    <message>
        <source>Zoom to candidate</source>
        <translation>Наблизити до кандидата</translation>
    </message>
    <message>
        <source>[% round("heading") %]° from true north</source>
        <translation>[% round("heading") %]° від істинної півночі</translation>
    </message>
    <message>
        <source>a number from {:g} to {:g}, or nothing, is needed</source>
        <translation>потрібне число від {:g} до {:g} або порожньо</translation>
    </message>
    <message>
        <source>a whole number from {} to {} is needed</source>
        <translation>потрібне ціле число від {} до {}</translation>
    </message>
    <message>
        <source>about even</source>
        <translation>приблизно порівну</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>прийнято</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>точність</translation>
    </message>
    <message>
        <source>aerial</source>
        <translation>аерознімок</translation>
    </message>
    <message>
        <source>as given</source>
        <translation>як указано</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>припущено</translation>
    </message>
    <message>
        <source>assumed; neither file nor picture tell</source>
        <translation>припущено; ні файл, ні зображення цього не кажуть</translation>
    </message>
    <message>
        <source>atlas</source>
        <translation>атлас</translation>
    </message>
    <message>
        <source>audit</source>
        <translation>аудит</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>авто</translation>
    </message>
    <message>
        <source>auto {}</source>
        <translation>авто {}</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>пакетно</translation>
    </message>
    <message>
        <source>bird's-eye view</source>
        <translation>вид згори</translation>
    </message>
    <message>
        <source>calibration</source>
        <translation>калібрування</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>камера</translation>
    </message>
    <message>
        <source>candidates</source>
        <translation>кандидати</translation>
    </message>
    <message>
        <source>checksum</source>
        <translation>контрольна сума</translation>
    </message>
    <message>
        <source>choose a photo</source>
        <translation>виберіть фото</translation>
    </message>
    <message>
        <source>choose a raster</source>
        <translation>виберіть растр</translation>
    </message>
    <message>
        <source>coverage</source>
        <translation>покриття</translation>
    </message>
    <message>
        <source>cross-view</source>
        <translation>порівняння видів</translation>
    </message>
    <message>
        <source>custom CRS</source>
        <translation>власна система координат</translation>
    </message>
    <message>
        <source>error</source>
        <translation>похибка</translation>
    </message>
    <message>
        <source>evaluation</source>
        <translation>оцінювання</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>докази</translation>
    </message>
    <message>
        <source>exif</source>
        <translation>exif</translation>
    </message>
    <message>
        <source>field of view</source>
        <translation>кут огляду</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>тека</translation>
    </message>
    <message>
        <source>from EXIF</source>
        <translation>з EXIF</translation>
    </message>
    <message>
        <source>from the tags in the file</source>
        <translation>з тегів у файлі</translation>
    </message>
    <message>
        <source>geolocation</source>
        <translation>геолокація</translation>
    </message>
    <message>
        <source>geotag</source>
        <translation>геотег</translation>
    </message>
    <message>
        <source>geotagged</source>
        <translation>з геотегом</translation>
    </message>
    <message>
        <source>gps</source>
        <translation>gps</translation>
    </message>
    <message>
        <source>hash</source>
        <translation>хеш</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>азимут</translation>
    </message>
    <message>
        <source>horizon</source>
        <translation>горизонт</translation>
    </message>
    <message>
        <source>imagery</source>
        <translation>знімки</translation>
    </message>
    <message>
        <source>index</source>
        <translation>індекс</translation>
    </message>
    <message>
        <source>information</source>
        <translation>відомості</translation>
    </message>
    <message>
        <source>it shows little ground near the camera. A photo that looks more to the ground, or a panorama, finds more</source>
        <translation>на ньому мало землі поблизу камери. Фото, спрямоване більше на землю, або панорама дасть більше</translation>
    </message>
    <message>
        <source>layout</source>
        <translation>макет</translation>
    </message>
    <message>
        <source>less probable</source>
        <translation>менш імовірно</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>імовірно</translation>
    </message>
    <message>
        <source>log</source>
        <translation>журнал</translation>
    </message>
    <message>
        <source>maybe</source>
        <translation>можливо</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>виміряно</translation>
    </message>
    <message>
        <source>more</source>
        <translation>більш</translation>
    </message>
    <message>
        <source>none</source>
        <translation>немає</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>ще немає</translation>
    </message>
    <message>
        <source>not reviewed</source>
        <translation>не перевірено</translation>
    </message>
    <message>
        <source>nothing was said</source>
        <translation>повідомлень немає</translation>
    </message>
    <message>
        <source>one of {} is needed</source>
        <translation>потрібне одне з {}</translation>
    </message>
    <message>
        <source>onnxruntime does not fit QGIS's numpy. Put another version of onnxruntime into a folder and install from there; numpy itself must stay as it is.</source>
        <translation>onnxruntime не підходить до numpy, який використовує QGIS. Покладіть іншу версію onnxruntime в теку й установіть звідти; сам numpy має лишитися без змін.</translation>
    </message>
    <message>
        <source>onnxruntime is not installed. Press Install.</source>
        <translation>onnxruntime не встановлено. Натисніть «Установити».</translation>
    </message>
    <message>
        <source>onnxruntime is the only package that Skymatch needs besides those of QGIS. It goes into a folder of your QGIS profile and nothing else is changed: QGIS's numpy stays as it is. It is tried in a process of its own before QGIS uses it. Keep this window open meanwhile.</source>
        <translation>onnxruntime — єдиний пакет, потрібний Skymatch на додачу до пакетів QGIS. Він потрапляє в теку вашого профілю QGIS, і більше нічого не змінюється: numpy, який використовує QGIS, лишається як є. Його перевіряють в окремому процесі, перш ніж QGIS почне його використовувати. Не закривайте тим часом це вікно.</translation>
    </message>
    <message>
        <source>onnxruntime is there but a library of Windows is missing. Install the newest 'Microsoft Visual C++ Redistributable' from Microsoft, restart QGIS and try again.</source>
        <translation>onnxruntime є, але бракує бібліотеки Windows. Установіть найновіший «Microsoft Visual C++ Redistributable» від Microsoft, перезапустіть QGIS і спробуйте ще раз.</translation>
    </message>
    <message>
        <source>onnxruntime is too new for the libraries of this system. Put an older wheel of it (1.15 or later) into a folder and install from there.</source>
        <translation>onnxruntime занадто новий для бібліотек цієї системи. Покладіть його старіший пакет wheel (1.15 або новіший) у теку й установіть звідти.</translation>
    </message>
    <message>
        <source>onnxruntime made Python end unexpectedly ({}). Install another version of it from a folder of wheels.</source>
        <translation>Через onnxruntime робота Python несподівано завершилася ({}). Установіть іншу його версію з теки з пакетами wheel.</translation>
    </message>
    <message>
        <source>onnxruntime was tried and does not work here: {}</source>
        <translation>onnxruntime перевірено, тут він не працює: {}</translation>
    </message>
    <message>
        <source>onnxruntime {} works and is used from now on.</source>
        <translation>onnxruntime {} працює і відтепер використовується.</translation>
    </message>
    <message>
        <source>onnxruntime {} works.</source>
        <translation>onnxruntime {} працює.</translation>
    </message>
    <message>
        <source>onnxruntime {} works. Restart QGIS to use it.</source>
        <translation>onnxruntime {} працює. Перезапустіть QGIS, щоб його використовувати.</translation>
    </message>
    <message>
        <source>onnxruntime, which runs the model, is not installed. Install it under Settings &gt; Options &gt; Skymatch &gt; Installation and diagnostics, or type:  {}</source>
        <translation>onnxruntime, на якому працює модель, не встановлено. Установіть його в Налаштування &gt; Параметри &gt; Skymatch &gt; Установлення і діагностика або введіть:  {}</translation>
    </message>
    <message>
        <source>orthophoto</source>
        <translation>ортофото</translation>
    </message>
    <message>
        <source>panorama</source>
        <translation>панорама</translation>
    </message>
    <message>
        <source>pdf</source>
        <translation>pdf</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>фото</translation>
    </message>
    <message>
        <source>photos</source>
        <translation>фотографії</translation>
    </message>
    <message>
        <source>pose</source>
        <translation>положення камери</translation>
    </message>
    <message>
        <source>position</source>
        <translation>положення</translation>
    </message>
    <message>
        <source>print</source>
        <translation>друк</translation>
    </message>
    <message>
        <source>provenance</source>
        <translation>походження</translation>
    </message>
    <message>
        <source>read off the picture</source>
        <translation>визначено із зображення</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>повнота</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>відхилено</translation>
    </message>
    <message>
        <source>report</source>
        <translation>звіт</translation>
    </message>
    <message>
        <source>review</source>
        <translation>перевірка</translation>
    </message>
    <message>
        <source>street view</source>
        <translation>вуличний вид</translation>
    </message>
    <message>
        <source>the Python of this QGIS</source>
        <translation>Python цього QGIS</translation>
    </message>
    <message>
        <source>the folder {} cannot be written ({}).</source>
        <translation>у теку {} не вдається писати ({}).</translation>
    </message>
    <message>
        <source>the ground is blurred. A sharper or larger copy finds more</source>
        <translation>земля розмита. Чіткіша або більша копія дасть більше</translation>
    </message>
    <message>
        <source>the ground is dark. A photo by day finds more</source>
        <translation>земля темна. Денне фото дасть більше</translation>
    </message>
    <message>
        <source>the ground is overexposed. A darker photo finds more</source>
        <translation>земля перетримана. Темніше фото дасть більше</translation>
    </message>
    <message>
        <source>the ground shows hardly any pattern. One with markings or kerbs finds more</source>
        <translation>на землі майже немає візерунка. Фото з розміткою або бордюрами дасть більше</translation>
    </message>
    <message>
        <source>this is no folder</source>
        <translation>це не тека</translation>
    </message>
    <message>
        <source>tiles of a server</source>
        <translation>тайли сервера</translation>
    </message>
    <message>
        <source>unlikely</source>
        <translation>малоймовірно</translation>
    </message>
    <message>
        <source>verify</source>
        <translation>перевірити</translation>
    </message>
    <message>
        <source>very likely</source>
        <translation>дуже ймовірно</translation>
    </message>
    <message>
        <source>very unlikely</source>
        <translation>дуже малоймовірно</translation>
    </message>
    <message>
        <source>{:.3f} km² with imagery, {:,} tokens of {:.2f} m</source>
        <translation>{:.3f} км² зі знімками, токенів: {:,} по {:.2f} м</translation>
    </message>
    <message>
        <source>{} blocks made, {} kept from earlier, of {}: {:.3f} km², {:,} tokens, {}.</source>
        <translation>Створено блоків: {}, збережено з попереднього: {}, усього: {}; {:.3f} км², токенів: {:,}, {}.</translation>
    </message>
    <message>
        <source>{} candidates</source>
        <translation>Кандидатів: {}</translation>
    </message>
    <message>
        <source>{} cannot be edited. Save the layer to a GeoPackage and review it there.</source>
        <translation>{} не можна редагувати. Збережіть шар у GeoPackage і перевіряйте його там.</translation>
    </message>
    <message>
        <source>{} cannot be read as a picture.</source>
        <translation>{} не читається як зображення.</translation>
    </message>
    <message>
        <source>{} cannot be started. Copy the command into a terminal (on Windows the OSGeo4W shell) and run it there, then press Test.</source>
        <translation>{} не запускається. Скопіюйте команду в термінал (у Windows — в оболонку OSGeo4W), виконайте її там, а потім натисніть «Перевірити».</translation>
    </message>
    <message>
        <source>{} cannot be written ({}).</source>
        <translation>Не вдається записати {} ({}).</translation>
    </message>
    <message>
        <source>{} cannot be written ({}). Choose a folder that you may write to.</source>
        <translation>Не вдається записати {} ({}). Виберіть теку, у яку можна писати.</translation>
    </message>
    <message>
        <source>{} cannot be written: no file can be called so. Choose another name.</source>
        <translation>Неможливо записати «{}»: файл не може мати такого імені. Виберіть інше ім’я.</translation>
    </message>
    <message>
        <source>{} cannot be written: {} is read-only. Choose another place for this output.</source>
        <translation>Неможливо записати «{}»: {} доступний лише для читання. Виберіть інше місце для цього результату.</translation>
    </message>
    <message>
        <source>{} cannot be written: {}. Make room on the disk, or save the project elsewhere.</source>
        <translation>Не вдається записати {}: {}. Звільніть місце на диску або збережіть проєкт в іншому місці.</translation>
    </message>
    <message>
        <source>{} could not be copied into the project ({}). Make room on the disk and attach it again.</source>
        <translation>{} не вдалося скопіювати в проєкт ({}). Звільніть місце на диску й долучіть його ще раз.</translation>
    </message>
    <message>
        <source>{} could not be copied to {} ({}). Make room on the disk and try again.</source>
        <translation>{} не вдалося скопіювати до {} ({}). Звільніть місце на диску й спробуйте ще раз.</translation>
    </message>
    <message>
        <source>{} does not hold the result layer '{}'. Locate the photo again.</source>
        <translation>У {} немає шару результатів «{}». Визначте місце фото ще раз.</translation>
    </message>
    <message>
        <source>{} does not hold the result layer '{}'. Locate the photos again.</source>
        <translation>У {} немає шару результатів «{}». Визначте місця фото ще раз.</translation>
    </message>
    <message>
        <source>{} files were copied to the project's folder.</source>
        <translation>Скопійовано в теку проєкту файлів: {}.</translation>
    </message>
    <message>
        <source>{} is no candidates layer. Choose one made by Locate photo.</source>
        <translation>{} — не шар кандидатів. Виберіть створений за допомогою «Визначити місце фото».</translation>
    </message>
    <message>
        <source>{} is not available. Switch the Skymatch plugin off and on.</source>
        <translation>{} недоступний. Вимкніть і знову ввімкніть плагін Skymatch.</translation>
    </message>
    <message>
        <source>{} is not the Python of this QGIS (it says {}). Run the command with QGIS's own Python; on Windows it is the one of the OSGeo4W shell.</source>
        <translation>{} — не Python цього QGIS (відповідь: {}). Виконайте команду тим Python, з яким працює QGIS; у Windows це Python оболонки OSGeo4W.</translation>
    </message>
    <message>
        <source>{} is set to '{}', but {}. It is left aside.</source>
        <translation>{} має значення «{}», але {}. Його не враховано.</translation>
    </message>
    <message>
        <source>{} of its candidates are accepted. Accept only one.</source>
        <translation>Прийнято кандидатів цього фото: {}. Прийміть лише одного.</translation>
    </message>
    <message>
        <source>{} of the photos are not there any more, for instance {}. Choose them anew.</source>
        <translation>Деяких фото ({}) вже немає, наприклад {}. Виберіть їх заново.</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} з {}</translation>
    </message>
    <message>
        <source>{} of {} blocks to be made: about {}. The finished index will hold about {:.3g} km² and {:,} tokens in {:.1f} MB.</source>
        <translation>Потрібно створити {} з {} блоків: приблизно {}. Готовий індекс міститиме близько {:.3g} км² і {:,} токенів у {:.1f} МБ.</translation>
    </message>
    <message>
        <source>{} pages written to {}</source>
        <translation>Записано сторінок: {}, до {}</translation>
    </message>
    <message>
        <source>{} photos</source>
        <translation>Фото: {}</translation>
    </message>
    <message>
        <source>{} photos located, {} not.</source>
        <translation>Місце визначено для {} фото, не визначено для {}.</translation>
    </message>
    <message>
        <source>{} photos located, {} not; the log panel says why.</source>
        <translation>Місце визначено для {} фото, не визначено для {}; причини — на панелі журналу.</translation>
    </message>
    <message>
        <source>{} photos were left out; the log panel says why.</source>
        <translation>{} фото пропущено; панель журналу пояснює чому.</translation>
    </message>
    <message>
        <source>{} photos. All are located in one run.</source>
        <translation>Фото: {}. Усі буде опрацьовано за один запуск.</translation>
    </message>
    <message>
        <source>{} reviewed, not saved yet</source>
        <translation>Перевірено й ще не збережено: {}</translation>
    </message>
    <message>
        <source>{} this candidate (key {})</source>
        <translation>{}: цей кандидат (клавіша {})</translation>
    </message>
    <message>
        <source>{} tiles could not be fetched. Run the same again later: only the blocks that lack tiles are made anew.</source>
        <translation>Не вдалося отримати тайлів: {}. Повторіть те саме пізніше: заново створюються лише блоки, яким бракує тайлів.</translation>
    </message>
    <message>
        <source>{} unsaved</source>
        <translation>{} не збережено</translation>
    </message>
    <message>
        <source>{} was attached to the project, has vanished from this computer's temporary folder, and no copy is left. The project is saved without it.</source>
        <translation>{} було долучено до проєкту, але файл зник із тимчасової теки цього комп’ютера, і копії не лишилося. Проєкт збережено без нього.</translation>
    </message>
    <message>
        <source>{} was made by the model {} {} ({}), but the photo would be read by {} {} ({}). Choose the model of the index, or build the index again with this one.</source>
        <translation>{} створено моделлю {} {} ({}), а фото читалося б моделлю {} {} ({}). Виберіть модель індексу або створіть індекс заново цією моделлю.</translation>
    </message>
    <message>
        <source>{} was searched in {}: best candidate at {:.6f}, {:.6f} with {:.1f} %.</source>
        <translation>{} шукали в {}: найкращий кандидат на {:.6f}, {:.6f} з {:.1f} %.</translation>
    </message>
    <message>
        <source>{} was searched in {}: no candidate.</source>
        <translation>{} шукали в {}: немає кандидатів.</translation>
    </message>
    <message>
        <source>{} was written by a newer Skymatch. Update the plugin.</source>
        <translation>{} записано новішим Skymatch. Оновіть плагін.</translation>
    </message>
    <message>
        <source>{}, field of view {:.1f}°{} ({}).</source>
        <translation>{}, кут огляду {:.1f}°{} ({}).</translation>
    </message>
    <message>
        <source>{}, not complete</source>
        <translation>{}, неповний</translation>
    </message>
    <message>
        <source>{}, {:.0f} m from the best candidate.</source>
        <translation>{}, {:.0f} м від найкращого кандидата.</translation>
    </message>
    <message>
        <source>{}, {} unsaved</source>
        <translation>{}, {} не збережено</translation>
    </message>
    <message>
        <source>{}: index is stale</source>
        <translation>{}: індекс застарів</translation>
    </message>
    <message>
        <source>{}: indexed</source>
        <translation>{}: проіндексовано</translation>
    </message>
    <message>
        <source>{}: no candidate</source>
        <translation>{}: немає кандидатів</translation>
    </message>
    <message>
        <source>{}: not indexed</source>
        <translation>{}: не проіндексовано</translation>
    </message>
    <message>
        <source>{}: written to {}</source>
        <translation>{}: записано в {}</translation>
    </message>
    <message>
        <source>{}: {:.6f}, {:.6f}, {:.0f} %; not in this imagery: {:.0f} %</source>
        <translation>{}: {:.6f}, {:.6f}, {:.0f} %; не на цих знімках: {:.0f} %</translation>
    </message>
    <message>
        <source>{}: {} % indexed</source>
        <translation>{}: проіндексовано {} %</translation>
    </message>
    <message>
        <source>{}_photos</source>
        <translation>{}_фото</translation>
    </message>
</context>
</TS>
