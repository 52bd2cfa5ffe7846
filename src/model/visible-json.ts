const STEERING = /##\[|(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/**
 * JSON of the same value in which nothing hides: a name may hold what turns the direction of a line, what a
 * terminal obeys (the C1 controls, which JSON leaves as they are), or `##[`, which a CI runner obeys anywhere
 * in a line. All of these occur in strings alone, and can be written as escapes there.
 */
export const visibleJson = (json: string): string =>
  json.replace(STEERING, (sign) =>
    sign === '##[' ? String.raw`#\u0023[` : sign.replace(/[^]/g, (unit) => escaped(unit)),
  )

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
