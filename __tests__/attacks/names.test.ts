import * as core from '@actions/core'
import { describe, expect, test, vi } from 'vitest'
import { chartHash } from '../../src/dashboard/chart-link.ts'
import { parse } from 'yaml'
import { parseEvidence } from '../../src/action/evidence-file.ts'
import { evidenceNames } from '../../src/github/evidence-names.ts'
import { explanationOf } from '../../src/cli/explain.ts'
import { DEFAULT_CONFIG } from '../../src/config/defaults.ts'
import { parseConfig } from '../../src/config/parse.ts'
import { annotate } from '../../src/github/annotations.ts'
import { readInputs } from '../../src/github/inputs.ts'
import { printOutside } from '../../src/github/log.ts'
import { ingest } from '../../src/ingest/ingest.ts'
import type { Assessment } from '../../src/model/assessment.ts'
import { normalName } from '../../src/model/benchmark.ts'
import type { Evidence } from '../../src/model/evidence.ts'
import { visibleJson } from '../../src/model/visible-json.ts'
import { checkOutput } from '../../src/report/checks/check-output.ts'
import { annotationsOf } from '../../src/report/checks/row-annotations.ts'
import { renderJson } from '../../src/report/json.ts'
import { renderFailure } from '../../src/report/markdown/did-not-run.ts'
import { renderMarkdown, renderSummary } from '../../src/report/markdown/markdown.ts'
import { renderHistory } from '../../src/report/terminal/history-table.ts'
import { renderTable } from '../../src/report/terminal/results-table.ts'
import { linesForTerminal, outsideText } from '../../src/report/text/for-terminal.ts'
import { renderTerminal } from '../../src/report/terminal/terminal.ts'
import { acceptanceOf } from '../../src/report/view/accept.ts'
import { runPath } from '../../src/store/paths.ts'
import { parseRun, renderRun } from '../../src/store/run-file.ts'
import { evidence as evidenceOf, place } from '../gate/evidence-sample.ts'
import { keyOf } from '../keys.ts'
import { flaws } from '../report/markdown/flaws.ts'
import { assessment, row } from '../report/sample.ts'
import { historyFrom } from '../history/sample-history.ts'
import { sampleMetric, sampleRun } from '../store/sample-run.ts'

/** What somebody calls a benchmark, and how people read it where nothing may be hidden. */
const NAMES: [name: string, read?: string | RegExp][] = [
  ['a|b'],
  ['two\nlines', 'two\\nlines'],
  ['\r\n::error::x', '\\r\\n::error::x'],
  ['::add-mask::x'],
  ['##[error]x'],
  ['%0A::error::x'],
  ['@org/team'],
  ['<img src=x onerror=1>'],
  ['</script><script>'],
  ['-->'],
  ['<!-- benchgate:v1 key=default -->'],
  ['[x](javascript:1)'],
  ['![x](https://evil.example/x.png)'],
  ['```'],
  ['`x`'],
  ['${{ github.token }}'],
  ['$(id)'],
  ['__proto__'],
  ['constructor'],
  ['', '(no name)'],
  ['  ', '(no name)'],
  ['x'.repeat(10_000), /x{10}…?x{10}/],
  ...['\u202e', '\u202d', '\u2066', '\u2069', '\u200f', '\u061c', '\u200b', '\u2028', '\ufeff'].map(
    (sign): [string, string] => [`a${sign}b`, `a\\u{${sign.charCodeAt(0).toString(16)}}b`],
  ),
  ['a\0b', 'a\\u{0}b'],
  ['\u001b[31mred', '\\u{1b}[31mred'],
  // The C1 form of the same, which JSON leaves as it is.
  ['\u009b31mred', '\\u{9b}31mred'],
  ['\ud800 alone', '\\u{d800} alone'],
  // At the edge where a name is cut, in each of the widths.
  [`${'x'.repeat(38)}😀${'y'.repeat(200)}`, /x{30}.*y{10}/u],
  [`${'x'.repeat(39)}😀${'y'.repeat(200)}`, /x{30}.*y{10}/u],
  [`${'x'.repeat(65)}😀${'y'.repeat(200)}`, /x{30}.*y{10}/u],
  [`${'x'.repeat(66)}👩‍👩‍👧${'y'.repeat(200)}`, /x{30}.*y{10}/u],
  ['caf\u{e9}'],
  ['cafe\u{301}'],
]

/** What nothing that people read may hold: it steers a terminal, turns a line or is half a character. */
const STEERS = /(?!\n)\p{Cc}|(?!\u200d)\p{Cf}|[\p{Zl}\p{Zp}\p{Cs}]/u
/** What a CI runner obeys. */
const COMMAND = /^\s*::|##\[/m

const inText = (text: string): string[] => [STEERS, COMMAND].flatMap((flaw) => flaw.exec(text)?.[0] ?? [])

/** Markdown as a page shows it. */
const onPage = (markdown: string): string =>
  markdown
    .replace(/<\/?code>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('\u2060', '')
/** A log with its commands taken apart, put together again. */
const inLog = (text: string): string => text.replaceAll('# #[', '##[').replaceAll(': :', '::')
/** What accepts it holds every name too, quoted, and the name is to be found elsewhere. */
const withoutEntry = (text: string): string =>
  text.replace(/^.*(?:- \{ match: |npx benchgate accept ).*$/gm, '')

const judged = (name: string): Assessment =>
  assessment([
    row({
      benchmark: name,
      verdict: 'regression',
      severity: 'fail',
      effect: 0.2,
      history: [812_000, 811_000, 813_000],
    }),
  ])
const page = 'https://octo.github.io/project/'
const links = {
  summary: null,
  commit: null,
  compare: null,
  dashboard: { page, chart: (...of: Parameters<typeof chartHash>) => `${page}${chartHash(...of)}` },
}
const onScreen = { color: false, width: 200, verbose: true, configFile: 'benchgate.yml' }

const stored = (name: string) =>
  [1, 2].map((index) => {
    const run = sampleRun(index, { benchmarks: [{ id: name, suite: 's', metrics: [sampleMetric()] }] })
    return { path: runPath(run), run }
  })
const resultFile = (name: string) =>
  ingest({ path: 'r.json', bytes: JSON.stringify([{ name, unit: 'ns', value: 1 }]), files: null }, 'custom')

interface Sink {
  write: (name: string) => string
  /** What is wrong with it, whatever the name is. */
  flaws: (text: string) => string[]
  /** As people read it; null where it names nobody, or is prose. */
  read: ((text: string) => string) | null
}
const text = (write: Sink['write']): Sink => ({ write, flaws: inText, read: inLog })
/** Our own links lead to the dashboard: what is in them but a name as code and an address is a flaw. */
const unlinked = (page: string) =>
  page.replace(
    /\[(dashboard|`[^`\n]*`|<code>[^<\n]*<\/code>)\]\(https:\/\/octo\.github\.io\/project\/(?:#\/b\/[\w.~%-]+\/[\w.~%-]+)?\)/g,
    '$1',
  )
const markdown = (write: Sink['write'], marked = false): Sink => ({
  write: (name) => unlinked(write(name)),
  // The joiner is ours: it takes mentions and addresses apart.
  flaws: (page) => [...flaws(page, marked ? undefined : null), ...inText(page.replaceAll('\u2060', ''))],
  read: (page) => onPage(withoutEntry(page)),
})

/** Each place where people read a name. */
const SINKS: Record<string, Sink> = {
  comment: markdown((name) => renderMarkdown(judged(name), { links }), true),
  summary: markdown((name) => renderSummary(judged(name), { links })),
  'text of the check run': markdown((name) => checkOutput(judged(name), { links }).summary),
  'comment of a failure': {
    ...markdown(
      (name) => renderFailure({ message: `It is ${name.trim() || '(no name)'}`, remedy: name }),
      true,
    ),
    read: null,
  },
  'title of the check run': {
    ...text((name) => checkOutput(judged(name), { links }).title),
    read: null,
  },
  'table of ingest': text((name) =>
    renderTable(resultFile(name === '' ? ' ' : name.slice(0, 2_000)), {
      adapter: 'custom',
      printable: (part) => outsideText(part, 500),
    }),
  ),
  terminal: text((name) => renderTerminal(judged(name), onScreen)),
  'annotation, its title': text((name) => annotationsOf(judged(name), { prefix: '' })[0]!.title),
  'annotation, its message': {
    ...text((name) => annotationsOf(judged(name), { prefix: '' })[0]!.message),
    read: null,
  },
  'history of one': text((name) =>
    renderHistory(historyFrom(stored(name).map(({ run }) => run)), { trends: [0], last: 5 }, onScreen),
  ),
  'budgets explain': text((name) => explanationOf(DEFAULT_CONFIG, keyOf(name), '2026-01-01')),
  'message of an error': text((name) => linesForTerminal(`error: ${oneLine(name)}\n::x`)),
}

/** A message has lines, and a name in it may not begin one. */
const oneLine = (name: string) =>
  name.trim() === '' ? '(no name)' : name.replaceAll('\r', '\\r').replaceAll('\n', '\\n')

const shown = (name: string) => JSON.stringify(name.length > 60 ? `${name.slice(0, 8)}…${name.length}` : name)

describe.each(Object.entries(SINKS))('%s', (_, { write, flaws, read }) => {
  test.each(NAMES.map(([name, seen = name]) => [shown(name), name, seen] as const))('%s', (_, name, seen) => {
    const written = write(name)
    expect(flaws(written)).toEqual([])
    if (read === null) return
    const found = normalName(read(written))
    if (typeof seen !== 'string') expect(found).toMatch(seen)
    // Blank space at its ends is not shown.
    else expect(found).toContain(normalName(seen).replace(/^(?:\\[nr])+/, ''))
  })
})

function measured(name: string): Evidence {
  const { survey, ...rest } = evidenceOf({ [name]: {} })
  const benchmarks = survey.benchmarks.map((one) => ({ ...one, base: place, head: place }))
  return { ...rest, survey: { ...survey, benchmarks } }
}

/** Every program that reads a name gets it as it is, but for the form of Unicode. */
const VALUES: Record<string, { write: (name: string) => string; read: (written: string) => string[] }> = {
  'report.json': {
    write: (name) => renderJson(judged(name)),
    read: (json) => (JSON.parse(json) as Assessment).rows.map(({ benchmark }) => benchmark),
  },
  evidence: {
    write: (name) => visibleJson(JSON.stringify(measured(name))),
    read: (json) => parseEvidence(json, evidenceNames('default')).survey.benchmarks.map(({ name }) => name),
  },
  'stored run': {
    write: (name) => renderRun(stored(name)[0]!.run),
    read: (json) => {
      const parsed = parseRun(Buffer.from(json), runPath(sampleRun(1)))
      return 'run' in parsed ? parsed.run.benchmarks.map(({ id }) => id) : [parsed.problem]
    },
  },
}

describe.each(Object.entries(VALUES))('%s', (_, { write, read }) => {
  test.each(NAMES.map(([name]) => [shown(name), name]))('%s', (_, name) => {
    const written = write(name!)
    expect(inText(written)).toEqual([])
    expect(read(written)).toEqual([name])
  })
})

describe('the line to accept with', () => {
  test.each(NAMES.map(([name]) => [shown(name), name]))('%s', (_, name) => {
    const entry = acceptanceOf(judged(name!).rows[0]!, {})?.entry ?? null
    // No glob can name these, so that nothing is offered.
    if (name!.trim() === '' || name!.length > 512) return expect(entry).toBeNull()
    expect(inText(entry!)).toEqual([])
    expect(entry).not.toMatch(/[`<>@]/)
    const [{ match }] = parse(entry!) as [{ match: string }]
    expect(match.replace(/\\([\\*?[\]{}!])/g, '$1')).toBe(name!.replace(/\p{Cc}/gu, '?'))
  })
})

describe('a chart', () => {
  test.each(NAMES.map(([name]) => [shown(name), name]))('%s', (_, name) => {
    const [, chart] = /^```mermaid\n([^]*?)\n```$/m.exec(renderSummary(judged(name!), { links }))!
    const title = /^ {2}title "(.*)"$/m.exec(chart!)![1]!
    expect(title).not.toMatch(/["`<>#;%&|\\]/)
    // Letters and digits stay; the rest is told apart elsewhere.
    const word = /[a-z]+/.exec(name!.slice(0, 20))?.[0] ?? ''
    expect(title).toContain(word)
  })
})

describe('what the runner is told, through the real @actions/core', () => {
  const told = (act: () => void): string => {
    const written: string[] = []
    const spy = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      written.push(String(chunk))
      return true
    })
    try {
      act()
    } finally {
      spy.mockRestore()
    }
    return written.join('')
  }

  test.each(NAMES.map(([name]) => [shown(name), name]))('%s', (_, name) => {
    const annotation = { level: 'error', title: name!, message: name!, file: name!, line: 3 } as const
    const command = told(() => annotate(core, [annotation]))
    expect(command.match(/\r?\n|\r/g)).toEqual(['\n'])
    expect(command).toMatch(/^::error /)

    const lines = told(() => printOutside(core.info, name!)).split('\n')
    const token = /^::stop-commands::(benchgate-[0-9a-f-]{36})$/.exec(lines[0]!)![1]!
    expect(lines.slice(-2)).toEqual([`::${token}::`, ''])
    expect(lines.slice(1, -2).join('\n')).toBe(name!.toWellFormed())
  })
})

describe('budgets explain, of a pattern and a reason', () => {
  test.each(NAMES.map(([name]) => [shown(name), name]))('%s', (_, name) => {
    const [match, reason] = [JSON.stringify(`**${name}`), JSON.stringify(`known: ${name}`)]
    const result = parseConfig(
      `version: 1\nbudgets: [{ match: ${match}, metric: time, max: 5 ms }]\n` +
        `accepted: [{ match: '**', metric: time, up-to: 5%, reason: ${reason} }]\n`,
      'benchgate.yml',
    )
    if ('config' in result)
      expect(inText(explanationOf(result.config, keyOf(`x${name}`), '2026-01-01'))).toEqual([])
    else {
      const { message } = result.problems[0]!
      expect(message).toBe(
        name!.length > 512
          ? 'the pattern has 10002 characters, more than 512'
          : 'the pattern holds a control character',
      )
    }
  })
})

test('a name as a key, which becomes part of file names, markers and names of checks, is refused', () => {
  const place = { workspace: '/w', defaultBranch: 'main' }
  const keyed = (key: string) => () => readInputs((input) => (input === 'key' ? key : ''), place)
  for (const [name] of NAMES) {
    // Left out, or a word like any other.
    if (name === '' || /^[\w.-]{1,50}$/.test(name)) continue
    expect(keyed(name)).toThrow(
      /^An input is wrong: key: may be 1 to 50 letters, digits, dots, dashes and underscores$/,
    )
  }
})

test('names that are equal after NFC are one name, and two benchmarks', () => {
  expect(normalName('cafe\u{301}')).toBe('caf\u{e9}')
  const both = ['cafe\u{301}', 'caf\u{e9}'].map((name) => ({ name, unit: 'ns', value: 1 }))
  const { benchmarks } = ingest({ path: 'r.json', bytes: JSON.stringify(both), files: null }, 'custom')
  expect(benchmarks.map(({ key, occurrence }) => [key, occurrence])).toEqual([
    ['caf\u{e9}', 1],
    ['caf\u{e9}', 2],
  ])
})
