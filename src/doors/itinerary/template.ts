import { maker } from '../../desk/travel/itinerary/marks/model.ts'

/**
 * A paper of sections with parts in them, for the Typst compiler. What it says comes in as `sys.inputs`, never as source, so that
 * markup in a name is only letters.
 */
export const template = `
#let d = json(bytes(sys.inputs.sheet))
#let fonts = json(bytes(sys.inputs.fonts))
#let size = float(sys.inputs.size) * 1pt
#let (ink, soft, pale, green, amber, red) = (
  rgb("#1c1c1a"), rgb("#5d5b55"), rgb("#d9d5ca"), rgb("#1f4a38"), rgb("#8a5300"), rgb("#a32a1c"),
)
#set document(title: d.title, author: "${maker}")
#set text(font: fonts.text, size: size, fill: ink, lang: "en", number-width: "tabular")
#set par(leading: 0.55em, spacing: 0.6em)
#set page(
  paper: "a4",
  margin: (x: 18mm, top: 16mm, bottom: 20mm),
  footer: context {
    set text(size: 7.5pt, fill: soft)
    line(length: 100%, stroke: 0.4pt + pale)
    v(-2pt)
    grid(
      columns: (1fr, auto),
      align: (left, right),
      column-gutter: 10pt,
      d.foot,
      [Page #counter(page).display() of #counter(page).final().at(0)],
    )
  },
)
#let strong-text(body, fill: ink, size: 1em) = text(font: fonts.strong, weight: 400, size: size, fill: fill, body)
#show heading.where(level: 1): it => text(font: fonts.title, weight: 400, size: 22pt, it.body)
#show heading.where(level: 2): it => block(
  sticky: true,
  width: 100%,
  above: 16pt,
  below: 8pt,
  inset: (bottom: 4pt),
  stroke: (bottom: 0.6pt + pale),
  text(font: fonts.title, weight: 400, size: 13.5pt, it.body),
)
#show heading.where(level: 3): it => block(above: 3pt, below: 5pt, text(font: fonts.strong, weight: 400, size: 1.08em, it.body))
#show heading: set text(hyphenate: false)

#text(fill: soft, size: 0.9em, d.audience)
#v(2pt)
= #d.title
#v(5pt)
#for words in d.about { block(above: 3pt, below: 3pt, text(fill: soft, words)) }
#for words in d.notes { block(above: 6pt, below: 6pt, inset: (x: 8pt, y: 5pt), fill: rgb("#fbf0dc"), width: 100%, words) }

// Each line a block of its own: lines broken inside a cell lose the order of their tags (PDF/UA).
#let end(one) = {
  set block(above: 0pt, below: 4pt)
  block(text(size: 0.85em, fill: soft, one.which))
  if one.clock != "" { block(strong-text(size: 1.45em, one.clock)) }
  if one.when != "" { block(text(size: 0.92em, one.when)) }
  if one.elsewhere != "" { block(text(size: 0.85em, fill: soft, "= " + one.elsewhere)) }
  for words in one.places { block(words) }
}
#let edge = (sure: green, unsure: amber, off: red)
#let piece(part) = block(
  breakable: false,
  width: 100%,
  above: 8pt,
  below: 8pt,
  inset: (left: 9pt, y: 2pt),
  stroke: (left: (paint: edge.at(part.state), thickness: 2.2pt, dash: if part.state == "unsure" { "dashed" } else { "solid" })),
  {
    if part.kind != "" {
      grid(
        columns: (1fr, auto),
        text(size: 0.85em, fill: soft, part.kind),
        text(size: 0.85em, fill: if part.state == "sure" { soft } else { edge.at(part.state) }, part.stateName),
      )
    }
    heading(level: 3, if part.state == "off" { strike(part.head) } else { part.head })
    if part.ends.len() > 0 {
      v(2pt)
      grid(columns: part.ends.map(_ => 1fr), column-gutter: 14pt, ..part.ends.map(end))
    }
    if part.facts.len() > 0 {
      v(3pt)
      for fact in part.facts {
        block(above: 4pt, below: 4pt, if fact.name == "" { fact.words } else { text(fill: soft, fact.name + ": ") + fact.words })
      }
    }
  },
)
#for section in d.sections {
  heading(level: 2, section.name)
  for part in section.parts { piece(part) }
}
#if d.closing != "" {
  v(12pt)
  block(above: 4pt, below: 4pt, width: 100%, strong-text(d.closing))
}
#if d.lost > 0 [
  #v(4pt)
  #text(size: 0.85em, fill: soft)[#d.missing marks #if d.lost == 1 [a character] else [#d.lost characters] that the printer has no letters for; the page has them.]
]
`
