import { a as readResultFiles, i as rawMetrics, o as readResults } from "./cli-ingest.js";

export { readResults };