import type { Adapter } from './adapter.ts'
import { artillery } from './artillery.ts'
import { asv } from './asv.ts'
import { autocannon } from './autocannon.ts'
import { benchmarkDotNet } from './benchmarkdotnet.ts'
import { benchmarkjs } from './benchmarkjs.ts'
import { benchmarktoolsJl } from './benchmarktools-jl.ts'
import { bmf } from './bmf.ts'
import { cargoCriterion } from './cargo-criterion.ts'
import { catch2 } from './catch2.ts'
import { criterionText } from './criterion-text.ts'
import { criterion } from './criterion.ts'
import { custom } from './custom.ts'
import { deno } from './deno.ts'
import { divan } from './divan.ts'
import { go } from './go.ts'
import { googleBenchmark } from './google-benchmark.ts'
import { gungraun } from './gungraun.ts'
import { hyperfine } from './hyperfine.ts'
import { iai } from './iai.ts'
import { jmh } from './jmh.ts'
import { k6 } from './k6.ts'
import { libtest } from './libtest.ts'
import { lighthouse } from './lighthouse.ts'
import { locust } from './locust.ts'
import { mitata } from './mitata.ts'
import { openmetrics } from './openmetrics.ts'
import { pyperf } from './pyperf.ts'
import { pytestBenchmark } from './pytest-benchmark.ts'
import { sizeLimit } from './size-limit.ts'
import { timeV } from './time-v.ts'
import { tinybench } from './tinybench.ts'
import { vitest } from './vitest.ts'

/** Its signature would fit other tools' files too, so that it is asked only when no other adapter knows the file. */
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
