import * as core from '@actions/core'
import { printOutside } from '../github/log.ts'
import type { Finding } from '../model/finding.ts'
import { forAnnotation, outsideText } from '../report/text/for-terminal.ts'
import { outside } from '../report/text/outside.ts'
import { sentenceOf } from '../report/view/wording.ts'
import type { Job } from './job.ts'

const MAX_CELLS = 200

/** Puts the runner's files back as they have to be, and says in the log what was changed in them. */
export async function putBackRunnerFiles({ runnerFiles }: Job): Promise<Finding[]> {
  const findings = (await runnerFiles.putBack()).map(
    (change) => ({ code: 'runner-file-changed', ...change }) as const,
  )
  for (const finding of findings) {
    const { variable, lines, failure } = finding
    const sentence = forAnnotation(outside('sentence', sentenceOf(finding)))
    if (failure === null) core.warning(sentence, { title: 'Benchgate' })
    else core.setFailed(sentence)
    if (lines.length === 0) continue
    core.info(`${variable} held:`)
    printOutside(core.info, lines.map((line) => outsideText(line, MAX_CELLS)).join('\n'))
  }
  return findings
}
