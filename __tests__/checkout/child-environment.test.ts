import { expect, test } from 'vitest'
import { readHost } from '../../src/github/runner-host.ts'
import { childEnvironments } from '../../src/checkout/child-environment.ts'

const environments = (env: NodeJS.ProcessEnv) => childEnvironments(env, readHost(env).isOwnVariable)

const RUN = {
  'INPUT_GITHUB-TOKEN': 'x',
  INPUT_CONFIG: 'x',
  ACTIONS_RUNTIME_TOKEN: 'x',
  ACTIONS_ID_TOKEN_REQUEST_URL: 'x',
  GITHUB_TOKEN: 'x',
  GH_TOKEN: 'x',
  GITHUB_OUTPUT: 'x',
  GITHUB_ENV: 'x',
  GITHUB_PATH: 'x',
  GITHUB_STATE: 'x',
  GITHUB_STEP_SUMMARY: 'x',
  BENCHGATE_PLAN: 'x',
  GIT_DIR: 'x',
  GIT_INDEX_FILE: 'x',
  npm_package_name: 'x',
  npm_lifecycle_event: 'x',
  npm_config_local_prefix: 'x',
  npm_config_workspace: 'x',
  npm_command: 'x',
  INIT_CWD: 'x',
}
const REGISTRY = {
  NODE_AUTH_TOKEN: 'x',
  NPM_TOKEN: 'x',
  YARN_NPM_AUTH_TOKEN: 'x',
  'npm_config_//registry.example/:_authToken': 'x',
  NPM_CONFIG__AUTH: 'x',
}
const HARMLESS = {
  PATH: '/bin',
  HOME: '/home/x',
  CI: 'true',
  NODE_OPTIONS: '--max-old-space-size=4096',
  NODE_ENV: 'production',
  GITHUB_SHA: 'x',
  GITHUB_ACTIONS: 'true',
  GIT_AUTHOR_NAME: 'x',
  npm_config_registry: 'https://registry.example/',
  npm_config_cache: '/cache',
  BENCH: 'x',
}

test('measured code gets neither what belongs to the run nor tokens of registries', () => {
  expect(environments({ ...RUN, ...REGISTRY, ...HARMLESS }).measured).toEqual(HARMLESS)
})

test('a setup line keeps the tokens that an install may need', () => {
  const { setup } = environments({ ...RUN, ...REGISTRY, ...HARMLESS })
  expect(setup).toEqual({ HUSKY: '0', LEFTHOOK: '0', ...REGISTRY, ...HARMLESS })
  expect(environments({}).setup).toEqual({ CI: '1', HUSKY: '0', LEFTHOOK: '0' })
  expect(environments({ CI: '', HUSKY: '1' }).setup).toMatchObject({ CI: '', HUSKY: '1' })
})

test('the environment that was given stays as it is', () => {
  const env = { ...RUN }
  environments(env)
  expect(env).toEqual(RUN)
})
