import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withBlocks } from './blocks.ts'
import { actionYml, docBlocks, docPages, formatsTs } from './interface.ts'

const root = join(import.meta.dirname, '..')
await writeFile(join(root, 'action.yml'), actionYml())
await writeFile(join(root, 'src', 'model', 'formats.ts'), formatsTs())
const blocks = await docBlocks()
for (const page of docPages()) {
  const text = await readFile(join(root, page), 'utf8')
  const filled = withBlocks(text, blocks, page)
  if (filled !== text) await writeFile(join(root, page), filled)
}
