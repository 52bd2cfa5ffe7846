import { Console } from 'node:console'
import { Writable } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { consoleTables } from '../../../src/ingest/forms/console-table.ts'

function printed(rows: readonly object[], colorMode: boolean): string {
  let text = ''
  const stdout = new Writable({
    write(chunk, _, done) {
      text += String(chunk)
      done()
    },
  })
  new Console({ stdout, colorMode }).table(rows)
  return text
}

/** What Node quotes, escapes or colours, and what tables are made of. */
const odd = fc.constantFrom(...'\'"`\\nx1Bu\n\r\t\b\u001b[3m ┌└├a\u2028\u0085\u{1F600}${', '\ud800')
const name = fc.oneof(fc.string({ unit: odd }), fc.string({ unit: 'grapheme' }))

test('names are read as they were before Node printed them; one that ends a cell is no row', () => {
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), fc.boolean(), (names, isColoured) => {
      const rows = [...names, 'a│b'].map((one) => ({ 'Task name': one, Samples: 1 }))
      const tables = [...consoleTables(`title\n${printed(rows, isColoured)}`, /^Task name$/)]
      expect(tables).toEqual([
        {
          title: 'title',
          columns: ['(index)', 'Task name', 'Samples'],
          rows: names.map((one, i) => [String(i), one, '1']),
          broken: [expect.stringMatching(/^│ \d +│ 'a│b' /)],
          isWhole: true,
        },
      ])
    }),
    { numRuns: 100 },
  )
})
