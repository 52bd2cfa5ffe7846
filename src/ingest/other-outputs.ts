/**
 * Outputs of known tools that are not read, because they say too little, by what stands in them; and what to
 * write instead.
 */
const OUTPUTS: readonly (readonly [sign: string | RegExp, tool: string, instead: string])[] = [
  ['"catch2-version"', "Catch2's JSON reporter, which drops the benchmarks", 'run it with `-r xml`'],
  ['Catch2 v', "Catch2's console report", 'run it with `-r xml`'],
  ['is a Catch v', "Catch2's console report", 'run it with `-r xml`'],
  ['CPU   Iterations', "Google Benchmark's console report", 'run it with `--benchmark_format=json`'],
  ['command,mean,stddev,median,user,system', "hyperfine's CSV", 'run it with `--export-json FILE`'],
  ['Count,Message,Traceback,Nodes', "Locust's exceptions", 'name the file that ends in `_stats.csv`'],
  ['Method,Name,Error,Occurrences', "Locust's failures", 'name the file that ends in `_stats.csv`'],
  ['Timestamp,User Count,Type,Name', "Locust's history", 'name the file that ends in `_stats.csv`'],
  ['%] ··', "asv's console report", 'name the directory or file below `.asv/results`'],
  ['"param_names": [', "asv's list of benchmarks", 'name the directory or file below `.asv/results`'],
  [
    /^\s*\[\s*\{\s*\}/,
    'a list of empty objects, as JSON.stringify makes of the tasks of tinybench 6',
    'write JSON.stringify({ tasks: bench.tasks.map(({ name }) => ({ name })), results: bench.results })',
  ],
  ['real\t', "the shell's own `time`", 'use GNU time: `/usr/bin/time -v`'],
]

const LIST = 'write a list of { "name", "unit", "value" } (format: custom)'

/** Tools that are not read in any form, by what stands in their outputs; and what to write instead. */
const OTHER_TOOLS: readonly (readonly [sign: string | RegExp, tool: string, instead: string])[] = [
  ['"median(elapsed)"', 'nanobench', "render nanobench's template `pyperf` (format: pyperf)"],
  ['"central_tendency"', 'benchmark-ips', `${LIST}, with the unit "ops/s" and \`ips\` as the value`],
  ['<phpbench ', 'PHPBench', `${LIST} of its report`],
  [/"bytesSent"[^]{0,100000}"differences"/, 'tachometer', `${LIST}, with the unit "ms"`],
  ['"counter-value"', '`perf stat -j`', `${LIST}, with \`event\` as the name`],
  [/^Benchmark +(?:\(\w+\) +)*Mode +Cnt +Score/m, 'JMH (its console)', 'run it with `-rf json -rff FILE`'],
  ['"Benchmark","Mode","Threads"', 'JMH (its CSV)', 'run it with `-rf json -rff FILE`'],
  [/^Running \d+\w test @ /m, 'wrk', `${LIST} of what its \`done\` script is given`],
  ['This is ApacheBench', 'ApacheBench', `${LIST}, or use a tool with JSON, such as autocannon`],
]

/** Where in a text the sign of a tool is looked for. */
const LOOKED_AT = 100_000

/** What a text is or seems to be, and what to write instead; null: nothing that is known. */
export function otherOutput(text: string): { what: string; instead: string } | null {
  const start = text.slice(0, LOOKED_AT)
  const isIn = ([sign]: readonly [sign: string | RegExp, ...rest: string[]]): boolean =>
    typeof sign === 'string' ? start.includes(sign) : sign.test(start)
  const output = OUTPUTS.find(isIn)
  if (output !== undefined) return { what: `it is ${output[1]}`, instead: output[2] }
  const other = OTHER_TOOLS.find(isIn)
  return other === undefined
    ? null
    : { what: `it seems to be an output of ${other[1]}, which is not read`, instead: other[2] }
}
