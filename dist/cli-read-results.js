import { c as readResultFiles, l as readResults, s as rawMetrics } from "./cli-ingest.js";

export { readResults };