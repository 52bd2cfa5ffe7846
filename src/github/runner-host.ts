import type { Host } from '../model/host.ts'

/**
 * Where the runner reads commands that a step leaves behind: a benchmark that appends to them would reach
 * later steps.
 */
export const RUNNER_FILES = [
  'GITHUB_OUTPUT',
  'GITHUB_ENV',
  'GITHUB_PATH',
  'GITHUB_STATE',
  'GITHUB_STEP_SUMMARY',
] as const
export type RunnerFile = (typeof RUNNER_FILES)[number]
const TOKENS = ['GITHUB_TOKEN', 'GH_TOKEN', 'GH_ENTERPRISE_TOKEN', 'GITHUB_ENTERPRISE_TOKEN']
const OWN = new Set<string>([...RUNNER_FILES, ...TOKENS])
/**
 * Inputs of the action may hold a token (`INPUT_GITHUB-TOKEN`); ACTIONS_* open the cache and the artifacts of
 * the run.
 */
const OWN_PREFIX = /^(INPUT_|ACTIONS_)/i

/** What the runner calls a system, and what Node calls it. */
const SYSTEMS: Record<string, string> = { Linux: 'Linux', macOS: 'Darwin', Windows: 'Windows_NT' }

/** What GitHub's runner says in the environment; outside of a runner, next to nothing. */
export function readHost(env: NodeJS.ProcessEnv): Host {
  const target = env['GITHUB_BASE_REF'] || null
  const previewed = /^refs\/pull\/\d+\/merge$/.test(env['GITHUB_REF'] ?? '') ? env['GITHUB_SHA'] : undefined
  return {
    target:
      target === null ? null : { branch: target, namedBy: "pull request's base branch (GITHUB_BASE_REF)" },
    isPreview({ sha, parents: [first, second], subject }) {
      // Anybody can give a merge that subject; where the runner says what was checked out, it alone is
      // believed.
      if (previewed === sha || env['GITHUB_ACTIONS'] === 'true') return previewed === sha
      return subject === `Merge ${second} into ${first}`
    },
    temporary: env['RUNNER_TEMP'] || null,
    temporaryVariables: 'RUNNER_TEMP or TMPDIR',
    system: SYSTEMS[env['RUNNER_OS'] ?? ''] ?? null,
    // GitHub's hosted runners name their image in these two.
    image: env['ImageOS'] ? `${env['ImageOS']} ${env['ImageVersion'] ?? ''}`.trim() : null,
    isOwnVariable: (name) => OWN.has(name) || OWN_PREFIX.test(name),
    wholeHistory: {
      aside: 'with actions/checkout: fetch-depth: 0',
      clause: 'with actions/checkout, set fetch-depth: 0',
    },
  }
}

/**
 * Where the docs of the running action are, with `/` at the end; null for an action of the repository that
 * uses it.
 */
export function docsOfAction(env: NodeJS.ProcessEnv): string | null {
  const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref, GITHUB_SERVER_URL: server } = env
  return repository && ref ? encodeURI(`${server || 'https://github.com'}/${repository}/blob/${ref}/`) : null
}
