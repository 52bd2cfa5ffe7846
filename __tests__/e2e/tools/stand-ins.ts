import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ToolProject } from './tool-project.ts'

// JMH, BenchmarkDotNet and k6 come from registries of their own. In their place programs of the same name are started, by the
// very lines of the config, which leave a file as the tool does. Each side's is the same in every execution.

const formats = join(import.meta.dirname, '../../fixtures/formats')

/** Programs in a folder of their own, by name; the caller removes it. */
function programs(scripts: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'benchgate-programs-'))
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), script)
    chmodSync(join(folder, name), 0o755)
  }
  return folder
}

/** A file of results in which head's times are `factor` times those that stand there. */
const slower = (text: string, factor: number) =>
  text.replace(
    /"(avg|med|min|max|p\([\d.]+\))": ([\d.]+)/g,
    (_, name: string, value: string) => `"${name}": ${factor * Number(value)}`,
  )

/** JMH's own recorded files: of a run, and of one in which `parse` did 15 % more. What differs else in them is their noise. */
export function jmh(): ToolProject {
  const path = programs({
    mvn: `#!/bin/sh
mkdir -p target && cp Parser.java target/benchmarks.jar
`,
    java: `#!/bin/sh
test "$1" = -jar || exit 2
while test "$1" != -rff; do shift; done
cp "${formats}/jmh/$(cat "$PWD/target/benchmarks.jar").json" "$2"
`,
  })
  return {
    name: 'jmh',
    probe: 'true',
    path,
    base: { 'Parser.java': 'a', '.gitignore': 'target\nresults.json\n' },
    head: { 'Parser.java': 'b' },
    benchmarks: ['alloc/size=100', 'alloc/size=1000', 'parse/size=100', 'parse/size=1000'].map(
      (name) => `org.sample.B/${name}`,
    ),
    slowed: [{ benchmark: 'org.sample.B/parse/size=1000', metric: 'time', by: 0.15 }],
  }
}

/** In the form that BenchmarkDotNet writes, with made numbers: none of its files may be copied here. */
export function benchmarkDotNet(): ToolProject {
  const entry = (Method: string, values: number[]) => ({
    Namespace: 'Words',
    Type: 'ParserBenchmarks',
    Method,
    Parameters: '',
    Statistics: { OriginalValues: values, N: values.length, Mean: values[0] },
  })
  const results = (parse: number) =>
    JSON.stringify({
      HostEnvironmentInfo: { BenchmarkDotNetVersion: '0.15.0', ProcessorName: 'x' },
      Benchmarks: [
        entry('Parse', [parse, parse + 1, parse + 2]),
        entry('Sort', [80, 81, 82]),
        entry('Join', [120, 121, 122]),
      ],
    })
  const path = programs({
    dotnet: `#!/bin/sh
if test "$1" = build; then exit 0; fi
mkdir -p BenchmarkDotNet.Artifacts/results
cp benchmarks/Parser.cs "BenchmarkDotNet.Artifacts/results/BenchmarkRun-joined-$(date +%s%N)-report-full-compressed.json"
`,
  })
  return {
    name: 'benchmarkdotnet',
    probe: 'true',
    path,
    base: { 'benchmarks/Parser.cs': results(100), '.gitignore': 'BenchmarkDotNet.Artifacts\nresults.json\n' },
    head: { 'benchmarks/Parser.cs': results(110) },
    benchmarks: ['Parse', 'Sort', 'Join'].map((name) => `Words.ParserBenchmarks/${name}`),
    slowed: [{ benchmark: 'Words.ParserBenchmarks/Parse', metric: 'time', by: 0.1 }],
  }
}

/** In the form of --summary-export, with made numbers. The server that the line starts is a real one; each is noted in the file `servers`. */
export function k6(recorded: string, servers: string): ToolProject {
  const path = programs({
    npm: '#!/bin/sh\n',
    k6: `#!/bin/sh
while test "\${1#--summary-export=}" = "$1"; do shift; done
cp load.js "\${1#--summary-export=}"
# It needs the server to be there, as k6 does.
until test -e server.pid; do :; done
cat server.pid >> "${servers}" && rm server.pid
`,
  })
  return {
    name: 'k6',
    probe: 'true',
    path,
    base: {
      'server.js': `const { renameSync, writeFileSync } = require('node:fs')
const server = require('node:http').createServer((_, answer) => answer.end('ok'))
server.listen(0, () => {
  writeFileSync('starting.pid', process.pid + '\\n')
  renameSync('starting.pid', 'server.pid')
})
`,
      'load.js': recorded,
      '.gitignore': '*.pid\nresults.json\n',
    },
    head: { 'load.js': slower(recorded, 1.25) },
    benchmarks: ['http_req_duration'],
    slowed: [{ benchmark: 'http_req_duration', metric: 'time', by: 0.25 }],
  }
}
