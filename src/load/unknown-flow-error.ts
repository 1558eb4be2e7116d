/** There is no flow with this id. `find` takes titles and other names. */
export class UnknownFlowError extends Error {
  override readonly name = 'UnknownFlowError';
  readonly id: string;
  /** The ids that there are. */
  readonly known: readonly string[];

  constructor(id: string, known: readonly string[]) {
    super(`There is no flow “${id}”; there are: ${known.join(', ')}`);
    this.id = id;
    this.known = known;
  }
}
