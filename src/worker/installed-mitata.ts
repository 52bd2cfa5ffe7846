import { dirname, join } from 'node:path'
import { readFileSync } from './builtins.ts'

/** Version of the mitata that a file would load by Node's rules; null when none is installed. */
export function installedMitata(file: string): string | null {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    try {
      const text = readFileSync(join(folder, 'node_modules', 'mitata', 'package.json'), 'utf8')
      return String((JSON.parse(text) as { version: unknown }).version)
    } catch {
      if (folder === dirname(folder)) return null
    }
  }
}
