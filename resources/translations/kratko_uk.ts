<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
    <context>
        <name>AddressBar</name>
        <message>
            <source>Paste a link or text, or drop files anywhere</source>
            <translation>Вставте посилання чи текст або перетягніть файли у вікно</translation>
        </message>
        <message>
            <source>Link or text</source>
            <translation>Посилання або текст</translation>
        </message>
        <message>
            <source>Digest</source>
            <translation>Прочитати</translation>
        </message>
        <message>
            <source>Read and summarize (Enter)</source>
            <translation>Прочитати й переказати (Enter)</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>Меню</translation>
        </message>
        <message>
            <source>Next ({number})</source>
            <translation>Далі ({number})</translation>
        </message>
        <message numerus="yes">
            <source>%n more source(s) waiting</source>
            <translation>
                <numerusform>Чекає ще %n матеріал</numerusform>
                <numerusform>Чекають ще %n матеріали</numerusform>
                <numerusform>Чекають ще %n матеріалів</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ClaimWords</name>
        <message>
            <source>Found in the article</source>
            <translation>Є у статті</translation>
        </message>
        <message>
            <source>Found in the article in another form</source>
            <translation>Є у статті в іншій формі</translation>
        </message>
        <message>
            <source>In the article: “{words}”</source>
            <translation>У статті: «{words}»</translation>
        </message>
        <message>
            <source>Rounded from: {values}</source>
            <translation>Заокруглено: {values}</translation>
        </message>
        <message>
            <source>Sum of: {values}</source>
            <translation>Сума: {values}</translation>
        </message>
        <message>
            <source>Difference between: {values}</source>
            <translation>Різниця: {values}</translation>
        </message>
        <message>
            <source>Share worked out from: {values}</source>
            <translation>Частка, обчислена з: {values}</translation>
        </message>
        <message>
            <source>Change worked out from: {values}</source>
            <translation>Зміна, обчислена з: {values}</translation>
        </message>
        <message>
            <source>Counted in the article: {values}</source>
            <translation>Полічено у статті: {values}</translation>
        </message>
        <message>
            <source>Worked out from: {values}</source>
            <translation>Обчислено з: {values}</translation>
        </message>
        <message>
            <source>The article gives this number in another unit</source>
            <translation>У статті це число подано в інших одиницях</translation>
        </message>
        <message>
            <source>In the article this number counts something else</source>
            <translation>У статті це число стосується іншого</translation>
        </message>
        <message>
            <source>The article tells of another change</source>
            <translation>У статті йдеться про іншу зміну</translation>
        </message>
        <message>
            <source>The article says this of another number or name</source>
            <translation>У статті це сказано про інше число або ім’я</translation>
        </message>
        <message>
            <source>In the article the parts of this name belong to different names</source>
            <translation>У статті частини цього імені належать різним іменам</translation>
        </message>
        <message>
            <source>In the article somebody else did this</source>
            <translation>У статті це зробив хтось інший</translation>
        </message>
        <message>
            <source>The article affirms what is denied here, or the reverse</source>
            <translation>Стаття стверджує те, що тут заперечено, або навпаки</translation>
        </message>
        <message>
            <source>The article has a word of opposite meaning</source>
            <translation>У статті стоїть слово з протилежним змістом</translation>
        </message>
        <message>
            <source>The article does not say these things together</source>
            <translation>У статті це не пов’язано одне з одним</translation>
        </message>
        <message>
            <source>This number was not found in the article</source>
            <translation>Цього числа у статті не знайшлося</translation>
        </message>
        <message>
            <source>This date was not found in the article</source>
            <translation>Цієї дати у статті не знайшлося</translation>
        </message>
        <message>
            <source>This name was not found in the article</source>
            <translation>Цього імені у статті не знайшлося</translation>
        </message>
        <message>
            <source>This statement was not found in the article</source>
            <translation>Цього твердження у статті не знайшлося</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>Paste and digest</source>
            <translation>Вставити й переказати</translation>
        </message>
        <message>
            <source>Open a file…</source>
            <translation>Відкрити файл…</translation>
        </message>
        <message>
            <source>Type a link</source>
            <translation>Ввести посилання</translation>
        </message>
        <message>
            <source>Try a sample</source>
            <translation>Спробувати на прикладі</translation>
        </message>
        <message>
            <source>Copy the summary</source>
            <translation>Скопіювати переказ</translation>
        </message>
        <message>
            <source>Next figure</source>
            <translation>Наступна цифра</translation>
        </message>
        <message>
            <source>Previous figure</source>
            <translation>Попередня цифра</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>Більший текст</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>Менший текст</translation>
        </message>
        <message>
            <source>Usual text size</source>
            <translation>Звичайний розмір тексту</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Зупинити</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Вийти</translation>
        </message>
        <message>
            <source>Letters with serifs</source>
            <extracomment>The menu behind ☰; ``None`` is a line between groups.</extracomment>
            <translation>Шрифт із зарубками</translation>
        </message>
        <message>
            <source>Summarize at once</source>
            <translation>Переказувати одразу</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>Вигляд</translation>
        </message>
        <message>
            <source>Interface language</source>
            <translation>Мова інтерфейсу</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Як у системі</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Світлий</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Темний</translation>
        </message>
        <message>
            <source>Queue and library</source>
            <translation>Черга й бібліотека</translation>
        </message>
    </context>
    <context>
        <name>CompareBars</name>
        <message>
            <source>Comparison: {rows}</source>
            <extracomment>Share of the width that labels beside bars may take; longer ones go above their bars.</extracomment>
            <translation>Порівняння: {rows}</translation>
        </message>
    </context>
    <context>
        <name>DropOverlay</name>
        <message>
            <source>Drop to digest</source>
            <translation>Відпустіть, щоб прочитати коротко</translation>
        </message>
    </context>
    <context>
        <name>EmptyPage</name>
        <message>
            <source>What would you like to read in short?</source>
            <translation>Що прочитати коротко?</translation>
        </message>
        <message>
            <source>Kratko sums the article up and shows its key figures. It all happens on this computer.</source>
            <translation>Kratko перекаже статтю й покаже головні цифри. Усе відбувається на цьому комп’ютері.</translation>
        </message>
        <message>
            <source>A link</source>
            <translation>Посилання</translation>
        </message>
        <message>
            <source>Type or paste it above and press Enter</source>
            <translation>Введіть чи вставте його вище й натисніть Enter</translation>
        </message>
        <message>
            <source>Some text</source>
            <translation>Текст</translation>
        </message>
        <message>
            <source>Press {shortcut} anywhere in the window</source>
            <translation>Натисніть {shortcut} будь-де у вікні</translation>
        </message>
        <message>
            <source>A file</source>
            <translation>Файл</translation>
        </message>
        <message>
            <source>Drop it here, or click to choose one</source>
            <translation>Перетягніть його сюди або натисніть, щоб вибрати</translation>
        </message>
        <message>
            <source>Or try a sample article</source>
            <translation>Або спробувати на прикладі</translation>
        </message>
        <message>
            <source>Ways to begin</source>
            <translation>З чого почати</translation>
        </message>
    </context>
    <context>
        <name>FigureCard</name>
        <message numerus="yes">
            <source>in %n place(s)</source>
            <translation>
                <numerusform>в %n місці</numerusform>
                <numerusform>у %n місцях</numerusform>
                <numerusform>у %n місцях</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FigureWords</name>
        <message>
            <source>about</source>
            <translation>близько</translation>
        </message>
        <message>
            <source>at least</source>
            <translation>щонайменше</translation>
        </message>
        <message>
            <source>at most</source>
            <translation>щонайбільше</translation>
        </message>
        <message>
            <source>rose by</source>
            <translation>зростання на</translation>
        </message>
        <message>
            <source>fell by</source>
            <translation>зниження на</translation>
        </message>
        <message>
            <source>rose from</source>
            <translation>зростання з</translation>
        </message>
        <message>
            <source>fell from</source>
            <translation>зниження з</translation>
        </message>
        <message>
            <source>rose to</source>
            <translation>зростання до</translation>
        </message>
        <message>
            <source>fell to</source>
            <translation>зниження до</translation>
        </message>
        <message>
            <source>the text also gives another value</source>
            <translation>у тексті є й інше значення</translation>
        </message>
    </context>
    <context>
        <name>FiguresView</name>
        <message>
            <source>Key figures</source>
            <extracomment>Cards shown before the reader asks for all.</extracomment>
            <translation>Головні цифри</translation>
        </message>
        <message>
            <source>Copy all figures</source>
            <translation>Скопіювати всі цифри</translation>
        </message>
        <message>
            <source>No figures in the article itself.</source>
            <translation>У самій статті цифр немає.</translation>
        </message>
        <message numerus="yes">
            <source>Show all %n figures</source>
            <translation>
                <numerusform>Показати всі %n цифру</numerusform>
                <numerusform>Показати всі %n цифри</numerusform>
                <numerusform>Показати всі %n цифр</numerusform>
            </translation>
        </message>
        <message>
            <source>Compared</source>
            <translation>Порівняння</translation>
        </message>
        <message>
            <source>Also on this page</source>
            <translation>Ще на цій сторінці</translation>
        </message>
        <message>
            <source>Figures from headlines of other stories on the same page</source>
            <translation>Цифри із заголовків інших матеріалів на тій самій сторінці</translation>
        </message>
        <message>
            <source>Show in the article</source>
            <translation>Показати в статті</translation>
        </message>
        <message>
            <source>Copy the figure</source>
            <translation>Скопіювати цифру</translation>
        </message>
        <message>
            <source>Copy its sentence</source>
            <translation>Скопіювати речення</translation>
        </message>
    </context>
    <context>
        <name>FindingsLine</name>
        <message>
            <source>Quoted from the article</source>
            <translation>Цитата зі статті</translation>
        </message>
        <message>
            <source>Underlined: found in the article or worked out from it</source>
            <translation>Підкреслено те, що є у статті або випливає з неї</translation>
        </message>
        <message numerus="yes">
            <source>%n number(s) not found in the article</source>
            <translation>
                <numerusform>%n число не знайдено у статті</numerusform>
                <numerusform>%n числа не знайдено у статті</numerusform>
                <numerusform>%n чисел не знайдено у статті</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n date(s) not found in the article</source>
            <translation>
                <numerusform>%n дату не знайдено у статті</numerusform>
                <numerusform>%n дати не знайдено у статті</numerusform>
                <numerusform>%n дат не знайдено у статті</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n name(s) not found in the article</source>
            <translation>
                <numerusform>%n ім’я не знайдено у статті</numerusform>
                <numerusform>%n імені не знайдено у статті</numerusform>
                <numerusform>%n імен не знайдено у статті</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n statement(s) not found in the article</source>
            <translation>
                <numerusform>%n твердження не знайдено у статті</numerusform>
                <numerusform>%n твердження не знайдено у статті</numerusform>
                <numerusform>%n тверджень не знайдено у статті</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GroundedText</name>
        <message>
            <source>Show what this rests on</source>
            <translation>Показати, на чому це ґрунтується</translation>
        </message>
    </context>
    <context>
        <name>InstallCard</name>
        <message>
            <source>Summaries need a language model</source>
            <translation>Для переказу потрібна мовна модель</translation>
        </message>
        <message>
            <source>It is installed once and runs on this computer, so nothing you read is sent anywhere.</source>
            <translation>Її встановлюють один раз, і вона працює на цьому комп’ютері: нічого з прочитаного нікуди не надсилається.</translation>
        </message>
        <message>
            <source>{model} · {size} · licence {licence}</source>
            <translation>{model} · {size} · ліцензія {licence}</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Спробувати знову</translation>
        </message>
        <message>
            <source>Install ({size})</source>
            <translation>Встановити ({size})</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Зупинити</translation>
        </message>
        <message>
            <source>Download of the model</source>
            <translation>Завантаження моделі</translation>
        </message>
        <message>
            <source>Looking for a place to download from…</source>
            <translation>Пошук, звідки завантажити…</translation>
        </message>
        <message>
            <source>{done} of {total}</source>
            <translation>{done} із {total}</translation>
        </message>
    </context>
    <context>
        <name>Intake</name>
        <message>
            <source>Documents ({patterns});;All files (*)</source>
            <translation>Документи ({patterns});;Усі файли (*)</translation>
        </message>
        <message>
            <source>Open files</source>
            <translation>Відкрити файли</translation>
        </message>
    </context>
    <context>
        <name>LibraryPanel</name>
        <message>
            <source>Library</source>
            <translation>Бібліотека</translation>
        </message>
        <message>
            <source>What you read is kept here, on this computer only.</source>
            <translation>Тут зберігається все, що ви читаєте, — лише на цьому комп’ютері.</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Digest</source>
            <translation>Дайджест</translation>
        </message>
        <message>
            <source>Article</source>
            <translation>Стаття</translation>
        </message>
        <message>
            <source>Views</source>
            <translation>Вигляд</translation>
        </message>
        <message>
            <source>Open a file</source>
            <translation>Відкрити файл</translation>
        </message>
        <message>
            <source>Queue and library</source>
            <translation>Черга й бібліотека</translation>
        </message>
    </context>
    <context>
        <name>Presenter</name>
        <message>
            <source>Summarize anyway</source>
            <translation>Усе одно переказати</translation>
        </message>
        <message>
            <source>This may not be a whole article</source>
            <translation>Можливо, це не вся стаття</translation>
        </message>
        <message>
            <source>No summary was made of this page. What was read is shown as it is.</source>
            <translation>Цю сторінку не переказано. Прочитане показано як є.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Спробувати знову</translation>
        </message>
        <message>
            <source>Correct the address</source>
            <translation>Виправити адресу</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>Вибрати файл</translation>
        </message>
        <message>
            <source>Open in the browser</source>
            <translation>Відкрити у браузері</translation>
        </message>
        <message>
            <source>Paste the text</source>
            <translation>Вставити текст</translation>
        </message>
        <message>
            <source>Install again</source>
            <translation>Встановити заново</translation>
        </message>
    </context>
    <context>
        <name>ReaderView</name>
        <message>
            <source>Article</source>
            <extracomment>Characters a line; the middle of the 62–72 that read best.</extracomment>
            <translation>Стаття</translation>
        </message>
        <message>
            <source>Also on this page</source>
            <translation>Ще на цій сторінці</translation>
        </message>
    </context>
    <context>
        <name>Sidebar</name>
        <message>
            <source>Queue and library</source>
            <translation>Черга й бібліотека</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>Esc stops</source>
            <translation>Esc — стоп</translation>
        </message>
        <message>
            <source>Text was sent to {host}</source>
            <translation>Текст надіслано на {host}</translation>
        </message>
        <message>
            <source>Everything stays on this computer</source>
            <translation>Усе лишається на цьому комп’ютері</translation>
        </message>
    </context>
    <context>
        <name>SummaryView</name>
        <message>
            <source>Stopped.</source>
            <translation>Зупинено.</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Скопійовано</translation>
        </message>
        <message>
            <source>Based on the whole article</source>
            <translation>За всією статтею</translation>
        </message>
        <message>
            <source>Based on {share} % of the article</source>
            <translation>За {share} % статті</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>Переказ</translation>
        </message>
        <message>
            <source>Text of the summary</source>
            <translation>Текст переказу</translation>
        </message>
        <message>
            <source>Language of the summary</source>
            <translation>Мова переказу</translation>
        </message>
        <message>
            <source>Language of the summary; Auto keeps that of the article</source>
            <translation>Мова переказу; «Авто» — як у статті</translation>
        </message>
        <message>
            <source>Auto</source>
            <translation>Авто</translation>
        </message>
        <message>
            <source>Length of the summary</source>
            <translation>Довжина переказу</translation>
        </message>
        <message>
            <source>Short</source>
            <translation>Коротко</translation>
        </message>
        <message>
            <source>Medium</source>
            <translation>Середньо</translation>
        </message>
        <message>
            <source>Long</source>
            <translation>Докладно</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Зупинити</translation>
        </message>
        <message>
            <source>Summarize</source>
            <translation>Переказати</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Копіювати</translation>
        </message>
        <message>
            <source>Copy the summary</source>
            <translation>Скопіювати переказ</translation>
        </message>
    </context>
</TS>
