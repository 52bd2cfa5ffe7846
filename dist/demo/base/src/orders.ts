import type { Article } from './catalogue.ts'

export interface Line {
  article: Article
  count: number
}

/** Total of an order in cents: every tenth piece of a line is free, and 3 % off above 100 euro. */
export function total(lines: readonly Line[]): number {
  let cents = 0
  for (const { article, count } of lines) cents += article.cents * (count - Math.floor(count / 10))
  return cents > 10_000 ? Math.round(cents * 0.97) : cents
}

/** Lines of one article merged into one, in order of first sight. */
export function merge(lines: readonly Line[]): Line[] {
  const bySku = new Map<string, Line>()
  for (const line of lines) {
    const known = bySku.get(line.article.sku)
    if (known) known.count += line.count
    else bySku.set(line.article.sku, { ...line })
  }
  return [...bySku.values()]
}

/** Runs jobs in turn, as the till does; resolves to how many succeeded. */
export async function runQueue(jobs: readonly (() => Promise<boolean>)[]): Promise<number> {
  let done = 0
  for (const job of jobs) if (await job()) done++
  return done
}

/** Asks every warehouse at once and takes the sum of what they hold. */
export async function inStock(
  warehouses: readonly ((sku: string) => Promise<number>)[],
  sku: string,
): Promise<number> {
  const counts = await Promise.all(warehouses.map((ask) => ask(sku)))
  return counts.reduce((sum, count) => sum + count, 0)
}
