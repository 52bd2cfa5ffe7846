import { type FileHandle, readlink, realpath } from 'node:fs/promises'
import { isAbsolute, relative, resolve, sep } from 'node:path'

// The rule for every path that a config file, an input or a flag names: it leads to something of the project,
// and never to what git keeps there.

/** What is wrong with a path, as the end of a sentence about it, and what to do. */
export interface PathProblem {
  problem: string
  remedy: string
}

/** File systems of Macs pass over these within a name. */
const IGNORED = /\p{Default_Ignorable_Code_Point}/gu
const IN_GIT = 'lies in `.git`, which belongs to git'

/** Whether a step of a path is, on some system, the folder in which git keeps a repository. */
export function isGitFolder(step: string): boolean {
  // Windows passes over dots and blanks at the end, and calls the folder `git~1`, too.
  const name = step.replace(IGNORED, '').replace(/[. ]+$/, '')
  return /^(\.git|git~1)$/i.test(name)
}

/**
 * What is wrong with a path or glob as it is written; null: nothing. `place` is what it is relative to, and
 * `root` what it must not leave.
 */
export function problemOfPath(path: string, place: string, root = 'the project'): PathProblem | null {
  if (/[\p{C}\p{Zl}\p{Zp}]/u.test(path)) return { problem: 'holds a control character', remedy: 'Remove it.' }
  if (/^([/\\~]|[a-z]:)/i.test(path))
    return { problem: 'is an absolute path', remedy: `Write it relative to ${place}.` }
  const steps = path.split(/[/\\]/)
  if (steps.includes('..'))
    return { problem: `leaves ${root}`, remedy: `Write it without \`..\`, relative to ${place}.` }
  if (path.includes('\\')) return { problem: 'holds a backslash', remedy: 'Separate folders with `/`.' }
  return steps.some(isGitFolder) ? { problem: IN_GIT, remedy: 'Name a place outside of `.git`.' } : null
}

/**
 * Why something of a project may not be used, by where it really is, as the end of a sentence; null: it may,
 * or nothing is there. Links that stay within the project are followed.
 */
export async function problemInProject(
  project: string,
  path: string,
  root = 'the project',
): Promise<string | null> {
  const real = await realpath(path).catch(() => null)
  const leaves = `leaves ${root}`
  const behindLink = `lies behind a link that ${leaves}`
  const problem = real === null ? null : problemOfPlace(await realpath(project), real, behindLink)
  // No link is to blame where the path leads out as it is written.
  return problem && (problemOfPlace(resolve(project), resolve(path), leaves) ?? problem)
}

/**
 * Why what was opened may not be read, like `problemInProject`. Where the system says where an open file is,
 * that counts: by now the path may lead elsewhere.
 */
export async function problemOfOpened(
  project: string,
  handle: FileHandle,
  path: string,
): Promise<string | null> {
  const opened = await readlink(`/proc/self/fd/${handle.fd}`).catch(() => realpath(path))
  return problemOfPlace(await realpath(project), opened, 'lies behind a link that leaves the project')
}

function problemOfPlace(root: string, path: string, leaves: string): string | null {
  const inside = relative(root, path)
  const steps = inside.split(sep)
  if (steps[0] === '..' || isAbsolute(inside)) return leaves
  return steps.some(isGitFolder) ? IN_GIT : null
}
