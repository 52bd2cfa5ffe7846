import type { ToolProject } from './tool-project.ts'

/** Where Debian keeps the sources of crates: a build from it needs no network. */
const REGISTRY = '/usr/share/cargo/registry'

const offline = `[source.crates-io]
replace-with = "debian"
[source.debian]
directory = "${REGISTRY}"
`

const manifest = (dependency: string) => `[package]
name = "words"
version = "1.0.0"
edition = "2021"

[dev-dependencies]
${dependency}

[[bench]]
name = "parser"
harness = false
`

const library = (
  parseRounds: number,
) => `// Each step needs the one before it, so that no compiler shortens the loop.
#[inline(never)]
fn hash(rounds: u32) -> u32 {
    (0..rounds).fold(2166136261, |state: u32, i| (state ^ i).wrapping_mul(16777619))
}

pub fn parse() -> u32 {
    hash(std::hint::black_box(${parseRounds}))
}
pub fn sort() -> u32 {
    hash(std::hint::black_box(8000))
}
pub fn join() -> u32 {
    hash(std::hint::black_box(12000))
}
`

const shared = {
  '.gitignore': 'target\nCargo.lock\n',
  '.cargo/config.toml': offline,
  'src/lib.rs': library(10_000),
}

export const criterion: ToolProject = {
  name: 'criterion',
  probe: `cargo --version && ls ${REGISTRY} | grep '^criterion-0.3'`,
  base: {
    ...shared,
    'Cargo.toml': manifest('criterion = "0.3"'),
    'benches/parser.rs': `use criterion::{criterion_group, criterion_main, Criterion};
use std::time::Duration;

fn parser(c: &mut Criterion) {
    let mut group = c.benchmark_group("parser");
    group.bench_function("parse", |b| b.iter(words::parse));
    group.bench_function("sort", |b| b.iter(words::sort));
    group.bench_function("join", |b| b.iter(words::join));
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .warm_up_time(Duration::from_millis(100))
        .measurement_time(Duration::from_millis(200))
        .sample_size(20);
    targets = parser
}
criterion_main!(benches);
`,
  },
  head: { 'src/lib.rs': library(11_000) },
  benchmarks: ['parser/parse', 'parser/sort', 'parser/join'],
  slowed: [{ benchmark: 'parser/parse', metric: 'time', by: 0.1 }],
}

export const libtest: ToolProject = {
  name: 'libtest',
  probe: `cargo --version && ls ${REGISTRY} | grep '^bencher-0.1'`,
  base: {
    ...shared,
    'Cargo.toml': manifest('bencher = "0.1"'),
    'benches/parser.rs': `use bencher::{benchmark_group, benchmark_main, Bencher};

fn parse(b: &mut Bencher) {
    b.iter(words::parse)
}
fn sort(b: &mut Bencher) {
    b.iter(words::sort)
}
fn join(b: &mut Bencher) {
    b.iter(words::join)
}

benchmark_group!(benches, parse, sort, join);
benchmark_main!(benches);
`,
  },
  head: { 'src/lib.rs': library(11_000) },
  benchmarks: ['parse', 'sort', 'join'],
  slowed: [{ benchmark: 'parse', metric: 'time', by: 0.1 }],
}
