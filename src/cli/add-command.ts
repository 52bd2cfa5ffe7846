import type { Command } from 'commander'

/** Where the built files lie that the commands need beside their own code. */
export interface Installation {
  workerFile: string
  /** Directory of the demo project, with a trailing slash. */
  demoFiles: URL
  /** Directory of the package, with a trailing slash. */
  package: URL
}

/** What a command is given of the program around it. */
export interface Host {
  installation: Installation
  /** Sets the exit code, which is 0 where nothing else is said. */
  finish: (exitCode: number) => void
}

/** Adds one command to the program. */
export type AddCommand = (program: Command, host: Host) => void
