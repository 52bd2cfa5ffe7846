import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

// The dashboard's page without data: one HTML file that holds its script and style, and allows nothing else.
// `npm run build` writes it to dist, and the program puts data in the place of DATA.

const root = join(import.meta.dirname, '..')
const page = join(root, 'src', 'dashboard', 'page')
const DATA = '<!-- benchgate: data -->'
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M1.5 11.5h5v-6h8' fill='none' stroke='%231560bd' stroke-width='2.5'/%3E%3C/svg%3E"

/** The page, and the files of the modules that are in it. */
export async function dashboardShell(): Promise<{ html: string; modules: string[] }> {
  const bundler = await rolldown({
    input: join(page, 'main.ts'),
    cwd: root,
    platform: 'browser',
    tsconfig: join(page, 'tsconfig.json'),
    resolve: { symlinks: false },
  })
  // LICENSES.txt has the licences.
  const { output } = await bundler.generate({ format: 'iife', minify: true, comments: false })
  const script = output[0].code.trim()
  const uplot = join(root, 'node_modules', 'uplot', 'dist', 'uPlot.min.css')
  const styles = await Promise.all([uplot, join(page, 'style.css')].map((file) => readFile(file, 'utf8')))
  const style = styles.map(minified).join('\n')
  // In a script these would end the element, or hide its end.
  if (/<\/script|<!--/i.test(script) || /<\/style/i.test(style))
    throw new Error('the script or the style of the dashboard ends its own element')
  const policy = [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    "connect-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Benchmarks</title>
<link rel="icon" href="${ICON}">
<style>${style}</style>
</head>
<body>
<div id="page"><noscript>This page draws its charts with a script, which this browser does not run.</noscript></div>
<script>${script}</script>
${DATA}
</body>
</html>
`
  return { html, modules: output[0].moduleIds }
}

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Without comments and indentation. */
const minified = (css: string): string =>
  css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '\n')
    .replace(/\n(?=[^a-z@.#:*[])|(?<=[{;,])\n/gi, '')
    .trim()
