export const PAPERS = `
@article{one, title={The first paper}, author={Ada Lovelace and Charles Babbage}, year={1843}}
@article{two, title={The second paper}, author={Ada Lovelace and Mary Somerville}, year={1844}}
`;

export const MORE =
  "@article{three, title={The third paper}, author={Mary Somerville and Charles Babbage}, year={1845}}\n";

/** Many papers, so that a build takes a while and prints a lot. */
export function manyPapers(count: number): string {
  const authors = (i: number) => `Author A${i % 997} and Author B${i % 887} and Author C${i % 661}`;
  return Array.from({ length: count }, (_, i) => `@article{k${i}, title={Paper ${i}}, author={${authors(i)}}}\n`).join(
    "",
  );
}
