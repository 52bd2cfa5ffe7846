import { expect, test } from 'vitest'
import { DEFAULT_CONFIG } from '../../src/config/defaults.ts'
import { effectiveConfig } from '../../src/config/effective-config.ts'
import { parseConfig } from '../../src/config/parse.ts'
import type { Config } from '../../src/model/config.ts'
import { sentencesOf } from '../../src/report/view/wording.ts'

const FILE = 'benchgate.yml'

function config(text: string): Config {
  const result = parseConfig(`version: 1\n${text}`, FILE)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.config
}

/** What holds for a change with this config file, over a base with that one; null: there is none. */
function held(head: string | null, base: string | null) {
  const files = new Map(base === null ? [] : [[FILE, `version: 1\n${base}`]])
  return effectiveConfig(head === null ? DEFAULT_CONFIG : config(head), files, undefined)
}

const editing = (...settings: string[]) => [
  `This change also edits ${settings.join(', ')} in the config file`,
]

test('a change is judged by the budgets of base, its waivers are its own', () => {
  const base =
    'budgets: [{ match: "**", metric: time, max-regression: 5% }]\nmeasure: { time-limit: 10 min }\naccepted: [{ match: a, metric: time, up-to: 9%, reason: old }]'
  const head =
    'suites: [new/*.ts]\nbudgets: [{ match: "**", metric: time, max-regression: 500% }]\nmeasure: { time-limit: 1 s, node-args: ["--import", "tsx"] }\nbase: { ref: parent, setup: npm ci }\naccepted: [{ match: a, metric: time, up-to: 9%, reason: old }, { match: b, metric: time, up-to: 20%, reason: new }]'
  const { config: judged, proposed, onBase, warnings } = held(head, base)
  const before = config(base)
  expect(judged.budgets).toEqual(before.budgets)
  expect(judged.measure).toEqual({ ...before.measure, nodeArgs: ['--import', 'tsx'] })
  expect(sentencesOf(warnings)).toEqual(
    editing('suites', 'base.ref', 'base.setup', 'measure.time-limit', 'measure.node-args'),
  )
  expect(judged.base).toEqual({ ref: { kind: 'merge-base' }, setup: 'npm ci' })
  // A suite that the change's file forgets is measured as long as it is there.
  expect(judged.suites).toEqual(['new/*.ts', ...before.suites])
  expect(judged.accepted.map(({ match, added }) => [match, added ?? false])).toEqual([
    ['a', false],
    ['b', true],
  ])
  expect(proposed).toEqual(config(head))
  expect(onBase).toEqual({
    suites: before.suites,
    suitesToReplace: before.suites,
    commands: [],
    setup: null,
    nodeArgs: [],
  })
})

test('which suites and which of their files come from head is up to base, or to the defaults', () => {
  const base = 'suites: [bench/*.ts]\nmeasure: { suites-from: own, suite-files: [bench/data/**] }'
  const head = 'suites: ["src/**"]\nmeasure: { suite-files: ["src/**"] }'
  const both = held(head, base)
  expect(both.config.measure).toMatchObject({ suitesFrom: 'own', suiteFiles: ['bench/data/**'] })
  expect(both.onBase.suitesToReplace).toEqual(['bench/*.ts'])
  expect(sentencesOf(both.warnings)).toEqual(editing('suites', 'measure.suites-from', 'measure.suite-files'))
  const alone = held(`${head.slice(0, -2)}, suites-from: own }`, null)
  expect(alone.config.measure).toMatchObject({ suitesFrom: 'head', suiteFiles: [] })
  expect(alone.onBase.suitesToReplace).toEqual(DEFAULT_CONFIG.suites)
})

test('what a fork may lead to is up to base, or to the default', () => {
  const forks = (head: string | null, base: string | null) => {
    const { config: judged, warnings } = held(head, base)
    return [judged.forks, ...sentencesOf(warnings)]
  }
  expect(forks('forks: warn', 'forks: fail')).toEqual(['fail'])
  expect(forks('', 'forks: warn')).toEqual(['warn'])
  expect(forks('forks: warn', 'forks: warn')).toEqual(['warn'])
  expect(forks('forks: warn', null)[0]).toBe('fail')
  expect(forks('forks: warn', 'forks: [')[0]).toBe('fail')
  expect(forks(null, null)).toEqual(['fail'])
})

test('that a change silences the report is said, and does not count', () => {
  const { config: judged, warnings } = held('report: { comment: never }', 'report: { comment: always }')
  expect(judged.report).toEqual({ comment: 'always', dashboardUrl: null, issue: false })
  expect(sentencesOf(warnings)).toEqual(editing('report.comment'))
})

test('where the dashboard is, is up to base: a change leads nobody elsewhere', () => {
  const at = (url: string) => `report: { dashboard-url: ${url} }`
  const own = 'https://octo.github.io/project/'
  const { config: judged, warnings } = held(at('https://evil.example/'), at(own))
  expect(judged.report).toEqual({ comment: 'on-change', dashboardUrl: own, issue: false })
  expect(sentencesOf(warnings)).toEqual(editing('report.dashboard-url'))
  expect(held(at('https://evil.example/'), '').config.report.dashboardUrl).toBeNull()
  expect(held(at('https://evil.example/'), null).config.report.dashboardUrl).toBeNull()
})

test('a promise of more speed is that of the change which writes it', () => {
  const promise = '{ match: lexer, metric: time, min-improvement: 10% }'
  const plain = 'budgets: [{ match: "**", metric: time, max-regression: 5% }'
  const promised = (head: string, base: string) =>
    held(head, base).config.budgets.flatMap(({ minImprovement, match }) => (minImprovement ? [match] : []))
  expect(promised(`${plain}, ${promise}]`, `${plain}]`)).toEqual(['lexer'])
  expect(promised(`${plain}, ${promise}]`, `${plain}, ${promise}]`)).toEqual([])
})

test('a change may give measuring more time, never less', () => {
  const limit = (head: string, base: string) =>
    held(`measure: { time-limit: ${head} }`, `measure: { time-limit: ${base} }`).config.measure.timeLimitMs
  expect(limit('20 min', '10 min')).toBe(20 * 60_000)
  expect(limit('1 s', '10 min')).toBe(10 * 60_000)
})

test('a change brings its own commands, and cannot turn the direction of a metric round', () => {
  const base = 'command: { run: ./old }\nmetrics: { fps: { better: higher }, lag: { better: lower } }'
  const head =
    'command: [{ run: ./new }, { run: ./more }]\nmetrics: { fps: { better: lower }, hits: { better: higher } }'
  const { config: judged, onBase, warnings } = held(head, base)
  expect(judged.commands).toEqual(config(head).commands)
  expect(onBase.commands).toEqual(config(base).commands)
  expect(judged.metrics).toEqual({
    fps: { better: 'higher' },
    lag: { better: 'lower' },
    hits: { better: 'higher', added: true },
  })
  expect(judged.suites).toEqual([])
  expect(sentencesOf(warnings)).toEqual(editing('command', 'metrics'))
  const reordered = 'command: { run: ./old }\nmetrics: { lag: { better: lower }, fps: { better: higher } }'
  expect(sentencesOf(held(reordered, base).warnings)).toEqual([])
})

const NO_FILE = 'Base has no config file: its budgets are the defaults'
const DEFAULTS = 'suites: ["**/*.bench.{ts,mts,cts,js,mjs,cjs}"]'
const { suites: USUAL, measure, report } = DEFAULT_CONFIG

test.each<[string, string, Partial<Config>, string[]]>([
  [
    'takes budgets, base.ref and branches from its own',
    'budgets: [{ match: "**", metric: time, max-regression: 900% }]\nbase: { ref: parent }\nbaseline: { branches: [other] }',
    { budgets: DEFAULT_CONFIG.budgets, base: DEFAULT_CONFIG.base, baseline: DEFAULT_CONFIG.baseline },
    ['base.ref'],
  ],
  [
    'names other suites than the usual ones',
    'suites: [bench/*.mjs]',
    { suites: ['bench/*.mjs', ...USUAL] },
    ['suites'],
  ],
  ['names the usual suites', DEFAULTS, { suites: USUAL }, []],
  [
    'names only a command',
    'command: { run: ./new }',
    { suites: USUAL, commands: config('command: { run: ./new }').commands },
    ['suites', 'command'],
  ],
  [
    'shortens measuring',
    'measure: { time-per-benchmark: 5 ms, time-limit: 1 s, node-threads: true }',
    { measure },
    ['measure.time-per-benchmark', 'measure.time-limit', 'measure.node-threads'],
  ],
  [
    'takes more time, and needs a loader',
    'measure: { time-limit: 20 min, node-args: ["--import", "tsx"] }',
    { measure: { ...measure, timeLimitMs: 20 * 60_000, nodeArgs: ['--import', 'tsx'] } },
    ['measure.time-limit', 'measure.node-args'],
  ],
  [
    'says which direction is better',
    'metrics: { fps: { better: lower } }',
    { metrics: { fps: { better: 'lower', added: true } } },
    ['metrics'],
  ],
  ['silences the report', 'report: { comment: never }', { report }, ['report.comment']],
  ['asks for issues', 'report: { issue: true }', { report }, ['report.issue']],
  ['spares forks', 'forks: warn', { forks: 'fail' }, []],
])('over a base without a file, or with one that is invalid, a change %s', (_, head, expected, settings) => {
  for (const base of [null, 'suits: [a]']) {
    const { config: judged, base: ofBase, onBase, warnings } = held(head, base)
    const { suites, commands } = config(head)
    expect(ofBase).toBeNull()
    expect(judged).toMatchObject(expected)
    // Suites and commands of the change that base has already are compared.
    expect(onBase).toMatchObject({
      suites: [...new Set([...USUAL, ...suites])],
      suitesToReplace: USUAL,
      commands,
    })
    const [first, ...others] = sentencesOf(warnings)
    if (base === null) expect(first).toBe(NO_FILE)
    expect(others).toEqual(settings.length === 0 ? [] : editing(...settings))
  }
})

test('a project without any config file is warned of nothing', () => {
  const { config: judged, warnings } = held(null, null)
  expect(judged).toMatchObject({ file: null, budgets: DEFAULT_CONFIG.budgets })
  expect(sentencesOf(warnings)).toEqual([])
})

test('a file of base that is wrong, or one of two, does not count and is said to be so', () => {
  const { config: judged, base, warnings } = held('budgets: [{ match: a, severity: off }]', 'suits: [a]')
  expect(base).toBeNull()
  expect(judged.budgets).toEqual(DEFAULT_CONFIG.budgets)
  expect(sentencesOf(warnings)).toEqual([
    'The config file of base does not count, so its budgets are the defaults: benchgate.yml:2:1: unknown key `suits`',
  ])
  const two = new Map([
    ['benchgate.yml', 'version: 1'],
    ['benchgate.yaml', 'version: 1'],
  ])
  expect(sentencesOf(effectiveConfig(DEFAULT_CONFIG, two, undefined).warnings)).toEqual([
    expect.stringContaining('There are 2 config files'),
  ])
  expect(effectiveConfig(DEFAULT_CONFIG, two, 'benchgate.yaml')).toMatchObject({
    base: { file: 'benchgate.yaml' },
    warnings: [],
  })
})
