/**
 * The slow figures, each on real processes of the built command line: `npm run bench -- quiet unchanged slowdowns builds planted
 * updates cost cold-start store tools bisect large soak`, and `beside <folder>` with a build of another tool. They take some hours together
 * on two cores and want an otherwise idle machine.
 *
 * The environment may set RUNS, ROUNDS, HISTORIES, WRITER_ROUNDS, PROCESSES, COMPARED and LEVELS, where a study has them; ONLY, a regular expression over the
 * ways of `builds` and `planted`, the libraries of `updates`, the shapes of `large` and the parts of `beside`; OLD_BUILD, the `dist` of
 * another checkout, which `builds`, `cost` and `planted` measure beside this one; and LOAD, a number of busy processes beside any of
 * them.
 */
import { beside } from './beside.ts'
import { bisect } from './bisect.ts'
import { builds } from './builds.ts'
import { coldStart } from './cold-start.ts'
import { cost } from './cost.ts'
import { ingest } from './ingest.ts'
import { ingestFuzz } from './ingest-fuzz.ts'
import { large } from './large.ts'
import { startLoad } from './load.ts'
import { planted } from './planted.ts'
import { quiet } from './quiet.ts'
import { sizeFrom } from './run-gate.ts'
import { slowdowns } from './slowdowns.ts'
import { soak } from './soak.ts'
import { store } from './store.ts'
import { tools } from './tools.ts'
import { unchanged } from './unchanged.ts'
import { updates } from './updates.ts'

const FIGURES = {
  unchanged,
  quiet,
  slowdowns,
  builds,
  planted,
  updates,
  cost,
  'cold-start': coldStart,
  store,
  tools,
  bisect,
  ingest,
  'ingest-fuzz': ingestFuzz,
  large,
  soak,
  beside: () => beside(folder),
}

const names = process.argv.slice(2)
const at = names.indexOf('beside')
const folder = at === -1 ? undefined : names.splice(at + 1, 1)[0]
const unknown = names.filter((name) => !(name in FIGURES))
if (names.length === 0 || unknown.length > 0) {
  process.stderr.write(`usage: npm run bench -- <figure>…, of: ${Object.keys(FIGURES).join(', ')}\n`)
  process.exitCode = 2
} else {
  const stopLoad = startLoad(sizeFrom('LOAD', 0))
  try {
    for (const name of names) await FIGURES[name as keyof typeof FIGURES]()
  } finally {
    stopLoad()
  }
}
