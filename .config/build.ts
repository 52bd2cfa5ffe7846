import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { type Plugin, rolldown } from 'rolldown'
import { z } from 'zod'
import { configJsonSchema } from '../src/config/json-schema.ts'
import { assessmentSchema } from '../src/model/assessment.ts'

// Builds dist, which is committed and runs without node_modules. The same sources give the same bytes in any folder.

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')

await rm(dist, { recursive: true, force: true })
await mkdir(dist)
// Each entry by itself: a chunk shared with the command line would be one more file to load in every measuring process.
const bundled = new Set([...(await bundle('cli')), ...(await bundle('worker'))])
await writeFile(join(dist, 'LICENSES.txt'), await licences([...bundled].sort()))
// The demo project is copied into a scratch repository as it is.
await cp(join(root, 'src', 'demo'), join(dist, 'demo'), { recursive: true })
await writeJson('schema.json', configJsonSchema())
await writeJson('report.schema.json', z.toJSONSchema(assessmentSchema, { target: 'draft-7' }))

/**
 * Two changes to mitata's loops, neither inside what is timed. As published they cost every benchmark in every process 16 ms
 * beside the 100 ms that it is measured, and every process 5 ms.
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

/** Writes `src/<entry>.ts` with all it needs to dist; returns the names of the packages that are in it. */
async function bundle(entry: string): Promise<string[]> {
  const bundler = await rolldown({
    input: { [entry]: join('src', `${entry}.ts`) },
    cwd: root,
    platform: 'node',
    // mitata imports it where it runs under Bun.
    external: ['bun:jsc'],
    plugins: [leanMitata()],
  })
  const { output } = await bundler.write({
    dir: dist,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: `${entry}-[name].js`,
    minify: false,
  })
  return output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds.flatMap(packageOf) : []))
}

/** The package that a module belongs to, as a list of one or none. */
function packageOf(moduleId: string): string[] {
  const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(moduleId.split(sep).join('/'))?.[1]
  return name === undefined ? [] : [name]
}

async function licences(packages: readonly string[]): Promise<string> {
  const texts = packages.map(async (name) => {
    const folder = join(root, 'node_modules', name)
    const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
    const file = (await readdir(folder)).find((file) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(file))
    if (file === undefined) throw new Error(`${name} goes into dist and has no licence file`)
    return `${name} ${version} (${license})\n\n${(await readFile(join(folder, file), 'utf8')).trim()}\n`
  })
  return (await Promise.all(texts)).join(`\n${'-'.repeat(80)}\n\n`)
}

async function writeJson(name: string, value: unknown): Promise<void> {
  await writeFile(join(dist, name), `${JSON.stringify(value, null, 2)}\n`)
}
