<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>BudgetListForm</name>
    <message numerus="yes">
        <source>in this plan, %n row(s)</source>
        <translation>
            <numerusform>in this plan, %n row</numerusform>
            <numerusform>in this plan, %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExamplePane</name>
    <message numerus="yes">
        <source>%n failing exchange(s) of %1</source>
        <translation>
            <numerusform>%n failing exchange of %1</numerusform>
            <numerusform>%n failing exchanges of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExchangeView</name>
    <message numerus="yes">
        <source>Checks: %n failed</source>
        <translation>
            <numerusform>Checks: %n failed</numerusform>
            <numerusform>Checks: %n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeedForm</name>
    <message numerus="yes">
        <source>%1: %n row(s)</source>
        <translation>
            <numerusform>%1: %n row</numerusform>
            <numerusform>%1: %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FlowPanel</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n step(s)</source>
        <translation>
            <numerusform>Paste %n step</numerusform>
            <numerusform>Paste %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryService</name>
    <message numerus="yes">
        <source>Delete %n run(s)</source>
        <translation>
            <numerusform>Delete %n run</numerusform>
            <numerusform>Delete %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JsonTree</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%1 · %n run(s)</source>
        <translation>
            <numerusform>%1 · %n run</numerusform>
            <numerusform>%1 · %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemPanel</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunConductor</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message numerus="yes">
        <source>%n branch(es)</source>
        <translation>
            <numerusform>%n branch</numerusform>
            <numerusform>%n branches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>once</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 over %n item(s)</source>
        <translation>
            <numerusform>%1 over %n item</numerusform>
            <numerusform>%1 over %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s)</source>
        <translation>
            <numerusform>%n check</numerusform>
            <numerusform>%n checks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n extractor(s)</source>
        <translation>
            <numerusform>%n extractor</numerusform>
            <numerusform>%n extractors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TryPanel</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n other figure(s) got worse</source>
        <translation>
            <numerusform>%n other figure got worse</numerusform>
            <numerusform>%n other figures got worse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other figure(s) got better</source>
        <translation>
            <numerusform>%n other figure got better</numerusform>
            <numerusform>%n other figures got better</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No difference shown; of %n figure(s) only more runs can tell.</source>
        <translation>
            <numerusform>No difference shown; of %n figure only more runs can tell.</numerusform>
            <numerusform>No difference shown; of %n figures only more runs can tell.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n figure(s) only more runs can tell</source>
        <translation>
            <numerusform>of %n figure only more runs can tell</numerusform>
            <numerusform>of %n figures only more runs can tell</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All findings together are wrong in at most 5 % of comparisons; %n other run(s) of this plan say how far runs differ by themselves.</source>
        <translation>
            <numerusform>All findings together are wrong in at most 5 % of comparisons; %n other run of this plan says how far runs differ by themselves.</numerusform>
            <numerusform>All findings together are wrong in at most 5 % of comparisons; %n other runs of this plan say how far runs differ by themselves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No sure regression from the baseline, %1; of %n figure(s) beyond the tolerance only more runs can tell.</source>
        <translation>
            <numerusform>No sure regression from the baseline, %1; of %n figure beyond the tolerance only more runs can tell.</numerusform>
            <numerusform>No sure regression from the baseline, %1; of %n figures beyond the tolerance only more runs can tell.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n regression(s) from the baseline, %1; the severest is %2: %3.</source>
        <translation>
            <numerusform>%n regression from the baseline, %1; the severest is %2: %3.</numerusform>
            <numerusform>%n regressions from the baseline, %1; the severest is %2: %3.</numerusform>
        </translation>
    </message>
</context>
</TS>
