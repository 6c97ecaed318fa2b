import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe holds against the page as it is now, one line each; empty is good. WCAG 2.2 AA and its best practices. */
export async function axe(page: Page): Promise<readonly string[]> {
  await page.evaluate(source)
  const results = await page.evaluate<AxeResults, readonly string[]>(
    // @ts-expect-error axe is there only inside the page
    (runOnly) => axe.run(document, { runOnly }),
    levels,
  )
  return results.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  )
}
