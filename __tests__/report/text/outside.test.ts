import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forLog } from '../../../src/report/text/for-log.ts'
import { forMarkdown } from '../../../src/report/text/for-markdown.ts'
import { forMermaid } from '../../../src/report/text/for-mermaid.ts'
import { forMessage } from '../../../src/report/text/for-message.ts'
import { forAnnotation, forTerminal } from '../../../src/report/text/for-terminal.ts'
import { displayWidth } from '../../../src/report/text/one-line.ts'
import { listed, outside, type OutsideKind, words } from '../../../src/report/text/outside.ts'
import { hostileText } from '../arbitrary.ts'

const KINDS: OutsideKind[] = [
  'name',
  'ref',
  'place',
  'commit',
  'metric',
  'quantity',
  'label',
  'sentence',
  'line',
]
const anyOutside = fc.tuple(fc.constantFrom(...KINDS), hostileText).map(([kind, text]) => outside(kind, text))

describe('words', () => {
  test('are ours, with texts from outside between them', () => {
    const name = outside('name', '*x*')
    const text = words`${3} of ${name}, ${words`not ${name}`}${''}.`
    expect(text).toEqual(['3', ' of ', name, ', ', 'not ', name, '.'])
    expect(listed(['a', name, words`b ${name}`], '; ')).toEqual(['a', '; ', name, '; ', 'b ', name])
  })

  test('each sink writes what is outside in its way, and leaves what is ours', () => {
    const text = words`**${outside('name', 'a|b')}** at ${outside('commit', '4f1c2aa90b7d4e5f')}`
    expect(forMarkdown(text)).toBe('**<code>a&#124;b</code>** at `4f1c2aa`')
    expect(forTerminal(text)).toBe('**a|b** at 4f1c2aa')
    expect(forMermaid(outside('name', 'a"b'))).toBe('a_b')
  })

  test('a commit leads to its page in Markdown', () => {
    const links = {
      summary: null,
      compare: null,
      dashboard: null,
      commit: (sha: string) => `https://h.example/${sha}`,
    }
    expect(forMarkdown(outside('commit', '4f1c2aa90b7d4e5f'), links)).toBe(
      '[`4f1c2aa`](https://h.example/4f1c2aa90b7d4e5f)',
    )
  })
})

describe('whatever somebody wrote', () => {
  const anySink = fc.constantFrom<(text: ReturnType<typeof outside>) => string>(
    forMarkdown,
    forTerminal,
    forAnnotation,
    forMermaid,
    ({ text }) => forMessage(text),
  )

  test('is one line without control characters', () => {
    fc.assert(
      fc.property(anySink, anyOutside, (sink, text) => {
        expect(sink(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202e]/u)
      }),
    )
  })

  test('is nothing that a CI runner obeys, and as wide as its kind may be', () => {
    fc.assert(
      fc.property(anyOutside, (text) => {
        for (const written of [forTerminal(text), forAnnotation(text)]) {
          expect(written).not.toMatch(/^\s*::|##\[/)
          // A command that is taken apart is wider by its spaces.
          expect(displayWidth(written.replaceAll('# #[', '##[').replace(': :', '::'))).toBeLessThanOrEqual(
            text.kind === 'sentence' ? 600 : 300,
          )
        }
        expect(forMarkdown(text)).not.toContain('##[')
      }),
    )
  })
})

test.each([
  ['::error::x', ': :error::x'],
  ['  ::error::x', '  : :error::x'],
  ['said ##[add-mask]x', 'said # #[add-mask]x'],
  ['two\r\n::lines', 'two ::lines'],
])('a line for a log: %j', (line, written) => {
  expect(forLog(line)).toBe(written)
})
