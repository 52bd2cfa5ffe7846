import { fileURLToPath } from 'node:url'
import { publishedAction } from '../init/action-reference.ts'

/**
 * Where the docs of the installed package are, with `/` at the end: at the commit that it was published from.
 * Null where its manifest names none.
 */
export async function docsOfPackage(directory: URL): Promise<string | null> {
  const [repository, commit] = (await publishedAction(fileURLToPath(directory)))?.uses.split('@') ?? []
  return repository === undefined ? null : `https://github.com/${repository}/blob/${commit}/`
}
