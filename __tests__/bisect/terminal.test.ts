import { expect, test } from 'vitest'
import type { Searched } from '../../src/bisect/bisect.ts'
import { renderJson } from '../../src/bisect/json.ts'
import { renderTerminal } from '../../src/bisect/terminal.ts'

const sha = (digit: number | string) => String(digit).repeat(40)
const commits = Array.from({ length: 10 }, (_, i) => ({
  sha: sha(i),
  subject: i === 5 ? '::error::Rewrite \u202e the tokenizer (#412)' : `Change ${i}`,
  pull: i === 5 ? 412 : null,
  isMerge: i === 5,
  likely: true,
  sameDependencies: true,
}))
const change = (log: number) => ({ log, low: log - 0.01, high: log + 0.01 })

const found: Searched = {
  kind: 'searched',
  range: { good: sha(0), bad: sha(9), labels: { good: 'v1.2.0', bad: sha(9) }, commits, empty: 1 },
  seconds: 84,
  reused: 1,
  subject: {
    suite: 'a.bench.mjs',
    name: 'parser/large',
    occurrence: 1,
    source: 'suite',
    metric: { id: 'time', unit: 'ns', better: 'lower', exact: false },
  },
  total: change(0.1),
  end: { kind: 'named', at: 5 },
  bracket: { old: 4, fresh: 5, ahead: { old: 0.06, fresh: 0 } },
  judged: [
    { at: 5, change: change(-0.002), level: 'far', pairs: 8 },
    { at: 4, change: change(0.06), level: 'between', pairs: 8 },
  ],
  verified: { change: change(0.058), detected: true, stands: true },
  skipped: [{ at: 6, reason: 'it does not build: `npm ci` exited with code 1\u001b[31m' }],
}
const printed = (o: Partial<Searched> = {}) =>
  renderTerminal({ ...found, ...o }, { color: false, width: 100 })

test('a commit, what else changed, and what could not be measured', () => {
  expect(printed()).toBe(`benchgate bisect · v1.2.0 (0000000) → 9999999 · 10 commits

parser/large (time): 10.5 % slower (9.4 to 11.6) from 0000000 to 9999999

  commit   change up to 9999999
  4444444  6.2 % slower (5.1 to 7.3)                between the two  Change 4
  5555555  0.2 % faster (0.8 slower to 1.2 faster)  like 9999999     : :error::Rewrite \\u{…er (#412)

✘ 5555555 (#412) is 6.0 % slower than its parent (4.9 to 7.0)
  : :error::Rewrite \\u{202e} the tokenizer (#412)
  It is a merge. To search the commits that it brought:
  benchgate bisect $(git merge-base 5555555^1 5555555^2) 5555555^2 --benchmark parser/large

Other commits of the range changed it too:
  after 0000000, up to 4444444: 4.1 % slower (2.6 to 5.6)

1 commit could not be measured:
  6666666  it does not build: \`npm ci\` exited with code 1\\u{1b}[31m

4 commits measured in 1 min 24 s, 1 of them in an earlier run.
`)
})

test('a range, what is not confirmed, and what was measured against the bad end alone', () => {
  const range = { end: { kind: 'range', old: 4, fresh: 8 }, bracket: { ...found.bracket, fresh: 8 } } as const
  expect(printed({ ...range, verified: null })).toContain(
    '\n? One of these 4 commits, which could not be told apart:\n  5555555 (#412)  : :error::',
  )
  const unconfirmed = {
    end: { kind: 'unconfirmed', at: 5 },
    verified: { change: change(0), detected: false, stands: false },
  } as const
  expect(printed(unconfirmed)).toContain(
    '\n? The search ends at 5555555 (#412), but it is not confirmed to differ from its parent\n',
  )
  const indirect = printed({ verified: { change: null, detected: false, stands: false } })
  expect(indirect).toContain('\n✘ 5555555 (#412) is 6.4 % slower than its parent (4.9 to 7.9)\n')
  expect(indirect).toContain(
    '\n  The two could not be measured side by side, so both were measured against 9999999.\n',
  )
})

test('ends that do not differ', () => {
  const { range, seconds, subject } = found
  const same = { kind: 'same', range, seconds, reused: 0, least: 0.02 } as const
  const end = (name: string, decision: 'same' | 'open') => ({
    subject: { ...subject, name },
    change: change(0.003),
    decision,
  })
  const text = (...ends: ReturnType<typeof end>[]) =>
    renderTerminal({ ...same, ends }, { color: false, width: 100 })
      .split('\n\n')
      .slice(1, -1)
      .join('\n\n')
  expect(text(end('a', 'same'))).toBe(
    'No change of 2 % or more between 0000000 and 9999999:\n  a  0.3 % slower (0.7 faster to 1.3 slower)',
  )
  expect(text(end('a', 'same'), end('b', 'open'))).toMatch(
    /^No change was found between 0000000 and 9999999, and one of 2 % or more is not ruled out:\n.*\n {2}b .*, undecided\n\nRaise measure\.time-per-benchmark, or measure on a quieter machine\.$/,
  )
})

test('the same for programs', () => {
  const { outcome, commit, otherChanges, suspects, measured, skipped } = JSON.parse(renderJson(found))
  expect({ outcome, suspects, levels: measured.map(({ level }: { level: string }) => level) }).toEqual({
    outcome: 'named',
    suspects: [],
    levels: ['bad', 'between'],
  })
  expect(commit).toMatchObject({ sha: sha(5), pull: 412, against: 'parent', confirmed: true })
  expect(commit.effect).toBeCloseTo(Math.expm1(0.058))
  expect(otherChanges).toMatchObject([{ after: sha(0), upTo: sha(4) }])
  expect(skipped).toMatchObject([{ sha: sha(6) }])
})
