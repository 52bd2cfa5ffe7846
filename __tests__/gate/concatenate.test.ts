import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { concatenate } from '../../src/gate/concatenate.ts'
import { judgeEvidence } from '../../src/gate/judge.ts'
import { type Evidence, evidenceSchema } from '../../src/model/evidence.ts'

const CASE = new URL('../golden-evidence/paired/', import.meta.url)
const whole = evidenceSchema.parse(JSON.parse(readFileSync(new URL('evidence.json', CASE), 'utf8')))

/** What a job measured that was given these benchmarks of the plan. */
function partOf(evidence: Evidence, takes: (index: number) => boolean): Evidence {
  const mine = new Set(evidence.survey.benchmarks.filter((_, i) => takes(i)).map(({ id }) => id))
  return {
    ...evidence,
    failures: evidence.failures.filter(({ benchmark }) => mine.has(benchmark)),
    measured: evidence.measured.filter(({ benchmark }) => mine.has(benchmark)),
    processes: Math.floor(evidence.processes / 2),
    msInBenchmarks: evidence.msInBenchmarks / 2,
  }
}

const parts = [0, 1].map((half) => partOf(whole, (index) => index % 2 === half))

test('parts of one plan are judged as the whole', async () => {
  const config = await loadConfig(new URL('.', CASE).pathname, 'benchgate.yml')
  const judged = (evidence: Evidence) =>
    judgeEvidence(evidence, { config }, { clock: () => new Date('2026-11-21T00:00:00Z'), stored: null })
  expect(parts.every(({ measured }) => measured.length > 0)).toBe(true)
  const joined = concatenate([parts[0]!, parts[1]!])
  expect(evidenceSchema.safeParse(joined).error).toBeUndefined()
  const { rows, outcome, warnings } = judged(joined)
  expect({ rows, outcome, warnings }).toEqual({
    rows: judged(whole).rows,
    outcome: judged(whole).outcome,
    warnings: judged(whole).warnings,
  })
  // One half alone knows of the other half only that nobody measured it.
  expect(judged(parts[0]!).rows).not.toEqual(rows)
})

test('the sum says what all of it took, and the gravest end', () => {
  const late: Evidence = { ...parts[1]!, stoppedBy: 'time-limit', elapsedMs: whole.elapsedMs + 1 }
  expect(concatenate([{ ...parts[0]!, stoppedBy: 'max-pairs' }, late])).toMatchObject({
    stoppedBy: 'time-limit',
    elapsedMs: whole.elapsedMs + 1,
    processes: parts[0]!.processes + parts[1]!.processes,
  })
})

test.each<[string, Evidence]>([
  ['two parts measured', parts[0]!],
  ['they differ in maxPairs', { ...parts[1]!, maxPairs: whole.maxPairs + 4 }],
  ['head is another commit', { ...parts[1]!, head: { ...whole.head, sha: 'f'.repeat(40) } }],
  ['they list other benchmarks', { ...parts[1]!, survey: { ...whole.survey, benchmarks: [] } }],
])('%s: refused', (why, other) => {
  expect(() => concatenate([parts[0]!, other])).toThrow(why)
})
