/** Web of Science's tab-delimited files name their columns by its field tags. */
export function isWosHeader(header: readonly string[]): boolean {
  const names = new Set(header.map((name) => name.trim()));
  return ["PT", "AU", "TI", "SO"].every((tag) => names.has(tag));
}
