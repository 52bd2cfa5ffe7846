/**
 * Which of the hypotheses with these p-values are rejected when at most a share `q` (0 to 1) of the
 * rejections may be false on average: those with p at most q k / m for the largest k that has k such
 * p-values. Same order as the input.
 *
 * Source: Y. Benjamini and Y. Hochberg, "Controlling the False Discovery Rate", JRSS B 57 (1995), 289-300.
 */
export function benjaminiHochberg(pValues: readonly number[], q: number): boolean[] {
  const ascending = [...pValues].sort((a, b) => a - b)
  const m = ascending.length
  const last = ascending.findLastIndex((p, i) => p <= (q * (i + 1)) / m)
  const limit = last < 0 ? -Infinity : ascending[last]!
  return pValues.map((p) => p <= limit)
}
