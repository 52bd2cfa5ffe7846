import { existsSync, lstatSync, statSync } from 'node:fs'
import { open, readFile, realpath } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { dirname, join } from 'node:path'
import type { SideName } from '../model/side.ts'
import type { MeasuredSides } from './session.ts'
import { findSuites } from './suites.ts'

/** How base's checkout is to differ from base so that head's suites can run in it. */
export interface SuiteEdits {
  /** Files of head that replace base's, relative to the project. */
  files: string[]
  /**
   * Suites of head that differ between the sides, and why each side runs its own; null: both run head's.
   */
  suites: Map<string, string | null>
}

/** Whose globs match a file. */
interface Matched {
  /** `suites` of head. */
  head: boolean
  /** `suites` of base's own config. */
  base: boolean
  /** `measure.suite-files` of base's config. */
  suiteFiles: boolean
}

/** A file of head as it is decided upon; `base` is null where base has none at its path. */
export interface SuiteFile {
  path: string
  matched: Matched
  head: SideFile
  base: SideFile | null
}

interface SideFile {
  text: string
  /** Whether it is a regular file behind no link and in no submodule. */
  isPlain: boolean
  /** Whether the commit or the working tree has it, so that no set-up line wrote it. */
  isSource: boolean
}

const PART_BYTES = 1024 * 1024
const MAX_SCRIPT_BYTES = 8 * PART_BYTES
const SCRIPT = /\.[cm]?[jt]sx?$/i
/** They decide what code is loaded, or are not the project's. */
const NEVER = /^(package(-lock)?\.json|npm-shrinkwrap\.json|[tj]sconfig.*\.json|node_modules|\.git.*)$/i
const DECLARED =
  'default|const|let|var|function|class|async|abstract|enum|type|interface|namespace|declare|import'
/** Signs of an export, in CommonJS too. `export {}` only makes a file a module. */
const EXPORTS = new RegExp(
  String.raw`\bexport\s*([*@=]|\{(?!\s*\})|/[*/])|\bexport\s+(${DECLARED})\b|\bexports\s*[.,[=)]`,
)
const SPECIFIER = /\b(?:from|import|require)[\s(]*(['"`])([^'"`]*)\1/g
const COMPUTED = /\b(?:import|require)\s*\(\s*[^'"`\s)]/
const WITHOUT_CODE = /^(node:.*|(mitata|benchgate)(\/.*)?)$/

/**
 * Why head's version of a file may not take the place of base's, as the end of a sentence; null: it may. What
 * is measured has to stay base's, whatever the change writes into its own config: a file counts as a suite
 * where base's config says so, or where base has no such file, and only if no other code can use it. A suite
 * that loads nothing of the project holds what it measures, and would be compared with itself.
 */
export function whyNotFromHead({ path, matched, head, base }: SuiteFile): string | null {
  if (path.split('/').some((name) => NEVER.test(name))) return 'a file of its name decides what is loaded'
  const versions = base === null ? [head] : [head, base]
  if (!versions.every(({ isPlain }) => isPlain)) return 'it is behind a link or in a submodule'
  if (!versions.every(({ isSource }) => isSource)) return 'the set-up line writes it'
  if (matched.suiteFiles) return null
  if (!SCRIPT.test(path)) return 'it is no JavaScript or TypeScript'
  if (!matched.head || (!matched.base && base !== null)) return 'suites of base’s config do not match it'
  if (versions.some(({ text }) => EXPORTS.test(text))) return 'it exports something that other code may use'
  return loadsCode(head.text) ? null : 'it holds the code that it measures'
}

/** Whether a module names anything that it loads, besides modules of Node and of benchmarks. */
function loadsCode(text: string): boolean {
  const specifiers = [...text.matchAll(SPECIFIER)].map(([, , specifier]) => specifier!)
  const isCode = (name: string) => !WITHOUT_CODE.test(name) && !builtinModules.includes(name)
  return COMPUTED.test(text) || specifiers.some(isCode)
}

/**
 * Finds the suites that differ between the sides. `sources` lists the files of a side that no set-up line
 * wrote; it is asked only where something differs.
 */
export async function findSuiteEdits(
  sides: MeasuredSides,
  globs: { head: readonly string[]; base: readonly string[]; suiteFiles: readonly string[] },
  sources: (side: SideName) => Promise<ReadonlySet<string>>,
): Promise<SuiteEdits> {
  const onHead = (patterns: readonly string[], key = 'suites') =>
    patterns.length === 0 ? [] : findSuites(sides.head.directory, patterns, { key })
  const suites = new Set(await onHead(globs.head))
  const ofBase = new Set(await onHead(globs.base))
  const helpers = new Set(await onHead(globs.suiteFiles, 'measure.suite-files'))
  const edits: SuiteEdits = { files: [], suites: new Map() }
  const differing: string[] = []
  for (const path of new Set([...suites, ...helpers])) {
    if (await differs(sides, path)) differing.push(path)
  }
  if (differing.length === 0) return edits
  const written = { base: await sources('base'), head: await sources('head') }
  const fileOn = async (side: SideName, path: string): Promise<SideFile> => ({
    text: await textOf(sides[side].directory, path),
    isPlain: await isPlain(sides[side].directory, path),
    isSource: written[side].has(path),
  })
  for (const path of differing) {
    const matched = { head: suites.has(path), base: ofBase.has(path), suiteFiles: helpers.has(path) }
    const isNew = await isFree(sides.base.directory, path)
    const [head, base] = [await fileOn('head', path), isNew ? null : await fileOn('base', path)]
    const why = whyNotFromHead({ path, matched, head, base })
    if (why === null) edits.files.push(path)
    if (matched.head) edits.suites.set(path, why)
  }
  // Which suites use a fixture is not known, so that all of them count as edited with it.
  if (edits.files.some((path) => helpers.has(path)))
    for (const path of suites) if (!edits.suites.has(path)) edits.suites.set(path, null)
  return edits
}

/** Whether head's file at a path is not the one that base has there. */
async function differs({ base, head }: MeasuredSides, path: string): Promise<boolean> {
  const [old, now] = [join(base.directory, path), join(head.directory, path)]
  const [before, after] = [old, now].map((file) => statSync(file, { throwIfNoEntry: false }))
  if (after?.isFile() !== true) return false
  if (before?.isFile() !== true || before.size !== after.size) return true
  return await hasOtherBytes(old, now)
}

/** Whether two files of one size differ; read in parts, since a fixture may have any size. */
async function hasOtherBytes(...paths: [string, string]): Promise<boolean> {
  const files = await Promise.all(paths.map((path) => open(path)))
  try {
    for (let at = 0; ; at += PART_BYTES) {
      const [old, now] = await Promise.all(
        files.map(async (file) => {
          const { buffer, bytesRead } = await file.read(Buffer.alloc(PART_BYTES), 0, PART_BYTES, at)
          return buffer.subarray(0, bytesRead)
        }),
      )
      if (!old!.equals(now!)) return true
      if (old!.length === 0) return false
    }
  } finally {
    await Promise.all(files.map((file) => file.close()))
  }
}

/** The text of a script; empty where there is none, or one that is too large to be written by hand. */
async function textOf(directory: string, path: string): Promise<string> {
  const file = join(directory, path)
  const size = SCRIPT.test(path) ? statSync(file, { throwIfNoEntry: false })?.size : undefined
  return size === undefined || size > MAX_SCRIPT_BYTES ? '' : await readFile(file, 'utf8').catch(() => '')
}

/** Whether a path is a regular file that no link and no repository inside the checkout leads to. */
async function isPlain(directory: string, path: string): Promise<boolean> {
  const file = join(directory, path)
  const entry = lstatSync(file, { throwIfNoEntry: false })
  return entry?.isFile() === true && (await isReached(directory, dirname(path)))
}

/** Whether nothing is at a path, and a file could be put there without following a link. */
async function isFree(directory: string, path: string): Promise<boolean> {
  if (lstatSync(join(directory, path), { throwIfNoEntry: false }) !== undefined) return false
  return await isReached(directory, dirname(path))
}

/** Whether a directory, as far as it exists, is reached without links and outside other repositories. */
async function isReached(directory: string, path: string): Promise<boolean> {
  if (path === '.') return true
  const here = join(directory, path)
  const real = await realpath(here).catch(() => null)
  const isThere = real === null ? lstatSync(here, { throwIfNoEntry: false }) === undefined : real === here
  return isThere && !existsSync(join(here, '.git')) && (await isReached(directory, dirname(path)))
}
