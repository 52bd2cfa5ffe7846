import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { blocksIn } from '../../.config/blocks.ts'
import { parseConfig } from '../../src/config/parse.ts'
import { ACTIONS } from '../../src/init/actions.ts'
import { FORMATS } from '../../src/model/formats.ts'
import { blocksOf, DOCS, headingsOf, linksOf, plainText } from './pages.ts'
import { CONFIGS_IN_DOCS, STEPS_IN_DOCS } from './yaml-blocks.ts'

const RUN = join(import.meta.dirname, '../fixtures/config/tools')
const fixtures = readdirSync(RUN).map((file) => file.replace(/\.yml$/, ''))
const fixture = (name: string) => parse(readFileSync(join(RUN, `${name}.yml`), 'utf8')) as { command: object }

const pageOf = (format: string) => {
  const page = DOCS.find(({ file }) => file === `docs/tools/${format}.md`)
  if (page === undefined) throw new Error(`docs/tools has no page for ${format}`)
  return page
}

test('docs/tools has a page for each adapter, and no other', () => {
  const pages = DOCS.filter(({ file }) => file.startsWith('docs/tools/') && !file.endsWith('/README.md'))
  expect(pages.map(({ file }) => file.slice('docs/tools/'.length, -3)).sort()).toEqual([...FORMATS].sort())
})

test.each(FORMATS)('%s: the page has what all have', (format) => {
  const page = pageOf(format)
  expect(headingsOf(page).map(({ depth, tokens }) => (depth === 1 ? 1 : plainText(tokens)))).toEqual([
    1,
    'Configuration',
    'Metrics',
    'Good to know',
  ])
  expect(blocksIn(page.text)).toEqual([`metrics ${format}`])
  expect(page.text).toContain(`format: ${format}\n`)
  expect(linksOf(page)).toEqual(expect.arrayContaining(['README.md']))
})

test.each(FORMATS)('%s: a config of the page is for it', (format) => {
  const configs = blocksOf(pageOf(format), 'yaml').map((text) => parseConfig(text, format))
  const formats = configs
    .flatMap((result) => ('config' in result ? result.config.commands : []))
    .map((one) => one.format)
  expect(formats).toContain(format)
})

test.each(fixtures)('%s: the config that tests run is the one of the page', (name) => {
  expect(blocksOf(pageOf(name), 'yaml').map((text) => parse(text) as unknown)).toContainEqual(fixture(name))
})

/** Commands of other pages, too, where they show one of a tool that tests run. */
const shown = CONFIGS_IN_DOCS.filter(({ file }) => !file.startsWith('docs/tools/'))
  .flatMap(({ name, value }) =>
    [value['command'] ?? []].flat().map((command) => ({ name, command: command as { format?: string } })),
  )
  .filter(({ command }) => fixtures.includes(command.format ?? ''))

test.each(shown.map((one) => [one.name, one.command] as const))(
  'the command of %s is one that tests run',
  (_, command) => {
    expect(fixtures.map((name) => fixture(name).command)).toContainEqual(command)
  },
)

test('actions are pinned to the commits that init writes', () => {
  const used = STEPS_IN_DOCS.flatMap(({ value }) => value.flatMap(({ uses }) => uses ?? []))
  for (const uses of used) {
    const [name = '', commit] = uses.split('@')
    const known = (ACTIONS as Record<string, { commit: string }>)[name]
    expect([uses, commit]).toEqual([uses, known?.commit ?? '0'.repeat(40)])
  }
  expect(used.length).toBeGreaterThan(5)
})
