import { readFileSync } from 'node:fs'

// Loaded before the desk by the browser tests: the one clock it has goes as far ahead as the test says.
const here = Temporal.Now.instant
Temporal.Now.instant = () => here().add(Temporal.Duration.from(readFileSync(process.env.EQUERRY_CLOCK ?? '', 'utf8')))
