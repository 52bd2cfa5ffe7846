import { describe, expect, test } from 'vitest'
import { type ModeJob, readStored, storedResults } from '../../src/action/job-store.ts'
import { DEFAULT_CONFIG } from '../../src/config/defaults.ts'
import { configDigest, resultsDigest } from '../../src/config/digest.ts'
import { UserError } from '../../src/errors.ts'
import { readContext } from '../../src/github/context.ts'
import type { StoredRun } from '../../src/model/stored-run.ts'
import { ENV, events } from '../github/events.ts'
import { sampleRun, shaOf } from '../store/sample-run.ts'
import { type Finding, worded } from '../../src/model/finding.ts'

const BASE = shaOf('commit 0')
const config = { ...DEFAULT_CONFIG, baseline: { branches: ['release/**'], anchor: null } }

const storedOf = (name: string, ref: string, digest = configDigest(config)): StoredRun => ({
  path: `${name}.json`,
  run: { ...sampleRun(0), ref: `refs/heads/${ref}`, config: digest, seed: name },
})

/** A job on an event, whose baseline branch holds these runs or cannot be read. */
function jobOn(
  event: keyof typeof events,
  from: { runs?: StoredRun[]; error?: Error; base?: string },
): ModeJob {
  const { name, env, event: payload } = structuredClone(events[event])
  if (from.base !== undefined) (payload['pull_request'] as { base: { ref: string } }).base.ref = from.base
  const branch = {
    read: async () => ({ tip: 'a tip', runs: from.runs ?? [], warnings: ['one file is broken'] }),
    ancestors: async () => [BASE],
  }
  // Nothing else of a job is asked for.
  const job: unknown = {
    context: readContext({ ...ENV, GITHUB_EVENT_NAME: name, ...env }, payload),
    inputs: { baselineBranch: 'benchgate', key: 'default' },
    runtime: { clock: () => new Date('2026-11-21T00:00:00Z') },
    store: async () => {
      if (from.error) throw from.error
      return { store: branch, keep: async () => {} }
    },
  }
  return job as ModeJob
}

const seriesOn = async (job: ModeJob) =>
  (await readStored(job, config, BASE, []))?.runs.map(({ run }) => run.seed)

describe('the runs that are shown beside a change', () => {
  const runs = [
    storedOf('of main', 'main'),
    storedOf('of release', 'release/1'),
    storedOf('of another', 'feature'),
  ]

  test('are those of the branch that it goes to', async () => {
    expect(await seriesOn(jobOn('pull', { runs }))).toEqual(['of main'])
    expect(await seriesOn(jobOn('pull', { runs, base: 'release/1' }))).toEqual(['of release'])
  })

  test('are the default branch’s while that one has none', async () => {
    // Not those of the branch that happens to have the nearest run.
    const nearestElsewhere = { runs: runs.toReversed(), base: 'release/2' }
    expect(await seriesOn(jobOn('pull', nearestElsewhere))).toEqual(['of main'])
  })

  test('are those of the branch that was pushed', async () => {
    expect(await seriesOn(jobOn('pushToMain', { runs }))).toEqual(['of main'])
    expect(await seriesOn(jobOn('pushToRelease', { runs }))).toEqual(['of release'])
  })

  test('are of branches that are recorded, whoever stored others', async () => {
    expect(await seriesOn(jobOn('pull', { runs: runs.slice(2), base: 'feature' }))).toEqual([])
  })
})

test('results are held against runs that were handed over as well, and measurements against measured ones', async () => {
  const runs = [storedOf('measured', 'main'), storedOf('handed over', 'main', resultsDigest())]
  const job = jobOn('pull', { runs })
  const nearest = async (lookUp: typeof readStored) =>
    (await lookUp(job, config, BASE, []))?.nearest?.run.run.seed
  expect(await nearest(readStored)).toBe('measured')
  expect(await nearest(storedResults)).toBe('handed over')
})

describe('a branch', () => {
  test('that has something to say says it beside its runs', async () => {
    const warnings = [worded('an earlier one')]
    await readStored(jobOn('pull', {}), config, BASE, warnings)
    expect(warnings).toEqual(['an earlier one', 'one file is broken'].map(worded))
  })

  test('that cannot be read is a warning and no runs, never the end of a gate', async () => {
    const error = new UserError('store', 'git fetch failed.', 'Look at the network.')
    const warnings: Finding[] = []
    expect(await readStored(jobOn('pull', { error }), config, BASE, warnings)).toBeNull()
    expect(warnings).toEqual([
      { code: 'stored-runs-unreadable', reason: 'git fetch failed.', remedy: 'Look at the network.' },
    ])
  })

  test('a bug is none of that', async () => {
    const job = jobOn('pull', { error: new TypeError('boom') })
    await expect(readStored(job, config, BASE, [])).rejects.toThrow('boom')
  })
})
