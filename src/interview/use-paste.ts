import { useRef } from '@inquirer/core';
import type { PressedKey } from './gesture.ts';

/**
 * Tells keys that were pasted from keys that were pressed, where the terminal marks them. What is
 * pasted never chooses or confirms anything by itself.
 */
export function usePaste(): (key: PressedKey) => boolean {
  const pasting = useRef(false);
  return ({ name }) => {
    if (name !== 'paste-start' && name !== 'paste-end') return pasting.current;
    pasting.current = name === 'paste-start';
    return true;
  };
}
