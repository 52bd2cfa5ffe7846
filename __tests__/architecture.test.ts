import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const ENTRIES = ['action', 'cli', 'worker']

interface Layer {
  /** For the table in src/README.md. */
  holds: string
  /** Layers of the project that it may import. */
  layers: string[]
  packages: string[]
  /** Whether it may touch files, processes or the network; a text says which of them alone. */
  io: string | null
}

/** The layers of src, in the order of the table in src/README.md, which is generated from this. */
const LAYERS: Record<string, Layer> = {
  errors: {
    holds: '`UserError` and the exit codes',
    layers: [],
    packages: [],
    io: null,
  },
  model: {
    holds:
      'the words: metric, unit, benchmark, sample, block, evidence, baseline, comparison, row, assessment, run; zod schemas of what leaves the program',
    layers: ['errors'],
    packages: ['zod'],
    io: null,
  },
  stats: {
    holds: 'numbers in, numbers out; formulas with their sources and [measured error rates](stats/README.md)',
    layers: [],
    packages: ['simple-statistics'],
    io: null,
  },
  compare: {
    holds:
      'evidence and a baseline as a `Comparison`: `paired`, `exact`, `stored`, `files`, one function each; the sequential procedure',
    layers: ['model', 'errors', 'stats'],
    packages: [],
    io: null,
  },
  judge: {
    holds:
      'a comparison and its budget as a verdict, in one function; the builder of rows; the assembler of an assessment',
    layers: ['model', 'errors'],
    packages: [],
    io: null,
  },
  report: {
    holds:
      '`view/` is what is said of an assessment, `markdown/`, `terminal/`, `checks/` and `json` lay it out; `view/wording` words every finding',
    layers: ['model', 'errors', 'stats', 'report/text'],
    packages: ['zod'],
    io: null,
  },
  'report/text': {
    holds: 'text from outside, and one function for each sink that it may go to',
    layers: ['errors'],
    packages: [],
    io: null,
  },
  files: {
    holds:
      'which paths may be named, by one rule; files and directories of our own, with an owner that holds; what a full disk is called',
    layers: ['errors'],
    packages: [],
    io: 'files, a socket',
  },
  config: {
    holds:
      'the config file: one schema for types, errors and the published JSON Schema; which config holds, in one function',
    layers: ['files', 'model', 'errors', 'git', 'report/text'],
    packages: ['yaml', 'zod', 'minimatch'],
    io: 'files',
  },
  process: {
    holds: 'the one runner of processes: each in a group of its own, with bounds and an end',
    layers: [],
    packages: [],
    io: 'processes',
  },
  git: {
    holds: 'git without hooks, prompts and a shell; refs and their validation, ancestry, commits',
    layers: ['model', 'errors', 'files', 'process', 'report/text'],
    packages: [],
    io: 'files, processes',
  },
  checkout: {
    holds:
      'base and head on disk with their dependencies, held against what was checked out, removed at the end',
    layers: ['model', 'errors', 'files', 'git', 'process'],
    packages: ['zod', 'yaml'],
    io: 'files, processes',
  },
  measure: {
    holds: 'processes of suites and commands, and the blocks that they measure',
    layers: ['files', 'model', 'errors', 'process'],
    packages: ['zod', 'mitata'],
    io: 'files, processes',
  },
  worker: {
    holds: "what runs inside a measuring process in place of mitata's main module and of `benchgate`",
    layers: ['model', 'stats', 'measure', 'library'],
    packages: ['mitata', 'get-tsconfig'],
    io: 'descriptor 3',
  },
  ingest: {
    holds:
      '`adapters/` read one tool each, `forms/` what several tools share, `histories/` turn their histories into runs',
    layers: ['files', 'model', 'errors'],
    packages: ['zod'],
    io: 'files, in read-input',
  },
  store: {
    holds: 'the baseline branch: [layout, promises, figures](store/README.md)',
    layers: ['model', 'errors', 'files', 'git'],
    packages: ['zod'],
    io: 'files, git',
  },
  history: {
    holds:
      'the stored run nearest to a commit, in one function; trends of recorded runs, change points, events, creep and forecasts: [definitions, figures](history/README.md)',
    layers: ['model', 'errors', 'stats'],
    packages: [],
    io: null,
  },
  dashboard: {
    holds: 'the dashboard as files: what its page reads of a history, and the addresses of its charts',
    layers: ['model', 'errors', 'files'],
    packages: [],
    io: 'files, in write-dashboard',
  },
  'dashboard/page': {
    holds:
      "what runs in the dashboard's page, in a browser: no Node; texts from outside only become text nodes; [its own notes](dashboard/page/README.md)",
    layers: ['dashboard', 'model', 'report', 'report/text'],
    packages: ['uplot'],
    io: 'the page, files beside it',
  },
  gate: {
    holds:
      'the spine, which knows the order of the stages: `plan`, `measure`, `judge`, `record`, `run`, and result files of others',
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
      'report',
    ],
    packages: [],
    io: 'through the stages',
  },
  github: {
    holds:
      'GitHub: what its runner says, comment, check run, artifact, cache; receives texts and computes no number',
    layers: ['files', 'model', 'errors', 'process', 'git', 'report/text'],
    packages: ['@actions/core', '@actions/github', '@actions/cache', 'zod'],
    io: 'files, network',
  },
  doctor: {
    holds:
      'checks of a project and its workflows, each with what, where and what to do; like the gate it knows the stages, and it decides on nothing',
    layers: [
      'files',
      'model',
      'errors',
      'stats',
      'compare',
      'judge',
      'config',
      'git',
      'checkout',
      'measure',
      'gate',
      'store',
      'github',
      'report',
      'report/text',
    ],
    packages: ['zod'],
    io: 'files, network, through the stages',
  },
  bisect: {
    holds:
      'the search for the commit that changed a benchmark: the strategy, which measures nothing, and the gates between commits that it asks for',
    layers: [
      'files',
      'model',
      'errors',
      'stats',
      'compare',
      'config',
      'git',
      'checkout',
      'measure',
      'gate',
      'report',
      'report/text',
    ],
    packages: ['zod'],
    io: 'files, through the stages',
  },
  action: {
    holds: 'the entry of the action: its modes by event, and in which order surfaces are written',
    layers: [
      'files',
      'model',
      'errors',
      'git',
      'config',
      'measure',
      'gate',
      'history',
      'dashboard',
      'store',
      'github',
      'report',
      'report/text',
      'cli',
    ],
    packages: ['@actions/core', 'zod'],
    io: 'the runner',
  },
  init: {
    holds:
      'what `benchgate init` finds in a project and writes into it; the workflows, in one function that the docs use too',
    layers: ['errors', 'model', 'files', 'config', 'git', 'checkout', 'measure', 'process'],
    packages: ['yaml'],
    io: 'files, processes',
  },
  cli: {
    holds:
      'the entry of the command line: one file a command; of `github/` only what the runner says and reads',
    layers: [
      'model',
      'errors',
      'files',
      'git',
      'github',
      'judge',
      'config',
      'measure',
      'report',
      'report/text',
      'gate',
      'history',
      'dashboard',
      'store',
      'ingest',
      'init',
      'doctor',
      'bisect',
    ],
    packages: ['commander'],
    io: 'terminal, files',
  },
  library: {
    holds: 'what a suite may import from `benchgate`: `metric()`, which does nothing; the worker replaces it',
    layers: [],
    packages: [],
    io: null,
  },
}

const files = globSync('src/**/*.ts', { cwd: root }).filter((file) => !file.startsWith(join('src', 'demo')))

/** The first folder or file below src; a folder within it where that is a layer of its own. */
function layerOf(file: string): string {
  const [folder = '', within] = relative('src', file).split(/[\\/]/)
  const inner = `${folder}/${within}`
  return inner in LAYERS ? inner : folder.replace(/\.ts$/, '')
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  const statements = text.matchAll(/^(?:import|export)\s(?:[^'";]*?\sfrom\s)?'([^']+)'/gm)
  const calls = text.matchAll(/\bimport\('([^']+)'\)/g)
  return [...statements, ...calls].map((match) => match[1]!)
}

test('the sources were found', () => {
  expect(files.length).toBeGreaterThan(30)
  expect(new Set(files.map(layerOf))).toEqual(new Set(Object.keys(LAYERS)))
})

test.each(files)('%s imports only what its layer may', (file) => {
  const layer = layerOf(file)
  const allowed = LAYERS[layer]!
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
      if (layer === 'dashboard/page') expect.fail(`${file} imports ${imported}, which no browser has`)
      if (allowed.io === null) expect(['node:util'], `${file} imports ${imported}`).toContain(imported)
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

test('what a dashboard says is a function of the history; one file writes it', () => {
  const touching = files.filter(
    (file) =>
      layerOf(file) === 'dashboard' && importsOf(file).some((imported) => imported.startsWith('node:')),
  )
  expect(touching).toEqual([join('src', 'dashboard', 'write-dashboard.ts')])
})

test('the command line reads of GitHub what the environment says, and loads nothing for it', () => {
  const imported = files.filter((file) => layerOf(file) === 'cli').flatMap(importsOf)
  const ofGithub = imported.filter((path) => path.includes('/github/'))
  expect(new Set(ofGithub)).toEqual(new Set(['../github/runner-host.ts', '../github/runner-files.ts']))
  expect(importsOf(join('src', 'github', 'runner-host.ts'))).toEqual(['../model/host.ts'])
  expect(
    importsOf(join('src', 'github', 'runner-files.ts')).filter((path) => !path.startsWith('node:')),
  ).toEqual(['../model/finding.ts', './runner-host.ts'])
})

test('in the page of the dashboard no text can become markup, code or an address of code', () => {
  const page = files.filter((file) => layerOf(file) === 'dashboard/page')
  expect(page.length).toBeGreaterThan(5)
  const MARKUP =
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|\beval\b|new Function|srcdoc|setAttribute\('on/
  for (const file of page) expect(readFileSync(join(root, file), 'utf8'), file).not.toMatch(MARKUP)
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

const README = join(root, 'src', 'README.md')
const TABLE = /<!-- layers -->\n[^]*<!-- \/layers -->/

function layerTable(): string {
  const names = (list: readonly string[]) => (list.length === 0 ? 'nothing' : list.join(', '))
  const rows = Object.entries(LAYERS).map(([name, { holds, layers, packages, io }]) => {
    const file = files.includes(join('src', `${name}.ts`)) ? `\`${name}.ts\`` : ''
    const folder = files.some((path) => path.startsWith(`${join('src', name)}${sep}`)) ? `\`${name}/\`` : ''
    const shown = [file, folder].filter((text) => text !== '').join(', ')
    return `| ${shown} | ${holds} | ${names([...layers, ...packages])} | ${io ?? 'no'} |`
  })
  return ['| layer | holds | may import | I/O |', '| - | - | - | - |', ...rows].join('\n')
}

test('the table of layers in src/README.md is the one that is checked here; UPDATE_GOLDEN=1 writes it', () => {
  const text = readFileSync(README, 'utf8')
  const table = `<!-- layers -->\n\n${layerTable()}\n\n<!-- /layers -->`
  if (process.env['UPDATE_GOLDEN'] === '1')
    writeFileSync(
      README,
      text.replace(TABLE, () => table),
    )
  expect(TABLE.exec(readFileSync(README, 'utf8'))?.[0]).toBe(table)
})
