import { RunnerFiles } from '../github/runner-files.ts'
import { appendSummary } from '../github/step-summary.ts'
import type { Annotation } from '../model/annotation.ts'
import { forAnnotation } from '../report/text/for-terminal.ts'
import { outside } from '../report/text/outside.ts'
import { renderMarkdown } from './markdown.ts'
import { resultsOf, type Section } from './section.ts'

/**
 * Adds what was found to the summary of the job, and annotates the files that findings are about. Returns why
 * there is nothing in the summary; null: it is there.
 */
export async function publishInJob(
  sections: readonly Section[],
  env: NodeJS.ProcessEnv,
): Promise<string | null> {
  const files = await RunnerFiles.note(env)
  const written = await appendSummary(files, renderMarkdown(sections))
  const annotations = annotationsOf(sections)
  if (annotations.length > 0) {
    const { printAnnotations } = await import('../github/print-annotations.ts')
    printAnnotations(annotations)
  }
  if (written === 'written') return null
  return written === 'full'
    ? 'the summary of this step is full'
    : 'GITHUB_STEP_SUMMARY is not set: this is no step of a GitHub workflow'
}

const annotationsOf = (sections: readonly Section[]): Annotation[] =>
  resultsOf(sections).flatMap(({ status, title, detail, remedy, place }): Annotation[] => {
    const [, file, line] = /^(.+?):(\d+)(?::\d+)?$/.exec(place ?? '') ?? []
    if ((status !== 'failure' && status !== 'warning') || file === undefined) return []
    return [
      {
        level: status === 'failure' ? 'error' : 'warning',
        title: `Benchgate doctor: ${title}`,
        message: forAnnotation(outside('sentence', [detail.split('\n')[0], remedy ?? ''].join('. '))),
        file,
        line: Number(line),
      },
    ]
  })
