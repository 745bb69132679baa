<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>AddressBar</name>
        <message numerus="yes">
            <source>%n more source(s) waiting</source>
            <translation>
                <numerusform>%n more source is waiting</numerusform>
                <numerusform>%n more sources are waiting</numerusform>
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
    </context>
</TS>
