/**
 * Runs inside a measuring process, `node --expose-gc --import worker.js suite.js`: first as a preload that puts itself in the
 * place of mitata, then as that module. Tells the parent process on file descriptor 3 what it finds.
 */
import { resolve } from 'node:path'
import mitata from 'mitata/package.json' with { type: 'json' }
import { say } from './worker/channel.ts'
import { watchTheEnd } from './worker/ending.ts'
import { installedMitata } from './worker/installed-mitata.ts'
import { interceptMitata } from './worker/interception.ts'
import * as api from './worker/mitata-api.ts'
import { plan } from './worker/plan.ts'

export * from './worker/mitata-api.ts'

if (plan !== null) {
  say({ type: 'hello', mitata: mitata.version, userMitata: installedMitata(resolve(process.argv[1] ?? '.')) })
  watchTheEnd()
  interceptMitata(import.meta.url, api)
}
