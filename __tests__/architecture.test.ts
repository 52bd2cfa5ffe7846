import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const ENTRIES = ['action', 'cli', 'worker']

/** What each layer may import of the project, and which packages; see the table in src/README.md. */
const ALLOWED: Record<string, { layers: string[]; packages: string[]; node: boolean }> = {
  errors: { layers: [], packages: [], node: false },
  model: { layers: ['errors'], packages: ['zod'], node: false },
  stats: { layers: [], packages: ['simple-statistics'], node: false },
  compare: { layers: ['model', 'errors', 'stats'], packages: [], node: false },
  judge: { layers: ['model', 'errors'], packages: [], node: false },
  report: { layers: ['model', 'errors', 'stats', 'report/text'], packages: ['zod'], node: false },
  // What makes text from outside safe for where it is printed.
  'report/text': { layers: ['errors'], packages: [], node: false },
  config: { layers: ['model', 'errors'], packages: ['yaml', 'zod', 'minimatch'], node: true },
  process: { layers: [], packages: [], node: true },
  git: { layers: ['model', 'errors', 'process'], packages: [], node: true },
  checkout: { layers: ['model', 'errors', 'git', 'process'], packages: ['zod'], node: true },
  store: { layers: ['model', 'errors', 'git'], packages: ['zod'], node: true },
  history: { layers: ['model', 'errors', 'stats'], packages: [], node: false },
  github: {
    layers: ['model', 'errors', 'process', 'git', 'report/text'],
    packages: ['@actions/core', '@actions/github', '@actions/cache', 'zod'],
    node: true,
  },
  // Only read-input.ts touches files; see the test below.
  ingest: { layers: ['model', 'errors'], packages: ['zod'], node: true },
  measure: { layers: ['model', 'errors', 'process'], packages: ['zod', 'mitata'], node: true },
  gate: {
    layers: [
      'model',
      'errors',
      'stats',
      'compare',
      'judge',
      'config',
      'git',
      'checkout',
      'measure',
      'ingest',
      'history',
    ],
    packages: [],
    node: true,
  },
  // Of github only what reads the environment; see the test below.
  cli: {
    layers: [
      'model',
      'errors',
      'git',
      'github',
      'judge',
      'config',
      'measure',
      'report',
      'report/text',
      'gate',
      'history',
      'store',
      'ingest',
    ],
    packages: ['commander'],
    node: true,
  },
  action: {
    layers: [
      'model',
      'errors',
      'git',
      'config',
      'measure',
      'gate',
      'history',
      'store',
      'github',
      'report',
      'report/text',
      'cli',
    ],
    packages: ['@actions/core', 'zod'],
    node: true,
  },
  library: { layers: [], packages: [], node: false },
  worker: { layers: ['model', 'stats', 'measure', 'library'], packages: ['mitata'], node: true },
}

const files = globSync('src/**/*.ts', { cwd: root }).filter((file) => !file.startsWith(join('src', 'demo')))

/** The first folder or file below src; what is for every sink of text is a layer of its own. */
function layerOf(file: string): string {
  const [folder = '', within] = relative('src', file).split(/[\\/]/)
  return folder === 'report' && within === 'text' ? 'report/text' : folder.replace(/\.ts$/, '')
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  const statements = text.matchAll(/^(?:import|export)\s(?:[^'";]*?\sfrom\s)?'([^']+)'/gm)
  const calls = text.matchAll(/\bimport\('([^']+)'\)/g)
  return [...statements, ...calls].map((match) => match[1]!)
}

test('the sources were found', () => {
  expect(files.length).toBeGreaterThan(30)
  expect(new Set(files.map(layerOf))).toEqual(new Set(Object.keys(ALLOWED)))
})

test.each(files)('%s imports only what its layer may', (file) => {
  const layer = layerOf(file)
  const allowed = ALLOWED[layer]!
  const isEntry = ENTRIES.includes(layer)
  for (const imported of importsOf(file)) {
    if (imported.endsWith('/package.json') && imported.startsWith('.')) continue
    if (imported.startsWith('.')) {
      const target = layerOf(join(dirname(file), imported))
      if (target !== layer && !(isEntry && target === `${layer}`)) {
        expect(allowed.layers, `${file} imports ${imported}`).toContain(target)
      }
    } else if (imported.startsWith('node:')) {
      // Pure layers may style text; they may not touch files, processes or the network.
      if (!allowed.node) expect(['node:util'], `${file} imports ${imported}`).toContain(imported)
    } else {
      const name = imported
        .split('/')
        .slice(0, imported.startsWith('@') ? 2 : 1)
        .join('/')
      expect(allowed.packages, `${file} imports ${imported}`).toContain(name)
    }
  }
})

test('no folder collects leftovers', () => {
  const leftovers = files.filter((file) =>
    /(^|[\\/])(utils?|helpers?|common|misc|index)(\.ts|[\\/])/.test(file),
  )
  expect(leftovers).toEqual([])
})

test('adapters are functions of their input', () => {
  const ingest = files.filter((file) => layerOf(file) === 'ingest')
  expect(ingest.length).toBeGreaterThan(30)
  const touching = ingest.filter((file) => importsOf(file).some((imported) => imported.startsWith('node:')))
  expect(touching).toEqual([join('src', 'ingest', 'read-input.ts')])
})

test('the command line reads of GitHub what the environment says, and loads nothing for it', () => {
  const imported = files.filter((file) => layerOf(file) === 'cli').flatMap(importsOf)
  const ofGithub = imported.filter((path) => path.includes('/github/'))
  expect(new Set(ofGithub)).toEqual(new Set(['../github/host.ts']))
  expect(importsOf(join('src', 'github', 'host.ts'))).toEqual(['../model/host.ts'])
})

test('one file starts processes', () => {
  const starting = files.filter((file) => importsOf(file).includes('node:child_process'))
  expect(starting).toEqual([join('src', 'process', 'run-process.ts')])
})

test('what lays a report out knows rows by their view, in which texts of strangers can be told from ours', () => {
  const layouts = files.filter((file) => /report[\\/](?:markdown|terminal|checks)[\\/]/.test(file))
  expect(layouts.length).toBeGreaterThan(10)
  for (const file of layouts) {
    const text = readFileSync(join(root, file), 'utf8')
    expect(text, file).not.toMatch(
      /\bRow\b.*model\/assessment|\ba\.(?:rows|warnings|base|head|standIn|results)\b/,
    )
  }
})
