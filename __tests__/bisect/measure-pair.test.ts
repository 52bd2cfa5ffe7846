import { expect, test } from 'vitest'
import { whyEmpty, whyNotMeasured } from '../../src/bisect/measure-pair.ts'
import { UserError } from '../../src/errors.ts'
import { refuseFilter } from '../../src/gate/gated-metrics.ts'
import type { Evidence } from '../../src/model/evidence.ts'

const running = { signal: new AbortController().signal } as Parameters<typeof whyNotMeasured>[1]

function thrownBy(act: () => never): unknown {
  try {
    return act()
  } catch (error) {
    return error
  }
}

test('what keeps one commit from being measured is its reason, and what concerns all of them is thrown', () => {
  const setup = new UserError('setup', 'base does not build: `npm ci` failed\nnpm error 404', 'Fix it.')
  expect(whyNotMeasured(setup, running)).toBe('base does not build: `npm ci` failed')
  const younger = thrownBy(() => refuseFilter({ match: 'work', suite: 'work.bench.mjs', occurrence: 1 }))
  expect(whyNotMeasured(younger, running)).toBe('it has no such benchmark')
  for (const error of [new UserError('git', 'git log failed', 'Try `git fsck`.'), new Error('no')])
    expect(() => whyNotMeasured(error, running)).toThrow(error)
  const signal = AbortSignal.abort(130)
  expect(thrownBy(() => whyNotMeasured(setup, { ...running, signal }) as never)).toBe(130)
})

test('a benchmark that a commit lacks: why the suite of the bad end shows it no more there', () => {
  const key = { suite: 'young.bench.mjs', name: 'young', occurrence: 1 }
  const reason = (edit?: { own: string | null }) => {
    const benchmarks = [{ id: 'young.bench.mjs › young', base: null, edit }]
    return whyEmpty({ survey: { benchmarks, failures: [] }, failures: [] } as unknown as Evidence, key)
  }
  expect(reason()).toBe('it has no such benchmark')
  expect(reason({ own: null })).toBe('it has no such benchmark')
  expect(reason({ own: "could not be loaded: Cannot find module './young.mjs'\nRequire stack" })).toBe(
    "it has no such benchmark, and the suite of the bad end does not run there: could not be loaded: Cannot find module './young.mjs'",
  )
})
