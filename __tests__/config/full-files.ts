const FULL = 63_000

const PIECES = [
  '[',
  '{a: ',
  '- ',
  '? ',
  '"',
  '"\n',
  ': ',
  '&a ',
  '!a ',
  '*a ',
  '%a\n',
  '---\n',
  '\t',
  '#\n',
  '\n',
  '|\n',
  'a: 1\n',
  'a: @\n',
  '<<<<<<< x\n',
]

/** Config files nearly as large as one may be, by what they are full of. */
export const FULL_FILES: [what: string, text: string][] = [
  ...PIECES.map((piece): [string, string] => [
    JSON.stringify(piece),
    piece.repeat(Math.floor(FULL / piece.length)),
  ]),
  [
    'keys',
    Array.from({ length: 12_000 }, (_, i) => `k${i}: 1`)
      .join('\n')
      .slice(0, FULL),
  ],
  ['rules', `version: 1\nbudgets:\n${'- {match: 3}\n'.repeat(2000)}`],
  ['limits', `version: 1\nbudgets:\n${'- {match: a,metric: tiem,max: 5}\n'.repeat(1900)}`],
  ['commands', `version: 1\ncommand:\n${'- {run: a}\n'.repeat(5000)}`],
  ['formats', `version: 1\ncommand:\n${'- {run: a,format: gooo}\n'.repeat(2600)}`],
  [
    'metrics',
    `version: 1\nmetrics:\n${Array.from({ length: 2500 }, (_, i) => ` m${i}: {better: lower}\n`).join('')}`,
  ],
  ['one long line', `version: 1\ncommand: { run: "${'a '.repeat(31_000)}" }`],
  ['one long path', `version: 1\ncommand: { run: a, output: ${'../'.repeat(20_000)} }`],
  ['one long number', `version: 1\nbudgets: [{ match: a, metric: b, max: ${'9'.repeat(60_000)} }]`],
  ['one long unit', `version: 1\nbudgets: [{ match: a, metric: b, max: 5 ${'m '.repeat(30_000)} }]`],
  [
    'anchors',
    `version: 1\nx: [${Array.from({ length: 5000 }, (_, i) => `&a${i} x, *a${i}`).join(',')}]`.slice(0, FULL),
  ],
  ['aliases', `version: 1\na: &a x\nb: &b [${'*a,'.repeat(20_000)}]\nc: *b`],
  ['one rule', `version: 1\nx: &r {match: 3,metric: tiem,max: 5}\nbudgets: [${'*r,'.repeat(20_000)}]`],
  ['steps', Array.from({ length: 400 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
]
