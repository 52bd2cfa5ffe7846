import { h, svg } from './dom.ts'

const [WIDTH, HEIGHT, MARGIN] = [120, 28, 3]
/** Relative to the largest value: what spans less is noise, and must not look like a cliff. */
const LEAST_SPAN = 0.06

/** Points of a line through values from left to right, in a picture of that size. */
function sparkPoints(values: readonly number[]): [number, number][] {
  const finite = values.filter((value) => Number.isFinite(value))
  const [low, high] = [Math.min(...finite), Math.max(...finite)]
  // Halved, because the difference of two numbers may be too great for one.
  const middle = low / 2 + high / 2
  const half = Math.max(high / 2 - low / 2, (LEAST_SPAN / 2) * Math.max(Math.abs(low), Math.abs(high))) || 1
  const across = (WIDTH - 2 * MARGIN) / Math.max(1, finite.length - 1)
  return finite.map((value, i) => [
    Math.round(10 * (MARGIN + i * across)) / 10,
    Math.round(10 * (HEIGHT / 2 - ((value - middle) / half) * (HEIGHT / 2 - MARGIN))) / 10,
  ])
}

/** The course of a trend in small. The table beside it says in words what it shows. */
export function sparkline(values: readonly number[], status: string): Element {
  const points = sparkPoints(values)
  const last = points.at(-1)
  if (last === undefined) return h('span', {})
  return svg(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: `sparkline ${status}`, 'aria-hidden': 'true' },
    svg('polyline', { points: points.map((point) => point.join(',')).join(' ') }),
    svg('circle', { cx: last[0], cy: last[1], r: 2.5 }),
  )
}
