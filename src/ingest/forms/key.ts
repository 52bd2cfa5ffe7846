/**
 * Names one benchmark of a file: the parts that are there, then `name=value` for each parameter in the order of the
 * file, joined by `/`.
 */
export function keyOf(parts: readonly (string | null)[], params: Record<string, string>): string {
  const named = Object.entries(params).map(([name, value]) => `${name}=${value}`)
  return [...parts.filter((part) => part !== null && part !== ''), ...named].join('/')
}
