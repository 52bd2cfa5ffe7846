import { bench, group, run } from 'mitata'
import { makeCatalogue } from '../src/catalogue.ts'
import { inStock, merge, runQueue, total } from '../src/orders.ts'

const lines = makeCatalogue(200).map((article, i) => ({ article, count: 1 + (i % 23) }))
const twice = [...lines, ...lines]
const jobs = lines.map((line) => async () => line.count > 3)
const warehouses = Array.from({ length: 40 }, (_, i) => async (sku: string) => sku.length + i)

group('orders', () => {
  bench('total', () => total(lines))
  bench('merge', () => merge(twice))
  bench('queue (async)', async () => await runQueue(jobs))
  bench('stock (async)', async () => await inStock(warehouses, 'A-17'))
})

await run()
