/** Numbers for parts of a flow: those that say the same have the same. Most parts are asked for many times. */
export class PartNumbers {
  readonly #ofPart = new WeakMap<object, number>();
  readonly #ofText = new Map<string, number>();

  of(part: object): number {
    const known = this.#ofPart.get(part);
    if (known !== undefined) return known;
    const text = JSON.stringify(part);
    const number = this.#ofText.get(text) ?? this.#ofText.size;
    this.#ofText.set(text, number);
    this.#ofPart.set(part, number);
    return number;
  }
}
