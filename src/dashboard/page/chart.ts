import uPlot from 'uplot'
import type { Step } from '../../model/trend.ts'
import { shortSha } from '../../report/text/outside.ts'
import type { DashboardIndex, TrendColumns, TrendSummary } from '../format.ts'
import { dateLabel, logTicks, roundTicks, tickLabels, timesOf, verticalRange } from './axis.ts'
import { h, plain } from './dom.ts'
import { colour } from './theme.ts'
import { budgetLines, changeWords, dayOf } from './words.ts'

// The chart of one trend. uPlot draws lines, bands and axes; what is special to a history is drawn over it.

export interface ChartOptions {
  index: DashboardIndex
  trend: TrendSummary
  columns: TrendColumns
  x: 'commits' | 'dates'
  y: 'linear' | 'log'
  /** Indexes of commits at the ends of the view; null: all. */
  range: readonly [number, number] | null
  onHover: (point: number | null) => void
  onOpen: (point: number) => void
  onZoom: (from: number, to: number) => void
  onReset: () => void
}

export interface Chart {
  /** Shows the commits between two, or all. */
  zoom: (range: readonly [number, number] | null) => void
  /** Puts the cursor on a point, or takes it away. */
  moveTo: (point: number | null) => void
  destroy: () => void
}

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"
const MONO = "ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace"
/** Rows of labels above the plot, and the height of each. */
const [FLAG_ROWS, FLAG_HEIGHT] = [2, 19]
/** So many pixels around a point belong to it. */
const REACH = 20
/** Height below the plot in which releases and boundaries stand. */
const LANE = 29
/** Boundaries of the environment that are drawn as lines; more of them are ticks alone. */
const MOST_BOUNDARIES = 8

interface Palette {
  ink: string
  muted: string
  line: string
  grid: string
  value: string
  band: string
  level: string
  'level-band': string
  worse: string
  better: string
  limit: string
  surface: string
  shade: string
}
const COLOURS = 'ink muted line grid value band level level-band worse better limit surface shade'.split(' ')

export function drawChart(container: HTMLElement, o: ChartOptions): Chart {
  const palette = Object.fromEntries(COLOURS.map((name) => [name, colour(name)])) as unknown as Palette
  const places = o.x === 'dates' ? timesOf(o.index.commits) : o.index.commits.map((_, i) => i)
  const xs = o.columns.at.map((at) => places[at]!)
  const limits = budgetLines(o.trend)
  const mark = h('div', { class: 'mark', hidden: true })
  const scene: Scene = { ...o, palette, places, xs, limits }
  const plot = new uPlot(optionsOf(scene, container), dataOf(scene), container)
  plot.over.append(mark)
  const positionOf = (point: number) => ({
    left: plot.valToPos(xs[point]!, 'x'),
    top: plot.valToPos(o.columns.value[point]!, 'y'),
  })
  const isNear = (point: number) => {
    const { left, top } = positionOf(point)
    return Math.hypot(left - (plot.cursor.left ?? 0), top - (plot.cursor.top ?? 0)) <= REACH
  }
  openOnClick(plot, isNear, o.onOpen)
  const place = (point: number | null) => {
    mark.hidden = point === null
    plot.over.classList.toggle('near', point !== null && isNear(point))
    if (point === null) return
    const { left, top } = positionOf(point)
    mark.style.transform = `translate(${left}px, ${top}px)`
  }
  let last: number | null = null
  plot.hooks.setCursor = [
    () => {
      const isAway = (plot.cursor.left ?? -1) < 0
      const point = isAway ? null : (plot.cursor.idx ?? null)
      place(point)
      if (point === last) return
      last = point
      o.onHover(point)
    },
  ]
  const resized = new ResizeObserver(() => plot.setSize(sizeOf(container)))
  resized.observe(container)
  return {
    zoom: (range) => {
      plot.setScale('x', rangeOf(scene, range))
      place(null)
    },
    moveTo: (point) => {
      plot.setCursor(point === null ? { left: -10, top: -10 } : positionOf(point))
    },
    destroy: () => {
      resized.disconnect()
      plot.destroy()
    },
  }
}

function openOnClick(plot: uPlot, isNear: (point: number) => boolean, open: (point: number) => void): void {
  let usesTouch = false
  let down = 0
  plot.over.addEventListener('pointerdown', (event) => {
    usesTouch = event.pointerType === 'touch'
    down = event.clientX
  })
  plot.over.addEventListener('click', (event) => {
    // A finger has no other way to look at a point than to touch it.
    if (usesTouch || Math.abs(event.clientX - down) > 3) return
    const point = plot.cursor.idx
    if (point != null && isNear(point)) open(point)
  })
}

interface Scene extends ChartOptions {
  palette: Palette
  /** Of every commit, and of every point. */
  places: readonly number[]
  xs: readonly number[]
  limits: ReturnType<typeof budgetLines>
}

const sizeOf = ({ clientWidth, clientHeight }: HTMLElement) => ({
  width: Math.max(200, clientWidth),
  height: Math.max(200, clientHeight),
})

/** The ends of the horizontal scale, with a little room so that the first and the last point are whole. */
function rangeOf({ places, xs }: Pick<Scene, 'places' | 'xs'>, range: readonly [number, number] | null) {
  const [min, max] = range === null ? [xs[0]!, xs.at(-1)!] : [places[range[0]]!, places[range[1]]!]
  const room = max > min ? (max - min) * 0.012 : 1
  return { min: min - room, max: max + room }
}

function dataOf({ columns: { value, low, high, level, levelLow, levelHigh }, xs }: Scene): uPlot.AlignedData {
  return [xs, high, low, value, levelHigh, levelLow, level] as unknown as uPlot.AlignedData
}

function optionsOf(scene: Scene, container: HTMLElement): uPlot.Options {
  const { palette, columns, limits, y, xs } = scene
  const isNarrow = container.clientWidth < 560
  const positive = y === 'log'
  const realBreaks = columns.breaks.filter(([, what]) => what !== 'environment').map(([i]) => i)
  const gaps: uPlot.Series.GapsRefiner = (u, _series, _from, _to, gaps) =>
    [...gaps, ...realBreaks.map((i) => gapBefore(u, xs, i))].sort((a, b) => a[0] - b[0])
  const hidden = { stroke: 'transparent', width: 0, points: { show: false }, gaps }
  const unjoined = { paths: () => null, points: { show: false } }
  const size = columns.at.length > 400 ? 3 : columns.at.length > 120 ? 4 : 5
  return {
    ...sizeOf(container),
    // On the right, half a date: the label of the last commit is centred below its point.
    padding: [FLAG_ROWS * FLAG_HEIGHT + 6, 36, 0, 0],
    legend: { show: false },
    ms: 1e-3,
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
    scales: {
      x: { time: scene.x === 'dates', ...rangeOf(scene, scene.range), range: (_u, min, max) => [min, max] },
      y: {
        distr: positive ? 3 : 1,
        range: (_u, low, high) =>
          verticalRange(
            low,
            high,
            limits.map(({ value }) => value),
            positive,
          ),
      },
    },
    series: [
      {},
      unjoined,
      unjoined,
      {
        ...unjoined,
        points: { show: true, size, width: 0, fill: palette.value, stroke: palette.value },
      },
      hidden,
      hidden,
      { stroke: palette.level, width: 2, points: { show: false }, gaps },
    ],
    bands: [{ series: [4, 5], fill: palette['level-band'] }],
    axes: axesOf(scene, isNarrow),
    cursor: cursorOf(scene),
    hooks: {
      drawAxes: [(u) => drawBehind(u, scene)],
      draw: [(u) => drawFlags(u, scene), (u) => drawLane(u, scene), (u) => drawWords(u, scene)],
      setSelect: [(u) => zoomTo(u, scene)],
    },
  }
}

const cursorOf = ({ onReset }: Scene): uPlot.Cursor => ({
  y: false,
  points: { show: false },
  drag: { x: true, y: false, setScale: false, dist: 4 },
  bind: {
    dblclick: () => () => {
      onReset()
      return null
    },
  },
})

/** Where nothing is drawn between a point that cannot be compared and the one before it. */
function gapBefore(u: uPlot, xs: readonly number[], i: number): [number, number] {
  const at = (x: number) => u.valToPos(x, 'x', true)
  return [Math.floor(at(xs[Math.max(0, i - 1)]!)), Math.ceil(at(xs[i]!))]
}

function zoomTo(u: uPlot, { columns, xs, onZoom }: Scene): void {
  const { left, width } = u.select
  if (width < 4) return
  const [from, to] = [u.posToVal(left, 'x'), u.posToVal(left + width, 'x')]
  const first = xs.findIndex((x) => x >= from)
  const last = xs.findLastIndex((x) => x <= to)
  u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false)
  if (first !== -1 && last > first) onZoom(columns.at[first]!, columns.at[last]!)
}

function axesOf({ palette, trend, x, y, index, places }: Scene, isNarrow: boolean): uPlot.Axis[] {
  const common = {
    stroke: palette.muted,
    font: `12px ${FONT}`,
    grid: { stroke: palette.grid, width: 1 },
    ticks: { stroke: palette.grid, width: 1, size: 4 },
  }
  return [
    {
      ...common,
      grid: { show: false },
      space: isNarrow ? 84 : 104,
      size: LANE + (x === 'commits' ? 42 : 26),
      gap: LANE,
      ticks: { show: false },
      ...(x === 'commits'
        ? {
            incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000],
            values: (_u, splits) =>
              splits.map((at) => {
                const commit = index.commits[places.indexOf(at)]
                return commit === undefined ? '' : `${shortSha(commit.sha)}\n${dayOf(commit.time)}`
              }),
          }
        : { values: (_u, splits, _i, _space, apart) => splits.map((at) => dateLabel(at, apart)) }),
    },
    {
      ...common,
      size: isNarrow ? 62 : 74,
      gap: 6,
      splits: (u, _i, min, max) => {
        const count = Math.max(2, Math.floor(u.bbox.height / uPlot.pxRatio / 56))
        return y === 'log' ? logTicks(min, max, count) : roundTicks(min, max, count)
      },
      // All of them: those of a logarithmic axis would be thinned out to powers of ten.
      filter: (_u, splits) => splits,
      values: (_u, splits) => tickLabels(splits, trend.unit),
    },
  ]
}

/** Where a commit stands, in canvas pixels. */
const positions = (u: uPlot, places: readonly number[]) => (at: number) =>
  u.valToPos(places[at] ?? 0, 'x', true)

/** Regions, limits and boundaries, which lie behind the lines. */
function drawBehind(u: uPlot, scene: Scene): void {
  const { ctx, bbox } = u
  ctx.save()
  ctx.beginPath()
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height)
  ctx.clip()
  drawSteps(u, scene)
  drawRuns(u, scene)
  drawBoundaries(u, scene)
  drawLimits(u, scene)
  ctx.restore()
}

/**
 * Medians, and the band of their quartiles, joined where the runs can be compared. uPlot would join all that
 * falls into one column of pixels.
 */
function drawRuns(u: uPlot, { columns, xs, palette }: Scene): void {
  const { ctx } = u
  const px = uPlot.pxRatio
  const starts = [0, ...new Set(columns.breaks.map(([i]) => i)), xs.length]
  const hasLevel = columns.level.some((level) => level !== null)
  const at = (i: number, values: readonly number[]) =>
    [u.valToPos(xs[i]!, 'x', true), u.valToPos(values[i]!, 'y', true)] as const
  ctx.fillStyle = palette.band
  ctx.strokeStyle = palette.value
  ctx.lineWidth = (hasLevel ? 0.7 : 1.4) * px
  for (const [n, start] of starts.slice(0, -1).entries()) {
    const points = Array.from({ length: Math.max(0, starts[n + 1]! - start) }, (_, i) => start + i)
    // One run alone is as wide as its point.
    const [left, right] = points.length === 1 ? [-1.5 * px, 1.5 * px] : [0, 0]
    ctx.beginPath()
    for (const i of points) ctx.lineTo(at(i, columns.high)[0] + left, at(i, columns.high)[1])
    if (right !== 0) ctx.lineTo(at(start, columns.high)[0] + right, at(start, columns.high)[1])
    for (const i of points.reverse()) ctx.lineTo(at(i, columns.low)[0] + right, at(i, columns.low)[1])
    if (left !== 0) ctx.lineTo(at(start, columns.low)[0] + left, at(start, columns.low)[1])
    ctx.fill()
    ctx.beginPath()
    for (const i of points) ctx.lineTo(...at(i, columns.value))
    ctx.stroke()
  }
}

function drawSteps(u: uPlot, { trend: { steps }, palette, places }: Scene): void {
  const { ctx, bbox } = u
  const px = uPlot.pxRatio
  const at = positions(u, places)
  for (const [i, step] of steps.entries()) {
    // The commits among which it happened, and those over which it crept on.
    const [left, right] = [at(step.from), at(step.creptTo ?? step.to)]
    ctx.fillStyle = palette.shade
    ctx.fillRect(left, bbox.top, right - left, bbox.height)
    line(u, at(step.at), step.worse ? palette.worse : palette.better, [4, 4], 1.2)
    if (step.accepted === null) continue
    const next = steps[i + 1]
    const end = next === undefined ? bbox.left + bbox.width : at(next.at)
    ctx.fillStyle = palette.better
    ctx.fillRect(at(step.at), bbox.top, end - at(step.at), 3 * px)
  }
}

function drawBoundaries(u: uPlot, { columns, palette, xs }: Scene): void {
  const { min = 0, max = 0 } = u.scales['x'] ?? {}
  const inView = columns.breaks.filter(([i]) => xs[i]! >= min && xs[i]! <= max)
  const environments = inView.filter(([, what]) => what === 'environment').length
  for (const [i, what] of inView) {
    const x = u.valToPos(between(xs, i), 'x', true)
    if (what !== 'environment') line(u, x, palette.muted, [], 1)
    else if (environments <= MOST_BOUNDARIES) line(u, x, palette.line, [1, 3], 1)
  }
}

/** A boundary lies between a point and the one before it. */
const between = (xs: readonly number[], i: number): number => (xs[Math.max(0, i - 1)]! + xs[i]!) / 2

/** Words over all that is drawn: reasons of accepted levels, edits of the benchmark, limits. */
function drawWords(u: uPlot, { trend: { steps }, columns, limits, xs, places, palette }: Scene): void {
  const { ctx, bbox } = u
  const px = uPlot.pxRatio
  const [right, bottom] = [bbox.left + bbox.width, bbox.top + bbox.height]
  const at = positions(u, places)
  ctx.save()
  ctx.font = `${11 * px}px ${FONT}`
  ctx.textAlign = 'left'
  ctx.textBaseline = 'top'
  ctx.fillStyle = palette.muted
  for (const [i, { at: start, accepted }] of steps.entries()) {
    const next = steps[i + 1]
    const end = Math.min(right, next === undefined ? right : at(next.at))
    const left = Math.max(bbox.left, at(start)) + 6 * px
    if (accepted === null) continue
    clearText(
      ctx,
      fitted(ctx, `accepted: ${plain(accepted, 80)}`, end - left - 4 * px),
      left,
      bbox.top + 7 * px,
      palette,
    )
  }
  ctx.textBaseline = 'bottom'
  ctx.fillStyle = palette.ink
  for (const [i, what] of columns.breaks) {
    const x = u.valToPos(between(xs, i), 'x', true) + 4 * px
    if (what !== 'environment' && x > bbox.left && x < right)
      clearText(ctx, what, x, bottom - 6 * px, palette)
  }
  const { min = 0, max = 0 } = u.scales['y'] ?? {}
  ctx.fillStyle = palette.limit
  for (const { value, words } of limits) {
    ctx.textBaseline = value > max ? 'top' : 'bottom'
    const y =
      value > max ? bbox.top + 7 * px : value < min ? bottom - 6 * px : u.valToPos(value, 'y', true) - 4 * px
    clearText(
      ctx,
      value > max ? `↑ ${words}` : value < min ? `↓ ${words}` : words,
      bbox.left + 6 * px,
      y,
      palette,
    )
  }
  ctx.restore()
}

/** Releases, and where the environment changes, below the plot. */
function drawLane(u: uPlot, { columns, index, palette, xs, places }: Scene): void {
  const { ctx, bbox } = u
  const px = uPlot.pxRatio
  const bottom = bbox.top + bbox.height
  const { min = 0, max = 0 } = u.scales['x'] ?? {}
  ctx.fillStyle = palette.line
  ctx.fillRect(bbox.left, bottom, bbox.width, px)
  ctx.fillStyle = palette.muted
  for (const [i, what] of columns.breaks) {
    const x = (xs[Math.max(0, i - 1)]! + xs[i]!) / 2
    if (what === 'environment' && x >= min && x <= max)
      ctx.fillRect(u.valToPos(x, 'x', true) - 0.5 * px, bottom, px, 6 * px)
  }
  ctx.font = `${11 * px}px ${FONT}`
  ctx.textBaseline = 'middle'
  ctx.textAlign = 'left'
  const y = bottom + 16 * px
  const shown = index.commits.flatMap(({ releases: [name] }, at) => {
    const place = places[at]!
    return name === undefined || place < min || place > max ? [] : { name, x: u.valToPos(place, 'x', true) }
  })
  for (const [i, { name, x }] of shown.entries()) {
    ctx.beginPath()
    for (const [dx, dy] of [
      [0, -4],
      [4, 0],
      [0, 4],
      [-4, 0],
    ] as const)
      ctx.lineTo(x + dx * px, y + dy * px)
    ctx.fill()
    const words = plain(name, 14)
    const width = ctx.measureText(words).width
    // A name that reached the next one's mark could not be read.
    const end = shown[i + 1] === undefined ? bbox.left + bbox.width : shown[i + 1]!.x - 8 * px
    if (x + 7 * px + width <= end) ctx.fillText(words, x + 7 * px, y)
  }
}

function drawLimits(u: uPlot, { limits, palette }: Scene): void {
  const { ctx, bbox } = u
  const px = uPlot.pxRatio
  for (const { value, isFail } of limits) {
    const y = u.valToPos(value, 'y', true)
    ctx.strokeStyle = palette.limit
    ctx.lineWidth = (isFail ? 1.5 : 1) * px
    ctx.setLineDash(isFail ? [8 * px, 4 * px] : [3 * px, 4 * px])
    ctx.beginPath()
    ctx.moveTo(bbox.left, y)
    ctx.lineTo(bbox.left + bbox.width, y)
    ctx.stroke()
  }
  ctx.setLineDash([])
}

function line(u: uPlot, x: number, colour: string, dash: readonly number[], width: number): void {
  const { ctx, bbox } = u
  const px = uPlot.pxRatio
  ctx.strokeStyle = colour
  ctx.lineWidth = width * px
  ctx.setLineDash(dash.map((length) => length * px))
  ctx.beginPath()
  ctx.moveTo(x, bbox.top)
  ctx.lineTo(x, bbox.top + bbox.height)
  ctx.stroke()
  ctx.setLineDash([])
}

/** What the change points are, above the plot: the largest first, each where it covers no other. */
function drawFlags(u: uPlot, { trend, index, palette, places }: Scene): void {
  const { ctx, bbox } = u
  const px = uPlot.pxRatio
  const at = positions(u, places)
  const taken: [number, number][][] = Array.from({ length: FLAG_ROWS }, () => [])
  const inView = trend.steps.filter(
    (step) => at(step.at) >= bbox.left && at(step.at) <= bbox.left + bbox.width,
  )
  ctx.save()
  ctx.textBaseline = 'middle'
  ctx.textAlign = 'left'
  for (const step of inView.sort((a, b) => Math.abs(b.change.log) - Math.abs(a.change.log))) {
    const x = at(step.at)
    ctx.fillStyle = step.worse ? palette.worse : palette.better
    triangle(ctx, x, bbox.top, px, step)
    const ends = step.creptTo === undefined ? [step.at] : [step.at, step.creptTo]
    const sha = ends.map((end) => shortSha(index.commits[end]?.sha ?? '')).join(' … ')
    const words = changeWords(trend, step.change.log)
    const [bold, mono] = [`600 ${12 * px}px ${FONT}`, `${11 * px}px ${MONO}`]
    ctx.font = bold
    const first = ctx.measureText(words).width
    ctx.font = mono
    const width = first + 7 * px + ctx.measureText(sha).width
    const inside = (left: number) => Math.max(bbox.left, Math.min(left, bbox.left + bbox.width - width))
    const places = [inside(x - 5 * px), inside(x + 5 * px - width)].flatMap((left) =>
      taken.map((others, row) => ({ left, row, others })),
    )
    const free = places.find(({ left, others }) =>
      others.every(([from, to]) => left > to || left + width < from),
    )
    if (free === undefined) continue
    const { left, row } = free
    free.others.push([left - 12 * px, left + width + 12 * px])
    const y = bbox.top - (12 + row * FLAG_HEIGHT + FLAG_HEIGHT / 2 - 2) * px
    ctx.font = bold
    ctx.fillText(words, left, y)
    ctx.font = mono
    ctx.fillStyle = palette.muted
    ctx.fillText(sha, left + first + 7 * px, y)
  }
  ctx.restore()
}

/** It points where the value goes. */
function triangle(ctx: CanvasRenderingContext2D, x: number, top: number, px: number, { change }: Step): void {
  const [base, tip] = change.log > 0 ? [-1, -8] : [-8, -1]
  ctx.beginPath()
  ctx.moveTo(x - 4.5 * px, top + base * px)
  ctx.lineTo(x + 4.5 * px, top + base * px)
  ctx.lineTo(x, top + tip * px)
  ctx.fill()
}

/** A text that can be read over lines and points. */
function clearText(
  ctx: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  { surface }: Palette,
): void {
  ctx.strokeStyle = surface
  ctx.lineWidth = 4 * uPlot.pxRatio
  ctx.lineJoin = 'round'
  ctx.strokeText(text, x, y)
  ctx.fillText(text, x, y)
}

/** As much of a text as there is room for. */
function fitted(ctx: CanvasRenderingContext2D, text: string, room: number): string {
  if (ctx.measureText(text).width <= room) return text
  let end = text.length
  while (end > 0 && ctx.measureText(`${text.slice(0, end)}…`).width > room) end -= 4
  return end < 8 ? '' : `${text.slice(0, end)}…`
}
