import { describe, expect, test } from 'vitest'
import { idOf, keyed } from '../keys.ts'
import type { StoredRuns } from '../../src/model/baseline.ts'
import { runOf, withAnchor } from '../../src/gate/record.ts'
import { type Evidence, evidenceSchema } from '../../src/model/evidence.ts'
import { runSchema } from '../../src/model/stored-run.ts'
import { judgeEvidence } from '../../src/gate/judge.ts'
import { checkOutput } from '../../src/report/checks/check-output.ts'
import { reportOf } from '../../src/report/json.ts'
import { config, ENVIRONMENT, evidence, place, type Planted } from './evidence-sample.ts'

const clock = () => new Date('2026-11-21T00:00:00Z')

function verdicts(from: Evidence, text = '', stored: StoredRuns | null = null) {
  const judged = judgeEvidence(from, { config: config(text) }, { clock, stored })
  const assessment = reportOf(judged)
  return { judged, assessment, rows: new Map(assessment.rows.map((row) => [row.benchmark, row])) }
}

describe('evidence that went through a file', () => {
  const sent = evidence({ slow: { slower: 0.2 }, same: {} })
  const received = evidenceSchema.parse(JSON.parse(JSON.stringify(sent)))

  test('is judged as it was', () => {
    expect(verdicts(received).assessment).toEqual(verdicts(sent).assessment)
    expect(verdicts(received).rows.get('slow')).toMatchObject({
      verdict: 'regression',
      severity: 'fail',
      confirmed: true,
    })
    expect(verdicts(received).rows.get('same')).toMatchObject({ verdict: 'unchanged' })
  })

  test('what is published of a finding is what the fresh blocks say, and its values differ by it', () => {
    const { rows } = verdicts(
      evidence({ slow: { slower: 0.3, alone: 0.2 }, fast: { slower: -0.3, alone: -0.2 }, same: {} }),
    )
    for (const [id, effect, verdict] of [
      ['slow', 0.2, 'regression'],
      ['fast', -0.2, 'improvement'],
    ] as const) {
      const row = rows.get(id)!
      expect(row).toMatchObject({ verdict, confirmed: true, pairs: 28 })
      expect(row.effect).toBeCloseTo(effect, 1)
      expect(row.interval!.low).toBeLessThan(row.effect!)
      expect(row.interval!.high).toBeGreaterThan(row.effect!)
      expect(row.head.value! / row.base.value! - 1).toBeCloseTo(row.effect!, 12)
    }
    const same = rows.get('same')!
    expect(same.head.value! / same.base.value! - 1).toBeCloseTo(same.effect!, 12)
  })

  test('what shows beside neighbours and not alone is listed, and neither red nor a gain', () => {
    const { assessment, rows } = verdicts(
      evidence({ slow: { slower: 0.3, alone: 0 }, fast: { slower: -0.3, alone: 0 }, same: {} }),
    )
    expect(assessment.outcome).toBe('pass')
    for (const [id, change] of [
      ['slow', /a change of (29|30|31)\.\d % for the worse/],
      ['fast', /a change of (29|30|31)\.\d % for the better/],
    ] as const) {
      const row = rows.get(id)!
      expect(row).toMatchObject({ verdict: 'inconclusive', severity: 'pass', confirmed: false })
      expect(row.effect).toBeCloseTo(0, 1)
      expect(row.notes[0]).toMatch(/^It depends on its neighbours: /)
      expect(row.notes[0]).toMatch(change)
    }
  })

  test('in a suite of one, or one that is never split, there are no neighbours to blame', () => {
    const alone = verdicts(evidence({ slow: { slower: 0.3, alone: 0 } })).rows.get('slow')!
    expect(alone.notes[0]).toMatch(/did not recur when it was measured again/)
    const whole = evidence({ slow: { slower: 0.3, alone: 0 }, same: {} })
    whole.survey.indivisible = ['a.bench.ts']
    expect(verdicts(whole).rows.get('slow')!.notes[0]).toMatch(/did not recur when it was measured again/)
  })

  test('is judged by the budgets of the one who judges', () => {
    const wide = 'budgets: [{ match: "**", metric: time, max-regression: 90% }]'
    expect(verdicts(received, wide).assessment.outcome).toBe('pass')
    const waived = 'accepted: [{ match: slow, metric: time, up-to: 30%, reason: worth it }]'
    expect(verdicts(received, waived).rows.get('slow')).toMatchObject({
      verdict: 'accepted',
      severity: 'pass',
    })
  })

  test.each([
    ['a verdict of its own', { outcome: 'pass' }],
    [
      'a process that took no time',
      {
        measured: [
          {
            benchmark: idOf('slow'),
            confirming: [],
            blocks: [{ round: 0, base: [], head: [{ ...sent.measured[0]!.blocks[0]!.head[0]!, p10: 0 }] }],
          },
        ],
      },
    ],
    [
      'five processes in a block',
      {
        measured: [
          {
            benchmark: idOf('slow'),
            confirming: [],
            blocks: [{ round: 0, base: [], head: Array(5).fill(sent.measured[0]!.blocks[0]!.head[0]) }],
          },
        ],
      },
    ],
    ['another schema', { schema: 1 }],
    ['a name without end', { measured: [{ benchmark: 'x'.repeat(20_101), confirming: [], blocks: [] }] }],
  ])('is refused with %s', (_, change) => {
    expect(evidenceSchema.safeParse({ ...sent, ...change }).success).toBe(false)
  })

  test('names of an object’s own properties are names', () => {
    const names = { __proto__x: {}, constructor: {}, toString: { slower: 0.3 } }
    const { rows } = verdicts(evidenceSchema.parse(JSON.parse(JSON.stringify(evidence(names)))))
    expect(rows.get('toString')?.verdict).toBe('regression')
    expect(rows.get('constructor')?.verdict).toBe('unchanged')
  })
})

describe('a stored run', () => {
  const recorded = (values: number, cpu = 'a CPU') => {
    const from = evidence(
      { steady: {}, slower: {}, gone: {} },
      { command: 'record', environment: { ...ENVIRONMENT, cpu } },
    )
    const run = runOf(from, judgeEvidence(from, { config: config() }, { clock, stored: null }), {
      commit: { sha: 'c'.repeat(40), parent: 'd'.repeat(40), time: '2026-11-20T00:00:00Z', subject: 'x' },
      ref: 'refs/heads/main',
      run: { id: '1', attempt: 1, recordedAt: '2026-11-20T00:10:00Z', key: 'default' },
      config: '0123456789abcdef',
    })
    for (const benchmark of run.benchmarks)
      for (const metric of benchmark.metrics) metric.values = metric.values.map((v) => (v * values) / 1000)
    return { path: 'runs/2026-11/x.json', run: runSchema.parse(run) }
  }
  const stored = (cpu?: string): StoredRuns => {
    const runs = Array.from({ length: 12 }, (_, i) => recorded(1000 * (1 + 0.004 * (i % 3)), cpu))
    return { branch: 'benchgate', runs, nearest: { run: runs[0]!, commitsBefore: 0 }, older: [] }
  }

  test('holds each process of head, and the change to its parent', () => {
    const { run } = recorded(1000)
    const steady = run.benchmarks.find(({ id }) => id === 'steady')!.metrics[0]!
    expect(steady.values).toHaveLength(16)
    expect(steady.change!.low).toBeLessThan(steady.change!.log)
    expect(steady.change!.log).toBeCloseTo(Math.log1p(steady.change!.effect), 4)
    expect(JSON.stringify(run).length / run.benchmarks.length).toBeLessThan(1500)
  })

  test('holds the changes from a release as well, where there are some', () => {
    const { run } = recorded(1000)
    const beside = evidence({ steady: {}, gone: {} }, { command: 'record' })
    const base = { label: 'v1.0.0', sha: 'e'.repeat(40), dirty: false }
    const { rows } = judgeEvidence(beside, { config: config() }, { clock, stored: null })
    const both = runSchema.parse(withAnchor(run, { base, rows }))
    expect(both.anchor).toEqual({ sha: base.sha, name: 'v1.0.0' })
    const metrics = both.benchmarks.flatMap(({ id, metrics }) =>
      metrics.map(({ metric, anchor }) => [id, metric, anchor]),
    )
    const [steady] = run.benchmarks.find(({ id }) => id === 'steady')!.metrics
    const { effect: _, ...change } = steady!.change!
    expect(metrics).toContainEqual(['steady', steady!.metric, change])
    expect(metrics).toContainEqual(['slower', steady!.metric, undefined])
    const text = JSON.stringify({ ...both, benchmarks: run.benchmarks })
    expect(runSchema.parse(JSON.parse(text)).benchmarks).toEqual(run.benchmarks)
  })

  test('gives each row what earlier runs measured', () => {
    const { rows, assessment } = verdicts(evidence({ steady: {} }), '', stored())
    expect(rows.get('steady')!.history.length).toBeGreaterThan(0)
    expect(assessment.history).toMatchObject({
      branch: 'benchgate',
      nearest: { commitsBefore: 0, sha: 'c'.repeat(40) },
    })
  })

  test('stands in for a base that does not build, and at most warns', () => {
    const alone = evidence(
      { steady: { sides: 'head' }, slower: { sides: 'head', slower: 0.5 } },
      { baseFailure: 'base does not build: `npm ci` ended with exit code 1:\n  boom' },
    )
    alone.survey.benchmarks.push({
      ...keyed('gone'),
      source: 'suite',
      metrics: [],
      base: place,
      head: null,
      onBase: null,
    })
    const { rows, assessment } = verdicts(alone, '', stored())
    expect(rows.get('slower')).toMatchObject({ verdict: 'regression', severity: 'warn', confirmed: null })
    expect(rows.get('steady')!.severity).toBe('pass')
    expect(rows.get('gone')!.verdict).toBe('removed')
    expect(assessment.outcome).toBe('warn')
    expect(assessment.standIn).toMatchObject({ cpu: 'a CPU', sha: 'c'.repeat(40) })
    expect(assessment.standIn!.reason).not.toContain('boom')
  })

  test('that has what base is said to lack: it is not new, and to be looked at', () => {
    const from = evidence({ steady: { sides: 'head' }, young: { sides: 'head' } })
    const { rows, assessment } = verdicts(from, '', stored())
    expect(rows.get('steady')).toMatchObject({ verdict: 'insufficient', severity: 'warn' })
    expect(rows.get('steady')!.notes[0]).toContain('the stored run of ccccccc has it')
    expect(rows.get('young')).toMatchObject({ verdict: 'new', severity: 'pass' })
    expect(assessment.outcome).toBe('warn')
    // What moved to another suite has its own words.
    const gone = { ...from.survey.benchmarks[0]!, ...keyed('steady', 'b.bench.ts'), base: place, head: null }
    from.survey.benchmarks.push(gone)
    expect(verdicts(from, '', stored()).rows.get('steady')!.notes[0]).toContain('steady of b.bench.ts')
  })

  test('that stands in leaves limits of head’s own as they are', () => {
    const alone = evidence({ steady: { sides: 'head' } }, { baseFailure: 'base does not build' })
    const limit = 'budgets: [{ match: "**", metric: time, max: 500 ns }]'
    expect(verdicts(alone, limit, stored()).rows.get('steady')).toMatchObject({
      verdict: 'over-budget',
      severity: 'fail',
    })
  })
})

test('a recorded commit at most warns, and every benchmark of it is recorded', () => {
  const from = evidence({ slow: { slower: 0.3 }, unbudgeted: {} }, { command: 'record' })
  const { rows, assessment } = verdicts(from, 'budgets: [{ match: slow, metric: time, max-regression: 5% }]')
  expect(rows.get('slow')).toMatchObject({ verdict: 'regression', severity: 'warn' })
  expect(rows.get('unbudgeted')?.verdict).toBe('unchanged')
  expect(assessment.outcome).toBe('warn')
})

describe('a benchmark that is gone', () => {
  const gone = () => evidence({ steady: {}, gone: { sides: 'base' } })
  const named =
    'budgets: [{ match: "**", metric: time, max-regression: 5% }, { match: gone, metric: time, max: 1 s }]'
  const judged = (proposed?: string) =>
    judgeEvidence(
      gone(),
      { config: config(named) },
      { clock, stored: null, proposed: proposed === undefined ? undefined : config(proposed) },
    )
  const row = (proposed?: string) => judged(proposed).rows.find(({ benchmark }) => benchmark === 'gone')!

  test('fails while a budget names it', () => {
    expect(row()).toMatchObject({ verdict: 'missing', severity: 'fail' })
    expect(row(named)).toMatchObject({ verdict: 'missing', severity: 'fail' })
  })

  test('is a warning where its budget goes with it', () => {
    expect(row('budgets: [{ match: "**", metric: time, max-regression: 5% }]')).toMatchObject({
      verdict: 'removed',
      severity: 'warn',
    })
  })
})

test('what was measured under wide budgets is open, not passed, under narrow ones', () => {
  const from = evidence({ slow: { slower: 0.3, sigma: 0.03 } })
  from.measured[0]!.blocks.length = 1
  from.measured[0]!.confirming.length = 0
  const { rows } = verdicts(from)
  expect(rows.get('slow')).toMatchObject({ verdict: 'inconclusive', severity: 'warn' })
})

describe('evidence without numbers', () => {
  const withoutNumbers = (change: Partial<Evidence> = {}, sides: Planted['sides'] = 'head') => ({
    ...evidence({ a: { sides }, b: { sides } }),
    measured: [],
    ...change,
  })
  const warning = 'budgets: [{ match: "**", metric: time, max-regression: 5%, severity: warn }]'
  const results = { tools: ['t'], files: ['f.json'] }

  test.each<[string, Evidence]>([
    ['of benchmarks that base is said to lack', withoutNumbers()],
    ['of benchmarks that both sides have', withoutNumbers({}, 'both')],
    ['of result files', withoutNumbers({ results, baseFailure: 'x' })],
    ['that the time limit cut off', withoutNumbers({ stoppedBy: 'time-limit' })],
  ])('%s is an error, whatever the budgets say', (_, from) => {
    expect(() => verdicts(from)).toThrow(
      /nothing was measured: none of 2 benchmarks of head has a value\na: /,
    )
    expect(() => verdicts(from, warning)).toThrow(/nothing was measured/)
  })

  test('where every benchmark failed keeps their reasons; where that may at most warn it is an error', () => {
    const why = { message: 'boom', processes: 4, of: 4, excluded: true }
    const failures = ['a', 'b'].map((name) => ({ side: 'head' as const, benchmark: idOf(name), ...why }))
    const from = withoutNumbers({ failures }, 'both')
    expect(verdicts(from).rows.get('a')).toMatchObject({ verdict: 'failed', severity: 'fail' })
    expect(() => verdicts(from, warning)).toThrow(/nothing was measured[^]*a: On head it failed[^]*boom/)
  })

  test('of one new benchmark alone is a warning, no first run', () => {
    const from = evidence({ fine: { sides: 'head' }, silent: { sides: 'head' } })
    from.measured = from.measured.filter(({ benchmark }) => benchmark === idOf('fine'))
    const { rows, judged } = verdicts(from)
    expect(rows.get('fine')).toMatchObject({ verdict: 'new', severity: 'pass' })
    expect(rows.get('silent')).toMatchObject({
      verdict: 'insufficient',
      severity: 'warn',
      notes: ['No block of processes was completed for it.'],
    })
    expect(checkOutput(judged).conclusion).toBe('neutral')
  })

  test('for a recorded commit is a warning: nothing is held up there', () => {
    const { rows, judged } = verdicts(withoutNumbers({ command: 'record' }))
    expect(rows.get('a')).toMatchObject({ verdict: 'insufficient', severity: 'warn' })
    expect(checkOutput(judged).conclusion).toBe('neutral')
  })

  test('is no error where all that has a budget is gone from head', () => {
    const from = evidence({ gone: { sides: 'base' }, unbudgeted: {} })
    from.measured = []
    const { rows } = verdicts(from, 'budgets: [{ match: gone, metric: time, max-regression: 5% }]')
    expect(rows.get('gone')).toMatchObject({ verdict: 'missing', severity: 'fail' })
  })

  test('of a tail that head had no time for is a warning that says how many calls it takes', () => {
    const { rows } = verdicts(
      evidence({ fresh: { sides: 'head' }, same: {} }),
      'budgets: [{ match: same, metric: time, max-regression: 5% }, { match: fresh, metric: time.p99, max: 1 s }]',
    )
    expect(rows.get('fresh')).toMatchObject({ verdict: 'insufficient', severity: 'warn' })
    expect(rows.get('fresh')!.notes[0]).toMatch(/^time\.p99 needs 1000 calls/)
  })
})

describe('a side that fails later on', () => {
  const failing = (side: 'base' | 'head') => {
    const measured = evidence({ slow: { slower: 0.2 }, same: {} })
    measured.survey.failures.push({ suite: 'a.bench.ts', side, message: 'ended with exit code 1' })
    return verdicts(measured)
  }

  test('base takes nothing back of what was shown, and is told', () => {
    const { rows, assessment } = failing('base')
    expect(rows.get('slow')).toMatchObject({ verdict: 'regression', severity: 'fail' })
    expect(rows.get('same')!.verdict).toBe('unchanged')
    expect(assessment.warnings).toContain('a.bench.ts on base: ended with exit code 1')
  })

  test.each([
    { sides: ['base', 'head'], warning: 'a.bench.ts failed after run(), at a.bench.ts:5: no teardown' },
    { sides: ['head'], warning: 'a.bench.ts on head failed after run(), at a.bench.ts:5: no teardown' },
  ] as const)('code behind run() is one warning a suite: $sides', ({ sides, warning }) => {
    const measured = evidence({ same: {}, gone: { sides: 'base' } })
    for (const side of sides) {
      const message = 'failed after run(), at a.bench.ts:5: no teardown'
      measured.survey.lateErrors.push({ suite: 'a.bench.ts', side, message })
    }
    const { rows, assessment } = verdicts(measured)
    expect(rows.get('same')!.verdict).toBe('unchanged')
    expect(assessment.warnings).toEqual([warning])
    expect(rows.get('gone')!.notes[0]).toBe(
      'It was not registered on head, where a.bench.ts failed after run(), at a.bench.ts:5: no teardown',
    )
  })

  test('head has failed', () => {
    for (const row of failing('head').rows.values())
      expect(row).toMatchObject({ verdict: 'failed', severity: 'fail' })
  })
})

describe('names', () => {
  test('that have nothing in common with those of base are a warning, not an edit', () => {
    const renamed = verdicts(
      evidence({ a: { sides: 'base' }, b: { sides: 'base' }, 'x/a': { sides: 'head' } }),
    )
    expect(renamed.rows.get('a')).toMatchObject({ verdict: 'removed', severity: 'warn' })
    expect(renamed.assessment.outcome).toBe('warn')
    const one = verdicts(evidence({ a: { sides: 'base' }, b: {}, 'x/a': { sides: 'head' } }))
    // One line says of both that they may be one.
    expect(one.rows.has('a')).toBe(false)
    expect(one.rows.get('x/a')).toMatchObject({ verdict: 'new', severity: 'pass' })
    expect(one.rows.get('x/a')!.notes[0]).toContain('It looks like a, which this change removes.')
  })

  test('that the change renames keep the budget of base, and what the change does to it is said', () => {
    const measured = evidence({ now: { slower: 0.2 } })
    measured.survey.benchmarks[0]!.onBase = { ...keyed('old'), occurrence: 1 }
    const text = (name: string, limit: string) =>
      `budgets: [{ match: ${name}, metric: time, max-regression: ${limit} }]\nrenamed: [{ from: old, to: now }]`
    const base = config(text('old', '3%'))
    const judged = judgeEvidence(
      measured,
      { config: { ...base, renamed: base.renamed.map((one) => ({ ...one, added: true })) } },
      { clock, stored: null, proposed: config(text('now', '50%')) },
    )
    expect(judged.rows).toMatchObject([{ benchmark: 'now', verdict: 'regression', severity: 'fail' }])
    expect(judged.budgetChanges).toMatchObject([{ direction: 'loosened', from: '3%', to: '50%' }])
    expect(judged.warnings).toEqual([])
  })

  test('of a new benchmark that failed whenever it ran are no news but a failure', () => {
    const broken = evidence({ fine: {}, broken: { sides: 'head' } })
    broken.measured = broken.measured.filter(({ benchmark }) => benchmark !== idOf('broken'))
    broken.failures.push({
      side: 'head',
      benchmark: idOf('broken'),
      message: 'boom',
      processes: 1,
      of: 1,
      excluded: false,
    })
    expect(verdicts(broken).rows.get('broken')).toMatchObject({ verdict: 'failed', severity: 'fail' })
  })
})

test('a block without a process is refused', () => {
  const sent = evidence({ a: {} })
  sent.measured[0]!.blocks.push({ round: 9, base: [], head: [] })
  expect(evidenceSchema.safeParse(sent).success).toBe(false)
})
