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
</TS>
