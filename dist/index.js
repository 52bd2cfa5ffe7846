// src/library.ts
function metric() {}

export { metric };