import type { Adapter } from './adapter.ts'
import { artillery } from './adapters/artillery.ts'
import { asv } from './adapters/asv.ts'
import { autocannon } from './adapters/autocannon.ts'
import { benchmarkDotNet } from './adapters/benchmarkdotnet.ts'
import { benchmarkjs } from './adapters/benchmarkjs.ts'
import { benchmarktoolsJl } from './adapters/benchmarktools-jl.ts'
import { bmf } from './adapters/bmf.ts'
import { cargoCriterion } from './adapters/cargo-criterion.ts'
import { catch2 } from './adapters/catch2.ts'
import { criterionText } from './adapters/criterion-text.ts'
import { criterion } from './adapters/criterion.ts'
import { custom } from './adapters/custom.ts'
import { deno } from './adapters/deno.ts'
import { divan } from './adapters/divan.ts'
import { go } from './adapters/go.ts'
import { googleBenchmark } from './adapters/google-benchmark.ts'
import { gungraun } from './adapters/gungraun.ts'
import { hyperfine } from './adapters/hyperfine.ts'
import { iai } from './adapters/iai.ts'
import { jmh } from './adapters/jmh.ts'
import { k6 } from './adapters/k6.ts'
import { libtest } from './adapters/libtest.ts'
import { lighthouse } from './adapters/lighthouse.ts'
import { locust } from './adapters/locust.ts'
import { mitata } from './adapters/mitata.ts'
import { openmetrics } from './adapters/openmetrics.ts'
import { pyperf } from './adapters/pyperf.ts'
import { pytestBenchmark } from './adapters/pytest-benchmark.ts'
import { sizeLimit } from './adapters/size-limit.ts'
import { timeV } from './adapters/time-v.ts'
import { tinybench } from './adapters/tinybench.ts'
import { vitest } from './adapters/vitest.ts'

/**
 * Its signature would fit other tools' files too, so that it is asked only when no other adapter knows the
 * file.
 */
export const LAST: Adapter = bmf

/** Every format that `format:` can name, most asked for first. */
export const ADAPTERS: readonly Adapter[] = [
  mitata,
  vitest,
  custom,
  go,
  pytestBenchmark,
  criterion,
  cargoCriterion,
  criterionText,
  libtest,
  divan,
  hyperfine,
  tinybench,
  benchmarkjs,
  deno,
  googleBenchmark,
  jmh,
  benchmarkDotNet,
  sizeLimit,
  k6,
  autocannon,
  locust,
  artillery,
  catch2,
  pyperf,
  asv,
  gungraun,
  iai,
  benchmarktoolsJl,
  lighthouse,
  openmetrics,
  timeV,
  LAST,
]
