import { UserError } from '../errors.ts'
import { withoutCredentials } from './names.ts'

// git says why in words that people wrote; these are those of git 2.31 to 2.54 and of GitHub, as seen in their output.

export type RefusalKind =
  /** Somebody else was first. */
  | 'moved'
  | 'no-branch'
  | 'signature'
  | 'archived'
  | 'rule'
  | 'unauthenticated'
  | 'denied'
  | 'missing'
  | 'disk'
  /** It gives no object by its id. */
  | 'no-objects'
  /** No answer, or a failure of its own: another time may do. */
  | 'unreachable'
  | 'unknown'

// The first that matches decides: a refusal by rule also says "rejected".
const KINDS: readonly (readonly [RefusalKind, RegExp])[] = [
  ['no-branch', /couldn't find remote ref/i],
  ['signature', /must have (?:verified|valid) signatures/i],
  ['archived', /archived so it is read-only|repository (?:is|was|has been) archived/i],
  ['rule', /\bGH0(?:06|13)\b|protected branch|rule violations|hook declined/i],
  ['disk', /no space left on device|disk quota exceeded/i],
  [
    'moved',
    /fetch first|non-fast-forward|stale info|cannot lock ref|unable to lock|incorrect old value|failed to update ref|reference already exists/i,
  ],
  [
    'unauthenticated',
    /error: 401|could not read (?:username|password)|authentication failed|terminal prompts disabled|permission denied \(publickey|bad credentials|invalid username or/i,
  ],
  [
    'denied',
    /error: 403|write access to repository not granted|permission to \S+ denied|deploy key|not allowed to push/i,
  ],
  ['missing', /repository .*not found|does not appear to be a git repository|error: 404/i],
  ['no-objects', /unadvertised object|not our ref|remote error: upload-pack/i],
  [
    'unreachable',
    /could not resolve|couldn't resolve|failed to connect|couldn't connect|connection (?:refused|reset|timed out)|timed out|error: (?:5\d\d|429)|HTTP (?:5\d\d|429)|early EOF|hung up|RPC failed|unexpected disconnect|\b(?:SSL|TLS|gnutls)\b/i,
  ],
]

/** What git's output says about a fetch or a push that did not succeed. */
export function kindOf(said: string): RefusalKind {
  return KINDS.find(([, pattern]) => pattern.test(said))?.[0] ?? 'unknown'
}

/** A fetch or push that the remote, or the way to it, did not let happen. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly kind: RefusalKind
  readonly said: string

  constructor(said: string) {
    super('the remote refused')
    this.kind = kindOf(said)
    this.said = said
  }
}

/** The refusal as something that a person can act on. */
export function refusalError(
  refused: Refused,
  { branch, doing, attempts = 1 }: { branch: string; doing: 'read' | 'written'; attempts?: number },
): UserError {
  const [what, remedy] = explained(refused.kind, branch, doing)
  const times = attempts === 1 ? '' : ` in ${attempts} attempts`
  return new UserError(
    'store',
    `The baseline branch ${branch} could not be ${doing}${times}: ${what} (${tellingLines(refused.said)})`,
    remedy,
    { cause: refused },
  )
}

function explained(
  kind: RefusalKind,
  branch: string,
  doing: 'read' | 'written',
): [what: string, remedy: string] {
  switch (kind) {
    case 'denied':
      return doing === 'read'
        ? [
            'the token may not read the repository',
            'Give the job `permissions: contents: read`, or a token that may read.',
          ]
        : [
            'the token may not write',
            'Give the job `permissions: contents: write`, or a token that may write.',
          ]
    case 'unauthenticated':
      return [
        'the remote wants to know who asks',
        'Set github-token, or store credentials for the remote in git.',
      ]
    case 'missing':
      return [
        'there is no such repository, or the token may not see it',
        'Check the address of the remote and the rights of the token.',
      ]
    case 'archived':
      return ['the repository is archived', 'Unarchive it in its settings, or stop recording.']
    case 'rule':
      return [
        'a rule of the repository forbids the push',
        `Exempt the branch ${branch} in the branch protection or ruleset, or let the pushing app bypass it (Settings, Rules).`,
      ]
    case 'signature':
      return [
        'a rule of the repository wants signed commits',
        `Exempt the branch ${branch} from "Require signed commits" (Settings, Rules), or create the branch once by hand: GitHub signs what is added to it through its API.`,
      ]
    case 'disk':
      return ['there is no space left', 'Free some, here or on the remote.']
    case 'unreachable':
      return [
        'the remote did not answer as it should',
        'Look at the network and at the status of the host, and run the job again.',
      ]
    case 'moved':
      return ['other writers were faster each time', 'Run the job again when fewer jobs write.']
    case 'no-objects':
      return [
        'the remote gives no objects by their id',
        'Set uploadpack.allowAnySHA1InWant on the remote, or git protocol version 2.',
      ]
    case 'no-branch':
      return ['it is not there', 'The first recorded push to the default branch creates it.']
    case 'unknown':
      return ['git failed', 'Look at what git says; if it is no fault of the remote, please report it.']
  }
}

const MAX_LINES = 4
const MAX_TEXT = 500

/** The lines in which the remote, else git, says what is wrong, without what nobody needs. */
function tellingLines(said: string): string {
  const lines = withoutCredentials(said)
    .split('\n')
    .map((line) => line.trim())
  const remote = lines.flatMap((line) => /^remote: (?:error: |fatal: |- )?(.*\S)/.exec(line)?.[1] ?? [])
  const own = lines.flatMap((line) => /^(?:fatal|error): (.*)/.exec(line)?.[1] ?? [])
  const chosen = [...remote, ...own].slice(0, MAX_LINES)
  return (
    (chosen.length === 0 ? (lines.at(-1) ?? '') : chosen.join('; ')).slice(0, MAX_TEXT) ||
    'it did not say why'
  )
}
