import { z } from 'zod'
import type { IngestedMetric } from '../../model/result-file.ts'
import { adapter, type Input } from '../adapter.ts'
import { parseJsonText } from '../forms/json-text.ts'
import { isRecord, quantity, shaped } from '../forms/json.ts'
import { oldFileWarnings } from '../forms/leftovers.ts'
import { inUnit, ofProcesses } from '../forms/metrics.ts'
import { keyOf } from '../forms/names.ts'

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

/**
 * Reads Lighthouse's JSON report; in a directory (.lighthouseci) each `lhr-*.json` is one run of its page.
 */
export const lighthouse = adapter({
  name: 'lighthouse',
  title: 'Lighthouse: --output=json, or the directory .lighthouseci',

  recognises: ({ json, files }) =>
    files === null
      ? isRecord(json) && typeof json.lighthouseVersion === 'string' && isRecord(json.audits)
      : [...files.keys()].some(isReportName),

  read(input, results) {
    const reports = inputsOf(input).map((one) => shaped(report, one, 'lighthouse --output=json'))
    const [first] = reports
    if (first === undefined) return
    results.version = first.lighthouseVersion
    results.describe({
      browser: first.environment?.hostUserAgent,
      throttling: first.configSettings?.throttlingMethod,
      benchmarkIndex: first.environment?.benchmarkIndex,
    })
    results.warnings.push(...oldFileWarnings(input, [...(input.files?.keys() ?? [])].filter(isReportName)))
    // One report is one process; several of one page are several.
    for (const [key, ofPage] of Map.groupBy(reports, (one) => keyOf([pageOf(one)], paramsOf(one)))) {
      const place = { name: pageOf(ofPage[0]!), params: paramsOf(ofPage[0]!) }
      const error = ofPage.find(({ runtimeError }) => runtimeError != null)?.runtimeError
      if (error != null) results.add({ ...place, status: 'failed', message: error.message ?? error.code })
      else results.add({ ...place, metrics: metricsOf(key, ofPage, results.warnings) })
    }
  },
})

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

function paramsOf({ configSettings }: Report): Record<string, string> {
  const formFactor = configSettings?.formFactor
  return formFactor == null ? {} : { formFactor }
}

function metricsOf(key: string, reports: readonly Report[], warnings: string[]): IngestedMetric[] {
  const audits = unique(reports.flatMap(({ audits }) => Object.keys(audits)))
  const isThere = new Set(audits)
  const ids = unique([...FIRST.filter((id) => isThere.has(id)), ...audits]).filter((id) => id !== BUNDLE)
  const audited = ids.map((id) => {
    const runs = reports.map(({ audits }) => (Object.hasOwn(audits, id) ? audits[id] : undefined))
    const failed = runs.filter((run) => run?.errorMessage != null).length
    if (failed > 0) warnings.push(`${key}: ${id}: the audit failed in ${failed} of ${reports.length} runs`)
    const { unit, factor } = inUnit(runs.find((run) => run?.numericUnit != null)?.numericUnit ?? 'unitless')
    return ofProcesses(
      { id, unit, factor, better: 'lower' },
      runs.map((run) => run?.numericValue),
    )
  })
  // Scores are not linear in what they score; they stand last, for budgets that name them.
  const scored = unique(reports.flatMap(({ categories }) => Object.keys(categories ?? {}))).map((id) => {
    const scores = reports.map(({ categories }) =>
      categories != null && Object.hasOwn(categories, id) ? categories[id]?.score : null,
    )
    return ofProcesses({ id: `${id}-score`, unit: 'fraction', better: 'higher' }, scores)
  })
  return [...audited, ...scored]
}

const unique = (names: readonly string[]): string[] => [...new Set(names)]
