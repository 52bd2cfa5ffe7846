/**
 * The slow figures, each on real processes of the built command line: `npm run bench -- quiet unchanged slowdowns builds planted
 * updates cost cold-start store dashboard dashboard-page bisect tools large soak`, `beside <folder>` with a build of another tool, and
 * `histories <folder>` on what other projects recorded, which is no measurement.
 * They take some hours together on two cores and want an otherwise idle machine.
 *
 * The environment may set RUNS, ROUNDS, WRITER_ROUNDS, PROCESSES, COMPARED and LEVELS, where a study has them; ONLY, a regular expression over the
 * ways of `builds` and `planted`, the libraries of `updates`, the shapes of `large` and `dashboard` and the parts of `beside`; OLD_BUILD, the `dist` of
 * another checkout, which `builds`, `cost` and `planted` measure beside this one; and LOAD, a number of busy processes beside any of
 * them.
 */
import { beside } from './beside.ts'
import { bisect } from './bisect.ts'
import { builds } from './builds.ts'
import { coldStart } from './cold-start.ts'
import { cost } from './cost.ts'
import { histories } from './histories.ts'
import { dashboardPage } from './dashboard-page.ts'
import { dashboard } from './dashboard.ts'
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
  'dashboard-page': dashboardPage,
  store,
  dashboard,
  tools,
  bisect,
  ingest,
  'ingest-fuzz': ingestFuzz,
  large,
  soak,
  beside: () => beside(folderOf.beside),
  histories: () => histories(folderOf.histories),
}

const names = process.argv.slice(2)
/** What is followed by a folder. */
const folderOf: Record<string, string | undefined> = {}
for (const name of ['beside', 'histories']) {
  const at = names.indexOf(name)
  if (at !== -1) folderOf[name] = names.splice(at + 1, 1)[0]
}
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
