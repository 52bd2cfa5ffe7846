import { type ResolveFnOutput, type ResolveHookContext } from 'node:module'

type Next = (specifier: string, context?: Partial<ResolveHookContext>) => ResolveFnOutput

/** Codes of errors that say that there is no such file. */
const NOT_FOUND = new Set(['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND', 'ERR_UNSUPPORTED_DIR_IMPORT'])

/**
 * Resolves as Node does, and where Node finds nothing as TypeScript and bundlers do. The latter is only
 * loaded then: most suites do not need it, and it has to read tsconfig.json.
 */
export function resolveAsWritten(
  specifier: string,
  context: ResolveHookContext,
  next: Next,
): ResolveFnOutput {
  try {
    return next(specifier, context)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (!NOT_FOUND.has(code ?? '')) throw error
    throw error
  }
}
