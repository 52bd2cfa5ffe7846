import { i as readResults, n as rawMetrics, r as readResultFiles } from "./action-ingest.js";

export { readResults };