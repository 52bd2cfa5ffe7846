import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Report } from '../../../src/model/assessment.ts'
import { HURRY } from '../../hurry.ts'
import { Stage } from '../command.ts'
import { workspaces } from '../first-try-repositories.ts'
import { checkedOn, CONFIG, PARSE, SLOWER, suite } from './stated-times.ts'

// 20 % that a change plants, behind what would make another benchmark of the slower one. `suites-from-head` holds those
// where a suite is edited.

let stage: Stage

beforeEach(() => {
  stage = new Stage(HURRY)
})
afterEach(() => stage.remove())

const WORK = 'bench/work.bench.mjs'
const OTHER = "bench('parse', says(() => 100))"
/** One whose own function has another source. */
const UNLIKE = "bench('parse', function* () { yield { manual: () => 100 + Math.random() } })"
const own = { 'benchgate.yml': CONFIG.replace('measure: {', 'measure: { suites-from: own,') }
const renamed = (entry: string) => ({ 'benchgate.yml': `${CONFIG}renamed: [${entry}]\n` })
const MOVED = { [WORK]: null, 'bench/parser.bench.mjs': suite(PARSE) }

test.each<[string, Record<string, string>, Record<string, string | null>, string]>([
  ['one more of its name behind it', {}, { [WORK]: suite(`${PARSE}\n${OTHER}`) }, `${WORK} › parse`],
  ['one more of its name before it', {}, { [WORK]: suite(`${OTHER}\n${PARSE}`) }, `${WORK} › parse #2`],
  [
    'one more of its name before it, each side with its own suite',
    own,
    { [WORK]: suite(`${UNLIKE}\n${PARSE}`) },
    `${WORK} › parse #2`,
  ],
  [
    'one of its name less',
    { [WORK]: suite(`${OTHER}\n${PARSE}`) },
    { [WORK]: suite(PARSE) },
    `${WORK} › parse`,
  ],
  [
    'one of its name less, each side with its own suite',
    { ...own, [WORK]: suite(`${UNLIKE}\n${PARSE}`) },
    { [WORK]: suite(PARSE) },
    `${WORK} › parse`,
  ],
  ['one of its name in another suite', {}, { 'bench/more.bench.mjs': suite(OTHER) }, `${WORK} › parse`],
  ['a renamed suite', {}, MOVED, 'bench/parser.bench.mjs › parse'],
  [
    'a renamed suite, with `renamed:`',
    {},
    {
      ...MOVED,
      ...renamed(`{ from: parse, to: parse, from-suite: ${WORK}, to-suite: bench/parser.bench.mjs }`),
    },
    'bench/parser.bench.mjs › parse',
  ],
  [
    'a renamed suite, with `renamed:`, each side with its own suite',
    own,
    {
      ...MOVED,
      'benchgate.yml': `${own['benchgate.yml']}renamed: [{ from: parse, to: parse, from-suite: ${WORK}, to-suite: bench/parser.bench.mjs }]\n`,
    },
    'bench/parser.bench.mjs › parse',
  ],
  [
    'another form of Unicode in its name',
    { [WORK]: suite(PARSE.replace("'parse'", `'${'größe'.normalize('NFC')}'`)) },
    { [WORK]: suite(PARSE.replace("'parse'", `'${'größe'.normalize('NFD')}'`)) },
    `${WORK} › ${'größe'.normalize('NFC')}`,
  ],
])('20 % are found behind %s', async (_, base, head, id) => {
  const { code, rows } = await checkedOn(stage, base, { ...SLOWER, ...head })
  const red = rows.filter(({ severity }) => severity === 'fail')
  expect(red.map((row) => [row.id, row.verdict])).toEqual([[id, 'regression']])
  expect(red[0]!.effect).toBeCloseTo(0.2, 2)
  expect(code).toBe(1)
})

// What yarn leaves is what npm leaves: `first-try` has all three.
test.each(workspaces.slice(0, 2))(
  'twice the time is found in a package that another one uses: $name',
  async (one) => {
    const { repository } = stage
    repository.write(one.files)
    one.prepare!(repository)
    repository.commit('base')
    const core = 'packages/core/src/index.ts'
    repository.write({ [core]: one.files[core]!.replace('10 * size', '20 * size') })
    repository.commit('head')
    const { code, stdout, stderr } = await stage.run('check', '--base', 'HEAD~1', '--json', '-')
    expect(stdout, stderr).toMatch(/^\{/)
    const { rows } = JSON.parse(stdout) as Report
    expect(rows.map(({ id, verdict }) => [id, verdict])).toEqual(
      (one.expected as string[]).map((id) => [id, 'regression']),
    )
    for (const { effect } of rows) expect(effect).toBeCloseTo(1, 2)
    expect(code).toBe(1)
  },
)
