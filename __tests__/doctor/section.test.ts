import { describe, expect, test } from 'vitest'
import type { CheckResult } from '../../src/doctor/check.ts'
import { renderMarkdown } from '../../src/doctor/markdown.ts'
import { exitCodeOf, type Section, verdictOf } from '../../src/doctor/section.ts'
import { renderTerminal } from '../../src/doctor/terminal.ts'
import { HOSTILE_NAMES } from '../github/sandbox.ts'

const result = (status: CheckResult['status'], more: Partial<CheckResult> = {}): CheckResult => ({
  id: 'suites',
  title: 'suites',
  status,
  detail: `it is ${status}`,
  remedy: null,
  place: null,
  ...more,
})

const section = (...statuses: CheckResult['status'][]): Section => ({
  title: 'Project',
  results: statuses.map((status) => result(status)),
})
const proof = (status: CheckResult['status']): Section => ({ title: 'Proof', results: [result(status)] })

describe('what it comes to', () => {
  const rows: [sections: Section[], code: number, verdict: string][] = [
    [[section('ok', 'ok')], 0, '✔ No problems found'],
    [[section('ok', 'skipped')], 0, '✔ No problems found · 1 check skipped'],
    [[section('ok', 'warning')], 0, '⚠ No problems found, but 1 warning'],
    [[section('warning', 'warning'), proof('ok')], 0, '⚠ No problems found, but 2 warnings'],
    [[section('failure', 'warning')], 2, '✘ 1 problem found · 1 warning'],
    [
      [section('failure', 'failure', 'skipped', 'skipped'), proof('ok')],
      2,
      '✘ 2 problems found · 2 checks skipped',
    ],
    [[section('ok'), proof('failure')], 3, '✘ 1 problem found'],
    [[section('failure'), proof('failure')], 3, '✘ 2 problems found'],
    [[section('ok'), proof('warning')], 0, '⚠ No problems found, but 1 warning'],
  ]
  test.each(rows)('%#', (sections, code, verdict) => {
    expect(exitCodeOf(sections)).toBe(code)
    const { sign, text } = verdictOf(sections)
    expect(`${sign} ${text}`).toBe(verdict)
  })
})

const FINDING = result('failure', {
  id: 'base-builds',
  title: 'base builds',
  detail: 'base (1234567) does not build: `npm ci` ended with exit code 1:\n  npm error a\n  npm error b',
  remedy: 'Correct the line.',
  place: '.github/benchgate.yml:3:10',
})
const SECTIONS: Section[] = [
  { title: 'Project', results: [result('ok'), FINDING] },
  {
    title: 'GitHub',
    results: [
      result('skipped', { id: 'token' }),
      result('skipped', { id: 'cache' }),
      result('ok'),
      result('warning'),
    ],
  },
]

test('on a terminal', () => {
  expect(renderTerminal(SECTIONS, { color: false, width: 70 })).toBe(`Project
  ✔ suites       it is ok
  ✘ base builds  base (1234567) does not build: \`npm ci\` ended with
                 exit code 1:
                   npm error a
                   npm error b
                 at .github/benchgate.yml:3:10
                 → Correct the line.

GitHub
  – 2 checks  it is skipped
  ✔ suites    it is ok
  ⚠           it is warning

✘ 1 problem found · 1 warning · 2 checks skipped.
`)
})

test('a title that is long stands above its text, so that the text has room', () => {
  const results = [result('ok', { title: 'A slower benchmark fails, as it should' }), FINDING]
  expect(renderTerminal([{ title: 'Proof', results }], { color: false, width: 60 })).toBe(`Proof
  ✔ A slower benchmark fails, as it should
    it is ok
  ✘ base builds
    base (1234567) does not build: \`npm ci\` ended with exit
    code 1:
      npm error a
      npm error b
    at .github/benchgate.yml:3:10
    → Correct the line.

✘ 1 problem found.
`)
})

test('with colour it says the same', () => {
  const plain = renderTerminal(SECTIONS, { color: false, width: 70 })
  const coloured = renderTerminal(SECTIONS, { color: true, width: 70 })
  expect(coloured).not.toBe(plain)
  // oxlint-disable-next-line no-control-regex -- what colours are made of
  expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(plain)
})

test('in a summary', () => {
  expect(renderMarkdown(SECTIONS)).toBe(`### ✘ 1 problem found · 1 warning · 2 checks skipped

**Project**

- ✔ **suites**: it is ok
- ✘ **base builds**: base (1234567) does not build: \`npm ci\` ended with exit code 1:<br>
  \`npm error a\`<br>
  \`npm error b\`<br>
  at \`.github/benchgate.yml:3:10\`<br>
  → Correct the line.

**GitHub**

- – **2 checks**: it is skipped
- ✔ **suites**: it is ok
- ⚠ **suites**: it is warning`)
})

test.each(HOSTILE_NAMES.map((name) => [JSON.stringify(name.slice(0, 40)), name]))(
  '%s reaches nobody',
  (_, name) => {
    const hostile = result('failure', {
      detail: `no file matches ${name}\n${name}`,
      remedy: name,
      place: `${name}:1:1`,
    })
    const sections = [{ title: 'Project', results: [hostile] }]
    const terminal = renderTerminal(sections, { color: false, width: 100 })
    for (const line of terminal.split('\n')) {
      expect(line).not.toMatch(/^\s*::/)
      expect(line).not.toContain('##[')
    }
    // oxlint-disable-next-line no-control-regex -- nothing that moves the cursor
    expect(terminal).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/)
    const markdown = renderMarkdown(sections)
    // In code GitHub looks for nothing.
    expect(markdown.replaceAll(/`[^`\n]*`/g, '')).not.toMatch(
      /<(?:img|script|\/script|!--)|\]\(javascript|@org/,
    )
    expect(markdown).not.toContain('##[')
    for (const line of markdown.split('\n')) expect(line).not.toMatch(/^\s*(?:::|```)/)
  },
)
