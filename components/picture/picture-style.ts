/**
 * What components/chart/chart.css says of a drawing, for a picture that stands alone: light colours written out,
 * as neither resvg nor an `<img>` knows the page's variables. A browser test holds the two together.
 */

const SANS = 'Inter Variable, Inter, Helvetica Neue, Arial, sans-serif';
const SERIF = 'Source Serif 4 Variable, Source Serif 4, Georgia, serif';

const [page, ink, secondary, hairline] = ['#fbfaf6', '#1c1d21', '#62666d', '#d9d6cc'];

export const PICTURE_STYLE = `
.page{fill:${page}}
.hairline{stroke:${hairline};stroke-width:1}
text{font-family:${SANS};font-weight:400;fill:${ink}}
.picture-title,.picture-quote,.picture-panel{font-family:${SERIF}}
.picture-title,.picture-panel,.picture-verdict{font-weight:600}
.picture-subtitle,.picture-note,.picture-foot{fill:${secondary}}
.dot{fill:none;stroke:${ink};stroke-width:1.25}
.dot-holds{fill:${ink}}
.chart-svg text{fill:${ink};font-size:12px}
.chart-wide text{font-size:14px}
.chart-half text{font-size:19px}
.chart-full text{font-size:20px}
.chart-tone-main{color:#b3261e}
.chart-tone-other{color:#0b6b74}
.chart-tone-text{color:#8a5a00}
.chart-tone-ink{color:${ink}}
.chart-tone-grey{color:#8d8f93}
.chart-tone-secondary{color:${secondary}}
.chart-grid,.chart-rule-row{stroke:${hairline};stroke-width:1}
.chart-zero,.chart-rule-zero{stroke:${ink};stroke-width:1}
.chart-notch{stroke:${secondary};stroke-width:1}
.chart-svg .chart-tick{fill:${secondary};font-variant-numeric:tabular-nums}
.chart-line{fill:none;stroke:currentColor;stroke-width:2.25;stroke-linejoin:round;stroke-linecap:round}
.chart-line.chart-tone-grey{stroke-width:1.5}
.chart-narrow .chart-line{stroke-width:1.75}
.chart-narrow .chart-line.chart-tone-grey{stroke-width:1.25}
.chart-card .chart-line{stroke-width:2}
.chart-card .chart-line.chart-tone-grey{stroke-width:1.25}
.chart-half .chart-line,.chart-full .chart-line{stroke-width:3}
.chart-half .chart-line.chart-tone-grey,.chart-full .chart-line.chart-tone-grey{stroke-width:2}
.chart-dashed{stroke-dasharray:7 4;stroke-linecap:butt}
.chart-dotted{stroke-dasharray:0.1 5}
.chart-area{fill:currentColor;fill-opacity:0.2}
.chart-dot{fill:currentColor;stroke:${page};stroke-width:1}
.chart-shape-ring{fill:${page};stroke:currentColor;stroke-width:1.75}
.chart-shape-cross{fill:none;stroke:currentColor;stroke-width:2}
.chart-bar,.chart-range,.chart-column{fill:currentColor}
.chart-fill-hollow{fill:${page};stroke:currentColor;stroke-width:1}
.chart-fill-pale{fill-opacity:0.4}
.chart-after{fill:#f3f0e6}
.chart-rule-reference{stroke:currentColor;stroke-width:1.5;stroke-dasharray:5 3}
.chart-rule-text{stroke:currentColor;stroke-width:1.25}
.chart-rule-event{stroke:#888b8f;stroke-width:1}
.chart-leader{stroke:${secondary};stroke-width:0.75}
.chart-number{fill:${page};stroke:${secondary};stroke-width:1}
.chart-svg .chart-label{fill:currentColor;stroke:${page};stroke-width:3px;stroke-linejoin:round;paint-order:stroke}
.chart-svg .chart-tone-grey .chart-label{fill:${secondary}}
.chart-svg .chart-label-number{stroke:none}
.chart-svg .chart-strong{font-weight:600}
`;
