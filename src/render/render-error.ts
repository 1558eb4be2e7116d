/** Why a checklist cannot be written in a format. */
export type RenderProblem = 'missing-characters' | 'bad-font' | 'nothing-dated';

/** A checklist that cannot be written in the format asked for; `message` says what to do instead. */
export class RenderError extends Error {
  override readonly name = 'RenderError';
  readonly code: RenderProblem;
  /** The characters that the font lacks. */
  readonly characters: readonly string[];

  constructor(code: RenderProblem, message: string, characters: readonly string[] = []) {
    super(message);
    this.code = code;
    this.characters = characters;
  }
}
