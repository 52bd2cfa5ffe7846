import { UserError } from '../errors.ts'
import { type Repository } from '../git/repository.ts'
import { type Check, failure, type Found, ok, skipped } from './check.ts'
import { type Context, withConfig, withRepository } from './context.ts'

function lookAtRepository({ repository }: Context): Found {
  if (repository instanceof UserError) return failure(repository.message, repository.remedy)
  const { root, prefix, remote, shallow } = repository
  const project = prefix === '' ? '' : `, the project in ${prefix}`
  const history = shallow ? 'a shallow clone, which is deepened as needed' : 'with its whole history'
  return ok(`${root}${project} · remote ${remote ?? 'none'} · ${history}`)
}

const PLAIN = /^\w[\w./-]*$/

/** The line that gets what a checkout lacks; null where none can be named. */
function fetchLine({ remote, shallow, host }: Repository): string | null {
  // Somebody will paste it.
  if (remote === null || !PLAIN.test(remote)) return null
  if (shallow) return `git fetch --unshallow ${remote}`
  const branch = host.target?.branch
  return branch === undefined || !PLAIN.test(branch)
    ? `git fetch ${remote} && git remote set-head ${remote} --auto`
    : `git fetch ${remote} ${branch}:refs/remotes/${remote}/${branch}`
}

async function lookAtBase({ base }: Context, repository: Repository): Promise<Found> {
  const found = await base()
  if (found === null) return skipped('this is the first commit, so there is nothing to compare it with yet')
  if (!(found instanceof UserError)) return ok(`${found.sha.slice(0, 7)} (${found.label})`)
  const line = fetchLine(repository)
  const how = line === null ? '' : `Fetch it: \`${line}\`. `
  return failure(`base was not found: ${found.message}`, `${how}${found.remedy}`)
}

async function lookAtBuild({ base, rehearsal }: Context): Promise<Found> {
  const found = await base()
  if (found === null || found instanceof UserError) return skipped('there is no base to build')
  const rehearsed = await rehearsal()
  if (rehearsed instanceof UserError) return skipped('head cannot be prepared: see "benchmarks"')
  const { baseFailure } = rehearsed
  if (baseFailure !== null) return failure(baseFailure.message, baseFailure.remedy)
  return ok('base and head were checked out, with their dependencies')
}

export const REPOSITORY_CHECKS: readonly Check<Context>[] = [
  { id: 'repository', title: 'repository', look: lookAtRepository },
  { id: 'base', title: 'base', look: withRepository(lookAtBase) },
]

/** Takes as long as a gate needs before it can measure. */
export const BUILD_CHECK: Check<Context> = {
  id: 'base-builds',
  title: 'base builds',
  look: withConfig(lookAtBuild),
}
