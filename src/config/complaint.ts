import { z } from 'zod'
import type { Complaint } from './config-error.ts'

// zod carries one string per issue. A complaint that knows its remedy is packed into it as JSON, and unpacked by
// `unpack`; every other issue is put into words by issues.ts.
export const pack = (complaint: Complaint): string => JSON.stringify(complaint)

/** The complaint inside a zod message; null when zod wrote the message itself. */
export function unpack(message: string): Complaint | null {
  return message.startsWith('{"message":') ? (JSON.parse(message) as Complaint) : null
}

/** A text that `check` has nothing to say about. `wrongType` may know better words for what is none. */
export const text = (
  check: (value: string) => Complaint | null,
  wrongType?: (input: unknown) => Complaint | null,
) =>
  z
    .string({
      error: ({ input }) => {
        const complaint = wrongType?.(input)
        return complaint ? pack(complaint) : undefined
      },
    })
    .superRefine((value, context) => {
      const complaint = check(value)
      if (complaint !== null) context.addIssue({ code: 'custom', message: pack(complaint) })
    })
