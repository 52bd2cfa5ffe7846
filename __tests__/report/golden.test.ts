import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { assessmentSchema } from '../../src/model/assessment.ts'
import { renderJson } from '../../src/report/json.ts'
import { renderMarkdown } from '../../src/report/markdown.ts'
import { renderTerminal } from '../../src/report/terminal.ts'

const ROOT = new URL('../golden/', import.meta.url).pathname
const cases = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
const configFile = '.github/benchgate.yml'

/** What a file says; UPDATE_GOLDEN=1 writes what is printed now, and the difference is for a person to read. */
function golden(name: string, file: string, printed: string): string {
  const path = join(ROOT, name, file)
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, printed)
  return readFileSync(path, 'utf8')
}

test('there are golden cases', () => {
  expect(cases.length).toBeGreaterThan(0)
})

describe.each(cases)('%s', (name) => {
  const input = assessmentSchema.parse(JSON.parse(readFileSync(join(ROOT, name, 'input.json'), 'utf8')))

  test('report.md', () => {
    const printed = renderMarkdown(input, { configFile })
    expect(printed).toBe(golden(name, 'report.md', printed))
  })

  test('report.json', () => {
    const printed = renderJson(input)
    expect(printed).toBe(golden(name, 'report.json', printed))
  })

  test('terminal.txt', () => {
    const printed = renderTerminal(input, { color: false, width: 110, verbose: false, configFile })
    expect(printed).toBe(golden(name, 'terminal.txt', printed))
  })
})
