import { z } from 'zod'
import type { Adapter, Input } from '../adapter.ts'
import { Collected, unmeasured } from '../collect.ts'
import { parseJsonText } from '../forms/json-text.ts'
import { isRecord, quantity, shaped } from '../forms/json-shape.ts'
import { keyOf } from '../forms/key.ts'
import { normalUnit } from '../../model/units.ts'

/** The gate decides on the first of these that is there; other audits follow in the order of the file. */
const FIRST = [
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
  'first-contentful-paint',
  'speed-index',
  'interactive',
]
/** A bundle of other audits, with the number of one of them. */
const BUNDLE = 'metrics'

const audit = z.object({
  numericValue: quantity,
  numericUnit: z.string().nullish(),
  errorMessage: z.string().nullish(),
})
const report = z.object({
  lighthouseVersion: z.string(),
  requestedUrl: z.string().nullish(),
  finalUrl: z.string().nullish(),
  finalDisplayedUrl: z.string().nullish(),
  runtimeError: z.object({ code: z.string().nullish(), message: z.string().nullish() }).nullish(),
  environment: z.object({ hostUserAgent: z.string().nullish(), benchmarkIndex: quantity }).nullish(),
  configSettings: z
    .object({ formFactor: z.string().nullish(), throttlingMethod: z.string().nullish() })
    .nullish(),
  categories: z.record(z.string(), z.object({ score: quantity })).nullish(),
  audits: z.record(z.string(), audit),
})
type Report = z.infer<typeof report>

/** Reads Lighthouse's JSON report; in a directory (.lighthouseci) each `lhr-*.json` is one run of its page. */
export const lighthouse: Adapter = {
  name: 'lighthouse',
  title: 'Lighthouse: --output=json, or the directory .lighthouseci',

  recognises: ({ json, files }) =>
    files === null
      ? isRecord(json) && typeof json.lighthouseVersion === 'string' && isRecord(json.audits)
      : [...files.keys()].some(isReportName),

  read(input) {
    const reports = inputsOf(input).map((one) => shaped(report, one, 'lighthouse --output=json'))
    const warnings: string[] = []
    // One report is one process; several of one page are several.
    const pages = new Map<string, { name: string; params: Record<string, string>; reports: Report[] }>()
    for (const report of reports) {
      const name = pageOf(report)
      const formFactor = report.configSettings?.formFactor
      const params: Record<string, string> = formFactor == null ? {} : { formFactor }
      const key = keyOf([name], params)
      const page = pages.get(key)
      if (page === undefined) pages.set(key, { name, params, reports: [report] })
      else page.reports.push(report)
    }
    const benchmarks = [...pages].map(([key, { name, params, reports }]) => ({
      key,
      suite: null,
      path: [],
      name,
      params,
      ...measured(key, reports, warnings),
    }))
    const [first] = reports
    const environment = {
      browser: first?.environment?.hostUserAgent ?? '',
      throttling: first?.configSettings?.throttlingMethod ?? '',
      benchmarkIndex: String(first?.environment?.benchmarkIndex ?? ''),
    }
    return {
      tool: 'lighthouse',
      version: first?.lighthouseVersion ?? null,
      environment: Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '')),
      benchmarks,
      warnings,
    }
  },
}

const isReportName = (path: string): boolean => /(^|\/)lhr-[^/]*\.json$/.test(path)

function inputsOf(input: Input): Input[] {
  if (input.files === null) return [input]
  return [...input.files]
    .filter(([path]) => isReportName(path))
    .map(([path, text]) => ({
      path: `${input.path}/${path}`,
      text,
      json: parseJsonText(text).json,
      files: null,
    }))
}

/** Path and query of the page: host and port are another for every preview. */
function pageOf({ requestedUrl, finalUrl, finalDisplayedUrl }: Report): string {
  const url = requestedUrl ?? finalUrl ?? finalDisplayedUrl ?? ''
  const parsed = URL.parse(url)
  return parsed === null ? url : parsed.pathname + parsed.search
}

function measured(key: string, reports: readonly Report[], warnings: string[]) {
  const error = reports.find(({ runtimeError }) => runtimeError != null)?.runtimeError
  if (error != null) return unmeasured('failed', error.message ?? error.code)
  const collected = new Collected(key, warnings)
  const audits = unique(reports.flatMap(({ audits }) => Object.keys(audits)))
  const isThere = new Set(audits)
  for (const id of unique([...FIRST.filter((id) => isThere.has(id)), ...audits])) {
    if (id === BUNDLE) continue
    const runs = reports.map(({ audits }) => (Object.hasOwn(audits, id) ? audits[id] : undefined))
    const failed = runs.filter((run) => run?.errorMessage != null).length
    if (failed > 0) warnings.push(`${key}: ${id}: the audit failed in ${failed} of ${reports.length} runs`)
    const values = runs.map((run) => run?.numericValue).filter((value) => value != null)
    const unit = runs.find((run) => run?.numericUnit != null)?.numericUnit ?? 'unitless'
    addValues(collected, { id, better: 'lower', ...unitOf(unit) }, values)
  }
  // Scores are not linear in what they score; they stand last, for budgets that name them.
  for (const id of unique(reports.flatMap(({ categories }) => Object.keys(categories ?? {})))) {
    const scores = reports
      .map(({ categories }) =>
        categories != null && Object.hasOwn(categories, id) ? categories[id]?.score : null,
      )
      .filter((score) => score != null)
    addValues(collected, { id: `${id}-score`, unit: 'fraction', better: 'higher' }, scores)
  }
  return collected.outcome()
}

function addValues(
  collected: Collected,
  metric: Parameters<Collected['samples']>[0],
  values: readonly number[],
): void {
  if (values.length > 0)
    collected.samples(
      metric,
      'process',
      values.map((value) => [value]),
    )
}

function unitOf(unit: string): { unit: string; factor: number } {
  const normal = normalUnit(unit)
  if (normal !== null) return { unit: normal.unit, factor: normal.factor }
  return { unit, factor: 1 }
}

const unique = (names: readonly string[]): string[] => [...new Set(names)]
