<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
    <context>
        <name>AboutDialog</name>
        <message>
            <source>About Kratko</source>
            <translation>О программе Kratko</translation>
        </message>
        <message>
            <source>Built on</source>
            <translation>Основано на</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Закрыть</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Скопировано</translation>
        </message>
        <message>
            <source>Copy versions</source>
            <translation>Скопировать версии</translation>
        </message>
        <message>
            <source>Free software under the Apache-2.0 licence. Models have licences of their own, shown on their page.</source>
            <translation>Свободная программа под лицензией Apache-2.0. У моделей свои лицензии, они показаны на их странице.</translation>
        </message>
        <message>
            <source>Reads an article for you: a short summary beside the key figures, all on this computer.</source>
            <translation>Читает статью за вас: краткий пересказ рядом с главными цифрами, и всё на этом компьютере.</translation>
        </message>
        <message>
            <source>Version {version}</source>
            <translation>Версия {version}</translation>
        </message>
    </context>
    <context>
        <name>AddressBar</name>
        <message>
            <source>Paste a link or text, or drop files anywhere</source>
            <translation>Вставьте ссылку или текст либо перетащите файлы в окно</translation>
        </message>
        <message>
            <source>Link or text</source>
            <translation>Ссылка или текст</translation>
        </message>
        <message>
            <source>Digest</source>
            <translation>Прочитать</translation>
        </message>
        <message>
            <source>Read and summarize (Enter)</source>
            <translation>Прочитать и пересказать (Enter)</translation>
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
            <translation>А что о …?</translation>
        </message>
        <message>
            <source>Ask about something in the article</source>
            <translation>Спросить о чём-то из статьи</translation>
        </message>
        <message>
            <source>Back to the whole article</source>
            <extracomment>Characters; a question is no text.</extracomment>
            <translation>Вернуться ко всей статье</translation>
        </message>
    </context>
    <context>
        <name>ChoicesButton</name>
        <message>
            <source>Language, length and form of the summary: {chosen}</source>
            <translation>Язык, длина и вид пересказа: {chosen}</translation>
        </message>
    </context>
    <context>
        <name>ClaimWords</name>
        <message>
            <source>Found in the article</source>
            <translation>Есть в статье</translation>
        </message>
        <message>
            <source>Found in the article in another form</source>
            <translation>Есть в статье в другой форме</translation>
        </message>
        <message>
            <source>In the article: “{words}”</source>
            <translation>В статье: «{words}»</translation>
        </message>
        <message>
            <source>Rounded from: {values}</source>
            <translation>Округлено: {values}</translation>
        </message>
        <message>
            <source>Sum of: {values}</source>
            <translation>Сумма: {values}</translation>
        </message>
        <message>
            <source>Difference between: {values}</source>
            <translation>Разница: {values}</translation>
        </message>
        <message>
            <source>Share worked out from: {values}</source>
            <translation>Доля, вычисленная из: {values}</translation>
        </message>
        <message>
            <source>Change worked out from: {values}</source>
            <translation>Изменение, вычисленное из: {values}</translation>
        </message>
        <message>
            <source>Counted in the article: {values}</source>
            <translation>Сосчитано в статье: {values}</translation>
        </message>
        <message>
            <source>Worked out from: {values}</source>
            <translation>Вычислено из: {values}</translation>
        </message>
        <message>
            <source>The article gives this number in another unit</source>
            <translation>В статье это число дано в других единицах</translation>
        </message>
        <message>
            <source>In the article this number counts something else</source>
            <translation>В статье это число относится к другому</translation>
        </message>
        <message>
            <source>The article tells of another change</source>
            <translation>В статье говорится о другом изменении</translation>
        </message>
        <message>
            <source>The article says this of another number or name</source>
            <translation>В статье это сказано о другом числе или имени</translation>
        </message>
        <message>
            <source>In the article the parts of this name belong to different names</source>
            <translation>В статье части этого имени принадлежат разным именам</translation>
        </message>
        <message>
            <source>In the article somebody else did this</source>
            <translation>В статье это сделал кто-то другой</translation>
        </message>
        <message>
            <source>The article affirms what is denied here, or the reverse</source>
            <translation>Статья утверждает то, что здесь отрицается, или наоборот</translation>
        </message>
        <message>
            <source>The article only says that this was wanted or planned</source>
            <translation>В статье сказано лишь, что этого хотели или это планировали</translation>
        </message>
        <message>
            <source>The article has a word of opposite meaning</source>
            <translation>В статье стоит слово с противоположным смыслом</translation>
        </message>
        <message>
            <source>The article does not say these things together</source>
            <translation>В статье это не связано друг с другом</translation>
        </message>
        <message>
            <source>This number was not found in the article</source>
            <translation>Этого числа в статье не нашлось</translation>
        </message>
        <message>
            <source>This date was not found in the article</source>
            <translation>Этой даты в статье не нашлось</translation>
        </message>
        <message>
            <source>This name was not found in the article</source>
            <translation>Этого имени в статье не нашлось</translation>
        </message>
        <message>
            <source>This statement was not found in the article</source>
            <translation>Этого утверждения в статье не нашлось</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>User guide</source>
            <translation>Руководство</translation>
        </message>
        <message>
            <source>Paste and digest</source>
            <translation>Вставить и пересказать</translation>
        </message>
        <message>
            <source>Open a file…</source>
            <translation>Открыть файл…</translation>
        </message>
        <message>
            <source>Type a link</source>
            <translation>Ввести ссылку</translation>
        </message>
        <message>
            <source>Try a sample</source>
            <translation>Попробовать на примере</translation>
        </message>
        <message>
            <source>Copy the summary</source>
            <translation>Скопировать пересказ</translation>
        </message>
        <message>
            <source>Save as…</source>
            <translation>Сохранить как…</translation>
        </message>
        <message>
            <source>Copy summary and figures</source>
            <translation>Скопировать пересказ и цифры</translation>
        </message>
        <message>
            <source>Copy as Markdown</source>
            <translation>Скопировать как Markdown</translation>
        </message>
        <message>
            <source>Share picture…</source>
            <translation>Картинка, чтобы поделиться…</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>Печать…</translation>
        </message>
        <message>
            <source>Compare with…</source>
            <translation>Сравнить с…</translation>
        </message>
        <message>
            <source>Next figure</source>
            <translation>Следующая цифра</translation>
        </message>
        <message>
            <source>Previous figure</source>
            <translation>Предыдущая цифра</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>Крупнее текст</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>Мельче текст</translation>
        </message>
        <message>
            <source>Usual text size</source>
            <translation>Обычный размер текста</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Остановить</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Выйти</translation>
        </message>
        <message>
            <source>Share</source>
            <extracomment>The menu behind ☰; ``None`` is a line between groups. The menu of the button “Share”, also behind ☰. Where macOS puts commands of its own accord; all others stay where they are.</extracomment>
            <translation>Поделиться</translation>
        </message>
        <message>
            <source>With the text of the article</source>
            <translation>С текстом статьи</translation>
        </message>
        <message>
            <source>Letters with serifs</source>
            <translation>Шрифт с засечками</translation>
        </message>
        <message>
            <source>Summarize at once</source>
            <translation>Пересказывать сразу</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>Оформление</translation>
        </message>
        <message>
            <source>Interface language</source>
            <translation>Язык интерфейса</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Как в системе</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Светлое</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Тёмное</translation>
        </message>
        <message>
            <source>Queue and library</source>
            <translation>Очередь и библиотека</translation>
        </message>
        <message>
            <source>Privacy…</source>
            <translation>Приватность…</translation>
        </message>
        <message>
            <source>Settings…</source>
            <translation>Настройки…</translation>
        </message>
        <message>
            <source>Search the library</source>
            <translation>Искать в библиотеке</translation>
        </message>
        <message>
            <source>Read again</source>
            <translation>Прочитать заново</translation>
        </message>
        <message>
            <source>Undo deleting</source>
            <translation>Отменить удаление</translation>
        </message>
        <message>
            <source>Clear the library…</source>
            <translation>Очистить библиотеку…</translation>
        </message>
        <message>
            <source>Keep digests</source>
            <translation>Хранить прочитанное</translation>
        </message>
        <message>
            <source>Models…</source>
            <translation>Модели…</translation>
        </message>
        <message>
            <source>Watch a folder…</source>
            <translation>Следить за папкой…</translation>
        </message>
        <message>
            <source>About Kratko</source>
            <translation>О программе Kratko</translation>
        </message>
        <message>
            <source>Find in the article</source>
            <translation>Найти в статье</translation>
        </message>
        <message>
            <source>Find next</source>
            <translation>Найти далее</translation>
        </message>
        <message>
            <source>Find previous</source>
            <translation>Найти ранее</translation>
        </message>
        <message>
            <source>Go to…</source>
            <translation>Перейти…</translation>
        </message>
        <message>
            <source>Keys and mouse</source>
            <translation>Клавиши и мышь</translation>
        </message>
        <message>
            <source>Read the summary aloud</source>
            <translation>Прочитать пересказ вслух</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Вид</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Справка</translation>
        </message>
    </context>
    <context>
        <name>CompareBars</name>
        <message>
            <source>Comparison: {rows}</source>
            <extracomment>Share of the width that labels beside bars may take; longer ones go above their bars.</extracomment>
            <translation>Сравнение: {rows}</translation>
        </message>
    </context>
    <context>
        <name>CompareDialog</name>
        <message>
            <source>Compare with</source>
            <translation>С чем сравнить</translation>
        </message>
        <message>
            <source>Tick what to compare with: figures about the same things are set side by side.</source>
            <translation>Отметьте, с чем сравнить: цифры об одном и том же встанут рядом.</translation>
        </message>
        <message>
            <source>Nothing else like that is kept. Exported files can be compared as well.</source>
            <translation>Больше ничего такого не сохранено. Сравнить можно и с выгруженными файлами.</translation>
        </message>
        <message>
            <source>Search the library</source>
            <translation>Найти в библиотеке</translation>
        </message>
        <message>
            <source>Kept digests</source>
            <translation>Сохранённые статьи</translation>
        </message>
        <message>
            <source>From a file…</source>
            <translation>Из файла…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Отменить</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Сравнить</translation>
        </message>
    </context>
    <context>
        <name>ComparePage</name>
        <message>
            <source>Copied</source>
            <translation>Скопировано</translation>
        </message>
        <message>
            <source>Comparison</source>
            <translation>Сравнение</translation>
        </message>
        <message>
            <source>Figures side by side</source>
            <translation>Цифры рядом</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Закрыть</translation>
        </message>
        <message>
            <source>Close the comparison</source>
            <translation>Закрыть сравнение</translation>
        </message>
        <message>
            <source>Add…</source>
            <translation>Добавить…</translation>
        </message>
        <message>
            <source>Compare with more digests</source>
            <translation>Сравнить ещё и с другими</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>Сохранить…</translation>
        </message>
        <message>
            <source>Comparing…</source>
            <translation>Сравниваем…</translation>
        </message>
        <message>
            <source>No two of these tell a figure of the same thing.</source>
            <translation>Цифр об одном и том же в них не нашлось.</translation>
        </message>
        <message>
            <source>Each difference is to the first figure of its row.</source>
            <translation>Разница — с первой цифрой в строке.</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Скопировать</translation>
        </message>
    </context>
    <context>
        <name>Comparing</name>
        <message>
            <source>Web page</source>
            <extracomment>The command that needs a digest.</extracomment>
            <translation>Веб-страница</translation>
        </message>
        <message>
            <source>Markdown</source>
            <translation>Markdown</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Таблица</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Текст</translation>
        </message>
        <message>
            <source>Comparison</source>
            <translation>Сравнение</translation>
        </message>
        <message>
            <source>Save the comparison as</source>
            <translation>Сохранить сравнение как</translation>
        </message>
        <message>
            <source>Exported digests (*.json *.jsonl)</source>
            <translation>Выгруженные статьи (*.json *.jsonl)</translation>
        </message>
        <message>
            <source>Compare with</source>
            <translation>С чем сравнить</translation>
        </message>
    </context>
    <context>
        <name>ComparisonModel</name>
        <message>
            <source>Only in “{title}”</source>
            <extracomment>Most figures that one digest alone has; all of them are in the file.</extracomment>
            <translation>Только здесь: «{title}»</translation>
        </message>
        <message>
            <source>no figure</source>
            <translation>цифры нет</translation>
        </message>
        <message>
            <source>What it is about</source>
            <translation>О чём</translation>
        </message>
    </context>
    <context>
        <name>DropOverlay</name>
        <message>
            <source>Drop to digest</source>
            <translation>Отпустите, чтобы прочитать кратко</translation>
        </message>
    </context>
    <context>
        <name>EmptyPage</name>
        <message>
            <source>What would you like to read in short?</source>
            <translation>Что прочитать кратко?</translation>
        </message>
        <message>
            <source>Kratko sums the article up and shows its key figures. It all happens on this computer.</source>
            <translation>Kratko перескажет статью и покажет главные цифры. Всё происходит на этом компьютере.</translation>
        </message>
        <message>
            <source>A link</source>
            <translation>Ссылка</translation>
        </message>
        <message>
            <source>Type or paste it above and press Enter</source>
            <translation>Введите или вставьте её выше и нажмите Enter</translation>
        </message>
        <message>
            <source>Some text</source>
            <translation>Текст</translation>
        </message>
        <message>
            <source>Press {shortcut} anywhere in the window</source>
            <translation>Нажмите {shortcut} в любом месте окна</translation>
        </message>
        <message>
            <source>A file</source>
            <translation>Файл</translation>
        </message>
        <message>
            <source>Drop it here, or click to choose one</source>
            <translation>Перетащите его сюда или нажмите, чтобы выбрать</translation>
        </message>
        <message>
            <source>Or try a sample article</source>
            <translation>Или попробовать на примере</translation>
        </message>
        <message>
            <source>Ways to begin</source>
            <translation>С чего начать</translation>
        </message>
    </context>
    <context>
        <name>Exits</name>
        <message>
            <source>Save as…</source>
            <translation>Сохранить как…</translation>
        </message>
        <message>
            <source>Copy summary and figures</source>
            <translation>Скопировать пересказ и цифры</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>Печать…</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Сравнить</translation>
        </message>
    </context>
    <context>
        <name>FeedPage</name>
        <message numerus="yes">
            <source>Digest %n article(s)</source>
            <translation>
                <numerusform>Прочитать %n статью</numerusform>
                <numerusform>Прочитать %n статьи</numerusform>
                <numerusform>Прочитать %n статей</numerusform>
            </translation>
        </message>
        <message>
            <source>Digest</source>
            <translation>Прочитать</translation>
        </message>
        <message>
            <source>Tick all</source>
            <translation>Отметить все</translation>
        </message>
        <message>
            <source>Untick all</source>
            <translation>Снять все отметки</translation>
        </message>
        <message numerus="yes">
            <source>A feed of %n article(s). Choose which to digest.</source>
            <translation>
                <numerusform>В ленте %n статья. Выберите, что прочитать.</numerusform>
                <numerusform>В ленте %n статьи. Выберите, что прочитать.</numerusform>
                <numerusform>В ленте %n статей. Выберите, что прочитать.</numerusform>
            </translation>
        </message>
        <message>
            <source>Articles of the feed</source>
            <translation>Статьи ленты</translation>
        </message>
    </context>
    <context>
        <name>FigureCard</name>
        <message numerus="yes">
            <source>in %n place(s)</source>
            <translation>
                <numerusform>в %n месте</numerusform>
                <numerusform>в %n местах</numerusform>
                <numerusform>в %n местах</numerusform>
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
            <translation>около</translation>
        </message>
        <message>
            <source>at least</source>
            <translation>не менее</translation>
        </message>
        <message>
            <source>at most</source>
            <translation>не более</translation>
        </message>
        <message>
            <source>rose by</source>
            <translation>рост на</translation>
        </message>
        <message>
            <source>fell by</source>
            <translation>снижение на</translation>
        </message>
        <message>
            <source>rose from</source>
            <translation>рост с</translation>
        </message>
        <message>
            <source>fell from</source>
            <translation>снижение с</translation>
        </message>
        <message>
            <source>rose to</source>
            <translation>рост до</translation>
        </message>
        <message>
            <source>fell to</source>
            <translation>снижение до</translation>
        </message>
        <message>
            <source>also in the summary</source>
            <translation>есть и в пересказе</translation>
        </message>
        <message>
            <source>age</source>
            <translation>возраст</translation>
        </message>
        <message>
            <source>another value elsewhere</source>
            <translation>есть и другое значение</translation>
        </message>
    </context>
    <context>
        <name>FiguresView</name>
        <message>
            <source>Key figures</source>
            <extracomment>Cards shown before the reader asks for all.</extracomment>
            <translation>Главные цифры</translation>
        </message>
        <message>
            <source>Copy all figures</source>
            <translation>Скопировать все цифры</translation>
        </message>
        <message>
            <source>No figures in the article itself.</source>
            <translation>В самой статье цифр нет.</translation>
        </message>
        <message numerus="yes">
            <source>Show all %n figures</source>
            <translation>
                <numerusform>Показать все %n цифру</numerusform>
                <numerusform>Показать все %n цифры</numerusform>
                <numerusform>Показать все %n цифр</numerusform>
            </translation>
        </message>
        <message>
            <source>Compared</source>
            <translation>Сравнение</translation>
        </message>
        <message>
            <source>Also on this page</source>
            <translation>Ещё на этой странице</translation>
        </message>
        <message>
            <source>Figures from headlines of other stories on the same page</source>
            <translation>Цифры из заголовков других материалов на той же странице</translation>
        </message>
        <message>
            <source>Show in the article</source>
            <translation>Показать в статье</translation>
        </message>
        <message>
            <source>Copy the figure</source>
            <translation>Скопировать цифру</translation>
        </message>
        <message>
            <source>Copy its sentence</source>
            <translation>Скопировать предложение</translation>
        </message>
        <message>
            <source>Summary about this</source>
            <translation>Пересказать об этом</translation>
        </message>
    </context>
    <context>
        <name>FileJobs</name>
        <message>
            <source>Writing {name}…</source>
            <translation>Записываем {name}…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Отменить</translation>
        </message>
        <message>
            <source>Saved: {name}</source>
            <translation>Сохранено: {name}</translation>
        </message>
        <message>
            <source>Saved: {first} … {last}</source>
            <translation>Сохранено: {first} … {last}</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>Показать в папке</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Закрыть</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Открыть</translation>
        </message>
        <message>
            <source>Choose another name</source>
            <translation>Выбрать другое имя</translation>
        </message>
        <message>
            <source>Choose another place</source>
            <translation>Выбрать другое место</translation>
        </message>
    </context>
    <context>
        <name>FilePrompt</name>
        <message numerus="yes">
            <source>%n file(s) of these names are there already. Replace them?</source>
            <extracomment>Milliseconds after which it is told that a file is being written; most are done sooner.</extracomment>
            <translation>
                <numerusform>%n файл с таким именем уже есть. Заменить его?</numerusform>
                <numerusform>%n файла с такими именами уже есть. Заменить их?</numerusform>
                <numerusform>%n файлов с такими именами уже есть. Заменить их?</numerusform>
            </translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>Заменить</translation>
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message>
            <source>Close</source>
            <translation>Закрыть</translation>
        </message>
        <message>
            <source>Find in the article</source>
            <translation>Найти в статье</translation>
        </message>
        <message>
            <source>Next place</source>
            <translation>Следующее место</translation>
        </message>
        <message>
            <source>Not found</source>
            <translation>Не найдено</translation>
        </message>
        <message>
            <source>Previous place</source>
            <translation>Предыдущее место</translation>
        </message>
        <message>
            <source>{number} of {all}</source>
            <translation>{number} из {all}</translation>
        </message>
    </context>
    <context>
        <name>FindingsLine</name>
        <message>
            <source>Quoted from the article</source>
            <translation>Цитата из статьи</translation>
        </message>
        <message>
            <source>Underlined: found in the article or worked out from it</source>
            <translation>Подчёркнуто то, что есть в статье или следует из неё</translation>
        </message>
        <message numerus="yes">
            <source>%n number(s) not found in the article</source>
            <translation>
                <numerusform>%n число не найдено в статье</numerusform>
                <numerusform>%n числа не найдены в статье</numerusform>
                <numerusform>%n чисел не найдено в статье</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n date(s) not found in the article</source>
            <translation>
                <numerusform>%n дата не найдена в статье</numerusform>
                <numerusform>%n даты не найдены в статье</numerusform>
                <numerusform>%n дат не найдено в статье</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n name(s) not found in the article</source>
            <translation>
                <numerusform>%n имя не найдено в статье</numerusform>
                <numerusform>%n имени не найдено в статье</numerusform>
                <numerusform>%n имён не найдено в статье</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n statement(s) not found in the article</source>
            <translation>
                <numerusform>%n утверждение не найдено в статье</numerusform>
                <numerusform>%n утверждения не найдены в статье</numerusform>
                <numerusform>%n утверждений не найдено в статье</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n place(s) at odds with the article</source>
            <translation>
                <numerusform>%n место расходится со статьёй</numerusform>
                <numerusform>%n места расходятся со статьёй</numerusform>
                <numerusform>%n мест расходятся со статьёй</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GroundedText</name>
        <message>
            <source>Show what this rests on</source>
            <extracomment>Pixels: from crest to crest, from middle to crest, and across the pen. Selecting without a text cursor, from the current claim on.</extracomment>
            <translation>Показать, на чём это основано</translation>
        </message>
    </context>
    <context>
        <name>GuideDialog</name>
        <message>
            <source>User guide</source>
            <translation>Руководство</translation>
        </message>
    </context>
    <context>
        <name>Importing</name>
        <message numerus="yes">
            <source>%n digest(s) were added to the library</source>
            <translation>
                <numerusform>%n статья добавлена в библиотеку</numerusform>
                <numerusform>%n статьи добавлены в библиотеку</numerusform>
                <numerusform>%n статей добавлено в библиотеку</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n digest(s) in the file; turn on keeping to have all in the library</source>
            <translation>
                <numerusform>В файле %n статья; чтобы она попала в библиотеку, включите сохранение</numerusform>
                <numerusform>В файле %n статьи; чтобы все попали в библиотеку, включите сохранение</numerusform>
                <numerusform>В файле %n статей; чтобы все попали в библиотеку, включите сохранение</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>InstallCard</name>
        <message>
            <source>Download of the model</source>
            <translation>Загрузка модели</translation>
        </message>
        <message>
            <source>Go online</source>
            <translation>Выйти в сеть</translation>
        </message>
        <message>
            <source>Install ({size})</source>
            <translation>Установить ({size})</translation>
        </message>
        <message>
            <source>It is installed once and runs on this computer, so nothing you read is sent anywhere.</source>
            <translation>Она устанавливается один раз и работает на этом компьютере: ничего из прочитанного никуда не отправляется.</translation>
        </message>
        <message>
            <source>Looking for a place to download from…</source>
            <translation>Поиск, откуда загрузить…</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Остановить</translation>
        </message>
        <message>
            <source>Summaries need a language model</source>
            <translation>Для пересказа нужна языковая модель</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Попробовать снова</translation>
        </message>
        <message>
            <source>Turn offline mode off and install</source>
            <translation>Выключить автономный режим и установить</translation>
        </message>
        <message>
            <source>{done} of {total}</source>
            <translation>{done} из {total}</translation>
        </message>
        <message>
            <source>{model} · {size} · licence {licence}</source>
            <translation>{model} · {size} · лицензия {licence}</translation>
        </message>
    </context>
    <context>
        <name>Intake</name>
        <message>
            <source>Documents ({patterns});;All files (*)</source>
            <translation>Документы ({patterns});;Все файлы (*)</translation>
        </message>
        <message>
            <source>Open files</source>
            <translation>Открыть файлы</translation>
        </message>
    </context>
    <context>
        <name>LibraryFilter</name>
        <message>
            <source>Pinned only</source>
            <extracomment>More sites than this are not offered: the search finds the others.</extracomment>
            <translation>Только закреплённые</translation>
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
            <translation>Язык</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>Метка</translation>
        </message>
        <message>
            <source>Show everything</source>
            <translation>Показать всё</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Сегодня</translation>
        </message>
        <message numerus="yes">
            <source>Last %n day(s)</source>
            <translation>
                <numerusform>Последний %n день</numerusform>
                <numerusform>Последние %n дня</numerusform>
                <numerusform>Последние %n дней</numerusform>
            </translation>
        </message>
        <message>
            <source>No longer only: {what}</source>
            <translation>Снять отбор: {what}</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Отбор</translation>
        </message>
    </context>
    <context>
        <name>LibraryModel</name>
        <message>
            <source>Pinned</source>
            <extracomment>Rows fetched at a time.</extracomment>
            <translation>Закреплённые</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Сегодня</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Вчера</translation>
        </message>
        <message>
            <source>Last seven days</source>
            <translation>Последние семь дней</translation>
        </message>
        <message>
            <source>Pasted text</source>
            <translation>Вставленный текст</translation>
        </message>
        <message numerus="yes">
            <source>%n figure(s)</source>
            <translation>
                <numerusform>%n показатель</numerusform>
                <numerusform>%n показателя</numerusform>
                <numerusform>%n показателей</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LibraryPanel</name>
        <message>
            <source>Library</source>
            <extracomment>Milliseconds of quiet before what is typed is searched for.</extracomment>
            <translation>Библиотека</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Поиск</translation>
        </message>
        <message>
            <source>Search the library</source>
            <translation>Искать в библиотеке</translation>
        </message>
        <message>
            <source>Kept digests</source>
            <translation>Сохранённые материалы</translation>
        </message>
        <message>
            <source>Show everything</source>
            <translation>Показать всё</translation>
        </message>
    </context>
    <context>
        <name>LibraryPresenter</name>
        <message>
            <source>Nothing like that is kept.</source>
            <extracomment>Milliseconds of quiet before words are also looked up in dictionaries.</extracomment>
            <translation>Ничего такого не нашлось.</translation>
        </message>
        <message>
            <source>What you read is kept here, on this computer only.</source>
            <translation>Здесь хранится всё, что вы читаете, — только на этом компьютере.</translation>
        </message>
        <message>
            <source>“{title}” was deleted</source>
            <translation>Удалено: «{title}»</translation>
        </message>
        <message numerus="yes">
            <source>%n digest(s) were deleted</source>
            <translation>
                <numerusform>Удалён %n материал</numerusform>
                <numerusform>Удалено %n материала</numerusform>
                <numerusform>Удалено %n материалов</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Вернуть</translation>
        </message>
        <message>
            <source>Clear the library</source>
            <translation>Очистить библиотеку</translation>
        </message>
        <message numerus="yes">
            <source>Remove all %n digest(s) for good?</source>
            <translation>
                <numerusform>Удалить %n материал навсегда?</numerusform>
                <numerusform>Удалить все %n материала навсегда?</numerusform>
                <numerusform>Удалить все %n материалов навсегда?</numerusform>
            </translation>
        </message>
        <message>
            <source>Articles, summaries, tags and the queue are removed from this computer and overwritten. This cannot be undone. Copies in backups and exported files stay.</source>
            <translation>Статьи, пересказы, метки и очередь будут удалены с этого компьютера и затёрты. Вернуть их будет нельзя. Останутся резервные копии и сохранённые вами файлы.</translation>
        </message>
        <message>
            <source>Remove everything</source>
            <translation>Удалить всё</translation>
        </message>
        <message>
            <source>The library is empty: nothing is left in its files</source>
            <translation>Библиотека пуста: в её файлах ничего не осталось</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Открыть</translation>
        </message>
        <message>
            <source>Summarize again</source>
            <translation>Пересказать заново</translation>
        </message>
        <message>
            <source>Open the source</source>
            <translation>Открыть источник</translation>
        </message>
        <message>
            <source>Unpin</source>
            <translation>Открепить</translation>
        </message>
        <message>
            <source>Pin</source>
            <translation>Закрепить</translation>
        </message>
        <message>
            <source>Tags…</source>
            <translation>Метки…</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Копировать</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Удалить</translation>
        </message>
        <message>
            <source>From your library, {day}</source>
            <translation>Из библиотеки, {day}</translation>
        </message>
    </context>
    <context>
        <name>Listening</name>
        <message>
            <source>Listen</source>
            <translation>Слушать</translation>
        </message>
        <message>
            <source>Reads the summary aloud</source>
            <translation>Читает пересказ вслух</translation>
        </message>
        <message>
            <source>Stop reading</source>
            <translation>Остановить чтение</translation>
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
            <translation>Статья</translation>
        </message>
        <message>
            <source>Views</source>
            <translation>Вид</translation>
        </message>
        <message>
            <source>Open a file</source>
            <translation>Открыть файл</translation>
        </message>
        <message>
            <source>Queue and library</source>
            <translation>Очередь и библиотека</translation>
        </message>
    </context>
    <context>
        <name>MenuBar</name>
        <message>
            <source>Article</source>
            <translation>Статья</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Правка</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Файл</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Справка</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Вид</translation>
        </message>
    </context>
    <context>
        <name>ModelCardView</name>
        <message>
            <source>Asking for size and licence…</source>
            <translation>Узнаём размер и лицензию…</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Проверить</translation>
        </message>
        <message>
            <source>Checking every byte…</source>
            <translation>Проверяется каждый байт…</translation>
        </message>
        <message>
            <source>Go on ({size})</source>
            <translation>Продолжить ({size})</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>Используется</translation>
        </message>
        <message>
            <source>Install ({size})</source>
            <translation>Установить ({size})</translation>
        </message>
        <message>
            <source>Installed</source>
            <translation>Установлена</translation>
        </message>
        <message>
            <source>Install…</source>
            <translation>Установить…</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Оставить</translation>
        </message>
        <message>
            <source>Looking for a place to download from…</source>
            <translation>Ищем, откуда загрузить…</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>Измерить</translation>
        </message>
        <message>
            <source>Not for commercial use.</source>
            <translation>Не для коммерческого использования.</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Ход работы</translation>
        </message>
        <message>
            <source>Reads every byte and compares it with what was installed</source>
            <translation>Читает каждый байт и сравнивает с тем, что было установлено</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Удалить</translation>
        </message>
        <message>
            <source>Remove it? {size} become free; it would have to be downloaded again.</source>
            <translation>Удалить? Освободится {size}; понадобится — придётся загружать заново.</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>Удалить…</translation>
        </message>
        <message>
            <source>Removing…</source>
            <translation>Удаляется…</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Остановить</translation>
        </message>
        <message>
            <source>Summarizes the sample article and takes the time</source>
            <translation>Пересказывает пробную статью и засекает время</translation>
        </message>
        <message>
            <source>Summarizing the sample article…</source>
            <translation>Пересказывается пробная статья…</translation>
        </message>
        <message>
            <source>Take it off this list? Its file stays where it is.</source>
            <translation>Убрать из списка? Её файл останется на месте.</translation>
        </message>
        <message>
            <source>Go online</source>
            <translation>Выйти в сеть</translation>
        </message>
        <message>
            <source>Use</source>
            <translation>Выбрать</translation>
        </message>
        <message>
            <source>{done} of {total}</source>
            <translation>{done} из {total}</translation>
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
                <numerusform>%n язык</numerusform>
                <numerusform>%n языка</numerusform>
                <numerusform>%n языков</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ModelWords</name>
        <message>
            <source>A tight fit for the memory of this computer.</source>
            <translation>Памяти этого компьютера хватит впритык.</translation>
        </message>
        <message>
            <source>Better for this computer: {model}</source>
            <translation>Для этого компьютера лучше: {model}</translation>
        </message>
        <message>
            <source>Lighter for this computer: {model}</source>
            <translation>Для этого компьютера легче: {model}</translation>
        </message>
        <message>
            <source>Needs more memory than this computer can spare.</source>
            <translation>Нужно больше памяти, чем этот компьютер может выделить.</translation>
        </message>
        <message>
            <source>No model fits this computer well; the figures work without one</source>
            <translation>Этому компьютеру не подходит ни одна модель; цифры работают и без неё</translation>
        </message>
        <message>
            <source>The model you use suits this computer</source>
            <translation>Выбранная модель подходит этому компьютеру</translation>
        </message>
        <message>
            <source>This computer: {memory} GB of memory</source>
            <translation>Этот компьютер: {memory} ГБ памяти</translation>
        </message>
        <message>
            <source>a graphics card</source>
            <translation>есть видеокарта</translation>
        </message>
        <message>
            <source>no graphics card</source>
            <translation>без видеокарты</translation>
        </message>
        <message>
            <source>about {seconds} s for a usual article, estimated</source>
            <translation>примерно {seconds} с на обычную статью, оценка</translation>
        </message>
        <message>
            <source>{seconds} s for a usual article, measured here</source>
            <translation>{seconds} с на обычную статью, измерено здесь</translation>
        </message>
        <message>
            <source>licence unknown</source>
            <translation>лицензия неизвестна</translation>
        </message>
        <message>
            <source>most languages</source>
            <translation>большинство языков</translation>
        </message>
        <message>
            <source>size told by the hub</source>
            <translation>размер сообщит хранилище</translation>
        </message>
        <message>
            <source>All models are slow here; the quickest is {model}</source>
            <translation>Все модели здесь медленны; самая быстрая — {model}</translation>
        </message>
    </context>
    <context>
        <name>ModelsPage</name>
        <message>
            <source>A GGUF file or safetensors folder, used where it lies; or a repository of the Hugging Face hub, written as owner/name. You see its size and licence before anything is downloaded.</source>
            <translation>Файл GGUF или папка safetensors используются там, где лежат; или хранилище на Hugging Face в виде «владелец/имя». Размер и лицензию вы увидите до загрузки.</translation>
        </message>
        <message>
            <source>Add a model</source>
            <translation>Добавить модель</translation>
        </message>
        <message>
            <source>Add a model of your own</source>
            <translation>Добавить свою модель</translation>
        </message>
        <message>
            <source>Choose a file…</source>
            <translation>Выбрать файл…</translation>
        </message>
        <message>
            <source>Every byte is as it should be.</source>
            <translation>Каждый байт на месте.</translation>
        </message>
        <message>
            <source>Installed and checked.</source>
            <translation>Установлена и проверена.</translation>
        </message>
        <message>
            <source>Look it up</source>
            <translation>Найти</translation>
        </message>
        <message>
            <source>Measured.</source>
            <translation>Измерено.</translation>
        </message>
        <message>
            <source>Models (*.gguf *.safetensors)</source>
            <extracomment>A model the reader named, asked about or on its way, that the shelf does not know yet.</extracomment>
            <translation>Модели (*.gguf *.safetensors)</translation>
        </message>
        <message>
            <source>Nobody says under which licence it may be used; look at where it comes from.</source>
            <translation>Лицензия нигде не указана; посмотрите там, откуда взята модель.</translation>
        </message>
        <message>
            <source>Repository of the Hugging Face hub</source>
            <translation>Хранилище на Hugging Face</translation>
        </message>
        <message>
            <source>Show size and licence</source>
            <translation>Показать размер и лицензию</translation>
        </message>
        <message>
            <source>Stopped.</source>
            <translation>Остановлено.</translation>
        </message>
        <message>
            <source>Use it</source>
            <translation>Выбрать её</translation>
        </message>
        <message>
            <source>owner/name</source>
            <translation>владелец/имя</translation>
        </message>
    </context>
    <context>
        <name>PageBadge</name>
        <message>
            <source>Page {number} of {total}</source>
            <translation>Стр. {number} из {total}</translation>
        </message>
    </context>
    <context>
        <name>Preferences</name>
        <message>
            <source>A notification of the system, only while the window is not in front.</source>
            <translation>Системным уведомлением и только пока окно не на переднем плане.</translation>
        </message>
        <message>
            <source>A server</source>
            <translation>Сервер</translation>
        </message>
        <message>
            <source>A server is for those who run a language model elsewhere.</source>
            <translation>Сервер — для тех, у кого языковая модель работает в другом месте.</translation>
        </message>
        <message>
            <source>Address of the server</source>
            <translation>Адрес сервера</translation>
        </message>
        <message>
            <source>Also with Ctrl and the mouse wheel over the article.</source>
            <translation>Можно и колёсиком мыши с Ctrl над статьёй.</translation>
        </message>
        <message>
            <source>An article in another language is summarized into this one.</source>
            <translation>Статья на другом языке пересказывается на этом.</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>Оформление</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Как в системе</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Тёмное</translation>
        </message>
        <message>
            <source>Finished digests go into the library, on this computer only.</source>
            <translation>Готовые пересказы попадают в библиотеку — только на этом компьютере.</translation>
        </message>
        <message>
            <source>For the article only, as in a book.</source>
            <translation>Только для статьи, как в книге.</translation>
        </message>
        <message>
            <source>From the library; nothing is fetched again for it.</source>
            <translation>Из библиотеки; заново ничего не загружается.</translation>
        </message>
        <message>
            <source>General</source>
            <translation>Общие</translation>
        </message>
        <message>
            <source>Interface language</source>
            <translation>Язык интерфейса</translation>
        </message>
        <message>
            <source>Keep what I read</source>
            <translation>Хранить прочитанное</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Язык</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>Длина</translation>
        </message>
        <message>
            <source>Letters with serifs</source>
            <translation>Шрифт с засечками</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Светлое</translation>
        </message>
        <message>
            <source>Light or dark, or whatever the system uses.</source>
            <translation>Светлое, тёмное или такое же, как в системе.</translation>
        </message>
        <message>
            <source>Short</source>
            <translation>Краткий</translation>
        </message>
        <message>
            <source>Medium</source>
            <translation>Средний</translation>
        </message>
        <message>
            <source>Long</source>
            <translation>Подробный</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Модель</translation>
        </message>
        <message>
            <source>Nobody is contacted, whatever is asked. Files and text work as always.</source>
            <translation>Программа ни к кому не обращается, что бы ни попросили. Файлы и текст работают как всегда.</translation>
        </message>
        <message>
            <source>Off: the article and its figures show, the summary waits for you.</source>
            <translation>Если выключено, статья и её цифры видны сразу, а пересказ ждёт вашей команды.</translation>
        </message>
        <message>
            <source>Offline mode</source>
            <translation>Автономный режим</translation>
        </message>
        <message>
            <source>One that speaks like OpenAI's: llama.cpp, Ollama, LM Studio and others.</source>
            <translation>Подойдёт любой с протоколом OpenAI: llama.cpp, Ollama, LM Studio и другие.</translation>
        </message>
        <message>
            <source>Open the last article at the start</source>
            <translation>Открывать последнюю статью при запуске</translation>
        </message>
        <message>
            <source>Privacy</source>
            <translation>Приватность</translation>
        </message>
        <message>
            <source>Reading</source>
            <translation>Чтение</translation>
        </message>
        <message>
            <source>Short ones are the quickest and the most reliable.</source>
            <translation>Краткий готов быстрее всего и надёжнее всех.</translation>
        </message>
        <message>
            <source>Show Kratko in the system tray</source>
            <translation>Показывать Kratko в системном лотке</translation>
        </message>
        <message>
            <source>Size of article text</source>
            <translation>Размер текста статьи</translation>
        </message>
        <message>
            <source>Summaries</source>
            <translation>Пересказы</translation>
        </message>
        <message>
            <source>Summarize at once</source>
            <translation>Пересказывать сразу</translation>
        </message>
        <message>
            <source>Tell me when long work is done</source>
            <translation>Сообщать, когда долгая работа закончена</translation>
        </message>
        <message>
            <source>The article's own</source>
            <translation>Язык статьи</translation>
        </message>
        <message>
            <source>The language of menus and messages; it changes at once.</source>
            <translation>Язык меню и сообщений; меняется сразу.</translation>
        </message>
        <message>
            <source>The models that are installed; get others on the page Models.</source>
            <translation>Установленные модели; другие можно установить на странице «Модели».</translation>
        </message>
        <message>
            <source>This computer</source>
            <translation>Этот компьютер</translation>
        </message>
        <message>
            <source>Written by</source>
            <translation>Кто пересказывает</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Модели</translation>
        </message>
        <message>
            <source>Paragraph</source>
            <translation>Абзац</translation>
        </message>
        <message>
            <source>Bullet points</source>
            <translation>По пунктам</translation>
        </message>
        <message>
            <source>Headline</source>
            <translation>Заголовок</translation>
        </message>
        <message>
            <source>Form</source>
            <translation>Вид</translation>
        </message>
        <message>
            <source>Points to look through, or a headline for a glance.</source>
            <translation>Пункты удобно просматривать, заголовок виден сразу.</translation>
        </message>
        <message>
            <source>Paste and digest from there. Closing the window leaves Kratko running; Quit ends it.</source>
            <translation>Оттуда можно вставить и пересказать. Если закрыть окно, Kratko продолжит работать; завершает «Выход».</translation>
        </message>
    </context>
    <context>
        <name>PreferencesDialog</name>
        <message>
            <source>Pages of the settings</source>
            <translation>Страницы настроек</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Настройки</translation>
        </message>
    </context>
    <context>
        <name>Presenter</name>
        <message>
            <source>Summarize anyway</source>
            <translation>Всё равно пересказать</translation>
        </message>
        <message>
            <source>This may not be a whole article</source>
            <translation>Возможно, это не статья целиком</translation>
        </message>
        <message>
            <source>No summary was made of this page. What was read is shown as it is.</source>
            <translation>Эта страница не пересказана. Прочитанное показано как есть.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Попробовать снова</translation>
        </message>
        <message>
            <source>Correct the address</source>
            <translation>Исправить адрес</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>Выбрать файл</translation>
        </message>
        <message>
            <source>Open in the browser</source>
            <translation>Открыть в браузере</translation>
        </message>
        <message>
            <source>Paste the text</source>
            <translation>Вставить текст</translation>
        </message>
        <message>
            <source>Install again</source>
            <translation>Установить заново</translation>
        </message>
        <message>
            <source>Go online</source>
            <translation>Выйти в сеть</translation>
        </message>
    </context>
    <context>
        <name>PrintJob</name>
        <message>
            <source>Preparing the pages…</source>
            <extracomment>Milliseconds after which it is told that pages are being laid out.</extracomment>
            <translation>Готовим страницы…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Отменить</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Печать</translation>
        </message>
    </context>
    <context>
        <name>PrivacyPage</name>
        <message>
            <source>A model server of yours</source>
            <translation>Ваш сервер модели</translation>
        </message>
        <message>
            <source>Blocked</source>
            <translation>Запрещено</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>Используется</translation>
        </message>
        <message>
            <source>No account, no telemetry, no check for updates. What you read and keep stays in your user folder.</source>
            <translation>Ни учётной записи, ни телеметрии, ни проверки обновлений. Прочитанное и сохранённое остаётся в вашей папке пользователя.</translation>
        </message>
        <message>
            <source>Not set up</source>
            <translation>Не настроено</translation>
        </message>
        <message>
            <source>The page you open</source>
            <translation>Страница, которую вы открываете</translation>
        </message>
        <message>
            <source>The place a model comes from</source>
            <translation>Место, откуда берётся модель</translation>
        </message>
        <message>
            <source>These are all the contacts Kratko can make:</source>
            <translation>Вот всё, к чему Kratko может обратиться:</translation>
        </message>
        <message>
            <source>When asked</source>
            <translation>По вашей просьбе</translation>
        </message>
        <message>
            <source>When you give a link: the site learns your network address, as with a browser. No cookies.</source>
            <translation>Когда вы даёте ссылку: сайт узнаёт ваш сетевой адрес, как и от браузера. Без файлов cookie.</translation>
        </message>
        <message>
            <source>When you install one: the Hugging Face hub or a Python package index. Nothing you read is sent.</source>
            <translation>Когда вы её устанавливаете: хранилище Hugging Face или каталог пакетов Python. Ничего из прочитанного не отправляется.</translation>
        </message>
        <message>
            <source>When you set one up under Summaries: it receives the text of each article you summarize.</source>
            <translation>Если вы указали его на странице «Пересказы»: он получает текст каждой пересказываемой статьи.</translation>
        </message>
        <message>
            <source>{variable} is set, so this run of Kratko stays offline.</source>
            <translation>Задана переменная {variable}, поэтому этот запуск Kratko остаётся автономным.</translation>
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
            <translation>Ждёт</translation>
        </message>
        <message>
            <source>Being read</source>
            <translation>Читается</translation>
        </message>
        <message>
            <source>Figures are there</source>
            <translation>Показатели готовы</translation>
        </message>
        <message>
            <source>Summary being written</source>
            <translation>Пишется пересказ</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Готово</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Не удалось</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>Остановлено</translation>
        </message>
    </context>
    <context>
        <name>QueuePanel</name>
        <message>
            <source>Queue</source>
            <extracomment>Items that the panel makes room for by itself; more are scrolled.</extracomment>
            <translation>Очередь</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Продолжить</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Приостановить</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Ещё</translation>
        </message>
        <message>
            <source>Progress of the queue</source>
            <translation>Ход очереди</translation>
        </message>
        <message>
            <source>Items of the queue</source>
            <translation>Материалы в очереди</translation>
        </message>
    </context>
    <context>
        <name>QueuePresenter</name>
        <message>
            <source>Nothing new to read there</source>
            <extracomment>Milliseconds between two looks at the progress: a thousand changes a second are one to the eye.</extracomment>
            <translation>Там нет ничего нового для чтения</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) of other kinds were passed over</source>
            <translation>
                <numerusform>Пропущен %n файл другого типа</numerusform>
                <numerusform>Пропущено %n файла другого типа</numerusform>
                <numerusform>Пропущено %n файлов другого типа</numerusform>
            </translation>
        </message>
        <message>
            <source>The queue is paused</source>
            <translation>Очередь приостановлена</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Продолжить</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Открыть</translation>
        </message>
        <message>
            <source>Open the source</source>
            <translation>Открыть источник</translation>
        </message>
        <message>
            <source>To the front</source>
            <translation>В начало</translation>
        </message>
        <message>
            <source>To the end</source>
            <translation>В конец</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Попробовать снова</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Остановить</translation>
        </message>
        <message>
            <source>Take out of the queue</source>
            <translation>Убрать из очереди</translation>
        </message>
        <message>
            <source>Try all failed again</source>
            <translation>Повторить неудачные</translation>
        </message>
        <message>
            <source>Stop all</source>
            <translation>Остановить все</translation>
        </message>
        <message>
            <source>Clear finished</source>
            <translation>Убрать законченные</translation>
        </message>
        <message>
            <source>Watch a folder…</source>
            <translation>Следить за папкой…</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>Пауза</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>Что делать</translation>
        </message>
        <message>
            <source>The figures are there.</source>
            <translation>Показатели готовы.</translation>
        </message>
        <message>
            <source>Summarize all</source>
            <translation>Пересказать все</translation>
        </message>
        <message>
            <source>Queue: {count}</source>
            <translation>Очередь: {count}</translation>
        </message>
        <message>
            <source>{done} of {all}</source>
            <translation>{done} из {all}</translation>
        </message>
        <message numerus="yes">
            <source>%n failed</source>
            <translation>
                <numerusform>%n с ошибкой</numerusform>
                <numerusform>%n с ошибкой</numerusform>
                <numerusform>%n с ошибкой</numerusform>
            </translation>
        </message>
        <message>
            <source>All done</source>
            <translation>Всё готово</translation>
        </message>
        <message>
            <source>Reading ahead</source>
            <translation>Чтение материалов</translation>
        </message>
        <message>
            <source>About a minute left</source>
            <translation>Осталось около минуты</translation>
        </message>
        <message numerus="yes">
            <source>About %n minute(s) left</source>
            <translation>
                <numerusform>Осталось около %n минуты</numerusform>
                <numerusform>Осталось около %n минут</numerusform>
                <numerusform>Осталось около %n минут</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>About %n hour(s) left</source>
            <translation>
                <numerusform>Остался примерно %n час</numerusform>
                <numerusform>Осталось примерно %n часа</numerusform>
                <numerusform>Осталось примерно %n часов</numerusform>
            </translation>
        </message>
        <message>
            <source>Stop watching the folder</source>
            <translation>Больше не следить за папкой</translation>
        </message>
        <message>
            <source>Watching “{folder}”</source>
            <translation>Слежение за папкой «{folder}»</translation>
        </message>
    </context>
    <context>
        <name>QuickOpen</name>
        <message>
            <source>An article you read, or a command</source>
            <translation>Прочитанная статья или команда</translation>
        </message>
        <message>
            <source>Articles and commands</source>
            <translation>Статьи и команды</translation>
        </message>
        <message>
            <source>Go to</source>
            <translation>Перейти</translation>
        </message>
        <message>
            <source>Nothing by that name</source>
            <translation>Ничего с таким названием</translation>
        </message>
    </context>
    <context>
        <name>ReaderView</name>
        <message>
            <source>Article</source>
            <extracomment>Characters a line; the middle of the 62–72 that read best.</extracomment>
            <translation>Статья</translation>
        </message>
        <message>
            <source>Also on this page</source>
            <translation>Ещё на этой странице</translation>
        </message>
    </context>
    <context>
        <name>ReadingMenus</name>
        <message>
            <source>Copy</source>
            <translation>Копировать</translation>
        </message>
        <message>
            <source>Copy the link</source>
            <translation>Копировать ссылку</translation>
        </message>
        <message>
            <source>Copy with source</source>
            <translation>Копировать с источником</translation>
        </message>
        <message>
            <source>Find this in the article</source>
            <translation>Найти это в статье</translation>
        </message>
        <message>
            <source>Select all</source>
            <translation>Выделить всё</translation>
        </message>
        <message>
            <source>Show “{figure}” among the figures</source>
            <translation>Показать «{figure}» среди цифр</translation>
        </message>
    </context>
    <context>
        <name>ServerNote</name>
        <message>
            <source>Text leaves this computer</source>
            <translation>Текст покидает этот компьютер</translation>
        </message>
        <message>
            <source>The server is on this computer, so the text stays here.</source>
            <translation>Сервер на этом же компьютере, поэтому текст остаётся здесь.</translation>
        </message>
        <message>
            <source>The whole text of every article you summarize is sent to {host}.</source>
            <translation>Полный текст каждой пересказываемой статьи отправляется на {host}.</translation>
        </message>
        <message>
            <source>This is not a web address</source>
            <translation>Это не веб-адрес</translation>
        </message>
        <message>
            <source>Without an address, the usual one of llama.cpp on this computer is asked.</source>
            <translation>Без адреса используется обычный адрес llama.cpp на этом компьютере.</translation>
        </message>
        <message>
            <source>Write it like this: http://127.0.0.1:8080/v1</source>
            <translation>Напишите так: http://127.0.0.1:8080/v1</translation>
        </message>
    </context>
    <context>
        <name>ShareDialog</name>
        <message>
            <source>Copied</source>
            <translation>Скопировано</translation>
        </message>
        <message>
            <source>Share picture</source>
            <translation>Картинка, чтобы поделиться</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Размер</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>Цвета</translation>
        </message>
        <message>
            <source>Wide</source>
            <translation>Широкая</translation>
        </message>
        <message>
            <source>Square</source>
            <translation>Квадратная</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Светлая</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Тёмная</translation>
        </message>
        <message>
            <source>The picture; drag it where you want it</source>
            <translation>Картинка; её можно перетащить куда угодно</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>Сохранить…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Закрыть</translation>
        </message>
        <message>
            <source>Copy picture</source>
            <translation>Скопировать картинку</translation>
        </message>
    </context>
    <context>
        <name>ShortcutsDialog</name>
        <message>
            <source>Arrows; Enter</source>
            <translation>Стрелки; Enter</translation>
        </message>
        <message>
            <source>Ctrl+wheel</source>
            <translation>Ctrl+колёсико</translation>
        </message>
        <message>
            <source>Drop a file or link anywhere</source>
            <translation>Перетащите файл или ссылку куда угодно</translation>
        </message>
        <message>
            <source>From number to number in the summary; follow</source>
            <translation>От числа к числу в пересказе; перейти</translation>
        </message>
        <message>
            <source>Keys and mouse</source>
            <translation>Клавиши и мышь</translation>
        </message>
        <message>
            <source>Read what you drop</source>
            <translation>Прочитать перетащенное</translation>
        </message>
        <message>
            <source>Size of the article text</source>
            <translation>Размер текста статьи</translation>
        </message>
    </context>
    <context>
        <name>Sidebar</name>
        <message>
            <source>Queue and library</source>
            <translation>Очередь и библиотека</translation>
        </message>
    </context>
    <context>
        <name>Snackbar</name>
        <message>
            <source>Close</source>
            <extracomment>Milliseconds it stays; WCAG 2.2 (2.2.1) asks that what can be undone stays possible after: Ctrl+Z goes on to work.</extracomment>
            <translation>Закрыть</translation>
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
            <translation>Текст отправлен на {host}</translation>
        </message>
        <message>
            <source>Everything stays on this computer</source>
            <translation>Всё остаётся на этом компьютере</translation>
        </message>
        <message>
            <source>Offline mode: nobody is contacted</source>
            <translation>Автономный режим: сеть не используется</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>Обновить</translation>
        </message>
        <message>
            <source>Nothing is kept</source>
            <translation>Ничего не сохраняется</translation>
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
            <translation>По пунктам</translation>
        </message>
        <message>
            <source>Headline</source>
            <translation>Заголовок</translation>
        </message>
        <message>
            <source>Form of the summary: {style}</source>
            <translation>Вид пересказа: {style}</translation>
        </message>
    </context>
    <context>
        <name>SummaryHead</name>
        <message>
            <source>Summary</source>
            <translation>Пересказ</translation>
        </message>
        <message>
            <source>Language of the summary</source>
            <translation>Язык пересказа</translation>
        </message>
        <message>
            <source>Language of the summary; Auto keeps that of the article</source>
            <translation>Язык пересказа; «Авто» — как в статье</translation>
        </message>
        <message>
            <source>Auto</source>
            <translation>Авто</translation>
        </message>
        <message>
            <source>Length of the summary</source>
            <translation>Длина пересказа</translation>
        </message>
        <message>
            <source>Short</source>
            <translation>Коротко</translation>
        </message>
        <message>
            <source>Medium</source>
            <translation>Средне</translation>
        </message>
        <message>
            <source>Long</source>
            <translation>Подробно</translation>
        </message>
    </context>
    <context>
        <name>SummaryView</name>
        <message>
            <source>Stopped.</source>
            <translation>Остановлено.</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Скопировано</translation>
        </message>
        <message>
            <source>Based on the whole article</source>
            <translation>По всей статье</translation>
        </message>
        <message>
            <source>Based on {share} % of the article</source>
            <translation>По {share} % статьи</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>Пересказ</translation>
        </message>
        <message>
            <source>Drag this into another program to take summary and figures along</source>
            <translation>Перетащите в другую программу, чтобы взять с собой пересказ и цифры</translation>
        </message>
        <message>
            <source>Text of the summary</source>
            <translation>Текст пересказа</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Остановить</translation>
        </message>
        <message>
            <source>Summarize</source>
            <translation>Пересказать</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Копировать</translation>
        </message>
        <message>
            <source>Copy the summary</source>
            <translation>Скопировать пересказ</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Поделиться</translation>
        </message>
        <message>
            <source>Share, save or print the digest</source>
            <translation>Поделиться, сохранить или напечатать</translation>
        </message>
        <message>
            <source>Not summarized yet.</source>
            <translation>Пересказа пока нет.</translation>
        </message>
        <message>
            <source>The summary follows when it is its turn.</source>
            <translation>Пересказ появится, когда подойдёт очередь.</translation>
        </message>
        <message>
            <source>Ask…</source>
            <translation>Спросить…</translation>
        </message>
        <message>
            <source>Ask about something in the article</source>
            <translation>Спросить о чём-то из статьи</translation>
        </message>
    </context>
    <context>
        <name>Surroundings</name>
        <message>
            <source>The usual one ({model})</source>
            <translation>Обычная ({model})</translation>
        </message>
    </context>
    <context>
        <name>TagDialog</name>
        <message>
            <source>Tags</source>
            <translation>Метки</translation>
        </message>
        <message>
            <source>New tags, separated by commas</source>
            <translation>Новые метки через запятую</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Сохранить</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Отмена</translation>
        </message>
        <message numerus="yes">
            <source>Tags of %n digest(s)</source>
            <translation>
                <numerusform>Метки %n материала</numerusform>
                <numerusform>Метки %n материалов</numerusform>
                <numerusform>Метки %n материалов</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Takeaway</name>
        <message>
            <source>Save the digest as</source>
            <extracomment>The commands that need a digest.</extracomment>
            <translation>Сохранить как</translation>
        </message>
        <message>
            <source>Save the picture as</source>
            <translation>Сохранить картинку как</translation>
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
            <translation>Веб-страница</translation>
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
            <translation>Картинка, чтобы поделиться</translation>
        </message>
        <message>
            <source>Table of the figures</source>
            <translation>Таблица цифр</translation>
        </message>
        <message>
            <source>JSON, opens in Kratko again</source>
            <translation>JSON, снова открывается в Kratko</translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>Open Kratko</source>
            <translation>Открыть Kratko</translation>
        </message>
        <message>
            <source>Paste and digest</source>
            <translation>Вставить и прочитать</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Выход</translation>
        </message>
    </context>
    <context>
        <name>WatchedFolder</name>
        <message>
            <source>Watch a folder</source>
            <extracomment>Milliseconds in which files that come together go into the queue together.</extracomment>
            <translation>Следить за папкой</translation>
        </message>
    </context>
    <context>
        <name>WelcomePage</name>
        <message>
            <source>Begin meanwhile</source>
            <translation>Начать, не дожидаясь</translation>
        </message>
        <message>
            <source>Figures are found without a model, so you can begin at once and install it later.</source>
            <translation>Цифры находятся и без модели: можно начать сразу, а установить её потом.</translation>
        </message>
        <message>
            <source>Give it a link, a file or some text: it shows a short summary beside the key figures, each at its place in the article. Everything is worked out on this computer.</source>
            <translation>Дайте ссылку, файл или текст — и увидите краткий пересказ рядом с главными цифрами, каждую на её месте в статье. Всё делается на этом компьютере.</translation>
        </message>
        <message>
            <source>Kept in {folder}</source>
            <translation>Хранится в {folder}</translation>
        </message>
        <message>
            <source>Kratko reads an article for you</source>
            <translation>Kratko прочитает статью за вас</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Позже</translation>
        </message>
        <message>
            <source>Once it is here, Kratko works without the internet. You can remove it at any time.</source>
            <translation>Когда она установлена, Kratko работает без интернета. Удалить её можно в любой момент.</translation>
        </message>
        <message>
            <source>Welcome</source>
            <translation>Добро пожаловать</translation>
        </message>
    </context>
    <context>
        <name>Notifier</name>
        <message>
            <source>The model could not be installed</source>
            <translation>Модель не удалось установить</translation>
        </message>
        <message>
            <source>The model is installed</source>
            <translation>Модель установлена</translation>
        </message>
        <message>
            <source>The summary is ready</source>
            <translation>Пересказ готов</translation>
        </message>
        <message>
            <source>The queue is done</source>
            <translation>Очередь обработана</translation>
        </message>
        <message numerus="yes">
            <source>%n source(s) read</source>
            <translation>
                <numerusform>Прочитан %n материал</numerusform>
                <numerusform>Прочитано %n материала</numerusform>
                <numerusform>Прочитано %n материалов</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>_PrivateNote</name>
        <message>
            <source>Nothing you read now is kept.</source>
            <translation>Прочитанное сейчас не сохраняется.</translation>
        </message>
        <message>
            <source>Keep again</source>
            <translation>Хранить</translation>
        </message>
    </context>
</TS>
