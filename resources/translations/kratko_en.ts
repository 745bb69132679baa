<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>FeedPage</name>
        <message numerus="yes">
            <source>Digest %n article(s)</source>
            <translation>
                <numerusform>Digest %n article</numerusform>
                <numerusform>Digest %n articles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>A feed of %n article(s). Choose which to digest.</source>
            <translation>
                <numerusform>A feed of %n article. Choose which to digest.</numerusform>
                <numerusform>A feed of %n articles. Choose which to digest.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FigureCard</name>
        <message numerus="yes">
            <source>in %n place(s)</source>
            <translation>
                <numerusform>in %n place</numerusform>
                <numerusform>in %n places</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FiguresView</name>
        <message numerus="yes">
            <source>Show all %n figures</source>
            <translation>
                <numerusform>Show the one figure</numerusform>
                <numerusform>Show all %n figures</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FilePrompt</name>
        <message numerus="yes">
            <source>%n file(s) of these names are there already. Replace them?</source>
            <extracomment>Milliseconds after which it is told that a file is being written; most are done sooner.</extracomment>
            <translation>
                <numerusform>%n file of this name is there already. Replace it?</numerusform>
                <numerusform>%n files of these names are there already. Replace them?</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FindingsLine</name>
        <message numerus="yes">
            <source>%n number(s) not found in the article</source>
            <translation>
                <numerusform>%n number was not found in the article</numerusform>
                <numerusform>%n numbers were not found in the article</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n date(s) not found in the article</source>
            <translation>
                <numerusform>%n date was not found in the article</numerusform>
                <numerusform>%n dates were not found in the article</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n name(s) not found in the article</source>
            <translation>
                <numerusform>%n name was not found in the article</numerusform>
                <numerusform>%n names were not found in the article</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n statement(s) not found in the article</source>
            <translation>
                <numerusform>%n statement was not found in the article</numerusform>
                <numerusform>%n statements were not found in the article</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n place(s) at odds with the article</source>
            <translation>
                <numerusform>%n place is at odds with the article</numerusform>
                <numerusform>%n places are at odds with the article</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Importing</name>
        <message numerus="yes">
            <source>%n digest(s) were added to the library</source>
            <translation>
                <numerusform>%n digest was added to the library</numerusform>
                <numerusform>%n digests were added to the library</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n digest(s) in the file; turn on keeping to have all in the library</source>
            <translation>
                <numerusform>%n digest is in the file; turn on keeping to have it in the library</numerusform>
                <numerusform>%n digests are in the file; turn on keeping to have all in the library</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LibraryFilter</name>
        <message numerus="yes">
            <source>Last %n day(s)</source>
            <translation>
                <numerusform>Last %n day</numerusform>
                <numerusform>Last %n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LibraryModel</name>
        <message numerus="yes">
            <source>%n figure(s)</source>
            <translation>
                <numerusform>%n figure</numerusform>
                <numerusform>%n figures</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LibraryPresenter</name>
        <message numerus="yes">
            <source>%n digest(s) were deleted</source>
            <translation>
                <numerusform>%n digest was deleted</numerusform>
                <numerusform>%n digests were deleted</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Remove all %n digest(s) for good?</source>
            <translation>
                <numerusform>Remove %n digest for good?</numerusform>
                <numerusform>Remove all %n digests for good?</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ModelCounts</name>
        <message numerus="yes">
            <source>%n core(s)</source>
            <translation>
                <numerusform>%n core</numerusform>
                <numerusform>%n cores</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n language(s)</source>
            <translation>
                <numerusform>%n language</numerusform>
                <numerusform>%n languages</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QueuePresenter</name>
        <message numerus="yes">
            <source>%n file(s) of other kinds were passed over</source>
            <translation>
                <numerusform>%n file of another kind was passed over</numerusform>
                <numerusform>%n files of other kinds were passed over</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n failed</source>
            <translation>
                <numerusform>%n failed</numerusform>
                <numerusform>%n failed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>About %n minute(s) left</source>
            <translation>
                <numerusform>About %n minute left</numerusform>
                <numerusform>About %n minutes left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>About %n hour(s) left</source>
            <translation>
                <numerusform>About %n hour left</numerusform>
                <numerusform>About %n hours left</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TagDialog</name>
        <message numerus="yes">
            <source>Tags of %n digest(s)</source>
            <translation>
                <numerusform>Tags of %n digest</numerusform>
                <numerusform>Tags of %n digests</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Notifier</name>
        <message numerus="yes">
            <source>%n source(s) read</source>
            <translation>
                <numerusform>%n source was read</numerusform>
                <numerusform>%n sources were read</numerusform>
            </translation>
        </message>
    </context>
</TS>
