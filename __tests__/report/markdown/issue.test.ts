import { expect, test } from 'vitest'
import { type IssueOptions, renderIssue } from '../../../src/report/markdown/issue.ts'
import type { History } from '../../../src/model/trend.ts'
import { HOSTILE_NAMES } from '../../github/sandbox.ts'
import { commitOf, history, step, trend } from '../../history/sample-trends.ts'

const page = 'https://github.com/acme/parser'
const options: IssueOptions = {
  configFile: '.github/benchgate.yml',
  links: { summary: null, commit: (sha) => `${page}/commit/${sha}`, compare: null, dashboard: null },
  stored: { branch: 'benchgate', defaultBranch: 'main' },
  compare: (from, to) => `${page}/compare/${from}...${to}`,
}
const rendered = (of: History) => renderIssue(of, of.events[0]!, options)
const link = (at: number) => `[\`${commitOf(at).slice(0, 7)}\`](${page}/commit/${commitOf(at)})`

test('a step between two recorded commits that follow each other names the commit', () => {
  const { title, text } = rendered(history([trend('parser/large', [step(10, 12)])]))
  expect(title).toBe(`parser/large: 12.0 % slower since ${commitOf(10).slice(0, 7)}`)
  expect(text.split('\n\n')).toEqual([
    '`parser/large` became **12.0 % slower** (95 % interval 10.7 to 13.3) on `main`, and the runs recorded since confirm it.',
    '| Benchmark | Metric | Before → after | Change (95 %) |\n| - | - | -: | -: |\n| `parser/large` | time | 1.00 → 1.12 ms | 12.0 % slower (10.7 to 13.3) |',
    `It happened in this commit:\n- ${link(10)}: Change 10 (&#35;\u2060410)`,
    '<details><summary>To accept it</summary>',
    'Replace the … with your reason, run this, commit and push to the branch:\n```sh\nnpx benchgate accept parser/large --up-to 14% --reason "…"\n```',
    '</details>',
    'Each recorded push updates this issue, and closes it when the regression is fixed or accepted. A closed issue is not updated.',
  ])
})

test('of many that moved together the first 20 are listed, those that have it before the others', () => {
  const range = { from: 8, to: 11 }
  const accepted = step(10, 30, { ...range, standing: null, accepted: 'it is worth it' })
  const others = Array.from({ length: 22 }, (_, i) => trend(`b${i}`, [step(10, 5, range)]))
  const { title, text } = rendered(
    history([trend('x', [accepted]), trend('parser/large', [step(10, 12, range)]), ...others]),
  )
  const short = commitOf(10).slice(0, 7)
  expect(title).toBe(`23 benchmarks: up to 12.0 % slower since about ${short}`)
  expect(text.split('\n')[0]).toBe(
    '23 benchmarks became **up to 12.0 % slower** on `main` in one step, and the runs recorded since confirm it.',
  )
  expect(text.match(/^\| `.*$/gm)).toHaveLength(20)
  expect(text).toContain('\n\nAnd 4 more.\n\n')
  expect(text).toContain(
    `It happened after ${link(8)} (&#35;\u2060408) and not later than ${link(11)} ([all commits between them](${page}/compare/${commitOf(8)}...${commitOf(11)})). Recorded commits in this range:\n` +
      `- ${link(9)}: Change 9 (&#35;\u2060409)\n- ${link(10)}: Change 10 (&#35;\u2060410), **most likely**\n- ${link(11)}: Change 11 (&#35;\u2060411)\n\n` +
      `**To find the commit**, in a clone with the whole history:\n\`\`\`sh\nnpx benchgate bisect --event ${short}-slower\n\`\`\``,
  )
  expect(text.match(/^npx benchgate accept/gm)).toHaveLength(5)
})

test('the line that finds the commit leads to the runs that were read, and obeys no name of a branch', () => {
  const known = history([trend('a', [step(10, 12, { from: 8, to: 11 })])])
  const stored = { branch: 'runs', defaultBranch: 'main' }
  const ref = 'refs/heads/a`$(id)'
  const { text } = renderIssue({ ...known, key: 'node-24', ref }, known.events[0]!, {
    ...options,
    configFile: 'ci/gate.yml',
    stored,
  })
  expect(text.match(/^npx benchgate bisect .*$/m)?.[0]).toBe(
    `npx benchgate bisect --event ${commitOf(10).slice(0, 7)}-slower --key node-24 --branch runs --ref $'a\\x60$(id)' --config ci/gate.yml`,
  )
})

test('a creep is said to be one, and is not searched for a single commit', () => {
  const { events, ...of } = history([trend('a', [step(10, 12, { from: 8, to: 11, creptTo: 20 })])])
  const { text } = rendered({ ...of, events: events.map((event) => ({ ...event, creptTo: 20 })) })
  expect(text).toContain(`It began after ${link(8)} (&#35;\u2060408) and not later than ${link(11)} (`)
  expect(text.split('\n\n').slice(3, 5)).toEqual([
    `It **creeps**: it continued in small steps up to ${link(20)} (&#35;\u2060420), so no single commit is the cause.`,
    '**To find where it began**, in a clone with the whole history:\n' +
      `\`\`\`sh\nnpx benchgate bisect --event ${commitOf(10).slice(0, 7)}-slower\n\`\`\``,
  ])
})

test('its end is said, and nothing is left to do', () => {
  const fixed = rendered(history([trend('a', [step(10, 12, { standing: 'fixed' }), step(20, -10)])])).text
  expect(fixed).toContain(
    `**Fixed** by a later change, at ${link(20)} (&#35;\u2060420): at least half of it was taken back.`,
  )
  const reason = 'Correctness (#412), says @org/team'
  const accepted = rendered(history([trend('a', [step(10, 12, { standing: null, accepted: reason })])])).text
  expect(accepted).toContain(
    '**Accepted**: "Correctness (&#35;\u2060412), says &#64;\u2060org/team". The new level is the normal one from now on.',
  )
  for (const text of [fixed, accepted]) expect(text).not.toContain('npx benchgate')
})

test('nothing that others wrote is obeyed, and the title fits', () => {
  for (const name of HOSTILE_NAMES) {
    const of = history([trend(name, [step(10, 12)])])
    const { title, text } = rendered({
      ...of,
      commits: of.commits.map((commit) => ({ ...commit, subject: name.slice(0, 200) })),
    })
    expect(title.length).toBeLessThanOrEqual(250)
    expect(title).not.toMatch(/@\w|\n|\p{Cc}/u)
    const outside = text.replaceAll(/```sh\n[^]*?\n```|`[^`\n]*`/g, '')
    expect(outside).not.toMatch(/@org|<img|<script|-->|^::|\r|\]\(javascript/m)
    expect(text.length).toBeLessThan(20_000)
  }
})
