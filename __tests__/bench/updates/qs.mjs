import qs from 'qs'

const flat = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`key${i}`, `value ${i}`]))
const nested = { a: { b: { c: { d: 'deep' } } }, e: { f: [1, 2, { g: 'h' }] } }
const filters = { filter: { price: { from: 1, to: 99 }, tags: ['red', 'green', 'blue'] }, page: 2 }
const texts = { name: 'Ümlaut & Söhne', city: '東京', note: 'a=b&c=d + e' }
const queries = {
  flat: qs.stringify(flat),
  nested: qs.stringify(nested),
  brackets: 'a[]=1&a[]=2&a[]=3&b[]=x&b[]=y',
  indices: Array.from({ length: 15 }, (_, i) => `list[${i}]=${i}`).join('&'),
  encoded: qs.stringify(texts),
}

export const cases = {
  'parse flat': () => qs.parse(queries.flat),
  'parse nested': () => qs.parse(queries.nested),
  'parse brackets': () => qs.parse(queries.brackets),
  'parse indices': () => qs.parse(queries.indices),
  'parse encoded': () => qs.parse(queries.encoded),
  'stringify flat': () => qs.stringify(flat),
  'stringify nested': () => qs.stringify(nested),
  'stringify brackets': () => qs.stringify(filters, { arrayFormat: 'brackets' }),
  'stringify encoded': () => qs.stringify(texts),
}
