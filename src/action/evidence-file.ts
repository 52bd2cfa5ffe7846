import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { UserError } from '../errors.ts'
import { writeOwnFile } from '../files/own-file.ts'
import { type Evidence, EVIDENCE_SCHEMA, evidenceSchema } from '../model/evidence.ts'
import { nestsDeeper } from '../model/json-depth.ts'
import { visibleJson } from '../model/visible-json.ts'
import { schemaIn } from '../store/run-file.ts'

/**
 * How the evidence is called between two workflows; gates with other keys than the default have their own.
 */
export interface EvidenceNames {
  artifact: string
  file: string
}

export function evidenceNames(key: string): EvidenceNames {
  const name = key === 'default' ? 'benchgate-report' : `benchgate-report-${key}`
  return { artifact: name, file: `${name}.json` }
}

/**
 * Removes a file of that name before anything is measured: one that the checkout brings along must not be
 * uploaded as ours.
 */
export async function clearEvidence(workspace: string, { file }: EvidenceNames): Promise<void> {
  await rm(join(workspace, file), { recursive: true, force: true })
}

/** Writes the evidence for upload, at the root of the workspace. */
export async function writeEvidence(
  workspace: string,
  { file }: EvidenceNames,
  evidence: Evidence,
): Promise<void> {
  const otherwise = 'check the repository out on another disk'
  await writeOwnFile(join(workspace, file), `${visibleJson(JSON.stringify(evidence))}\n`, otherwise)
}

/** Characters of what a stranger wrote that an error repeats. */
const SHOWN = 200
/** The format itself nests nine deep. */
const MAX_DEPTH = 32

/** The evidence in a text from outside. Throws a UserError for any other text. */
export function parseEvidence(text: string, { file }: EvidenceNames): Evidence {
  const remedy =
    'Upload the file as benchgate wrote it, with the same version of benchgate in both workflows.'
  const refuse = (what: string, cause: unknown): never => {
    throw new UserError('usage', `${file} of the measuring job ${what}`, remedy, { cause })
  }
  if (nestsDeeper(text, MAX_DEPTH)) return refuse(`nests deeper than ${MAX_DEPTH} levels`, null)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    return refuse('is not JSON; it may have been cut off', cause)
  }
  const schema = schemaIn(value)
  if (schema !== null && schema !== EVIDENCE_SCHEMA) {
    const other = schema > EVIDENCE_SCHEMA ? 'a newer' : 'an older'
    return refuse(
      `was written by ${other} Benchgate (schema ${schema}; this one reads ${EVIDENCE_SCHEMA})`,
      null,
    )
  }
  const result = evidenceSchema.safeParse(value)
  if (result.success) return result.data
  const { path, message } = innermost(result.error.issues[0]!)
  return refuse(
    `does not have the right form at ${path.map(shownPart).join('.').slice(0, SHOWN) || 'its top'}: ${message.slice(0, SHOWN)}`,
    result.error,
  )
}

/** What is wrong with the alternative that was meant: the one that is wrong at the deepest place. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue
  const own = issue.errors.flatMap(([first]) => first ?? []).map(innermost)
  const [deepest] = own.toSorted((a, b) => b.path.length - a.path.length)
  return deepest === undefined ? issue : { ...deepest, path: [...issue.path, ...deepest.path] }
}

/** A part of a path; a key that a stranger may have chosen is quoted. */
const shownPart = (part: PropertyKey): string =>
  /^[\w-]{1,40}$/.test(String(part)) ? String(part) : JSON.stringify(String(part).slice(0, 40))
