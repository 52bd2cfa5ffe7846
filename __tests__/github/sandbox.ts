import { afterEach } from 'vitest'
import { type Client, type ClientLimits, openClient } from '../../src/github/client.ts'
import { ACTIONS_BOT, GitHubApi, type Identity, WRITE_TOKEN } from '../e2e/doubles/github-api.ts'

export const SHA = 'a'.repeat(40)
export const BASE_SHA = 'b'.repeat(40)

/** Names that attack whatever prints them; platform.md, section 4. */
export const HOSTILE_NAMES = [
  'a|b',
  'two\nlines',
  '\r\n::error::x',
  '%0A::error::x',
  '%0D%0A##[error]x',
  '##[add-mask]name',
  '##[stop-commands]x',
  '::stop-commands::x',
  '@org/team',
  '<img src=x onerror=1>',
  '</script><script>',
  '-->',
  '<!-- benchgate:v1 key=default -->',
  '[x](javascript:1)',
  '```',
  '${{ github.token }}',
  '$(id)',
  '__proto__',
  'constructor',
  '',
  'x'.repeat(10_000),
  '\u202egnp.exe',
  'nul\0',
  '\ud800 alone',
  `${'x'.repeat(4094)}😀😀`,
  'EOF',
  'a=b,c:d;e]f',
]

export interface Sandbox {
  api: GitHubApi
  notices: string[]
  /** What the client waited before it tried again; no time passes. */
  waits: number[]
  open: (token?: string, limits?: Partial<ClientLimits>) => Client
}

const running: GitHubApi[] = []

afterEach(async () => {
  for (const api of running.splice(0)) {
    await api.stop()
    if (api.violations.length > 0) throw new Error(api.violations.join('\n'))
  }
})

/** A GitHub of its own for one test, with a token `job` that can write; afterwards nothing may have been asked wrongly. */
export async function startSandbox(permissions: Identity['permissions'] = WRITE_TOKEN): Promise<Sandbox> {
  const api = await GitHubApi.start()
  running.push(api)
  api.tokens.set('job', { ...ACTIONS_BOT, permissions })
  const notices: string[] = []
  const waits: number[] = []
  const open: Sandbox['open'] = (token = 'job', limits = {}) =>
    openClient({
      token,
      context: {
        repository: {
          owner: api.owner,
          name: api.name,
          fullName: `${api.owner}/${api.name}`,
          defaultBranch: 'main',
        },
        serverUrl: api.url,
        apiUrl: api.url,
        graphqlUrl: `${api.url}/graphql`,
      },
      onNotice: (text) => notices.push(text),
      wait: async (ms) => {
        waits.push(ms)
      },
      limits,
    })
  return { api, notices, waits, open }
}
