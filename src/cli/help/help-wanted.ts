/** Thrown where help was asked for, by `--help` or by `yibao help`: it is printed in place of a run. */
export class HelpWanted extends Error {
  override readonly name = 'HelpWanted';
  /** A command or a procedure; undefined where `yibao` itself is meant. */
  readonly topic: string | undefined;
  /** A folder of procedures, from `--flows`. */
  readonly flows: string | undefined;

  constructor(topic: string | undefined, flows?: string) {
    super('help wanted');
    this.topic = topic;
    this.flows = flows;
  }
}
