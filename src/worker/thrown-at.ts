import { relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const MAX_FRAMES = 50
/** `at load (file:///a.js:1:2)`, `at /a.js:1:2`; a syntax error begins with `file:///a.js:1`. */
const FRAME = /(?:^|[( ])(file:\/\/[^()\s]+?|[/\\][^()]+?|[a-z]:[\\/][^()]+?):(\d+)(?::\d+)?\)?$/i

/**
 * The place in the project where something was thrown, as `file:line`; null where its stack names none. The
 * path is relative to the project, because the one on disk is that of a checkout that will be gone.
 */
export function thrownAt(thrown: unknown, project: string): string | null {
  try {
    const { stack } = thrown as { stack?: unknown }
    if (typeof stack !== 'string') return null
    for (const line of stack.split('\n', MAX_FRAMES)) {
      const [, script, number] = FRAME.exec(line.slice(0, 1_000)) ?? []
      if (script === undefined) continue
      const path = relative(project, script.startsWith('file:') ? fileURLToPath(script) : script)
      const isOwn = !path.split(sep).includes('..') && !path.split(sep).includes('node_modules')
      if (isOwn) return `${path.replaceAll(sep, '/')}:${number}`
    }
  } catch {
    // A stack may be anything: without a place the message is worth as much.
  }
  return null
}
