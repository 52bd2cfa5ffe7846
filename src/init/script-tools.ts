import { type Json, jsonObject } from '../checkout/json-object.ts'
import { installsOf } from './build.ts'
import { filesWith, type Found, TIME_RULE, word } from './found.ts'
import { PLAIN_NODE } from './node-project.ts'
import type { Project } from './project.ts'
import { suiteGlobs } from './suite-globs.ts'

/** Scripts that measure: by their name, or by their folder, where tests may have helpers of that name. */
const SCRIPTS =
  /^(?:.*[./_-])?bench(?:mark)?s?\.[cm]?[jt]s$|^(?!(?:.*\/)?__tests__\/)(?:.*\/)?(?:bench|benches|benchmarks?|perf)\/.*(?<!\.d)\.[cm]?[jt]s$/

/** An import of a package, which begins its line: in a text it would not matter. */
const imports = (name: string) =>
  new RegExp(
    String.raw`^[^\S\n]*(?:import|export|from|const|let|var|await|\})[^\n]*['"](?:npm:)?${name}(?:/[^'"\n]*)?['"]`,
    'm',
  )

/**
 * What others start: a worker thread, which is nothing by itself, or what hands something out and calls
 * nothing in a line of the top level.
 */
const isHelper = (text: string) =>
  /\b(?:parentPort|workerData)\b/.test(text) || (/^export\b/m.test(text) && startsNothing(text))
const startsNothing = (text: string) =>
  !/^(?!(?:export\s+)?(?:default\s+)?(?:async\s+)?(?:function|class)\b)(?![\s/*]).*\b(?:bench|group|run|main)\s*\(/m.test(
    text,
  )

const stepsOf = ({ node }: Project) => node?.steps ?? PLAIN_NODE

export async function mitata(project: Project): Promise<Found | null> {
  const importing = await filesWith(project, SCRIPTS, imports('mitata'))
  const suites = importing.filter(
    ({ text }) => /\brun\s*\(/.test(text) && /\bbench\w*\s*\(/.test(text) && !isHelper(text),
  )
  if (suites.length === 0) return null
  const files = suites.map(({ file }) => file)
  return { ...(await mitataIn(project, files)), setup: await installsOf(project, suites) }
}

/** What is found once there are suites. */
export async function mitataIn(project: Project, files: readonly string[]): Promise<Found> {
  return {
    files,
    measures: { suites: await suiteGlobs(project, files) },
    setup: project.node?.install ?? null,
    steps: stepsOf(project),
    budgets: [TIME_RULE],
    probe: null,
    notes: [],
  }
}

/** How the programs of packages are started. */
const EXEC = { npm: 'npx', pnpm: 'pnpm exec', yarn: 'yarn', bun: 'bunx' } as const

export async function vitest(project: Project): Promise<Found | null> {
  const suites = await filesWith(project, /\.(?:bench|benchmark)\.[cm]?[jt]sx?$/, imports('vitest'))
  if (suites.length === 0) return null
  const { node } = project
  const isOlder = (await majorOf(project, 'vitest')) < 5
  // Until version 4 `vitest bench` has reporters of its own, none of them called `json`.
  const output = isOlder ? '--outputJson results.json' : '--reporter=json --outputFile.json=results.json'
  return {
    files: suites.map(({ file }) => file),
    measures: {
      commands: [
        {
          run: `${EXEC[node?.manager ?? 'npm']} vitest bench --run ${output}`,
          format: 'vitest',
          output: 'results.json',
        },
      ],
    },
    setup: await installsOf(project, suites),
    steps: stepsOf(project),
    budgets: [TIME_RULE],
    probe: installed(project, 'vitest'),
    notes: [
      isOlder
        ? 'Vitest 5 also writes single values, which are steadier than means'
        : 'set `benchmark: { retainSamples: true }` below `test` in vitest.config: single values are steadier than means',
    ],
  }
}

/** A table or JSON: with either, a script need not be edited. */
const PRINTS_RESULTS = /\bconsole\.table\(\s*\w+\.table\(|\bJSON\.stringify\(/

export async function tinybench(project: Project): Promise<Found | null> {
  const importing = await filesWith(project, SCRIPTS, imports('tinybench'))
  const scripts = importing.filter(({ text }) => /\bnew\s+\w*Bench\b/.test(text) && !isHelper(text))
  if (scripts.length === 0) return null
  const silent = scripts.filter(({ text }) => !PRINTS_RESULTS.test(text)).map(({ file }) => file)
  return {
    files: scripts.map(({ file }) => file),
    measures: {
      commands: scripts.map(({ file }) => ({ run: `node ${word(file)}`, format: 'tinybench' })),
    },
    setup: await installsOf(project, scripts),
    steps: stepsOf(project),
    budgets: [TIME_RULE],
    probe: installed(project, 'tinybench'),
    notes: silent.map(
      (file) => `let ${file} print its results, after bench.run(): console.table(bench.table())`,
    ),
  }
}

/** The scripts of Benchmark.js, which print for people: each takes lines of its own to be measured. */
export async function benchmarkJsScripts(project: Project): Promise<string[]> {
  return (await filesWith(project, SCRIPTS, imports('benchmark'))).map(({ file }) => file)
}

/** Scripts that are called after benchmarks, and measure by themselves or with a tool that is not known. */
export async function unknownScripts(project: Project): Promise<string[]> {
  const known = /['"](?:npm:)?(?:mitata|tinybench|benchmark|vitest)['"/]/
  const files = await filesWith(project, SCRIPTS, /(?:)/)
  return files.filter(({ text }) => !known.test(text) && !isHelper(text)).map(({ file }) => file)
}

/** The major version of a package: the installed one, else what package.json asks for, else the newest. */
async function majorOf(project: Project, name: string): Promise<number> {
  const stated = [project.node?.manifest['devDependencies'], project.node?.manifest['dependencies']]
  const versions = stated.map((field) => (field as Json | undefined)?.[name])
  for (const place of placesOf(project, name).toReversed())
    versions.unshift(jsonObject(await project.text(place))?.['version'])
  // `catalog:` and `workspace:*` name no version.
  const major = versions.map((version) => /^\D{0,2}(\d+)/.exec(String(version))?.[1]).find((one) => one)
  return Number(major ?? Infinity)
}

/** Where a package may be installed: in the project, or above it in the repository. */
function placesOf({ prefix }: Project, name: string): string[] {
  const steps = prefix === '' ? 0 : prefix.split('/').length
  return Array.from({ length: steps + 1 }, (_, i) => `${'../'.repeat(i)}node_modules/${name}/package.json`)
}

/** Fails where a package is not installed. */
const installed = (project: Project, name: string): string =>
  placesOf(project, name)
    .map((place) => `test -e ${place}`)
    .join(' || ')
