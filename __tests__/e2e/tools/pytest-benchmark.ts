import type { ToolProject } from './tool-project.ts'

const words = (parseRounds: number) => `def _hash(rounds):
    state = 2166136261
    for i in range(rounds):
        state = (state ^ i) * 16777619 & 0xFFFFFFFF
    return state


def parse():
    return _hash(${parseRounds})


def sort():
    return _hash(8000)


def join():
    return _hash(12000)
`

export const pytestBenchmark: ToolProject = {
  name: 'pytest-benchmark',
  probe: 'python3 -c "import pytest, pytest_benchmark"',
  // Debian keeps its plugins with its own interpreter.
  path: '/usr/bin',
  base: {
    '.gitignore': '__pycache__/\n.pytest_cache/\n.benchmarks/\nresults.json\n',
    'words.py': words(10_000),
    // The plugin looks at the processor for most of a second in every execution otherwise.
    'conftest.py': `def pytest_benchmark_generate_machine_info(config):
    return {}
`,
    // With `benchmark(words.parse)` it measures its clock for a second in every execution.
    'bench_parser.py': `import words


def test_parse(benchmark):
    benchmark.pedantic(words.parse, rounds=150, warmup_rounds=5)


def test_sort(benchmark):
    benchmark.pedantic(words.sort, rounds=150, warmup_rounds=5)


def test_join(benchmark):
    benchmark.pedantic(words.join, rounds=150, warmup_rounds=5)
`,
  },
  head: { 'words.py': words(11_000) },
  benchmarks: ['test_parse', 'test_sort', 'test_join'].map((name) => `bench_parser.py/${name}`),
  slowed: [{ benchmark: 'bench_parser.py/test_parse', metric: 'time', by: 0.1 }],
}
