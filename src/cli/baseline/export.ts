import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { explainPlace } from '../../files/explain-disk.ts'
import { branchName } from '../../git/ref-name.ts'
import type { StoredRun } from '../../model/stored-run.ts'
import { visibleJson } from '../../model/visible-json.ts'
import { plural } from '../../report/quantity.ts'
import type { Store } from '../../store/store.ts'
import type { AddCommand } from '../add-command.ts'
import { branchText, onBranch, printWarnings } from '../branch.ts'
import { withExamples } from '../examples.ts'
import { recordedRefOption, type SpeechFlags, speechOptions, storedOptions, withOptions } from '../flags.ts'
import { withRuntime } from '../measuring.ts'
import { prepareOutputs } from '../outputs.ts'
import { lastOption, noRunFound, nothingRecorded, type RunFlags } from '../read-runs.ts'

type ExportFlags = RunFlags & SpeechFlags

const MAX_LAST = 100_000

const OPTIONS = [lastOption(Infinity, { most: MAX_LAST }).default(Infinity, 'all')]

/** Adds `baseline export`: the stored runs as lines of JSON, one in memory at a time. */
export const exportRuns: AddCommand = (group, { installation }) => {
  const command = group
    .command('export')
    .description('write the stored runs as NDJSON, one run a line, newest first')
    .argument('<file>', 'where to write; - for stdout')
    .action(async (file: string, flags: ExportFlags) => {
      await prepareOutputs({ json: file })
      const done = await withRuntime(flags, installation, (runtime) =>
        onBranch(flags, runtime, (store) =>
          file === '-' ? writeRuns(store, process.stdout, flags) : writeFile(store, file, flags),
        ),
      )
      printWarnings(done.warnings)
      if (done.tip === null) throw nothingRecorded(flags)
      if (done.runs === 0) throw noRunFound(flags)
      const text = `${plural(done.runs, 'run')} of ${plural(done.commits, 'commit')} written from ${branchText(flags)}, at ${done.tip.slice(0, 7)}\n`
      ;(file === '-' ? process.stderr : process.stdout).write(text)
    })
  withOptions(command, OPTIONS, storedOptions(), recordedRefOption(), speechOptions())
  withExamples(command, [
    { line: 'benchgate baseline export runs.ndjson', does: 'all stored runs' },
    { line: 'benchgate baseline export - --last 20 | wc -l', does: 'those of the newest commits' },
  ])
}

interface Exported {
  tip: string | null
  runs: number
  commits: number
  warnings: string[]
}

/** Writes beside the file first, so that it never holds half of the runs. */
async function writeFile(store: Store, file: string, flags: ExportFlags): Promise<Exported> {
  const unfinished = `${file}.unfinished`
  const stream = createWriteStream(unfinished)
  const written = finished(stream)
  // Whatever goes wrong is thrown where it is waited for.
  written.catch(() => {})
  try {
    const done = await writeRuns(store, stream, flags)
    stream.end()
    await written
    if (done.runs === 0) await rm(unfinished)
    else await rename(unfinished, file)
    return done
  } catch (error) {
    stream.destroy()
    // Of a name that is none nothing can be removed either.
    await rm(unfinished, { force: true }).catch(() => {})
    throw explainPlace(error, {
      what: `${file} could not be written`,
      directory: dirname(resolve(file)),
      otherwise: 'name another file',
    })
  }
}

/** Who reads stdout may stop early. */
function unlessReaderStopped(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}

async function writeRuns(store: Store, stream: Writable, { last, key, ref }: ExportFlags): Promise<Exported> {
  const wanted = ref === undefined ? null : `refs/heads/${branchName(ref)}`
  const commits = new Set<string>()
  let runs = 0
  // Some are of the same commit, or of another branch.
  const { tip, warnings } = await store.scan({ limit: 2 * last, key }, async ({ run }: StoredRun) => {
    const { sha } = run.commit
    if ((wanted !== null && run.ref !== wanted) || (commits.size === last && !commits.has(sha))) return
    commits.add(sha)
    runs++
    const isFull = !stream.write(`${visibleJson(JSON.stringify(run))}\n`)
    if (isFull && stream.writable) await once(stream, 'drain').catch(unlessReaderStopped)
  })
  return { tip, runs, commits: commits.size, warnings }
}
