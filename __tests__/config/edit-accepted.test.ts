import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withAccepted, withoutAccepted } from '../../src/config/edit-accepted.ts'
import { parseConfig } from '../../src/config/parse.ts'
import type { Config, Waiver, WrittenWaiver } from '../../src/model/config.ts'

const TODAY = '2026-11-28'
const entry = (change: Partial<WrittenWaiver> = {}): WrittenWaiver => ({
  match: 'parser/large',
  metric: 'time',
  upTo: '22%',
  reason: 'Surrogate pairs (#412)',
  ...change,
})
const fileOf = (text: string) => ({ path: 'benchgate.yml', text })
const accept = (text: string, change: Partial<WrittenWaiver> = {}) =>
  withAccepted(fileOf(text), entry(change), TODAY)
const isOurs = ({ match }: Waiver) => match === 'parser/large'
const remove = (text: string, which = isOurs) => withoutAccepted(fileOf(text), which).text

const ENTRY = '{ match: "parser/large", metric: time, up-to: 22%, reason: "Surrogate pairs (#412)" }'

describe('writes into the style that is there', () => {
  const other = 'match: a, metric: time, up-to: 20%, reason: r'
  test.each<[what: string, before: string, after: string]>([
    ['no file', '', `version: 1\naccepted:\n  - ${ENTRY}\n`],
    ['no list', 'version: 1\n# end\n', `version: 1\n# end\naccepted:\n  - ${ENTRY}\n`],
    ['no last line end', 'version: 1', `version: 1\naccepted:\n  - ${ENTRY}`],
    ['CRLF and a BOM', '\ufeffversion: 1\r\n', `\ufeffversion: 1\r\naccepted:\r\n  - ${ENTRY}\r\n`],
    [
      'no list, and budgets in blocks',
      'version: 1\nbudgets:\n- match: "**"\n  metric: time\n  max-regression: 5%\n',
      'version: 1\nbudgets:\n- match: "**"\n  metric: time\n  max-regression: 5%\naccepted:\n- match: "parser/large"\n  metric: time\n  up-to: 22%\n  reason: "Surrogate pairs (#412)"\n',
    ],
    ['an end of the document', '---\nversion: 1\n...\n', `---\naccepted:\n  - ${ENTRY}\nversion: 1\n...\n`],
    ['an empty list', 'version: 1\naccepted: [] # x\n', `version: 1\naccepted: # x\n  - ${ENTRY}\n`],
    ['an empty list in braces', '{ version: 1, accepted: [ ] }', `{ version: 1, accepted: [${ENTRY} ] }`],
    ['no list in braces', '{ version: 1, }\n', `{ version: 1, accepted: [${ENTRY}], }\n`],
    [
      'JSON',
      '{ "version": 1 }\n',
      '{ "version": 1, "accepted": [{ "match": "parser/large", "metric": "time", "up-to": "22%", "reason": "Surrogate pairs (#412)" }] }\n',
    ],
    [
      'entries in braces, among comments',
      `version: 1\naccepted:\n  # one\n  - { ${other} } # two\n  # three\n\nforks: warn\n`,
      `version: 1\naccepted:\n  # one\n  - { ${other} } # two\n  - { match: parser/large, metric: time, up-to: 22%, reason: "Surrogate pairs (#412)" }\n  # three\n\nforks: warn\n`,
    ],
    [
      'single quotes',
      `version: 1\naccepted: [{match: 'a', metric: time, up-to: '20%', reason: 'r'}]\n`,
      `version: 1\naccepted: [{match: 'a', metric: time, up-to: '20%', reason: 'r'}, {match: 'parser/large', metric: time, up-to: '22%', reason: 'Surrogate pairs (#412)'}]\n`,
    ],
    [
      'a list in brackets, a line each',
      `version: 1\naccepted: [\n    { ${other} }, # c\n  ]\n`,
      `version: 1\naccepted: [\n    { ${other} }, # c\n    { match: parser/large, metric: time, up-to: 22%, reason: "Surrogate pairs (#412)" },\n  ]\n`,
    ],
    [
      'a folded text behind a wide dash',
      'version: 1\naccepted:\n-   match: a\n    metric: time\n    up-to: 20%\n    reason: >\n      hello\n      you\n\nforks: warn\n',
      'version: 1\naccepted:\n-   match: a\n    metric: time\n    up-to: 20%\n    reason: >\n      hello\n      you\n-   match: parser/large\n    metric: time\n    up-to: 22%\n    reason: "Surrogate pairs (#412)"\n\nforks: warn\n',
    ],
  ])('%s', (_, before, after) => {
    expect(accept(before).text).toBe(after)
  })
})

describe('changes the entry of the same benchmark and metric', () => {
  test.each<[what: string, before: string, after: string, change?: Partial<WrittenWaiver>]>([
    [
      'in braces',
      "{ match: 'parser/large', up-to: 10%, metric: time, reason: 'old' } # c",
      "{ match: 'parser/large', up-to: 22%, metric: time, reason: 'Surrogate pairs (#412)' } # c",
    ],
    [
      'with a new last day',
      '{ match: parser/large, metric: time, up-to: 10%, reason: "old" }',
      '{ match: parser/large, metric: time, up-to: 22%, until: 2027-02-01, reason: "Surrogate pairs (#412)" }',
      { until: '2027-02-01' },
    ],
    [
      'with its last day, which is to come',
      '{ match: parser/large, metric: time, up-to: 10%, reason: "old", until: 2026-11-28 }',
      '{ match: parser/large, metric: time, up-to: 22%, reason: "Surrogate pairs (#412)", until: 2026-11-28 }',
    ],
    [
      'without its last day, which has passed',
      '{ until: 2026-11-27, match: parser/large, metric: time, up-to: 10%, reason: "old" }',
      '{ match: parser/large, metric: time, up-to: 22%, reason: "Surrogate pairs (#412)" }',
    ],
    [
      'in lines',
      'match: parser/large\n    metric: time # m\n    up-to: 10% # u\n    reason: > # why\n      old\n      text\n    until: 2020-01-01 # gone\n',
      'match: parser/large\n    metric: time # m\n    up-to: 22% # u\n    reason: "Surrogate pairs (#412)" # why\n',
    ],
    [
      'in lines, with a new last day',
      'match: parser/large\n    metric: time\n    up-to: 10%\n    reason: old',
      'match: parser/large\n    metric: time\n    up-to: 22%\n    until: 2027-02-01\n    reason: "Surrogate pairs (#412)"',
      { until: '2027-02-01' },
    ],
  ])('%s', (_, before, after, change) => {
    const others = '  - { match: z, metric: time, up-to: 1%, reason: z }\n'
    const around = (text: string) => `version: 1\naccepted:\n${others}  - ${text}`
    expect(accept(around(before), change)).toMatchObject({ text: around(after), change: 'updated' })
  })

  test('once, and then there is nothing to change', () => {
    const { text } = accept('version: 1\n')
    expect(accept(text).text).toBe(text)
  })

  test('and no other: another metric, suite or number is another entry', () => {
    const text = `version: 1\naccepted:\n  - { match: "parser/large", metric: throughput, up-to: 1%, reason: "r" }\n  - { match: "parser/large", suite: "a", metric: time, up-to: 1%, reason: "r" }\n`
    expect(accept(text)).toMatchObject({
      text: `${text}  - ${ENTRY}\n`,
      change: 'added',
      waiver: { line: 5 },
    })
  })
})

describe('refuses, and writes nothing', () => {
  const messageOf = (work: () => unknown) => {
    try {
      work()
    } catch (error) {
      return (error as Error).message.split('\n')[0]
    }
    return null
  }
  test.each<[what: string, text: string, message: string, change?: Partial<WrittenWaiver>]>([
    ['a file that does not load', 'version: 1\nfork: warn\n', 'benchgate.yml:2:1: unknown key `fork`'],
    [
      'a metric that is none',
      'version: 1\n',
      'With this entry benchgate.yml would not load: unknown metric `tiem`; nothing was written',
      { metric: 'tiem' },
    ],
    [
      'a reason that another entry shares',
      'version: 1\naccepted:\n  - { match: parser/large, metric: time, up-to: 1%, reason: &r "r" }\n  - { match: b, metric: time, up-to: 1%, reason: *r }\n',
      'benchgate.yml cannot be edited without a change to something else in it; nothing was written',
    ],
    [
      'an entry that is written elsewhere',
      'version: 1\naccepted:\n  - &w { match: parser/large, metric: time, up-to: 1%, reason: r }\n  - *w\n',
      'benchgate.yml cannot be edited without a change to something else in it; nothing was written',
    ],
  ])('%s', (_, text, message, change) => {
    expect(messageOf(() => accept(text, change))).toBe(message)
  })
})

describe('removes', () => {
  const item = (name: string) => `{ match: ${name}, metric: time, up-to: 20%, reason: r }`
  test.each<[what: string, before: string, after: string, which: string[]]>([
    [
      'an entry with the comment on its line',
      `version: 1\naccepted:\n  # one\n  - ${item('a')} # two\n  # three\n  - ${item('b')}\n`,
      `version: 1\naccepted:\n  # one\n  # three\n  - ${item('b')}\n`,
      ['a'],
    ],
    [
      'the list with its last entry, and no comment in a line of its own',
      `version: 1\naccepted:\n  # one\n  - ${item('a')}\n# two\nforks: warn\n`,
      `version: 1\n  # one\n# two\nforks: warn\n`,
      ['a'],
    ],
    [
      'from brackets in one line',
      `version: 1\naccepted: [${item('a')}, ${item('b')}, ${item('c')}]\n`,
      `version: 1\naccepted: [${item('b')}]\n`,
      ['a', 'c'],
    ],
    [
      'from brackets in lines',
      `version: 1\naccepted: [\n  ${item('a')}, # x\n  # y\n  ${item('b')} # z\n]\n`,
      `version: 1\naccepted: [\n  ${item('a')} # x\n  # y\n]\n`,
      ['b'],
    ],
    [
      'all, from brackets',
      `version: 1\naccepted: [\n  ${item('a')}\n]\nforks: warn\n`,
      'version: 1\nforks: warn\n',
      ['a'],
    ],
    [
      'all, from braces',
      `{ version: 1, accepted: [${item('a')}], forks: warn }`,
      '{ version: 1, forks: warn }',
      ['a'],
    ],
    ['at an open end', `version: 1\r\naccepted:\r\n- ${item('a')}`, 'version: 1', ['a']],
    ['nothing', 'version: 1\n', 'version: 1\n', ['a']],
  ])('%s', (_, before, after, which) => {
    expect(remove(before, ({ match }) => which.includes(match))).toBe(after)
  })
})

/** A text in one of the ways in which YAML takes it. */
const writing = (text: string): fc.Arbitrary<string> =>
  fc.constantFrom(JSON.stringify(text), `'${text.replaceAll("'", "''")}'`, text)

const anyFields = fc
  .record({
    match: fc.constantFrom('a', 'b/c', 'deep/er').chain(writing),
    metric: fc.constantFrom('time', '"throughput"'),
    'up-to': fc.constantFrom('5%', '"12.5 %"', "'7%'"),
    reason: fc.constantFrom('Why', 'It pays', "It's (#4)").chain(writing),
    until: fc.option(fc.constantFrom('2020-01-01', '"2030-12-31"'), { nil: undefined }),
  })
  .chain((fields) => {
    const pairs = Object.entries(fields).filter((pair): pair is [string, string] => pair[1] !== undefined)
    return fc.shuffledSubarray(pairs, { minLength: pairs.length })
  })

type FieldList = [string, string][]
const comment = fc.constantFrom('', ' # a note', '   # {x: "')
const inBraces = (fields: FieldList, pad: string, gap: string) =>
  `{${pad}${fields.map(([key, value]) => `${key}: ${value}`).join(`,${gap}`)}${pad}}`

/** A list, from the key on; '' for none. */
const anyList = fc
  .record({
    entries: fc.array(anyFields, { maxLength: 3 }),
    form: fc.constantFrom('none', 'braces', 'lines', 'brackets', 'bracket-lines'),
    pad: fc.constantFrom('', ' '),
    gap: fc.constantFrom(' ', '  '),
    dash: fc.constantFrom('', '  ', '    '),
    notes: fc.array(comment, { minLength: 4, maxLength: 4 }),
    isLoose: fc.boolean(),
    folded: fc.constantFrom(null, '>', '|-', '>+'),
  })
  .map(({ entries, form, pad, gap, dash, notes, isLoose, folded }): { text: string; has: boolean } => {
    if (form === 'none') return { text: '', has: false }
    const has = entries.length > 0
    const note = (i: number) => notes[i] ?? ''
    const braces = entries.map((fields) => inBraces(fields, pad, gap))
    if (!has || form === 'brackets') return { text: `accepted: [${braces.join(`,${gap}`)}]${note(3)}\n`, has }
    const comma = (i: number) => (i < braces.length - 1 || isLoose ? ',' : '')
    if (form === 'bracket-lines')
      return {
        text: `accepted: [${note(3)}\n${braces.map((one, i) => `    ${one}${comma(i)}${note(i)}\n    # own line\n`).join('')}  ]\n`,
        has,
      }
    const items =
      form === 'braces'
        ? braces.map((one, i) => `${dash}-${gap}${one}${note(i)}\n`)
        : entries.map((fields, i) =>
            fields
              .map(([key, value], at) => {
                const start = at === 0 ? `${dash}-${gap}` : `${dash} ${' '.repeat(gap.length)}`
                if (key !== 'reason' || folded === null) return `${start}${key}: ${value}${note(i)}\n`
                const inner = `${dash}      `
                return `${start}${key}: ${folded}${note(i)}\n${inner}Two\n${inner}lines\n`
              })
              .join(''),
          )
    return { text: `accepted:${note(3)}\n${dash}# first\n${items.join(`${dash}# between\n\n`)}`, has }
  })

const anyRest = fc.constantFrom(
  '',
  'forks: warn # why\n',
  'budgets:\n  - { match: "**", metric: time, max-regression: 5% }\n\n',
  'budgets:\n- match: "**"\n  metric: time\n  max-regression: { warn: 5%, fail: 10% }\n',
  'budgets: [{ match: x, severity: warn }]\n',
  'base:\n  setup: |\n    npm ci\n    npm run build\n',
  'report: { comment: always } # x\n# accepted: []\n',
)

const anyConfig = fc
  .record({
    before: anyRest,
    list: anyList,
    after: anyRest,
    head: fc.constantFrom('', '# accepted:\n', '%YAML 1.2\n---\n', '---\n'),
    eol: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\ufeff'),
    isOpen: fc.boolean(),
  })
  .map(({ before, list, after, head, eol, mark, isOpen }) => {
    const whole = `${head}version: 1\n${before}${list.text}${after === before ? '' : after}`
    const text = `${mark}${(isOpen ? whole.replace(/\n$/, '') : whole).replaceAll('\n', eol)}`
    return { text, has: list.has }
  })
  .filter(({ text }) => 'config' in parseConfig(text, 'benchgate.yml'))

function configOf(text: string): Config {
  const result = parseConfig(text, 'benchgate.yml')
  if ('problems' in result) throw new Error(result.problems[0]!.message)
  return result.config
}

const withoutLines = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, one: unknown) => (key === 'line' ? undefined : one)))

/** Whether `text` has all characters of `part` in their order. */
function holds(text: string, part: string): boolean {
  let at = 0
  for (const c of text) if (c === part[at]) at++
  return at === part.length
}

const anyName = fc.oneof(
  fc.constantFrom(
    'parser/large',
    '#a: [b], {c}',
    '- x',
    'it\'s "x"',
    '\\*',
    'a?b',
    '\u2028',
    '\ud83d\ude00',
    'é',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((name) => !/[*{}!\p{Cc}]/u.test(name)),
)
const anyReason = fc.oneof(
  fc.constantFrom(
    'why',
    'a: b # c',
    'line\nline',
    '"',
    "'",
    '##[x]<!-- `',
    '\t'.repeat(3) + 'x',
    '- [ ]',
    '%',
    '\u202e x',
  ),
  fc
    .string({ unit: 'binary', minLength: 1, maxLength: 20 })
    .filter((text) => /\p{L}/u.test(text) && text.isWellFormed()),
)
const RUNS = { numRuns: 60 }

test('any file: it says the same and the waiver, and nothing else of it changes', () => {
  fc.assert(
    fc.property(anyConfig, anyName, anyReason, ({ text, has }, match, reason) => {
      const before = configOf(text)
      const written = entry({ match, reason })
      const { text: after, change } = withAccepted(fileOf(text), written, TODAY)
      fc.pre(change === 'added')
      const waiver = { match, metric: 'time', upTo: 0.22, reason, until: null }
      expect(withoutLines(configOf(after))).toEqual(
        withoutLines({ ...before, accepted: [...before.accepted, waiver] }),
      )
      expect(holds(after, has ? text : text.replace(/^accepted: \[\]/m, 'accepted:'))).toBe(true)
      expect(after.endsWith('\n')).toBe(text.endsWith('\n'))
      if (text.includes('\r\n')) expect(after).not.toMatch(/[^\r]\n/)
      const back = withoutAccepted(fileOf(after), (one) => one.match === match && one.upTo === 0.22).text
      if (has) expect(back).toBe(text)
      else expect(withoutLines(configOf(back))).toEqual(withoutLines(before))
    }),
    RUNS,
  )
})

test('any entry: it is changed where it is, and nothing around it', () => {
  fc.assert(
    fc.property(anyConfig, fc.nat(2), anyReason, fc.boolean(), ({ text, has }, index, reason, hasEnd) => {
      fc.pre(has)
      const before = configOf(text)
      const old = before.accepted[index % before.accepted.length]!
      const { match, metric } = old
      const written = { match, metric, upTo: '33%', reason, ...(hasEnd && { until: '2031-01-01' }) }
      const { text: after, waiver, change } = withAccepted(fileOf(text), written, TODAY)
      expect(change).toBe('updated')
      expect(waiver).toMatchObject({ match, metric, upTo: 0.33, reason })
      const others = (config: Config) =>
        withoutLines({ ...config, accepted: config.accepted.filter((one) => one.upTo !== 0.33) })
      const at = before.accepted.findLastIndex((one) => one.match === match && one.metric === metric)
      expect(others(configOf(after))).toEqual(
        withoutLines({ ...before, accepted: before.accepted.toSpliced(at, 1) }),
      )
      const outside = (whole: string) =>
        withoutAccepted(fileOf(whole), (one) => one.match === match && one.metric === metric).text
      expect(outside(after)).toBe(outside(text))
    }),
    RUNS,
  )
})
