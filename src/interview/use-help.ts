import { useState } from '@inquirer/core';
import { gestureOf, type PressedKey } from './gesture.ts';
import { helpScreen, type PromptLook } from './prompt-view.ts';

/** The help screen behind `?`, as a hook for any prompt. */
export interface Help {
  /** What to draw instead of the question while help is open. */
  readonly screen?: string;
  /** Takes a key; true if it was help's own business. */
  press(key: PressedKey): boolean;
}

export function useHelp(look: PromptLook, ask: string, help: readonly string[]): Help {
  const [offset, setOffset] = useState(-1);
  if (offset < 0) {
    const press = (key: PressedKey): boolean => {
      const asked = help.length > 0 && gestureOf(key) === 'help';
      if (asked) setOffset(0);
      return asked;
    };
    return { press };
  }
  const { text, lastOffset } = helpScreen(look, ask, help, offset);
  const press = (key: PressedKey): boolean => {
    const gesture = gestureOf(key);
    if (lastOffset === 0) setOffset(-1);
    else if (gesture === 'down') setOffset(Math.min(offset + 1, lastOffset));
    else if (gesture === 'up') setOffset(Math.max(offset - 1, 0));
    else setOffset(-1);
    return true;
  };
  return { screen: text, press };
}
