/**
 * The page, for the Typst compiler. What the day says comes in as `sys.inputs`, never as source, so that markup in a title
 * is only letters. Sizes hang on `size`, which the printer lowers until the day fits on one page.
 */
export const template = `
#let d = json(bytes(sys.inputs.sheet))
#let fonts = json(bytes(sys.inputs.fonts))
#let size = float(sys.inputs.size) * 1pt
#let (ink, soft, pale, green, amber, red, plum) = (
  rgb("#1c1c1a"), rgb("#5d5b55"), rgb("#d9d5ca"), rgb("#1f4a38"), rgb("#8a5300"), rgb("#a32a1c"), rgb("#5f3560"),
)
#set document(title: d.title + ", " + d.executive, author: "Equerry")
#set text(font: fonts.text, size: size, fill: ink, lang: "en")
#set par(leading: 0.5em, spacing: 0.5em)
#set page(
  paper: "a4",
  margin: (x: 16mm, top: 14mm, bottom: 21mm),
  footer: context {
    set text(size: 7pt, fill: soft)
    line(length: 100%, stroke: 0.4pt + pale)
    v(-2pt)
    grid(
      columns: (1fr, auto),
      align: (left, right),
      column-gutter: 10pt,
      row-gutter: 4pt,
      [#d.audienceWords · printed #d.printed],
      [#if counter(page).final().at(0) > 1 [Page #counter(page).display() of #counter(page).final().at(0)]],
      [Journal entry #d.number: #text(font: fonts.code)[#d.hash]],
      [equerry verify -\\-expect],
    )
  },
)
#let strong-text(body, fill: ink, size: 1em) = text(font: fonts.strong, weight: 400, size: size, fill: fill, body)
#show heading: it => text(font: fonts.title, weight: 400, size: if it.level == 1 { 20pt } else { 12pt }, it.body)
#show heading: set block(above: 0pt, below: 0pt)
#show heading: set text(hyphenate: false)

= #d.title
#v(3pt)
#text(fill: soft)[#strong-text(d.executive) · #d.summary]
#v(4pt)
#for words in d.allDay { block(above: 3pt, below: 3pt)[#strong-text("All day: ")#words] }

#let edge(row) = if row.wrong.len() > 0 { red } else if row.private { plum } else if row.row == "hold" { amber } else { green }
#let zones = d.zones.len()
#if d.rows.len() == 0 [
  #v(6pt)
  #text(fill: soft)[Nothing is on this day.]
] else [
  #table(
    columns: (..range(zones).map(_ => auto), 1fr),
    stroke: none,
    inset: (x: 4pt, y: size * 0.42),
    table.header(
      ..d.zones.map(zone => table.cell(stroke: (bottom: 0.6pt + pale))[#text(size: 0.85em, fill: soft, zone)]),
      table.cell(stroke: (bottom: 0.6pt + pale))[#text(size: 0.85em, fill: soft)[What]],
    ),
    ..d.rows.map(row => {
      let between = row.times.len() == 0
      let said = if between {
        text(size: 0.9em, fill: soft, row.title)
      } else {
        strong-text(row.title)
        if row.detail != "" { text(size: 0.9em, fill: soft)[ · #row.detail] }
        if row.people != "" { text(size: 0.9em)[ · #row.people] }
        for words in row.wrong { linebreak(); text(size: 0.9em, fill: red)[! #words] }
      }
      let clocks = if between { range(zones).map(_ => []) } else {
        row.times.enumerate().map(((i, time)) => {
          set text(number-width: "tabular")
          if i == 0 { strong-text(time) } else { text(fill: soft, time) }
        })
      }
      let held = row.row == "hold"
      let side = if between { (left: (paint: pale, thickness: 0.6pt, dash: "dotted")) } else {
        (left: (paint: edge(row), thickness: 2.2pt, dash: if held { "dashed" } else { "solid" }))
      }
      (..clocks.map(clock => table.cell(breakable: false, clock)), table.cell(stroke: side, inset: (left: 8pt, y: size * 0.42), said))
    }).flatten(),
  )
]

#let section(name, lines, fill) = if lines.len() > 0 [
  #v(9pt)
  == #name
  #v(4pt)
  #for words in lines { block(above: 3pt, below: 3pt, text(fill: fill)[– #words]) }
]
#section("What stands against the day", d.findings, red)
#section("Offered, waiting for an answer", d.waiting, amber)
#for more in d.sections { section(more.name, more.lines, ink) }
#if d.lost > 0 [
  #v(4pt)
  #text(size: 0.85em, fill: soft)[#d.missing marks #if d.lost == 1 [a character] else [#d.lost characters] that the printer has no letters for; the screen has them.]
]
#v(8pt)
== Notes
#block(width: 100%, height: 1fr, layout(space => for _ in range(calc.min(40, calc.floor(space.height / 8mm))) {
  pdf.artifact(block(height: 8mm, above: 0pt, below: 0pt, width: 100%, stroke: (bottom: 0.3pt + pale)))
}))
`
