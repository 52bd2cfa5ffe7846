import { UserError } from '../errors.ts'
import { explainFailure } from '../git/remedies.ts'
import { withoutCredentials } from '../git/variables.ts'

// git says why in words that people wrote; these are those of git 2.31 to 2.54 and of GitHub, as seen in
// their output.

type Doing = 'read' | 'written'

interface Refusal {
  kind: string
  /** How git or the remote says it. */
  pattern?: RegExp
  /** For a message that begins with the name of the branch. */
  what: string | ((doing: Doing) => string)
  remedy: string | ((doing: Doing, branch: string, said: string) => string)
}

// The first that matches decides: a refusal by rule also says "rejected".
const REFUSALS = [
  {
    kind: 'no-branch',
    pattern: /couldn't find remote ref/i,
    what: 'it is not there',
    remedy: 'The first recorded push to the default branch creates it.',
  },
  {
    kind: 'signature',
    pattern: /must have (?:verified|valid) signatures/i,
    what: 'a rule of the repository wants signed commits',
    remedy: (_, branch) =>
      `Exempt the branch ${branch} from "Require signed commits" (Settings, Rules), or create the branch once by hand: GitHub signs what is added to it through its API.`,
  },
  {
    kind: 'archived',
    pattern: /archived so it is read-only|repository (?:is|was|has been) archived/i,
    what: 'the repository is archived',
    remedy: 'Unarchive it in its settings, or stop recording.',
  },
  {
    kind: 'rule',
    pattern: /\bGH0(?:06|13)\b|protected branch|rule violations|hook declined/i,
    what: 'a rule of the repository forbids the push',
    remedy: (_, branch) =>
      `Exempt the branch ${branch} in the branch protection or ruleset, or let the pushing app bypass it (Settings, Rules).`,
  },
  {
    kind: 'remote-disk',
    pattern: /^remote: .*(?:no space left on device|dis[ck] quota exceeded)/im,
    what: 'the remote has no space left',
    remedy: 'Free some space on the remote.',
  },
  {
    kind: 'disk',
    pattern: /no space left on device|dis[ck] quota exceeded/i,
    what: 'there is no space left for its mirror',
    remedy: 'Free some space, or point RUNNER_TEMP or TMPDIR to another disk.',
  },
  {
    // git gives no reason; what it knows of a repository of another machine comes after `remote: `.
    kind: 'remote-unwritable',
    pattern:
      /unable to create temporary object directory|^remote: .*(?:insufficient permission|read-only file system|: permission denied)/im,
    what: 'nothing can be written to the repository of the remote',
    remedy:
      'Let the account that receives the push write there, on a disk that is neither full nor read-only.',
  },
  {
    kind: 'unwritable',
    pattern: /insufficient permission for adding an object|: (?:permission denied|read-only file system)$/im,
    what: 'its mirror cannot be written here',
    remedy: 'Point RUNNER_TEMP or TMPDIR to a directory that belongs to this user.',
  },
  {
    kind: 'distrusted',
    pattern: /detected dubious ownership in repository/,
    what: 'git does not trust a repository of another user',
    remedy: (_doing, _branch, said) =>
      explainFailure(said, process.cwd())?.remedy ?? 'Look at what git says.',
  },
  {
    // Somebody else was first.
    kind: 'moved',
    pattern:
      /fetch first|non-fast-forward|stale info|cannot lock ref|unable to lock|incorrect old value|failed to update ref|reference already exists/i,
    what: 'other writers were faster each time',
    remedy: 'Run the job again when fewer jobs write.',
  },
  {
    kind: 'unauthenticated',
    pattern:
      /error: 401|could not read (?:username|password)|authentication failed|terminal prompts disabled|permission denied \(publickey|bad credentials|invalid username or/i,
    what: 'the remote wants to know who asks',
    remedy: 'Set github-token, or store credentials for the remote in git.',
  },
  {
    kind: 'denied',
    pattern:
      /error: 403|write access to repository not granted|permission to \S+ denied|deploy key|not allowed to push/i,
    what: (doing) => `the token may not ${doing === 'read' ? 'read the repository' : 'write'}`,
    remedy: (doing) => {
      const right = doing === 'read' ? 'read' : 'write'
      return `Give the job \`permissions: contents: ${right}\`, or a token that may ${right}.`
    },
  },
  {
    kind: 'missing',
    pattern: /repository .*not found|does not appear to be a git repository|error: 404/i,
    what: 'there is no such repository, or the token may not see it',
    remedy: 'Check the address of the remote and the rights of the token.',
  },
  {
    // It gives no object by its id.
    kind: 'no-objects',
    pattern: /unadvertised object|not our ref|remote error: upload-pack/i,
    what: 'the remote gives no objects by their id',
    remedy: 'Set uploadpack.allowAnySHA1InWant on the remote, or git protocol version 2.',
  },
  {
    // No answer, or a failure of its own: another time may do.
    kind: 'unreachable',
    pattern:
      /could not resolve|couldn't resolve|failed to connect|couldn't connect|connection (?:refused|reset|timed out)|timed out|error: (?:5\d\d|429)|HTTP (?:5\d\d|429)|early EOF|hung up|RPC failed|unexpected disconnect|\b(?:SSL|TLS|gnutls)\b/i,
    what: 'the remote did not answer as it should',
    remedy: 'Look at the network and at the status of the host, and run the job again.',
  },
] as const satisfies readonly Refusal[]
const UNKNOWN = {
  kind: 'unknown',
  what: 'git failed',
  remedy: 'Look at what git says; if it is no fault of the remote, please report it.',
} as const satisfies Refusal

export type RefusalKind = (typeof REFUSALS)[number]['kind'] | typeof UNKNOWN.kind

const refusalIn = (said: string) => REFUSALS.find(({ pattern }) => pattern.test(said)) ?? UNKNOWN

/** What git's output says about a fetch or a push that did not succeed. */
export const kindOf = (said: string): RefusalKind => refusalIn(said).kind

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
  { branch, doing, attempts = 1 }: { branch: string; doing: Doing; attempts?: number },
): UserError {
  const { what, remedy }: Refusal = refusalIn(refused.said)
  const times = attempts === 1 ? '' : ` in ${attempts} attempts`
  const why = typeof what === 'string' ? what : what(doing)
  return new UserError(
    'store',
    `The baseline branch ${branch} could not be ${doing}${times}: ${why} (${tellingLines(refused.said)})`,
    typeof remedy === 'string' ? remedy : remedy(doing, branch, refused.said),
    { cause: refused, topic: 'store-refused' },
  )
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
