/** There is no such format, or it needs Node and was asked for where there is none. */
export class UnknownFormatError extends Error {
  override readonly name = 'UnknownFormatError';
  readonly format: string;
  readonly allowed: readonly string[];

  constructor(format: string, allowed: readonly string[]) {
    super(`There is no format “${format}” here; there are: ${allowed.join(', ')}`);
    this.format = format;
    this.allowed = allowed;
  }
}
