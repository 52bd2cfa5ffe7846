import type { ToolProject } from './tool-project.ts'

const program = (parseRounds: number) => `#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* Each step needs the one before it, so that no compiler shortens the loop. */
static uint32_t hash(long rounds) {
  uint32_t state = 2166136261u;
  for (long i = 0; i < rounds; i++) state = (state ^ (uint32_t)i) * 16777619u;
  return state;
}

int main(int count, char **words) {
  const char *what = count > 1 ? words[1] : "";
  long rounds = strcmp(what, "parse") == 0 ? ${parseRounds}L : strcmp(what, "sort") == 0 ? 4000000L : 6000000L;
  printf("%u\\n", hash(rounds));
  return 0;
}
`

export const hyperfine: ToolProject = {
  name: 'hyperfine',
  probe: 'hyperfine --version && make --version && cc --version',
  base: {
    Makefile: 'words: words.c\n\tcc -O2 -o words words.c\n',
    '.gitignore': 'words\nresults.json\n',
    'words.c': program(5_000_000),
  },
  head: { 'words.c': program(5_500_000) },
  benchmarks: ['parse', 'sort', 'print'],
  slowed: [{ benchmark: 'parse', metric: 'time', by: 0.1 }],
}
