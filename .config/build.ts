import { execFileSync } from 'node:child_process'
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { type Plugin, rolldown } from 'rolldown'
import { z } from 'zod'
import { configJsonSchema } from '../src/config/schema.ts'
import { reportSchema } from '../src/model/assessment.ts'
import { dashboardShell } from './dashboard-shell.ts'

// Builds dist, which is committed and runs without node_modules. The same sources give the same bytes in any
// folder.

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')

/**
 * Packages that do nothing when they are loaded but say so nowhere. @actions/core alone would bring an HTTP
 * client to fetch OpenID tokens with, 700 kB that every start of the action would have to read.
 */
const WITHOUT_SIDE_EFFECTS = /\/node_modules\/(@actions\/[^/]+|tunnel|undici)\/(?!.*\/node_modules\/)/

/** What reads other tools' results. */
const INGEST =
  /[\\/]src[\\/](ingest[\\/]|gate[\\/](read-results|external-results)\.ts|action[\\/]results\.ts)/

await rm(dist, { recursive: true, force: true })
await mkdir(dist)
// Each by itself: a chunk shared with another would be one more file, or a larger one, that every process has
// to load.
const PROGRAMS = {
  cli: 'src/cli.ts',
  worker: 'src/worker.ts',
  'worker-typescript': 'src/worker/typescript-resolution.ts',
  index: 'src/library.ts',
  action: 'src/action.ts',
  'action-cache': 'src/github/cache-process.ts',
}
const bundled = new Set<string>()
for (const [name, file] of Object.entries(PROGRAMS)) {
  for (const folder of await bundle(name, file)) bundled.add(folder)
}
const shell = await dashboardShell()
for (const folder of shell.modules.flatMap(packageOf)) bundled.add(folder)
await writeFile(join(dist, 'dashboard.html'), shell.html)
declareTypes('src/library.ts')
await rename(join(dist, 'library.d.ts'), join(dist, 'index.d.ts'))
await writeFile(join(dist, 'LICENSES.txt'), await licences([...bundled].sort()))
// The demo project is copied into a scratch repository as it is.
await cp(join(root, 'src', 'demo'), join(dist, 'demo'), { recursive: true })
await writeJson('schema.json', configJsonSchema())
await writeJson('report.schema.json', z.toJSONSchema(reportSchema, { target: 'draft-7' }))

/**
 * Two changes to mitata's loops, neither inside what is timed. As published they cost every benchmark in
 * every process 16 ms beside the 100 ms that it is measured, and every process 5 ms.
 */
function leanMitata(): Plugin {
  return {
    name: 'lean-mitata',
    transform(code, id) {
      if (!id.split(sep).join('/').endsWith('/mitata/src/lib.mjs')) return null
      return {
        code: replaced(
          // Room for a million samples, which the collector goes through before each benchmark.
          replaced(code, 'let samples = new Array(2 ** 20);', 'let samples = [];', 2),
          // A collection to find out whether there is a collector.
          '(globalThis.gc(), () => globalThis.gc())',
          '(globalThis.gc.call, () => globalThis.gc())',
          1,
        ),
      }
    },
  }
}

function replaced(code: string, before: string, after: string, times: number): string {
  const found = code.split(before).length - 1
  if (found !== times)
    throw new Error(`mitata has ${JSON.stringify(before)} ${found} times, not ${times}: look at it again`)
  return code.replaceAll(before, after)
}

/**
 * Writes a program with all it needs to dist, and what it loads later as `<name>-….js`; returns the folders
 * of the packages that are in it.
 */
async function bundle(name: string, file: string): Promise<string[]> {
  const bundler = await rolldown({
    input: { [name]: file },
    cwd: root,
    platform: 'node',
    // Entries may export to their own chunks; nobody else imports them but the library, which has no chunks.
    preserveEntrySignatures: 'allow-extension',
    // mitata imports it where it runs under Bun.
    external: ['bun:jsc'],
    // The paths in the output's comments are then the same where node_modules is a link.
    resolve: { symlinks: false },
    treeshake: { moduleSideEffects: [{ test: WITHOUT_SIDE_EFFECTS, sideEffects: false }] },
    plugins: [leanMitata()],
  })
  const { output } = await bundler.write({
    dir: dist,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: `${name}-[name].js`,
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [
        // Adapters of thirty tools, which a step that measures suites does not load.
        { name: 'ingest', test: INGEST, priority: 1 },
        // Else it would be called after whichever module comes last in it.
        { name: 'common', minShareCount: 2 },
      ],
    },
    minify: false,
  })
  return output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds.flatMap(packageOf) : []))
}

/** Writes what a source file exports to dist, as a declaration file of the same name. */
function declareTypes(file: string): void {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const options = [
    '--declaration',
    '--emitDeclarationOnly',
    '--strict',
    '--module',
    'nodenext',
    '--outDir',
    dist,
  ]
  // The configuration of the project names all of its files.
  execFileSync(process.execPath, [compiler, '--ignoreConfig', ...options, file], {
    cwd: root,
    stdio: 'inherit',
  })
}

/** The folder of the package that a module belongs to, relative to the root, as a list of one or none. */
function packageOf(moduleId: string): string[] {
  const path = relative(root, moduleId).split(sep).join('/')
  return /^(.*\/)?node_modules\/(@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.slice(0, 1) ?? []
}

async function licences(packages: readonly string[]): Promise<string> {
  const texts = new Set(await Promise.all(packages.map(licence)))
  return [...texts].join(`\n${'-'.repeat(80)}\n\n`)
}

/** The licence of a package as it came with it; one that brings no text is stated as its manifest does. */
async function licence(folder: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'))
  const { name, version, license, author } = manifest
  const files = (await readdir(join(root, folder))).filter((file) =>
    /^(licen[cs]e|copying|notice)([.-].*)?$/i.test(file),
  )
  const stated = typeof license === 'string' && license !== ''
  if (!stated && files.length === 0) throw new Error(`${name} goes into dist and names no licence`)
  const texts = await Promise.all(
    files.map(async (file) => (await readFile(join(root, folder, file), 'utf8')).trim()),
  )
  const holder = typeof author === 'object' && author !== null ? author.name : author
  const statement = `Its package holds no text of the licence; its manifest says ${license}${holder ? `, by ${holder}` : ''}.`
  return `${name} ${version} (${license})\n\n${texts.join('\n\n') || statement}\n`
}

async function writeJson(name: string, value: unknown): Promise<void> {
  await writeFile(join(dist, name), `${JSON.stringify(value, null, 2)}\n`)
}
