import { type Check, examine } from './check.ts'
import { CONFIG_CHECKS } from './config-checks.ts'
import { type Context, type ContextOptions, openContext } from './context.ts'
import { GITHUB_CHECKS } from './github-checks.ts'
import { HANDOVER_CHECKS } from './handover-checks.ts'
import { MACHINE_CHECKS } from './machine-checks.ts'
import { BUILD_CHECK, REPOSITORY_CHECKS } from './repository-checks.ts'
import type { Section } from './section.ts'
import { RIGHTS_CHECKS } from './rights-checks.ts'
import { WIRING_CHECKS, WORKFLOW_CHECK } from './wiring-checks.ts'

/** In the order in which they are looked at, quick ones and those that others build on first. */
const SECTIONS: readonly { title: string; checks: readonly Check<Context>[] }[] = [
  { title: 'Machine', checks: MACHINE_CHECKS },
  { title: 'Repository', checks: REPOSITORY_CHECKS },
  { title: 'Workflows', checks: [WORKFLOW_CHECK, ...RIGHTS_CHECKS, ...WIRING_CHECKS, ...HANDOVER_CHECKS] },
  { title: 'GitHub', checks: GITHUB_CHECKS },
  { title: 'Project', checks: [...CONFIG_CHECKS, BUILD_CHECK] },
]

/** Looks at everything that a gate of this project needs. Rejects only for a bug, and where it is stopped. */
export const examineProject = async (o: ContextOptions): Promise<Section[]> =>
  await examineContext(await openContext(o))

/** The same of a context that is there already. */
export async function examineContext(context: Context): Promise<Section[]> {
  const sections: Section[] = []
  for (const { title, checks } of SECTIONS) sections.push({ title, results: await examine(context, checks) })
  return sections
}
