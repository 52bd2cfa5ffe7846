import { d as readResultFiles, f as readResults, u as rawMetrics } from "./cli-ingest.js";

export { readResults };