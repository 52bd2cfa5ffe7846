const ADJECTIVES = [
  'fresh',
  'dried',
  'sweet',
  'bitter',
  'green',
  'ripe',
  'salted',
  'smoked',
  'ground',
  'whole',
]
const NOUNS = ['apple', 'barley', 'carrot', 'date', 'endive', 'fig', 'ginger', 'hazelnut', 'juniper', 'kale']

export interface Article {
  sku: string
  name: string
  cents: number
  words: string[]
}

/** How many articles the shop lists. */
export const LISTED = 230

/** A catalogue of `count` articles, the same on every run. */
export function makeCatalogue(count: number = LISTED): Article[] {
  return Array.from({ length: count }, (_, i) => {
    const words = [ADJECTIVES[i % 10]!, NOUNS[Math.floor(i / 10) % 10]!, `no${String(i).padStart(4, '0')}`]
    return { sku: `A-${i}`, name: words.join(' '), cents: 99 + ((i * 37) % 900), words }
  })
}
