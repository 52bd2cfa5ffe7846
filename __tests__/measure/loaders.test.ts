import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { withLoaders } from '../../src/measure/loaders.ts'

const FILES = {
  'project/node_modules/loader/package.json':
    '{ "name": "loader", "type": "module", "exports": { ".": { "import": "./loader.js" }, "./cjs": "./loader.cjs" } }',
  'project/node_modules/loader/loader.js': 'console.log("loaded")',
  'project/node_modules/loader/loader.cjs': 'console.log("required")',
  'project/local.mjs': 'console.log("local")',
  'base/node_modules/both/package.json': '{}',
  'project/node_modules/both/package.json': '{}',
}

let root: string
let search: Parameters<typeof withLoaders>[1]
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'benchgate-loaders-')))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  search = {
    directory: join(root, 'base'),
    project: join(root, 'project'),
    nodePath: process.execPath,
    env: process.env,
  }
})

const inProject = (name: string) => join(root, 'project', name)

test('a loader that only the checkout of the user has is named by its path there', async () => {
  const args = await withLoaders(
    ['--import', 'loader', '--import=./local.mjs', '-r', 'loader/cjs', '--max-old-space-size=900'],
    search,
  )
  expect(args).toEqual([
    '--import',
    pathToFileURL(inProject('node_modules/loader/loader.js')).href,
    '--import',
    pathToFileURL(inProject('local.mjs')).href,
    '-r',
    inProject('node_modules/loader/loader.cjs'),
    '--max-old-space-size=900',
  ])
  const options = { cwd: search.directory, encoding: 'utf8' } as const
  expect(execFileSync(process.execPath, [...args, '-e', ''], options)).toBe('required\nloaded\nlocal\n')
})

test('any other argument stays as it is', async () => {
  const args = [
    '--import',
    'both',
    '--import',
    'nowhere',
    '--require',
    '/absolute.cjs',
    '--import',
    'data:text/javascript,1',
    '--import',
    'node:fs',
    '--conditions',
    'development',
    '--import',
  ]
  expect(await withLoaders(args, search)).toEqual(args)
})
