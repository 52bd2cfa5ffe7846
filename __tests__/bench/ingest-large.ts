import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createRandom } from '../../src/stats/random.ts'
import { printTable } from './run-gate.ts'

const BYTES = 50_000_000
const CHILD = fileURLToPath(import.meta.resolve('./ingest-one.ts'))
const TIME_LIMIT_MS = 120_000

const random = createRandom('large files')
/** A number as tools print it, with ten digits. */
const number = (scale: number): string => (scale * (1 + random.uniform() / 10)).toPrecision(10)

/** Items with a separator behind each but the last, about so many bytes of them. */
function many(bytes: number, item: (index: number) => string, separator = ','): string {
  const items: string[] = []
  for (let length = 0; length < bytes;) {
    const next = item(items.length)
    items.push(next)
    length += next.length + separator.length
  }
  return items.join(separator)
}

/** `count` benchmarks that share the bytes, each with the text of its numbers. */
const split = (count: number, scale: number, item: (index: number, numbers: string) => string): string =>
  Array.from({ length: count }, (_, index) =>
    item(
      index,
      many(BYTES / count, () => number(scale)),
    ),
  ).join(',')

const googleRow = (index: number): string => {
  const name = `BM_Work/${Math.floor(index / 20)}`
  const times = `"real_time":${number(100)},"cpu_time":${number(100)},"time_unit":"ns"`
  return `{"name":"${name}","run_name":"${name}","run_type":"iteration","repetitions":20,"repetition_index":${index % 20},"threads":1,"iterations":1000,${times}}`
}

const k6Trend = (index: number): string => {
  const values = `{"avg":${number(10)},"min":${number(5)},"med":${number(9)},"max":${number(50)},"p(90)":${number(20)}}`
  return `"http_req_duration{url:/${index}}":{"type":"trend","contains":"time","values":${values}}`
}

/** A directory of Criterion.rs: 2,500 benchmarks of 20 kB. */
function criterionFiles(): Record<string, string> {
  const files: Record<string, string> = {}
  for (let name = 0; name < 2500; name++) {
    const times = Array.from({ length: 1050 }, () => number(1e5))
    files[`g/${name}/new/benchmark.json`] = `{"group_id":"g","function_id":"${name}","value_str":null}`
    files[`g/${name}/new/sample.json`] =
      `{"sampling_mode":"Linear","iters":[${times.map(() => '1234.0').join(',')}],"times":[${times.join(',')}]}`
  }
  return files
}

/** About 50 MB each: the text of a file, or the texts of a directory. */
const INPUTS: Readonly<Record<string, () => string | Record<string, string>>> = {
  'mitata, 20 benchmarks with samples': () => {
    const benchmarks = split(
      20,
      100,
      (name, samples) =>
        `{"alias":"b${name}","group":0,"runs":[{"name":"b${name}","args":{},"stats":{"samples":[${samples}],"min":1,"p50":1,"p99":1,"avg":1,"ticks":9000000}}]}`,
    )
    return `{"layout":[{"name":null}],"context":{"runtime":"node"},"benchmarks":[${benchmarks}]}`
  },
  'Google Benchmark, 20 repetitions of each': () =>
    `{"context":{"num_cpus":2},"benchmarks":[${many(BYTES, googleRow)}]}`,
  'Go, 10,000 benchmarks with -count': () =>
    `pkg: example.com/p\n${many(
      BYTES,
      (index) =>
        `BenchmarkWork/n=${index % 10_000}-8 \t 12345\t ${number(100)} ns/op\t 512 B/op\t 7 allocs/op`,
      '\n',
    )}\nPASS\n`,
  'pytest-benchmark, 100 tests with their rounds': () => {
    const tests = split(
      100,
      1e-5,
      (name, data) => `{"name":"test_${name}","fullname":"a.py::test_${name}","stats":{"data":[${data}]}}`,
    )
    return `{"version":"5.3.0","machine_info":{"system":"Linux"},"benchmarks":[${tests}]}`
  },
  'hyperfine, 20 commands': () =>
    `{"results":[${split(20, 0.1, (name, times) => `{"command":"c${name}","times":[${times}]}`)}]}`,
  'k6, 15,000 metrics and much setup_data': () => {
    const metrics = Array.from({ length: 15_000 }, (_, index) => k6Trend(index))
    const users = many(BYTES - 150 * metrics.length, (index) => `{"name":"u${index}","token":"${number(1)}"}`)
    return `{"root_group":{},"state":{"testRunDurationMs":1000},"metrics":{${metrics.join(',')}},"setup_data":[${users}]}`
  },
  'Criterion.rs, a directory of 2,500 benchmarks': criterionFiles,
  'custom, 20,000 entries of 2.5 kB': () => {
    const extra = 'x'.repeat(BYTES / 20_000 - 80)
    const entry = (index: number) =>
      `{"name":"b${index}","value":${number(100)},"unit":"ns","range":"± 3","extra":"${extra}"}`
    return `[${Array.from({ length: 20_000 }, (_, index) => entry(index)).join(',')}]`
  },
  'custom, more entries than a file may have': () =>
    `[${many(BYTES, (index) => `{"name":"b${index}","value":${number(100)},"unit":"ns","range":"± 3"}`)}]`,
  'bare NaN, 12 million of them': () => `[${many(BYTES, () => 'NaN')}]`,
  'brackets that do not end': () => '['.repeat(BYTES),
}

/** Inputs of 50 MB, each read in a process of its own. */
export function largeFiles(): void {
  const scratch = mkdtempSync(join(tmpdir(), 'benchgate-large-'))
  const path = join(scratch, 'results')
  try {
    const inputs = { '(one entry)': () => '[{"name":"a","value":1,"unit":"ns"}]', ...INPUTS }
    const rows = Object.entries(inputs).map(([name, content]) => {
      write(path, content())
      const { answer, seconds, peakMib } = readOnce(path)
      rmSync(path, { recursive: true })
      process.stderr.write(`ingest ${name}\n`)
      return [name, seconds.toFixed(1), peakMib.toFixed(0), answer.replaceAll(path, 'results')]
    })
    process.stdout.write('## Inputs of 50 MB, each in a process of its own\n\n')
    printTable(['input', 'seconds', 'peak memory (MiB)', 'benchmarks, or why it is refused'], rows)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function write(path: string, content: string | Record<string, string>): void {
  if (typeof content === 'string') {
    writeFileSync(path, content)
    return
  }
  for (const [name, text] of Object.entries(content)) {
    const file = join(path, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

function readOnce(path: string): { answer: string; seconds: number; peakMib: number } {
  const { stdout, stderr } = spawnSync(process.execPath, [CHILD, path], {
    encoding: 'utf8',
    timeout: TIME_LIMIT_MS,
  })
  if (!stdout.startsWith('{')) throw new Error(`${path} was not read:\n${stderr}`)
  return JSON.parse(stdout) as ReturnType<typeof readOnce>
}
