import type { ProcessPlan } from '../measure/protocol.ts'
import { readFileSync } from './builtins.ts'

/**
 * The task of this process. It is not validated, because the parent process wrote it, and validation would
 * load zod into every measuring process. Null in processes that inherit `--import` from a measuring process
 * without being one.
 */
export const plan: ProcessPlan | null = takePlan()

function takePlan(): ProcessPlan | null {
  // Only a measuring process has it: in another one, descriptor 3 belongs to somebody else.
  const channel = process.env['BENCHGATE_PLAN']
  if (channel === undefined) return null
  delete process.env['BENCHGATE_PLAN']
  return JSON.parse(readFileSync(Number(channel), 'utf8')) as ProcessPlan
}

/** Whether this process should measure a benchmark. */
export const isWanted = (id: string): boolean => wanted?.has(id) ?? true
const wanted = plan?.only && new Set(plan.only)
