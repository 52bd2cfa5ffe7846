import { isFeatureAvailable, restoreCache, saveCache } from '@actions/cache'
import type { CacheReply, CacheRequest } from './cache.ts'

// The process that src/github/cache.ts starts for one restore or save: says why there.

async function answer(request: CacheRequest): Promise<CacheReply> {
  if (!isFeatureAvailable()) return { kind: 'unavailable', why: 'the runner offers no cache' }
  const { path, key } = request
  try {
    if (request.kind === 'restore') {
      return { kind: 'done', key: (await restoreCache([path], key, [...request.prefixes])) ?? null }
    }
    // -1 in place of an error.
    return { kind: 'done', key: (await saveCache([path], key)) === -1 ? null : key }
  } catch (error) {
    return { kind: 'failed', why: error instanceof Error ? error.message : String(error) }
  }
}

// Without the action there is nobody to do it for.
process.once('disconnect', () => process.exit(1))
process.send?.(await answer(JSON.parse(process.argv[2] ?? '{}') as CacheRequest), () => process.exit(0))
