import { readFileSync } from 'node:fs'
import { type Cases, judged, reportOf } from '../src/plan/leak/testing.ts'

/**
 * `npm run leaks FILE…`: reads texts of files in the shape of `src/plan/leak/*.cases.json`, all as one set, and prints how many
 * were stopped and held up, with every miss. It judges nothing: a set that the check has not seen is read so, once.
 */
const files = process.argv.slice(2)
if (files.length === 0) throw new Error('Name at least one file of texts: npm run leaks FILE…')
const all = files.flatMap((file) => judged(JSON.parse(readFileSync(file, 'utf8')) as Cases))
process.stdout.write(reportOf(files.join(', '), all))
