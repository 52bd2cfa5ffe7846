import { findSourceMap, SourceMap } from 'node:module'
import { dirname, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getCallSites, readFileSync } from './builtins.ts'

/** A place in a source file: absolute path and 1-based line. */
export interface CallSite {
  file: string
  line: number
}

const CALLER_OF_OUR_CALLER = 2

/** The call site of the function that calls this one; null for code that is in no file. */
export function callSite(): CallSite | null {
  const frame = getCallSites(CALLER_OF_OUR_CALLER + 1, { sourceMap: false })[CALLER_OF_OUR_CALLER]
  if (!frame) return null
  const file = pathOf(frame.scriptName)
  if (file === null) return null
  const generated = { file, line: frame.lineNumber }
  return original(frame.scriptName, generated, frame.columnNumber) ?? generated
}

/** A place in words: its path from the checkout, and its line. */
export function placeOf({ file, line }: CallSite): string {
  return `${relative(process.cwd(), file).split(sep).join('/')}:${line}`
}

function pathOf(script: string): string | null {
  try {
    if (script.startsWith('file:')) return fileURLToPath(script.replace(/[?#].*$/, ''))
  } catch {
    return null
  }
  return script.startsWith('/') || /^[a-z]:[\\/]/i.test(script) ? script : null
}

function original(script: string, { file, line }: CallSite, column: number): CallSite | null {
  // Node has the source maps of loaders that transform (tsx) once they have enabled source maps. A suite that
  // was compiled to a file has its map beside it.
  const map = (process.sourceMapsEnabled ? findSourceMap(script) : undefined) ?? mapOnDisk(file)
  const origin = map?.findEntry(line - 1, column - 1)
  if (!origin || !('originalSource' in origin)) return null
  const source = origin.originalSource
  const path = pathOf(source) ?? resolve(dirname(file), source)
  return { file: path, line: origin.originalLine + 1 }
}

const maps = new Map<string, SourceMap | null>()

function mapOnDisk(file: string): SourceMap | null {
  if (!maps.has(file)) maps.set(file, readMap(file))
  return maps.get(file) ?? null
}

function readMap(file: string): SourceMap | null {
  try {
    const reference = [...readFileSync(file, 'utf8').matchAll(/^\/\/# sourceMappingURL=(\S+)\s*$/gm)].at(
      -1,
    )?.[1]
    if (reference === undefined) return null
    const embedded = /^data:application\/json[^,]*;base64,(.*)$/.exec(reference)?.[1]
    const text = embedded
      ? Buffer.from(embedded, 'base64').toString('utf8')
      : readFileSync(resolve(dirname(file), decodeURIComponent(reference)), 'utf8')
    return new SourceMap(JSON.parse(text))
  } catch {
    // The call site in the compiled file is better than none.
    return null
  }
}
