import Module, { registerHooks } from 'node:module'

type Load = (request: string, ...rest: unknown[]) => unknown

/** What a suite is given in the place of a package. */
interface Substitute {
  /** Matches the specifiers that a suite may write. */
  specifier: RegExp
  /** Of the module that an `import` loads. */
  url: string
  /** What a `require` returns. */
  api: object
}

/**
 * Gives a suite these in the place of packages, whichever version is installed, or none.
 *
 * Hooks alone would do for require() as well, but under tsx it reads the hooked module again and transforms
 * it to CommonJS: a second instance, whose benchmarks nobody runs.
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
