/** A dataset that cannot be opened. The message is one sentence that names the file and the problem. */
export class DatasetError extends Error {
  override readonly name = "DatasetError";
  readonly file: string;

  constructor(file: string, problem: string) {
    super(`${file}: ${problem}`);
    this.file = file;
  }
}
