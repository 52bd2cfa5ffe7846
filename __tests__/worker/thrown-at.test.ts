import { expect, test } from 'vitest'
import { thrownAt } from '../../src/worker/thrown-at.ts'

const PROJECT = '/tmp/benchgate-x/b'

test.each([
  ['Error: no\n    at file:///tmp/benchgate-x/b/bench/a.bench.mjs:5:7', 'bench/a.bench.mjs:5'],
  [
    'Error: no\n    at load (/tmp/benchgate-x/b/bench/a.bench.cjs:5:7)\n    at node:internal/x:1:2',
    'bench/a.bench.cjs:5',
  ],
  ['Error: no\n    at async file:///tmp/benchgate-x/b/a%20b.mjs?v=1:5:7', 'a b.mjs:5'],
  [
    'file:///tmp/benchgate-x/b/bench/a.bench.mjs:3\nconst = 1\n      ^\n\nSyntaxError: no',
    'bench/a.bench.mjs:3',
  ],
  [
    'Error: no\n    at Pool.end (file:///tmp/benchgate-x/b/node_modules/pool/index.js:9:1)\n    at file:///tmp/benchgate-x/b/a.mjs:5:7',
    'a.mjs:5',
  ],
  ['Error: /elsewhere/a.js:1:2\n    at node:internal/modules/esm/resolve:1:2', null],
  ['Error: no\n    at file:///tmp/other/a.mjs:5:7', null],
  [undefined, null],
])('%j', (stack, place) => {
  expect(thrownAt({ stack }, PROJECT)).toBe(place)
})

test.each([undefined, null, 'text', 7])('%j was thrown nowhere', (thrown) => {
  expect(thrownAt(thrown, PROJECT)).toBeNull()
})
