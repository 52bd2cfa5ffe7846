const LOAD_WITH_TSX = 'load the suite with tsx: measure.node-args: ["--import", "tsx"]'

/** A sentence about what was thrown, which may be any value. */
export function describeThrown(thrown: unknown): string {
  try {
    if (thrown instanceof Error) return describeError(thrown)
    return typeof thrown === 'object' && thrown !== null
      ? `threw ${JSON.stringify(thrown)}`
      : `threw ${String(thrown)}`
  } catch {
    return 'threw something that cannot be printed'
  }
}

/** The code by which Node names what is wrong; null where it has none. */
export function codeOf(thrown: unknown): string | null {
  const code: unknown = thrown instanceof Error ? (thrown as NodeJS.ErrnoException).code : null
  return typeof code === 'string' ? code : null
}

function describeError(error: Error): string {
  const message = error.message || error.name
  switch (codeOf(error)) {
    case 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX':
      return `${message.replace(/\.$/, '')}; ${LOAD_WITH_TSX}`
    case 'ERR_UNKNOWN_FILE_EXTENSION':
      return /"\.[jt]sx"/.test(message) ? `${inProject(message)}; ${LOAD_WITH_TSX}` : inProject(message)
    case 'ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING':
      return `${inProject(message)}; ${LOAD_WITH_TSX}`
  }
  // Node removes types and keeps every import; other tools remove imports that only name types.
  const mayBeType = message.includes('does not provide an export') && isInTypeScript(error)
  return mayBeType
    ? `${message}; if that is a type, write \`import { type … }\`, or ${LOAD_WITH_TSX}`
    : message
}

/** Above the stack of an error in a module that it could not load Node writes the place. */
function isInTypeScript({ stack }: Error): boolean {
  return /^\S+\.[cm]?ts:\d+\n/.test(stack ?? '')
}

function inProject(message: string): string {
  return message.replaceAll('file://', '').replaceAll(`${process.cwd()}/`, '')
}
