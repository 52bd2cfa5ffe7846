const MAX_LENGTH = 512

/** Parts of a pattern for branches or paths, as GitHub reads it, and the expression that each stands for. */
const PARTS = /\\.|\*\*\/|\*\*|\*|\?|\+|\[[^\]]*\]|[^]/gu

function partOf(part: string): string {
  if (part === '**/') return '(?:.*/)?'
  if (part === '**') return '.*'
  if (part === '*') return '[^/]*'
  if (part === '?' || part === '+' || part.startsWith('[')) return part
  return (part.startsWith('\\') ? part.slice(1) : part).replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
}

/** Whether a pattern of a workflow's filter matches; one that cannot be read is taken to. */
function matches(pattern: string, name: string): boolean {
  if (pattern.length > MAX_LENGTH) return true
  try {
    return new RegExp(`^${pattern.replaceAll(PARTS, partOf)}$`, 'u').test(name)
  } catch {
    return true
  }
}

/** By `branches` or `paths`: the last pattern that matches decides, and `!` leaves out. */
export const isLetThrough = (patterns: readonly string[], name: string): boolean => {
  const last = patterns.findLast((one) => matches(one.replace(/^!/, ''), name))
  return last !== undefined && !last.startsWith('!')
}

/** By `branches-ignore` or `paths-ignore`. */
export const matchesSome = (patterns: readonly string[], name: string): boolean =>
  patterns.some((one) => matches(one, name))
