<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>Actions</name>
    <message>
        <source>Design</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open plan…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save plan as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run with…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoke run: every scenario once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No new iterations; those that go on may end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut all iterations off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter in this view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All commands…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance: as the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance: light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance: dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language: as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityBar</name>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChartGrid</name>
    <message>
        <source>P95 budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrivals dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throughput, /s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response time, ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Virtual users and iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generator</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChartLegend</name>
    <message>
        <source>Show or hide %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters of a command&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorModel</name>
    <message>
        <source>without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last at</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExamplePane</name>
    <message>
        <source>Failing exchanges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>── %1, after %2 ──</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No response came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an error to see its exchanges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No exchange of %1 was kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n failing exchange(s) of %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gauge</name>
    <message>
        <source>no samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, limit %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 10 s (needle): %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GaugeRow</name>
    <message>
        <source>Budget gauges</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate, /s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P50, ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P95, ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P99, ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>Filter by plan, build, verdict, note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter of the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every run is kept here with its figures, its verdict and its plan, to be opened, reported and compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1 is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LimitModel</name>
    <message>
        <source>Threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fails at times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed checks alone do not fail a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head-room</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveWords</name>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogModel</name>
    <message>
        <source>Detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Plan and run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generator %1 CPU · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The language changes when Bellwether is opened next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1[*] – Bellwether</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bellwether</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>○ idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>◌ preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>◍ stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a run that was kept; its report can be exported then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is going</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing the window stops the run. What was measured so far is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the run and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Dismiss this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>weight %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before, once per VU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after, once per VU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutlineDelegate</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>has errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has warnings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanDocument</name>
    <message>
        <source>New plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no plan to save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer Bellwether wrote this plan. It is shown here as it is and not written, since what this version does not know would be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON cannot be read as a plan, so nothing was saved. %1. Mend it or take it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text is no plan that this version can write, so it was not saved over the file. Its problems say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program changed this plan&apos;s file. Read it again or keep yours first; nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit JSON</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanFiles</name>
    <message>
        <source>This file cannot be read as a plan of this version. It is shown as it is and will not be written over; the problems say where it is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plans (*.plan.json *.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save plan as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plans (*.plan.json *.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; has changes that are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program changed this plan&apos;s file. Reading it again gives up your changes here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program changed this plan&apos;s file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No plans yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a new plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bellwether ended unexpectedly with unsaved changes of %1. They were kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give them up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanTable</name>
    <message>
        <source>Add %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlotView</name>
    <message>
        <source>no samples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestModel</name>
    <message>
        <source>without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the moment the request was due, whether or not a virtual user was free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate, /s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P50, ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P95, ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P99, ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max, ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response P95, ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultTabs</name>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits and checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunConductor</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The run did not begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This plan may send load beyond this computer, to %1. Only do that to systems you may load.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow and run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run on this computer only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan has changed since its last run. A smoke run tries every scenario once, with one virtual user, before the load.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoke run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunDialog</name>
    <message>
        <source>Run with…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the plan says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces every scenario&apos;s duration: 30s, 5m, 1h30m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces every scenario&apos;s number of virtual users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Virtual users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a duration; write 30s, 5m or 1h30m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of virtual users</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>No run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the plan to watch its response times, errors and budgets live. The run is kept in the history, judged, and can be compared later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScenarioBars</name>
    <message>
        <source>waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wanted, %2 VUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 VUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScenarioForm</name>
    <message>
        <source>stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VUs, or iterations in a time unit, at the end of the stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Executor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start VUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-allocated VUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max VUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graceful ramp-down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graceful stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrivals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variables of this scenario alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartWords</name>
    <message>
        <source>Bellwether&apos;s workbench: design, run, watch and keep load tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan to open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A variable for every run of this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History file (default: in your data folder)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One plan at a time; these are %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>at least %1 an iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n branches</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>at most %1 at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on average</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 over %n items</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>while %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n checks</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n extractors</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoredRunPage</name>
    <message>
        <source>All runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to all runs (Alt+Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableEditor</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1, %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tables</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeChart</name>
    <message>
        <source>no samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Left and Right move the cross-hair, Escape takes it away.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictStrip</name>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Virtual users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P95 against its budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All limits hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iterations end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teardown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1 wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as many as the rate needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 arrivals dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all requests, no budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limits the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of a core · %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1 has no row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first line of %1 names no columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 names the column &quot;%2&quot; twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %2 of %1 has %3 cells, not as many as the first line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the quoted cell that begins in line %2 of %1 does not end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %2 of %1 goes on behind a closing quote; double the quotes inside a cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an array of objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has too many rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this version cannot execute %1 yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the plan has no environment &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the plan has no scenario &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the plan has no scenario to run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the plan does not name the host &quot;%1&quot;; add it there first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the secret %1 is not set; put it into the environment of this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the plan has no variable &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the variable &quot;%1&quot; needs itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the value of &quot;%1&quot; cannot be computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--duration or --vus does not fit the scenario &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; did you mean &quot;%1&quot;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be read or written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be read or written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the host&apos;s name was not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody listens there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection was broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there was no answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no way to that address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this machine has no free port left for that address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this machine allows no more open connections; raise the limit with ulimit -n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another program uses that address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system forbids it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this machine cannot do that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection was closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no history at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history %1 may not be read or written; check the permissions of the file and its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no history of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history %1 was written by a newer version of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history %1 is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history %1 is in use by another program; try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no space left for the history %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history %1 could not be read or written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history %1 has no such run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That cannot be done while the run goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file system is read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the device failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many symbolic links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many open files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may not be read or written; check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no ordinary file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no space left to write %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>host name not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>host not allowed by the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>host unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection closed inside the response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>response breaks the protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>response too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many redirects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this machine ran out of ports, descriptors or memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut off by the end of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is missing, and it is calculated with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is missing, and a function needs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a function cannot take %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the value became too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 (told once)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: all %2 VUs are busy, so arrivals are dropped; raise maxVUs or look at the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the feed %1 is used up; VUs that read it stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no request can be made of &quot;%2&quot; (told once)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the history is written again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another program holds the history; the run goes on and is written when it is free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk of the history is full; the run goes on, free some space to keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the history cannot be written; the run goes on and may not be kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the expression is longer than %1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the expression is nested deeper than %1 levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the character &quot;%1&quot; cannot stand here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot stand here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the expression breaks off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quote is not closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no escape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a ${ has no }</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no name &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no function &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no feed &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no feed column &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the plan lists no secret &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs more arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes fewer arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs its path or pattern as a quoted text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot take this argument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pattern is wrong: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one expression holds too many patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a JSON path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text is no JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (at byte %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; did you mean &quot;%2&quot;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file begins with a byte order mark; save it as plain UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file ends too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value should stand here, not &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a key in double quotes should stand here, not &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a colon should stand here, not &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a comma or a closing bracket should stand here, not &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing follows this comma; take it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON has no comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON&apos;s quotes are double</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no escape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this escape is half a character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a line break or control character must be escaped in a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something follows the end of the document: &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>throughput</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share within %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more than needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 too little</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 over the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 below the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the computer slept for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the clock was set back by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the clock was set forward by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped by the threshold %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is larger than %1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file holds more than %1 values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is nested deeper than %1 levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is not UTF-8 here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands here twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are more problems; the first %1 are listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the plan&apos;s format is version %1, which is newer than this program&apos;s version %2; use a newer Bellwether</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no file &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file &quot;%1&quot; cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; lies outside the plan&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected %1, found %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no option &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the step does nothing; it needs one of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only one of %1 may stand here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of %1 is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands both beside the step&apos;s options and among them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is out of range; it must be %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a name here (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing stands here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a URL of %2:// or %2s://</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no range of status codes, like &quot;200..299&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an IP address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no limit, like &quot;&lt;80&quot; with the unit %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is more than %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this scenario never makes any load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is less than preAllocatedVUs (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 iterations are fewer than the %2 VUs that share them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no flow &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no websocket step &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no budget &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no metric &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name &quot;%1&quot; is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this metric has no %1; it has %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the metric &quot;%1&quot; is a %2 elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of count, rate, value, avg, min, max, med, p(N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no percentile between p(0) and p(100)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; compares nothing; it needs one of &lt;, &lt;=, &gt;, &gt;=, ==, !=</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number; thresholds have no units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of a metric is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the { is not closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands after the }</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no tag with a value, like name:login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1, column %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 out of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>THRESHOLDS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BUDGETS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TOTAL RESULTS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CUSTOM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WEBSOCKET</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GRPC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EXECUTION</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NETWORK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GENERATOR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h</source>
        <comment>unit: hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min</source>
        <comment>unit: minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <comment>unit: seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worker %1 of the generator was over 95 % busy in %2 of its %3 seconds, so the figures may be the generator&apos;s own and not the target&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the generator started iterations %1 late at P99, more than the %2 that these limits allow, so the figures may be its own and not the target&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 was %3, but the threshold is %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 was %3, but the limit is %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed: nothing failed, but no limit was judged either.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed: the one limit that was judged held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed: all %1 limits that were judged held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more limit failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more limits failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was measured for %1, so %2 could not be judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no request matched %1, a row of this plan&apos;s own budget; perhaps its tag is mistyped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not exercised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run goes on and nothing was measured so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The threshold holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The threshold does not hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was measured, so the threshold neither passed nor failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every limit of the row holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A limit of the row is broken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run made no such request, or did not offer that much load.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in this run measures that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request matched the row; perhaps its tag is mistyped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throughput and errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iterations dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all requests, from the moment they were due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Virtual users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generator: processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 % is one core</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generator: memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>response time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aborted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iterations without a VU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iterations at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en</source>
        <comment>the language these words are in, as HTML names it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above this chart: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line: mean, band: lowest to highest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run made no request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service time, from sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response time, from due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failing exchanges (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No response came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cores it may use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surroundings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head-room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share passed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bw::shell</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>No verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, stopped early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aborted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, aborted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plot</name>
    <message>
        <source>%1 h</source>
        <comment>hours on a time axis</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds on a time axis</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>workbench</name>
    <message>
        <source>-e %1: write NAME=VALUE</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
