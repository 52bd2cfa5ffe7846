import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { DEFAULT_CONFIG } from '../../src/config/defaults.ts'
import { parseConfig } from '../../src/config/parse.ts'
import { type Problem, renderProblems } from '../../src/config/config-error.ts'
import type { Config } from '../../src/model/config.ts'

const FIXTURES = new URL('../fixtures/config/', import.meta.url)
const fixture = (name: string) => readFileSync(new URL(name, FIXTURES), 'utf8')

const FILE = '.github/benchgate.yml'

function problemsOf(text: string): Problem[] {
  const result = parseConfig(text, FILE)
  if ('config' in result) throw new Error(`no problem in:\n${text}`)
  return result.problems
}

function configOf(text: string): Config {
  const result = parseConfig(text, FILE)
  if ('problems' in result) throw new Error(renderProblems(result.problems))
  return result.config
}

const dashboardAt = (url: string, message: string): (typeof BAD)[number] => [
  `version: 1\nreport: { dashboard-url: ${JSON.stringify(url)} }`,
  '2:26',
  message,
  'for example https://owner.github.io/name/',
]
const rule = (fields: string) => `version: 1\nbudgets:\n  - { ${fields} }\n`
const waiver = (fields: string) => `version: 1\naccepted:\n  - { ${fields} }\n`

describe('a good file', () => {
  it('becomes the config that it describes', () => {
    expect(configOf(fixture('example.yml'))).toEqual({
      file: FILE,
      suites: ['benchmarks/**/*.bench.ts'],
      commands: [],
      metrics: {},
      base: { ref: { kind: 'merge-base' }, setup: 'npm ci' },
      measure: {
        timePerBenchmarkMs: 80,
        timeLimitMs: 600_000,
        nodeArgs: ['--import', 'tsx'],
        nodeThreads: true,
        suitesFrom: 'own',
        suiteFiles: ['benchmarks/fixtures/**'],
      },
      budgets: [
        { match: '**', metric: 'time', maxRegression: { warn: 0.025, fail: 0.05 }, line: 15 },
        { match: '**', metric: 'time.p50', maxRegression: { warn: 0.05, fail: 0.1 }, line: 16 },
        { match: 'parser/*', metric: 'time.p99', max: { warn: 8e6, fail: 10e6, unit: 'ns' }, line: 17 },
        { match: 'http/*', metric: 'throughput', min: { warn: null, fail: 50e3, unit: 'ops/s' }, line: 18 },
        { match: 'lexer/unicode', metric: 'time', minImprovement: { warn: null, fail: 0.1 }, line: 19 },
        { match: 'experimental/**', metric: null, severity: 'off', line: 20 },
      ],
      accepted: [
        {
          match: 'parser/large',
          metric: 'time',
          upTo: 0.2,
          reason: 'Surrogate pairs (#412)',
          until: '2027-02-01',
          line: 22,
        },
      ],
      renamed: [],
      baseline: { branches: ['release/*'], anchor: null },
      forks: 'warn',
      report: { comment: 'on-change', dashboardUrl: null, issue: false },
    })
  })

  it('may hold a version and nothing else: the defaults', () => {
    expect(configOf('version: 1')).toEqual({ ...DEFAULT_CONFIG, file: FILE })
    expect(DEFAULT_CONFIG.budgets).toEqual([
      { match: '**', metric: 'primary', maxRegression: { warn: 0.025, fail: 0.05 }, line: 0 },
    ])
  })

  it.each(['budgets: []', 'budgets: [{ match: "**", severity: warn }]'])(
    'keeps the default budget as long as no rule sets a limit: %s',
    (budgets) => {
      expect(configOf(`version: 1\n${budgets}`).budgets[0]).toEqual(DEFAULT_CONFIG.budgets[0])
    },
  )

  it.each([
    ['merge-base', { kind: 'merge-base' }],
    ['parent', { kind: 'parent' }],
    ['origin/main', { kind: 'ref', ref: 'origin/main' }],
    ['HEAD~3', { kind: 'ref', ref: 'HEAD~3' }],
    ['{ tag: "v*" }', { kind: 'tag', pattern: 'v*' }],
  ])('reads the base %s', (written, ref) => {
    expect(configOf(`version: 1\nbase: { ref: ${written} }`).base.ref).toEqual(ref)
  })

  it('may name a release beside branches, and without', () => {
    const anchor = { tag: 'v*', every: 20 }
    expect(configOf(`version: 1\nbaseline: { anchor: { tag: 'v*', every: 20 } }`).baseline).toEqual({
      branches: [],
      anchor,
    })
    const both = `version: 1\nbaseline:\n  branches: [main]\n  anchor: { tag: 'v*', every: 20 }\n`
    expect(configOf(both).baseline).toEqual({ branches: ['main'], anchor })
  })

  it('may give one level of a limit only', () => {
    const [only] = configOf(rule('match: a, metric: time, max-regression: { warn: 3% }')).budgets
    expect(only?.maxRegression).toEqual({ warn: 0.03, fail: null })
  })

  it('may be written with a BOM, CRLF, quotes, anchors and comments', () => {
    const text =
      '\u{feff}version: 1\r\nbudgets: # ours\r\n  - &r { "match": \'a\', metric: time, max: 5 ms }\r\n  - *r\r\n'
    expect(configOf(text).budgets.map(({ line }) => line)).toEqual([3, 4])
  })
})

describe('rendered problems', () => {
  // These files are read by a person whenever they change.
  it.each(['spelling', 'values', 'tools', 'conflict', 'tabs', 'alias', 'hostile-line'])(
    'of %s.yml',
    async (name) => {
      const rendered = renderProblems(problemsOf(fixture(`${name}.yml`)))
      await expect(`${rendered}\n`).toMatchFileSnapshot(new URL(`${name}.txt`, FIXTURES).pathname)
    },
  )
})

/** Text, line:column of the first problem, a part of its message, a part of its remedy. */
const BAD: [text: string, place: string, message: string, remedy: string][] = [
  // The file as a whole
  ['', '1:1', 'the file is empty', 'version: 1'],
  ['\u{feff}', '1:1', 'the file is empty', 'version: 1'],
  ['# nothing\n\n', '1:1', 'the file is empty', 'version: 1'],
  ['- a', '1:1', 'holds a list', 'version: 1'],
  ['version:1', '1:1', 'holds a single value', 'a space follows each colon'],
  ['suites: [a]', '1:1', '`version` is missing', '`version: 1` on the first line'],
  ['version: 1\nbaseline: { anchor: { tag: "v*" } }', '2:21', '`every` is missing', 'every'],
  [
    'version: 1\nbaseline: { anchor: { tag: "v*", every: 0 } }',
    '2:41',
    '`every` must be at least 1',
    'Write for example `every: 20`.',
  ],
  [
    'version: 1\nbaseline: { anchor: { tag: "v*", every: 1001 } }',
    '2:41',
    '`every` must be at most 1000',
    '',
  ],
  ['version: 2\nfuture: yes', '1:10', 'version 2 of this format needs a newer Benchgate', 'reads version 1'],
  ['version: "1"', '1:10', 'is not a version', 'without quotes'],
  ['version: 0', '1:10', 'the number 0 is not a version', 'version: 1'],
  ['version: { a: b }', '1:10', 'a map of keys is not a version', 'version: 1'],
  ['version: 1\n---\nversion: 1', '2:1', 'a second YAML document', 'Keep one'],
  ['version: 1\nversion: 1', '2:1', '`version` is written twice', 'the first is on line 1'],
  ['version: 1\n<<<<<<< HEAD\n', '2:1', 'a merge conflict starts here', 'Resolve it'],
  [`version: 1\nx: ${'['.repeat(100_0)}`, '2:504', 'nested too deeply', 'more than 5 levels'],
  [`version: 1\nx: ${'['.repeat(50)}${']'.repeat(50)}`, '2:1', 'unknown key `x`', 'The keys here'],
  [`version: 1\nx: "${'y'.repeat(200_000)}"`, '1:1', 'more than 64000 characters', 'one glob'],
  ['version: 1\na: &a [*a]', '2:1', 'unknown key `a`', ''],

  // YAML
  ['version: 1\nreport:\n\tcomment: never', '3:1', 'a tab indents this line', 'two in the place of each tab'],
  ['version: 1\nsuites: [a', '2:11', 'a bracket `[` above is not closed', 'Close it with `]`'],
  ['version: 1\nreport: { comment: never', '2:25', 'a brace `{` above is not closed', 'Close it with `}`'],
  ['version: 1\nbase: { setup: "npm ci }', '2:25', 'a double quote is opened', 'Close it'],
  ['version: 1\nbase:\n  setup: a: b', '3:10', 'an unquoted text holds a colon', 'in quotes'],
  ['version: 1\nbase:\n    setup: a\n  ref: b', '4:1', 'indented like none', 'same number'],
  ['version: 1\nsuites:["a"]', '2:1', 'a key without a value', 'a space after the colon'],
  ['version: 1\nsuites: [@a]', '2:10', 'cannot start with this character', 'in quotes'],
  ['version: 1\nsuites: ["\\d"]', '2:11', 'does not know this escape', 'single quotes'],
  ['version: 1\nsuites: [*]', '2:10', '`*` starts a YAML alias', 'in quotes'],
  ['version: 1\nsuites: [**/*.ts]', '2:10', '`**/*.ts` is a YAML alias', 'put it in quotes: "**/*.ts"'],
  ['version: 1\nsuites: !list [a]', '2:9', 'a YAML tag', 'Remove the word'],
  ['%FOO\n---\nversion: 1', '1:1', 'no YAML directive', 'Remove the line'],
  ['version: 1\n? [a]\n: b', '2:3', 'a key must be a plain word', 'key: value'],
  ['version: 1\n<<: { a: b }', '2:1', 'merge keys', 'Write the fields out'],
  ['version: 1\n__proto__: { version: 1 }', '2:1', 'unknown key `__proto__`', 'Remove it'],
  [
    'version: 1\nmetrics: { __proto__: { better: lower } }',
    '2:12',
    'unknown key `__proto__`',
    'another name',
  ],
  ['version: 1\nconstructor: 1', '2:1', 'unknown key `constructor`', 'The keys here'],

  // Shape
  ['version: 1\nbudget: []', '2:1', 'unknown key `budget`', 'Did you mean `budgets`?'],
  ['version: 1\ndashboard: a', '2:1', '`dashboard` is not supported yet', 'later Benchgate'],
  ['version: 1\nbudgets: 5', '2:10', '`budgets` must be a list', 'max-regression: 5%'],
  ['version: 1\nbudgets: [a]', '2:11', 'an item of `budgets` must be a map', 'match: "**"'],
  ['version: 1\nbudgets:\n  -\n', '3:4', 'an item of `budgets` has no value', 'remove the item'],
  ['version: 1\nreport:\n', '2:1', '`report` has no value', 'comment: on-change'],
  ['version: 1\nreport: { comment: true }', '2:20', '`comment` cannot be `true`', 'comment: on-change'],
  [
    'version: 1\nreport: { comment: allways }',
    '2:20',
    '`comment` cannot be `allways`',
    'Did you mean `always`?',
  ],
  dashboardAt('http://octo.github.io/', '`http://octo.github.io/` is not a URL that begins with `https://`'),
  dashboardAt('javascript:alert(1)', 'is not a URL that begins with `https://`'),
  dashboardAt('//octo.github.io', 'is not a URL that begins with `https://`'),
  dashboardAt('https://', 'is not a URL that begins with `https://`'),
  dashboardAt('https://github.com@evil.example', 'names a user'),
  dashboardAt('https://octo.github.io/#x', 'holds a `#`'),
  dashboardAt('https://octo.github.io/a b', 'holds a blank or a control character'),
  dashboardAt('https://octo.github.io/{kye}/', 'holds a brace that is none of `{key}`'),
  dashboardAt(`https://octo.github.io/${'x'.repeat(500)}`, 'is longer than 500 characters'),

  // Commands
  [
    'version: 1\ncommand: go test',
    '2:10',
    '`command` must be a map of keys, and this is a text',
    'under `run`',
  ],
  ['version: 1\ncommand: []', '2:10', '`command` is an empty list', '{ run: '],
  ['version: 1\ncommand: 5', '2:10', '`command` cannot be the number 5', 'run: '],
  ['version: 1\ncommand:', '2:1', '`command` has no value', 'run: '],
  ['version: 1\ncommand: {}', '2:10', '`run` is missing', 'go test'],
  ['version: 1\ncommand: [a]', '2:11', 'an item of `command` must be a map', 'run: '],
  ['version: 1\ncommand: { run: [go, test] }', '2:17', '`run` must be a text, and this is a list', 'go test'],
  ['version: 1\ncommand: { run: a, format: gi }', '2:28', '`format` cannot be `gi`', 'Did you mean `go`?'],
  ['version: 1\ncommand: { run: a, format: hyperfin }', '2:28', '`format` cannot be', '`hyperfine`?'],
  ['version: 1\ncommand: { run: "a\\0b" }', '2:17', 'a NUL character', 'Remove it'],
  [
    `version: 1\ncommand: { run: "${'y'.repeat(4001)}" }`,
    '2:17',
    'longer than 4000 characters',
    'in a script',
  ],
  ['version: 1\ncommand: { run: a, output: . }', '2:28', 'the working directory itself', 'results.json'],
  ['version: 1\ncommand: { run: a, output: a/../b }', '2:28', 'leaves the project', 'working directory'],
  ["version: 1\ncommand: { run: a, output: 'a\\b' }", '2:28', 'holds a backslash', '`/`'],
  ['version: 1\ncommand: { run: a, output: ~/x }', '2:28', 'is an absolute path', 'working directory'],
  [
    'version: 1\ncommand: { run: a, output: ./.GIT }',
    '2:28',
    'lies in `.git`, which belongs to git',
    'outside of `.git`',
  ],
  ['version: 1\ncommand: { run: a, output: "a\\nb" }', '2:28', 'holds a control character', 'Remove it'],
  [
    'version: 1\ncommand: { run: a, working-directory: ../b }',
    '2:39',
    'leaves the project',
    'root of the project',
  ],
  [`version: 1\ncommand: { run: a, name-prefix: ${'y'.repeat(201)} }`, '2:33', 'longer than 200', 'Shorten'],
  [
    'version: 1\ncommand: [{ run: a }, { run: b }, { run: a, working-directory: ./ }]',
    '2:35',
    'the same as number 1',
    'Remove one',
  ],
  [
    `version: 1\ncommand: [${Array.from({ length: 51 }, (_, i) => `{ run: a${i} }`).join(', ')}]`,
    '2:10',
    '`command` has more than 50 items',
    'at most 50',
  ],

  // Metrics
  ['version: 1\nmetrics: [fps]', '2:10', '`metrics` must be a map of keys, and this is a list', 'fps: {'],
  ['version: 1\nmetrics: { fps: higher }', '2:17', '`fps` must be a map of keys', 'better: higher'],
  [
    'version: 1\nmetrics: { fps: { better: more } }',
    '2:27',
    '`better` cannot be `more`',
    '`lower`, `higher`',
  ],
  [
    'version: 1\nmetrics: { primary: { better: lower } }',
    '2:12',
    'the first metric of a benchmark',
    'Name the metric',
  ],
  ['version: 1\nmetrics: { throughput: { better: lower } }', '2:12', 'is better when it is higher', 'Remove'],
  ['version: 1\nmetrics: { "": { better: lower } }', '2:12', 'name of the metric is empty', ''],
  [`version: 1\nmetrics: { ${'y'.repeat(101)}: { better: lower } }`, '2:12', 'longer than 100', ''],
  [
    `version: 1\nmetrics: { ${Array.from({ length: 201 }, (_, i) => `m${i}: { better: lower }`).join(', ')} }`,
    '2:10',
    '`metrics` has more than 200 entries',
    'what budgets name',
  ],

  // Suites, base, measure
  ['version: 1\nsuites: []', '2:9', '`suites` is an empty list', 'benchmarks/**/*.bench.ts'],
  ['version: 1\nsuites: a', '2:9', '`suites` must be a list', 'Put it in brackets: ["a"]'],
  ['version: 1\nsuites: [/etc/*.js]', '2:10', 'is an absolute path', 'relative to the root'],
  ['version: 1\nsuites: ["C:/x.js"]', '2:10', 'is an absolute path', 'relative to the root'],
  ['version: 1\nsuites: [a/../../b.js]', '2:10', 'leaves the project', 'without `..`'],
  ["version: 1\nsuites: ['a\\b.js']", '2:10', 'holds a backslash', '`/`'],
  ['version: 1\nsuites: ["!a.js"]', '2:10', 'cannot be negated', 'Name what is to match'],
  ['version: 1\nbase: { ref: --upload-pack=x }', '2:14', 'begins with `-`', 'merge-base'],
  ['version: 1\nbase: { ref: "+x:y" }', '2:14', 'begins with `+`', 'merge-base'],
  ['version: 1\nbase: { ref: refs/heads/a..b }', '2:14', 'is a range', 'one revision'],
  ['version: 1\nbase: { ref: "a\\0b" }', '2:14', 'no ref can hold', 'merge-base'],
  ['version: 1\nbase: { ref: "v*" }', '2:14', 'is a pattern', '{ tag: "v*" }'],
  ['version: 1\nbase: { ref: mergebase }', '2:14', 'unknown base', 'Did you mean `merge-base`?'],
  ['version: 1\nbase: { ref: { tga: a } }', '2:14', '`tag` is missing', 'tag: "v*"'],
  ['version: 1\nbase: { ref: { tag: -d } }', '2:21', 'begins with `-`', ''],
  ['version: 1\nbase: { ref: 5 }', '2:14', '`ref` cannot be the number 5', 'merge-base'],
  ['version: 1\nbase: { setup: " " }', '2:16', 'the command is empty', 'npm ci'],
  ['version: 1\nmeasure: { time-per-benchmark: 1 ms }', '2:32', 'out of range', 'from 5 ms to 10 s'],
  ['version: 1\nmeasure: { time-limit: 7 h }', '2:24', 'out of range', 'from 1 s to 6 h'],
  [
    'version: 1\nmeasure: { node-args: --import tsx }',
    '2:23',
    '`node-args` must be a list',
    '["--import", "tsx"]',
  ],
  [
    'version: 1\nmeasure: { node-threads: quiet }',
    '2:26',
    '`node-threads` must be `true` or `false`',
    'node-threads: true',
  ],
  [
    'version: 1\nmeasure: { node-args: [1] }',
    '2:24',
    'an item of `node-args` must be a text',
    'in quotes: "1"',
  ],

  // Budgets
  [rule('metric: time, max: 5 ms'), '3:5', '`match` is missing', 'match: "parser/*"'],
  [rule('match: 5, metric: time, max: 5 ms'), '3:14', '`match` must be a text', 'in quotes: "5"'],
  [rule('match: "", metric: time, max: 5 ms'), '3:14', 'the pattern is empty', '"**" for all'],
  [rule(`match: "${'*a'.repeat(17)}", severity: off`), '3:14', '17 stars', 'several patterns'],
  [rule(`match: "${'a'.repeat(513)}", severity: off`), '3:14', '513 characters', 'Shorten'],
  [rule('match: "{1..1000000}", severity: off'), '3:14', 'braces', 'Use a `*`'],
  [rule('match: a, metric: tiem, max: 5 ms'), '3:25', 'unknown metric `tiem`', 'Did you mean `time`?'],
  [
    rule('match: a, metric: leak, max: 16 B'),
    '3:25',
    '`leak` is not supported yet',
    'The metrics of suites are `time`',
  ],
  [
    rule('match: a, metric: Time.p99, max: 5 ms'),
    '3:25',
    'unknown metric `Time.p99`',
    'Did you mean `time.p99`?',
  ],
  [
    rule('match: a, metric: __proto__, max: 5 ms'),
    '3:25',
    'cannot be the name of a metric',
    'that the tool reports',
  ],
  [rule('match: a, slo: "99% < 10 ms"'), '3:17', '`slo` is not supported yet', 'Remove it'],
  [rule('match: a'), '3:5', 'neither a limit nor a severity', 'max-regression: 5%'],
  [rule('match: a, metric: time'), '3:5', 'neither a limit nor a severity', 'max-regression: 5%'],
  [rule('match: a, max: 5 ms'), '3:17', '`max` needs a metric', 'metric: time'],
  [rule('match: a, severity: of'), '3:27', '`severity` cannot be `of`', 'Did you mean `off`?'],
  [rule('match: a, metric: time, max: {}'), '3:36', '`max` has no level', '`warn`, `fail` or both'],
  [rule('match: a, metric: time, max: { worn: 5 ms }'), '3:38', 'unknown key `worn` in `max`', '`warn`'],
  [rule('match: a, metric: time, max: 5'), '3:36', '`5` has no unit', 'Write it with one: 5 ms.'],
  [rule('match: a, metric: time, max: 50 ops/s'), '3:36', 'is a rate, and `time` is measured in ns', '10 ms'],
  [rule('match: a, metric: throughput, min: 5 ms'), '3:42', 'is a time, and `throughput`', '50 kops/s'],
  [rule('match: a, metric: throughput, max: 5 ops/s'), '3:37', 'for being fast', 'the limit is called `min`'],
  [rule('match: a, metric: time, min: 5 ms'), '3:31', 'for being fast', 'the limit is called `max`'],
  [
    rule('match: a, metric: time, max: 5%'),
    '3:36',
    'is a percentage where a time is wanted',
    '`max-regression`',
  ],
  [rule('match: a, metric: time, max-regression: 5 ms'), '3:47', 'is a time where a percentage', '`max`'],
  [rule('match: a, metric: time, max-regression: .05'), '3:47', 'has no unit', '5% or 0.05%'],
  [rule('match: a, metric: time, max-regression: 0%'), '3:47', 'out of range', 'above 0 %'],
  [rule('match: a, metric: time, max-regression: 1000%'), '3:47', 'out of range', 'below 1000 %'],
  [rule('match: a, metric: time, min-improvement: 100%'), '3:48', 'out of range', 'below 100 %'],
  [
    rule('match: a, metric: time, max: { warn: 9 ms, fail: 8 ms }'),
    '3:44',
    'would come after',
    'Warn below 8 ms',
  ],
  [
    rule('match: a, metric: throughput, min: { warn: 8 ops/s, fail: 9 ops/s }'),
    '3:50',
    'would come after',
    'Warn above 9 ops/s',
  ],
  [
    rule('match: a, metric: time, min-improvement: { warn: 8%, fail: 9% }'),
    '3:56',
    'would come after',
    'Warn above 9%',
  ],
  [rule('match: a, metric: time, max: -5 ms'), '3:36', 'is negative', '10 ms'],
  [rule('match: a, metric: time, max: -5'), '3:36', 'is negative', '10 ms'],
  [rule('match: a, metric: time, max: .nan'), '3:36', 'is not a number with a unit', '10 ms'],
  [rule('match: a, metric: time, max: .inf'), '3:36', 'is not a number with a unit', '10 ms'],
  [rule('match: a, metric: time, max: 1e309'), '3:36', 'is not a number with a unit', '10 ms'],
  [rule('match: a, metric: time, max: 1e309 ms'), '3:36', 'is not a number with a unit', 'plain decimals'],
  [rule('match: a, metric: time, max: 0 ms'), '3:36', 'out of range', 'more than 0'],
  [rule('match: a, metric: time, max: "2,5 ms"'), '3:36', 'comma', 'decimal point'],
  [
    rule('match: a, metric: time, max: 5 MB'),
    '3:36',
    'is an amount of memory, and `time`',
    '10 ms, or limit `bytes`',
  ],
  [rule('match: a, metric: time, max: 5 m'), '3:36', 'unknown unit `m`', 'Did you mean `min`?'],

  [rule('match: a, metric: "", max: 5 ms'), '3:25', 'name of the metric is empty', ''],
  [rule('match: a, metric: "a\\tb", max: 5 ms'), '3:25', 'cannot be the name of a metric', ''],
  [rule(`match: a, metric: ${'y'.repeat(101)}, max: 5 ms`), '3:25', 'longer than 100 characters', ''],
  [rule('match: a, metric: 5, max: 5 ms'), '3:25', '`metric` must be a text', 'in quotes: "5"'],
  [rule('match: a, metric: byte, max: 5 kB'), '3:25', 'unknown metric `byte`', 'Did you mean `bytes`?'],
  [rule('match: a, metric: error_rate, max: 1%'), '3:25', 'unknown metric', 'Did you mean `error-rate`?'],
  [rule('match: a, metric: primry, max-regression: 1%'), '3:25', 'unknown metric', 'Did you mean `primary`?'],
  [rule('match: a, metric: time.p90, max: 5 ms'), '3:25', 'unknown metric `time.p90`', '`time.p50`'],
  [rule('match: a, metric: primary, max: 5'), '3:39', '`5` has no unit', '5 ms'],
  [rule('match: a, metric: primary, min: 5 ms'), '3:34', '`min` of `primary`', 'called `max`'],
  [rule('match: a, metric: bytes, max: 5'), '3:37', '`5` has no unit', '5 B or 5 KiB'],
  [
    rule('match: a, metric: bytes, max: 5%'),
    '3:37',
    'is a percentage where an amount of memory',
    '`max-regression`',
  ],
  [rule('match: a, metric: bytes, max: 5 KiBs'), '3:37', 'unknown unit `KiBs`', 'Did you mean `KiB`?'],
  [rule('match: a, metric: throughput, min: 5'), '3:42', '`5` has no unit', '5 kops/s or 5 MB/s'],
  [rule('match: a, metric: throughput, min: 0 MB/s'), '3:42', 'out of range', 'more than 0'],
  [
    rule('match: a, metric: allocs, max: 5 ms'),
    '3:38',
    'is a time, and `allocs` is counted',
    '1200, or limit `time`',
  ],
  [
    rule('match: a, metric: bytes, max: 5 allocs'),
    '3:37',
    '`5 allocs` is a count, and `bytes` is measured in B',
    '64 KiB',
  ],
  [rule('match: a, metric: instructions, max: 5 cycles'), '3:44', 'is a number of `cycles`, and', '1200'],
  [rule('match: a, metric: size, max: 2000000000 MB'), '3:36', 'out of range', 'at most 1e15'],
  [rule('match: a, metric: size, max: true'), '3:36', '`max` cannot be `true`', '10 ms'],
  [rule('match: a, metric: fps, max: { warn: true }'), '3:43', '`warn` cannot be `true`', '10 ms'],
  [rule('match: a, metric: fps, max: { warn: -1 }'), '3:43', 'is negative', ''],
  [rule('match: a, metric: fps, max: { warn: .inf }'), '3:43', 'is not a number', ''],
  [rule(`match: a, metric: fps, max: 5 ${'y'.repeat(41)}`), '3:35', 'is not a number with a unit', ''],
  [
    rule('match: a, metric: fps, max: { warn: 9 frames, fail: 8 frames }'),
    '3:43',
    'would come after',
    'Warn below 8 frames',
  ],
  [rule('match: a, metric: fps, max: { warn: 9, fail: 8 }'), '3:43', 'would come after', 'Warn below 8,'],

  // Accepted
  [waiver('match: a, metric: time, up-to: 5%'), '3:5', '`reason` is missing', 'reason:'],
  [waiver('match: a, up-to: 5%, reason: b'), '3:5', '`metric` is missing', 'metric: time'],
  [waiver('match: a, metric: time, reason: b'), '3:5', '`up-to` is missing', 'up-to: 20%'],
  [waiver('match: a, metric: time, up-to: 5%, reason: ""'), '3:50', 'the reason is empty', 'Say why'],
  [
    waiver('match: a, metric: time, up-to: 5%, reason: "\u200b \u3164\u2800\ufe0f"'),
    '3:50',
    'the reason is empty',
    'Say why',
  ],
  [waiver('match: a, metric: time, up-to: 5 ms, reason: b'), '3:38', 'is a time where a percentage', '20%'],
  [
    waiver('match: a, metric: time, up-to: 5%, reason: b, until: soon'),
    '3:60',
    'is not a date',
    '2027-02-01',
  ],
  [
    waiver('match: a, metric: time, up-to: 5%, reason: b, until: 2027-02-30'),
    '3:60',
    'not in the calendar',
    '',
  ],
  [
    waiver('match: a, metric: time, up-to: 5%, reason: b, until: 2027-2-1'),
    '3:60',
    'is not a date',
    '2027-02-01',
  ],
]

test.each(BAD)('refuses %j', (text, place, message, remedy) => {
  const [first] = problemsOf(text)
  expect(`${first!.line}:${first!.column}`).toBe(place)
  expect(first!.message).toContain(message)
  expect(first!.remedy).toContain(remedy)
})

const good = (text: string) => configOf(`version: 1\n${text}`)

describe('a command', () => {
  it('may be one, with everything that can be said of it', () => {
    const { suites, commands } = good(
      'command:\n  run: |\n    make\n    ./bench\n  format: go\n  output: ./out/results.json\n  setup: make\n  working-directory: ./a//b/\n  name-prefix: "go: "\n',
    )
    expect(suites).toEqual([])
    expect(commands).toEqual([
      {
        run: 'make\n./bench\n',
        format: 'go',
        output: 'out/results.json',
        setup: 'make',
        workingDirectory: 'a/b',
        namePrefix: 'go: ',
      },
    ])
  })

  it('may stand in a list, beside suites, and say no more than its line', () => {
    const { suites, commands } = good('suites: [a.ts]\ncommand: [{ run: a }, { run: a, name-prefix: b }]')
    const bare = { run: 'a', format: null, output: null, setup: null, workingDirectory: null, namePrefix: '' }
    expect(suites).toEqual(['a.ts'])
    expect(commands).toEqual([bare, { ...bare, namePrefix: 'b' }])
    expect(good('command: { run: a, working-directory: . }').commands).toEqual([bare])
  })

  it('leaves the default budget, which is that of the first metric', () => {
    expect(good('command: { run: a }').budgets).toEqual(DEFAULT_CONFIG.budgets)
  })
})

describe('names of metrics', () => {
  const ok = (fields: string, above = '') => good(`${above}budgets: [{ match: "**", ${fields} }]`).budgets[0]!

  it.each([
    'p99',
    'item',
    'rate',
    'fps',
    'hit-rate',
    'allocs/op',
    'constructor',
    'primary',
    'cpu-time',
    'ns per op',
  ])("may be a tool's own: %s", (metric) => {
    expect(ok(`metric: "${metric}", max-regression: 5%`).metric).toBe(metric)
  })

  it('may look like a slip once they are declared', () => {
    const declared =
      'metrics: { tiem: { better: higher }, heap: { better: lower }, time.foo: { better: lower } }\n'
    for (const metric of ['tiem', 'heap', 'time.foo'])
      expect(ok(`metric: ${metric}, max-regression: 5%`, declared).metric).toBe(metric)
    expect(ok('metric: tiem, min: 5 B', declared).min).toEqual({ warn: null, fail: 5, unit: 'B' })
    const text = `version: 1\n${declared}budgets: [{ match: a, metric: tiem, max: 5 B }]`
    expect(problemsOf(text)[0]).toMatchObject({
      message: '`max` of `tiem` would fail benchmarks for being good',
    })
  })

  it('may be any usual percentile of a time where a tool is run', () => {
    const command = 'command: { run: wrk }\n'
    for (const metric of ['time.p90', 'time.p97.5', 'time.p99.9', 'time.p99.99'])
      expect(ok(`metric: ${metric}, max: 5 ms`, command).max).toEqual({ warn: null, fail: 5e6, unit: 'ns' })
    const wrong = (rule: string) =>
      problemsOf(`version: 1\n${command}budgets: [{ match: a, ${rule} }]`)[0]!.message
    expect(wrong('metric: time.p59, max: 5 ms')).toBe('unknown metric `time.p59`')
    expect(wrong('metric: time.p90, max: 5 kB')).toContain('`time.p90` is measured in ns')
    expect(wrong('metric: time.p90, min: 5 ms')).toContain('for being fast')
  })

  it('leave the first metric of a tool open', () => {
    const command = 'command: { run: wrk }\n'
    expect(ok('metric: primary, min: 5 kops/s', command).min).toEqual({
      warn: null,
      fail: 5e3,
      unit: 'ops/s',
    })
    expect(ok('metric: primary, max: 1200', command).max).toEqual({ warn: null, fail: 1200 })
  })
})

describe('limits', () => {
  const max = (metric: string, written: string) =>
    good(`budgets: [{ match: "**", metric: ${metric}, max: ${written} }]`).budgets[0]!.max

  it.each([
    ['bytes', '64 KiB', 65_536, 'B'],
    ['bytes', '64 kB', 64_000, 'B'],
    ['bytes', '64 KB', 64_000, 'B'],
    ['bytes', '0 B', 0, 'B'],
    ['size', '1.5 MiB', 1_572_864, 'B'],
    ['error-rate', '1%', 0.01, 'fraction'],
    ['error-rate', '7 percent', 0.07, 'fraction'],
    ['error-rate', '0%', 0, 'fraction'],
    ['cpu-time', '5 msec', 5e6, 'ns'],
    ['frames', '40 frames', 40, 'frames'],
    ['frames', '"40 per second"', 40, 'per second'],
    ['frames', '2 min', 120e9, 'ns'],
    ['allocs', '5 allocs', 5, 'count'],
  ])('of %s may be %s', (metric, written, fail, unit) => {
    expect(max(metric, written)).toEqual({ warn: null, fail, unit })
  })

  it.each([
    ['allocs', '1200', 1200],
    ['allocs', '"1200"', 1200],
    ['allocs', '0', 0],
    ['instructions', '1.2e6', 1.2e6],
    ['frames', '.5', 0.5],
  ])('of %s may be the bare number %s', (metric, written, fail) => {
    expect(max(metric, written)).toEqual({ warn: null, fail })
  })

  it('of throughput are in operations or in bytes', () => {
    const min = (written: string) =>
      good(`budgets: [{ match: "**", metric: throughput, min: ${written} }]`).budgets[0]!.min
    expect(min('{ warn: 2 GiB/s, fail: 50 MB/s }')).toEqual({ warn: 2 * 1024 ** 3, fail: 50e6, unit: 'B/s' })
    expect(min('{ warn: 2 req/ms }')).toEqual({ warn: 2000, fail: null, unit: 'ops/s' })
  })
})

describe('problems', () => {
  it('are all told at once, in the order of the file', () => {
    const places = problemsOf(fixture('values.yml')).map(({ line, column }) => [line, column] as const)
    expect(places.length).toBeGreaterThanOrEqual(14)
    expect(places).toEqual(places.toSorted(([a, b], [c, d]) => a - c || b - d))
  })

  it('have the same columns in a file with CRLF', () => {
    const text = fixture('values.yml')
    const strip = (problems: Problem[]) =>
      problems.map(({ line, column, sourceLine }) => ({ line, column, sourceLine }))
    expect(strip(problemsOf(text.replaceAll('\n', '\r\n')))).toEqual(strip(problemsOf(text)))
  })

  it('come from an alias once', () => {
    const text = 'version: 1\nbudgets:\n  - &r { match: a, metric: tiem, max: 5 ms }\n  - *r\n  - *r\n'
    expect(problemsOf(text)).toHaveLength(1)
  })

  it('are bounded in number', () => {
    expect(problemsOf(`version: 1\n${'a: 1\n'.repeat(5000)}`)).toHaveLength(1000)
  })

  it('of an alias bomb come without what it stands for', () => {
    const level = (name: string, of: string) => `${name}: &${name} [${Array(9).fill(of).join(', ')}]\n`
    const bomb = `version: 1\n${level('a', 'x')}${'bcdefghij'.replaceAll(/./g, (name) =>
      level(name, `*${String.fromCodePoint(name.codePointAt(0)! - 1)}`),
    )}`
    const unknown = [...'abcdefghij'].map((name) => `unknown key \`${name}\``)
    expect(problemsOf(bomb).map(({ message }) => message)).toEqual(unknown)
    const inside = problemsOf(`${bomb}budgets: *j\n`).map(({ message }) => message)
    expect(new Set(inside)).toEqual(
      new Set([...unknown, 'an item of `budgets` must be a map of keys, and this is a list']),
    )
  })

  it('come from a list that holds itself', () => {
    expect(problemsOf('version: 1\nbudgets: &a [*a]')).toMatchObject([
      { line: 2, column: 14, message: 'an item of `budgets` must be a map of keys, and this is a list' },
    ])
  })

  it('leave no trace of __proto__ in the config', () => {
    problemsOf('version: 1\n__proto__: { polluted: true }\nreport: { __proto__: { polluted: true } }')
    expect({}).not.toHaveProperty('polluted')
  })
})
