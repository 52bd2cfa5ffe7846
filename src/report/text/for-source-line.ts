/**
 * A line of a file above a caret, with `\u{fffd}` for what would steer a terminal or a CI log: each UTF-16
 * unit keeps its place. A tab becomes one blank.
 */
export const forSourceLine = (line: string): string =>
  line
    .replaceAll('\t', ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (character) => '\u{fffd}'.repeat(character.length))
