import { dirname, join, resolve } from 'node:path'
import type { Host } from '../model/host.ts'

/** What somebody can do about a failure, and the line in which git says why it failed. */
interface Explained {
  line: string
  remedy: string
}

interface Place {
  /** Where git worked. */
  directory: string
  host: Host | undefined
  /** What the pattern found, without the whole. */
  found: readonly (string | undefined)[]
}

const quoted = (path: string): string => `'${path.replaceAll("'", String.raw`'\''`)}'`
const user = (): string => String(process.getuid?.() ?? 'this user')

export const beforehand = (host?: Host): string =>
  `fetch what is needed beforehand${host === undefined ? '' : ` (${host.wholeHistory.aside})`}`

/** The directory in which git was refused something: the one of the named file, else the repository's. */
function refusing({ directory, found: [file, folder] }: Place): string {
  if (file !== undefined) return dirname(resolve(directory, file))
  return folder === undefined ? join(directory, '.git') : resolve(directory, folder)
}

// git says why in words that people wrote; these are those of git 2.31 to 2.54. The first that matches
// decides.
const REASONS: readonly { pattern: RegExp; remedy: (place: Place) => string }[] = [
  {
    pattern: /detected dubious ownership in repository at '(.+)'/,
    remedy: ({ directory, found: [path = directory] }) =>
      `Make user ${user()} the owner of ${path}, or tell git that you trust it: git config --global --add safe.directory ${quoted(resolve(directory, path))}`,
  },
  {
    pattern: /Unable to create '(.+\.lock)': File exists/,
    remedy: ({ directory, found: [file = ''] }) =>
      `Wait until no git works there. Where none does, one that was killed has left the file: rm ${quoted(resolve(directory, file))}`,
  },
  {
    pattern: /(?:'([^'\n]+)')?: Read-only file system$/,
    remedy: (place) =>
      `Mount ${refusing(place)} writable, since git keeps there what it fetches, or ${beforehand(place.host)}.`,
  },
  {
    pattern: /unable to access '(.+)': Permission denied$/,
    remedy: ({ found: [file] }) =>
      `Let user ${user()} read ${file}, or point HOME to a directory of this user: git takes its settings from there.`,
  },
  {
    pattern: /(?:["']([^"'\n]+)["']\)?: Permission denied|repository database (.+)|: Permission denied)$/,
    remedy: (place) =>
      `Let user ${user()} read and write there (chown -R ${user()} ${quoted(refusing(place))}), or ${beforehand(place.host)}.`,
  },
]

/** What git said without what the remote did, which may be another machine. */
export const saidHere = (said: string): string =>
  said
    .split('\n')
    .filter((line) => !line.startsWith('remote: '))
    .join('\n')

/** Why git failed on this machine, in a line of its own words; null where it says nothing that is known. */
export function explainFailure(said: string, directory: string, host?: Host): Explained | null {
  const lines = saidHere(said).split('\n')
  for (const { pattern, remedy } of REASONS) {
    for (const line of lines) {
      const [whole, ...found] = pattern.exec(line.trimEnd()) ?? []
      if (whole !== undefined) return { line, remedy: remedy({ directory, host, found }) }
    }
  }
  return null
}

const WANTS_TO_KNOW_WHO_ASKS =
  /could not read (?:Username|Password)|Authentication failed|Permission denied|terminal prompts disabled/

/** What to do about any other failure. */
export function remedyFor(complaint: string, directory: string, host?: Host): string {
  if (!WANTS_TO_KNOW_WHO_ASKS.test(complaint)) return `Run the command in ${directory} to see more.`
  const how = host === undefined ? '' : ` (${host.wholeHistory.aside})`
  return `Fetch what is needed beforehand${how}; Benchgate asks for no password.`
}
