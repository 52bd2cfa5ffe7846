import { z } from 'zod'
import type { IngestedMetric } from '../../model/result-file.ts'
import { adapter, type Input } from '../adapter.ts'
import { parsed } from '../forms/json-text.ts'
import { at, shaped } from '../forms/json.ts'
import { linesOf } from '../forms/lines.ts'
import { exact } from '../forms/metrics.ts'
import { benchmarkOf, countBlocks, valgrindCount } from '../forms/valgrind.ts'
import { refusal } from '../refusal.ts'
import type { Found } from '../results-builder.ts'

const value = z.object({ Int: z.number().optional(), Float: z.number().optional() })
const metric = z.object({
  // Which of two runs a value is of: new only, old only, or [new, old].
  metrics: z.object({
    Left: value.optional(),
    Right: value.optional(),
    Both: z.tuple([value, value]).optional(),
  }),
})
const schema = z.object({
  version: z.string().max(100),
  module_path: z.string(),
  id: z.string().nullish(),
  profiles: z
    .array(
      z.object({
        tool: z.string().max(100),
        summaries: z.object({
          total: z.object({
            // A tool without metrics has a word here.
            summary: z.union([z.string(), z.record(z.string(), z.record(z.string(), metric))]),
          }),
        }),
      }),
    )
    .max(100),
})

/** The version of the JSON whose fields are known. */
const KNOWN_VERSION = '6'

/** Reads JSON, one object a benchmark, and text; cargo's lines may be between. */
export const gungraun = adapter({
  name: 'gungraun',
  title: 'gungraun, iai-callgrind: text or JSON of cargo bench',
  empty: 'it holds no benchmark of gungraun',

  recognises({ text, json }) {
    if (json !== undefined)
      return typeof at(json, 'module_path') === 'string' && Array.isArray(at(json, 'profiles'))
    return (
      (text.includes('"module_path"') && text.includes('"profiles"')) ||
      /^ +[A-Z][^:\n]{0,40}: +(\d[\d.,]{0,30}|N\/A)\|/m.test(
        text.includes('\u001b') ? blackAndWhite(text) : text,
      )
    )
  },

  read(input, results) {
    const warnings = new Set<string>()
    let isJson = false
    for (const object of input.json === undefined ? objectsIn(input) : [input.json]) {
      if (at(object, 'module_path') === undefined) continue
      isJson = true
      results.add(ofObject(object, input, warnings))
    }
    results.warnings.push(...warnings)
    if (!isJson)
      for (const block of countBlocks(input.text))
        results.add(benchmarkOf(placeOfTitle(block.title), block, results))
  },
})

/** Enough of the text to see its first benchmarks, without colours. */
function blackAndWhite(text: string): string {
  return countBlocks(text.slice(0, 1_000_000))
    .take(10)
    .flatMap(({ counts }) => [...counts].map(([label, value]) => ` ${label}: ${value}`))
    .toArray()
    .join('\n')
}

/** The JSON objects among the lines: on a line of their own, or from a line `{` to a line `}`. */
function* objectsIn(input: Input): Generator<unknown> {
  if (!input.text.includes('"module_path"')) return
  let open: string[] | null = null
  let number = 0
  for (const line of linesOf(input.text, Infinity)) {
    number++
    if (open !== null) {
      open.push(line)
      if (line !== '}') continue
      yield parsedAt(open.join('\n'), number, input)
      open = null
    } else if (line === '{') open = [line]
    else if (line.startsWith('{"')) yield parsedAt(line, number, input)
  }
  if (open !== null) throw refusal(input, 'the JSON in it was cut off')
}

function parsedAt(text: string, line: number, input: Input): unknown {
  const json = parsed(text)
  if (json === undefined) throw refusal(input, `the JSON that ends in line ${line} is broken`)
  return json
}

function ofObject(object: unknown, input: Input, warnings: Set<string>): Found {
  const { version, module_path, id, profiles } = shaped(schema, input, 'gungraun', object)
  if (version !== KNOWN_VERSION) {
    warnings.add(`written in version ${version} of gungraun's JSON; read as version ${KNOWN_VERSION}`)
  }
  const name = id ? `${module_path} ${id}` : module_path
  const found: (IngestedMetric | null)[] = []
  const taken = new Set<string>()
  for (const { tool, summaries } of profiles) {
    const { summary } = summaries.total
    if (typeof summary === 'string') continue
    for (const [event, { metrics }] of Object.values(summary).flatMap((events) => Object.entries(events))) {
      const named = valgrindCount(event)
      if (named === null) {
        warnings.add(`${event} is left out: a time whose unit is not in the file`)
        continue
      }
      const now = metrics.Left ?? metrics.Both?.[0]
      const number = now?.Int ?? now?.Float
      if (number === undefined) {
        warnings.add(`${name}: ${named.id} is left out: only the old run has it`)
        continue
      }
      // Callgrind and Cachegrind both count instructions.
      const own = taken.has(named.id) ? `${tool.toLowerCase()}-${named.id}` : named.id
      taken.add(own)
      found.push(exact({ ...named, id: own }, number))
    }
  }
  // The JSON is in the order of the alphabet, and the gate decides on the first.
  const metrics = found.filter((one) => one !== null).sort((a, b) => rank(a.id) - rank(b.id))
  return { ...placeOf(module_path, id), metrics }
}

const FIRST = ['instructions', 'estimated-cycles', 'bytes', 'allocs', 'memory']
const rank = (id: string): number => (FIRST.indexOf(id) + FIRST.length + 1) % (FIRST.length + 1)

/** `crate::group::function` and the id of its case. */
function placeOf(modulePath: string, id: string | null | undefined) {
  const steps = [...modulePath.split('::'), ...(id ? [id] : [])]
  const name = steps.pop() ?? modulePath
  const [suite = null, ...path] = steps
  return { suite, path, name }
}

/** `crate::group::function id:arguments`; the id tells cases apart, and arguments may be cut. */
function placeOfTitle(title: string) {
  const [, modulePath, id] = /^([^ ]*)(?: ([^:]*))?/.exec(title)!
  return placeOf(modulePath!, id)
}
