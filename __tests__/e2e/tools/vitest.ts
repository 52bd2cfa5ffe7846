import type { ToolProject } from './tool-project.ts'

const parser = (
  parseRounds: number,
) => `// Each step needs the one before it, so that no compiler shortens the loop.
function hash(rounds) {
  let state = 2166136261
  for (let i = 0; i < rounds; i++) state = Math.imul(state ^ i, 16777619)
  return state
}

export const parse = () => hash(${parseRounds})
export const sort = () => hash(80000)
export const join = () => hash(120000)
`

const LOCKED = { name: 'words', version: '1.0.0', devDependencies: { vitest: '5.1.1' } }

export const vitest: ToolProject = {
  name: 'vitest',
  probe: 'vitest --version',
  needsVitest: true,
  base: {
    '.gitignore': 'node_modules\nresults.json\n',
    'package.json': JSON.stringify({ ...LOCKED, private: true, type: 'module' }, null, 2),
    'package-lock.json': JSON.stringify({ ...LOCKED, lockfileVersion: 3, packages: { '': LOCKED } }, null, 2),
    'vitest.config.js': `export default { test: { benchmark: { retainSamples: true } } }
`,
    'parser.js': parser(100_000),
    'parser.bench.js': `import { describe, test } from 'vitest'
import { join, parse, sort } from './parser.js'

const quick = { time: 80, warmupTime: 20 }

describe('parser', () => {
  test('parse', async ({ bench }) => void (await bench('long', () => parse()).run(quick)))
  test('sort', async ({ bench }) => void (await bench('long', () => sort()).run(quick)))
  test('join', async ({ bench }) => void (await bench('long', () => join()).run(quick)))
})
`,
  },
  head: { 'parser.js': parser(110_000) },
  benchmarks: ['parse', 'sort', 'join'].map((name) => `parser.bench.js/parser/${name}/long`),
  slowed: [{ benchmark: 'parser.bench.js/parser/parse/long', metric: 'time', by: 0.1 }],
}
