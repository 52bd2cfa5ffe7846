import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { describeError } from '../../src/cli/describe-error.ts'
import { judgeFiles } from '../../src/gate/compare-files.ts'
import { rawMetrics, readResultFiles } from '../../src/gate/read-results.ts'
import { understand } from '../../src/ingest/ingest.ts'
import { readInput } from '../../src/ingest/read-input.ts'
import { exitCodeOf } from '../../src/judge/outcome.ts'
import type { IngestedMetric } from '../../src/model/result-file.ts'
import { headlineText } from '../../src/report/view/headline.ts'
import { sentenceOf } from '../../src/report/view/wording.ts'
import { configOf } from '../gate/result-files.ts'
import { assessment } from '../report/sample.ts'

// Inputs after public reports, a folder a kind: each once led to a wrong number, a loss in silence or a
// refusal that did not help.
const CASES = join(import.meta.dirname, '../fixtures/cases')

function numberOf(metric: IngestedMetric): string {
  const { value } = rawMetrics(metric)[0]!
  return `${metric.id} ${Number(value.toPrecision(6))} ${metric.unit}`
}

/** A line a benchmark, and a line a warning; or how it is refused. */
async function ingested(file: string, format: string | null): Promise<string[]> {
  const path = join(CASES, file)
  try {
    const read = understand(await readInput(path), format).file
    const benchmarks = read.benchmarks.map(({ key, status, message, metrics }) =>
      status === 'ok' ? `${key}: ${metrics.map(numberOf).join(', ')}` : `${key} ${status}: ${message}`,
    )
    return [...benchmarks, ...read.warnings.map((warning) => `! ${warning}`)]
  } catch (error) {
    const { message, exitCode } = describeError(error)
    return [`exit ${exitCode}: ${message.replace(path, basename(file))}`]
  }
}

/** The headline with the exit code, a line a row with what is said of it, and a line a warning. */
async function compared(
  { folder, base, head }: { folder: string; base: string; head: string },
  format: string | null,
): Promise<string[]> {
  const directory = join(CASES, folder)
  const sides = {
    base: await readResultFiles([base], format, directory),
    head: await readResultFiles([head], format, directory),
  }
  const a = judgeFiles(sides, { ...assessment([]), config: configOf('version: 1\n'), filter: null })
  const rows = a.rows.map(({ benchmark, metric, verdict, notes }) =>
    [`${benchmark} ${metric}: ${verdict}`, ...notes.map(sentenceOf)].join(' | '),
  )
  return [
    `exit ${exitCodeOf(a)}: ${headlineText(a)}`,
    ...rows,
    ...a.warnings.map((warning) => `! ${sentenceOf(warning)}`),
  ]
}

const ingests: [file: string, format: string | null, said: string[]][] = [
  [
    '25-benchmarkdotnet-identity/jobs.json',
    null,
    [
      'N.T/Run/job=First(Arguments=/p:Kind=First, LaunchCount=3): time 100.2 ns',
      'N.T/Run/job=Second(Arguments=/p:Kind=Second, LaunchCount=3): time 100.2 ns',
    ],
  ],
  ['25-benchmarkdotnet-identity/url.json', null, ['N.T/Run/Url=http://a.test/?x=1&y=2: time 100.2 ns']],
  [
    '27-divan-line-break/divan.txt',
    null,
    ['p/eval/first\n second: time 1231 ns', 'p/eval/short: time 95.01 ns', 'p/last: time 5070000 ns'],
  ],
  ['27-divan-line-break/libtest.txt', null, ['a\nb: time 15 ns', 'c: time 15 ns', 'd: time 15 ns']],
  [
    '27-divan-line-break/criterion.txt',
    null,
    [
      'group/first\n second: time 1.25 ns',
      'ok: time 1.25 ns',
      'a very long name that goes on and on until the end of it: time 1.25 ns',
    ],
  ],
  [
    '28-pytest-bracket-in-id/pytest.json',
    null,
    ['t.py/test_build[list[int]-3]: time 1008000 ns', 't.py/test_build[list[str]-3]: time 1008000 ns'],
  ],
  ['31-numbers-as-strings/custom.json', null, ['a: time 1000000 ns', 'b: time 2500000 ns']],
  ['31-numbers-as-strings/bmf.json', null, ['a: time 12.5 ns', 'b: time 3 ns']],
  ['31-numbers-as-strings/sizes.json', null, ['main: size 1024 B', 'x: size 10 B']],
  [
    '32-decimal-comma/libtest.txt',
    null,
    [
      'a failed: "15,25" is not written like 1234.5; run the tool with LC_ALL=C',
      'b failed: "1.234,5" is not written like 1234.5; run the tool with LC_ALL=C',
      'c: time 13230700 ns',
      'd: time 1234570 ns',
      '! 2 results are left out, because a number is not written like 1234.5: "a", "b"; run the tool with LC_ALL=C',
    ],
  ],
  [
    '32-decimal-comma/go.txt',
    null,
    [
      'p/BenchmarkA failed: "15,25" is not written like 1234.5; run the tool with LC_ALL=C',
      'p/BenchmarkB failed: "1.234,5" is not written like 1234.5; run the tool with LC_ALL=C',
      '! 2 results are left out, because a number is not written like 1234.5: "p/BenchmarkA-4", "p/BenchmarkB-4"; run the tool with LC_ALL=C',
    ],
  ],
  [
    '32-decimal-comma/divan.txt',
    null,
    [
      'p/a failed: "15,11" is not written like 1234.5; run the tool with LC_ALL=C',
      '! 1 result is left out, because a number is not written like 1234.5: "p/a"; run the tool with LC_ALL=C',
    ],
  ],
  [
    '32-decimal-comma/catch2.xml',
    null,
    [
      'p/a failed: "15,25" is not written like 1234.5; run the tool with LC_ALL=C',
      '! 1 result is left out, because a number is not written like 1234.5: "p/a"; run the tool with LC_ALL=C',
    ],
  ],
  [
    '32-decimal-comma/criterion.txt',
    null,
    [
      'a: time 15.25 ns',
      'b failed: "15,11" is not written like 1234.5; run the tool with LC_ALL=C',
      '! 1 result is left out, because a number is not written like 1234.5: "b"; run the tool with LC_ALL=C',
    ],
  ],
  [
    '32-decimal-comma/time-v.txt',
    null,
    [
      './a failed: "0:00,53" is not written like 1234.5; run the tool with LC_ALL=C',
      '! 1 result is left out, because a number is not written like 1234.5: "./a"; run the tool with LC_ALL=C',
    ],
  ],
  [
    '32-decimal-comma/benchmarkjs.txt',
    null,
    [
      'a: throughput 1234 ops/s',
      'b failed: "12,34" is not written like 1234.5; run the tool with LC_ALL=C',
      'c failed: "1.234,5" is not written like 1234.5; run the tool with LC_ALL=C',
      'd failed: "15,25" is not written like 1234.5; run the tool with LC_ALL=C',
      '! 3 results are left out, because a number is not written like 1234.5: "b", "c", "d"; run the tool with LC_ALL=C',
    ],
  ],
  [
    '32-decimal-comma/iai.txt',
    null,
    [
      'main.rs/a failed: "1,234" is not written like 1234.5; run the tool with LC_ALL=C',
      'main.rs/b failed: "oops" is no number',
      'main.rs/c: instructions 12 instructions',
      '! 1 result is left out, because a number is not written like 1234.5: "main.rs/a"; run the tool with LC_ALL=C',
      '! 1 result is left out, because a value is no number: "main.rs/b"',
    ],
  ],
  [
    '33-go-line-lost/go.txt',
    null,
    [
      'p/BenchmarkA failed: something else was printed into its line',
      'p/BenchmarkB: time 12.5 ns',
      'p/BenchmarkC: time 1500 ns',
      '! 1 result is left out, because something else was printed into the line: "p/BenchmarkA-4"',
    ],
  ],
  [
    '36-35-refusals-that-lead-nowhere/empty.json',
    null,
    ['exit 3: cannot read the results in empty.json: it is an empty list: nothing was measured'],
  ],
  [
    '36-35-refusals-that-lead-nowhere/ips.json',
    null,
    [
      'exit 2: cannot read the results in ips.json: it seems to be an output of benchmark-ips, which is not read',
    ],
  ],
  [
    '36-35-refusals-that-lead-nowhere/nanobench.json',
    null,
    [
      'exit 2: cannot read the results in nanobench.json: it seems to be an output of nanobench, which is not read',
    ],
  ],
  [
    '36-35-refusals-that-lead-nowhere/size-limit-error.json',
    null,
    [
      'exit 3: cannot read the results in size-limit-error.json: size-limit itself failed: Invalid configuration object.',
    ],
  ],
  [
    '36-35-refusals-that-lead-nowhere/tachometer.json',
    null,
    [
      'exit 2: cannot read the results in tachometer.json: it seems to be an output of tachometer, which is not read',
    ],
  ],
  [
    '36-35-refusals-that-lead-nowhere/phpbench.xml',
    null,
    [
      'exit 2: cannot read the results in phpbench.xml: it seems to be an output of PHPBench, which is not read',
    ],
  ],
  [
    'JSON-with-lines-around/google.txt',
    null,
    [
      'f/iterations=8: time 190 ns, cpu-time 0 ns',
      '! read from lines 3 to 23, which are JSON; 3 lines beside are left out',
    ],
  ],
  [
    'JSON-with-lines-around/jmh.txt',
    null,
    [
      'package.benchmark/Parser: throughput 81033.9 ops/s, Malloc (total) 100.19 ops/s, Time (wall clock) 12418.3 ops/s',
      '! read from line 2, which is JSON; 1 line beside is left out',
    ],
  ],
  [
    'JSON-with-lines-around/kotlin.txt',
    null,
    [
      'package.benchmark/Parser: throughput 81033.9 ops/s, Malloc (total) 100.19 ops/s, Time (wall clock) 12418.3 ops/s',
      '! read from line 5, which is JSON; 3 lines beside are left out',
    ],
  ],
  [
    'JSON-with-lines-around/nan.json',
    null,
    [
      'a: cpu-time 10 ns, time 10 ns',
      'b: time 30 ns',
      '! a: ratio: 1 value is left out, because it is not finite or below zero',
      '! a: hits: 1 value is left out, because it is not finite or below zero',
      '! b: cpu-time: 1 value is left out, because it is not finite or below zero',
    ],
  ],
  [
    'JSON-with-lines-around/perf.ndjson',
    null,
    [
      'exit 2: cannot read the results in perf.ndjson: it seems to be an output of `perf stat -j`, which is not read',
    ],
  ],
  [
    'JSON-with-lines-around/hyperfine.txt',
    null,
    [
      'tiny: time 0 ns, user-time 1000000 ns',
      '! read from line 2, which is JSON; 1 line beside is left out',
      '! tiny: some times are 0, because hyperfine subtracts what starting the shell takes; use `-N`, or measure a longer command',
    ],
  ],
  [
    'JSON-with-lines-around/google.txt',
    'google-benchmark',
    [
      'f/iterations=8: time 190 ns, cpu-time 0 ns',
      '! read from lines 3 to 23, which are JSON; 3 lines beside are left out',
    ],
  ],
  [
    'JSON-with-lines-around/jmh.txt',
    'jmh',
    [
      'package.benchmark/Parser: throughput 81033.9 ops/s, Malloc (total) 100.19 ops/s, Time (wall clock) 12418.3 ops/s',
      '! read from line 2, which is JSON; 1 line beside is left out',
    ],
  ],
  [
    'JSON-with-lines-around/kotlin.txt',
    'jmh',
    [
      'package.benchmark/Parser: throughput 81033.9 ops/s, Malloc (total) 100.19 ops/s, Time (wall clock) 12418.3 ops/s',
      '! read from line 5, which is JSON; 3 lines beside are left out',
    ],
  ],
  [
    'JSON-with-lines-around/nan.json',
    'google-benchmark',
    [
      'a: cpu-time 10 ns, time 10 ns',
      'b: time 30 ns',
      '! a: ratio: 1 value is left out, because it is not finite or below zero',
      '! a: hits: 1 value is left out, because it is not finite or below zero',
      '! b: cpu-time: 1 value is left out, because it is not finite or below zero',
    ],
  ],
  [
    'JSON-with-lines-around/hyperfine.txt',
    'hyperfine',
    [
      'tiny: time 0 ns, user-time 1000000 ns',
      '! read from line 2, which is JSON; 1 line beside is left out',
      '! tiny: some times are 0, because hyperfine subtracts what starting the shell takes; use `-N`, or measure a longer command',
    ],
  ],
]
test.each(ingests)('ingest %s, format %s', async (file, format, said) => {
  expect(await ingested(file, format)).toEqual(said)
})

const comparisons: [folder: string, base: string, head: string, format: string | null, said: string[]][] = [
  [
    '22-counts-in-the-custom-list',
    'base.json',
    'head.json',
    null,
    [
      'exit 3: 💥 1 benchmark did not run',
      'cold value: regression | A value is 0: there is no ratio to it.',
      'warm value: improvement | A value is 0: there is no ratio to it.',
      'gone time: failed | On head it failed: no usable value was measured',
    ],
  ],
  [
    '26-zero-is-no-change',
    'gb-base.json',
    'gb-head.json',
    null,
    [
      'exit 0: ❔ Undecided: the only benchmark',
      'f/iterations=8 time: inconclusive | One value a side, with unknown spread: no interval.',
      'f/iterations=8 cpu-time: insufficient | 0 ns on base and head: the clock is too coarse. Let each call do more work, or run more iterations.',
    ],
  ],
  [
    '26-zero-is-no-change',
    'go-zero.txt',
    'go-zero.txt',
    null,
    [
      'exit 0: ❔ Undecided: the only benchmark',
      'p/BenchmarkA time: insufficient | 0 ns on base and head: the clock is too coarse. Let each call do more work, or run more iterations.',
    ],
  ],
  [
    '26-zero-is-no-change',
    'custom-zero.json',
    'custom-zero.json',
    null,
    [
      'exit 0: ❔ Undecided: the only benchmark',
      'a time: insufficient | 0 ns on base and head: the clock is too coarse. Let each call do more work, or run more iterations.',
    ],
  ],
  [
    '26-zero-is-no-change',
    'jmh-zero.json',
    'jmh-zero.json',
    null,
    [
      'exit 0: ❔ Undecided: the only benchmark',
      'a.B/c time: insufficient | 0 ns on base and head: the clock is too coarse. Let each call do more work, or run more iterations.',
    ],
  ],
  [
    '26-zero-is-no-change',
    'hyperfine-zero.json',
    'hyperfine-zero.json',
    null,
    [
      'exit 0: ❔ Undecided: the only benchmark',
      'tiny time: insufficient | 0 ns on base and head: the clock is too coarse. Let each call do more work, or run more iterations.',
      'tiny user-time: inconclusive | One value a side, with unknown spread: no interval.',
      '! hyperfine-zero.json: tiny: some times are 0, because hyperfine subtracts what starting the shell takes; use `-N`, or measure a longer command',
    ],
  ],
  [
    '29-jmh-direction-by-unit-alone',
    'b*.json',
    'h*.json',
    null,
    [
      'exit 0: ✅ No change in 1 benchmark',
      'package.benchmark/Parser throughput: unchanged',
      '! package.benchmark/Parser: Malloc (total) comes without saying which way is better: add `metrics: { "Malloc (total)": { better: lower } }`, or higher, to the config file',
      '! package.benchmark/Parser: Time (wall clock) comes without saying which way is better: add `metrics: { "Time (wall clock)": { better: lower } }`, or higher, to the config file',
    ],
  ],
  [
    '32-decimal-comma',
    'point.txt',
    'libtest.txt',
    null,
    [
      'exit 3: 💥 2 benchmarks did not run',
      'a time: failed | On head it failed: "15,25" is not written like 1234.5; run the tool with LC_ALL=C',
      'b time: failed | On head it failed: "1.234,5" is not written like 1234.5; run the tool with LC_ALL=C',
      'c time: new',
      'd time: new',
      '! libtest.txt: 2 results are left out, because a number is not written like 1234.5: "a", "b"; run the tool with LC_ALL=C',
    ],
  ],
  [
    '34-asv-edited-benchmark',
    'b*.json',
    'h*.json',
    'asv',
    [
      'exit 0: ❔ Undecided: the only benchmark, 1 edited',
      's/T/time_x time: insufficient | The benchmark was edited (version aaaa → bbbb): not compared.',
      '! b0.json and 7 more files: benchmarks.json is not beside the results: units are those that asv gives by name (time_ seconds, mem_ bytes)',
    ],
  ],
  [
    '34-files-of-two-machines-or-builds',
    'go-a*.txt',
    'go-b*.txt',
    null,
    [
      'exit 0: ❔ Undecided: the only benchmark',
      'p/BenchmarkA time: insufficient | It was not compared: base was measured on amd64 and CPU One, head on arm64 and CPU Two.',
      '! Base was measured on amd64 and CPU One, head on arm64 and CPU Two: nothing was compared',
    ],
  ],
  [
    '34-files-of-two-machines-or-builds',
    'gb-a*.json',
    'gb-b*.json',
    null,
    [
      'exit 0: ❔ Undecided: the only benchmark',
      'f cpu-time: insufficient | It was not compared: base was measured on a debug build, head on a release build.',
      'f time: insufficient | It was not compared: base was measured on a debug build, head on a release build.',
      '! Base was measured on a debug build, head on a release build: nothing was compared',
    ],
  ],
]
test.each(comparisons)('compare %s: %s with %s', async (folder, base, head, format, said) => {
  expect(await compared({ folder, base, head }, format)).toEqual(said)
})
