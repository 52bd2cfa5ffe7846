import { filesWith, firstFile, folderOf, type Found, fromRoot, TIME_RULE, word } from './found.ts'
import type { Project } from './project.ts'
import { NO_CACHE, type Step } from './workflows.ts'

const ALLOCS_RULE = "{ match: '**', metric: allocs, max-regression: 1% } # counted: compared exactly"
const GO_RUN = '-test.benchmem -test.benchtime 5ms -test.count 15'

/** The folder of the nearest file of a name, in the folder of a file or above it; null: there is none. */
function ownerOf({ files }: Project, file: string, name: string): string | null {
  for (let folder = folderOf(file); ; folder = folderOf(folder)) {
    if (files.includes(folder === '' ? name : `${folder}/${name}`)) return folder
    if (folder === '') return null
  }
}

/** A path from the folder that it lies in. */
const below = (folder: string, path: string): string => (folder === '' ? path : path.slice(folder.length + 1))

export async function go(project: Project): Promise<Found | null> {
  const tests = await filesWith(project, /_test\.go$/, /^func Benchmark\w*\(/m)
  const module = tests.length === 0 ? null : ownerOf(project, tests[0]!.file, 'go.mod')
  if (module === null) return null
  const files = tests.map(({ file }) => file).filter((file) => ownerOf(project, file, 'go.mod') === module)
  const packages = [...new Set(files.map(folderOf))]
  const of = fromRoot(project, module === '' ? 'go.mod' : `${module}/go.mod`)
  const step: Step = {
    uses: 'actions/setup-go',
    with: { 'go-version-file': of },
    ...(of !== 'go.mod' && { readOnly: { 'cache-dependency-path': of } }),
    canWrite: { cache: NO_CACHE },
  }
  return {
    files,
    measures: {
      commands: [packages.length === 1 ? onePackage(packages[0]!) : allPackages(module, packages)],
    },
    setup: null,
    steps: [step],
    budgets: [TIME_RULE, ALLOCS_RULE],
    probe: 'go version',
    notes: [],
  }
}

/** Compiled once a side. A test runs in the folder of its package, where its files lie. */
const onePackage = (folder: string) => ({
  ...(folder !== '' && { 'working-directory': folder }),
  setup: 'go test -c -o bench.test .',
  run: `./bench.test -test.run '^$' -test.bench . ${GO_RUN}`,
  format: 'go',
})

/** Packages that are named one by one. */
const MAX_PACKAGES = 8

function allPackages(module: string, packages: readonly string[]) {
  const names = packages.map((folder) => word(`./${below(module, folder)}`.replace(/\/$/, '')))
  const which = packages.length > MAX_PACKAGES ? './...' : names.join(' ')
  return {
    ...(module !== '' && { 'working-directory': module }),
    run: `go test -run '^$' -bench . ${GO_RUN.replaceAll('-test.', '-')} ${which}`,
    format: 'go',
  }
}

export async function criterion(project: Project): Promise<Found | null> {
  const manifests = await filesWith(
    project,
    /(^|\/)Cargo\.toml$/,
    /^\s*criterion\b|dependencies\.criterion\]/m,
  )
  const benches = await filesWith(project, /(^|\/)benches\/[^/]+\.rs$/, /\bcriterion/)
  if (manifests.length === 0 || benches.length === 0) return null
  const names = benches.map(({ file }) => word(file.split('/').at(-1)!.replace(/\.rs$/, '')))
  const folder = ownerOf(project, benches[0]!.file, 'Cargo.toml')!
  const own = manifests.find(({ file }) => folderOf(file) === folder)?.text ?? ''
  // In a workspace its packages share a target directory.
  const member = folder === '' ? null : /\[package\][^[]*?\bname\s*=\s*"([\w-]+)"/.exec(own)?.[1]
  const isWorkspace = firstFile(project, 'Cargo.toml') !== null
  const only = isWorkspace && member ? ` -p ${member}` : ''
  return {
    files: benches.map(({ file }) => file),
    measures: {
      commands: [
        {
          ...(folder !== '' && !isWorkspace && { 'working-directory': folder }),
          setup: `cargo bench${only} --no-run`,
          run: `cargo bench${only} ${names.map((name) => `--bench ${name}`).join(' ')} -- --noplot`,
          format: 'criterion',
          output: 'target/criterion',
        },
      ],
    },
    setup: null,
    steps: [],
    budgets: [TIME_RULE],
    probe: 'cargo --version',
    notes: [
      'shorten the times in `Criterion::default()`, for example to .1 s of warm-up and .2 s of measuring with 20 samples: with its defaults one benchmark takes eight seconds, and every execution repeats it',
    ],
  }
}

export async function googleBenchmark(project: Project): Promise<Found | null> {
  const lists = await filesWith(project, /(^|\/)CMakeLists\.txt$/, /\bbenchmark::benchmark(_main)?\b/)
  if (lists.length === 0 || firstFile(project, 'CMakeLists.txt') === null) return null
  const { file, text } = lists[0]!
  const linked = /target_link_libraries\s*\(\s*([\w.+-]+)[^)]*\bbenchmark::benchmark/.exec(text)?.[1]
  if (linked === undefined) return null
  const folder = folderOf(file)
  const isFetched = /FetchContent|CPMAddPackage|add_subdirectory\s*\([^)]*benchmark/.test(text)
  const apt: Step = { run: 'sudo apt-get update && sudo apt-get install -y libbenchmark-dev' }
  return {
    files: [file],
    measures: {
      commands: [
        {
          setup: 'cmake -S . -B build -DCMAKE_BUILD_TYPE=Release && cmake --build build',
          run: `./build/${word(folder === '' ? linked : `${folder}/${linked}`)} --benchmark_format=json --benchmark_min_time=0.02 --benchmark_repetitions=5`,
          format: 'google-benchmark',
        },
      ],
    },
    setup: null,
    steps: isFetched ? [] : [apt],
    budgets: [TIME_RULE.replace('metric: time', 'metric: cpu-time')],
    probe: isFetched
      ? 'cmake --version'
      : 'cmake --version && test -n "$(find /usr/lib /usr/local/lib /opt -name benchmarkConfig.cmake 2>/dev/null)"',
    notes: [],
  }
}

/** Scripts that may call hyperfine: those of shells, and of runners of tasks that hand lines to one. */
const RECIPES = /(^|\/)(Makefile|makefile|GNUmakefile|justfile|Justfile|[^/]+\.(?:sh|bash|mk))$/

export async function hyperfine(project: Project): Promise<Found | null> {
  const scripts = await filesWith(project, RECIPES, /^[\s@-]*hyperfine\s/m)
  for (const { file, text } of scripts) {
    const line = /^[\s@-]*(hyperfine\s.*)$/m.exec(text.replaceAll(/\\\n\s*/g, ''))![1]!.trim()
    // Variables of a script mean nothing outside of it.
    if (line.includes('$')) continue
    const output = /--export-json[= ](\S+)/.exec(line)?.[1] ?? 'results.json'
    const exporting = line.includes('--export-json')
      ? line
      : line.replace('hyperfine', 'hyperfine --export-json results.json')
    const target = /^(all|build):/m.exec(await project.text('Makefile'))?.[1]
    return {
      files: [file],
      measures: {
        commands: [
          { ...(target && { setup: `make ${target}` }), run: exporting, format: 'hyperfine', output },
        ],
      },
      setup: null,
      steps: [{ run: 'sudo apt-get update && sudo apt-get install -y hyperfine' }],
      budgets: [TIME_RULE],
      probe: 'hyperfine --version',
      notes: ['let -n name each command, and --runs limit how often it runs'],
    }
  }
  return null
}
