/** Longest field; more is not a name or a number. */
const MAX_FIELD = 100_000

/**
 * A field with or without quotes around it, and what ends it: a comma, a line break or the end of the text.
 * Without a bound on the quotes inside, a hostile text would exhaust the stack.
 */
const FIELD = /(?:"([^"]*(?:""[^"]*){0,100000})"|(?!"))([^,\r\n]*)(,|\r?\n?)/y

/**
 * The rows of a text in RFC 4180's form, with `"` around fields that hold a comma, a quote or a line break;
 * null when a quote does not end, or a field or row is too long. Empty lines are no rows. At most `maxRows`;
 * what is behind them is left unread.
 */
export function csvRows(text: string, maxRows: number, maxColumns: number): string[][] | null {
  const rows: string[][] = []
  let row: string[] = []
  FIELD.lastIndex = 0
  let isInside = false
  while ((isInside || FIELD.lastIndex < text.length) && rows.length < maxRows) {
    const [, quoted = '', plain, end] = FIELD.exec(text) ?? []
    if (plain === undefined || quoted.length + plain.length > MAX_FIELD || row.length >= maxColumns)
      return null
    row.push(quoted.replaceAll('""', '"') + plain)
    isInside = end === ','
    if (isInside) continue
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  return rows
}
