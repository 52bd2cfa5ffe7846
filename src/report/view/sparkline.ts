const BARS = '▁▂▃▄▅▆▇█'
/** Relative to the median: what differs by less than this is noise, and is drawn as nothing. */
const FLAT_BELOW = 0.02

/**
 * One bar a value, from the least to the greatest of them; all at the lowest bar where they span less than 2
 * % of their median, which at full height would look like news. Values that are not finite are left out.
 */
export function sparkline(values: readonly number[]): string {
  const finite = values.filter((value) => Number.isFinite(value))
  const ascending = [...finite].sort((a, b) => a - b)
  const least = ascending[0] ?? 0
  // Halved, because the difference of two numbers may be too great for one.
  const halfSpan = (ascending.at(-1) ?? 0) / 2 - least / 2
  const median = ascending[Math.floor((ascending.length - 1) / 2)] ?? 0
  if (halfSpan === 0 || halfSpan < (FLAT_BELOW / 2) * Math.abs(median)) return BARS[0]!.repeat(finite.length)
  const highest = BARS.length - 1
  return finite.map((value) => BARS[Math.round(((value / 2 - least / 2) / halfSpan) * highest)]).join('')
}
