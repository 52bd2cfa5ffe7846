import { jsonEnd, parseBareJson } from './json-text.ts'

/** Values that are read: the one that matters is among the largest. */
const MAX_READ = 20
/** Beginnings that are looked at. */
const MAX_STARTS = 100_000

/** A JSON value among the lines of other programs. */
export interface JsonPiece {
  text: string
  json: unknown
  /** Says which lines it was read from, and how many were not. */
  whereabouts: () => string
}

/**
 * What a JSON value begins with, at the beginning of a line: a bracket and what may follow it. `[info]` and
 * `[12:30:01]` begin none.
 */
const BEGINNING =
  /^[ \t]*(?=\[\s*(?:[[{\]"]|-?\d[\d.eE+-]*\s*[,\]]|(?:true|false|null|[+-]?nan|[+-]?inf)\b)|\{\s*(?:\}|"(?:[^"\\\n]|\\.){0,1000}"\s*:))/gim

/**
 * The largest objects and lists of a text, in its order; what is behind their last bracket does not matter.
 * `problem` says what is wrong with one that does not end, or with the largest that is broken.
 */
export function jsonPieces(text: string): { pieces: JsonPiece[]; problem: string | null } {
  const spans: { start: number; end: number }[] = []
  const problemAt = (start: number, what: string) => `JSON begins in line ${lineAt(text, start)}, but ${what}`
  let problem: string | null = null
  BEGINNING.lastIndex = 0
  for (let begun = BEGINNING.exec(text); begun !== null; begun = BEGINNING.exec(text)) {
    const start = begun.index + begun[0].length
    const end = jsonEnd(text, start)
    // What stands in it is a part of it, and not results of its own.
    if (end === null) {
      problem = problemAt(start, 'it ends in the middle, as a truncated file does')
      break
    }
    spans.push({ start, end })
    if (spans.length === MAX_STARTS) break
    BEGINNING.lastIndex = end
  }
  const largest = spans.sort((a, b) => b.end - b.start - (a.end - a.start)).slice(0, MAX_READ)
  const pieces = largest.flatMap(({ start, end }) => {
    const piece = text.slice(start, end)
    const json = parseBareJson(piece)
    if (json === undefined) problem ??= problemAt(start, 'it is broken')
    return json === undefined ? [] : [{ text: piece, json, whereabouts: () => whereabouts(text, start, end) }]
  })
  return { pieces, problem }
}

function whereabouts(text: string, start: number, end: number): string {
  const from = lineAt(text, start)
  const to = lineAt(text, end)
  const others = [text.slice(0, start), text.slice(end)].reduce((sum, part) => sum + linesIn(part), 0)
  const read = from === to ? `line ${from}` : `lines ${from} to ${to}`
  return `read from ${read}, which ${from === to ? 'is' : 'are'} JSON; ${others === 1 ? '1 line beside is' : `${others} lines beside are`} left out`
}

/** The line of a place, counted from 1. */
export function lineAt(text: string, place: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < place; at = text.indexOf('\n', at + 1)) line++
  return line
}

/** How many lines are not blank. */
function linesIn(text: string): number {
  let count = 0
  for (const _ of text.matchAll(/[^\s].*/g)) count++
  return count
}
