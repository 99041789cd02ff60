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
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n verified figure(s)</source>
        <translation>
            <numerusform>%n verified figure</numerusform>
            <numerusform>%n verified figures</numerusform>
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
        <source>Letters that this form cannot hold were replaced by “�” in %n place(s)</source>
        <translation>
            <numerusform>Letters that this form cannot hold were replaced by “�” in %n place</numerusform>
            <numerusform>Letters that this form cannot hold were replaced by “�” in %n places</numerusform>
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
    <name>FindingControls</name>
    <message numerus="yes">
        <source>Kept as the source has it; %n finding(s) left open.</source>
        <translation>
            <numerusform>Kept as the source has it; %n finding left open.</numerusform>
            <numerusform>Kept as the source has it; %n findings left open.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingLine</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormControls</name>
    <message numerus="yes">
        <source>%n cell(s) of the form filled</source>
        <translation>
            <numerusform>%n cell of the form filled</numerusform>
            <numerusform>%n cells of the form filled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mapped cell(s) left as they are</source>
        <translation>
            <numerusform>%n mapped cell left as it is</numerusform>
            <numerusform>%n mapped cells left as they are</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message numerus="yes">
        <source>%n proposal(s) confirmed</source>
        <translation>
            <numerusform>%n proposal confirmed</numerusform>
            <numerusform>%n proposals confirmed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeaderBar</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
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
    <name>ReturnedDialog</name>
    <message numerus="yes">
        <source>%n row(s) were not on the screen yet and still wait.</source>
        <translation>
            <numerusform>%n row was not on the screen yet and still waits.</numerusform>
            <numerusform>%n rows were not on the screen yet and still wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) wait for an answer</source>
        <translation>
            <numerusform>%n difference waits for an answer</numerusform>
            <numerusform>%n differences wait for an answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReturningControls</name>
    <message numerus="yes">
        <source>%n figure(s) are still as they were verified and exported</source>
        <translation>
            <numerusform>%n figure is still as it was verified and exported</numerusform>
            <numerusform>%n figures are still as they were verified and exported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are not as they were verified and exported</source>
        <translation>
            <numerusform>%n thing is not as it was verified and exported</numerusform>
            <numerusform>%n things are not as they were verified and exported</numerusform>
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
