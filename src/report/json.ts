import { UserError } from '../errors.ts'
import { type Assessment, assessmentSchema } from '../model/assessment.ts'

/** Bytes, or rather UTF-16 units, of a report that is read back: 5,000 rows need about 6 million. */
const MAX_LENGTH = 64 * 1024 * 1024
const MAX_PROBLEMS = 5

/**
 * Any value as JSON that may be printed to a log: a CI runner obeys `##[` anywhere in a line, which occurs in strings alone and can be
 * written in another way there.
 */
export const jsonText = (content: object): string =>
  `${JSON.stringify(content, null, 2).replaceAll('##[', String.raw`#\u0023[`)}\n`

/**
 * The assessment as JSON. Going through the schema puts the keys into its order, whatever order they were made in, and
 * refuses NaN and Infinity, which JSON would turn into null.
 */
export const renderJson = (a: Assessment): string => jsonText(assessmentSchema.parse(a))

/** Reads what `renderJson` wrote. The text may come from anywhere: anything but a whole, valid report is a UserError. */
export function parseReport(text: string): Assessment {
  const refuse = (what: string, remedy: string, cause?: unknown): never => {
    throw new UserError('usage', `The report ${what}`, remedy, { cause })
  }
  if (text.length > MAX_LENGTH)
    refuse(`is longer than ${MAX_LENGTH} characters.`, 'Give the file that benchgate wrote.')
  if (text.trim() === '') refuse('is empty.', 'Give the file that benchgate wrote with --json.')
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (cause) {
    refuse(
      'is not JSON; it may have been cut off.',
      'Give the file that benchgate wrote with --json, whole.',
      cause,
    )
  }
  const version = schemaVersion(value)
  if (version !== 1) {
    refuse(
      version === null
        ? 'has no field "schema": it is not a report of benchgate.'
        : `has schema ${version}; this benchgate reads 1.`,
      version === null
        ? 'Give the file that benchgate wrote with --json.'
        : 'Use the version of benchgate that wrote it.',
    )
  }
  const result = assessmentSchema.safeParse(value)
  if (result.success) return result.data
  const { issues } = result.error
  const problems = issues.slice(0, MAX_PROBLEMS).map(({ path, message }) => `${placeOf(path)}: ${message}`)
  const more = issues.length > MAX_PROBLEMS ? [`and ${issues.length - MAX_PROBLEMS} more`] : []
  return refuse(
    `does not have the right form. ${[...problems, ...more].join('; ').slice(0, 1000)}`,
    'Give the file as benchgate wrote it.',
    result.error,
  )
}

function schemaVersion(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !('schema' in value)) return null
  return typeof value.schema === 'number' ? value.schema : null
}

const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (at, key) => (typeof key === 'number' ? `${at}[${key}]` : `${at}${at && '.'}${String(key)}`),
    '',
  ) || 'top'
