import { bench, group, run } from 'mitata'
import { makeCatalogue } from '../src/catalogue.ts'
import { buildIndex, distance, nearest, search } from '../src/search.ts'

const articles = makeCatalogue()
const fixed = makeCatalogue(200)
const index = buildIndex(fixed)

group('search', () => {
  bench('index of $articles', function* (state: { get(name: string): number }) {
    const some = fixed.slice(0, state.get('articles'))
    yield () => buildIndex(some)
  }).args('articles', [50, 200])
  bench('two words', () => search(index, ['green', 'fig']))
  bench('distance', () => distance('smoked hazelnut', 'smocked hazelnuts'))
  bench('nearest', () => nearest(articles, 'grond jinger'))
})

await run()
