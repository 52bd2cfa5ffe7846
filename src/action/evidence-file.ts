import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { UserError } from '../errors.ts'
import { writeOwnFile } from '../files/own-file.ts'
import type { EvidenceNames } from '../github/evidence-names.ts'
import { type Evidence, EVIDENCE_SCHEMA, evidenceSchema } from '../model/evidence.ts'
import { nestsDeeper } from '../model/json-depth.ts'
import { visibleJson } from '../model/visible-json.ts'
import { schemaIn } from '../store/run-file.ts'

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

/** Characters of a message of the schema. */
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
  // It may have blocks that no look sees.
  if (result.data?.command === 'record')
    return refuse('is of a recorded commit, and none hands one over', null)
  if (result.success) return result.data
  const issue = innermost(result.error.issues[0]!)
  const what = issue.code === 'unrecognized_keys' ? 'there is an unknown key' : issue.message
  return refuse(
    `does not have the right form at ${placeIn(issue.path)}: ${what.slice(0, SHOWN)}`,
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

/** A path up to the first key that no field has: whoever wrote the file chose it, and it is not repeated. */
function placeIn(path: readonly PropertyKey[]): string {
  const known = fieldNames()
  const end = path.findIndex((part) => typeof part !== 'number' && !known.has(String(part)))
  const place = (end === -1 ? path : path.slice(0, end)).map(String).join('.') || 'its top'
  return end === -1 ? place : `${place}, below an unknown key`
}

/** What the format calls its fields, wherever they are. */
function fieldNames(): ReadonlySet<string> {
  const names = new Set<string>()
  const schema = z.toJSONSchema(evidenceSchema, { io: 'input' })
  JSON.stringify(schema, (key, value: unknown) => {
    if (key === 'properties') for (const name of Object.keys(value as object)) names.add(name)
    return value
  })
  return names
}
