import { type Assessment, assessmentSchema } from '../model/assessment.ts'

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
