import type { ToolProject } from './tool-project.ts'

const parser = ({ rounds, extra }: { rounds: number; extra: string }) => `package parser

// Each step needs the one before it, so that no compiler shortens the loop.
func hash(rounds int) uint32 {
	state := uint32(2166136261)
	for i := 0; i < rounds; i++ {
		state = (state ^ uint32(i)) * 16777619
	}
	return state
}

func Parse() uint32 { return hash(${rounds}) }
func Sort() uint32  { return hash(20000) }

// Kept keeps what is allocated from staying on the stack.
var Kept [][]byte

func Join() uint32 {
	Kept = append(Kept[:0], make([]byte, 64), make([]byte, 64))
${extra}	return hash(20000)
}
`

export const go: ToolProject = {
  name: 'go',
  probe: 'go version',
  base: {
    'go.mod': 'module example.com/words\n\ngo 1.19\n',
    '.gitignore': '*.test\n',
    'parser/parser.go': parser({ rounds: 10_000, extra: '' }),
    'parser/parser_test.go': `package parser

import "testing"

var kept uint32

func BenchmarkParse(b *testing.B) { run(b, Parse) }
func BenchmarkSort(b *testing.B)  { run(b, Sort) }
func BenchmarkJoin(b *testing.B)  { run(b, Join) }

func run(b *testing.B, once func() uint32) {
	for i := 0; i < b.N; i++ {
		kept = once()
	}
}
`,
  },
  head: {
    'parser/parser.go': parser({ rounds: 11_000, extra: '\tKept = append(Kept, make([]byte, 64))\n' }),
  },
  benchmarks: ['Parse', 'Sort', 'Join'].map((name) => `example.com/words/parser/Benchmark${name}`),
  slowed: [
    { benchmark: 'example.com/words/parser/BenchmarkParse', metric: 'time', by: 0.1 },
    { benchmark: 'example.com/words/parser/BenchmarkJoin', metric: 'allocs', by: 0.5 },
  ],
}
