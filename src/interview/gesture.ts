/** A pressed key. `sequence` is missing in tests, where `name` is the character. */
export interface PressedKey {
  readonly name?: string;
  readonly sequence?: string;
  readonly ctrl?: boolean;
}

/** What a key means in a prompt. */
export type Gesture = 'enter' | 'space' | 'up' | 'down' | 'left' | 'back' | 'help' | 'digit' | 'other';

const NAMED: Readonly<Record<string, Gesture>> = {
  enter: 'enter',
  return: 'enter',
  space: 'space',
  up: 'up',
  down: 'down',
  left: 'left',
};

/** The character a key types; a full-width one, as Chinese input methods send it, made plain. */
export function typedCharacter(key: PressedKey): string {
  return (key.sequence ?? key.name ?? '').normalize('NFKC');
}

export function gestureOf(key: PressedKey): Gesture {
  if (key.ctrl) return key.name === 'b' ? 'back' : 'other';
  const typed = typedCharacter(key);
  if (typed === '?') return 'help';
  if (/^\d$/.test(typed)) return 'digit';
  if (typed === ' ') return 'space';
  return NAMED[key.name ?? ''] ?? 'other';
}
