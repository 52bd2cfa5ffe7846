import { error, warning } from '@actions/core'
import type { Annotation } from '../model/annotation.ts'
import { annotate } from './annotations.ts'

/** Prints annotations as commands to the runner, in a step with `run:`. */
export const printAnnotations = (annotations: readonly Annotation[]): void =>
  annotate({ error, warning }, annotations)
