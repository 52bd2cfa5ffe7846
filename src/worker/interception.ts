import Module, { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { readFileSync } from './builtins.ts'
import { isRequire, type NextResolve, resolveAsWritten } from './resolve-as-written.ts'

/** What a suite gets in place of a module. */
interface Substitute {
  /** The module that an `import` loads. */
  url: string
  /** The value that a `require` returns. */
  api: object
}

/** The modules that are replaced: mitata's two, and the library of this package. */
type Substitutes = Record<'main' | 'lib' | 'library', Substitute>

/** Specifiers that need no installed package, and what require.resolve() makes of them on Node 24. */
const SPECIFIERS: readonly [RegExp, keyof Substitutes][] = [
  [/^(mitata(\/src\/(main|cli)\.mjs)?|benchgate:main)$/, 'main'],
  [/^(mitata\/src\/lib\.mjs|benchgate:lib)$/, 'lib'],
  [/^benchgate(:library)?$/, 'library'],
]
/** The modules of all versions of mitata that measure; 0.1 calls the main one `cli`. */
const MODULE_OF_MITATA = /^(.*[\\/])src[\\/](main|cli|lib)\.mjs$/
const JITI = /[\\/]jiti[\\/]dist[\\/]jiti\.c?js$/

/**
 * Gives a suite these substitutes, whichever version is installed, if any, and by whatever path, alias or
 * loader it comes to one of the replaced modules.
 */
export function intercept(substitutes: Substitutes): void {
  const cache = (Module as unknown as { _cache: Record<string, object> })._cache
  for (const [key, { api }] of Object.entries(substitutes)) cache[requireKey(key)] = loaded(api)
  registerHooks({
    resolve(specifier, context, next) {
      let key = SPECIFIERS.find(([pattern]) => pattern.test(specifier))?.[1] ?? null
      if (key === null) {
        const resolved = resolveAsWritten(specifier, context, next as NextResolve)
        const path = pathOf(resolved.url)
        if (path !== null && JITI.test(path)) interceptJiti(substitutes)
        key = path === null ? null : moduleAt(path)
        if (key === null) return resolved
      }
      // Under tsx a module that is required is read again and transformed to CommonJS: a second instance,
      // whose benchmarks nobody would run. What is in the cache of required modules is not read.
      return isRequire(context)
        ? { url: requireKey(key), format: 'commonjs', shortCircuit: true }
        : { url: substitutes[key].url, format: 'module', shortCircuit: true }
    },
  })
}

const requireKey = (key: string): string => `benchgate:${key}`

function loaded(exports: object): Module {
  const module = new Module('benchgate')
  module.exports = exports
  module.loaded = true
  return module
}

function pathOf(url: string): string | null {
  return url.startsWith('file:') ? fileURLToPath(url.replace(/[?#].*$/, '')) : null
}

/** Which replaced module is at a path, by the package that it lies in. */
function moduleAt(path: string): 'main' | 'lib' | null {
  const [, folder, name] = MODULE_OF_MITATA.exec(path) ?? []
  if (folder === undefined) return null
  try {
    const manifest = JSON.parse(readFileSync(`${folder}package.json`, 'utf8')) as { name?: unknown }
    return manifest.name !== 'mitata' ? null : name === 'lib' ? 'lib' : 'main'
  } catch {
    return null
  }
}

let isJitiIntercepted = false

/**
 * jiti resolves by itself, and where it is called without `await` it reads, transforms and evaluates the
 * files of packages too.
 */
function interceptJiti(substitutes: Substitutes): void {
  if (isJitiIntercepted) return
  isJitiIntercepted = true
  const vm = process.getBuiltinModule('node:vm')
  const evaluate = vm.runInThisContext
  vm.runInThisContext = (code, options) => {
    const path = typeof options === 'object' ? options.filename : undefined
    const key = path === undefined ? null : moduleAt(path)
    if (key === null) return evaluate(code, options)
    return (_: unknown, __: unknown, module: Module) => void (module.exports = substitutes[key].api)
  }
}
