import { bench, group, run } from 'mitata'
import { makeCatalogue } from '../src/catalogue.ts'
import { parseCsv, writeCsv } from '../src/csv.ts'
import { checksum, printReceipt } from '../src/receipt.ts'

const articles = makeCatalogue(150)
const rows = articles.map((a) => [a.sku, a.name, `${a.cents}`, 'said "fresh", sold'])
const text = `${writeCsv(rows)}\n`
const receipt = printReceipt(articles)

group('csv', () => {
  bench('parse', () => parseCsv(text))
  bench('write', () => writeCsv(rows))
})
group('receipt', () => {
  bench('print', () => printReceipt(articles))
  bench('checksum', () => checksum(receipt))
})

await run()
