import { expect, test } from 'vitest'
import { gungraun } from '../../../src/ingest/adapters/gungraun.ts'
import { expectAnswerOrUserError, inputOf, shared } from '../adapter-checks.ts'
import { expectSound } from '../reading.ts'
import { metric } from '../real-files.ts'

const int = (value: number) => ({ Int: value })
const summaryOf = (
  metrics: Record<string, unknown>,
  o: { id?: string | null; version?: string; tool?: string } = {},
) => ({
  version: o.version ?? '6',
  module_path: 'game::group::play',
  id: o.id ?? null,
  profiles: [
    {
      tool: o.tool ?? 'Callgrind',
      summaries: {
        total: {
          summary: {
            Callgrind: Object.fromEntries(
              Object.entries(metrics).map(([name, metrics]) => [name, { metrics }]),
            ),
          },
        },
      },
    },
  ],
})
const noise = (text: string) =>
  `running 0 tests\n\ntest result: ok. 0 passed\n\n${text}\n\n... trailing {text}\n`

const text = `
\u001b[1mgame::group::play\u001b[0m \u001b[32mshort\u001b[0m:10
  ======= CALLGRIND =====================
  Instructions:                \u001b[1m1734\u001b[0m|1650            (+5.09090%) [+1.04844x]
  L1 Hits:                     2359|N/A             (*********)
  Estimated Cycles:            2464|2380            (+3.52941%) [+1.03409x]
  ======= DHAT ==========================
  Total bytes:                29499|N/A             (*********)
  Total blocks:                2806|N/A             (*********)
game::group::play long:30
  Instructions:            26214734|24943490        (+5.09649%) [+1.04849x]
game::group::gone old:1
  Instructions:                 N/A|1650            (*********)
`

test('text: exact counts of this run, without colours', () => {
  expect(gungraun.recognises(inputOf(noise(text)))).toBe(true)
  const file = gungraun.read(inputOf(noise(text)))
  expectSound(file)
  expect(file.benchmarks.map(({ key, status }) => `${key} ${status}`)).toEqual([
    'game/group/play/short ok',
    'game/group/play/long ok',
    'game/group/gone/old failed',
  ])
  expect(file.benchmarks[0]?.metrics).toEqual([
    { id: 'instructions', unit: 'instructions', better: 'lower', data: { kind: 'exact', value: 1734 } },
    { id: 'l1-hits', unit: 'count', better: null, data: { kind: 'exact', value: 2359 } },
    { id: 'estimated-cycles', unit: 'cycles', better: 'lower', data: { kind: 'exact', value: 2464 } },
    { id: 'bytes', unit: 'B', better: 'lower', data: { kind: 'exact', value: 29_499 } },
    { id: 'allocs', unit: 'count', better: 'lower', data: { kind: 'exact', value: 2806 } },
  ])
  expect(file.benchmarks[0]).toMatchObject({ suite: 'game', path: ['group', 'play'], name: 'short' })
})

test('JSON: the new of new and old; what only the old run has is left out', () => {
  const object = summaryOf({
    EstimatedCycles: { Both: [int(20), int(10)] },
    Ir: { Left: int(7) },
    D1MissRate: { Left: { Float: 12.5 } },
    Dr: { Right: int(3) },
    SysTime: { Left: int(9) },
  })
  const file = gungraun.read(inputOf(noise(JSON.stringify(object))))
  expect(file.benchmarks).toHaveLength(1)
  expect(file.benchmarks[0]?.metrics.map(({ id, unit, better, data }) => [id, unit, better, data])).toEqual([
    ['instructions', 'instructions', 'lower', { kind: 'exact', value: 7 }],
    ['estimated-cycles', 'cycles', 'lower', { kind: 'exact', value: 20 }],
    ['d1-miss-rate', 'fraction', 'lower', { kind: 'exact', value: 0.125 }],
  ])
  expect(file.warnings).toEqual([expect.stringContaining('data-reads'), expect.stringContaining('SysTime')])
})

test('JSON: one object a line or over many, alone or among cargo lines', () => {
  const [one, two] = [
    summaryOf({ Ir: { Left: int(1) } }, { id: 'a' }),
    summaryOf({ Ir: { Left: int(2) } }, { id: 'b' }),
  ]
  const keys = ['game/group/play/a', 'game/group/play/b']
  const both = `{"reason":"compiler-artifact"}\n${JSON.stringify(one)}\n${JSON.stringify(two, null, 2)}`
  expect(gungraun.recognises(inputOf(noise(both)))).toBe(true)
  expect(gungraun.read(inputOf(noise(both))).benchmarks.map(({ key }) => key)).toEqual(keys)
  expect(gungraun.recognises(inputOf(JSON.stringify(one)))).toBe(true)
  expect(gungraun.read(inputOf(JSON.stringify(one))).benchmarks.map(({ key }) => key)).toEqual(
    keys.slice(0, 1),
  )
})

test('JSON: cut off or broken is refused without quoting it', () => {
  const json = JSON.stringify(summaryOf({ Ir: { Left: int(1) } }))
  expect(() => gungraun.read(inputOf(`x\n{\n"module_path": "s3cret"\n`))).toThrow(/cut off/)
  expect(() => gungraun.read(inputOf(`x\n${json.slice(0, -9)}\n`))).toThrow(/line 2 is broken/)
})

test('another version is read with a warning', () => {
  const file = gungraun.read(inputOf(JSON.stringify(summaryOf({ Ir: { Left: int(1) } }, { version: '5' }))))
  expect(file.warnings).toEqual([expect.stringContaining('version 5')])
})

test('two tools that count the same', () => {
  const object = summaryOf({ Ir: { Left: int(1) } })
  object.profiles.push(...summaryOf({ Ir: { Left: int(2) } }, { tool: 'Cachegrind' }).profiles)
  const file = gungraun.read(inputOf(JSON.stringify(object)))
  expect(metric(file, 'game/group/play', 'cachegrind-instructions').data).toEqual({
    kind: 'exact',
    value: 2,
  })
})

test.skipIf(shared('gungraun', 'delta.bencher.txt') === null)('real files', () => {
  const names = [
    'delta.bencher.txt',
    'with-dhat.bencher.txt',
    'json_multiple_tools.bencher.txt',
    'json_not_v6.bencher.txt',
    'json_one_callgrind_all_metrics.bencher.txt',
    'json_one_callgrind_diff.bencher.txt',
    'json_one_dhat_all_metrics.bencher.txt',
    'json_pretty_one_callgrind.bencher.txt',
  ]
  const files = names.map((name) => {
    const input = inputOf(shared('gungraun', name)!)
    expect(gungraun.recognises(input)).toBe(true)
    const file = gungraun.read(input)
    expectSound(file)
    return file
  })
  expect(files.map(({ benchmarks }) => benchmarks.length)).toEqual([2, 2, 1, 1, 1, 1, 1, 1])
  expect(files.map(({ benchmarks }) => benchmarks[0]?.metrics.length)).toEqual([6, 14, 3, 2, 35, 2, 13, 2])
  const long = 'rust_iai_callgrind/bench_fibonacci_group/bench_fibonacci/long'
  expect(metric(files[0]!, long, 'instructions').data).toEqual({ kind: 'exact', value: 26_214_734 })
  expect(metric(files[1]!, long, 'memory').data).toEqual({ kind: 'exact', value: 933_718 })
  const play = 'play_game/bench_play_game_group/bench_play_game_100/some_id'
  expect(metric(files[4]!, play, 'instructions').data).toEqual({ kind: 'exact', value: 1900 })
  expect(metric(files[6]!, play, 'bytes').data).toEqual({ kind: 'exact', value: 8 })
})

test('broken: an answer or a UserError', () => {
  expectAnswerOrUserError(gungraun, noise(text))
  expectAnswerOrUserError(
    gungraun,
    noise(JSON.stringify(summaryOf({ Ir: { Both: [int(1), int(2)] } }), null, 2)),
  )
})
