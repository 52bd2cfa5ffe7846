import { readFile } from 'node:fs/promises'
import { Git } from '../git/git.ts'
import { readEnvironment } from '../measure/environment.ts'
import { nodeOnPath, ownNode } from '../measure/node-on-path.ts'
import { type Check, failure, type Found, ok, warning } from './check.ts'
import type { Context } from './context.ts'

/** Above this load for each core, other programs take turns with a benchmark. */
const BUSY_LOAD = 0.5
/** The oldest git whose options and words are known. */
const NEEDED_GIT = [2, 31] as const
const GIT_LIMIT_MS = 10_000

const CPU = '/sys/devices/system/cpu'

async function lookAtMachine({ runtime: { env, host } }: Context): Promise<Found[]> {
  const { cpu, cores, os, image, loadAverage, ci } = readEnvironment(env, host)
  const clock = await clockOf()
  const where = image ?? (ci ? 'in CI' : 'not in CI')
  const facts = [os, cpu, `${cores} ${cores === 1 ? 'core' : 'cores'}`, ...clock, where]
  const found = [ok(facts.join(' · '))]
  if (loadAverage > BUSY_LOAD * cores)
    found.push(
      warning(
        `the machine is busy: a load of ${loadAverage} on ${cores} ${cores === 1 ? 'core' : 'cores'}`,
        'Close other programs while you measure. Noise makes measuring slower and leaves small changes undecided.',
      ),
    )
  return found
}

/** What decides on the clock of the processor, where the system says it. */
async function clockOf(): Promise<string[]> {
  const read = async (file: string) => (await readFile(`${CPU}/${file}`, 'utf8').catch(() => '')).trim()
  const governor = await read('cpu0/cpufreq/scaling_governor')
  const boost = await read('cpufreq/boost')
  const noTurbo = await read('intel_pstate/no_turbo')
  const turbo = boost === '1' || noTurbo === '0' ? 'on' : boost === '0' || noTurbo === '1' ? 'off' : null
  return [
    ...(governor === '' ? [] : [`governor ${governor.slice(0, 30)}`]),
    ...(turbo === null ? [] : [`turbo ${turbo}`]),
  ]
}

async function lookAtNode({ runtime: { env, node } }: Context): Promise<Found> {
  const found = node ?? (await nodeOnPath(env))
  if (found !== null) return ok(`${found.version} runs the suites`)
  return failure(
    `no Node of 22.18 or newer is on PATH; this program runs on ${ownNode.version}`,
    'Install Node 24, or put it first on PATH: suites run on the first Node on PATH.',
  )
}

async function lookAtGit({ runtime: { env, signal }, project }: Context): Promise<Found> {
  const git = new Git(project, env, { signal, remainingMs: () => GIT_LIMIT_MS })
  const text = await git.text('version')
  const [, major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(text) ?? []).map(Number)
  if (major > NEEDED_GIT[0] || (major === NEEDED_GIT[0] && minor >= NEEDED_GIT[1]))
    return ok(text.replace('git version ', ''))
  return failure(`${text} is too old`, `Install git ${NEEDED_GIT.join('.')} or newer.`)
}

export const MACHINE_CHECKS: readonly Check<Context>[] = [
  { id: 'machine', title: 'machine', look: lookAtMachine },
  { id: 'node', title: 'Node', look: lookAtNode },
  { id: 'git', title: 'git', look: lookAtGit },
]
