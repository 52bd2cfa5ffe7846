/**
 * How the evidence is called between two workflows; gates with other keys than the default have their own.
 */
export interface EvidenceNames {
  artifact: string
  file: string
}

export function evidenceNames(key: string): EvidenceNames {
  const name = key === 'default' ? 'benchgate-report' : `benchgate-report-${key}`
  return { artifact: name, file: `${name}.json` }
}
