import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { examine } from '../../src/doctor/check.ts'
import { CONFIG_CHECKS } from '../../src/doctor/config-checks.ts'
import type { Context } from '../../src/doctor/context.ts'

/** What is said of entries of `accepted:` in a project with these benchmarks. */
async function saidOf(entries: readonly string[], names: readonly string[]): Promise<unknown[]> {
  const project = mkdtempSync(join(tmpdir(), 'benchgate-waivers-'))
  onTestFinished(() => rmSync(project, { recursive: true }))
  mkdirSync(join(project, '.github'))
  const list = entries.map((entry) => `  - { ${entry}, reason: 'it is worth it' }\n`).join('')
  const text = `version: 1\n${list === '' ? '' : `accepted:\n${list}`}`
  writeFileSync(join(project, '.github/benchgate.yml'), text)
  const benchmarks = names.map((name) => ({ suite: 'a.bench.js', name, occurrence: 1 }))
  const context = {
    project,
    configFlag: undefined,
    repository: { root: project, prefix: '' },
    config: await loadConfig(project),
    rehearsal: async () => ({ baseFailure: null, benchmarks, failures: [] }),
  } as unknown as Context
  const checks = CONFIG_CHECKS.filter(({ id }) => id === 'waivers')
  return (await examine(context, checks)).map(({ status, detail, place }) => [status, detail, place])
}

const WIDE = "match: '**', metric: time, up-to: 150%"

test('an entry that covers everything for good', async () => {
  const entries = ['match: a, metric: time, up-to: 20%', WIDE]
  expect(await saidOf(entries, ['a', 'b/c'])).toEqual([
    [
      'warning',
      'every benchmark may get up to 150 % worse in time, without an end',
      '.github/benchgate.yml:4:14',
    ],
  ])
})

test.each([
  ['with a last day', [`${WIDE}, until: 2099-01-01`], ['a', 'b'], 'none covers everything for good'],
  [
    'of one of them',
    ["match: 'a', metric: time, up-to: 150%"],
    ['a', 'b'],
    'none covers everything for good',
  ],
  ['where there is only one', [WIDE], ['a'], 'none covers everything for good'],
  ['none', [], ['a', 'b'], 'nothing is accepted'],
])('an entry %s', async (_, entries, names, detail) => {
  expect(await saidOf(entries, names)).toEqual([['ok', detail, null]])
})

test('without a config file, suites of another name are for init to find', async () => {
  const project = mkdtempSync(join(tmpdir(), 'benchgate-unnamed-'))
  onTestFinished(() => rmSync(project, { recursive: true }))
  mkdirSync(join(project, 'bench'))
  writeFileSync(join(project, 'bench/a.js'), '')
  const git = { bytes: () => Promise.resolve(Buffer.from('bench/a.js\0')) }
  const context = {
    project,
    configFlag: undefined,
    config: await loadConfig(project),
    repository: { root: project, prefix: '', git: { in: () => git } },
  } as unknown as Context
  const checks = CONFIG_CHECKS.filter(({ id }) => id === 'suites')
  expect((await examine(context, checks)).map(({ remedy }) => remedy)).toEqual([
    'Run `benchgate init`, which finds the benchmarks and writes the config file.',
  ])
})
