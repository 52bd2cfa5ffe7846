import type { Run } from '../model/stored-run.ts'

// What lies where on the branch. Nothing is ever rewritten, so a path says all that tells two runs apart.

/** The file at the root that says how the rest is to be read. */
export const FORMAT_FILE = { name: 'benchgate.json', text: '{"schema": 1}\n', schema: 1 } as const

export const RUNS_FOLDER = 'runs'

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/
const RUN_NAME = /^\d{2}T\d{6}Z-[0-9a-f]{12}-[0-9A-Za-z]{1,32}-\d{1,9}(?:-([A-Za-z0-9._-]{1,50}))?\.json$/

/**
 * Path of a run on the branch: its month, then when it was recorded (UTC), its commit, the attempt of the
 * job, and the key where a repository has several gates: their jobs may record one commit in one second.
 */
export function runPath({ commit, run }: Pick<Run, 'commit' | 'run'>): string {
  const [date = '', time = ''] = new Date(run.recordedAt).toISOString().split(/[T.]/)
  const key = run.key === 'default' ? '' : `-${run.key}`
  const name = `${date.slice(8)}T${time.replaceAll(':', '')}Z-${commit.sha.slice(0, 12)}-${run.id}-${run.attempt}${key}.json`
  return `${RUNS_FOLDER}/${date.slice(0, 7)}/${name}`
}

export const isMonth = (name: string): boolean => MONTH.test(name)
export const isRunName = (name: string): boolean => RUN_NAME.test(name)

/** True for a path that `runPath` could have made. */
export function isRunPath(path: string): boolean {
  const parts = path.split('/')
  return parts.length === 3 && parts[0] === RUNS_FOLDER && isMonth(parts[1]!) && isRunName(parts[2]!)
}

/** The month and the name in the path of a run, in the characters of a tree (bytes as latin1). */
export function placeOf(path: string): { month: string; name: string } {
  const [, month = '', name = ''] = Buffer.from(path).toString('latin1').split('/')
  return { month, name }
}

/** The key of the gate that recorded the run in a file of this name. */
export const keyOfName = (name: string): string => RUN_NAME.exec(name)?.[1] ?? 'default'
