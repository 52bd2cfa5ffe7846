import { type Assessment, type Report, reportSchema, runIn } from '../model/assessment.ts'
import { visibleJson } from '../model/visible-json.ts'
import { sentenceOf, sentencesOf } from './view/wording.ts'

/** Any value as JSON that may be printed to a terminal or a log. */
export const jsonText = (content: object): string => `${visibleJson(JSON.stringify(content, null, 2))}\n`

/**
 * The assessment as `report.json` holds it, its findings in words. Going through the schema puts the keys
 * into its order, whatever order they were made in, and refuses NaN and Infinity, which JSON would turn into
 * null.
 */
export function reportOf({ rows, warnings, measuredBy, baseline, ...a }: Assessment): Report {
  const { kind: _, ...run } = runIn(baseline) ?? { kind: null }
  return reportSchema.parse({
    ...a,
    rows: rows.map((row) => ({ ...row, notes: row.notes.map(sentenceOf) })),
    warnings: sentencesOf(warnings),
    results:
      measuredBy.kind === 'benchgate'
        ? null
        : {
            tools: measuredBy.tools,
            base: baseline.kind === 'files' ? baseline.files : [],
            head: measuredBy.files,
          },
    standIn: runIn(baseline) && run,
  })
}

export const renderJson = (a: Assessment): string => jsonText(reportOf(a))
