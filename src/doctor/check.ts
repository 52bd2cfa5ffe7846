import { UserError } from '../errors.ts'

/** What a check says of one thing that it looked at. */
export interface CheckResult {
  /** Which check: lowercase words joined by dashes. */
  id: string
  /** What it looks at, in a few words. */
  title: string
  status: 'ok' | 'warning' | 'failure' | 'skipped'
  /** What was found, in one sentence without a full stop. */
  detail: string
  /** What to do about it: whole sentences. Null where there is nothing to do. */
  remedy: string | null
  /** `file:line:column`, relative to the repository; null where no file is meant. */
  place: string | null
}

/** A result without the name of its check, which `examine` adds. */
export type Found = Omit<CheckResult, 'id' | 'title'>

/** One thing that can be wrong with a set-up. */
export interface Check<Context> {
  id: string
  title: string
  /** One result, or one for each place. What is thrown as a UserError is a failure. */
  look: (context: Context) => Found | readonly Found[] | Promise<Found | readonly Found[]>
}

export const ok = (detail: string): Found => ({ status: 'ok', detail, remedy: null, place: null })

/** `detail` says why it could not be looked at, or why there is nothing to look at. */
export const skipped = (detail: string): Found => ({ status: 'skipped', detail, remedy: null, place: null })

export const warning = (detail: string, remedy: string, place: string | null = null): Found => ({
  status: 'warning',
  detail,
  remedy,
  place,
})

export const failure = (detail: string, remedy: string, place: string | null = null): Found => ({
  ...warning(detail, remedy, place),
  status: 'failure',
})

/** Runs the checks one after the other, in their order. Rejects only for a bug. */
export async function examine<Context>(
  context: Context,
  checks: readonly Check<Context>[],
): Promise<CheckResult[]> {
  const results: CheckResult[] = []
  for (const { id, title, look } of checks) {
    const found = await lookSafely(context, look)
    results.push(...found.map((one) => ({ id, title, ...one })))
  }
  return results
}

async function lookSafely<Context>(
  context: Context,
  look: Check<Context>['look'],
): Promise<readonly Found[]> {
  try {
    const found = await look(context)
    return 'status' in found ? [found] : found
  } catch (error) {
    if (error instanceof UserError) return [failure(error.message, error.remedy)]
    throw error
  }
}
