import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../errors.ts'
import { writeOwnFile } from '../files/own-file.ts'
import { type Evidence, evidenceSchema } from '../model/evidence.ts'

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
  await writeOwnFile(join(workspace, file), `${JSON.stringify(evidence)}\n`)
}

/** Characters of what a stranger wrote that an error repeats. */
const SHOWN = 200

/** The evidence in a text from outside. Throws a UserError for any other text. */
export function parseEvidence(text: string, { file }: EvidenceNames): Evidence {
  const remedy =
    'Upload the file as benchgate wrote it, with the same version of benchgate in both workflows.'
  const refuse = (what: string, cause: unknown): never => {
    throw new UserError('usage', `${file} of the measuring job ${what}`, remedy, { cause })
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    return refuse('is not JSON; it may have been cut off', cause)
  }
  const result = evidenceSchema.safeParse(value)
  if (result.success) return result.data
  const { path, message } = result.error.issues[0]!
  return refuse(
    `does not have the right form at ${path.join('.').slice(0, SHOWN) || 'its top'}: ${message.slice(0, SHOWN)}`,
    result.error,
  )
}
