import { pointsGitElsewhere } from '../git/environment.ts'

/** Where the runner reads commands that a step leaves behind: outputs, variables, PATH entries, the job summary. */
const RUNNER_FILES = new Set([
  'GITHUB_OUTPUT',
  'GITHUB_ENV',
  'GITHUB_PATH',
  'GITHUB_STATE',
  'GITHUB_STEP_SUMMARY',
])

const GITHUB_TOKENS = new Set(['GITHUB_TOKEN', 'GH_TOKEN', 'GH_ENTERPRISE_TOKEN', 'GITHUB_ENTERPRISE_TOKEN'])

/** What `npm run` and `npx` say about the package that they started Benchgate from: the user's checkout, not a side. */
const NPM_CALLER =
  /^(npm_package_|npm_lifecycle_|npm_config_(local_prefix|workspaces?|include_workspace_root)$|npm_command$|INIT_CWD$)/i

const REGISTRY_SECRETS =
  /^(NODE_AUTH_TOKEN|NPM_TOKEN|YARN_NPM_AUTH_(TOKEN|IDENT)|YARN_NPM_REGISTRY_AUTH|npm_config_.*(_auth|_?authtoken|_password|username|otp|_certfile|_keyfile))$/i

function without(env: NodeJS.ProcessEnv, unwanted: (name: string) => boolean): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !unwanted(name)))
}

function belongsToTheRun(name: string): boolean {
  return (
    // Inputs of the action may hold a token (`INPUT_GITHUB-TOKEN`); ACTIONS_* open the cache and the artifacts of the run.
    /^(INPUT_|ACTIONS_)/i.test(name) ||
    GITHUB_TOKENS.has(name) ||
    // A benchmark that appends to these would set variables and outputs of later steps.
    RUNNER_FILES.has(name) ||
    // Benchgate's own channel to a measuring process; a nested run must not inherit that of its parent.
    name.startsWith('BENCHGATE_') ||
    pointsGitElsewhere(name) ||
    NPM_CALLER.test(name)
  )
}

/**
 * The environment for a setup line: what the user's step has, without what belongs to the run itself. Tokens of package
 * registries stay, since an install from a private registry needs them and the user gave them to this step.
 */
export function setupEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return without(env, belongsToTheRun)
}

/**
 * The environment for measured code: that of a setup line without tokens of package registries, which no benchmark needs.
 * NODE_OPTIONS and other flags of Node stay as the user set them, the same for both sides.
 *
 * This keeps secrets from leaking by accident, into a log or a snapshot. It is no wall: a process may read its parent's
 * environment from /proc. Only a job without the token protects the token.
 */
export function childEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return without(env, (name) => belongsToTheRun(name) || REGISTRY_SECRETS.test(name))
}
