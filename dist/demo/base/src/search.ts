import type { Article } from './catalogue.ts'

export type Index = Map<string, Set<number>>

/** An inverted index from word to the positions of the articles that carry it. */
export function buildIndex(articles: readonly Article[]): Index {
  const index: Index = new Map()
  articles.forEach((article, position) => {
    for (const word of article.words) {
      const found = index.get(word)
      if (found) found.add(position)
      else index.set(word, new Set([position]))
    }
  })
  return index
}

/** Positions of the articles that carry all words. */
export function search(index: Index, words: readonly string[]): number[] {
  const sets = words.map((word) => index.get(word) ?? new Set<number>())
  const [first, ...rest] = sets.sort((a, b) => a.size - b.size)
  return [...(first ?? [])].filter((position) => rest.every((set) => set.has(position)))
}

const row = new Uint16Array(64)

/** Edit distance between two words of up to 63 characters. */
export function distance(a: string, b: string): number {
  for (let j = 0; j <= b.length; j++) row[j] = j
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1)
    let diagonal = row[0]!
    row[0] = i
    for (let j = 1; j <= b.length; j++) {
      const above = row[j]!
      const change = letter === b.charCodeAt(j - 1) ? diagonal : diagonal + 1
      row[j] = Math.min(change, above + 1, row[j - 1]! + 1)
      diagonal = above
    }
  }
  return row[b.length]!
}

/** The article whose name is nearest to what a customer typed. */
export function nearest(articles: readonly Article[], typed: string): Article {
  let best = articles[0]!
  let least = Infinity
  for (const article of articles) {
    const d = distance(typed, article.name)
    if (d < least) {
      least = d
      best = article
    }
  }
  return best
}
