<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
    <context>
        <name>AboutDialog</name>
        <message>
            <source>About Kratko</source>
            <translation>Про Kratko</translation>
        </message>
        <message>
            <source>Built on</source>
            <translation>Побудовано на</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Закрити</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Скопійовано</translation>
        </message>
        <message>
            <source>Copy versions</source>
            <translation>Скопіювати версії</translation>
        </message>
        <message>
            <source>Free software under the Apache-2.0 licence. Models have licences of their own, shown on their page.</source>
            <translation>Вільна програма за ліцензією Apache-2.0. Моделі мають власні ліцензії, їх показано на їхній сторінці.</translation>
        </message>
        <message>
            <source>Reads an article for you: a short summary beside the key figures, all on this computer.</source>
            <translation>Читає статтю за вас: короткий переказ поруч із головними цифрами, і все на цьому комп’ютері.</translation>
        </message>
        <message>
            <source>Version {version}</source>
            <translation>Версія {version}</translation>
        </message>
    </context>
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
    </context>
    <context>
        <name>AskLine</name>
        <message>
            <source>What about …?</source>
            <translation>А що про …?</translation>
        </message>
        <message>
            <source>Ask about something in the article</source>
            <translation>Запитати про щось зі статті</translation>
        </message>
        <message>
            <source>Back to the whole article</source>
            <extracomment>Characters; a question is no text.</extracomment>
            <translation>Повернутися до всієї статті</translation>
        </message>
    </context>
    <context>
        <name>ChoicesButton</name>
        <message>
            <source>Language, length and form of the summary: {chosen}</source>
            <translation>Мова, довжина й вигляд переказу: {chosen}</translation>
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
            <source>The article only says that this was wanted or planned</source>
            <translation>У статті сказано лише, що цього хотіли або це планували</translation>
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
            <source>User guide</source>
            <translation>Посібник</translation>
        </message>
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
            <source>Save as…</source>
            <translation>Зберегти як…</translation>
        </message>
        <message>
            <source>Copy summary and figures</source>
            <translation>Скопіювати переказ і цифри</translation>
        </message>
        <message>
            <source>Copy as Markdown</source>
            <translation>Скопіювати як Markdown</translation>
        </message>
        <message>
            <source>Share picture…</source>
            <translation>Картинка, щоб поділитися…</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>Друк…</translation>
        </message>
        <message>
            <source>Compare with…</source>
            <translation>Порівняти з…</translation>
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
            <source>Share</source>
            <extracomment>The menu behind ☰; ``None`` is a line between groups. The menu of the button “Share”, also behind ☰. Where macOS puts commands of its own accord; all others stay where they are.</extracomment>
            <translation>Поділитися</translation>
        </message>
        <message>
            <source>With the text of the article</source>
            <translation>З текстом статті</translation>
        </message>
        <message>
            <source>Letters with serifs</source>
            <translation>Шрифт із засічками</translation>
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
        <message>
            <source>Privacy…</source>
            <translation>Приватність…</translation>
        </message>
        <message>
            <source>Settings…</source>
            <translation>Налаштування…</translation>
        </message>
        <message>
            <source>Search the library</source>
            <translation>Шукати в бібліотеці</translation>
        </message>
        <message>
            <source>Read again</source>
            <translation>Прочитати заново</translation>
        </message>
        <message>
            <source>Undo deleting</source>
            <translation>Скасувати видалення</translation>
        </message>
        <message>
            <source>Clear the library…</source>
            <translation>Очистити бібліотеку…</translation>
        </message>
        <message>
            <source>Keep digests</source>
            <translation>Зберігати прочитане</translation>
        </message>
        <message>
            <source>Models…</source>
            <translation>Моделі…</translation>
        </message>
        <message>
            <source>Watch a folder…</source>
            <translation>Стежити за текою…</translation>
        </message>
        <message>
            <source>About Kratko</source>
            <translation>Про Kratko</translation>
        </message>
        <message>
            <source>Find in the article</source>
            <translation>Знайти у статті</translation>
        </message>
        <message>
            <source>Find next</source>
            <translation>Знайти далі</translation>
        </message>
        <message>
            <source>Find previous</source>
            <translation>Знайти раніше</translation>
        </message>
        <message>
            <source>Go to…</source>
            <translation>Перейти…</translation>
        </message>
        <message>
            <source>Keys and mouse</source>
            <translation>Клавіші й миша</translation>
        </message>
        <message>
            <source>Read the summary aloud</source>
            <translation>Прочитати переказ уголос</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Вигляд</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Довідка</translation>
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
        <name>CompareDialog</name>
        <message>
            <source>Compare with</source>
            <translation>З чим порівняти</translation>
        </message>
        <message>
            <source>Tick what to compare with: figures about the same things are set side by side.</source>
            <translation>Позначте, з чим порівняти: цифри про те саме стануть поруч.</translation>
        </message>
        <message>
            <source>Nothing else like that is kept. Exported files can be compared as well.</source>
            <translation>Більше нічого такого не збережено. Порівняти можна й із вивантаженими файлами.</translation>
        </message>
        <message>
            <source>Search the library</source>
            <translation>Знайти в бібліотеці</translation>
        </message>
        <message>
            <source>Kept digests</source>
            <translation>Збережені статті</translation>
        </message>
        <message>
            <source>From a file…</source>
            <translation>З файлу…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Скасувати</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Порівняти</translation>
        </message>
    </context>
    <context>
        <name>ComparePage</name>
        <message>
            <source>Copied</source>
            <translation>Скопійовано</translation>
        </message>
        <message>
            <source>Comparison</source>
            <translation>Порівняння</translation>
        </message>
        <message>
            <source>Figures side by side</source>
            <translation>Цифри поруч</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Закрити</translation>
        </message>
        <message>
            <source>Close the comparison</source>
            <translation>Закрити порівняння</translation>
        </message>
        <message>
            <source>Add…</source>
            <translation>Додати…</translation>
        </message>
        <message>
            <source>Compare with more digests</source>
            <translation>Порівняти ще й з іншими</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>Зберегти…</translation>
        </message>
        <message>
            <source>Comparing…</source>
            <translation>Порівнюємо…</translation>
        </message>
        <message>
            <source>No two of these tell a figure of the same thing.</source>
            <translation>Цифр про те саме в них не знайшлося.</translation>
        </message>
        <message>
            <source>Each difference is to the first figure of its row.</source>
            <translation>Різниця — з першою цифрою в рядку.</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Скопіювати</translation>
        </message>
    </context>
    <context>
        <name>Comparing</name>
        <message>
            <source>Web page</source>
            <extracomment>The command that needs a digest.</extracomment>
            <translation>Вебсторінка</translation>
        </message>
        <message>
            <source>Markdown</source>
            <translation>Markdown</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Таблиця</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Текст</translation>
        </message>
        <message>
            <source>Comparison</source>
            <translation>Порівняння</translation>
        </message>
        <message>
            <source>Save the comparison as</source>
            <translation>Зберегти порівняння як</translation>
        </message>
        <message>
            <source>Exported digests (*.json *.jsonl)</source>
            <translation>Вивантажені статті (*.json *.jsonl)</translation>
        </message>
        <message>
            <source>Compare with</source>
            <translation>З чим порівняти</translation>
        </message>
    </context>
    <context>
        <name>ComparisonModel</name>
        <message>
            <source>Only in “{title}”</source>
            <extracomment>Most figures that one digest alone has; all of them are in the file.</extracomment>
            <translation>Лише тут: «{title}»</translation>
        </message>
        <message>
            <source>no figure</source>
            <translation>цифри немає</translation>
        </message>
        <message>
            <source>What it is about</source>
            <translation>Про що</translation>
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
        <name>Exits</name>
        <message>
            <source>Save as…</source>
            <translation>Зберегти як…</translation>
        </message>
        <message>
            <source>Copy summary and figures</source>
            <translation>Скопіювати переказ і цифри</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>Друк…</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Порівняти</translation>
        </message>
    </context>
    <context>
        <name>FeedPage</name>
        <message numerus="yes">
            <source>Digest %n article(s)</source>
            <translation>
                <numerusform>Прочитати %n статтю</numerusform>
                <numerusform>Прочитати %n статті</numerusform>
                <numerusform>Прочитати %n статей</numerusform>
            </translation>
        </message>
        <message>
            <source>Digest</source>
            <translation>Прочитати</translation>
        </message>
        <message>
            <source>Tick all</source>
            <translation>Позначити всі</translation>
        </message>
        <message>
            <source>Untick all</source>
            <translation>Зняти всі позначки</translation>
        </message>
        <message numerus="yes">
            <source>A feed of %n article(s). Choose which to digest.</source>
            <translation>
                <numerusform>У стрічці %n стаття. Виберіть, що прочитати.</numerusform>
                <numerusform>У стрічці %n статті. Виберіть, що прочитати.</numerusform>
                <numerusform>У стрічці %n статей. Виберіть, що прочитати.</numerusform>
            </translation>
        </message>
        <message>
            <source>Articles of the feed</source>
            <translation>Статті стрічки</translation>
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
            <source>p. {page}</source>
            <translation>с. {page}</translation>
        </message>
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
            <source>also in the summary</source>
            <translation>є і в переказі</translation>
        </message>
        <message>
            <source>age</source>
            <translation>вік</translation>
        </message>
        <message>
            <source>another value elsewhere</source>
            <translation>є й інше значення</translation>
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
        <message>
            <source>Summary about this</source>
            <translation>Переказати про це</translation>
        </message>
    </context>
    <context>
        <name>FileJobs</name>
        <message>
            <source>Writing {name}…</source>
            <translation>Записуємо {name}…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Скасувати</translation>
        </message>
        <message>
            <source>Saved: {name}</source>
            <translation>Збережено: {name}</translation>
        </message>
        <message>
            <source>Saved: {first} … {last}</source>
            <translation>Збережено: {first} … {last}</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>Показати в теці</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Закрити</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Відкрити</translation>
        </message>
        <message>
            <source>Choose another name</source>
            <translation>Вибрати інше ім’я</translation>
        </message>
        <message>
            <source>Choose another place</source>
            <translation>Вибрати інше місце</translation>
        </message>
    </context>
    <context>
        <name>FilePrompt</name>
        <message numerus="yes">
            <source>%n file(s) of these names are there already. Replace them?</source>
            <extracomment>Milliseconds after which it is told that a file is being written; most are done sooner.</extracomment>
            <translation>
                <numerusform>%n файл із таким ім’ям уже є. Замінити його?</numerusform>
                <numerusform>%n файли з такими іменами вже є. Замінити їх?</numerusform>
                <numerusform>%n файлів із такими іменами вже є. Замінити їх?</numerusform>
            </translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>Замінити</translation>
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message>
            <source>Close</source>
            <translation>Закрити</translation>
        </message>
        <message>
            <source>Find in the article</source>
            <translation>Знайти у статті</translation>
        </message>
        <message>
            <source>Next place</source>
            <translation>Наступне місце</translation>
        </message>
        <message>
            <source>Not found</source>
            <translation>Не знайдено</translation>
        </message>
        <message>
            <source>Previous place</source>
            <translation>Попереднє місце</translation>
        </message>
        <message>
            <source>{number} of {all}</source>
            <translation>{number} з {all}</translation>
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
        <message numerus="yes">
            <source>%n place(s) at odds with the article</source>
            <translation>
                <numerusform>%n місце розходиться зі статтею</numerusform>
                <numerusform>%n місця розходяться зі статтею</numerusform>
                <numerusform>%n місць розходяться зі статтею</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GroundedText</name>
        <message>
            <source>Show what this rests on</source>
            <extracomment>Pixels: from crest to crest, from middle to crest, and across the pen. Selecting without a text cursor, from the current claim on.</extracomment>
            <translation>Показати, на чому це ґрунтується</translation>
        </message>
    </context>
    <context>
        <name>GuideDialog</name>
        <message>
            <source>User guide</source>
            <translation>Посібник</translation>
        </message>
    </context>
    <context>
        <name>Importing</name>
        <message numerus="yes">
            <source>%n digest(s) were added to the library</source>
            <translation>
                <numerusform>%n статтю додано до бібліотеки</numerusform>
                <numerusform>%n статті додано до бібліотеки</numerusform>
                <numerusform>%n статей додано до бібліотеки</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n digest(s) in the file; turn on keeping to have all in the library</source>
            <translation>
                <numerusform>У файлі %n стаття; щоб вона потрапила до бібліотеки, увімкніть збереження</numerusform>
                <numerusform>У файлі %n статті; щоб усі потрапили до бібліотеки, увімкніть збереження</numerusform>
                <numerusform>У файлі %n статей; щоб усі потрапили до бібліотеки, увімкніть збереження</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>InstallCard</name>
        <message>
            <source>Download of the model</source>
            <translation>Завантаження моделі</translation>
        </message>
        <message>
            <source>Go online</source>
            <translation>Вийти в мережу</translation>
        </message>
        <message>
            <source>Install ({size})</source>
            <translation>Встановити ({size})</translation>
        </message>
        <message>
            <source>It is installed once and runs on this computer, so nothing you read is sent anywhere.</source>
            <translation>Її встановлюють один раз, і вона працює на цьому комп’ютері: нічого з прочитаного нікуди не надсилається.</translation>
        </message>
        <message>
            <source>Looking for a place to download from…</source>
            <translation>Пошук, звідки завантажити…</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Зупинити</translation>
        </message>
        <message>
            <source>Summaries need a language model</source>
            <translation>Для переказу потрібна мовна модель</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Спробувати знову</translation>
        </message>
        <message>
            <source>Turn offline mode off and install</source>
            <translation>Вимкнути автономний режим і встановити</translation>
        </message>
        <message>
            <source>{done} of {total}</source>
            <translation>{done} із {total}</translation>
        </message>
        <message>
            <source>{model} · {size} · licence {licence}</source>
            <translation>{model} · {size} · ліцензія {licence}</translation>
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
        <name>LibraryFilter</name>
        <message>
            <source>Pinned only</source>
            <extracomment>More sites than this are not offered: the search finds the others.</extracomment>
            <translation>Лише закріплені</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Дата</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>Сайт</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Мова</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>Мітка</translation>
        </message>
        <message>
            <source>Show everything</source>
            <translation>Показати все</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Сьогодні</translation>
        </message>
        <message numerus="yes">
            <source>Last %n day(s)</source>
            <translation>
                <numerusform>Останній %n день</numerusform>
                <numerusform>Останні %n дні</numerusform>
                <numerusform>Останні %n днів</numerusform>
            </translation>
        </message>
        <message>
            <source>No longer only: {what}</source>
            <translation>Зняти відбір: {what}</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Відбір</translation>
        </message>
    </context>
    <context>
        <name>LibraryModel</name>
        <message>
            <source>Pinned</source>
            <extracomment>Rows fetched at a time.</extracomment>
            <translation>Закріплені</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Сьогодні</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Учора</translation>
        </message>
        <message>
            <source>Last seven days</source>
            <translation>Останні сім днів</translation>
        </message>
        <message>
            <source>Pasted text</source>
            <translation>Вставлений текст</translation>
        </message>
        <message numerus="yes">
            <source>%n figure(s)</source>
            <translation>
                <numerusform>%n показник</numerusform>
                <numerusform>%n показники</numerusform>
                <numerusform>%n показників</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LibraryPanel</name>
        <message>
            <source>Library</source>
            <extracomment>Milliseconds of quiet before what is typed is searched for.</extracomment>
            <translation>Бібліотека</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Пошук</translation>
        </message>
        <message>
            <source>Search the library</source>
            <translation>Шукати в бібліотеці</translation>
        </message>
        <message>
            <source>Kept digests</source>
            <translation>Збережені матеріали</translation>
        </message>
        <message>
            <source>Show everything</source>
            <translation>Показати все</translation>
        </message>
    </context>
    <context>
        <name>LibraryPresenter</name>
        <message>
            <source>Nothing like that is kept.</source>
            <extracomment>Milliseconds of quiet before words are also looked up in dictionaries.</extracomment>
            <translation>Нічого такого не знайшлося.</translation>
        </message>
        <message>
            <source>What you read is kept here, on this computer only.</source>
            <translation>Тут зберігається все, що ви читаєте, — лише на цьому комп’ютері.</translation>
        </message>
        <message>
            <source>“{title}” was deleted</source>
            <translation>Видалено: «{title}»</translation>
        </message>
        <message numerus="yes">
            <source>%n digest(s) were deleted</source>
            <translation>
                <numerusform>Видалено %n матеріал</numerusform>
                <numerusform>Видалено %n матеріали</numerusform>
                <numerusform>Видалено %n матеріалів</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Повернути</translation>
        </message>
        <message>
            <source>Clear the library</source>
            <translation>Очистити бібліотеку</translation>
        </message>
        <message numerus="yes">
            <source>Remove all %n digest(s) for good?</source>
            <translation>
                <numerusform>Видалити %n матеріал назавжди?</numerusform>
                <numerusform>Видалити всі %n матеріали назавжди?</numerusform>
                <numerusform>Видалити всі %n матеріалів назавжди?</numerusform>
            </translation>
        </message>
        <message>
            <source>Articles, summaries, tags and the queue are removed from this computer and overwritten. This cannot be undone. Copies in backups and exported files stay.</source>
            <translation>Статті, перекази, мітки й чергу буде видалено з цього комп’ютера й затерто. Повернути їх не вдасться. Залишаться резервні копії та збережені вами файли.</translation>
        </message>
        <message>
            <source>Remove everything</source>
            <translation>Видалити все</translation>
        </message>
        <message>
            <source>The library is empty: nothing is left in its files</source>
            <translation>Бібліотека порожня: у її файлах нічого не лишилося</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Відкрити</translation>
        </message>
        <message>
            <source>Summarize again</source>
            <translation>Переказати заново</translation>
        </message>
        <message>
            <source>Open the source</source>
            <translation>Відкрити джерело</translation>
        </message>
        <message>
            <source>Unpin</source>
            <translation>Відкріпити</translation>
        </message>
        <message>
            <source>Pin</source>
            <translation>Закріпити</translation>
        </message>
        <message>
            <source>Tags…</source>
            <translation>Мітки…</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Копіювати</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Видалити</translation>
        </message>
        <message>
            <source>From your library, {day}</source>
            <translation>З бібліотеки, {day}</translation>
        </message>
    </context>
    <context>
        <name>Listening</name>
        <message>
            <source>Listen</source>
            <translation>Слухати</translation>
        </message>
        <message>
            <source>Reads the summary aloud</source>
            <translation>Читає переказ уголос</translation>
        </message>
        <message>
            <source>Stop reading</source>
            <translation>Зупинити читання</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Digest</source>
            <extracomment>Widths, the sidebar's not counted, from which there are three columns, and two; below, one with tabs.</extracomment>
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
        <name>MenuBar</name>
        <message>
            <source>Article</source>
            <translation>Стаття</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Редагування</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Файл</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Довідка</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Вигляд</translation>
        </message>
    </context>
    <context>
        <name>ModelCardView</name>
        <message>
            <source>Asking for size and licence…</source>
            <translation>Дізнаємося розмір і ліцензію…</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Перевірити</translation>
        </message>
        <message>
            <source>Checking every byte…</source>
            <translation>Перевіряється кожен байт…</translation>
        </message>
        <message>
            <source>Go on ({size})</source>
            <translation>Продовжити ({size})</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>Використовується</translation>
        </message>
        <message>
            <source>Install ({size})</source>
            <translation>Встановити ({size})</translation>
        </message>
        <message>
            <source>Installed</source>
            <translation>Встановлена</translation>
        </message>
        <message>
            <source>Install…</source>
            <translation>Встановити…</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Залишити</translation>
        </message>
        <message>
            <source>Looking for a place to download from…</source>
            <translation>Шукаємо, звідки завантажити…</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>Виміряти</translation>
        </message>
        <message>
            <source>Not for commercial use.</source>
            <translation>Не для комерційного використання.</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Перебіг роботи</translation>
        </message>
        <message>
            <source>Reads every byte and compares it with what was installed</source>
            <translation>Читає кожен байт і порівнює з тим, що було встановлено</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Видалити</translation>
        </message>
        <message>
            <source>Remove it? {size} become free; it would have to be downloaded again.</source>
            <translation>Видалити? Звільниться {size}; якщо знадобиться, доведеться завантажувати знову.</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>Видалити…</translation>
        </message>
        <message>
            <source>Removing…</source>
            <translation>Видаляється…</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Зупинити</translation>
        </message>
        <message>
            <source>Summarizes the sample article and takes the time</source>
            <translation>Переказує пробну статтю й засікає час</translation>
        </message>
        <message>
            <source>Summarizing the sample article…</source>
            <translation>Переказується пробна стаття…</translation>
        </message>
        <message>
            <source>Take it off this list? Its file stays where it is.</source>
            <translation>Прибрати зі списку? Її файл лишиться на місці.</translation>
        </message>
        <message>
            <source>Go online</source>
            <translation>Вийти в мережу</translation>
        </message>
        <message>
            <source>Use</source>
            <translation>Вибрати</translation>
        </message>
        <message>
            <source>{done} of {total}</source>
            <translation>{done} з {total}</translation>
        </message>
    </context>
    <context>
        <name>ModelCounts</name>
        <message numerus="yes">
            <source>%n core(s)</source>
            <translation>
                <numerusform>%n ядро</numerusform>
                <numerusform>%n ядра</numerusform>
                <numerusform>%n ядер</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n language(s)</source>
            <translation>
                <numerusform>%n мова</numerusform>
                <numerusform>%n мови</numerusform>
                <numerusform>%n мов</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ModelWords</name>
        <message>
            <source>A tight fit for the memory of this computer.</source>
            <translation>Пам’яті цього комп’ютера вистачить упритул.</translation>
        </message>
        <message>
            <source>Better for this computer: {model}</source>
            <translation>Для цього комп’ютера краще: {model}</translation>
        </message>
        <message>
            <source>Lighter for this computer: {model}</source>
            <translation>Для цього комп’ютера легше: {model}</translation>
        </message>
        <message>
            <source>Needs more memory than this computer can spare.</source>
            <translation>Потрібно більше пам’яті, ніж цей комп’ютер може виділити.</translation>
        </message>
        <message>
            <source>No model fits this computer well; the figures work without one</source>
            <translation>Цьому комп’ютеру не підходить жодна модель; цифри працюють і без неї</translation>
        </message>
        <message>
            <source>The model you use suits this computer</source>
            <translation>Вибрана модель підходить цьому комп’ютеру</translation>
        </message>
        <message>
            <source>This computer: {memory} GB of memory</source>
            <translation>Цей комп’ютер: {memory} ГБ пам’яті</translation>
        </message>
        <message>
            <source>a graphics card</source>
            <translation>є відеокарта</translation>
        </message>
        <message>
            <source>no graphics card</source>
            <translation>без відеокарти</translation>
        </message>
        <message>
            <source>about {seconds} s for a usual article, estimated</source>
            <translation>приблизно {seconds} с на звичайну статтю, оцінка</translation>
        </message>
        <message>
            <source>{seconds} s for a usual article, measured here</source>
            <translation>{seconds} с на звичайну статтю, виміряно тут</translation>
        </message>
        <message>
            <source>licence unknown</source>
            <translation>ліцензія невідома</translation>
        </message>
        <message>
            <source>most languages</source>
            <translation>більшість мов</translation>
        </message>
        <message>
            <source>size told by the hub</source>
            <translation>розмір повідомить сховище</translation>
        </message>
        <message>
            <source>All models are slow here; the quickest is {model}</source>
            <translation>Усі моделі тут повільні; найшвидша — {model}</translation>
        </message>
    </context>
    <context>
        <name>ModelsPage</name>
        <message>
            <source>A GGUF file or safetensors folder, used where it lies; or a repository of the Hugging Face hub, written as owner/name. You see its size and licence before anything is downloaded.</source>
            <translation>Файл GGUF або тека safetensors використовуються там, де лежать; або сховище на Hugging Face у вигляді «власник/назва». Розмір і ліцензію ви побачите до завантаження.</translation>
        </message>
        <message>
            <source>Add a model</source>
            <translation>Додати модель</translation>
        </message>
        <message>
            <source>Add a model of your own</source>
            <translation>Додати власну модель</translation>
        </message>
        <message>
            <source>Choose a file…</source>
            <translation>Вибрати файл…</translation>
        </message>
        <message>
            <source>Every byte is as it should be.</source>
            <translation>Кожен байт на місці.</translation>
        </message>
        <message>
            <source>Installed and checked.</source>
            <translation>Встановлено й перевірено.</translation>
        </message>
        <message>
            <source>Look it up</source>
            <translation>Знайти</translation>
        </message>
        <message>
            <source>Measured.</source>
            <translation>Виміряно.</translation>
        </message>
        <message>
            <source>Models (*.gguf *.safetensors)</source>
            <extracomment>A model the reader named, asked about or on its way, that the shelf does not know yet.</extracomment>
            <translation>Моделі (*.gguf *.safetensors)</translation>
        </message>
        <message>
            <source>Nobody says under which licence it may be used; look at where it comes from.</source>
            <translation>Ліцензію ніде не вказано; подивіться там, звідки взято модель.</translation>
        </message>
        <message>
            <source>Repository of the Hugging Face hub</source>
            <translation>Сховище на Hugging Face</translation>
        </message>
        <message>
            <source>Show size and licence</source>
            <translation>Показати розмір і ліцензію</translation>
        </message>
        <message>
            <source>Stopped.</source>
            <translation>Зупинено.</translation>
        </message>
        <message>
            <source>Use it</source>
            <translation>Вибрати її</translation>
        </message>
        <message>
            <source>owner/name</source>
            <translation>власник/назва</translation>
        </message>
    </context>
    <context>
        <name>PageBadge</name>
        <message>
            <source>Page {number} of {total}</source>
            <translation>Стор. {number} з {total}</translation>
        </message>
    </context>
    <context>
        <name>Preferences</name>
        <message>
            <source>A notification of the system, only while the window is not in front.</source>
            <translation>Системним сповіщенням і лише поки вікно не на передньому плані.</translation>
        </message>
        <message>
            <source>A server</source>
            <translation>Сервер</translation>
        </message>
        <message>
            <source>A server is for those who run a language model elsewhere.</source>
            <translation>Сервер — для тих, у кого мовна модель працює деінде.</translation>
        </message>
        <message>
            <source>Address of the server</source>
            <translation>Адреса сервера</translation>
        </message>
        <message>
            <source>Also with Ctrl and the mouse wheel over the article.</source>
            <translation>Можна й коліщатком миші з Ctrl над статтею.</translation>
        </message>
        <message>
            <source>An article in another language is summarized into this one.</source>
            <translation>Статтю іншою мовою буде переказано цією.</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>Вигляд</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Як у системі</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Темний</translation>
        </message>
        <message>
            <source>Finished digests go into the library, on this computer only.</source>
            <translation>Готові перекази потрапляють до бібліотеки — лише на цьому комп’ютері.</translation>
        </message>
        <message>
            <source>For the article only, as in a book.</source>
            <translation>Лише для статті, як у книжці.</translation>
        </message>
        <message>
            <source>From the library; nothing is fetched again for it.</source>
            <translation>З бібліотеки; знову нічого не завантажується.</translation>
        </message>
        <message>
            <source>General</source>
            <translation>Загальні</translation>
        </message>
        <message>
            <source>Interface language</source>
            <translation>Мова інтерфейсу</translation>
        </message>
        <message>
            <source>Keep what I read</source>
            <translation>Зберігати прочитане</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Мова</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>Довжина</translation>
        </message>
        <message>
            <source>Letters with serifs</source>
            <translation>Шрифт із засічками</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Світлий</translation>
        </message>
        <message>
            <source>Light or dark, or whatever the system uses.</source>
            <translation>Світлий, темний або такий, як у системі.</translation>
        </message>
        <message>
            <source>Short</source>
            <translation>Короткий</translation>
        </message>
        <message>
            <source>Medium</source>
            <translation>Середній</translation>
        </message>
        <message>
            <source>Long</source>
            <translation>Докладний</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Модель</translation>
        </message>
        <message>
            <source>Nobody is contacted, whatever is asked. Files and text work as always.</source>
            <translation>Програма ні до кого не звертається, хоч би про що просили. Файли й текст працюють як завжди.</translation>
        </message>
        <message>
            <source>Off: the article and its figures show, the summary waits for you.</source>
            <translation>Якщо вимкнено, стаття та її цифри видно одразу, а переказ чекає на вашу команду.</translation>
        </message>
        <message>
            <source>Offline mode</source>
            <translation>Автономний режим</translation>
        </message>
        <message>
            <source>One that speaks like OpenAI's: llama.cpp, Ollama, LM Studio and others.</source>
            <translation>Підійде будь-який із протоколом OpenAI: llama.cpp, Ollama, LM Studio та інші.</translation>
        </message>
        <message>
            <source>Open the last article at the start</source>
            <translation>Відкривати останню статтю під час запуску</translation>
        </message>
        <message>
            <source>Privacy</source>
            <translation>Приватність</translation>
        </message>
        <message>
            <source>Reading</source>
            <translation>Читання</translation>
        </message>
        <message>
            <source>Short ones are the quickest and the most reliable.</source>
            <translation>Короткий готовий найшвидше й найнадійніший.</translation>
        </message>
        <message>
            <source>Show Kratko in the system tray</source>
            <translation>Показувати Kratko в системному лотку</translation>
        </message>
        <message>
            <source>Size of article text</source>
            <translation>Розмір тексту статті</translation>
        </message>
        <message>
            <source>Summaries</source>
            <translation>Перекази</translation>
        </message>
        <message>
            <source>Summarize at once</source>
            <translation>Переказувати одразу</translation>
        </message>
        <message>
            <source>Tell me when long work is done</source>
            <translation>Повідомляти, коли довгу роботу закінчено</translation>
        </message>
        <message>
            <source>The article's own</source>
            <translation>Мова статті</translation>
        </message>
        <message>
            <source>The language of menus and messages; it changes at once.</source>
            <translation>Мова меню та повідомлень; змінюється одразу.</translation>
        </message>
        <message>
            <source>The models that are installed; get others on the page Models.</source>
            <translation>Встановлені моделі; інші можна встановити на сторінці «Моделі».</translation>
        </message>
        <message>
            <source>This computer</source>
            <translation>Цей комп’ютер</translation>
        </message>
        <message>
            <source>Written by</source>
            <translation>Хто переказує</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Моделі</translation>
        </message>
        <message>
            <source>Paragraph</source>
            <translation>Абзац</translation>
        </message>
        <message>
            <source>Bullet points</source>
            <translation>По пунктах</translation>
        </message>
        <message>
            <source>Headline</source>
            <translation>Заголовок</translation>
        </message>
        <message>
            <source>Form</source>
            <translation>Вигляд</translation>
        </message>
        <message>
            <source>Points to look through, or a headline for a glance.</source>
            <translation>Пункти зручно переглядати, заголовок видно одразу.</translation>
        </message>
        <message>
            <source>Paste and digest from there. Closing the window leaves Kratko running; Quit ends it.</source>
            <translation>Звідти можна вставити й переказати. Якщо закрити вікно, Kratko працюватиме далі; завершує «Вихід».</translation>
        </message>
    </context>
    <context>
        <name>PreferencesDialog</name>
        <message>
            <source>Pages of the settings</source>
            <translation>Сторінки налаштувань</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Налаштування</translation>
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
        <message>
            <source>Go online</source>
            <translation>Вийти в мережу</translation>
        </message>
    </context>
    <context>
        <name>PrintJob</name>
        <message>
            <source>Preparing the pages…</source>
            <extracomment>Milliseconds after which it is told that pages are being laid out.</extracomment>
            <translation>Готуємо сторінки…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Скасувати</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Друк</translation>
        </message>
    </context>
    <context>
        <name>PrivacyPage</name>
        <message>
            <source>A model server of yours</source>
            <translation>Ваш сервер моделі</translation>
        </message>
        <message>
            <source>Blocked</source>
            <translation>Заборонено</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>Використовується</translation>
        </message>
        <message>
            <source>No account, no telemetry, no check for updates. What you read and keep stays in your user folder.</source>
            <translation>Ні облікового запису, ні телеметрії, ні перевірки оновлень. Прочитане та збережене лишається у вашій теці користувача.</translation>
        </message>
        <message>
            <source>Not set up</source>
            <translation>Не налаштовано</translation>
        </message>
        <message>
            <source>The page you open</source>
            <translation>Сторінка, яку ви відкриваєте</translation>
        </message>
        <message>
            <source>The place a model comes from</source>
            <translation>Місце, звідки береться модель</translation>
        </message>
        <message>
            <source>These are all the contacts Kratko can make:</source>
            <translation>Ось усе, до чого Kratko може звернутися:</translation>
        </message>
        <message>
            <source>When asked</source>
            <translation>На ваше прохання</translation>
        </message>
        <message>
            <source>When you give a link: the site learns your network address, as with a browser. No cookies.</source>
            <translation>Коли ви даєте посилання: сайт дізнається вашу мережеву адресу, як і від браузера. Без файлів cookie.</translation>
        </message>
        <message>
            <source>When you install one: the Hugging Face hub or a Python package index. Nothing you read is sent.</source>
            <translation>Коли ви її встановлюєте: сховище Hugging Face або каталог пакунків Python. Нічого з прочитаного не надсилається.</translation>
        </message>
        <message>
            <source>When you set one up under Summaries: it receives the text of each article you summarize.</source>
            <translation>Якщо ви вказали його на сторінці «Перекази»: він отримує текст кожної статті, яку переказуєте.</translation>
        </message>
        <message>
            <source>{variable} is set, so this run of Kratko stays offline.</source>
            <translation>Задано змінну {variable}, тому цей запуск Kratko лишається автономним.</translation>
        </message>
    </context>
    <context>
        <name>QueueModel</name>
        <message>
            <source>Text</source>
            <extracomment>Items on their way from one place of the list to another.</extracomment>
            <translation>Текст</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Чекає</translation>
        </message>
        <message>
            <source>Being read</source>
            <translation>Читається</translation>
        </message>
        <message>
            <source>Figures are there</source>
            <translation>Показники готові</translation>
        </message>
        <message>
            <source>Summary being written</source>
            <translation>Пишеться переказ</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Готово</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Не вдалося</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>Зупинено</translation>
        </message>
    </context>
    <context>
        <name>QueuePanel</name>
        <message>
            <source>Queue</source>
            <extracomment>Items that the panel makes room for by itself; more are scrolled.</extracomment>
            <translation>Черга</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Продовжити</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Призупинити</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Ще</translation>
        </message>
        <message>
            <source>Progress of the queue</source>
            <translation>Хід черги</translation>
        </message>
        <message>
            <source>Items of the queue</source>
            <translation>Матеріали в черзі</translation>
        </message>
    </context>
    <context>
        <name>QueuePresenter</name>
        <message>
            <source>Nothing new to read there</source>
            <extracomment>Milliseconds between two looks at the progress: a thousand changes a second are one to the eye.</extracomment>
            <translation>Там немає нічого нового для читання</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) of other kinds were passed over</source>
            <translation>
                <numerusform>Пропущено %n файл іншого типу</numerusform>
                <numerusform>Пропущено %n файли іншого типу</numerusform>
                <numerusform>Пропущено %n файлів іншого типу</numerusform>
            </translation>
        </message>
        <message>
            <source>The queue is paused</source>
            <translation>Чергу призупинено</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Продовжити</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Відкрити</translation>
        </message>
        <message>
            <source>Open the source</source>
            <translation>Відкрити джерело</translation>
        </message>
        <message>
            <source>To the front</source>
            <translation>На початок</translation>
        </message>
        <message>
            <source>To the end</source>
            <translation>У кінець</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Спробувати знову</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Зупинити</translation>
        </message>
        <message>
            <source>Take out of the queue</source>
            <translation>Прибрати з черги</translation>
        </message>
        <message>
            <source>Try all failed again</source>
            <translation>Повторити невдалі</translation>
        </message>
        <message>
            <source>Stop all</source>
            <translation>Зупинити все</translation>
        </message>
        <message>
            <source>Clear finished</source>
            <translation>Прибрати завершені</translation>
        </message>
        <message>
            <source>Watch a folder…</source>
            <translation>Стежити за текою…</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>Пауза</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>Що робити</translation>
        </message>
        <message>
            <source>The figures are there.</source>
            <translation>Показники готові.</translation>
        </message>
        <message>
            <source>Summarize all</source>
            <translation>Переказати все</translation>
        </message>
        <message>
            <source>Queue: {count}</source>
            <translation>Черга: {count}</translation>
        </message>
        <message>
            <source>{done} of {all}</source>
            <translation>{done} з {all}</translation>
        </message>
        <message numerus="yes">
            <source>%n failed</source>
            <translation>
                <numerusform>%n з помилкою</numerusform>
                <numerusform>%n з помилкою</numerusform>
                <numerusform>%n з помилкою</numerusform>
            </translation>
        </message>
        <message>
            <source>All done</source>
            <translation>Усе готово</translation>
        </message>
        <message>
            <source>Reading ahead</source>
            <translation>Читання матеріалів</translation>
        </message>
        <message>
            <source>About a minute left</source>
            <translation>Лишилося близько хвилини</translation>
        </message>
        <message numerus="yes">
            <source>About %n minute(s) left</source>
            <translation>
                <numerusform>Лишилося близько %n хвилини</numerusform>
                <numerusform>Лишилося близько %n хвилин</numerusform>
                <numerusform>Лишилося близько %n хвилин</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>About %n hour(s) left</source>
            <translation>
                <numerusform>Лишилася приблизно %n година</numerusform>
                <numerusform>Лишилося приблизно %n години</numerusform>
                <numerusform>Лишилося приблизно %n годин</numerusform>
            </translation>
        </message>
        <message>
            <source>Stop watching the folder</source>
            <translation>Більше не стежити за текою</translation>
        </message>
        <message>
            <source>Watching “{folder}”</source>
            <translation>Стеження за текою «{folder}»</translation>
        </message>
    </context>
    <context>
        <name>QuickOpen</name>
        <message>
            <source>An article you read, or a command</source>
            <translation>Прочитана стаття або команда</translation>
        </message>
        <message>
            <source>Articles and commands</source>
            <translation>Статті й команди</translation>
        </message>
        <message>
            <source>Go to</source>
            <translation>Перейти</translation>
        </message>
        <message>
            <source>Nothing by that name</source>
            <translation>Нічого з такою назвою</translation>
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
        <name>ReadingMenus</name>
        <message>
            <source>Copy</source>
            <translation>Копіювати</translation>
        </message>
        <message>
            <source>Copy the link</source>
            <translation>Копіювати посилання</translation>
        </message>
        <message>
            <source>Copy with source</source>
            <translation>Копіювати з джерелом</translation>
        </message>
        <message>
            <source>Find this in the article</source>
            <translation>Знайти це у статті</translation>
        </message>
        <message>
            <source>Select all</source>
            <translation>Виділити все</translation>
        </message>
        <message>
            <source>Show “{figure}” among the figures</source>
            <translation>Показати «{figure}» серед цифр</translation>
        </message>
    </context>
    <context>
        <name>ServerNote</name>
        <message>
            <source>Text leaves this computer</source>
            <translation>Текст залишає цей комп’ютер</translation>
        </message>
        <message>
            <source>The server is on this computer, so the text stays here.</source>
            <translation>Сервер на цьому ж комп’ютері, тому текст лишається тут.</translation>
        </message>
        <message>
            <source>The whole text of every article you summarize is sent to {host}.</source>
            <translation>Повний текст кожної статті, яку ви переказуєте, надсилається на {host}.</translation>
        </message>
        <message>
            <source>This is not a web address</source>
            <translation>Це не вебадреса</translation>
        </message>
        <message>
            <source>Without an address, the usual one of llama.cpp on this computer is asked.</source>
            <translation>Без адреси використовується звичайна адреса llama.cpp на цьому комп’ютері.</translation>
        </message>
        <message>
            <source>Write it like this: http://127.0.0.1:8080/v1</source>
            <translation>Напишіть так: http://127.0.0.1:8080/v1</translation>
        </message>
    </context>
    <context>
        <name>ShareDialog</name>
        <message>
            <source>Copied</source>
            <translation>Скопійовано</translation>
        </message>
        <message>
            <source>Share picture</source>
            <translation>Картинка, щоб поділитися</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Розмір</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>Кольори</translation>
        </message>
        <message>
            <source>Wide</source>
            <translation>Широка</translation>
        </message>
        <message>
            <source>Square</source>
            <translation>Квадратна</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Світла</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Темна</translation>
        </message>
        <message>
            <source>The picture; drag it where you want it</source>
            <translation>Картинка; її можна перетягнути куди завгодно</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>Зберегти…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Закрити</translation>
        </message>
        <message>
            <source>Copy picture</source>
            <translation>Скопіювати картинку</translation>
        </message>
    </context>
    <context>
        <name>ShortcutsDialog</name>
        <message>
            <source>Arrows; Enter</source>
            <translation>Стрілки; Enter</translation>
        </message>
        <message>
            <source>Ctrl+wheel</source>
            <translation>Ctrl+коліщатко</translation>
        </message>
        <message>
            <source>Drop a file or link anywhere</source>
            <translation>Перетягніть файл або посилання будь-куди</translation>
        </message>
        <message>
            <source>From number to number in the summary; follow</source>
            <translation>Від числа до числа в переказі; перейти</translation>
        </message>
        <message>
            <source>Keys and mouse</source>
            <translation>Клавіші й миша</translation>
        </message>
        <message>
            <source>Read what you drop</source>
            <translation>Прочитати перетягнуте</translation>
        </message>
        <message>
            <source>Size of the article text</source>
            <translation>Розмір тексту статті</translation>
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
        <name>Snackbar</name>
        <message>
            <source>Close</source>
            <extracomment>Milliseconds it stays; WCAG 2.2 (2.2.1) asks that what can be undone stays possible after: Ctrl+Z goes on to work.</extracomment>
            <translation>Закрити</translation>
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
        <message>
            <source>Offline mode: nobody is contacted</source>
            <translation>Автономний режим: мережа не використовується</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>Оновити</translation>
        </message>
        <message>
            <source>Nothing is kept</source>
            <translation>Нічого не зберігається</translation>
        </message>
    </context>
    <context>
        <name>StyleButton</name>
        <message>
            <source>Paragraph</source>
            <translation>Абзац</translation>
        </message>
        <message>
            <source>Bullet points</source>
            <translation>По пунктах</translation>
        </message>
        <message>
            <source>Headline</source>
            <translation>Заголовок</translation>
        </message>
        <message>
            <source>Form of the summary: {style}</source>
            <translation>Вигляд переказу: {style}</translation>
        </message>
    </context>
    <context>
        <name>SummaryHead</name>
        <message>
            <source>Summary</source>
            <translation>Переказ</translation>
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
            <source>Drag this into another program to take summary and figures along</source>
            <translation>Перетягніть в іншу програму, щоб узяти з собою переказ і цифри</translation>
        </message>
        <message>
            <source>Text of the summary</source>
            <translation>Текст переказу</translation>
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
        <message>
            <source>Share</source>
            <translation>Поділитися</translation>
        </message>
        <message>
            <source>Share, save or print the digest</source>
            <translation>Поділитися, зберегти або надрукувати</translation>
        </message>
        <message>
            <source>Not summarized yet.</source>
            <translation>Переказу поки немає.</translation>
        </message>
        <message>
            <source>The summary follows when it is its turn.</source>
            <translation>Переказ з’явиться, коли надійде черга.</translation>
        </message>
        <message>
            <source>Ask…</source>
            <translation>Запитати…</translation>
        </message>
        <message>
            <source>Ask about something in the article</source>
            <translation>Запитати про щось зі статті</translation>
        </message>
    </context>
    <context>
        <name>Surroundings</name>
        <message>
            <source>The usual one ({model})</source>
            <translation>Звичайна ({model})</translation>
        </message>
    </context>
    <context>
        <name>TagDialog</name>
        <message>
            <source>Tags</source>
            <translation>Мітки</translation>
        </message>
        <message>
            <source>New tags, separated by commas</source>
            <translation>Нові мітки через кому</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Зберегти</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Скасувати</translation>
        </message>
        <message numerus="yes">
            <source>Tags of %n digest(s)</source>
            <translation>
                <numerusform>Мітки %n матеріалу</numerusform>
                <numerusform>Мітки %n матеріалів</numerusform>
                <numerusform>Мітки %n матеріалів</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Takeaway</name>
        <message>
            <source>Save the digest as</source>
            <extracomment>The commands that need a digest.</extracomment>
            <translation>Зберегти як</translation>
        </message>
        <message>
            <source>Save the picture as</source>
            <translation>Зберегти картинку як</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Картинка</translation>
        </message>
        <message>
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>Word</source>
            <translation>Word</translation>
        </message>
        <message>
            <source>Web page</source>
            <translation>Вебсторінка</translation>
        </message>
        <message>
            <source>Markdown</source>
            <translation>Markdown</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Текст</translation>
        </message>
        <message>
            <source>Share picture</source>
            <translation>Картинка, щоб поділитися</translation>
        </message>
        <message>
            <source>Table of the figures</source>
            <translation>Таблиця цифр</translation>
        </message>
        <message>
            <source>JSON, opens in Kratko again</source>
            <translation>JSON, знову відкривається в Kratko</translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>Open Kratko</source>
            <translation>Відкрити Kratko</translation>
        </message>
        <message>
            <source>Paste and digest</source>
            <translation>Вставити й прочитати</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Вихід</translation>
        </message>
    </context>
    <context>
        <name>WatchedFolder</name>
        <message>
            <source>Watch a folder</source>
            <extracomment>Milliseconds in which files that come together go into the queue together.</extracomment>
            <translation>Стежити за текою</translation>
        </message>
    </context>
    <context>
        <name>WelcomePage</name>
        <message>
            <source>Begin meanwhile</source>
            <translation>Почати, не чекаючи</translation>
        </message>
        <message>
            <source>Figures are found without a model, so you can begin at once and install it later.</source>
            <translation>Цифри знаходяться й без моделі: можна почати одразу, а встановити її потім.</translation>
        </message>
        <message>
            <source>Give it a link, a file or some text: it shows a short summary beside the key figures, each at its place in the article. Everything is worked out on this computer.</source>
            <translation>Дайте посилання, файл або текст — і побачите короткий переказ поруч із головними цифрами, кожну на її місці у статті. Усе робиться на цьому комп’ютері.</translation>
        </message>
        <message>
            <source>Kept in {folder}</source>
            <translation>Зберігається в {folder}</translation>
        </message>
        <message>
            <source>Kratko reads an article for you</source>
            <translation>Kratko прочитає статтю за вас</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Пізніше</translation>
        </message>
        <message>
            <source>Once it is here, Kratko works without the internet. You can remove it at any time.</source>
            <translation>Коли її встановлено, Kratko працює без інтернету. Видалити її можна будь-коли.</translation>
        </message>
        <message>
            <source>Welcome</source>
            <translation>Ласкаво просимо</translation>
        </message>
    </context>
    <context>
        <name>Notifier</name>
        <message>
            <source>The model could not be installed</source>
            <translation>Модель не вдалося встановити</translation>
        </message>
        <message>
            <source>The model is installed</source>
            <translation>Модель встановлено</translation>
        </message>
        <message>
            <source>The summary is ready</source>
            <translation>Переказ готовий</translation>
        </message>
        <message>
            <source>The queue is done</source>
            <translation>Чергу опрацьовано</translation>
        </message>
        <message numerus="yes">
            <source>%n source(s) read</source>
            <translation>
                <numerusform>Прочитано %n матеріал</numerusform>
                <numerusform>Прочитано %n матеріали</numerusform>
                <numerusform>Прочитано %n матеріалів</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>_PrivateNote</name>
        <message>
            <source>Nothing you read now is kept.</source>
            <translation>Прочитане зараз не зберігається.</translation>
        </message>
        <message>
            <source>Keep again</source>
            <translation>Зберігати</translation>
        </message>
    </context>
</TS>
