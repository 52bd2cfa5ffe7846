import type { Annotation } from '../model/annotation.ts'
import { truncate } from './truncate.ts'

/** What the runner shows of each level for one step, and keeps of each message. */
const SHOWN_PER_LEVEL = 10
export const MESSAGE_CHARACTERS = 4096
export const TITLE_CHARACTERS = 255
const FILE_CHARACTERS = 1024

/** The two functions of @actions/core that are needed here; they escape what could end a command. */
export interface AnnotationSink {
  error(message: string, properties: AnnotationProperties): void
  warning(message: string, properties: AnnotationProperties): void
}

interface AnnotationProperties {
  title?: string
  file?: string
  startLine?: number
}

/**
 * Prints annotations as far as the runner shows them: what is too much of a level is counted in its last one.
 * One error is left free for the message with which a failing step ends.
 */
export function annotate(sink: AnnotationSink, annotations: readonly Annotation[]): void {
  for (const level of ['error', 'warning'] as const) {
    const limit = level === 'error' ? SHOWN_PER_LEVEL - 1 : SHOWN_PER_LEVEL
    const all = annotations.filter((annotation) => annotation.level === level)
    const shown = all.length > limit ? all.slice(0, limit - 1) : all
    for (const annotation of shown)
      sink[level](truncate(annotation.message, MESSAGE_CHARACTERS), propertiesOf(annotation))
    if (shown.length < all.length) {
      sink[level](`${all.length - shown.length} more are listed in the summary of this job.`, {
        title: 'Benchgate',
      })
    }
  }
}

function propertiesOf({ title, file, line }: Annotation): AnnotationProperties {
  return {
    title: truncate(title, TITLE_CHARACTERS),
    ...(file !== null && { file: truncate(file, FILE_CHARACTERS) }),
    ...(file !== null && line !== null && { startLine: line }),
  }
}
