/** Extensions of what Node, loaders and bundlers load, in no order. */
export const EXTENSIONS = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts', 'jsx', 'tsx', 'node', 'wasm']
export const CODE = new RegExp(String.raw`\.(${EXTENSIONS.join('|')})$`, 'i')
/** Files whose content decides which code is loaded, or how. */
export const DECIDING = /^(package\.json|[jt]sconfig[^/]*\.json|\.pnp(\.loader)?\.[cm]js)$/
export const OTHER_SOURCE =
  /\.(py|pyx|rb|php|pl|lua|go|rs|c|cc|cpp|cxx|h|hh|hpp|s|java|kt|kts|scala|groovy|cs|fs|vb|swift|m|mm|zig|jl|r|ex|exs|erl|hs|ml|nim|d|dart|sh)$/i

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** Whether a file of this name may be loaded as code, or a directory hold some. */
export function mayBeCode(path: string): boolean {
  const name = nameOf(path)
  return CODE.test(name) || DECIDING.test(name) || OTHER_SOURCE.test(name) || !name.includes('.')
}
