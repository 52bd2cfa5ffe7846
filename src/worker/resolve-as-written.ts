import { createRequire, type ResolveFnOutput, type ResolveHookContext } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type * as TypeScriptResolution from './typescript-resolution.ts'

export type NextResolve = (specifier: string, context?: Partial<ResolveHookContext>) => ResolveFnOutput

/** What Node says where it finds no file, package or entry of one, or where an alias is no package name. */
const NOT_FOUND = new Set([
  'ERR_MODULE_NOT_FOUND',
  'MODULE_NOT_FOUND',
  'ERR_UNSUPPORTED_DIR_IMPORT',
  'ERR_PACKAGE_PATH_NOT_EXPORTED',
  'ERR_PACKAGE_IMPORT_NOT_DEFINED',
  'ERR_INVALID_MODULE_SPECIFIER',
])

/**
 * Resolves as Node does, and where Node finds nothing, as TypeScript and bundlers do for the project's own
 * files. JSON may be imported without an attribute, as there.
 */
export function resolveAsWritten(
  specifier: string,
  context: ResolveHookContext,
  next: NextResolve,
): ResolveFnOutput {
  const resolved = nextOrTypeScript(specifier, context, next)
  if (resolved.format !== 'json' || isRequire(context) || !isOwn(context.parentURL)) return resolved
  return { ...resolved, importAttributes: { ...context.importAttributes, type: 'json' } }
}

/** Whether it is require() that resolves. Node 22 passes a set of conditions. */
export const isRequire = ({ conditions }: ResolveHookContext): boolean => new Set(conditions).has('require')

function nextOrTypeScript(
  specifier: string,
  context: ResolveHookContext,
  next: NextResolve,
): ResolveFnOutput {
  try {
    return next(specifier, context)
  } catch (error) {
    const { code, url } = error as NodeJS.ErrnoException & { url?: string }
    const { parentURL } = context
    if (!NOT_FOUND.has(code ?? '') || !isOwn(parentURL)) throw error
    const [, path = '', query = ''] = /^([^?]*)(.*)$/s.exec(specifier) ?? []
    const missing = url?.startsWith('file:') ? fileURLToPath(url) : null
    const importer = fileURLToPath(parentURL)
    const resolved = orThrowAs(code, () => typeScript().resolveTypeScript(path, importer, missing))
    if (resolved === null) throw error
    if ('missing' in resolved) {
      // As Node says it of a file. It calls the alias a package that is not installed.
      const message = `Cannot find module '${resolved.missing}' imported from ${importer}`
      throw Object.assign(new Error(message, { cause: error }), { code })
    }
    const { file } = resolved
    return next(isRequire(context) ? file : pathToFileURL(file).href + query, context)
  }
}

/**
 * Throws with the code that Node gave: suites that load something only where it is installed look at it, and
 * have to run beside a tsconfig.json that cannot be read.
 */
function orThrowAs<Value>(code: string | undefined, f: () => Value): Value {
  try {
    return f()
  } catch (error) {
    throw Object.assign(error as Error, { code })
  }
}

/** Whether a module is the project's own, and not in a package that came from a registry. */
function isOwn(url: string | undefined): url is string {
  return url?.startsWith('file:') === true && !url.includes('/node_modules/')
}

let loaded: typeof TypeScriptResolution | null = null

/** Loaded for the first import that Node does not find: most suites have none. */
function typeScript(): typeof TypeScriptResolution {
  const file = import.meta.url.endsWith('.ts') ? './typescript-resolution.ts' : './worker-typescript.js'
  return (loaded ??= createRequire(import.meta.url)(file) as typeof TypeScriptResolution)
}
