import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { runOf } from '../../src/gate/record.ts'
import { readSides, resultsEvidence } from '../../src/gate/external-results.ts'
import { type NamedResults, readResultFiles } from '../../src/gate/read-results.ts'
import type { StoredRuns } from '../../src/model/baseline.ts'
import { type Evidence, evidenceSchema } from '../../src/model/evidence.ts'
import { type Run, runSchema } from '../../src/model/stored-run.ts'
import { judgeEvidence } from '../../src/gate/judge.ts'
import { alone, benchmark, configOf, exact, file } from './result-files.ts'
import { reportOf } from '../../src/report/json.ts'

const ENVIRONMENT = {
  cpu: 'a CPU',
  cores: 2,
  os: 'an OS',
  image: null,
  node: 'v24',
  nodeFlags: [],
  mitata: '1',
  loadAverage: 0,
  ci: true,
}
const BUDGETS = `version: 1
budgets:
  - { match: '**', metric: time, max-regression: 10% }
  - { match: '**', metric: size, max-regression: 5%, max: 2 MB }
  - { match: 'http', metric: time.p95, max: 200 ms }
  - { match: 'http', metric: error-rate, max: 1% }
`
const clock = () => new Date('2026-11-20T12:00:00Z')

function evidenceOf(
  files: NamedResults[],
  { config = BUDGETS, ...more }: Partial<Evidence> & { config?: string } = {},
): Evidence {
  const evidence = resultsEvidence(files, {
    command: 'check',
    seed: '',
    base: { label: 'merge-base', sha: 'a'.repeat(40), dirty: false },
    head: { label: 'head', sha: 'b'.repeat(40), dirty: false },
    environment: ENVIRONMENT,
    config: configOf(config),
  })
  expect(evidenceSchema.safeParse(evidence).error).toBeUndefined()
  return { ...evidence, ...more, environment: { ...evidence.environment, ...more.environment } }
}

/** What a push with these files would have stored. */
function recorded(
  files: NamedResults[],
  { cpu = ENVIRONMENT.cpu, config = BUDGETS, sha = 'a'.repeat(40) } = {},
): StoredRuns {
  const evidence = evidenceOf(files, { command: 'record', environment: { ...ENVIRONMENT, cpu }, config })
  const assessment = judgeEvidence(evidence, { config: configOf(config) }, { clock, stored: null })
  const run: Run = runOf(evidence, assessment, {
    commit: { sha, parent: null, time: '2026-11-19T12:00:00Z', subject: 'Earlier' },
    ref: 'refs/heads/main',
    run: { id: '1', attempt: 1, recordedAt: '2026-11-19T12:00:00.000Z', key: 'default' },
    config: '0'.repeat(16),
  })
  const stored = { path: 'runs/x.json', run: runSchema.parse(JSON.parse(JSON.stringify(run))) }
  return { branch: 'benchgate', runs: [stored], nearest: { run: stored, commitsBefore: 0 }, older: [] }
}

function judge(files: NamedResults[], stored: StoredRuns | null, config = BUDGETS) {
  const a = reportOf(
    judgeEvidence(evidenceOf(files, { config }), { config: configOf(config) }, { clock, stored }),
  )
  const rows = Object.fromEntries(a.rows.map((row) => [`${row.benchmark} ${row.metric}`, row]))
  return { ...a, row: (name: string) => rows[name], names: Object.keys(rows).sort() }
}

const app = (time: number, size: number) => file(benchmark('app', { time: alone(time), size: exact(size) }))
const load = (p95: number, errors: number) =>
  file(
    benchmark('http', {
      time: alone(20e6),
      'error-rate': alone(errors),
      'time.p95': { unit: 'ns', better: 'lower', data: alone(p95) },
    }),
  )

describe('the evidence', () => {
  test('holds each file as a process, four a block, and what each says', () => {
    const { measured, survey, results, failures } = evidenceOf([1, 2, 3, 4, 5].map((n) => app(n, 9)))
    expect(measured).toHaveLength(1)
    const [{ blocks }] = measured as [Evidence['measured'][number]]
    expect(blocks.map(({ round, head, base }) => [round, head.map(({ values }) => values), base])).toEqual([
      [0, [1, 2, 3, 4].map((time) => ({ time, size: 9 })), []],
      [1, [{ time: 5, size: 9 }], []],
    ])
    expect(survey.benchmarks[0]!.metrics.map(({ id, exact, head, base }) => [id, exact, head, base])).toEqual(
      [
        ['time', false, true, false],
        ['size', true, true, false],
      ],
    )
    expect(results!.files).toHaveLength(5)
    expect(failures).toEqual([])
  })

  test('stays readable for whoever publishes it, whatever a tool wrote', () => {
    const long = 'x'.repeat(50_000)
    const hostile = file(benchmark('a', { time: alone(1) }, { suite: long }), benchmark('b', long))
    hostile.file.tool = long
    hostile.file.warnings = Array.from({ length: 300 }, (_, i) => `${i} ${long}`)
    const { survey, failures } = evidenceOf([hostile])
    expect(survey.warnings).toHaveLength(101)
    expect(survey.warnings.at(-1)).toMatch(/^and 200 more/)
    expect(failures).toEqual([
      expect.objectContaining({ benchmark: expect.stringMatching(/ › b$/), excluded: true }),
    ])
  })

  test('knows no benchmark twice, though two files hold it', () => {
    const { survey } = readSides({ base: [], head: [app(1, 1), load(1, 0), app(2, 1)] }, configOf(BUDGETS))
    expect(survey.benchmarks.map(({ name }) => name)).toEqual(['app', 'http'])
  })

  test('is recorded as it was written, deterministic numbers in full', () => {
    const { nearest } = recorded([app(123.456789, 1_234_567), app(130, 1_234_567)])
    expect(nearest!.run.run.benchmarks).toEqual([
      {
        id: 'app',
        suite: 'a tool',
        metrics: [
          expect.objectContaining({ metric: 'time', values: [123.46, 130], change: null, verdict: null }),
          expect.objectContaining({ metric: 'size', values: [1_234_567, 1_234_567] }),
        ],
      },
    ])
  })
})

describe('against the stored run', () => {
  const stored = recorded([app(100e6, 1e6)])

  test('a slowdown beyond what jobs differ by warns, and a larger size does', () => {
    const a = judge([app(150e6, 1.2e6)], stored)
    expect(a.row('app time')).toMatchObject({
      verdict: 'regression',
      severity: 'warn',
      base: { value: 100e6 },
    })
    expect(a.row('app time')!.interval!.low).toBeGreaterThan(0.1)
    expect(a.row('app size')).toMatchObject({ verdict: 'regression', severity: 'warn', exact: true })
    expect(a.row('app size')!.effect).toBeCloseTo(0.2, 12)
    expect(a).toMatchObject({ outcome: 'warn', standIn: { sha: 'a'.repeat(40) } })
    expect(a.warnings.join()).not.toContain('compared')
  })

  test('a slowdown within what jobs differ by is open; one byte is told', () => {
    const a = judge([app(115e6, 1e6 + 1)], stored)
    expect(a.row('app time')).toMatchObject({ verdict: 'inconclusive', severity: 'pass' })
    expect(a.row('app size')).toMatchObject({ verdict: 'slower-small', severity: 'pass' })
  })

  test('on another processor only what is deterministic is compared, and it says so', () => {
    const a = judge([app(150e6, 1.2e6)], recorded([app(100e6, 1e6)], { cpu: 'another CPU' }))
    expect(a.row('app time')).toMatchObject({ verdict: 'insufficient', severity: 'pass', effect: null })
    expect(a.row('app time')!.notes).toEqual([
      expect.stringMatching(/not compared.*another processor \(another CPU; here: a CPU\)/),
    ])
    expect(a.row('app size')).toMatchObject({ verdict: 'regression', severity: 'warn' })
    expect(a.warnings[0]).toMatch(/^Only deterministic values were compared/)
  })

  test('what the run does not have is new', () => {
    const a = judge([app(100e6, 1e6), file(benchmark('young', { time: alone(1) }))], stored)
    expect(a.row('young time')).toMatchObject({ verdict: 'new', severity: 'pass' })
  })

  test('what it has in another unit cannot be compared', () => {
    const inSeconds = file(
      benchmark('app', { time: { unit: 'ticks', better: 'lower', data: alone(7) }, size: exact(1e6) }),
    )
    const a = judge([inSeconds], stored)
    expect(a.row('app time')).toMatchObject({
      verdict: 'insufficient',
      notes: ['The stored run has it in another unit.'],
    })
  })

  test('without one everything is new, green, and says that nothing was compared', () => {
    const a = judge([app(150e6, 1.2e6)], null)
    expect(a.rows.map(({ verdict, severity }) => [verdict, severity])).toEqual([
      ['new', 'pass'],
      ['new', 'pass'],
    ])
    expect(a.warnings[0]).toMatch(/compared with nothing, and only absolute limits/)
    expect(a.outcome).toBe('pass')
  })

  test('of 0 there is no ratio: deterministic values are worse all the same, others are to be looked at', () => {
    const zero = recorded(
      [file(benchmark('app', { time: alone(1), size: exact(0), 'error-rate': alone(0) }))],
      {},
    )
    const config = `${BUDGETS}  - { match: '**', metric: error-rate, max-regression: 10% }\n`
    const now = (size: number, errors: number) =>
      judge(
        [file(benchmark('app', { time: alone(1), size: exact(size), 'error-rate': alone(errors) }))],
        zero,
        config,
      )
    expect(now(0, 0).row('app size')).toMatchObject({ verdict: 'unchanged', effect: 0 })
    expect(now(0, 0).row('app error-rate')).toMatchObject({ verdict: 'unchanged', effect: 0 })
    expect(now(8, 0.5).row('app size')).toMatchObject({
      verdict: 'regression',
      severity: 'warn',
      effect: null,
    })
    expect(now(8, 0.5).row('app error-rate')).toMatchObject({
      verdict: 'insufficient',
      severity: 'warn',
      effect: null,
    })
  })

  test('times of a load test are void when its error rate rose', () => {
    const config = `${BUDGETS}  - { match: '**', metric: error-rate, max: 90% }\n`
    const a = judge([load(1, 0.3)], recorded([load(1, 0.1)]), config)
    expect(a.row('http time')).toMatchObject({ verdict: 'failed', severity: 'warn' })
    expect(a.row('http time')!.notes[0]).toContain('error rate rose from 10 % to 30 %')
    expect(judge([load(1, 0.1)], recorded([load(1, 0.1)]), config).row('http time')!.verdict).toBe(
      'inconclusive',
    )
  })
})

test('two files that each hold another part of a benchmark say what it is like together', () => {
  const parts = [file(benchmark('app', { time: alone(5) })), file(benchmark('app', { size: exact(7) }))]
  const a = judge(parts, null)
  expect(a.row('app time')).toMatchObject({ verdict: 'new', head: { value: 5 } })
  expect(a.row('app size')).toMatchObject({ verdict: 'new', head: { value: 7 } })
})

describe('absolute limits', () => {
  test.each([null, recorded([app(1, 1e6), load(100e6, 0)])])(
    'hold with and without a stored run',
    (stored) => {
      const a = judge([app(1, 2.5e6), load(300e6, 0.05)], stored)
      for (const name of ['app size', 'http time.p95', 'http error-rate']) {
        expect(a.row(name), name).toMatchObject({ verdict: 'over-budget', severity: 'fail' })
        expect(a.row(name)!.base.value === null, name).toBe(stored === null)
      }
      expect(a.outcome).toBe('fail')
    },
  )

  test('that are kept are no finding', () => {
    expect(judge([app(1, 1e6), load(150e6, 0)], null).outcome).toBe('pass')
  })

  test('that some files break and others do not are open, which is a warning', () => {
    const a = judge([load(150e6, 0), load(250e6, 0)], null)
    expect(a.row('http time.p95')).toMatchObject({ verdict: 'inconclusive', severity: 'warn' })
  })
})

describe('what is not there', () => {
  // Of a tool that head does not use any more.
  const other = file(benchmark('gone', { size: exact(1) }, { suite: 'another tool' }))
  const stored = recorded([app(1, 1), other])
  const named = `${BUDGETS}  - { match: gone, metric: size, max-regression: 1% }\n`

  test('a benchmark that a rule names is missing, in the metric that it had', () => {
    const a = judge([app(1, 1)], stored, named)
    expect(a.row('gone size')).toMatchObject({ verdict: 'missing', severity: 'fail' })
    expect(judge([app(1, 1)], stored).row('gone size')).toMatchObject({
      verdict: 'removed',
      severity: 'pass',
    })
    const first = 'version: 1\nbudgets:\n  - { match: "{app,gone}", metric: primary, max-regression: 9% }\n'
    expect(judge([app(1, 1)], stored, first).names).toEqual(['app time', 'gone size'])
  })

  test('a metric that a budget limits is missing, where head still has the benchmark', () => {
    const a = judge([file(benchmark('app', { time: alone(1) }))], stored)
    expect(a.row('app size')).toMatchObject({ verdict: 'missing', severity: 'fail' })
    expect(a.row('app size')!.notes).toEqual(['Base reports size of it, and head does not.'])
  })

  test('one that failed has failed in all that it is held to, with and without a stored run', () => {
    const failed = file(benchmark('app', 'exit code 1'))
    const a = judge([failed], stored)
    for (const name of ['app time', 'app size']) {
      expect(a.row(name)).toMatchObject({
        verdict: 'failed',
        severity: 'fail',
        notes: ['On head it failed: exit code 1'],
      })
    }
    expect(judge([failed], null).row('app time')).toMatchObject({ verdict: 'failed', severity: 'fail' })
  })

  test('one that only ever failed when it was recorded is not new: its budgets have no base', () => {
    const failedBefore = recorded([file(benchmark('app', 'exit code 1'))])
    const a = judge([app(1, 5)], failedBefore)
    expect(a.names).toEqual(['app size', 'app time'])
    for (const name of a.names) {
      expect(a.row(name)).toMatchObject({
        verdict: 'insufficient',
        severity: 'warn',
        notes: ['The stored run has no value of it.'],
      })
    }
  })

  test('one that the nearest run lacks or failed to measure is compared with the nearest that has it', () => {
    const good = recorded([app(1, 1000)], { sha: 'c'.repeat(40) }).nearest!
    for (const bad of [load(1, 0), file(benchmark('app', 'exit code 1'))]) {
      const pushed = recorded([bad])
      const behind = { ...pushed, older: [{ ...good, commitsBefore: 3 }] }
      expect(judge([app(1, 1900)], behind).row('app size')).toMatchObject({
        verdict: 'regression',
        severity: 'warn',
        base: { value: 1000 },
        notes: [
          'Compared with the stored run of ccccccc: that of aaaaaaa, which is nearer to base, has no value of it.',
        ],
      })
    }
  })

  test('a push says which benchmarks of its predecessor it lost, also when all of it failed', () => {
    const lostBy = (...files: NamedResults[]) =>
      judgeEvidence(
        evidenceOf(files, { command: 'record' }),
        { config: configOf(BUDGETS) },
        { clock, stored: recorded([app(1, 1), load(1, 0)]) },
      ).warnings
    const lost = (...benchmarks: string[]) => [{ code: 'benchmarks-lost', sha: 'a'.repeat(40), benchmarks }]
    expect(lostBy(app(1, 1), load(1, 0))).toEqual([])
    expect(lostBy(app(1, 1))).toEqual(lost('http'))
    expect(lostBy(file(benchmark('app', 'boom')), file(benchmark('http', 'boom')))).toEqual(
      lost('app', 'http'),
    )
    expect(judge([app(1, 1)], recorded([app(1, 1), load(1, 0)])).warnings.join()).not.toContain('no value')
  })

  test('one whose only base is of another machine, behind a push that lost it, is to be looked at', () => {
    const [good, bad] = [recorded([app(1, 1)], { cpu: 'another CPU' }), recorded([load(1, 0)])]
    const a = judge([app(1, 1), load(1, 0)], { ...bad, older: [{ ...good.nearest!, commitsBefore: 1 }] })
    expect(a.row('app time')).toMatchObject({ verdict: 'insufficient', severity: 'warn' })
    expect(a.row('app size')).toMatchObject({ verdict: 'unchanged', severity: 'pass' })
    expect(judge([app(1, 1)], good).row('app time')).toMatchObject({ severity: 'pass' })
  })

  test('one that failed in some files is told, and to be looked at', () => {
    const a = judge([app(1, 1), app(1, 1), file(benchmark('app', 'exit code 1'))], stored)
    expect(a.row('app size')).toMatchObject({ verdict: 'unchanged', severity: 'warn' })
    expect(a.row('app size')!.notes).toEqual(['On head it failed in 1 of 3 result files: exit code 1'])
  })

  test('one that nobody gave a direction is left out, and its absence is said', () => {
    const a = judge([app(1, 1), file(benchmark('hits', { hits: exact(5) }))], null)
    expect(a.names).toEqual(['app size', 'app time'])
    expect(a.warnings.join('\n')).toContain('hits comes without saying which way is better')
  })
})

test('which metric is the primary one is not for a change to choose', () => {
  const byDefault = 'version: 1\n'
  const honest = recorded([app(100, 1000)], { config: byDefault })
  const turned = file(benchmark('app', { size: exact(1000), time: alone(900) }))
  const a = judge([turned], honest, byDefault)
  expect(a.names).toEqual(['app time'])
  expect(a.row('app time')).toMatchObject({ verdict: 'regression', severity: 'warn' })
})

test('a direction that was turned round is not compared, and to be looked at', () => {
  const metric = (better: 'lower' | 'higher', value: number) => ({
    unit: 'frames',
    better,
    data: alone(value),
  })
  const config = 'version: 1\nbudgets: [{ match: "**", metric: fps, max-regression: 5% }]\n'
  const before = recorded([file(benchmark('app', { fps: metric('higher', 60) }))], { config })
  const a = judge([file(benchmark('app', { fps: metric('lower', 20) }))], before, config)
  expect(a.row('app fps')).toMatchObject({ verdict: 'insufficient', severity: 'warn' })
  expect(a.row('app fps')!.notes[0]).toContain('higher was better in the stored run')
})

describe('what tools say of the machine, of builds, versions and edits is stored and heeded', () => {
  const stated = (
    one: NamedResults,
    environment: Record<string, string>,
    version: string | null = '2',
  ): NamedResults => ({ ...one, file: { ...one.file, environment, version } })
  const before = (environment: Record<string, string>, version?: string) =>
    recorded([stated(app(100e6, 1e6), environment, version)])
  const compared = (environment: Record<string, string>, stored: StoredRuns, version?: string) =>
    judge([stated(app(150e6, 1.2e6), environment, version)], stored)

  test('times of another processor are not compared, and counts are', () => {
    const a = compared({ cpu: 'CPU Two' }, before({ cpu: 'CPU One' }))
    expect(a.row('app time')).toMatchObject({
      verdict: 'insufficient',
      notes: [
        'It was not compared: the stored run nearest to base was measured on CPU One, and head on CPU Two.',
      ],
    })
    expect(a.row('app size')).toMatchObject({ verdict: 'regression' })
    expect(a.warnings[0]).toBe(
      'Only deterministic values were compared: the stored run nearest to base was measured on CPU One, and head on CPU Two',
    )
  })

  test.each([
    ['architecture', { goarch: 'amd64' }, { goarch: 'arm64' }, 'amd64, and head on arm64'],
    [
      'build',
      { library_build_type: 'debug' },
      { library_build_type: 'release' },
      'a debug build, and head on a release build',
    ],
  ])('counts of another %s are not compared either', (_, base, head, said) => {
    const a = compared(head, before(base))
    for (const name of ['app time', 'app size'])
      expect(a.row(name)!.notes).toEqual([
        `It was not compared: the stored run nearest to base was measured on ${said}.`,
      ])
  })

  test.each([
    ['another release of the language', { python: '3.12.1' }, { python: '3.13.0' }, 'insufficient'],
    ['a correction of the language', { python: '3.12.1' }, { python: '3.12.9' }, 'regression'],
    ['another system', { goos: 'linux' }, { goos: 'windows' }, 'insufficient'],
    ['what nobody compares by', { host_name: 'a' }, { host_name: 'b' }, 'regression'],
    ['what only one side says', {}, { cpu: 'CPU One' }, 'regression'],
    ['the same', { cpu: 'CPU One' }, { cpu: 'CPU One' }, 'regression'],
  ])('%s', (_, base, head, verdict) => {
    const { verdict: found } = compared({ ...head }, before({ ...base })).row('app time')!
    expect(found === 'regression' || found === 'inconclusive' ? 'regression' : found).toBe(verdict)
  })

  test('another version of the tool', () => {
    expect(compared({}, before({}, '4.0.1'), '5.0.0').row('app time')!.notes).toEqual([
      'It was not compared: the stored run nearest to base was measured on a tool 4.0.1, and head on a tool 5.0.0.',
    ])
  })

  test('the processor of the files counts, not that of the job that reads them', () => {
    const stored = recorded([stated(app(100e6, 1e6), { cpu: 'CPU One' })], { cpu: 'another CPU' })
    expect(compared({ cpu: 'CPU One' }, stored).row('app time')!.notes).toEqual([])
  })

  test('an edited benchmark is not compared, and to be looked at', () => {
    const versioned = (version: string, time: number) =>
      file(benchmark('app', { time: alone(time), size: exact(1) }, { version }))
    const stored = recorded([versioned('aaaa', 100e6)])
    expect(stored.runs[0]!.run.benchmarks[0]!.version).toBe('aaaa')
    const a = judge([versioned('bbbb', 900e6)], stored)
    expect(a.row('app time')).toMatchObject({
      verdict: 'insufficient',
      severity: 'warn',
      notes: ['The benchmark was edited (version aaaa → bbbb): not compared.'],
    })
    expect(judge([versioned('aaaa', 100e6)], stored).row('app time')!.notes).toEqual([])
  })
})

describe('a time of 0', () => {
  test('is no value, on either side', () => {
    const timed = (time: number) => [file(benchmark('app', { time: alone(time) }))]
    const notes = (base: number, head: number) => judge(timed(head), recorded(timed(base))).row('app time')!
    const said = (sides: string) =>
      `0 ns on ${sides}: the clock is too coarse. Let each call do more work, or run more iterations.`
    expect(notes(0, 0)).toMatchObject({
      verdict: 'insufficient',
      severity: 'warn',
      notes: [said('base and head')],
    })
    expect(notes(5, 0)).toMatchObject({ verdict: 'insufficient', notes: [said('head')] })
    expect(notes(0, 5)).toMatchObject({ verdict: 'insufficient', notes: [said('base')] })
  })

  test('is within no limit', () => {
    const config = 'version: 1\nbudgets: [{ match: "**", metric: time, max: 10 ms }]\n'
    const a = judge([file(benchmark('app', { time: alone(0) }))], null, config)
    expect(a.row('app time')).toMatchObject({ verdict: 'inconclusive', severity: 'warn' })
  })
})

test('what failed in both is called by what its tool would have measured', () => {
  const failed = file(
    benchmark('app', 'exit code 1', { measures: { id: 'allocs', unit: 'count', better: 'lower' } }),
  )
  const config = 'version: 1\nbudgets: [{ match: "**", metric: primary, max-regression: 5% }]\n'
  expect(judge([failed], null, config).names).toEqual(['app allocs'])
})

test('what is read of any tool becomes evidence that is accepted', async () => {
  const root = new URL('../fixtures/formats/', import.meta.url).pathname
  const tools = readdirSync(root)
  const read: string[] = []
  for (const tool of tools) {
    for (const name of readdirSync(join(root, tool))) {
      try {
        evidenceOf(await readResultFiles([`${tool}/${name}`], null, root))
        read.push(tool)
      } catch (error) {
        // A fixture of what is refused, and no evidence.
        if (!(error instanceof UserError)) throw error
      }
    }
  }
  expect(new Set(read).size).toBeGreaterThan(tools.length - 3)
})
