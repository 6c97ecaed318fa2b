import { html, raw } from 'hono/html'
import type { Answer, Told } from './answer.ts'
import {
  byDay,
  count,
  sizeWords,
  spanWords,
  timesWords,
  totalWords,
  weightWords,
  whoseWords,
  windowWords,
} from './words.ts'

const style = `
:root{color-scheme:light dark;--paper:#faf8f4;--sheet:#fffefb;--ink:#211f1b;--soft:#6d675d;--line:#e6e0d5;--green:#1d4a3a;--greenbg:#e8efe9;--amber:#8a5100;--amberbg:#fbf0dc;--red:#a8321f;--redbg:#fbe9e4;--blue:#2d4d78;--bluebg:#e8eef6}
@media (prefers-color-scheme:dark){:root{--paper:#191815;--sheet:#211f1b;--ink:#f0ece3;--soft:#aaa397;--line:#39352e;--green:#8fc7ae;--greenbg:#1f3029;--amber:#e5b26a;--amberbg:#382a14;--red:#f0a090;--redbg:#3b211c;--blue:#9dbbe3;--bluebg:#1e2a3a}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 Inter,"Open Sans",system-ui,sans-serif;font-variant-numeric:tabular-nums}
main{max-width:46rem;margin:0 auto;padding:2.5rem 1.25rem}
h1,h2{font-family:Newsreader,"Source Serif 4",Georgia,serif;font-weight:500;letter-spacing:-.01em}
h1{font-size:2rem;line-height:1.2;margin:0 0 .25rem;overflow-wrap:anywhere}
h2{font-size:1.25rem;margin:2rem 0 .5rem}
.sub,.total{color:var(--soft);margin:.15rem 0}
.total{color:var(--ink);font-weight:600;margin-top:1rem}
ol,ul{list-style:none;margin:0;padding:0}
.finding{background:var(--sheet);border:1px solid var(--line);border-left:3px solid var(--mark);border-radius:8px;padding:.6rem .85rem;margin:.45rem 0;break-inside:avoid}
.finding p{margin:.1rem 0 0;overflow-wrap:anywhere}
.finding h3{margin:0;font-size:1rem;font-weight:600;display:flex;flex-wrap:wrap;gap:.5rem;align-items:baseline}
.times{color:var(--soft)}
.tag{font-size:.75rem;font-weight:600;padding:.05rem .5rem;border-radius:1rem;background:var(--tint);color:var(--mark)}
.never{--mark:var(--red);--tint:var(--redbg)}.avoid{--mark:var(--amber);--tint:var(--amberbg);border-left-style:dashed}.prefer{--mark:var(--blue);--tint:var(--bluebg);border-left-style:dotted}
.clean{background:var(--greenbg);color:var(--green);border-radius:8px;padding:.75rem 1rem;margin-top:1.5rem}
.rest li{color:var(--soft);margin:.15rem 0;overflow-wrap:anywhere}
@media print{body{background:#fff;font-size:11pt}main{padding:0;max-width:none}@page{size:A4;margin:18mm}h2{break-after:avoid}}
`

const findingHtml = (finding: Told, zone: string) => html`<li class="finding ${finding.weight}">
<h3><span>${spanWords(finding, zone)}</span> <span>${finding.title}</span> <span class="tag">${weightWords[finding.weight]}</span></h3>
<p>${finding.words}</p>${finding.times > 1 ? html`<p class="times">${timesWords(finding.times)}</p>` : ''}</li>`

const listHtml = (heading: string, lines: readonly string[]) =>
  lines.length === 0
    ? ''
    : html`<section class="rest"><h2>${heading}</h2><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></section>`

/**
 * The answer as one page to send to somebody: nothing is loaded from anywhere, no script, light and dark,
 * prints on A4. Everything from the file is escaped.
 */
export async function asPage(answer: Answer): Promise<string> {
  const days = byDay(answer).map(
    ({ day, findings }) =>
      html`<section><h2>${day}</h2><ol>${findings.map((finding) => findingHtml(finding, answer.zone))}</ol></section>`,
  )
  const skipped = answer.skipped.map(({ line, reason }) => `Line ${line}: ${reason}`)
  const page = await html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>What is wrong with ${answer.source}</title><style>${raw(style)}</style></head>
<body><main><header><h1>${answer.source}</h1>
<p class="sub">${whoseWords(answer)}</p>
<p class="sub">${windowWords(answer)} · times in ${answer.zone} (${answer.zoneKnown})</p>
<p class="sub">${sizeWords(answer)}</p>
<p class="total">${totalWords(answer)}</p></header>
${days.length === 0 ? html`<p class="clean">Nothing in these days stands in the way of anything else.</p>` : days}
${listHtml(`${count(skipped.length, 'part')} of the file could not be used`, skipped)}
${listHtml('Remarks', answer.remarks)}
</main></body></html>
`
  return page.toString()
}
