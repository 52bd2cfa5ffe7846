import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { chartHash } from '../../src/dashboard/chart-link.ts'
import { reportSchema } from '../../src/model/assessment.ts'
import { renderJson } from '../../src/report/json.ts'
import { renderMarkdown, renderSummary } from '../../src/report/markdown/markdown.ts'
import type { Links } from '../../src/report/text/link.ts'
import { renderTerminal } from '../../src/report/terminal/terminal.ts'
import { fromReport } from './sample.ts'

const ROOT = new URL('../golden/', import.meta.url).pathname
const cases = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
const configFile = '.github/benchgate.yml'

interface Options {
  surface: 'comment' | 'summary'
  links: { summary: string | null; commit: string; compare: string | null; dashboard?: string } | null
}

/** What a case asks for beside its input; a comment without links where there is no such file. */
function optionsOf(name: string): Options {
  const path = join(ROOT, name, 'options.json')
  const given = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Partial<Options>) : {}
  return { surface: 'comment', links: null, ...given }
}

const dashboardAt = (page: string | undefined): Links['dashboard'] =>
  page === undefined ? null : { page, chart: (benchmark, metric) => `${page}${chartHash(benchmark, metric)}` }

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
  const input = fromReport(
    reportSchema.parse(JSON.parse(readFileSync(join(ROOT, name, 'input.json'), 'utf8'))),
  )

  test('report.md', () => {
    const { surface, links: given } = optionsOf(name)
    const links = given && {
      ...given,
      commit: (sha: string) => `${given.commit}${sha}`,
      dashboard: dashboardAt(given.dashboard),
    }
    const render = surface === 'summary' ? renderSummary : renderMarkdown
    const printed = render(input, { configFile, links })
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
