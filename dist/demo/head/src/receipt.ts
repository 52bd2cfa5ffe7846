import type { Article } from './catalogue.ts'

/** Rows of a printed receipt that the checksum covers. */
export const COVERED_ROWS = 80

/** A receipt as text, one article a row. */
export function printReceipt(articles: readonly Article[]): string {
  return articles.map((a) => `${a.name.padEnd(28, '.')}${(a.cents / 100).toFixed(2).padStart(8)}`).join('\n')
}

/** Adler-32 over the first rows of a receipt. */
export function checksum(receipt: string, rows: number = COVERED_ROWS): number {
  let a = 1
  let b = 0
  const end = Math.min(receipt.length, rows * 37)
  for (let i = 0; i < end; i++) {
    a = (a + receipt.charCodeAt(i)) % 65_521
    b = (b + a) % 65_521
  }
  return b * 65_536 + a
}
