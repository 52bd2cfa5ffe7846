import * as acorn from 'acorn'

const repeat = (count, piece) => Array.from({ length: count }, (_, i) => piece(i)).join('\n')
const sources = {
  functions: repeat(30, (i) => `function f${i}(a, b = ${i}, ...rest) { if (a > b) return rest.length; return f${i}(b, a) }`),
  classes: repeat(20, (i) => `class C${i} extends Object { constructor() { super(); this.a = ${i} } get b() { return this.a } static c(d) { return d } }`),
  arrows: repeat(30, (i) => `const g${i} = async ({ a, b: [c] }) => { await a; return (d) => c + d * ${i} }`),
  objects: repeat(20, (i) => `x = { a: ${i}, 'b': [1, , 3], [c + ${i}]: d?.e ?? f, ...g, h() { return 1 }, get i() { return 2 } }`),
  expressions: repeat(40, (i) => `y = (a + ${i}) * b ** 2 - c / d % e << 3 | f && g || !h ? typeof i : void j`),
  templates: repeat(30, (i) => 'z = `text ${a + ' + i + '} more ${b(`inner ${c}`)} end`'),
  regexps: repeat(30, (i) => `r = /^(?<year>[0-9]{4})-(\\d+|[a-z${i % 10}]*?)\\/$/gu.test(s)`),
}
const parse = (source) => acorn.parse(source, { ecmaVersion: 2020 })
const program = Object.values(sources).join('\n')

export const cases = {
  ...Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, () => parse(source)])),
  tokens: () => {
    let count = 0
    for (const token of acorn.tokenizer(sources.expressions, { ecmaVersion: 2020 })) count += token.end
    return count
  },
  'program with locations': () => acorn.parse(program, { ecmaVersion: 2020, locations: true }),
}
