import type { ToolProject } from './tool-project.ts'

const benches = (parseRounds: number) => `#include <benchmark/benchmark.h>
#include <cstdint>

// Each step needs the one before it, so that no compiler shortens the loop.
static uint32_t hash(long rounds) {
  uint32_t state = 2166136261u;
  for (long i = 0; i < rounds; i++) state = (state ^ static_cast<uint32_t>(i)) * 16777619u;
  return state;
}

static void run(benchmark::State &state, long rounds) {
  benchmark::DoNotOptimize(rounds);
  for (auto _ : state) benchmark::DoNotOptimize(hash(rounds));
}

static void Parse(benchmark::State &state) { run(state, ${parseRounds}); }
static void Sort(benchmark::State &state) { run(state, 8000); }
static void Join(benchmark::State &state) { run(state, 12000); }
BENCHMARK(Parse);
BENCHMARK(Sort);
BENCHMARK(Join);
BENCHMARK_MAIN();
`

export const googleBenchmark: ToolProject = {
  name: 'google-benchmark',
  probe:
    'cmake --version && c++ --version && test -n "$(find /usr/lib /usr/local/lib -name benchmarkConfig.cmake)"',
  base: {
    '.gitignore': 'build\n',
    'CMakeLists.txt': `cmake_minimum_required(VERSION 3.16)
project(words CXX)
find_package(benchmark REQUIRED)
add_executable(parser_bench parser_bench.cpp)
target_link_libraries(parser_bench benchmark::benchmark)
`,
    'parser_bench.cpp': benches(10_000),
  },
  head: { 'parser_bench.cpp': benches(11_000) },
  benchmarks: ['Parse', 'Sort', 'Join'],
  slowed: [{ benchmark: 'Parse', metric: 'cpu-time', by: 0.1 }],
}
