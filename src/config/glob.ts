import { Minimatch, braceExpand } from 'minimatch'
import { type Complaint, quoted } from './config-error.ts'

const MAX_LENGTH = 512
const MAX_STARS = 16
const MAX_ALTERNATIVES = 100

// The same reading on every platform. Names of benchmarks begin with dots and hold parentheses, `fib(30)`, so
// dots are matched like any character and extended globs, `+(a|b)`, are off.
const OPTIONS = {
  dot: true,
  noext: true,
  nonegate: true,
  nocomment: true,
  platform: 'linux',
  braceExpandMax: MAX_ALTERNATIVES + 1,
} as const

/**
 * What makes a pattern unfit to be matched: hostile, or surely not what was meant; null when nothing does.
 */
export function checkGlob(pattern: string): Complaint | null {
  const unfit = (what: string, remedy: string): Complaint => ({ message: `the pattern ${what}`, remedy })
  const stars = pattern.split('*').length - 1
  if (pattern === '')
    return unfit('is empty and matches nothing', 'Write for example "parser/*", or "**" for all.')
  if (pattern.length > MAX_LENGTH)
    return unfit(`has ${pattern.length} characters, more than ${MAX_LENGTH}`, 'Shorten it with a `*`.')
  if (/\p{Cc}/u.test(pattern))
    return unfit('holds a control character', 'Put a `?` in the place of that character.')
  if (stars > MAX_STARS)
    return unfit(`has ${stars} stars, more than ${MAX_STARS}`, 'Split it into several patterns.')
  if (pattern.startsWith('!')) {
    const written = quoted(`\\${pattern}`)
    const remedy = `Name what is to match. A name that begins with an exclamation mark is written ${written}.`
    return { message: 'a pattern cannot be negated', remedy }
  }
  if (alternatives(pattern) <= MAX_ALTERNATIVES) return null
  const message = `the braces of the pattern stand for more than ${MAX_ALTERNATIVES} patterns`
  return { message, remedy: 'Use a `*` in the place of braces.' }
}

const alternatives = (pattern: string): number =>
  pattern.includes('{') ? braceExpand(pattern, OPTIONS).length : 1

export type Matcher = (id: string) => boolean

const compiled = new Map<string, Matcher>()
const MAX_COMPILED = 10_000

/**
 * A test for ids (or paths) by one pattern that `checkGlob` accepts. An id always matches itself, whatever
 * signs it holds, and `**` matches everything.
 */
export function compileGlob(pattern: string): Matcher {
  let matcher = compiled.get(pattern)
  if (matcher === undefined) {
    if (compiled.size >= MAX_COMPILED) compiled.clear()
    matcher = compile(pattern.normalize('NFC'))
    compiled.set(pattern, matcher)
  }
  return matcher
}

function compile(pattern: string): Matcher {
  if (pattern === '**') return () => true
  const literal = /^[^*?[\]{}\\]*/.exec(pattern)![0]
  if (literal === pattern) return (id) => id.normalize('NFC') === pattern
  const glob = new Minimatch(pattern, OPTIONS)
  // The literal beginning settles most comparisons at a fraction of the price.
  return (id) => {
    const name = id.normalize('NFC')
    return name === pattern || (name.startsWith(literal) && glob.match(name))
  }
}
