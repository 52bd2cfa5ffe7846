import { UserError } from '../errors.ts'
import { type GitSetting, withoutCredentials } from '../git/variables.ts'
import { problemOfBranch } from '../git/ref-name.ts'

/** Of a name that is refused, so much is shown. */
const SHOWN_LENGTH = 200
const MAX_REMOTE = 2_000

/** Refuses a name that is none for a branch. Throws a UserError. */
export function checkBranch(branch: string): void {
  const problem = problemOfBranch(branch)
  if (problem === null) return
  throw new UserError(
    'store',
    `The baseline branch ${JSON.stringify(branch.slice(0, SHOWN_LENGTH))} ${problem}`,
    'Name it with letters, digits and hyphens, such as benchgate.',
  )
}

/** Refuses a remote that git would take for an option or hand to another program. Throws a UserError. */
export function checkRemote(remote: string): void {
  const problem =
    remote === ''
      ? 'is empty'
      : remote.length > MAX_REMOTE
        ? `has more than ${MAX_REMOTE} characters`
        : remote.startsWith('-')
          ? 'begins with a hyphen'
          : /\p{Cc}/u.test(remote)
            ? 'holds a control character'
            : /^[\w+.-]*::/.test(remote)
              ? 'asks for a transport program'
              : null
  if (problem === null) return
  throw new UserError(
    'store',
    `The remote ${JSON.stringify(withoutCredentials(remote).slice(0, SHOWN_LENGTH))} ${problem}`,
    'Give a URL, such as https://github.com/owner/name.git, or the path of a repository.',
  )
}

/**
 * An address with a user name and password in it, as one without and the setting that shows them: git would
 * hand the address to the program that speaks HTTP as an argument, which every user of the machine can read.
 * Others are left as they are.
 */
export function credentialsApart(remote: string): { remote: string; settings: GitSetting[] } {
  if (!/^https?:\/\/[^/]*@/i.test(remote) || !URL.canParse(remote)) return { remote, settings: [] }
  const url = new URL(remote)
  const credentials = `${decoded(url.username)}:${decoded(url.password)}`
  url.username = ''
  url.password = ''
  const header = `AUTHORIZATION: basic ${Buffer.from(credentials).toString('base64')}`
  return { remote: url.href, settings: [[`http.${url.origin}/.extraheader`, header]] }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A percent sign that somebody did not escape is meant as one.
    return text
  }
}
