<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>DifferencesDialog</name>
    <message numerus="yes">
        <source>%n difference(s) left to settle</source>
        <translation>
            <numerusform>%n difference left to settle</numerusform>
            <numerusform>%n differences left to settle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DismissalDialog</name>
    <message numerus="yes">
        <source>Why do you dismiss %n figure(s)?</source>
        <translation>
            <numerusform>Why do you dismiss this figure?</numerusform>
            <numerusform>Why do you dismiss these %n figures?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileControls</name>
    <message numerus="yes">
        <source>%n verified figure(s) exported</source>
        <translation>
            <numerusform>%n verified figure exported</numerusform>
            <numerusform>%n verified figures exported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) left out because they are not verified</source>
        <translation>
            <numerusform>%n figure left out because it is not verified</numerusform>
            <numerusform>%n figures left out because they are not verified</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) hold something else than was given; see the sheet “{sheet}”.</source>
        <translation>
            <numerusform>%n cell holds something else than was given; see the sheet “{sheet}”.</numerusform>
            <numerusform>%n cells hold something else than was given; see the sheet “{sheet}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n figure(s) read.</source>
        <translation>
            <numerusform>{name}: %n figure read.</numerusform>
            <numerusform>{name}: %n figures read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RememberingControls</name>
    <message numerus="yes">
        <source>%n figure(s) put right alike; they stay open.</source>
        <translation>
            <numerusform>%n figure put right alike; it stays open.</numerusform>
            <numerusform>%n figures put right alike; they stay open.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open figure(s) can be put right as before.</source>
        <translation>
            <numerusform>%n open figure can be put right as before.</numerusform>
            <numerusform>%n open figures can be put right as before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RereadingControls</name>
    <message numerus="yes">
        <source>Nothing is left to read a second time; %n difference(s) wait to be settled.</source>
        <translation>
            <numerusform>Nothing is left to read a second time; %n difference waits to be settled.</numerusform>
            <numerusform>Nothing is left to read a second time; %n differences wait to be settled.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewControls</name>
    <message numerus="yes">
        <source>%n figure(s) left alone: never on the screen.</source>
        <translation>
            <numerusform>%n figure was left alone: it was never on the screen.</numerusform>
            <numerusform>%n figures were left alone: they were never on the screen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchDialog</name>
    <message numerus="yes">
        <source>%n figure(s) found</source>
        <translation>
            <numerusform>%n figure found</numerusform>
            <numerusform>%n figures found</numerusform>
        </translation>
    </message>
</context>
</TS>
