#include "ui/report/page_style.h"

namespace bw::ui_report {
namespace {

constexpr const char* kStyle = R"css(
:root { color-scheme: light dark;
  --surface: #f6f7f9; --raised: #ffffff; --line: #dfe3e9; --text: #1a1f27; --muted: #5a6472; --accent: #2559c7;
  --good: #17703a; --warning: #8a5500; --bad: #bb2525;
  --p50: #7f9be0; --p95: #4a70d0; --p99: #152f80; --quiet: #9aa3b0; }
@media (prefers-color-scheme: dark) { :root {
  --surface: #14171c; --raised: #1b1f26; --line: #2e3540; --text: #e4e8ee; --muted: #9ba6b5; --accent: #86aaff;
  --good: #5fcf8f; --warning: #e3b24f; --bad: #ff827a;
  --p50: #6078b8; --p95: #86a4f0; --p99: #c2d3ff; --quiet: #7b8797; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--surface); color: var(--text); font: 14px/1.5 Inter, system-ui, -apple-system,
  "Segoe UI", "Noto Sans", sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 1160px; margin: 0 auto; padding: 32px 24px 64px; }
h1, h2, h3, p, ul, dl, figure { margin: 0; padding: 0; }
ul { list-style: none; }
header .plan { color: var(--muted); font-weight: 500; }
h1 { font-size: 24px; line-height: 1.3; font-weight: 600; letter-spacing: -0.01em; margin: 4px 0 0; display: flex;
  gap: 12px; align-items: flex-start; max-width: 52em; overflow-wrap: anywhere; }
h1 .mark { flex: none; width: 32px; height: 32px; border-radius: 16px; display: grid; place-items: center;
  font-size: 18px; color: var(--raised); background: var(--muted); }
h1 .mark.good { background: var(--good); } h1 .mark.warning { background: var(--warning); }
h1 .mark.bad { background: var(--bad); }
h2 { font-size: 16px; font-weight: 600; margin: 40px 0 8px; }
h3 { font-size: 14px; font-weight: 600; margin: 16px 0 4px; }
.reasons { margin: 12px 0 0 44px; max-width: 72em; }
.reasons li { padding-left: 16px; text-indent: -16px; overflow-wrap: anywhere; }
.reasons li::before { content: "·"; display: inline-block; width: 16px; text-indent: 0; color: var(--muted); }
.facts { margin: 16px 0 0; display: flex; flex-wrap: wrap; gap: 4px 24px; color: var(--muted); }
.facts b { font-weight: 500; color: var(--text); overflow-wrap: anywhere; }
.text { margin-top: 12px; max-width: 72em; overflow-wrap: anywhere; }
.figures { margin: 24px 0 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(128px, 1fr));
  background: var(--raised); border: 1px solid var(--line); border-radius: 6px; overflow: hidden; }
.figures div { padding: 12px 16px; box-shadow: -1px -1px 0 var(--line); }
.figures dt { color: var(--muted); font-size: 12px; }
.figures dd { margin: 0; font-size: 22px; line-height: 1.3; font-weight: 600; letter-spacing: -0.01em;
  white-space: nowrap; }
.figures small { display: block; font-size: 12px; font-weight: 400; letter-spacing: 0; color: var(--muted); }
.bad { color: var(--bad); } .warning { color: var(--warning); } .good { color: var(--good); }
.muted { color: var(--muted); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; background: var(--raised); border: 1px solid var(--line);
  border-radius: 6px; border-spacing: 0; }
th, td { text-align: left; vertical-align: top; padding: 5px 12px; border-top: 1px solid var(--line); }
thead th { border-top: 0; color: var(--muted); font-size: 12px; font-weight: 500; white-space: nowrap; }
thead tr + tr th { padding-top: 0; }
thead th[colspan] { border-bottom: 1px solid var(--line); text-align: center; padding-bottom: 2px; }
td.n, th.n { text-align: right; white-space: nowrap; }
td.state { white-space: nowrap; width: 1%; }
.name { overflow-wrap: anywhere; min-width: 12em; max-width: 32em; unicode-bidi: isolate; }
td.rest { width: 100%; overflow-wrap: anywhere; unicode-bidi: isolate; }
td.keep { white-space: nowrap; }
td code { font: 12.5px/1.5 ui-monospace, "DejaVu Sans Mono", monospace; white-space: nowrap; }
tr.same td, tr.same th { border-top-color: transparent; }
tbody th { font-weight: 400; }
.room { display: inline-block; vertical-align: middle; width: 96px; height: 8px; margin-right: 8px; }
.room .track { fill: var(--line); } .room .tick { stroke: var(--text); stroke-width: 1.5; }
.room .fill { fill: var(--quiet); } .room .over { fill: var(--bad); }
.interval { display: block; width: 160px; height: 14px; margin-top: 4px; }
.interval .zero { stroke: var(--line); stroke-width: 1; } .interval .reach { stroke: currentColor; stroke-width: 2; }
.interval circle { fill: currentColor; }
.charts { display: grid; grid-template-columns: repeat(6, minmax(0, 1fr)); gap: 16px; }
.charts figure { grid-column: span 3; } .charts figure.third { grid-column: span 2; }
figure { background: var(--raised); border: 1px solid var(--line); border-radius: 6px; padding: 12px 16px 8px;
  break-inside: avoid; min-width: 0; }
figcaption { overflow-wrap: anywhere; } figcaption b { font-weight: 600; }
figcaption span { color: var(--muted); font-size: 12px; }
figure > svg { display: block; width: 100%; height: auto; margin-top: 4px; }
figure .none { color: var(--muted); padding: 48px 0 56px; text-align: center; }
.legend { display: flex; flex-wrap: wrap; gap: 0 16px; font-size: 12px; color: var(--muted); }
.legend .key { width: 26px; height: 8px; margin-right: 6px; }
svg text { font-size: 11px; fill: var(--muted); } svg .v { text-anchor: end; } svg .t { text-anchor: middle; }
svg path, svg line { fill: none; stroke-linejoin: round; vector-effect: non-scaling-stroke; }
svg .grid { stroke: var(--line); } svg .base { stroke: var(--quiet); }
svg .p50 { stroke: var(--p50); stroke-width: 1.25; } svg .p95 { stroke: var(--p95); stroke-width: 1.5; }
svg .p99 { stroke: var(--p99); stroke-width: 2; } svg .acc { stroke: var(--accent); stroke-width: 1.75; }
svg .quiet { stroke: var(--quiet); stroke-width: 2; stroke-dasharray: 0.5 4; stroke-linecap: round; }
svg .err { stroke: var(--bad); stroke-width: 2; }
svg .limit { stroke: var(--bad); stroke-width: 1.25; stroke-dasharray: 8 4; }
svg .moment { stroke: var(--muted); stroke-width: 1; stroke-dasharray: 1.5 2.5; }
svg .pause { fill: var(--quiet); opacity: 0.2; }
svg .dash1 { stroke-dasharray: 14 4; } svg .dash2 { stroke-dasharray: 3 3; }
svg .dash3 { stroke-dasharray: 8 3 1.5 3; }
svg path.band { stroke: none; opacity: 0.2; } svg .band.p50 { fill: var(--p50); }
svg .band.p95 { fill: var(--p95); opacity: 0.16; } svg .band.p99 { fill: var(--p99); opacity: 0.12; } svg .band.acc { fill: var(--accent); }
svg .band.err { fill: var(--bad); } svg .band.quiet { fill: var(--quiet); }
svg circle[class] { stroke: none; }
svg circle.p50 { fill: var(--p50); } svg circle.p95 { fill: var(--p95); } svg circle.p99 { fill: var(--p99); }
svg circle.acc { fill: var(--accent); } svg circle.quiet { fill: var(--quiet); }
svg circle.err { fill: var(--bad); }
.pairs { display: grid; grid-template-columns: max-content 1fr; gap: 4px 24px; }
.pairs dt { color: var(--muted); } .pairs dd { margin: 0; overflow-wrap: anywhere; }
.examples section { margin: 0 0 24px; break-inside: avoid; } .examples h2 { font-size: 14px; margin: 16px 0 4px; }
.examples h2 small { color: var(--muted); font-size: 12px; font-weight: 400; margin-left: 8px; }
.examples h3 { color: var(--muted); font-size: 12px; font-weight: 500; margin: 8px 0 4px; }
details summary { cursor: pointer; font-size: 16px; font-weight: 600; margin: 40px 0 8px; }
pre { margin: 0; padding: 12px 16px; background: var(--raised); border: 1px solid var(--line); border-radius: 6px;
  font: 12px/1.5 ui-monospace, "DejaVu Sans Mono", monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
@media (max-width: 840px) { .charts figure, .charts figure.third { grid-column: span 6; } }
@media (max-width: 560px) { main { padding: 16px 12px 32px; } h1 { font-size: 20px; } .reasons { margin-left: 0; }
  .pairs { grid-template-columns: 1fr; gap: 0; } .pairs dd { margin-bottom: 8px; } }
@media print { :root { color-scheme: light; --surface: #fff; --raised: #fff; --line: #ccd1d8; --text: #000;
    --muted: #444c58; --accent: #2559c7; --good: #17703a; --warning: #8a5500; --bad: #bb2525; --p50: #7f9be0;
    --p95: #4a70d0; --p99: #152f80; --quiet: #8a93a0; }
  @page { margin: 14mm; } body { font-size: 10pt; } main { max-width: none; padding: 1px; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  tr, .figures { break-inside: avoid; } th, td { padding: 3px 6px; } table { font-size: 8.5pt; }
  .name { min-width: 10em; } .figures { grid-template-columns: repeat(auto-fit, minmax(82px, 1fr)); }
  .figures div { padding: 8px; } .figures dd { font-size: 17px; } thead { display: table-header-group; } h2, h3 { break-after: avoid; }
  .charts { gap: 8px; } .charts figure { grid-column: span 3; }
  .charts figure.third { grid-column: span 2; } .wide { overflow: visible; } pre { font-size: 8pt; }
  details::details-content { content-visibility: visible; block-size: auto; } }
)css";

} // namespace

QString pageStyle() {
    return QString::fromUtf8(kStyle);
}

} // namespace bw::ui_report
