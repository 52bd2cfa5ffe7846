import Module, { registerHooks } from 'node:module'

type Load = (request: string, ...rest: unknown[]) => unknown

/** What a suite gets in place of a package. */
interface Substitute {
  /** Matches the specifiers by which a suite may import it. */
  specifier: RegExp
  /** The module that an `import` loads. */
  url: string
  /** The value that a `require` returns. */
  api: object
}

/**
 * Gives a suite these substitutes in place of packages, whichever version is installed, if any.
 *
 * Module hooks alone would work for require() too, but under tsx they read the hooked module again and
 * transform it to CommonJS: a second instance, whose benchmarks nobody would run.
 */
export function intercept(substitutes: readonly Substitute[]): void {
  const substituteFor = (request: string) => substitutes.find(({ specifier }) => specifier.test(request))
  registerHooks({
    resolve(specifier, context, next) {
      const url = substituteFor(specifier)?.url
      return url === undefined ? next(specifier, context) : { url, format: 'module', shortCircuit: true }
    },
  })
  const loader = Module as unknown as { _load: Load }
  const load = loader._load
  loader._load = function (request, ...rest) {
    return substituteFor(request)?.api ?? load.call(this, request, ...rest)
  }
}
