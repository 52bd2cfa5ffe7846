/** Variables by which git finds a repository; in a git hook they are set to the user's own one. */
const REPOSITORY_POINTERS = new Set([
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_IMPLICIT_WORK_TREE',
  'GIT_COMMON_DIR',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_PREFIX',
  'GIT_INTERNAL_SUPER_PREFIX',
  'GIT_NAMESPACE',
  'GIT_GRAFT_FILE',
  'GIT_SHALLOW_FILE',
  'GIT_REPLACE_REF_BASE',
  'GIT_NO_REPLACE_OBJECTS',
  'GIT_QUARANTINE_PATH',
  'GIT_CONFIG',
  'GIT_CONFIG_PARAMETERS',
])

/** True for a variable by which git would find another repository than the one of its working directory. */
export function pointsGitElsewhere(name: string): boolean {
  return REPOSITORY_POINTERS.has(name)
}

/** A key and a value of git's configuration, such as the header that opens a remote. */
export type GitSetting = readonly [key: string, value: string]

/** The environment with more settings for git: in no argument and on no disk, as one may be a token. */
export function withGitSettings(env: NodeJS.ProcessEnv, settings: readonly GitSetting[]): NodeJS.ProcessEnv {
  const known = Number(env['GIT_CONFIG_COUNT'] ?? 0)
  const first = Number.isInteger(known) && known > 0 ? known : 0
  const added = settings.flatMap(([key, value], i) => [
    [`GIT_CONFIG_KEY_${first + i}`, key],
    [`GIT_CONFIG_VALUE_${first + i}`, value],
  ])
  return { ...env, ...Object.fromEntries(added), GIT_CONFIG_COUNT: String(first + settings.length) }
}

/** A token as git sends it, base64 in a header that begins with `basic`. */
export const credentialsOf = (token: string): string =>
  Buffer.from(`x-access-token:${token}`).toString('base64')

/** The settings by which git shows a token to one server, in place of what the user configured. */
export function tokenSettings(serverUrl: string, token: string): GitSetting[] {
  const key = `http.${serverUrl.replace(/\/+$/, '')}/.extraheader`
  const header = `AUTHORIZATION: basic ${credentialsOf(token)}`
  // An empty value forgets those before it: two such headers in one request are refused.
  return [
    [key, ''],
    [key, header],
  ]
}

/** Any text with the user name and password of the URLs in it left out. */
export const withoutCredentials = (text: string): string => text.replace(/(\w:\/\/)[^\s/@]*@/g, '$1')
