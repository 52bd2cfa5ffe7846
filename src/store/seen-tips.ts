import type { Mirror } from './mirror.ts'
import { Refused } from './refused.ts'

/** Generations of the branch in which a tip is looked for: first few, then all that one may ask for. */
const DEPTHS = [64, 1_024] as const
/** Ids that a warning names. */
const MAX_NAMED = 10

/**
 * Remembers which commits the branch has been seen at, in this job and (through the mirror) in earlier ones,
 * in order to say so when a commit is no longer part of the branch: somebody deleted or rewrote it, and
 * earlier runs went with it.
 */
export class SeenTips {
  /** Oldest first; those of which is not known yet whether the branch still holds them. */
  #tips: string[] = []
  #deletedAt: string[] = []
  readonly #branch: string

  constructor(branch: string) {
    this.#branch = branch
  }

  /** Takes over what the mirror knows. */
  async recall(mirror: Mirror): Promise<void> {
    for (const name of ['known', 'tip'] as const) this.#add(await mirror.ref(name))
  }

  #add(tip: string | null): void {
    if (tip !== null && !this.#tips.includes(tip)) this.#tips.push(tip)
  }

  /** The branch is at this commit now; null: it does not exist. */
  async see(mirror: Mirror, tip: string | null): Promise<void> {
    if (tip === null) {
      this.#deletedAt.push(...this.#tips)
      this.#tips = []
      return
    }
    this.#add(tip)
    if ((await mirror.ref('known')) === null) await mirror.setRef('known', tip)
  }

  /** What to say of a branch that is not there and once was; null when it was never seen. */
  deletion(): string | null {
    const lost = this.#deletedAt.toReversed()
    if (lost.length === 0) return null
    return `The baseline branch ${this.#branch} was deleted: the runs that it held are gone unless it is restored. It was last seen at ${named(lost)}.`
  }

  /**
   * After runs were added on top of `parent`: warnings about tips that the branch no longer holds. Later ones
   * are compared with this state. What cannot be found out is not a warning.
   */
  async afterAppend(
    mirror: Mirror,
    commit: string,
    parent: string | null,
    via: 'push' | 'api',
  ): Promise<string[]> {
    const warnings: string[] = []
    const deletion = this.deletion()
    if (deletion !== null) {
      warnings.push(
        parent === null
          ? `${deletion} It was created again with what was added now and nothing else.`
          : deletion,
      )
    }
    const others = this.#tips.filter((tip) => tip !== parent && tip !== commit)
    const lost = parent === null ? others : await this.#notBelow(mirror, parent, others)
    if (lost.length > 0) {
      warnings.push(
        `The baseline branch ${this.#branch} was rewritten: it no longer holds ${named(lost.toReversed())}, where it was before. What was added now stands on what it holds now; runs that only the old commits hold are gone unless they are restored.`,
      )
    }
    this.#deletedAt = []
    this.#tips = [commit]
    // A commit that GitHub made is not here.
    const newest = via === 'push' ? commit : parent
    if (newest !== null) {
      await mirror.setRef('tip', newest)
      await mirror.setRef('known', newest)
    }
    return warnings
  }

  /** Those of the commits that are certainly no ancestors of another. */
  async #notBelow(mirror: Mirror, commit: string, candidates: readonly string[]): Promise<string[]> {
    let open = [...candidates]
    for (const depth of DEPTHS) {
      if (open.length === 0) return []
      try {
        if (!(await mirror.fetchCommits(commit, depth))) return []
      } catch (error) {
        if (error instanceof Refused) return []
        throw error
      }
      const below = await mirror.commits(commit, depth)
      const known = new Set(below)
      open = open.filter((tip) => !known.has(tip))
      const boundaries = await mirror.boundaries()
      if (below.length < depth && !below.some((sha) => boundaries.has(sha))) return open
    }
    return []
  }
}

const named = (commits: readonly string[]): string => {
  const rest = commits.length - MAX_NAMED
  return `${commits.slice(0, MAX_NAMED).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}
