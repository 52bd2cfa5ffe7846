import { expect, test } from 'vitest'
import type { Project } from '../../src/init/project.ts'
import { benchmarkJsScripts, unknownScripts } from '../../src/init/script-tools.ts'
import { findTools } from '../../src/init/tools.ts'

/** A project of these files, which lie nowhere. */
const projectOf = (files: Record<string, string>, prefix = ''): Project => ({
  directory: '/nowhere',
  root: '/nowhere',
  prefix,
  isRepository: true,
  hasCommit: true,
  defaultBranch: 'main',
  files: Object.keys(files),
  node: null,
  ignores: () => Promise.resolve(true),
  text: (file) => Promise.resolve(files[file] ?? ''),
})

async function found(files: Record<string, string>, prefix?: string) {
  const [tool] = await findTools(projectOf(files, prefix))
  if (tool === undefined) return null
  return { ...tool, commands: 'commands' in tool.measures ? tool.measures.commands : [] }
}

const SUITE = "import { bench, run } from 'mitata'\nbench('a', () => 1)\nawait run()\n"
const HELPER = `import * as mitata from 'mitata'
import { Bench } from 'tinybench'
export function measure(f: () => void) {
  const bench = new Bench()
  mitata.bench('f', f)
  return mitata.run()
}
`
const TINYBENCH = "import { Bench } from 'tinybench'\nconst bench = new Bench()\nawait bench.run()\n"
const WORKER = `import { parentPort } from 'node:worker_threads'\n${TINYBENCH}parentPort.postMessage(bench.results)\n`
const GO_TEST = 'package a\n\nfunc BenchmarkA(b *testing.B) {}\n'
const GO_ALL = "go test -run '^$' -bench . -benchmem -benchtime 5ms -count 15"
const CARGO = '[package]\nname = "words"\n[dev-dependencies]\ncriterion = "0.5"\n'
const CMAKE = 'target_link_libraries(fast PRIVATE benchmark::benchmark_main)\n'
const POM = '<artifactId>jmh-core</artifactId>'
const JMH = '-f 1 -wi 3 -w 200ms -i 5 -r 200ms -foe true -prof gc -rf json -rff results.json'

test.each<[string, Record<string, string>, object]>([
  [
    'Go, several packages',
    { 'go.mod': '', 'a/a_test.go': GO_TEST, 'b/c/c_test.go': GO_TEST },
    { run: `${GO_ALL} ./a ./b/c` },
  ],
  [
    'Go, one package at the root',
    { 'go.mod': '', 'a_test.go': GO_TEST },
    { setup: 'go test -c -o bench.test .' },
  ],
  [
    'Go, a module below',
    { 'srv/go.mod': '', 'srv/a_test.go': GO_TEST, 'srv/b/b_test.go': GO_TEST },
    { 'working-directory': 'srv', run: `${GO_ALL} . ./b` },
  ],
  [
    'Go, many packages',
    {
      'go.mod': '',
      ...Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`p${i}/a_test.go`, GO_TEST])),
    },
    { run: `${GO_ALL} ./...` },
  ],
  [
    'Criterion, a member of a workspace',
    {
      'Cargo.toml': '[workspace]\n',
      'crates/words/Cargo.toml': CARGO,
      'crates/words/benches/a.rs': 'use criterion::Criterion;',
      'crates/words/benches/b.rs': 'use criterion::Criterion;',
    },
    { setup: 'cargo bench -p words --no-run', run: 'cargo bench -p words --bench a --bench b -- --noplot' },
  ],
  [
    'Criterion, a crate below',
    { 'rs/Cargo.toml': CARGO, 'rs/benches/a.rs': 'use criterion::Criterion;' },
    { 'working-directory': 'rs', run: 'cargo bench --bench a -- --noplot' },
  ],
  [
    'Google Benchmark, a target below',
    { 'CMakeLists.txt': 'add_subdirectory(bench)\n', 'bench/CMakeLists.txt': CMAKE },
    {
      run: './build/bench/fast --benchmark_format=json --benchmark_min_time=0.02 --benchmark_repetitions=5',
    },
  ],
  [
    'JMH, a module that Maven builds with others',
    { 'pom.xml': '<modules/>', mvnw: '', 'bench/pom.xml': POM },
    {
      setup: './mvnw -q -DskipTests -pl bench -am package',
      run: `java -jar bench/target/benchmarks.jar ${JMH}`,
    },
  ],
  [
    'JMH, a jar of another name',
    { 'pom.xml': `<uberjar.name>fast</uberjar.name>${POM}` },
    { run: `java -jar target/fast.jar ${JMH}` },
  ],
  [
    'pytest-benchmark, a package',
    { 'pyproject.toml': '[project]\n', 'tests/test_a.py': 'def test_a(benchmark):\n    pass\n' },
    {
      setup: 'python3 -m venv .venv && .venv/bin/pip install -q . pytest pytest-benchmark',
      run: '.venv/bin/python -m pytest -q tests/test_a.py --benchmark-only --benchmark-json=results.json --benchmark-disable-gc',
    },
  ],
  [
    'hyperfine, in a Makefile',
    { Makefile: 'all:\n\tcc -o a a.c\nbench:\n\t@hyperfine --export-json out/times.json ./a\n' },
    { setup: 'make all', run: 'hyperfine --export-json out/times.json ./a', output: 'out/times.json' },
  ],
])('%s', async (_, files, command) => {
  const tool = await found(files)
  expect(tool?.commands).toEqual([expect.objectContaining(command)])
})

test.each<[string, Record<string, string>]>([
  ['tests of Go without a benchmark', { 'go.mod': '', 'a_test.go': 'func TestA(t *testing.T) {}\n' }],
  ['a benchmark of Go outside of a module', { 'a_test.go': GO_TEST }],
  ['Criterion without a bench', { 'Cargo.toml': CARGO }],
  ['a line of hyperfine with variables', { 'bench.sh': 'hyperfine "$PROGRAM"\n' }],
  ['a test of Python that has a benchmark in its name', { 'test_a.py': 'def test_benchmark():\n    pass\n' }],
  ['a script that names mitata and registers nothing', { 'bench/a.mjs': "import 'mitata'\n" }],
  ['a script that writes a suite', { 'bench/a.mjs': `run(bench("import { run } from 'mitata'"))\n` }],
  ['a helper that other suites call', { 'bench/helper.ts': HELPER }],
  ['a worker that a script starts', { 'bench/thread.js': WORKER }],
  ['a suite among fixtures', { 'fixtures/bench/a.mjs': SUITE }],
  ['a script in a folder of tests', { '__tests__/bench/a.mjs': SUITE }],
  ['a test that imports Vitest', { 'a.test.ts': "import { test } from 'vitest'\n" }],
])('%s is nothing to measure', async (_, files) => {
  expect(await found(files)).toBeNull()
})

const forms = [
  "import {\n  bench,\n  run,\n} from 'mitata'\n",
  "import * as mitata from 'npm:mitata@1/src/main.mjs'\n",
  "const { bench, run } = require('mitata')\n",
  "const { bench, run } = await import('mitata')\n",
]
test.each(forms)('a suite is known by its import: %j', async (text) => {
  const path = text.includes('npm:') ? 'a.bench.mjs' : 'perf/deep/a.mjs'
  const project = projectOf({ [path]: text.replace('@1/', '/') + "bench('a', () => 1)\nawait run()\n" })
  const [tool] = await findTools({ ...project, directory: import.meta.dirname })
  expect([tool?.name, tool?.files]).toEqual(['mitata', [path]])
})

test.each<[string, string]>([
  ['hands out its data', `export const data = [1]\n${SUITE}`],
  [
    'runs where it is the main file',
    `export const f = () => bench('a', f)\nif (import.meta.main) await run()\n`,
  ],
  ['has a main function', `export async function main() {\n  bench('a', f)\n  await run()\n}\nmain()\n`],
])('a suite that %s is still one', async (_, text) => {
  const tool = await found({ 'bench/a.mjs': `import { bench, run } from 'mitata'\n${text}` })
  expect(tool?.files).toEqual(['bench/a.mjs'])
})

test('scripts of tinybench that print neither its table nor JSON have a line to add', async () => {
  const tool = await found({
    'bench/a.js': `${TINYBENCH}console.table(bench.table())\n`,
    'bench/b.js': `${TINYBENCH}console.log(JSON.stringify(bench.results))\n`,
    'bench/c.js': `${TINYBENCH}console.log(bench.tasks[0].result.hz)\n`,
  })
  expect(tool?.notes).toEqual([
    'let bench/c.js print its results, after bench.run(): console.table(bench.table())',
  ])
})

test('the scripts of Benchmark.js, by their import', async () => {
  const files = {
    'bench/a.js': "const { Suite } = require('benchmark')\n",
    'bench/b.ts': 'import Benchmark from "benchmark";\n',
    'bench/c.js': "const benchmark = require('./benchmark')\n",
    'test/d.js': "const { Suite } = require('benchmark')\n",
  }
  expect(await benchmarkJsScripts(projectOf(files))).toEqual(['bench/a.js', 'bench/b.ts'])
})

const BEFORE_5 = 'npx vitest bench --run --outputJson results.json'
const FROM_5 = 'npx vitest bench --run --reporter=json --outputFile.json=results.json'
test.each<[asked: string, installed: string | null, line: string]>([
  ['^2.1.0', null, BEFORE_5],
  ['^4.1.10', null, BEFORE_5],
  ['>=3', '4.1.0', BEFORE_5],
  ['catalog:', '4.1.0', BEFORE_5],
  ['^4.0.0', '5.0.1', FROM_5],
  ['~5.0.0', null, FROM_5],
  ['catalog:', null, FROM_5],
  ['latest', null, FROM_5],
])('Vitest %s, of which %s is installed, writes its results by: %s', async (asked, version, line) => {
  const files = {
    'a.bench.ts': "import { bench } from 'vitest'\n",
    ...(version !== null && { 'node_modules/vitest/package.json': JSON.stringify({ version }) }),
  }
  const manifest = { devDependencies: { vitest: asked } }
  const node = { manager: 'npm', install: null, steps: [], manifest } as unknown as Project['node']
  const [tool] = await findTools({ ...projectOf(files), node })
  expect(tool?.measures).toEqual({ commands: [{ run: line, format: 'vitest', output: 'results.json' }] })
})

test('scripts that are called after benchmarks and use no known tool', async () => {
  const files = {
    'bench.js': "const queue = require('./')\nconsole.time('push')\n",
    'bench/a.mjs': SUITE,
    'bench/b.js': TINYBENCH,
    'bench/c.js': "const { Suite } = require('benchmark')\n",
    'bench/data.js': 'export const data = [1]\n',
    'src/queue.js': '',
  }
  expect(await unknownScripts(projectOf(files))).toEqual(['bench.js'])
})

test('files that an action reads are named from the root of the repository', async () => {
  const go = await found({ 'go.mod': '', 'a_test.go': GO_TEST }, 'srv/api')
  expect(go?.steps).toEqual([
    {
      uses: 'actions/setup-go',
      with: { 'go-version-file': 'srv/api/go.mod' },
      readOnly: { 'cache-dependency-path': 'srv/api/go.mod' },
      canWrite: { cache: expect.arrayContaining([false]) },
    },
  ])
})
