/**
 * The slow figures, each on real processes of the built command line: \`npm run bench -- unchanged slowdowns library window
 * cost cold-start store tools\`. They take about an hour and a half together on two cores and want an otherwise idle machine.
 */
import { coldStart } from './cold-start.ts'
import { cost } from './cost.ts'
import { ingest } from './ingest.ts'
import { ingestFuzz } from './ingest-fuzz.ts'
import { library } from './library.ts'
import { quiet } from './quiet.ts'
import { slowdowns } from './slowdowns.ts'
import { store } from './store.ts'
import { tools } from './tools.ts'
import { unchanged } from './unchanged.ts'
import { window } from './window.ts'

const FIGURES = {
  unchanged,
  quiet,
  slowdowns,
  library,
  window,
  cost,
  'cold-start': coldStart,
  store,
  tools,
  ingest,
  'ingest-fuzz': ingestFuzz,
}

const names = process.argv.slice(2)
const unknown = names.filter((name) => !(name in FIGURES))
if (names.length === 0 || unknown.length > 0) {
  process.stderr.write(`usage: npm run bench -- <figure>…, of: ${Object.keys(FIGURES).join(', ')}\n`)
  process.exitCode = 2
} else {
  for (const name of names) await FIGURES[name as keyof typeof FIGURES]()
}
