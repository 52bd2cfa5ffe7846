import { pointsGitElsewhere } from '../git/variables.ts'

/** What `npm run` and `npx` say about the package that started Benchgate, which is neither side. */
const NPM_CALLER =
  /^(npm_package_|npm_lifecycle_|npm_config_(local_prefix|workspaces?|include_workspace_root)$|npm_command$|INIT_CWD$)/i

const REGISTRY_SECRETS =
  /^(NODE_AUTH_TOKEN|NPM_TOKEN|YARN_NPM_AUTH_(TOKEN|IDENT)|YARN_NPM_REGISTRY_AUTH|npm_config_.*(_auth|_?authtoken|_password|username|otp|_certfile|_keyfile))$/i

/** Nobody commits in a checkout that is measured, so it needs no hooks; and nobody is there to be asked. */
const OF_SETUP = { CI: '1', HUSKY: '0', LEFTHOOK: '0' }

export interface ChildEnvironments {
  /**
   * For a set-up line: the environment of the user's step, without what belongs to the run itself. Tokens of
   * package registries stay, since an install from a private registry needs them and the user gave them to
   * this step. CI is set where the user did not say otherwise, and hooks are not installed.
   */
  setup: NodeJS.ProcessEnv
  /**
   * For measured code: also without tokens of package registries, which no benchmark needs. NODE_OPTIONS and
   * other flags of Node stay as the user set them, for both sides.
   */
  measured: NodeJS.ProcessEnv
}

/**
 * The environments for code of the project. `isOwnVariable` matches variables that belong to the job alone.
 *
 * This keeps secrets from leaking by accident, into a log or a snapshot. It is no security boundary: a
 * process may read its parent's environment from /proc. Only a job without the token protects the token.
 */
export function childEnvironments(
  env: NodeJS.ProcessEnv,
  isOwnVariable: (name: string) => boolean,
): ChildEnvironments {
  const own = without(
    env,
    (name) =>
      isOwnVariable(name) ||
      // Benchgate's own channel to a measuring process. A nested run must not inherit its parent's.
      name.startsWith('BENCHGATE_') ||
      pointsGitElsewhere(name) ||
      NPM_CALLER.test(name),
  )
  return { setup: { ...OF_SETUP, ...own }, measured: without(own, (name) => REGISTRY_SECRETS.test(name)) }
}

function without(env: NodeJS.ProcessEnv, unwanted: (name: string) => boolean): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !unwanted(name)))
}
