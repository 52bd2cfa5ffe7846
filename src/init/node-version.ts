import type { Json } from '../checkout/json-object.ts'
import { isTooOld, OLDEST_NODE } from '../model/oldest-node.ts'
import type { Entries } from './workflows.ts'

/** Files that state the version of Node, in the order in which they count. */
export const STATED_IN = ['.nvmrc', '.node-version']
/** What a workflow gets where nothing says more. */
const USUAL = 24

interface NodeVersion {
  /** For actions/setup-node. */
  entry: Entries
  /** For people. */
  described: string
}

/**
 * The Node of a workflow: the one that a file or a package.json states, if suites run on it. `manifests` are
 * those of the project and of the root above it.
 */
export function nodeVersion(
  file: { file: string; text: string } | null,
  manifests: readonly Json[],
): NodeVersion {
  if (file !== null) {
    const stated = file.text.trim().split('\n')[0]!.trim()
    return isTooOld(stated)
      ? tooOld(file.file, stated)
      : { entry: { 'node-version-file': file.file }, described: `Node ${stated} (${file.file})` }
  }
  const stated = manifests.flatMap(statedBy)[0]
  if (stated === undefined) return { entry: { 'node-version': USUAL }, described: `Node ${USUAL}` }
  const major = majorOf(stated.range)
  if (major !== null && major < OLDEST_NODE[0]) return tooOld(stated.field, stated.range)
  const version = major ?? USUAL
  return {
    entry: { 'node-version': version },
    described: `Node ${version} (${stated.field} says ${stated.range})`,
  }
}

const tooOld = (where: string, stated: string): NodeVersion => ({
  entry: {
    'node-version': [USUAL, `${where} says ${stated}; suites need ${OLDEST_NODE.join('.')} or newer`],
  },
  described: `Node ${USUAL} (${where} says ${stated}, and suites need ${OLDEST_NODE.join('.')} or newer)`,
})

function statedBy(manifest: Json): { field: string; range: string }[] {
  const within = (outer: unknown, name: string): unknown =>
    typeof outer === 'object' && outer !== null ? (outer as Json)[name] : undefined
  const runtime = within(manifest['devEngines'], 'runtime')
  const runtimes = Array.isArray(runtime) ? runtime : [runtime]
  const ofNode = runtimes.find((one) => within(one, 'name') === 'node')
  const stated: [string, unknown][] = [
    ['volta.node', within(manifest['volta'], 'node')],
    ['devEngines.runtime', within(ofNode, 'version')],
    ['engines.node', within(manifest['engines'], 'node')],
  ]
  return stated.flatMap(([field, range]) =>
    typeof range === 'string' && /^[\d\s.<>=^~|*xX-]{1,60}$/.test(range) ? [{ field, range }] : [],
  )
}

/** The major version that a range is pinned to, by its newest alternative; null: anything new will do. */
function majorOf(range: string): number | null {
  const majors = range.split('||').map((part) => /^\s*(?:[\^~=]\s*)?(\d+)/.exec(part)?.[1])
  return majors.includes(undefined) ? null : Math.max(...majors.map(Number))
}
