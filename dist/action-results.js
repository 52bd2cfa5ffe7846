import { t as evidenceOfResults } from "./action-ingest.js";

export { evidenceOfResults };