import Module, { registerHooks } from 'node:module'

type Load = (request: string, ...rest: unknown[]) => unknown

const MITATA = /^mitata(\/src\/main\.mjs)?$/

/**
 * Lets every `import` of mitata have the module at `url` and every `require` of it the object `api`, whichever version is
 * installed, or none.
 *
 * Hooks alone would do for require() as well, but under tsx it reads the hooked module again and transforms it to CommonJS:
 * a second instance, whose benchmarks nobody runs.
 */
export function interceptMitata(url: string, api: object): void {
  registerHooks({
    resolve(specifier, context, next) {
      return MITATA.test(specifier) ? { url, format: 'module', shortCircuit: true } : next(specifier, context)
    },
  })
  const loader = Module as unknown as { _load: Load }
  const load = loader._load
  loader._load = function (request, ...rest) {
    return MITATA.test(request) ? api : load.call(this, request, ...rest)
  }
}
