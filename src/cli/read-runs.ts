import { InvalidArgumentError, Option } from 'commander'
import { UserError } from '../errors.ts'
import { branchName } from '../git/ref-name.ts'
import type { Runtime } from '../gate/request.ts'
import type { StoredRun } from '../model/stored-run.ts'
import { type BranchFlags, onBranch, printWarnings } from './branch.ts'

/** Which runs of the baseline branch are meant. */
export interface RunFlags extends BranchFlags {
  ref?: string
  key: string
  last: number
}

const MAX_LAST = 1_000
/** Names that a message lists. */
export const MAX_NAMES = 10

export const lastOption = (
  usual: number,
  { most = MAX_LAST, does = 'how many recorded commits to look at' } = {},
): Option => new Option('--last <n>', does).argParser((text) => parseLast(text, most)).default(usual)

export const metricOption = (): Option =>
  new Option('--metric <metric>', 'the metric to look at (default: time, or else the first recorded)')

function parseLast(text: string, most: number): number {
  const last = Number(text)
  if (Number.isInteger(last) && last >= 1 && last <= most) return last
  throw new InvalidArgumentError(`Give a whole number from 1 to ${most}.`)
}

/**
 * The newest runs of one key and one recorded branch, newest first; `tip` is null where nothing is recorded.
 * Warnings go to stderr.
 */
export async function readRuns(
  flags: RunFlags,
  runtime: Runtime,
): Promise<{ tip: string | null; runs: StoredRun[] }> {
  // Some are of the same commit, or of another branch.
  const read = await onBranch(flags, runtime, (store) => store.read(2 * flags.last, flags.key))
  const { runs, notes } = ofOneRef(
    read.runs.filter(({ run }) => run.run.key === flags.key),
    flags,
  )
  printWarnings([...read.warnings, ...notes])
  return { tip: read.tip, runs }
}

export const nothingRecorded = ({ branch, remote }: BranchFlags): UserError =>
  new UserError(
    'store',
    `There is no branch ${branch} on ${remote}: nothing is recorded yet`,
    'The first push to the default branch with the action in place creates it; name another one with --branch.',
    { topic: 'nothing-recorded' },
  )

/** The error for a branch on which nothing of this key, and of this recorded branch, was found. */
export function noRunFound(
  { branch, remote, ref, key, last = Infinity }: BranchFlags & Partial<RunFlags>,
  another = '--ref, --key or --branch',
): UserError {
  const asked = [
    ...(ref === undefined ? [] : [JSON.stringify(ref)]),
    ...(key === undefined ? [] : [`the key ${JSON.stringify(key)}`]),
  ]
  const of = asked.length === 0 ? '' : ` of ${asked.join(' and ')}`
  const [among, furtherBack] = Number.isFinite(last)
    ? ['among the newest ', 'Look further back with --last, or name']
    : ['', 'Name']
  return new UserError(
    'no-benchmarks',
    `No run${of} was found ${among}on the branch ${branch} of ${remote}`,
    `${furtherBack} another ${another}.`,
  )
}

/** The runs of one recorded branch: those of several are no series. */
function ofOneRef(runs: readonly StoredRun[], { ref }: RunFlags): { runs: StoredRun[]; notes: string[] } {
  const byRef = [...Map.groupBy(runs, ({ run }) => run.ref)].sort((a, b) => b[1].length - a[1].length)
  const wanted = ref === undefined ? byRef[0]?.[0] : `refs/heads/${branchName(ref)}`
  const others = byRef.map(([name]) => name).filter((name) => name !== wanted)
  const notes = wanted !== undefined && ref === undefined ? noteOfRefs(wanted, others) : []
  return { runs: byRef.find(([name]) => name === wanted)?.[1] ?? [], notes }
}

/** What to say where runs of other refs than the one that is shown were found. */
export function noteOfRefs(shown: string, others: readonly string[]): string[] {
  if (others.length === 0) return []
  const names = others.slice(0, MAX_NAMES).map((name) => JSON.stringify(branchName(name)))
  return [
    `only runs of ${JSON.stringify(branchName(shown))} are shown; there are some of ${names.join(', ')} too (--ref)`,
  ]
}
