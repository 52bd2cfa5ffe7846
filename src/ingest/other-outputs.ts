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

/** Where in a text the sign of a tool is looked for. */
const LOOKED_AT = 100_000

/** Which output of a known tool a text is, and what to write instead; null: none that is known. */
export function otherOutput(text: string): { tool: string; instead: string } | null {
  const start = text.slice(0, LOOKED_AT)
  const found = OUTPUTS.find(([sign]) => (typeof sign === 'string' ? start.includes(sign) : sign.test(start)))
  return found === undefined ? null : { tool: found[1], instead: found[2] }
}
